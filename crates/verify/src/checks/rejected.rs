//! The candidates at which nothing opens, every one, and why.

use super::same_rows;
use crate::admit;
use crate::faults::Faults;
use crate::states::States;
use domain::Plan;
use domain::plan::RejectedReason;
use std::collections::BTreeSet;

pub fn check(states: &States, plan: &Plan) -> Faults {
    let facts = states.facts();
    let mut faults = Faults::default();
    let used: BTreeSet<_> = plan.measures.iter().map(|row| &row.candidate).collect();
    let unused: Vec<_> = facts
        .region
        .candidates
        .iter()
        .filter(|row| !used.contains(&row.id))
        .collect();
    same_rows(&mut faults, "rejected", plan.rejected.len(), unused.len());
    for (row, candidate) in plan.rejected.iter().zip(unused) {
        let whose = candidate.id.as_str();
        let reason = admit::why_not(states, candidate);
        faults.same(whose, "rejected.candidate", row.candidate.as_str(), whose);
        faults.same(whose, "rejected.reason", word(row.reason), word(reason));
        let can_open = reason == RejectedReason::Costlier;
        faults.demand(
            can_open || row.forced_more.is_none(),
            "verify-forced-what-cannot-open",
            whose,
        );
    }
    faults
}

fn word(reason: RejectedReason) -> &'static str {
    match reason {
        RejectedReason::Locked => "locked",
        RejectedReason::Refused => "refused",
        RejectedReason::NotPartner => "not_partner",
        RejectedReason::NoSizeFits => "no_size_fits",
        RejectedReason::TooFewPeople => "too_few_people",
        RejectedReason::Costlier => "costlier",
    }
}
