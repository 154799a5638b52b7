//! Which solver plans.

#[cfg(feature = "highs")]
use siting::highs::Highs as Chosen;
use siting::solver::Solver;

/// The solver behind `tuvak plan` and `tuvak verify`.
pub fn solver() -> impl Solver {
    Chosen
}

/// Stands where the program was built without any solver: it says so.
#[cfg(not(feature = "highs"))]
struct Chosen;

#[cfg(not(feature = "highs"))]
impl Solver for Chosen {
    fn name(&self) -> String {
        "none".to_owned()
    }

    fn solve(
        &self,
        _: &siting::instance::Instance,
        _: &siting::solver::SolveOptions,
        _: Option<&siting::instance::Solution>,
        _: &mut dyn FnMut(siting::solver::Progress) -> siting::solver::Control,
    ) -> Result<siting::solver::Outcome, siting::solver::SolveError> {
        let remedy = "this program was built without a solver; build it with the feature `highs`";
        Err(siting::solver::SolveError::Failed(remedy.to_owned()))
    }
}
