//! `tuvak verify --certificate`: bounds reckoned again, of instances and of plans.

mod common;

use common::{Folder, arg, tiny, tuvak};
use domain::Plan;
use siting::formats::instance::{from_json, to_json};
use std::fs;

/// Two sites of which the second must open in a plan of 19: see `docs/certificate.md`.
const INSTANCE: &str = r#"{"schema": "tuvak-siting-instance/1",
"demands": [{"persons": 3, "unmet_cost": 10}, {"persons": 2, "unmet_cost": 10}],
"sites": [{}, {}],
"facilities": [{"site": 0, "levels": [{"windows": [[0, 4]], "fixed_cost": 6}]},
{"site": 1, "levels": [{"windows": [[0, 5]], "fixed_cost": 8}]}],
"arcs": [[0, 0, 1, 1], [0, 1, 4, 1], [1, 0, 3, 1], [1, 1, 1, 1]]}"#;

fn header(instance: &str, bound: i64) -> String {
    let fingerprint = certificate::fingerprint(instance.as_bytes());
    format!(
        r#"{{"schema":"tuvak-certificate/1","instance":"{fingerprint}","scale":2,"bound":{bound}}}"#
    )
}

fn example(bound: i64) -> String {
    let canonical = to_json(&from_json(INSTANCE.as_bytes()).unwrap());
    let tree = r#"{"split":{"site":1}}
{"lambda":[[0,6],[1,6]]}
{"lambda":[[0,20],[1,20]]}"#;
    format!("{}\n{tree}\n", header(&canonical, bound))
}

#[test]
fn a_bound_of_an_instance_holds_or_is_refused() {
    let folder = Folder::new();
    let (instance, file) = (folder.join("instance.json"), folder.join("bound.jsonl"));
    fs::write(&instance, INSTANCE).unwrap();
    fs::write(&file, example(19)).unwrap();
    let words = ["verify", "--certificate", arg(&file), arg(&instance)];
    let said = tuvak(&words);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(
        said.err.contains("19") && said.err.contains("3 nodes"),
        "{}",
        said.err
    );
    fs::write(&file, example(20)).unwrap();
    let said = tuvak(&words);
    assert_eq!(said.code, 1, "{}", said.err);
    assert!(
        said.err.contains("20") && said.err.contains("19"),
        "{}",
        said.err
    );
    let changed = INSTANCE.replace("8}", "9}");
    fs::write(&instance, changed).unwrap();
    let said = tuvak(&words);
    assert_eq!(said.code, 1, "{}", said.err);
    assert!(said.err.contains("another instance"), "{}", said.err);
}

#[test]
fn a_plan_without_its_package_is_no_instance() {
    let folder = Folder::new();
    let plan = folder.join("plan.json");
    fs::write(&plan, r#"{"schema": "tuvak-plan/1"}"#).unwrap();
    let said = tuvak(&["verify", "--certificate", arg(&plan), arg(&plan)]);
    assert_eq!(said.code, 2, "{}", said.err);
    assert!(said.err.contains("give the folder DIR"), "{}", said.err);
}

#[test]
fn without_a_package_a_certificate_is_needed() {
    let said = tuvak(&["verify", "plan.json"]);
    assert_eq!(said.code, 2, "{}", said.err);
}

#[test]
fn the_bound_of_a_plan_is_the_one_that_its_certificate_proves() {
    let (package, out) = (tiny(), Folder::new());
    let plan_file = out.join("plan.json");
    let said = tuvak(&[
        "plan",
        arg(package.path()),
        "--out",
        arg(out.path()),
        "--edition",
        "internal",
        "--explain",
        "none",
    ]);
    assert_eq!(said.code, 0, "{}", said.err);
    let mut plan: Plan = serde_json::from_str(&fs::read_to_string(&plan_file).unwrap()).unwrap();
    let region = dataset::check(package.path()).region.unwrap();
    let points = demand::demand(&region).points;
    let problem = planning::adapter::Problem::new(&region, &points, plan.options.budget);
    let file = out.join("bound.jsonl");
    let certificate = format!("{}\n{{}}\n", header(&to_json(&problem.instance), 0));
    fs::write(&file, certificate).unwrap();
    let words = [
        "verify",
        arg(&plan_file),
        arg(package.path()),
        "--certificate",
        arg(&file),
    ];
    let said = tuvak(&words);
    assert_eq!(
        said.code, 1,
        "it proves 0, which the plan does not tell: {}",
        said.err
    );
    plan.bound = domain::Cents(0);
    plan.gap = 1.0;
    plan.options.gap = 1.0;
    fs::write(&plan_file, serde_json::to_string_pretty(&plan).unwrap()).unwrap();
    let said = tuvak(&words);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(!said.err.contains("the solver's word"), "{}", said.err);
}
