//! Turn restrictions, u-turns and the costs of turning.

use crate::common::{Map, World, map, named};
use roads::Changes;

const ROAD: &str = "highway=residential";

/// A cross: 1 west, 2 south, 3 east, 4 north of node 9; way N leads from node N to 9. A ring road joins the ends the other
/// way round, clockwise from the west: 1–4–3–2–1, each side far longer than the way over the middle.
fn cross() -> Map {
    map()
        .node(9, 0.0, 0.0)
        .node(1, -500.0, 0.0)
        .node(2, 0.0, -500.0)
        .node(3, 500.0, 0.0)
        .node(4, 0.0, 500.0)
        .way(1, &[1, 9], ROAD)
        .way(2, &[2, 9], ROAD)
        .way(3, &[3, 9], ROAD)
        .way(4, &[4, 9], ROAD)
        .node(11, -2000.0, 2000.0)
        .node(12, 2000.0, 2000.0)
        .node(13, 2000.0, -2000.0)
        .node(14, -2000.0, -2000.0)
        .way(11, &[1, 11, 4], ROAD)
        .way(12, &[4, 12, 3], ROAD)
        .way(13, &[3, 13, 2], ROAD)
        .way(14, &[2, 14, 1], ROAD)
}

fn metres(world: &World, from: i64, to: i64) -> f64 {
    world.metres(from, to).unwrap_or(f64::NAN).round()
}

/// Whether one gets from node to node over the middle of the cross.
fn over_the_middle(world: &World, from: i64, to: i64) -> bool {
    (metres(world, from, to) - 1000.0).abs() < 2.0
}

fn allowed(map: &Map, profile: &str) -> Vec<(i64, i64)> {
    let world = map.world(profile);
    let all = (1..=4).flat_map(|from| (1..=4).map(move |to| (from, to)));
    all.filter(|(from, to)| from != to && over_the_middle(&world, *from, *to))
        .collect()
}

#[test]
fn without_restrictions_every_turn_is_allowed() {
    assert_eq!(allowed(&cross(), "car-osrm").len(), 12);
}

#[test]
fn no_left_turn_forbids_that_turn_alone() {
    let found = allowed(
        &cross().restriction("no_left_turn", 1, 9, 4, ""),
        "car-osrm",
    );
    assert_eq!(found.len(), 11);
    assert!(!found.contains(&(1, 4)));
}

#[test]
fn only_straight_on_forbids_the_others() {
    let found = allowed(
        &cross().restriction("only_straight_on", 1, 9, 3, ""),
        "car-osrm",
    );
    assert_eq!(
        found
            .iter()
            .filter(|(from, _)| *from == 1)
            .collect::<Vec<_>>(),
        [&(1, 3)]
    );
    assert_eq!(found.len(), 10);
}

#[test]
fn two_only_restrictions_allow_two_turns() {
    let map = cross()
        .restriction("only_straight_on", 1, 9, 3, "")
        .restriction("only_right_turn", 1, 9, 2, "");
    let found = allowed(&map, "car-osrm");
    assert_eq!(found.iter().filter(|(from, _)| *from == 1).count(), 2);
}

#[test]
fn what_is_excepted_or_for_others_is_free() {
    for map in [
        cross().restriction("no_left_turn", 1, 9, 4, "except=bus;motorcar"),
        cross().restriction("no_left_turn", 1, 9, 4, "except=motor_vehicle"),
        cross().relation(
            &[("from", 1, 1), ("via", 0, 9), ("to", 1, 4)],
            "type=restriction restriction:hgv=no_left_turn",
        ),
        cross().restriction("no_right_turn_on_red", 1, 9, 4, ""),
        cross().restriction("give_way", 1, 9, 4, ""),
    ] {
        assert_eq!(allowed(&map, "car-osrm").len(), 12);
    }
    let for_cars = cross().relation(
        &[("from", 1, 1), ("via", 0, 9), ("to", 1, 4)],
        "type=restriction restriction:motorcar=no_left_turn",
    );
    assert_eq!(allowed(&for_cars, "car-osrm").len(), 11);
    assert_eq!(
        allowed(
            &cross().restriction("no_left_turn", 1, 9, 4, "except=bus"),
            "car-osrm"
        )
        .len(),
        11
    );
}

#[test]
fn walkers_heed_no_restrictions() {
    assert_eq!(
        allowed(&cross().restriction("no_left_turn", 1, 9, 4, ""), "foot").len(),
        12
    );
}

#[test]
fn restrictions_for_certain_hours_are_counted_and_left_out() {
    let members = [("from", 1, 1), ("via", 0, 9), ("to", 1, 4)];
    let map = cross().relation(
        &members,
        "type=restriction restriction:conditional=no_left_turn@(Mo-Fr)",
    );
    let counts = map.world("car-osrm").graph.counts();
    assert_eq!(
        (counts.conditional_restrictions, counts.restrictions),
        (1, 0)
    );
    assert_eq!(allowed(&map, "car-osrm").len(), 12);
}

