//! Switches of `scenario.toml`.

use crate::common::*;
use crate::{AS_IT_STANDS, NOBODY_SERVED, cost_with, plan_with, with_home_care};
use domain::plan::RejectedReason;
use domain::{Delivery, FundOverride, LatLon, LockState, Payer, Scenario, SizePenalty};

fn cost(change: impl FnOnce(&mut Scenario)) -> f64 {
    cost_with(|region| change(&mut region.scenario))
}

#[test]
fn year_is_the_year_of_needs() {
    let cost = cost_with(|region| {
        region.needs[0].year = Some(2020);
        region.scenario.year = 2021;
    });
    assert_eq!(cost, 0.0);
}

#[test]
fn building_money_is_repaid_at_the_discount_rate_over_the_building_life() {
    // The annuity of 4,000 EUR at 5 % over 10 years is 518.02.
    assert_eq!(
        cost(|scenario| scenario.discount_rate = 0.05),
        AS_IT_STANDS + 118.02
    );
    assert_eq!(
        cost(|scenario| scenario.building_life_years = 20.0),
        AS_IT_STANDS - 200.0
    );
}

#[test]
fn the_hour_of_whoever_travels_costs() {
    // 4 people × 100 visits × 2 × 1/6 h more for each EUR.
    assert_eq!(
        cost(|scenario| scenario.client_eur_per_hour = 12.0),
        AS_IT_STANDS + 800.0
    );
    let family = |eur_per_hour: f64| {
        cost_with(|region| {
            region.services[0].delivery = Delivery::Residential;
            region.scenario.family_eur_per_hour = eur_per_hour;
        })
    };
    assert_eq!(family(18.0) - family(12.0), 800.0);
    // 4 people × 104 visits × 2 × 1/6 h × 18 EUR.
    let staff = |eur_per_hour: f64| {
        cost_with(|region| {
            with_home_care(region);
            region.scenario.staff_eur_per_hour = eur_per_hour;
        })
    };
    assert_eq!(staff(36.0) - staff(18.0), 2496.0);
}

#[test]
fn kilometres_and_surcharged_minutes_cost() {
    assert_eq!(
        cost(|scenario| scenario.eur_per_km = 0.2),
        AS_IT_STANDS + 800.0
    );
    let surcharged = cost_with(|region| {
        region.services[0].standard_min = 5.0;
        region.scenario.surcharge_eur_per_minute = 20.0;
    });
    assert_eq!(surcharged, AS_IT_STANDS + 400.0);
}

#[test]
fn the_budget_limits_all_building_money() {
    let with_site_money = |budget: f64| {
        plan_with(|region| {
            region.candidates[0].site_capital = eur(1000.0);
            region.scenario.budget_eur = Some(budget);
        })
    };
    let enough = with_site_money(5000.0);
    assert_eq!(enough.objective, eur(AS_IT_STANDS + 100.0));
    assert_eq!(enough.options.budget, Some(eur(5000.0)));
    assert_eq!(with_site_money(4999.99).objective, eur(NOBODY_SERVED));
}

#[test]
fn the_budget_asked_for_replaces_the_scenarios() {
    let region = region_with(|region| region.scenario.budget_eur = Some(0.0));
    let mut options = options(domain::plan::Explain::None);
    options.budget = Some(eur(4000.0));
    assert_eq!(
        try_plan(&region, &options).unwrap().objective,
        eur(AS_IT_STANDS)
    );
}

#[test]
fn services_that_are_apart_do_not_share_a_roof() {
    let together = |apart: Vec<[domain::ServiceId; 2]>| {
        cost_with(|region| {
            region.services.push(centre("WORK"));
            region.needs.push(need("A1", "WORK", 4));
            region.scenario.apart = apart;
        })
    };
    assert_eq!(together(Vec::new()), 2.0 * AS_IT_STANDS);
    assert_eq!(
        together(vec![["DAY".into(), "WORK".into()]]),
        AS_IT_STANDS + NOBODY_SERVED
    );
}

