//! From a region to its plan (see `docs/planning-model.md`).
//!
//! [`plan()`] goes all the way: a region and its demand become an
//! [`siting::instance::Instance`] ([`adapter`]), a [`siting::solver::Solver`] answers it, the
//! answer is accounted for in people and money ([`account`]) and explained. [`shares`] tells
//! how municipalities that use sites together may share what they cost.

pub mod account;
pub mod adapter;
mod condition;
mod explain;
pub mod explore;
mod figure;
mod parallel;
mod plan;
mod restrict;
mod search;
pub mod shares;

pub use explain::without_again;
pub use figure::Figure;
pub use plan::{PlanError, Stage, plan};
