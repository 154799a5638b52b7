//! Travel times by the built program: matrices, areas and routes on an extract
//! that the test writes, and packages with roads instead of a matrix.

#[path = "../common/mod.rs"]
mod common;
#[path = "../../../transit/tests/common/mod.rs"]
mod feed;
#[path = "../../../roads/tests/common/mod.rs"]
mod fixture;

mod areas;
mod matrix;
mod mistakes;
mod package;
mod transit;

use common::{Folder, Said, arg, example, tuvak};
use fixture::{Map, map};
use roads::LatLon;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

/// Roads between the places of `examples/tiny`; the one to b2 is of gravel.
pub fn roads() -> Map {
    let places = [
        (1, 57.00, 22.00),
        (2, 57.08, 22.06),
        (3, 57.00, 22.40),
        (4, 57.00, 22.85),
        (5, 57.25, 22.00),
        (6, 56.80, 22.30),
        (7, 57.01, 22.02),
        (8, 56.811, 22.311),
    ];
    let mut map = map();
    for (id, lat, lon) in places {
        map.nodes.insert(id, (LatLon { lat, lon }, Vec::new()));
    }
    let paved = "highway=secondary surface=asphalt";
    map.way(100, &[1, 2], paved)
        .way(101, &[1, 3], paved)
        .way(102, &[3, 4], "highway=unclassified surface=gravel")
        .way(103, &[2, 5], paved)
        .way(104, &[3, 6], paved)
        .way(105, &[1, 7], paved)
        .way(106, &[6, 8], paved)
}

/// A folder with `roads.osm.pbf` and the places of `examples/tiny` as `points.csv`.
pub fn with_roads() -> Folder {
    let folder = Folder::new();
    fs::write(folder.join("roads.osm.pbf"), roads().bytes()).unwrap();
    fs::copy(
        example("tiny").join("places.csv"),
        folder.join("points.csv"),
    )
    .unwrap();
    folder
}

/// Runs `tuvak travel` on the roads of a folder; it must succeed.
#[track_caller]
pub fn travel(folder: &Folder, command: &str, more: &[&str]) -> Said {
    let said = attempt(folder, command, more);
    assert_eq!(said.code, 0, "{}", said.err);
    said
}

/// The same, whatever comes of it.
pub fn attempt(folder: &Folder, command: &str, more: &[&str]) -> Said {
    let osm = folder.join("roads.osm.pbf");
    let args = [&["travel", command, "--osm", arg(&osm)], more].concat();
    tuvak(&args)
}

/// The rows of a matrix: (from, to) → seconds and metres as they are written.
pub fn rows(text: &str) -> BTreeMap<(String, String), [String; 2]> {
    let mut lines = text.lines();
    assert!(lines.next().unwrap().starts_with("from,to,seconds,metres"));
    lines
        .map(|line| {
            let cells: Vec<String> = line.split(',').map(str::to_owned).collect();
            let pair = (cells[0].clone(), cells[1].clone());
            (pair, [cells[2].clone(), cells[3].clone()])
        })
        .collect()
}

/// Seconds of a pair; none where there is no way.
pub fn seconds(text: &str, from: &str, to: &str) -> Option<u32> {
    let [seconds, _] = &rows(text)[&(from.to_owned(), to.to_owned())];
    (!seconds.is_empty()).then(|| seconds.parse().unwrap())
}

/// A file that must be there.
pub fn read(file: PathBuf) -> String {
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}
