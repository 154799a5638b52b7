//! HiGHS on the strong model of an instance, as somebody who knows the field
//! would write it by hand: what a person of a demand may use is open (row by arc),
//! loads fit into what is open, and so does all of the demand together.

mod log;
mod model;
mod people;

use super::measure::{Cost, cost};
use super::source::Case;
use highs::{HighsModelStatus, Sense};
use log::Watched;
use model::model;
use rustix::process::{Resource, Rlimit, setrlimit};
use serde_json::{Value, json};
use std::error::Error;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

/// What the process may hold, so that a model too large for the machine ends itself alone.
const MOST_BYTES: u64 = 8 << 30;

/// How far HiGHS came, in units of the model.
#[derive(Clone, Copy)]
struct End {
    proven: bool,
    best: f64,
    bound: f64,
}

/// Runs HiGHS on one thread until the gap or so many seconds of processor, model building included.
pub fn run(case: &Case, seconds: f64, gap: f64) -> Result<Value, Box<dyn Error>> {
    let most = Some(MOST_BYTES);
    setrlimit(
        Resource::As,
        Rlimit {
            current: most,
            maximum: most,
        },
    )?;
    let then = Cost::now();
    let (problem, built) = cost(|| model(&case.instance, case.unit));
    let (rows, columns) = (problem.num_rows(), problem.num_cols());
    let watched = Watched::new()?;
    let file = watched.file();
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        // The receiver is gone when the run was stopped.
        let _ = sender.send(optimise(problem, &file, gap));
    });
    let end = loop {
        match receiver.recv_timeout(Duration::from_millis(100)) {
            Ok(end) => break end?,
            Err(RecvTimeoutError::Disconnected) => return Err("HiGHS broke off".into()),
            // HiGHS's own limit is of the clock, which says little on a shared machine.
            Err(RecvTimeoutError::Timeout) if Cost::now().since(then).cpu > seconds => {
                let (best, bound) = watched.seen();
                break End {
                    proven: false,
                    best,
                    bound,
                };
            }
            Err(RecvTimeoutError::Timeout) => {}
        }
    };
    let told = |value: f64| value.is_finite().then(|| case.published(value * case.unit));
    Ok(json!({
        "status": if end.proven { "optimal" } else { "stopped" },
        "objective": told(end.best),
        "bound": told(end.bound),
        "gap": case.gap(end.best * case.unit, end.bound * case.unit),
        "cpu": Cost::now().since(then).cpu + case.made.cpu,
        "built_cpu": built.cpu,
        "rows": rows,
        "columns": columns,
        "about": case.about(),
    }))
}

fn optimise(problem: highs::RowProblem, log: &str, gap: f64) -> Result<End, String> {
    let mut model = problem
        .try_optimise(Sense::Minimise)
        .map_err(|error| format!("{error:?}"))?;
    model.set_option("output_flag", true);
    model.set_option("log_to_console", false);
    model.set_option("log_file", log);
    model.set_option("mip_min_logging_interval", 0.2);
    model.set_option("threads", 1);
    model.set_option("parallel", "off");
    model.set_option("mip_rel_gap", gap);
    let solved = model.try_solve().map_err(|error| format!("{error:?}"))?;
    let status = solved.status();
    if status != HighsModelStatus::Optimal {
        return Err(format!("HiGHS ends with {status:?}"));
    }
    let best = solved.objective_value();
    // A model without whole variables has no such bound: its optimum is one.
    let bound = solved.double_info_value(c"mip_dual_bound").unwrap_or(best);
    let bound = if solved.mip_gap().is_finite() {
        bound
    } else {
        best
    };
    Ok(End {
        proven: true,
        best,
        bound,
    })
}
