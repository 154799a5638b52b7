//! The package's own format: an [`Instance`] as JSON, with everything that it has.
//!
//! `docs/siting-instance.md` describes it. [`write_json`] writes the one canonical
//! form, whose SHA-256 is the instance's [`fingerprint`]; [`from_json`] reads any
//! order and spacing, an element at a time, and finds all faults at once.

mod check;
mod fault;
pub(super) mod fields;
mod read;
mod rows;
mod write;

pub use fault::{Fault, Found, Kind, What};
pub use read::from_json;
pub use write::{fingerprint, to_json, write_json};

use crate::instance::Instance;

/// What the first field of a file says.
pub const SCHEMA: &str = "tuvak-siting-instance/1";

/// Whole numbers up to here stay exact in sums of 64-bit floats, and leave room for
/// adding two of them.
pub const MOST: i64 = 4_000_000_000_000_000;

/// States and phases are counted below this.
const MOST_STATES: i64 = 1 << 16;

/// The most that could be paid in an instance: every facility and site opened in
/// its costliest way, everybody served by the costliest arc or left without.
pub fn payable(instance: &Instance) -> f64 {
    let mut people: Vec<f64> = instance
        .demands
        .iter()
        .map(|demand| f64::from(demand.persons))
        .collect();
    for onward in &instance.onward {
        let from = instance.arcs[onward.arc].demand;
        people[onward.demand] += f64::from(instance.demands[from].persons);
    }
    let mut dearest: Vec<i64> = instance
        .demands
        .iter()
        .map(|demand| demand.unmet_cost.unwrap_or(0))
        .collect();
    for arc in &instance.arcs {
        dearest[arc.demand] = dearest[arc.demand].max(arc.cost);
    }
    let served: f64 = people
        .iter()
        .zip(&dearest)
        .map(|(people, cost)| people * *cost as f64)
        .sum();
    let levels = (0..instance.facilities.len()).map(|facility| {
        let levels = instance.levels(facility).iter();
        levels.map(|level| level.fixed_cost).max().unwrap_or(0)
    });
    let sites = instance.sites.iter().map(|site| {
        let openings = site.openings.iter();
        openings
            .map(|opening| opening.fixed_cost)
            .max()
            .unwrap_or(0)
    });
    served + levels.chain(sites).map(|cost| cost as f64).sum::<f64>()
}
