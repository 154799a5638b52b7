//! Which schema, package and region the plan is of, and its gap.

use crate::facts::Facts;
use crate::faults::Faults;
use domain::Plan;
use domain::plan::{SCHEMA, Stop};

pub fn check(facts: &Facts, plan: &Plan) -> Faults {
    let mut faults = Faults::default();
    let info = &facts.region.info;
    faults.same("plan", "schema", plan.schema.as_str(), SCHEMA);
    faults.same(
        "plan",
        "fingerprint",
        plan.fingerprint.as_str(),
        facts.region.fingerprint.as_str(),
    );
    faults.same("region", "id", plan.region.id.as_str(), info.id.as_str());
    faults.same(
        "region",
        "name_lv",
        plan.region.name_lv.as_str(),
        info.name_lv.as_str(),
    );
    faults.same(
        "region",
        "name_en",
        plan.region.name_en.as_str(),
        info.name_en.as_str(),
    );
    faults.same("region", "year", plan.region.year, facts.year());

    let change = facts.region.scenario.least_change.as_ref();
    let unnamed = change.is_some_and(|change| change.eur_per_change.is_none());
    // A price that nobody named would hide the gap.
    let besides = if unnamed { plan.costs.change.0 } else { 0 };
    let (objective, bound) = (plan.objective.0 as f64, plan.bound.0 as f64);
    let gap = if objective <= bound {
        0.0
    } else {
        (objective - bound) / (objective - besides as f64).max(1.0)
    };
    faults.near("plan", "gap", plan.gap, gap);
    faults.demand(
        plan.bound <= plan.objective,
        "verify-bound-above-objective",
        "plan",
    );
    let ended_by_gap = plan.stop == Stop::Gap;
    faults.demand(
        !ended_by_gap || plan.gap <= plan.options.gap,
        "verify-gap-not-reached",
        "plan",
    );
    faults
}
