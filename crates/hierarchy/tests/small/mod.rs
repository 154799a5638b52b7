//! Small random turn graphs and a plain search on them.

#![allow(dead_code, reason = "each test file uses a part")]

use hierarchy::{Arcs, Cost, Ends, Layout, Topology, nested_dissection};
use proptest::prelude::*;

/// A base graph, its turns and what they cost.
#[derive(Debug, Clone)]
pub struct Town {
    pub at: Vec<[i32; 2]>,
    pub tail: Vec<u32>,
    pub head: Vec<u32>,
    pub arcs: Arcs,
    pub costs: Vec<Cost>,
}

impl Town {
    pub fn layout(&self) -> Layout<'_> {
        Layout {
            at: &self.at,
            tail: &self.tail,
            head: &self.head,
        }
    }

    pub fn topology(&self) -> Topology {
        Topology::new(&self.arcs, &nested_dissection(&self.layout())).unwrap()
    }

    pub fn edges(&self) -> u32 {
        self.tail.len() as u32
    }

    /// Every edge as a point of its own.
    pub fn everywhere(&self) -> Ends {
        Ends::single(&(0..self.edges()).collect::<Vec<_>>())
    }

    /// Least costs from an edge to each edge, by relaxing until nothing changes.
    pub fn plain(&self, from: u32) -> Vec<Option<Cost>> {
        let mut cost = vec![None; self.tail.len()];
        cost[from as usize] = Some(Cost::ZERO);
        loop {
            let mut changed = false;
            for edge in 0..self.edges() {
                let Some(here) = cost[edge as usize] else {
                    continue;
                };
                for arc in self.arcs.of(edge) {
                    let own = self.costs[arc];
                    if !own.is_finite() {
                        continue;
                    }
                    let way = Cost {
                        time: here.time + own.time,
                        length: here.length + own.length,
                    };
                    let next = &mut cost[self.arcs.head()[arc] as usize];
                    if next.is_none_or(|next: Cost| way < next) {
                        *next = Some(way);
                        changed = true;
                    }
                }
            }
            if !changed {
                return cost;
            }
        }
    }
}

/// A turn graph of some roads: every turn is there with a chance of four fifths.
fn town(at: Vec<[i32; 2]>, roads: &[(usize, usize, bool)], dice: &[(u8, u32, u32)]) -> Town {
    let mut dice = dice.iter().cycle();
    let (mut tail, mut head) = (Vec::new(), Vec::new());
    for &(from, to, both) in roads {
        tail.push((from % at.len()) as u32);
        head.push((to % at.len()) as u32);
        if both {
            tail.push((to % at.len()) as u32);
            head.push((from % at.len()) as u32);
        }
    }
    let (mut first, mut heads, mut costs) = (vec![0], Vec::new(), Vec::new());
    for end in &head {
        for (next, start) in (0..).zip(&tail) {
            if end != start {
                continue;
            }
            if let Some(&(chance, time, length)) = dice.next()
                && chance % 5 > 0
            {
                heads.push(next);
                costs.push(if chance % 17 == 0 {
                    Cost::NONE
                } else {
                    Cost { time, length }
                });
            }
        }
        first.push(heads.len() as u32);
    }
    Town {
        at,
        tail,
        head,
        arcs: Arcs::new(first, heads).unwrap(),
        costs,
    }
}

/// Small times make many ties.
pub fn towns() -> impl Strategy<Value = Town> {
    let at = prop::collection::vec([-50..50_i32, -50..50_i32], 1..24);
    let roads = prop::collection::vec((0..64_usize, 0..64_usize, any::<bool>()), 1..50);
    let dice = prop::collection::vec((any::<u8>(), 1..9_u32, 0..4_u32), 97);
    (at, roads, dice).prop_map(|(at, roads, dice)| town(at, &roads, &dice))
}
