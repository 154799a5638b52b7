//! What an approved plan opens.

use super::toml_file::Lines;
use crate::fault::{At, Fault, Log};
use crate::files::{Files, SCENARIO_FILE};
use domain::plan::{Opening, SCHEMA};
use serde::Deserialize;

const KEY: &str = "least_change.plan";
/// The schema of a published plan, which tells as well what opens.
const PUBLIC: &str = "tuvak-plan-public/1";

/// The part of a `plan.json` that tells what opens.
#[derive(Deserialize)]
struct Approved {
    schema: String,
    measures: Vec<Opens>,
}

#[derive(Deserialize)]
struct Opens {
    candidate: String,
    service: String,
    places: u32,
}

/// Reads what a plan in the package's folder opens, in its order; of a measure that stands
/// twice, the first.
pub fn read(files: &mut Files, name: &str, lines: &Lines, log: &mut Log) -> Vec<Opening> {
    let line = lines.get(KEY).copied().unwrap_or_default();
    let at = At::file(SCENARIO_FILE).line(line).column(KEY);
    let Some(bytes) = files.read_also(name, log) else {
        log.fault(Fault::new("no-such-plan", at).with("value", name));
        return Vec::new();
    };
    let read: Result<Approved, _> = serde_json::from_slice(bytes);
    let is_plan = |plan: &&Approved| [SCHEMA, PUBLIC].contains(&plan.schema.as_str());
    let Some(plan) = read.as_ref().ok().filter(is_plan) else {
        log.fault(Fault::new("not-a-plan", at).with("value", name));
        return Vec::new();
    };
    let mut openings: Vec<Opening> = Vec::new();
    for row in &plan.measures {
        let opening = Opening {
            candidate: row.candidate.as_str().into(),
            service: row.service.as_str().into(),
            places: row.places,
        };
        let same = |other: &Opening| {
            (&other.candidate, &other.service) == (&opening.candidate, &opening.service)
        };
        if !openings.iter().any(same) {
            openings.push(opening);
        }
    }
    openings
}
