//! Which edges lie in small pieces of the network, from which one cannot get away or to which one cannot get.

use super::{EDGE_SNAPPABLE, RoadGraph};

/// A strongly connected component of so many edges is large enough, as in OSRM.
const LARGE: usize = 1000;

/// Takes [`EDGE_SNAPPABLE`] from the edges of components with fewer than 1000 edges and fewer than 1 % of the largest's.
/// Returns how many edges those are.
pub(super) fn unflag(graph: &mut RoadGraph) -> usize {
    let (component, sizes) = components(graph);
    let largest = sizes.iter().copied().max().unwrap_or(0);
    let least = LARGE.min(largest.div_ceil(100));
    let mut small = 0;
    for (edge, component) in component.iter().enumerate() {
        if sizes[*component as usize] < least {
            graph.edge_flags[edge] &= !EDGE_SNAPPABLE;
            small += usize::from(edge < graph.base_edges());
        }
    }
    small
}

/// Component of each edge, and base edges of each component (Tarjan 1972, without recursion). Copies belong with their bases.
fn components(graph: &RoadGraph) -> (Vec<u32>, Vec<usize>) {
    const NEW: u32 = u32::MAX;
    let (edges, base) = (graph.edges(), graph.base_edges());
    let mut order = vec![NEW; edges];
    let mut low = vec![0u32; edges];
    let mut component = vec![NEW; edges];
    let mut sizes = Vec::new();
    let (mut stack, mut path) = (Vec::new(), Vec::<(u32, u32)>::new());
    let mut count = 0u32;
    for root in 0..edges as u32 {
        if order[root as usize] != NEW {
            continue;
        }
        path.push((root, 0));
        while let Some((edge, next)) = path.last_mut() {
            let e = *edge as usize;
            if *next == 0 {
                (order[e], low[e]) = (count, count);
                count += 1;
                stack.push(*edge);
            }
            let step = *next;
            *next += 1;
            if let Some(to) = successor(graph, *edge, step) {
                let t = to as usize;
                if order[t] == NEW {
                    path.push((to, 0));
                } else if component[t] == NEW {
                    low[e] = low[e].min(order[t]);
                }
                continue;
            }
            path.pop();
            if let Some((parent, _)) = path.last() {
                let p = *parent as usize;
                low[p] = low[p].min(low[e]);
            }
            if low[e] == order[e] {
                let number = sizes.len() as u32;
                let mut size = 0;
                while let Some(member) = stack.pop() {
                    component[member as usize] = number;
                    size += usize::from((member as usize) < base);
                    if member as usize == e {
                        break;
                    }
                }
                sizes.push(size);
            }
        }
    }
    (component, sizes)
}

/// The turns of an edge, then its copies or its base.
fn successor(graph: &RoadGraph, edge: u32, step: u32) -> Option<u32> {
    let turns = graph.turns(edge);
    let step = step as usize;
    if step < turns.len() {
        return Some(graph.turn_to[turns.start + step]);
    }
    let extra = step - turns.len();
    if (edge as usize) < graph.base_edges() {
        if graph.copy_of.is_empty() {
            None
        } else {
            graph.copies(edge).nth(extra)
        }
    } else {
        (extra == 0).then(|| graph.base_of(edge))
    }
}
