//! Prices of turns: angle, oncoming traffic, u-turns, signals and signs, gates, boarding, entries into restricted roads.

use rayon::prelude::*;

use super::{BLOCK, INF, Metric, RESTRICTED};
use crate::error::Error;
use crate::geo::UNIT;
use crate::graph::RoadGraph;
use crate::profile::{Obstacle, Profile};

const ANGLES: usize = 4096;
const FERRY: u8 = 1;
const ROUNDABOUT: u8 = 2;
const RESTRICTED_ROAD: u8 = 4;
const TAGGED_LEFT: u8 = 8;
const TAGGED_RIGHT: u8 = 16;
const LAST_ALONG: u8 = 32;
/// Metres within which a stop sign belongs to the junction behind rather than ahead.
const SIGN_DM: u32 = 200;

/// Milliseconds of a turn by its angle, for one side of the road.
struct Angles {
    plain: Vec<u32>,
    oncoming: Vec<u32>,
}

impl Angles {
    /// The sigmoid of OSRM's car profile: from 0 straight on to the whole penalty at a hairpin.
    fn new(profile: &Profile, left_hand: bool) -> Self {
        let turns = &profile.schema().turns;
        let bias = turns.bias.unwrap_or(1.0);
        let bias = if left_hand { bias.recip() } else { bias };
        let ms = |index: usize, oncoming: bool| {
            let degrees = f64::from((index * (65_536 / ANGLES)) as u16 as i16) * 360.0 / 65_536.0;
            let half_turn = degrees.abs() / 180.0;
            let exponent = if degrees >= 0.0 {
                13.0 / bias * half_turn - 6.5 * bias
            } else {
                13.0 * bias * half_turn - 6.5 / bias
            };
            let mut seconds = turns.penalty_s / (1.0 + (-exponent).exp());
            if oncoming && (degrees > 0.0) == left_hand && degrees != 0.0 {
                seconds += turns.oncoming_s / (1.0 + (-(13.0 * half_turn - 3.25)).exp());
            }
            (seconds * 1000.0).round() as u32
        };
        let table = |oncoming| (0..ANGLES).map(|i| ms(i, oncoming)).collect();
        Self {
            plain: table(false),
            oncoming: table(true),
        }
    }
}

struct Pricing<'a> {
    graph: &'a RoadGraph,
    metric: &'a Metric,
    edge_bits: Vec<u8>,
    left_nodes: Vec<bool>,
    sides: [Angles; 2],
    u_turn_ms: u32,
}

pub(super) fn price(
    graph: &RoadGraph,
    profile: &Profile,
    metric: &Metric,
) -> Result<Vec<u32>, Error> {
    let edges = graph.edges();
    let has_areas = !profile.schema().turns.left_hand.is_empty();
    let left = |n: usize| {
        profile.left_hand(
            f64::from(graph.node_lat[n]) * UNIT,
            f64::from(graph.node_lon[n]) * UNIT,
        )
    };
    let pricing = Pricing {
        graph,
        metric,
        edge_bits: (0..edges as u32)
            .into_par_iter()
            .with_min_len(BLOCK)
            .map(|e| bits(graph, metric, e))
            .collect(),
        left_nodes: if has_areas {
            (0..graph.node_lat.len())
                .into_par_iter()
                .map(left)
                .collect()
        } else {
            Vec::new()
        },
        sides: [Angles::new(profile, false), Angles::new(profile, true)],
        u_turn_ms: (profile.schema().turns.u_turn_s * 1000.0).round() as u32,
    };
    let mut turn_ms = vec![0u32; graph.turn_to.len()];
    let mut parts = Vec::with_capacity(edges / BLOCK + 1);
    let mut rest = turn_ms.as_mut_slice();
    for start in (0..edges).step_by(BLOCK) {
        let end = (start + BLOCK).min(edges);
        let count = (graph.first_turn[end] - graph.first_turn[start]) as usize;
        let (part, behind) = rest.split_at_mut_checked(count).ok_or(Error::BadGraph {
            what: "offsets of turns",
        })?;
        parts.push((start as u32..end as u32, part));
        rest = behind;
    }
    parts.into_par_iter().for_each(|(edges, part)| {
        let mut slots = part.iter_mut();
        for edge in edges {
            for (turn, slot) in graph.turns(edge).zip(slots.by_ref()) {
                *slot = pricing.turn(edge, graph.turn_to[turn]);
            }
        }
    });
    Ok(turn_ms)
}

