//! Turn restrictions, from ways and nodes to edges.

use std::collections::{BTreeMap, HashMap};

use super::RoadGraph;
use super::build::SEPARATED;
use crate::extract::{Extract, Restriction, Via};

/// Restrictions as sequences of edges.
#[derive(Debug, Default)]
pub(super) struct Bans {
    /// Sequences that must not be driven to their last edge.
    pub no: Vec<Vec<u32>>,
    /// Sequences without their last edge → the edges that alone may follow.
    pub only: BTreeMap<Vec<u32>, Vec<u32>>,
    /// Relations that took effect.
    pub count: usize,
}

/// Edges at junctions and ways by id, for the ways that restrictions name.
struct Finder<'a> {
    graph: &'a RoadGraph,
    extract: &'a Extract,
    junction_of: &'a [u32],
    ways: HashMap<i64, u32>,
    edges_at: HashMap<u32, Vec<u32>>,
}

/// Returns the bans, and how many restrictions make no sense: a way passes the via node, or does not touch it.
pub(super) fn resolve(graph: &RoadGraph, extract: &Extract, junction_of: &[u32]) -> (Bans, usize) {
    let finder = Finder::new(graph, extract, junction_of);
    let mut bans = Bans::default();
    let mut odd = 0;
    for restriction in &extract.restrictions {
        match finder.sequences(restriction) {
            None => odd += 1,
            Some(sequences) if sequences.is_empty() => {}
            Some(sequences) => {
                bans.count += 1;
                for mut sequence in sequences {
                    if !restriction.only {
                        bans.no.push(sequence);
                    } else if let Some(last) = sequence.pop() {
                        let allowed = bans.only.entry(sequence).or_default();
                        allowed.push(last);
                        allowed.sort_unstable();
                        allowed.dedup();
                    }
                }
            }
        }
    }
    (bans, odd)
}

impl<'a> Finder<'a> {
    fn new(graph: &'a RoadGraph, extract: &'a Extract, junction_of: &'a [u32]) -> Self {
        let mut named: Vec<i64> = Vec::new();
        for r in &extract.restrictions {
            named.extend(r.from.iter().chain(&r.to));
            if let Via::Ways(ways) = &r.via {
                named.extend(ways);
            }
        }
        named.sort_unstable();
        let ways: HashMap<i64, u32> = (extract.way_ids.iter().enumerate())
            .filter(|(_, id)| named.binary_search(id).is_ok())
            .map(|(way, id)| (*id, way as u32))
            .collect();
        let mut junctions: Vec<u32> = ways
            .values()
            .flat_map(|way| extract.nodes(*way as usize))
            .map(|node| junction_of[*node as usize])
            .filter(|j| *j < SEPARATED)
            .collect();
        junctions.sort_unstable();
        junctions.dedup();
        let mut edges_at: HashMap<u32, Vec<u32>> = HashMap::new();
        for edge in 0..graph.edge_road.len() {
            for end in [graph.edge_tail[edge], graph.edge_head[edge]] {
                if junctions.binary_search(&end).is_ok() {
                    let list = edges_at.entry(end).or_default();
                    if list.last() != Some(&(edge as u32)) {
                        list.push(edge as u32);
                    }
                }
            }
        }
        Self {
            graph,
            extract,
            junction_of,
            ways,
            edges_at,
        }
    }

