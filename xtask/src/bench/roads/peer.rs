//! The peer: OSRM, from the wheel `osrm-bindings`, with its builders and its
//! own `car.lua`. The bench alone uses it; it is set up in the user's cache and
//! nothing of the machine changes.

use crate::{Outcome, run, setup};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Pinned, so that ratios compare like with like.
const VERSION: &str = "26.10.0";
const DRIVER: &str = include_str!("drive_osrm.py");
/// The oldest Python that the wheel works with.
const PYTHON: (u32, u32) = (3, 12);
/// A newer Python for machines whose own is too old: the Debian release that has
/// it, and the packages that run it by themselves.
const NEWER: &str = "trixie";
const NEWER_PROGRAM: &str = "python3.13";
const NEWER_PACKAGES: &[&str] = &[
    "libc6",
    "libexpat1",
    "libgcc-s1",
    "libpython3.13-minimal",
    "libpython3.13-stdlib",
    "libstdc++6",
    "python3.13-minimal",
    "zlib1g",
];

/// OSRM, ready to run.
pub struct Osrm {
    folder: PathBuf,
    python: Python,
}

impl Osrm {
    /// Sets OSRM up, or says in a line why it cannot be had.
    pub fn set_up() -> Result<Self, String> {
        if !cfg!(all(target_os = "linux", target_arch = "x86_64")) {
            return Err("OSRM's wheel is set up on 64-bit Linux only".to_owned());
        }
        let folder = setup::cache().join("peers").join(format!("osrm-{VERSION}"));
        fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
        let wheel = folder.join("wheel");
        if !wheel.join("osrm").join("bin").join("osrm-routed").exists() {
            download(&folder, &wheel)
                .map_err(|why| format!("OSRM's wheel could not be had: {why}"))?;
        }
        let python = Python::find(&folder.join("python"))
            .map_err(|why| format!("OSRM needs Python 3.{} or newer: {why}", PYTHON.1))?;
        fs::write(folder.join("drive_osrm.py"), DRIVER).map_err(|error| error.to_string())?;
        Ok(Self { folder, python })
    }

    /// Runs a command of the driver `drive_osrm.py` and returns what it measured.
    pub fn drive(&self, args: &[&Path]) -> Result<Value, String> {
        let mut command = self.python.command();
        command.env("PYTHONPATH", self.folder.join("wheel"));
        command.arg(self.folder.join("drive_osrm.py")).args(args);
        crate::bench::program::measured(&mut command)
    }
}

/// A Python that is new enough: the machine's own, or one that was unpacked.
enum Python {
    Own,
    Unpacked(PathBuf),
}

impl Python {
    fn find(root: &Path) -> Result<Self, String> {
        let new_enough = format!(
            "import sys; sys.exit(sys.version_info < ({}, {}))",
            PYTHON.0, PYTHON.1
        );
        let own = Command::new("python3").args(["-c", &new_enough]).status();
        if own.is_ok_and(|status| status.success()) {
            return Ok(Self::Own);
        }
        let unpacked = Self::Unpacked(root.to_owned());
        if !root.join("usr/bin").join(NEWER_PROGRAM).exists() {
            unpack(root)?;
        }
        run(unpacked.command().args(["-c", "import json, resource"]))?;
        Ok(unpacked)
    }

    fn command(&self) -> Command {
        match self {
            Self::Own => Command::new("python3"),
            Self::Unpacked(root) => {
                // With its own loader and its own C library: the machine's may be older.
                let libraries = root.join("usr/lib/x86_64-linux-gnu");
                let mut command = Command::new(libraries.join("ld-linux-x86-64.so.2"));
                command.arg("--library-path").arg(&libraries);
                command.arg(root.join("usr/bin").join(NEWER_PROGRAM));
                command.env("PYTHONHOME", root.join("usr"));
                command
            }
        }
    }
}

