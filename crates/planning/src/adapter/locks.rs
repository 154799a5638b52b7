//! The scenario's locks in the instance's terms.

use super::Problem;
use super::admission::Bar;
use domain::{Lock, LockState, Message};
use siting::instance;

/// What a lock of the scenario means.
pub(super) enum Translated {
    /// A decision to be respected.
    Lock(instance::Lock),
    /// A facility must open, in whichever year, in one size.
    Size(usize, u32),
    /// It asks for nothing that could be otherwise.
    Vacuous,
    /// It demands what may not open at all.
    Impossible(Message),
}

pub(super) fn translate(problem: &Problem<'_>, lock: &Lock) -> Translated {
    let open = lock.must == LockState::Open;
    let Some(site) = problem
        .region
        .candidates
        .iter()
        .position(|row| row.id == lock.candidate)
    else {
        return Translated::Impossible(about(problem, "siting-lock-unknown", lock));
    };
    let Some(service) = &lock.service else {
        let any = problem.facilities_at(site).next().is_some();
        return match (any, open) {
            (true, _) => Translated::Lock(instance::Lock::Site { site, open }),
            (false, false) => Translated::Vacuous,
            (false, true) => {
                Translated::Impossible(about(problem, "siting-lock-nothing-may-open", lock))
            }
        };
    };
    let facility = problem
        .facilities_at(site)
        .find(|&at| problem.service(at).id == *service);
    let Some(facility) = facility else {
        if !open {
            return Translated::Vacuous;
        }
        let bar = problem.bar(site, service);
        return Translated::Impossible(about(
            problem,
            bar.map_or("siting-lock-unknown", reason),
            lock,
        ));
    };
    let level = match lock.places.filter(|_| open) {
        None => None,
        Some(places) => match problem.sizes[facility]
            .iter()
            .position(|&size| size == places)
        {
            Some(_) if problem.phases.len() > 1 => return Translated::Size(facility, places),
            Some(level) => Some(level),
            None => {
                return Translated::Impossible(
                    about(problem, "siting-lock-no-such-size", lock).with("places", places),
                );
            }
        },
    };
    Translated::Lock(instance::Lock::Facility {
        facility,
        level,
        open,
    })
}

fn reason(bar: Bar) -> &'static str {
    match bar {
        Bar::NotNamed => "siting-lock-not-named",
        Bar::Refused => "siting-lock-refused",
        Bar::NoScheme => "siting-lock-no-scheme",
        Bar::NoSizeFits => "siting-lock-no-size-fits",
        Bar::Apart => "siting-lock-apart",
    }
}

fn about(problem: &Problem<'_>, key: &str, lock: &Lock) -> Message {
    let service = lock.service.as_ref().map_or("", |id| id.as_str());
    Message::new(key)
        .with("candidate", problem.candidate_in_words(&lock.candidate))
        .with("service", service)
}
