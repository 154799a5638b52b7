//! Directed graphs in compressed sparse rows.

/// Why arrays are no graph.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Malformed {
    /// The offsets do not rise from 0 to the number of arcs.
    #[error("offsets do not rise from 0 to the number of arcs")]
    Offsets,
    /// An arc leads to a vertex that does not exist.
    #[error("arc {0} leads to a vertex that does not exist")]
    Head(usize),
    /// The order is not a permutation of the vertices.
    #[error("the order is not a permutation of the vertices")]
    Order,
    /// Two arrays that belong together have different lengths.
    #[error("arrays that belong together have different lengths")]
    Lengths,
}

/// The arcs of a directed graph, by the vertex that they leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arcs {
    first: Vec<u32>,
    head: Vec<u32>,
}

impl Arcs {
    /// The arcs of vertex `v` are `head[first[v]..first[v + 1]]`.
    pub fn new(first: Vec<u32>, head: Vec<u32>) -> Result<Self, Malformed> {
        check(&first, &head, first.len().saturating_sub(1))?;
        Ok(Self { first, head })
    }

    /// How many vertices there are.
    pub fn vertices(&self) -> usize {
        self.first.len() - 1
    }

    /// Offsets by vertex, one more than vertices.
    pub fn first(&self) -> &[u32] {
        &self.first
    }

    /// Where each arc leads.
    pub fn head(&self) -> &[u32] {
        &self.head
    }

    /// The arcs that leave a vertex.
    pub fn of(&self, vertex: u32) -> std::ops::Range<usize> {
        range(&self.first, vertex)
    }
}

/// The slice of a vertex in a compressed sparse row.
#[inline]
pub(crate) fn range(first: &[u32], vertex: u32) -> std::ops::Range<usize> {
    first[vertex as usize] as usize..first[vertex as usize + 1] as usize
}

pub(crate) fn check(first: &[u32], head: &[u32], vertices: usize) -> Result<(), Malformed> {
    let rises = first.first() == Some(&0)
        && first.is_sorted()
        && first.last().map(|&last| last as usize) == Some(head.len())
        && first.len() == vertices + 1;
    if !rises {
        return Err(Malformed::Offsets);
    }
    match head.iter().position(|&head| head as usize >= vertices) {
        Some(arc) => Err(Malformed::Head(arc)),
        None => Ok(()),
    }
}

/// Offsets of a compressed sparse row from the number of entries of each row.
pub(crate) fn offsets(counts: impl ExactSizeIterator<Item = u32>) -> Vec<u32> {
    let mut first = Vec::with_capacity(counts.len() + 1);
    let mut sum = 0;
    first.push(0);
    first.extend(counts.map(|count| {
        sum += count;
        sum
    }));
    first
}

/// The rows of a compressed sparse row in which each column stands, with the
/// positions: offsets by column, then `[row, position]`; rows rise.
pub(crate) fn transposed(first: &[u32], columns: &[u32]) -> (Vec<u32>, Vec<[u32; 2]>) {
    let rows = first.len() - 1;
    let mut counts = vec![0; rows];
    for &column in columns {
        counts[column as usize] += 1;
    }
    let by_column = offsets(counts.iter().copied());
    let mut next = by_column.clone();
    let mut places = vec![[0; 2]; columns.len()];
    for row in 0..rows as u32 {
        for at in range(first, row) {
            let next = &mut next[columns[at] as usize];
            places[*next as usize] = [row, at as u32];
            *next += 1;
        }
    }
    (by_column, places)
}
