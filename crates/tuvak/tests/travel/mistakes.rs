//! What is wrong with points, extracts, graphs and options, in both languages.

use crate::common::{Folder, Said, arg, tuvak, tuvak_in};
use crate::{attempt, travel, with_roads};
use std::fs;

#[track_caller]
fn answers(said: &Said, code: i32, words: &[&str]) {
    assert_eq!(said.code, code, "{}", said.err);
    for word in words {
        assert!(
            said.err.contains(word),
            "{word:?} is not said in:\n{}",
            said.err
        );
    }
    assert!(!said.err.contains("panicked"), "{}", said.err);
}

fn matrix(folder: &Folder, more: &[&str]) -> Said {
    let points = folder.join("points.csv");
    attempt(
        folder,
        "matrix",
        &[&["--from", arg(&points)], more].concat(),
    )
}

#[test]
fn all_faults_of_points_are_told_with_row_column_and_remedy() {
    let folder = with_roads();
    let (from, to) = (folder.join("from.csv"), folder.join("to.csv"));
    fs::write(&from, "id,lat,lon\nA,57.0,22.0\nA,north,22.0\nC,157,22.0\n").unwrap();
    fs::write(&to, "latitude,lon\n57.0,22.0\n").unwrap();
    let said = attempt(&folder, "matrix", &["--from", arg(&from), "--to", arg(&to)]);
    answers(
        &said,
        1,
        &[
            "from.csv:3:id: “A” stands already in line 2; leave one",
            "from.csv:3:lat: “north” is not a number; write digits",
            "from.csv:4:lat: 157 is out of range; from −90 to 90",
            "to.csv:1:lat: the column is missing",
            "5 faults",
        ],
    );
}

#[test]
fn swapped_coordinates_are_told_by_their_rows() {
    let folder = with_roads();
    let from = folder.join("from.csv");
    fs::write(&from, "lat,lon\n57.0,22.0\n22.4,57.0\n").unwrap();
    let out = folder.join("none.csv");
    let said = attempt(
        &folder,
        "matrix",
        &["--from", arg(&from), "--out", arg(&out)],
    );
    answers(
        &said,
        1,
        &["from.csv:3:lat: latitude 22.4 and longitude 57 are swapped"],
    );
    assert!(!out.exists());
}

#[test]
fn extracts_that_are_none() {
    let folder = with_roads();
    let osm = folder.join("roads.osm.pbf");
    let whole = fs::read(&osm).unwrap();
    fs::write(&osm, &whole[..whole.len() - 7]).unwrap();
    answers(
        &matrix(&folder, &[]),
        1,
        &["roads.osm.pbf ends at byte", "download it again"],
    );
    fs::write(&osm, "from,to\n").unwrap();
    answers(
        &matrix(&folder, &[]),
        1,
        &["roads.osm.pbf is not an OpenStreetMap extract"],
    );
    fs::remove_file(&osm).unwrap();
    answers(&matrix(&folder, &[]), 1, &["roads.osm.pbf cannot be read"]);
}

#[test]
fn an_extract_that_does_not_cover_the_points() {
    let folder = with_roads();
    let from = folder.join("points.csv");
    fs::write(&from, "lat,lon\n48.1,11.5\n48.2,11.6\n").unwrap();
    let words = [
        "None of the 2 points lies within 5,000 m",
        "56.800, 22.000 and 57.250, 22.850",
    ];
    answers(&matrix(&folder, &[]), 1, &words);
    let words = ["Neviens no 2 punktiem", "56.800, 22.000 un 57.250, 22.850"];
    let osm = folder.join("roads.osm.pbf");
    let args = ["travel", "matrix", "--osm", arg(&osm), "--from", arg(&from)];
    answers(&tuvak_in("lv", &args), 1, &words);
}

#[test]
fn graphs_that_are_none() {
    let folder = with_roads();
    let (points, graph) = (folder.join("points.csv"), folder.join("g.roads"));
    travel(&folder, "prepare", &["--out", arg(&graph)]);
    let on_graph = |more: &[&str]| {
        let args = [
            "travel",
            "matrix",
            "--graph",
            arg(&graph),
            "--from",
            arg(&points),
        ];
        tuvak(&[&args[..], more].concat())
    };
    answers(
        &on_graph(&["--profile", "foot"]),
        1,
        &["prepared for car", "foot"],
    );
    let mut bytes = fs::read(&graph).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&graph, bytes).unwrap();
    answers(&on_graph(&[]), 1, &["g.roads is damaged; prepare it again"]);
    fs::write(&graph, "graph").unwrap();
    answers(&on_graph(&[]), 1, &["not a graph of tuvak travel prepare"]);
}

