//! A plan under each switch in which any figure, id or word is changed is refused by the
//! verifier, and so is one in which a row is dropped or doubled; what it would cost without
//! each measure is found again.

use crate::common::*;
use crate::switches::*;
use crate::walk::{changes, is_refused, leaves, spots, with, words};
use domain::plan::Explain;
use domain::{Equity, Region};
use serde_json::{Value, json};
use siting::engine::Engine;
use std::collections::BTreeSet;

fn nothing_passes_unseen(change: impl FnOnce(&mut Region)) {
    let region = region_with(change);
    let plan = try_plan(&region, &options(Explain::Sites)).unwrap();
    let points = demand::demand(&region).points;
    let again = planning::without_again(&region, &points, &plan, 1, &Engine).unwrap();
    let told = plan.measures.iter().map(|row| row.without.clone());
    assert_eq!(again, told.collect::<Vec<_>>());
    let json: Value = serde_json::to_value(&plan).unwrap();
    let words = words(&json, "R A B A1 B1 CA CB CH SA DAY HOME GRT base high");
    let mut accepted = BTreeSet::new();
    let vouched = leaves(&json).into_iter();
    for (spot, value) in vouched.filter(|(spot, _)| spot.is_vouched()) {
        for change in changes(value, &words) {
            if !is_refused(&region, &plan, with(&json, &spot, change.clone())) {
                accepted.insert(format!("{}: {value} → {change}", spot.pointer));
            }
        }
    }
    let lists = spots(&json).into_iter();
    for (spot, value) in lists.filter(|(spot, _)| spot.is_vouched()) {
        let rows = value.as_array().cloned().unwrap_or_default();
        for at in 0..rows.len() {
            let (mut fewer, mut more) = (rows.clone(), rows.clone());
            fewer.remove(at);
            more.insert(at, rows[at].clone());
            for changed in [fewer, more] {
                if !is_refused(&region, &plan, with(&json, &spot, json!(changed))) {
                    accepted.insert(format!("{}: a row at {at}", spot.pointer));
                }
            }
        }
    }
    assert!(accepted.is_empty(), "accepted unseen:\n{accepted:#?}");
}

#[test]
fn single_source() {
    nothing_passes_unseen(|region| {
        with_free_places(region, 3);
        region.scenario.single_source = vec!["DAY".into()];
    });
}

#[test]
fn equity() {
    nothing_passes_unseen(|region| {
        near_or_even(region);
        region.scenario.equity = Some(Equity {
            cap_min: Some(30.0),
            ..worst(0.5, 10.0).unwrap()
        });
    });
}

#[test]
fn several_demand_scenarios() {
    nothing_passes_unseen(|region| demand_scenarios(region, 0.25));
    nothing_passes_unseen(|region| demand_scenarios(region, 0.01));
}

#[test]
fn several_years() {
    nothing_passes_unseen(|region| {
        phases(&mut region.scenario);
        with_free_places(region, 4);
        region.offers[0].until_year = Some(2021);
        region.scenario.year = 2022;
    });
}

#[test]
fn least_change() {
    for price in [None, Some(100.0)] {
        nothing_passes_unseen(|region| approved(region, "CB", 4, price));
    }
    nothing_passes_unseen(|region| approved(region, "CA", 8, Some(100.0)));
}

#[test]
fn day_travel_from_home() {
    nothing_passes_unseen(|region| {
        with_home(region);
        region.scenario.day_travel_from_home = true;
    });
}
