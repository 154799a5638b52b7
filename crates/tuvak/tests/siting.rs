//! `tuvak siting solve`: problems from files, answered in the files' own terms.

mod common;

use common::{Folder, Said, arg, tuvak, tuvak_in};
use serde_json::{Value, json};
use std::fs;

/// Solves a file with some more words on the command line.
fn solve(folder: &Folder, format: &str, text: &str, more: &[&str]) -> Said {
    let file = folder.join("problem");
    fs::write(&file, text).unwrap();
    let words = ["siting", "solve", "--json", "--format", format];
    tuvak(&[&words[..], &[arg(&file)], more].concat())
}

fn object(said: &Said) -> Value {
    serde_json::from_str(&said.out).unwrap_or_else(|_| panic!("{said:?}"))
}

#[track_caller]
fn is_optimal(format: &str, text: &str, more: &[&str], objective: f64, open: Value) {
    let folder = Folder::new();
    let said = solve(
        &folder,
        format,
        text,
        &[more, &["--gap", "0.000001"]].concat(),
    );
    let told = object(&said);
    assert_eq!(told["status"], "optimal", "{said:?}");
    assert_eq!(said.code, 0);
    assert!(
        (told["objective"].as_f64().unwrap() - objective).abs() < 1e-6,
        "{told}"
    );
    let bound = told["bound"].as_f64().unwrap();
    assert!((bound - objective).abs() < 2e-6 * objective, "{told}");
    assert_eq!(told["open"], open, "{told}");
    for stage in ["read", "solve"] {
        assert!(told["seconds"][stage].as_f64().unwrap() >= 0.0, "{told}");
    }
    assert!(told["nodes"].is_u64());
}

const CAP: &str = "2 3\n capacity 7.5\n capacity 8.\n 4\n 8.0 6\n 2\n 1 3\n 3\n 10 9\n";
const SITES_FIRST: &str = "2 3\n 10 100\n 12 110\n 4 5 6\n 1 2 3\n 7 8 9\n";

#[test]
fn each_format_is_solved_in_its_own_terms() {
    // Customers 1 and 3 go to site 2 and customer 2 to either; one site costs 26 or 26.5.
    is_optimal("orlib-cap", CAP, &["--capacity", "9"], 26.0, json!([2]));
    is_optimal("uflp-orlib", CAP, &[], 26.0, json!([2]));
    is_optimal(
        "uflp-simple",
        "FILE: a\n2 2 0\n1 10 1 9\n2 30 4 5\n",
        &[],
        20.0,
        json!([1]),
    );
    is_optimal(
        "orlib-pmed",
        "4 3 1\n1 3 3\n2 3 4\n3 4 1\n",
        &[],
        8.0,
        json!([3]),
    );
    let points = "1 9\n3 1 20\n1 0 0 5\n2 3 4 6\n3 1 1 7\n";
    is_optimal("orlib-pmedcap", points, &[], 4.0, json!([3]));
    // Neither site holds all 15 units.
    is_optimal(
        "holmberg",
        SITES_FIRST,
        &[],
        210.0 + 1.0 + 2.0 + 9.0,
        json!([1, 2]),
    );
    let costs_first = "3 2\n 1 7\n 2 8\n 3 9\n 4 5 6\n 100 110\n 10 12\n";
    is_optimal("sscflp-df", costs_first, &[], 222.0, json!([1, 2]));
    // One customer of 4 and two sites of 3: only divided.
    let bed = "2 1\n4\n3 3\n10 20\n1.25\n2\n";
    is_optimal(
        "tbed",
        bed,
        &["--splittable"],
        30.0 + 3.0 * 1.25 + 2.0,
        json!([1, 2]),
    );
    let sites = "2 3\nF 0 0 0 1\nF 1 9 0 1\nC 0 3 4 20\nC 1 5 0 30\nC 2 9 1 40\n";
    is_optimal(
        "mclp",
        sites,
        &["--radius", "5", "--p", "1"],
        70.0,
        json!([1]),
    );
    is_optimal(
        "mclp",
        sites,
        &["--radius", "5", "--p", "2"],
        90.0,
        json!([0, 1]),
    );
    let scenarios = r#"{"n_facilities": 2, "n_customers": 1, "n_scenarios": 2, "capacities": [5, 9],
        "fixed_costs": [10, 18], "costs": [[1], [3]], "demands": [[2], [6]]}"#;
    // Site 1 alone does not hold the second scenario; both cost more than the second.
    is_optimal("scflp", scenarios, &[], 18.0 + 3.0 * 4.0, json!([1]));
    let services = r#"{"nd": 1, "ns": 1, "budget": 60, "levels": 2, "min_utilisation": 0.5, "travel_time": [[10]],
        "demand": [[3]], "standard": [20], "module_size": [2], "site_cost": [20], "module_cost": [30],
        "unmet_penalty": "demand*standard*6"}"#;
    // The budget pays one module of 2; one is left without.
    is_optimal(
        "multiservice",
        services,
        &[],
        2.0 * 10.0 + 120.0,
        json!([0]),
    );
    let own = include_str!("../../../docs/siting-instance.md");
    let own = own
        .split("```json")
        .nth(1)
        .unwrap()
        .split("```")
        .next()
        .unwrap();
    is_optimal("instance", own, &[], 2420.0, json!([0]));
}

