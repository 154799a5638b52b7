//! What sites give of a service, today and by a plan.

use domain::{DemandPoint, Plan, Region, Service, SiteRef};

/// What a site gives of one service, in people (mobile: hours a week).
#[derive(Debug, Clone, PartialEq)]
pub struct Supply {
    /// The site.
    pub site: SiteRef,
    /// What it could serve.
    pub capacity: f64,
    /// What of it may still be taken.
    pub free: f64,
}

/// The offers of a service that are in force in the plan year.
pub(crate) fn of_offers(region: &Region, service: &Service) -> Vec<Supply> {
    let in_force = region.offers.iter().filter(|offer| {
        offer.service == service.id
            && offer
                .until_year
                .is_none_or(|until| until >= region.scenario.year)
    });
    in_force
        .map(|offer| Supply {
            site: SiteRef::Site(offer.site.clone()),
            capacity: capacity(service, offer.places),
            free: capacity(service, offer.places.saturating_sub(offer.places_taken)),
        })
        .collect()
}

/// The measures of a plan for a service; all of their places are free.
pub(crate) fn of_measures(plan: &Plan, service: &Service) -> Vec<Supply> {
    let measures = plan
        .measures
        .iter()
        .filter(|measure| measure.service == service.id);
    measures
        .map(|measure| Supply {
            site: SiteRef::Candidate(measure.candidate.clone()),
            capacity: capacity(service, measure.places),
            free: capacity(service, measure.places),
        })
        .collect()
}

/// The trips of a plan to a service: `(persons, minutes)`.
pub(crate) fn flows(plan: &Plan, service: &Service) -> Vec<(f64, f64)> {
    let of_service = plan
        .assignments
        .iter()
        .filter(|row| row.service == service.id);
    of_service
        .map(|row| (f64::from(row.persons), row.minutes))
        .collect()
}

/// Whom so many places (mobile: workers) can serve, as the planning model counts.
fn capacity(service: &Service, places: u32) -> f64 {
    match service.hours_per_worker_week {
        Some(hours) if service.is_mobile() => f64::from(places) * hours,
        _ => f64::from(service.persons_of(places)),
    }
}

/// What the people of a demand point need in the same unit. The way there and
/// back of mobile staff depends on the site and is left out.
pub(crate) fn need(service: &Service, point: &DemandPoint) -> f64 {
    let persons = f64::from(point.persons);
    match point.hours_per_week {
        Some(hours) if service.is_mobile() => persons * hours,
        _ => persons,
    }
}
