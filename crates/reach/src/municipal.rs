//! Access over the municipalities of a region.

use crate::round::four_decimals;
use crate::*;
use domain::{Population, Territory, TerritoryId};
use std::collections::BTreeMap;

/// The people of one municipality.
pub(crate) struct Municipal {
    pub(crate) territory: TerritoryId,
    pub(crate) persons: f64,
    /// Their mean access.
    pub(crate) access: f64,
}

/// People and mean access by municipality, in package order; `rows` are
/// `(municipality, persons, access)` of places. One without people is left out.
pub(crate) fn by_municipality(
    region: &Region,
    rows: &[(&TerritoryId, f64, f64)],
) -> Vec<Municipal> {
    let mut sums: BTreeMap<&TerritoryId, (f64, f64)> = BTreeMap::new();
    for (municipality, persons, access) in rows {
        let (people, had) = sums.entry(municipality).or_default();
        *people += persons;
        *had += persons * access;
    }
    let of = |territory: &Territory| {
        let (persons, had) = *sums.get(&territory.id)?;
        (persons > 0.0).then(|| Municipal {
            territory: territory.id.clone(),
            persons,
            access: had / persons,
        })
    };
    region.territories.iter().filter_map(of).collect()
}

/// The indices over municipalities.
pub(crate) fn equity(region: &Region, municipal: &[Municipal], ranked_by: Rank) -> Equity {
    let access: Vec<f64> = municipal.iter().map(|row| row.access).collect();
    let persons: Vec<f64> = municipal.iter().map(|row| row.persons).collect();
    let rank = |row: &Municipal| {
        let residents = f64::from(residents(region, &row.territory)?);
        Some(match ranked_by {
            Rank::NeedPerResident => row.persons / residents,
            Rank::Residents => residents,
        })
    };
    // Without the residents of one of them there is no rank of any.
    let ranks: Option<Vec<f64>> = municipal.iter().map(rank).collect();
    let concentration = ranks.and_then(|ranks| concentration(&access, &persons, &ranks));
    Equity {
        municipalities: municipal.len(),
        lowest: access.iter().copied().reduce(f64::min).map(four_decimals),
        highest: access.iter().copied().reduce(f64::max).map(four_decimals),
        gini: gini(&access, &persons).map(four_decimals),
        palma: palma(&access, &persons, &access).map(four_decimals),
        concentration: concentration.map(four_decimals),
        theil: theil(&access, &persons).map(four_decimals),
        ranked_by,
    }
}

/// Residents of a municipality: the latest year of its rows in
/// `population.csv`, else the sum over its places; unknown where there is
/// neither, or nobody.
fn residents(region: &Region, municipality: &TerritoryId) -> Option<u32> {
    let counted = Population::latest(
        region
            .population
            .iter()
            .filter(|row| row.territory == *municipality && row.target_group.is_none()),
    );
    let of_places = || {
        let places = region
            .places
            .iter()
            .filter(|place| region.municipality_of(&place.territory) == municipality);
        places.filter_map(|place| place.population).sum()
    };
    let residents = counted.map_or_else(of_places, |(_, persons)| persons);
    (residents > 0).then_some(residents)
}
