//! `needs.csv`: the totals of the region spread over its places.

use super::Spread;
use super::apportion::largest_remainder;
use super::published::Published;
use super::settlements::{Municipality, Settlements};
use super::table::line;
use super::totals::Total;

/// A row of `needs.csv`.
pub struct Need {
    /// The place, or empty.
    pub place: String,
    /// The territory where no place is known, or empty.
    pub territory: String,
    /// Who.
    pub target_group: String,
    /// What.
    pub service: String,
    /// How many.
    pub persons: u32,
    /// Mobile: hours a person and week.
    pub hours_per_week: String,
    /// Where it is published or how it is derived.
    pub source: String,
}

/// The rows of `needs.csv`.
pub struct Needs(Vec<Need>);

impl Needs {
    /// The rows.
    pub fn iter(&self) -> impl Iterator<Item = &Need> {
        self.0.iter()
    }

    /// The text of the file.
    pub fn to_csv(&self) -> String {
        let header =
            "place,territory,target_group,service,persons,hours_per_week,year,scenario,source\n";
        let rows = self.0.iter().map(|need| {
            let persons = need.persons.to_string();
            let (place, territory) = (&need.place, &need.territory);
            let (group, service, hours) = (&need.target_group, &need.service, &need.hours_per_week);
            line(&[
                place,
                territory,
                group,
                service,
                &persons,
                hours,
                "",
                "",
                &need.source,
            ])
        });
        header.to_owned() + &rows.collect::<String>()
    }
}

/// Published needs as they are, the rest of each total spread by a rule.
///
/// # Errors
/// Says which published figure is missing, or which total is smaller than what
/// is published of it.
pub fn spread(
    published: &Published,
    totals: &[Total],
    settlements: &Settlements,
    spread: Spread,
) -> Result<Needs, String> {
    let mut rows: Vec<Need> = published
        .needs()
        .map(|figure| Need {
            place: String::new(),
            territory: figure.territory.clone(),
            target_group: figure.target_group.clone(),
            service: figure.service.clone(),
            persons: figure.persons as u32,
            hours_per_week: String::new(),
            source: figure.source.clone(),
        })
        .collect();
    for total in totals {
        let by_municipality = over_municipalities(published, total, settlements, spread)?;
        for (municipality, persons) in settlements.0.iter().zip(by_municipality) {
            let rule = match assessed(published, total.target_group, &municipality.id) {
                Some((here, all)) => format!("{here} of {all} were assessed here"),
                None => spread.said().to_owned(),
            };
            let source = format!(
                "derived: {} in the region = {}; {rule}",
                total.persons, total.reason
            );
            let parts = over_places(municipality, persons, spread);
            let inhabited = municipality
                .places
                .iter()
                .zip(parts)
                .filter(|(_, persons)| *persons > 0);
            rows.extend(inhabited.map(|(place, persons)| Need {
                place: place.id.clone(),
                territory: String::new(),
                target_group: total.target_group.to_owned(),
                service: total.service.to_owned(),
                persons,
                hours_per_week: total.hours_per_week.to_owned(),
                source: source.clone(),
            }));
        }
    }
    Ok(Needs(rows))
}

/// Persons of a total in each municipality, those of published needs apart.
/// Where the people assessed in a municipality are published, it has its share
/// of them.
fn over_municipalities(
    published: &Published,
    total: &Total,
    settlements: &Settlements,
    spread: Spread,
) -> Result<Vec<u32>, String> {
    let group = total.target_group;
    let mut left = total.persons;
    let mut parts = vec![0; settlements.0.len()];
    let mut weights = vec![0; settlements.0.len()];
    for (i, municipality) in settlements.0.iter().enumerate() {
        let known = published.find("need", &municipality.id, group, total.service);
        if let Some(persons) = known {
            left = left.checked_sub(persons as u32).ok_or_else(|| {
                format!(
                    "{}: more people in {} than in the region",
                    total.service, municipality.id
                )
            })?;
        } else if let Some((here, all)) = assessed(published, group, &municipality.id) {
            parts[i] = largest_remainder(total.persons, &[here, all.saturating_sub(here)])[0];
            left = left.saturating_sub(parts[i]);
        } else {
            weights[i] = weight(municipality, spread);
        }
    }
    for (part, more) in parts.iter_mut().zip(largest_remainder(left, &weights)) {
        *part += more;
    }
    Ok(parts)
}

/// People assessed in a municipality and in the region, where both are published.
fn assessed(published: &Published, target_group: &str, municipality: &str) -> Option<(u64, u64)> {
    let assessed = |territory| published.find("assessed", territory, target_group, "");
    assessed(municipality).zip(assessed("KPR"))
}

/// The weight of a municipality under a rule.
pub fn weight(municipality: &Municipality, spread: Spread) -> u64 {
    match spread {
        Spread::Population | Spread::Towns => municipality.residents(),
        Spread::Equal => 1,
    }
}

fn over_places(municipality: &Municipality, persons: u32, spread: Spread) -> Vec<u32> {
    let largest = municipality.largest();
    let weights: Vec<u64> = municipality
        .places
        .iter()
        .enumerate()
        .map(|(i, place)| match spread {
            Spread::Population | Spread::Equal => place.residents,
            Spread::Towns => u64::from(i == largest),
        })
        .collect();
    largest_remainder(persons, &weights)
}
