//! The decomposition engine: Lagrangian bounds on site plans, local search, and
//! branch and bound, for every variant that an [`Instance`] can state.
//!
//! See `docs/siting-engine.md`.

mod apart;
mod branch;
mod bundle;
mod certificate;
mod cuts;
mod dive;
mod fill;
mod fix;
mod incumbent;
mod knapsack;
mod lagrange;
mod people;
mod problem;
mod reduce;
mod search;
mod simplex;
mod site;
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

impl Engine {
    /// Solves an instance as [`Solver::solve`] does and writes down how the bound was
    /// come to (`docs/certificate.md`). What a certificate cannot tell is not used, so
    /// this may take longer. Multipliers are rounded: what the certificate proves may be
    /// a little less than the bound of the outcome.
    pub fn solve_certified(
        &self,
        instance: &Instance,
        options: &SolveOptions,
        start: Option<&Solution>,
        progress: &mut dyn FnMut(Progress) -> Control,
    ) -> (Result<Outcome, SolveError>, String) {
        let fingerprint = crate::formats::instance::fingerprint(instance);
        search::certified(instance, options, start, progress, &fingerprint)
    }
}
