//! What the rules of deinstitutionalisation say of a plan. Findings show what a
//! rule finds, they never block: people decide.
//!
//! One file holds one rule: its form, what it rests on, the columns that it
//! reads. [`ALL`] lists them; `docs/rules.md` tells them to people. Thresholds
//! are [`domain::RuleThresholds`] in the scenario.
//!
//! Numbers of people stand in arguments called `persons…` only, so that the
//! public edition can leave such findings out.

mod building;
mod names;
mod r03;
mod r04;
mod r05;
mod r07;
mod r09;
mod r10;
mod r12;
mod r13;
mod r16;
mod r20;
mod r21;
mod r22;
mod residents;
mod rule;

pub use rule::Rule;

use domain::plan::Finding;
use domain::{Plan, Region};
use rule::Case;

/// Every rule that is checked, in the order of its number.
pub const ALL: &[Rule] = &[
    r03::RULE,
    r04::RULE,
    r05::RULE,
    r07::RULE,
    r09::RULE,
    r10::RULE,
    r12::RULE,
    r13::RULE,
    r16::RULE,
    r20::RULE,
    r21::RULE,
    r22::RULE,
];

/// What the rules find in a plan of a region, by rule and then in package
/// order. R07 compares with the approved plan where one is given.
pub fn check(region: &Region, plan: &Plan, approved: Option<&Plan>) -> Vec<Finding> {
    let case = Case {
        region,
        plan,
        approved,
    };
    ALL.iter().flat_map(|rule| rule.check(&case)).collect()
}
