//! Two facilities and all that they serve: who goes to which is decided anew, at
//! least cost for every division of the load (dynamic programming over the load).

use super::oscillation::{NEAR, Oscillation};
use super::{Placed, WITHOUT};

/// Loads that are told apart, times units, at most.
const CELLS: i64 = 50_000;

/// Pairs of facilities that some unit may be divided between.
pub(super) struct Pairs {
    pairs: Vec<(u32, u32)>,
    /// Least cost by load of the first facility.
    cost: Vec<f64>,
    /// Per unit and load: whether it goes to the first facility.
    goes: Vec<bool>,
    /// Units of the two: option at the first and at the second facility.
    ways: Vec<(u32, u32)>,
}

impl Pairs {
    /// Pairs of which both are near for some item; none where units are not alone in their item.
    pub fn new(search: &Oscillation) -> Self {
        let all = search.all;
        let mut pairs = Vec::new();
        if all.units.iter().all(|&units| units <= 1) {
            for near in search.near.chunks(NEAR) {
                let near: Vec<u32> = near
                    .iter()
                    .filter_map(|&option| Some(search.facility(option)? as u32))
                    .collect();
                for (at, &one) in near.iter().enumerate() {
                    pairs.extend(
                        near[at + 1..]
                            .iter()
                            .map(|&two| (one.min(two), one.max(two))),
                    );
                }
            }
        }
        pairs.sort_unstable();
        pairs.dedup();
        Self {
            pairs,
            cost: Vec::new(),
            goes: Vec::new(),
            ways: Vec::new(),
        }
    }

    /// Divides pair after pair anew until that gains nothing any more; whether it gained at all.
    pub fn resplit_all(&mut self, search: &Oscillation, placed: &mut Placed) -> bool {
        let mut gained = false;
        let mut changed = vec![true; placed.load.len()];
        for _ in 0..8 {
            let before = std::mem::replace(&mut changed, vec![false; placed.load.len()]);
            for at in 0..self.pairs.len() {
                let (one, two) = self.pairs[at];
                let (one, two) = (one as usize, two as usize);
                let may_gain = before[one] || before[two] || changed[one] || changed[two];
                if may_gain && self.resplit(search, placed, one, two) {
                    (changed[one], changed[two]) = (true, true);
                    gained = true;
                }
            }
            if !changed.contains(&true) {
                break;
            }
        }
        gained
    }

    fn resplit(
        &mut self,
        search: &Oscillation,
        placed: &mut Placed,
        one: usize,
        two: usize,
    ) -> bool {
        let all = search.all;
        self.ways.clear();
        let (mut total, mut now) = (0, 0.0);
        for &option in placed.members[one].iter().chain(&placed.members[two]) {
            let item = all.item[option as usize] as usize;
            let ways = (search.option_at(item, one), search.option_at(item, two));
            let alike = ways.0 == WITHOUT
                || ways.1 == WITHOUT
                || search.load(ways.0) == search.load(ways.1);
            if !alike {
                return false;
            }
            total += search.load(option);
            now += search.cost(item, option);
            self.ways.push(ways);
        }
        let width = total + 1;
        if self.ways.is_empty() || width * self.ways.len() as i64 > CELLS {
            return false;
        }
        let amiss = |load: i64| {
            let change = |facility: usize, load: i64| {
                search.amiss_by(placed, Some(facility), load - placed.load[facility])
            };
            change(one, load) + change(two, total - load)
        };
        self.divide(search, width as usize);
        let mut best = (now - search.least, None);
        for (load, &cost) in self.cost.iter().enumerate() {
            if cost < best.0 {
                let cost = cost + amiss(load as i64);
                if cost < best.0 {
                    best = (cost, Some(load));
                }
            }
        }
        let Some(load) = best.1 else { return false };
        self.move_units(search, placed, (one, two), load, width as usize);
        true
    }

    /// Fills the table: cost by load of the first facility, unit after unit.
    fn divide(&mut self, search: &Oscillation, width: usize) {
        self.cost.clear();
        self.cost.resize(width, f64::INFINITY);
        self.cost[0] = 0.0;
        self.goes.clear();
        self.goes.resize(width * self.ways.len(), false);
        let mut reached = 0;
        for (unit, &(first, second)) in self.ways.iter().enumerate() {
            let goes = &mut self.goes[unit * width..(unit + 1) * width];
            let option = if first == WITHOUT { second } else { first };
            let item = search.all.item[option as usize] as usize;
            let weight = search.load(option) as usize;
            let stay = if second == WITHOUT {
                f64::INFINITY
            } else {
                search.cost(item, second)
            };
            let go = if first == WITHOUT {
                f64::INFINITY
            } else {
                search.cost(item, first)
            };
            reached += weight;
            for load in (0..=reached.min(width - 1)).rev() {
                let staying = self.cost[load] + stay;
                let going = if load >= weight {
                    self.cost[load - weight] + go
                } else {
                    f64::INFINITY
                };
                goes[load] = going < staying;
                self.cost[load] = going.min(staying);
            }
        }
    }

    /// Reads the division with a load from the table, and carries it out.
    fn move_units(
        &self,
        search: &Oscillation,
        placed: &mut Placed,
        (one, two): (usize, usize),
        mut load: usize,
        width: usize,
    ) {
        let members: Vec<u32> = placed.members[one]
            .iter()
            .chain(&placed.members[two])
            .copied()
            .collect();
        for (unit, (&(first, second), &before)) in self.ways.iter().zip(&members).enumerate().rev()
        {
            let goes = self.goes[unit * width + load];
            let onto = if goes { first } else { second };
            if goes {
                load -= search.load(first) as usize;
            }
            if onto != before {
                placed.take(before, 1);
                placed.place(onto, 1);
            }
        }
    }
}
