//! What counts as supply, who is without, which sites duplicate one another.

mod small;
use domain::*;
use reach::{Decay, Trips, reach, reach_after};
use small::*;

/// A and B, 50 minutes apart; a home with 4 places, all taken, stands in A.
fn two_places() -> Region {
    region()
        .with_municipality("M")
        .with_place("A", "M", 0.0)
        .with_place("B", "M", 50.0)
        .with_service(service("HOME"))
        .with_site("X", "A")
        .with_offer("X", "HOME", 4, 4)
}

#[test]
fn a_full_site_is_near_but_gives_nothing() {
    let answer = reach(&two_places(), &[people("A", "HOME", 3)]);
    let home = &answer.services[0];
    assert_eq!(home.places[0].minutes, Some(0.0));
    assert_eq!(home.all.ratio, 0.0);
    assert!(!answer.measured);
}

#[test]
fn an_offer_that_has_ended_is_not_there() {
    let mut region = two_places();
    region.offers[0].until_year = Some(2019);
    let home = &reach(&region, &[people("A", "HOME", 3)]).services[0];
    assert_eq!(home.all.nearest, None);
    assert_eq!(home.places_without, [PlaceId::from("A")]);

    region.offers[0].until_year = Some(2020);
    assert!(
        reach(&region, &[people("A", "HOME", 3)]).services[0]
            .places_without
            .is_empty()
    );
}

#[test]
fn a_place_beyond_the_limit_is_told() {
    let mut region = two_places();
    let points = [people("A", "HOME", 1), people("B", "HOME", 3)];
    assert_eq!(reach(&region, &points).services[0].all.within_limit, 1.0);

    region.services[0].limit_min = 50.0;
    let at_the_limit = &reach(&region, &points).services[0];
    assert!(
        at_the_limit.places_without.is_empty(),
        "the limit itself is within"
    );

    region.services[0].limit_min = 49.0;
    let home = &reach(&region, &points).services[0];
    assert_eq!(home.places_without, [PlaceId::from("B")]);
    assert_eq!(
        (home.all.within_limit, home.all.within_standard),
        (0.25, 0.25)
    );
    assert_eq!(
        home.places[1].minutes,
        Some(50.0),
        "the way there is still told"
    );
}

#[test]
fn measures_of_a_plan_count_as_supply() {
    let region = two_places().with_candidate("K", "B");
    let points = [people("B", "HOME", 4)];
    let mut plan = empty_plan(&region);
    assert_eq!(
        reach_after(&region, &points, &plan),
        reach(&region, &points)
    );

    plan.measures.push(measure(&region, "K", "HOME", 8));
    let home = &reach_after(&region, &points, &plan).services[0];
    assert_eq!(home.places[0].nearest, Some(SiteRef::Candidate("K".into())));
    assert_eq!(home.all.ratio, 2.0);
}

#[test]
fn mobile_need_and_supply_are_hours_a_week() {
    let mut region = two_places();
    region.services[0] = Service {
        delivery: Delivery::Mobile,
        visits_per_year: None,
        hours_per_worker_week: Some(36.0),
        visit_hours: Some(2.0),
        ..service("HOME")
    };
    region.offers[0].places_taken = 3;
    let hours = |hours, persons| DemandPoint {
        hours_per_week: Some(hours),
        ..people("A", "HOME", persons)
    };
    let home = &reach(&region, &[hours(4.0, 6), hours(12.0, 1)]).services[0];
    assert_eq!(home.all.persons, 7);
    assert_eq!(home.sites[0].weighted_need, 36.0);
    assert_eq!(home.all.ratio, 1.0);
}

#[test]
fn coverage_is_a_share_of_hours_not_of_people() {
    let mut region = two_places();
    region.services[0] = Service {
        delivery: Delivery::Mobile,
        visits_per_year: None,
        hours_per_worker_week: Some(36.0),
        visit_hours: Some(2.0),
        ..service("HOME")
    };
    region.offers[0].places_taken = 3;
    let hours = |place, hours| DemandPoint {
        hours_per_week: Some(hours),
        ..people(place, "HOME", 1)
    };
    // One worker of 36 hours: all of the 9 in A, 27 of the 63 in B.
    let home = &reach(&region, &[hours("A", 9.0), hours("B", 63.0)]).services[0];
    assert_eq!(home.sharing.covered, 0.5);
}

