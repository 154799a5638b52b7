//! Assignment where it is no transport problem: people whose load depends on where
//! they go, or demands that stay together (the generalised assignment problem).
//!
//! Prices of capacity order an insertion by regret; minima are filled; then units are
//! shifted, swapped and passed on in chains until none of these helps.

mod exchange;
mod insertion;
mod minima;
mod oscillation;
mod pairs;
mod prices;
mod steps;

use super::market::Market;
use crate::instance::{Instance, Window};

/// No option: left without.
pub(super) const WITHOUT: u32 = u32::MAX;

/// Units that cannot be divided (a person, or all people of a demand), and the
/// facilities that are open to them.
#[derive(Debug, Clone, Default)]
pub(super) struct Units {
    /// Per item, which is a demand of the market: how many units.
    pub units: Vec<u32>,
    /// Persons in a unit.
    pub together: Vec<u32>,
    /// Cost of leaving a unit without.
    pub unmet: Vec<i64>,
    /// Whether it may not be left without.
    pub must: Vec<bool>,
    /// Where an item's options begin; one entry more than items.
    pub first: Vec<u32>,
    /// Per option: the item, the facility (of the market), the arc, cost and load of a
    /// unit; an item's cheapest first.
    pub item: Vec<u32>,
    pub to: Vec<u32>,
    pub arc: Vec<u32>,
    pub cost: Vec<i64>,
    pub load: Vec<i64>,
    /// Per facility of the market: its window; all 0 where it is closed.
    pub windows: Vec<Window>,
}

impl Units {
    /// The units of a market and where they may go.
    pub fn new(
        market: &Market,
        instance: &Instance,
        price: impl Fn(usize) -> i64,
        persons: &[u32],
        windows: &[Option<Window>],
    ) -> Self {
        let mut all = Self {
            first: vec![0],
            windows: windows
                .iter()
                .map(|window| window.unwrap_or_default())
                .collect(),
            ..Self::default()
        };
        for (local, &demand) in market.demands.iter().enumerate() {
            let what = &instance.demands[demand as usize];
            let persons = persons[demand as usize];
            let together = if what.single_source {
                persons.max(1)
            } else {
                1
            };
            all.units.push(persons / together);
            all.together.push(together);
            all.unmet
                .push(what.unmet_cost.unwrap_or(0) * i64::from(together));
            all.must.push(what.unmet_cost.is_none());
            for (arc, to) in market.arcs_of(local) {
                let load = instance.arcs[arc].load * i64::from(together);
                if windows[to].is_some_and(|window| load <= window.capacity) {
                    all.item.push(local as u32);
                    all.to.push(to as u32);
                    all.arc.push(arc as u32);
                    all.cost.push(price(arc) * i64::from(together));
                    all.load.push(load);
                }
            }
            all.first.push(all.item.len() as u32);
        }
        all
    }

    /// The options of an item, cheapest first.
    pub fn options(&self, item: usize) -> std::ops::Range<usize> {
        self.first[item] as usize..self.first[item + 1] as usize
    }

    /// The option that is an arc, and its item.
    pub fn option(&self, market: &Market, instance: &Instance, arc: usize) -> Option<(u32, usize)> {
        let demand = instance.arcs[arc].demand as u32;
        let item = market.demands.binary_search(&demand).ok()?;
        let option = self
            .options(item)
            .find(|&option| self.arc[option] == arc as u32)?;
        Some((option as u32, item))
    }

    /// What a unit at an option, or without, costs; first how many who must be served are not.
    pub fn worth(&self, item: usize, option: u32) -> Change {
        if option == WITHOUT {
            (i64::from(self.must[item]), self.unmet[item])
        } else {
            (0, self.cost[option as usize])
        }
    }
}

/// Load short of minima and units short of being served; then cents. The first counts before the second.
pub(super) type Change = (i64, i64);

pub(super) fn plus(a: Change, b: Change) -> Change {
    (a.0 + b.0, a.1 + b.1)
}

pub(super) fn minus(a: Change, b: Change) -> Change {
    (a.0 - b.0, a.1 - b.1)
}

/// Where units are.
#[derive(Debug, Clone)]
pub(super) struct Placed<'u> {
    pub all: &'u Units,
    /// Per option: units there.
    pub at: Vec<u32>,
    /// Per item: units without.
    pub left: Vec<u32>,
    /// Per facility: load.
    pub load: Vec<i64>,
    /// Per facility: the options with units.
    pub members: Vec<Vec<u32>>,
    /// Per option: its place in `members`.
    slot: Vec<u32>,
}

impl<'u> Placed<'u> {
    /// Nobody is anywhere.
    pub fn nowhere(all: &'u Units) -> Self {
        Self {
            all,
            at: vec![0; all.item.len()],
            left: all.units.clone(),
            load: vec![0; all.windows.len()],
            members: vec![Vec::new(); all.windows.len()],
            slot: vec![0; all.item.len()],
        }
    }

    /// Places some of the units that are without.
    pub fn place(&mut self, option: u32, units: u32) {
        if option == WITHOUT || units == 0 {
            return;
        }
        let index = option as usize;
        let to = self.all.to[index] as usize;
        if self.at[index] == 0 {
            self.slot[index] = self.members[to].len() as u32;
            self.members[to].push(option);
        }
        self.at[index] += units;
        self.left[self.all.item[index] as usize] -= units;
        self.load[to] += self.all.load[index] * i64::from(units);
    }

    /// Takes some units away again.
    pub fn take(&mut self, option: u32, units: u32) {
        if option == WITHOUT || units == 0 {
            return;
        }
        let index = option as usize;
        let to = self.all.to[index] as usize;
        self.at[index] -= units;
        self.left[self.all.item[index] as usize] += units;
        self.load[to] -= self.all.load[index] * i64::from(units);
        if self.at[index] == 0 {
            let slot = self.slot[index] as usize;
            self.members[to].swap_remove(slot);
            if let Some(&moved) = self.members[to].get(slot) {
                self.slot[moved as usize] = slot as u32;
            }
        }
    }

    /// Room left at a facility.
    pub fn room(&self, facility: usize) -> i64 {
        self.all.windows[facility].capacity - self.load[facility]
    }

    /// How much more short of its minimum a facility is when its load changes.
    pub fn shorter(&self, facility: usize, by: i64) -> i64 {
        let least = self.all.windows[facility].min_load;
        (least - self.load[facility] - by).max(0) - (least - self.load[facility]).max(0)
    }

    /// Short and unserved, and cents.
    pub fn total(&self) -> Change {
        let mut total = (0, 0);
        for (item, &left) in self.left.iter().enumerate() {
            let (short, cost) = self.all.worth(item, WITHOUT);
            total = plus(total, (short * i64::from(left), cost * i64::from(left)));
        }
        for (&units, &cost) in self.at.iter().zip(&self.all.cost) {
            total.1 += i64::from(units) * cost;
        }
        for (window, &load) in self.all.windows.iter().zip(&self.load) {
            total.0 += (window.min_load - load).max(0);
        }
        total
    }

    /// Fills minima, repairs what is short and exchanges units until nothing helps, looking
    /// at so many `moves` of each item in turn at most.
    pub fn settle(&mut self, moves: u64) {
        self.fill_minima();
        self.repair(moves);
        self.exchange(moves);
    }
}
