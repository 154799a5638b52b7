//! Barriers, gates, signals and signs.

use crate::common::{Map, drive, map};

/// A road 1–2–3 of two kilometres with something on node 2.
fn road(tags: &str) -> Map {
    map()
        .node(1, 0.0, 0.0)
        .tagged(2, 1000.0, 0.0, tags)
        .node(3, 2000.0, 0.0)
        .way(1, &[1, 2, 3], "highway=residential")
}

const FREE: f64 = 2000.0 * 3.6 / 25.0;

#[track_caller]
fn takes(profile: &str, tags: &str, more: f64) {
    road(tags).world(profile).takes(
        1,
        3,
        FREE * if profile == "foot" { 25.0 / 4.8 } else { 1.0 } + more,
    );
}

#[test]
fn bollards_and_blocks_stop_cars() {
    for barrier in [
        "bollard",
        "block",
        "kerb",
        "jersey_barrier",
        "something_new",
    ] {
        road(&format!("barrier={barrier}"))
            .world("car-osrm")
            .no_way(1, 3);
    }
    takes("foot", "barrier=bollard", 0.0);
    road("barrier=wall").world("foot").no_way(1, 3);
}

#[test]
fn what_opens_or_lies_flat_is_passed() {
    for barrier in [
        "cattle_grid",
        "toll_booth",
        "border_control",
        "entrance",
        "no",
    ] {
        takes("car-osrm", &format!("barrier={barrier}"), 0.0);
    }
    takes("car-osrm", "barrier=bollard bollard=rising", 0.0);
    takes("car-osrm", "barrier=kerb kerb=flush", 0.0);
    takes("car-osrm", "barrier=kerb highway=crossing", 0.0);
    takes("car-osrm", "barrier=fence sensory=audible", 0.0);
}

#[test]
fn access_on_a_barrier_comes_before_its_kind() {
    takes("car-osrm", "barrier=bollard motor_vehicle=yes", 0.0);
    takes("car-osrm", "barrier=bollard access=private", 0.0);
    road("barrier=gate access=no")
        .world("car-osrm")
        .no_way(1, 3);
}

#[test]
fn gates_take_a_minute() {
    takes("car-osrm", "barrier=gate", 60.0);
    takes("car-osrm", "barrier=lift_gate", 60.0);
    takes("foot", "barrier=gate", 0.0);
}

#[test]
fn low_arches_stop_high_vehicles() {
    road("barrier=height_restrictor maxheight=1.9")
        .world("car-osrm")
        .no_way(1, 3);
    takes("car-osrm", "barrier=height_restrictor maxheight=2.2", 0.0);
}

#[test]
fn signals_and_signs_delay() {
    takes("car-osrm", "highway=traffic_signals", 2.0);
    takes("car-osrm", "highway=give_way", 1.0);
    takes("car-osrm", "highway=stop direction=forward", 2.0);
    takes("car-osrm", "highway=crossing", 0.0);
    takes("foot", "highway=traffic_signals", 2.0);
}

#[test]
fn a_signal_for_one_direction_delays_that_one() {
    let world =
        road("highway=traffic_signals traffic_signals:direction=backward").world("car-osrm");
    world.takes(1, 3, FREE);
    world.takes(3, 1, FREE + 2.0);
}

#[test]
fn a_sign_goes_by_the_direction_of_its_way_not_of_the_road() {
    // The second way runs against the first, and so against the road that both make.
    let world = map()
        .node(1, 0.0, 0.0)
        .node(2, 1000.0, 0.0)
        .tagged(3, 1500.0, 0.0, "highway=give_way direction=forward")
        .node(4, 2000.0, 0.0)
        .way(1, &[1, 2], "highway=residential")
        .way(2, &[4, 3, 2], "highway=residential")
        .world("car-osrm");
    world.takes(1, 4, FREE);
    world.takes(4, 1, FREE + 1.0);
}

#[test]
fn a_stop_sign_near_a_junction_is_for_those_who_come_to_it() {
    let world = map()
        .node(1, 0.0, 0.0)
        .node(2, 100.0, 0.0)
        .tagged(3, 110.0, 0.0, "highway=stop")
        .node(4, 600.0, 0.0)
        .node(5, 100.0, 500.0)
        .node(6, 100.0, -500.0)
        .way(1, &[1, 2, 3, 4], "highway=residential")
        .way(2, &[5, 2, 6], "highway=primary")
        .world("car-osrm");
    let there = world.seconds(4, 1).unwrap_or(0.0);
    let away = world.seconds(1, 4).unwrap_or(0.0);
    assert!((there - away - 2.0).abs() < 0.1, "{there} {away}");
}

#[test]
fn a_minor_stop_is_for_the_lesser_road() {
    let world = map()
        .node(1, 0.0, 0.0)
        .tagged(2, 500.0, 0.0, "highway=stop stop=minor")
        .node(3, 1000.0, 0.0)
        .node(4, 500.0, 500.0)
        .node(5, 500.0, -500.0)
        .way(1, &[1, 2, 3], "highway=residential")
        .way(2, &[4, 2, 5], "highway=primary")
        .world("car-osrm");
    let plain = map()
        .node(1, 0.0, 0.0)
        .node(2, 500.0, 0.0)
        .node(3, 1000.0, 0.0)
        .node(4, 500.0, 500.0)
        .node(5, 500.0, -500.0)
        .way(1, &[1, 2, 3], "highway=residential")
        .way(2, &[4, 2, 5], "highway=primary")
        .world("car-osrm");
    let more =
        |from, to| world.seconds(from, to).unwrap_or(0.0) - plain.seconds(from, to).unwrap_or(0.0);
    assert!((more(1, 3) - 2.0).abs() < 0.01);
    assert!(more(4, 5).abs() < 0.01);
}

#[test]
fn one_turns_round_before_a_barrier() {
    // From the left of the barrier to its right leads only the long way round by the dead end's other side.
    let world = map()
        .node(1, 0.0, 0.0)
        .tagged(2, 500.0, 0.0, "barrier=bollard")
        .node(3, 1000.0, 0.0)
        .way(1, &[1, 2, 3], "highway=residential")
        .node(4, 0.0, 500.0)
        .node(5, 1000.0, 500.0)
        .way(2, &[1, 4, 5, 3], "highway=residential")
        .world("car-osrm");
    let metres = world.metres(1, 3).unwrap_or(0.0);
    assert!((metres - 2000.0).abs() < 5.0, "{metres}");
    assert_eq!(drive(metres, 25.0).round(), 288.0);
}
