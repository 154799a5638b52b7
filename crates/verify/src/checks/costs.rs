//! The objective by part, to the cent.

use super::measures::Built;
use super::states::Told;
use super::{change, equity};
use crate::faults::Faults;
use crate::rates::{self, WHOLE};
use crate::states::States;
use domain::Plan;
use domain::plan::Costs;

pub fn check(states: &States, plan: &Plan, built: &[Built], told: &[Told]) -> Faults {
    let mut faults = Faults::default();
    let mut sum = Sum::default();
    sum.fixed(states, built, |year| states.weight_from(year));
    for (at, told) in told.iter().enumerate() {
        sum.people(states, at, told, states.all[at].weight);
    }
    let facts = states.facts();
    sum.equity = equity::cost(facts, &told[states.main].trips, &plan.unmet);
    sum.change = change::cost(facts, plan);
    let costs = sum.costs();
    compare(&mut faults, "costs", &plan.costs, &costs);
    faults.same("plan", "objective", plan.objective, costs.total());
    faults
}

/// What a year costs in one state.
pub fn in_state(states: &States, at: usize, built: &[Built], told: &Told) -> Costs {
    let mut sum = Sum::default();
    let now = states.all[at].facts.state_year;
    sum.fixed(states, built, |year| if year <= now { WHOLE } else { 0 });
    sum.people(states, at, told, WHOLE);
    sum.costs()
}

/// Compares costs part by part.
pub fn compare(faults: &mut Faults, whose: &str, stated: &Costs, computed: &Costs) {
    let parts = [
        ("capital", stated.capital, computed.capital),
        ("sites", stated.sites, computed.sites),
        ("places", stated.places, computed.places),
        ("travel", stated.travel, computed.travel),
        ("surcharge", stated.surcharge, computed.surcharge),
        ("size_penalty", stated.size_penalty, computed.size_penalty),
        ("unmet", stated.unmet, computed.unmet),
        ("equity", stated.equity, computed.equity),
        ("change", stated.change, computed.change),
    ];
    for (part, stated, computed) in parts {
        faults.same(whose, part, stated, computed);
    }
}

/// Costs as they are added up.
#[derive(Default)]
struct Sum {
    capital: i128,
    sites: i128,
    places: i128,
    travel: i128,
    surcharge: i128,
    size_penalty: i128,
    unmet: i128,
    equity: i128,
    change: i128,
}

impl Sum {
    /// What is open, with a weight by the year in which it opens.
    fn fixed(&mut self, states: &States, built: &[Built], weight: impl Fn(i32) -> u64) {
        let scenario = &states.facts().region.scenario;
        for one in built {
            let weight_of = weight(one.year);
            let of_site = weight(one.site_year);
            let yearly = |cents| rates::yearly(cents, scenario);
            self.capital += rates::part(yearly(one.places_capital), weight_of);
            self.capital += rates::part(yearly(one.site_capital), of_site);
            self.sites += rates::part(one.service.site_per_year.0, weight_of);
            let penalty = rates::size_penalty(one.service, scenario, one.row.places);
            self.size_penalty += rates::part(penalty, weight_of);
        }
    }

    /// Who goes where in a state, and who is left without.
    fn people(&mut self, states: &States, at: usize, told: &Told, weight: u64) {
        let facts = &states.all[at].facts;
        for trip in &told.trips {
            let persons = i128::from(trip.row.persons);
            let [place, travel, surcharge] = trip
                .each(&facts.region.scenario)
                .map(|cents| rates::part(cents, weight) * persons);
            self.places += place;
            self.travel += travel;
            self.surcharge += surcharge;
        }
        for row in told.unmet {
            if let Some(service) = facts.service(row.service.as_str()) {
                let each = rates::part(service.unmet.0, weight);
                self.unmet += each * i128::from(row.persons);
            }
        }
    }

    fn costs(&self) -> Costs {
        Costs {
            capital: rates::cents(self.capital),
            sites: rates::cents(self.sites),
            places: rates::cents(self.places),
            travel: rates::cents(self.travel),
            surcharge: rates::cents(self.surcharge),
            size_penalty: rates::cents(self.size_penalty),
            unmet: rates::cents(self.unmet),
            equity: rates::cents(self.equity),
            change: rates::cents(self.change),
        }
    }
}
