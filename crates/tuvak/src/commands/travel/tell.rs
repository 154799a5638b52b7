//! What the commands tell of points, roads and stages.

use super::check;
use crate::say::Voice;
use ::travel::{Clock, Distances, off_road};
use dataset::{At, Fault, Point};
use domain::Message;
use serde_json::{Map, Value, json};
use std::path::Path;

/// Points of a file and how they lie to the roads.
pub struct Ends<'a> {
    /// The file.
    pub file: &'a Path,
    /// Its points.
    pub points: &'a [Point],
    /// How they lie.
    pub distances: &'a Distances,
}

/// Most points that are named; the rest is counted.
const NAMED: usize = 20;

impl Ends<'_> {
    /// The points far from a road, as rows of the file.
    fn far(&self, metres: f64) -> Vec<Fault> {
        let name = self.file.display().to_string();
        let far = self.distances.far(metres);
        far.map(|(index, standing)| {
            let point = &self.points[index];
            let at = At::file(&name).line(point.line).column("lat");
            off_road(at, point.at, standing)
        })
        .collect()
    }

    /// Rows whose coordinates are swapped.
    pub fn swapped(&self) -> Vec<Fault> {
        let mut far = self.far(f64::INFINITY);
        far.retain(|fault| fault.what.key == "fault-swapped");
        far
    }
}

/// Tells how far points lie from the roads.
pub fn distances(voice: &Voice, ends: &[Ends<'_>], far: f64) {
    for end in ends {
        if let (Some(median), Some(worst)) = (end.distances.median(), end.distances.worst()) {
            voice.say(
                &Message::new("travel-distances")
                    .with("file", end.file.display().to_string())
                    .with("median", f64::from(median).round())
                    .with("worst", f64::from(worst).round()),
            );
        }
        let rows = end.far(far);
        for row in rows.iter().take(NAMED) {
            voice.text(&check::line(voice, row));
        }
        if rows.len() > NAMED {
            voice.say(&Message::new("travel-more-far").with("count", rows.len() - NAMED));
        }
    }
}

/// The same as part of the object.
pub fn distances_object(ends: &[Ends<'_>], far: f64) -> Value {
    let of = |end: &Ends<'_>| {
        let tenths = |metres: f32| (f64::from(metres) * 10.0).round() / 10.0;
        let rows: Vec<Value> = end
            .distances
            .far(far)
            .map(|(index, standing)| {
                let point = &end.points[index];
                json!({ "id": point.id, "row": point.line, "metres": standing.metres.map(tenths) })
            })
            .collect();
        json!({
            "file": end.file,
            "points": end.points.len(),
            "median_m": end.distances.median().map(tenths),
            "worst_m": end.distances.worst().map(tenths),
            "beyond_m": far,
            "beyond": rows,
        })
    };
    Value::Array(ends.iter().map(of).collect())
}

/// Tells the seconds of each stage, if asked for.
pub fn stages(voice: &Voice, clock: &Clock) {
    if !voice.verbose {
        return;
    }
    for (stage, seconds) in clock.stages() {
        let name = voice.texts.get(&format!("travel-stage-{}", stage.name()));
        voice.say(
            &Message::new("cli-stage-seconds")
                .with("stage", name)
                .with("seconds", *seconds),
        );
    }
}

/// The seconds of each stage as part of the object.
pub fn stages_object(clock: &Clock) -> Value {
    let rounded = |seconds: f64| (seconds * 1000.0).round() / 1000.0;
    let each = clock.stages().iter();
    let stages: Map<String, Value> = each
        .map(|(stage, seconds)| (stage.name().to_owned(), json!(rounded(*seconds))))
        .collect();
    Value::Object(stages)
}
