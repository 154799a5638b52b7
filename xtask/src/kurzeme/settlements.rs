//! Places by municipality, from `places.csv` and `territories.csv`.

use super::table;
use std::collections::BTreeMap;
use std::path::Path;

/// A place and its residents.
pub struct Place {
    /// Its id in `places.csv`.
    pub id: String,
    /// How many live there.
    pub residents: u64,
}

/// A municipality with its places.
pub struct Municipality {
    /// Its ATVK code.
    pub id: String,
    /// Its places, in file order.
    pub places: Vec<Place>,
}

impl Municipality {
    /// How many live in it.
    pub fn residents(&self) -> u64 {
        self.places.iter().map(|place| place.residents).sum()
    }

    /// The position of its largest place; the first of several.
    pub fn largest(&self) -> usize {
        let by_size = |&i: &usize| (self.places[i].residents, std::cmp::Reverse(i));
        (0..self.places.len()).max_by_key(by_size).unwrap_or(0)
    }
}

/// The municipalities of the region, by code.
pub struct Settlements(pub Vec<Municipality>);

impl Settlements {
    /// Reads the places of a package.
    ///
    /// # Errors
    /// Says what cannot be read.
    pub fn read(folder: &Path) -> Result<Self, String> {
        let territories = table::read(&folder.join("territories.csv"))?;
        let municipality_of: BTreeMap<&str, &str> = territories
            .iter()
            .filter_map(|row| match row["kind"].as_str() {
                "state_city" | "municipality" => Some((row["id"].as_str(), row["id"].as_str())),
                "parish" | "town" => Some((row["id"].as_str(), row["parent"].as_str())),
                _ => None,
            })
            .collect();
        let mut municipalities: BTreeMap<&str, Vec<Place>> = BTreeMap::new();
        let places = table::read(&folder.join("places.csv"))?;
        for row in &places {
            let (id, territory) = (row["id"].as_str(), row["territory"].as_str());
            let municipality = municipality_of.get(territory).ok_or_else(|| {
                format!("places.csv: {id}: territory {territory:?} is in no municipality")
            })?;
            municipalities.entry(municipality).or_default().push(Place {
                id: id.to_owned(),
                residents: row
                    .number("population")
                    .map_err(|why| format!("places.csv: {id}: {why}"))?,
            });
        }
        let municipality = |(id, places): (&str, Vec<Place>)| Municipality {
            id: id.to_owned(),
            places,
        };
        Ok(Self(municipalities.into_iter().map(municipality).collect()))
    }

    /// How many live in the region.
    pub fn residents(&self) -> u64 {
        self.0.iter().map(Municipality::residents).sum()
    }
}
