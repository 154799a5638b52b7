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
        let claim = proven.and_then(|bound| i64::try_from(bound).ok());
        if let Ok(mut kept) = self.text.lock() {
            *kept = Some(claiming(&text, claim));
        }
        let outcome = outcome?;
        let bound = claim.map_or(outcome.bound, |claim| claim.min(outcome.bound));
        Ok(Outcome { bound, ..outcome })
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
