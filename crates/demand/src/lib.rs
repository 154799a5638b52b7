//! Needs and moves become demand: whole people counted by place × target group
//! × service (see "Words" in `docs/planning-model.md`).
//!
//! [`demand`] counts them, [`summary`] adds them up by municipality.

mod count;
mod spread;
mod summary;

pub use count::{Demand, demand, in_state};
pub use spread::largest_remainder;
pub use summary::{SummaryRow, summary};
