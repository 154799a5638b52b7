//! The most likely mistakes of a new user, and what the program answers. Each
//! message names what is wrong, where, and how to go on.

mod common;

use common::{Folder, Said, arg, tiny, tuvak, tuvak_in};
use std::fs;

/// The answer has this exit code and says all of these words.
#[track_caller]
fn answers(said: &Said, code: i32, words: &[&str]) {
    assert_eq!(said.code, code, "{}", said.err);
    for word in words {
        assert!(
            said.err.contains(word),
            "{word:?} is not said in:\n{}",
            said.err
        );
    }
    assert!(!said.err.contains("panicked"), "{}", said.err);
}

#[test]
fn an_empty_folder() {
    let folder = Folder::new();
    answers(&tuvak(&["plan", arg(folder.path())]), 1, &["region.toml"]);
}

#[test]
fn a_folder_that_is_not_there() {
    answers(&tuvak(&["check", "no/such/folder"]), 1, &["no/such/folder"]);
}

#[test]
fn a_file_instead_of_a_folder() {
    let package = tiny();
    answers(
        &tuvak(&["check", arg(&package.join("needs.csv"))]),
        1,
        &["needs.csv", "folder"],
    );
}

#[test]
fn a_misspelt_service() {
    let package = tiny();
    package.replace("needs.csv", "HOME", "HOEM");
    answers(
        &tuvak(&["check", arg(package.path())]),
        1,
        &["needs.csv:", ":service:", "HOEM", "HOME"],
    );
}

#[test]
fn several_faults_are_told_at_once() {
    let package = tiny();
    package
        .replace("needs.csv", "HOME", "HOEM")
        .replace("places.csv", "3000", "three");
    answers(
        &tuvak(&["check", arg(package.path())]),
        1,
        &["needs.csv:", "places.csv:", "three"],
    );
}

#[test]
fn needs_beyond_every_limit() {
    let package = tiny();
    let text = fs::read_to_string(package.join("travel.csv")).unwrap();
    let header = text.lines().next().unwrap();
    let seconds = header
        .split(',')
        .position(|name| name == "seconds")
        .unwrap();
    let mut far = format!("{header}\n");
    for line in text.lines().skip(1) {
        let mut cells: Vec<&str> = line.split(',').collect();
        cells[seconds] = "36000";
        far.push_str(&cells.join(","));
        far.push('\n');
    }
    fs::write(package.join("travel.csv"), far).unwrap();
    let out = Folder::new();
    let said = tuvak(&[
        "plan",
        arg(package.path()),
        "--out",
        arg(out.path()),
        "--explain",
        "none",
    ]);
    answers(&said, 0, &["Needs met: 0 of", "no site within the limit"]);
}

#[test]
fn a_budget_of_nothing() {
    let (package, out) = (tiny(), Folder::new());
    let said = tuvak(&[
        "plan",
        arg(package.path()),
        "--out",
        arg(out.path()),
        "--budget",
        "0",
        "--explain",
        "none",
    ]);
    answers(&said, 0, &["Building money: 0 EUR", "Opens: 0 services"]);
}

#[test]
fn a_budget_below_nothing() {
    let package = tiny();
    answers(
        &tuvak(&["plan", arg(package.path()), "--budget=-5"]),
        2,
        &["-5", "--budget"],
    );
}

#[test]
fn a_gap_in_per_cent() {
    let package = tiny();
    answers(
        &tuvak(&["plan", arg(package.path()), "--gap", "5"]),
        2,
        &["--gap", "0.05"],
    );
}

#[test]
fn a_misspelt_command_or_option() {
    answers(&tuvak(&["paln"]), 2, &["paln", "plan"]);
    answers(
        &tuvak(&["plan", "x", "--buget", "5"]),
        2,
        &["--buget", "--budget"],
    );
    answers(&tuvak(&[]), 2, &["tuvak --help"]);
    answers(&tuvak(&["plan"]), 2, &["DIR"]);
    answers(
        &tuvak(&["plan", "x", "--edition", "secret"]),
        2,
        &["secret", "internal", "public"],
    );
}

#[test]
fn swapped_coordinates() {
    let package = tiny();
    let text = fs::read_to_string(package.join("places.csv")).unwrap();
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let header: Vec<&str> = text.lines().next().unwrap().split(',').collect();
    let at = |name: &str| header.iter().position(|column| *column == name).unwrap();
    let mut cells: Vec<String> = lines[1].split(',').map(str::to_owned).collect();
    cells.swap(at("lat"), at("lon"));
    lines[1] = cells.join(",");
    fs::write(package.join("places.csv"), lines.join("\n")).unwrap();
    answers(
        &tuvak(&["check", arg(package.path())]),
        1,
        &["places.csv:2", "swapped"],
    );
}