#[test]
fn target_groups_share_the_supply_of_a_place() {
    let mut region = two_places();
    region.offers[0].places_taken = 0;
    let children = DemandPoint {
        target_group: "BFT".into(),
        ..people("B", "HOME", 1)
    };
    let home = &reach(&region, &[people("A", "HOME", 3), children]).services[0];
    let groups: Vec<_> = home
        .target_groups
        .iter()
        .map(|row| {
            (
                row.target_group.as_str(),
                row.access.persons,
                row.access.within_standard,
            )
        })
        .collect();
    assert_eq!(groups, [("BFT", 1, 0.0), ("GRT", 3, 1.0)]);
}

/// Two homes 10 minutes apart, 4 and 8 places, half of them taken.
fn two_homes() -> Region {
    region()
        .with_municipality("M")
        .with_place("A", "M", 0.0)
        .with_place("B", "M", 10.0)
        .with_service(service("HOME"))
        .with_site("X", "A")
        .with_site("Y", "B")
        .with_offer("X", "HOME", 4, 2)
        .with_offer("Y", "HOME", 8, 4)
}

#[test]
fn two_sites_are_duplicates_when_the_larger_could_serve_all() {
    let duplicates = |persons| {
        reach(&two_homes(), &[people("A", "HOME", persons)]).services[0]
            .duplicates
            .clone()
    };
    let found = duplicates(2);
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].need, found[0].larger, found[0].minutes),
        (8.0, 8.0, 10.0)
    );
    assert!(duplicates(3).is_empty());
}

#[test]
fn sites_far_from_one_another_are_no_duplicates() {
    let mut region = two_homes();
    region.scenario.rules.duplicate_within_min = 9.0;
    assert!(reach(&region, &[]).services[0].duplicates.is_empty());
    region.scenario.rules.duplicate_within_min = 10.0;
    assert_eq!(reach(&region, &[]).services[0].duplicates.len(), 1);
}

#[test]
fn the_answer_survives_json() {
    let answer = reach(&two_homes(), &[people("A", "HOME", 2)]);
    let text = serde_json::to_string(&answer).unwrap();
    assert_eq!(serde_json::from_str::<reach::Reach>(&text).unwrap(), answer);
}

#[test]
fn the_decay_is_fitted_to_the_trips_of_the_plan_where_it_has_any() {
    let region = two_places().with_candidate("K", "B");
    let points = [people("A", "HOME", 40)];
    let mut plan = empty_plan(&region);
    let decay = |plan: &Plan| {
        reach_after(&region, &points, plan).services[0]
            .decay
            .clone()
    };
    let before = decay(&plan);
    assert_eq!((before.trips, &before.fit), (Trips::Nearest, &None));
    // Without a fit a site at the standard of 30 minutes counts half.
    assert!((before.decay.weight(1800) - 0.5).abs() < 1e-5);

    for (minutes, persons) in [(2.0, 30), (10.0, 8), (80.0, 2)] {
        plan.assignments.push(plan::Assignment {
            place: "A".into(),
            target_group: "GRT".into(),
            service: "HOME".into(),
            hours_per_week: None,
            site: SiteRef::Candidate("K".into()),
            persons,
            minutes,
            from: None,
        });
    }
    let after = decay(&plan);
    assert_eq!(after.trips, Trips::Plan);
    // 40 people travel 2 × 30 + 10 × 8 + 80 × 2 = 300 minutes.
    let per_min = 0.133333;
    assert_eq!(after.decay, Decay::Exponential { per_min });
}

#[test]
fn residents_are_those_of_the_population_table_and_its_target_groups_are_none() {
    let people_of = |territory: &str, target_group: Option<&str>, persons| Population {
        territory: territory.into(),
        year: 2020,
        sex: String::new(),
        age_from: None,
        age_to: None,
        target_group: target_group.map(Into::into),
        persons,
        source: String::new(),
        line: 2,
    };
    let mut region = two_places()
        .with_municipality("N")
        .with_place("C", "N", 30.0)
        .with_residents(100);
    region.offers[0].places_taken = 0;
    let points = [people("A", "HOME", 5), people("C", "HOME", 5)];
    let concentration = |region: &Region| reach(region, &points).services[0].equity.concentration;
    assert_eq!(concentration(&region), None, "nobody knows who lives in M");

    // A is at the site's door, C in the next zone: M has more access than N.
    region.population = vec![people_of("M", None, 50)];
    assert!(
        concentration(&region) > Some(0.0),
        "M has more need, and more access"
    );
    region.population = vec![people_of("M", None, 200)];
    assert!(concentration(&region) < Some(0.0), "N has more need");
    let later = Population {
        year: 2021,
        ..people_of("M", Some("FT"), 3)
    };
    region.population.push(later);
    assert!(
        concentration(&region) < Some(0.0),
        "a target group is not residents"
    );
}