#[test]
fn an_answer_is_written_with_who_goes_where() {
    let folder = Folder::new();
    let out = folder.join("answer.json");
    let said = solve(
        &folder,
        "holmberg",
        SITES_FIRST,
        &["--out", arg(&out), "--gap", "0.001"],
    );
    assert_eq!(said.code, 0, "{said:?}");
    let answer: Value = serde_json::from_str(&fs::read_to_string(out).unwrap()).unwrap();
    assert_eq!(answer["cost"], 222);
    assert_eq!(answer["open"], json!([[0, 0, 0], [1, 0, 0]]));
    // Site 1 has room for two of the three customers.
    let flow = answer["flow"].as_array().unwrap();
    assert_eq!(flow.len(), 3);
    assert!(flow.iter().all(|row| row[1] == 1));
    assert_eq!(answer["unmet"], json!([]));
    assert_eq!(answer["instance"].as_str().unwrap().len(), 64);
}

#[test]
fn what_cannot_be_is_told_as_infeasible() {
    let folder = Folder::new();
    let said = solve(&folder, "tbed", "2 1\n4\n3 3\n10 20\n1.25\n2\n", &[]);
    assert_eq!(said.code, 3, "{said:?}");
    let told = object(&said);
    assert_eq!(told["status"], "infeasible");
    assert_eq!(told["objective"], Value::Null);
    assert_eq!(told["open"], json!([]));
    assert!(said.err.contains("No answer respects all conditions"));
}

/// Two sites that must open and draw 60 each, under a ceiling of 100.
const CLASH: &str = r#"{"schema": "tuvak-siting-instance/1", "demands": [{"persons": 3, "unmet_cost": 100}], "sites": [{}, {}],
"facilities": [{"site": 0, "levels": [{"windows": [[0, 3]], "fixed_cost": 5, "payments": [{"draws": [[1, 60]]}]}]},
{"site": 1, "levels": [{"windows": [[0, 3]], "fixed_cost": 5, "payments": [{"draws": [[1, 60]]}]}]}],
"ceilings": [100, 100], "locks": [{"site": 0, "open": true}, {"site": 1, "open": true}], "arcs": [[0, 0, 0, 1], [0, 1, 0, 1]]}"#;

#[test]
fn the_least_set_of_conditions_that_clash_is_told() {
    let folder = Folder::new();
    let certificate = folder.join("certificate");
    for more in [&[][..], &["--certificate", arg(&certificate)]] {
        let said = solve(&folder, "instance", CLASH, more);
        assert_eq!(said.code, 3, "{said:?}");
        let conditions = json!([
            {"kind": "lock", "index": 0},
            {"kind": "lock", "index": 1},
            {"kind": "ceiling", "index": 1},
        ]);
        assert_eq!(object(&said)["conditions"], conditions, "{said:?}");
        assert!(said.err.contains("ceilings[1]: a ceiling"), "{said:?}");
    }
}

