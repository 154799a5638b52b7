//! The one interface behind which every solver stands.

use crate::instance::{Instance, Solution};

/// When a solver may stop.
#[derive(Debug, Clone, PartialEq)]
pub struct SolveOptions {
    /// Relative gap that is good enough; with 0 what floats can tell apart safely.
    pub gap: f64,
    /// Seconds of wall clock; the answer may then differ between runs.
    pub time_limit_s: Option<f64>,
    /// Branch-and-bound nodes; the answer is the same on every run.
    pub work_limit: Option<u64>,
}

/// How far a search has come.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Progress {
    /// Seconds since the search began.
    pub seconds: f64,
    /// Best objective so far, cents.
    pub best: Option<i64>,
    /// Proven lower bound, cents.
    pub bound: Option<i64>,
    /// Branch-and-bound nodes.
    pub nodes: u64,
}

impl Progress {
    /// `(best - bound) / best`, where both are known.
    pub fn gap(&self) -> Option<f64> {
        Some(relative_gap(self.best?, self.bound?))
    }
}

/// `(best - bound) / best`, at least 0; 0 where both are 0.
pub fn relative_gap(best: i64, bound: i64) -> f64 {
    if best <= bound {
        return 0.0;
    }
    (best as f64 - bound as f64) / (best.abs().max(1)) as f64
}

/// What the caller answers to a [`Progress`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Control {
    /// Go on.
    Continue,
    /// Stop with the best so far.
    Stop,
}

/// Why a search ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// The gap asked for is proven.
    Gap,
    /// The work limit.
    WorkLimit,
    /// The time limit.
    TimeLimit,
    /// [`Control::Stop`].
    Interrupted,
    /// Nothing is left to search, though the gap asked for is not proven: what is left cannot be
    /// decided by what the search has.
    Exhausted,
}

/// The end of a search that has an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// The best answer found; always feasible and whole.
    pub solution: Solution,
    /// Its cost, cents.
    pub objective: i64,
    /// A proven lower bound on the cost of any answer, cents.
    pub bound: i64,
    /// Why the search ended.
    pub stop: Stop,
    /// Branch-and-bound nodes.
    pub nodes: u64,
}

/// The end of a search without an answer.
#[derive(Debug, thiserror::Error)]
pub enum SolveError {
    /// No answer respects all conditions.
    #[error("no plan respects all conditions")]
    Infeasible,
    /// The search ended before any answer was found, or before it was known that there is none.
    #[error("the search ended before any plan was found")]
    NothingFound {
        /// What any answer costs at least, cents, as far as that was proven.
        bound: Option<i64>,
    },
    /// The solver failed.
    #[error("the solver failed: {0}")]
    Failed(String),
}

/// A solver of [`Instance`]s. The same instance, options and start give the
/// same outcome unless the time limit or the caller ended the search.
pub trait Solver: Sync {
    /// Name and version, for the plan.
    fn name(&self) -> String;

    /// Solves an instance, from a start if there is one (which must be
    /// feasible). `progress` is called from time to time on the caller's thread.
    ///
    /// # Errors
    /// [`SolveError::Infeasible`] is proven; the others are not.
    fn solve(
        &self,
        instance: &Instance,
        options: &SolveOptions,
        start: Option<&Solution>,
        progress: &mut dyn FnMut(Progress) -> Control,
    ) -> Result<Outcome, SolveError>;
}
