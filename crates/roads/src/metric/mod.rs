//! Prices of a road graph: milliseconds of every edge and turn under a profile and a set of changes.

mod kinds;
mod turns;

use rayon::prelude::*;

use crate::changes::Changes;
use crate::error::Error;
use crate::graph::RoadGraph;
use crate::profile::Profile;
use kinds::KindPrices;

/// A price of this or more: closed, or no way.
pub const INF: u32 = 1 << 30;
/// What entering a road for the ends of trips only costs on top: 37 hours, more than the trips of a country take, so that the
/// fewest such entries come first and the time decides among equals.
pub const RESTRICTED: u32 = 1 << 27;

/// Milliseconds and decimetres of the edges and turns of one graph.
#[derive(Clone, Debug)]
pub struct Metric {
    /// Milliseconds of each edge, at least 1; [`INF`] = closed.
    pub edge_ms: Vec<u32>,
    /// Decimetres of each edge.
    pub edge_dm: Vec<u32>,
    /// Milliseconds of each turn of [`RoadGraph::turn_to`]; [`INF`] = not allowed. May hold one [`RESTRICTED`].
    pub turn_ms: Vec<u32>,
    prices: KindPrices,
    changes: Changes,
}

const BLOCK: usize = 8192;

impl RoadGraph {
    /// Prices under a profile for the graph's vehicle, with changes of single ways.
    ///
    /// A profile other than that of the preparation may close and slow roads, and change every cost of turns and nodes; it
    /// cannot open a way or a direction that the other one left out.
    ///
    /// # Errors
    /// [`Error::OtherVehicle`], [`Error::ChangedWaysUnknown`], [`Error::BadGraph`].
    pub fn metric(&self, profile: &Profile, changes: &Changes) -> Result<Metric, Error> {
        let description = self.description()?;
        if description.vehicle != profile.vehicle() {
            return Err(Error::OtherVehicle {
                graph: description.vehicle.to_owned(),
                profile: profile.name().to_owned(),
                vehicle: profile.vehicle().to_owned(),
            });
        }
        changes.check_known(&self.piece_way)?;
        let mut metric = Metric {
            edge_ms: Vec::new(),
            edge_dm: Vec::new(),
            turn_ms: Vec::new(),
            prices: KindPrices::new(profile, &description),
            changes: changes.clone(),
        };
        (metric.edge_ms, metric.edge_dm) = (0..self.edges() as u32)
            .into_par_iter()
            .with_min_len(BLOCK)
            .map(|edge| metric.price_edge(self, edge))
            .unzip();
        metric.turn_ms = turns::price(self, profile, &metric)?;
        Ok(metric)
    }

    /// The pieces of an edge in its direction: piece index, and whether the way runs with the edge.
    pub(crate) fn edge_pieces(&self, edge: u32) -> impl Iterator<Item = (usize, bool)> + '_ {
        let road = self.edge_road[edge as usize];
        let pieces = self.pieces(road >> 1);
        let backward = road & 1 == 1;
        let (start, end) = (pieces.start, pieces.end);
        pieces.map(move |i| {
            let piece = if backward { end - 1 - (i - start) } else { i };
            (piece, (self.piece_kind[piece] & 1 == 1) == backward)
        })
    }
}

impl Metric {
    /// Whether an edge is a ferry: nobody gets off on the way.
    pub(crate) fn is_ferry(&self, graph: &RoadGraph, edge: u32) -> bool {
        let mut pieces = graph.edge_pieces(edge);
        pieces.any(|(piece, _)| self.prices.is_ferry(graph.piece_kind[piece] >> 1))
    }

    /// A sum of prices without its entries into restricted roads: milliseconds. Where there are such roads it is right for
    /// trips of less than [`RESTRICTED`].
    #[must_use]
    pub fn real_ms(&self, cost: u32) -> u32 {
        if self.prices.has_restricted {
            cost & (RESTRICTED - 1)
        } else {
            cost
        }
    }

    fn price_edge(&self, graph: &RoadGraph, edge: u32) -> (u32, u32) {
        let dm = graph
            .edge_pieces(edge)
            .map(|(piece, _)| graph.piece_dm[piece])
            .sum();
        let ms = self.ms_between(graph, edge, 0, u32::MAX);
        (
            ms.map_or(INF, |ms| {
                (ms.round() as u64).clamp(1, u64::from(RESTRICTED - 1)) as u32
            }),
            dm,
        )
    }

    /// Milliseconds of an edge from one length along it to another; `None` = closed in between.
    fn ms_between(&self, graph: &RoadGraph, edge: u32, from: u32, to: u32) -> Option<f64> {
        let (mut begin, mut sum) = (0, 0.0);
        // Pieces of one price are added as lengths, so that splitting a way changes no rounding.
        let (mut run_rate, mut run_dm) = (0.0, 0u32);
        for (piece, along) in graph.edge_pieces(edge) {
            let end = begin + graph.piece_dm[piece];
            let part = end.min(to).saturating_sub(begin.max(from));
            let outside = part == 0 && (end <= from || begin >= to);
            begin = end;
            if outside && (from, to) != (0, u32::MAX) {
                continue;
            }
            let rate = self.rate(graph, piece, along)?;
            if rate != run_rate {
                sum += run_rate * f64::from(run_dm);
                (run_rate, run_dm) = (rate, 0);
            }
            run_dm += part;
        }
        Some(sum + run_rate * f64::from(run_dm))
    }

    /// Lengths along an edge from one on, decimetres, each with the milliseconds at which one is there; in between time
    /// passes evenly. Ends where the edge is closed.
    pub(crate) fn steps(&self, graph: &RoadGraph, edge: u32, from: u32) -> Vec<(u32, f64)> {
        let mut steps = vec![(from, 0.0)];
        let (mut begin, mut ms) = (0, 0.0);
        for (piece, along) in graph.edge_pieces(edge) {
            let end = begin + graph.piece_dm[piece];
            if end > from {
                let Some(rate) = self.rate(graph, piece, along) else {
                    break;
                };
                ms += rate * f64::from(end - begin.max(from));
                steps.push((end, ms));
            }
            begin = end;
        }
        steps
    }

    /// Milliseconds per decimetre; `None` = closed.
    fn rate(&self, graph: &RoadGraph, piece: usize, along: bool) -> Option<f64> {
        let rate = self.prices.rate(graph.piece_kind[piece] >> 1, along)?;
        match self.changes.kmh(graph.piece_way[piece]) {
            None => Some(rate),
            Some(0.0) => None,
            Some(kmh) => Some(kinds::ms_per_dm(kmh)),
        }
    }

    /// Milliseconds from the start of an edge to a length along it, and from there to its end; [`INF`] where closed. Both
    /// add up to the whole edge where that is open.
    pub(crate) fn at(&self, graph: &RoadGraph, edge: u32, dm: u32) -> [u32; 2] {
        let whole = self.edge_ms[edge as usize];
        let done = self
            .ms_between(graph, edge, 0, dm)
            .map_or(INF, |ms| (ms.floor() as u32).min(whole));
        let left = if whole < INF {
            whole - done
        } else {
            self.ms_between(graph, edge, dm, u32::MAX - 1)
                .map_or(INF, |ms| ms.ceil() as u32)
        };
        [done, left]
    }
}
