//! The measured stages.

use super::fallback::{self, BANDS, Trip};
use super::measure::{Cost, cost};
use super::network::{Network, costs};
use super::sample::Rng;
use super::sweep::sweep_bytes;
use hierarchy::INFINITE;
use roads::{LatLon, Snap, dijkstra};
use serde_json::{Map, Value, json};
use std::collections::HashMap;
use std::error::Error;
use std::fs;
use std::path::Path;

type Said = Result<Value, Box<dyn Error>>;

/// Prepares an extract and stores the result.
pub fn prepare(extract: &str, profile: &str, _out: &str) -> Said {
    let (made, whole) = cost(|| Network::prepare(Path::new(extract), profile));
    let (_, stages) = made?;
    let each: Map<String, Value> = stages
        .stages
        .iter()
        .map(|(name, spent)| ((*name).to_owned(), spent_json(*spent)))
        .collect();
    Ok(json!({
        "cpu": whole.cpu,
        "wall": whole.wall,
        "stages": each,
        "read_peak_bytes": stages.read_peak_bytes,
        "bytes": Value::Null,
    }))
}

/// Matrices between lists of points, two files each; `pairs` is a file of pairs or `-`.
pub fn tables(prepared: &str, profile: &str, pairs: &str, lists: &[&str]) -> Said {
    let (network, load) = cost(|| Network::prepare(Path::new(prepared), profile));
    let (network, _) = network?;
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
        let (snaps, snap) =
            cost(|| Ok::<_, Box<dyn Error>>((network.snap(&from)?, network.snap(&to)?)));
        let (from, to) = snaps?;
        let (rows, times) = cost(|| network.times(&from, &to));
        matrices.push(json!({
            "cpu": snap.cpu + times.cpu,
            "wall": snap.wall + times.wall,
            "snap_cpu": snap.cpu,
            "times_cpu": times.cpu,
            "unreachable": rows.iter().filter(|&&time| time >= INFINITE).count(),
            "bytes": sweep_bytes(&network.hierarchy, from.len(), &vertices(&to)),
        }));
    }
    Ok(json!({ "load": spent_json(load), "pairs": pairs, "matrices": matrices }))
}

/// The same matrices by the crate `cch` on the same turn graph in the same
/// order, between one vertex for each point.
pub fn crate_cch(prepared: &str, profile: &str, lists: &[&str]) -> Said {
    let (network, _) = Network::prepare(Path::new(prepared), profile)?;
    let arcs = costs(&network.graph, &network.metric);
    let graph = cch::graph::Graph {
        first_out: network.arcs.first().to_vec(),
        head: network.arcs.head().to_vec(),
        weight: arcs
            .iter()
            .map(|cost| cost.time.min(cch::INF_WEIGHT))
            .collect(),
    };
    let (built, build) = cost(|| cch::Cch::build(&graph, &network.order));
    let (metric, customise) = cost(|| built.customize(&graph.weight));
    let mut matrices = Vec::new();
    for files in lists.chunks_exact(2) {
        let vertices = |file: &str| -> Result<Vec<u32>, Box<dyn Error>> {
            Ok(vertices(&network.snap(&points(file, "lat", "lon")?)?))
        };
        let (from, to) = (vertices(files[0])?, vertices(files[1])?);
        let (theirs, spent) =
            cost(|| cch::distance_matrix(&built.view(), &metric.view(), &from, &to));
        let ours = network.hierarchy.times(
            &hierarchy::Ends::single(&from),
            &hierarchy::Ends::single(&to),
        );
        let far = |time: u32| time.min(INFINITE);
        let same = theirs.chunks(to.len()).enumerate().all(|(row, theirs)| {
            theirs
                .iter()
                .zip(ours.row(row))
                .all(|(&a, &b)| far(a) == far(b))
        });
        matrices.push(json!({ "cpu": spent.cpu, "answers": theirs.len(), "same": same }));
    }
    Ok(json!({
        "build_cpu": build.cpu,
        "customise_cpu": customise.cpu,
        "matrices": matrices,
    }))
}

