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

use part::{Connection, Part};
use rayon::prelude::*;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::Relaxed};

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

/// How far an order has come, for whoever waits for it, and their wish to stop.
#[derive(Debug, Default)]
pub struct Progress {
    placed: AtomicUsize,
    all: AtomicUsize,
    stopped: AtomicBool,
}

impl Progress {
    /// The share of the work that is done, 0 to 1.
    pub fn share(&self) -> f64 {
        self.placed.load(Relaxed) as f64 / self.all.load(Relaxed).max(1) as f64
    }

    /// Lets the order end without an answer.
    pub fn stop(&self) {
        self.stopped.store(true, Relaxed);
    }

    fn place(&self, connections: usize) {
        self.placed.fetch_add(connections, Relaxed);
    }
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
    watched.all.store(connections.len(), Relaxed);
    let whole = Part::new(
        layout.at,
        (0..layout.at.len() as u32).collect(),
        connections,
    );
    order.extend(dissect(whole, watched));
    let edges = order
        .iter()
        .flat_map(|&id| bundles[id as usize].iter().map(|edge| edge.2));
    (!watched.stopped.load(Relaxed)).then(|| edges.collect())
}

/// The connections of a part in order.
fn dissect(part: Part, watched: &Progress) -> Vec<u32> {
    if watched.stopped.load(Relaxed) {
        return Vec::new();
    }
    if part.connections() <= 2 {
        watched.place(part.connections());
        return part.ids().collect();
    }
    if let Some(pieces) = part.components() {
        return on_each(pieces, watched);
    }
    let sides = cut::cut(&part);
    let (one, other, separator) = part.split(&sides);
    drop(part);
    watched.place(separator.len());
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
