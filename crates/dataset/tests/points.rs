//! Tables outside a package are understood as those of a package are, with their own columns.

mod package;

use dataset::{Loose, Point, read_changes, read_points};
use package::{Folder, shown};
use std::fs;

fn read(text: impl AsRef<[u8]>) -> Loose<Point> {
    let folder = Folder::new();
    let file = folder.path().join("stops.csv");
    fs::write(&file, text).unwrap();
    let mut points = read_points(&file);
    for fault in points.faults.iter_mut().chain(&mut points.notes) {
        assert_eq!(fault.file, file.display().to_string());
        fault.file = "stops.csv".to_owned();
    }
    points
}

fn faults(text: &str) -> Vec<String> {
    read(text).faults.iter().map(shown).collect()
}

#[test]
fn a_point_without_an_id_is_named_by_its_row() {
    let points = read("lat,lon\n56.9,21.9\n\n57.1,22.0\n").rows;
    let named: Vec<_> = points
        .iter()
        .map(|point| (point.id.as_str(), point.at.lat, point.line))
        .collect();
    assert_eq!(named, [("1", 56.9, 2), ("2", 57.1, 4)]);
}

#[test]
fn a_table_of_a_package_is_a_file_of_points() {
    let read = read("id,name,territory,lat,lon\nP1,Kuldīga,A,56.9,21.9\n");
    assert_eq!(read.rows[0].id, "P1");
    let notes: Vec<String> = read.notes.iter().map(shown).collect();
    assert_eq!(notes, ["stops.csv:1:: columns-not-read"]);
    assert_eq!(
        read.notes[0].what.args,
        [("columns".to_owned(), "name, territory".into())]
    );
}

#[test]
fn every_fault_of_a_file_is_told_at_once() {
    let text = "id,lat,lon\nA,95,21.9\nB,x,200\nA,56.9,21.9\n,56.9,21.9\nC,56.9,\n";
    assert_eq!(
        faults(text),
        [
            "stops.csv:2:lat: out-of-range",
            "stops.csv:3:lat: not-a-number",
            "stops.csv:3:lon: out-of-range",
            "stops.csv:4:id: duplicate",
            "stops.csv:5:id: empty-cell",
            "stops.csv:6:lon: empty-cell",
        ]
    );
    assert_eq!(read(text).rows, []);
}

#[test]
fn columns_of_other_names_are_refused_with_the_name_they_resemble() {
    assert_eq!(
        faults("latt,lon\n56.9,21.9\n"),
        [
            "stops.csv:1:latt: unknown-column-near",
            "stops.csv:1:lat: missing-column"
        ]
    );
}

#[test]
fn a_file_without_points_is_refused() {
    assert_eq!(faults(""), ["stops.csv:0:: empty-file"]);
    assert_eq!(faults("lat,lon\n"), ["stops.csv:0:: no-points"]);
    let folder = Folder::new();
    let missing = read_points(&folder.path().join("none.csv")).faults;
    assert_eq!(missing[0].what.key, "fault-unreadable-file");
}

#[test]
fn decimal_commas_and_semicolons_are_understood() {
    let read = read("lat;lon\n56,9;21,9\n");
    assert_eq!((read.faults, read.rows[0].at.lon), (vec![], 21.9));
    assert_eq!(read.notes.len(), 2);
}

#[test]
fn changes_of_roads_are_read_in_the_same_way() {
    let folder = Folder::new();
    let file = folder.path().join("works.csv");
    let read = |text: &str| {
        fs::write(&file, text).unwrap();
        read_changes(&file)
    };
    let good = read("way;note;speed_kmh\n24530921;\"ice; snow\";12,5\n31877123;;30\n\n7;;0\n");
    let rows: Vec<_> = good.rows.iter().map(|row| (row.way, row.kmh)).collect();
    assert_eq!(rows, [(24_530_921, 12.5), (31_877_123, 30.0), (7, 0.0)]);
    let bad = read("way,speed_kmh\nx,fast\n7,\n\n7,500\n");
    assert_eq!(bad.rows, []);
    let told: Vec<String> = bad
        .faults
        .iter()
        .map(|fault| format!("{}:{}", fault.line, fault.column))
        .collect();
    assert_eq!(
        told,
        [
            "2:way",
            "2:speed_kmh",
            "3:speed_kmh",
            "5:speed_kmh",
            "5:way"
        ]
    );
    let slip = read("way,speed\n7,0\n").faults;
    let slip: Vec<_> = slip.iter().map(|fault| fault.what.key.as_str()).collect();
    assert_eq!(slip, ["fault-unknown-column-near", "fault-missing-column"]);
}
