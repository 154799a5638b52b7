//! The example that `docs/reach.md` works by hand: three places, two sites, a
//! limit of 60 minutes.

mod small;
use domain::SiteRef;
use small::*;

fn example() -> (domain::Region, Vec<domain::DemandPoint>) {
    let region = region()
        .with_municipality("M")
        .with_municipality("N")
        .with_place("A", "M", 0.0)
        .with_place("B", "M", 0.0)
        .with_place("C", "N", 0.0)
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
