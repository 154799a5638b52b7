//! Switches of `scenario.toml` that change what is asked of a plan. Each test works the
//! figures out by hand from those of `common`: a person at the day centre costs 200 EUR
//! for the place and 40 EUR for each minute of way (a kilometre each).

use crate::common::*;
use crate::{AS_IT_STANDS, NOBODY_SERVED};
use domain::plan::{Opening, Plan, UnmetReason};
use domain::{
    Bundle, Delivery, DemandScenario, Equity, LeastChange, LockState, Region, Scenario, SiteRef,
};

/// The plan, which the verifier finds to hold.
fn held(change: impl FnOnce(&mut Region)) -> Plan {
    let region = region_with(change);
    let plan = planned(&region);
    let verdict = verify::verify(&region, &plan);
    let faults: Vec<_> = verdict
        .checks
        .iter()
        .flat_map(|check| &check.faults)
        .collect();
    assert!(faults.is_empty(), "{faults:#?}");
    let text = serde_json::to_string(&plan).unwrap();
    let read: Plan = serde_json::from_str(&text).unwrap();
    assert_eq!(read, plan, "a plan reads back");
    plan
}

/// A site five minutes away with so many free places: 200 + 200 = 400 EUR a person.
pub fn with_free_places(region: &mut Region, places: u32) {
    region.sites = vec![site("SA", "A1", "A")];
    region.offers = vec![offer("SA", "DAY", places, 0)];
    region.travel.push(way("A1", "SA", 5, 5));
}

#[test]
fn single_source_keeps_the_people_of_a_point_together() {
    // Divided, two or three take free places and the others open the candidate with its
    // least occupancy: 400 + 500 + 2 × 600 + 2 × 400. Together they find room only there.
    let cost = |services: &[&str]| {
        let plan = held(|region| {
            with_free_places(region, 3);
            region.scenario.single_source = services.iter().map(|&id| id.into()).collect();
        });
        plan.objective.eur()
    };
    assert_eq!(cost(&[]), 2900.0);
    assert_eq!(cost(&["DAY"]), AS_IT_STANDS);
}

#[test]
fn a_cap_on_travel_is_a_limit_for_the_services_that_it_names() {
    let capped = |minutes: f64, services: &[&str]| {
        held(|region| {
            region.scenario.equity = Some(Equity {
                cap_min: Some(minutes),
                services: services.iter().map(|&id| id.into()).collect(),
                ..Equity::default()
            });
        })
    };
    assert_eq!(capped(10.0, &[]).objective, eur(AS_IT_STANDS));
    let beyond = capped(9.9, &[]);
    assert_eq!(beyond.objective, eur(NOBODY_SERVED));
    assert_eq!(beyond.unmet[0].reason, UnmetReason::BeyondLimit);
    assert_eq!(capped(9.9, &["DAY"]).objective, eur(NOBODY_SERVED));
    let other = held(|region| {
        region.services.push(centre("WORK"));
        region.scenario.equity = Some(Equity {
            cap_min: Some(9.9),
            services: vec!["WORK".into()],
            ..Equity::default()
        });
    });
    assert_eq!(other.objective, eur(AS_IT_STANDS));
    let told = other.equity.unwrap();
    assert_eq!(
        (told.mean, told.max, told.beyond_standard),
        (10.0, 10.0, 0.0)
    );
    assert_eq!((told.worst_off, told.worst_mean), (None, None));
}

/// Three people ten minutes from CA and one twenty; CB is fourteen from all of them.
pub fn near_or_even(region: &mut Region) {
    region.needs = vec![need("A1", "DAY", 3), need("B1", "DAY", 1)];
    region.candidates.push(candidate("CB", "B1", "B"));
    region
        .travel
        .extend([way("A1", "CB", 14, 14), way("B1", "CB", 14, 14)]);
}

pub fn worst(share: f64, eur_per_minute: f64) -> Option<Equity> {
    Some(Equity {
        worst_share: Some(share),
        eur_per_minute: Some(eur_per_minute),
        ..Equity::default()
    })
}

