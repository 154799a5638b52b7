//! What the engine proves, a checker that shares no code with it proves as well.

#[path = "common/random.rs"]
mod random;

use certificate::{Refusal, check};
use random::{Variant, random_instance};
use siting::engine::Engine;
use siting::formats::instance::to_json;
use siting::instance::Instance;
use siting::solver::{Control, Outcome, SolveError, SolveOptions};

const EXACT: SolveOptions = SolveOptions {
    gap: 0.0,
    time_limit_s: None,
    work_limit: Some(3_000),
};

/// The outcome, what the certificate proves, and whether it proves what it claims.
fn certified(instance: &Instance) -> (Result<Outcome, SolveError>, Option<i128>, bool) {
    let (outcome, text) =
        Engine.solve_certified(instance, &EXACT, None, &mut |_| Control::Continue);
    match check(to_json(instance).as_bytes(), text.as_bytes()) {
        Ok(verdict) => (outcome, verdict.proven, true),
        Err(Refusal::Claim(_, proven)) => (outcome, proven, false),
        Err(refusal) => panic!("{refusal}: {}", &text[..text.len().min(2_000)]),
    }
}

#[test]
fn the_checker_proves_what_the_engine_claims() {
    for variant in Variant::ALL {
        let (mut proven, mut solved) = (0, 0);
        for seed in 0..30 {
            let (outcome, bound, holds) = certified(&random_instance(seed, variant));
            let Ok(outcome) = outcome else { continue };
            solved += 1;
            let bound = bound.unwrap_or(i128::MAX);
            assert!(
                bound <= i128::from(outcome.objective),
                "{variant:?} {seed}: {bound} > {}",
                outcome.objective
            );
            proven += usize::from(holds);
        }
        println!("{variant:?}: {proven} of {solved} claims proven");
        // A certificate cannot tell that money which several ceilings share is not enough.
        let least = match variant {
            Variant::Budgeted => 7,
            _ => 9,
        };
        assert!(proven * 10 >= solved * least, "{variant:?}");
    }
}
