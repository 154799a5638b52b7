//! Columns of `sites.csv`, `offers.csv` and `travel.csv`.

use crate::common::*;
use crate::{AS_IT_STANDS, NOBODY_SERVED, cost_with, plan_with};
use domain::plan::UnmetReason;
use domain::{Payer, Region};

/// A site with four free places, five minutes and five kilometres away: a
/// person there costs 200 + 100 × 2 × (0.5 + 0.5) = 400.
fn with_offer(region: &mut Region) {
    region.sites = vec![site("SA", "A1", "A")];
    region.offers = vec![offer("SA", "DAY", 6, 2)];
    region.travel.push(way("A1", "SA", 5, 5));
}

#[test]
fn free_places_are_used_before_anything_opens() {
    let plan = plan_with(with_offer);
    assert_eq!(plan.objective, eur(1600.0));
    assert_eq!((plan.offers[0].free_places, plan.offers[0].persons), (4, 4));
    assert_eq!(plan.services[0].served_existing, 4);
}

#[test]
fn places_less_those_taken_are_free() {
    // Three are free. The candidate opens, and its least occupancy draws two
    // people: 400 + 500 + 2 × 600 + 2 × 400.
    let fewer = |places, taken| {
        cost_with(|region| {
            with_offer(region);
            region.offers[0].places = places;
            region.offers[0].places_taken = taken;
        })
    };
    assert_eq!(fewer(5, 2), 2900.0);
    assert_eq!(fewer(6, 3), 2900.0);
}

#[test]
fn an_offer_ends_after_until_year() {
    let until = |year| {
        plan_with(|region| {
            with_offer(region);
            region.offers[0].until_year = Some(year);
        })
    };
    assert_eq!(until(2020).objective, eur(1600.0));
    let ended = until(2019);
    assert_eq!(ended.objective, eur(AS_IT_STANDS));
    assert_eq!(ended.offers[0].free_places, 0);
    assert_eq!(ended.services[0].minutes_before, None);
}

#[test]
fn the_payer_of_an_offer_pays_its_running() {
    let plan = plan_with(|region| {
        with_offer(region);
        region.offers[0].payer = Payer::State;
    });
    assert_eq!(plan.payments.len(), 1);
    assert_eq!(
        (&plan.payments[0].payer, plan.payments[0].running),
        (&Payer::State, eur(800.0))
    );
}

#[test]
fn the_host_of_a_site_is_where_people_are_served() {
    let plan = plan_with(|region| {
        with_offer(region);
        region.sites[0].host = "B".into();
    });
    assert_eq!(plan.municipalities[0].served_at_home, 0);
    assert_eq!(plan.municipalities[1].served_others, 4);
    assert_eq!(plan_with(with_offer).municipalities[0].served_at_home, 4);
}

#[test]
fn a_site_is_reached_by_its_own_way_else_by_its_places() {
    let plan = |place: &str| {
        plan_with(|region| {
            with_offer(region);
            region.sites[0].place = Some(place.into());
            region.travel.last_mut().unwrap().to = "B1".into();
        })
    };
    assert_eq!(plan("B1").objective, eur(1600.0));
    assert_eq!(plan("A1").objective, eur(AS_IT_STANDS));
}

#[test]
fn today_is_told_whether_or_not_a_place_is_free() {
    let full = plan_with(|region| {
        with_offer(region);
        region.offers[0].places_taken = 6;
    });
    let day = &full.services[0];
    assert_eq!(day.minutes_before.map(|minutes| minutes.mean), Some(5.0));
    assert_eq!(day.within_limit_before, 4);
    assert_eq!(day.minutes.mean, 10.0);
}

#[test]
fn seconds_and_metres_cost() {
    // Either doubled: 100 × 2 × 3 = 600 a person instead of 400.
    assert_eq!(
        cost_with(|region| region.travel[0].seconds = Some(1200)),
        AS_IT_STANDS + 800.0
    );
    assert_eq!(
        cost_with(|region| region.travel[0].metres = Some(20_000)),
        AS_IT_STANDS + 800.0
    );
}

#[test]
fn without_a_way_nobody_is_served() {
    let plan = plan_with(|region| region.travel[0].seconds = None);
    assert_eq!(plan.objective, eur(NOBODY_SERVED));
    assert_eq!(plan.unmet[0].reason, UnmetReason::BeyondLimit);
}
