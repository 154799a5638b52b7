//! What a reader who knows the public edition, this crate and everything public can find out.

mod common;

use common::{Flows, plan, region};
use disclosure::{is_public, publish};
use domain::{Plan, Population, Region, TargetGroup};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

fn bytes(plan: &Plan) -> String {
    serde_json::to_string(plan).unwrap()
}

/// Every count of people that the plan prints.
fn printed_people(plan: &Plan) -> Vec<u32> {
    (plan.measures.iter().map(|row| row.persons))
        .chain(plan.offers.iter().map(|row| row.persons))
        .chain(plan.services.iter().map(|row| row.unmet))
        .chain(
            plan.municipalities
                .iter()
                .flat_map(|row| [row.served, row.unmet]),
        )
        .collect()
}

fn flows() -> impl Strategy<Value = Flows> {
    // The day centre at `new` has 8 places (2 at least taken), the one at `old` 10.
    let row = || [1_u32..=4, 0..=5, 0..=9, 0..=9, 0..=20];
    [row(), row()].prop_map(|rows| rows)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_public_edition_is_a_function_of_the_protected_counts_only(
        flows in flows(),
        changes in prop::array::uniform2(prop::array::uniform5(-2_i32..=2)),
        salts in (0_u32..1000, 0_u32..1000),
    ) {
        let region = region();
        let mut others = flows;
        for (row, changes) in others.iter_mut().zip(changes) {
            for (persons, change) in row.iter_mut().zip(changes) {
                *persons = persons.saturating_add_signed(change);
            }
        }
        let one = publish(&plan(&flows, salts.0), &region);
        let two = publish(&plan(&others, salts.1), &region);
        let told = one.tells_municipalities == two.tells_municipalities;
        if told && printed_people(&one.plan) == printed_people(&two.plan) {
            prop_assert_eq!(bytes(&one.plan), bytes(&two.plan));
        }
    }

    #[test]
    fn nothing_but_the_counts_themselves_reaches_the_public_edition(flows in flows(), salts in (0_u32..1000, 0_u32..1000)) {
        let region = region();
        let one = publish(&plan(&flows, salts.0), &region);
        let two = publish(&plan(&flows, salts.1), &region);
        prop_assert_eq!(bytes(&one.plan), bytes(&two.plan));
    }

    #[test]
    fn every_leaf_that_counts_people_is_a_multiple_of_five(flows in flows(), salt in 0_u32..1000) {
        let public = publish(&plan(&flows, salt), &region()).plan;
        prop_assert!(is_public(&public));
        let json = serde_json::to_value(&public).unwrap();
        walk(&json, "", &mut |key, value| {
            let Some(number) = value.as_f64() else { return };
            let counts = ["persons", "needed", "served_existing", "served_new", "unmet", "needs", "served", "at_least", "at_most"];
            let hidden = ["served_at_home", "served_others", "free_places", "within_limit_before", "mean", "max",
                "within_standard", "travel", "surcharge"];
            if counts.contains(&key) {
                assert_eq!(number % 5.0, 0.0, "{key}");
            }
            if hidden.contains(&key) {
                assert_eq!(number, 0.0, "{key}");
            }
        });
    }

    #[test]
    fn the_parts_of_the_public_edition_add_up(flows in flows()) {
        let published = publish(&plan(&flows, 1), &region());
        let public = published.plan;
        prop_assert_eq!(public.objective, public.costs.total());
        let running = public.payments.iter().map(|row| row.running).sum::<domain::Cents>();
        prop_assert_eq!(running, public.services.iter().map(|row| row.running).sum());
        if published.tells_municipalities {
            for row in &public.services {
                prop_assert_eq!(row.needed, row.served_existing + row.served_new + row.unmet);
            }
            for row in &public.municipalities {
                prop_assert_eq!(row.needs, row.served + row.unmet);
            }
        }
    }

    #[test]
    fn the_public_edition_reads_back_as_a_plan(flows in flows()) {
        let public = publish(&plan(&flows, 1), &region()).plan;
        prop_assert_eq!(&serde_json::from_str::<Plan>(&bytes(&public)).unwrap(), &public);
    }
}

fn walk(value: &Value, key: &str, leaf: &mut impl FnMut(&str, &Value)) {
    match value {
        Value::Object(fields) => fields
            .iter()
            .for_each(|(key, value)| walk(value, key, leaf)),
        Value::Array(items) => items.iter().for_each(|value| walk(value, key, leaf)),
        _ => leaf(key, value),
    }
}

/// What one public edition leaves possible: for each cell the values it takes
/// in all plans that are published so.
fn possible(
    all: impl Iterator<Item = Flows>,
    region: &Region,
    cells: impl Fn(&Flows) -> Vec<u32>,
) -> Vec<(Plan, Vec<BTreeSet<u32>>)> {
    let mut editions: BTreeMap<String, (Plan, Vec<BTreeSet<u32>>)> = BTreeMap::new();
    for flows in all {
        let published = publish(&plan(&flows, 0), region).plan;
        let cells = cells(&flows);
        let (_, seen) = editions
            .entry(bytes(&published))
            .or_insert_with(|| (published, vec![BTreeSet::new(); cells.len()]));
        for (values, value) in seen.iter_mut().zip(cells) {
            values.insert(value);
        }
    }
    editions.into_values().collect()
}

/// Whether municipalities' counts are told.
fn tells_municipalities(public: &Plan) -> bool {
    let withheld = |note: &domain::Message| note.key == "disclosure-municipalities-withheld";
    !public.notes.iter().any(withheld)
}

