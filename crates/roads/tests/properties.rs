//! What holds on every network, tried on random ones.

mod common;

use std::collections::BTreeSet;

use common::{Map, World, map, named};
use proptest::prelude::*;
use roads::{Changes, Profile, RoadGraph, Snap, dijkstra};

/// `car-osrm` without costs and rules of turns.
const PLAIN: &str = "name = \"plain\"\nbase = \"car-osrm\"\n\
    [turns]\nrestrictions = []\npenalty_s = 0\noncoming_s = 0\nu_turn_s = 0\n\
    [nodes.delay_s]\ntraffic_signals = 0\n";

/// A place on a road is known to a decimetre, which a car on a service way needs 24 ms for; a trip has two ends, a detour four.
const ROUNDING_MS: u64 = 100;

/// Nodes on a jittered grid, joined at random; some streets of one direction, some private, some with signals.
#[derive(Clone, Debug)]
struct Town {
    jitter: Vec<(i32, i32)>,
    streets: Vec<(u8, u8, u8)>,
    bans: Vec<(u8, u8)>,
}

const SIDE: usize = 5;

fn towns() -> impl Strategy<Value = Town> {
    let jitter = prop::collection::vec((-40..40i32, -40..40i32), SIDE * SIDE);
    let streets = prop::collection::vec((0..(SIDE * SIDE) as u8, 0..4u8, 0..8u8), 12..60);
    let bans = prop::collection::vec((any::<u8>(), any::<u8>()), 0..6);
    (jitter, streets, bans).prop_map(|(jitter, streets, bans)| Town {
        jitter,
        streets,
        bans,
    })
}

impl Town {
    fn nodes(&self) -> Map {
        self.jitter
            .iter()
            .enumerate()
            .fold(map(), |map, (i, (x, y))| {
                let (column, row) = ((i % SIDE) as f64, (i / SIDE) as f64);
                map.tagged(
                    i as i64 + 1,
                    column * 150.0 + f64::from(*x),
                    row * 150.0 + f64::from(*y),
                    if i % 7 == 3 {
                        "highway=traffic_signals"
                    } else {
                        ""
                    },
                )
            })
    }

    /// Each street once, as ends and tags.
    fn streets(&self, two_way: bool) -> Vec<(i64, i64, &'static str)> {
        let mut seen = BTreeSet::new();
        let mut streets = Vec::new();
        for (from, direction, kind) in &self.streets {
            let (x, y) = (*from as usize % SIDE, *from as usize / SIDE);
            let (nx, ny) = match direction {
                0 => (x + 1, y),
                1 => (x, y + 1),
                2 => (x + 1, y + 1),
                _ => (x + 2, y),
            };
            if nx >= SIDE || ny >= SIDE {
                continue;
            }
            let (a, b) = ((y * SIDE + x) as i64 + 1, (ny * SIDE + nx) as i64 + 1);
            let tags = match kind {
                0 | 1 if !two_way => "highway=residential oneway=yes",
                2 if !two_way => "highway=tertiary oneway=-1",
                3 => "highway=service access=private",
                4 => "highway=primary maxspeed=70",
                5 => "highway=unclassified surface=gravel",
                _ => "highway=residential",
            };
            if seen.insert((a, b)) {
                streets.push((a, b, tags));
            }
        }
        streets
    }

    fn map(&self, two_way: bool) -> Map {
        let streets = self.streets(two_way);
        streets
            .iter()
            .enumerate()
            .fold(self.nodes(), |map, (i, (a, b, tags))| {
                map.way(i as i64 + 1, &[*a, *b], tags)
            })
    }

    /// The same with turn restrictions over nodes and over ways.
    fn with_bans(&self) -> Map {
        let streets = self.streets(false);
        let mut map = self.map(false);
        for (first, second) in &self.bans {
            if streets.len() < 3 {
                break;
            }
            let (i, j) = (
                *first as usize % streets.len(),
                *second as usize % streets.len(),
            );
            let touching =
                |street: usize, node: i64| streets[street].0 == node || streets[street].1 == node;
            let kind = if first % 3 == 0 {
                "only_straight_on"
            } else {
                "no_left_turn"
            };
            for node in [streets[i].0, streets[i].1] {
                if i != j && touching(j, node) {
                    map = map.restriction(kind, i as i64 + 1, node, j as i64 + 1, "");
                }
            }
            let after = (0..streets.len()).find(|k| {
                *k != i && *k != j && (touching(*k, streets[j].0) || touching(*k, streets[j].1))
            });
            if let Some(k) = after {
                let members = [
                    ("from", 1, i as i64 + 1),
                    ("via", 1, j as i64 + 1),
                    ("to", 1, k as i64 + 1),
                ];
                map = map.relation(&members, &format!("type=restriction restriction={kind}"));
            }
        }
        map
    }
}

