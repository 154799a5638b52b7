//! Instances of the OR-Library with published optima (cap41 … cap134).
//!
//! They are read from `data/instances` in the folder that `TUVAK_SHARED` names,
//! or in `shared` beside the workspace; the test passes with a word of
//! explanation where there is none.

use siting::engine::Engine;
use siting::instance::*;
use siting::solver::{Control, SolveOptions, Solver, Stop};
use std::fs;
use std::path::{Path, PathBuf};

/// Money is counted in millionths, so that the cost of one unit of demand, the
/// published total divided by the demand, loses nothing that matters.
const MILLIONTHS: f64 = 1e6;

#[test]
fn published_optima_of_capacitated_location_are_found_and_proven() {
    let folder = folder();
    let Ok(table) = fs::read_to_string(folder.join("best-known.csv")) else {
        println!("skipped: no instances in {}", folder.display());
        return;
    };
    let mut solved = 0;
    for row in table.lines().filter(|row| row.starts_with("cap,cap")) {
        let cells: Vec<&str> = row.split(',').collect();
        let Ok(text) = fs::read_to_string(folder.join("cap").join(cells[1])) else {
            continue;
        };
        let best: f64 = cells[3].parse().unwrap();
        let instance = capacitated(&text);
        let outcome = Engine
            .solve(
                &instance,
                &SolveOptions {
                    gap: 0.0,
                    time_limit_s: None,
                    work_limit: None,
                },
                None,
                &mut |_| Control::Continue,
            )
            .unwrap();
        let objective = outcome.objective as f64 / MILLIONTHS;
        assert_eq!(outcome.stop, Stop::Gap);
        assert_eq!(outcome.solution.faults(&instance), []);
        assert!(
            (objective - best).abs() < 1e-6 * best,
            "{}: {objective}, published {best}",
            cells[1]
        );
        assert!(
            best - outcome.bound as f64 / MILLIONTHS < 1e-6 * best,
            "{}: bound {}",
            cells[1],
            outcome.bound
        );
        solved += 1;
    }
    println!("{solved} published optima found and proven");
    assert!(solved > 0);
}

fn folder() -> PathBuf {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let shared =
        std::env::var_os("TUVAK_SHARED").map_or(workspace.join("../shared"), PathBuf::from);
    shared.join("data/instances")
}

/// `sites customers`, then capacity and fixed cost of each site, then for each
/// customer the demand and the cost of serving all of it from each site.
fn capacitated(text: &str) -> Instance {
    let mut numbers = text
        .split_whitespace()
        .map(|word| word.parse::<f64>().unwrap());
    let mut next = || numbers.next().unwrap();
    let (sites, customers) = (next() as usize, next() as usize);
    let mut instance = Instance {
        sites: vec![Site::default(); sites],
        ..Instance::default()
    };
    for site in 0..sites {
        let (capacity, fixed) = (next() as i64, next());
        let level = Level {
            places: 0,
            windows: vec![Window {
                min_load: 0,
                capacity,
            }],
            phase: 0,
            fixed_cost: (fixed * MILLIONTHS) as i64,
            payments: vec![Payment::default()],
        };
        instance.facilities.push(Facility {
            kind: FacilityKind::New {
                site,
                levels: vec![level],
            },
        });
    }
    for demand in 0..customers {
        let persons = next();
        // Dearer than any way, so that nobody is left without.
        instance.demands.push(Demand {
            persons: persons as u32,
            unmet_cost: Some((10_000.0 * MILLIONTHS) as i64),
            ..Demand::default()
        });
        for facility in 0..sites {
            let cost = (next() / persons * MILLIONTHS).round() as i64;
            instance.arcs.push(Arc {
                demand,
                facility,
                cost,
                load: 1,
            });
        }
    }
    instance
}
