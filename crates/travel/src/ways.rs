//! The ways between points, and how they are kept from run to run.

use crate::matrix_file::Way;
use xxhash_rust::xxh3::xxh3_64;

/// The first bytes of a kept matrix; the last is the version of the format.
const MAGIC: &[u8; 8] = b"tuvakM\0\x01";
const NO_WAY: u32 = u32::MAX;

/// Ways from each origin to each destination.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ways {
    /// Destinations of each origin.
    pub width: usize,
    /// Seconds and metres, origin by origin.
    pub cells: Vec<Option<(u32, u32)>>,
}

impl Ways {
    /// No way from anywhere to anywhere.
    pub fn none(from: usize, to: usize) -> Self {
        Self {
            width: to,
            cells: vec![None; from * to],
        }
    }

    /// The way from an origin to a destination, if there is one: seconds, metres.
    pub fn get(&self, from: usize, to: usize) -> Option<(u32, u32)> {
        self.cells[from * self.width + to]
    }

    /// The same as a matrix file has it.
    pub fn way(&self, from: usize, to: usize) -> Way {
        let way = self.get(from, to);
        Way {
            seconds: way.map(|(seconds, _)| seconds),
            metres: way.map(|(_, metres)| metres),
        }
    }

    /// Pairs without a way.
    pub fn without(&self) -> usize {
        self.cells.iter().filter(|cell| cell.is_none()).count()
    }

    /// The matrix as it is kept.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend((self.width as u64).to_le_bytes());
        bytes.extend((self.cells.len() as u64).to_le_bytes());
        for cell in &self.cells {
            let (seconds, metres) = cell.unwrap_or((NO_WAY, NO_WAY));
            bytes.extend(seconds.to_le_bytes());
            bytes.extend(metres.to_le_bytes());
        }
        let sum = xxh3_64(&bytes);
        bytes.extend(sum.to_le_bytes());
        bytes
    }

    /// A kept matrix; `None` when it is damaged, of another version or of
    /// another size than expected.
    pub fn from_bytes(bytes: &[u8], from: usize, to: usize) -> Option<Self> {
        let (body, sum) = bytes.split_last_chunk::<8>()?;
        if xxh3_64(body) != u64::from_le_bytes(*sum) {
            return None;
        }
        let (magic, rest) = body.split_first_chunk::<8>()?;
        let (width, rest) = rest.split_first_chunk::<8>()?;
        let (count, rest) = rest.split_first_chunk::<8>()?;
        let fits = magic == MAGIC
            && u64::from_le_bytes(*width) == to as u64
            && u64::from_le_bytes(*count) == (from * to) as u64
            && rest.len() == from * to * 8;
        if !fits {
            return None;
        }
        let (pairs, _) = rest.as_chunks::<8>();
        let cells = pairs
            .iter()
            .map(|[a, b, c, d, e, f, g, h]| {
                let seconds = u32::from_le_bytes([*a, *b, *c, *d]);
                let metres = u32::from_le_bytes([*e, *f, *g, *h]);
                (seconds != NO_WAY).then_some((seconds, metres))
            })
            .collect();
        Some(Self { width: to, cells })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ways() -> impl Strategy<Value = (usize, Ways)> {
        (1..5usize, 1..5usize).prop_flat_map(|(from, width)| {
            let cell = proptest::option::of((0..1_000_000u32, 0..1_000_000u32));
            let cells = proptest::collection::vec(cell, from * width);
            cells.prop_map(move |cells| (from, Ways { width, cells }))
        })
    }

    proptest! {
        #[test]
        fn a_kept_matrix_is_the_same_again((from, ways) in ways()) {
            let again = Ways::from_bytes(&ways.to_bytes(), from, ways.width);
            prop_assert_eq!(again, Some(ways));
        }

        #[test]
        fn a_damaged_matrix_is_refused((from, ways) in ways(), at in any::<prop::sample::Index>(), bit in 0..8u8) {
            let mut bytes = ways.to_bytes();
            let at = at.index(bytes.len());
            bytes[at] ^= 1 << bit;
            prop_assert_eq!(Ways::from_bytes(&bytes, from, ways.width), None);
        }

        #[test]
        fn a_truncated_matrix_is_refused((from, ways) in ways(), at in any::<prop::sample::Index>()) {
            let bytes = ways.to_bytes();
            let at = at.index(bytes.len());
            prop_assert_eq!(Ways::from_bytes(&bytes[..at], from, ways.width), None);
        }
    }

    #[test]
    fn a_matrix_of_other_points_is_refused() {
        let ways = Ways {
            width: 2,
            cells: vec![None; 6],
        };
        let bytes = ways.to_bytes();
        assert!(Ways::from_bytes(&bytes, 3, 2).is_some());
        assert_eq!(Ways::from_bytes(&bytes, 2, 3), None);
    }
}
