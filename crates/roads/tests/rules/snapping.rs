//! From points to roads.

use roads::{Changes, Error, LatLon, SnapIndex, Snapper};

use crate::common::{Map, World, drive, line, map, named};

const ROAD: &str = "highway=residential";

#[test]
fn a_point_meets_the_nearest_road_at_right_angles() {
    let map = line(&[ROAD]);
    let snap = map
        .world("car-osrm")
        .snap(map.at(250.0, 40.0))
        .expect("a road");
    assert!(
        (snap.metres - 40.0).abs() < 0.1 && (snap.fraction - 0.25).abs() < 0.001,
        "{snap:?}"
    );
    assert_eq!(snap.candidates.len(), 2, "both directions");
    let done: Vec<u32> = snap.candidates.iter().map(|c| c.done_dm).collect();
    assert!(
        done[0].abs_diff(2500) <= 2 && done[1].abs_diff(7500) <= 2,
        "{done:?}"
    );
}

#[test]
fn on_a_oneway_there_is_one_direction() {
    let map = line(&["highway=residential oneway=yes"]);
    assert_eq!(
        map.world("car-osrm")
            .snap(map.at(250.0, 40.0))
            .map(|s| s.candidates.len()),
        Some(1)
    );
}

#[test]
fn ahead_on_the_same_road_one_drives_straight() {
    let map = line(&["highway=residential oneway=yes"])
        .node(8, 200.0, 5.0)
        .node(9, 700.0, -5.0);
    let world = map.world("car-osrm");
    world.takes(8, 9, drive(500.0, 25.0));
    world.no_way(9, 8);
}

#[test]
fn at_a_junction_one_starts_in_any_direction() {
    let map = line(&[ROAD, ROAD])
        .node(8, 1000.0, 1000.0)
        .way(8, &[2, 8], ROAD);
    let world = map.world("car-osrm");
    let snap = world.snap(map.at(1000.0, 0.0)).expect("a road");
    assert_eq!(snap.candidates.len(), 6, "two directions of three roads");
    world.takes(2, 8, drive(1000.0, 25.0));
    world.takes(2, 1, drive(1000.0, 25.0));
}

#[test]
fn of_equally_near_roads_always_the_same_is_taken() {
    let parallel = |first: i64, second: i64| {
        map()
            .node(1, 0.0, 10.0)
            .node(2, 1000.0, 10.0)
            .node(3, 0.0, -10.0)
            .node(4, 1000.0, -10.0)
            .node(5, 1000.0, 500.0)
            .way(first, &[1, 2], ROAD)
            .way(second, &[3, 4], ROAD)
            .way(3, &[2, 5], ROAD)
            .way(4, &[4, 2], ROAD)
    };
    let map = parallel(1, 2);
    let snaps: Vec<_> = (0..3)
        .map(|_| map.world("car-osrm").snap(map.at(500.0, 0.0)))
        .collect();
    assert!(snaps[0].is_some() && snaps.iter().all(|s| *s == snaps[0]));
}

#[test]
fn far_points_are_reported_each() {
    let map = line(&[ROAD]);
    let world = map.world("car-osrm");
    let snapper = Snapper::new(&world.graph, &world.metric, &world.index);
    let points = [
        map.at(500.0, 100.0),
        map.at(500.0, 1200.0),
        LatLon {
            lat: f64::NAN,
            lon: 0.0,
        },
    ];
    let snaps = snapper
        .snap_all(&points, 1000.0)
        .expect("one point is near");
    assert_eq!(
        snaps.iter().map(Option::is_some).collect::<Vec<_>>(),
        [true, false, false]
    );
    assert!(
        snapper
            .snap(points[1], 1300.0)
            .is_some_and(|s| (s.metres - 1200.0).abs() < 1.0)
    );
}

#[test]
fn an_extract_of_elsewhere_is_an_error() {
    let world = line(&[ROAD]).world("car-osrm");
    let snapper = Snapper::new(&world.graph, &world.metric, &world.index);
    let exchanged = [
        LatLon {
            lat: 24.0,
            lon: 57.0,
        },
        LatLon {
            lat: 24.1,
            lon: 57.0,
        },
    ];
    let error = snapper
        .snap_all(&exchanged, 1000.0)
        .expect_err("nothing near");
    assert!(
        matches!(error, Error::NotCovered { points: 2, .. }),
        "{error}"
    );
    assert!(error.to_string().contains("57.000,24.000"), "{error}");
    assert_eq!(snapper.snap_all(&[], 1000.0).map(|s| s.len()).ok(), Some(0));
}

