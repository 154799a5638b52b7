//! A prepared network answers as plain Dijkstra does, keeps its answers in a file, and takes other prices.

mod common;

use common::{Map, file_of, map, named};
use proptest::prelude::*;
use roads::{Changes, Error, LatLon, Network, Profile, Snap, Stage, dijkstra};
use std::path::{Path, PathBuf};

/// A town of `side` × `side` junctions with one-way, private and gravel streets, signals and bans, told by `seed`.
fn town(side: i64, seed: u64) -> Map {
    let mut state = seed | 1;
    let mut dice = move |sides: u64| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state % sides
    };
    let mut town = map();
    for id in 0..side * side {
        let (column, row) = ((id % side) as f64, (id / side) as f64);
        let (x, y) = (dice(60) as f64, dice(60) as f64);
        let tags = if dice(6) == 0 {
            "highway=traffic_signals"
        } else {
            ""
        };
        town = town.tagged(id + 1, column * 150.0 + x, row * 150.0 + y, tags);
    }
    let mut ways: Vec<(i64, i64)> = Vec::new();
    for id in 0..side * side {
        for (right, up) in [(1, 0), (0, 1), (1, 1)] {
            let (column, row) = (id % side + right, id / side + up);
            if column >= side || row >= side || dice(4) == 0 {
                continue;
            }
            let tags = match dice(8) {
                0 | 1 => "highway=residential oneway=yes",
                2 => "highway=service access=private",
                3 => "highway=tertiary maxspeed=70",
                4 => "highway=unclassified surface=gravel",
                _ => "highway=residential",
            };
            let ends = (id + 1, row * side + column + 1);
            ways.push(ends);
            town = town.way(ways.len() as i64, &[ends.0, ends.1], tags);
        }
    }
    for from in 0..ways.len() {
        let via = ways[from].1;
        let to = ways.iter().position(|way| way.0 == via && dice(3) == 0);
        if let Some(to) = to
            && dice(2) == 0
        {
            town = town.restriction("no_left_turn", from as i64 + 1, via, to as i64 + 1, "");
        }
    }
    town
}

/// Points here and there between the junctions.
fn points(town: &Map) -> Vec<LatLon> {
    let at: Vec<LatLon> = town.nodes.values().map(|(at, _)| *at).collect();
    let between = |pair: &[LatLon]| LatLon {
        lat: pair[0].lat * 0.3 + pair[1].lat * 0.7 + 1e-4,
        lon: pair[0].lon * 0.3 + pair[1].lon * 0.7,
    };
    at.windows(2)
        .map(between)
        .chain(at.iter().copied())
        .collect()
}

fn prepared(file: &Path, profile: &Profile) -> Network {
    Network::prepare(file, profile, 2, &mut |_, _| true).expect("a good extract")
}

fn network(town: &Map, profile: &str) -> Network {
    let file = town.file();
    let network = prepared(&file, &named(profile));
    std::fs::remove_file(file).expect("the file was written just now");
    network
}

/// The network's matrix with and without lengths against one search of Dijkstra for each source.
fn assert_like_dijkstra(network: &Network, from: &[Snap], to: &[Snap]) {
    let both = network
        .matrix(from, to, 2, true, &mut |_| true)
        .expect("a matrix");
    let times = network
        .matrix(from, to, 1, false, &mut |_| true)
        .expect("a matrix");
    let entry = |snap: &Snap| match network.profile().entry_kmh() {
        Some(kmh) => (
            (snap.metres * 3600.0 / kmh).round() as u32,
            (snap.metres * 10.0).round() as u32,
        ),
        None => (0, 0),
    };
    for (row, source) in from.iter().enumerate() {
        let trips = dijkstra::trips(network.graph(), network.metric(), source, to);
        for (column, trip) in trips.iter().enumerate() {
            let (out, back) = (entry(source), entry(&to[column]));
            let ms = trip.map(|trip| trip.ms + out.0 + back.0);
            let metres = trip.map(|trip| (trip.dm + out.1 + back.1 + 5) / 10);
            // Points of one road that are nearer to one another than to it are walked between.
            let walked = metres_between(source, &to[column]) <= source.metres + to[column].metres
                && network.profile().entry_kmh().is_some()
                && both.milliseconds(row, column) != ms;
            if walked {
                let kmh = network.profile().entry_kmh().unwrap_or(1.0);
                let walk = metres_between(source, &to[column]) * 3600.0 / kmh;
                let told = f64::from(both.milliseconds(row, column).expect("a walk"));
                assert!((told - walk).abs() < 10.0 + walk * 0.01, "{told} {walk}");
                assert!(ms.is_none_or(|ms| told < f64::from(ms)));
                assert_eq!(
                    times.milliseconds(row, column),
                    both.milliseconds(row, column)
                );
                continue;
            }
            assert_eq!(both.milliseconds(row, column), ms, "{row} to {column}");
            assert_eq!(both.metres(row, column), metres, "{row} to {column}");
            assert_eq!(times.milliseconds(row, column), ms, "{row} to {column}");
            assert_eq!(times.metres(row, column), None);
        }
    }
}

