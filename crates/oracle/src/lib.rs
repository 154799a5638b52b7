//! The plain mixed-integer model of an instance of siting, answered by HiGHS: an oracle for
//! tests of the engine, of which it uses no code but the instance itself.

mod model;

use highs::{HighsModelStatus, Sense};
use model::Model;
use siting::instance::{Instance, Solution};
use siting::solver::{Control, Outcome, Progress, SolveError, SolveOptions, Solver, Stop};

/// HiGHS behind the [`Solver`] interface, until the optimum is proven or the time is up. It is
/// deaf to `progress` and to a work limit.
#[derive(Debug, Clone, Copy, Default)]
pub struct Oracle;

/// How far HiGHS's bound may lie above the true one, in units of cost.
const TOLERANCE: f64 = 1e-3;

impl Solver for Oracle {
    fn name(&self) -> String {
        "HiGHS".to_owned()
    }

    fn solve(
        &self,
        instance: &Instance,
        options: &SolveOptions,
        _start: Option<&Solution>,
        _progress: &mut dyn FnMut(Progress) -> Control,
    ) -> Result<Outcome, SolveError> {
        let model = Model::new(instance);
        let problem = model.problem.clone();
        let mut highs = problem.try_optimise(Sense::Minimise).map_err(failed)?;
        highs.make_quiet();
        highs.set_option("threads", 1);
        highs.set_option("parallel", "off");
        highs.set_option("mip_rel_gap", options.gap);
        highs.set_option("mip_abs_gap", 0.5);
        if let Some(seconds) = options.time_limit_s {
            highs.set_option("time_limit", seconds);
        }
        let solved = highs.try_solve().map_err(failed)?;
        let stop = match solved.status() {
            HighsModelStatus::Optimal => Stop::Gap,
            HighsModelStatus::Infeasible | HighsModelStatus::UnboundedOrInfeasible => {
                return Err(SolveError::Infeasible);
            }
            HighsModelStatus::ReachedTimeLimit => Stop::TimeLimit,
            other => return Err(failed(other)),
        };
        let solution = model.solution(instance, solved.get_solution().columns());
        let faults = solution.faults(instance);
        if !faults.is_empty() {
            return match stop {
                Stop::TimeLimit => Err(SolveError::NothingFound { bound: None }),
                _ => Err(failed(faults)),
            };
        }
        let objective = solution.cost(instance);
        let bound = solved.double_info_value(c"mip_dual_bound");
        let bound = (bound.map_err(failed)? - TOLERANCE).ceil() as i64;
        Ok(Outcome {
            solution,
            objective,
            bound: bound.min(objective),
            stop,
            nodes: 0,
        })
    }
}

fn failed(what: impl std::fmt::Debug) -> SolveError {
    SolveError::Failed(format!("HiGHS: {what:?}"))
}
