//! R21, mainstream services: whoever lives or comes to a site has health care,
//! schools, work, transport, culture and leisure within reach, and can enter.
//!
//! * Warning for each of `general_service_kinds` that is farther than
//!   `general_service_min` by car (great circle, as roads to general services
//!   are not in the package) from sites that the plan opens; nothing is said
//!   of kinds while `general_services.csv` is empty.
//! * Warning where a measure opens at a candidate with the flag
//!   `not_accessible`, or the plan sends people to a site whose `accessible` is no.
//! * Warning for each obstacle of high severity before a service where it
//!   opens, or before a general service in the municipality of a measure.
//!
//! Mobile services are left out: their clients stay at home. Reads
//! `general_services`, `candidates.flags`, `sites.accessible`, `obstacles`.

use crate::building;
use crate::names::{self, Named};
use crate::rule::{Case, Found, Rule};
use domain::plan::Level;
use domain::{
    Candidate, CandidateFlag, GeneralServiceKind, Message, Obstacle, ObstacleTo, Service, Severity,
    SiteRef, TravelTimes,
};

pub(crate) const RULE: Rule = Rule {
    id: "R21",
    basis: "LM 2016 meeting; EEG toolkit",
    level: Level::Warning,
    look,
};

fn look(case: &Case) -> Vec<Found> {
    let travel = TravelTimes::new(case.region);
    let visited: Vec<_> = building::used(case)
        .filter(|row| !building::opened(case, row).all(Service::is_mobile))
        .collect();
    let kinds = case.region.scenario.rules.general_service_kinds.iter();
    let far = kinds.filter_map(|kind| far(case, &travel, &visited, *kind));
    let closed = visited.iter().filter_map(|row| closed(row));
    let obstacles = case
        .region
        .obstacles
        .iter()
        .filter_map(|row| obstacle(case, &visited, row));
    far.chain(closed)
        .chain(closed_sites(case))
        .chain(obstacles)
        .collect()
}

fn far(
    case: &Case,
    travel: &TravelTimes,
    visited: &[&Candidate],
    kind: GeneralServiceKind,
) -> Option<Found> {
    if case.region.general_services.is_empty() {
        return None;
    }
    let within_min = case.region.scenario.rules.general_service_min;
    let is_far = |candidate: &&&Candidate| {
        let Some(at) = case
            .region
            .position(&SiteRef::Candidate(candidate.id.clone()))
        else {
            return false;
        };
        let mut of_kind = case
            .region
            .general_services
            .iter()
            .filter(|row| row.kind == kind);
        !of_kind.any(|row| {
            let leg = travel.fallback(at, row.at, "car");
            // Without a speed for cars nothing can be said.
            leg.is_none_or(|leg| leg.minutes() <= within_min)
        })
    };
    let far: Vec<_> = visited.iter().filter(is_far).collect();
    if far.is_empty() {
        return None;
    }
    let names: Vec<_> = far.iter().map(|row| row.name.as_str()).collect();
    let message = Message::new("finding-r21-far")
        .with("kind", kind.as_str())
        .with("threshold", within_min)
        .with("sites", far.len())
        .with("names", names::first(&names));
    Some(Found::new(message).rows("candidates.csv", far.iter().map(|row| row.line)))
}

fn closed(candidate: &Candidate) -> Option<Found> {
    candidate
        .flags
        .contains(&CandidateFlag::NotAccessible)
        .then(|| {
            let message = Message::new("finding-r21-closed").with("site", candidate.name.as_str());
            Found::new(message).row("candidates.csv", candidate.line)
        })
}

fn closed_sites(case: &Case) -> Vec<Found> {
    let is_visited = |offer: &&domain::plan::OfferUse| {
        offer.persons > 0
            && case
                .region
                .service(&offer.service)
                .is_some_and(|row| !row.is_mobile())
    };
    let closed = case.region.sites.iter().filter(|site| {
        let mut uses = case.plan.offers.iter().filter(|row| row.site == site.id);
        site.accessible == Some(false) && uses.any(|row| is_visited(&row))
    });
    closed
        .map(|site| {
            let message = Message::new("finding-r21-closed").with("site", site.name.as_str());
            Found::new(message).row("sites.csv", site.line)
        })
        .collect()
}

fn obstacle(case: &Case, visited: &[&Candidate], row: &Obstacle) -> Option<Found> {
    let is_there = |candidate: &&&Candidate| {
        let host = &candidate.host;
        case.region.is_within(host, &row.territory)
            || case
                .region
                .is_within(&row.territory, case.region.municipality_of(host))
    };
    let hindered = |candidate: &&&Candidate| match &row.to {
        ObstacleTo::General(_) => true,
        ObstacleTo::Service(id) => {
            building::opened(case, candidate).any(|service| service.id == *id)
        }
    };
    let hindered: Vec<_> = visited.iter().filter(is_there).filter(hindered).collect();
    let names: Vec<_> = hindered.iter().map(|row| row.name.as_str()).collect();
    if row.severity != Severity::High || names.is_empty() {
        return None;
    }
    let message = match &row.to {
        ObstacleTo::General(kind) => {
            Message::new("finding-r21-obstacle-general").with("kind", kind.as_str())
        }
        ObstacleTo::Service(id) => {
            Message::new("finding-r21-obstacle").named("service", names::service(case.region, id))
        }
    };
    let message = message
        .named(
            "municipality",
            names::territory(case.region, &row.territory),
        )
        .named("obstacle", row.text.clone())
        .with("sites", names.len())
        .with("names", names::first(&names));
    let found = Found::new(message).row("obstacles.csv", row.line);
    Some(found.rows("candidates.csv", hindered.iter().map(|row| row.line)))
}
