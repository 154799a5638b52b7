//! The travel times of a region package that has roads instead of a matrix.

mod job;
mod points;

use crate::REACH_METRES;
use crate::cache::Cache;
use crate::distances::{Distances, Standing};
use crate::error::Error;
use crate::mode::{Mode, TRANSIT};
use crate::network::fingerprint;
use crate::timetable::OnFoot;
use crate::watch::{Clock, Watch};
use crate::ways::Ways;
use dataset::{At, FEED_END, Fault, RoadFiles};
use domain::{LatLon, Message, Region, TravelFallback, TravelRow};
use job::Job;
use points::{Point, destinations, general_services, origins};
use std::collections::{BTreeMap, BTreeSet};

/// How the travel times of a package are reckoned.
#[derive(Debug, Clone)]
pub struct Reckoning {
    /// Where networks and matrices are kept.
    pub cache: Cache,
    /// Threads; the answer does not depend on them.
    pub threads: usize,
    /// Metres from a road beyond which a point is noted.
    pub far_metres: f64,
}

/// What reckoning the travel times of a package tells.
#[derive(Debug, Default)]
pub struct Filled {
    /// What is wrong; the region has no travel times then.
    pub faults: Vec<Fault>,
    /// What is odd.
    pub notes: Vec<Fault>,
    /// What the times were reckoned from: for people, and for the plan's notes.
    pub told: Vec<Message>,
}

/// Fills `region.travel` with the ways from every place to every site and
/// candidate, for every profile of the services; to the general services by car;
/// and from each site that stands at no place to the others.
///
/// # Errors
/// Extract or timetables are at fault, or somebody asked to stop. Faults of the
/// package's rows are in [`Filled`] instead.
pub fn fill(
    region: &mut Region,
    files: &RoadFiles,
    how: &Reckoning,
    watch: &mut dyn Watch,
    clock: &mut Clock,
) -> Result<Filled, Error> {
    let mut filled = Filled::default();
    let modes = modes(region, files, &mut filled.faults);
    let (from, sites) = (origins(region), destinations(region));
    if !filled.faults.is_empty() {
        return Ok(filled);
    }
    let extract = fingerprint(&files.extract)?;
    let mut rows = Vec::new();
    let mut noted = BTreeSet::new();
    let mut network = None;
    for (mode, profiles) in by_mode(modes) {
        let on_foot = on_foot(&region.scenario.travel);
        let mut to = sites.clone();
        if profiles.iter().any(|profile| profile == CAR) {
            to.extend(general_services(region));
        }
        if to.is_empty() {
            continue;
        }
        let job = Job {
            mode: &mode,
            files,
            extract: &extract,
            on_foot: &on_foot,
            from: &from,
            to: &to,
            how,
        };
        let kept = job.done(&mut network, watch, clock)?;
        for (points, distances) in [(&from, &kept.head.from), (&to, &kept.head.to)] {
            far(points, distances, how.far_metres, &mut noted, &mut filled);
        }
        let profiles_told = profiles.join(", ");
        reaches_nothing(&from, &kept.ways, sites.len(), &profiles_told, &mut filled);
        for profile in &profiles {
            rows.extend(travel_rows(&from, &to, &kept.ways, profile));
        }
        filled.told.push(
            Message::new("travel-told-roads")
                .with("profiles", profiles_told)
                .with("mode", mode.name())
                .with("extract", &extract[..12]),
        );
        filled.told.extend(kept.head.told);
    }
    if filled.faults.is_empty() {
        region.travel = rows;
    }
    Ok(filled)
}

/// What the profile of each service means; faults where it means nothing.
fn modes(region: &Region, files: &RoadFiles, faults: &mut Vec<Fault>) -> BTreeMap<String, String> {
    let mut modes = BTreeMap::new();
    let names = Mode::names();
    for (profile, name) in &region.scenario.travel.profiles {
        if !names.contains(&name.as_str()) {
            let key = format!("travel.profiles.{profile}");
            let at = At::file("scenario.toml").column(&key);
            let fault = Fault::unknown("unknown-road-profile", at, name, names.iter().copied());
            faults.push(fault.with("known", names.join(", ")));
        }
    }
    for service in &region.services {
        if modes.contains_key(&service.profile) {
            continue;
        }
        let at = At::file("services.csv")
            .line(service.line)
            .column("profile");
        let name = meaning(&region.scenario.travel, &service.profile);
        if !names.contains(&name) {
            // A wrong name in the scenario is told there.
            if !region
                .scenario
                .travel
                .profiles
                .contains_key(&service.profile)
            {
                let fault = Fault::new("profile-without-roads", at);
                let fault = fault.with("value", service.profile.as_str());
                faults.push(fault.with("known", names.join(", ")));
            }
            continue;
        }
        if files.feeds.is_empty() && name.starts_with(TRANSIT) {
            let fault = Fault::new("profile-without-feed", at);
            let fault = fault.with("value", service.profile.as_str());
            faults.push(fault.with("end", FEED_END));
        }
        modes.insert(service.profile.clone(), name.to_owned());
    }
    let by_car = meaning(&region.scenario.travel, CAR);
    if !region.general_services.is_empty() && !by_car.starts_with(TRANSIT) {
        modes.entry(CAR.to_owned()).or_insert(by_car.to_owned());
    }
    modes
}

