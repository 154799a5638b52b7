//! The needs of a plan, met and unmet, by who lives where.

use crate::rule::Case;
use domain::{PlaceId, Region, ServiceId, TerritoryId};

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

/// The municipality in which a place lies.
pub(crate) fn municipality<'a>(region: &'a Region, place: &PlaceId) -> Option<&'a TerritoryId> {
    Some(region.municipality_of(&region.place(place)?.territory))
}
