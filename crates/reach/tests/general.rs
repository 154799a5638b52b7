//! Who reaches general services, and by which travel times.

mod small;
use domain::*;
use reach::reach;
use small::*;

#[test]
fn residents_reach_general_services() {
    let region = region()
        .with_municipality("M")
        .with_municipality("N")
        .with_place("A", "M", 0.0)
        .with_residents(600)
        .with_place("B", "N", 50.0)
        .with_residents(200)
        .with_place("C", "N", 70.0)
        .with_general("near", GeneralServiceKind::Health, 10.0)
        .with_general("far", GeneralServiceKind::Health, 40.0);
    let general = reach(&region, &[]).general;
    assert_eq!((general.profile.as_str(), general.measured), ("car", false));
    assert_eq!(general.places_unknown, 1, "nobody knows who lives in C");
    assert_eq!(general.kinds.len(), GeneralServiceKind::ALL.len());

    let health = &general.kinds[0];
    assert_eq!(
        (health.kind, health.services),
        (GeneralServiceKind::Health, 2)
    );
    // 10 minutes from A and from B; both services within 60 of A and of B.
    assert_eq!(health.all.residents, 800);
    assert_eq!(health.all.nearest.unwrap().mean, 10.0);
    assert_eq!(health.opportunities.cumulative, 2.0);
    assert_eq!(health.opportunities.second_nearest, Some(40.0));
    // Of 31 cut-offs from 30 to 60 both are within the 21 from 40 on.
    assert_eq!(health.opportunities.cumulative_interval, 1.6774);
    assert_eq!(health.equity.gini, Some(0.0));
    assert_eq!(health.municipalities[1].access.residents, 200);

    let education = &general.kinds[1];
    assert_eq!((education.services, education.all.nearest), (0, None));
    assert_eq!(education.all.within_standard, 0.0);
    assert_eq!(education.equity.gini, None);
}

#[test]
fn general_services_of_the_matrix_are_measured() {
    let region = region()
        .with_municipality("M")
        .with_place("A", "M", 0.0)
        .with_residents(600)
        .with_general("G", GeneralServiceKind::Health, 10.0)
        .with_way("A", "G", 45);
    let health = |region: &Region| reach(region, &[]).general.kinds[0].clone();
    assert!(reach(&region, &[]).general.measured);
    assert_eq!(health(&region).places[0].minutes, Some(45.0));
    assert_eq!(health(&region).all.within_standard, 0.0);

    let mut by_bus = region.clone();
    by_bus.travel[0].profile = "bus".into();
    assert_eq!(
        health(&by_bus).places[0].minutes,
        Some(10.0),
        "a row of another profile says nothing of the car"
    );
    let mut both = region.clone().with_way("A", "G", 20);
    both.travel[1].profile = "car".into();
    both.travel.reverse();
    assert_eq!(
        health(&both).places[0].minutes,
        Some(20.0),
        "a row for the car goes before one for everything"
    );
    let mut no_car = by_bus.clone().with_service(service("HOME"));
    no_car.services[0].profile = "bus".into();
    no_car.scenario.travel.speed_kmh.clear();
    assert_eq!(
        (
            reach(&no_car, &[]).general.profile.as_str(),
            health(&no_car).places[0].minutes
        ),
        ("bus", Some(45.0)),
        "where nothing is known of cars, people go as to the first service"
    );
    let mut no_way = region;
    no_way.travel[0].seconds = None;
    assert_eq!(health(&no_way).places[0].minutes, None);
}
