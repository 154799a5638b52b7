//! Closures and other speeds for single ways: roadworks, floods, a bridge out of use.

use std::collections::BTreeMap;
use std::path::Path;

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
    /// Changes from a CSV file with the columns `way` and `speed_kmh`; 0 or nothing = closed.
    ///
    /// # Errors
    /// [`Error::Read`]; [`Error::BadChanges`] names row and column.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let file = path.display().to_string();
        let text = std::fs::read_to_string(path).map_err(|source| Error::Read {
            file: file.clone(),
            source,
        })?;
        Self::parse(&text, &file)
    }

    /// Changes from the text of such a file.
    ///
    /// # Errors
    /// [`Error::BadChanges`] names row and column.
    pub fn parse(text: &str, source: &str) -> Result<Self, Error> {
        let bad = |row, column, reason: String| Error::BadChanges {
            file: source.to_owned(),
            row,
            column,
            reason,
        };
        let mut changes = Self {
            file: source.to_owned(),
            ways: BTreeMap::new(),
        };
        let mut lines = text.trim_start_matches('\u{feff}').lines().enumerate();
        let header = lines.next().map_or("", |(_, line)| line.trim());
        let names: Vec<&str> = header
            .split(',')
            .map(|n| n.trim().trim_matches('"'))
            .collect();
        let column = |name: &'static str| {
            let found = names.iter().position(|n| *n == name);
            found.ok_or_else(|| {
                bad(
                    1,
                    name,
                    format!("no such column; the header must be way,speed_kmh, but is {header:?}"),
                )
            })
        };
        let (way_at, speed_at) = (column("way")?, column("speed_kmh")?);
        for (index, line) in lines.filter(|(_, line)| !line.trim().is_empty()) {
            let row = index + 1;
            let cells: Vec<&str> = line
                .split(',')
                .map(|c| c.trim().trim_matches('"'))
                .collect();
            let cell = cells.get(way_at).copied().unwrap_or("");
            let way: i64 = cell.parse().map_err(|_| {
                bad(
                    row,
                    "way",
                    format!("{cell:?} is no way id; give the number of the OpenStreetMap way"),
                )
            })?;
            let cell = cells.get(speed_at).copied().unwrap_or("");
            let kmh: f64 = if cell.is_empty() {
                0.0
            } else {
                cell.parse().unwrap_or(f64::NAN)
            };
            if !(kmh == 0.0 || (0.1..=300.0).contains(&kmh)) {
                return Err(bad(
                    row,
                    "speed_kmh",
                    format!("{cell:?} is no speed; give 0.1 to 300 km/h, or 0 to close the way"),
                ));
            }
            if changes.ways.insert(way as u64, kmh).is_some() {
                return Err(bad(
                    row,
                    "way",
                    format!("way {way} is named twice; keep one of its rows"),
                ));
            }
        }
        Ok(changes)
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
        match unknown.keys().next() {
            None => Ok(()),
            Some(way) => Err(Error::ChangedWayUnknown {
                file: self.file.clone(),
                way: *way as i64,
                count: unknown.len(),
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> String {
        Changes::parse(text, "works.csv").map_or_else(|e| e.to_string(), |_| String::new())
    }

    #[test]
    fn nothing_and_zero_both_close_a_way() {
        let changes =
            Changes::parse("speed_kmh,way\n,7\n0,8\n30,9\n", "works.csv").expect("a good table");
        assert_eq!(
            [7, 8, 9, 10].map(|w| changes.kmh(w)),
            [Some(0.0), Some(0.0), Some(30.0), None]
        );
    }

    #[test]
    fn faults_name_row_and_column() {
        assert!(fault("way;speed\n").starts_with("works.csv:1:way: no such column"));
        assert!(
            fault("way,speed_kmh\n7,30\nx,30\n").starts_with("works.csv:3:way: \"x\" is no way id")
        );
        assert!(fault("way,speed_kmh\n7,fast\n").starts_with("works.csv:2:speed_kmh: \"fast\""));
        assert!(fault("way,speed_kmh\n7,-1\n").starts_with("works.csv:2:speed_kmh"));
        assert!(fault("way,speed_kmh\n7,1\n7,2\n").contains("named twice"));
    }

    #[test]
    fn the_fingerprint_follows_the_content() {
        let hash = |text: &str| Changes::parse(text, "x").expect("a good table").hash();
        assert_eq!(hash("way,speed_kmh\n"), 0);
        assert_eq!(
            hash("way,speed_kmh\n1,0\n2,5\n"),
            hash("way,speed_kmh\n2,5\n1,\n")
        );
        assert_ne!(hash("way,speed_kmh\n1,0\n"), hash("way,speed_kmh\n1,1\n"));
    }
}
