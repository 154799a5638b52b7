//! Capacity, least occupancy, places at a site, services apart, locks.

use super::measures::Built;
use crate::admit;
use crate::facts::Facts;
use crate::faults::Faults;
use crate::rates;
use crate::trips::Trip;
use domain::{Candidate, Delivery, Lock, LockState};

pub fn check(facts: &Facts, built: &[Built], trips: &[Trip]) -> Faults {
    let mut faults = Faults::default();
    loads(facts, &mut faults, built, trips);
    for candidate in &facts.region.candidates {
        at_one_roof(facts, &mut faults, built, candidate);
    }
    for lock in &facts.region.scenario.locks {
        let kept = is_kept(lock, built);
        faults.demand(kept, "verify-lock", lock.candidate.as_str());
    }
    faults
}

/// Capacity and least occupancy of what is open in the year of the state.
pub fn loads(facts: &Facts, faults: &mut Faults, built: &[Built], trips: &[Trip]) {
    for measure in built.iter().filter(|one| facts.is_open(one.row)) {
        let (service, places) = (measure.service, measure.row.places);
        let load: i128 = trips
            .iter()
            .filter(|trip| measure.serves(trip))
            .map(Trip::load)
            .sum();
        let (least, most) = (
            rates::least_load(service, places),
            rates::capacity(service, places),
        );
        faults.demand(
            load <= i128::from(most),
            "verify-over-capacity",
            &measure.label(),
        );
        faults.demand(
            load >= i128::from(least),
            "verify-under-occupancy",
            &measure.label(),
        );
    }
}

fn at_one_roof(facts: &Facts, faults: &mut Faults, built: &[Built], candidate: &Candidate) {
    let whose = candidate.id.as_str();
    let here: Vec<&Built> = built
        .iter()
        .filter(|one| one.candidate.id == candidate.id)
        .collect();
    let counted = here
        .iter()
        .filter(|one| one.service.delivery != Delivery::Mobile);
    let places: u64 = counted.map(|one| u64::from(one.row.places)).sum();
    let fits = candidate
        .max_places
        .is_none_or(|most| places <= u64::from(most));
    faults.demand(fits, "verify-max-places", whose);
    for (at, one) in here.iter().enumerate() {
        let clash = here[at + 1..]
            .iter()
            .any(|other| admit::are_apart(facts, &one.service.id, &other.service.id));
        faults.demand(!clash, "verify-apart", whose);
    }
}

fn is_kept(lock: &Lock, built: &[Built]) -> bool {
    let open = built.iter().any(|one| {
        one.row.candidate == lock.candidate
            && lock
                .service
                .as_ref()
                .is_none_or(|service| *service == one.row.service)
            && (lock.must == LockState::Closed
                || lock.places.is_none_or(|places| places == one.row.places))
    });
    open == (lock.must == LockState::Open)
}