    /// `None` = odd; empty = it speaks of ways that are not in the graph.
    fn sequences(&self, r: &Restriction) -> Option<Vec<Vec<u32>>> {
        let known = |ids: &[i64]| -> Vec<u32> {
            ids.iter()
                .filter_map(|id| self.ways.get(id).copied())
                .collect()
        };
        let (from, to) = (known(&r.from), known(&r.to));
        if from.is_empty() || to.is_empty() {
            return Some(Vec::new());
        }
        let mut found = Vec::new();
        match &r.via {
            Via::Node(id) => {
                let node = self.extract.node(*id)?;
                if from
                    .iter()
                    .chain(&to)
                    .any(|way| !self.ends(*way).contains(&node))
                {
                    return None;
                }
                self.join(&from, node, &[], node, &to, &mut found);
            }
            Via::Ways(ids) => {
                let via = known(ids);
                if via.len() < ids.len() {
                    return Some(Vec::new());
                }
                let mut sensible = false;
                for start in self.ends(via[0]) {
                    if !from.iter().any(|way| self.ends(*way).contains(&start)) {
                        continue;
                    }
                    let Some((middle, end)) = self.along(&via, start) else {
                        continue;
                    };
                    if to.iter().any(|way| self.ends(*way).contains(&end)) {
                        sensible = true;
                        if !middle.is_empty() {
                            self.join(&from, start, &middle, end, &to, &mut found);
                        }
                    }
                }
                if !sensible {
                    return None;
                }
            }
        }
        Some(found)
    }

    fn join(
        &self,
        from: &[u32],
        start: u32,
        middle: &[u32],
        end: u32,
        to: &[u32],
        found: &mut Vec<Vec<u32>>,
    ) {
        for first in self.touching(start, from, false) {
            for last in self.touching(end, to, true) {
                let mut sequence = vec![first];
                sequence.extend(middle);
                sequence.push(last);
                found.push(sequence);
            }
        }
    }

    fn ends(&self, way: u32) -> [u32; 2] {
        let nodes = self.extract.nodes(way as usize);
        [nodes[0], nodes[nodes.len() - 1]]
    }

    /// Edges that leave a node by one of the ways, or arrive at it.
    fn touching(&self, node: u32, ways: &[u32], leaving: bool) -> Vec<u32> {
        let junction = self.junction_of[node as usize];
        let at = if leaving {
            &self.graph.edge_tail
        } else {
            &self.graph.edge_head
        };
        let ids: Vec<u64> = ways
            .iter()
            .map(|way| self.extract.way_ids[*way as usize] as u64)
            .collect();
        let edges = self.edges_at.get(&junction).map_or(&[][..], Vec::as_slice);
        let fits = |edge: &u32| {
            let mut pieces = self.graph.edge_pieces(*edge);
            let piece = if leaving {
                pieces.next()
            } else {
                pieces.last()
            };
            at[*edge as usize] == junction
                && piece.is_some_and(|(p, _)| ids.contains(&self.graph.piece_way[p]))
        };
        edges.iter().copied().filter(fits).collect()
    }

    /// The edges along ways from a node at an end of the first, and the node at which they end.
    /// `None` where the ways do not hang together; no edges where one may not drive along them.
    fn along(&self, ways: &[u32], start: u32) -> Option<(Vec<u32>, u32)> {
        let mut edges = Vec::new();
        let mut node = start;
        let mut drivable = true;
        for way in ways {
            let mut nodes = self.extract.nodes(*way as usize).to_vec();
            if nodes[0] != node {
                nodes.reverse();
            }
            if nodes[0] != node {
                return None;
            }
            node = nodes[nodes.len() - 1];
            let junctions: Vec<u32> = nodes
                .iter()
                .map(|n| self.junction_of[*n as usize])
                .filter(|j| *j < SEPARATED)
                .collect();
            for pair in junctions.windows(2) {
                match self.between(pair[0], pair[1], *way) {
                    Some(edge) => edges.push(edge),
                    None => drivable = false,
                }
            }
        }
        if !drivable {
            edges.clear();
        }
        Some((edges, node))
    }

    fn between(&self, tail: u32, head: u32, way: u32) -> Option<u32> {
        let id = self.extract.way_ids[way as usize] as u64;
        let edges = self.edges_at.get(&tail)?;
        edges.iter().copied().find(|edge| {
            self.graph.edge_tail[*edge as usize] == tail
                && self.graph.edge_head[*edge as usize] == head
                && self
                    .graph
                    .edge_pieces(*edge)
                    .any(|(p, _)| self.graph.piece_way[p] == id)
        })
    }
}
