//! Packages with `roads.osm.pbf` instead of `travel.csv`.

use crate::common::{Folder, Said, arg, tiny, tuvak, tuvak_in, tuvak_with_cache};
use crate::transit::buses_both_ways;
use crate::{read, roads, seconds, travel};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// `examples/tiny` on roads.
fn package() -> Folder {
    let package = tiny();
    fs::remove_file(package.join("travel.csv")).unwrap();
    fs::write(package.join("roads.osm.pbf"), roads().bytes()).unwrap();
    package
}

const QUICK: [&str; 4] = ["--explain", "none", "--gap", "0"];

#[track_caller]
fn plan(package: &Folder, out: &Path) -> Value {
    let args = ["plan", arg(package.path()), "--out", arg(out)];
    let said = tuvak(&[&args[..], &QUICK].concat());
    assert_eq!(said.code, 0, "{}", said.err);
    serde_json::from_str(&read(out.join("plan.json"))).unwrap()
}

#[track_caller]
fn check(package: &Folder, code: i32, words: &[&str]) -> Said {
    let said = tuvak(&["check", arg(package.path())]);
    assert_eq!(said.code, code, "{}", said.err);
    for word in words {
        assert!(
            said.err.contains(word),
            "{word:?} is not said in:\n{}",
            said.err
        );
    }
    said
}

#[test]
fn a_plan_on_roads_is_that_of_their_matrix_as_travel_csv() {
    let (package, out) = (package(), Folder::new());
    let on_roads = plan(&package, &out.join("roads"));
    let ends = "id,lat,lon\nSA,57.01,22.02\nCA,57.0,22.0\nCB,57.0,22.4\nCC,57.25,22.0\nCD,56.811,22.311\nCE,57.01,22.021\n";
    fs::write(out.join("to.csv"), ends).unwrap();
    let (from, to) = (package.join("places.csv"), out.join("to.csv"));
    let matrix = out.join("travel.csv");
    let args = [
        "--from",
        arg(&from),
        "--to",
        arg(&to),
        "--out",
        arg(&matrix),
        "--name",
        "car",
    ];
    travel(&package, "matrix", &args);
    fs::copy(&matrix, package.join("travel.csv")).unwrap();
    check(
        &package,
        0,
        &["roads.osm.pbf: travel.csv gives the travel times already"],
    );
    let on_matrix = plan(&package, &out.join("matrix"));
    for part in ["objective", "measures", "unmet", "assignments", "services"] {
        assert!(!on_roads[part].is_null(), "{part}");
        assert_eq!(on_roads[part], on_matrix[part], "{part}");
    }
    assert_ne!(on_roads["fingerprint"], on_matrix["fingerprint"]);
}

#[test]
fn a_plan_on_roads_says_so_in_both_editions_and_is_verified() {
    let (package, out) = (package(), Folder::new());
    let made = plan(&package, out.path());
    let notes = made["notes"].as_array().unwrap();
    let told = notes.iter().find(|note| note["key"] == "travel-told-roads");
    let told = told
        .expect("the plan says what its times were reckoned on")
        .to_string();
    assert!(told.contains("car-lv"), "{told}");
    assert!(
        !notes
            .iter()
            .any(|note| note["key"] == "siting-travel-estimated")
    );
    assert!(read(out.join("public/plan.json")).contains("travel-told-roads"));
    for layer in ["flows.geojson", "sites.geojson", "public/sites.geojson"] {
        let text = read(out.join(layer));
        assert!(
            text.contains("OpenStreetMap"),
            "{layer} says whose the roads are"
        );
    }
    let file = out.join("plan.json");
    let said = tuvak(&["verify", arg(&file), arg(package.path())]);
    assert_eq!(said.code, 0, "{}", said.err);
    let reach = tuvak(&["reach", arg(package.path())]);
    assert!(
        reach.err.contains("© OpenStreetMap contributors"),
        "{}",
        reach.err
    );
    assert!(!reach.err.contains("great-circle"), "{}", reach.err);
    let latvian = tuvak_in("lv", &["check", arg(package.path())]);
    assert!(
        latvian.err.contains("© OpenStreetMap līdzautori"),
        "{}",
        latvian.err
    );
}

