//! `tuvak travel matrix`: from every point to every other.

use super::{End, file, mode, network, not_over, one_stdout, points, refuse, tell};
use crate::cli::{MatrixTask, TransitOptions};
use crate::commands::{cannot_write, check};
use crate::progress::Gauge;
use crate::say::Voice;
use ::travel::{
    ATTRIBUTION, Clock, Error, Format, Journeys, MatrixFile, Mode, OnFoot, Stage, Timetable,
};
use dataset::Point;
use domain::{LatLon, Message, TravelFallback};
use serde_json::json;
use std::path::{Path, PathBuf};

/// Reckons and writes the rows, a part of the origins at a time.
pub fn run(voice: &Voice, task: &MatrixTask) -> Result<End, End> {
    one_stdout(voice, task.out.as_deref())?;
    let inputs = [&task.from]
        .into_iter()
        .chain(&task.to)
        .chain(&task.transit.gtfs);
    not_over(
        voice,
        task.out.as_deref(),
        &task.roads,
        inputs.map(PathBuf::as_path),
    )?;
    let out = format(voice, task.out.as_deref())?;
    let mode = mode(voice, &task.roads, task.transit.walk.as_deref())?;
    let is_transit = mode.as_ref().is_some_and(Mode::is_transit);
    fits(voice, &task.transit, is_transit)?;
    let to_file = task.to.as_deref().unwrap_or(&task.from);
    let [from, to] = match &task.to {
        Some(to) => points(voice, [&task.from, to])?,
        None => {
            let [from] = points(voice, [&task.from])?;
            [from.clone(), from]
        }
    };

    let mut clock = Clock::default();
    let mut gauge = Gauge::new(voice);
    let network = network(voice, &task.roads, mode.as_ref(), &mut gauge, &mut clock)?;
    let fail = |error: Error| refuse(voice, &error);
    let threads = task.roads.threads;
    let timetable = match is_transit {
        true => {
            let (feeds, on_foot) = (&task.transit.gtfs, on_foot(&task.transit));
            let read = Timetable::read(feeds, &on_foot, &network, threads, &mut gauge, &mut clock);
            Some(read.map_err(fail)?)
        }
        false => None,
    };
    let at = |points: &[Point]| -> Vec<LatLon> { points.iter().map(|point| point.at).collect() };
    let (at_from, at_to) = (at(&from), at(&to));
    let ends = [at_from.as_slice(), at_to.as_slice()];
    let timetable = timetable.as_ref();
    let journeys = Journeys::between(&network, timetable, ends, threads, &mut gauge, &mut clock)
        .map_err(fail)?;

    let [of_from, of_to] = journeys.distances();
    let mut told = vec![tell::Ends {
        file: &task.from,
        points: &from,
        distances: of_from,
    }];
    if task.to.is_some() {
        told.push(tell::Ends {
            file: to_file,
            points: &to,
            distances: of_to,
        });
    }
    let swapped: Vec<_> = told.iter().flat_map(tell::Ends::swapped).collect();
    if !swapped.is_empty() {
        drop(gauge);
        return Err(check::tell_rows(voice, &swapped));
    }

    let unwritten = |error: &std::io::Error| {
        cannot_write(voice, task.out.as_deref().unwrap_or(Path::new("-")), error)
    };
    let name = task.name.as_deref();
    let mut rows = MatrixFile::create(out, name).map_err(|error| unwritten(&error))?;
    let ids = |points: &[Point]| -> Vec<String> { points.iter().map(|p| p.id.clone()).collect() };
    let (from_ids, to_ids) = (ids(&from), ids(&to));
    let to_ids: Vec<&str> = to_ids.iter().map(String::as_str).collect();
    let mut without = 0;
    for part in journeys.parts() {
        let ways = journeys
            .ways(part.clone(), &mut gauge, &mut clock)
            .map_err(fail)?;
        without += ways.without();
        let from_ids: Vec<&str> = from_ids[part].iter().map(String::as_str).collect();
        clock
            .time(Stage::Write, || {
                rows.block(&from_ids, &to_ids, &|i, j| ways.way(i, j))
            })
            .map_err(|error| unwritten(&error))?;
    }
    clock
        .time(Stage::Write, || rows.finish())
        .map_err(|error| unwritten(&error))?;
    drop(gauge);

    for message in timetable.map(Timetable::told).unwrap_or_default() {
        voice.say(&message);
    }
    tell::distances(voice, &told, task.roads.far);
    voice.say(
        &Message::new("travel-matrix-done")
            .with("from", from.len())
            .with("to", to.len())
            .with("pairs", from.len() * to.len())
            .with("without", without),
    );
    tell::stages(voice, &clock);
    let profile = mode.as_ref().map_or(network.profile().name(), Mode::name);
    voice.object(&json!({
        "file": task.out,
        "profile": profile,
        "attribution": ATTRIBUTION,
        "from": from.len(),
        "to": to.len(),
        "pairs": from.len() * to.len(),
        "unreachable": without,
        "date": timetable.map(Timetable::date),
        "points": tell::distances_object(&told, task.roads.far),
        "seconds": tell::stages_object(&clock),
    }));
    Ok(End::Done)
}

/// The file and its format; wrong endings are told here.
fn format<'a>(voice: &Voice, out: Option<&'a Path>) -> Result<Option<(&'a Path, Format)>, End> {
    let Some(out) = file(out) else {
        return Ok(None);
    };
    match Format::of(out) {
        Some(format) => Ok(Some((out, format))),
        None => {
            let message = Message::new("travel-ending").with("file", out.display().to_string());
            Err(voice.refuse(&message, End::Usage))
        }
    }
}

/// Options of public transport go with it, and it needs a timetable.
fn fits(voice: &Voice, transit: &TransitOptions, is_transit: bool) -> Result<(), End> {
    if is_transit {
        return match transit.gtfs.is_empty() {
            true => Err(voice.refuse(&Message::new("travel-feed-none"), End::Usage)),
            false => Ok(()),
        };
    }
    let given = [
        ("--gtfs", !transit.gtfs.is_empty()),
        ("--depart", transit.depart.is_some()),
        ("--date", transit.date.is_some()),
        ("--walk", transit.walk.is_some()),
        ("--walk-minutes", transit.walk_minutes.is_some()),
    ];
    match given.into_iter().find(|(_, is_given)| *is_given) {
        Some((option, _)) => {
            let message = Message::new("travel-only-transit").with("option", option);
            Err(voice.refuse(&message, End::Usage))
        }
        None => Ok(()),
    }
}

fn on_foot(transit: &TransitOptions) -> OnFoot {
    let depart = transit.depart.as_deref();
    OnFoot {
        depart: depart.unwrap_or(TravelFallback::DEPART).to_owned(),
        date: transit.date.clone(),
        walk_minutes: transit.walk_minutes.unwrap_or(OnFoot::WALK_MINUTES),
    }
}
