//! What searches run on: the pairs that a metric needs, with their costs.

use crate::arcs::{Malformed, check, range};
use crate::cost::Cost;
use std::ops::Range;

/// A topology with the costs of a metric, ready to answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hierarchy {
    /// Vertex → rank.
    rank: Vec<u32>,
    /// Arcs and shortcuts from lower ranks to higher ones.
    up: Half,
    /// Those from higher ranks, by the lower rank at which they arrive.
    down: Half,
}

/// Arcs and shortcuts by their lower rank.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Half {
    pub first: Vec<u32>,
    /// The higher rank.
    pub other: Vec<u32>,
    pub time: Vec<u32>,
    pub length: Vec<u32>,
}

impl Half {
    /// The pairs of a topology's half that have a cost.
    pub fn new(of: &crate::topology::Half, cost: impl Fn(usize) -> Option<Cost>) -> Self {
        let [first, other] = of.parts();
        let mut half = Self {
            first: Vec::with_capacity(first.len()),
            ..Self::default()
        };
        half.first.push(0);
        for rank in 0..first.len() as u32 - 1 {
            for at in of.of(rank) {
                if let Some(cost) = cost(at) {
                    half.other.push(other[at]);
                    half.time.push(cost.time);
                    half.length.push(cost.length);
                }
            }
            half.first.push(half.other.len() as u32);
        }
        half
    }

    pub fn of(&self, rank: u32) -> Range<usize> {
        range(&self.first, rank)
    }

    pub fn cost(&self, arc: usize) -> Cost {
        Cost {
            time: self.time[arc],
            length: self.length[arc],
        }
    }

    fn parts(&self) -> [&[u32]; 4] {
        [&self.first, &self.other, &self.time, &self.length]
    }

    fn from_parts(
        [first, other, time, length]: [Vec<u32>; 4],
        vertices: usize,
    ) -> Result<Self, Malformed> {
        check(&first, &other, vertices)?;
        if time.len() != other.len() || length.len() != other.len() {
            return Err(Malformed::Lengths);
        }
        let half = Self {
            first,
            other,
            time,
            length,
        };
        let rises = |rank: u32| half.other[half.of(rank)].iter().all(|&other| other > rank);
        match (0..vertices as u32).find(|&rank| !rises(rank)) {
            Some(rank) => Err(Malformed::Head(half.of(rank).start)),
            None => Ok(half),
        }
    }
}

impl Hierarchy {
    pub(crate) fn new(rank: Vec<u32>, up: Half, down: Half) -> Self {
        Self { rank, up, down }
    }

    /// What must be stored: rank by vertex; then for the upward and the downward
    /// half offsets, higher ranks, times, lengths.
    pub fn parts(&self) -> [&[u32]; 9] {
        let [a, b, c, d] = self.up.parts();
        let [e, f, g, h] = self.down.parts();
        [&self.rank, a, b, c, d, e, f, g, h]
    }

    /// Puts together what [`Self::parts`] took apart.
    pub fn from_parts(parts: [Vec<u32>; 9]) -> Result<Self, Malformed> {
        let [rank, a, b, c, d, e, f, g, h] = parts;
        if rank.iter().any(|&own| own as usize >= rank.len()) {
            return Err(Malformed::Order);
        }
        Ok(Self {
            up: Half::from_parts([a, b, c, d], rank.len())?,
            down: Half::from_parts([e, f, g, h], rank.len())?,
            rank,
        })
    }

    /// How many vertices there are.
    pub fn vertices(&self) -> usize {
        self.rank.len()
    }

    /// How many arcs and shortcuts searches look at, upwards and downwards.
    pub fn arcs(&self) -> [usize; 2] {
        [self.up.other.len(), self.down.other.len()]
    }

    pub(crate) fn rank(&self, vertex: u32) -> u32 {
        self.rank[vertex as usize]
    }

    pub(crate) fn up(&self) -> &Half {
        &self.up
    }

    pub(crate) fn down(&self) -> &Half {
        &self.down
    }
}
