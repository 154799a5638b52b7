//! Columns of `needs.csv`, `moves.csv`, `bundles.csv` and `places.csv`.

use crate::common::*;
use crate::{AS_IT_STANDS, cost_with, plan_with, with_home_care};
use domain::plan::Range;
use domain::{Bundle, LatLon, Move, NeedArea, Region};

#[test]
fn persons_are_served_one_by_one() {
    assert_eq!(
        cost_with(|region| region.needs[0].persons = 3),
        AS_IT_STANDS - 600.0
    );
}

#[test]
fn a_need_of_another_year_does_not_count_and_that_is_said() {
    let plan = plan_with(|region| region.needs[0].year = Some(2021));
    assert_eq!(plan.objective, eur(0.0));
    assert_eq!(plan.notes[0].key, "demand-needs-of-year");
    assert_eq!(
        cost_with(|region| region.needs[0].year = Some(2020)),
        AS_IT_STANDS
    );
}

#[test]
fn a_need_of_another_scenario_does_not_count_and_that_is_said() {
    let of = |row: &str, asked: &str| {
        plan_with(|region| {
            region.needs[0].scenario = row.into();
            region.scenario.demand_scenario = asked.into();
        })
    };
    assert_eq!(of("high", "high").objective, eur(AS_IT_STANDS));
    assert_eq!(of("", "high").objective, eur(AS_IT_STANDS));
    let other = of("high", "low");
    assert_eq!(other.objective, eur(0.0));
    assert_eq!(other.notes[0].key, "demand-needs-of-scenario");
}

#[test]
fn hours_per_week_load_staff() {
    // 1.33 h a person: one worker. Places 4 × 100, travel half of 3,328.
    let cost = cost_with(|region| {
        with_home_care(region);
        region.needs[0].hours_per_week = Some(1.0);
    });
    assert_eq!(cost, 100.0 + 500.0 + 400.0 + 1664.0);
}

fn given_for_a(region: &mut Region) {
    region.needs[0].area = NeedArea::Territory("A".into());
    region.places.push(place("A2", "A", 1000));
    // 100 × 2 × (2 + 2) = 800 a person.
    region.travel.push(way("A2", "CA", 20, 20));
}

#[test]
fn a_need_by_territory_is_spread_by_population() {
    let plan = plan_with(given_for_a);
    assert_eq!(plan.objective, eur(AS_IT_STANDS + 2.0 * 400.0));
    assert_eq!(plan.notes[0].key, "demand-spread");
    let cost = cost_with(|region| {
        given_for_a(region);
        region.places[2].population = Some(3000);
    });
    assert_eq!(cost, AS_IT_STANDS + 3.0 * 400.0);
}

#[test]
fn a_places_territory_decides_whose_need_it_shares() {
    let cost = cost_with(|region| {
        given_for_a(region);
        region.places[2].territory = "B".into();
    });
    assert_eq!(cost, AS_IT_STANDS);
}

fn moving(year: Option<i32>, services: &[&str]) -> Move {
    Move {
        institution: "VSAC".into(),
        destination: "B1".into(),
        target_group: GRT.into(),
        services: services.iter().map(|&id| id.into()).collect(),
        persons: 1,
        year,
        line: 0,
    }
}

#[test]
fn who_moves_needs_services_where_they_will_live() {
    // Five people: 8 places (+400), a place (+200), 100 × 2 × (2 + 2) of travel.
    let cost = |year| cost_with(|region| region.moves.push(moving(year, &["DAY"])));
    assert_eq!(cost(None), AS_IT_STANDS + 400.0 + 200.0 + 800.0);
    assert_eq!(cost(Some(2020)), cost(None));
    assert_eq!(cost(Some(2021)), AS_IT_STANDS);
}

fn with_work(region: &mut Region) {
    region.services.push(centre("WORK"));
    region.needs.push(need("A1", "WORK", 4));
}

#[test]
fn bundles_tell_how_many_people_stand_behind_needs() {
    assert_eq!(
        plan_with(with_work).people_reached,
        Range {
            at_least: 4,
            at_most: 8
        }
    );
    let plan = plan_with(|region| {
        with_work(region);
        region.bundles.push(Bundle {
            place: "A1".into(),
            target_group: GRT.into(),
            services: vec!["DAY".into(), "WORK".into()],
            persons: 3,
            source: String::new(),
            line: 0,
        });
    });
    assert_eq!(
        plan.people_reached,
        Range {
            at_least: 4,
            at_most: 5
        }
    );
}

#[test]
fn coordinates_count_where_there_are_no_travel_times() {
    let cost = |lat: f64| {
        cost_with(|region| {
            region.travel.clear();
            region.candidates[0].at = Some(LatLon { lat, lon: 22.0 });
        })
    };
    assert_eq!(cost(57.0), AS_IT_STANDS - 1600.0);
    // A tenth of a degree: 11,119.5 m × 1.4 = 15,567 m, 934 s at 60 km/h:
    // 100 × 2 × (934 ÷ 3,600 × 6 + 1.5567) = 622.67 a person.
    assert_eq!(cost(57.1), AS_IT_STANDS - 1600.0 + 4.0 * 622.67);
}
