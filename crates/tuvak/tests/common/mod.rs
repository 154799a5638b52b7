//! A package to change, and the built program to run on it.

#![allow(dead_code)] // each test file uses its own part

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

static NEXT: AtomicU32 = AtomicU32::new(0);

/// A folder that is gone when the test ends.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Self {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("tuvak-test-{}-{number}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    pub fn join(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The folder of an example package.
pub fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../examples")
        .join(name)
}

/// A copy of `examples/tiny` that a test may change.
pub fn tiny() -> Folder {
    let folder = Folder::new();
    for entry in fs::read_dir(example("tiny")).unwrap().flatten() {
        if entry.path().is_file() {
            fs::copy(
                entry.path(),
                folder.join(&entry.file_name().to_string_lossy()),
            )
            .unwrap();
        }
    }
    folder
}

impl Folder {
    /// Replaces a text that must stand in the file.
    pub fn replace(&self, file: &str, from: &str, to: &str) -> &Self {
        let text = fs::read_to_string(self.join(file)).unwrap();
        assert!(text.contains(from), "{from:?} does not stand in {file}");
        fs::write(self.join(file), text.replacen(from, to, 1)).unwrap();
        self
    }

    /// Appends lines to a file.
    pub fn append(&self, file: &str, text: &str) -> &Self {
        let before = fs::read_to_string(self.join(file)).unwrap_or_default();
        fs::write(self.join(file), format!("{before}{text}")).unwrap();
        self
    }
}

/// What the program did.
#[derive(Debug)]
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

/// Runs the built program in English.
pub fn tuvak(args: &[&str]) -> Said {
    tuvak_in("en", args)
}

/// Runs the built program in a language; nothing is kept for later runs.
pub fn tuvak_in(lang: &str, args: &[&str]) -> Said {
    run(args, lang, "")
}

/// Runs the built program in English with a folder for what is kept from run to run.
pub fn tuvak_with_cache(cache: &Path, args: &[&str]) -> Said {
    run(args, "en", arg(cache))
}

fn run(args: &[&str], lang: &str, cache: &str) -> Said {
    let output = Command::new(env!("CARGO_BIN_EXE_tuvak"))
        .args(args)
        .args(["--lang", lang])
        .env("TUVAK_CACHE", cache)
        .output()
        .unwrap();
    Said {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A path as an argument.
pub fn arg(path: &Path) -> &str {
    path.to_str().unwrap()
}
