//! How many bytes the inner loop of a matrix goes through.

use hierarchy::{Hierarchy, LANES};

/// A cost of 4 bytes for each source of a sweep.
const LABEL: usize = 4 * LANES;
/// The other end of an arc and its cost.
const ARC: usize = 8;
/// A vertex's rank and where its arcs begin.
const VERTEX: usize = 8;

/// What the downward sweeps of a matrix go through.
pub struct Sweeps {
    /// Bytes read and written by all sweeps together.
    pub bytes: usize,
    /// Bytes that one sweep uses again and again: labels, arcs and ranks.
    pub working_set: usize,
}

/// The sweeps of a matrix from so many sources to targets at these vertices:
/// each reads each arc above the targets and the label that it comes from, and
/// writes each vertex's label.
pub fn sweeps(hierarchy: &Hierarchy, sources: usize, targets: &[u32]) -> Sweeps {
    let [rank, _, _, _, _, first, other, ..] = hierarchy.parts();
    let mut above = vec![false; rank.len()];
    let mut stack: Vec<u32> = targets
        .iter()
        .map(|&vertex| rank[vertex as usize])
        .collect();
    let (mut vertices, mut arcs) = (0, 0);
    while let Some(at) = stack.pop() {
        if std::mem::replace(&mut above[at as usize], true) {
            continue;
        }
        let range = first[at as usize] as usize..first[at as usize + 1] as usize;
        vertices += 1;
        arcs += range.len();
        stack.extend(&other[range]);
    }
    let written = vertices * (VERTEX + LABEL);
    Sweeps {
        bytes: sources.div_ceil(LANES) * (arcs * (ARC + LABEL) + written),
        working_set: arcs * ARC + written,
    }
}
