//! Plain Dijkstra over edges and turns: slow, simple, and what every faster search is compared with.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::graph::RoadGraph;
use crate::metric::{INF, Metric};
use crate::snap::Snap;

/// The best way between two snapped points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trip {
    /// Milliseconds.
    pub ms: u32,
    /// Milliseconds and entries into restricted roads, as the metric sums them.
    pub cost: u32,
    /// Decimetres.
    pub dm: u32,
}

/// Cost, then length, of standing at the start of an edge.
type Label = (u32, u32);
const FAR: Label = (INF, u32::MAX);

/// The best way from one point to another; `None` where there is none.
#[must_use]
pub fn trip(graph: &RoadGraph, metric: &Metric, from: &Snap, to: &Snap) -> Option<Trip> {
    trips(graph, metric, from, std::slice::from_ref(to))
        .pop()
        .flatten()
}

/// The best ways from one point to many, by one search.
#[must_use]
pub fn trips(graph: &RoadGraph, metric: &Metric, from: &Snap, to: &[Snap]) -> Vec<Option<Trip>> {
    let labels = labels(graph, metric, from);
    to.iter()
        .map(|to| best(graph, metric, &labels, from, to))
        .collect()
}

/// Least cost and length of standing at the start of each edge, coming from a point; costs of [`INF`] are out of reach.
#[must_use]
pub fn labels(graph: &RoadGraph, metric: &Metric, from: &Snap) -> Vec<(u32, u32)> {
    let mut labels = vec![FAR; graph.edges()];
    let mut queue = BinaryHeap::new();
    for start in &from.candidates {
        let rest = (start.left_ms, start.left_dm);
        relax(graph, metric, start.edge, rest, &mut labels, &mut queue);
    }
    while let Some(Reverse((label, edge))) = queue.pop() {
        let e = edge as usize;
        if label == labels[e] {
            relax(
                graph,
                metric,
                edge,
                (label.0 + metric.edge_ms[e], label.1 + metric.edge_dm[e]),
                &mut labels,
                &mut queue,
            );
        }
    }
    labels
}

/// From the end of an edge over its turns.
fn relax(
    graph: &RoadGraph,
    metric: &Metric,
    edge: u32,
    at_end: Label,
    labels: &mut [Label],
    queue: &mut BinaryHeap<Reverse<(Label, u32)>>,
) {
    if at_end.0 >= INF {
        return;
    }
    for turn in graph.turns(edge) {
        let next = graph.turn_to[turn];
        let label = (at_end.0 + metric.turn_ms[turn], at_end.1);
        if label.0 < INF && label < labels[next as usize] {
            labels[next as usize] = label;
            queue.push(Reverse((label, next)));
        }
    }
}

fn best(
    graph: &RoadGraph,
    metric: &Metric,
    labels: &[Label],
    from: &Snap,
    to: &Snap,
) -> Option<Trip> {
    let mut best = FAR;
    for goal in &to.candidates {
        for edge in std::iter::once(goal.edge).chain(graph.copies(goal.edge)) {
            let label = labels[edge as usize];
            if label.0 < INF && goal.done_ms < INF {
                best = best.min((label.0 + goal.done_ms, label.1 + goal.done_dm));
            }
        }
        let ahead = from.candidates.iter().filter_map(|start| start.ahead(goal));
        best = ahead.fold(best, |best, way| best.min(way));
    }
    (best.0 < INF).then(|| Trip {
        ms: metric.real_ms(best.0),
        cost: best.0,
        dm: best.1,
    })
}
