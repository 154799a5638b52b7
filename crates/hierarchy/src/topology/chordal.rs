//! Fill-in: the pairs of vertices that contraction may join.

use super::{Desks, Half, Levels, NOBODY};
use crate::arcs::{Arcs, range};
use std::sync::atomic::{AtomicU8, Ordering::Relaxed};

/// Bits of a pair: some way leads from the lower rank to the higher, or back.
const UP: u8 = 1;
const DOWN: u8 = 2;

/// All pairs that contraction joins when directions are not looked at.
pub(super) struct Chordal {
    first: Vec<u32>,
    /// The higher rank of each pair; rises within a lower rank.
    higher: Vec<u32>,
}

impl Chordal {
    /// The higher neighbours of each vertex become neighbours of one another. It
    /// is enough to hand them to the lowest of them.
    pub fn new(arcs: &Arcs, rank: &[u32]) -> Self {
        let mut above = neighbours(arcs, rank);
        let mut higher = Vec::new();
        let mut first = Vec::with_capacity(rank.len() + 1);
        first.push(0);
        for lower in 0..above.len() {
            let mut own = std::mem::take(&mut above[lower]);
            own.sort_unstable();
            own.dedup();
            if let Some((&parent, rest)) = own.split_first() {
                above[parent as usize].extend(rest);
            }
            higher.extend(own);
            first.push(higher.len() as u32);
        }
        Self { first, higher }
    }

    fn of(&self, lower: u32) -> std::ops::Range<usize> {
        range(&self.first, lower)
    }

    /// The lowest higher neighbour of each rank.
    pub fn parents(&self) -> Vec<u32> {
        let parent = |lower| {
            let of = self.of(lower);
            self.higher[of].first().copied().unwrap_or(NOBODY)
        };
        (0..self.first.len() as u32 - 1).map(parent).collect()
    }

    /// The pairs that some way joins upwards, and those that some way joins
    /// downwards, whatever the metric: a way leads from `y` to `z` over a lower `x`
    /// only if it leads from `y` to `x` and from `x` to `z`.
    pub fn directed(self, arcs: &Arcs, rank: &[u32], levels: &Levels) -> [Half; 2] {
        let joined: Vec<AtomicU8> = self.higher.iter().map(|_| AtomicU8::new(0)).collect();
        let mark = |pair: usize, bits: u8| {
            let now = joined[pair].load(Relaxed);
            if now | bits != now {
                joined[pair].store(now | bits, Relaxed);
            }
        };
        for vertex in 0..arcs.vertices() as u32 {
            for arc in arcs.of(vertex) {
                let (from, to) = (rank[vertex as usize], rank[arcs.head()[arc] as usize]);
                let of = self.of(from.min(to));
                if let Ok(at) = self.higher[of.clone()].binary_search(&from.max(to)) {
                    mark(of.start + at, if from < to { UP } else { DOWN });
                }
            }
        }
        let pairs = Half::of_rising(self.first, self.higher);
        let desks = Desks::new(|| vec![NOBODY; rank.len()]);
        for level in levels.iter() {
            desks.each(level, |marks, middle| {
                // Neighbours above a lower vertex are neighbours of one another, so what
                // is read of the marks was written for this vertex.
                for pair in pairs.of(middle) {
                    marks[pairs.other()[pair] as usize] = pair as u32;
                }
                for &[lower, pair] in pairs.below(middle) {
                    let here = joined[pair as usize].load(Relaxed);
                    for side in (pair as usize + 1)..pairs.of(lower).end {
                        let there = joined[side].load(Relaxed);
                        let up = u8::from(here & DOWN != 0 && there & UP != 0) * UP;
                        let down = u8::from(there & DOWN != 0 && here & UP != 0) * DOWN;
                        mark(marks[pairs.other()[side] as usize] as usize, up | down);
                    }
                }
            });
        }
        [UP, DOWN].map(|bit| {
            let mut first = Vec::with_capacity(rank.len() + 1);
            let mut other = Vec::new();
            first.push(0);
            for lower in 0..rank.len() as u32 {
                let of = pairs.of(lower);
                let kept = of.filter(|&pair| joined[pair].load(Relaxed) & bit != 0);
                other.extend(kept.map(|pair| pairs.other()[pair]));
                first.push(other.len() as u32);
            }
            Half::of_rising(first, other)
        })
    }
}

/// For each rank the higher ranks with which an arc joins it, whichever way.
fn neighbours(arcs: &Arcs, rank: &[u32]) -> Vec<Vec<u32>> {
    let mut above = vec![Vec::new(); rank.len()];
    for vertex in 0..rank.len() as u32 {
        for arc in arcs.of(vertex) {
            let (one, other) = (rank[vertex as usize], rank[arcs.head()[arc] as usize]);
            if one != other {
                above[one.min(other) as usize].push(one.max(other));
            }
        }
    }
    above
}
