//! No figure, id or word of a plan can be changed unseen, except those for
//! which the verifier says that it does not vouch.

mod common;
mod walk;

use common::{PLAN, region};
use domain::Plan;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use walk::{Spot, changes, is_refused, leaves, spots, with, words};

#[test]
fn every_changed_leaf_is_refused_or_listed_as_not_vouched() {
    let region = region();
    let json: Value = serde_json::from_str(PLAN).unwrap();
    let original: Plan = serde_json::from_value(json.clone()).unwrap();
    let words = words(
        &json,
        "R A A1 B C a b c s1 k1 k2 k3 k4 k5 k6 k7 k8 k9 DAY HOME CARE GRT FT erdf",
    );
    let mut accepted = BTreeSet::new();
    let mut walked = 0;
    for (spot, value) in leaves(&json)
        .into_iter()
        .filter(|(spot, _)| spot.is_vouched())
    {
        for change in changes(value, &words) {
            walked += 1;
            if !is_refused(&region, &original, with(&json, &spot, change.clone())) {
                accepted.insert(format!("{}: {value} → {change}", spot.pointer));
            }
        }
    }
    assert!(accepted.is_empty(), "accepted unseen:\n{accepted:#?}");
    assert!(walked > 5_000, "only {walked} changes were tried");
}

#[test]
fn no_row_can_be_dropped_or_doubled_unseen() {
    let region = region();
    let json: Value = serde_json::from_str(PLAN).unwrap();
    let original: Plan = serde_json::from_value(json.clone()).unwrap();
    // A run that an interruption left out is no fault.
    let may_shrink = |spot: &Spot| spot.path == "sensitivity[].runs";
    for (spot, value) in spots(&json)
        .into_iter()
        .filter(|(spot, _)| spot.is_vouched())
    {
        let Some(rows) = value.as_array() else {
            continue;
        };
        for at in 0..rows.len() {
            let (mut fewer, mut more) = (rows.clone(), rows.clone());
            fewer.remove(at);
            more.insert(at, rows[at].clone());
            let doubled = with(&json, &spot, json!(more));
            assert!(
                is_refused(&region, &original, doubled),
                "{} {at} doubled",
                spot.pointer
            );
            let dropped = with(&json, &spot, json!(fewer));
            let seen = may_shrink(&spot) || is_refused(&region, &original, dropped);
            assert!(seen, "{} {at} dropped", spot.pointer);
        }
    }
}

#[test]
fn every_path_that_is_not_vouched_for_is_a_path_of_the_plan() {
    let json: Value = serde_json::from_str(PLAN).unwrap();
    let paths: BTreeSet<String> = spots(&json)
        .into_iter()
        .map(|(spot, _)| spot.path)
        .collect();
    // Parts that only a switch brings about are walked in `crates/planning/tests/effects`.
    let of_switch = ["change.price"];
    for listed in verify::not_vouched_paths() {
        let known = paths.contains(*listed) || of_switch.contains(listed);
        assert!(known, "{listed}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_number_changed_by_any_amount_is_refused(
        at in any::<prop::sample::Index>(),
        amount in prop_oneof![-1e-3..1e-3_f64, -2.0..2.0_f64, -1e7..1e7_f64],
        times in prop::bool::ANY,
    ) {
        let region = region();
        let json: Value = serde_json::from_str(PLAN).unwrap();
        let original: Plan = serde_json::from_value(json.clone()).unwrap();
        let numbers: Vec<_> =
            leaves(&json).into_iter().filter(|(spot, value)| value.is_number() && spot.is_vouched()).collect();
        let (spot, value) = at.get(&numbers);
        let number = value.as_f64().unwrap();
        let changed = if times { number * amount } else { number + amount };
        let changed = if value.is_f64() { json!(changed) } else { json!(changed.round() as i64) };
        prop_assert!(
            is_refused(&region, &original, with(&json, spot, changed.clone())),
            "{}: {} → {}", spot.pointer, value, changed
        );
    }

    #[test]
    fn two_values_swapped_are_refused(
        one in any::<prop::sample::Index>(),
        other in any::<prop::sample::Index>(),
    ) {
        let region = region();
        let json: Value = serde_json::from_str(PLAN).unwrap();
        let original: Plan = serde_json::from_value(json.clone()).unwrap();
        let vouched: Vec<_> = leaves(&json).into_iter().filter(|(spot, _)| spot.is_vouched()).collect();
        let one = one.get(&vouched);
        let others: Vec<_> = vouched.iter().filter(|(spot, _)| spot.path == one.0.path).collect();
        let other = other.get(&others);
        let swapped = with(&with(&json, &one.0, other.1.clone()), &other.0, one.1.clone());
        prop_assert!(
            is_refused(&region, &original, swapped),
            "{} ↔ {}", one.0.pointer, other.0.pointer
        );
    }
}
