//! The way itself: shortcuts unpacked into vertices.

use crate::arcs::transposed;
use crate::cost::{Cost, NO_WAY};
use crate::ends::Ends;
use crate::search::{Half, Hierarchy};
use std::collections::BTreeMap;

/// A way from a source to a target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Path {
    /// What it costs, the costs of both ends included.
    pub cost: Cost,
    /// The vertices, from one of the source to one of the target.
    pub vertices: Vec<u32>,
}

/// Finds ways of one hierarchy. Making it takes a pass over all shortcuts, a
/// query then looks at a few hundred vertices.
#[derive(Debug, Clone)]
pub struct Paths {
    /// Rank → vertex.
    vertex: Vec<u32>,
    /// Shortcuts that lead down, by the higher rank that they leave: the lower
    /// rank and the position in the downward half.
    first: Vec<u32>,
    below: Vec<[u32; 2]>,
}

/// Where a search has come, and over which rank.
type Labels = BTreeMap<u32, (u64, Option<u32>)>;

impl Paths {
    /// Reads the shortcuts of a hierarchy.
    pub fn new(hierarchy: &Hierarchy) -> Self {
        let mut vertex = vec![0; hierarchy.vertices()];
        for of in 0..hierarchy.vertices() as u32 {
            vertex[hierarchy.rank(of) as usize] = of;
        }
        let down = hierarchy.down();
        let (first, below) = transposed(&down.first, &down.other);
        Self {
            vertex,
            first,
            below,
        }
    }

    /// The least costly way from a source (a point of `sources`) to a target;
    /// `None` where there is none. `hierarchy` is the one that this was made of;
    /// `arc` tells the least cost of an arc between two vertices in its metric.
    pub fn find(
        &self,
        hierarchy: &Hierarchy,
        (sources, source): (&Ends, usize),
        (targets, target): (&Ends, usize),
        arc: impl Fn(u32, u32) -> Option<Cost>,
    ) -> Option<Path> {
        let ranks = |ends: &Ends, point| -> Vec<(u32, u64)> {
            let of = ends.of(point);
            of.map(|(vertex, cost)| (hierarchy.rank(vertex), cost.packed()))
                .collect()
        };
        let (cost, ranks) = over_the_top(
            hierarchy,
            &ranks(sources, source),
            &ranks(targets, target),
            None,
        )?;
        let mut vertices = vec![self.vertex[ranks[0] as usize]];
        let mut open: Vec<(u32, u32)> = steps(&ranks).collect();
        open.reverse();
        while let Some((from, to)) = open.pop() {
            let way = shortcut(hierarchy, from, to)?;
            let ends = [from, to].map(|rank| self.vertex[rank as usize]);
            if arc(ends[0], ends[1]).is_some_and(|cost| cost.packed() == way) {
                vertices.push(ends[1]);
            } else if let Some(middle) = self.middle(hierarchy, from, to, way) {
                open.extend([(middle, to), (from, middle)]);
            } else {
                // A shortcut that leads over higher ranks too, and is needless.
                let (_, ranks) =
                    over_the_top(hierarchy, &[(from, 0)], &[(to, 0)], Some([from, to]))?;
                let steps: Vec<_> = steps(&ranks).collect();
                open.extend(steps.into_iter().rev());
            }
        }
        Some(Path {
            cost: Cost::unpacked(cost),
            vertices,
        })
    }

    /// The rank below both ends over which a shortcut leads. Of several the
    /// highest is one whose two parts are shortcuts themselves.
    fn middle(&self, hierarchy: &Hierarchy, from: u32, to: u32, way: u64) -> Option<u32> {
        let (up, down) = (hierarchy.up(), hierarchy.down());
        let below = &self.below[crate::arcs::range(&self.first, from)];
        let mut candidates = below.iter().rev().filter(|&&[lower, _]| lower < to);
        let found = candidates.find(|&&[lower, at]| {
            let rest = cost_of(up, lower, to);
            rest.is_some_and(|rest| down.cost(at as usize).packed() + rest == way)
        });
        found.map(|&[lower, _]| lower)
    }
}

fn steps(ranks: &[u32]) -> impl Iterator<Item = (u32, u32)> {
    ranks.windows(2).map(|step| (step[0], step[1]))
}

/// The cost of a shortcut, whichever way it leads.
fn shortcut(hierarchy: &Hierarchy, from: u32, to: u32) -> Option<u64> {
    if from < to {
        cost_of(hierarchy.up(), from, to)
    } else {
        cost_of(hierarchy.down(), to, from)
    }
}

fn cost_of(half: &Half, lower: u32, higher: u32) -> Option<u64> {
    let of = half.of(lower);
    let at = half.other[of.clone()].binary_search(&higher).ok()?;
    Some(half.cost(of.start + at).packed())
}

/// The least cost from some ranks to some others, up and down again, and the
/// ranks on the way; never over the shortcut `but`.
fn over_the_top(
    hierarchy: &Hierarchy,
    from: &[(u32, u64)],
    to: &[(u32, u64)],
    but: Option<[u32; 2]>,
) -> Option<(u64, Vec<u32>)> {
    let out = search(hierarchy.up(), from, |lower, higher| {
        Some([lower, higher]) != but
    });
    let back = search(hierarchy.down(), to, |lower, higher| {
        Some([higher, lower]) != but
    });
    let (cost, top) = out
        .iter()
        .filter_map(|(rank, (out, _))| Some((out + back.get(rank)?.0, *rank)))
        .min()?;
    if cost >= NO_WAY {
        return None;
    }
    let mut ranks = vec![top];
    while let Some(before) = out[&ranks[ranks.len() - 1]].1 {
        ranks.push(before);
    }
    ranks.reverse();
    while let Some(after) = back[&ranks[ranks.len() - 1]].1 {
        ranks.push(after);
    }
    Some((cost, ranks))
}

/// All ranks above some, with their costs.
fn search(half: &Half, from: &[(u32, u64)], passes: impl Fn(u32, u32) -> bool) -> Labels {
    let mut open = Labels::new();
    let mut done = Labels::new();
    for &(rank, cost) in from {
        let label = open.entry(rank).or_insert((u64::MAX, None));
        *label = (*label).min((cost, None));
    }
    while let Some((rank, label)) = open.pop_first() {
        done.insert(rank, label);
        for arc in half.of(rank).filter(|&arc| passes(rank, half.other[arc])) {
            let way = (label.0 + half.cost(arc).packed(), Some(rank));
            let next = open.entry(half.other[arc]).or_insert((u64::MAX, None));
            *next = (*next).min(way);
        }
    }
    done
}
