//! A solver against what is known of the answers.

#![allow(dead_code, reason = "no test uses all of it")]

use siting::instance::Instance;
use siting::solver::{Control, Outcome, SolveError, SolveOptions, Solver};

/// Until the best answer is proven.
pub const TO_THE_END: SolveOptions = SolveOptions {
    gap: 0.0,
    time_limit_s: None,
    work_limit: None,
};

/// What a solver says, checked as far as it can be without knowing the
/// optimum: `None` is that there is no answer.
pub fn solved(solver: &dyn Solver, instance: &Instance) -> Result<Option<Outcome>, String> {
    match solver.solve(instance, &TO_THE_END, None, &mut |_| Control::Continue) {
        Err(SolveError::Infeasible) => Ok(None),
        Err(error) => Err(format!("it ends with: {error}")),
        Ok(outcome) => {
            let faults = outcome.solution.faults(instance);
            let cost = outcome.solution.cost(instance);
            if !faults.is_empty() {
                Err(format!("its answer has faults: {faults:?}"))
            } else if cost != outcome.objective {
                Err(format!("it says {}, costs {cost}", outcome.objective))
            } else if outcome.bound > cost {
                Err(format!(
                    "its bound {} is above its answer {cost}",
                    outcome.bound
                ))
            } else {
                Ok(Some(outcome))
            }
        }
    }
}

/// The objective of a solver's answer.
pub fn objective(solver: &dyn Solver, instance: &Instance) -> Result<Option<i64>, String> {
    Ok(solved(solver, instance)?.map(|outcome| outcome.objective))
}

/// Whether a solver finds and proves what is known to be the least cost.
pub fn agrees(solver: &dyn Solver, instance: &Instance, least: Option<i64>) -> Result<(), String> {
    match (solved(solver, instance)?, least) {
        (None, None) => Ok(()),
        (None, Some(least)) => Err(format!("it finds no answer, the best costs {least}")),
        (Some(outcome), None) => Err(format!("it answers {}, there is none", outcome.objective)),
        (
            Some(Outcome {
                objective, bound, ..
            }),
            Some(least),
        ) => {
            if objective != least {
                Err(format!("it answers {objective}, the best costs {least}"))
            } else if bound > least || bound < least - 1 {
                Err(format!("its bound is {bound}, the best costs {least}"))
            } else {
                Ok(())
            }
        }
    }
}

/// Asks of each seed and tells of all that fail, the first ten in full.
///
/// # Panics
/// Where any fails.
pub fn for_each_seed(seeds: std::ops::Range<u64>, check: impl Fn(u64) -> Result<(), String>) {
    let count = seeds.end - seeds.start;
    let failed: Vec<String> = seeds.filter_map(|seed| check(seed).err()).collect();
    let told = &failed[..failed.len().min(10)];
    assert!(
        failed.is_empty(),
        "{} of {count} seeds fail\n{}",
        failed.len(),
        told.join("\n")
    );
}
