//! An extract becomes a graph.

use std::path::Path;

use hierarchy::Progress;

use super::chains::{Chains, chains};
use super::class::Class;
use super::description::{self, Counts};
use super::{EDGE_SNAPPABLE, RoadGraph, bans, islands, turns};
use crate::error::Error;
use crate::extract::Extract;
use crate::geo::{self, Fixed};
use crate::profile::{Mode, Profile, WayPrice};
use crate::tags::Tags;

pub(super) const NONE: u32 = u32::MAX;
/// A junction number for nodes that several junctions share, because a barrier separates them.
pub(super) const SEPARATED: u32 = u32::MAX - 1;
const BEARING_M: f64 = 10.0;

impl RoadGraph {
    /// Reads an OpenStreetMap extract (`.osm.pbf`) and makes the graph of the ways that a profile can use.
    ///
    /// # Errors
    /// [`Error::Read`], [`Error::NotPbf`], [`Error::Truncated`], [`Error::BrokenBlob`], [`Error::UnsupportedFeature`],
    /// [`Error::NoRoads`], [`Error::TooLarge`].
    pub fn read(path: &Path, profile: &Profile) -> Result<Self, Error> {
        Self::read_watched(path, profile, &Progress::default())
    }

    /// As [`RoadGraph::read`], for somebody who looks on from another thread.
    ///
    /// # Errors
    /// Also [`Error::Stopped`].
    pub(crate) fn read_watched(
        path: &Path,
        profile: &Profile,
        progress: &Progress,
    ) -> Result<Self, Error> {
        let extract = Extract::read(path, profile, progress)?;
        let file = path.display().to_string();
        build(extract, profile, &file)
    }
}

fn build(extract: Extract, profile: &Profile, file: &str) -> Result<RoadGraph, Error> {
    let prices: Vec<WayPrice> = extract
        .way_kinds
        .lines()
        .iter()
        .map(|line| profile.way(&Tags::parse(line)))
        .collect();
    let classes: Vec<Class> = prices.iter().map(Class::new).collect();
    let chains = chains(&extract, &classes);
    if chains.roads() == 0 {
        return Err(Error::NoRoads {
            file: file.to_owned(),
            profile: profile.name().to_owned(),
        });
    }
    let mut graph = RoadGraph {
        first_point: vec![0],
        first_piece: vec![0],
        ..RoadGraph::default()
    };
    for road in 0..chains.roads() {
        add_road(&mut graph, &extract, &chains, road);
    }
    let junction_of = number_junctions(&mut graph, &extract, &chains, profile);
    add_edges(
        &mut graph,
        &classes,
        profile.schema().turns.bearing_m.unwrap_or(BEARING_M),
    );
    let (bans, odd) = bans::resolve(&graph, &extract, &junction_of);
    let mut counts = Counts {
        ways: extract.way_ids.len(),
        nodes: extract.places.len(),
        missing_nodes: extract
            .places
            .iter()
            .filter(|p| **p == crate::extract::MISSING)
            .count(),
        ferries: extract
            .way_kind
            .iter()
            .filter(|k| prices[**k as usize].mode == Mode::Ferry)
            .count(),
        restrictions: bans.count,
        conditional_restrictions: extract.conditional_restrictions,
        odd_restrictions: odd,
        island_edges: 0,
    };
    let way_kinds = extract.way_kinds.lines().to_vec();
    let node_kinds = extract.node_kinds.lines().to_vec();
    drop((extract, chains, junction_of));
    turns::add(&mut graph, &bans);
    if graph.turn_to.len() >= NONE as usize {
        return Err(Error::TooLarge {
            file: file.to_owned(),
            what: "turns",
        });
    }
    counts.island_edges = islands::unflag(&mut graph);
    graph.text = description::write(profile.vehicle(), &mut counts, &way_kinds, &node_kinds);
    Ok(graph)
}

/// Points and pieces of one road.
fn add_road(graph: &mut RoadGraph, extract: &Extract, chains: &Chains, road: usize) {
    let mut metres = 0.0;
    let mut whole_dm = 0u32;
    let mut last: Option<Fixed> = None;
    let first_piece = graph.piece_dm.len();
    for (arc, reversed) in chains.road(road) {
        let nodes = &extract.refs[arc.first as usize..=arc.last as usize];
        for i in 0..nodes.len() {
            let node = nodes[if reversed { nodes.len() - 1 - i } else { i }];
            let place = extract.places[node as usize];
            // The joint between two arcs, and nodes at one place.
            if last == Some(place) && (i == 0 || i + 1 < nodes.len()) {
                continue;
            }
            metres += last.map_or(0.0, |l| geo::metres(l, place));
            last = Some(place);
            graph.point_lat.push(place.lat);
            graph.point_lon.push(place.lon);
        }
        // Rounding the length so far, so that it does not matter into how many pieces a road is cut.
        let until = (metres * 10.0).round() as u32;
        let kind = extract.way_kind[arc.way as usize] << 1 | u32::from(reversed);
        let way = extract.way_ids[arc.way as usize] as u64;
        let same = graph.piece_kind.len() > first_piece
            && graph.piece_kind.last() == Some(&kind)
            && graph.piece_way.last() == Some(&way);
        if same && let Some(dm) = graph.piece_dm.last_mut() {
            *dm += until - whole_dm;
        } else {
            graph.piece_kind.push(kind);
            graph.piece_dm.push(until - whole_dm);
            graph.piece_way.push(way);
        }
        whole_dm = until;
    }
    graph.first_point.push(graph.point_lat.len() as u32);
    graph.first_piece.push(graph.piece_dm.len() as u32);
}

