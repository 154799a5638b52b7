//! Recomputes a plan from its package, independently of the engine.
//!
//! [`verify`] reads the rows of the package and what the plan *decides* (which
//! service opens where, in which size, paid by which scheme, and who goes
//! where) and works out everything else by itself from
//! `docs/planning-model.md`: travel, costs, payments, totals, conditions. It
//! shares no code with the engine: of the `domain` crate it takes the rows as
//! they stand, never a computation.
//!
//! What it cannot recompute it says ([`Verdict::not_vouched`]):
//! [`not_vouched_paths`] lists those fields of `plan.json`, and a test walks
//! every other field to see that a change there is refused.

mod admit;
mod checks;
mod facts;
mod faults;
mod homes;
mod pay;
mod people;
mod rates;
mod states;
mod travel;
mod trips;

use domain::{Message, Plan, Region};

/// What became of the checks.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// Every check, in a fixed order.
    pub checks: Vec<Check>,
    /// What no check speaks for.
    pub not_vouched: Vec<Message>,
}

impl Verdict {
    /// Whether no check found a fault.
    pub fn holds(&self) -> bool {
        self.checks.iter().all(|check| check.faults.is_empty())
    }
}

/// One subject that was checked.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// What was checked.
    pub name: Message,
    /// What does not hold; empty when all is well.
    pub faults: Vec<Message>,
}

/// Checks a plan (the internal edition) against the package from which it was made.
pub fn verify(region: &Region, plan: &Plan) -> Verdict {
    let states = states::States::new(region);
    Verdict {
        checks: checks::all(&states, plan),
        not_vouched: NOT_VOUCHED
            .iter()
            .map(|(key, _)| Message::new(key))
            .collect(),
    }
}

/// The fields of `plan.json` for which [`verify`] does not vouch, each with
/// everything below it. `[]` stands for any element of a list:
/// `measures[].without`.
pub fn not_vouched_paths() -> &'static [&'static str] {
    &PATHS
}

/// What is said, and the fields that it speaks of.
const NOT_VOUCHED: [(&str, &[&str]); 7] = [
    ("verify-not-vouched-bound", &["bound"]),
    (
        "verify-not-vouched-request",
        &[
            "stop",
            "options.gap",
            "options.time_limit_s",
            "options.work_limit",
            "options.budget",
            "options.explain",
            "engine",
        ],
    ),
    (
        "verify-not-vouched-explanations",
        &[
            "measures[].without",
            "rejected[].forced_more",
            "sensitivity[].runs[].objective",
            "sensitivity[].runs[].bound",
            "sensitivity[].runs[].enters",
            "more_money",
        ],
    ),
    ("verify-not-vouched-findings", &["findings"]),
    ("verify-not-vouched-notes", &["notes"]),
    ("verify-not-vouched-price", &["change.price"]),
    ("verify-not-vouched-least-payment", &[]),
];

const PATHS: [&str; PATH_COUNT] = flatten();

const PATH_COUNT: usize = {
    let (mut count, mut said) = (0, 0);
    while said < NOT_VOUCHED.len() {
        count += NOT_VOUCHED[said].1.len();
        said += 1;
    }
    count
};

const fn flatten() -> [&'static str; PATH_COUNT] {
    let mut paths = [""; PATH_COUNT];
    let (mut said, mut at) = (0, 0);
    while said < NOT_VOUCHED.len() {
        let mut path = 0;
        while path < NOT_VOUCHED[said].1.len() {
            paths[at] = NOT_VOUCHED[said].1[path];
            at += 1;
            path += 1;
        }
        said += 1;
    }
    paths
}
