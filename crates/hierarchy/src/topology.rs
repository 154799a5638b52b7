//! Contraction without costs: which arcs and shortcuts there can be.

mod chordal;
mod half;
mod levels;

use crate::arcs::{Arcs, Malformed};
use chordal::Chordal;
pub(crate) use half::Half;
pub(crate) use levels::{Desks, Levels};
use rayon::prelude::*;
use std::cmp::Ordering;

/// Vertices whose arcs are placed in one go.
const VERTICES: usize = 1 << 13;

/// Stands for no vertex.
pub(crate) const NOBODY: u32 = u32::MAX;

/// A turn graph contracted in a given order.
///
/// Inside, vertices are called by *rank*, their position in the order. `up` has
/// the arcs and possible shortcuts from lower ranks to higher ones, `down` those
/// from higher ranks to lower ones. Most pairs of a turn graph are joined one way
/// only, so the two halves together are half of the undirected fill-in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topology {
    /// Vertex → rank.
    rank: Vec<u32>,
    /// Rank → parent in the elimination tree; [`NOBODY`] for roots.
    parent: Vec<u32>,
    up: Half,
    down: Half,
    /// Arc of the turn graph → `position in its half << 1 | leads down`;
    /// [`NOBODY`]: a loop.
    place: Vec<u32>,
    levels: Levels,
}

impl Topology {
    /// Contracts the vertices in the order given (position → vertex).
    pub fn new(arcs: &Arcs, order: &[u32]) -> Result<Self, Malformed> {
        let rank = inverse(order, arcs.vertices())?;
        let chordal = Chordal::new(arcs, &rank);
        let parent = chordal.parents();
        let levels = Levels::new(&parent);
        let [up, down] = chordal.directed(arcs, &rank, &levels);
        Self::put_together(arcs, rank, parent, levels, up, down)
    }

    /// Puts together what [`Self::parts`] took apart.
    pub fn from_parts(arcs: &Arcs, parts: [Vec<u32>; 6]) -> Result<Self, Malformed> {
        let vertices = arcs.vertices();
        let [rank, parent, up_first, up_other, down_first, down_other] = parts;
        inverse(&rank, vertices)?;
        let above = |(rank, &parent): (usize, &u32)| {
            parent == NOBODY || (rank < parent as usize && (parent as usize) < vertices)
        };
        if parent.len() != vertices || !parent.iter().enumerate().all(above) {
            return Err(Malformed::Order);
        }
        let levels = Levels::new(&parent);
        let (up, down) = rayon::join(
            || Half::new(up_first, up_other, vertices),
            || Half::new(down_first, down_other, vertices),
        );
        Self::put_together(arcs, rank, parent, levels, up?, down?)
    }

    /// Ranks by vertex, parents by rank, then for the upward and the downward half
    /// offsets by lower rank and higher ranks: what must be stored.
    pub fn parts(&self) -> [&[u32]; 6] {
        let [a, b] = self.up.parts();
        let [c, d] = self.down.parts();
        [&self.rank, &self.parent, a, b, c, d]
    }

    fn put_together(
        arcs: &Arcs,
        rank: Vec<u32>,
        parent: Vec<u32>,
        levels: Levels,
        up: Half,
        down: Half,
    ) -> Result<Self, Malformed> {
        let of_vertex = |vertex: u32| {
            let (up, down, rank) = (&up, &down, &rank);
            arcs.of(vertex).map(move |arc| {
                let (from, to) = (rank[vertex as usize], rank[arcs.head()[arc] as usize]);
                let found = match from.cmp(&to) {
                    Ordering::Equal => Some(NOBODY),
                    Ordering::Less => up.find(from, to).map(|at| at << 1),
                    Ordering::Greater => down.find(to, from).map(|at| at << 1 | 1),
                };
                found.ok_or(Malformed::Head(arc))
            })
        };
        let places: Result<Vec<Vec<u32>>, Malformed> = (0..arcs.vertices() as u32)
            .collect::<Vec<_>>()
            .par_chunks(VERTICES)
            .map(|vertices| {
                vertices
                    .iter()
                    .flat_map(|&vertex| of_vertex(vertex))
                    .collect()
            })
            .collect();
        let place = places?.concat();
        Ok(Self {
            rank,
            parent,
            up,
            down,
            place,
            levels,
        })
    }

    /// How many vertices there are.
    pub fn vertices(&self) -> usize {
        self.rank.len()
    }

    /// How many arcs and possible shortcuts lead up and down.
    pub fn shortcuts(&self) -> [usize; 2] {
        [self.up.len(), self.down.len()]
    }

    /// Rank by vertex.
    pub fn rank(&self) -> &[u32] {
        &self.rank
    }

    pub(crate) fn up(&self) -> &Half {
        &self.up
    }

    pub(crate) fn down(&self) -> &Half {
        &self.down
    }

    pub(crate) fn place(&self) -> &[u32] {
        &self.place
    }

    pub(crate) fn levels(&self) -> &Levels {
        &self.levels
    }
}

/// The inverse of a permutation of `count` numbers.
fn inverse(order: &[u32], count: usize) -> Result<Vec<u32>, Malformed> {
    if order.len() != count {
        return Err(Malformed::Order);
    }
    let mut rank = vec![NOBODY; count];
    for (position, &vertex) in (0..).zip(order) {
        match rank.get_mut(vertex as usize) {
            Some(rank) if *rank == NOBODY => *rank = position,
            _ => return Err(Malformed::Order),
        }
    }
    Ok(rank)
}