#[test]
fn a_table_saved_by_a_latvian_spreadsheet() {
    let package = tiny();
    let text = fs::read_to_string(package.join("places.csv")).unwrap();
    // Semicolons, decimal commas, a byte-order mark, Windows line ends.
    let saved = format!(
        "\u{feff}{}",
        text.replace(',', ";")
            .replace('.', ",")
            .replace('\n', "\r\n")
    );
    fs::write(package.join("places.csv"), saved).unwrap();
    answers(
        &tuvak(&["check", arg(package.path())]),
        0,
        &["places.csv", "semicolon"],
    );
}

#[test]
fn locks_beyond_the_budget_are_explained() {
    let package = tiny();
    package.append(
        "scenario.toml",
        "\n[[locks]]\ncandidate = \"CA\"\nservice = \"HOME\"\nmust = \"open\"\n",
    );
    let out = Folder::new();
    let said = tuvak(&[
        "plan",
        arg(package.path()),
        "--out",
        arg(out.path()),
        "--budget",
        "1000",
    ]);
    answers(&said, 3, &["clash", "HOME", "1,000"]);
    assert!(!out.join("plan.json").exists());
}

#[test]
fn switches_that_cannot_be_planned_together() {
    let package = tiny();
    let before = fs::read_to_string(package.join("scenario.toml")).unwrap();
    fs::write(
        package.join("scenario.toml"),
        format!("day_travel_from_home = true\nsingle_source = [\"DAY\"]\n{before}"),
    )
    .unwrap();
    answers(
        &tuvak(&["plan", arg(package.path())]),
        1,
        &[
            "scenario.toml",
            "day_travel_from_home",
            "single_source",
            "together",
        ],
    );
}

#[test]
fn a_plan_of_another_package() {
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
    package.replace("places.csv", "3000", "3001");
    let said = tuvak(&["verify", arg(&out.join("plan.json")), arg(package.path())]);
    answers(&said, 1, &["another state of the package"]);
}

#[test]
fn something_that_is_not_a_plan() {
    let package = tiny();
    answers(
        &tuvak(&[
            "verify",
            arg(&package.join("needs.csv")),
            arg(package.path()),
        ]),
        1,
        &["needs.csv", "not a plan"],
    );
    answers(
        &tuvak(&["verify", "no-plan.json", arg(package.path())]),
        1,
        &["no-plan.json"],
    );
}

#[test]
fn a_place_where_nothing_can_be_written() {
    let package = tiny();
    let out = package.join("needs.csv").join("plan");
    let said = tuvak(&[
        "plan",
        arg(package.path()),
        "--out",
        arg(&out),
        "--explain",
        "none",
    ]);
    answers(&said, 1, &["cannot be written"]);
}

#[test]
fn everything_is_said_in_latvian_unless_asked_otherwise() {
    let package = tiny();
    package.replace("needs.csv", "HOME", "HOEM");
    answers(
        &tuvak_in("lv", &["check", arg(package.path())]),
        1,
        &["needs.csv:", "kļūda"],
    );
    answers(&tuvak_in("lv", &["paln"]), 2, &["Komandas", "Vai domājāt"]);
}

#[test]
fn needs_forgotten_beside_moves() {
    let package = tiny();
    fs::remove_file(package.join("needs.csv")).unwrap();
    answers(
        &tuvak(&["check", arg(package.path())]),
        1,
        &["needs.csv: the file is missing"],
    );
}

#[test]
fn a_time_limit_of_nothing() {
    answers(
        &tuvak(&["plan", "x", "--time-limit", "0"]),
        2,
        &["--time-limit", "above 0"],
    );
}

#[test]
fn whoever_stops_listening_ends_nothing_with_a_panic() {
    for words in [
        &["--help"][..],
        &["reference", "cli"],
        &["check", "no/such/folder"],
    ] {
        let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_tuvak"))
            .args(words)
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        // Nobody reads what it says.
        drop((child.stdout.take(), child.stderr.take()));
        let code = child.wait().unwrap().code();
        assert!(matches!(code, Some(0 | 1)), "{words:?}: {code:?}");
    }
}
