//! The allowed turns. Restrictions over several edges make copies of edges that remember by which way one came.

use std::collections::{BTreeMap, BTreeSet};

use super::RoadGraph;
use super::bans::Bans;

/// Edges that leave each junction.
struct Leaving {
    first: Vec<u32>,
    edges: Vec<u32>,
    /// Ends of roads that are open in both directions, per junction.
    two_way: Vec<u8>,
}

impl Leaving {
    fn new(graph: &RoadGraph) -> Self {
        let nodes = graph.node_lat.len();
        let mut first = vec![0u32; nodes + 1];
        for tail in &graph.edge_tail {
            first[*tail as usize + 1] += 1;
        }
        for node in 0..nodes {
            first[node + 1] += first[node];
        }
        let mut at = first.clone();
        let mut edges = vec![0; graph.edge_tail.len()];
        let mut two_way = vec![0u8; nodes];
        for (edge, tail) in graph.edge_tail.iter().enumerate() {
            edges[at[*tail as usize] as usize] = edge as u32;
            at[*tail as usize] += 1;
            if reverse(graph, edge as u32).is_some() {
                let count = &mut two_way[*tail as usize];
                *count = count.saturating_add(1);
            }
        }
        Self {
            first,
            edges,
            two_way,
        }
    }

    fn of(&self, node: u32) -> &[u32] {
        &self.edges[self.first[node as usize] as usize..self.first[node as usize + 1] as usize]
    }
}

/// The edge in the other direction of the same road. Both stand side by side.
fn reverse(graph: &RoadGraph, edge: u32) -> Option<u32> {
    let wanted = graph.edge_road[edge as usize] ^ 1;
    [edge.wrapping_sub(1), edge + 1]
        .into_iter()
        .find(|other| graph.edge_road.get(*other as usize) == Some(&wanted))
}

/// Adds turns, and the copies that restrictions need, to a graph that has its base edges.
pub(super) fn add(graph: &mut RoadGraph, bans: &Bans) {
    let leaving = Leaving::new(graph);
    let base = graph.edge_road.len() as u32;
    let rules = Rules::new(bans);
    let copies = rules.copies(base);
    let mut turn_to = Vec::new();
    let mut first_turn = vec![0u32];
    let mut add_state = |graph: &RoadGraph, state: &[u32]| {
        let Some(edge) = state.last() else { return };
        let node = graph.edge_head[*edge as usize];
        for next in leaving.of(node) {
            // One turns round only where nobody could go on otherwise: at the end of the last two-way road of a junction.
            let round = graph.edge_road[*edge as usize] ^ 1 == graph.edge_road[*next as usize];
            if (!round || leaving.two_way[node as usize] <= 1) && rules.allows(state, *next) {
                turn_to.push(rules.after(state, *next, &copies));
            }
        }
        first_turn.push(turn_to.len() as u32);
    };
    for edge in 0..base {
        add_state(graph, &[edge]);
    }
    for state in copies.keys() {
        add_state(graph, state);
    }
    graph.turn_to = turn_to;
    graph.first_turn = first_turn;
    for state in copies.keys() {
        let Some(edge) = state.last().map(|e| *e as usize) else {
            continue;
        };
        graph.copy_of.push(edge as u32);
        graph.edge_tail.push(graph.edge_tail[edge]);
        graph.edge_head.push(graph.edge_head[edge]);
        graph.edge_road.push(graph.edge_road[edge]);
        graph.edge_out.push(graph.edge_out[edge]);
        graph.edge_in.push(graph.edge_in[edge]);
        graph.edge_flags.push(graph.edge_flags[edge]);
    }
}

/// A state is the sequence of edges, as far as restrictions care, by which one stands at the end of its last edge.
struct Rules<'b> {
    no: BTreeSet<&'b [u32]>,
    only: BTreeMap<&'b [u32], &'b [u32]>,
    /// Beginnings, of two or more edges, of restrictions.
    remembered: BTreeSet<&'b [u32]>,
    /// Edges that end a state of some restriction; nothing need be looked up for the others.
    concerned: BTreeSet<u32>,
    /// Edges that go on with a remembered state.
    continuing: BTreeSet<u32>,
}

/// States in the order of their copies: by the edge that they copy, then by the way there.
struct Copies<'b>(Vec<(&'b [u32], u32)>);

impl<'b> Copies<'b> {
    fn keys(&self) -> impl Iterator<Item = &'b [u32]> + '_ {
        self.0.iter().map(|(state, _)| *state)
    }

    fn number(&self, state: &[u32]) -> Option<u32> {
        let found = self
            .0
            .binary_search_by(|(s, _)| order(s).cmp(&order(state)));
        found.ok().map(|i| self.0[i].1)
    }
}

fn order(state: &[u32]) -> (Option<&u32>, &[u32]) {
    (state.last(), state)
}

impl<'b> Rules<'b> {
    fn new(bans: &'b Bans) -> Self {
        let no: BTreeSet<&[u32]> = bans.no.iter().map(Vec::as_slice).collect();
        let only: BTreeMap<&[u32], &[u32]> = bans
            .only
            .iter()
            .map(|(k, v)| (k.as_slice(), v.as_slice()))
            .collect();
        let before = no
            .iter()
            .map(|s| &s[..s.len() - 1])
            .chain(only.keys().copied());
        let mut remembered = BTreeSet::new();
        let mut concerned = BTreeSet::new();
        for sequence in before {
            concerned.extend(sequence.last());
            remembered.extend((2..=sequence.len()).map(|n| &sequence[..n]));
        }
        let continuing = remembered
            .iter()
            .filter_map(|s| s.last().copied())
            .collect();
        Self {
            no,
            only,
            remembered,
            concerned,
            continuing,
        }
    }

