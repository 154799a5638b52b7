//! People who move into a home and travel to their day service from there.

use crate::admit;
use crate::facts::Facts;
use crate::people::Point;
use crate::rates;
use domain::{Delivery, Service, ServiceId, SiteRef};
use std::collections::BTreeMap;

/// People of one place and group who need a home and a day service together.
#[derive(Debug, Clone, Copy)]
pub struct Bundled<'r> {
    /// Their need of a home.
    pub home: Point<'r>,
    /// Their need of a day service.
    pub day: Point<'r>,
    /// How many they are.
    pub persons: u32,
}

/// Everybody whose way to a day service is reckoned from the home: bundles, then moves of
/// the year, each no more than what is left of both needs.
pub fn bundled<'r>(facts: &Facts<'r>) -> Vec<Bundled<'r>> {
    let region = facts.region;
    if !region.scenario.day_travel_from_home {
        return Vec::new();
    }
    let bundles = region.bundles.iter().map(|row| {
        let who = (row.place.as_str(), row.target_group.as_str());
        (who, row.services.as_slice(), row.persons)
    });
    let of_year = region.moves.iter();
    let of_year = of_year.filter(|row| row.year.is_none_or(|year| year == facts.state_year));
    let moves = of_year.map(|row| {
        let who = (row.destination.as_str(), row.target_group.as_str());
        (who, row.services.as_slice(), row.persons)
    });
    let mut left = facts.needs.clone();
    let mut found: BTreeMap<(Point, Point), u32> = BTreeMap::new();
    for ((place, group), services, persons) in bundles.chain(moves) {
        let first = |delivery: Delivery| {
            let is = |id: &&ServiceId| {
                let service = facts.service(id.as_str());
                service.is_some_and(|row| row.delivery == delivery)
            };
            let service = services.iter().find(is)?;
            Some(Point::new(place, group, service.as_str(), None))
        };
        let pair = first(Delivery::Residential).zip(first(Delivery::Centre));
        let Some((home, day)) = pair else { continue };
        let of = |point| left.get(&point).copied().unwrap_or(0);
        let both = persons.min(of(home)).min(of(day));
        if both > 0 {
            for point in [home, day] {
                *left.entry(point).or_default() -= both;
            }
            *found.entry((home, day)).or_default() += both;
        }
    }
    let row = |((home, day), persons)| Bundled { home, day, persons };
    found.into_iter().map(row).collect()
}

/// Needs of a day service as they could arise at each home within the limit.
pub fn possible<'r>(facts: &Facts<'r>) -> Vec<(Point<'r>, SiteRef, u64)> {
    let mut possible = Vec::new();
    for row in bundled(facts) {
        let Some(service) = facts.service(row.home.service) else {
            continue;
        };
        for home in sites(facts, service) {
            let way = facts
                .travel
                .way(facts, row.home.place, &home, &service.profile);
            let near =
                way.is_some_and(|way| rates::within_limit(service, &facts.region.scenario, way));
            if near {
                possible.push((row.day, home, u64::from(row.persons)));
            }
        }
    }
    possible
}

/// Where a service is given or may open.
fn sites(facts: &Facts, service: &Service) -> Vec<SiteRef> {
    let region = facts.region;
    let offers = region
        .offers
        .iter()
        .filter(|offer| offer.service == service.id && facts.gives(offer))
        .map(|offer| SiteRef::Site(offer.site.clone()));
    let candidates = region
        .candidates
        .iter()
        .filter(|candidate| admit::least_size(facts, candidate, service).is_some())
        .map(|candidate| SiteRef::Candidate(candidate.id.clone()));
    offers.chain(candidates).collect()
}
