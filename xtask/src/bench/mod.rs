//! `cargo xtask bench`: what the project's engines reach, measured.

pub mod plan;

use crate::Outcome;

/// Measures the search for plans, or travel times on roads.
pub fn run(rest: &[&str]) -> Outcome {
    plan::run(rest)
}
