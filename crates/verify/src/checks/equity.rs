//! Who travels farthest: the ways of the worst off, what they cost, the figures told.

use crate::facts::Facts;
use crate::faults::Faults;
use crate::rates;
use crate::trips::{Spread, Trip};
use domain::plan::{Plan, Unmet};

/// Minutes of every need of the main state, longest first; who is left without has the limit.
fn longest_first(facts: &Facts, trips: &[Trip], unmet: &[Unmet]) -> Vec<(f64, u64)> {
    let served = trips
        .iter()
        .map(|trip| (trip.way.minutes(), u64::from(trip.row.persons)));
    let left = unmet.iter().filter_map(|row| {
        let service = facts.service(row.service.as_str())?;
        let limit = rates::limit_min(service, &facts.region.scenario);
        Some((limit, u64::from(row.persons)))
    });
    let mut all: Vec<(f64, u64)> = served.chain(left).collect();
    all.sort_by(|one, other| other.0.total_cmp(&one.0));
    all
}

/// The share of the worst off and the price of their minutes.
fn asked(facts: &Facts) -> Option<(f64, f64)> {
    let equity = facts.region.scenario.equity.as_ref()?;
    Some((equity.worst_share?, equity.eur_per_minute?))
}

/// How many needs count as the worst off: the share of all, rounded up, at least one.
fn worst_off(facts: &Facts, share: f64) -> u64 {
    let all: u64 = facts
        .needs
        .values()
        .map(|persons| u64::from(*persons))
        .sum();
    let exact = share * all as f64;
    let whole = if (exact - exact.round()).abs() < 1e-9 {
        exact.round()
    } else {
        exact.ceil()
    };
    (whole as u64).max(1).min(all)
}

/// Sums up something of the worst off.
fn of_worst(all: &[(f64, u64)], people: u64, each: impl Fn(f64) -> f64) -> f64 {
    let (mut left, mut sum) = (people, 0.0);
    for &(minutes, persons) in all {
        let taken = persons.min(left);
        sum += each(minutes) * taken as f64;
        left -= taken;
    }
    sum
}

/// What the ways of the worst off cost, cents; each way to the cent.
pub fn cost(facts: &Facts, trips: &[Trip], unmet: &[Unmet]) -> i128 {
    let Some((share, eur_per_minute)) = asked(facts) else {
        return 0;
    };
    let all = longest_first(facts, trips, unmet);
    let cents = |minutes: f64| rates::from_eur(eur_per_minute * minutes) as f64;
    of_worst(&all, worst_off(facts, share), cents) as i128
}

pub fn check(facts: &Facts, plan: &Plan, trips: &[Trip]) -> Faults {
    let mut faults = Faults::default();
    let is_on = facts.region.scenario.equity.is_some();
    faults.same("plan", "equity", plan.equity.is_some(), is_on);
    let Some(stated) = &plan.equity else {
        return faults;
    };
    let minutes = Spread::of(trips);
    minutes.compare_equity(&mut faults, stated);
    let all = longest_first(facts, trips, &plan.unmet);
    let worst = asked(facts).map(|(share, _)| worst_off(facts, share));
    faults.same(
        "equity",
        "worst_off",
        stated.worst_off,
        worst.map(rates::persons),
    );
    faults.same(
        "equity",
        "worst_mean",
        stated.worst_mean.is_some(),
        worst.is_some(),
    );
    if let (Some(stated), Some(people)) = (stated.worst_mean, worst) {
        let sum = of_worst(&all, people, |minutes| minutes);
        let mean = if people == 0 {
            0.0
        } else {
            sum / people as f64
        };
        faults.printed("equity", "worst_mean", stated, mean, 2);
    }
    faults
}
