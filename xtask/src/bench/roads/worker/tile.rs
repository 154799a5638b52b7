//! The roads of an extract, to be copied.

use super::pbf::{Kind, Node, Relation, Way};
use osmpbf::{Element, ElementReader, RelMemberType, TagIter};
use std::collections::{HashMap, HashSet};
use std::error::Error;
use std::path::Path;

/// Where people live and drive: ends of crossings and points of matrices lie on these.
const STREETS: &[&str] = &[
    "primary",
    "secondary",
    "tertiary",
    "unclassified",
    "residential",
    "living_street",
];

/// The roads of an extract, identifiers counted anew from 1.
pub struct Tile {
    /// Road nodes.
    pub nodes: Vec<Node>,
    /// Roads and ferries.
    pub ways: Vec<Way>,
    /// Turn restrictions.
    pub restrictions: Vec<Relation>,
    /// Indices of nodes on two-way streets, all of which one can reach from each other.
    pub streets: Vec<usize>,
}

impl Tile {
    /// Reads an extract.
    pub fn read(source: &Path) -> Result<Self, Box<dyn Error>> {
        let mut ways = Vec::new();
        let mut restrictions = Vec::new();
        ElementReader::from_path(source)?.for_each(|element| match element {
            Element::Way(way) if way.tags().any(is_road) => {
                ways.push(Way {
                    id: way.id(),
                    nodes: way.refs().collect(),
                    tags: owned(way.tags()),
                });
            }
            Element::Relation(relation)
                if relation
                    .tags()
                    .any(|(key, value)| key == "type" && value == "restriction") =>
            {
                let members: Option<Vec<_>> = relation
                    .members()
                    .map(|member| {
                        let kind = match member.member_type {
                            RelMemberType::Node => Kind::Node,
                            RelMemberType::Way => Kind::Way,
                            RelMemberType::Relation => return None,
                        };
                        Some((kind, member.member_id, member.role().ok()?.to_owned()))
                    })
                    .collect();
                let tags = relation.tags().map(own).collect();
                restrictions.extend(members.map(|members| Relation {
                    id: relation.id(),
                    members,
                    tags,
                }));
            }
            _ => {}
        })?;
        let used: HashSet<i64> = ways
            .iter()
            .flat_map(|way| way.nodes.iter().copied())
            .collect();
        let mut nodes = Vec::new();
        ElementReader::from_path(source)?.for_each(|element| {
            nodes.extend(match element {
                Element::Node(node) if used.contains(&node.id()) => Some(Node {
                    id: node.id(),
                    lat: node.decimicro_lat(),
                    lon: node.decimicro_lon(),
                    tags: owned(node.tags()),
                }),
                Element::DenseNode(node) if used.contains(&node.id()) => Some(Node {
                    id: node.id(),
                    lat: node.decimicro_lat(),
                    lon: node.decimicro_lon(),
                    tags: node.tags().map(own).collect(),
                }),
                _ => None,
            });
        })?;
        if nodes.is_empty() {
            return Err(format!("{}: no roads", source.display()).into());
        }
        Ok(Self::renumbered(nodes, ways, restrictions))
    }

    fn renumbered(
        mut nodes: Vec<Node>,
        mut ways: Vec<Way>,
        mut restrictions: Vec<Relation>,
    ) -> Self {
        nodes.sort_unstable_by_key(|node| node.id);
        nodes.dedup_by_key(|node| node.id);
        let node_ids = renumber(nodes.iter_mut().map(|node| &mut node.id));
        // Extracts cut ways at their edge: nodes outside are left out.
        for way in &mut ways {
            way.nodes = way
                .nodes
                .iter()
                .filter_map(|node| node_ids.get(node).copied())
                .collect();
        }
        ways.retain(|way| way.nodes.len() > 1);
        ways.sort_unstable_by_key(|way| way.id);
        let way_ids = renumber(ways.iter_mut().map(|way| &mut way.id));
        restrictions.retain_mut(|relation| {
            relation.members.iter_mut().all(|(kind, id, _)| {
                let known = match kind {
                    Kind::Node => node_ids.get(id),
                    Kind::Way => way_ids.get(id),
                };
                known.map(|&new| *id = new).is_some()
            })
        });
        restrictions.sort_unstable_by_key(|relation| relation.id);
        renumber(restrictions.iter_mut().map(|relation| &mut relation.id));
        let streets = streets(&ways, nodes.len());
        Self {
            nodes,
            ways,
            restrictions,
            streets,
        }
    }

    /// Left, bottom, right and top.
    pub fn edges(&self) -> (i32, i32, i32, i32) {
        self.nodes
            .iter()
            .fold((i32::MAX, i32::MAX, i32::MIN, i32::MIN), |edges, node| {
                (
                    edges.0.min(node.lon),
                    edges.1.min(node.lat),
                    edges.2.max(node.lon),
                    edges.3.max(node.lat),
                )
            })
    }
}

/// Indices of nodes in the largest connected part of the two-way streets.
fn streets(ways: &[Way], nodes: usize) -> Vec<usize> {
    let two_way = |way: &&Way| {
        let says = |key: &str| way.tags.iter().any(|(name, _)| name == key);
        let street = way
            .tags
            .iter()
            .any(|(key, value)| key == "highway" && STREETS.contains(&value.as_str()));
        let plain = [
            "oneway",
            "junction",
            "access",
            "vehicle",
            "motor_vehicle",
            "motorcar",
        ];
        street && !plain.iter().any(|key| says(key))
    };
    let mut parents: Vec<usize> = (0..nodes).collect();
    fn root(parents: &mut [usize], mut node: usize) -> usize {
        while parents[node] != node {
            parents[node] = parents[parents[node]];
            node = parents[node];
        }
        node
    }
    let mut on_street = vec![false; nodes];
    for way in ways.iter().filter(two_way) {
        for pair in way.nodes.windows(2) {
            let (a, b) = (pair[0] as usize - 1, pair[1] as usize - 1);
            (on_street[a], on_street[b]) = (true, true);
            let (a, b) = (root(&mut parents, a), root(&mut parents, b));
            parents[a.max(b)] = a.min(b);
        }
    }
    let mut sizes = vec![0_usize; nodes];
    for node in 0..nodes {
        sizes[root(&mut parents, node)] += usize::from(on_street[node]);
    }
    let largest = (0..nodes)
        .max_by_key(|&node| (sizes[node], nodes - node))
        .unwrap_or_default();
    (0..nodes)
        .filter(|&node| on_street[node] && root(&mut parents, node) == largest)
        .collect()
}

/// Numbers identifiers from 1 in their order and returns old → new.
fn renumber<'a>(ids: impl Iterator<Item = &'a mut i64>) -> HashMap<i64, i64> {
    ids.zip(1..)
        .map(|(id, new)| (std::mem::replace(id, new), new))
        .collect()
}

fn is_road((key, value): (&str, &str)) -> bool {
    key == "highway" || (key == "route" && value == "ferry")
}

fn owned(tags: TagIter<'_>) -> Vec<(String, String)> {
    tags.map(own).collect()
}

fn own((key, value): (&str, &str)) -> (String, String) {
    (key.to_owned(), value.to_owned())
}
