//! Columns of `candidates.csv`.

use crate::common::*;
use crate::{AS_IT_STANDS, NOBODY_SERVED, cost_with, plan_with};
use domain::plan::RejectedReason;
use domain::{Payer, Region, Stance};

#[test]
fn services_name_what_may_open() {
    let named = |id: &str| {
        plan_with(|region| {
            region.services.push(centre("WORK"));
            region.candidates[0].services = vec![id.into()];
        })
    };
    assert_eq!(named("DAY").objective, eur(AS_IT_STANDS));
    let other = named("WORK");
    assert_eq!(other.objective, eur(NOBODY_SERVED));
    assert_eq!(other.rejected[0].reason, RejectedReason::TooFewPeople);
}

#[test]
fn neither_host_nor_owner_may_refuse() {
    let refused = |host: &str, owner: &str| {
        plan_with(|region| {
            region.wishes = vec![wish("B", "DAY", Stance::Refuses)];
            region.candidates[0].host = host.into();
            region.candidates[0].owner = owner.into();
        })
    };
    assert_eq!(refused("A", "A").objective, eur(AS_IT_STANDS));
    for plan in [refused("A", "B"), refused("B", "A")] {
        assert_eq!(plan.objective, eur(NOBODY_SERVED));
        assert_eq!(plan.rejected[0].reason, RejectedReason::Refused);
    }
}

#[test]
fn the_owner_pays_and_the_host_has_it() {
    let plan = plan_with(|region| region.candidates[0].owner = "B".into());
    assert_eq!(plan.payments[0].payer, Payer::parse("B"));
    assert_eq!(plan.municipalities[0].places_new, 4);
    assert_eq!(plan.municipalities[1].capital, eur(4000.0));
    // Site 500 and four places of 200.
    assert_eq!(plan.municipalities[1].running, eur(1300.0));
}

#[test]
fn site_capital_is_paid_once_whatever_opens() {
    let with_capital = |region: &mut Region| region.candidates[0].site_capital = eur(1000.0);
    let one = plan_with(with_capital);
    assert_eq!(one.objective, eur(AS_IT_STANDS + 100.0));
    assert_eq!(
        (one.measures[0].capital, one.measures[0].site_capital),
        (eur(5000.0), eur(1000.0))
    );
    let two = plan_with(|region| {
        with_capital(region);
        region.services.push(centre("WORK"));
        region.needs.push(need("A1", "WORK", 4));
    });
    assert_eq!(two.objective, eur(2.0 * AS_IT_STANDS + 100.0));
    assert_eq!(
        (two.measures[1].capital, two.measures[1].site_capital),
        (eur(4000.0), eur(0.0))
    );
}

#[test]
fn capital_factor_multiplies_building_money() {
    assert_eq!(
        cost_with(|region| region.candidates[0].capital_factor = 0.5),
        AS_IT_STANDS - 200.0
    );
}

#[test]
fn max_places_limits_a_size_and_all_services_together() {
    let most = |places: u32| {
        plan_with(|region| {
            region.services.push(centre("WORK"));
            region.needs.push(need("A1", "WORK", 4));
            region.candidates[0].max_places = Some(places);
        })
    };
    assert_eq!(most(8).objective, eur(2.0 * AS_IT_STANDS));
    assert_eq!(most(7).objective, eur(AS_IT_STANDS + NOBODY_SERVED));
    let none = most(3);
    assert_eq!(none.objective, eur(2.0 * NOBODY_SERVED));
    assert_eq!(none.rejected[0].reason, RejectedReason::NoSizeFits);
}

#[test]
fn a_candidate_without_a_row_is_reached_by_its_place() {
    let cost = cost_with(|region| {
        region.candidates[0].place = Some("B1".into());
        region.travel = vec![way("A1", "B1", 10, 10)];
    });
    assert_eq!(cost, AS_IT_STANDS);
}

#[test]
fn expands_keeps_services_apart_from_what_stands_there() {
    let beside = |expands: bool, apart: bool| {
        cost_with(|region| {
            region.services.push(centre("WORK"));
            region.sites = vec![site("SA", "A1", "A")];
            region.offers = vec![offer("SA", "WORK", 4, 4)];
            region.travel.push(way("A1", "SA", 10, 10));
            region.candidates[0].expands = expands.then(|| "SA".into());
            region.scenario.apart = apart
                .then(|| ["WORK".into(), "DAY".into()])
                .into_iter()
                .collect();
        })
    };
    assert_eq!(beside(true, false), AS_IT_STANDS);
    assert_eq!(beside(false, true), AS_IT_STANDS);
    assert_eq!(beside(true, true), NOBODY_SERVED);
}
