//! Why nothing opens at a candidate.

use crate::adapter::{Bar, Problem};
use domain::plan::RejectedReason;
use domain::{LockState, Service};

/// The condition after which none of the candidate's services is left; the
/// conditions are asked in the order of [`RejectedReason`].
pub(super) fn reason(problem: &Problem<'_>, candidate: usize) -> RejectedReason {
    let bar = |service: &Service| problem.bar(candidate, &service.id);
    let mut left: Vec<&Service> = problem.region.services.iter().collect();
    let mut keep = |condition: &dyn Fn(&Service) -> bool| {
        left.retain(|service| condition(service));
        !left.is_empty()
    };
    keep(&|service| bar(service) != Some(Bar::NotNamed));
    if !keep(&|service| !is_locked(problem, candidate, service)) {
        RejectedReason::Locked
    } else if !keep(&|service| bar(service) != Some(Bar::Refused)) {
        RejectedReason::Refused
    } else if !keep(&|service| bar(service) != Some(Bar::NoScheme)) {
        RejectedReason::NotPartner
    } else if !keep(&|service| bar(service).is_none()) {
        RejectedReason::NoSizeFits
    } else if !keep(&|service| has_enough_people(problem, candidate, service)) {
        RejectedReason::TooFewPeople
    } else {
        RejectedReason::Costlier
    }
}

fn is_locked(problem: &Problem<'_>, candidate: usize, service: &Service) -> bool {
    let region = problem.region;
    region.scenario.locks.iter().any(|lock| {
        lock.must == LockState::Closed
            && lock.candidate == region.candidates[candidate].id
            && lock.service.as_ref().is_none_or(|id| *id == service.id)
    })
}

/// Whether everybody within the limit together reaches the least occupancy of
/// the smallest size.
fn has_enough_people(problem: &Problem<'_>, candidate: usize, service: &Service) -> bool {
    let instance = &problem.instance;
    problem
        .facilities_at(candidate)
        .filter(|&facility| problem.service(facility).id == service.id)
        .any(|facility| {
            let arcs = instance.arcs.iter().filter(|arc| arc.facility == facility);
            let reachable: i64 = arcs
                .map(|arc| i64::from(instance.demands[arc.demand].persons) * arc.load)
                .sum();
            problem
                .levels(facility)
                .iter()
                .any(|level| reachable >= level.window(0).min_load)
        })
}
