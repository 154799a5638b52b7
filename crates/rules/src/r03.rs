//! R03, near but not duplicated: each demand point reaches a site of the needed
//! service within a set time; two sites of a service in one catchment of which
//! one would do are duplicates.
//!
//! * Error where fewer than `within_standard_share` of those who need a service
//!   get it within its `standard_min`.
//! * Two sites at most `duplicate_within_min` apart, when the larger could serve
//!   all whom the two serve and nobody would go beyond `limit_min`: error where
//!   the plan opens one of them, advice where both exist. Mobile services are
//!   left out, because teams may share a base.
//!
//! Reads the plan's assignments, `services.standard_min` and `limit_min`,
//! `offers`, travel times.

use crate::building::{is_in_force, people};
use crate::names::{self, Named};
use crate::residents;
use crate::rule::{Case, Found, Rule};
use domain::plan::Level;
use domain::{Message, Service, SiteRef, TravelTimes};

pub(crate) const RULE: Rule = Rule {
    id: "R03",
    basis: "LM page; ZPR page",
    level: Level::Error,
    look,
};

fn look(case: &Case) -> Vec<Found> {
    let travel = TravelTimes::new(case.region);
    let services = case.region.services.iter();
    services
        .flat_map(|service| {
            far(case, service)
                .into_iter()
                .chain(duplicates(case, &travel, service))
        })
        .collect()
}

fn far(case: &Case, service: &Service) -> Option<Found> {
    let needed: u32 = residents::all(case)
        .iter()
        .filter(|row| *row.service == service.id)
        .map(|row| row.persons)
        .sum();
    let assignments = case
        .plan
        .assignments
        .iter()
        .filter(|row| row.service == service.id);
    let near = assignments.filter(|row| row.minutes <= service.standard_min);
    let near: u32 = near.map(|row| row.persons).sum();
    let least = case.region.scenario.rules.within_standard_share;
    if needed == 0 || f64::from(near) / f64::from(needed) >= least {
        return None;
    }
    let message = Message::new("finding-r03-far")
        .named("service", names::service(case.region, &service.id))
        .with("persons", needed)
        .with("persons-far", needed - near)
        .with("standard", service.standard_min)
        .with("threshold", 100.0 * least);
    Some(Found::new(message).row("services.csv", service.line))
}

/// A site that gives a service once the plan is carried out.
struct Giver<'a> {
    site: SiteRef,
    file: &'a str,
    line: u32,
    capacity: u32,
    served: u32,
}

fn duplicates(case: &Case, travel: &TravelTimes, service: &Service) -> Vec<Found> {
    if service.is_mobile() {
        return Vec::new();
    }
    let givers = givers(case, service);
    let pairs =
        (0..givers.len()).flat_map(|one| (one + 1..givers.len()).map(move |other| (one, other)));
    pairs
        .filter_map(|(one, other)| duplicate(case, travel, service, &givers[one], &givers[other]))
        .collect()
}

fn duplicate(
    case: &Case,
    travel: &TravelTimes,
    service: &Service,
    one: &Giver,
    other: &Giver,
) -> Option<Found> {
    let (smaller, larger) = if one.capacity <= other.capacity {
        (one, other)
    } else {
        (other, one)
    };
    let served = one.served + other.served;
    let minutes = travel.minutes_between([&smaller.site, &larger.site], &service.profile)?;
    let reaches_larger = |place| {
        let leg = travel.leg(place, &larger.site, &service.profile);
        leg.is_some_and(|leg| leg.minutes() <= case.region.scenario.limit_min(service))
    };
    let mut of_smaller = case
        .plan
        .assignments
        .iter()
        .filter(|row| row.service == service.id && row.site == smaller.site);
    if smaller.capacity == 0
        || served > larger.capacity
        || minutes > case.region.scenario.rules.duplicate_within_min
        || !of_smaller.all(|row| reaches_larger(&row.place))
    {
        return None;
    }
    let message = Message::new("finding-r03-duplicate")
        .named("service", names::service(case.region, &service.id))
        .with("site", case.region.site_name(&one.site))
        .with("other", case.region.site_name(&other.site))
        .with("minutes", minutes)
        .with("persons", served)
        .with("larger", case.region.site_name(&larger.site))
        .with("places", larger.capacity);
    let both_exist = [one, other]
        .iter()
        .all(|giver| matches!(giver.site, SiteRef::Site(_)));
    let level = if both_exist {
        Level::Advice
    } else {
        Level::Error
    };
    let found = Found::new(message).at(level);
    Some(found.row(one.file, one.line).row(other.file, other.line))
}

fn givers<'a>(case: &Case<'a>, service: &Service) -> Vec<Giver<'a>> {
    let offers = case.region.offers.iter();
    let offers =
        offers.filter(|offer| offer.service == service.id && is_in_force(case.region, offer));
    let offers = offers.map(|offer| {
        let uses = case
            .plan
            .offers
            .iter()
            .filter(|row| row.site == offer.site && row.service == offer.service);
        Giver {
            site: SiteRef::Site(offer.site.clone()),
            file: "offers.csv",
            line: offer.line,
            capacity: people(service, offer.places),
            served: people(service, offer.places_taken) + uses.map(|row| row.persons).sum::<u32>(),
        }
    });
    let measures = case
        .plan
        .measures
        .iter()
        .filter(|measure| measure.service == service.id);
    let measures = measures.map(|measure| Giver {
        site: SiteRef::Candidate(measure.candidate.clone()),
        file: "candidates.csv",
        line: case
            .region
            .candidate(&measure.candidate)
            .map_or(0, |row| row.line),
        capacity: people(service, measure.places),
        served: measure.persons,
    });
    offers.chain(measures).collect()
}