/// Numbers the ends of roads; a barrier gives every road its own dead end. Returns the junction of each node.
fn number_junctions(
    graph: &mut RoadGraph,
    extract: &Extract,
    chains: &Chains,
    profile: &Profile,
) -> Vec<u32> {
    let blocks: Vec<bool> = extract
        .node_kinds
        .lines()
        .iter()
        .map(|l| profile.node(&Tags::parse(l)).blocks)
        .collect();
    let mut junction_of = vec![NONE; extract.places.len()];
    let mut junction = |graph: &mut RoadGraph, node: u32| {
        let kind = extract.node_kind(node);
        let blocked = blocks.get(kind as usize) == Some(&true);
        let known = junction_of[node as usize];
        if known < SEPARATED {
            return known;
        }
        let number = graph.node_lat.len() as u32;
        junction_of[node as usize] = if blocked { SEPARATED } else { number };
        let place = extract.places[node as usize];
        graph.node_lat.push(place.lat);
        graph.node_lon.push(place.lon);
        // What blocks has done its work by separating; here one turns round.
        graph.node_kind.push(if blocked { 0 } else { kind });
        graph.node_degree.push(0);
        number
    };
    for road in 0..chains.roads() {
        let mut links = chains.road(road);
        let Some((first, reversed)) = links.next() else {
            continue;
        };
        let (last, last_reversed) = links.last().unwrap_or((first, reversed));
        let tail = if reversed { first.last } else { first.first };
        let head = if last_reversed { last.first } else { last.last };
        let ends = [tail, head].map(|at| junction(graph, extract.refs[at as usize]));
        for end in ends {
            let degree = &mut graph.node_degree[end as usize];
            *degree = degree.saturating_add(1);
        }
        // The ends of roads, until edges take them over.
        graph.edge_tail.push(ends[0]);
        graph.edge_head.push(ends[1]);
    }
    junction_of
}

/// One edge per open direction of each road.
fn add_edges(graph: &mut RoadGraph, classes: &[Class], bearing_m: f64) {
    let tails = std::mem::take(&mut graph.edge_tail);
    let heads = std::mem::take(&mut graph.edge_head);
    for road in 0..graph.roads() as u32 {
        let piece = graph.piece_kind[graph.pieces(road).start];
        let class = classes[(piece >> 1) as usize];
        let class = if piece & 1 == 1 {
            class.reversed()
        } else {
            class
        };
        let leaving = bearing_along(graph, road, bearing_m, false);
        let arriving = bearing_along(graph, road, bearing_m, true).wrapping_add(0x8000);
        let (tail, head) = (tails[road as usize], heads[road as usize]);
        for backward in [false, true] {
            if !class.open[usize::from(backward)] {
                continue;
            }
            let (tail, head) = if backward { (head, tail) } else { (tail, head) };
            let turned = if backward { 0x8000 } else { 0 };
            let (out, into) = if backward {
                (arriving, leaving)
            } else {
                (leaving, arriving)
            };
            graph.edge_tail.push(tail);
            graph.edge_head.push(head);
            graph.edge_road.push(road << 1 | u32::from(backward));
            graph.edge_out.push(out.wrapping_add(turned));
            graph.edge_in.push(into.wrapping_add(turned));
            graph
                .edge_flags
                .push(if class.start { EDGE_SNAPPABLE } else { 0 });
        }
    }
}

/// Bearing from an end of a road to the place some metres along it.
fn bearing_along(graph: &RoadGraph, road: u32, metres: f64, from_end: bool) -> u16 {
    let points = graph.points(road);
    let count = points.len();
    let point = |i: usize| {
        graph.point(if from_end {
            points.end - 1 - i
        } else {
            points.start + i
        })
    };
    let mut left = metres;
    for i in 1..count {
        let (a, b) = (point(i - 1), point(i));
        let length = geo::metres(a, b);
        if length >= left && length > 0.0 {
            let share = left / length;
            let lon = f64::from(a.lon) + share * geo::lon_difference(a.lon, b.lon) as f64;
            let lat = f64::from(a.lat) + share * (f64::from(b.lat) - f64::from(a.lat));
            // Beyond the antimeridian by a few metres the number still fits.
            return geo::bearing(
                point(0),
                Fixed {
                    lat: lat.round() as i32,
                    lon: lon.round() as i32,
                },
            );
        }
        left -= length;
    }
    geo::bearing(point(0), point(count - 1))
}