#[test]
fn minutes_of_the_worst_off_cost_and_move_a_site() {
    // One of four is the worst off. CA: 400 + 500 + 800 + 40 × (3 × 10 + 20) = 3,700, and 20
    // minutes of his; CB: 400 + 500 + 800 + 40 × 4 × 14 = 3,940, and 14.
    let at = |eur_per_minute: f64| {
        held(|region| {
            near_or_even(region);
            region.scenario.equity = worst(0.25, eur_per_minute);
        })
    };
    let cheap = at(10.0);
    assert_eq!(openings(&cheap), ["CA DAY 4"]);
    assert_eq!(
        (cheap.objective, cheap.costs.equity),
        (eur(3900.0), eur(200.0))
    );
    let dear = at(50.0);
    assert_eq!(openings(&dear), ["CB DAY 4"]);
    assert_eq!(
        (dear.objective, dear.costs.equity),
        (eur(4640.0), eur(700.0))
    );
    let told = dear.equity.unwrap();
    assert_eq!((told.mean, told.max), (14.0, 14.0));
    assert_eq!((told.worst_off, told.worst_mean), (Some(1), Some(14.0)));
    // Half of them: CA's are 20 and 10 minutes.
    let half = held(|region| {
        near_or_even(region);
        region.scenario.equity = worst(0.5, 10.0);
    });
    assert_eq!(half.objective, eur(3700.0 + 10.0 * 30.0));
}

#[test]
fn who_is_left_without_counts_among_the_worst_off_with_the_limit() {
    let plan = held(|region| {
        region.candidates.clear();
        region.scenario.equity = worst(0.5, 10.0);
    });
    // Two of the four, with 60 minutes each.
    assert_eq!(plan.objective, eur(NOBODY_SERVED + 2.0 * 600.0));
    assert_eq!(plan.equity.unwrap().worst_mean, Some(60.0));
}

pub fn demand_scenarios(region: &mut Region, high: f64) {
    let mut more = need("A1", "DAY", 4);
    more.scenario = "high".into();
    region.needs.push(more);
    region.scenario.demand_scenario = "base".into();
    let scenario = |name: &str, probability: f64| DemandScenario {
        name: name.into(),
        probability,
    };
    region.scenario.demand_scenarios = vec![scenario("base", 1.0 - high), scenario("high", high)];
}

#[test]
fn one_size_serves_all_demand_scenarios_at_the_least_expected_cost() {
    // Eight places cost 800 + 500 and 600 a person: 3,700 with four, 6,100 with eight people.
    // Four places cost 3,300, and with eight people 20,000 more for those left without.
    let plan = held(|region| demand_scenarios(region, 0.25));
    assert_eq!(openings(&plan), ["CA DAY 8"]);
    assert_eq!(plan.objective, eur(0.75 * 3700.0 + 0.25 * 6100.0));
    let costs: Vec<f64> = plan
        .states
        .iter()
        .map(|row| row.costs.total().eur())
        .collect();
    assert_eq!(costs, [3700.0, 6100.0]);
    let spread = plan.spread.unwrap();
    assert_eq!(
        (spread.expected, spread.worst_tenth),
        (eur(4300.0), eur(6100.0))
    );
    assert_eq!((plan.states[1].needed, plan.states[1].left_without), (8, 0));
    assert_eq!(plan.assignments[0].persons, 4);
    assert_eq!(plan.states[1].assignments[0].persons, 8);

    // At one in a hundred the larger size is not worth it: 3,300 + 200 against 3,700 + 24.
    let unlikely = held(|region| demand_scenarios(region, 0.01));
    assert_eq!(openings(&unlikely), ["CA DAY 4"]);
    assert_eq!(unlikely.objective, eur(0.99 * 3300.0 + 0.01 * 23_300.0));
    assert_eq!(unlikely.states[1].left_without, 4);
    // One in a hundred with 23,300, nine with 3,300.
    assert_eq!(unlikely.spread.unwrap().worst_tenth, eur(5300.0));
}

#[test]
fn least_occupancy_holds_in_every_demand_scenario() {
    // With the four of `high` alone there is nobody otherwise, so that nothing may open.
    let plan = held(|region| {
        demand_scenarios(region, 0.25);
        region.needs.remove(0);
    });
    assert_eq!(openings(&plan), Vec::<String>::new());
    assert_eq!(plan.objective, eur(0.25 * NOBODY_SERVED));
}

/// The first of the phases stands for 2020 and 2021, the second for 2022: two thirds and
/// one third of the whole.
pub fn phases(scenario: &mut Scenario) {
    scenario.phases = vec![2020, 2022];
}