#[test]
fn options_that_do_not_fit() {
    let folder = with_roads();
    answers(
        &matrix(&folder, &["--profile", "bike"]),
        2,
        &["“bike”", "car-lv, ", "foot"],
    );
    answers(&matrix(&folder, &["--json"]), 2, &["--json", "--out"]);
    answers(
        &matrix(&folder, &["--out", "m.xlsx"]),
        2,
        &["m.xlsx", ".parquet"],
    );
    answers(
        &matrix(&folder, &["--date", "2026-03-10"]),
        2,
        &["--date", "transit"],
    );
    answers(&matrix(&folder, &["--profile", "transit"]), 2, &["--gtfs"]);
    answers(&matrix(&folder, &["--graph", "g.roads"]), 2, &["--osm"]);
    answers(&matrix(&folder, &["--threads", "0"]), 2, &["--threads"]);
    let at = |more: &[&str]| attempt(&folder, "isochrone", more);
    answers(
        &at(&["--at", "57,22", "--minutes", "0"]),
        2,
        &["“0”", "15,30,60"],
    );
    answers(
        &at(&["--at", "22", "--minutes", "5"]),
        2,
        &["“22”", "56.97,21.97"],
    );
    answers(&at(&["--minutes", "5"]), 2, &["--from"]);
    let transit = ["--at", "57,22", "--minutes", "5", "--profile", "transit"];
    answers(&at(&transit), 2, &["transit", "matrix"]);
    answers(
        &matrix(&folder, &["--depart", "9:00"]),
        2,
        &["“9:00”", "07:00-09:00"],
    );
    let points = folder.join("points.csv");
    answers(
        &tuvak(&["travel", "matrix", "--from", arg(&points)]),
        2,
        &["--osm"],
    );
    answers(&tuvak(&["travel"]), 2, &["command"]);
}

#[test]
fn changes_that_do_not_fit() {
    let folder = with_roads();
    let changes = folder.join("changes.csv");
    let with = |text: &str| {
        fs::write(&changes, text).unwrap();
        matrix(&folder, &["--changes", arg(&changes)])
    };
    answers(
        &with("way,speed_kmh\n102,fast\n"),
        1,
        &["changes.csv:2:speed_kmh"],
    );
    answers(&with("way,speed_kmh\n999,0\n"), 1, &["changes.csv", "999"]);
}

#[test]
fn help_and_mistakes_are_latvian_too() {
    let help = tuvak_in("lv", &["travel", "matrix", "--help"]);
    assert!(
        help.out.contains("Ceļa laiki no katra punkta"),
        "{}",
        help.out
    );
    assert!(!help.out.contains("cli-help"), "{}", help.out);
    let folder = with_roads();
    let from = folder.join("from.csv");
    fs::write(&from, "lat,lon\n157,22.0\n").unwrap();
    let osm = folder.join("roads.osm.pbf");
    let args = ["travel", "matrix", "--osm", arg(&osm), "--from", arg(&from)];
    answers(
        &tuvak_in("lv", &args),
        1,
        &["from.csv:2:lat", "1 kļūda. Nekas netika rēķināts."],
    );
}

#[test]
fn what_is_read_is_never_written_over() {
    let folder = with_roads();
    let points = folder.join("points.csv");
    let before = fs::read(&points).unwrap();
    let said = matrix(&folder, &["--out", arg(&points)]);
    answers(&said, 2, &["points.csv is read here", "--out"]);
    assert_eq!(fs::read(&points).unwrap(), before);
    let said = attempt(
        &folder,
        "isochrone",
        &[
            "--from",
            arg(&points),
            "--minutes",
            "5",
            "--out",
            arg(&points),
        ],
    );
    answers(&said, 2, &["points.csv is read here"]);
    assert_eq!(fs::read(&points).unwrap(), before);
}

#[test]
fn nobody_walks_to_a_stop_by_car() {
    let folder = with_roads();
    let said = matrix(&folder, &["--profile", "transit", "--walk", "car-lv"]);
    answers(
        &said,
        2,
        &["“car-lv” is not a profile on foot", "foot-frail"],
    );
}

#[test]
fn a_slip_in_the_columns_of_changes_closes_no_road() {
    let folder = with_roads();
    let changes = folder.join("changes.csv");
    fs::write(&changes, "way,speed\n102,30\n").unwrap();
    let said = matrix(&folder, &["--changes", arg(&changes)]);
    answers(&said, 1, &["changes.csv:1:speed", "speed_kmh"]);
}