    fn copies(&self, base: u32) -> Copies<'b> {
        let mut states: Vec<&[u32]> = self.remembered.iter().copied().collect();
        states.sort_unstable_by(|a, b| order(a).cmp(&order(b)));
        Copies(states.into_iter().zip(base..).collect())
    }

    /// Whether one may go on to an edge.
    fn allows(&self, state: &[u32], next: u32) -> bool {
        if state.last().is_none_or(|e| !self.concerned.contains(e)) {
            return true;
        }
        (0..state.len()).all(|i| {
            let suffix = &state[i..];
            let mut whole = suffix.to_vec();
            whole.push(next);
            !self.no.contains(whole.as_slice())
                && self
                    .only
                    .get(suffix)
                    .is_none_or(|allowed| allowed.contains(&next))
        })
    }

    /// The edge or copy on which one then is: that of the longest sequence that some restriction remembers.
    fn after(&self, state: &[u32], next: u32, copies: &Copies<'_>) -> u32 {
        if !self.continuing.contains(&next) {
            return next;
        }
        let mut whole = state.to_vec();
        whole.push(next);
        (0..state.len())
            .find_map(|i| copies.number(&whole[i..]))
            .unwrap_or(next)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Two-way roads between a few junctions, without anything else.
    fn graph(roads: &[(u32, u32)]) -> RoadGraph {
        let nodes = roads.iter().map(|(a, b)| a.max(b) + 1).max().unwrap_or(0) as usize;
        let mut graph = RoadGraph {
            node_lat: vec![0; nodes],
            ..RoadGraph::default()
        };
        for (road, (a, b)) in roads.iter().enumerate() {
            for (backward, (tail, head)) in [(0, (*a, *b)), (1, (*b, *a))] {
                graph.edge_tail.push(tail);
                graph.edge_head.push(head);
                graph.edge_road.push((road as u32) << 1 | backward);
                graph.edge_out.push(0);
                graph.edge_in.push(0);
                graph.edge_flags.push(0);
            }
        }
        graph
    }

    /// The walk that some numbers choose, over any turn that is no u-turn.
    fn walk(graph: &RoadGraph, choices: &[u32]) -> Vec<u32> {
        let mut walk = vec![choices[0] % graph.edge_road.len() as u32];
        for choice in &choices[1..] {
            let last = walk[walk.len() - 1] as usize;
            let ahead: Vec<u32> = (0..graph.edge_road.len() as u32)
                .filter(|e| graph.edge_tail[*e as usize] == graph.edge_head[last])
                .filter(|e| graph.edge_road[*e as usize] ^ 1 != graph.edge_road[last])
                .collect();
            match ahead.get(*choice as usize % ahead.len().max(1)) {
                Some(next) => walk.push(*next),
                None => break,
            }
        }
        walk
    }

    /// All walks of some length over the turns of a graph, as base edges.
    fn walks(
        graph: &RoadGraph,
        edge: u32,
        left: usize,
        so_far: &mut Vec<u32>,
        out: &mut BTreeSet<Vec<u32>>,
    ) {
        so_far.push(graph.base_of(edge));
        if left == 0 {
            out.insert(so_far.clone());
        } else {
            for turn in graph.turns(edge) {
                walks(graph, graph.turn_to[turn], left - 1, so_far, out);
            }
        }
        so_far.pop();
    }

    /// What restrictions mean, said in one sentence each.
    fn obeys(walk: &[u32], bans: &Bans) -> bool {
        let no = |ban: &Vec<u32>| !walk.windows(ban.len()).any(|part| part == ban);
        let only = |(before, allowed): (&Vec<u32>, &Vec<u32>)| {
            let parts = walk.windows(before.len() + 1);
            parts.clone().all(|part| {
                part[..before.len()] != before[..] || allowed.contains(&part[before.len()])
            })
        };
        bans.no.iter().all(no) && bans.only.iter().all(only)
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn exactly_the_walks_that_obey_all_restrictions_remain(
            roads in prop::collection::vec((0..5u32, 0..5u32), 4..8),
            bans in prop::collection::vec((prop::collection::vec(any::<u32>(), 2..5), any::<bool>()), 0..6),
        ) {
            let roads: Vec<_> = roads.into_iter().filter(|(a, b)| a != b).collect();
            prop_assume!(!roads.is_empty());
            let mut free = graph(&roads);
            let mut restrictions = Bans::default();
            for (choices, only) in &bans {
                let mut sequence = walk(&free, choices);
                if sequence.len() < 2 {
                    continue;
                }
                if *only {
                    let last = sequence.pop().unwrap_or(0);
                    restrictions.only.entry(sequence).or_default().push(last);
                } else {
                    restrictions.no.push(sequence);
                }
            }
            let mut banned = free.clone();
            add(&mut free, &Bans::default());
            add(&mut banned, &restrictions);
            let (mut all, mut left) = (BTreeSet::new(), BTreeSet::new());
            for edge in 0..free.base_edges() as u32 {
                walks(&free, edge, 5, &mut Vec::new(), &mut all);
                walks(&banned, edge, 5, &mut Vec::new(), &mut left);
            }
            all.retain(|walk| obeys(walk, &restrictions));
            prop_assert_eq!(left, all);
        }
    }
}
