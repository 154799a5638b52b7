//! The planning engine (see `docs/planning-model.md`).

pub mod highs;
pub mod instance;
pub mod solution;
pub mod solver;
