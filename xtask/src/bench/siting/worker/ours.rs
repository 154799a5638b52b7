//! Our solver, watched while it works.

use super::measure::Cost;
use super::source::Case;
use serde_json::{Value, json};
use siting::instance::{Instance, Solution};
use siting::solver::{
    Control, Outcome, Progress, SolveError, SolveOptions, Solver, Stop, relative_gap,
};
use std::error::Error;

/// Gaps of which it is told when they were first proven.
const GAPS: [f64; 3] = [0.01, 0.005, 0.001];

/// A run of the solver.
pub struct Run {
    /// How it ended.
    pub outcome: Outcome,
    /// What it cost.
    pub cost: Cost,
    /// Per gap of [`GAPS`]: processor seconds until it was proven.
    pub proven: [Option<f64>; 3],
}

/// The solver that is measured.
pub fn solver() -> impl Solver {
    siting::engine::Engine
}

/// Solves until the gap or so many seconds of processor.
pub fn solve(
    instance: &Instance,
    seconds: f64,
    gap: f64,
    start: Option<&Solution>,
) -> Result<Run, SolveError> {
    let then = Cost::now();
    let mut proven = [None; GAPS.len()];
    let mut mark = |gap: f64, spent: f64| {
        for (known, aim) in proven.iter_mut().zip(GAPS) {
            if gap <= aim {
                known.get_or_insert(spent);
            }
        }
    };
    // The clock of a shared machine says little: the limit is kept by the watch below, and the
    // clock's is there for a solver that does not look up.
    let options = SolveOptions {
        gap,
        time_limit_s: Some(4.0 * seconds),
        work_limit: None,
    };
    let mut watch = |progress: Progress| {
        let spent = Cost::now().since(then).cpu;
        if let Some(gap) = progress.gap() {
            mark(gap, spent);
        }
        if spent < seconds {
            Control::Continue
        } else {
            Control::Stop
        }
    };
    let outcome = solver().solve(instance, &options, start, &mut watch)?;
    let cost = Cost::now().since(then);
    mark(relative_gap(outcome.objective, outcome.bound), cost.cpu);
    Ok(Run {
        outcome,
        cost,
        proven,
    })
}

/// Solves a case and tells it in published units.
pub fn run(case: &Case, seconds: f64, gap: f64) -> Result<Value, Box<dyn Error>> {
    let Run {
        outcome,
        cost,
        proven,
    } = match solve(&case.instance, seconds, gap, None) {
        Ok(run) => run,
        Err(SolveError::NothingFound { .. }) => {
            let cpu = Cost::now().cpu;
            return Ok(json!({ "status": "stopped", "cpu": cpu, "about": case.about() }));
        }
        Err(error) => return Err(error.into()),
    };
    let faults = outcome.solution.faults(&case.instance);
    if !faults.is_empty() || outcome.solution.cost(&case.instance) != outcome.objective {
        return Err(format!("a faulty answer: {faults:?}").into());
    }
    Ok(json!({
        "solver": solver().name(),
        "status": if outcome.stop == Stop::Gap { "optimal" } else { "stopped" },
        "objective": case.published(outcome.objective as f64),
        "bound": case.published(outcome.bound as f64),
        "gap": case.gap(outcome.objective as f64, outcome.bound as f64),
        "nodes": outcome.nodes,
        // Making the instance counts, as building a model does.
        "cpu": cost.cpu + case.made.cpu,
        "wall": cost.wall,
        "proven": GAPS.iter().zip(proven).map(|(gap, cpu)| json!([gap, cpu])).collect::<Vec<_>>(),
        "about": case.about(),
    }))
}
