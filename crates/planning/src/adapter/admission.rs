//! What may open ("What may open" in `docs/planning-model.md`).

use super::paying::may_pay;
use domain::{Candidate, Offer, Region, Service, ServiceId};

/// Why a service may not open at a candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bar {
    /// The candidate's `services` do not name it.
    NotNamed,
    /// The host's or the owner's municipality refuses it.
    Refused,
    /// No scheme may pay it there.
    NoScheme,
    /// Every size is above `max_per_site` or `max_places`.
    NoSizeFits,
    /// The site that the candidate expands offers a service from which it must
    /// be apart.
    Apart,
}

/// What may open of a service at a candidate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Admitted {
    /// Sizes, rising.
    pub sizes: Vec<u32>,
    /// Schemes that may pay, as indices into `region.schemes`; the length of
    /// that table stands for the owner paying everything.
    pub schemes: Vec<usize>,
}

/// What of a service may open at a candidate, or the first rule that bars it.
pub(crate) fn admit(
    region: &Region,
    candidate: &Candidate,
    service: &Service,
) -> Result<Admitted, Bar> {
    if !candidate.services.is_empty() && !candidate.services.contains(&service.id) {
        return Err(Bar::NotNamed);
    }
    if region.refuses(&candidate.host, &service.id) || region.refuses(&candidate.owner, &service.id)
    {
        return Err(Bar::Refused);
    }
    let schemes = schemes(region, candidate, service);
    if schemes.is_empty() {
        return Err(Bar::NoScheme);
    }
    let sizes = sizes(region, candidate, service);
    if sizes.is_empty() {
        return Err(Bar::NoSizeFits);
    }
    if offered_today(region, candidate).any(|offer| are_apart(region, &offer.service, &service.id))
    {
        return Err(Bar::Apart);
    }
    Ok(Admitted { sizes, schemes })
}

fn schemes(region: &Region, candidate: &Candidate, service: &Service) -> Vec<usize> {
    if region.schemes.is_empty() {
        return vec![0];
    }
    let pays = |at: &usize| may_pay(region, &region.schemes[*at], service, candidate);
    (0..region.schemes.len()).filter(pays).collect()
}

fn sizes(region: &Region, candidate: &Candidate, service: &Service) -> Vec<u32> {
    let there_already: u32 = offered_today(region, candidate)
        .filter(|offer| offer.service == service.id)
        .map(|offer| offer.places)
        .sum();
    let fits = |&size: &u32| {
        service
            .max_per_site
            .is_none_or(|most| size + there_already <= most)
            && (service.is_mobile() || candidate.max_places.is_none_or(|most| size <= most))
    };
    service.sizes.iter().copied().filter(fits).collect()
}

/// What is given in the plan year at the site that a candidate expands.
fn offered_today<'r>(
    region: &'r Region,
    candidate: &'r Candidate,
) -> impl Iterator<Item = &'r Offer> {
    let here = |offer: &&Offer| Some(&offer.site) == candidate.expands.as_ref();
    region
        .offers
        .iter()
        .filter(here)
        .filter(|offer| is_given(offer, region.scenario.year))
}

/// Whether an offer is still given in a year.
pub(super) fn is_given(offer: &Offer, year: i32) -> bool {
    offer.until_year.is_none_or(|until| year <= until)
}

/// Whether two services may not share a roof.
pub(crate) fn are_apart(region: &Region, one: &ServiceId, other: &ServiceId) -> bool {
    region
        .scenario
        .apart
        .iter()
        .any(|[a, b]| (a == one && b == other) || (a == other && b == one))
}
