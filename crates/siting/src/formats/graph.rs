//! Shortest ways on an undirected graph with whole lengths.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// A graph; of an edge that is given twice the last length counts.
pub struct Graph {
    /// Where the edges of each node begin, and where the last ones end.
    first: Vec<usize>,
    /// The node at the other end, and the length.
    edges: Vec<(u32, u32)>,
}

/// What a search needs, kept from one to the next.
pub struct Search {
    distance: Vec<u64>,
    reached: Vec<u32>,
    queue: BinaryHeap<Reverse<(u64, u32)>>,
}

impl Graph {
    /// A graph of so many nodes; ends of edges are less than that.
    pub fn new(nodes: usize, mut edges: Vec<([u32; 2], u32)>) -> Self {
        for ([from, to], _) in &mut edges {
            if from > to {
                std::mem::swap(from, to);
            }
        }
        // A stable sort: the last of equal ends stays the last.
        edges.sort_by_key(|(ends, _)| *ends);
        let is_last = |at: usize| edges.get(at + 1).is_none_or(|next| next.0 != edges[at].0);
        let kept = (0..edges.len()).filter(|at| is_last(*at));
        let kept: Vec<_> = kept.map(|at| edges[at]).collect();
        let mut first = vec![0; nodes + 1];
        for ([from, to], _) in &kept {
            first[*from as usize + 1] += 1;
            first[*to as usize + 1] += 1;
        }
        for node in 0..nodes {
            first[node + 1] += first[node];
        }
        let mut next = first.clone();
        let mut both = vec![(0, 0); 2 * kept.len()];
        for ([from, to], length) in kept {
            for (from, to) in [(from, to), (to, from)] {
                both[next[from as usize]] = (to, length);
                next[from as usize] += 1;
            }
        }
        Self { first, edges: both }
    }

    /// How many nodes there are.
    pub fn nodes(&self) -> usize {
        self.first.len() - 1
    }

    /// Room for searches.
    pub fn search(&self) -> Search {
        Search {
            distance: vec![u64::MAX; self.nodes()],
            reached: Vec::new(),
            queue: BinaryHeap::new(),
        }
    }

    /// How many nodes each node reaches, itself among them.
    pub fn reaches(&self) -> Vec<usize> {
        let mut search = self.search();
        let mut reaches = vec![0; self.nodes()];
        for from in 0..self.nodes() {
            if reaches[from] == 0 {
                let nodes: Vec<usize> = self
                    .within(from, u64::MAX, &mut search)
                    .map(|(node, _)| node)
                    .collect();
                for node in &nodes {
                    reaches[*node] = nodes.len();
                }
            }
        }
        reaches
    }

    /// The nodes at most so far from a node, rising, each with its distance.
    pub fn within<'s>(
        &self,
        from: usize,
        most: u64,
        search: &'s mut Search,
    ) -> impl Iterator<Item = (usize, u64)> + use<'s> {
        for node in search.reached.drain(..) {
            search.distance[node as usize] = u64::MAX;
        }
        search.distance[from] = 0;
        search.reached.push(from as u32);
        search.queue.push(Reverse((0, from as u32)));
        while let Some(Reverse((distance, node))) = search.queue.pop() {
            if distance > search.distance[node as usize] {
                continue;
            }
            let edges = self.first[node as usize]..self.first[node as usize + 1];
            for &(to, length) in &self.edges[edges] {
                let there = distance + u64::from(length);
                let known = &mut search.distance[to as usize];
                if there < *known && there <= most {
                    if *known == u64::MAX {
                        search.reached.push(to);
                    }
                    *known = there;
                    search.queue.push(Reverse((there, to)));
                }
            }
        }
        search.reached.sort_unstable();
        let distance = &search.distance;
        search
            .reached
            .iter()
            .map(|node| (*node as usize, distance[*node as usize]))
    }
}
