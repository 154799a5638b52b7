//! A written package reads back equal.

mod package;

use domain::Region;
use package::{Folder, package};

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
