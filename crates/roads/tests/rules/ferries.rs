//! Ferries, with a timetable and without.

use crate::common::{drive, line, map};

const ROAD: &str = "highway=primary";

/// Turning from road to ferry straight on costs a tenth of a second.
const ABOARD: f64 = 0.1;

#[test]
fn osrm_sails_at_walking_pace_where_no_duration_is_tagged() {
    let world = line(&[ROAD, "route=ferry", ROAD]).world("car-osrm");
    world.takes(1, 4, drive(2000.0, 65.0) + drive(1000.0, 5.0) + ABOARD);
}

#[test]
fn a_duration_counts_however_the_line_is_drawn() {
    let there = drive(2000.0, 65.0) + 25.0 * 60.0 + ABOARD;
    line(&[ROAD, "route=ferry duration=25", ROAD])
        .world("car-osrm")
        .takes(1, 4, there);
    line(&[ROAD, "route=ferry duration=00:25", ROAD])
        .world("car-osrm")
        .takes(1, 4, there);
    let bent = map()
        .node(1, 0.0, 0.0)
        .node(2, 1000.0, 0.0)
        .node(3, 1500.0, 700.0)
        .node(4, 2000.0, 0.0)
        .node(5, 3000.0, 0.0)
        .way(1, &[1, 2], ROAD)
        .way(2, &[2, 3, 4], "route=ferry duration=00:25")
        .way(3, &[4, 5], ROAD);
    let seconds = bent.world("car-osrm").seconds(1, 5).unwrap_or(0.0);
    assert!((seconds - there).abs() < 2.0, "{seconds}");
}

#[test]
fn two_lines_of_one_duration_each_keep_their_own_speed() {
    let world = map()
        .node(1, 0.0, 0.0)
        .node(2, 1000.0, 0.0)
        .node(3, 3000.0, 0.0)
        .node(4, 3500.0, 0.0)
        .way(1, &[1, 2], "route=ferry duration=10")
        .way(2, &[2, 3], "route=ferry duration=10")
        .way(3, &[3, 4], ROAD)
        .node(5, -500.0, 0.0)
        .way(4, &[5, 1], ROAD)
        .world("car-osrm");
    world.takes(5, 4, drive(1000.0, 65.0) + 1200.0 + ABOARD);
}

#[test]
fn in_latvia_one_waits_and_then_sails_as_ferries_do() {
    let roads = drive(2000.0, 80.0);
    line(&[ROAD, "route=ferry", ROAD]).world("car-lv").takes(
        1,
        4,
        roads + 600.0 + drive(1000.0, 15.0) + ABOARD,
    );
    line(&[ROAD, "route=ferry ferry=trunk", ROAD])
        .world("car-lv")
        .takes(1, 4, roads + 600.0 + drive(1000.0, 35.0) + ABOARD);
    line(&[ROAD, "route=ferry interval=00:30 duration=10", ROAD])
        .world("car-lv")
        .takes(1, 4, roads + 900.0 + 600.0 + ABOARD);
}

#[test]
fn a_ferry_in_two_parts_is_boarded_once() {
    let world = line(&[ROAD, "route=ferry", "route=ferry", ROAD]).world("car-lv");
    world.takes(
        1,
        5,
        drive(2000.0, 80.0) + 600.0 + drive(2000.0, 15.0) + ABOARD,
    );
}

#[test]
fn a_duration_on_the_relation_is_that_of_all_its_ways() {
    let map = line(&[ROAD, "route=ferry", "route=ferry", ROAD]);
    let tags = "type=route route=ferry duration=00:20";
    let timed = map.clone().relation(&[("", 1, 2), ("", 1, 3)], tags);
    let roads = drive(2000.0, 80.0) + 600.0 + ABOARD;
    timed.world("car-lv").takes(1, 5, roads + 1200.0);
    let elsewhere = map
        .clone()
        .relation(&[("", 1, 2), ("", 1, 3), ("", 1, 99)], tags);
    elsewhere
        .world("car-lv")
        .takes(1, 5, roads + drive(2000.0, 15.0));
    let by_direction = map.relation(&[("forward", 1, 2), ("backward", 1, 3)], tags);
    by_direction
        .world("car-lv")
        .takes(1, 5, roads + drive(2000.0, 15.0));
    timed
        .world("car-osrm")
        .takes(1, 5, drive(2000.0, 65.0) + drive(2000.0, 5.0) + ABOARD);
}

#[test]
fn ferries_that_take_no_cars_are_none() {
    line(&[ROAD, "route=ferry motor_vehicle=no", ROAD])
        .world("car-osrm")
        .no_way(1, 4);
    line(&[
        "highway=footway",
        "route=ferry motor_vehicle=no",
        "highway=footway",
    ])
    .world("foot")
    .takes(1, 4, drive(2000.0, 4.8) + 600.0 + drive(1000.0, 15.0));
    line(&[ROAD, "route=bus", ROAD])
        .world("car-osrm")
        .no_way(1, 4);
}

#[test]
fn nobody_starts_on_the_water() {
    let map = line(&[ROAD, "route=ferry", ROAD]);
    let world = map.world("car-osrm");
    assert_eq!(
        world.snap(map.at(1500.0, 0.0)),
        None,
        "the shores are 500 m away"
    );
    assert!(
        world
            .snap(map.at(1200.0, 0.0))
            .is_some_and(|s| (s.metres - 200.0).abs() < 1.0)
    );
}

#[test]
fn car_trains_are_ways() {
    line(&[ROAD, "route=shuttle_train", ROAD])
        .world("car-osrm")
        .takes(1, 4, drive(2000.0, 65.0) + drive(1000.0, 10.0) + ABOARD);
}

#[test]
fn an_interval_beyond_reason_is_a_long_wait_and_no_overflow() {
    let ferry = "route=ferry duration=10 interval=PT9999999H";
    let seconds = line(&[ROAD, ferry, ROAD]).world("car-lv").seconds(1, 4);
    let expected = drive(2000.0, 80.0) + 36_000.0 + 600.0 + ABOARD;
    assert!(
        seconds.is_some_and(|s| (s - expected).abs() < 1.0),
        "{seconds:?}"
    );
}
