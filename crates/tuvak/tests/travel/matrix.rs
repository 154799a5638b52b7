//! `tuvak travel prepare` and `matrix`.

use crate::common::{arg, tuvak};
use crate::{read, roads, rows, seconds, travel, with_roads};
use serde_json::Value;
use std::fs;

#[test]
fn every_pair_has_a_row_origin_by_origin() {
    let folder = with_roads();
    let points = folder.join("points.csv");
    let said = travel(&folder, "matrix", &["--from", arg(&points)]);
    let lines: Vec<&str> = said.out.lines().collect();
    assert_eq!(lines.len(), 1 + 6 * 6);
    assert_eq!(lines[1], "a1,a1,0,0");
    assert!(lines[2].starts_with("a1,a2,"));
    let rows = rows(&said.out);
    // Nodes 1 and 2 are 9.62 km apart, straight; 75 km/h less what turns and ends cost.
    let [seconds, metres] = &rows[&("a1".into(), "a2".into())];
    let (seconds, metres): (f64, f64) = (seconds.parse().unwrap(), metres.parse().unwrap());
    assert!((metres - 9620.0).abs() < 15.0, "{metres}");
    let kmh = metres / seconds * 3.6;
    assert!((60.0..=90.0).contains(&kmh), "{kmh}");
}

#[test]
fn destinations_may_be_others() {
    let folder = with_roads();
    let to = folder.join("to.csv");
    fs::write(&to, "lat,lon\n57.01,22.02\n56.811,22.311\n").unwrap();
    let from = folder.join("points.csv");
    let out = folder.join("new/matrix.csv");
    let args = ["--from", arg(&from), "--to", arg(&to), "--out", arg(&out)];
    let said = travel(&folder, "matrix", &args);
    assert_eq!(said.out, "");
    let rows = rows(&read(out));
    assert_eq!(rows.len(), 6 * 2);
    assert!(rows.contains_key(&("d1".into(), "2".into())));
}

#[test]
fn a_prepared_graph_answers_as_its_extract_does() {
    let folder = with_roads();
    let (points, graph) = (folder.join("points.csv"), folder.join("country.roads"));
    let osm = travel(&folder, "matrix", &["--from", arg(&points)]).out;
    let prepared = travel(&folder, "prepare", &["--out", arg(&graph), "--json"]);
    let told: Value = serde_json::from_str(&prepared.out).unwrap();
    assert_eq!(told["profile"], "car-lv");
    assert!(told["seconds"]["read"].is_number(), "{told}");
    let args = [
        "travel",
        "matrix",
        "--from",
        arg(&points),
        "--graph",
        arg(&graph),
    ];
    assert_eq!(tuvak(&args).out, osm);
    let winter = tuvak(&[&args[..], &["--profile", "car-lv-winter"]].concat());
    assert_eq!(winter.code, 0, "{}", winter.err);
    assert_ne!(winter.out, osm);
}

#[test]
fn the_profile_decides_how_fast_one_is() {
    let folder = with_roads();
    let points = folder.join("points.csv");
    let by = |profile: &str| {
        let args = ["--from", arg(&points), "--profile", profile];
        seconds(&travel(&folder, "matrix", &args).out, "b1", "b2").unwrap()
    };
    let (car, winter, foot, frail) = (
        by("car-lv"),
        by("car-lv-winter"),
        by("foot"),
        by("foot-frail"),
    );
    assert!(
        car < winter && winter < foot && foot < frail,
        "{car} {winter} {foot} {frail}"
    );
    let own = folder.join("slow.toml");
    fs::write(
        &own,
        "name = \"slow\"\nbase = \"car-lv\"\n[speed.caps.surface]\ngravel = 20\n",
    )
    .unwrap();
    assert!(by(arg(&own)) > car);
}

#[test]
fn a_closed_road_leaves_rows_without_a_way_and_that_is_counted() {
    let folder = with_roads();
    let (points, changes) = (folder.join("points.csv"), folder.join("closed.csv"));
    fs::write(&changes, "way,speed_kmh\n102,0\n").unwrap();
    let out = folder.join("closed-matrix.csv");
    let args = [
        "--from",
        arg(&points),
        "--changes",
        arg(&changes),
        "--out",
        arg(&out),
        "--json",
    ];
    let said = travel(&folder, "matrix", &args);
    let text = read(out);
    assert_eq!(seconds(&text, "a1", "b2"), None);
    assert!(seconds(&text, "a1", "b1").is_some());
    let told: Value = serde_json::from_str(&said.out).unwrap();
    // From b2 to the five others, and to b2 from each.
    assert_eq!(told["pairs"], 36);
    assert_eq!(told["unreachable"], 10);
    assert!(
        told["attribution"]
            .as_str()
            .is_some_and(|said| said.contains("OpenStreetMap"))
    );
}

