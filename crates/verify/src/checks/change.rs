//! What changes against the approved plan, and what that costs.

use super::same_rows;
use crate::facts::Facts;
use crate::faults::Faults;
use crate::rates;
use domain::plan::{Opening, Plan, Resized};
use domain::{Cents, LeastChange};

/// Changes: opened, closed, resized, each in the order in which a plan tells them.
#[derive(Default)]
struct Changes {
    opened: Vec<Opening>,
    closed: Vec<Opening>,
    resized: Vec<Resized>,
}

fn changes(plan: &Plan, switch: &LeastChange) -> Changes {
    let mut changes = Changes::default();
    for row in &plan.measures {
        let is_it =
            |old: &&Opening| (&old.candidate, &old.service) == (&row.candidate, &row.service);
        match switch.approved.iter().find(is_it) {
            None => changes.opened.push(Opening {
                candidate: row.candidate.clone(),
                service: row.service.clone(),
                places: row.places,
            }),
            Some(old) if old.places != row.places => changes.resized.push(Resized {
                candidate: row.candidate.clone(),
                service: row.service.clone(),
                before: old.places,
                after: row.places,
            }),
            Some(_) => {}
        }
    }
    let is_open = |old: &&Opening| {
        let mut now = plan.measures.iter();
        now.any(|row| (&old.candidate, &old.service) == (&row.candidate, &row.service))
    };
    let closed = switch.approved.iter().filter(|old| !is_open(old));
    changes.closed = closed.cloned().collect();
    changes
}

/// What the changes cost at the price that the scenario, else the plan, names.
pub fn cost(facts: &Facts, plan: &Plan) -> i128 {
    let Some(switch) = &facts.region.scenario.least_change else {
        return 0;
    };
    let changes = changes(plan, switch);
    let count = changes.opened.len() + changes.closed.len() + changes.resized.len();
    i128::from(price(plan, switch)) * count as i128
}

fn price(plan: &Plan, switch: &LeastChange) -> i64 {
    let told = plan.change.as_ref().map_or(0, |change| change.price.0);
    switch.eur_per_change.map_or(told, rates::from_eur)
}

pub fn check(facts: &Facts, plan: &Plan) -> Faults {
    let mut faults = Faults::default();
    let switch = facts.region.scenario.least_change.as_ref();
    faults.same("plan", "change", plan.change.is_some(), switch.is_some());
    let (Some(stated), Some(switch)) = (&plan.change, switch) else {
        return faults;
    };
    faults.same("change", "price", stated.price, Cents(price(plan, switch)));
    let computed = changes(plan, switch);
    for (name, stated, computed) in [
        ("change.opened", &stated.opened, &computed.opened),
        ("change.closed", &stated.closed, &computed.closed),
    ] {
        same_rows(&mut faults, name, stated.len(), computed.len());
        for (row, computed) in stated.iter().zip(computed) {
            let whose = format!("{} {}", computed.candidate, computed.service);
            faults.demand(row == computed, "verify-change", &whose);
        }
    }
    same_rows(
        &mut faults,
        "change.resized",
        stated.resized.len(),
        computed.resized.len(),
    );
    for (row, computed) in stated.resized.iter().zip(&computed.resized) {
        let whose = format!("{} {}", computed.candidate, computed.service);
        faults.demand(row == computed, "verify-change", &whose);
    }
    faults
}
