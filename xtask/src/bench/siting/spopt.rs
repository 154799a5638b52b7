//! The peer `spopt` (PySAL), which states p-median and maximal covering problems, with HiGHS
//! as its solver. The bench alone uses it; it is set up in the user's cache.

use super::cases::Case;
use super::ran::Ran;
use crate::bench::program::{Program, measured};
use crate::{run, setup};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Pinned, so that ratios compare like with like.
const WHEELS: &[&str] = &["spopt==0.7.0", "pulp==3.3.2", "highspy==1.15.1"];
const DRIVER: &str = include_str!("drive_spopt.py");
/// It needs some 1.3 kB and 21 µs a pair before its solver starts.
const MOST_ARCS: f64 = 2e6;

/// `spopt`, ready to run.
pub struct Spopt {
    folder: PathBuf,
}

impl Spopt {
    /// Sets it up, or says in a line why it cannot be had.
    pub fn set_up() -> Result<Self, String> {
        let folder = setup::cache().join("peers").join("spopt-0.7.0");
        let python = folder.join("bin").join("python");
        let there = Command::new(&python)
            .args(["-c", "import spopt, highspy"])
            .output();
        if !there.is_ok_and(|output| output.status.success()) {
            eprintln!("setting up spopt in {}", folder.display());
            let had =
                run(Command::new("python3").args(["-m", "venv"]).arg(&folder)).and_then(|()| {
                    run(Command::new(&python)
                        .args([
                            "-m",
                            "pip",
                            "install",
                            "--quiet",
                            "--disable-pip-version-check",
                        ])
                        .args(WHEELS))
                });
            had.map_err(|why| format!("spopt could not be had from the package index: {why}"))?;
        }
        fs::write(folder.join("drive_spopt.py"), DRIVER).map_err(|error| error.to_string())?;
        Ok(Self { folder })
    }

    /// Runs it on a case with so many arcs.
    pub fn run(
        &self,
        program: &Program,
        scratch: &Path,
        case: &Case,
        kind: &str,
        arcs: f64,
        seconds: f64,
    ) -> Ran {
        if arcs > MOST_ARCS {
            return Ran::failed("too many pairs: over 40 s and 2.5 GB before its solver starts");
        }
        eprintln!("{}: spopt", case.name);
        let costs = scratch.join("costs.bin");
        let file = costs.display().to_string();
        let mut args = vec!["costs", &file];
        args.extend(case.source.iter().map(String::as_str));
        let said = program.stage(1, &args).and_then(|_| {
            measured(
                Command::new(self.folder.join("bin").join("python"))
                    .arg(self.folder.join("drive_spopt.py"))
                    .args([kind, &file, &seconds.to_string()]),
            )
        });
        match said {
            Ok(said) => Ran::read(&said),
            Err(why) => {
                let last = why.trim_end().lines().last().unwrap_or_default().to_owned();
                eprintln!("{}: spopt: {last}", case.name);
                Ran::failed(if last.contains("RuntimeError") {
                    "nothing returned at the limit"
                } else {
                    "failed"
                })
            }
        }
    }
}
