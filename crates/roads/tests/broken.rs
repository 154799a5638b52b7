//! Files that are no good extracts: a clear error, never a panic.

mod common;

use std::path::Path;

use common::{Map, blob, file_of, line, map, named};
use proptest::prelude::*;
use roads::{Changes, Error, RoadGraph};

fn read(bytes: &[u8]) -> Result<RoadGraph, Error> {
    let path = file_of(bytes);
    let graph = RoadGraph::read(&path, &named("car-osrm"));
    std::fs::remove_file(path).expect("the file was written just now");
    graph
}

fn town() -> Map {
    let mut map = map();
    for id in 0..30 {
        map = map.tagged(
            id + 1,
            90.0 * (id % 6) as f64,
            70.0 * (id / 6) as f64,
            if id == 7 { "barrier=gate" } else { "" },
        );
    }
    for row in 0..5 {
        let first = row * 6 + 1;
        map = map.way(
            row + 1,
            &[first, first + 1, first + 2, first + 3, first + 4, first + 5],
            "highway=tertiary maxspeed=50",
        );
    }
    for column in 0..6 {
        let first = column + 1;
        let tags = "highway=residential oneway=yes";
        map = map.way(
            column + 10,
            &[first, first + 6, first + 12, first + 18, first + 24],
            tags,
        );
    }
    map.restriction("no_left_turn", 1, 3, 12, "").relation(
        &[("from", 1, 10), ("via", 1, 2), ("to", 1, 15)],
        "type=restriction restriction=no_u_turn",
    )
}

#[test]
fn a_missing_file_is_named() {
    let error = RoadGraph::read(Path::new("no/such.osm.pbf"), &named("foot")).expect_err("no file");
    assert!(
        error
            .to_string()
            .starts_with("no/such.osm.pbf: cannot be read"),
        "{error}"
    );
}

#[test]
fn files_of_other_kinds_are_refused() {
    let zip =
        b"PK\x03\x04 and so on, long enough to be taken for a header of a blob if one is careless"
            .to_vec();
    let xml = b"<?xml version='1.0'?><osm version='0.6'></osm>".to_vec();
    let headless = blob("OSMData", &[]);
    for bytes in [Vec::new(), vec![0; 3], vec![0; 4000], zip, xml, headless] {
        let error = read(&bytes).expect_err("no extract");
        assert!(matches!(error, Error::NotPbf { .. }), "{error}");
    }
}

#[test]
fn a_file_cut_anywhere_is_refused() {
    let bytes = town().bytes();
    for length in 0..bytes.len() {
        let Err(error) = read(&bytes[..length]) else {
            // At the end of the ways' blob nobody can tell.
            assert!(read(&bytes[..length]).is_ok_and(|g| g.counts().restrictions == 0));
            continue;
        };
        assert!(
            matches!(
                error,
                Error::NotPbf { .. } | Error::Truncated { .. } | Error::NoRoads { .. }
            ),
            "{length}: {error}"
        );
    }
    assert!(read(&bytes).is_ok());
}

#[test]
fn a_cut_names_where_the_blob_begins() {
    let bytes = town().bytes();
    let error = read(&bytes[..bytes.len() - 1]).expect_err("a cut file");
    let Error::Truncated { offset, length, .. } = error else {
        panic!("{error}")
    };
    assert!(offset > 0 && length == bytes.len() as u64 - 1);
}

#[test]
fn a_damaged_blob_is_named() {
    let mut bytes = blob("OSMHeader", &[]);
    let offset = bytes.len() as u64;
    bytes.extend(blob("OSMData", &[0x0a, 0xff]));
    let Err(Error::BrokenBlob {
        blob,
        offset: found,
        ..
    }) = read(&bytes)
    else {
        panic!("a damaged blob")
    };
    assert_eq!((blob, found), (1, offset));
}

#[test]
fn unknown_blobs_are_passed_over() {
    let mut bytes = line(&["highway=residential"]).bytes();
    bytes.extend(blob("SomethingNew", &[1, 2, 3]));
    assert!(read(&bytes).is_ok());
}

#[test]
fn features_that_matter_are_required() {
    let mut map = line(&["highway=residential"]);
    map.features.push("HistoricalInformation".to_owned());
    let error = read(&map.bytes()).expect_err("history");
    assert!(
        matches!(&error, Error::UnsupportedFeature { feature, .. } if feature == "HistoricalInformation"),
        "{error}"
    );
}

#[test]
fn an_extract_without_roads_is_refused() {
    for map in [
        line(&["waterway=river"]),
        line(&["highway=footway"]),
        map().node(1, 0.0, 0.0),
    ] {
        let error = read(&map.bytes()).expect_err("no roads");
        assert!(matches!(error, Error::NoRoads { .. }), "{error}");
    }
    let lost = map()
        .node(9, 0.0, 0.0)
        .way(1, &[1, 2], "highway=residential");
    assert!(
        matches!(read(&lost.bytes()), Err(Error::NoRoads { .. })),
        "a way whose nodes are missing"
    );
}

#[test]
fn both_ways_of_writing_nodes_are_read() {
    let mut plain = town();
    plain.dense = false;
    assert_eq!(read(&plain.bytes()).ok(), read(&town().bytes()).ok());
}

#[test]
fn errors_have_keys() {
    let error = read(&[]).expect_err("no extract");
    assert_eq!(error.key(), "roads-not-pbf");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn damaged_bytes_give_an_error_or_a_sound_graph(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        cut in prop::option::weighted(0.2, any::<prop::sample::Index>()),
    ) {
        let mut bytes = town().bytes();
        for (at, value) in &changes {
            let at = at.index(bytes.len());
            bytes[at] = *value;
        }
        if let Some(cut) = cut {
            let length = cut.index(bytes.len());
            bytes.truncate(length);
        }
        if let Ok(graph) = read(&bytes) {
            prop_assert!(graph.validate().is_ok());
            prop_assert!(graph.metric(&named("car-osrm"), &Changes::default()).is_ok());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_real_extract_gives_an_error_or_a_sound_graph(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/osm/fiji-ferry.osm.pbf");
        let Ok(mut bytes) = std::fs::read(path) else {
            println!("skipped: ../shared/data is absent");
            return Ok(());
        };
        for (at, value) in &changes {
            let at = at.index(bytes.len());
            bytes[at] = *value;
        }
        if let Ok(graph) = read(&bytes) {
            prop_assert!(graph.validate().is_ok());
        }
    }
}
