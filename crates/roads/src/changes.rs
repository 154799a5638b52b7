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

/// What is wrong with one cell of a table of changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeFault {
    /// The line of the file, the header being 1.
    pub row: u64,
    /// The column's name.
    pub column: &'static str,
    /// What stands there.
    pub value: String,
    /// What is wrong with it.
    pub kind: ChangeFaultKind,
}

/// Kinds of faults in a table of changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeFaultKind {
    /// The header lacks the column.
    NoColumn,
    /// The row cannot be read as one of a CSV file.
    NoRow,
    /// No id of a way.
    NoWay,
    /// No speed from 0.1 to 300 km/h, nor 0.
    NoSpeed,
    /// The way stands in an earlier row too.
    Twice,
}

impl ChangeFaultKind {
    /// A stable key for messages in people's languages.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::NoColumn => "no-column",
            Self::NoRow => "no-row",
            Self::NoWay => "no-way",
            Self::NoSpeed => "no-speed",
            Self::Twice => "twice",
        }
    }
}

impl std::fmt::Display for ChangeFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self {
            row, column, value, ..
        } = self;
        write!(f, "{row}:{column}: ")?;
        match self.kind {
            ChangeFaultKind::NoColumn => {
                write!(
                    f,
                    "no such column; the header must be way,speed_kmh, but is {value:?}"
                )
            }
            ChangeFaultKind::NoRow => write!(f, "{value}; write rows as the header has them"),
            ChangeFaultKind::NoWay => {
                write!(
                    f,
                    "{value:?} is no way id; give the number of the OpenStreetMap way"
                )
            }
            ChangeFaultKind::NoSpeed => {
                write!(
                    f,
                    "{value:?} is no speed; give 0.1 to 300 km/h, or 0 to close the way"
                )
            }
            ChangeFaultKind::Twice => write!(f, "way {value} is named twice; keep one of its rows"),
        }
    }
}

impl Changes {
    /// Changes from a CSV file with the columns `way` and `speed_kmh`; 0 or nothing = closed.
    ///
    /// # Errors
    /// [`Error::Read`]; [`Error::BadChanges`] has all faults.
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
    /// [`Error::BadChanges`] has all faults.
    pub fn parse(text: &str, source: &str) -> Result<Self, Error> {
        let bad = |faults| Error::BadChanges {
            file: source.to_owned(),
            faults,
        };
        let text = text.trim_start_matches('\u{feff}');
        let mut reader = csv::ReaderBuilder::new()
            .trim(csv::Trim::All)
            .from_reader(text.as_bytes());
        let header: Vec<String> = reader
            .headers()
            .map(|header| header.iter().map(str::to_owned).collect())
            .unwrap_or_default();
        let column = |name: &'static str| {
            let at = header.iter().position(|own| own == name);
            at.ok_or_else(|| ChangeFault {
                row: 1,
                column: name,
                value: header.join(","),
                kind: ChangeFaultKind::NoColumn,
            })
        };
        let (way_at, speed_at) = match (column("way"), column("speed_kmh")) {
            (Ok(way), Ok(speed)) => (way, speed),
            (way, speed) => {
                return Err(bad([way.err(), speed.err()]
                    .into_iter()
                    .flatten()
                    .collect()));
            }
        };
        // Where a row begins is told before empty lines are passed over. Rows come in order, so that each is counted from
        // the one before.
        let (mut counted, mut lines) = (0, 1);
        let mut line = |at: Option<&csv::Position>| {
            let at = at.map_or(0, |at| at.byte() as usize);
            let rest = text.get(at..).unwrap_or_default();
            let begin = at + rest.len() - rest.trim_start().len();
            lines += text
                .get(counted..begin)
                .unwrap_or_default()
                .matches('\n')
                .count() as u64;
            counted = counted.max(begin);
            lines
        };
        let (mut ways, mut faults) = (BTreeMap::new(), Vec::new());
        for record in reader.records() {
            let record = match record {
                Ok(record) => record,
                Err(error) => {
                    faults.push(ChangeFault {
                        row: line(error.position()),
                        column: "way",
                        value: error.to_string(),
                        kind: ChangeFaultKind::NoRow,
                    });
                    continue;
                }
            };
            let row = line(record.position());
            let (way, speed) = (&record[way_at], &record[speed_at]);
            let mut fault = |column, value: &str, kind| {
                faults.push(ChangeFault {
                    row,
                    column,
                    value: value.to_owned(),
                    kind,
                });
            };
            let kmh = match speed {
                "" => Some(0.0),
                speed => speed.parse::<f64>().ok(),
            };
            let kmh = kmh.filter(|&kmh| kmh == 0.0 || (0.1..=300.0).contains(&kmh));
            if kmh.is_none() {
                fault("speed_kmh", speed, ChangeFaultKind::NoSpeed);
            }
            match way.parse::<i64>() {
                Err(_) => fault("way", way, ChangeFaultKind::NoWay),
                Ok(id) => {
                    if ways.insert(id as u64, kmh.unwrap_or(0.0)).is_some() {
                        fault("way", way, ChangeFaultKind::Twice);
                    }
                }
            }
        }
        if faults.is_empty() {
            Ok(Self {
                file: source.to_owned(),
                ways,
            })
        } else {
            Err(bad(faults))
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
        assert!(fault("way;speed\n").contains("works.csv:1:speed_kmh: no such column"));
        assert!(fault("way,speed_kmh\n7,30,9\n").starts_with("works.csv:2:way: "));
        assert!(
            fault("way,speed_kmh\n7,30\nx,30\n").starts_with("works.csv:3:way: \"x\" is no way id")
        );
        assert!(fault("way,speed_kmh\n7,fast\n").starts_with("works.csv:2:speed_kmh: \"fast\""));
        assert!(fault("way,speed_kmh\n7,-1\n").starts_with("works.csv:2:speed_kmh"));
        assert!(fault("way,speed_kmh\n7,1\n7,2\n").contains("named twice"));
    }

    #[test]
    fn all_faults_are_told_at_once() {
        let told = fault("way,speed_kmh\nx,fast\n7,\n\n7,500\n");
        let rows: Vec<&str> = told.lines().map(|line| &line[..12]).collect();
        assert_eq!(
            rows,
            [
                "works.csv:2:",
                "works.csv:2:",
                "works.csv:5:",
                "works.csv:5:"
            ]
        );
    }

    #[test]
    fn quoted_cells_are_read_as_cells() {
        let changes = Changes::parse("way,note,speed_kmh\n\"7\",\"ice, snow\",30\n", "works.csv");
        assert_eq!(changes.expect("a good table").kmh(7), Some(30.0));
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