/// Forty sites that must open, each paid by one of two funds that are just enough: too hard to
/// find out.
fn divided_funds() -> String {
    let amounts: Vec<u64> = (1..=40u64)
        .map(|at| 1_000_000 + at * at * 7_919 % 999_983)
        .collect();
    let first: u64 = amounts.iter().step_by(2).sum();
    let second = amounts.iter().sum::<u64>() - first;
    let facilities = amounts.iter().enumerate().map(|(site, cents)| {
        json!({"site": site, "levels": [{"windows": [[0, 1]], "fixed_cost": 1,
            "payments": [{"scheme": 0, "draws": [[0, cents]]}, {"scheme": 1, "draws": [[1, cents]]}]}]})
    });
    json!({
        "schema": "tuvak-siting-instance/1",
        "demands": vec![json!({"persons": 1, "unmet_cost": 1000}); 40],
        "sites": vec![json!({}); 40],
        "facilities": facilities.collect::<Vec<_>>(),
        "ceilings": [first, second],
        "locks": (0..40).map(|site| json!({"site": site, "open": true})).collect::<Vec<_>>(),
        "arcs": (0..40).map(|at| json!([at, at, 1, 1])).collect::<Vec<_>>(),
    })
    .to_string()
}

#[test]
fn a_search_that_finds_no_plan_and_no_proof_says_so_with_its_bound() {
    let folder = Folder::new();
    let certificate = folder.join("certificate");
    for more in [&[][..], &["--certificate", arg(&certificate)]] {
        let more = [more, &["--time-limit", "5"]].concat();
        let said = solve(&folder, "instance", &divided_funds(), &more);
        let told = object(&said);
        assert_eq!(
            (said.code, &told["status"]),
            (5, &json!("stopped")),
            "{said:?}"
        );
        let bound = told["bound"].as_f64().unwrap();
        assert!(bound > 0.0 && bound <= 80.0, "{told}");
        assert!(said.err.contains("No answer is better than"), "{said:?}");
    }
}

#[test]
fn a_certificate_proves_the_bound_that_is_told() {
    let folder = Folder::new();
    let file = folder.join("bound.certificate");
    let instance = include_str!("../../../docs/siting-instance.md");
    let instance = instance.split("```json\n").nth(1).unwrap();
    let instance = instance.split("```").next().unwrap();
    let more = ["--certificate", arg(&file)];
    let said = solve(&folder, "instance", instance, &more);
    assert_eq!(said.code, 0, "{said:?}");
    let bound = object(&said)["bound"].as_f64().unwrap();
    let instance = siting::formats::instance::from_json(instance.as_bytes()).unwrap();
    let canonical = siting::formats::instance::to_json(&instance);
    let certificate = fs::read(&file).unwrap();
    let verdict = certificate::check(canonical.as_bytes(), certificate.as_slice()).unwrap();
    assert_eq!(verdict.bound.map(|bound| bound as f64), Some(bound));
}

#[test]
fn a_certificate_of_any_format_is_verified_on_the_file_that_was_solved() {
    let folder = Folder::new();
    let certificate = folder.join("bound.certificate");
    let more = ["--capacity", "9", "--certificate", arg(&certificate)];
    let said = solve(&folder, "orlib-cap", CAP, &more);
    assert_eq!(said.code, 0, "{said:?}");
    let bound = object(&said)["bound"].clone();
    let file = folder.join("problem");
    let words = [
        "verify",
        "--json",
        arg(&file),
        "--certificate",
        arg(&certificate),
    ];
    let said = tuvak(&[&words[..], &["--format", "orlib-cap", "--capacity", "9"]].concat());
    assert_eq!(said.code, 0, "{said:?}");
    assert_eq!(object(&said)["bound"], bound);
    let said = tuvak(&[&words[..], &["--format", "orlib-cap", "--capacity", "8"]].concat());
    assert_eq!(said.code, 1, "{said:?}");
    assert!(said.err.contains("another instance"), "{said:?}");
}

