//! Strategic oscillation: what is too full or too empty is allowed at a price, which
//! rises while it lasts and falls while there is none of it.
//!
//! After the ejection chain approach to the generalised assignment problem of M. Yagiura, T. Ibaraki and F. Glover
//! (INFORMS Journal on Computing 16, 2004): shifts, swaps and double shifts under
//! adaptive penalties, begun here from the prices of a relaxation.

use super::pairs::Pairs;
use super::{Placed, Units, WITHOUT};

/// Rounds of descent without anything better, at most.
const PATIENCE: usize = 40;
/// Places that a unit is tried at: those that cost least with the price of capacity.
pub(super) const NEAR: usize = 12;
/// By how much a price falls after a round without, and rises at most after one with, anything amiss.
const FALL: f64 = 0.9;
const RISE: f64 = 0.5;
/// The first price of a load unit amiss at least, in spreads of the cost of places a load unit.
const BASE: f64 = 1.0;
/// Pairs of items and facilities of which a table is kept.
const TABLE: usize = 1 << 23;

/// Prices of what is amiss.
pub(super) struct Oscillation<'u> {
    pub all: &'u Units,
    /// Per facility: a load unit above its capacity, and short of its minimum.
    pub over: Vec<f64>,
    pub under: Vec<f64>,
    /// A unit left without that must not be, in multiples of `dear`.
    unserved: f64,
    dear: Vec<f64>,
    /// Per item, `NEAR` each: options, or none.
    pub near: Vec<u32>,
    /// Per item and facility: the option; empty where that is too much.
    pub table: Vec<u32>,
    /// A gain below this is none.
    pub least: f64,
}

impl Placed<'_> {
    /// Searches for a better placement of all units, or for any that breaks nothing.
    /// `bound`: no placement costs less; `rounds`: of descent, at most.
    pub fn oscillate(&mut self, prices: &[f64], bound: Option<i64>, rounds: usize) {
        let mut search = Oscillation::new(self.all, prices);
        let (short, cost) = self.total();
        let mut best = (short > 0, cost, self.at.clone());
        let mut waited = 0;
        // Whether the search came to anything that breaks nothing.
        let mut reached = false;
        let mut pairs = Pairs::new(&search);
        for _ in 0..rounds {
            search.descend(self);
            if pairs.resplit_all(&search, self) {
                search.descend(self);
            }
            waited += usize::from(reached);
            if search.adapt(self) {
                reached = true;
                self.exchange(u64::MAX);
                let cost = self.total().1;
                if (false, cost) < (best.0, best.1) {
                    best = (false, cost, self.at.clone());
                    waited = 0;
                }
                if bound.is_some_and(|bound| cost <= bound) {
                    break;
                }
            }
            if waited > PATIENCE {
                break;
            }
        }
        self.become_like(&best.2);
    }

    fn become_like(&mut self, at: &[u32]) {
        for (option, &units) in at.iter().enumerate() {
            let more = self.at[option].saturating_sub(units);
            self.take(option as u32, more);
        }
        for (option, &units) in at.iter().enumerate() {
            let fewer = units - self.at[option];
            self.place(option as u32, fewer);
        }
    }
}

impl<'u> Oscillation<'u> {
    fn new(all: &'u Units, prices: &[f64]) -> Self {
        let items = all.units.len();
        let mut near = vec![WITHOUT; items * NEAR];
        let mut dear = vec![0.0; items];
        let (mut spread, mut weight) = (0.0, 1.0);
        let mut sorted: Vec<(f64, u32)> = Vec::new();
        for item in 0..items {
            let priced = |option: usize| {
                let price = prices[all.to[option] as usize] * all.load[option] as f64;
                (all.cost[option] as f64 + price, option as u32)
            };
            sorted.clear();
            sorted.extend(all.options(item).map(priced));
            sorted.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
            for (place, &(_, option)) in
                near[item * NEAR..].iter_mut().zip(sorted.iter().take(NEAR))
            {
                *place = option;
            }
            let last = sorted.len().min(NEAR).checked_sub(1);
            if let (Some(first), Some(last)) = (sorted.first(), last.map(|last| sorted[last])) {
                spread += last.0 - first.0;
                weight += all.load[first.1 as usize] as f64;
                dear[item] = first.0.abs() + 2.0 * (last.0 - first.0) + 1.0;
            }
        }
        let base = (BASE * spread / weight).max(1e-3);
        let facilities = all.windows.len();
        let mut table = Vec::new();
        if items * facilities <= TABLE {
            table = vec![WITHOUT; items * facilities];
            for (option, (&item, &to)) in all.item.iter().zip(&all.to).enumerate() {
                table[item as usize * facilities + to as usize] = option as u32;
            }
        }
        Self {
            all,
            over: prices.iter().map(|&price| price.max(base)).collect(),
            under: prices.iter().map(|&price| (-price).max(base)).collect(),
            unserved: 1.0,
            dear,
            near,
            table,
            least: 1e-6 * spread / (items as f64 + 1.0) + 1e-9,
        }
    }