/// What is printed as 0 may be everything from what is known anyway to 4, and
/// what is printed as more may be 5 or more.
fn assert_open(values: &BTreeSet<u32>, printed: u32, known: u32) {
    if printed == 0 {
        let all = (known..=4).all(|value| values.contains(&value));
        assert!(all, "0 is printed for {values:?} only");
    } else {
        let one = values.iter().any(|&value| value >= 5);
        assert!(one, "{printed} is printed for {values:?}");
    }
}

#[test]
fn no_count_of_served_people_under_five_can_be_found_by_trying_every_plan() {
    // Every way in which two municipalities' people may fill a measure of 8
    // places (2 at least), an offer of 10 places and up to 4 visits at home.
    let fill = |new: u32, old: u32, care: u32, north: u32| {
        let at_new = north.min(new);
        let at_old = (north - at_new).min(old);
        let visited = north - at_new - at_old;
        [
            [at_new, at_old, visited, 0, 0],
            [new - at_new, old - at_old, care - visited, 0, 0],
        ]
    };
    let all = (2..=8).flat_map(|new| {
        (0..=10).flat_map(move |old| {
            (0..=4).flat_map(move |care| {
                (0..=new + old + care).map(move |north| fill(new, old, care, north))
            })
        })
    });
    let cells = |flows: &Flows| {
        let column = |at: usize| flows[0][at] + flows[1][at];
        let served = |row: &[u32; 5]| row[..3].iter().sum();
        vec![
            column(0),
            column(1),
            column(2),
            served(&flows[0]),
            served(&flows[1]),
        ]
    };
    let (mut editions, mut small) = (0, 0);
    for (public, values) in possible(all, &region(), cells) {
        let [new, care] = [0, 1].map(|at| public.measures[at].persons);
        let [north, south] = [0, 1].map(|at| public.municipalities[at].served);
        // At least two places of the new centre are in use: that is public.
        let facilities = [(new, 2), (public.offers[0].persons, 0), (care, 0)];
        let residents = [(north, 0), (south, 0)];
        let told = if tells_municipalities(&public) { 5 } else { 3 };
        for (values, (printed, known)) in values
            .iter()
            .zip(facilities.into_iter().chain(residents).take(told))
        {
            assert_open(values, printed, known);
            small += usize::from(printed == 0);
        }
        editions += usize::from(told == 5);
    }
    assert!(
        editions > 10 && small > 10,
        "{editions} editions, {small} small cells"
    );
}

#[test]
fn no_count_of_people_left_without_can_be_found_by_trying_every_plan() {
    let most = 17_u32;
    let leave = |day: u32, care: u32, north: u32| {
        let of_day = north.min(day);
        [
            [2, 0, 0, of_day, north - of_day],
            [2, 0, 0, day - of_day, care - (north - of_day)],
        ]
    };
    let all = (0..=most).flat_map(|day| {
        (0..=most).flat_map(move |care| (0..=day + care).map(move |north| leave(day, care, north)))
    });
    let cells = |flows: &Flows| {
        let column = |at: usize| flows[0][at] + flows[1][at];
        let without = |row: &[u32; 5]| row[3] + row[4];
        vec![column(3), column(4), without(&flows[0]), without(&flows[1])]
    };
    let (mut editions, mut small) = (0, 0);
    for (public, values) in possible(all, &region(), cells) {
        let services = [0, 1].map(|at| public.services[at].unmet);
        let residents = [0, 1].map(|at| public.municipalities[at].unmet);
        let told = if tells_municipalities(&public) { 4 } else { 2 };
        for (values, printed) in values
            .iter()
            .zip(services.into_iter().chain(residents).take(told))
        {
            assert_open(values, printed, 0);
            small += usize::from(printed == 0);
        }
        editions += usize::from(told == 4);
    }
    assert!(
        editions > 10 && small > 10,
        "{editions} editions, {small} small cells"
    );
}

#[test]
fn the_public_region_holds_nobody_who_needs_help() {
    let published = publish(&plan(&[[3, 1, 0, 0, 0], [2, 6, 0, 0, 0]], 5), &region());
    let region = published.region;
    assert!(region.needs.is_empty() && region.moves.is_empty() && region.bundles.is_empty());
    assert!(region.offers.iter().all(|row| row.places_taken == 0));
    let institution = &region.institutions[0];
    assert_eq!(
        (
            institution.residents,
            institution.admissions_per_year,
            institution.waiting
        ),
        (Some(215), None, None)
    );
    assert_eq!(region.place(&"hamlet".into()).unwrap().population, None);
    assert_eq!(region.place(&"n".into()).unwrap().population, Some(900));
}

#[test]
fn the_public_region_counts_residents_and_no_target_group() {
    let mut exact = region();
    let row = |target_group: Option<TargetGroup>| Population {
        territory: exact.territories[0].id.clone(),
        year: 2020,
        sex: String::new(),
        age_from: None,
        age_to: None,
        target_group,
        persons: 120,
        source: String::new(),
        line: 2,
    };
    exact.population = vec![row(None), row(Some("FT".into()))];
    let public = publish(&plan(&[[3, 1, 0, 0, 0], [2, 6, 0, 0, 0]], 5), &exact).region;
    assert_eq!(public.population, exact.population[..1]);
}

#[test]
fn what_is_public_stays_exact() {
    let exact = plan(&[[3, 4, 12, 1, 6], [5, 5, 11, 3, 9]], 5);
    let public = publish(&exact, &region()).plan;
    for (exact, public) in exact.measures.iter().zip(&public.measures) {
        assert_eq!(
            (exact.places, exact.capital, &exact.owner),
            (public.places, public.capital, &public.owner)
        );
    }
    assert_eq!(exact.costs.capital, public.costs.capital);
    assert_eq!(public.measures[1].persons, 25, "23 people");
}