#[test]
fn size_above_a_threshold_is_penalised_for_the_services_named() {
    let penalty = |service: &str, above: u32, each: f64| {
        let service = service.into();
        plan_with(|region| {
            region.scenario.size_penalty = Some(SizePenalty {
                services: vec![service],
                above_places: above,
                eur_per_place_year: each,
            });
        })
    };
    let plan = penalty("DAY", 3, 70.0);
    assert_eq!(
        (plan.objective, plan.costs.size_penalty),
        (eur(AS_IT_STANDS + 70.0), eur(70.0))
    );
    assert_eq!(penalty("DAY", 1, 70.0).objective, eur(AS_IT_STANDS + 210.0));
    assert_eq!(penalty("DAY", 4, 70.0).objective, eur(AS_IT_STANDS));
    assert_eq!(penalty("WORK", 3, 70.0).objective, eur(AS_IT_STANDS));
}

#[test]
fn a_lock_closes_or_opens_a_candidate_or_a_service() {
    for service in [None, Some("DAY")] {
        let closed = plan_with(|region| {
            region.scenario.locks = vec![lock("CA", service, LockState::Closed)]
        });
        assert_eq!(closed.objective, eur(NOBODY_SERVED));
        assert_eq!(closed.rejected[0].reason, RejectedReason::Locked);
        // Serving costs 3,300 and leaving without 3,200: only the lock opens it.
        let not_worth_it = |locked: bool| {
            cost_with(|region| {
                region.services[0].unmet = eur(800.0);
                if locked {
                    region.scenario.locks = vec![lock("CA", service, LockState::Open)];
                }
            })
        };
        assert_eq!(not_worth_it(false), 3200.0);
        assert_eq!(not_worth_it(true), AS_IT_STANDS);
    }
}

#[test]
fn a_lock_with_places_opens_exactly_that_size() {
    let mut eight = lock("CA", Some("DAY"), LockState::Open);
    eight.places = Some(8);
    let plan = plan_with(|region| region.scenario.locks = vec![eight]);
    assert_eq!(openings(&plan), ["CA DAY 8"]);
    assert_eq!(plan.objective, eur(AS_IT_STANDS + 400.0));
}

#[test]
fn a_fund_of_the_scenario_replaces_the_row_or_is_added() {
    let with_override = |row: Option<f64>, ceiling_eur: f64| {
        cost_with(|region| {
            region.funds = row.map(|ceiling| fund("A", ceiling)).into_iter().collect();
            region.scenario.funds = vec![FundOverride {
                payer: Payer::parse("A"),
                territory: None,
                year: None,
                ceiling_eur,
            }];
        })
    };
    assert_eq!(with_override(Some(0.0), 4000.0), AS_IT_STANDS);
    assert_eq!(with_override(None, 0.0), NOBODY_SERVED);
}

#[test]
fn the_fallback_stretches_distance_by_detour_and_divides_by_speed() {
    let cost = |detour: f64, speed: f64| {
        plan_with(|region| {
            region.travel.clear();
            region.candidates[0].at = Some(LatLon {
                lat: 57.1,
                lon: 22.0,
            });
            region.scenario.travel.detour = detour;
            region.scenario.travel.speed_kmh.insert("car".into(), speed);
        })
    };
    // 11,119.508 m × 2.6 = 28,911 m, 1,735 s: 100 × 2 × (2.8917 + 2.8911) = 1,156.55.
    let stretched = cost(2.6, 60.0);
    assert_eq!(stretched.objective, eur(1700.0 + 4.0 * 1156.55));
    assert_eq!(stretched.notes[0].key, "siting-travel-estimated");
    // 14,455 m, 1,735 s at 30 km/h: 100 × 2 × (2.8917 + 1.4455) = 867.43.
    assert_eq!(cost(1.3, 30.0).objective, eur(1700.0 + 4.0 * 867.43));
}
