//! The example that `docs/reach.md` works by hand: three places, two sites, a
//! limit of 60 minutes.

mod small;
use domain::SiteRef;
use reach::{Decay, Rank, ServiceReach, Trips};
use small::*;

fn example() -> (domain::Region, Vec<domain::DemandPoint>) {
    let region = region()
        .with_municipality("M")
        .with_municipality("N")
        .with_place("A", "M", 0.0)
        .with_residents(300)
        .with_place("B", "M", 0.0)
        .with_residents(200)
        .with_place("C", "N", 0.0)
        .with_residents(1000)
        .with_service(service("HOME"))
        .with_site("X", "A")
        .with_site("Y", "C")
        .with_offer("X", "HOME", 12, 4)
        .with_offer("Y", "HOME", 6, 0)
        .with_way("A", "X", 10)
        .with_way("A", "Y", 70)
        .with_way("B", "X", 40)
        .with_way("B", "Y", 50)
        .with_way("C", "X", 90)
        .with_way("C", "Y", 20);
    let points = vec![
        people("A", "HOME", 10),
        people("B", "HOME", 5),
        people("C", "HOME", 20),
    ];
    (region, points)
}

#[test]
fn the_ratios_are_those_worked_by_hand() {
    let (region, points) = example();
    let answer = reach::reach(&region, &points);
    let home = &answer.services[0];

    // X: 8 free over 10 × 1 + 5 × 0.68 = 13.4; Y: 6 free over 5 × 0.22 + 20 × 1 = 21.1.
    let need: Vec<_> = home.sites.iter().map(|site| site.weighted_need).collect();
    assert_eq!(need, [13.4, 21.1]);
    let sites: Vec<_> = home.sites.iter().map(|site| site.ratio.unwrap()).collect();
    assert_eq!(sites, [0.597, 0.2844]);

    // A: 0.5970; B: 0.68 × 0.5970 + 0.22 × 0.2844; C: 0.2844.
    let places: Vec<_> = home.places.iter().map(|place| place.ratio).collect();
    assert_eq!(places, [0.597, 0.4685, 0.2844]);
    // (10 × 0.5970 + 5 × 0.4685 + 20 × 0.2844) / 35 = 14 free places / 35 people.
    assert_eq!(home.all.ratio, 0.4);
}

#[test]
fn minutes_and_shares_are_those_worked_by_hand() {
    let (region, points) = example();
    let home = &reach::reach(&region, &points).services[0];

    let nearest = home.all.nearest.unwrap();
    assert_eq!(
        (nearest.median, nearest.mean, nearest.worst),
        (20.0, 20.0, 40.0)
    );
    assert_eq!(
        (
            home.all.persons,
            home.all.within_standard,
            home.all.within_limit
        ),
        (35, 0.8571, 1.0)
    );
    assert_eq!(home.places[1].nearest, Some(SiteRef::Site("X".into())));
    let municipality_m = &home.municipalities[0];
    assert_eq!(
        (
            municipality_m.territory.as_str(),
            municipality_m.access.persons
        ),
        ("M", 15)
    );
    assert_eq!(municipality_m.access.within_standard, 0.6667);
    assert!(home.places_without.is_empty());
}

fn home() -> ServiceReach {
    let (region, points) = example();
    reach::reach(&region, &points).services.remove(0)
}

/// A value of A, B and C.
fn at_places(home: &ServiceReach, value: fn(&reach::PlaceReach) -> f64) -> [f64; 3] {
    [0, 1, 2].map(|place| value(&home.places[place]))
}

#[test]
fn without_zones_the_far_edge_counts_as_the_door() {
    let home = home();
    // X: 8 over 10 + 5; Y: 6 over 5 + 20.
    let ratios = at_places(&home, |at| at.sharing.two_step);
    assert_eq!(ratios, [0.5333, 0.7733, 0.24]);
    assert_eq!(home.sharing.two_step, 0.4);
}

