//! `needs.csv`: Kurzeme's totals by population, then spread in whole persons over
//! municipalities and over their units.

use super::units::Country;
use super::{line, table};
use crate::kurzeme::largest_remainder;
use std::path::Path;

/// People of the country who need a service.
pub struct Total {
    target_group: String,
    service: String,
    hours_per_week: String,
    /// How many.
    pub persons: u32,
    source: String,
}

/// The totals of the country, so many times those of Kurzeme by population, in the order in which
/// Kurzeme's needs name the services.
///
/// # Errors
/// Says what cannot be read.
pub fn totals(country: &Country, kurzeme: &Path, times: u32) -> Result<Vec<Total>, String> {
    let mut totals: Vec<Total> = Vec::new();
    for row in &table(&kurzeme.join("needs.csv"))? {
        let persons = row.number("persons")? as u32;
        match totals
            .iter_mut()
            .find(|total| total.service == row["service"])
        {
            Some(total) => total.persons += persons,
            None => totals.push(Total {
                target_group: row["target_group"].clone(),
                service: row["service"].clone(),
                hours_per_week: row["hours_per_week"].clone(),
                persons,
                source: String::new(),
            }),
        }
    }
    let mut residents = 0;
    for row in &table(&kurzeme.join("places.csv"))? {
        residents += row.number("population")?;
    }
    let all = country.residents();
    for total in &mut totals {
        let factor = if times == 1 {
            String::new()
        } else {
            format!(" × {times} (invented: more people than are assessed)")
        };
        total.source = format!(
            "derived: {} in the example Kurzeme × {all} of {residents} residents{factor}, spread by population",
            total.persons
        );
        // To the nearest person.
        let exact = u64::from(total.persons) * u64::from(times) * all;
        total.persons = ((2 * exact + residents) / (2 * residents.max(1))) as u32;
    }
    Ok(totals)
}

/// The text of the file.
///
/// # Errors
/// Says what cannot be read.
pub fn of_country(country: &Country, kurzeme: &Path, times: u32) -> Result<String, String> {
    let mut text = "place,target_group,service,persons,hours_per_week,source\n".to_owned();
    for total in totals(country, kurzeme, times)? {
        for (unit, persons) in country.units.iter().zip(spread(country, total.persons)) {
            if persons > 0 {
                let persons = persons.to_string();
                let (group, service, hours) =
                    (&total.target_group, &total.service, &total.hours_per_week);
                text += &line(&[&unit.id, group, service, &persons, hours, &total.source]);
            }
        }
    }
    Ok(text)
}

/// Persons by unit.
fn spread(country: &Country, persons: u32) -> Vec<u32> {
    let residents = country
        .municipalities
        .iter()
        .map(|row| u64::from(row.residents));
    let parts = largest_remainder(persons, &residents.collect::<Vec<_>>());
    let mut by_unit = vec![0; country.units.len()];
    for (municipality, part) in parts.into_iter().enumerate() {
        let inside: Vec<usize> = (0..by_unit.len())
            .filter(|&unit| country.units[unit].municipality == municipality)
            .collect();
        let weights: Vec<u64> = inside
            .iter()
            .map(|&unit| u64::from(country.units[unit].residents))
            .collect();
        for (unit, persons) in inside.into_iter().zip(largest_remainder(part, &weights)) {
            by_unit[unit] = persons;
        }
    }
    by_unit
}
