//! What cannot be: answers better than an optimum, bounds beyond an answer.

use super::cases::Case;
use super::ran::Ran;

/// Published values are rounded, and HiGHS works within tolerances.
const SLACK: f64 = 1e-6;

/// Every contradiction between what is known, ours, and HiGHS.
pub fn faults(case: &Case, ours: &Ran, highs: Option<&Ran>) -> Vec<String> {
    let mut faults = Vec::new();
    let known = case.known.as_ref();
    // Everything as if less were better.
    let sign = if known.is_some_and(|known| known.is_most) {
        -1.0
    } else {
        1.0
    };
    let below = |one: f64, other: f64| {
        let slack = SLACK * other.abs().max(1.0) + ours.error;
        sign * one < sign * other - slack
    };
    let mut claim = |broken: bool, text: String| {
        if broken {
            faults.push(text);
        }
    };
    let runs = [("ours", Some(ours)), ("HiGHS", highs)];
    for (who, ran) in runs {
        let Some(Ran {
            objective, bound, ..
        }) = ran
        else {
            continue;
        };
        claim(
            below(*objective, *bound),
            format!("{who}: objective {objective} beyond its own bound {bound}"),
        );
        let Some(known) = known else { continue };
        let value = known.value;
        if known.is_optimal {
            claim(
                below(*objective, value),
                format!("{who}: objective {objective} better than the optimum {value}"),
            );
        }
        claim(
            below(value, *bound),
            format!("{who}: bound {bound} beyond the best known value {value}"),
        );
        if let Some(limit) = known.bound {
            claim(
                below(*objective, limit),
                format!("{who}: objective {objective} beyond the known bound {limit}"),
            );
        }
    }
    if let Some(highs) = highs {
        let (objective, bound) = (ours.objective, ours.bound);
        claim(
            below(highs.objective, bound),
            format!(
                "our bound {bound} beyond the answer {} of HiGHS",
                highs.objective
            ),
        );
        claim(
            below(objective, highs.bound),
            format!(
                "our answer {objective} beyond the bound {} of HiGHS",
                highs.bound
            ),
        );
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::siting::known::Known;
    use serde_json::json;

    fn case(is_most: bool) -> Case {
        let known = Known {
            family: String::new(),
            file: String::new(),
            problem: String::new(),
            value: 100.0,
            is_optimal: true,
            is_most,
            bound: None,
            options: Vec::new(),
        };
        Case::for_tests(known)
    }

    fn ran(objective: f64, bound: f64) -> Ran {
        Ran::read(&json!({ "objective": objective, "bound": bound }))
    }

    #[test]
    fn an_optimum_and_its_proof_are_no_fault() {
        for is_most in [false, true] {
            assert_eq!(
                faults(&case(is_most), &ran(100.0, 100.0), Some(&ran(100.0, 100.0))),
                [""; 0]
            );
        }
        assert_eq!(faults(&case(false), &ran(120.0, 90.0), None), [""; 0]);
        assert_eq!(faults(&case(true), &ran(90.0, 120.0), None), [""; 0]);
    }

    #[test]
    fn an_answer_better_than_the_optimum_is_a_fault() {
        assert_eq!(faults(&case(false), &ran(99.0, 90.0), None).len(), 1);
        assert_eq!(faults(&case(true), &ran(101.0, 120.0), None).len(), 1);
    }

    #[test]
    fn a_bound_beyond_the_best_known_value_is_a_fault() {
        assert_eq!(faults(&case(false), &ran(102.0, 101.0), None).len(), 1);
        assert_eq!(faults(&case(true), &ran(98.0, 99.0), None).len(), 1);
    }

    #[test]
    fn what_was_not_found_is_no_fault() {
        assert_eq!(
            faults(
                &case(false),
                &Ran::failed("failed"),
                Some(&ran(110.0, 90.0))
            ),
            [""; 0]
        );
    }

    #[test]
    fn two_solvers_that_contradict_each_other_are_a_fault() {
        let mut case = case(false);
        case.known = None;
        assert_eq!(
            faults(&case, &ran(110.0, 105.0), Some(&ran(104.0, 90.0))).len(),
            1
        );
        assert_eq!(
            faults(&case, &ran(103.0, 90.0), Some(&ran(110.0, 104.0))).len(),
            1
        );
    }
}
