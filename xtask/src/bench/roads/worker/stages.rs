//! The measured stages, through the library as the program uses it. The number of
//! threads is what `RAYON_NUM_THREADS` says.

use super::measure::{Cost, cost, peak_bytes};
use super::points::{draw, on_roads, points};
use super::sample::Rng;
use super::sweep::sweeps;
use hierarchy::Ends;
use roads::{Changes, INF, Matrix, Network, Profile, Snap, Stage, dijkstra};
use serde_json::{Map, Value, json};
use std::error::Error;
use std::fs;
use std::path::Path;

/// What a stage prints, or why it could not run.
pub type Said = Result<Value, Box<dyn Error>>;

/// As many threads as the environment says.
pub const THREADS: usize = 0;

/// Prepares an extract for a profile and stores the result.
pub fn prepare(extract: &str, profile: &str, out: &str) -> Said {
    let profile = Profile::named(profile)?;
    let mut starts = Vec::new();
    let mut read_peak_bytes = 0;
    let clock = Cost::now();
    let network = Network::prepare(Path::new(extract), &profile, THREADS, &mut |stage, _| {
        let name = match stage {
            Stage::Read => "read",
            Stage::Order => "order",
            Stage::Contract => "contract",
            Stage::Customise => "customise",
        };
        // A stage tells its progress many times; it begins once.
        if starts.last().is_none_or(|(last, _)| *last != name) {
            if name == "order" {
                read_peak_bytes = peak_bytes();
            }
            starts.push((name, Cost::now()));
        }
        true
    })?;
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
        let sweeps = sweeps(network.hierarchy(), from.len(), &vertices(&to));
        matrices.push(json!({
            "cpu": snap.cpu + times.cpu,
            "wall": snap.wall + times.wall,
            "snap_cpu": snap.cpu,
            "times_cpu": times.cpu,
            "unreachable": unreachable(&matrix?, &from, &to),
            "bytes": sweeps.bytes,
            "working_set": sweeps.working_set,
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

/// Prepares an extract without storing it.
pub fn prepared(extract: &str, profile: &str) -> Result<Network, Box<dyn Error>> {
    let profile = Profile::named(profile)?;
    Ok(Network::prepare(
        Path::new(extract),
        &profile,
        THREADS,
        &mut |_, _| true,
    )?)
}

fn unreachable(matrix: &Matrix, from: &[Snap], to: &[Snap]) -> usize {
    let row = |row: usize| {
        (0..to.len())
            .filter(|&column| matrix.milliseconds(row, column).is_none())
            .count()
    };
    (0..from.len()).map(row).sum()
}

/// Seconds of each pair of a file; nothing where there is no way.
fn pair_seconds(network: &Network, file: &str) -> Said {
    let from = on_roads(network, &points(file, "from_lat", "from_lon")?)?;
    let to = on_roads(network, &points(file, "to_lat", "to_lon")?)?;
    let matrix = network.matrix(&from, &to, THREADS, false, &mut |_| true)?;
    let seconds = |index: usize| Some(f64::from(matrix.milliseconds(index, index)?) / 1e3);
    Ok((0..from.len()).map(seconds).collect())
}

/// One vertex for each point: its first edge.
fn vertices(snaps: &[Snap]) -> Vec<u32> {
    snaps
        .iter()
        .filter_map(|snap| Some(snap.candidates.first()?.edge))
        .collect()
}

fn spent(spent: Cost) -> Value {
    json!({ "cpu": spent.cpu, "wall": spent.wall })
}
