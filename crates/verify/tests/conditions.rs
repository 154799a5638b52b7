//! The plan worked out apart from this crate holds, and each condition is seen when broken.

mod common;

use common::{faults, plan, region};
use domain::*;

/// The faults of that plan when the package is another.
fn when(change: impl FnOnce(&mut Region)) -> Vec<String> {
    let mut region = region();
    change(&mut region);
    faults(&region, &plan())
}

fn sees(found: &[String], key: &str) -> bool {
    found.iter().any(|fault| fault == key)
}

fn candidate<'r>(region: &'r mut Region, id: &str) -> &'r mut Candidate {
    region
        .candidates
        .iter_mut()
        .find(|row| row.id.as_str() == id)
        .unwrap()
}

fn service<'r>(region: &'r mut Region, id: &str) -> &'r mut Service {
    region
        .services
        .iter_mut()
        .find(|row| row.id.as_str() == id)
        .unwrap()
}

#[test]
fn the_plan_worked_out_apart_holds() {
    assert_eq!(faults(&region(), &plan()), Vec::<String>::new());
    assert!(verify::verify(&region(), &plan()).holds());
}

#[test]
fn every_check_has_a_name_and_what_is_not_vouched_for_is_said() {
    let verdict = verify::verify(&region(), &plan());
    assert_eq!(verdict.checks.len(), 17);
    assert_eq!(verdict.not_vouched.len(), 7);
}

#[test]
fn a_service_that_the_candidate_does_not_take_is_refused() {
    assert!(sees(
        &when(|r| candidate(r, "k1").services = vec!["DAY".into()]),
        "verify-not-among-services"
    ));
}

#[test]
fn a_refusal_of_the_host_or_of_the_owner_is_respected() {
    for territory in ["A", "B"] {
        let refuse = |region: &mut Region| {
            let wish = Wish {
                territory: territory.into(),
                service: "HOME".into(),
                ..region.wishes[1].clone()
            };
            region.wishes.push(wish);
        };
        assert!(sees(&when(refuse), "verify-refused"), "{territory}");
    }
}

#[test]
fn a_partners_scheme_pays_only_where_the_agreement_is_signed_in_time() {
    assert!(sees(
        &when(|r| r.partners[0].status = PartnerStatus::Intent),
        "verify-scheme"
    ));
    let late = jiff::civil::date(2021, 1, 1);
    assert!(sees(
        &when(|r| r.partners[0].date = Some(late)),
        "verify-scheme"
    ));
}

#[test]
fn a_size_above_what_the_site_or_the_candidate_may_hold_is_refused() {
    assert!(sees(
        &when(|r| service(r, "DAY").max_per_site = Some(9)),
        "verify-size"
    ));
    assert!(sees(
        &when(|r| candidate(r, "k1").max_places = Some(9)),
        "verify-size"
    ));
    assert!(sees(
        &when(|r| service(r, "DAY").sizes = vec![5]),
        "verify-size"
    ));
}

#[test]
fn places_that_stand_at_the_enlarged_site_count_while_their_offer_runs() {
    let found = when(|r| {
        service(r, "HOME").max_per_site = Some(9);
        r.offers[1].until_year = None;
    });
    assert!(sees(&found, "verify-size"));
    assert!(!sees(
        &when(|r| service(r, "HOME").max_per_site = Some(9)),
        "verify-size"
    ));
}

#[test]
fn new_places_together_fit_the_candidate() {
    let found = when(|r| candidate(r, "k1").max_places = Some(13));
    assert_eq!(found, ["verify-max-places"]);
}

#[test]
fn services_apart_share_no_roof_new_or_standing() {
    let apart = |one: &str, other: &str| vec![[one.into(), other.into()]];
    assert_eq!(
        when(|r| r.scenario.apart = apart("DAY", "HOME")),
        ["verify-size", "verify-apart"]
    );
    let at_k2 = when(|r| {
        r.scenario.apart = apart("HOME", "DAY");
        candidate(r, "k2").expands = None;
    });
    assert_eq!(at_k2, ["verify-apart"]);
}

#[test]
fn least_occupancy_and_capacity_hold() {
    let found = when(|r| service(r, "HOME").min_occupancy = 0.6);
    assert_eq!(found, ["verify-under-occupancy"]);
    let found = when(|r| service(r, "DAY").persons_per_place = 0.8);
    assert!(sees(&found, "verify-over-capacity"));
    assert!(sees(
        &when(|r| r.offers[0].places_taken = 4),
        "verify-over-capacity"
    ));
}

#[test]
fn a_capacity_a_hair_below_a_whole_number_is_that_number() {
    // 10 places for 1.2 people each hold 12, as 20 places for 1.15 hold 23.
    let hold = |per_place: f64| when(|r| service(r, "DAY").persons_per_place = per_place);
    assert!(hold(1.2 - 1e-12).is_empty());
    assert!(!hold(1.2 - 1e-6).is_empty(), "that is another capacity");
}

