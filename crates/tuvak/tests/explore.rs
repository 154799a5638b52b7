//! `tuvak explore` on `examples/tiny`, by the built program.

mod common;

use common::{Folder, arg, tiny, tuvak, tuvak_in};
use serde_json::Value;
use std::fs;

fn object(out: &str) -> Value {
    serde_json::from_str(out).unwrap()
}

#[test]
fn the_frontier_is_told_written_and_drawn_in_both_languages() {
    let package = tiny();
    for (lang, axis) in [
        ("en", "Building money, EUR"),
        ("lv", "Būvniecības nauda, EUR"),
    ] {
        let out = Folder::new();
        let dir = arg(package.path());
        let args = [
            "explore",
            "frontier",
            dir,
            "--steps",
            "3",
            "--json",
            "--out",
            arg(out.path()),
        ];
        let said = tuvak_in(lang, &args);
        assert_eq!(said.code, 0, "{}", said.err);
        assert!(!said.err.contains("explore-"), "{}", said.err);
        let points = object(&said.out)["answer"]["by_budget"]
            .as_array()
            .unwrap()
            .len();
        assert!(points > 1);
        let csv = fs::read_to_string(out.join("frontier.csv")).unwrap();
        assert_eq!(csv.lines().count(), points + 1);
        assert!(
            csv.starts_with("budget,cost,gap,building,minutes,unmet,opens\n"),
            "{csv}"
        );
        assert!(
            fs::read_to_string(out.join("frontier.svg"))
                .unwrap()
                .contains(axis)
        );
    }
}

#[test]
fn every_question_has_an_answer_in_sentences() {
    let (package, out) = (tiny(), Folder::new());
    let dir = arg(package.path());
    let plan = out.join("plan.json");
    let args = [
        "plan",
        dir,
        "--out",
        arg(out.path()),
        "--explain",
        "none",
        "--edition",
        "internal",
    ];
    assert_eq!(tuvak(&args).code, 0);
    let questions: [(&[&str], &str); 4] = [
        (
            &["alternatives", dir, "--count", "2", "--within", "0.5"],
            "Each plan does without",
        ),
        (&["prices", dir], "Each row is a plan of its own"),
        (
            &["repair", dir, "--without", "CE", "--plan", arg(&plan)],
            "Without CE the plan costs",
        ),
        (&["scenarios", dir], "Expected cost"),
    ];
    for (question, sentence) in questions {
        let said = tuvak(&[&["explore"][..], question, &["--json"]].concat());
        assert_eq!(said.code, 0, "{question:?}: {}", said.err);
        assert!(said.err.contains(sentence), "{}", said.err);
        assert!(!said.err.contains("explore-"), "{}", said.err);
        assert_eq!(object(&said.out)["partial"], false);
    }
}

#[test]
fn a_site_of_which_nothing_is_known_is_refused_by_name() {
    let (package, out) = (tiny(), Folder::new());
    let dir = arg(package.path());
    let args = [
        "plan",
        dir,
        "--out",
        arg(out.path()),
        "--explain",
        "none",
        "--edition",
        "internal",
    ];
    assert_eq!(tuvak(&args).code, 0);
    let plan = out.join("plan.json");
    let said = tuvak(&[
        "explore",
        "repair",
        dir,
        "--without",
        "CX",
        "--plan",
        arg(&plan),
    ]);
    assert_eq!(said.code, 1, "{}", said.err);
    assert!(said.err.contains("CX"), "{}", said.err);
}