#[test]
fn a_covering_whose_optimum_is_proven_is_told_as_proven() {
    let shared = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../shared/data/instances/mclp/GR100.txt"
    );
    let Ok(text) = fs::read_to_string(shared) else {
        println!("skipped: there is no {shared}");
        return;
    };
    let said = solve(
        &Folder::new(),
        "mclp",
        &text,
        &["--radius", "10", "--p", "5"],
    );
    assert_eq!(said.code, 0, "{said:?}");
    assert_eq!(object(&said)["status"], "optimal");
}

#[test]
fn options_and_files_that_do_not_fit_each_other_are_wrong_usage() {
    let folder = Folder::new();
    for (format, text, more, words) in [
        ("orlib-cap", CAP, &[][..], "give --capacity"),
        (
            "holmberg",
            SITES_FIRST,
            &["--p", "2"],
            "--p is not for holmberg",
        ),
        ("mclp", "1 1 0\n1 1 1\n", &["--radius", "1"], "give --p"),
        ("cplex", SITES_FIRST, &[], "possible: instance, orlib-cap"),
        (
            "orlib-cap",
            CAP,
            &["--capacity", "-5"],
            "give a number from 0 up",
        ),
        (
            "orlib-cap",
            CAP,
            &["--gap", "-1"],
            "give a number from 0 to 1",
        ),
        ("orlib-cap", CAP, &["--threads", "100000"], "from 1 to 256"),
        (
            "orlib-cap",
            CAP,
            &["--capacity", "9", "--out", "a", "--certificate", "a"],
            "are one file",
        ),
    ] {
        let said = solve(&folder, format, text, more);
        assert_eq!(said.code, 2, "{said:?}");
        assert!(said.err.contains(words), "{said:?}");
    }
}

#[test]
fn faults_of_a_file_are_told_with_their_place_in_both_languages() {
    let folder = Folder::new();
    let said = solve(
        &folder,
        "holmberg",
        &SITES_FIRST.replace("4 5", "4 -5"),
        &[],
    );
    assert_eq!(said.code, 1);
    assert!(
        said.err
            .contains("problem:4: expected: a number from 0 up; found: “-5”"),
        "{said:?}"
    );
    assert!(object(&said)["error"].as_str().unwrap().contains(":4:"));

    let file = folder.join("problem");
    fs::write(
        &file,
        r#"{"schema": 1, "demands": [{}], "sites": [], "facilities": [], "arcs": [[1]]}"#,
    )
    .unwrap();
    let words = ["siting", "solve", "--format", "instance", arg(&file)];
    let said = tuvak_in("lv", &words);
    assert_eq!(said.code, 1);
    for told in [
        "$.schema: 1 nav „tuvak-siting-instance/1”",
        "$.demands[0].persons: lauka trūkst",
        "$.arcs[0]: saraksts nav saraksts ar 4 veseliem skaitļiem",
    ] {
        assert!(said.err.contains(told), "{told}: {}", said.err);
    }

    let said = tuvak(&["siting", "solve", "--format", "tbed", "no/such/file"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("no/such/file cannot be read"), "{said:?}");
}

#[test]
fn a_time_limit_gives_an_answer_and_a_bound() {
    let shared = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../shared/data/instances/cap/capa.txt"
    );
    let Ok(text) = fs::read_to_string(shared) else {
        println!("skipped: there is no {shared}");
        return;
    };
    let folder = Folder::new();
    let said = solve(
        &folder,
        "orlib-cap",
        &text,
        &["--capacity", "8000", "--time-limit", "4"],
    );
    let told = object(&said);
    let [objective, bound] = ["objective", "bound"].map(|name| told[name].as_f64().unwrap());
    assert!(
        objective >= 19_240_822.448 && bound <= 19_240_822.45,
        "{told}"
    );
    assert_eq!(said.code, if told["status"] == "optimal" { 0 } else { 4 });
}
