//! The whole chain on `examples/tiny` and `examples/kurzeme`, by the built program.

mod common;
#[path = "../../verify/tests/walk/mod.rs"]
mod walk;

use common::{Folder, arg, example, tiny, tuvak, tuvak_in};
use domain::Plan;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use walk::{changes, is_refused, leaves, with, words};

fn json_of(folder: &Folder, file: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(folder.join(file)).unwrap()).unwrap()
}

#[test]
fn a_plan_comes_with_every_file_in_both_editions_and_holds() {
    let (package, out) = (tiny(), Folder::new());
    let said = tuvak(&[
        "plan",
        arg(package.path()),
        "--out",
        arg(out.path()),
        "--gap",
        "0",
    ]);
    assert_eq!(said.code, 0, "{}", said.err);
    let internal = [
        "plan.json",
        "plan.pdf",
        "plan.docx",
        "tables.xlsx",
        "sites.geojson",
        "flows.geojson",
        "map.svg",
        "map-today.svg",
    ];
    for file in internal {
        assert!(out.join(file).metadata().unwrap().len() > 100, "{file}");
    }
    for file in internal.iter().filter(|file| **file != "flows.geojson") {
        assert!(
            out.join("public").join(file).metadata().unwrap().len() > 100,
            "public/{file}"
        );
    }
    assert!(!out.join("public").join("flows.geojson").exists());

    let verified = tuvak(&[
        "verify",
        arg(&out.join("plan.json")),
        arg(package.path()),
        "--deep",
    ]);
    assert_eq!(verified.code, 0, "{}", verified.err);
    let public = out.join("public").join("plan.json");
    let verified = tuvak(&["verify", arg(&public), arg(package.path())]);
    assert_eq!(verified.code, 1, "{}", verified.err);
    assert!(verified.err.contains("public edition"), "{}", verified.err);
}

#[test]
fn the_objective_of_tiny_is_the_one_of_its_readme_and_proven() {
    let (package, out) = (tiny(), Folder::new());
    let said = tuvak(&[
        "plan",
        arg(package.path()),
        "--out",
        arg(out.path()),
        "--edition",
        "internal",
        "--gap",
        "0",
        "--json",
    ]);
    let object: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(object["objective"], json!(235_407.38));
    assert_eq!(object["gap"], json!(0.0));
    assert_eq!(object["stop"], json!("gap"));
}

