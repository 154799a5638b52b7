//! No figure, id or word of a plan can be changed unseen, except those for
//! which the verifier says that it does not vouch.

mod common;

use common::{PLAN, faults, region};
use domain::{Plan, Region};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// A place in the JSON and the same with `[]` for the index of a list.
#[derive(Debug, Clone)]
struct Spot {
    pointer: String,
    path: String,
}

impl Spot {
    fn is_vouched(&self) -> bool {
        !verify::not_vouched_paths().iter().any(|listed| {
            self.path
                .strip_prefix(listed)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        })
    }
}

/// Every spot of the JSON, with its value.
fn spots(json: &Value) -> Vec<(Spot, &Value)> {
    fn walk<'v>(spot: Spot, value: &'v Value, found: &mut Vec<(Spot, &'v Value)>) {
        match value {
            Value::Object(fields) => {
                for (name, value) in fields {
                    let dot = if spot.path.is_empty() { "" } else { "." };
                    let path = format!("{}{dot}{name}", spot.path);
                    walk(
                        Spot {
                            pointer: format!("{}/{name}", spot.pointer),
                            path,
                        },
                        value,
                        found,
                    );
                }
            }
            Value::Array(rows) => {
                for (at, value) in rows.iter().enumerate() {
                    let path = format!("{}[]", spot.path);
                    walk(
                        Spot {
                            pointer: format!("{}/{at}", spot.pointer),
                            path,
                        },
                        value,
                        found,
                    );
                }
            }
            _ => {}
        }
        found.push((spot, value));
    }
    let mut found = Vec::new();
    walk(
        Spot {
            pointer: String::new(),
            path: String::new(),
        },
        json,
        &mut found,
    );
    found
}

fn leaves(json: &Value) -> Vec<(Spot, &Value)> {
    spots(json)
        .into_iter()
        .filter(|(_, value)| !value.is_object() && !value.is_array())
        .collect()
}

/// Every word of the plan and of the package that an id or a code could become.
fn words(json: &Value) -> BTreeSet<String> {
    let of_plan = leaves(json)
        .into_iter()
        .filter_map(|(_, value)| value.as_str());
    let of_package = "R A A1 B C a b c s1 k1 k2 k3 k4 k5 k6 k7 k8 k9 DAY HOME CARE GRT FT erdf own state eu \
                      beyond_limit not_worthwhile locked refused not_partner no_size_fits too_few_people \
                      costlier wants accepts refuses gap work_limit time_limit interrupted unknown";
    of_plan
        .chain(of_package.split_whitespace())
        .map(str::to_owned)
        .collect()
}

fn changes(value: &Value, words: &BTreeSet<String>) -> Vec<Value> {
    let texts = || words.iter().map(|word| json!(word));
    match value {
        Value::Bool(yes) => vec![json!(!yes)],
        Value::String(_) => texts().collect(),
        Value::Null => texts()
            .chain([json!(0), json!(1), json!(0.5), json!(-7)])
            .collect(),
        Value::Number(number) => {
            let mut changed: Vec<Value> = Vec::new();
            if let Some(whole) = number.as_i64() {
                changed.extend([1, -1, 10, -10, 1_000_000].map(|by| json!(whole + by)));
                changed.extend([0, 2 * whole, u32::MAX.into(), -whole].map(|to| json!(to)));
            }
            let float = number.as_f64().expect("a number of JSON");
            changed.extend(
                [1e-9, 1e-4, 0.01, 0.05, 1.0, 1e6]
                    .iter()
                    .flat_map(|by| [json!(float + by), json!(float - by)]),
            );
            changed.extend([0.0, 0.5, 2.0, -1.0].map(|times| json!(float * times)));
            changed
        }
        _ => Vec::new(),
    }
}

/// Whether the changed plan is refused: it does not parse, or a check has a
/// fault. A change that parses to the same plan is none.
fn is_refused(region: &Region, original: &Plan, changed: Value) -> bool {
    let text = changed.to_string();
    match serde_json::from_str::<Plan>(&text) {
        Err(_) => true,
        Ok(plan) => plan == *original || !faults(region, &plan).is_empty(),
    }
}

fn with(json: &Value, spot: &Spot, value: Value) -> Value {
    let mut changed = json.clone();
    *changed
        .pointer_mut(&spot.pointer)
        .expect("a spot of this JSON") = value;
    changed
}

#[test]
fn every_changed_leaf_is_refused_or_listed_as_not_vouched() {
    let region = region();
    let json: Value = serde_json::from_str(PLAN).unwrap();
    let original: Plan = serde_json::from_value(json.clone()).unwrap();
    let words = words(&json);
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
    for listed in verify::not_vouched_paths() {
        assert!(paths.contains(*listed), "{listed}");
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
