//! The planning engine (see `docs/planning-model.md`).
//!
//! [`plan()`] goes all the way: a region and its demand become an
//! [`instance::Instance`] ([`adapter`]), a [`solver::Solver`] answers it, the
//! answer is accounted for in people and money ([`account`]) and explained.

pub mod account;
pub mod adapter;
mod condition;
pub mod conflict;
mod explain;
mod figure;
pub mod highs;
pub mod instance;
mod parallel;
mod plan;
mod restrict;
pub mod solution;
pub mod solver;

pub use explain::without_again;
pub use figure::Figure;
pub use plan::{PlanError, Stage, plan};