#[test]
fn restrictions_that_make_no_sense_are_counted_and_left_out() {
    let counts = |map: Map| map.world("car-osrm").graph.counts();
    assert_eq!(
        counts(cross().restriction("no_left_turn", 1, 9, 12, "")).odd_restrictions,
        1
    );
    assert_eq!(
        counts(cross().restriction("no_left_turn", 1, 11, 4, "")).odd_restrictions,
        1
    );
    let none = counts(cross().restriction("no_left_turn", 1, 9, 999, ""));
    assert_eq!((none.odd_restrictions, none.restrictions), (0, 0));
}

#[test]
fn nobody_may_come_in_by_several_ways() {
    let members = [("from", 1, 1), ("from", 1, 2), ("via", 0, 9), ("to", 1, 4)];
    let found = allowed(
        &cross().relation(&members, "type=restriction restriction=no_entry"),
        "car-osrm",
    );
    assert_eq!(found.len(), 10);
}

/// A street 1–2 crossed by the two lanes of a dual carriageway: 3→4 to the east along the south, 5→6 to the west along the
/// north; the middle 7–8 joins them. Far round the east one can turn too.
fn dual_carriageway() -> Map {
    map()
        .node(3, -500.0, 0.0)
        .node(7, 0.0, 0.0)
        .node(4, 500.0, 0.0)
        .node(5, 500.0, 20.0)
        .node(8, 0.0, 20.0)
        .node(6, -500.0, 20.0)
        .way(1, &[3, 7], "highway=primary oneway=yes")
        .way(2, &[7, 4], "highway=primary oneway=yes")
        .way(3, &[5, 8], "highway=primary oneway=yes")
        .way(4, &[8, 6], "highway=primary oneway=yes")
        .way(5, &[7, 8], "highway=primary")
        .node(10, 900.0, 10.0)
        .way(6, &[4, 10, 5], "highway=primary oneway=yes")
        .node(1, 0.0, -500.0)
        .node(2, 0.0, 500.0)
        .way(7, &[1, 7], ROAD)
        .way(8, &[8, 2], ROAD)
        .node(11, -900.0, 10.0)
        .way(9, &[6, 11, 3], "highway=primary oneway=yes")
}

#[test]
fn a_restriction_over_a_way_forbids_the_whole_manoeuvre_only() {
    let free = dual_carriageway().world("car-osrm");
    assert_eq!(metres(&free, 3, 6), 1020.0);
    let members = [("from", 1, 1), ("via", 1, 5), ("to", 1, 4)];
    let banned = dual_carriageway()
        .relation(&members, "type=restriction restriction=no_u_turn")
        .world("car-osrm");
    assert!(metres(&banned, 3, 6) > 2000.0, "round the far end");
    assert_eq!(
        metres(&banned, 3, 2),
        metres(&free, 3, 2),
        "across and on is free"
    );
    assert_eq!(
        metres(&banned, 1, 6),
        metres(&free, 1, 6),
        "so is turning left from the street"
    );
    assert_eq!(banned.graph.copy_of.len(), 1);
}

#[test]
fn an_only_restriction_over_a_way_holds_at_its_end() {
    let members = [("from", 1, 1), ("via", 1, 5), ("to", 1, 8)];
    let world = dual_carriageway()
        .relation(&members, "type=restriction restriction=only_straight_on")
        .world("car-osrm");
    assert!(metres(&world, 3, 6) > 2000.0);
    assert_eq!(metres(&world, 3, 2), 1000.0);
    assert_eq!(metres(&world, 1, 6), 1020.0);
}

#[test]
fn a_trip_may_end_on_a_road_that_a_restriction_leads_over() {
    let members = [("from", 1, 1), ("via", 1, 5), ("to", 1, 4)];
    let map = dual_carriageway()
        .relation(&members, "type=restriction restriction=no_u_turn")
        .node(99, 0.0, 10.0);
    let world = map.world("car-osrm");
    assert_eq!(metres(&world, 3, 99), 510.0);
    assert_eq!(
        metres(&world, 99, 6),
        510.0,
        "who starts there came by nowhere"
    );
}

