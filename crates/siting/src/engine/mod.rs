//! The decomposition engine: Lagrangian bounds on site plans, local search, and
//! branch and bound, for every variant that an [`Instance`] can state.
//!
//! See `docs/siting-engine.md`.

mod apart;
mod bundle;
mod fill;
mod fix;
mod incumbent;
mod lagrange;
mod people;
mod problem;
mod reduce;
mod search;
mod tree;

use crate::instance::{Instance, Solution};
use crate::solver::{Control, Outcome, Progress, SolveError, SolveOptions, Solver};

/// The decomposition engine behind the [`Solver`] interface.
#[derive(Debug, Clone, Copy, Default)]
pub struct Engine;

impl Solver for Engine {
    fn name(&self) -> String {
        format!("tuvak {}", env!("CARGO_PKG_VERSION"))
    }

    fn solve(
        &self,
        instance: &Instance,
        options: &SolveOptions,
        start: Option<&Solution>,
        progress: &mut dyn FnMut(Progress) -> Control,
    ) -> Result<Outcome, SolveError> {
        let reduced = reduce::Reduced::new(instance);
        let start = start.map(|start| reduced.inside(instance, start));
        let outcome = search::search(reduced.instance(), options, start.as_ref(), progress)?;
        let solution = reduced.outside(instance, &outcome.solution);
        Ok(Outcome {
            solution,
            ..outcome
        })
    }
}
