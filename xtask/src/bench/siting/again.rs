//! Kurzeme after one change, from the last plan.

use super::report::Change;
use crate::bench::program::{Program, number};
use std::path::Path;

/// The time that a planner is asked to wait, and the gap at which it may end sooner.
const LIMIT: [&str; 2] = ["1", "0.001"];

/// Runs every change.
pub fn run(program: &Program, package: &Path) -> Result<Vec<Change>, String> {
    let package = package.display().to_string();
    let said = program.stage(1, &["again", LIMIT[0], LIMIT[1], &package])?;
    let runs = said["runs"].as_array().ok_or("no runs after a change")?;
    let change = |run: &serde_json::Value| Change {
        what: run["change"].as_str().unwrap_or_default().to_owned(),
        site: run["site"].as_str().unwrap_or_default().to_owned(),
        cpu: number(run, "/run/cpu"),
        wall: number(run, "/run/wall"),
        gap: number(run, "/run/gap"),
    };
    Ok(runs.iter().map(change).collect())
}
