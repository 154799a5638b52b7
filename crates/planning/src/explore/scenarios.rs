//! One set of sites for several demand scenarios.

use super::{Explore, Range, openings};
use crate::adapter::Problem;
use crate::plan::PlanError;
use domain::plan::Opening;
use domain::{Cents, DemandPoint};
use serde::Serialize;
use siting::answers::Interval;
use siting::answers::stochastic::{OfExpected, States, value};
use siting::instance::{FacilityKind, Instance, Solution};
use std::collections::BTreeMap;

/// What may be needed, and how much it counts.
#[derive(Debug, Clone, PartialEq)]
pub struct DemandScenario {
    /// Its name in `needs.csv`.
    pub name: String,
    /// Its weight beside the others, at least 1.
    pub weight: u32,
    /// Its demand.
    pub points: Vec<DemandPoint>,
}

/// What the plan comes to in one scenario.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct InScenario {
    /// The scenario.
    pub name: String,
    /// Its share of all weight.
    pub share: f64,
    /// What the plan costs a year if it comes.
    pub cost: Cents,
    /// People in need.
    pub people: u64,
    /// People left without.
    pub unmet: u64,
}

/// One set of sites for all scenarios.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Scenarios {
    /// What opens.
    pub opens: Vec<Opening>,
    /// Expected cost a year.
    pub expected: Range,
    /// Mean cost in the worst tenth of what may happen.
    pub worst_tenth: Cents,
    /// Each scenario.
    pub scenarios: Vec<InScenario>,
    /// What the sites cost that are best for the mean demand; absent without an answer.
    pub of_mean: Option<Range>,
    /// Whether these sites break a condition in some scenario.
    pub mean_breaks: bool,
    /// Saved a year by planning for all scenarios rather than for their mean.
    pub value_of_planning: Option<Range>,
    /// Saved a year if it were known which scenario comes.
    pub value_of_knowing: Option<Range>,
}

impl Explore<'_> {
    /// Plans one set of sites for all these scenarios, of which each comes as likely as
    /// its weight says. The explorer's own demand plays no part.
    ///
    /// # Errors
    /// As [`crate::plan()`]'s.
    pub fn scenarios(&mut self, scenarios: &[DemandScenario]) -> Result<Scenarios, PlanError> {
        self.understands()?;
        let points: Vec<DemandPoint> = scenarios
            .iter()
            .flat_map(|scenario| scenario.points.iter().cloned())
            .collect();
        let problem = Problem::new(self.region, &points, self.options.budget);
        if !problem.impossible.is_empty() {
            return Err(PlanError::Infeasible {
                conditions: problem.impossible,
            });
        }
        let states = states(scenarios, &points);
        let instance = spread(&problem.instance, scenarios);
        let Some(value) = self.ask(|ask| value(&instance, &states, ask))? else {
            return Err(self.why_none(&Problem {
                instance,
                ..problem.clone()
            }));
        };
        // The instance counts everything as often as all weights together.
        let sum = states
            .weights
            .iter()
            .copied()
            .map(i64::from)
            .sum::<i64>()
            .max(1);
        let range = |interval: Interval| Range {
            least: Cents(interval.least.div_euclid(sum)),
            most: Cents(-((-interval.most).div_euclid(sum))),
        };
        let rows = scenarios
            .iter()
            .enumerate()
            .map(|(state, scenario)| InScenario {
                name: scenario.name.clone(),
                share: f64::from(scenario.weight) / sum as f64,
                cost: Cents(value.by_state[state].div_euclid(sum)),
                people: scenario
                    .points
                    .iter()
                    .map(|row| u64::from(row.persons))
                    .sum(),
                unmet: left_without(&instance, &value.solution, state),
            });
        Ok(Scenarios {
            opens: openings(&problem, &value.solution),
            expected: range(value.recourse),
            worst_tenth: Cents(value.worst_tenth.div_euclid(sum)),
            scenarios: rows.collect(),
            of_mean: match value.of_expected {
                OfExpected::Costs(costs) => Some(range(costs)),
                _ => None,
            },
            mean_breaks: value.of_expected == OfExpected::Breaks,
            value_of_planning: value.of_stochastic_solution().map(range),
            value_of_knowing: value.of_perfect_information().map(range),
        })
    }
}

/// Which demand points are one need in several scenarios.
fn states(scenarios: &[DemandScenario], points: &[DemandPoint]) -> States {
    let mut numbers = BTreeMap::new();
    let mut needs = Vec::with_capacity(points.len());
    for point in points {
        let next = numbers.len();
        let hours = point.hours_per_week.map(f64::to_bits);
        let key = (&point.place, &point.target_group, &point.service, hours);
        needs.push(*numbers.entry(key).or_insert(next));
    }
    States {
        weights: scenarios.iter().map(|scenario| scenario.weight).collect(),
        needs,
    }
}

/// The instance in which each scenario is a state. All costs count as often as all weights
/// together, so that shares of them stay whole cents.
fn spread(instance: &Instance, scenarios: &[DemandScenario]) -> Instance {
    let mut spread = instance.clone();
    let sum: i64 = scenarios
        .iter()
        .map(|scenario| i64::from(scenario.weight))
        .sum();
    let weight = |state: usize| i64::from(scenarios[state].weight);
    let mut states = scenarios
        .iter()
        .enumerate()
        .flat_map(|(state, scenario)| std::iter::repeat_n(state, scenario.points.len()));
    for demand in &mut spread.demands {
        demand.state = states.next().unwrap_or_default();
        demand.unmet_cost = demand.unmet_cost.map(|cost| cost * weight(demand.state));
    }
    for arc in &mut spread.arcs {
        arc.cost *= weight(spread.demands[arc.demand].state);
    }
    for facility in &mut spread.facilities {
        match &mut facility.kind {
            FacilityKind::Existing { capacity } => {
                *capacity = vec![capacity.first().copied().unwrap_or(0); scenarios.len()];
            }
            FacilityKind::New { levels, .. } => {
                for level in levels {
                    level.windows = vec![level.window(0); scenarios.len()];
                    level.fixed_cost *= sum;
                }
            }
        }
    }
    let openings = spread.sites.iter_mut().flat_map(|site| &mut site.openings);
    openings.for_each(|opening| opening.fixed_cost *= sum);
    spread
}

fn left_without(instance: &Instance, solution: &Solution, state: usize) -> u64 {
    let rows = instance.demands.iter().zip(&solution.unmet);
    rows.filter(|(demand, _)| demand.state == state)
        .map(|(_, &persons)| u64::from(persons))
        .sum()
}
