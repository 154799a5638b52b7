//! Closures and other speeds for single ways: roadworks, floods, a bridge out of use.

use std::collections::BTreeMap;

use xxhash_rust::xxh3::xxh3_64;

use crate::error::Error;

/// Speeds that replace those of the profile, by OpenStreetMap way.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes {
    file: String,
    /// Way id (the bits of the `i64`) → km/h, 0 = closed.
    ways: BTreeMap<u64, f64>,
}

impl Changes {
    /// Changes of ways: OpenStreetMap id and km/h, 0 = closed. `source` names where they come from.
    #[must_use]
    pub fn new(source: &str, ways: impl IntoIterator<Item = (i64, f64)>) -> Self {
        let ways = ways.into_iter().map(|(way, kmh)| (way as u64, kmh));
        Self {
            file: source.to_owned(),
            ways: ways.collect(),
        }
    }

    /// Fingerprint of the changes; 0 where there are none.
    #[must_use]
    pub fn hash(&self) -> u64 {
        if self.ways.is_empty() {
            return 0;
        }
        let bytes: Vec<u8> = self
            .ways
            .iter()
            .flat_map(|(way, kmh)| way.to_le_bytes().into_iter().chain(kmh.to_le_bytes()))
            .collect();
        xxh3_64(&bytes)
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ways.is_empty()
    }

    pub(crate) fn kmh(&self, way: u64) -> Option<f64> {
        self.ways.get(&way).copied()
    }

    /// An error where some changed way is none of those.
    pub(crate) fn check_known(&self, ways: &[u64]) -> Result<(), Error> {
        if self.ways.is_empty() {
            return Ok(());
        }
        let mut unknown: BTreeMap<u64, f64> = self.ways.clone();
        for way in ways {
            unknown.remove(way);
        }
        if unknown.is_empty() {
            return Ok(());
        }
        Err(Error::ChangedWaysUnknown {
            file: self.file.clone(),
            ways: unknown.into_keys().map(|way| way as i64).collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fingerprint_follows_the_content() {
        let hash = |ways: &[(i64, f64)]| Changes::new("x", ways.iter().copied()).hash();
        assert_eq!(hash(&[]), 0);
        assert_eq!(hash(&[(1, 0.0), (2, 5.0)]), hash(&[(2, 5.0), (1, 0.0)]));
        assert_ne!(hash(&[(1, 0.0)]), hash(&[(1, 1.0)]));
    }
}
