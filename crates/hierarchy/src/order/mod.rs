//! The order of contraction: nested dissection of the base graph by edge cuts.
//!
//! A cut of the base graph is a separator of the turn graph: without the edges
//! that cross it no turn leads from one side to the other. So the vertices of a
//! cut come after those of both sides, and the sides are cut in turn. Working on
//! the base graph is several times cheaper than on the turn graph, and a
//! separator has one vertex for each edge cut, where lifting an order of
//! junctions would put all edges of a junction into it.

mod cut;
mod flow;
mod part;

use crate::Progress;
use part::{Connection, Part};
use rayon::prelude::*;

/// Parts of fewer junctions are cut one after another; larger ones on all
/// threads.
const SIDE_BY_SIDE: usize = 2_000;

/// The base graph: where its junctions lie and which two each edge joins.
#[derive(Debug, Clone, Copy)]
pub struct Layout<'a> {
    /// Latitude and longitude of each junction, in any one unit.
    pub at: &'a [[i32; 2]],
    /// The junction that each edge leaves.
    pub tail: &'a [u32],
    /// The junction that each edge enters.
    pub head: &'a [u32],
}

/// An order of the edges in which few shortcuts arise: position → edge. The
/// same input gives the same order whatever the number of threads.
///
/// # Panics
///
/// If an edge names a junction that has no place in `at`.
pub fn nested_dissection(layout: &Layout) -> Vec<u32> {
    nested_dissection_watched(layout, &Progress::default()).unwrap_or_default()
}

/// As [`nested_dissection`], for somebody who looks on from another thread;
/// `None` if they stopped it.
pub fn nested_dissection_watched(layout: &Layout, watched: &Progress) -> Option<Vec<u32>> {
    let mut edges: Vec<(u32, u32, u32)> = (0..)
        .zip(layout.tail.iter().zip(layout.head))
        .map(|(edge, (&tail, &head))| (tail.min(head), tail.max(head), edge))
        .collect();
    edges.sort_unstable();
    let bundles: Vec<&[(u32, u32, u32)]> = edges
        .chunk_by(|one, other| (one.0, one.1) == (other.0, other.1))
        .collect();
    let connections: Vec<Connection> = (0..)
        .zip(&bundles)
        .map(|(id, bundle)| Connection {
            ends: [bundle[0].0, bundle[0].1],
            id,
            weight: bundle.len() as u32,
        })
        .collect();
    let mut order = Vec::with_capacity(bundles.len());
    let (loops, connections): (Vec<_>, Vec<_>) = connections
        .into_iter()
        .partition(|connection| connection.ends[0] == connection.ends[1]);
    // A loop turns only into edges of its own junction: it comes first.
    order.extend(loops.iter().map(|connection| connection.id));
    watched.expect(connections.len());
    let whole = Part::new(
        layout.at,
        (0..layout.at.len() as u32).collect(),
        connections,
    );
    order.extend(dissect(whole, watched));
    let edges = order
        .iter()
        .flat_map(|&id| bundles[id as usize].iter().map(|edge| edge.2));
    (!watched.is_stopped()).then(|| edges.collect())
}

/// The connections of a part in order.
fn dissect(part: Part, watched: &Progress) -> Vec<u32> {
    if watched.is_stopped() {
        return Vec::new();
    }
    if part.connections() <= 2 {
        watched.advance(part.connections());
        return part.ids().collect();
    }
    if let Some(pieces) = part.components() {
        return on_each(pieces, watched);
    }
    let sides = cut::cut(&part);
    let (one, other, separator) = part.split(&sides);
    drop(part);
    watched.advance(separator.len());
    let mut order = on_each(vec![one, other], watched);
    order.extend(separator);
    order
}

fn on_each(parts: Vec<Part>, watched: &Progress) -> Vec<u32> {
    let junctions: usize = parts.iter().map(Part::junctions).sum();
    let of = |part| dissect(part, watched);
    let orders: Vec<Vec<u32>> = if junctions >= SIDE_BY_SIDE {
        parts.into_par_iter().map(of).collect()
    } else {
        parts.into_iter().map(of).collect()
    };
    orders.concat()
}
