//! `tuvak travel isochrone`: what lies within so many minutes.

use super::{End, file, network, not_over, one_stdout, points, refuse, road_mode, tell, write};
use crate::cli::{Origin, Roads};
use crate::commands::check;
use crate::progress::Gauge;
use crate::say::Voice;
use ::travel::{ATTRIBUTION, Clock, Error, Journeys, Stage, Watch, areas};
use dataset::Point;
use domain::{LatLon, Message};
use serde_json::json;
use std::path::Path;

/// Reckons and writes the areas.
pub fn run(
    voice: &Voice,
    roads: &Roads,
    from: &Origin,
    minutes: &[u32],
    out: Option<&Path>,
) -> Result<End, End> {
    one_stdout(voice, out)?;
    let points_file = match from {
        Origin::File(file) => Some(file.as_path()),
        Origin::At(_) => None,
    };
    not_over(voice, out, roads, points_file)?;
    let mode = road_mode(voice, roads)?;
    let (name, points) = match from {
        Origin::File(file) => {
            let [points] = points(voice, [file])?;
            (file.clone(), points)
        }
        Origin::At(at) => {
            let point = Point {
                id: format!("{},{}", at.lat, at.lon),
                at: *at,
                line: 0,
            };
            ("--at".into(), vec![point])
        }
    };
    let mut clock = Clock::default();
    let mut gauge = Gauge::new(voice);
    let network = network(voice, roads, mode.as_ref(), &mut gauge, &mut clock)?;
    let fail = |error: Error| refuse(voice, &error);
    let at: Vec<LatLon> = points.iter().map(|point| point.at).collect();
    let ends = [at.as_slice(), &[]];
    let journeys = Journeys::between(&network, None, ends, roads.threads, &mut gauge, &mut clock)
        .map_err(fail)?;
    let told = [tell::Ends {
        file: &name,
        points: &points,
        distances: &journeys.distances()[0],
    }];
    let swapped = told[0].swapped();
    if !swapped.is_empty() {
        drop(gauge);
        return Err(check::tell_rows(voice, &swapped));
    }
    let limits: Vec<u32> = minutes.iter().map(|minutes| minutes * 60).collect();
    let mut found = Vec::new();
    for (index, point) in points.iter().enumerate() {
        if !gauge.at(Stage::Isochrones, index as f64 / points.len() as f64) {
            return Err(fail(Error::Stopped));
        }
        if let Some(snap) = journeys.origin(index) {
            let areas = clock.time(Stage::Isochrones, || network.isochrones(snap, &limits));
            found.push((point.id.clone(), areas));
        }
    }
    let profile = network.profile().name();
    write(voice, out, &areas(&found, profile))?;
    drop(gauge);
    tell::distances(voice, &told, roads.far);
    voice.say(
        &Message::new("travel-areas-done")
            .with("points", found.len())
            .with("areas", found.len() * minutes.len()),
    );
    tell::stages(voice, &clock);
    voice.object(&json!({
        "file": file(out),
        "profile": profile,
        "attribution": ATTRIBUTION,
        "minutes": minutes,
        "points": tell::distances_object(&told, roads.far),
        "seconds": tell::stages_object(&clock),
    }));
    Ok(End::Done)
}