#[test]
fn a_measure_opens_in_the_year_in_which_it_is_needed() {
    let plan = held(|region| {
        phases(&mut region.scenario);
        region.needs[0].year = Some(2022);
    });
    // Nobody would fill it before.
    assert_eq!(plan.measures[0].year, Some(2022));
    assert_eq!(plan.objective, eur(AS_IT_STANDS / 3.0));
    let left: Vec<u32> = plan.states.iter().map(|row| row.needed).collect();
    assert_eq!(left, [0, 4]);

    let at_once = held(|region| phases(&mut region.scenario));
    assert_eq!(at_once.measures[0].year, Some(2020));
    // Thirds of cents: 400, 500, 4 × 200 and 4 × 400 divide into parts that add up to 2 cents more or less.
    let off = (at_once.objective.eur() - AS_IT_STANDS).abs();
    assert!(off <= 0.05, "{}", at_once.objective);
}

#[test]
fn a_fund_of_a_year_pays_what_opens_in_it() {
    let plan = held(|region| {
        phases(&mut region.scenario);
        let mut none = fund("A", 0.0);
        none.year = Some(2020);
        region.funds = vec![none];
    });
    assert_eq!(plan.measures[0].year, Some(2022));
    // Four times 3,333.33 until then.
    assert_eq!(plan.objective, eur(13_333.32 + 1100.0));
    assert_eq!(plan.unmet[0].persons, 4);
}

#[test]
fn an_offer_serves_in_the_years_in_which_it_is_given() {
    // 1,600 a year until 2021, then the candidate.
    let plan = held(|region| {
        phases(&mut region.scenario);
        with_free_places(region, 4);
        region.offers[0].until_year = Some(2021);
    });
    assert_eq!(plan.measures[0].year, Some(2022));
    let costs: Vec<f64> = plan
        .states
        .iter()
        .map(|row| row.costs.total().eur())
        .collect();
    assert_eq!(costs, [1600.0, AS_IT_STANDS]);
}

#[test]
fn later_years_weigh_less_at_the_discount_rate() {
    // 1 + 1/1.1 years against 1/1.21: 0.302115 of the whole.
    let plan = held(|region| {
        phases(&mut region.scenario);
        region.scenario.discount_rate = 0.1;
        region.needs[0].year = Some(2022);
        region.services[0].capital_per_place = eur(0.0);
    });
    assert_eq!(plan.states[1].weight, 302_114_804);
    // 500, 4 × 200 and 4 × 400 of it.
    assert_eq!(plan.objective, eur(151.06 + 4.0 * (60.42 + 120.85)));
}

/// An approved plan of the day centre at CB, two minutes farther: 3,620 instead of 3,300.
pub fn approved(region: &mut Region, candidate_id: &str, places: u32, price: Option<f64>) {
    region.candidates.push(candidate("CB", "B1", "B"));
    region.travel.push(way("A1", "CB", 12, 12));
    region.scenario.least_change = Some(LeastChange {
        plan: "approved.json".into(),
        eur_per_change: price,
        approved: vec![Opening {
            candidate: candidate_id.into(),
            service: "DAY".into(),
            places,
        }],
    });
}

#[test]
fn a_change_is_made_where_it_saves_more_than_its_price() {
    let at = |price: f64| held(|region| approved(region, "CB", 4, Some(price)));
    // Closing CB and opening CA are two changes, which save 320.
    let moved = at(100.0);
    assert_eq!(openings(&moved), ["CA DAY 4"]);
    assert_eq!(
        (moved.objective, moved.costs.change),
        (eur(3500.0), eur(200.0))
    );
    let change = moved.change.unwrap();
    assert_eq!((change.opened.len(), change.closed.len()), (1, 1));
    let kept = at(200.0);
    assert_eq!(openings(&kept), ["CB DAY 4"]);
    assert_eq!((kept.objective, kept.costs.change), (eur(3620.0), eur(0.0)));
}

#[test]
fn another_size_is_one_change() {
    // Eight places cost 400 more than four.
    let at = |price: f64| held(|region| approved(region, "CA", 8, Some(price)));
    let resized = at(300.0);
    assert_eq!(openings(&resized), ["CA DAY 4"]);
    assert_eq!(resized.objective, eur(3600.0));
    let told = &resized.change.unwrap().resized[0];
    assert_eq!((told.before, told.after), (8, 4));
    assert_eq!(openings(&at(500.0)), ["CA DAY 8"]);
    assert_eq!(at(500.0).objective, eur(3700.0));
}

