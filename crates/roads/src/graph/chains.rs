//! Ways are cut at junctions and joined where nothing but the shape goes on.

use std::ops::Range;

use super::class::Class;
use crate::extract::{Extract, MISSING, Via};

const NONE: u32 = u32::MAX;

/// A stretch of one way between two places where the network may branch or change.
#[derive(Clone, Copy, Debug)]
pub(super) struct Arc {
    pub way: u32,
    /// First and last place in the list of all ways' nodes.
    pub first: u32,
    pub last: u32,
}

/// Roads as sequences of arcs; `true` = the arc runs against the road.
pub(super) struct Chains {
    pub arcs: Vec<Arc>,
    links: Vec<(u32, bool)>,
    first_link: Vec<u32>,
}

impl Chains {
    pub fn roads(&self) -> usize {
        self.first_link.len() - 1
    }

    pub fn road(&self, road: usize) -> impl Iterator<Item = (Arc, bool)> + '_ {
        let range = self.first_link[road] as usize..self.first_link[road + 1] as usize;
        self.links[range]
            .iter()
            .map(|(arc, reversed)| (self.arcs[*arc as usize], *reversed))
    }
}

/// Cuts and joins. `classes` tell which tag sets may follow each other without a junction.
pub(super) fn chains(extract: &Extract, classes: &[Class]) -> Chains {
    let stops = stops(extract);
    let arcs = cut(extract, &stops);
    let mates = mates(extract, &arcs, &stops, classes);
    drop(stops);
    trace(arcs, &mates)
}

/// Stretches of a way without gaps, as ranges of the list of all ways' nodes.
fn runs(extract: &Extract, way: usize) -> Vec<Range<usize>> {
    let start = extract.first_ref[way] as usize;
    let mut runs = Vec::new();
    let mut open: Option<usize> = None;
    let nodes = extract.nodes(way);
    for (i, node) in nodes.iter().enumerate() {
        let here = extract.places[*node as usize] != MISSING;
        open = match (open, here) {
            (None, true) => Some(i),
            (Some(first), false) => {
                runs.push(start + first..start + i);
                None
            }
            (open, _) => open,
        };
    }
    runs.extend(open.map(|first| start + first..start + nodes.len()));
    runs.retain(|r| r.len() > 1);
    runs
}

/// Nodes where a road must end whatever the tags: junctions, obstacles and the nodes that restrictions speak of.
fn stops(extract: &Extract) -> Vec<bool> {
    let mut ends = vec![0u8; extract.places.len()];
    for way in 0..extract.way_ids.len() {
        for run in runs(extract, way) {
            for i in run.clone() {
                let count = if i == run.start || i + 1 == run.end {
                    1
                } else {
                    2
                };
                let node = extract.refs[i] as usize;
                ends[node] = ends[node].saturating_add(count);
            }
        }
    }
    let mut stops: Vec<bool> = ends.into_iter().map(|n| n != 2).collect();
    for (node, _) in &extract.obstacles {
        stops[*node as usize] = true;
    }
    let mut via_ways = Vec::new();
    for restriction in &extract.restrictions {
        match &restriction.via {
            Via::Node(id) => {
                if let Some(node) = extract.node(*id) {
                    stops[node as usize] = true;
                }
            }
            Via::Ways(ways) => via_ways.extend(ways),
        }
    }
    via_ways.sort_unstable();
    for (way, id) in extract.way_ids.iter().enumerate() {
        if via_ways.binary_search(id).is_ok() {
            for node in [extract.nodes(way).first(), extract.nodes(way).last()]
                .into_iter()
                .flatten()
            {
                stops[*node as usize] = true;
            }
        }
    }
    stops
}

fn cut(extract: &Extract, stops: &[bool]) -> Vec<Arc> {
    let mut arcs = Vec::new();
    for way in 0..extract.way_ids.len() {
        for run in runs(extract, way) {
            let mut first = run.start;
            for i in run.start + 1..run.end {
                if i + 1 == run.end || stops[extract.refs[i] as usize] {
                    arcs.push(Arc {
                        way: way as u32,
                        first: first as u32,
                        last: i as u32,
                    });
                    first = i;
                }
            }
        }
    }
    arcs
}

/// Per arc end (`2 * arc`, and one more for the last node) the end that it is joined with.
fn mates(extract: &Extract, arcs: &[Arc], stops: &[bool], classes: &[Class]) -> Vec<u32> {
    let mut mates = vec![NONE; 2 * arcs.len()];
    let mut waiting = vec![NONE; extract.places.len()];
    for end in 0..2 * arcs.len() as u32 {
        let node = extract.refs[node_at(arcs, end) as usize] as usize;
        if stops[node] {
            continue;
        }
        let other = waiting[node];
        if other == NONE {
            waiting[node] = end;
            continue;
        }
        let class = |end: u32, along: bool| {
            let kind = extract.way_kind[arcs[(end / 2) as usize].way as usize];
            let class = classes[kind as usize];
            if along { class } else { class.reversed() }
        };
        // Coming by the one end and leaving by the other.
        if class(other, other & 1 == 1) == class(end, end & 1 == 0) {
            mates[other as usize] = end;
            mates[end as usize] = other;
        }
    }
    mates
}

fn node_at(arcs: &[Arc], end: u32) -> u32 {
    let arc = arcs[(end / 2) as usize];
    if end & 1 == 0 { arc.first } else { arc.last }
}

fn trace(arcs: Vec<Arc>, mates: &[u32]) -> Chains {
    let mut chains = Chains {
        arcs,
        links: Vec::new(),
        first_link: vec![0],
    };
    let mut done = vec![false; chains.arcs.len()];
    for arc in 0..chains.arcs.len() as u32 {
        if done[arc as usize] {
            continue;
        }
        // Back to where the road begins; a ring begins where its first arc does.
        let mut entry = 2 * arc;
        while mates[entry as usize] != NONE {
            entry = mates[entry as usize] ^ 1;
            if entry == 2 * arc {
                break;
            }
        }
        let mut end = entry;
        loop {
            chains.links.push((end / 2, end & 1 == 1));
            done[(end / 2) as usize] = true;
            end = mates[(end ^ 1) as usize];
            if end == NONE || done[(end / 2) as usize] {
                break;
            }
        }
        chains.first_link.push(chains.links.len() as u32);
    }
    chains
}