#[test]
fn the_plan_is_the_same_with_an_empty_a_filled_and_a_damaged_cache() {
    let (package, out) = (package(), Folder::new());
    let cache = out.join("cache");
    let again = |name: &str| {
        let to = out.join(name);
        let args = ["plan", arg(package.path()), "--out", arg(&to)];
        let said = tuvak_with_cache(&cache, &[&args[..], &QUICK].concat());
        assert_eq!(said.code, 0, "{}", said.err);
        read(to.join("plan.json"))
    };
    let kept = || {
        let entries = fs::read_dir(&cache).unwrap();
        let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
        files.sort();
        files
    };
    let empty = again("empty");
    let files = kept();
    let endings: Vec<_> = files.iter().filter_map(|file| file.extension()).collect();
    assert!(endings.contains(&"roads".as_ref()) && endings.contains(&"ways".as_ref()));
    let whole: Vec<_> = files.iter().map(|file| fs::read(file).unwrap()).collect();
    assert_eq!(again("filled"), empty);
    for (file, bytes) in files.iter().zip(&whole) {
        let mut damaged = bytes.clone();
        let middle = damaged.len() / 2;
        damaged[middle] ^= 0x55;
        fs::write(file, damaged).unwrap();
    }
    assert_eq!(again("damaged"), empty);
    // Made anew, as they were.
    let mended: Vec<_> = kept().iter().map(|file| fs::read(file).unwrap()).collect();
    assert_eq!(mended, whole);
}

#[test]
fn kept_ways_are_those_that_are_used() {
    let (package, out) = (package(), Folder::new());
    let cache = out.join("cache");
    let check = || tuvak_with_cache(&cache, &["check", arg(package.path())]);
    assert_eq!(check().code, 0);
    // Without the extract's network: what is kept of the ways is enough.
    for entry in fs::read_dir(&cache).unwrap().flatten() {
        if entry.path().extension().is_some_and(|end| end == "roads") {
            fs::remove_file(entry.path()).unwrap();
        }
    }
    assert_eq!(check().code, 0);
    let left: Vec<_> = fs::read_dir(&cache).unwrap().flatten().collect();
    assert_eq!(left.len(), 1, "no network was made again: {left:?}");
    // Another place is another question.
    package.replace("places.csv", "57.08,22.06", "57.07,22.05");
    assert_eq!(check().code, 0);
    assert!(fs::read_dir(&cache).unwrap().count() > 1);
}

#[test]
fn the_scenario_says_what_a_profile_means() {
    let (package, out) = (package(), Folder::new());
    let usual = plan(&package, &out.join("usual"));
    package.append(
        "scenario.toml",
        "\n[travel.profiles]\ncar = \"car-lv-winter\"\n",
    );
    let winter = plan(&package, &out.join("winter"));
    assert_ne!(usual["objective"], winter["objective"]);
    assert!(winter["notes"].to_string().contains("car-lv-winter"));
}

#[test]
fn profiles_that_no_road_knows_are_told_by_row() {
    let package = package();
    package.replace("services.csv", "centre,car", "centre,sled");
    let words = [
        "services.csv:2:profile: the road network does not know the profile “sled”",
        "[travel.profiles]",
    ];
    check(&package, 1, &words);
    package.append("scenario.toml", "\n[travel.profiles]\nsled = \"car-lw\"\n");
    let words = [
        "scenario.toml:travel.profiles.sled: “car-lw” is no profile",
        "did you mean “car-lv”?",
    ];
    check(&package, 1, &words);
    let latvian = tuvak_in("lv", &["check", arg(package.path())]);
    assert!(
        latvian.err.contains("„car-lw” nav ceļu tīkla profils"),
        "{}",
        latvian.err
    );
}

#[test]
fn points_without_a_road_are_faults_and_those_far_from_one_are_notes() {
    let package = package();
    let said = check(&package, 0, &[]);
    assert!(!said.err.contains("nearest road"), "{}", said.err);
    package.replace("places.csv", "56.80,22.30", "56.80,22.31");
    check(
        &package,
        0,
        &["places.csv:7:lat: 56.8, 22.31 is ", "from the nearest road"],
    );
    package.replace("places.csv", "56.80,22.31", "56.60,22.70");
    check(
        &package,
        1,
        &["places.csv:7:lat: 56.6, 22.7 has no road within 5,000 m"],
    );
}

