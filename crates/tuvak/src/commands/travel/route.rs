//! `tuvak travel route`: the way between two points.

use super::{End, file, network, refuse, road_mode, tell, write};
use crate::cli::Roads;
use crate::commands::check;
use crate::progress::Gauge;
use crate::say::Voice;
use ::travel::{ATTRIBUTION, Clock, Error, Journeys, Stage, line};
use dataset::Point;
use domain::{LatLon, Message, minutes_from_seconds};
use serde_json::json;
use std::path::Path;

/// Finds, tells and writes the way.
pub fn run(
    voice: &Voice,
    roads: &Roads,
    ends: [LatLon; 2],
    out: Option<&Path>,
) -> Result<End, End> {
    let to_stdout = out.is_some() && file(out).is_none();
    if to_stdout {
        super::one_stdout(voice, out)?;
    }
    super::not_over(voice, out, roads, None)?;
    let mode = road_mode(voice, roads)?;
    let mut clock = Clock::default();
    let mut gauge = Gauge::new(voice);
    let network = network(voice, roads, mode.as_ref(), &mut gauge, &mut clock)?;
    let fail = |error: Error| refuse(voice, &error);
    let [from, to] = &ends;
    let both = [std::slice::from_ref(from), std::slice::from_ref(to)];
    let journeys = Journeys::between(&network, None, both, roads.threads, &mut gauge, &mut clock)
        .map_err(fail)?;
    drop(gauge);
    let points = ends.map(|at| {
        vec![Point {
            id: format!("{},{}", at.lat, at.lon),
            at,
            line: 0,
        }]
    });
    let told = [("--from", 0), ("--to", 1)].map(|(name, end)| tell::Ends {
        file: Path::new(name),
        points: &points[end],
        distances: &journeys.distances()[end],
    });
    let swapped: Vec<_> = told.iter().flat_map(tell::Ends::swapped).collect();
    if !swapped.is_empty() {
        return Err(check::tell_rows(voice, &swapped));
    }
    let route = match (journeys.origin(0), journeys.destination(0)) {
        (Some(from), Some(to)) => clock.time(Stage::Matrix, || network.route(from, to)),
        _ => None,
    };
    tell::distances(voice, &told, roads.far);
    let Some(route) = route else {
        return Err(voice.refuse(&Message::new("travel-no-way"), End::Faults));
    };
    let profile = network.profile().name();
    if out.is_some() {
        write(voice, out, &line(&route, ends, profile))?;
    }
    voice.say(
        &Message::new("travel-route-done")
            .with("minutes", minutes_from_seconds(route.seconds))
            .with("km", f64::from(route.metres) / 1000.0)
            .with("unpaved", f64::from(route.unpaved_metres) / 1000.0)
            .with("ferry", f64::from(route.ferry_metres) / 1000.0),
    );
    tell::stages(voice, &clock);
    voice.object(&json!({
        "file": file(out),
        "profile": profile,
        "attribution": ATTRIBUTION,
        "seconds": route.seconds,
        "metres": route.metres,
        "unpaved_metres": route.unpaved_metres,
        "ferry_metres": route.ferry_metres,
        "points": tell::distances_object(&told, roads.far),
        "stages": tell::stages_object(&clock),
    }));
    Ok(End::Done)
}
