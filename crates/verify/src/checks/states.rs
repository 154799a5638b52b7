//! Every year and demand scenario: who goes where, what a year costs, and the spread.

use super::measures::Built;
use super::{conditions, costs, offers, people, same_rows};
use crate::faults::Faults;
use crate::rates::{self, WHOLE};
use crate::states::States;
use crate::trips::{self, Spread, Trip};
use domain::plan::{Assignment, Plan, StateOutcome, Unmet};
use std::cmp::Reverse;

/// Who goes where in each state, in the order of the states.
pub struct Told<'a> {
    /// Those who are served.
    pub trips: Vec<Trip<'a>>,
    /// Those who are left without.
    pub unmet: &'a [Unmet],
    faults: Faults,
}

/// Reads the trips of every state; those of the main one are known already.
pub fn read<'a>(states: &States<'a>, plan: &'a Plan, main: &[Trip<'a>]) -> Vec<Told<'a>> {
    let told = |at: usize| {
        if at == states.main {
            return Told {
                trips: main.to_vec(),
                unmet: &plan.unmet,
                faults: Faults::default(),
            };
        }
        let (assignments, unmet) = rows(plan, at);
        let facts = &states.all[at].facts;
        let (trips, mut faults) = trips::read(facts, plan, assignments);
        faults.0.extend(people(facts, assignments, unmet).0);
        Told {
            trips,
            unmet,
            faults,
        }
    };
    (0..states.all.len()).map(told).collect()
}

fn rows(plan: &Plan, at: usize) -> (&[Assignment], &[Unmet]) {
    let state = plan.states.get(at);
    state.map_or((&[], &[]), |row| (&row.assignments, &row.unmet))
}

pub fn check(states: &States, plan: &Plan, built: &[Built], told: &[Told]) -> Faults {
    let mut faults = Faults::default();
    let several = states.all.len() > 1;
    let count = if several { states.all.len() } else { 0 };
    same_rows(&mut faults, "states", plan.states.len(), count);
    if several {
        for (at, (row, told)) in plan.states.iter().zip(told).enumerate() {
            of_state(states, &mut faults, at, row, built, told);
        }
    }
    spread(states, &mut faults, plan, built, told);
    faults
}

fn of_state(
    states: &States,
    faults: &mut Faults,
    at: usize,
    row: &StateOutcome,
    built: &[Built],
    told: &Told,
) {
    let state = &states.all[at];
    let facts = &state.facts;
    let whose = format!("{} {}", facts.state_year, facts.demand_scenario);
    let whose = whose.trim();
    let figure = |name: &str| format!("states.{name}");
    faults.same(whose, &figure("year"), row.year, facts.state_year);
    faults.same(
        whose,
        &figure("demand_scenario"),
        row.demand_scenario.as_str(),
        facts.demand_scenario,
    );
    faults.same(
        whose,
        &figure("weight"),
        row.weight as f64,
        state.weight as f64,
    );
    costs::compare(
        faults,
        whose,
        &row.costs,
        &costs::in_state(states, at, built, told),
    );
    let needed = facts
        .needs
        .values()
        .map(|persons| u64::from(*persons))
        .sum();
    let left = told.unmet.iter().map(|row| u64::from(row.persons)).sum();
    faults.same(whose, &figure("needed"), row.needed, rates::persons(needed));
    faults.same(
        whose,
        &figure("left_without"),
        row.left_without,
        rates::persons(left),
    );
    Spread::of(&told.trips).compare(faults, whose, "states.minutes", row.minutes);
    if at == states.main {
        let empty = row.assignments.is_empty() && row.unmet.is_empty();
        faults.demand(empty, "verify-main-state-twice", whose);
        return;
    }
    faults.0.extend(told.faults.0.iter().cloned());
    offers::capacities(facts, faults, &told.trips);
    conditions::loads(facts, faults, built, &told.trips);
}

/// The mean over all demand scenarios, and over the dearest tenth of what may come.
fn spread(states: &States, faults: &mut Faults, plan: &Plan, built: &[Built], told: &[Told]) {
    let scenarios = &states.facts().region.scenario.demand_scenarios;
    let given = plan.spread.is_some();
    faults.same("plan", "spread", given, !scenarios.is_empty());
    let Some(stated) = plan.spread else { return };
    let mut dearest: Vec<(f64, u64)> = Vec::new();
    for scenario in scenarios {
        let (mut sum, mut weight, mut probability) = (0.0, 0.0, 0);
        for (at, state) in states.all.iter().enumerate() {
            if state.facts.demand_scenario == scenario.name {
                let cost = costs::in_state(states, at, built, &told[at]).total();
                sum += cost.0 as f64 * state.weight as f64;
                weight += state.weight as f64;
                probability = state.probability;
            }
        }
        dearest.push((if weight > 0.0 { sum / weight } else { 0.0 }, probability));
    }
    dearest.sort_by(|one, other| other.0.total_cmp(&one.0));
    dearest.sort_by_key(|&(cost, _)| Reverse(cost.round() as i64));
    let mean = |part: u64| {
        let (mut rest, mut sum) = (part, 0.0);
        for &(cost, probability) in &dearest {
            let taken = rest.min(probability);
            sum += cost * taken as f64;
            rest -= taken;
        }
        let taken = (part - rest) as f64;
        rates::cents(if taken > 0.0 {
            (sum / taken).round() as i128
        } else {
            0
        })
    };
    faults.same("spread", "expected", stated.expected, mean(WHOLE));
    faults.same(
        "spread",
        "worst_tenth",
        stated.worst_tenth,
        mean(WHOLE / 10),
    );
}