fn bits(graph: &RoadGraph, metric: &Metric, edge: u32) -> u8 {
    let mut bits = 0;
    for (piece, along) in graph.edge_pieces(edge) {
        let kind = graph.piece_kind[piece] >> 1;
        let way = &metric.prices.ways[kind as usize];
        bits |= if metric.prices.is_ferry(kind) {
            FERRY
        } else {
            0
        };
        bits |= if way.roundabout { ROUNDABOUT } else { 0 };
        bits |= if metric.prices.restricted(kind, along) {
            RESTRICTED_ROAD
        } else {
            0
        };
        bits &= !(TAGGED_LEFT | TAGGED_RIGHT | LAST_ALONG);
        bits |= match way.left_hand {
            Some(true) => TAGGED_LEFT,
            Some(false) => TAGGED_RIGHT,
            None => 0,
        };
        bits |= if along { LAST_ALONG } else { 0 };
    }
    bits
}

impl Pricing<'_> {
    fn turn(&self, from: u32, to: u32) -> u32 {
        let (graph, metric) = (self.graph, self.metric);
        // Turns of closed edges too: part of the edge may be open, up to a closure or from it.
        let (e, f) = (from as usize, to as usize);
        let node = graph.edge_head[e] as usize;
        let (here, there) = (self.edge_bits[e], self.edge_bits[f]);
        let obstacle = &metric.prices.nodes[graph.node_kind[node] as usize];
        if obstacle.blocks {
            return INF;
        }
        let mut ms = if obstacle.is_nothing() {
            0
        } else {
            self.delay(obstacle, from, to)
        };
        let junction = graph.node_degree[node] > 2;
        let u_turn = graph.edge_road[e] ^ 1 == graph.edge_road[f];
        let boards = here & FERRY == 0 && there & FERRY != 0;
        if junction || u_turn || (here ^ there) & FERRY != 0 {
            let left = match here & (TAGGED_LEFT | TAGGED_RIGHT) {
                TAGGED_LEFT => true,
                TAGGED_RIGHT => false,
                _ => self.left_nodes.get(node).copied().unwrap_or(false),
            };
            let side = &self.sides[usize::from(left)];
            let angle = graph.edge_out[f].wrapping_sub(graph.edge_in[e]) as usize * ANGLES / 65_536;
            let crossing = junction && !u_turn && (here | there) & ROUNDABOUT == 0;
            ms += if crossing {
                side.oncoming[angle]
            } else {
                side.plain[angle]
            };
            ms += if u_turn { self.u_turn_ms } else { 0 };
        }
        if boards {
            let first = graph
                .edge_pieces(to)
                .next()
                .map_or(0, |(piece, _)| graph.piece_kind[piece] >> 1);
            ms += (metric.prices.ways[first as usize].boarding_s * 1000.0).round() as u32;
        }
        ms = ms.min(RESTRICTED - 1);
        if here & RESTRICTED_ROAD == 0 && there & RESTRICTED_ROAD != 0 {
            ms + RESTRICTED
        } else {
            ms
        }
    }

    fn delay(&self, obstacle: &Obstacle, from: u32, to: u32) -> u32 {
        let graph = self.graph;
        let node = graph.edge_head[from as usize] as usize;
        let along = self.edge_bits[from as usize] & LAST_ALONG != 0;
        let behind = obstacle.undirected_stop
            && graph.node_degree[node] == 2
            && self.metric.edge_dm[from as usize] < SIGN_DM
            && self.metric.edge_dm[to as usize] > SIGN_DM;
        let priority = obstacle.minor && !self.enters_by_lesser_road(from);
        let sign = if behind || priority {
            0
        } else {
            obstacle.delay_ms[usize::from(!along)]
        };
        sign + obstacle.gate_ms
    }

    /// Whether another road at the junction is faster than the one that leads to it.
    fn enters_by_lesser_road(&self, from: u32) -> bool {
        let graph = self.graph;
        let rate = |edge: u32| {
            let ms = self.metric.edge_ms[edge as usize];
            f64::from(ms) / f64::from(self.metric.edge_dm[edge as usize].max(1))
        };
        let own = rate(from);
        graph.turns(from).any(|turn| {
            let other = graph.turn_to[turn];
            graph.edge_road[other as usize] ^ 1 != graph.edge_road[from as usize]
                && rate(other) < own * 0.999
        })
    }
}
