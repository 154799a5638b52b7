//! Ways of one direction.

use crate::common::{drive, line, map};

#[track_caller]
fn only_forward(profile: &str, tags: &str) {
    let world = line(&[tags]).world(profile);
    assert!(world.seconds(1, 2).is_some(), "{tags}");
    assert_eq!(world.seconds(2, 1), None, "{tags}");
}

#[track_caller]
fn both(profile: &str, tags: &str) {
    let world = line(&[tags]).world(profile);
    assert!(
        world.seconds(1, 2).is_some() && world.seconds(2, 1).is_some(),
        "{tags}"
    );
}

#[test]
fn oneway_in_every_spelling() {
    for value in ["yes", "1", "true"] {
        only_forward("car-osrm", &format!("highway=residential oneway={value}"));
    }
    let world = line(&["highway=residential oneway=-1"]).world("car-osrm");
    world.no_way(1, 2);
    world.takes(2, 1, drive(1000.0, 25.0));
    both("car-osrm", "highway=residential oneway=no");
    both("car-osrm", "highway=residential oneway=alternating");
}

#[test]
fn a_road_that_changes_direction_by_the_hour_is_none() {
    line(&[
        "highway=residential",
        "highway=residential oneway=reversible",
    ])
    .world("car-osrm")
    .no_way(1, 3);
}

#[test]
fn the_vehicles_own_key_comes_first() {
    both(
        "car-osrm",
        "highway=residential oneway=yes oneway:motorcar=no",
    );
    only_forward(
        "car-osrm",
        "highway=residential oneway=no oneway:vehicle=yes",
    );
}

#[test]
fn motorways_and_roundabouts_imply_one_direction() {
    only_forward("car-osrm", "highway=motorway");
    both("car-osrm", "highway=motorway oneway=no");
    both("car-osrm", "highway=motorway_link");
    only_forward("car-osrm", "highway=residential junction=roundabout");
    only_forward("car-osrm", "highway=residential junction=circular");
    both(
        "car-osrm",
        "highway=residential junction=roundabout oneway=no",
    );
}

#[test]
fn one_goes_round_a_roundabout_its_way_only() {
    // A square roundabout 11–12–13–14, counterclockwise, with a road at 11 and one at 14.
    let world = map()
        .node(1, -500.0, 0.0)
        .node(2, 500.0, 1000.0)
        .node(11, 0.0, 0.0)
        .node(12, 100.0, 0.0)
        .node(13, 100.0, 100.0)
        .node(14, 0.0, 100.0)
        .way(
            1,
            &[11, 12, 13, 14, 11],
            "highway=residential junction=roundabout",
        )
        .way(2, &[1, 11], "highway=residential")
        .way(3, &[14, 2], "highway=residential")
        .world("car-osrm");
    let there = world.metres(1, 2).unwrap_or(0.0);
    let back = world.metres(2, 1).unwrap_or(0.0);
    assert!(
        (there - back - 200.0).abs() < 1.0,
        "three sides there, one back: {there} {back}"
    );
}

#[test]
fn walkers_do_not_heed_oneways() {
    both("foot", "highway=residential oneway=yes");
    both("foot", "highway=residential junction=roundabout");
    only_forward("foot", "highway=footway oneway:foot=yes");
}
