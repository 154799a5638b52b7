//! Travel times: where they are given, none is missing.

use crate::check::Draft;
use crate::fault::{At, Fault, Log};
use domain::{CandidateId, PlaceId, SiteId};
use std::collections::{BTreeSet, HashSet};

pub fn check(draft: &Draft, log: &mut Log) {
    let region = &draft.region;
    // A way of unknown length would be driven for nothing.
    for row in region
        .travel
        .iter()
        .filter(|row| row.seconds.is_some() && row.metres.is_none())
    {
        log.fault(Fault::new(
            "metres-missing",
            At::file("travel.csv").line(row.line).column("metres"),
        ));
    }
    let profiles: BTreeSet<&str> = region
        .services
        .iter()
        .map(|row| row.profile.as_str())
        .collect();
    // Whoever reckons the travel times knows the profiles of roads and timetables.
    if draft.has_roads {
        return;
    }
    keys_of_roads(draft, log);
    if region.travel.is_empty() {
        if draft.scenario.is_some() && draft.is_whole(&["travel"]) {
            let speeds = &region.scenario.travel.speed_kmh;
            unknown_profiles(draft, &speeds.keys().map(String::as_str).collect(), log);
        }
        return;
    }
    if !draft.is_whole(&["travel", "places", "sites", "candidates", "services"]) {
        return;
    }
    let rows: HashSet<(&str, &str, &str)> = region
        .travel
        .iter()
        .map(|row| (row.from.as_str(), row.to.as_str(), row.profile.as_str()))
        .collect();
    let sites = region
        .sites
        .iter()
        .map(|row| (SiteId::as_str(&row.id), row.place.as_ref()));
    let candidates = region
        .candidates
        .iter()
        .map(|row| (CandidateId::as_str(&row.id), row.place.as_ref()));
    let targets: Vec<(&str, Option<&str>)> = sites
        .chain(candidates)
        .map(|(id, place)| (id, place.map(PlaceId::as_str)))
        .collect();
    let known: BTreeSet<&str> = region
        .travel
        .iter()
        .map(|row| row.profile.as_str())
        .collect();
    // Rows without a profile hold for every one.
    if !known.contains("") {
        unknown_profiles(draft, &known, log);
    }
    for profile in profiles
        .into_iter()
        .filter(|profile| known.contains(profile) || known.contains(""))
    {
        for place in &region.places {
            let from = place.id.as_str();
            let has =
                |to: &str| rows.contains(&(from, to, profile)) || rows.contains(&(from, to, ""));
            let missing: Vec<&str> = targets
                .iter()
                .filter(|(id, place)| !has(id) && !place.is_some_and(has))
                .map(|(id, _)| *id)
                .collect();
            if let Some(first) = missing.first() {
                log.fault(
                    Fault::new("ways-missing", At::file("travel.csv"))
                        .with("from", from)
                        .with("first", *first)
                        .with("count", missing.len())
                        .with("profile", profile),
                );
            }
        }
    }
}

/// Tells keys of the scenario that only roads and timetables would heed.
fn keys_of_roads(draft: &Draft, log: &mut Log) {
    let Some(lines) = &draft.scenario else { return };
    let of_roads = |path: &&String| {
        ["travel.date", "travel.depart"].contains(&path.as_str())
            || path.starts_with("travel.profiles.")
    };
    for path in lines.keys().filter(of_roads) {
        let line = lines.get(path).copied().unwrap_or_default();
        let at = At::file("scenario.toml").line(line).column(path);
        log.note(Fault::new("key-of-roads", at));
    }
}

/// Tells services whose profile nothing is known of, once each.
fn unknown_profiles(draft: &Draft, known: &BTreeSet<&str>, log: &mut Log) {
    for row in draft
        .region
        .services
        .iter()
        .filter(|row| !known.contains(row.profile.as_str()))
    {
        let at = At::file("services.csv").line(row.line).column("profile");
        log.fault(Fault::unknown(
            "no-speed",
            at,
            &row.profile,
            known.iter().copied(),
        ));
    }
}