fn metres_between(a: &Snap, b: &Snap) -> f64 {
    metres(a.at, b.at)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn a_matrix_is_what_dijkstra_finds(seed in any::<u64>()) {
        let town = town(6, seed);
        for profile in ["car-osrm", "car-lv", "foot"] {
            let network = network(&town, profile);
            let snaps: Vec<Snap> = network.snap(&points(&town)).into_iter().flatten().collect();
            assert_like_dijkstra(&network, &snaps, &snaps);
        }
    }

    #[test]
    fn with_roads_closed_it_still_is(seed in any::<u64>(), closed in prop::collection::btree_set(1..60_i64, 1..9)) {
        let town = town(6, seed);
        let known = closed.into_iter().filter(|way| town.ways.iter().any(|(id, ..)| id == way));
        let changes = Changes::new("closures.csv", known.map(|way| (way, 0.0)));
        let network = network(&town, "car-lv").with_metric(&named("car-lv"), &changes, 1).unwrap();
        let snaps: Vec<Snap> = network.snap(&points(&town)).into_iter().flatten().collect();
        assert_like_dijkstra(&network, &snaps, &snaps);
    }

    #[test]
    fn a_route_takes_what_the_matrix_says_and_its_line_is_as_long(seed in any::<u64>()) {
        assert_routes(seed);
    }
}

#[test]
fn a_route_starts_from_the_nearer_end_of_a_loop() {
    // A town with a road that begins and ends at one junction.
    assert_routes(16_397_283_321_763_544_908);
}

fn assert_routes(seed: u64) {
    let town = town(6, seed);
    let network = network(&town, "car-osrm");
    let snaps: Vec<Snap> = network.snap(&points(&town)).into_iter().flatten().collect();
    let matrix = network
        .matrix(&snaps, &snaps, 1, true, &mut |_| true)
        .expect("a matrix");
    for row in (0..snaps.len()).step_by(5) {
        for column in 0..snaps.len() {
            let route = network.route(&snaps[row], &snaps[column]);
            let seconds = route.as_ref().map(|route| route.seconds);
            assert_eq!(seconds, matrix.seconds(row, column));
            let Some(route) = route else { continue };
            assert_eq!(Some(route.metres), matrix.metres(row, column));
            assert_eq!(route.line.first(), Some(&snaps[row].foot));
            assert_eq!(route.line.last(), Some(&snaps[column].foot));
            let drawn = route.line.windows(2);
            let drawn: f64 = drawn.map(|step| metres(step[0], step[1])).sum();
            let told = f64::from(route.metres);
            assert!((drawn - told).abs() <= 2.0 + 0.01 * drawn, "{drawn} {told}");
        }
    }
}

fn metres(a: LatLon, b: LatLon) -> f64 {
    let north = (b.lat - a.lat) * 111_320.0;
    let east = (b.lon - a.lon) * 111_320.0 * a.lat.to_radians().cos();
    north.hypot(east)
}

fn extracts() -> Option<PathBuf> {
    let folder = Path::new(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../shared/data/osm"
    ));
    if folder.exists() {
        return Some(folder.to_owned());
    }
    println!("skipped: ../shared/data is absent");
    None
}

#[test]
fn matrices_of_real_extracts_are_what_dijkstra_finds() {
    let Some(folder) = extracts() else { return };
    for extract in [
        "liechtenstein-valhalla",
        "andorra-gh",
        "fiji-ferry",
        "malta-2018",
    ] {
        let file = folder.join(format!("{extract}.osm.pbf"));
        let network = prepared(&file, &named("car-osrm"));
        let graph = network.graph();
        // Nodes here and there, a few metres beside their roads.
        let step = (graph.node_lat.len() / 60).max(1);
        let at = (0..graph.node_lat.len()).step_by(step).map(|node| LatLon {
            lat: f64::from(graph.node_lat[node]) * 1e-7 + 3e-5,
            lon: f64::from(graph.node_lon[node]) * 1e-7,
        });
        let snaps: Vec<Snap> = network
            .snap(&at.collect::<Vec<_>>())
            .into_iter()
            .flatten()
            .collect();
        assert!(snaps.len() > 20, "{extract}");
        let (from, to) = snaps.split_at(snaps.len() / 3);
        assert_like_dijkstra(&network, from, to);
    }
}

