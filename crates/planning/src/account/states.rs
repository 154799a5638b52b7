//! What comes of each year and demand scenario.

use super::Account;
use super::minutes::Ways;
use crate::adapter::WHOLE;
use domain::Cents;
use domain::plan::{Spread, StateOutcome};

/// The dearest part of what may come that is told.
const WORST: u64 = WHOLE / 10;

impl Account<'_, '_> {
    /// Every state, where there are several.
    pub(super) fn states(&self) -> Vec<StateOutcome> {
        let states = &self.problem.states;
        if states.len() < 2 {
            return Vec::new();
        }
        (0..states.len()).map(|at| self.state(at)).collect()
    }

    fn state(&self, at: usize) -> StateOutcome {
        let state = &self.problem.states[at];
        let mut ways = Ways::default();
        for served in self.served_in(at) {
            let standard = self.problem.service(served.facility).standard_min;
            ways.add(served.persons, served.way.leg.seconds, standard);
        }
        let is_main = at == self.problem.main;
        StateOutcome {
            year: state.year,
            demand_scenario: state.demand_scenario.clone(),
            weight: state.weight,
            costs: self.costs_in(at),
            needed: self.points_in(at).map(|(_, people, _)| people).sum(),
            left_without: self.points_in(at).map(|(_, _, left)| left).sum(),
            minutes: ways.minutes(),
            assignments: if is_main {
                Vec::new()
            } else {
                self.assignments(at)
            },
            unmet: if is_main { Vec::new() } else { self.unmet(at) },
        }
    }

    /// The mean over the demand scenarios, and over the dearest tenth of what may come. A
    /// scenario's cost is that of its years, each with its part in the whole.
    pub(super) fn spread(&self) -> Option<Spread> {
        let problem = self.problem;
        let listed = &problem.region.scenario.demand_scenarios;
        if listed.is_empty() {
            return None;
        }
        let mut scenarios: Vec<(f64, u64)> = listed
            .iter()
            .map(|row| {
                let its = problem.states.iter().enumerate();
                let its = its.filter(|(_, state)| state.demand_scenario == row.name);
                let (mut sum, mut weight, mut probability) = (0.0, 0.0, 0);
                for (at, state) in its {
                    sum += self.costs_in(at).total().0 as f64 * state.weight as f64;
                    weight += state.weight as f64;
                    probability = state.probability;
                }
                (if weight > 0.0 { sum / weight } else { 0.0 }, probability)
            })
            .collect();
        scenarios.sort_by(|one, other| other.0.total_cmp(&one.0));
        Some(Spread {
            expected: mean_of_dearest(&scenarios, WHOLE),
            worst_tenth: mean_of_dearest(&scenarios, WORST),
        })
    }
}

/// The mean of costs, dearest first, over so many billionths of what may come.
fn mean_of_dearest(scenarios: &[(f64, u64)], part: u64) -> Cents {
    let (mut left, mut sum, mut whole) = (part, 0.0, 0.0);
    for &(cost, probability) in scenarios {
        let counts = probability.min(left);
        left -= counts;
        sum += cost * counts as f64;
        whole += counts as f64;
    }
    Cents(if whole > 0.0 {
        (sum / whole).round() as i64
    } else {
        0
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dearest_tenth_takes_what_it_needs_of_each_scenario() {
        // 4 % cost 100, 6 % of the 56 % that cost 50 fill the tenth: 100 × 0.4 + 50 × 0.6.
        let scenarios = [
            (100.0, 40_000_000),
            (50.0, 560_000_000),
            (10.0, 400_000_000),
        ];
        assert_eq!(mean_of_dearest(&scenarios, WORST), Cents(70));
        assert_eq!(mean_of_dearest(&scenarios, WHOLE), Cents(36));
    }
}
