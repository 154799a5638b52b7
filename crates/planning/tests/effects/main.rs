//! Every column and every switch that bears on the plan: each test changes one
//! thing in the region that is solved by hand in `common` (3,300 EUR a year)
//! and holds the plan to a figure worked out by hand.
//!
//! Columns that only findings or documents use are tested there.

#[path = "../common/mod.rs"]
mod common;
#[path = "../../../verify/tests/walk/mod.rs"]
mod walk;

mod candidates;
mod money;
mod needs;
mod scenario;
mod services;
mod supply;
mod switches;
mod tampered;
mod territories;

use common::*;
use domain::Region;
use domain::plan::Plan;

/// The plan of the hand-solved region with one thing changed.
fn plan_with(change: impl FnOnce(&mut Region)) -> Plan {
    planned(&region_with(change))
}

/// Its cost, EUR a year.
fn cost_with(change: impl FnOnce(&mut Region)) -> f64 {
    plan_with(change).objective.eur()
}

/// What the region costs when nobody is served.
const NOBODY_SERVED: f64 = 20_000.0;
/// What the region costs as it stands.
const AS_IT_STANDS: f64 = 3_300.0;

/// The region with home care (`CARE`) instead of the day centre: four people
/// with 2 hours a week, visits of an hour, workers of 10 hours.
///
/// A person loads 2.00 h × (1 + 2 × 1/6 h ÷ 1 h) = 2.67 h, all four 10.68 h: one
/// worker (10 h) is not enough, two are. Capital 2 × 1,000 ÷ 10 = 200, site 500,
/// places 4 × 1,000 × 2 ÷ 10 = 800, travel 4 × 104 visits × 2 × (1/6 h × 18 EUR
/// + 1 EUR) = 3,328: 4,828 EUR a year.
fn with_home_care(region: &mut Region) {
    let care = &mut region.services[0];
    care.id = "CARE".into();
    care.delivery = domain::Delivery::Mobile;
    care.visits_per_year = None;
    care.sizes = vec![1, 2];
    care.hours_per_worker_week = Some(10.0);
    care.visit_hours = Some(1.0);
    care.place_per_year = eur(1000.0);
    region.needs[0].service = "CARE".into();
    region.needs[0].hours_per_week = Some(2.0);
}

#[test]
fn the_region_as_it_stands() {
    assert_eq!(cost_with(|_| ()), AS_IT_STANDS);
    assert_eq!(cost_with(|region| region.candidates.clear()), NOBODY_SERVED);
    let care = plan_with(with_home_care);
    assert_eq!(
        (openings(&care), care.objective),
        (vec!["CA CARE 2".to_owned()], eur(4828.0))
    );
}
