//! Costs of a metric on a topology: customisation, then leaving out what no
//! shortest way needs.
//!
//! The first pass goes from low ranks to high ones: a pair costs what its arc
//! costs, or less by way of a lower vertex (lower triangles). The second goes from
//! high to low: a pair that is beaten or equalled by way of a higher vertex is
//! left out, so that searches have fewer pairs to look at. Vertices of one
//! level of the elimination tree have no lower vertex in common, so both passes run
//! on all of them at once; near the top, where levels are single vertices with many
//! below them, the lower vertices are shared out. Atomic numbers let safe code do so,
//! and as every number only falls to the least of the same candidates, the order in
//! which threads come by does not matter.

use crate::cost::{Cost, NO_WAY};
use crate::search::Hierarchy;
use crate::topology::{Desks, Half, NOBODY, Topology};
use rayon::prelude::*;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

/// Fewer lower neighbours of a vertex are gone through one after another.
const SIDE_BY_SIDE: usize = 1024;

/// Set in a cost: no search needs it. Costs stay below.
const IDLE: u64 = 1 << 63;

/// Packed costs of one half.
type Costs = [AtomicU64];

impl Topology {
    /// The hierarchy for a metric: one cost for each arc of the turn graph, in
    /// its order; an infinite cost closes an arc. A time of 0 counts as 1.
    ///
    /// # Panics
    ///
    /// If there are not as many costs as arcs.
    pub fn customise(&self, costs: &[Cost]) -> Hierarchy {
        assert_eq!(costs.len(), self.place().len(), "one cost for each arc");
        let [up, down] = self.of_arcs(costs);
        self.lower_triangles(&up, &down);
        self.upper_triangles(&up, &down);
        let half = |half, costs: Vec<AtomicU64>| {
            let needed = |cost: u64| (cost < NO_WAY).then(|| Cost::unpacked(cost));
            crate::search::Half::new(half, |at| needed(costs[at].load(Relaxed)))
        };
        let (up, down) = rayon::join(|| half(self.up(), up), || half(self.down(), down));
        Hierarchy::new(self.rank().to_vec(), up, down)
    }

    fn of_arcs(&self, costs: &[Cost]) -> [Vec<AtomicU64>; 2] {
        let none = |count: usize| -> Vec<AtomicU64> {
            let none = (0..count).into_par_iter().map(|_| AtomicU64::new(NO_WAY));
            none.collect()
        };
        let halves = self.shortcuts().map(none);
        self.place()
            .par_iter()
            .zip(costs)
            .filter(|&(&place, cost)| place != NOBODY && cost.is_finite())
            .for_each(|(&place, cost)| {
                let time = cost.time.max(1);
                let half = &halves[place as usize & 1];
                let packed = Cost { time, ..*cost }.packed();
                half[place as usize >> 1].fetch_min(packed, Relaxed);
            });
        halves
    }

    fn lower_triangles(&self, up: &Costs, down: &Costs) {
        let desks = Desks::new(|| vec![NOBODY; self.vertices()]);
        let (ups, downs) = (self.up(), self.down());
        for level in self.levels().iter() {
            desks.each(level, |marks, rank| {
                // From here down to a lower vertex and up again; from above down to a
                // lower vertex and up to here.
                cheaper_over_lower(rank, [ups, downs], [up, down], marks);
                cheaper_over_lower(rank, [downs, ups], [down, up], marks);
            });
        }
    }

    fn upper_triangles(&self, up: &Costs, down: &Costs) {
        let desks = Desks::new(|| Marks::new(self.vertices()));
        for level in self.levels().iter().rev() {
            desks.each(level, |marks, rank| {
                marks.write(rank, self.up(), up, self.down(), down);
                idle_over(rank, self.up(), up, marks, |marks, far| {
                    (marks.out[far], marks.back[far])
                });
                idle_over(rank, self.down(), down, marks, |marks, far| {
                    (marks.back[far], marks.out[far])
                });
                marks.clear(rank, self.up(), self.down());
            });
        }
    }
}