#[test]
fn restrictions_overlap() {
    // Over two via ways, and one that begins in the middle of the first.
    let map = map()
        .node(1, 0.0, 0.0)
        .node(2, 500.0, 0.0)
        .node(3, 1000.0, 0.0)
        .node(4, 1500.0, 0.0)
        .node(5, 2000.0, 0.0)
        .node(12, 500.0, 500.0)
        .node(13, 1000.0, 500.0)
        .node(14, 1500.0, 500.0)
        .way(1, &[1, 2], ROAD)
        .way(2, &[2, 3], ROAD)
        .way(3, &[3, 4], ROAD)
        .way(4, &[4, 5], ROAD)
        .way(12, &[2, 12], ROAD)
        .way(13, &[3, 13], ROAD)
        .way(14, &[4, 14], ROAD);
    let over = [("from", 1, 1), ("via", 1, 2), ("via", 1, 3), ("to", 1, 4)];
    let other = [("from", 1, 2), ("via", 1, 3), ("to", 1, 14)];
    let world = map
        .relation(&over, "type=restriction restriction=no_straight_on")
        .relation(&other, "type=restriction restriction=no_left_turn")
        .world("car-osrm");
    let direct = |from, to, length: f64| (metres(&world, from, to) - length).abs() < 2.0;
    assert!(!direct(1, 5, 2000.0), "the long one");
    assert!(
        !direct(1, 14, 2000.0),
        "the short one holds after the beginning of the long one too"
    );
    assert!(
        direct(12, 5, 2000.0),
        "who comes from aside may go straight on"
    );
    assert!(!direct(12, 14, 2000.0));
    assert!(direct(13, 14, 1500.0));
}

#[test]
fn one_turns_round_at_dead_ends_only() {
    let map = map()
        .node(1, -1000.0, 0.0)
        .node(2, 0.0, 0.0)
        .node(3, 300.0, 0.0)
        .node(4, 0.0, 1000.0)
        .node(9, -500.0, 0.0)
        .way(1, &[1, 9, 2], "highway=residential")
        .way(2, &[2, 3], "highway=residential")
        .way(3, &[2, 4], "highway=residential");
    // A left turn from the west to the north is forbidden, so one goes on to the dead end in the east and back.
    let banned = map
        .restriction("no_left_turn", 1, 2, 3, "")
        .world("car-osrm");
    assert_eq!(metres(&banned, 1, 4), 2600.0);
    // 600 m more at 25 km/h, the u-turn of 27.5 s, straight on and a right turn.
    let seconds = banned.seconds(1, 4).unwrap_or(0.0);
    assert!(
        (seconds - 2600.0 * 3.6 / 25.0 - 27.5 - 2.1 - 0.1).abs() < 0.2,
        "{seconds}"
    );
}

#[test]
fn turning_costs_more_across_the_oncoming_lane() {
    let right = cross().world("car-osrm");
    let time = |world: &World, to| world.seconds(1, to).unwrap_or(0.0);
    let straight = time(&right, 3);
    // From the west: 4 is to the left, 2 to the right. By the sigmoid: 7.5 / (1 + e^-(13 / 1.075 / 2 - 6.5 * 1.075)) = 2.1 s
    // to the right; to the left 7.5 / (1 + e^-(13 * 1.075 / 2 - 6.5 / 1.075)) = 5.4 s and 2 / (1 + e^-(6.5 - 3.25)) = 1.9 s.
    assert!(
        (time(&right, 2) - straight - 2.1).abs() < 0.2,
        "{}",
        time(&right, 2) - straight
    );
    assert!(
        (time(&right, 4) - straight - 7.4).abs() < 0.2,
        "{}",
        time(&right, 4) - straight
    );
    let left_hand = named(
        "name=\"left\"\nbase=\"car-osrm\"\n[[turns.left_hand]]\nname=\"all\"\nsouth=-90\nwest=-180\nnorth=90\neast=180\n",
    );
    let left = World::of(&cross(), &left_hand, &Changes::default());
    assert!((time(&left, 4) - time(&right, 2)).abs() < 0.01);
    assert!((time(&left, 2) - time(&right, 4)).abs() < 0.01);
}

#[test]
fn the_side_of_the_road_is_known_on_islands_and_by_tags() {
    let mut malta = cross();
    malta.origin = roads::LatLon {
        lat: 35.9,
        lon: 14.4,
    };
    let moved: Vec<_> = cross().nodes.into_iter().collect();
    for (id, (at, _)) in moved {
        malta.nodes.insert(
            id,
            (
                roads::LatLon {
                    lat: at.lat - 21.1,
                    lon: 14.4 + (at.lon - 24.0) * 0.672,
                },
                Vec::new(),
            ),
        );
    }
    let world = malta.world("car-osrm");
    assert!(
        world.seconds(1, 4) < world.seconds(1, 2),
        "the left turn is the easy one on Malta"
    );
    let mut tagged = cross();
    for (_, _, tags) in &mut tagged.ways {
        tags.push(("driving_side".to_owned(), "left".to_owned()));
    }
    let world = tagged.world("car-osrm");
    assert!(world.seconds(1, 4) < world.seconds(1, 2));
}
