//! Every column of a package and every key of its TOML files bears on
//! something. Each case changes one cell or key of `examples/tiny`, as text in
//! a file, and says what must change: the cost by a figure worked out by hand
//! from those of the README of `examples/tiny`, a part of the plan, what a rule
//! finds, the document; or it is refused.

#[path = "../common/mod.rs"]
mod common;

mod case;
mod outcome;

mod money;
mod needs;
mod region;
mod scenario;
mod supply;
mod switches;
mod territories;

use case::{Case, Edit};
use dataset::schema::{REGION, SCENARIO, TABLES};
use outcome::{Outcome, look};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;
use std::thread;

fn cases() -> Vec<Case> {
    [
        territories::cases(),
        needs::cases(),
        supply::cases(),
        money::cases(),
        region::cases(),
        scenario::cases(),
        switches::cases(),
        case::sources(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[test]
fn every_column_and_key_changes_what_it_should() {
    let cases = cases();
    let befores: BTreeMap<&[Edit], Outcome> = {
        let given: BTreeSet<&[Edit]> = cases.iter().map(|case| case.given.as_slice()).collect();
        let given: Vec<_> = given.into_iter().collect();
        let outcomes = in_parallel(&given, |given| look(given));
        given.into_iter().zip(outcomes).collect()
    };
    let failures = in_parallel(&cases, |case| {
        let before = &befores[case.given.as_slice()];
        let after = look(&[case.given.clone(), vec![case.change.clone()]].concat());
        let failure = case.must.fails(before, &after)?;
        Some(format!("{} ({:?}): {failure}", case.of, case.change))
    });
    let failures: Vec<String> = failures.into_iter().flatten().collect();
    assert!(
        failures.is_empty(),
        "{} of {} fail:\n{}",
        failures.len(),
        cases.len(),
        failures.join("\n")
    );
}

#[test]
fn no_column_and_no_key_is_left_out() {
    let columns = TABLES.iter().flat_map(|table| {
        let columns = table.columns.iter();
        columns.map(|column| format!("{}:{}", table.file(), column.name))
    });
    let keys = [("region.toml", REGION), ("scenario.toml", SCENARIO)];
    let keys = keys.iter().flat_map(|(file, keys)| {
        let keys = keys.iter();
        keys.map(move |key| format!("{file}:{}", key.name))
    });
    let declared: BTreeSet<String> = columns.chain(keys).collect();
    let tested: BTreeSet<String> = cases().into_iter().map(|case| case.of).collect();
    let left_out: Vec<_> = declared.difference(&tested).collect();
    let unknown: Vec<_> = tested.difference(&declared).collect();
    assert!(
        left_out.is_empty() && unknown.is_empty(),
        "left out {left_out:?}, not in the schema {unknown:?}"
    );
}

/// The same for each, two at a time, in order.
fn in_parallel<T: Sync, U: Send>(each: &[T], of: impl Fn(&T) -> U + Sync) -> Vec<U> {
    let next = Mutex::new(each.iter().enumerate());
    let done = Mutex::new(BTreeMap::new());
    let work = || {
        loop {
            let Some((at, one)) = next.lock().unwrap().next() else {
                return;
            };
            let found = of(one);
            done.lock().unwrap().insert(at, found);
        }
    };
    thread::scope(|scope| {
        scope.spawn(work);
        scope.spawn(work);
    });
    done.into_inner().unwrap().into_values().collect()
}
