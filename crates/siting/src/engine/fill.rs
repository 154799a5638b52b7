//! One facility in one state: the people it would like to serve at given prices.

use super::knapsack::{Packing, Thing};
use super::problem::{LaneArcs, NONE, Problem};

/// An arc that may be filled.
#[derive(Debug, Clone, Copy)]
struct Item {
    /// Reduced cost per unit of load (per person where there is no load).
    ratio: f64,
    reduced: f64,
    load: f64,
    persons: f64,
    arc: u32,
}

/// Bounds on an arc's people, from branching: position in [`LaneArcs`], least, most.
pub(super) type ArcBound = (u32, f64, f64);

/// The reduced costs of one lane, sorted; answers for any window.
#[derive(Debug, Default, Clone)]
pub(super) struct Fill {
    /// Arcs worth filling, the best per load first.
    gains: Vec<Item>,
    /// Load and value up to and with each gain.
    sums: Vec<(f64, f64)>,
    /// The other arcs; sorted when first needed.
    rest: Vec<Item>,
    rest_is_sorted: bool,
    /// What is taken in any case: arcs without load, branching's least.
    base: (f64, f64),
    forced: Vec<(u32, f64)>,
    /// Whether nobody is divided, and the packings of the gains that were asked for then.
    is_packed: bool,
    packings: Vec<Packing>,
}

/// Most steps of one knapsack; above it people are taken to be divisible, which
/// makes the bound weaker but no less true.
const MOST_STEPS: usize = 4_000_000;

impl Fill {
    /// Prices the arcs of a lane. With `wants_rest`, those of no gain as well.
    pub fn price(
        &mut self,
        problem: &Problem<'_>,
        lane: usize,
        lambda: &[f64],
        bounds: &[ArcBound],
        wants_rest: bool,
        most: f64,
    ) {
        self.packings.clear();
        let LaneArcs {
            row,
            cost,
            load,
            onward,
            ..
        } = &problem.arcs;
        self.gains.clear();
        self.rest.clear();
        self.rest_is_sorted = false;
        self.forced.clear();
        self.base = (0.0, 0.0);
        for arc in problem.lanes[lane].arcs.clone() {
            let at = row[arc] as usize;
            let mut reduced = cost[arc] - lambda[at];
            if !onward.is_empty() && onward[arc] != NONE {
                reduced += lambda[onward[arc] as usize];
            }
            if reduced >= 0.0 && !wants_rest && bounds.is_empty() {
                continue;
            }
            let mut persons = problem.rows[at].most;
            let load = load[arc];
            if !bounds.is_empty()
                && let Ok(bound) = bounds.binary_search_by_key(&(arc as u32), |bound| bound.0)
            {
                let (_, least, most) = bounds[bound];
                if least > 0.0 {
                    self.base.0 += least * load;
                    self.base.1 += least * reduced;
                    self.forced.push((arc as u32, least));
                }
                persons = most.min(persons) - least;
                if persons <= 0.0 {
                    continue;
                }
            }
            if load <= 0.0 {
                if reduced < 0.0 {
                    self.base.1 += persons * reduced;
                    self.forced.push((arc as u32, persons));
                }
                continue;
            }
            let item = Item {
                ratio: reduced / load,
                reduced,
                load,
                persons,
                arc: arc as u32,
            };
            if reduced < 0.0 {
                self.gains.push(item);
            } else if wants_rest {
                self.rest.push(item);
            }
        }
        self.gains
            .sort_unstable_by(|a, b| a.ratio.total_cmp(&b.ratio).then(a.arc.cmp(&b.arc)));
        self.sums.clear();
        let (mut load, mut value) = self.base;
        for item in &self.gains {
            load += item.load * item.persons;
            value += item.reduced * item.persons;
            self.sums.push((load, value));
        }
        let room = most - self.base.0;
        self.is_packed = problem.lanes[lane].is_single
            && !wants_rest
            && self.gains.len() as f64 * (room + 1.0) <= MOST_STEPS as f64;
    }

    /// The best packing within a room that cannot hold all gains.
    fn packing(&mut self, room: f64) -> &Packing {
        let known = self.packings.iter().position(|known| known.room == room);
        let at = known.unwrap_or_else(|| {
            let thing = |item: &Item| Thing {
                load: item.load * item.persons,
                worth: -item.reduced * item.persons,
            };
            let things: Vec<Thing> = self.gains.iter().map(thing).collect();
            self.packings.push(Packing::new(&things, room));
            self.packings.len() - 1
        });
        &self.packings[at]
    }

    /// The least value of a fill whose load lies in the window; infinite where none does.
    pub fn value(&mut self, least: f64, most: f64) -> f64 {
        let (load, value) = self.sums.last().copied().unwrap_or(self.base);
        if load > most {
            if self.base.0 > most {
                return f64::INFINITY;
            }
            if self.is_packed {
                return self.base.1 - self.packing(most - self.base.0).worth;
            }
            let at = self.sums.partition_point(|sum| sum.0 <= most);
            let before = if at == 0 {
                self.base
            } else {
                self.sums[at - 1]
            };
            return before.1 + (most - before.0) * self.gains[at].ratio;
        }
        if load >= least {
            return value;
        }
        self.sort_rest();
        let (mut load, mut value) = (load, value);
        for item in &self.rest {
            let all = item.load * item.persons;
            if load + all >= least {
                return value + (least - load) * item.ratio;
            }
            load += all;
            value += item.reduced * item.persons;
        }
        f64::INFINITY
    }

    /// The same fill, told arc by arc with persons.
    pub fn take(&mut self, least: f64, most: f64, mut tell: impl FnMut(u32, f64)) {
        for &(arc, persons) in &self.forced {
            tell(arc, persons);
        }
        let mut load = self.base.0;
        if self.is_packed && self.sums.last().is_some_and(|sum| sum.0 > most) {
            let taken = self.packing(most - load).taken.clone();
            for at in taken {
                let item = self.gains[at as usize];
                tell(item.arc, item.persons);
            }
            return;
        }
        for item in &self.gains {
            let all = item.load * item.persons;
            if load + all > most {
                tell(item.arc, ((most - load) / item.load).max(0.0));
                return;
            }
            load += all;
            tell(item.arc, item.persons);
        }
        if load >= least {
            return;
        }
        self.sort_rest();
        for item in &self.rest {
            let all = item.load * item.persons;
            if load + all >= least {
                tell(item.arc, (least - load) / item.load);
                return;
            }
            load += all;
            tell(item.arc, item.persons);
        }
    }

    fn sort_rest(&mut self) {
        if !self.rest_is_sorted {
            self.rest
                .sort_unstable_by(|a, b| a.ratio.total_cmp(&b.ratio).then(a.arc.cmp(&b.arc)));
            self.rest_is_sorted = true;
        }
    }
}
