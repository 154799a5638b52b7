//! What is kept of reckoning a package's travel times by one way of travelling.

use crate::distances::Distances;
use crate::ways::Ways;
use domain::Message;
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::Path;
use xxhash_rust::xxh3::xxh3_64;

/// The ways, how the points lie to the roads, and what is told of both.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    /// From each origin to each destination.
    pub ways: Ways,
    /// All but the ways.
    pub head: Head,
}

/// What is kept beside the ways.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Head {
    /// How the origins lie to the roads.
    pub from: Distances,
    /// How the destinations do.
    pub to: Distances,
    /// What the times were reckoned from, beside the roads.
    pub told: Vec<Message>,
}

impl Kept {
    /// What was kept in a file; `None` when it is not there, damaged, of another
    /// version or of another size than expected.
    pub fn read(file: &Path, from: usize, to: usize) -> Option<Self> {
        Self::from_bytes(&fs::read(file).ok()?, from, to)
    }

    fn from_bytes(bytes: &[u8], from: usize, to: usize) -> Option<Self> {
        let (length, rest) = bytes.split_first_chunk::<8>()?;
        let (sum, rest) = rest.split_first_chunk::<8>()?;
        let length = usize::try_from(u64::from_le_bytes(*length)).ok()?;
        let (head, ways) = rest.split_at_checked(length)?;
        if xxh3_64(head) != u64::from_le_bytes(*sum) {
            return None;
        }
        let head: Head = serde_json::from_slice(head).ok()?;
        let fits = head.from.0.len() == from && head.to.0.len() == to;
        let ways = Ways::from_bytes(ways, from, to)?;
        fits.then_some(Self { ways, head })
    }

    /// What is written into the file.
    pub fn to_bytes(&self) -> Vec<u8> {
        // Plain numbers and texts: they can always be written.
        let head = serde_json::to_vec(&self.head).unwrap_or_default();
        let mut bytes = (head.len() as u64).to_le_bytes().to_vec();
        bytes.extend(xxh3_64(&head).to_le_bytes());
        bytes.extend(head);
        bytes.extend(self.ways.to_bytes());
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::distances::Standing;

    fn kept() -> Kept {
        let near = Standing {
            metres: Some(12.3),
            swapped: false,
        };
        Kept {
            ways: Ways {
                width: 1,
                cells: vec![Some((60, 800)), None],
            },
            head: Head {
                from: Distances(vec![near; 2]),
                to: Distances(vec![near]),
                told: vec![Message::new("travel-told-timetable").with("date", "2026-03-10")],
            },
        }
    }

    #[test]
    fn what_is_kept_is_the_same_again() {
        assert_eq!(Kept::from_bytes(&kept().to_bytes(), 2, 1), Some(kept()));
    }

    #[test]
    fn any_damage_is_found() {
        let whole = kept().to_bytes();
        for at in 0..whole.len() {
            let mut bytes = whole.clone();
            bytes[at] ^= 0x10;
            assert_eq!(Kept::from_bytes(&bytes, 2, 1), None, "byte {at}");
            assert_eq!(Kept::from_bytes(&whole[..at], 2, 1), None, "cut at {at}");
        }
    }
}
