//! How fast a way is.

use roads::{Changes, Error};

use crate::common::{World, drive, line, map, named};

#[track_caller]
fn kmh(profile: &str, tags: &str, expected: f64) {
    let seconds = line(&[tags])
        .world(profile)
        .seconds(1, 2)
        .unwrap_or(f64::NAN);
    let found = drive(1000.0, 1.0) / seconds;
    assert!(
        (found - expected).abs() < expected * 0.002,
        "{tags}: {found} km/h instead of {expected}"
    );
}

#[test]
fn classes_have_their_speeds() {
    for (class, speed) in [
        ("motorway", 90.0),
        ("trunk", 85.0),
        ("primary_link", 30.0),
        ("unclassified", 25.0),
        ("service", 15.0),
    ] {
        kmh("car-osrm", &format!("highway={class}"), speed);
    }
}

#[test]
fn four_fifths_of_the_limit_are_driven() {
    kmh("car-osrm", "highway=residential maxspeed=50", 40.0);
    kmh(
        "car-osrm",
        "highway=primary maxspeed=30~mph",
        30.0 * 1.609 * 0.8,
    );
    kmh(
        "car-osrm",
        "highway=primary maxspeed=60 maxspeed:advisory=40",
        32.0,
    );
    kmh("car-osrm", "highway=primary maxspeed=signals", 65.0);
}

#[test]
fn implicit_limits_are_known_by_country() {
    kmh("car-osrm", "highway=primary maxspeed=RO:urban", 40.0);
    kmh("car-osrm", "highway=primary maxspeed=RO:rural", 72.0);
    kmh(
        "car-osrm",
        "highway=primary source:maxspeed=gb:nsl_single",
        60.0 * 1.609 * 0.8,
    );
    kmh("car-osrm", "highway=primary maxspeed:type=DE:rural", 80.0);
    kmh("car-osrm", "highway=motorway maxspeed=none", 112.0);
    kmh("car-osrm", "highway=motorway maxspeed=de:motorway", 90.0);
    kmh("car-lv", "highway=secondary maxspeed=LV:rural", 81.0);
}

#[test]
fn limits_may_differ_by_direction() {
    let world =
        line(&["highway=primary maxspeed:forward=50 maxspeed:backward=70"]).world("car-osrm");
    world.takes(1, 2, drive(1000.0, 40.0));
    world.takes(2, 1, drive(1000.0, 56.0));
}

#[test]
fn bad_ground_caps_the_speed() {
    kmh("car-osrm", "highway=primary surface=gravel", 40.0);
    kmh("car-osrm", "highway=service surface=gravel", 15.0);
    kmh(
        "car-osrm",
        "highway=primary maxspeed=90 surface=compacted smoothness=bad",
        40.0,
    );
    kmh("car-osrm", "highway=primary tracktype=grade4", 25.0);
}

#[test]
fn gravel_is_faster_in_latvia_and_slower_in_winter_and_thaw() {
    let road = "highway=secondary surface=gravel";
    kmh("car-osrm", road, 40.0);
    kmh("car-lv", road, 62.0);
    kmh("car-lv-winter", road, 55.0 * 0.9);
    kmh("car-lv-thaw", road, 40.0);
    kmh("car-lv-winter", "highway=trunk maxspeed=100", 81.0);
    kmh("car-lv", "highway=trunk maxspeed=100", 90.0);
}

#[test]
fn small_roads_without_a_surface_are_gravel_in_latvia() {
    kmh("car-lv", "highway=unclassified maxspeed=90", 62.0);
    kmh(
        "car-lv",
        "highway=unclassified maxspeed=90 surface=asphalt",
        81.0,
    );
    kmh("car-lv", "highway=tertiary maxspeed=90", 81.0);
}

#[test]
fn another_season_is_another_metric_of_the_same_graph() {
    let map = line(&["highway=secondary surface=gravel"]);
    let graph = map.graph("car-lv").expect("a graph");
    let own = map.graph("car-lv-winter").expect("a graph");
    let winter = named("car-lv-winter");
    let nothing = Changes::default();
    let repriced = graph.metric(&winter, &nothing).expect("prices");
    assert_eq!(
        repriced.edge_ms,
        own.metric(&winter, &nothing).expect("prices").edge_ms
    );
    assert!(
        repriced.edge_ms
            > graph
                .metric(&named("car-lv"), &nothing)
                .expect("prices")
                .edge_ms
    );
}

#[test]
fn a_graph_for_cars_has_no_prices_for_walkers() {
    let graph = line(&["highway=residential"])
        .graph("car-osrm")
        .expect("a graph");
    let error = graph
        .metric(&named("foot"), &Changes::default())
        .expect_err("another vehicle");
    assert!(matches!(error, Error::OtherVehicle { .. }), "{error}");
}

#[test]
fn frail_people_walk_slower() {
    kmh("foot", "highway=footway", 4.8);
    kmh("foot-frail", "highway=footway", 3.0);
    kmh("foot-frail", "highway=path surface=sand", 1.5);
}

#[test]
fn movable_bridges_are_slow() {
    kmh("car-osrm", "highway=primary bridge=movable", 5.0);
}

#[test]
fn one_road_adds_up_its_pieces() {
    let map = line(&[
        "highway=residential maxspeed=50",
        "highway=residential maxspeed=30",
    ]);
    let world = map.world("car-osrm");
    assert_eq!(world.graph.roads(), 1, "a change of speed is no junction");
    world.takes(1, 3, drive(1000.0, 40.0) + drive(1000.0, 24.0));
    // Half of the road by length, but not by time.
    world.takes(1, 2, drive(1000.0, 40.0));
    world.takes(3, 2, drive(1000.0, 24.0));
}

#[test]
fn changes_close_and_slow_single_ways() {
    let map = line(&[
        "highway=residential",
        "highway=residential",
        "highway=residential",
    ]);
    let profile = named("car-osrm");
    let priced = |kmh| World::of(&map, &profile, &Changes::new("works.csv", [(2, kmh)]));
    priced(10.0).takes(1, 4, drive(2000.0, 25.0) + drive(1000.0, 10.0));
    assert_eq!(priced(0.0).seconds(1, 4), None);
}

#[test]
fn changes_of_unknown_ways_are_refused() {
    let graph = line(&["highway=residential"])
        .graph("car-osrm")
        .expect("a graph");
    let changes = Changes::new("works.csv", [(1, 5.0), (99, 5.0)]);
    let error = graph
        .metric(&named("car-osrm"), &changes)
        .expect_err("no way 99");
    assert!(
        error
            .to_string()
            .starts_with("works.csv: ways [99] are no roads"),
        "{error}"
    );
}

#[test]
fn a_users_profile_changes_what_it_names() {
    let own = "name = \"own\"\nbase = \"car-osrm\"\n[speed.kmh.highway]\nresidential = 20\n";
    kmh(own, "highway=residential", 20.0);
    kmh(own, "highway=primary", 65.0);
}

#[test]
fn a_bend_costs_nothing() {
    let world = map()
        .node(1, 0.0, 0.0)
        .node(2, 500.0, 0.0)
        .node(3, 500.0, 500.0)
        .way(1, &[1, 2], "highway=residential")
        .way(2, &[2, 3], "highway=residential")
        .world("car-osrm");
    world.takes(1, 3, drive(1000.0, 25.0));
}
