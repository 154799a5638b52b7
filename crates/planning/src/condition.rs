//! Clashing conditions in plain words.

use crate::adapter::{CeilingOf, Problem};
use domain::{Cents, Fund, Lock, LockState, Message};
use siting::conflict::Condition;

/// What a condition of the instance says, in the package's words.
pub(crate) fn message(problem: &Problem<'_>, condition: Condition) -> Message {
    match condition {
        Condition::Lock(at) => lock(problem, &problem.region.scenario.locks[problem.locks[at]]),
        Condition::Ceiling(at) => ceiling(&problem.ceilings[at]),
        Condition::MinLoad { facility } => {
            at_facility("siting-clash-min-occupancy", problem, facility)
        }
        Condition::MaxPlaces(site) => {
            let candidate = &problem.region.candidates[site];
            Message::new("siting-clash-max-places")
                .with("candidate", problem.candidate_in_words(&candidate.id))
                .with("places", candidate.max_places.unwrap_or(0))
        }
        Condition::Capacity { facility } => {
            let site = problem.site(facility);
            Message::new("siting-clash-capacity")
                .with("service", problem.service(facility).id.as_str())
                .with("site", site.as_ref().map_or("", |site| site.id()))
        }
        Condition::Served { demand } => {
            let point = &problem.points[demand].of;
            Message::new("siting-clash-served")
                .with("service", point.service.as_str())
                .with("place", point.place.as_str())
        }
        Condition::Apart(pair) => {
            let (one, other) = problem.instance.apart[pair];
            at_facility("siting-clash-apart", problem, one)
                .with("other", problem.service(other).id.as_str())
        }
    }
}

fn lock(problem: &Problem<'_>, lock: &Lock) -> Message {
    let key = match (lock.must, &lock.service, lock.places) {
        (LockState::Open, None, _) => "siting-clash-lock-open",
        (LockState::Open, Some(_), None) => "siting-clash-lock-service-open",
        (LockState::Open, Some(_), Some(_)) => "siting-clash-lock-size-open",
        (LockState::Closed, None, _) => "siting-clash-lock-closed",
        (LockState::Closed, Some(_), _) => "siting-clash-lock-service-closed",
    };
    let mut message =
        Message::new(key).with("candidate", problem.candidate_in_words(&lock.candidate));
    if let Some(service) = &lock.service {
        message = message.with("service", service.as_str());
    }
    match lock.places {
        Some(places) => message.with("places", places),
        None => message,
    }
}

fn ceiling(ceiling: &CeilingOf) -> Message {
    let eur = |cents: Cents| cents.eur();
    match ceiling {
        CeilingOf::Budget(cents) => Message::new("siting-clash-budget").with("eur", eur(*cents)),
        CeilingOf::Fund(Fund {
            payer,
            territory,
            ceiling,
            ..
        }) => {
            let (key, territory) = match territory {
                None => ("siting-clash-fund", None),
                Some(territory) => ("siting-clash-fund-territory", Some(territory.as_str())),
            };
            let message = Message::new(key)
                .with("payer", payer.as_str())
                .with("eur", eur(*ceiling));
            match territory {
                Some(territory) => message.with("territory", territory),
                None => message,
            }
        }
    }
}

fn at_facility(key: &str, problem: &Problem<'_>, facility: usize) -> Message {
    let candidate = problem
        .candidate(facility)
        .map_or_else(String::new, |candidate| {
            problem.candidate_in_words(&candidate.id)
        });
    Message::new(key)
        .with("service", problem.service(facility).id.as_str())
        .with("candidate", candidate)
}
