//! The checks, one file each.

mod ceilings;
mod change;
mod conditions;
mod costs;
mod equity;
mod explained;
mod head;
mod home;
mod measures;
mod offers;
mod payments;
mod reached;
mod rejected;
mod served;
mod states;
mod totals;
mod wishes;

use crate::Check;
use crate::facts::Facts;
use crate::faults::Faults;
use crate::states::States;
use crate::trips;
use domain::plan::{Assignment, Unmet};
use domain::{Message, Plan};

/// Runs every check.
pub fn all<'a>(states: &States<'a>, plan: &'a Plan) -> Vec<Check> {
    let facts = states.facts();
    let (trips, of_trips) = trips::read(facts, plan, &plan.assignments);
    let (built, of_measures) = measures::read(facts, plan, &trips);
    let others = states::read(states, plan, &trips);
    let named = [
        ("verify-check-head", head::check(facts, plan)),
        ("verify-check-assignments", of_trips),
        (
            "verify-check-people",
            people(facts, &plan.assignments, &plan.unmet),
        ),
        ("verify-check-measures", of_measures),
        ("verify-check-offers", offers::check(facts, plan, &trips)),
        (
            "verify-check-conditions",
            conditions::check(facts, &built, &trips),
        ),
        (
            "verify-check-ceilings",
            ceilings::check(facts, plan, &built),
        ),
        (
            "verify-check-costs",
            costs::check(states, plan, &built, &others),
        ),
        (
            "verify-check-payments",
            payments::check(facts, plan, &built, &trips),
        ),
        ("verify-check-rejected", rejected::check(states, plan)),
        (
            "verify-check-totals",
            totals::check(facts, plan, &built, &trips),
        ),
        ("verify-check-reached", reached::check(facts, plan, &trips)),
        ("verify-check-wishes", wishes::check(facts, plan, &built)),
        ("verify-check-explained", explained::check(facts, plan)),
        (
            "verify-check-states",
            states::check(states, plan, &built, &others),
        ),
        ("verify-check-equity", equity::check(facts, plan, &trips)),
        ("verify-check-change", change::check(facts, plan)),
    ];
    let check = |(key, faults): (&str, Faults)| Check {
        name: Message::new(key),
        faults: faults.0,
    };
    named.into_iter().map(check).collect()
}

/// Everybody of a state is served or left without, from wherever they set out.
fn people(facts: &Facts, assignments: &[Assignment], unmet: &[Unmet]) -> Faults {
    let mut faults = served::check(facts, assignments, unmet);
    faults.0.extend(home::check(facts, assignments, unmet).0);
    faults
}

/// Two lists are of the same length: told once, so that rows can be compared
/// one by one.
fn same_rows(faults: &mut Faults, table: &str, stated: usize, computed: usize) {
    faults.same(table, "rows", stated as f64, computed as f64);
}
