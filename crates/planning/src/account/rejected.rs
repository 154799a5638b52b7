//! Why nothing opens at a candidate.

use crate::adapter::{Bar, Problem};
use domain::plan::RejectedReason;
use domain::{LockState, Service};
use siting::instance::Level;

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
    let people = |demand: usize| {
        // Those whom homes bring could be as many as need one there.
        let brought = instance
            .onward
            .iter()
            .filter(|onward| onward.demand == demand);
        let brought = brought.map(|onward| instance.arcs[onward.arc].demand);
        let brought: i64 = brought
            .map(|from| i64::from(instance.demands[from].persons))
            .sum();
        i64::from(instance.demands[demand].persons) + brought
    };
    problem
        .facilities_at(candidate)
        .filter(|&facility| problem.service(facility).id == service.id)
        .any(|facility| {
            let mut reachable = vec![0; problem.states.len()];
            let arcs = instance.arcs.iter();
            for arc in arcs.filter(|arc| arc.facility == facility) {
                reachable[instance.demands[arc.demand].state] += people(arc.demand) * arc.load;
            }
            let fills = |level: &Level| {
                let states = reachable.iter().enumerate();
                let mut states = states.map(|(at, &load)| load >= level.window(at).min_load);
                states.all(|enough| enough)
            };
            problem.levels(facility).iter().any(fills)
        })
}