/// A town of some 200 roads, and an island of one road nearer to the point asked for.
fn town_and_island() -> Map {
    let mut map = map();
    for x in 0..12 {
        for y in 0..12 {
            map = map.node(x * 12 + y + 1, 100.0 * x as f64, 100.0 * y as f64);
        }
    }
    let mut id = 1000;
    for x in 0..12 {
        for y in 0..12 {
            let here = x * 12 + y + 1;
            for (next, inside) in [(here + 1, y < 11), (here + 12, x < 11)] {
                if inside {
                    map = map.way(id, &[here, next], ROAD);
                    id += 1;
                }
            }
        }
    }
    map.node(900, -100.0, 0.0)
        .node(901, -100.0, 100.0)
        .way(900, &[900, 901], ROAD)
}

#[test]
fn points_do_not_snap_to_islands() {
    let map = town_and_island();
    let world = map.world("car-osrm");
    let snap = world.snap(map.at(-90.0, 50.0)).expect("the town");
    assert!((snap.metres - 90.0).abs() < 1.0, "{snap:?}");
    assert_eq!(world.graph.counts().island_edges, 2);
}

#[test]
fn closed_roads_are_passed_over() {
    let map = line(&[ROAD, ROAD])
        .node(8, 0.0, 300.0)
        .node(9, 2000.0, 300.0)
        .way(8, &[8, 9], ROAD)
        .way(9, &[9, 3], ROAD);
    let map = map.node(10, 3000.0, 0.0).way(10, &[3, 10], ROAD);
    let changes = Changes::new("works.csv", [(1, 0.0), (2, 0.0)]);
    let world = World::of(&map, &named("car-osrm"), &changes);
    assert!(
        world
            .snap(map.at(500.0, 10.0))
            .is_some_and(|s| (s.metres - 290.0).abs() < 1.0)
    );
}

#[test]
fn nobody_starts_on_a_private_service_way() {
    let map = line(&[ROAD]).node(8, 500.0, 0.0).node(9, 500.0, 200.0).way(
        8,
        &[8, 9],
        "highway=service access=private",
    );
    assert!(
        map.world("car-osrm")
            .snap(map.at(510.0, 150.0))
            .is_some_and(|s| (s.metres - 150.0).abs() < 1.0)
    );
}

#[test]
fn the_antimeridian_is_no_gap() {
    let mut map = map();
    map.origin = LatLon {
        lat: -17.0,
        lon: 179.999,
    };
    let map = map
        .node(1, 0.0, 0.0)
        .node(2, 213.0, 0.0)
        .node(3, 1000.0, 0.0)
        .node(8, 80.0, 10.0)
        .node(9, 140.0, 10.0)
        .way(1, &[1, 2, 3], ROAD);
    let world = map.world("car-osrm");
    assert!(map.at(80.0, 0.0).lon > 179.0 && map.at(140.0, 0.0).lon < -179.0);
    for node in [8, 9] {
        assert!(
            world
                .snap(world.nodes[&node])
                .is_some_and(|s| (s.metres - 10.0).abs() < 0.1)
        );
    }
    world.takes(8, 9, drive(60.0, 25.0));
    world.takes(1, 3, drive(1000.0, 25.0));
}

#[test]
fn east_is_as_near_as_north_in_the_far_north() {
    let mut map = map();
    map.origin = LatLon {
        lat: 78.2,
        lon: 15.6,
    };
    let map = map
        .node(1, 100.0, -500.0)
        .node(2, 100.0, 500.0)
        .node(3, -500.0, 110.0)
        .node(4, 100.0, 110.0)
        .way(1, &[1, 4, 2], ROAD)
        .way(2, &[3, 4], ROAD);
    let snap = map
        .world("car-osrm")
        .snap(map.at(0.0, 0.0))
        .expect("a road");
    assert!((snap.metres - 100.0).abs() < 0.5, "{snap:?}");
}

#[test]
fn the_nearest_of_many_is_found_as_by_looking_at_all() {
    let map = town_and_island();
    let world = map.world("car-osrm");
    let index = SnapIndex::new(&world.graph);
    let snapper = Snapper::new(&world.graph, &world.metric, &index);
    for step in 0..200 {
        let (x, y) = (f64::from(step * 37 % 1100), f64::from(step * 53 % 1100));
        let nearest = |v: f64| (v - (v / 100.0).round() * 100.0).abs();
        let expected = nearest(x).min(nearest(y));
        let found = snapper
            .snap(map.at(x, y), 400.0)
            .map_or(f64::NAN, |s| s.metres);
        assert!(
            (found - expected).abs() < 0.1,
            "{x} {y}: {found} instead of {expected}"
        );
    }
}
