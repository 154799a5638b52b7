//! The measured stages, through the library as the program uses it. The number of
//! threads is what `RAYON_NUM_THREADS` says.

use super::fallback::{self, BANDS, Trip};
use super::measure::{Cost, cost, peak_bytes};
use super::sample::Rng;
use super::sweep::sweep_bytes;
use hierarchy::Ends;
use osmpbf::{Element, ElementReader};
use roads::{
    Changes, EDGE_SNAPPABLE, INF, LatLon, Matrix, Network, Profile, Snap, Stage, dijkstra,
};
use serde_json::{Map, Value, json};
use std::collections::{HashMap, HashSet};
use std::error::Error;
use std::fs;
use std::path::Path;

type Said = Result<Value, Box<dyn Error>>;

/// As many threads as the environment says.
const THREADS: usize = 0;

/// Prepares an extract for a profile and stores the result.
pub fn prepare(extract: &str, profile: &str, out: &str) -> Said {
    let profile = Profile::named(profile)?;
    let mut starts = Vec::new();
    let mut read_peak_bytes = 0;
    let clock = Cost::now();
    let network = Network::prepare(
        Path::new(extract),
        &profile,
        THREADS,
        &mut |stage, share| {
            let name = match stage {
                Stage::Read => "read",
                Stage::Order if share == 0.0 => "order",
                Stage::Order => "contract",
                Stage::Customise => "customise",
            };
            if name == "order" {
                read_peak_bytes = peak_bytes();
            }
            starts.push((name, Cost::now()));
            true
        },
    )?;
    starts.push(("store", Cost::now()));
    network.save(Path::new(out))?;
    let end = Cost::now();
    let ends = starts.iter().skip(1).map(|(_, start)| *start).chain([end]);
    let stages: Map<String, Value> = (starts.iter().zip(ends))
        .map(|((name, start), end)| ((*name).to_owned(), spent(end.since(*start))))
        .collect();
    let whole = end.since(clock);
    Ok(json!({
        "cpu": whole.cpu,
        "wall": whole.wall,
        "stages": stages,
        "read_peak_bytes": read_peak_bytes,
        "bytes": fs::metadata(out)?.len(),
    }))
}

/// Matrices of a prepared network between lists of points, two files each;
/// `pairs` is a file of pairs or `-`.
pub fn tables(prepared: &str, pairs: &str, lists: &[&str]) -> Said {
    let (network, load) = cost(|| Network::load(Path::new(prepared)));
    let network = network?;
    let pairs = if pairs == "-" {
        Value::Null
    } else {
        pair_seconds(&network, pairs)?
    };
    let mut matrices = Vec::new();
    for files in lists.chunks_exact(2) {
        let (from, to) = (
            points(files[0], "lat", "lon")?,
            points(files[1], "lat", "lon")?,
        );
        let (snaps, snap) = cost(|| (on_roads(&network, &from), on_roads(&network, &to)));
        let (from, to) = (snaps.0?, snaps.1?);
        let (matrix, times) = cost(|| network.matrix(&from, &to, THREADS, false, &mut |_| true));
        matrices.push(json!({
            "cpu": snap.cpu + times.cpu,
            "wall": snap.wall + times.wall,
            "snap_cpu": snap.cpu,
            "times_cpu": times.cpu,
            "unreachable": unreachable(&matrix?, &from, &to),
            "bytes": sweep_bytes(network.hierarchy(), from.len(), &vertices(&to)),
        }));
    }
    Ok(json!({ "load": spent(load), "pairs": pairs, "matrices": matrices }))
}

/// The same matrices by the crate `cch` on the same turn graph in the same
/// order, between one vertex for each point.
pub fn crate_cch(prepared: &str, lists: &[&str]) -> Said {
    let network = Network::load(Path::new(prepared))?;
    let (graph, metric) = (network.graph(), network.metric());
    let weight = |edge: u32| {
        let of = move |turn: usize| {
            let time = metric.edge_ms[edge as usize].saturating_add(metric.turn_ms[turn]);
            if time < INF { time } else { cch::INF_WEIGHT }
        };
        graph.turns(edge).map(of)
    };
    let turns = cch::graph::Graph {
        first_out: graph.first_turn.clone(),
        head: graph.turn_to.clone(),
        weight: (0..graph.edges() as u32).flat_map(weight).collect(),
    };
    let ranks = network.hierarchy().parts()[0];
    let mut order = vec![0; ranks.len()];
    for (vertex, &rank) in (0..).zip(ranks) {
        order[rank as usize] = vertex;
    }
    let (built, build) = cost(|| cch::Cch::build(&turns, &order));
    let (customised, customise) = cost(|| built.customize(&turns.weight));
    let mut matrices = Vec::new();
    for files in lists.chunks_exact(2) {
        let at = |file: &str| -> Result<Vec<u32>, Box<dyn Error>> {
            Ok(vertices(&on_roads(&network, &points(file, "lat", "lon")?)?))
        };
        let (from, to) = (at(files[0])?, at(files[1])?);
        let (theirs, spent) =
            cost(|| cch::distance_matrix(&built.view(), &customised.view(), &from, &to));
        let ours = network
            .hierarchy()
            .times(&Ends::single(&from), &Ends::single(&to));
        let same = theirs.chunks(to.len()).enumerate().all(|(row, theirs)| {
            theirs
                .iter()
                .zip(ours.row(row))
                .all(|(&a, &b)| a.min(INF) == b.min(INF))
        });
        matrices.push(json!({ "cpu": spent.cpu, "answers": theirs.len(), "same": same }));
    }
    Ok(json!({ "build": spent(build), "customise": spent(customise), "matrices": matrices }))
}

