//! `examples/tiny`, solved by hand in its README.

mod common;

use common::*;
use domain::plan::{Explain, RejectedReason, UnmetReason};
use domain::{Cents, Region};
use std::path::Path;

fn tiny() -> Region {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/tiny");
    let checked = dataset::check(&dir);
    let faults = checked.faults;
    checked
        .region
        .unwrap_or_else(|| panic!("the tiny package has faults: {faults:#?}"))
}

const BY_HAND: [&str; 5] = [
    "CA DAY 8",
    "CA HOME 4",
    "CA CARE 1",
    "CB HOME 4",
    "CE DAY 4",
];

#[test]
fn the_plan_is_the_one_found_by_hand() {
    let plan = planned(&tiny());
    assert_eq!(openings(&plan), BY_HAND);
    let costs = &plan.costs;
    assert_eq!(costs.capital, eur(27_844.18));
    assert_eq!(costs.sites, eur(11_500.0));
    assert_eq!(costs.places, eur(87_000.0));
    assert_eq!(costs.travel, eur(20_603.2));
    assert_eq!(costs.surcharge, eur(460.0));
    assert_eq!(costs.size_penalty, Cents::ZERO);
    assert_eq!(costs.unmet, eur(88_000.0));
    assert_eq!(plan.objective, eur(235_407.38));
}

#[test]
fn people_go_where_the_hand_sends_them() {
    let plan = planned(&tiny());
    let went: Vec<String> = plan
        .assignments
        .iter()
        .map(|row| {
            format!(
                "{} {} {} {}",
                row.place,
                row.service,
                row.site.id(),
                row.persons
            )
        })
        .collect();
    let by_hand = [
        "a1 DAY SA 2",
        "a1 DAY CA 1",
        "a1 DAY CE 1",
        "a1 HOME CA 2",
        "a1 CARE CA 2",
        "a2 DAY CE 2",
        "a2 HOME CA 2",
        "b1 DAY CA 4",
        "b1 HOME CB 4",
        "c1 DAY CA 3",
    ];
    assert_eq!(went, by_hand);
    let left: Vec<_> = plan
        .unmet
        .iter()
        .map(|row| {
            (
                row.place.as_str(),
                row.service.as_str(),
                row.persons,
                row.reason,
            )
        })
        .collect();
    let by_hand = [
        ("a1", "WORK", 3, UnmetReason::NotWorthwhile),
        ("b1", "HOME", 2, UnmetReason::NotWorthwhile),
        ("b1", "CARE", 1, UnmetReason::NotWorthwhile),
        ("b2", "DAY", 1, UnmetReason::BeyondLimit),
        ("d1", "WORK", 2, UnmetReason::NotWorthwhile),
    ];
    assert_eq!(left, by_hand);
    let why: Vec<_> = plan
        .rejected
        .iter()
        .map(|row| (row.candidate.as_str(), row.reason))
        .collect();
    assert_eq!(
        why,
        [
            ("CC", RejectedReason::NotPartner),
            ("CD", RejectedReason::TooFewPeople)
        ]
    );
}

#[test]
fn everyone_pays_what_the_hand_says() {
    let paid: Vec<_> = planned(&tiny())
        .payments
        .iter()
        .map(|row| {
            (
                row.payer.as_str().to_owned(),
                row.capital.eur(),
                row.running.eur(),
            )
        })
        .collect();
    let by_hand = [
        ("eu", 263_925.0, 68_085.0),
        ("state", 31_050.0, 8_010.0),
        ("A", 33_900.0, 17_982.5),
        ("B", 18_125.0, 4_422.5),
    ]
    .map(|(payer, capital, running)| (payer.to_owned(), capital, running));
    assert_eq!(paid, by_hand);
}

/// The plan when one condition is given up.
fn without(what: impl FnOnce(&mut Region)) -> (Vec<String>, f64) {
    let mut region = tiny();
    what(&mut region);
    let plan = planned(&region);
    (openings(&plan), plan.objective.eur())
}

fn opens(what: impl FnOnce(&mut Region)) -> Vec<String> {
    let (openings, _) = without(what);
    openings
        .into_iter()
        .filter(|opening| !BY_HAND.contains(&opening.as_str()))
        .collect()
}

#[test]
fn each_condition_binds_and_giving_it_up_changes_the_plan() {
    let (openings, cost) = without(|region| region.scenario.budget_eur = None);
    assert!(
        openings.contains(&"CA HOME 6".to_owned()),
        "the budget: {openings:?}"
    );
    assert_eq!(cost, 224_818.74);
    let least = |region: &mut Region| region.services[2].min_occupancy = 0.5;
    assert_eq!(opens(least), ["CD WORK 4"], "least occupancy");
    let apart = |region: &mut Region| region.scenario.apart.clear();
    assert_eq!(opens(apart), ["CA WORK 4"], "services that must be apart");
    let partners = |region: &mut Region| region.schemes[0].partners_only = false;
    assert_eq!(opens(partners), ["CC DAY 4"], "the partners' scheme");
    let ceiling = |region: &mut Region| region.funds.retain(|fund| fund.payer.as_str() != "B");
    assert!(
        opens(ceiling).contains(&"CB DAY 4".to_owned()),
        "the municipality's ceiling"
    );
    let refusal = |region: &mut Region| region.wishes.retain(|wish| wish.territory.as_str() != "D");
    assert!(
        opens(refusal).contains(&"CD HOME 4".to_owned()),
        "the refusal"
    );
    // The way of 60 minutes costs 7,200 EUR at CA, for which one person of a1
    // goes to CE instead of CA (320 EUR): less than the 9,000 EUR of being left without.
    let (same, cost) = without(|region| region.services[0].limit_min = 60.0);
    assert_eq!(
        (same, cost),
        (BY_HAND.map(str::to_owned).to_vec(), 233_927.38),
        "the limit"
    );
}

#[test]
fn the_verifier_finds_no_fault_in_the_explained_plan() {
    let region = tiny();
    let plan = try_plan(&region, &options(Explain::Full)).unwrap();
    let verdict = verify::verify(&region, &plan);
    assert!(verdict.holds(), "{:#?}", verdict.checks);
    let more = plan.more_money.unwrap();
    assert_eq!(more.extra, eur(100_000.0));
    assert!(more.objective < plan.objective);
    assert!(plan.sensitivity.iter().all(|row| row.runs.len() == 2));
}
