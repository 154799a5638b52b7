//! From a region to the plan.

mod common;

use common::*;
use domain::Cents;

#[test]
fn the_region_solved_by_hand_costs_what_the_hand_says() {
    let plan = planned(&region());
    assert_eq!(openings(&plan), ["CA DAY 4"]);
    assert_eq!(plan.costs.capital, eur(400.0));
    assert_eq!(plan.costs.sites, eur(500.0));
    assert_eq!(plan.costs.places, eur(800.0));
    assert_eq!(plan.costs.travel, eur(1600.0));
    assert_eq!(plan.objective, eur(3300.0));
    assert_eq!(plan.costs.unmet, Cents::ZERO);
}