/// Matrices of 100 × 100 drawn junctions against Dijkstra's search: times and lengths.
pub fn identical(extract: &str, profile: &str) -> Said {
    let network = prepared(extract, profile)?;
    let mut rng = Rng::new(7);
    let (from, to) = (
        draw(&network, &mut rng, 100)?,
        draw(&network, &mut rng, 100)?,
    );
    let ours = network.matrix(&from, &to, THREADS, true, &mut |_| true)?;
    let times = network.matrix(&from, &to, THREADS, false, &mut |_| true)?;
    let (mut different, mut unreachable) = (0, 0);
    for (row, from) in from.iter().enumerate() {
        let found = dijkstra::trips(network.graph(), network.metric(), from, &to);
        for (column, found) in found.iter().enumerate() {
            let ms = found.map(|trip| trip.ms);
            let metres = found.map(|trip| (trip.dm + 5) / 10);
            let same = ours.milliseconds(row, column) == ms
                && ours.metres(row, column) == metres
                && times.milliseconds(row, column) == ms;
            different += usize::from(!same);
            unreachable += usize::from(found.is_none());
        }
    }
    Ok(json!({
        "pairs": from.len() * to.len(),
        "different": different,
        "unreachable": unreachable,
    }))
}

/// Changes speeds on a prepared network, twice: the first time may put together
/// what only that needs.
pub fn reprice(prepared: &str, profile: &str, other: &str) -> Said {
    let network = Network::load(Path::new(prepared))?;
    let (first, second) = (Profile::named(other)?, Profile::named(profile)?);
    let none = Changes::default();
    let (network, began) = cost(|| network.with_metric(&first, &none, THREADS));
    let network = network?;
    let (network, again) = cost(|| network.with_metric(&second, &none, THREADS));
    network?;
    Ok(json!({ "first": spent(began), "again": spent(again) }))
}

/// Detour and speed by distance on each extract, and on all of them together.
pub fn fit(profile: &str, detour: f64, kmh: f64, extracts: &[&str]) -> Said {
    let mut trips = Vec::new();
    for extract in extracts {
        let network = prepared(extract, profile)?;
        let closed = ferries_closed(extract, &network)?;
        let profile = network.profile().clone();
        let network = network.with_metric(&profile, &closed, THREADS)?;
        let mut rng = Rng::new(11);
        let (from, to) = (
            draw(&network, &mut rng, 400)?,
            draw(&network, &mut rng, 400)?,
        );
        trips.push(routed(&network, &from, &to)?);
    }
    let mut shares = Vec::new();
    let mut bands = Vec::new();
    for band in BANDS {
        let each: Vec<Vec<Trip>> = trips
            .iter()
            .map(|trips| fallback::in_band(trips, band))
            .collect();
        let all: Vec<Trip> = each
            .iter()
            .flat_map(|trips| fallback::share(trips))
            .collect();
        let fits: Vec<Value> = each
            .iter()
            .map(|trips| fallback::fit(trips, (detour, kmh)))
            .collect();
        bands.push(json!({
            "km": [band.0, band.1],
            "extracts": fits,
            "all": fallback::fit(&all, (detour, kmh)),
        }));
        shares.extend(all);
    }
    Ok(json!({ "bands": bands, "all": fallback::fit(&shares, (detour, kmh)) }))
}

fn prepared(extract: &str, profile: &str) -> Result<Network, Box<dyn Error>> {
    let profile = Profile::named(profile)?;
    Ok(Network::prepare(
        Path::new(extract),
        &profile,
        THREADS,
        &mut |_, _| true,
    )?)
}

/// Closes all ferries of a network: beside them no detour factor makes sense.
fn ferries_closed(extract: &str, network: &Network) -> Result<Changes, Box<dyn Error>> {
    let ways: HashSet<u64> = network.graph().piece_way.iter().copied().collect();
    let mut table = "way,speed_kmh\n".to_owned();
    ElementReader::from_path(extract)?.for_each(|element| {
        if let Element::Way(way) = element
            && ways.contains(&(way.id() as u64))
            && way.tags().any(|tag| tag == ("route", "ferry"))
        {
            table.push_str(&format!("{},0\n", way.id()));
        }
    })?;
    Ok(Changes::parse(&table, "ferries")?)
}

