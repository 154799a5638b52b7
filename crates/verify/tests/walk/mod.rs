//! Every value of a plan's JSON, and what it could be changed into. The test of
//! the whole chain (`crates/tuvak/tests/chain.rs`) walks with it too.

use domain::{Plan, Region};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// A place in the JSON and the same with `[]` for the index of a list.
#[derive(Debug, Clone)]
pub struct Spot {
    pub pointer: String,
    pub path: String,
}

impl Spot {
    pub fn is_vouched(&self) -> bool {
        !verify::not_vouched_paths().iter().any(|listed| {
            self.path
                .strip_prefix(listed)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        })
    }
}

/// Every spot of the JSON, with its value.
pub fn spots(json: &Value) -> Vec<(Spot, &Value)> {
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

pub fn leaves(json: &Value) -> Vec<(Spot, &Value)> {
    spots(json)
        .into_iter()
        .filter(|(_, value)| !value.is_object() && !value.is_array())
        .collect()
}

/// Every word of the plan and of the package that an id or a code could become.
pub fn words(json: &Value, of_package: &str) -> BTreeSet<String> {
    let of_plan = leaves(json)
        .into_iter()
        .filter_map(|(_, value)| value.as_str());
    let codes = "own state eu beyond_limit not_worthwhile locked refused not_partner no_size_fits too_few_people costlier \
                 wants accepts refuses gap work_limit time_limit interrupted unknown";
    let of_package = of_package
        .split_whitespace()
        .chain(codes.split_whitespace());
    of_plan.chain(of_package).map(str::to_owned).collect()
}

pub fn changes(value: &Value, words: &BTreeSet<String>) -> Vec<Value> {
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
pub fn is_refused(region: &Region, original: &Plan, changed: Value) -> bool {
    let text = changed.to_string();
    match serde_json::from_str::<Plan>(&text) {
        Err(_) => true,
        Ok(plan) => plan == *original || !verify::verify(region, &plan).holds(),
    }
}

pub fn with(json: &Value, spot: &Spot, value: Value) -> Value {
    let mut changed = json.clone();
    *changed
        .pointer_mut(&spot.pointer)
        .expect("a spot of this JSON") = value;
    changed
}