#[test]
fn without_a_price_the_fewest_changes_come_first_and_then_the_cost() {
    let kept = held(|region| approved(region, "CB", 4, None));
    assert_eq!(openings(&kept), ["CB DAY 4"]);
    assert_eq!((kept.objective, kept.gap), (eur(3620.0), 0.0));
    // CB must close, and a lock opens a day centre at CA: two changes at the least, and of
    // the two sizes the cheaper one.
    let repaired = held(|region| {
        approved(region, "CB", 4, None);
        region.scenario.locks = vec![
            lock("CB", None, LockState::Closed),
            lock("CA", None, LockState::Open),
        ];
    });
    assert_eq!(openings(&repaired), ["CA DAY 4"]);
    let change = repaired.change.as_ref().unwrap();
    assert_eq!(change.count(), 2);
    assert_eq!(repaired.costs.change, change.price * 2);
    assert_eq!(
        repaired.objective - repaired.costs.change,
        eur(AS_IT_STANDS)
    );
    assert_eq!(repaired.gap, 0.0);
}

#[test]
fn an_approved_measure_that_may_no_longer_open_is_a_change() {
    let plan = held(|region| approved(region, "GONE", 4, Some(100.0)));
    assert_eq!(plan.objective, eur(AS_IT_STANDS + 2.0 * 100.0));
}

/// Two people of A1 need a home and from there the day centre. The home may open at CH,
/// which stands at B1, thirty minutes away; there the day centre CA is twenty minutes away.
///
/// The home: 2 places × 1,000 ÷ 10 + 500 = 700, and a person 200 + 10 visits × 2 × (0.5 h ×
/// 12 + 3) = 380; left without 5,000.
pub fn with_home(region: &mut Region) {
    let mut home = centre("HOME");
    home.delivery = Delivery::Residential;
    home.visits_per_year = Some(10.0);
    home.sizes = vec![2];
    region.services.push(home);
    region.needs.push(need("A1", "HOME", 2));
    region.candidates[0].services = vec!["DAY".into()];
    let mut at_b = candidate("CH", "B1", "B");
    at_b.services = vec!["HOME".into()];
    region.candidates.push(at_b);
    region.travel.push(way("A1", "CH", 30, 30));
    region.bundles = vec![Bundle {
        place: "A1".into(),
        target_group: GRT.into(),
        services: vec!["HOME".into(), "DAY".into()],
        persons: 2,
        source: String::new(),
        line: 0,
    }];
}

#[test]
fn who_moves_into_a_home_travels_to_the_day_service_from_there() {
    let plan = |from_home: bool| {
        held(|region| {
            with_home(region);
            region.scenario.day_travel_from_home = from_home;
        })
    };
    let homes = 700.0 + 2.0 * 380.0;
    assert_eq!(plan(false).objective, eur(AS_IT_STANDS + homes));
    // Two of the four have twenty minutes instead of ten: 2 × 40 × 10 more.
    let moved = plan(true);
    assert_eq!(moved.objective, eur(AS_IT_STANDS + homes + 800.0));
    let from: Vec<_> = moved
        .assignments
        .iter()
        .map(|row| {
            (
                row.service.as_str(),
                row.from.clone(),
                row.persons,
                row.minutes,
            )
        })
        .collect();
    let home = Some(SiteRef::Candidate("CH".into()));
    assert_eq!(
        from,
        [
            ("DAY", None, 2, 10.0),
            ("HOME", None, 2, 30.0),
            ("DAY", home, 2, 20.0)
        ]
    );
    assert_eq!(moved.services[0].needed, 4);
}

#[test]
fn who_finds_no_home_goes_to_the_day_service_from_where_they_live() {
    let plan = held(|region| {
        with_home(region);
        region.scenario.day_travel_from_home = true;
        region.candidates.pop();
    });
    assert_eq!(plan.objective, eur(AS_IT_STANDS + 2.0 * 5000.0));
    assert_eq!(plan.unmet[0].persons, 2);
    assert_eq!(plan.services[0].unmet, 0);
}

#[test]
fn a_home_far_from_any_day_service_is_not_worth_it() {
    // From CH the day centre is beyond the limit, and being without it costs 5,000 each: as
    // much as being without a home, so that the home is not worth its cost.
    let plan = held(|region| {
        with_home(region);
        region.scenario.day_travel_from_home = true;
        region.travel.retain(|row| row.from != "B1");
    });
    assert_eq!(openings(&plan), ["CA DAY 4"]);
    assert_eq!(plan.objective, eur(AS_IT_STANDS + 2.0 * 5000.0));
}
