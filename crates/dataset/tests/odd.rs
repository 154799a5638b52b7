//! What is odd but can be understood in one way only is accepted, with a note.

mod package;

use domain::Region;
use package::{Package, package, shown};

fn read(package: &Package) -> (Region, Vec<String>) {
    let checked = package.check();
    assert_eq!(checked.faults, []);
    (
        checked.region.expect("no faults"),
        checked.notes.iter().map(shown).collect(),
    )
}

#[test]
fn a_table_as_a_latvian_excel_writes_it_is_understood() {
    let text = package()
        .text("candidates.csv")
        .replace(',', ";")
        .replace('.', ",")
        .replace("50000", "50 000,50");
    let odd = package().with_file(
        "candidates.csv",
        format!("\u{feff}{}", text.replace('\n', "\r\n")),
    );
    let (region, notes) = read(&odd);
    assert_eq!(region.candidates[0].site_capital, domain::Cents(5_000_050));
    assert_eq!(region.candidates[0].at.map(|at| at.lat), Some(56.67));
    assert_eq!(
        notes,
        [
            "candidates.csv:0:: byte-order-mark",
            "candidates.csv:0:: windows-line-ends",
            "candidates.csv:0:: semicolons",
            "candidates.csv:2:: decimal-commas",
            "candidates.csv:2:: grouped-thousands",
        ]
    );
}

#[test]
fn empty_rows_and_columns_are_passed_over_with_a_note() {
    let text = package().text("funds.csv").replace('\n', ",,\n");
    let (region, notes) = read(&package().with_file("funds.csv", format!("{text},,,,,\n")));
    assert_eq!(region.funds.len(), 2);
    assert_eq!(notes, ["funds.csv:0:: blank-rows"]);
}

#[test]
fn files_that_are_no_tables_are_named() {
    let (_, notes) = read(&package().with_file("published.csv", "a\n"));
    assert_eq!(notes, ["published.csv:0:: file-not-read"]);
}

#[test]
fn a_place_without_population_gets_no_part_of_a_territory_and_that_is_told() {
    let (_, notes) = read(&package().with_row("places.csv", "P3,Ciems,B,56.7,22.5,,"));
    assert_eq!(notes, ["places.csv:4:population: population-unknown"]);
}

#[test]
fn a_plan_year_outside_the_plan_is_told() {
    let (_, notes) = read(&package().replacing("region.toml", "[2018, 2020]", "[2018, 2019]"));
    assert_eq!(notes, ["scenario.toml:0:year: year-outside-plan"]);
}

#[test]
fn columns_that_may_be_empty_may_be_left_out() {
    let needs = "place,target_group,service,persons\nP1,GRT,HOME,3\n";
    let (region, notes) = read(
        &package()
            .without("bundles.csv")
            .with_file("needs.csv", needs),
    );
    assert_eq!((region.needs.len(), notes.len()), (1, 0));
}

#[test]
fn roads_without_a_matrix_are_what_travel_times_are_reckoned_on() {
    let with_roads = package()
        .with_file("roads.osm.pbf", "x")
        .with_file("b.gtfs.zip", "y")
        .with_file("a.gtfs.zip", "z")
        .replacing("services.csv", "centre,car", "centre,anything");
    let folder = with_roads.folder();
    let checked = dataset::check(folder.path());
    assert_eq!((checked.faults, checked.notes), (vec![], vec![]));
    let roads = checked.roads.expect("there are roads");
    assert_eq!(roads.extract, folder.path().join("roads.osm.pbf"));
    let feeds = ["a.gtfs.zip", "b.gtfs.zip"].map(|name| folder.path().join(name));
    assert_eq!(roads.feeds, feeds);
}

#[test]
fn other_roads_make_another_fingerprint() {
    let fingerprint = |roads: &str| {
        let checked = package().with_file("roads.osm.pbf", roads).check();
        checked.region.expect("no faults").fingerprint
    };
    assert_ne!(fingerprint("x"), fingerprint("y"));
    assert_eq!(fingerprint("x"), fingerprint("x"));
}

#[test]
fn a_matrix_goes_before_roads_and_that_is_told() {
    let travel =
        "from,to,seconds,metres\nP1,P1,0,0\nP2,P1,2400,45000\nP1,C1,2400,45000\nP2,C1,60,500\n";
    let package = package()
        .with_file("travel.csv", travel)
        .with_file("roads.osm.pbf", "x")
        .with_file("a.gtfs.zip", "z");
    let checked = package.check();
    let notes: Vec<String> = checked.notes.iter().map(shown).collect();
    assert_eq!(
        notes,
        [
            "a.gtfs.zip:0:: roads-not-read",
            "roads.osm.pbf:0:: roads-not-read"
        ]
    );
    assert_eq!(checked.roads, None);
    assert_eq!(checked.region.expect("no faults").travel.len(), 4);
}

#[test]
fn keys_of_roads_are_told_where_there_are_none() {
    let more =
        "[travel]\ndate = \"2026-03-10\"\ndepart = \"07:00-09:00\"\nprofiles.car = \"car-osrm\"";
    let (region, notes) = read(&package().with_row("scenario.toml", more));
    assert_eq!(region.scenario.travel.profiles["car"], "car-osrm");
    assert_eq!(
        notes,
        [
            "scenario.toml:11:travel.date: key-of-roads",
            "scenario.toml:12:travel.depart: key-of-roads",
            "scenario.toml:13:travel.profiles.car: key-of-roads",
        ]
    );
}

#[test]
fn a_demand_scenario_without_rows_and_what_is_approved_and_gone_are_told() {
    let switches = "demand_scenario = \"base\"\n\
                    [[demand_scenarios]]\nname = \"base\"\nprobability = 1.0\n\
                    [least_change]\nplan = \"approved.json\"";
    let plan = r#"{"schema": "tuvak-plan/1", "measures": [
        {"candidate": "C1", "service": "HOME", "places": 8, "name": "told besides"},
        {"candidate": "C0", "service": "HOME", "places": 8}]}"#;
    let package = package().with_file("approved.json", plan);
    let text = package.text("scenario.toml");
    let (without, _) = read(&package);
    let package = package.with_file("scenario.toml", format!("{text}{switches}\n"));
    let (region, notes) = read(&package);
    let change = region.scenario.least_change.expect("a switch");
    let approved: Vec<_> = change
        .approved
        .iter()
        .map(|row| row.candidate.as_str())
        .collect();
    assert_eq!(approved, ["C1", "C0"]);
    assert_ne!(region.fingerprint, without.fingerprint);
    assert_eq!(
        notes,
        [
            "scenario.toml:12:demand_scenarios[0].name: scenario-without-rows",
            "scenario.toml:15:least_change.plan: approved-gone",
        ]
    );
    let other = package.replacing("approved.json", "\"places\": 8}]", "\"places\": 16}]");
    assert_ne!(read(&other).0.fingerprint, region.fingerprint);
}