/// The profile by which general services are reached.
const CAR: &str = "car";

/// What a service's profile means where the scenario does not say.
fn meaning<'a>(travel: &'a TravelFallback, profile: &'a str) -> &'a str {
    match (travel.profiles.get(profile), profile) {
        (Some(name), _) => name,
        (None, "car") => "car-lv",
        (None, "bus") => TRANSIT,
        (None, other) => other,
    }
}

/// Profiles of services by what they mean.
fn by_mode(modes: BTreeMap<String, String>) -> Vec<(Mode, Vec<String>)> {
    let mut by_name: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (profile, name) in modes {
        by_name.entry(name).or_default().push(profile);
    }
    let known = by_name.into_iter();
    known
        .filter_map(|(name, profiles)| Some((Mode::builtin(&name)?, profiles)))
        .collect()
}

fn on_foot(travel: &TravelFallback) -> OnFoot {
    let depart = travel.depart.as_deref().unwrap_or(TravelFallback::DEPART);
    OnFoot {
        depart: depart.to_owned(),
        date: travel.date.clone(),
        walk_minutes: OnFoot::WALK_MINUTES,
    }
}

/// Tells points that are far from a road, once each: a fault where there is no
/// road at all, so that nobody plans for people whom no road reaches by mistake.
fn far(
    points: &[Point],
    distances: &Distances,
    metres: f64,
    noted: &mut BTreeSet<(&'static str, u32)>,
    filled: &mut Filled,
) {
    for (at, standing) in distances.far(metres) {
        let point = &points[at];
        if !noted.insert((point.file, point.line)) {
            continue;
        }
        let at = At::file(point.file).line(point.line).column("lat");
        let fault = off_road(at, point.at, standing);
        match standing.metres {
            Some(_) => filled.notes.push(fault),
            None => filled.faults.push(fault),
        }
    }
}

/// What is said of a point that is far from a road or has none.
pub fn off_road(at: At<'_>, point: LatLon, standing: Standing) -> Fault {
    let kind = match standing {
        Standing { swapped: true, .. } => "swapped",
        Standing {
            metres: Some(_), ..
        } => "far-from-road",
        _ => "no-road",
    };
    let metres = standing.metres.map_or(REACH_METRES, f64::from).round();
    Fault::new(kind, at)
        .with("lat", point.lat.to_string())
        .with("lon", point.lon.to_string())
        .with("metres", metres)
}

/// Tells places from which there is no way to any site; those are the first
/// destinations.
fn reaches_nothing(from: &[Point], ways: &Ways, sites: usize, profiles: &str, filled: &mut Filled) {
    let rows = ways.cells.chunks(ways.width.max(1));
    for (point, _) in from
        .iter()
        .zip(rows)
        .filter(|(_, row)| sites > 0 && row.iter().take(sites).all(Option::is_none))
    {
        let at = At::file(point.file).line(point.line);
        filled.notes.push(
            Fault::new("reaches-nothing", at)
                .with("value", point.id.as_str())
                .with("profile", profiles),
        );
    }
}

fn travel_rows<'a>(
    from: &'a [Point],
    to: &'a [Point],
    ways: &'a Ways,
    profile: &'a str,
) -> impl Iterator<Item = TravelRow> + 'a {
    let pairs = (0..from.len()).flat_map(|i| (0..to.len()).map(move |j| (i, j)));
    pairs.map(move |(i, j)| {
        let way = ways.way(i, j);
        TravelRow {
            from: from[i].id.clone(),
            to: to[j].id.clone(),
            seconds: way.seconds,
            metres: way.metres,
            profile: profile.to_owned(),
            line: 0,
        }
    })
}
