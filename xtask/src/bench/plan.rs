//! `cargo xtask bench [SECONDS]`: what the search for plans reaches in a given time, as gaps
//! against a bound proven in the same run.

use crate::{Outcome, root, setup};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Command;

/// Measures the examples after 60 seconds of search.
pub fn run(rest: &[&str]) -> Outcome {
    let seconds = match rest {
        [] => 60.0,
        [seconds] => seconds
            .parse()
            .map_err(|_| format!("{seconds:?} is not a number of seconds"))?,
        _ => return Err("bench takes at most one number: the seconds of search".to_owned()),
    };
    // Dependencies are optimised in this build too; the solver is where the time goes.
    let tuvak = setup::tuvak()?;
    let scratch = root().join("target").join("bench");
    println!(
        "| package | seconds of search | objective EUR a year | bound | gap % | read s | search s | documents s | PDF s | peak MiB |"
    );
    println!("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
    for package in ["tiny", "kurzeme"] {
        let plan = Made::plan(
            &tuvak,
            &root().join("examples").join(package),
            &scratch.join(package),
            seconds,
        )?;
        let stage = |name: &str| {
            plan.said["stages"]["seconds"][name]
                .as_f64()
                .unwrap_or_default()
        };
        println!(
            "| {package} | {seconds} | {:.0} | {:.0} | {:.3} | {:.2} | {:.2} | {:.2} | {:.2} | {} |",
            plan.number("objective"),
            plan.number("bound"),
            plan.number("gap") * 100.0,
            stage("read"),
            stage("solve"),
            stage("documents"),
            stage("pdf"),
            plan.said["stages"]["peak_mib"],
        );
    }
    Ok(())
}

/// A plan that the program made.
pub struct Made {
    /// What the command said.
    said: Value,
    /// `plan.json`.
    pub plan: Value,
}

impl Made {
    /// Makes a plan without explanation, with a limit of time.
    pub fn plan(tuvak: &Path, package: &Path, out: &Path, seconds: f64) -> Result<Self, String> {
        let output = Command::new(tuvak)
            .arg("plan")
            .arg(package)
            .arg("--out")
            .arg(out)
            .args([
                "--gap",
                "0.0001",
                "--explain",
                "none",
                "--edition",
                "internal",
                "--json",
                "--lang",
                "en",
            ])
            .args(["--time-limit", &seconds.to_string()])
            .output()
            .map_err(|error| error.to_string())?;
        if !matches!(output.status.code(), Some(0 | 4)) {
            return Err(format!(
                "{}: {}",
                package.display(),
                String::from_utf8_lossy(&output.stderr)
            ));
        }
        let plan = fs::read_to_string(out.join("plan.json")).map_err(|error| error.to_string())?;
        let json = |text: &str| serde_json::from_str(text).map_err(|error| error.to_string());
        Ok(Self {
            said: json(&String::from_utf8_lossy(&output.stdout))?,
            plan: json(&plan)?,
        })
    }

    /// A number at the top of the plan.
    pub fn number(&self, name: &str) -> f64 {
        self.plan[name].as_f64().unwrap_or_default()
    }
}
