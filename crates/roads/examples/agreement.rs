//! How well `car-osrm` and `foot` agree with OSRM and Valhalla on the pairs of `peer-durations`, and where they do not.
//!
//! `cargo run --release --package roads --example agreement [-- FOLDER WITH THE EXTRACTS [list]]`

use std::collections::HashMap;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::Instant;

use roads::{Changes, LatLon, Profile, RoadGraph, SnapIndex, Snapper, Trip, dijkstra};

/// The peers snap however far it is.
const FAR_M: f64 = 20_000.0;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

struct Pair {
    id: String,
    on_network: bool,
    from: LatLon,
    to: LatLon,
}

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let default = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/osm");
    let folder = PathBuf::from(arguments.next().unwrap_or_else(|| default.to_owned()));
    let list = arguments.next().is_some();
    for extract in ["porto", "malta-2018"] {
        for (profile, peer) in [
            ("car-osrm", "osrm-car-ch"),
            ("foot", "osrm-foot-ch"),
            ("foot", "valhalla-pedestrian"),
        ] {
            compare(&folder, extract, profile, peer, list)?;
        }
    }
    Ok(())
}

fn compare(folder: &Path, extract: &str, name: &str, peer: &str, list: bool) -> Result<()> {
    let profile = Profile::builtin(name)?;
    let start = Instant::now();
    let graph = RoadGraph::read(&folder.join(format!("{extract}.osm.pbf")), &profile)?;
    let read = start.elapsed();
    let start = Instant::now();
    let metric = graph.metric(&profile, &Changes::default())?;
    let priced = start.elapsed();
    let start = Instant::now();
    let index = SnapIndex::new(&graph);
    println!(
        "{extract} {name}: {} roads, {} edges, {} turns; read {:.2} s, priced {:.3} s, indexed {:.3} s; {:?}",
        graph.roads(),
        graph.edges(),
        graph.turn_to.len(),
        read.as_secs_f64(),
        priced.as_secs_f64(),
        start.elapsed().as_secs_f64(),
        graph.counts(),
    );
    let snapper = Snapper::new(&graph, &metric, &index);
    let theirs = durations(&folder.join(format!("peer-durations/{extract}.{peer}.csv")))?;
    for on_network in [true, false] {
        let mut ratios = Vec::new();
        let (mut lost, mut theirs_lost, mut lengths) = (0, 0, Vec::new());
        for pair in pairs(&folder.join(format!("peer-durations/{extract}.pairs.csv")))? {
            if pair.on_network != on_network {
                continue;
            }
            let Some((seconds, metres)) = theirs.get(&pair.id) else {
                theirs_lost += 1;
                continue;
            };
            let from = snapper.snap(pair.from, FAR_M);
            let to = snapper.snap(pair.to, FAR_M);
            let trip: Option<Trip> = from
                .as_ref()
                .zip(to.as_ref())
                .and_then(|(f, t)| dijkstra::trip(&graph, &metric, f, t));
            let Some(trip) = trip else {
                lost += 1;
                println!("  pair {}: no way; {from:?} {to:?}", pair.id);
                continue;
            };
            let ratio = f64::from(trip.ms) / 1000.0 / seconds;
            let length = f64::from(trip.dm) / 10.0 / metres;
            if list && on_network && !(0.97..=1.03).contains(&ratio) {
                println!(
                    "  pair {}: ours {:.1} s {:.0} m, theirs {seconds:.1} s {metres:.0} m, ratio {ratio:.3}, length {length:.3}, snapped at {:.0} and {:.0} m",
                    pair.id,
                    f64::from(trip.ms) / 1000.0,
                    f64::from(trip.dm) / 10.0,
                    from.map_or(0.0, |s| s.metres),
                    to.map_or(0.0, |s| s.metres),
                );
            }
            ratios.push(ratio);
            lengths.push(length);
        }
        ratios.sort_by(f64::total_cmp);
        lengths.sort_by(f64::total_cmp);
        let at = |v: &[f64], q: f64| {
            v.get(((v.len() - 1) as f64 * q).round() as usize)
                .copied()
                .unwrap_or(f64::NAN)
        };
        let within = |e: f64| {
            ratios
                .iter()
                .filter(|r| (1.0 - e..=1.0 + e).contains(*r))
                .count() as f64
                / ratios.len() as f64
                * 100.0
        };
        println!(
            "  {peer} {}: {} pairs, unreachable {lost} of ours and {theirs_lost} of theirs; within 1 % {:.1}, 3 % {:.1}, 15 % {:.1}; 5/50/95 % {:.3} {:.3} {:.3}; length {:.4}",
            if on_network { "on" } else { "off" },
            ratios.len(),
            within(0.01),
            within(0.03),
            within(0.15),
            at(&ratios, 0.05),
            at(&ratios, 0.5),
            at(&ratios, 0.95),
            at(&lengths, 0.5),
        );
    }
    Ok(())
}

fn rows(path: &Path) -> Result<Vec<Vec<String>>> {
    let text = std::fs::read_to_string(path)?;
    Ok(text
        .lines()
        .skip(1)
        .map(|l| l.split(',').map(str::to_owned).collect())
        .collect())
}

fn pairs(path: &Path) -> Result<Vec<Pair>> {
    let mut pairs = Vec::new();
    for row in rows(path)? {
        let number =
            |i: usize| -> Result<f64> { Ok(row.get(i).ok_or("a cell is missing")?.parse()?) };
        pairs.push(Pair {
            id: row[0].clone(),
            on_network: row[1] == "on",
            from: LatLon {
                lon: number(2)?,
                lat: number(3)?,
            },
            to: LatLon {
                lon: number(4)?,
                lat: number(5)?,
            },
        });
    }
    Ok(pairs)
}

fn durations(path: &Path) -> Result<HashMap<String, (f64, f64)>> {
    let mut durations = HashMap::new();
    for row in rows(path)? {
        if let (Ok(seconds), Ok(metres)) = (row[1].parse(), row[2].parse()) {
            durations.insert(row[0].clone(), (seconds, metres));
        }
    }
    Ok(durations)
}
