//! Columns of `services.csv`.

use crate::common::*;
use crate::{AS_IT_STANDS, NOBODY_SERVED, cost_with, plan_with, with_home_care};
use domain::plan::{RejectedReason, UnmetReason};
use domain::{Delivery, Service};

fn cost(change: impl FnOnce(&mut Service)) -> f64 {
    cost_with(|region| change(&mut region.services[0]))
}

#[test]
fn delivery_decides_whose_hour_is_paid() {
    // A family's hour is 12 EUR: 100 × 2 × (2 + 1) = 600 a person instead of 400.
    assert_eq!(
        cost(|day| day.delivery = Delivery::Residential),
        AS_IT_STANDS + 800.0
    );
}

#[test]
fn profile_decides_which_way_is_taken() {
    // Half an hour on foot: 100 × 2 × (3 + 1) = 800 a person instead of 400.
    let by = |profile: &str| {
        let mut on_foot = way("A1", "CA", 30, 10);
        on_foot.profile = "foot".into();
        let profile = profile.into();
        cost_with(|region| {
            region.travel.push(on_foot);
            region.services[0].profile = profile;
        })
    };
    assert_eq!(by("foot"), AS_IT_STANDS + 1600.0);
    assert_eq!(by("car"), AS_IT_STANDS);
}

#[test]
fn visits_per_year_multiply_travel() {
    assert_eq!(
        cost(|day| day.visits_per_year = Some(50.0)),
        AS_IT_STANDS - 800.0
    );
}

#[test]
fn minutes_beyond_standard_min_are_surcharged() {
    // 5 minutes beyond × 10 EUR × 4 people.
    assert_eq!(cost(|day| day.standard_min = 5.0), AS_IT_STANDS + 200.0);
}

#[test]
fn nobody_is_served_beyond_limit_min() {
    assert_eq!(cost(|day| day.limit_min = 10.0), AS_IT_STANDS);
    let plan = plan_with(|region| region.services[0].limit_min = 9.9);
    assert_eq!(plan.objective, eur(NOBODY_SERVED));
    assert_eq!(plan.unmet[0].reason, UnmetReason::BeyondLimit);
}

#[test]
fn sizes_are_the_only_ones_that_open() {
    assert_eq!(cost(|day| day.sizes = vec![6]), AS_IT_STANDS + 200.0);
}

#[test]
fn persons_per_place_shares_a_place() {
    // Two share a place: a person's part of its running cost is 100, and 2 places are enough.
    let shared = |day: &mut Service| {
        day.persons_per_place = 2.0;
        day.sizes = vec![2];
    };
    assert_eq!(cost(shared), AS_IT_STANDS - 400.0 - 200.0);
}

#[test]
fn places_whose_people_are_whole_on_paper_hold_them_all() {
    // 20 × 1.15 is 22.999… in binary and 23 people in the catalogue.
    let plan = plan_with(|region| {
        let day = &mut region.services[0];
        (day.persons_per_place, day.sizes) = (1.15, vec![20]);
        region.needs[0].persons = 23;
    });
    assert_eq!(plan.measures[0].persons, 23);
    assert_eq!(plan.measures[0].occupancy, 1.0);
}

#[test]
fn hours_per_worker_week_decide_how_many_workers_are_needed() {
    // 11 h hold 10.68 h: one worker; a person's part of it is 1,000 × 2 ÷ 11 = 181.82.
    let cost = cost_with(|region| {
        with_home_care(region);
        region.services[0].hours_per_worker_week = Some(11.0);
    });
    assert_eq!(cost, 100.0 + 500.0 + 4.0 * 181.82 + 3328.0);
}

#[test]
fn visit_hours_decide_how_often_staff_travel() {
    // One visit of 2 h a week: half the ways, 2.33 h a person, one worker.
    let cost = cost_with(|region| {
        with_home_care(region);
        region.services[0].visit_hours = Some(2.0);
    });
    assert_eq!(cost, 100.0 + 500.0 + 800.0 + 1664.0);
}

#[test]
fn capital_site_and_place_costs_are_paid() {
    assert_eq!(
        cost(|day| day.capital_per_place = eur(2000.0)),
        AS_IT_STANDS + 400.0
    );
    assert_eq!(
        cost(|day| day.site_per_year = eur(700.0)),
        AS_IT_STANDS + 200.0
    );
    assert_eq!(
        cost(|day| day.place_per_year = eur(300.0)),
        AS_IT_STANDS + 400.0
    );
}

#[test]
fn staff_per_place_gives_the_posts() {
    let staff = |posts: f64| {
        plan_with(|region| region.services[0].staff_per_place = posts).measures[0].staff
    };
    assert_eq!((staff(0.5), staff(0.25)), (2.0, 1.0));
}

#[test]
fn min_occupancy_keeps_a_site_closed_that_too_few_would_use() {
    let three = |least: f64| {
        plan_with(|region| {
            region.needs[0].persons = 3;
            region.services[0].min_occupancy = least;
        })
    };
    assert_eq!(three(0.75).objective, eur(AS_IT_STANDS - 600.0));
    let closed = three(0.76);
    assert_eq!(closed.objective, eur(15_000.0));
    assert_eq!(closed.rejected[0].reason, RejectedReason::TooFewPeople);
}

#[test]
fn max_per_site_counts_places_that_stand_there_already() {
    let expanding = |most: u32| {
        plan_with(|region| {
            region.sites = vec![site("SA", "B1", "A")];
            region.offers = vec![offer("SA", "DAY", 3, 3)];
            region.travel.push(way("A1", "SA", 10, 10));
            region.candidates[0].expands = Some("SA".into());
            region.services[0].max_per_site = Some(most);
        })
    };
    assert_eq!(expanding(7).objective, eur(AS_IT_STANDS));
    let full = expanding(6);
    assert_eq!(full.objective, eur(NOBODY_SERVED));
    assert_eq!(full.rejected[0].reason, RejectedReason::NoSizeFits);
}

#[test]
fn unmet_eur_decides_whether_serving_is_worth_it() {
    let plan = plan_with(|region| region.services[0].unmet = eur(825.0));
    assert_eq!(plan.objective, eur(3300.0));
    let plan = plan_with(|region| region.services[0].unmet = eur(824.0));
    assert_eq!(plan.objective, eur(3296.0));
    assert_eq!(plan.unmet[0].reason, UnmetReason::NotWorthwhile);
    assert_eq!(plan.rejected[0].reason, RejectedReason::Costlier);
}
