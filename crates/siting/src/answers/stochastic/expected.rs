//! The states of an instance as one: what to expect.

use super::States;
use crate::instance::*;
use std::collections::BTreeMap;

/// One state in which each need is what it is on average, in whole people; capacities are
/// averages too, rounded so that they promise no more.
pub(super) fn expected(instance: &Instance, states: &States) -> Instance {
    let mut expected = Instance {
        demands: Vec::new(),
        arcs: Vec::new(),
        onward: Vec::new(),
        ..instance.clone()
    };
    let mean = Mean::new(states);
    mean.windows(&mut expected);
    // Per demand: its need's index, in the order in which needs first come.
    let mut numbers = BTreeMap::new();
    let mut demands: Vec<Vec<usize>> = Vec::new();
    let mut need = Vec::with_capacity(instance.demands.len());
    for (demand, number) in states.needs.iter().enumerate() {
        let at = *numbers.entry(number).or_insert(demands.len());
        if at == demands.len() {
            demands.push(Vec::new());
        }
        demands[at].push(demand);
        need.push(at);
    }
    let mut ways: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for (index, arc) in instance.arcs.iter().enumerate() {
        let way = ways.entry((need[arc.demand], arc.facility));
        way.or_default().push(index);
    }
    for demands in &demands {
        let merged = mean.demand(instance, demands);
        expected.demands.push(merged);
    }
    for ((demand, facility), arcs) in ways {
        let rows = || arcs.iter().map(|&arc| instance.arcs[arc]);
        let costs = rows().map(|arc| (i128::from(arc.cost), instance.demands[arc.demand].state));
        if let Some(next) = arcs.iter().find_map(|&arc| instance.onward(arc)) {
            let arc = expected.arcs.len();
            let demand = need[next];
            expected.onward.push(Onward { arc, demand });
        }
        expected.arcs.push(Arc {
            demand,
            facility,
            cost: mean.cost(costs),
            load: rows().map(|arc| arc.load).max().unwrap_or(0),
        });
    }
    expected
}

struct Mean<'a> {
    weights: &'a [u32],
    sum: i128,
}

impl<'a> Mean<'a> {
    fn new(states: &'a States) -> Self {
        Self {
            weights: &states.weights,
            sum: states.weights.iter().copied().map(i128::from).sum(),
        }
    }

    /// The sum of what each state has, times its weight.
    fn weighted(&self, of: impl Fn(usize) -> i64) -> i128 {
        let weights = self.weights.iter().enumerate();
        weights
            .map(|(state, &weight)| i128::from(of(state)) * i128::from(weight))
            .sum()
    }

    fn windows(&self, instance: &mut Instance) {
        for facility in &mut instance.facilities {
            match &mut facility.kind {
                FacilityKind::Existing { capacity } => {
                    let held = self.weighted(|state| capacity.get(state).copied().unwrap_or(0));
                    *capacity = vec![held.div_euclid(self.sum) as i64];
                }
                FacilityKind::New { levels, .. } => {
                    for level in levels {
                        let held = self.weighted(|state| level.window(state).capacity);
                        let asked = self.weighted(|state| level.window(state).min_load);
                        level.windows = vec![Window {
                            min_load: -((-asked).div_euclid(self.sum)) as i64,
                            capacity: held.div_euclid(self.sum) as i64,
                        }];
                    }
                }
            }
        }
    }

    fn demand(&self, instance: &Instance, demands: &[usize]) -> Demand {
        let rows = || demands.iter().map(|&demand| &instance.demands[demand]);
        let people: i128 = rows()
            .map(|row| i128::from(row.persons) * i128::from(self.weights[row.state]))
            .sum();
        let unmet: Option<Vec<(i128, usize)>> = rows()
            .map(|row| Some((i128::from(row.unmet_cost?), row.state)))
            .collect();
        Demand {
            persons: ((2 * people + self.sum) / (2 * self.sum)) as u32,
            unmet_cost: unmet.map(|costs| self.cost(costs.into_iter())),
            single_source: rows().any(|row| row.single_source),
            state: 0,
        }
    }

    /// Costs bear their state's weight: their sum is the mean where every state has one;
    /// else the mean of those that have.
    fn cost(&self, costs: impl Iterator<Item = (i128, usize)>) -> i64 {
        let (mut all, mut weight) = (0i128, 0i128);
        for (cost, state) in costs {
            all += cost;
            weight += i128::from(self.weights[state]);
        }
        (all * self.sum).div_euclid(weight.max(1)) as i64
    }
}
