//! R12, no mini-institution: homes, day care and workshops for the same people
//! do not share a building, nor stand on the grounds of an institution.
//!
//! * Warning where a residential service and one of `day_services` that is not
//!   residential would be in one building and are given to the same target group.
//! * Warning where a service that is not mobile opens at a candidate with the
//!   flag `institution_grounds` or nearer than `institution_grounds_m` to an
//!   institution.
//!
//! Reads `services.delivery` and `target_groups`, `candidates.flags`, `expands`
//! and coordinates, `offers`, `institutions` coordinates.

use crate::building;
use crate::names::{self, Named};
use crate::rule::{Case, Found, Rule};
use domain::plan::Level;
use domain::{
    Candidate, CandidateFlag, Delivery, Institution, Message, Service, SiteRef, great_circle_metres,
};

pub(crate) const RULE: Rule = Rule {
    id: "R12",
    basis: "Ombudsman 2022; EEG; projects in Kalnciems, Alūksne plan at Pīlādži",
    level: Level::Warning,
    look,
};

fn look(case: &Case) -> Vec<Found> {
    building::used(case)
        .flat_map(|candidate| {
            one_roof(case, candidate)
                .into_iter()
                .chain(grounds(case, candidate))
        })
        .collect()
}

fn one_roof(case: &Case, candidate: &Candidate) -> Option<Found> {
    let services = building::services(case, candidate);
    let is_home = |row: &&&Service| row.delivery == Delivery::Residential;
    let is_day = |row: &&&Service| {
        !is_home(row) && case.region.scenario.rules.day_services.contains(&row.id)
    };
    let same_people = |one: &Service, other: &Service| {
        one.target_groups
            .iter()
            .any(|group| other.target_groups.contains(group))
    };
    let (homes, days) = (
        services.iter().filter(is_home),
        services.iter().filter(is_day),
    );
    let (homes, days): (Vec<_>, Vec<_>) = (homes.collect(), days.collect());
    let homes: Vec<_> = homes
        .into_iter()
        .filter(|home| days.iter().any(|day| same_people(home, day)))
        .collect();
    let days: Vec<_> = days
        .into_iter()
        .filter(|day| homes.iter().any(|home| same_people(home, day)))
        .collect();
    if homes.is_empty() {
        return None;
    }
    let named = |row: &&&Service| names::service(case.region, &row.id);
    let message = Message::new("finding-r12-one-roof")
        .with("site", candidate.name.as_str())
        .named_all("homes", homes.iter().map(named))
        .named_all("days", days.iter().map(named));
    Some(Found::new(message).row("candidates.csv", candidate.line))
}

fn grounds(case: &Case, candidate: &Candidate) -> Option<Found> {
    if building::opened(case, candidate).all(Service::is_mobile) {
        return None;
    }
    let site = candidate.name.as_str();
    if let Some((institution, metres)) = nearest(case, candidate)
        && metres < case.region.scenario.rules.institution_grounds_m
    {
        let message = Message::new("finding-r12-near")
            .with("site", site)
            .with("institution", institution.name.as_str())
            .with("metres", metres.round())
            .with(
                "threshold",
                case.region.scenario.rules.institution_grounds_m,
            );
        let found = Found::new(message).row("candidates.csv", candidate.line);
        return Some(found.row("institutions.csv", institution.line));
    }
    let is_marked = candidate.flags.contains(&CandidateFlag::InstitutionGrounds);
    is_marked.then(|| {
        Found::new(Message::new("finding-r12-grounds").with("site", site))
            .row("candidates.csv", candidate.line)
    })
}

fn nearest<'a>(case: &Case<'a>, candidate: &Candidate) -> Option<(&'a Institution, f64)> {
    let at = case
        .region
        .position(&SiteRef::Candidate(candidate.id.clone()))?;
    let distances = case
        .region
        .institutions
        .iter()
        .map(|row| (row, great_circle_metres(at, row.at)));
    distances.min_by(|(_, one), (_, other)| one.total_cmp(other))
}
