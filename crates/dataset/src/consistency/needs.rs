//! Needs, bundles and moves: who may get what, and how many there can be.

use super::exactly_one;
use crate::check::Draft;
use crate::fault::{At, Fault, Log};
use domain::{Bundle, NeedArea, Service, ServiceId, TargetGroup};
use std::collections::{BTreeMap, BTreeSet};

pub fn check(draft: &Draft, log: &mut Log) {
    exactly_one(draft, "needs", ["place", "territory"], log);
    exactly_one(draft, "obstacles", ["service", "kind"], log);
    needs(draft, log);
    bundles(draft, log);
    moves(draft, log);
}

fn needs(draft: &Draft, log: &mut Log) {
    let region = &draft.region;
    for row in &region.needs {
        let at = At::file("needs.csv").line(row.line);
        let Some(service) = region.service(&row.service) else {
            continue;
        };
        given(service, &row.target_group, at.column("target_group"), log);
        match (service.is_mobile(), row.hours_per_week) {
            (true, None) => log.fault(
                Fault::new("hours-needed", at.column("hours_per_week"))
                    .with("service", service.id.as_str()),
            ),
            (false, Some(_)) => {
                log.fault(
                    Fault::new("hours-forbidden", at.column("hours_per_week"))
                        .with("service", service.id.as_str()),
                );
            }
            _ => {}
        }
        if let NeedArea::Territory(territory) = &row.area
            && !territory.as_str().is_empty()
            && draft.is_whole(&["territories", "places"])
        {
            let within = || {
                region
                    .places
                    .iter()
                    .filter(|place| region.is_within(&place.territory, territory))
            };
            if row.persons > 0
                && !within().any(|place| place.population.is_some_and(|people| people > 0))
            {
                log.fault(
                    Fault::new("nobody-lives-there", at.column("territory"))
                        .with("value", territory.as_str()),
                );
            }
        }
    }
    unknown_populations(draft, log);
}

/// Notes places that get no part of a territory's needs because nobody knows
/// how many live there.
fn unknown_populations(draft: &Draft, log: &mut Log) {
    let region = &draft.region;
    let territories: BTreeSet<_> = region
        .needs
        .iter()
        .filter_map(|row| match &row.area {
            NeedArea::Territory(id) => Some(id),
            NeedArea::Place(_) => None,
        })
        .collect();
    for place in region
        .places
        .iter()
        .filter(|place| place.population.is_none())
    {
        if territories
            .iter()
            .any(|territory| region.is_within(&place.territory, territory))
        {
            let at = At::file("places.csv").line(place.line).column("population");
            log.note(Fault::new("population-unknown", at).with("value", place.id.as_str()));
        }
    }
}

fn bundles(draft: &Draft, log: &mut Log) {
    let region = &draft.region;
    let mut bundled: BTreeMap<(&str, &str, &ServiceId), u32> = BTreeMap::new();
    for row in &region.bundles {
        let at = At::file("bundles.csv").line(row.line).column("services");
        if row.services.len() < 2 {
            log.fault(Fault::new("bundle-of-one", at));
        }
        for id in &row.services {
            let Some(service) = region.service(id) else {
                continue;
            };
            given(service, &row.target_group, at, log);
            let sum = bundled
                .entry((row.place.as_str(), row.target_group.as_str(), id))
                .or_default();
            *sum += row.persons;
            if draft.is_whole(&["needs", "territories", "places"]) && draft.scenario.is_some() {
                let most = most_in_need(draft, row, id);
                if u64::from(*sum) > most {
                    log.fault(
                        Fault::new("bundle-above-needs", at.column("persons"))
                            .with("sum", *sum)
                            .with("most", most)
                            .with("service", id.as_str()),
                    );
                }
            }
        }
    }
}

/// The most people of a bundle's place and target group who can need a
/// service: those of the place itself, and all of the territories around it.
fn most_in_need(draft: &Draft, bundle: &Bundle, service: &ServiceId) -> u64 {
    let region = &draft.region;
    let Some(place) = region.place(&bundle.place) else {
        return u64::MAX;
    };
    let scenario = &region.scenario;
    // In other years and demand scenarios a bundle counts no more people than need it there.
    region
        .needs
        .iter()
        .filter(|row| row.service == *service && row.target_group == bundle.target_group)
        .filter(|row| row.year.is_none_or(|year| year == scenario.year))
        .filter(|row| row.scenario.is_empty() || row.scenario == scenario.demand_scenario)
        .filter(|row| match &row.area {
            NeedArea::Place(id) => *id == place.id,
            NeedArea::Territory(id) => region.is_within(&place.territory, id),
        })
        .map(|row| u64::from(row.persons))
        .sum()
}

fn moves(draft: &Draft, log: &mut Log) {
    let region = &draft.region;
    let mut leaving: BTreeMap<&str, u64> = BTreeMap::new();
    for row in &region.moves {
        let at = At::file("moves.csv").line(row.line);
        for service in row.services.iter().filter_map(|id| region.service(id)) {
            given(service, &row.target_group, at.column("target_group"), log);
            if service.is_mobile() {
                log.fault(
                    Fault::new("mobile-move", at.column("services"))
                        .with("service", service.id.as_str()),
                );
            }
        }
        let sum = leaving.entry(row.institution.as_str()).or_default();
        *sum += u64::from(row.persons);
        let residents = region
            .institutions
            .iter()
            .find(|institution| institution.id == row.institution)
            .and_then(|institution| institution.residents);
        if let Some(residents) = residents
            && *sum > u64::from(residents)
        {
            log.fault(
                Fault::new("more-than-residents", at.column("persons"))
                    .with("value", row.institution.as_str())
                    .with("sum", *sum)
                    .with("residents", residents),
            );
        }
    }
}

fn given(service: &Service, group: &TargetGroup, at: At<'_>, log: &mut Log) {
    if !service.target_groups.contains(group) {
        let groups: Vec<&str> = service
            .target_groups
            .iter()
            .map(TargetGroup::as_str)
            .collect();
        log.fault(
            Fault::new("not-given", at)
                .with("service", service.id.as_str())
                .with("value", group.as_str())
                .with("groups", groups.join(", ")),
        );
    }
}
