//! The needs of a plan, met and unmet, by who lives where.

use crate::rule::Case;
use domain::{PlaceId, Region, ServiceId, TerritoryId};
use std::collections::BTreeMap;

/// People of one place who need one service.
pub(crate) struct Residents<'a> {
    pub place: &'a PlaceId,
    pub service: &'a ServiceId,
    pub hours_per_week: Option<f64>,
    pub persons: u32,
}

/// Everybody whom the plan counts.
pub(crate) fn all<'a>(case: &Case<'a>) -> Vec<Residents<'a>> {
    let met = case.plan.assignments.iter().map(|row| Residents {
        place: &row.place,
        service: &row.service,
        hours_per_week: row.hours_per_week,
        persons: row.persons,
    });
    let unmet = case.plan.unmet.iter().map(|row| Residents {
        place: &row.place,
        service: &row.service,
        hours_per_week: row.hours_per_week,
        persons: row.persons,
    });
    met.chain(unmet).collect()
}

/// The municipality in which each place lies.
pub(crate) fn homes(region: &Region) -> BTreeMap<&PlaceId, &TerritoryId> {
    let places = region.places.iter();
    places
        .map(|row| (&row.id, region.municipality_of(&row.territory)))
        .collect()
}

/// What the residents of a municipality need of a service.
#[derive(Clone, Copy, Default)]
pub(crate) struct Need {
    pub persons: u32,
    /// People (mobile: hours a week).
    pub amount: f64,
}

/// Every municipality's need of every service.
pub(crate) fn needs<'a>(case: &Case<'a>) -> BTreeMap<(&'a TerritoryId, &'a ServiceId), Need> {
    let homes = homes(case.region);
    let mut needs: BTreeMap<_, Need> = BTreeMap::new();
    for row in all(case) {
        if let Some(home) = homes.get(row.place) {
            let need = needs.entry((*home, row.service)).or_default();
            need.persons += row.persons;
            need.amount += f64::from(row.persons) * row.hours_per_week.unwrap_or(1.0);
        }
    }
    needs
}
