//! Territorial units of 2024 in the municipalities of 2018, with their residents.

use super::table;
use crate::kurzeme::largest_remainder;
use std::collections::BTreeMap;
use std::path::Path;

/// The country.
pub struct Country {
    /// Municipalities, in the order of the list of residents.
    pub municipalities: Vec<Municipality>,
    /// Units, by code.
    pub units: Vec<Unit>,
}

/// A municipality or state city of 2018.
pub struct Municipality {
    /// Its ATVK code.
    pub id: String,
    /// Its Latvian name.
    pub name: String,
    /// How many live there.
    pub residents: u32,
}

impl Municipality {
    /// Whether it is a state city: the others are called novads.
    pub fn is_city(&self) -> bool {
        !self.name.ends_with(" novads")
    }
}

/// A town, a parish or a whole state city.
pub struct Unit {
    /// Its code since 2021.
    pub id: String,
    /// Its Latvian name.
    pub name: String,
    /// Whether it is a town.
    pub is_town: bool,
    /// Position of its municipality.
    pub municipality: usize,
    /// Latitude in degrees, as it is written.
    pub lat: String,
    /// Longitude in degrees, as it is written.
    pub lon: String,
    /// How many live there.
    pub residents: u32,
}

impl Country {
    /// Reads the geodata.
    ///
    /// # Errors
    /// Says which file cannot be read, or which unit is in no municipality.
    pub fn read(geo: &Path) -> Result<Self, String> {
        let read = |name: &str| table(&geo.join(name));
        let mut municipalities = Vec::new();
        for row in &read("lv-population-119-2020.csv")? {
            municipalities.push(Municipality {
                id: row["lau_code"].clone(),
                name: row["name"].clone(),
                residents: row.number("population")? as u32,
            });
        }
        let municipality_of = largest_shares(&read("lv-crosswalk-units-2018-2024.csv")?)?;
        let mut units = Vec::new();
        for row in &read("lv-units-2024-points-popestimate.csv")? {
            let id = &row["l1_code"];
            let municipality = municipality_of.get(id.as_str());
            let municipality = municipalities
                .iter()
                .position(|known| Some(&known.id) == municipality);
            units.push(Unit {
                id: id.clone(),
                name: row["l1_name"].clone(),
                is_town: row["l1_type"] != "7",
                municipality: municipality
                    .ok_or_else(|| format!("unit {id} is in no municipality"))?,
                lat: row["lat"].clone(),
                lon: row["lon"].clone(),
                residents: row.number("pop_est_2020")? as u32,
            });
        }
        units.sort_by(|one, other| one.id.cmp(&other.id));
        let mut country = Self {
            municipalities,
            units,
        };
        country.make_estimates_add_up();
        Ok(country)
    }

    /// The municipality of a unit.
    pub fn municipality(&self, unit: &Unit) -> &Municipality {
        &self.municipalities[unit.municipality]
    }

    /// The territory in which a unit's place lies: the unit, or the city that it is.
    pub fn territory<'a>(&'a self, unit: &'a Unit) -> &'a str {
        let municipality = self.municipality(unit);
        if municipality.is_city() {
            &municipality.id
        } else {
            &unit.id
        }
    }

    /// How many live in the country.
    pub fn residents(&self) -> u64 {
        self.municipalities
            .iter()
            .map(|row| u64::from(row.residents))
            .sum()
    }

    /// Estimates were made for the municipalities of 2024; those of 2018 have figures of their own.
    fn make_estimates_add_up(&mut self) {
        for (index, municipality) in self.municipalities.iter().enumerate() {
            let mut inside: Vec<&mut Unit> = self
                .units
                .iter_mut()
                .filter(|unit| unit.municipality == index)
                .collect();
            let weights: Vec<u64> = inside
                .iter()
                .map(|unit| u64::from(unit.residents))
                .collect();
            let parts = largest_remainder(municipality.residents, &weights);
            inside
                .iter_mut()
                .zip(parts)
                .for_each(|(unit, residents)| unit.residents = residents);
        }
    }
}

/// Unit of 2024 → municipality of 2018 that holds most of its area.
fn largest_shares(rows: &[crate::kurzeme::Row]) -> Result<BTreeMap<String, String>, String> {
    let mut largest: BTreeMap<String, (f64, String)> = BTreeMap::new();
    for row in rows {
        let km2 = row["km2"]
            .parse()
            .map_err(|_| format!("km2 {:?} is not a number", row["km2"]))?;
        let entry = largest.entry(row["unit_2024"].clone()).or_default();
        if km2 > entry.0 {
            *entry = (km2, row["muni_2018"].clone());
        }
    }
    Ok(largest
        .into_iter()
        .map(|(unit, (_, municipality))| (unit, municipality))
        .collect())
}
