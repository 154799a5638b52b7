//! The objective by part, to the cent.

use super::measures::Built;
use crate::facts::Facts;
use crate::faults::Faults;
use crate::rates;
use crate::trips::Trip;
use domain::Plan;

pub fn check(facts: &Facts, plan: &Plan, built: &[Built], trips: &[Trip]) -> Faults {
    let mut faults = Faults::default();
    let scenario = &facts.region.scenario;
    let yearly = |cents| i128::from(rates::yearly(cents, scenario));
    let places_capital: i128 = built.iter().map(|one| yearly(one.places_capital)).sum();
    let site_capital: i128 = built.iter().map(|one| yearly(one.site_capital)).sum();
    let sites: i128 = built
        .iter()
        .map(|one| i128::from(one.service.site_per_year.0))
        .sum();
    let penalty =
        |one: &Built| i128::from(rates::size_penalty(one.service, scenario, one.row.places));
    let unmet = plan.unmet.iter().filter_map(|row| {
        let each = facts.service(row.service.as_str())?.unmet.0;
        Some(i128::from(each) * i128::from(row.persons))
    });
    let parts = [
        ("capital", plan.costs.capital, places_capital + site_capital),
        ("sites", plan.costs.sites, sites),
        (
            "places",
            plan.costs.places,
            trips.iter().map(Trip::places).sum(),
        ),
        (
            "travel",
            plan.costs.travel,
            trips.iter().map(|trip| trip.travel(scenario)).sum(),
        ),
        (
            "surcharge",
            plan.costs.surcharge,
            trips.iter().map(|trip| trip.surcharge(scenario)).sum(),
        ),
        (
            "size_penalty",
            plan.costs.size_penalty,
            built.iter().map(penalty).sum(),
        ),
        ("unmet", plan.costs.unmet, unmet.sum()),
    ];
    for (part, stated, computed) in parts {
        faults.same("costs", part, stated, rates::cents(computed));
    }
    let total = parts.iter().map(|(_, _, computed)| computed).sum();
    faults.same("plan", "objective", plan.objective, rates::cents(total));
    faults
}
