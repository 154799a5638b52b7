//! The checks, one file each.

mod ceilings;
mod conditions;
mod costs;
mod explained;
mod head;
mod measures;
mod offers;
mod payments;
mod reached;
mod rejected;
mod served;
mod totals;
mod wishes;

use crate::Check;
use crate::facts::Facts;
use crate::faults::Faults;
use crate::trips;
use domain::{Message, Plan};

/// Runs every check.
pub fn all<'a>(facts: &Facts<'a>, plan: &'a Plan) -> Vec<Check> {
    let (trips, of_trips) = trips::read(facts, plan);
    let (built, of_measures) = measures::read(facts, plan, &trips);
    let named = [
        ("verify-check-head", head::check(facts, plan)),
        ("verify-check-assignments", of_trips),
        ("verify-check-people", served::check(facts, plan)),
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
            costs::check(facts, plan, &built, &trips),
        ),
        (
            "verify-check-payments",
            payments::check(facts, plan, &built, &trips),
        ),
        ("verify-check-rejected", rejected::check(facts, plan)),
        (
            "verify-check-totals",
            totals::check(facts, plan, &built, &trips),
        ),
        ("verify-check-reached", reached::check(facts, plan, &trips)),
        ("verify-check-wishes", wishes::check(facts, plan, &built)),
        ("verify-check-explained", explained::check(facts, plan)),
    ];
    let check = |(key, faults): (&str, Faults)| Check {
        name: Message::new(key),
        faults: faults.0,
    };
    named.into_iter().map(check).collect()
}

/// Two lists are of the same length: told once, so that rows can be compared
/// one by one.
fn same_rows(faults: &mut Faults, table: &str, stated: usize, computed: usize) {
    faults.same(table, "rows", stated as f64, computed as f64);
}
