//! The years and demand scenarios that a plan is for.

use crate::facts::Facts;
use crate::rates::WHOLE;
use domain::Region;

/// A year under one demand scenario.
pub struct State<'r> {
    /// What is known of it.
    pub facts: Facts<'r>,
    /// Billionths of a yearly cost in it that count in the objective.
    pub weight: u64,
    /// How likely its demand scenario is, in billionths.
    pub probability: u64,
}

/// Every state, and which is the main one.
pub struct States<'r> {
    /// By year, then demand scenario.
    pub all: Vec<State<'r>>,
    /// The plan year under `demand_scenario`.
    pub main: usize,
}

impl<'r> States<'r> {
    /// Reads a region in all its states.
    pub fn new(region: &'r Region) -> Self {
        let scenario = &region.scenario;
        let years = years(region);
        let mut likely: Vec<(&str, f64)> = scenario
            .demand_scenarios
            .iter()
            .map(|row| (row.name.as_str(), row.probability))
            .collect();
        if likely.is_empty() {
            likely.push((&scenario.demand_scenario, 1.0));
        }
        let mut all = Vec::new();
        let mut main = 0;
        for (year, share) in parts(region, &years) {
            for &(name, probability) in &likely {
                if year == scenario.year && name == scenario.demand_scenario {
                    main = all.len();
                }
                all.push(State {
                    facts: Facts::new(region, year, name),
                    weight: (share * probability * WHOLE as f64).round() as u64,
                    probability: (probability * WHOLE as f64).round() as u64,
                });
            }
        }
        Self { all, main }
    }

    /// What is known of the main state.
    pub fn facts(&self) -> &Facts<'r> {
        &self.all[self.main].facts
    }

    /// Billionths of a yearly cost that lasts from a year on.
    pub fn weight_from(&self, year: i32) -> u64 {
        let later = self
            .all
            .iter()
            .filter(|state| state.facts.state_year >= year);
        later.map(|state| state.weight).sum()
    }

    /// The states of the last year.
    pub fn last(&self) -> impl Iterator<Item = &State<'r>> {
        let last = self.all.iter().map(|state| state.facts.state_year).max();
        let is_last = move |state: &&State| Some(state.facts.state_year) == last;
        self.all.iter().filter(is_last)
    }
}

/// The years in which measures may open.
pub fn years(region: &Region) -> Vec<i32> {
    let phases = &region.scenario.phases;
    if phases.is_empty() {
        vec![region.scenario.year]
    } else {
        phases.clone()
    }
}

/// Each phase with its part in the whole: the discounted years that it stands for.
fn parts(region: &Region, years: &[i32]) -> Vec<(i32, f64)> {
    let rate = region.scenario.discount_rate;
    let end = years
        .iter()
        .copied()
        .max()
        .unwrap_or(0)
        .max(region.info.plan_years.1);
    let mut worth = vec![0.0; years.len()];
    for year in years[0]..=end {
        let of = years.iter().rposition(|&from| from <= year).unwrap_or(0);
        worth[of] += (1.0 + rate).powi(years[0] - year);
    }
    let whole: f64 = worth.iter().sum();
    let parts = worth.into_iter().map(|worth| worth / whole);
    years.iter().copied().zip(parts).collect()
}
