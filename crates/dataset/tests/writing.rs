//! A written package reads back equal.

mod package;

use domain::{Cents, Region};
use package::{Folder, package};
use proptest::prelude::*;

fn read(folder: &Folder) -> Region {
    let checked = dataset::check(folder.path());
    assert_eq!(checked.faults, []);
    checked.region.expect("no faults, so there is a region")
}

#[test]
fn a_written_package_reads_back_equal() {
    let region = read(
        &package()
            .with_file("boundaries.geojson", package::OUTLINES)
            .folder(),
    );
    let folder = Folder::new();
    dataset::write(&region, folder.path()).unwrap();
    let mut again = read(&folder);
    again.fingerprint.clone_from(&region.fingerprint);
    assert_eq!(again, region);
}

#[test]
fn a_folder_with_a_table_that_the_region_lacks_is_not_written_over() {
    let mut region = read(&package().folder());
    region.wishes.clear();
    let error = dataset::write(&region, package().folder().path()).unwrap_err();
    assert_eq!(error.file, "wishes.csv");
}

#[test]
fn the_data_package_has_a_schema_for_every_table() {
    let region = read(&package().folder());
    let package: serde_json::Value = serde_json::from_str(&dataset::datapackage(&region)).unwrap();
    let resources = package["resources"].as_array().unwrap();
    assert_eq!(resources.len(), 17);
    let needs = resources
        .iter()
        .find(|resource| resource["name"] == "needs")
        .unwrap();
    assert_eq!(needs["schema"]["fields"][0]["name"], "place");
    assert_eq!(
        needs["schema"]["foreignKeys"][0]["reference"]["resource"],
        "places"
    );
    let sizes = &resources
        .iter()
        .find(|resource| resource["name"] == "services")
        .unwrap()["schema"]["fields"][9];
    assert_eq!(
        (sizes["type"].as_str(), sizes["itemType"].as_str()),
        (Some("list"), Some("integer"))
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_and_number_survives_writing_and_reading(
        name in "[A-Za-zāčēģīķļņšūž0-9\"',;|.=#-]{1,12}( [a-zļņ\";,]{1,8})?",
        cents in 0_i64..10_000_000_000,
        share in 0.0..1.0_f64,
        south in 56.0..57.8_f64,
        persons in 0_u32..1_000_000,
    ) {
        let mut region = read(&package().folder());
        region.places[0].name.clone_from(&name);
        region.places[0].at.lat = south;
        region.needs[0].source = name.clone();
        region.needs[0].persons = persons;
        region.population[0].target_group = (persons % 2 == 0).then(|| "FT".into());
        region.services[0].unmet = Cents(cents);
        region.services[0].min_occupancy = share;
        region.schemes[0].eu = share / 2.0;
        region.scenario.discount_rate = share;
        region.info.name_lv = name;
        let folder = Folder::new();
        dataset::write(&region, folder.path()).unwrap();
        let mut again = read(&folder);
        again.fingerprint.clone_from(&region.fingerprint);
        prop_assert_eq!(again, region);
    }
}

#[test]
fn the_checked_in_data_dictionary_is_what_the_schema_says() {
    let page = include_str!("../../../docs/data-dictionary.md");
    assert_eq!(
        page,
        dataset::dictionary(domain::Lang::En),
        "write it anew: tuvak reference data --lang en"
    );
}
