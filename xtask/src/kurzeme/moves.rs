//! `moves.csv`: who leaves an institution, and where to.

use super::Spread;
use super::apportion::largest_remainder;
use super::needs::weight;
use super::published::Published;
use super::settlements::Settlements;
use super::table::line;
use std::collections::BTreeMap;

/// Of six people in group homes as many need care as in Skrunda (2 of 6).
const WITH_CARE: [bool; 6] = [true, true, false, false, false, false];

/// The text of the file. Only the number of people is published: their homes
/// are spread by the rule, at the largest place of each municipality, and they
/// are taken from the institutions in turn.
///
/// # Errors
/// Says which published figure is missing.
pub fn to_csv(
    published: &Published,
    settlements: &Settlements,
    institutions: &[String],
    spread: Spread,
) -> Result<String, String> {
    let persons = published.get("to_move", "KPR", "GRT", "")? as u32;
    let weights: Vec<u64> = settlements
        .0
        .iter()
        .map(|municipality| weight(municipality, spread))
        .collect();
    let parts = largest_remainder(persons, &weights);
    let destinations = settlements
        .0
        .iter()
        .zip(parts)
        .flat_map(|(municipality, persons)| {
            let place = &municipality.places[municipality.largest()];
            std::iter::repeat_n(place.id.as_str(), persons as usize)
        });

    let mut rows: BTreeMap<(&str, &str, &str), u32> = BTreeMap::new();
    for (i, destination) in destinations.enumerate() {
        let services = if WITH_CARE[i % WITH_CARE.len()] {
            "GROUP_HOME_CARE|DAC_GRT"
        } else {
            "GROUP_HOME|WORKSHOP"
        };
        let institution = institutions
            .get(i / WITH_CARE.len() % institutions.len().max(1))
            .ok_or("institutions.csv: no institution of the kind VSAC")?;
        *rows
            .entry((institution, destination, services))
            .or_default() += 1;
    }
    let mut text = "institution,destination,target_group,services,persons,year\n".to_owned();
    for ((institution, destination, services), persons) in rows {
        text += &line(&[
            institution,
            destination,
            "GRT",
            services,
            &persons.to_string(),
            "",
        ]);
    }
    Ok(text)
}