#[test]
fn a_file_keeps_the_answers_and_the_profile() {
    let town = town(6, 7);
    let network = network(&town, "car-lv");
    let file = file_of(&[]);
    network.save(&file).unwrap();
    let loaded = Network::load(&file).unwrap();
    std::fs::remove_file(&file).unwrap();
    assert_eq!(loaded.profile().hash(), network.profile().hash());
    assert_eq!(loaded.graph(), network.graph());
    let answers = |network: &Network| {
        let snaps: Vec<Snap> = network.snap(&points(&town)).into_iter().flatten().collect();
        network
            .matrix(&snaps, &snaps, 1, true, &mut |_| true)
            .unwrap()
    };
    assert_eq!(answers(&loaded), answers(&network));
    // Other prices on what was loaded are those on what was prepared.
    let winter = named("car-lv-winter");
    let other = |network: Network| {
        answers(
            &network
                .with_metric(&winter, &Changes::default(), 1)
                .unwrap(),
        )
    };
    assert_eq!(other(loaded), other(network));
}

#[test]
fn a_file_that_was_changed_anywhere_is_refused() {
    let file = file_of(&[]);
    network(&town(3, 5), "car-lv").save(&file).unwrap();
    let whole = std::fs::read(&file).unwrap();
    let load = |bytes: &[u8]| {
        std::fs::write(&file, bytes).unwrap();
        Network::load(&file).map(|_| ())
    };
    assert!(load(&whole).is_ok());
    for at in (16..whole.len()).step_by(whole.len() / 400) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x10;
        let refused = load(&bytes);
        assert!(
            matches!(
                refused,
                Err(Error::Damaged { .. } | Error::OtherVersion { .. })
            ),
            "byte {at}: {refused:?}"
        );
    }
    for length in [0, 7, 20, whole.len() / 2, whole.len() - 1] {
        assert!(load(&whole[..length]).is_err(), "{length} bytes");
    }
    let mut longer = whole.clone();
    longer.push(0);
    assert!(matches!(load(&longer), Err(Error::Damaged { .. })));
    assert!(matches!(
        load(b"not a road network at all"),
        Err(Error::NotPrepared { .. })
    ));
    let mut other = whole.clone();
    other[24] = b'0';
    let refused = load(&other);
    assert!(
        matches!(&refused, Err(Error::OtherVersion { version, .. }) if version == "0"),
        "{refused:?}"
    );
    std::fs::remove_file(&file).unwrap();
}

#[test]
fn a_closure_makes_a_way_longer_and_changes_nothing_elsewhere() {
    // A square: straight along way 1, or around by ways 2 and 3.
    let square = map()
        .node(1, 0.0, 0.0)
        .node(2, 1000.0, 0.0)
        .node(3, 500.0, 900.0)
        .node(4, 0.0, -800.0)
        .way(1, &[1, 2], "highway=primary")
        .way(2, &[1, 3], "highway=primary")
        .way(3, &[3, 2], "highway=primary")
        .way(4, &[1, 4], "highway=primary");
    let network = network(&square, "car-osrm");
    let at = [
        square.at(50.0, 0.0),
        square.at(1000.0, 0.0),
        square.at(0.0, -700.0),
    ];
    let seconds = |network: &Network| {
        let snaps: Vec<Snap> = network.snap(&at).into_iter().flatten().collect();
        let matrix = network
            .matrix(&snaps, &snaps, 1, false, &mut |_| true)
            .unwrap();
        (matrix.seconds(2, 1).unwrap(), matrix.seconds(2, 2).unwrap())
    };
    let open = seconds(&network);
    let changes = Changes::new("closures.csv", [(1, 0.0)]);
    let closed = network
        .with_metric(&named("car-osrm"), &changes, 1)
        .unwrap();
    assert!(
        closed.snap(&at)[0]
            .as_ref()
            .is_some_and(|snap| snap.metres > 10.0),
        "the closed road takes no point"
    );
    let longer = seconds(&closed);
    assert!(longer.0 > open.0 + 30, "{longer:?} after {open:?}");
    assert_eq!(seconds(&closed).1, open.1);
    let again = closed
        .with_metric(&named("car-osrm"), &Changes::default(), 1)
        .unwrap();
    assert_eq!(seconds(&again), open);
}

