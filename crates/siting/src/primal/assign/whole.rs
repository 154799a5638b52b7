//! All markets together, where being served here makes a need there.

use super::{Assigned, Assigner};
use crate::instance::Instance;

/// Rounds of prices for those who are brought from one market to another.
const ROUNDS: usize = 6;
/// Price of an onward need that nothing can meet.
const PROHIBITIVE: i64 = 1 << 40;

/// Everybody, assigned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// Cents: served and left without.
    pub cost: i64,
    /// Persons per arc.
    pub flow: Vec<u32>,
    /// Persons left without, per demand.
    pub unmet: Vec<u32>,
    /// Whether no assignment to the same facilities costs less.
    pub exact: bool,
}

impl Assigner<'_> {
    /// Assigns everybody, those included whom others bring; `None` where minimum loads
    /// or must-serve demands cannot be met.
    ///
    /// Where people go on to another need, the markets that they come from are
    /// solved with what that need costs added to their arcs. It depends on how many come, so this is repeated a few
    /// times and the best is kept; it is exact only where nobody goes on.
    pub fn whole(&mut self, levels: &[Option<usize>]) -> Option<Assignment> {
        if self.instance.onward.is_empty() {
            return self.round(levels).map(|(whole, _)| whole);
        }
        let mut prices = self.first_prices(levels);
        let mut best: Option<Assignment> = None;
        for round in 1..=ROUNDS {
            self.charge(Some(&prices));
            let (whole, found) = match self.round(levels) {
                Some((whole, found)) => (Some(whole), found),
                None => (None, Vec::new()),
            };
            if let Some(whole) = whole
                && best.as_ref().is_none_or(|best| whole.cost < best.cost)
            {
                best = Some(whole);
            }
            let before = prices.clone();
            self.learn(&mut prices, &found, round as i64);
            if prices == before {
                break;
            }
        }
        self.charge(None);
        best
    }

    /// Solves every market in turn, each after those that bring people to it.
    fn round(&mut self, levels: &[Option<usize>]) -> Option<(Assignment, Vec<Assigned>)> {
        let instance = self.instance;
        let mut whole = Assignment {
            cost: 0,
            flow: vec![0; instance.arcs.len()],
            unmet: vec![0; instance.demands.len()],
            exact: instance.onward.is_empty(),
        };
        let mut found = Vec::new();
        let mut persons = std::mem::take(&mut self.persons);
        own_people(instance, &mut persons);
        self.persons = persons;
        for at in 0..self.order.len() {
            let assigned = self.assign(self.order[at] as usize, levels)?;
            whole.exact &= assigned.exact;
            for &(arc, persons) in &assigned.flow {
                let arc = arc as usize;
                whole.flow[arc] = persons;
                whole.cost += i64::from(persons) * instance.arcs[arc].cost;
                if let Some(demand) = instance.onward(arc) {
                    self.persons[demand] += persons;
                }
            }
            for &(demand, persons) in &assigned.unmet {
                let cost = instance.demands[demand as usize].unmet_cost.unwrap_or(0);
                whole.unmet[demand as usize] = persons;
                whole.cost += i64::from(persons) * cost;
            }
            if !instance.onward.is_empty() {
                found.push(assigned);
            }
        }
        Some((whole, found))
    }

    /// What each onward need costs where capacity does not bind.
    fn first_prices(&self, levels: &[Option<usize>]) -> Vec<i64> {
        let instance = self.instance;
        let mut prices: Vec<i64> = instance
            .demands
            .iter()
            .map(|demand| demand.unmet_cost.unwrap_or(PROHIBITIVE))
            .collect();
        for arc in &instance.arcs {
            let is_open = levels[arc.facility].is_some()
                || (instance.levels(arc.facility).is_empty() && !self.closed[arc.facility]);
            if is_open {
                prices[arc.demand] = prices[arc.demand].min(arc.cost);
            }
        }
        prices
    }

    /// Moves the prices towards those found, by ever smaller steps.
    fn learn(&self, prices: &mut [i64], found: &[Assigned], round: i64) {
        if found.is_empty() {
            for price in prices.iter_mut() {
                *price = (*price * 2).min(PROHIBITIVE);
            }
        }
        for assigned in found {
            for &(demand, price) in &assigned.demand_prices {
                let before = &mut prices[demand as usize];
                *before += (price.clamp(-PROHIBITIVE, PROHIBITIVE) - *before) / round;
            }
        }
    }

    /// Adds what the onward need costs to the arcs that lead to one, or takes all such prices away.
    fn charge(&mut self, prices: Option<&[i64]>) {
        let instance = self.instance;
        self.surcharge.clear();
        if let Some(prices) = prices {
            self.surcharge.resize(instance.arcs.len(), 0);
            for onward in &instance.onward {
                self.surcharge[onward.arc] = prices[onward.demand];
            }
        } else {
            own_people(instance, &mut self.persons);
        }
        let from = |onward: &crate::instance::Onward| {
            self.of_demand[instance.arcs[onward.arc].demand] as usize
        };
        let mut homes: Vec<usize> = instance.onward.iter().map(from).collect();
        homes.sort_unstable();
        homes.dedup();
        for market in homes {
            self.reprice(market);
        }
    }
}

fn own_people(instance: &Instance, persons: &mut [u32]) {
    for (persons, demand) in persons.iter_mut().zip(&instance.demands) {
        *persons = demand.persons;
    }
}

/// Markets in an order in which whoever goes on comes from an earlier one.
///
/// Where markets feed each other in a circle, the circle is cut at the lowest.
pub(super) fn order(instance: &Instance, markets: usize, of_demand: &[u32]) -> Vec<u32> {
    let mut edges: Vec<(u32, u32)> = instance
        .onward
        .iter()
        .map(|onward| {
            let from = of_demand[instance.arcs[onward.arc].demand];
            (from, of_demand[onward.demand])
        })
        .filter(|(from, to)| from != to)
        .collect();
    edges.sort_unstable();
    edges.dedup();
    let mut comes = vec![0u32; markets];
    for &(_, to) in &edges {
        comes[to as usize] += 1;
    }
    let mut placed = vec![false; markets];
    let mut order: Vec<u32> = Vec::with_capacity(markets);
    let mut next = 0;
    while order.len() < markets {
        for (market, &comes) in comes.iter().enumerate() {
            if !placed[market] && comes == 0 {
                placed[market] = true;
                order.push(market as u32);
            }
        }
        if next == order.len() {
            let first = placed.iter().position(|placed| !placed).unwrap_or(0);
            placed[first] = true;
            order.push(first as u32);
        }
        for &market in &order[next..] {
            let from = edges.partition_point(|&(from, _)| from < market);
            for &(_, to) in edges[from..].iter().take_while(|edge| edge.0 == market) {
                comes[to as usize] = comes[to as usize].saturating_sub(1);
            }
        }
        next = order.len();
    }
    order
}
