//! Arcs and shortcuts of one direction, by their lower rank and by their higher.

use crate::arcs::{Malformed, check, range, transposed};
use std::ops::Range;

/// All arcs and shortcuts that lead up, or all that lead down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Half {
    /// Offsets by lower rank.
    first: Vec<u32>,
    /// The higher rank of each; rises within a lower rank.
    other: Vec<u32>,
    /// Offsets by higher rank.
    below_first: Vec<u32>,
    /// The lower rank and the position in `other`; lower ranks rise.
    below: Vec<[u32; 2]>,
}

impl Half {
    pub fn new(first: Vec<u32>, other: Vec<u32>, vertices: usize) -> Result<Self, Malformed> {
        check(&first, &other, vertices)?;
        for rank in 0..vertices as u32 {
            let others = &other[range(&first, rank)];
            if others.first().is_some_and(|&lowest| lowest <= rank)
                || !others.is_sorted_by(|a, b| a < b)
            {
                return Err(Malformed::Head(first[rank as usize] as usize));
            }
        }
        Ok(Self::of_rising(first, other))
    }

    /// Others rise and lie above.
    pub fn of_rising(first: Vec<u32>, other: Vec<u32>) -> Self {
        let (below_first, below) = transposed(&first, &other);
        Self {
            first,
            other,
            below_first,
            below,
        }
    }

    pub fn parts(&self) -> [&[u32]; 2] {
        [&self.first, &self.other]
    }

    pub fn len(&self) -> usize {
        self.other.len()
    }

    /// The positions of a lower rank.
    #[inline]
    pub fn of(&self, lower: u32) -> Range<usize> {
        range(&self.first, lower)
    }

    /// The higher rank at each position.
    #[inline]
    pub fn other(&self) -> &[u32] {
        &self.other
    }

    /// Lower ranks of a higher one, with their positions.
    #[inline]
    pub fn below(&self, higher: u32) -> &[[u32; 2]] {
        &self.below[range(&self.below_first, higher)]
    }

    /// Where a lower and a higher rank are joined.
    pub fn find(&self, lower: u32, higher: u32) -> Option<u32> {
        let of = self.of(lower);
        let at = self.other[of.clone()].binary_search(&higher).ok()?;
        Some((of.start + at) as u32)
    }
}