    /// Sees what is amiss and changes the prices; whether nothing is.
    fn adapt(&mut self, placed: &Placed) -> bool {
        let windows = self.all.windows.iter().zip(&placed.load);
        let amiss = windows.map(|(window, &load)| {
            let scale = window.capacity.max(1) as f64;
            let over = (load - window.capacity).max(0) as f64 / scale;
            let under = (window.min_load - load).max(0) as f64 / scale;
            (over, under)
        });
        let amiss: Vec<(f64, f64)> = amiss.collect();
        let most = amiss
            .iter()
            .fold(0.0f64, |most, &(over, under)| most.max(over).max(under));
        let left = placed.left.iter().zip(&self.all.must);
        let is_unserved = left.clone().any(|(&left, &must)| must && left > 0);
        if most == 0.0 && !is_unserved {
            let prices = self.over.iter_mut().chain(&mut self.under);
            prices.for_each(|price| *price *= FALL);
            return true;
        }
        if most > 0.0 {
            for (facility, (over, under)) in amiss.into_iter().enumerate() {
                self.over[facility] *= 1.0 + RISE * over / most;
                self.under[facility] *= 1.0 + RISE * under / most;
            }
        }
        if is_unserved {
            self.unserved *= 1.0 + RISE;
        }
        false
    }

    /// Steps while any gains.
    fn descend(&self, placed: &mut Placed) {
        let items = self.all.units.len();
        let mut unchanged = 0;
        let mut item = 0;
        let mut patience = 50 * items + 100;
        while unchanged < 2 * items && patience > 0 {
            // Double shifts only once nothing simpler helps.
            let step = self.best_step(placed, item, unchanged >= items);
            if let Some(step) = step {
                patience -= 1;
                unchanged = 0;
                for (from, onto) in step.moves {
                    if from != onto {
                        placed.take(from, 1);
                        placed.place(onto, 1);
                    }
                }
            } else {
                unchanged += 1;
            }
            item = (item + 1) % items;
        }
    }

    pub fn facility(&self, option: u32) -> Option<usize> {
        (option != WITHOUT).then(|| self.all.to[option as usize] as usize)
    }

    pub fn load(&self, option: u32) -> i64 {
        if option == WITHOUT {
            0
        } else {
            self.all.load[option as usize]
        }
    }

    pub fn cost(&self, item: usize, option: u32) -> f64 {
        if option != WITHOUT {
            self.all.cost[option as usize] as f64
        } else if self.all.must[item] {
            self.unserved * self.dear[item]
        } else {
            self.all.unmet[item] as f64
        }
    }

    pub fn option_at(&self, item: usize, facility: usize) -> u32 {
        if self.table.is_empty() {
            let mut options = self.all.options(item);
            let option = options.find(|&option| self.all.to[option] as usize == facility);
            option.map_or(WITHOUT, |option| option as u32)
        } else {
            self.table[item * self.all.windows.len() + facility]
        }
    }

    /// What is amiss at a facility more, priced, when its load changes.
    pub fn amiss_by(&self, placed: &Placed, facility: Option<usize>, by: i64) -> f64 {
        let Some(facility) = facility else {
            return 0.0;
        };
        let window = self.all.windows[facility];
        let load = placed.load[facility];
        let over = (load + by - window.capacity).max(0) - (load - window.capacity).max(0);
        let under = (window.min_load - load - by).max(0) - (window.min_load - load).max(0);
        over as f64 * self.over[facility] + under as f64 * self.under[facility]
    }
}
