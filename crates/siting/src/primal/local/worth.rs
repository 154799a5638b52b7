//! What a facility is worth at the prices of its demands: with optimal prices,
//! at least what its opening saves (Lagrangian duality).

use crate::instance::{Instance, Window};
use std::cmp::Reverse;

/// No visitors of this facility can fill its minimum.
pub(super) const NEVER: i64 = i64::MIN;

/// Arcs by facility, those of one state together; what is told of levels stands one after the other.
pub(super) struct Columns {
    begin: Vec<usize>,
    ways: Vec<Way>,
    /// Where the levels of each facility begin among all levels, and the end.
    levels: Vec<usize>,
    states: usize,
}

#[derive(Clone, Copy, Default)]
struct Way {
    demand: u32,
    state: u32,
    cost: i64,
    load: i64,
}

/// People of one demand: what each of them, and what all of them bring and weigh.
#[derive(Clone, Copy)]
struct Visitor {
    each: i64,
    value: i64,
    load: i64,
}

impl Columns {
    pub fn new(instance: &Instance) -> Self {
        let facilities = instance.facilities.len();
        let (mut begin, mut levels) = (vec![0; facilities + 1], vec![0; facilities + 1]);
        for arc in &instance.arcs {
            begin[arc.facility + 1] += 1;
        }
        for facility in 0..facilities {
            begin[facility + 1] += begin[facility];
            levels[facility + 1] = levels[facility] + instance.levels(facility).len();
        }
        let mut next = begin.clone();
        let mut ways = vec![Way::default(); instance.arcs.len()];
        for arc in &instance.arcs {
            ways[next[arc.facility]] = Way {
                demand: arc.demand as u32,
                state: instance.demands[arc.demand].state as u32,
                cost: arc.cost,
                load: arc.load,
            };
            next[arc.facility] += 1;
        }
        let states = instance.states();
        if states > 1 {
            for facility in 0..facilities {
                ways[begin[facility]..begin[facility + 1]].sort_by_key(|way| way.state);
            }
        }
        Self {
            begin,
            ways,
            levels,
            states,
        }
    }

    /// Number of levels of all facilities.
    pub fn all_levels(&self) -> usize {
        self.levels.last().copied().unwrap_or(0)
    }

    /// Where a level stands among all levels.
    pub fn level(&self, facility: usize, level: usize) -> usize {
        self.levels[facility] + level
    }

    /// Whether some demand of which `is` holds can reach a facility.
    pub fn any(&self, facility: usize, is: impl Fn(usize) -> bool) -> bool {
        let mut ways = self.ways[self.begin[facility]..self.begin[facility + 1]].iter();
        ways.any(|way| is(way.demand as usize))
    }

    /// Writes down what each level of a facility saves on assignments at most, at a price for a
    /// person of each demand; [`NEVER`] where too few can reach it.
    pub fn appraise(
        &self,
        instance: &Instance,
        persons: &[u32],
        prices: &[i64],
        facility: usize,
        worth: &mut [i64],
    ) {
        let levels = instance.levels(facility);
        let worth = &mut worth[self.levels[facility]..self.levels[facility + 1]];
        worth.fill(0);
        let ways = &self.ways[self.begin[facility]..self.begin[facility + 1]];
        let mut ways = ways.chunk_by(|a, b| a.state == b.state).peekable();
        for state in 0..self.states {
            let here = ways.next_if(|ways| ways[0].state as usize == state);
            let mut visitors = Vec::new();
            if let Some(here) = here {
                let idle = levels.iter().all(|level| level.window(state).min_load <= 0);
                welcome(here, persons, prices, idle, &mut visitors);
            }
            for (worth, level) in worth.iter_mut().zip(levels) {
                let filled = fill(&visitors, level.window(state));
                *worth = match filled {
                    Some(filled) if *worth != NEVER => *worth + filled,
                    _ => NEVER,
                };
            }
        }
    }
}

/// Who may come over these ways, the best first; where facilities may stay `idle`, only those who bring something.
fn welcome(ways: &[Way], persons: &[u32], prices: &[i64], idle: bool, visitors: &mut Vec<Visitor>) {
    let mut alike = true;
    for way in ways {
        let demand = way.demand as usize;
        let each = prices[demand] - way.cost;
        alike &= way.load == ways[0].load;
        let persons = i64::from(persons[demand]);
        if persons > 0 && (each > 0 || (!idle && way.load > 0)) {
            visitors.push(Visitor {
                each,
                value: each * persons,
                load: way.load * persons,
            });
        }
    }
    if alike {
        visitors.sort_unstable_by_key(|visitor| Reverse(visitor.each));
    } else {
        visitors.sort_by(|a, b| {
            let of_b = i128::from(b.value) * i128::from(a.load);
            of_b.cmp(&(i128::from(a.value) * i128::from(b.load)))
        });
    }
}

/// The most that visitors, best first, are worth within a window.
fn fill(visitors: &[Visitor], window: Window) -> Option<i64> {
    let (mut value, mut load) = (0i64, 0i64);
    for visitor in visitors {
        let until = if visitor.value > 0 {
            window.capacity
        } else {
            window.min_load
        };
        let room = until - load;
        if visitor.load == 0 {
            value += visitor.value.max(0);
        } else if room >= visitor.load {
            value += visitor.value;
            load += visitor.load;
        } else if room > 0 {
            let part = i128::from(visitor.value) * i128::from(room);
            value += part.div_euclid(i128::from(visitor.load)) as i64 + 1;
            load += room;
        }
    }
    (load >= window.min_load).then_some(value)
}
