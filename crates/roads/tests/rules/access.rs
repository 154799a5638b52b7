//! Who may use a way.

use crate::common::{Map, drive, line, map};

const ROAD: &str = "highway=residential";

/// A straight road 1–2–3 with a way round from 1 to 3 over 4 that is twice as long; way 2 of the straight is tagged.
fn shortcut(tags: &str) -> Map {
    line(&[ROAD, tags, ROAD])
        .node(9, 1500.0, 1000.0)
        .way(8, &[2, 9], ROAD)
        .way(9, &[9, 3], ROAD)
}

#[test]
fn a_way_closed_to_motor_vehicles_is_none() {
    line(&[ROAD, "highway=residential motor_vehicle=no"])
        .world("car-osrm")
        .no_way(1, 3);
    line(&[ROAD, "highway=residential access=no"])
        .world("car-osrm")
        .no_way(1, 3);
}

#[test]
fn the_more_specific_key_decides() {
    line(&["highway=residential motor_vehicle=no motorcar=yes"])
        .world("car-osrm")
        .takes(1, 2, drive(1000.0, 25.0));
    line(&["highway=residential access=no vehicle=permissive"])
        .world("car-osrm")
        .takes(1, 2, drive(1000.0, 25.0));
}

#[test]
fn access_may_differ_by_direction() {
    let world = line(&["highway=residential motor_vehicle:backward=no"]).world("car-osrm");
    world.takes(1, 2, drive(1000.0, 25.0));
    world.no_way(2, 1);
}

#[test]
fn of_several_values_the_most_permissive_counts() {
    line(&["highway=residential access=no;yes"])
        .world("car-osrm")
        .takes(1, 2, drive(1000.0, 25.0));
    line(&[ROAD, "highway=residential access=no;forestry"])
        .world("car-osrm")
        .no_way(1, 3);
}

#[test]
fn nobody_drives_through_a_private_road() {
    let round = shortcut("highway=residential access=private").world("car-osrm");
    let open = shortcut(ROAD).world("car-osrm");
    assert!(open.seconds(1, 4) < round.seconds(1, 4));
    let metres = round.metres(1, 4).unwrap_or(0.0);
    assert!(metres > 4000.0, "{metres}");
}

#[test]
fn a_private_road_is_reached_and_left() {
    let world = line(&[ROAD, ROAD, "highway=residential access=destination"]).world("car-osrm");
    world.takes(1, 4, drive(3000.0, 25.0));
    world.takes(4, 1, drive(3000.0, 25.0));
}

#[test]
fn where_there_is_no_other_way_one_does_drive_through() {
    let world = line(&[ROAD, "highway=residential access=private", ROAD]).world("car-osrm");
    world.takes(1, 4, drive(3000.0, 25.0));
}

#[test]
fn one_private_road_is_better_than_two() {
    // The straight way enters private land twice, the way round once.
    let private = "highway=residential access=private";
    let map = line(&[ROAD, private, ROAD, private, ROAD])
        .node(10, 1000.0, 3000.0)
        .node(11, 4000.0, 3000.0)
        .way(10, &[2, 10], ROAD)
        .way(11, &[10, 11], private)
        .way(12, &[11, 5], ROAD);
    let metres = map.world("car-osrm").metres(1, 6).unwrap_or(0.0);
    assert!((metres - 11_000.0).abs() < 50.0, "{metres}");
}

#[test]
fn tracks_are_for_the_ends_of_trips_in_latvia_and_no_roads_for_osrm() {
    let map = shortcut("highway=track");
    let metres = map.world("car-lv").metres(1, 4).unwrap_or(0.0);
    assert!(metres > 4000.0, "{metres}");
    let farm = line(&["highway=unclassified", "highway=track"]);
    farm.world("car-lv")
        .takes(1, 3, drive(1000.0, 55.0) + drive(1000.0, 15.0));
    farm.world("car-osrm").no_way(1, 3);
    line(&[ROAD, "highway=track motor_vehicle=yes"])
        .world("car-osrm")
        .takes(1, 3, drive(1000.0, 25.0) + drive(1000.0, 10.0));
}

#[test]
fn lanes_for_full_cars_only_are_avoided() {
    let metres = shortcut("highway=residential hov:lanes=designated|designated")
        .world("car-osrm")
        .metres(1, 4);
    assert!(metres.is_some_and(|m| m > 4000.0));
    let metres = shortcut("highway=residential hov:lanes=yes|designated")
        .world("car-osrm")
        .metres(1, 4);
    assert!(metres.is_some_and(|m| m < 3100.0));
}

#[test]
fn what_is_not_built_or_not_passable_is_no_way() {
    for closed in [
        "highway=construction",
        "highway=residential construction=yes",
        "highway=proposed",
        "highway=steps",
        "highway=footway",
        "highway=footway maxspeed=30",
        "highway=residential area=yes",
        "highway=residential impassable=yes",
        "highway=residential status=impassable",
        "highway=residential service=emergency_access",
        "highway=residential smoothness=impassable",
        "highway=residential maxheight=1.8",
        "highway=residential maxwidth=1.8",
        "highway=residential maxweight=1.5",
        "highway=residential maxlength=4",
    ] {
        assert_eq!(
            line(&[ROAD, closed]).world("car-osrm").seconds(1, 3),
            None,
            "{closed}"
        );
    }
    for open in [
        "highway=residential construction=minor",
        "highway=residential proposed=primary",
        "highway=residential maxheight=2.1",
        "highway=residential maxheight=none",
        "highway=residential maxweight=3.5",
        "highway=residential width=2.5",
    ] {
        assert!(
            line(&[ROAD, open])
                .world("car-osrm")
                .seconds(1, 3)
                .is_some(),
            "{open}"
        );
    }
}

#[test]
fn walkers_use_trunk_roads_unless_forbidden() {
    line(&["highway=trunk"])
        .world("foot")
        .takes(1, 2, drive(1000.0, 4.8));
    line(&["highway=footway", "highway=trunk foot=no"])
        .world("foot")
        .no_way(1, 3);
    line(&["highway=footway", "highway=trunk motorroad=yes"])
        .world("foot")
        .no_way(1, 3);
    line(&["highway=footway", "highway=motorway"])
        .world("foot")
        .no_way(1, 3);
}

#[test]
fn walkers_use_the_pavement_that_is_mapped_apart() {
    line(&["highway=footway", "highway=residential sidewalk=separate"])
        .world("foot")
        .no_way(1, 3);
    line(&[
        "highway=footway",
        "highway=residential sidewalk=separate foot=yes",
    ])
    .world("foot")
    .takes(1, 3, drive(2000.0, 4.8));
}

#[test]
fn missing_nodes_interrupt_a_way() {
    let mut map = map()
        .node(1, 0.0, 0.0)
        .node(2, 100.0, 0.0)
        .node(3, 200.0, 0.0)
        .node(4, 300.0, 0.0)
        .way(1, &[1, 2, 77, 3, 4], ROAD);
    let world = map.world("car-osrm");
    world.no_way(1, 4);
    world.takes(1, 2, drive(100.0, 25.0));
    assert_eq!(world.graph.counts().missing_nodes, 1);
    map = map.node(77, 150.0, 0.0);
    map.world("car-osrm").takes(1, 4, drive(300.0, 25.0));
}
