//! Insertion by regret: whoever loses most by waiting is placed first.

use super::{Placed, Units, WITHOUT};
use std::collections::BinaryHeap;

impl Placed<'_> {
    /// Places all units that are without where it costs least with the price of capacity added
    /// (per load unit, by facility), in the order of what the second best place would cost more.
    pub fn insert(&mut self, prices: &[f64]) {
        let items = 0..self.left.len();
        let mut queue: BinaryHeap<(Regret, u32)> = items
            .filter(|&item| self.left[item] > 0)
            .map(|item| (self.regret(item, prices).0, item as u32))
            .collect();
        while let Some((regret, item)) = queue.pop() {
            let item_index = item as usize;
            let (now, option) = self.regret(item_index, prices);
            if now < regret {
                queue.push((now, item));
                continue;
            }
            if option == WITHOUT {
                continue;
            }
            let index = option as usize;
            let fit = match self.all.load[index] {
                0 => i64::from(self.left[item_index]),
                load => self.room(self.all.to[index] as usize) / load,
            };
            self.place(
                option,
                self.left[item_index].min(fit.min(i64::from(u32::MAX)) as u32),
            );
            if self.left[item_index] > 0 {
                queue.push((self.regret(item_index, prices).0, item));
            }
        }
    }

    /// What waiting may cost an item, and its best option now.
    fn regret(&self, item: usize, prices: &[f64]) -> (Regret, u32) {
        let all: &Units = self.all;
        let without = if all.must[item] {
            f64::INFINITY
        } else {
            all.unmet[item] as f64
        };
        let (mut best, mut second, mut option) = (without, f64::INFINITY, WITHOUT);
        for index in all.options(item) {
            let to = all.to[index] as usize;
            if all.load[index] > self.room(to) {
                continue;
            }
            let cost = all.cost[index] as f64 + prices[to] * all.load[index] as f64;
            if cost < best {
                (second, best, option) = (best, cost, index as u32);
            } else if cost < second {
                second = cost;
            }
        }
        let regret = if second == best { 0.0 } else { second - best };
        (Regret(regret), option)
    }
}

/// Cents; never NaN.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Regret(f64);

impl Eq for Regret {}

impl PartialOrd for Regret {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Regret {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}