fn profile(text: &str) -> Profile {
    named(text)
}

fn snaps(world: &World) -> Vec<Snap> {
    world
        .nodes
        .values()
        .step_by(3)
        .filter_map(|at| world.snap(*at))
        .collect()
}

/// Costs between all of some points; `u32::MAX` = no way.
fn matrix(world: &World, snaps: &[Snap]) -> Vec<Vec<u32>> {
    let row = |from: &Snap| dijkstra::trips(&world.graph, &world.metric, from, snaps);
    snaps
        .iter()
        .map(|from| {
            row(from)
                .iter()
                .map(|t| t.map_or(u32::MAX, |t| t.cost))
                .collect()
        })
        .collect()
}

fn world(map: &Map, text: &str) -> Option<World> {
    map.graph(text).ok()?;
    Some(World::of(map, &profile(text), &Changes::default()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn going_by_a_third_place_is_never_shorter(town in towns()) {
        // Who stops in the middle may turn as nobody who drives on may.
        let town = Town { bans: Vec::new(), ..town };
        let Some(world) = world(&town.map(false), PLAIN) else { return Ok(()) };
        let costs = matrix(&world, &snaps(&world));
        for (i, row) in costs.iter().enumerate() {
            for (j, direct) in row.iter().enumerate() {
                for k in 0..costs.len() {
                    // Stopping in the middle rounds twice, and forgets by which road one came.
                    let detour = u64::from(row[k]) + u64::from(costs[k][j]);
                    prop_assert!(u64::from(*direct) <= detour + ROUNDING_MS, "{i} {j} {k}: {direct} {detour}");
                }
            }
        }
    }

    #[test]
    fn where_all_streets_are_two_way_there_and_back_are_the_same(town in towns()) {
        let Some(world) = world(&town.map(true), PLAIN) else { return Ok(()) };
        let costs = matrix(&world, &snaps(&world));
        for (i, row) in costs.iter().enumerate() {
            for (j, there) in row.iter().enumerate() {
                let back = costs[j][i];
                // Entering private land is counted on the way in only.
                let real = |cost: u32| if cost == u32::MAX { cost } else { world.metric.real_ms(cost) };
                let units = |cost: u32| cost / roads::RESTRICTED;
                if units(*there) == 0 && units(back) == 0 {
                    prop_assert!(real(*there).abs_diff(real(back)) <= ROUNDING_MS as u32, "{i} {j}: {there} {back}");
                }
                prop_assert_eq!(*there == u32::MAX, back == u32::MAX);
            }
        }
    }

    #[test]
    fn one_more_road_makes_no_trip_longer(town in towns(), extra in (0..SIDE * SIDE, 0..SIDE * SIDE)) {
        let before = town.map(false);
        prop_assume!(extra.0 != extra.1);
        let after = before.clone().way(999, &[extra.0 as i64 + 1, extra.1 as i64 + 1], "highway=residential");
        let (Some(old), Some(new)) = (world(&before, PLAIN), world(&after, PLAIN)) else { return Ok(()) };
        let places: Vec<_> = old.nodes.values().filter_map(|at| Some((old.snap(*at)?, new.snap(*at)?))).collect();
        // Only places that lie on a road before stand on it after as well.
        let on_road: Vec<_> = places.into_iter().filter(|(o, n)| o.metres < 0.02 && n.metres < 0.02).step_by(2).collect();
        let (old_snaps, new_snaps): (Vec<_>, Vec<_>) = on_road.into_iter().unzip();
        let (old_costs, new_costs) = (matrix(&old, &old_snaps), matrix(&new, &new_snaps));
        for (old_row, new_row) in old_costs.iter().zip(&new_costs) {
            for (before, after) in old_row.iter().zip(new_row) {
                prop_assert!(u64::from(*after) <= u64::from(*before) + ROUNDING_MS, "{before} {after}");
            }
        }
    }

    #[test]
    fn splitting_a_way_changes_nothing(town in towns(), which in any::<prop::sample::Index>()) {
        // Ways of three nodes, the middle one without a meaning.
        let streets = town.streets(false);
        prop_assume!(!streets.is_empty());
        let build = |split: Option<usize>| {
            streets.iter().enumerate().fold(town.nodes(), |map, (i, (a, b, tags))| {
                let middle = 1000 + i as i64;
                let (pa, pb) = (map.nodes[a].0, map.nodes[b].0);
                let mut map = map;
                map.nodes.insert(middle, (roads::LatLon { lat: (pa.lat + pb.lat) / 2.0 + 0.0002, lon: (pa.lon + pb.lon) / 2.0 }, Vec::new()));
                if split == Some(i) {
                    map.way(i as i64 + 1, &[*a, middle], tags).way(i as i64 + 500, &[middle, *b], tags)
                } else {
                    map.way(i as i64 + 1, &[*a, middle, *b], tags)
                }
            })
        };
        let whole = World::of(&build(None), &profile("car-osrm"), &Changes::default());
        let split = World::of(&build(Some(which.index(streets.len()))), &profile("car-osrm"), &Changes::default());
        prop_assert_eq!(&whole.metric.edge_ms, &split.metric.edge_ms);
        prop_assert_eq!(&whole.metric.edge_dm, &split.metric.edge_dm);
        prop_assert_eq!(&whole.metric.turn_ms, &split.metric.turn_ms);
        prop_assert_eq!(&whole.graph.turn_to, &split.graph.turn_to);
    }

    #[test]
    fn forbidding_turns_makes_no_trip_shorter(town in towns()) {
        let (Some(free), Some(banned)) = (world(&town.map(false), "car-osrm"), world(&town.with_bans(), "car-osrm")) else { return Ok(()) };
        let places: Vec<_> = free.nodes.values().step_by(3).filter_map(|at| Some((free.snap(*at)?, banned.snap(*at)?))).collect();
        let (f, b): (Vec<_>, Vec<_>) = places.into_iter().filter(|(f, b)| f.foot == b.foot && f.candidates.len() == b.candidates.len()).unzip();
        for (free_row, banned_row) in matrix(&free, &f).iter().zip(matrix(&banned, &b)) {
            for (without, with) in free_row.iter().zip(banned_row) {
                prop_assert!(u64::from(*without) <= u64::from(with) + ROUNDING_MS, "{without} {with}");
            }
        }
    }

    #[test]
    fn partial_edges_add_up(town in towns(), x in 0.0..600.0f64, y in 0.0..600.0f64) {
        let map = town.map(false);
        let Some(world) = world(&map, "car-osrm") else { return Ok(()) };
        let Some(snap) = world.snap(map.at(x, y)) else { return Ok(()) };
        for c in &snap.candidates {
            prop_assert!(c.done_ms <= world.metric.edge_ms[c.edge as usize] && c.done_dm <= world.metric.edge_dm[c.edge as usize]);
        }
        prop_assert!((0.0..=1.0).contains(&snap.fraction));
        prop_assert!(world.snap(snap.foot).is_some_and(|again| again.metres < 0.02));
    }
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let folder = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../shared/data/osm/heidelberg.osm.pbf"
    );
    let path = std::path::Path::new(folder);
    if !path.exists() {
        println!("skipped: ../shared/data is absent");
        return;
    }
    let read = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .expect("a pool");
        let profile = profile("car-osrm");
        pool.install(|| {
            let graph = RoadGraph::read(path, &profile).expect("a graph");
            let metric = graph.metric(&profile, &Changes::default()).expect("prices");
            (graph, metric.edge_ms, metric.turn_ms)
        })
    };
    assert!(read(1) == read(3));
}

#[test]
fn a_node_named_twice_in_a_row_is_one() {
    let graph = |nodes: &[i64]| {
        let map = common::map().node(1, 0.0, 0.0).node(2, 500.0, 0.0);
        let map = map.node(3, 900.0, 100.0).way(1, nodes, "highway=primary");
        let map = map.way(2, &[3, 3], "highway=primary");
        map.graph("car-osrm").expect("a graph")
    };
    assert_eq!(graph(&[1, 2, 2, 3, 3]), graph(&[1, 2, 3]));
}