/// Where points meet the roads; all of them must.
fn on_roads(network: &Network, points: &[LatLon]) -> Result<Vec<Snap>, Box<dyn Error>> {
    let snaps: Option<Vec<Snap>> = network.snap(points).into_iter().collect();
    Ok(snaps.ok_or("a point lies far from every road")?)
}

fn unreachable(matrix: &Matrix, from: &[Snap], to: &[Snap]) -> usize {
    let row = |row: usize| {
        (0..to.len())
            .filter(|&column| matrix.milliseconds(row, column).is_none())
            .count()
    };
    (0..from.len()).map(row).sum()
}

/// Trips between all pairs that have a way.
fn routed(network: &Network, from: &[Snap], to: &[Snap]) -> Result<Vec<Trip>, Box<dyn Error>> {
    let matrix = network.matrix(from, to, THREADS, true, &mut |_| true)?;
    let mut trips = Vec::new();
    for (row, from) in from.iter().enumerate() {
        for (column, to) in to.iter().enumerate() {
            if let (Some(ms), Some(metres)) =
                (matrix.milliseconds(row, column), matrix.metres(row, column))
            {
                trips.push(Trip {
                    direct: great_circle_metres(from.foot, to.foot),
                    metres: f64::from(metres),
                    seconds: f64::from(ms) / 1e3,
                });
            }
        }
    }
    Ok(trips)
}

/// Haversine on a sphere of the mean Earth radius of GRS 80, as the product's fallback has it.
fn great_circle_metres(a: LatLon, b: LatLon) -> f64 {
    let (lat_a, lat_b) = (a.lat.to_radians(), b.lat.to_radians());
    let half_lat = ((lat_b - lat_a) / 2.0).sin();
    let half_lon = ((b.lon - a.lon).to_radians() / 2.0).sin();
    let square = half_lat * half_lat + lat_a.cos() * lat_b.cos() * half_lon * half_lon;
    2.0 * 6_371_008.8 * square.sqrt().min(1.0).asin()
}

/// Seconds of each pair of a file; nothing where there is no way.
fn pair_seconds(network: &Network, file: &str) -> Said {
    let from = on_roads(network, &points(file, "from_lat", "from_lon")?)?;
    let to = on_roads(network, &points(file, "to_lat", "to_lon")?)?;
    let matrix = network.matrix(&from, &to, THREADS, false, &mut |_| true)?;
    let seconds = |index: usize| Some(f64::from(matrix.milliseconds(index, index)?) / 1e3);
    Ok((0..from.len()).map(seconds).collect())
}

/// Drawn junctions on roads that are open and no small islands.
fn draw(network: &Network, rng: &mut Rng, count: usize) -> Result<Vec<Snap>, Box<dyn Error>> {
    let (graph, metric) = (network.graph(), network.metric());
    let junctions: Vec<u32> = (0..graph.base_edges())
        .filter(|&edge| graph.edge_flags[edge] & EDGE_SNAPPABLE != 0 && metric.edge_ms[edge] < INF)
        .map(|edge| graph.edge_head[edge])
        .collect();
    if junctions.is_empty() {
        return Err("no road that could be snapped to".into());
    }
    let degrees = |value: i32| f64::from(value) / 1e7;
    let points: Vec<LatLon> = (0..count)
        .map(|_| {
            let junction = junctions[rng.below(junctions.len())] as usize;
            LatLon {
                lat: degrees(graph.node_lat[junction]),
                lon: degrees(graph.node_lon[junction]),
            }
        })
        .collect();
    on_roads(network, &points)
}

/// One vertex for each point: its first edge.
fn vertices(snaps: &[Snap]) -> Vec<u32> {
    snaps
        .iter()
        .filter_map(|snap| Some(snap.candidates.first()?.edge))
        .collect()
}

/// Points of a table with a header.
fn points(file: &str, lat: &str, lon: &str) -> Result<Vec<LatLon>, Box<dyn Error>> {
    let table = fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    let mut lines = table.lines();
    let header: HashMap<&str, usize> = lines
        .next()
        .unwrap_or_default()
        .split(',')
        .zip(0..)
        .collect();
    let column = |name: &str| {
        header
            .get(name)
            .copied()
            .ok_or_else(|| format!("{file}: no column {name}"))
    };
    let (lat, lon) = (column(lat)?, column(lon)?);
    lines
        .map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            let cell = |at: usize| cells.get(at).copied().unwrap_or_default().parse::<f64>();
            Ok(LatLon {
                lat: cell(lat)?,
                lon: cell(lon)?,
            })
        })
        .collect()
}

fn spent(spent: Cost) -> Value {
    json!({ "cpu": spent.cpu, "wall": spent.wall })
}