#[test]
fn points_far_from_a_road_are_named() {
    let folder = with_roads();
    let points = folder.join("far.csv");
    let text = "id,lat,lon\nnear,57.0,22.2\nfar,57.01,22.2\nlost,57.5,22.2\n";
    fs::write(&points, text).unwrap();
    let out = folder.join("far-matrix.csv");
    let args = ["--from", arg(&points), "--out", arg(&out), "--json"];
    let said = travel(&folder, "matrix", &args);
    for words in [
        "far.csv:3:lat: 57.01, 22.2 is 1,114 m from the nearest road",
        "far.csv:4:lat: 57.5, 22.2 has no road within 5,000 m",
    ] {
        assert!(said.err.contains(words), "{}", said.err);
    }
    assert!(!said.err.contains("far.csv:2"), "{}", said.err);
    let told: Value = serde_json::from_str(&said.out).unwrap();
    let points_told = &told["points"][0];
    assert_eq!(points_told["points"], 3);
    assert_eq!(points_told["worst_m"], points_told["beyond"][0]["metres"]);
    let lost = serde_json::json!({ "id": "lost", "row": 4, "metres": null });
    assert_eq!(points_told["beyond"][1], lost);
    assert_eq!(told["unreachable"], 5);
    assert!(read(out).ends_with("lost,near,,\nlost,far,,\nlost,lost,,\n"));
    let args = ["--from", arg(&points), "--far", "2000"];
    let said = travel(&folder, "matrix", &args);
    assert!(!said.err.contains("far.csv:3"), "{}", said.err);
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let folder = with_roads();
    let points = folder.join("points.csv");
    let with = |threads: &str| {
        let args = ["--from", arg(&points), "--threads", threads];
        travel(&folder, "matrix", &args).out
    };
    assert_eq!(with("1"), with("4"));
}

#[test]
fn rows_may_name_the_profile_and_be_parquet() {
    let folder = with_roads();
    let points = folder.join("points.csv");
    let named = travel(
        &folder,
        "matrix",
        &["--from", arg(&points), "--name", "car"],
    )
    .out;
    assert!(named.starts_with("from,to,seconds,metres,profile\na1,a1,0,0,car\n"));
    let out = folder.join("matrix.parquet");
    travel(
        &folder,
        "matrix",
        &["--from", arg(&points), "--out", arg(&out)],
    );
    let bytes = fs::read(out).unwrap();
    assert!(bytes.starts_with(b"PAR1") && bytes.ends_with(b"PAR1"));
}

#[test]
fn stages_are_told_in_seconds() {
    let folder = with_roads();
    let points = folder.join("points.csv");
    let out = folder.join("m.csv");
    let args = [
        "--from",
        arg(&points),
        "--out",
        arg(&out),
        "--json",
        "--verbose",
    ];
    let said = travel(&folder, "matrix", &args);
    let told: Value = serde_json::from_str(&said.out).unwrap();
    for stage in ["read", "prepare", "price", "snap", "matrix", "write"] {
        assert!(told["seconds"][stage].is_number(), "{stage} in {told}");
    }
    assert!(said.err.contains("travel times: "), "{}", said.err);
}

#[test]
fn a_way_split_in_two_takes_as_long() {
    let folder = with_roads();
    let points = folder.join("points.csv");
    let whole = travel(&folder, "matrix", &["--from", arg(&points)]).out;
    let mut split = roads();
    split.ways.retain(|(id, _, _)| *id != 103);
    let middle = roads::LatLon {
        lat: 57.165,
        lon: 22.03,
    };
    split.nodes.insert(9, (middle, Vec::new()));
    let paved = "highway=secondary surface=asphalt";
    let split = split.way(103, &[2, 9], paved).way(107, &[9, 5], paved);
    fs::write(folder.join("roads.osm.pbf"), split.bytes()).unwrap();
    let parts = travel(&folder, "matrix", &["--from", arg(&points)]).out;
    let of = |text: &str| seconds(text, "a1", "c1").unwrap();
    assert!(
        of(&whole).abs_diff(of(&parts)) <= 1,
        "{} {}",
        of(&whole),
        of(&parts)
    );
}