#[test]
fn an_edition_asked_for_is_the_only_one_written() {
    let (package, out) = (tiny(), Folder::new());
    let said = tuvak(&[
        "plan",
        arg(package.path()),
        "--out",
        arg(out.path()),
        "--edition",
        "public",
        "--explain",
        "none",
    ]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert_eq!(
        json_of(&out, "plan.json")["schema"],
        json!("tuvak-plan-public/1")
    );
    for withheld in disclosure::WITHHELD {
        let mut rows = vec![json_of(&out, "plan.json")];
        for step in withheld.split('.') {
            rows = rows
                .iter()
                .flat_map(|row| match row.get(step) {
                    Some(Value::Array(inner)) => inner.clone(),
                    Some(inner) => vec![inner.clone()],
                    None => Vec::new(),
                })
                .collect();
        }
        assert!(rows.is_empty(), "{withheld} is told: {rows:?}");
    }
    assert!(!out.join("public").exists());
}

#[test]
fn the_same_input_gives_the_same_bytes_whatever_the_number_of_threads() {
    let package = tiny();
    let runs: Vec<Vec<u8>> = ["1", "2", "2"]
        .map(|threads| {
            let out = Folder::new();
            let said = tuvak(&[
                "plan",
                arg(package.path()),
                "--out",
                arg(out.path()),
                "--threads",
                threads,
            ]);
            assert_eq!(said.code, 0, "{}", said.err);
            fs::read(out.join("plan.json")).unwrap()
        })
        .into();
    assert!(runs.windows(2).all(|pair| pair[0] == pair[1]));
}

#[test]
fn a_real_region_gives_the_same_bytes_when_gap_or_work_ends_the_search() {
    let package = example("kurzeme");
    for limit in [["--gap", "0.04"], ["--work-limit", "1"]] {
        let runs = ["1", "2"].map(|threads| {
            let out = Folder::new();
            let mut args = vec![
                "plan",
                arg(&package),
                "--out",
                arg(out.path()),
                "--edition",
                "internal",
            ];
            args.extend(["--explain", "none", "--threads", threads]);
            args.extend(limit);
            let said = tuvak(&args);
            assert!(matches!(said.code, 0 | 4), "{}", said.err);
            fs::read(out.join("plan.json")).unwrap()
        });
        assert!(runs[0] == runs[1], "{limit:?}");
    }
}

#[test]
fn no_number_of_a_plan_can_be_changed_unseen() {
    let (package, out) = (tiny(), Folder::new());
    let said = tuvak(&[
        "plan",
        arg(package.path()),
        "--out",
        arg(out.path()),
        "--edition",
        "internal",
    ]);
    assert_eq!(said.code, 0, "{}", said.err);
    let region = dataset::check(package.path()).region.unwrap();
    let json = json_of(&out, "plan.json");
    let original: Plan = serde_json::from_value(json.clone()).unwrap();
    // Ids of the package that do not stand in the plan.
    let words = words(
        &json,
        "a1 a2 b1 b2 c1 d1 A B C D CC CD DAY HOME WORK CARE GRT FT",
    );
    let mut accepted = BTreeSet::new();
    for (spot, value) in leaves(&json)
        .into_iter()
        .filter(|(spot, _)| spot.is_vouched())
    {
        for change in changes(value, &words) {
            if !is_refused(&region, &original, with(&json, &spot, change.clone())) {
                accepted.insert(format!("{}: {value} → {change}", spot.pointer));
            }
        }
    }
    assert!(accepted.is_empty(), "accepted unseen:\n{accepted:#?}");
}

#[test]
fn a_changed_plan_file_is_refused_by_the_command_though_our_own_writer_wrote_it() {
    let (package, out) = (tiny(), Folder::new());
    tuvak(&[
        "plan",
        arg(package.path()),
        "--out",
        arg(out.path()),
        "--edition",
        "internal",
        "--explain",
        "none",
    ]);
    let mut plan: Plan = serde_json::from_value(json_of(&out, "plan.json")).unwrap();
    plan.measures[0].persons += 1;
    fs::write(
        out.join("plan.json"),
        serde_json::to_string_pretty(&plan).unwrap(),
    )
    .unwrap();
    let said = tuvak(&["verify", arg(&out.join("plan.json")), arg(package.path())]);
    assert_eq!(said.code, 1, "{}", said.err);
    assert!(said.err.contains("does not hold"), "{}", said.err);
}

#[test]
fn the_counterfactuals_are_solved_again_when_asked() {
    let (package, out) = (tiny(), Folder::new());
    tuvak(&[
        "plan",
        arg(package.path()),
        "--out",
        arg(out.path()),
        "--edition",
        "internal",
        "--explain",
        "sites",
    ]);
    let mut plan: Plan = serde_json::from_value(json_of(&out, "plan.json")).unwrap();
    let told = plan
        .measures
        .iter_mut()
        .find_map(|measure| measure.without.as_mut())
        .unwrap();
    told.objective += domain::Cents(100);
    fs::write(
        out.join("plan.json"),
        serde_json::to_string_pretty(&plan).unwrap(),
    )
    .unwrap();
    let file = out.join("plan.json");
    assert_eq!(
        tuvak(&["verify", arg(&file), arg(package.path())]).code,
        0,
        "not vouched for without --deep"
    );
    let said = tuvak(&["verify", arg(&file), arg(package.path()), "--deep"]);
    assert_eq!(said.code, 1, "{}", said.err);
}

#[test]
fn reach_and_demand_answer_in_both_languages_and_as_an_object() {
    let package = tiny();
    for lang in ["lv", "en"] {
        for command in ["reach", "demand", "check"] {
            let said = tuvak_in(lang, &[command, arg(package.path()), "--json"]);
            assert_eq!(said.code, 0, "{}", said.err);
            assert!(
                serde_json::from_str::<Value>(&said.out)
                    .unwrap()
                    .is_object()
            );
            assert!(!said.err.contains("cli-"), "{}", said.err);
        }
    }
}
