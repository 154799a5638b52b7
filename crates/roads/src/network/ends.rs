//! Snapped points as ends of ways over the turn graph.

use super::Network;
use crate::metric::INF;
use crate::snap::Snap;
use hierarchy::{Cost, Ends};

impl Network {
    /// A source stands part of the way along its edges: it reaches the edges after them.
    pub(super) fn sources(&self, from: &[Snap]) -> Ends {
        let mut ends = Ends::default();
        for snap in from {
            ends.push(self.starts(snap).map(|(_, edge, cost)| (edge, cost)));
        }
        ends
    }

    /// The edge on which a source stands, the edge after it, and the cost of getting to the start of that.
    pub(super) fn starts<'a>(
        &'a self,
        snap: &'a Snap,
    ) -> impl Iterator<Item = (u32, u32, Cost)> + 'a {
        snap.candidates.iter().flat_map(move |candidate| {
            let (time, length) = (candidate.left_ms, candidate.left_dm);
            self.graph.turns(candidate.edge).filter_map(move |turn| {
                let time = time.saturating_add(self.metric.turn_ms[turn]);
                let cost = Cost { time, length };
                (cost.is_finite()).then_some((candidate.edge, self.graph.turn_to[turn], cost))
            })
        })
    }

    /// A target is reached part of the way along its edges and along their copies.
    pub(super) fn targets(&self, to: &[Snap]) -> Ends {
        let mut ends = Ends::default();
        for snap in to {
            let open = snap.candidates.iter().filter(|at| at.done_ms < INF);
            ends.push(open.flat_map(|candidate| {
                let cost = Cost {
                    time: candidate.done_ms,
                    length: candidate.done_dm,
                };
                let copies = self.graph.copies(candidate.edge);
                std::iter::once(candidate.edge)
                    .chain(copies)
                    .map(move |edge| (edge, cost))
            }));
        }
        ends
    }

    /// The way between two points of one edge, ahead along it.
    pub(super) fn along(from: &Snap, to: &Snap) -> Option<(u32, Cost)> {
        let pairs = from.candidates.iter().flat_map(|start| {
            let same = to.candidates.iter().filter(|goal| goal.edge == start.edge);
            same.map(move |goal| (start, goal))
        });
        let ahead = pairs.filter_map(|(start, goal)| {
            let (time, length) = start.ahead(goal)?;
            Some((Cost { time, length }, start.edge))
        });
        ahead.min().map(|(cost, edge)| (edge, cost))
    }
}
