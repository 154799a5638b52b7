//! Snapped points as ends of ways over the turn graph.

use super::Network;
use crate::metric::INF;
use crate::snap::{Candidate, Snap};
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

    /// Where on an edge a source stands, the edge after it, and the cost of getting to the start of that.
    pub(super) fn starts<'a>(
        &'a self,
        snap: &'a Snap,
    ) -> impl Iterator<Item = (&'a Candidate, u32, Cost)> + 'a {
        snap.candidates.iter().flat_map(move |candidate| {
            let (time, length) = (candidate.left_ms, candidate.left_dm);
            self.graph.turns(candidate.edge).filter_map(move |turn| {
                let time = time.saturating_add(self.metric.turn_ms[turn]);
                let cost = Cost { time, length };
                (cost.is_finite()).then_some((candidate, self.graph.turn_to[turn], cost))
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

    /// The way between two points of one edge, ahead along it: its cost and the places at both ends.
    pub(super) fn along<'a>(
        from: &'a Snap,
        to: &'a Snap,
    ) -> Option<(Cost, &'a Candidate, &'a Candidate)> {
        let pairs = from
            .candidates
            .iter()
            .flat_map(|start| to.candidates.iter().map(move |goal| (start, goal)));
        let ahead = pairs.filter_map(|(start, goal)| {
            let (time, length) = start.ahead(goal)?;
            Some((Cost { time, length }, start, goal))
        });
        ahead.min_by_key(|(cost, start, _)| (*cost, start.edge))
    }
}
