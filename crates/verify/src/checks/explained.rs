//! What the explanations refer to exists: every assumption is there, and each
//! run says of every measure whether it stays or leaves.

use super::same_rows;
use crate::admit;
use crate::facts::Facts;
use crate::faults::Faults;
use domain::plan::{Opening, Plan, SensitivityRun};

pub fn check(facts: &Facts, plan: &Plan) -> Faults {
    let mut faults = Faults::default();
    let assumptions = &facts.region.info.assumptions;
    same_rows(
        &mut faults,
        "sensitivity",
        plan.sensitivity.len(),
        assumptions.len(),
    );
    for (row, assumption) in plan.sensitivity.iter().zip(assumptions) {
        let whose = assumption.figure.as_str();
        faults.same(whose, "figure", row.figure.as_str(), whose);
        faults.same(
            whose,
            "reason.lv",
            row.reason.lv.as_str(),
            assumption.reason.lv.as_str(),
        );
        faults.same(
            whose,
            "reason.en",
            row.reason.en.as_str(),
            assumption.reason.en.as_str(),
        );
        let factors: Vec<f64> = row.runs.iter().map(|run| run.factor).collect();
        let known = [&[][..], &[0.5], &[2.0], &[0.5, 2.0]].contains(&factors.as_slice());
        faults.demand(known, "verify-factors", whose);
        for run in &row.runs {
            check_run(
                facts,
                &mut faults,
                plan,
                run,
                &format!("{whose} × {}", run.factor),
            );
        }
    }
    for measure in &plan.measures {
        let instead = measure.without.iter().flat_map(|without| &without.instead);
        for opening in instead {
            may_open(
                facts,
                &mut faults,
                plan,
                opening,
                &format!("{} {}", measure.candidate, measure.service),
            );
        }
    }
    faults
}

fn check_run(facts: &Facts, faults: &mut Faults, plan: &Plan, run: &SensitivityRun, whose: &str) {
    let measure = |opening: &Opening| {
        plan.measures.iter().position(|row| {
            (&row.candidate, &row.service, row.places)
                == (&opening.candidate, &opening.service, opening.places)
        })
    };
    let stays: Vec<_> = run.stays.iter().map(measure).collect();
    let leaves: Vec<_> = run.leaves.iter().map(measure).collect();
    let in_order = stays.is_sorted() && leaves.is_sorted();
    let mut told = [stays, leaves].concat();
    told.sort_unstable();
    let each_once = told.into_iter().eq((0..plan.measures.len()).map(Some));
    faults.demand(in_order && each_once, "verify-stays-or-leaves", whose);
    for opening in &run.enters {
        may_open(facts, faults, plan, opening, whose);
    }
}

/// An opening that the plan does not have, and that the package allows.
fn may_open(facts: &Facts, faults: &mut Faults, plan: &Plan, opening: &Opening, whose: &str) {
    let is_there = plan
        .measures
        .iter()
        .any(|row| (&row.candidate, &row.service) == (&opening.candidate, &opening.service));
    let found = facts
        .candidate(opening.candidate.as_str())
        .zip(facts.service(opening.service.as_str()));
    let allowed = found.is_some_and(|(candidate, service)| {
        admit::is_named(candidate, service)
            && !admit::is_refused(facts, candidate, service)
            && service.sizes.contains(&opening.places)
    });
    let whose = format!("{whose}: {} {}", opening.candidate, opening.service);
    faults.demand(allowed && !is_there, "verify-opening", &whose);
}
