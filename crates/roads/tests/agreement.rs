//! How far the prices agree with OSRM's on real extracts. What is measured in full is in `examples/agreement.rs`.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use roads::{Changes, LatLon, Profile, RoadGraph, SnapIndex, Snapper, dijkstra};

/// The peers snap however far it is.
const FAR_M: f64 = 20_000.0;

fn folder() -> Option<PathBuf> {
    let path = Path::new(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../shared/data/osm"
    ));
    if path.exists() {
        return Some(path.to_owned());
    }
    println!("skipped: ../shared/data is absent");
    None
}

fn rows(path: &Path) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(path).expect("the peers' files lie beside the extracts");
    text.lines()
        .skip(1)
        .map(|l| l.split(',').map(str::to_owned).collect())
        .collect()
}

/// Our seconds by theirs for every pair on the network that they connect; infinite where we do not.
fn ratios(extract: &str, profile: &str, peer: &str) -> Option<Vec<f64>> {
    let folder = folder()?;
    let profile = Profile::builtin(profile).expect("a built-in profile");
    let graph =
        RoadGraph::read(&folder.join(format!("{extract}.osm.pbf")), &profile).expect("a graph");
    let metric = graph.metric(&profile, &Changes::default()).expect("prices");
    let index = SnapIndex::new(&graph);
    let snapper = Snapper::new(&graph, &metric, &index);
    let theirs: HashMap<String, f64> =
        rows(&folder.join(format!("peer-durations/{extract}.{peer}.csv")))
            .into_iter()
            .filter_map(|row| Some((row[0].clone(), row[1].parse().ok()?)))
            .collect();
    let pairs = rows(&folder.join(format!("peer-durations/{extract}.pairs.csv")));
    let ours = |row: &[String]| {
        let number = |i: usize| row[i].trim().parse::<f64>().expect("a coordinate");
        let from = snapper.snap(
            LatLon {
                lon: number(2),
                lat: number(3),
            },
            FAR_M,
        )?;
        let to = snapper.snap(
            LatLon {
                lon: number(4),
                lat: number(5),
            },
            FAR_M,
        )?;
        dijkstra::trip(&graph, &metric, &from, &to).map(|t| f64::from(t.ms) / 1000.0)
    };
    let on = pairs.iter().filter(|row| row[1] == "on");
    Some(
        on.filter_map(|row| Some(ours(row).unwrap_or(f64::INFINITY) / theirs.get(&row[0])?))
            .collect(),
    )
}

fn share(ratios: &[f64], tolerance: f64) -> f64 {
    let near = ratios
        .iter()
        .filter(|r| (**r - 1.0).abs() <= tolerance)
        .count();
    near as f64 / ratios.len() as f64
}

#[test]
fn cars_in_porto_take_as_long_as_osrm_says() {
    let Some(ratios) = ratios("porto", "car-osrm", "osrm-car-ch") else {
        return;
    };
    assert_eq!(ratios.len(), 200);
    assert!(
        ratios.iter().all(|r| r.is_finite()),
        "every pair is connected"
    );
    assert!(
        share(&ratios, 0.03) >= 0.995 && share(&ratios, 0.01) >= 0.98,
        "{} {}",
        share(&ratios, 0.03),
        share(&ratios, 0.01)
    );
}

#[test]
fn cars_on_malta_take_as_long_as_osrm_says() {
    let Some(ratios) = ratios("malta-2018", "car-osrm", "osrm-car-ch") else {
        return;
    };
    assert_eq!(ratios.len(), 200);
    assert!(
        ratios.iter().all(|r| r.is_finite()),
        "every pair is connected"
    );
    assert!(share(&ratios, 0.03) >= 0.98, "{}", share(&ratios, 0.03));
}

#[test]
fn walkers_in_porto_take_as_long_as_their_pace_says() {
    // OSRM walks 5 km/h, we 4.8.
    let Some(ratios) = ratios("porto", "foot", "osrm-foot-ch") else {
        return;
    };
    let same_pace: Vec<f64> = ratios.iter().map(|r| r * 4.8 / 5.0).collect();
    assert!(
        share(&same_pace, 0.03) >= 0.95,
        "{}",
        share(&same_pace, 0.03)
    );
}
