//! `tuvak shares` on `examples/tiny`, by the built program.

mod common;

use common::{Folder, arg, tiny, tuvak, tuvak_in};
use serde_json::Value;

/// The plan of a package.
fn plan(package: &Folder, out: &Folder) -> String {
    let (dir, out) = (arg(package.path()), arg(out.path()));
    let options = ["--gap", "0", "--explain", "none", "--edition", "internal"];
    let said = tuvak(&[&["plan", dir, "--out", out], &options[..]].concat());
    assert_eq!(said.code, 0, "{}", said.err);
    format!("{out}/plan.json")
}

#[test]
fn cost_shares_are_told_in_both_languages_and_as_an_object() {
    let (package, out) = (tiny(), Folder::new());
    let plan = plan(&package, &out);
    let dir = arg(package.path());

    let said = tuvak(&["shares", &plan, dir, "--alone", "decided", "--json"]);
    assert_eq!(said.code, 0, "{}", said.err);
    let object: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(object["schema"], "tuvak-shares/1");
    let group = &object["groups"][0];
    let shapley = &group["rules"][5];
    assert_eq!(shapley["rule"], "shapley");
    assert_eq!(
        shapley["shares"],
        serde_json::json!([94_116.31, 108_972.24, 16_318.83])
    );
    for words in [
        "not to be published",
        "Alkšņi municipality, Bērzi municipality and ",
        "By residents: Alkšņi municipality and ",
        "would pay 43,046 EUR a year less alone (111,970 instead of 155,016)",
        "By the Shapley value: nobody would pay less alone",
        "There are shares by which nobody would pay less alone.",
    ] {
        assert!(said.err.contains(words), "{words}\n{}", said.err);
    }

    let said = tuvak_in("lv", &["shares", &plan, dir, "--rule", "residents"]);
    assert_eq!((said.code, said.out.as_str()), (0, ""), "{}", said.err);
    assert!(
        said.err.contains("Pēc iedzīvotāju skaita: "),
        "{}",
        said.err
    );
    assert!(said.err.contains("atsevišķi maksātu par"), "{}", said.err);
    assert!(!said.err.contains("Šeplij"), "{}", said.err);

    package.replace("needs.csv", "c1,,GRT,DAY,3", "c1,,GRT,DAY,2");
    let said = tuvak(&["shares", &plan, dir]);
    assert_eq!(said.code, 1);
    assert!(
        said.err.contains("another state of the package"),
        "{}",
        said.err
    );
}
