//! The planning engine (see `docs/planning-model.md`).

pub mod instance;
pub mod solver;
