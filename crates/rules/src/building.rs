//! What one building holds: the plan's measures at a candidate together with
//! what the site that it enlarges gives already.

use crate::rule::Case;
use domain::{Candidate, Offer, Region, Service, ServiceId};
use std::collections::BTreeSet;

/// People whom so many places serve (mobile services have no places).
pub(crate) fn people(service: &Service, places: u32) -> u32 {
    if service.is_mobile() {
        0
    } else {
        service.persons_of(places)
    }
}

/// Whether an offer is in force in the plan year.
pub(crate) fn is_in_force(region: &Region, offer: &Offer) -> bool {
    offer
        .until_year
        .is_none_or(|until| until >= region.scenario.year)
}

/// Candidates at which the plan opens something, in package order.
pub(crate) fn used<'a>(case: &'a Case) -> impl Iterator<Item = &'a Candidate> {
    let used: BTreeSet<_> = case
        .plan
        .measures
        .iter()
        .map(|measure| &measure.candidate)
        .collect();
    case.region
        .candidates
        .iter()
        .filter(move |row| used.contains(&row.id))
}

/// Services that the plan opens at a candidate.
pub(crate) fn opened<'a>(
    case: &'a Case,
    candidate: &'a Candidate,
) -> impl Iterator<Item = &'a Service> {
    let measures = case
        .plan
        .measures
        .iter()
        .filter(|measure| measure.candidate == candidate.id);
    measures.filter_map(|measure| case.region.service(&measure.service))
}

/// Services in the building: opened by the plan or given there already.
pub(crate) fn services<'a>(case: &'a Case, candidate: &'a Candidate) -> Vec<&'a Service> {
    let given = given(case, candidate).filter_map(|offer| case.region.service(&offer.service));
    let mut all: Vec<_> = opened(case, candidate).collect();
    for service in given {
        if all.iter().all(|row| row.id != service.id) {
            all.push(service);
        }
    }
    all
}

/// People whom the building can hold for some services.
pub(crate) fn people_of(case: &Case, candidate: &Candidate, services: &[ServiceId]) -> u32 {
    let opened = case
        .plan
        .measures
        .iter()
        .filter(|measure| measure.candidate == candidate.id);
    let opened = opened.map(|measure| (&measure.service, measure.places));
    let given = given(case, candidate).map(|offer| (&offer.service, offer.places));
    opened
        .chain(given)
        .filter(|(service, _)| services.contains(service))
        .filter_map(|(service, places)| Some(people(case.region.service(service)?, places)))
        .sum()
}

/// Whether the plan opens one of some services at a candidate.
pub(crate) fn opens_one_of(case: &Case, candidate: &Candidate, services: &[ServiceId]) -> bool {
    opened(case, candidate).any(|service| services.contains(&service.id))
}

fn given<'a>(case: &'a Case, candidate: &'a Candidate) -> impl Iterator<Item = &'a Offer> {
    case.region.offers.iter().filter(|offer| {
        candidate.expands.as_ref() == Some(&offer.site) && is_in_force(case.region, offer)
    })
}
