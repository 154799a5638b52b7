//! Which solver plans.

use certificate::Refusal;
use siting::engine::Engine;
use siting::formats::instance::to_json;
use siting::instance::{Instance, Solution};
use siting::solver::{Control, Outcome, Progress, SolveError, SolveOptions, Solver};
use std::sync::Mutex;

/// The solver behind every command that plans.
pub fn solver() -> impl Solver {
    Engine
}

/// The same solver; of the first problem that it is given it keeps the certificate,
/// and its bound is what the certificate proves.
#[derive(Default)]
pub struct Certifying {
    text: Mutex<Option<String>>,
}

impl Certifying {
    /// The certificate of the first problem.
    pub fn certificate(self) -> Option<String> {
        self.text.into_inner().ok().flatten()
    }

    fn is_first(&self) -> bool {
        self.text.lock().is_ok_and(|text| text.is_none())
    }
}

impl Solver for Certifying {
    fn name(&self) -> String {
        Engine.name()
    }

    fn solve(
        &self,
        instance: &Instance,
        options: &SolveOptions,
        start: Option<&Solution>,
        progress: &mut dyn FnMut(Progress) -> Control,
    ) -> Result<Outcome, SolveError> {
        if !self.is_first() {
            return Engine.solve(instance, options, start, progress);
        }
        let (outcome, text) = Engine.solve_certified(instance, options, start, progress);
        let proven = match certificate::check(to_json(instance).as_bytes(), text.as_bytes()) {
            Ok(verdict) => verdict.bound.map(i128::from),
            Err(Refusal::Claim(_, proven)) => proven,
            Err(refusal) => return Err(SolveError::Failed(refusal.to_string())),
        };
        let claim = proven.map(|bound| i64::try_from(bound).unwrap_or(i64::MAX));
        if let Ok(mut kept) = self.text.lock() {
            *kept = Some(claiming(&text, claim));
        }
        proven_outcome(outcome, claim)
    }
}

/// What remains of an outcome by what its certificate proves: a bound, or with `None` that there is
/// no answer.
fn proven_outcome(
    outcome: Result<Outcome, SolveError>,
    claim: Option<i64>,
) -> Result<Outcome, SolveError> {
    match (outcome, claim) {
        (Ok(outcome), Some(claim)) => Ok(Outcome {
            bound: claim.min(outcome.bound),
            ..outcome
        }),
        (Ok(_), None) => Err(SolveError::Failed(
            "its certificate proves that there is no answer, and there is one".to_owned(),
        )),
        (Err(SolveError::Infeasible | SolveError::NothingFound { .. }), None) => {
            Err(SolveError::Infeasible)
        }
        (Err(SolveError::Infeasible | SolveError::NothingFound { .. }), Some(claim)) => {
            Err(SolveError::NothingFound { bound: Some(claim) })
        }
        (Err(error), _) => Err(error),
    }
}

/// The certificate with another claim in its header.
fn claiming(text: &str, claim: Option<i64>) -> String {
    const FIELD: &str = "\"bound\":";
    let bound = claim.map_or_else(|| "null".to_owned(), |claim| claim.to_string());
    match text.split_once(FIELD) {
        Some((before, after)) => {
            let end = after.find([',', '}']).unwrap_or(after.len());
            format!("{before}{FIELD}{bound}{}", &after[end..])
        }
        None => text.to_owned(),
    }
}