#[test]
fn people_of_a_target_group_are_not_residents() {
    let found = when(|r| {
        let mut children = r.population[0].clone();
        (children.target_group, children.persons) = (Some("FT".into()), 70);
        children.year += 1;
        r.population.push(children);
    });
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn an_offer_that_has_ended_serves_nobody() {
    assert!(sees(
        &when(|r| r.offers[0].until_year = Some(2019)),
        "verify-not-open"
    ));
}

#[test]
fn nobody_goes_farther_than_the_limit_or_where_there_is_no_way() {
    assert!(sees(
        &when(|r| service(r, "DAY").limit_min = 29.9),
        "verify-beyond-limit"
    ));
    assert!(!sees(
        &when(|r| service(r, "DAY").limit_min = 30.0),
        "verify-beyond-limit"
    ));
    assert!(sees(&when(|r| r.travel[0].seconds = None), "verify-no-way"));
}

#[test]
fn a_service_is_for_its_target_groups() {
    assert!(sees(
        &when(|r| service(r, "DAY").target_groups = vec!["FT".into()]),
        "verify-not-entitled"
    ));
}

#[test]
fn funds_hold_by_payer_territory_and_year_to_the_cent() {
    let paid_by_a = Cents(4_490_369);
    assert_eq!(
        when(|r| r.funds[1].ceiling = paid_by_a),
        Vec::<String>::new()
    );
    let one_less = paid_by_a - Cents(1);
    assert_eq!(when(|r| r.funds[1].ceiling = one_less), ["verify-ceiling"]);
    let elsewhere = |r: &mut Region| {
        r.funds[1].ceiling = one_less;
        r.funds[1].territory = Some("B".into());
    };
    assert_eq!(when(elsewhere), Vec::<String>::new());
    let another_year = |r: &mut Region| {
        r.funds[1].ceiling = one_less;
        r.funds[1].year = Some(2019);
    };
    assert_eq!(when(another_year), Vec::<String>::new());
}

#[test]
fn the_scenario_replaces_the_fund_of_the_same_payer_territory_and_year() {
    assert_eq!(when(|r| r.scenario.funds.clear()), ["verify-ceiling"]);
    assert_eq!(
        when(|r| r.scenario.funds[0].ceiling_eur = 11_016.66),
        Vec::<String>::new()
    );
    assert_eq!(
        when(|r| r.scenario.funds[0].ceiling_eur = 11_016.65),
        ["verify-ceiling"]
    );
}

#[test]
fn building_money_stays_within_the_budget_that_the_plan_names() {
    let (region, mut plan) = (region(), plan());
    plan.options.budget = Some(Cents(23_470_363));
    assert_eq!(faults(&region, &plan), ["verify-budget-not-named"; 0]);
    plan.options.budget = Some(Cents(23_470_362));
    assert_eq!(faults(&region, &plan), ["verify-ceiling"]);
    plan.options.budget = None;
    assert_eq!(faults(&region, &plan), ["verify-budget-not-named"]);
}

#[test]
fn locks_are_respected() {
    let lock = |candidate: &str, service: Option<&str>, places, must| Lock {
        candidate: candidate.into(),
        service: service.map(ServiceId::from),
        places,
        must,
    };
    let broken = [
        lock("k1", None, None, LockState::Closed),
        lock("k1", Some("HOME"), None, LockState::Closed),
        lock("k8", None, None, LockState::Open),
        lock("k2", Some("DAY"), None, LockState::Open),
        lock("k1", Some("DAY"), Some(5), LockState::Open),
    ];
    for lock in broken {
        assert!(
            sees(
                &when(|r| r.scenario.locks.push(lock.clone())),
                "verify-lock"
            ),
            "{lock:?}"
        );
    }
    let kept = lock("k2", Some("HOME"), Some(4), LockState::Open);
    assert_eq!(when(|r| r.scenario.locks.push(kept)), Vec::<String>::new());
}

#[test]
fn a_plan_of_another_package_is_refused() {
    assert_eq!(
        when(|r| r.fingerprint = "ffff".into()),
        ["verify-differs fingerprint"]
    );
}

#[test]
fn a_bound_above_the_objective_is_refused() {
    let mut plan = plan();
    plan.bound = plan.objective + Cents(1);
    assert!(sees(
        &faults(&region(), &plan),
        "verify-bound-above-objective"
    ));
}

#[test]
fn the_site_of_an_assignment_is_of_its_kind() {
    let mut plan = plan();
    plan.assignments[0].site = SiteRef::Site("k1".into());
    assert!(sees(&faults(&region(), &plan), "verify-no-way"));
}

#[test]
fn a_person_cannot_be_exchanged_for_another_unseen() {
    // At k1 one of a's people makes room for one of b's: the sums there stay.
    let mut plan = plan();
    plan.assignments[0].persons -= 1;
    plan.assignments[4].persons += 1;
    let found = faults(&region(), &plan);
    assert_eq!(
        found
            .iter()
            .filter(|fault| *fault == "verify-people-lost")
            .count(),
        2
    );
    assert!(!sees(&found, "verify-differs persons"));
}

#[test]
fn without_schemes_the_owner_pays_everything() {
    let mut plan = plan();
    for measure in &mut plan.measures {
        measure.scheme = None;
    }
    let mut region = region();
    region.schemes.clear();
    let found = faults(&region, &plan);
    assert!(!sees(&found, "verify-scheme"));
    assert!(sees(&found, "verify-differs payments.capital"));
    assert!(sees(&found, "verify-differs eligible"));
}

#[test]
fn without_travel_times_the_great_circle_is_taken() {
    let mut region = region();
    region.travel.clear();
    // One degree of latitude is 111,195.08 m on the sphere; × 1.3 at 60 km/h 2.41 hours.
    region.places[1].at.lat = 56.0;
    let found = faults(&region, &plan());
    assert!(
        sees(&found, "verify-beyond-limit") && sees(&found, "verify-differs assignments.minutes")
    );
}

#[test]
fn absurd_numbers_are_refused_and_break_nothing() {
    let mut plan = plan();
    for row in &mut plan.assignments {
        row.persons = u32::MAX;
    }
    for row in &mut plan.unmet {
        row.persons = u32::MAX;
    }
    for row in &mut plan.measures {
        row.places = u32::MAX;
        row.capital = Cents(i64::MAX);
    }
    plan.objective = Cents(i64::MAX);
    plan.bound = Cents(i64::MIN);
    assert!(!faults(&region(), &plan).is_empty());
}