#[test]
fn places_from_which_no_site_is_reached_are_noted() {
    let package = package();
    let mut map = roads();
    map.ways.retain(|(id, _, _)| *id != 102);
    let far = roads::LatLon {
        lat: 57.0,
        lon: 22.9,
    };
    map.nodes.insert(9, (far, Vec::new()));
    let island = map.way(108, &[4, 9], "highway=secondary surface=asphalt");
    fs::write(package.join("roads.osm.pbf"), island.bytes()).unwrap();
    check(
        &package,
        0,
        &["places.csv:5: “b2” has no way to any site (profile car)"],
    );
}

#[test]
fn an_extract_at_fault_is_told_whatever_the_command() {
    let package = package();
    fs::write(package.join("roads.osm.pbf"), "no extract").unwrap();
    check(
        &package,
        1,
        &["roads.osm.pbf is not an OpenStreetMap extract"],
    );
    let out = package.join("out");
    let said = tuvak(&["plan", arg(package.path()), "--out", arg(&out)]);
    assert_eq!(said.code, 1, "{}", said.err);
}

#[test]
fn services_may_be_reached_by_bus() {
    let (package, out) = (package(), Folder::new());
    package.replace("services.csv", "centre,car", "centre,bus");
    check(
        &package,
        1,
        &[
            "services.csv:2:profile: the profile “bus” needs a timetable",
            ".gtfs.zip",
        ],
    );
    fs::write(package.join("town.gtfs.zip"), buses_both_ways().zip()).unwrap();
    let said = check(&package, 0, &["runs of 2025-06-02", "07:00-09:00"]);
    assert!(said.err.contains("profile transit"), "{}", said.err);
    let usual = plan(&package, &out.join("usual"));
    assert!(usual["notes"].to_string().contains("travel-told-timetable"));
    let with = |more: &str, name: &str| {
        let before = read(package.join("scenario.toml"));
        package.append("scenario.toml", more);
        let made = plan(&package, &out.join(name));
        fs::write(package.join("scenario.toml"), before).unwrap();
        made
    };
    // The 8:00 bus only: one waits less.
    let window = with("\n[travel]\ndepart = \"07:50-08:00\"\n", "window");
    assert_ne!(window["objective"], usual["objective"]);
    let day = with("\n[travel]\ndate = \"2025-06-03\"\n", "day");
    assert!(day["notes"].to_string().contains("2025-06-03"));
    assert_eq!(day["objective"], usual["objective"]);
    let frail = with("\n[travel.profiles]\nbus = \"transit-frail\"\n", "frail");
    assert!(frail["notes"].to_string().contains("transit-frail"));
}

#[test]
fn sites_given_by_coordinates_are_compared_on_the_roads() {
    let package = package();
    package.replace(
        "sites.csv",
        "SA,Alkšņu dienas centrs,a1,",
        "SA,Alkšņu dienas centrs,,",
    );
    package.replace(
        "candidates.csv",
        "CB,Bērzu klēts,b1,,,",
        "CB,Bērzu klēts,,57.0,22.4,",
    );
    let said = check(&package, 0, &[]);
    assert!(
        said.err.contains("the package has no fault"),
        "{}",
        said.err
    );
    let from = package.join("ends.csv");
    fs::write(&from, "id,lat,lon\nSA,57.01,22.02\nCB,57.0,22.4\n").unwrap();
    let text = travel(&package, "matrix", &["--from", arg(&from)]).out;
    assert!(seconds(&text, "SA", "CB").unwrap() > 0);
}

#[test]
fn general_services_are_reached_on_the_roads() {
    let package = package();
    let said = tuvak(&["reach", arg(package.path()), "--json"]);
    assert_eq!(said.code, 0, "{}", said.err);
    let told: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(told["general"]["profile"], "car");
    assert_eq!(told["general"]["measured"], true);
}
