//! Existing offers: every one, with the free places that people take.

use super::same_rows;
use crate::facts::Facts;
use crate::faults::Faults;
use crate::rates;
use crate::trips::{Spread, Trip};
use domain::{Plan, SiteRef};

pub fn check(facts: &Facts, plan: &Plan, trips: &[Trip]) -> Faults {
    let mut faults = Faults::default();
    let offers = &facts.region.offers;
    same_rows(&mut faults, "offers", plan.offers.len(), offers.len());
    for (row, offer) in plan.offers.iter().zip(offers) {
        let whose = format!("{} {}", offer.site, offer.service);
        let served = || {
            trips.iter().filter(|trip| {
                trip.row.service == offer.service
                    && matches!(&trip.row.site, SiteRef::Site(id) if *id == offer.site)
            })
        };
        let free = if facts.runs(offer) {
            offer.places.saturating_sub(offer.places_taken)
        } else {
            0
        };
        let spread = Spread::of(served());
        faults.same(&whose, "site", row.site.as_str(), offer.site.as_str());
        faults.same(
            &whose,
            "service",
            row.service.as_str(),
            offer.service.as_str(),
        );
        faults.same(&whose, "payer", row.payer.as_str(), offer.payer.as_str());
        faults.same(&whose, "free_places", row.free_places, free);
        faults.same(&whose, "persons", row.persons, spread.people());
        faults.same(
            &whose,
            "running",
            row.running,
            rates::cents(served().map(Trip::places).sum()),
        );
        spread.compare(&mut faults, &whose, "minutes", row.minutes);
    }
    capacities(facts, &mut faults, trips);
    faults
}

/// Nobody takes a place that is not free in the year of the state.
pub fn capacities(facts: &Facts, faults: &mut Faults, trips: &[Trip]) {
    for offer in &facts.region.offers {
        let load: i128 = trips
            .iter()
            .filter(|trip| {
                trip.row.service == offer.service
                    && matches!(&trip.row.site, SiteRef::Site(id) if *id == offer.site)
            })
            .map(Trip::load)
            .sum();
        let free = if facts.gives(offer) {
            offer.places.saturating_sub(offer.places_taken)
        } else {
            0
        };
        let capacity = facts
            .service(offer.service.as_str())
            .map_or(0, |row| rates::capacity(row, free));
        let whose = format!("{} {}", offer.site, offer.service);
        faults.demand(load <= i128::from(capacity), "verify-over-capacity", &whose);
    }
}
