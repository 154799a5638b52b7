//! `cargo xtask generate latvia OUT [TIMES]`: a region package of the whole country, to
//! measure on.
//!
//! Units, points, municipalities and residents come from the geodata in
//! `../shared/data/geo`; services, schemes and figures from `examples/kurzeme`
//! with their sources. Who needs what is derived from Kurzeme's totals by
//! population, and buildings are invented, by a rule that gives the same ones on
//! every machine; each row says which.

mod candidates;
mod needs;
mod settings;
mod units;

use crate::kurzeme::{table, table_line as line};
use crate::{Outcome, root};
use std::fs;
use std::path::Path;
use units::Country;

/// Where residents come from, in the words of the tables.
const RESIDENTS: &str = "Eurostat LAU list 2020";

/// Writes the package, with so many times the needs and the money of the example Kurzeme.
///
/// # Errors
/// Says which file cannot be read or written.
pub fn generate(out: &Path, times: u32) -> Outcome {
    let kurzeme = root().join("examples").join("kurzeme");
    let country = Country::read(&root().join("../shared/data/geo"))?;
    let needs = needs::of_country(&country, &kurzeme, times)?;
    fs::create_dir_all(out).map_err(|error| format!("cannot make {}: {error}", out.display()))?;
    let settings = settings::write(&kurzeme, &country, times)?;
    let tables = [
        ("territories.csv", territories(&country)),
        ("places.csv", places(&country)),
        ("population.csv", population(&country)),
        ("partners.csv", partners(&country)),
        ("needs.csv", needs),
        ("candidates.csv", candidates::to_csv(&country)),
    ];
    for (name, text) in tables.into_iter().chain(settings) {
        let path = out.join(name);
        fs::write(&path, text)
            .map_err(|error| format!("cannot write {}: {error}", path.display()))?;
    }
    Ok(())
}

fn territories(country: &Country) -> String {
    let mut text = "id,name_lv,name_en,kind,parent\n".to_owned();
    text += &line(&["LV", "Latvija", "Latvia", "region", ""]);
    for municipality in &country.municipalities {
        let kind = if municipality.is_city() {
            "state_city"
        } else {
            "municipality"
        };
        let (id, name) = (&municipality.id, &municipality.name);
        text += &line(&[id, name, name, kind, "LV"]);
    }
    for unit in &country.units {
        let municipality = country.municipality(unit);
        if !municipality.is_city() {
            let kind = if unit.is_town { "town" } else { "parish" };
            text += &line(&[&unit.id, &unit.name, &unit.name, kind, &municipality.id]);
        }
    }
    text
}

fn places(country: &Country) -> String {
    let mut text = "id,name,territory,lat,lon,population,source\n".to_owned();
    let source = format!(
        "derived: {RESIDENTS} for the municipality, spread over its units by the estimate of lv-units-2024-points-popestimate.csv"
    );
    for unit in &country.units {
        let residents = unit.residents.to_string();
        let territory = country.territory(unit);
        text += &line(&[
            &unit.id, &unit.name, territory, &unit.lat, &unit.lon, &residents, &source,
        ]);
    }
    text
}

fn population(country: &Country) -> String {
    let mut text = "territory,year,sex,age_from,age_to,persons,source\n".to_owned();
    for municipality in &country.municipalities {
        let persons = municipality.residents.to_string();
        text += &line(&[&municipality.id, "2020", "", "", "", &persons, RESIDENTS]);
    }
    text
}

/// Municipalities that are said not to have taken part; 115 of 119 did.
const NOT_PARTNERS: [&str; 4] = [
    "Rīga",
    "Līvānu novads",
    "Ciblas novads",
    "Jaunjelgavas novads",
];

fn partners(country: &Country) -> String {
    const DAY: &str = "2016-12-31";
    let mut text = "territory,status,date,source\n".to_owned();
    for municipality in &country.municipalities {
        text += &if NOT_PARTNERS.contains(&municipality.name.as_str()) {
            line(&[
                &municipality.id,
                "refused",
                DAY,
                "reported as not participating; day: end of the time for agreements",
            ])
        } else {
            let source = "derived: 115 of 119 municipalities took part (https://www.lm.gov.lv/lv/informacija-par-projektu); day: end of the time for agreements";
            line(&[&municipality.id, "agreement", DAY, source])
        };
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn country() -> Option<Country> {
        let geo = root().join("../shared/data/geo");
        if !geo.is_dir() {
            println!("skipped: no geodata in {}", geo.display());
            return None;
        }
        Some(Country::read(&geo).unwrap())
    }

    #[test]
    fn every_resident_of_a_municipality_lives_in_one_of_its_units() {
        let Some(country) = country() else { return };
        assert_eq!(
            (country.units.len(), country.municipalities.len()),
            (592, 119)
        );
        for (index, municipality) in country.municipalities.iter().enumerate() {
            let inside = country
                .units
                .iter()
                .filter(|unit| unit.municipality == index);
            let residents: u32 = inside.map(|unit| unit.residents).sum();
            assert_eq!(residents, municipality.residents, "{}", municipality.name);
        }
    }

    #[test]
    fn those_who_did_not_take_part_are_municipalities_of_the_country() {
        let Some(country) = country() else { return };
        for name in NOT_PARTNERS {
            assert!(
                country.municipalities.iter().any(|row| row.name == name),
                "{name}"
            );
        }
    }

    #[test]
    fn needs_are_as_many_as_the_totals_say() {
        let Some(country) = country() else { return };
        let kurzeme = root().join("examples").join("kurzeme");
        for times in [1, 6] {
            let text = needs::of_country(&country, &kurzeme, times).unwrap();
            let persons = text
                .lines()
                .skip(1)
                .map(|row| row.split(',').nth(3).unwrap());
            let persons: u32 = persons.map(|persons| persons.parse::<u32>().unwrap()).sum();
            let totals = needs::totals(&country, &kurzeme, times).unwrap();
            assert_eq!(
                persons,
                totals.iter().map(|total| total.persons).sum::<u32>()
            );
        }
    }
}
