//! `tuvak travel isochrone` and `route`.

use crate::common::arg;
use crate::{attempt, read, roads, travel, with_roads};
use serde_json::Value;
use std::fs;

const ATTRIBUTION: &str = "© OpenStreetMap contributors, ODbL 1.0";

/// West, south, east, north of an area.
fn extent(feature: &Value) -> [f64; 4] {
    let mut extent = [f64::MAX, f64::MAX, f64::MIN, f64::MIN];
    let polygons = feature["geometry"]["coordinates"].as_array().unwrap();
    let rings = polygons
        .iter()
        .flat_map(|polygon| polygon.as_array().unwrap());
    for point in rings.flat_map(|ring| ring.as_array().unwrap()) {
        let (lon, lat) = (point[0].as_f64().unwrap(), point[1].as_f64().unwrap());
        extent = [
            extent[0].min(lon),
            extent[1].min(lat),
            extent[2].max(lon),
            extent[3].max(lat),
        ];
    }
    extent
}

#[test]
fn areas_grow_with_the_minutes_and_name_whose_roads_they_are_on() {
    let folder = with_roads();
    let args = ["--at", "57.0,22.0", "--minutes", "10,20"];
    let said = travel(&folder, "isochrone", &args);
    let areas: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(areas["attribution"], ATTRIBUTION);
    let features = areas["features"].as_array().unwrap();
    assert_eq!(features.len(), 2);
    // The widest lies below.
    let (wide, near) = (&features[0], &features[1]);
    assert_eq!(wide["properties"]["minutes"], 20);
    assert_eq!(near["properties"]["profile"], "car-lv");
    let ([west, south, east, north], [w, s, e, n]) = (extent(wide), extent(near));
    assert!(west <= w && south <= s && east > e && north > n);
    // Twelve kilometres or so to the east in ten minutes.
    assert!((22.1..22.3).contains(&e), "{e}");
}

#[test]
fn every_point_of_a_file_has_its_areas() {
    let folder = with_roads();
    let (points, out) = (folder.join("points.csv"), folder.join("areas.geojson"));
    let args = [
        "--from",
        arg(&points),
        "--minutes",
        "15",
        "--out",
        arg(&out),
        "--json",
    ];
    let said = travel(&folder, "isochrone", &args);
    let told: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(told["minutes"], serde_json::json!([15]));
    let areas: Value = serde_json::from_str(&read(out)).unwrap();
    let from: Vec<&str> = areas["features"]
        .as_array()
        .unwrap()
        .iter()
        .map(|feature| feature["properties"]["from"].as_str().unwrap())
        .collect();
    assert_eq!(from, ["a1", "a2", "b1", "b2", "c1", "d1"]);
}

#[test]
fn a_route_follows_the_roads_and_tells_what_they_are() {
    let folder = with_roads();
    let out = folder.join("way.geojson");
    let args = [
        "--from",
        "57.0,22.0",
        "--to",
        "57.0,22.85",
        "--out",
        arg(&out),
        "--json",
    ];
    let said = travel(&folder, "route", &args);
    let told: Value = serde_json::from_str(&said.out).unwrap();
    let way: Value = serde_json::from_str(&read(out)).unwrap();
    assert_eq!(way["attribution"], ATTRIBUTION);
    let feature = &way["features"][0];
    assert_eq!(feature["properties"]["seconds"], told["seconds"]);
    assert_eq!(feature["properties"]["metres"], told["metres"]);
    // By way of b1; the second half is gravel.
    let line = feature["geometry"]["coordinates"].as_array().unwrap();
    assert_eq!(line.first().unwrap(), &serde_json::json!([22.0, 57.0]));
    assert!(line.contains(&serde_json::json!([22.4, 57.0])), "{line:?}");
    assert_eq!(line.last().unwrap(), &serde_json::json!([22.85, 57.0]));
    let (all, gravel) = (&told["metres"], &told["unpaved_metres"]);
    let (all, gravel) = (all.as_f64().unwrap(), gravel.as_f64().unwrap());
    assert!(
        (gravel / all - 0.45 / 0.85).abs() < 0.01,
        "{gravel} of {all}"
    );
    assert_eq!(told["ferry_metres"], 0);
    assert!(said.err.contains("unpaved 27"), "{}", said.err);
}

#[test]
fn two_points_that_no_road_joins_have_no_way() {
    let folder = with_roads();
    let mut apart = roads();
    apart.ways.retain(|(id, _, _)| *id != 101);
    fs::write(folder.join("roads.osm.pbf"), apart.bytes()).unwrap();
    let said = attempt(
        &folder,
        "route",
        &["--from", "57.0,22.0", "--to", "57.0,22.4"],
    );
    assert_eq!(said.code, 1, "{}", said.err);
    assert!(said.err.contains("no way between"), "{}", said.err);
}