/// Matrices of 100 × 100 drawn junctions against Dijkstra's search, times and lengths.
pub fn identical(extract: &str, profile: &str) -> Said {
    let (network, _) = Network::prepare(Path::new(extract), profile)?;
    let mut rng = Rng::new(7);
    let from = draw(&network, &mut rng, 100)?;
    let to = draw(&network, &mut rng, 100)?;
    let ours = network.costs(&from, &to);
    let times = network.times(&from, &to);
    let targets: Vec<Snap> = to.iter().flatten().cloned().collect();
    let mut different = 0;
    let mut unreachable = 0;
    for (row, from) in from.iter().flatten().enumerate() {
        let found = dijkstra::trips(&network.graph, &network.metric, from, &targets);
        for (column, found) in found.iter().enumerate() {
            let at = row * targets.len() + column;
            let same = match found {
                Some(trip) => {
                    ours[at].time == trip.cost
                        && ours[at].length == trip.dm
                        && times[at] == trip.cost
                }
                None => ours[at].time >= INFINITE && times[at] >= INFINITE,
            };
            different += usize::from(!same);
            unreachable += usize::from(found.is_none());
        }
    }
    Ok(json!({ "pairs": ours.len(), "different": different, "unreachable": unreachable }))
}

/// Changes speeds on a prepared extract.
pub fn reprice(prepared: &str, profile: &str, other: &str) -> Said {
    let (mut network, _) = Network::prepare(Path::new(prepared), profile)?;
    let (done, spent) = cost(|| network.reprice(other));
    done?;
    Ok(spent_json(spent))
}

/// Detour and speed by distance on each extract, and on all of them together.
pub fn fit(profile: &str, detour: f64, kmh: f64, extracts: &[&str]) -> Said {
    let mut trips = Vec::new();
    for extract in extracts {
        let (network, _) = Network::prepare(Path::new(extract), profile)?;
        let mut rng = Rng::new(11);
        let from = draw(&network, &mut rng, 400)?;
        let to = draw(&network, &mut rng, 400)?;
        trips.push(routed(&network, &from, &to));
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

/// Trips between all pairs that have a way.
fn routed(network: &Network, from: &[Option<Snap>], to: &[Option<Snap>]) -> Vec<Trip> {
    let costs = network.costs(from, to);
    let mut trips = Vec::new();
    for (from, costs) in from.iter().zip(costs.chunks(to.len())) {
        for (to, cost) in to.iter().zip(costs) {
            if let (Some(from), Some(to), true) = (from, to, cost.time < INFINITE) {
                trips.push(Trip {
                    direct: great_circle_metres(from.foot, to.foot),
                    metres: f64::from(cost.length) / 10.0,
                    seconds: f64::from(network.metric.real_ms(cost.time)) / 1e3,
                });
            }
        }
    }
    trips
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
    let from = network.snap(&points(file, "from_lat", "from_lon")?)?;
    let to = network.snap(&points(file, "to_lat", "to_lon")?)?;
    let times = network.times(&from, &to);
    let seconds = |index: usize| {
        let time = times[index * to.len() + index];
        (time < INFINITE).then(|| f64::from(network.metric.real_ms(time)) / 1e3)
    };
    Ok((0..from.len()).map(seconds).collect())
}

/// Drawn junctions on roads that are no small islands.
fn draw(
    network: &Network,
    rng: &mut Rng,
    count: usize,
) -> Result<Vec<Option<Snap>>, Box<dyn Error>> {
    let graph = &network.graph;
    let junctions: Vec<u32> = (0..graph.base_edges())
        .filter(|&edge| {
            graph.edge_flags[edge] & roads::EDGE_SNAPPABLE != 0
                && network.metric.edge_ms[edge] < INFINITE
        })
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
    network.snap(&points)
}

/// One vertex for each point that has a road: its first edge.
fn vertices(snaps: &[Option<Snap>]) -> Vec<u32> {
    snaps
        .iter()
        .flatten()
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

fn spent_json(spent: Cost) -> Value {
    json!({ "cpu": spent.cpu, "wall": spent.wall })
}
