//! A set of levels, what it costs, and what changes of it would cost.

use super::money::Weights;
use super::rules::{Change, Rules};
use super::worth::{Columns, NEVER};
use crate::instance::Instance;
use crate::primal::Assigner;
use crate::primal::limits::Limits;
use crate::primal::payments::Purse;
use std::collections::HashMap;

/// Costs that are remembered for one group; then all are forgotten.
const REMEMBERED: usize = 20_000;

/// What is open, and all that follows.
#[derive(Clone)]
pub(super) struct State {
    pub levels: Vec<Option<usize>>,
    /// Cost of each group's assignment.
    pub groups: Vec<i64>,
    /// People of each group who are left without and must not be.
    stranded: Vec<u64>,
    /// Cents a year of facilities and sites.
    pub fixed: i64,
    pub prices: Vec<i64>,
    persons: Vec<u32>,
    /// What each level of each facility saves at these prices at most.
    worth: Vec<i64>,
}

impl State {
    pub fn cost(&self) -> i64 {
        self.fixed + self.groups.iter().sum::<i64>()
    }

    /// Whether everybody is served who must be.
    pub fn serves(&self) -> bool {
        self.stranded.iter().all(|&stranded| stranded == 0)
    }
}

/// A search over levels. A **group** is what is assigned together: a market,
/// or everybody where people go on from one market to another.
pub(super) struct Search<'s, 'a> {
    pub instance: &'a Instance,
    pub rules: Rules<'a>,
    pub weights: Weights,
    pub purse: Purse<'a>,
    columns: Columns,
    assigner: &'s mut Assigner<'a>,
    pub limits: &'s Limits<'s>,
    /// Who must be served, though [`Search::instance`] has a penalty for it.
    must: Vec<bool>,
    joined: bool,
    /// Prices that are higher are estimates gone astray.
    dearest: i64,
    remembered: Vec<HashMap<Box<[u16]>, Option<i64>>>,
    pub state: State,
}

/// The most people that there may be.
pub(super) fn people(instance: &Instance) -> i64 {
    let persons = |demand: usize| i64::from(instance.demands[demand].persons);
    let own: i64 = (0..instance.demands.len()).map(persons).sum();
    let onward = instance.onward.iter();
    own + onward
        .map(|onward| persons(instance.arcs[onward.arc].demand))
        .sum::<i64>()
}

/// What is known of one group for some levels.
struct Look {
    cost: i64,
    stranded: u64,
}

impl<'s, 'a> Search<'s, 'a> {
    /// `None` where minimum loads cannot be met, or who must be served cannot be, at these levels.
    pub fn new(
        instance: &'a Instance,
        rules: Rules<'a>,
        must: Vec<bool>,
        assigner: &'s mut Assigner<'a>,
        levels: &[Option<usize>],
        limits: &'s Limits<'s>,
    ) -> Option<Self> {
        let joined = !instance.onward.is_empty();
        let groups = if joined { 1 } else { assigner.markets() };
        let mut purse = Purse::new(instance);
        for (facility, &level) in levels.iter().enumerate() {
            purse.set(facility, level);
        }
        let columns = Columns::new(instance);
        let sites = 0..instance.sites.len();
        let state = State {
            groups: vec![0; groups],
            stranded: vec![0; groups],
            fixed: sites.map(|site| rules.fixed(levels, site)).sum(),
            prices: vec![0; instance.demands.len()],
            persons: instance
                .demands
                .iter()
                .map(|demand| demand.persons)
                .collect(),
            worth: vec![0; columns.all_levels()],
            levels: levels.to_vec(),
        };
        let mut search = Self {
            columns,
            remembered: vec![HashMap::new(); groups],
            instance,
            rules,
            weights: Weights::new(instance, &purse),
            purse,
            assigner,
            limits,
            must,
            joined,
            dearest: (1 << 60) / (people(instance) + 1),
            state,
        };
        let mut state = search.state.clone();
        for group in 0..groups {
            search.look(group, &mut state)?;
        }
        search.appraise(0..groups, None, &mut state);
        search.state = state;
        Some(search)
    }

    /// Groups that changes touch.
    pub fn touched(&self, changes: &[Change]) -> Vec<usize> {
        if self.joined {
            return vec![0];
        }
        let markets = changes
            .iter()
            .flat_map(|change| self.assigner.markets_of(change.facility));
        let mut touched: Vec<usize> = markets.map(|&market| market as usize).collect();
        touched.sort_unstable();
        touched.dedup();
        touched
    }