fn download(folder: &Path, wheel: &Path) -> Outcome {
    eprintln!("setting up OSRM {VERSION} in {}", folder.display());
    let venv = folder.join("pip");
    run(Command::new("python3").args(["-m", "venv"]).arg(&venv))?;
    let python = venv.join("bin").join("python");
    run(Command::new(&python)
        .args([
            "-m",
            "pip",
            "download",
            "--quiet",
            "--disable-pip-version-check",
            "--no-deps",
        ])
        .args([
            "--only-binary=:all:",
            "--python-version=3.12",
            "--implementation=cp",
            "--abi=abi3",
        ])
        .args([
            "--platform=manylinux_2_28_x86_64",
            &format!("osrm-bindings=={VERSION}"),
        ])
        .arg("--dest")
        .arg(folder))?;
    let file = file_of(folder, "osrm_bindings-").ok_or("pip brought no wheel")?;
    run(Command::new(&python)
        .args(["-m", "zipfile", "-e"])
        .arg(file)
        .arg(wheel))?;
    // The archive is unpacked without the marks of programs.
    let programs = wheel.join("osrm").join("bin");
    run(Command::new("chmod").args(["-R", "u+x"]).arg(programs))
}

/// Unpacks a newer Python from Debian's packages, without installing anything.
fn unpack(root: &Path) -> Outcome {
    eprintln!("setting up {NEWER_PROGRAM} in {}", root.display());
    let archive =
        debian().ok_or("this machine's is older, and it has no Debian packages to offer")?;
    let apt = root.join("apt");
    for folder in ["lists/partial", "archives/partial", "packages"] {
        fs::create_dir_all(apt.join(folder)).map_err(|error| error.to_string())?;
    }
    let write =
        |name: &str, text: &str| fs::write(apt.join(name), text).map_err(|error| error.to_string());
    write("status", "")?;
    write(
        "newer.sources",
        &format!(
            "Types: deb\nURIs: {archive}\nSuites: {NEWER}\nComponents: main\n\
             Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg\n"
        ),
    )?;
    let at = |name: &str| apt.join(name).display().to_string();
    let options = [
        format!("Dir::Etc::sourcelist={}", at("newer.sources")),
        "Dir::Etc::sourceparts=/dev/null".to_owned(),
        format!("Dir::State={}", apt.display()),
        format!("Dir::State::status={}", at("status")),
        format!("Dir::Cache={}", apt.display()),
        // The folder belongs to the user who runs this, not to apt's own.
        format!(
            "APT::Sandbox::User={}",
            std::env::var("USER").unwrap_or_else(|_| "root".to_owned())
        ),
    ];
    let get = || {
        let mut command = Command::new("apt-get");
        command.arg("-qq").current_dir(apt.join("packages"));
        options.iter().for_each(|option| {
            command.args(["-o", option]);
        });
        command
    };
    run(get().arg("update"))?;
    run(get().arg("download").args(NEWER_PACKAGES))?;
    for package in fs::read_dir(apt.join("packages"))
        .map_err(|error| error.to_string())?
        .flatten()
    {
        run(Command::new("dpkg-deb")
            .arg("-x")
            .arg(package.path())
            .arg(root))?;
    }
    fs::remove_dir_all(apt).map_err(|error| error.to_string())
}

/// Where this machine gets Debian's packages from.
fn debian() -> Option<String> {
    let output = Command::new("apt-get")
        .args(["indextargets", "--format", "$(REPO_URI)"])
        .args([
            "Created-By: Packages",
            "Origin: Debian",
            "Label: Debian",
            "Component: main",
        ])
        .output()
        .ok()?;
    String::from_utf8(output.stdout)
        .ok()?
        .lines()
        .next()
        .map(str::to_owned)
}

fn file_of(folder: &Path, start: &str) -> Option<PathBuf> {
    let entries = fs::read_dir(folder).ok()?.flatten();
    entries.map(|entry| entry.path()).find(|path| {
        path.file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with(start))
    })
}