#[test]
fn next_door_is_a_walk_and_not_a_way_to_the_road_and_back() {
    let road = map()
        .node(1, 0.0, 0.0)
        .node(2, 2000.0, 0.0)
        .way(1, &[1, 2], "highway=primary");
    let network = network(&road, "car-lv");
    let at = [
        road.at(900.0, 300.0),
        road.at(1000.0, 300.0),
        road.at(1900.0, 10.0),
    ];
    let snaps: Vec<Snap> = network.snap(&at).into_iter().flatten().collect();
    let matrix = network
        .matrix(&snaps, &snaps, 1, true, &mut |_| true)
        .unwrap();
    let kmh = network.profile().entry_kmh().unwrap();
    let walk = |metres: f64| (metres * 3.6 / kmh).round() as u32;
    for house in 0..3 {
        assert_eq!(matrix.seconds(house, house), Some(0));
        assert_eq!(matrix.metres(house, house), Some(0));
    }
    let next = matrix.seconds(0, 1).unwrap();
    assert!(next.abs_diff(walk(100.0)) <= 1, "{next}");
    assert_eq!(network.route(&snaps[0], &snaps[1]).unwrap().seconds, next);
    // Farther on one drives, though both walk to the road.
    let far = matrix.seconds(0, 2).unwrap();
    assert!(far > walk(310.0) && far < walk(1000.0), "{far}");
}

#[test]
fn threads_change_nothing() {
    let town = town(12, 3);
    let file = town.file();
    let on = |threads| {
        let network = Network::prepare(&file, &named("car-lv"), threads, &mut |_, _| true).unwrap();
        let out = file_of(&[]);
        network.save(&out).unwrap();
        let bytes = std::fs::read(&out).unwrap();
        std::fs::remove_file(out).unwrap();
        let snaps: Vec<Snap> = network.snap(&points(&town)).into_iter().flatten().collect();
        (
            bytes,
            network
                .matrix(&snaps, &snaps, threads, true, &mut |_| true)
                .unwrap(),
        )
    };
    assert!(on(1) == on(3));
    std::fs::remove_file(file).unwrap();
}

#[test]
fn preparing_and_reckoning_stop_when_asked() {
    let town = town(4, 9);
    let file = town.file();
    for last in [Stage::Read, Stage::Order, Stage::Contract, Stage::Customise] {
        let stopped = Network::prepare(&file, &named("car-lv"), 1, &mut |stage, _| stage != last);
        assert!(matches!(stopped, Err(Error::Stopped)));
    }
    let network = prepared(&file, &named("car-lv"));
    let snaps: Vec<Snap> = network.snap(&points(&town)).into_iter().flatten().collect();
    let stopped = network.matrix(&snaps, &snaps, 1, true, &mut |_| false);
    assert!(matches!(stopped, Err(Error::Stopped)));
    std::fs::remove_file(file).unwrap();
}

/// Square metres of a ring.
fn area(ring: &[LatLon]) -> f64 {
    let flat = |at: &LatLon| {
        (
            at.lon * 111_320.0 * 57.0_f64.to_radians().cos(),
            at.lat * 111_320.0,
        )
    };
    let sides = ring.windows(2).map(|step| {
        let (a, b) = (flat(&step[0]), flat(&step[1]));
        a.0 * b.1 - a.1 * b.0
    });
    (sides.sum::<f64>() / 2.0).abs()
}

fn holds(polygon: &[Vec<LatLon>], at: LatLon) -> bool {
    let inside = |ring: &Vec<LatLon>| {
        let crossed = ring.windows(2).filter(|step| {
            let (a, b) = (step[0], step[1]);
            (a.lat > at.lat) != (b.lat > at.lat)
                && at.lon < (b.lon - a.lon) * (at.lat - a.lat) / (b.lat - a.lat) + a.lon
        });
        crossed.count() % 2 == 1
    };
    inside(&polygon[0]) && !polygon[1..].iter().any(inside)
}

#[test]
fn an_area_holds_the_road_as_far_as_one_gets_and_no_farther() {
    // One straight road of 20 km at 36 km/h: 600 m a minute.
    let road = map()
        .node(1, 0.0, 0.0)
        .node(2, 10_000.0, 0.0)
        .node(3, 20_000.0, 0.0)
        .way(1, &[1, 2], "highway=primary maxspeed=45")
        .way(2, &[2, 3], "highway=primary maxspeed=45");
    let network = network(&road, "car-osrm");
    let from = network.snap(&[road.at(10_000.0, 0.0)]).remove(0).unwrap();
    let isochrones = network.isochrones(&from, &[300, 600]);
    let within = |minutes: usize, east: f64, north: f64| {
        let polygons = &isochrones[minutes / 5 - 1].polygons;
        polygons
            .iter()
            .any(|polygon| holds(polygon, road.at(east, north)))
    };
    for (minutes, reach) in [(5, 3000.0), (10, 6000.0)] {
        for side in [-1.0, 1.0] {
            // The tip of the area is a wedge no wider than a cell of the grid.
            assert!(within(minutes, 10_000.0 + side * (reach - 300.0), 0.0));
            assert!(!within(minutes, 10_000.0 + side * (reach + 100.0), 0.0));
        }
        assert!(within(minutes, 10_000.0, 150.0), "a walk off the road");
        assert!(!within(minutes, 10_000.0, 500.0), "too far off the road");
    }
    let sizes: Vec<f64> = isochrones
        .iter()
        .map(|isochrone| {
            isochrone
                .polygons
                .iter()
                .map(|polygon| area(&polygon[0]))
                .sum()
        })
        .collect();
    assert!(sizes[1] > 1.5 * sizes[0], "{sizes:?}");
}

