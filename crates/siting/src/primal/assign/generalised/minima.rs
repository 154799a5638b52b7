//! Minimum occupancy: whoever costs least more is sent where people are missing.

use super::{Placed, WITHOUT, minus, plus};

impl Placed<'_> {
    /// Fills facilities up to their minima as far as single moves can.
    pub fn fill_minima(&mut self) {
        for facility in 0..self.load.len() {
            while self.load[facility] < self.all.windows[facility].min_load {
                let Some((from, onto)) = self.cheapest_into(facility) else {
                    break;
                };
                self.take(from, 1);
                self.place(onto, 1);
            }
        }
    }

    /// The move of one unit into a facility that leaves least short, at least cost.
    fn cheapest_into(&self, facility: usize) -> Option<(u32, u32)> {
        let all = self.all;
        let mut best = None;
        for onto in 0..all.item.len() {
            let (item, load) = (all.item[onto] as usize, all.load[onto]);
            if all.to[onto] as usize != facility || load > self.room(facility) {
                continue;
            }
            let gained = (self.shorter(facility, load), all.cost[onto]);
            let places = all.options(item).map(|option| option as u32);
            let places =
                places.filter(|&option| option as usize != onto && self.at[option as usize] > 0);
            let without = (self.left[item] > 0).then_some(WITHOUT);
            for from in places.chain(without) {
                let mut change = minus(gained, all.worth(item, from));
                if from != WITHOUT {
                    let from = from as usize;
                    let lost = self.shorter(all.to[from] as usize, -all.load[from]);
                    change = plus(change, (lost, 0));
                }
                if change.0 < 0 && best.is_none_or(|(least, _)| change < least) {
                    best = Some((change, (from, onto as u32)));
                }
            }
        }
        best.map(|(_, way)| way)
    }
}