#[test]
fn what_distance_takes_away_is_gone_by_m2sfca() {
    let home = home();
    // B: 0.68² × 0.5970 + 0.22² × 0.2844.
    let ratios = at_places(&home, |at| at.sharing.modified_two_step);
    assert_eq!(ratios, [0.597, 0.2898, 0.2844]);
    // 13.1065 of 14 places.
    assert_eq!(home.sharing.modified_two_step, 0.3745);
}

#[test]
fn people_choose_by_3sfca() {
    let home = home();
    // B turns to X with 0.68 ÷ 0.9, to Y with 0.22 ÷ 0.9.
    let ratios = at_places(&home, |at| at.sharing.three_step);
    assert_eq!(ratios, [0.6365, 0.3429, 0.296]);
    assert_eq!(home.sharing.three_step, 0.4);
}

#[test]
fn everybody_counts_once_by_bfca() {
    let home = home();
    // X: 8 over 10 + 5 × 0.7556 = 0.5806; Y: 6 over 5 × 0.2444 + 20 = 0.2827.
    let ratios = at_places(&home, |at| at.sharing.balanced);
    assert_eq!(ratios, [0.3456, 0.286, 0.2317]);
}

#[test]
fn the_nearest_get_the_free_places_first() {
    let home = home();
    // 8 of 10 in A at X, 6 of 20 in C at Y, nobody in B.
    assert_eq!(at_places(&home, |at| at.sharing.covered), [0.8, 0.0, 0.3]);
    assert_eq!(home.sharing.covered, 0.4);
}

#[test]
fn what_is_reached_within_a_time_is_counted() {
    let home = home();
    let within = at_places(&home, |at| at.opportunities.cumulative);
    assert_eq!(within, [8.0, 14.0, 6.0]);
    // Of the 31 cut-offs from 30 to 60, 21 are at or beyond 40 and 11 at or beyond 50.
    let interval = at_places(&home, |at| at.opportunities.cumulative_interval);
    assert_eq!(interval, [8.0, 7.5484, 6.0]);
    let all = &home.opportunities;
    assert_eq!((all.cumulative, all.cumulative_interval), (7.7143, 6.7926));
    assert_eq!(
        home.places
            .iter()
            .map(|at| at.opportunities.second_nearest.unwrap())
            .collect::<Vec<_>>(),
        [70.0, 50.0, 90.0]
    );
    assert_eq!(all.second_nearest, Some(78.57));
}

#[test]
fn gravity_uses_the_decay_that_fits_the_trips() {
    let home = home();
    // σ² = (10 × 10² + 20 × 20² + 5 × 40²) ÷ 35 = 485.71; it is likelier than β = 0.05.
    assert_eq!(home.decay.decay, Decay::Gaussian { sigma_min: 22.04 });
    assert_eq!(home.decay.trips, Trips::Nearest);
    let fit = home.decay.fit.as_ref().unwrap();
    assert_eq!(
        (fit.persons, fit.mean_min, fit.log_likelihood),
        (35.0, 20.0, -3.8186)
    );
    let gravity = at_places(&home, |at| at.opportunities.gravity);
    assert_eq!(gravity, [7.2562, 1.9989, 3.977]);
}

#[test]
fn equity_is_that_worked_by_hand() {
    let equity = home().equity;
    // M: 15 people with 0.5542, N: 20 with 0.2844.
    assert_eq!(
        (equity.municipalities, equity.lowest, equity.highest),
        (2, Some(0.2844), Some(0.5542))
    );
    assert_eq!(equity.gini, Some(0.1652));
    // 3.5 people of M over 14 of N.
    assert_eq!(equity.palma, Some(1.9489));
    assert_eq!(equity.theil, Some(0.055));
    // 30 of 1,000 residents of M are in need, 20 of N: access follows need.
    assert_eq!(
        (equity.ranked_by, equity.concentration),
        (Rank::NeedPerResident, Some(0.1652))
    );
}
