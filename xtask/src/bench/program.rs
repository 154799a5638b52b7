//! The program that runs the measured stages of a bench, built in release: one process a stage.

use crate::{run, setup};
use serde_json::Value;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// The built program.
pub struct Program(PathBuf);

impl Program {
    /// Builds the one of that name, which is the name of its feature too.
    pub fn build(name: &str) -> Result<Self, String> {
        eprintln!("building {name}");
        run(setup::cargo()?
            .args(["build", "--quiet", "--release", "--package", "xtask"])
            .args(["--features", name, "--bin", name]))?;
        Ok(Self(setup::target_dir()?.join("release").join(name)))
    }

    /// Runs a stage with that many threads and returns what it measured.
    pub fn stage(&self, threads: usize, args: &[&str]) -> Result<Value, String> {
        measured(
            Command::new(&self.0)
                .env("RAYON_NUM_THREADS", threads.to_string())
                .args(args),
        )
    }

    /// A folder for files between stages, beside the build results.
    pub fn scratch(&self, name: &str) -> Result<PathBuf, String> {
        let folder = setup::target_dir()?.join(name);
        fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        Ok(folder)
    }
}

/// Runs a program that prints one JSON object.
pub fn measured(command: &mut Command) -> Result<Value, String> {
    let said = format!("{command:?}");
    let output = command
        .output()
        .map_err(|error| format!("{error}: {said}"))?;
    if !output.status.success() {
        return Err(format!(
            "{}: {said}: {}",
            output.status,
            String::from_utf8_lossy(&output.stderr)
        ));
    }
    serde_json::from_slice(&output.stdout).map_err(|error| format!("{error}: {said}"))
}

/// A number by its JSON pointer; not a number if it is not there.
pub fn number(said: &Value, pointer: &str) -> f64 {
    said.pointer(pointer)
        .and_then(Value::as_f64)
        .unwrap_or(f64::NAN)
}

/// The median over runs of what each says.
pub fn median(runs: &[Value], of: impl Fn(&Value) -> f64) -> f64 {
    let mut values: Vec<f64> = runs.iter().map(of).collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
