//! Demands that each go to one site, where sites are small: a plan is found soon and is good.

use siting::engine::Engine;
use siting::formats::{Format, Options, read};
use siting::solver::{Control, SolveOptions, Solver};

#[test]
fn a_plan_for_three_hundred_undivided_demands_is_found_after_few_nodes() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../shared/data/instances/sscflp-tbed1/p1.txt"
    );
    let Ok(file) = std::fs::read(path) else {
        return println!("skipped: there is no {path}");
    };
    let stated = read(Format::Tbed, &file, &Options::default()).unwrap();
    let options = SolveOptions {
        gap: 0.0,
        time_limit_s: None,
        work_limit: Some(4),
    };
    let proceed = &mut |_| Control::Continue;
    let outcome = Engine
        .solve(&stated.instance, &options, None, proceed)
        .unwrap();
    assert!(outcome.solution.faults(&stated.instance).is_empty());
    const BEST_KNOWN: f64 = 16_555.77;
    let found = outcome.objective as f64 / stated.scale as f64;
    let bound = outcome.bound as f64 / stated.scale as f64;
    println!("{found} found, {bound} proven");
    assert!(bound <= BEST_KNOWN + 0.005);
    assert!(found <= 1.015 * BEST_KNOWN);
}
