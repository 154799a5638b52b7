//! Profiles: who travels how, as data. The format is described in `docs/road-graph.md`.

mod check;
mod measure;
mod obstacle;
mod rules;
mod schema;
mod speed;
mod way;

use std::collections::BTreeSet;
use std::path::Path;

use xxhash_rust::xxh3::xxh3_64;

use crate::error::Error;
pub(crate) use obstacle::Obstacle;
use schema::Schema;
pub(crate) use way::{Mode, WayPrice};

const BUILTIN: [(&str, &str); 6] = [
    ("car-osrm", include_str!("../../profiles/car-osrm.toml")),
    ("car-lv", include_str!("../../profiles/car-lv.toml")),
    (
        "car-lv-winter",
        include_str!("../../profiles/car-lv-winter.toml"),
    ),
    (
        "car-lv-thaw",
        include_str!("../../profiles/car-lv-thaw.toml"),
    ),
    ("foot", include_str!("../../profiles/foot.toml")),
    ("foot-frail", include_str!("../../profiles/foot-frail.toml")),
];
const NAMES: [&str; BUILTIN.len()] = {
    let mut names = [""; BUILTIN.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = BUILTIN[at].0;
        at += 1;
    }
    names
};
const MAX_DEPTH: usize = 8;

/// Who travels how: which ways, how fast, what turns and waits cost.
#[derive(Clone, Debug)]
pub struct Profile {
    schema: Schema,
    /// The whole of its rules as text, which gives the same profile again.
    text: String,
    hash: u64,
}

impl Profile {
    /// A profile that comes with the program.
    ///
    /// # Errors
    /// [`Error::UnknownProfile`] where there is none of the name.
    pub fn builtin(name: &str) -> Result<Self, Error> {
        let text = builtin_text(name).ok_or_else(|| unknown(name))?;
        Self::from_toml(text, name)
    }

    /// The names that [`Profile::builtin`] knows.
    #[must_use]
    pub fn builtin_names() -> &'static [&'static str] {
        &NAMES
    }

    /// A profile from its text. `base = "car-lv"` takes over everything of that built-in profile which the text does not set itself.
    ///
    /// # Errors
    /// [`Error::BadProfile`] names the key that is unknown, missing or has a wrong value.
    pub fn from_toml(text: &str, source: &str) -> Result<Self, Error> {
        let bad = |reason: String| Error::BadProfile {
            file: source.to_owned(),
            reason,
        };
        let table = inherited(text, source, 0)?;
        let canonical = toml::to_string(&table).map_err(|e| bad(e.to_string()))?;
        let schema: Schema = table
            .try_into()
            .map_err(|e: toml::de::Error| bad(e.to_string().trim().replace('\n', " ")))?;
        check::check(&schema).map_err(bad)?;
        Ok(Self {
            schema,
            hash: xxh3_64(canonical.as_bytes()),
            text: canonical,
        })
    }

    /// A profile from a file.
    ///
    /// # Errors
    /// [`Error::Read`], [`Error::BadProfile`].
    pub fn read(path: &Path) -> Result<Self, Error> {
        let file = path.display().to_string();
        let text = std::fs::read_to_string(path).map_err(|source| Error::Read {
            file: file.clone(),
            source,
        })?;
        Self::from_toml(&text, &file)
    }

    /// A built-in profile by its name, or one from a file where the name ends in `.toml`.
    ///
    /// # Errors
    /// As [`Profile::builtin`] and [`Profile::read`].
    pub fn named(name_or_path: &str) -> Result<Self, Error> {
        if name_or_path.ends_with(".toml") {
            Self::read(Path::new(name_or_path))
        } else {
            Self::builtin(name_or_path)
        }
    }

    /// The name in results.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.schema.name
    }

    /// `car`, `foot`, or a user's own word. A graph can be priced by every profile of its vehicle.
    #[must_use]
    pub fn vehicle(&self) -> &str {
        &self.schema.vehicle
    }

    /// Fingerprint of the content after inheritance; the same for the same rules, whatever the file's comments.
    #[must_use]
    pub fn hash(&self) -> u64 {
        self.hash
    }

    /// Walking speed in km/h between a point and the road it is snapped to; `None` = that way costs nothing.
    #[must_use]
    pub fn entry_kmh(&self) -> Option<f64> {
        self.schema.entry_kmh
    }

    /// Milliseconds on foot between a point and the road so many metres away.
    #[must_use]
    pub fn entry_ms(&self, metres: f64) -> u32 {
        let kmh = self.schema.entry_kmh.unwrap_or(f64::INFINITY);
        (metres * 3600.0 / kmh).round() as u32
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    pub(crate) fn schema(&self) -> &Schema {
        &self.schema
    }

    /// Keys of ways that some rule of this profile, or of a built-in one for the same vehicle, looks at.
    pub(crate) fn way_keys(&self) -> BTreeSet<String> {
        let mut keys = way::keys(&self.schema);
        for relative in self.relatives() {
            keys.extend(way::keys(&relative.schema));
        }
        keys
    }

    /// Keys of nodes that some rule looks at, as [`Profile::way_keys`].
    pub(crate) fn node_keys(&self) -> BTreeSet<String> {
        let mut keys = obstacle::keys(&self.schema);
        for relative in self.relatives() {
            keys.extend(obstacle::keys(&relative.schema));
        }
        keys
    }

    fn relatives(&self) -> Vec<Profile> {
        NAMES
            .iter()
            .filter_map(|name| Self::builtin(name).ok())
            .filter(|p| p.vehicle() == self.vehicle())
            .collect()
    }

    /// Whether junctions at this place drive on the left, where no tag says so.
    pub(crate) fn left_hand(&self, lat: f64, lon: f64) -> bool {
        self.schema
            .turns
            .left_hand
            .iter()
            .any(|a| (a.south..=a.north).contains(&lat) && (a.west..=a.east).contains(&lon))
    }
}

fn builtin_text(name: &str) -> Option<&'static str> {
    BUILTIN
        .iter()
        .find(|(n, _)| *n == name)
        .map(|(_, text)| *text)
}

fn unknown(name: &str) -> Error {
    Error::UnknownProfile {
        name: name.to_owned(),
        known: NAMES.join(", "),
    }
}

/// The table of a text laid over that of its base.
fn inherited(text: &str, source: &str, depth: usize) -> Result<toml::Table, Error> {
    let bad = |reason: String| Error::BadProfile {
        file: source.to_owned(),
        reason,
    };
    let mut table: toml::Table = text
        .parse()
        .map_err(|e: toml::de::Error| bad(e.to_string().trim().to_owned()))?;
    let Some(base) = table.remove("base") else {
        return Ok(table);
    };
    let toml::Value::String(base) = base else {
        return Err(bad(
            "base: must be the name of a built-in profile in quotes".to_owned(),
        ));
    };
    if depth == MAX_DEPTH {
        return Err(bad(format!(
            "base: more than {MAX_DEPTH} profiles build on each other"
        )));
    }
    let below = builtin_text(&base).ok_or_else(|| unknown(&base))?;
    let mut merged = inherited(below, &base, depth + 1)?;
    overlay(&mut merged, table);
    Ok(merged)
}

fn overlay(below: &mut toml::Table, above: toml::Table) {
    for (key, value) in above {
        match (below.get_mut(&key), value) {
            (Some(toml::Value::Table(inner)), toml::Value::Table(table)) => overlay(inner, table),
            (_, value) => {
                below.insert(key, value);
            }
        }
    }
}

#[cfg(test)]
mod tests;
