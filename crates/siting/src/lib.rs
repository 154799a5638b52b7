//! Facility location in the field's own terms: what may open where, in which
//! sizes, whom it serves, what money there is ([`instance`]); solvers behind one
//! interface ([`solver`]); what a solution costs and respects ([`solution`]); the
//! best assignment to what is open ([`primal`]); a price on the longest ways
//! ([`worst_off`]); what planners ask beyond one answer ([`answers`]).
//!
//! Nothing here knows of regions or of people's lives: crate `planning` does.

pub mod answers;
pub mod conflict;
pub mod engine;
pub mod formats;
pub mod instance;
pub mod primal;
pub mod solution;
pub mod solver;
pub mod worst_off;
