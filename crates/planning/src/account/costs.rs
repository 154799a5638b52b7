//! The objective by part, and what a year costs in one state.

use super::Account;
use crate::adapter::{WHOLE, annualised, capital, size_penalty, weighted};
use domain::Cents;
use domain::plan::Costs;

impl Account<'_, '_> {
    /// The objective by part: every state with its weight, what is open from its phase on.
    pub(super) fn costs(&self) -> Costs {
        let (problem, solution) = (self.problem, self.solution);
        let mut costs = self.fixed(|phase| problem.weight_from(phase));
        for (at, state) in problem.states.iter().enumerate() {
            self.add_people(&mut costs, at, state.weight);
        }
        if let Some(pricing) = &problem.pricing {
            costs.equity = Cents(pricing.worst.cost(&pricing.plain, solution));
        }
        costs.change = problem.cost_of_changes(solution);
        costs
    }

    /// What a year costs in one state, not weighted.
    pub(super) fn costs_in(&self, state: usize) -> Costs {
        let now = self.problem.states[state].phase;
        let mut costs = self.fixed(|phase| if phase <= now { WHOLE } else { 0 });
        self.add_people(&mut costs, state, WHOLE);
        costs
    }

    /// What is open costs, with a weight by the phase in which it opens.
    fn fixed(&self, weight: impl Fn(usize) -> u64) -> Costs {
        let (problem, solution) = (self.problem, self.solution);
        let region = problem.region;
        let scenario = &region.scenario;
        let mut costs = Costs::default();
        for facility in 0..problem.facilities.len() {
            let (Some(opened), Some(candidate)) =
                (solution.open[facility], problem.candidate(facility))
            else {
                continue;
            };
            let service = problem.service(facility);
            let places = problem.sizes[facility][opened.level];
            let weight = weight(problem.levels(facility)[opened.level].phase);
            let building = annualised(scenario, capital(service, candidate, places));
            costs.capital += weighted(building, weight);
            costs.sites += weighted(service.site_per_year, weight);
            costs.size_penalty += weighted(size_penalty(scenario, service, places), weight);
        }
        let phases = solution.phases(&problem.instance);
        for (candidate, phase) in region.candidates.iter().zip(phases) {
            if let Some(phase) = phase {
                let yearly = annualised(scenario, candidate.site_capital);
                costs.capital += weighted(yearly, weight(phase));
            }
        }
        costs
    }

    fn add_people(&self, costs: &mut Costs, state: usize, weight: u64) {
        for served in self.served_in(state) {
            let (cost, persons) = (served.way.cost.weighted(weight), i64::from(served.persons));
            costs.places += cost.place * persons;
            costs.travel += cost.travel * persons;
            costs.surcharge += cost.surcharge * persons;
        }
        for (point, _, left) in self.points_in(state) {
            let service = self.problem.region.service(&point.of.service);
            let each = service.map_or(Cents::ZERO, |service| service.unmet);
            costs.unmet += weighted(each, weight) * i64::from(left);
        }
    }
}
