//! What may open, by the four conditions of the planning model.

use crate::facts::Facts;
use crate::people::Point;
use crate::states::States;
use crate::{homes, rates, trips};
use domain::plan::RejectedReason;
use domain::*;

/// Whether the candidate's list lets the service in.
pub fn is_named(candidate: &Candidate, service: &Service) -> bool {
    candidate.services.is_empty() || candidate.services.contains(&service.id)
}

/// Whether the municipality of the host or of the owner refuses the service.
pub fn is_refused<'r>(facts: &Facts<'r>, candidate: &'r Candidate, service: &Service) -> bool {
    let councils = [
        facts.council(&candidate.host),
        facts.council(&candidate.owner),
    ];
    facts.region.wishes.iter().any(|wish| {
        wish.stance == Stance::Refuses
            && wish.service == service.id
            && councils.contains(&&wish.territory)
    })
}

/// Whether a scheme may pay a service of this owner.
pub fn pays<'r>(
    facts: &Facts<'r>,
    scheme: &Scheme,
    owner: &'r TerritoryId,
    service: &Service,
) -> bool {
    (scheme.services.is_empty() || scheme.services.contains(&service.id))
        && (!scheme.partners_only || is_partner(facts, owner))
}

/// Whether anybody may pay it.
pub fn is_payable<'r>(facts: &Facts<'r>, candidate: &'r Candidate, service: &Service) -> bool {
    let schemes = &facts.region.schemes;
    schemes.is_empty()
        || schemes
            .iter()
            .any(|row| pays(facts, row, &candidate.owner, service))
}

fn is_partner<'r>(facts: &Facts<'r>, territory: &'r TerritoryId) -> bool {
    let council = facts.council(territory);
    facts.region.partners.iter().any(|row| {
        let signed = row
            .date
            .is_none_or(|date| i32::from(date.year()) <= facts.year());
        row.territory == *council && row.status == PartnerStatus::Agreement && signed
    })
}

/// Whether the size fits the candidate and nothing that stands there already
/// must be apart from the service.
pub fn fits(facts: &Facts, candidate: &Candidate, service: &Service, places: u32) -> bool {
    let today: u64 = standing(facts, candidate)
        .filter(|offer| offer.service == service.id)
        .map(|offer| u64::from(offer.places))
        .sum();
    let size_at_site = today + u64::from(places);
    let clash =
        standing(facts, candidate).any(|offer| are_apart(facts, &offer.service, &service.id));
    service.sizes.contains(&places)
        && service
            .max_per_site
            .is_none_or(|most| size_at_site <= u64::from(most))
        && (service.delivery == Delivery::Mobile
            || candidate.max_places.is_none_or(|most| places <= most))
        && !clash
}

/// The offers at the site that a candidate enlarges.
fn standing<'f>(facts: &'f Facts, candidate: &'f Candidate) -> impl Iterator<Item = &'f Offer> {
    let here = move |offer: &&Offer| candidate.expands.as_ref() == Some(&offer.site);
    facts
        .region
        .offers
        .iter()
        .filter(here)
        .filter(|offer| facts.runs(offer))
}

/// Whether two services may not share a roof.
pub fn are_apart(facts: &Facts, one: &ServiceId, other: &ServiceId) -> bool {
    let is_pair = |[a, b]: &[ServiceId; 2]| (a == one && b == other) || (a == other && b == one);
    facts.region.scenario.apart.iter().any(is_pair)
}

/// The smallest size in which a service may open, if it may at all.
pub fn least_size<'r>(
    facts: &Facts<'r>,
    candidate: &'r Candidate,
    service: &Service,
) -> Option<u32> {
    let may = is_named(candidate, service)
        && !is_refused(facts, candidate, service)
        && is_payable(facts, candidate, service);
    let sizes = service.sizes.iter().copied();
    sizes
        .filter(|&size| may && fits(facts, candidate, service, size))
        .min()
}

/// Why nothing opens at a candidate: the first condition that leaves no service.
pub fn why_not<'r>(states: &States<'r>, candidate: &'r Candidate) -> RejectedReason {
    let facts = states.facts();
    let is_locked = |service: &Service| {
        facts.region.scenario.locks.iter().any(|lock| {
            lock.candidate == candidate.id
                && lock.must == LockState::Closed
                && lock.service.as_ref().is_none_or(|id| *id == service.id)
        })
    };
    let mut left: Vec<&Service> = facts
        .region
        .services
        .iter()
        .filter(|service| is_named(candidate, service))
        .collect();
    let mut keep = |still: &dyn Fn(&Service) -> bool| {
        left.retain(|service| still(service));
        !left.is_empty()
    };
    if !keep(&|service| !is_locked(service)) {
        RejectedReason::Locked
    } else if !keep(&|service| !is_refused(facts, candidate, service)) {
        RejectedReason::Refused
    } else if !keep(&|service| is_payable(facts, candidate, service)) {
        RejectedReason::NotPartner
    } else if !keep(&|service| least_size(facts, candidate, service).is_some()) {
        RejectedReason::NoSizeFits
    } else if !keep(&|service| can_fill(states, candidate, service)) {
        RejectedReason::TooFewPeople
    } else {
        RejectedReason::Costlier
    }
}

/// Whether all people within the limit together reach the least occupancy of the smallest
/// size, in each state of the last year.
fn can_fill<'r>(states: &States<'r>, candidate: &'r Candidate, service: &Service) -> bool {
    let Some(size) = least_size(states.facts(), candidate, service) else {
        return false;
    };
    let least = i128::from(rates::least_load(service, size));
    states
        .last()
        .all(|state| reachable(&state.facts, candidate, service) >= least)
}

/// The load of everybody within the limit, from wherever they set out.
fn reachable<'r>(facts: &Facts<'r>, candidate: &'r Candidate, service: &Service) -> i128 {
    let site = SiteRef::Candidate(candidate.id.clone());
    let load = |point: Point, home: Option<&SiteRef>, persons: u64| {
        let way = trips::way(facts, point.place, home, &site, service)?;
        let near = rates::within_limit(service, &facts.region.scenario, way);
        let load = rates::load(service, point.hours_per_week(), way);
        near.then(|| i128::from(load) * i128::from(persons))
    };
    let of_places: i128 = facts
        .needs
        .iter()
        .filter(|(point, _)| point.service == service.id.as_str())
        .filter_map(|(point, persons)| load(*point, None, u64::from(*persons)))
        .sum();
    let of_homes: i128 = homes::possible(facts)
        .iter()
        .filter(|(point, _, _)| point.service == service.id.as_str())
        .filter_map(|(point, home, persons)| load(*point, Some(home), *persons))
        .sum();
    of_places + of_homes
}