    /// Whether two facilities serve the same people.
    pub fn share_market(&self, a: usize, b: usize) -> bool {
        let of = |facility: usize| self.assigner.markets_of(facility).first();
        of(a).is_some() && of(a) == of(b)
    }

    /// Facilities of a group.
    fn members(&self, group: usize) -> Vec<usize> {
        if self.joined {
            (0..self.instance.facilities.len()).collect()
        } else {
            let members = self.assigner.facilities(group).iter();
            members.map(|&facility| facility as usize).collect()
        }
    }

    /// What a group costs at some levels.
    pub fn group_cost(&mut self, group: usize, levels: &[Option<usize>]) -> Option<i64> {
        let level = |facility: usize| levels[facility].map_or(0, |level| level as u16 + 1);
        let key: Box<[u16]> = self.members(group).into_iter().map(level).collect();
        if let Some(&cost) = self.remembered[group].get(&key) {
            return cost;
        }
        let cost = if self.joined {
            self.limits.spend(self.assigner.markets() as u64);
            self.assigner.whole(levels).map(|whole| whole.cost)
        } else {
            self.limits.spend(1);
            self.assigner.cost(group, levels)
        };
        if self.remembered[group].len() >= REMEMBERED {
            self.remembered[group].clear();
        }
        self.remembered[group].insert(key, cost);
        cost
    }

    /// Learns cost, prices and people of a group at the levels of a state.
    pub fn look(&mut self, group: usize, state: &mut State) -> Option<()> {
        let mut found = Look {
            cost: 0,
            stranded: 0,
        };
        let markets = if self.joined {
            0..self.assigner.markets()
        } else {
            group..group + 1
        };
        self.limits.spend(markets.len() as u64);
        for market in markets {
            let assigned = self.assigner.assign(market, &state.levels)?;
            for &(demand, price) in &assigned.demand_prices {
                state.prices[demand as usize] = price.clamp(-self.dearest, self.dearest);
            }
            found.cost += assigned.cost;
            for &(demand, persons) in &assigned.unmet {
                if self.must[demand as usize] {
                    found.stranded += u64::from(persons);
                }
            }
        }
        if self.joined {
            let whole = self.assigner.whole(&state.levels)?;
            self.limits.spend(self.assigner.markets() as u64);
            let must = |(&unmet, &must): (&u32, &bool)| if must { u64::from(unmet) } else { 0 };
            found = Look {
                cost: whole.cost,
                stranded: whole.unmet.iter().zip(&self.must).map(must).sum(),
            };
            for (persons, demand) in state.persons.iter_mut().zip(&self.instance.demands) {
                *persons = demand.persons;
            }
            for onward in &self.instance.onward {
                state.persons[onward.demand] += whole.flow[onward.arc];
            }
        }
        state.groups[group] = found.cost;
        state.stranded[group] = found.stranded;
        Some(())
    }

    /// Reckons what the facilities of groups are worth at the prices of a state, where they are not
    /// those before.
    pub fn appraise(
        &self,
        groups: impl IntoIterator<Item = usize>,
        before: Option<&State>,
        state: &mut State,
    ) {
        let State {
            persons,
            prices,
            worth,
            ..
        } = state;
        let differs = |demand: usize| {
            before.is_none_or(|before| {
                before.prices[demand] != prices[demand] || before.persons[demand] != persons[demand]
            })
        };
        for facility in groups.into_iter().flat_map(|group| self.members(group)) {
            if self.rules.home[facility].is_some()
                && (before.is_none() || self.columns.any(facility, differs))
            {
                self.columns
                    .appraise(self.instance, persons, prices, facility, worth);
            }
        }
    }

    /// The most that a level of a facility saves, [`NEVER`] where it cannot open.
    pub fn worth(&self, state: &State, facility: usize, level: Option<usize>) -> i64 {
        level.map_or(0, |level| state.worth[self.columns.level(facility, level)])
    }

    /// The most that a change saves on assignments, where it may be.
    pub fn saved(&self, state: &State, change: Change) -> Option<i64> {
        let before = state.levels[change.facility];
        let now = self.worth(state, change.facility, change.level);
        if before == change.level || now == NEVER {
            return None;
        }
        // Estimates may say that what is open cannot be.
        let then = self.worth(state, change.facility, before);
        Some(now - if then == NEVER { 0 } else { then })
    }
}