/// Costs of the pairs that `rank` has above it in the first half, by way of
/// lower vertices to which it has pairs in the second. `marks` needs no clearing:
/// where two pairs meet at a lower vertex, the pair that closes the triangle is
/// there, so what is read was written for this vertex.
fn cheaper_over_lower(
    rank: u32,
    [half, other]: [&Half; 2],
    [costs, other_costs]: [&Costs; 2],
    marks: &mut [u32],
) {
    for at in half.of(rank) {
        marks[half.other()[at] as usize] = at as u32;
    }
    let marks = &*marks;
    let over = |&[lower, bottom]: &[u32; 2]| {
        let bottom = other_costs[bottom as usize].load(Relaxed);
        if bottom >= NO_WAY {
            return;
        }
        for side in half.of(lower).rev() {
            let higher = half.other()[side];
            if higher <= rank {
                break;
            }
            // Always there, unless the topology was put together from damaged parts.
            let Some(top) = costs.get(marks[higher as usize] as usize) else {
                continue;
            };
            let way = bottom + costs[side].load(Relaxed);
            if way < top.load(Relaxed) {
                top.fetch_min(way, Relaxed);
            }
        }
    };
    on_each(other.below(rank), over);
}

/// Does something for each lower neighbour, on all threads if they are many.
fn on_each(below: &[[u32; 2]], work: impl Fn(&[u32; 2]) + Sync + Send) {
    if below.len() < SIDE_BY_SIDE {
        below.iter().for_each(work);
    } else {
        below
            .par_iter()
            .with_min_len(SIDE_BY_SIDE / 2)
            .for_each(work);
    }
}

/// Shortest costs between a vertex and those above it, by the other's rank.
struct Marks {
    out: Vec<u64>,
    back: Vec<u64>,
}

impl Marks {
    fn new(vertices: usize) -> Self {
        Self {
            out: vec![NO_WAY; vertices],
            back: vec![NO_WAY; vertices],
        }
    }

    fn write(&mut self, rank: u32, ups: &Half, up: &Costs, downs: &Half, down: &Costs) {
        for at in ups.of(rank) {
            self.out[ups.other()[at] as usize] = up[at].load(Relaxed) & !IDLE;
        }
        for at in downs.of(rank) {
            self.back[downs.other()[at] as usize] = down[at].load(Relaxed) & !IDLE;
        }
    }

    fn clear(&mut self, rank: u32, ups: &Half, downs: &Half) {
        for &other in &ups.other()[ups.of(rank)] {
            self.out[other as usize] = NO_WAY;
        }
        for &other in &downs.other()[downs.of(rank)] {
            self.back[other as usize] = NO_WAY;
        }
    }
}

/// For each lower vertex with a pair to `rank`: its pairs to still higher ones
/// by way of `rank`, and its pair to `rank` by way of those. `between` gives the
/// cost from `rank` to a higher vertex and back (in the half that leads down: to
/// `rank` from there, and there).
fn idle_over(
    rank: u32,
    half: &Half,
    costs: &Costs,
    marks: &Marks,
    between: impl Fn(&Marks, usize) -> (u64, u64) + Sync + Send,
) {
    let of_lower = |&[_, near]: &[u32; 2], end: usize| {
        let near = near as usize;
        let mut own = costs[near].load(Relaxed);
        let farther = half.other()[near + 1..end]
            .iter()
            .zip(&costs[near + 1..end]);
        for (&far, cost) in farther {
            let (there, back) = between(marks, far as usize);
            let beyond = cost.load(Relaxed);
            let over_near = (own & !IDLE) + there;
            if over_near <= beyond & !IDLE {
                cost.store(over_near | IDLE, Relaxed);
            }
            let over_far = (beyond & !IDLE) + back;
            if over_far <= own & !IDLE {
                own = over_far | IDLE;
            }
        }
        costs[near].store(own, Relaxed);
    };
    on_each(half.below(rank), |pair| {
        of_lower(pair, half.of(pair[0]).end)
    });
}