#[test]
fn an_area_does_not_cover_the_sea_along_a_ferry_but_the_far_quay() {
    let map = map()
        .node(1, 0.0, 0.0)
        .node(2, 1000.0, 0.0)
        .node(3, 9000.0, 0.0)
        .node(4, 10_000.0, 0.0)
        .way(1, &[1, 2], "highway=primary")
        .way(2, &[2, 3], "route=ferry duration=00:10 motor_vehicle=yes")
        .way(3, &[3, 4], "highway=primary");
    let network = network(&map, "car-osrm");
    let from = network.snap(&[map.at(0.0, 0.0)]).remove(0).unwrap();
    let polygons = network.isochrones(&from, &[3600]).remove(0).polygons;
    let within = |east| {
        polygons
            .iter()
            .any(|polygon| holds(polygon, map.at(east, 10.0)))
    };
    assert!(within(500.0) && within(9500.0));
    assert!(!within(3000.0) && !within(7000.0));
}

#[test]
fn an_area_grows_with_the_limit_and_closes_over_the_antimeridian() {
    let mut road = map();
    road.origin = LatLon {
        lat: -16.8,
        lon: 179.99,
    };
    let road = road.node(1, -3000.0, 0.0).node(2, 3000.0, 0.0).way(
        1,
        &[1, 2],
        "highway=primary maxspeed=45",
    );
    let network = network(&road, "car-osrm");
    let from = network.snap(&[road.at(0.0, 0.0)]).remove(0).unwrap();
    let isochrones = network.isochrones(&from, &[120, 240]);
    let mut widths = Vec::new();
    for isochrone in &isochrones {
        // A part on either side of it.
        assert_eq!(isochrone.polygons.len(), 2);
        let mut width = 0.0;
        for ring in isochrone.polygons.iter().flatten() {
            assert_eq!(ring.first(), ring.last());
            assert!(ring.iter().all(|at| at.is_valid()));
            let lons = || ring.iter().map(|at| at.lon);
            let own = lons().fold(-180.0, f64::max) - lons().fold(180.0, f64::min);
            assert!(own < 0.1, "{own} degrees wide");
            width += own;
        }
        widths.push(width);
    }
    assert!(widths[1] > 1.4 * widths[0], "{widths:?}");
}

#[test]
fn an_area_follows_the_speeds_along_a_road_and_ends_where_it_is_closed() {
    // One road without a junction: a fast kilometre of two, a slow one of six.
    let road = map()
        .node(1, 0.0, 0.0)
        .node(2, 2000.0, 0.0)
        .node(3, 8000.0, 0.0)
        .way(1, &[1, 2], "highway=primary maxspeed=90")
        .way(2, &[2, 3], "highway=primary maxspeed=15");
    let open = network(&road, "car-osrm");
    let east = |network: &Network, seconds: u32| {
        let from = network.snap(&[road.at(0.0, 0.0)]).remove(0).unwrap();
        let isochrones = network.isochrones(&from, &[seconds]);
        let corners = isochrones[0].polygons.iter().flatten().flatten();
        let (origin, kilometre) = (road.at(0.0, 0.0).lon, road.at(1000.0, 0.0).lon);
        corners
            .map(|at| (at.lon - origin) / (kilometre - origin) * 1000.0)
            .fold(0.0, f64::max)
    };
    // 100 s to the end of the fast part, then 3.33 m a second.
    let reached = east(&open, 400);
    assert!((2700.0..3100.0).contains(&reached), "{reached} m");
    let changes = Changes::new("closures.csv", [(2, 0.0)]);
    let closed = open.with_metric(&named("car-osrm"), &changes, 1).unwrap();
    let reached = east(&closed, 200);
    assert!((1900.0..2250.0).contains(&reached), "{reached} m");
}
