//! Switches of `scenario.toml` that the tiny region leaves out. What each brings about is
//! worked out by hand in `crates/planning/tests/effects/switches.rs`; here it is seen from
//! the package's text to the plan.

use crate::case::Must::{Cost, Document, Noted, Plan, Refused};
use crate::case::{Case, Edit, Must};

const FILE: &str = "scenario.toml";
const YEAR: &str = "year = 2020\n";

pub fn cases() -> Vec<Case> {
    [
        single_source(),
        equity(),
        scenarios(),
        phases(),
        change(),
        from_home(),
        together(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A key that stands among the plain ones.
fn plain(name: &str, line: &str, must: Must) -> Case {
    crate::case::key(FILE, name, YEAR, &format!("{YEAR}{line}\n"), must)
}

/// Another value of a key of a table that both packages have.
fn within(name: &str, table: &str, old: &str, new: &str, must: Must) -> Case {
    crate::case::key(FILE, name, old, new, must).given(Edit::append(FILE, &format!("\n{table}\n")))
}

fn single_source() -> Vec<Case> {
    vec![
        // Three of a1 go to CA, CE and SA.
        plain(
            "single_source",
            "single_source = [\"DAY\"]",
            Plan("assignments"),
        ),
        plain(
            "single_source",
            "single_source = [\"DAZ\"]",
            Refused("fault-unknown-id-near"),
        ),
        plain(
            "single_source",
            "single_source = true",
            Refused("fault-not-a-list"),
        ),
    ]
}

fn equity() -> Vec<Case> {
    let share = "[equity]\nworst_share = 0.1\neur_per_minute = 100.0";
    let of_cap = "[equity]\ncap_min = 25.0";
    vec![
        // Three of c1 are thirty minutes from CA.
        within(
            "equity.cap_min",
            "[equity]\ncap_min = 60.0",
            "60.0",
            "25.0",
            Plan("unmet"),
        ),
        within(
            "equity.services",
            of_cap,
            "cap_min = 25.0",
            "cap_min = 25.0\nservices = [\"CARE\"]",
            Plan("unmet"),
        ),
        within(
            "equity.worst_share",
            share,
            "= 0.1\n",
            "= 0.2\n",
            Plan("objective"),
        ),
        within(
            "equity.eur_per_minute",
            share,
            "100.0",
            "200.0",
            Plan("objective"),
        ),
        within(
            "equity.eur_per_minute",
            share,
            "\neur_per_minute = 100.0",
            "",
            Refused("fault-needs-another-key"),
        ),
    ]
}

const SCENARIOS: &str = "\
    [[demand_scenarios]]\nname = \"base\"\nprobability = 0.75\n\n\
    [[demand_scenarios]]\nname = \"high\"\nprobability = 0.25";

fn scenarios() -> Vec<Case> {
    let of = |key: &str, old: &str, new: &str, must| {
        within(
            &format!("demand_scenarios[].{key}"),
            SCENARIOS,
            old,
            new,
            must,
        )
    };
    vec![
        // In `high` one fewer of a1 is left without WORK, 8,000 EUR: a quarter of them.
        crate::case::key(
            FILE,
            "demand_scenarios[].name",
            "eur_per_place_year = 300.0",
            &format!("eur_per_place_year = 300.0\n\n{SCENARIOS}"),
            Cost(-200_000),
        ),
        of(
            "name",
            "name = \"base\"",
            "name = \"low\"",
            Refused("fault-main-scenario"),
        ),
        of(
            "name",
            "name = \"high\"",
            "name = \"mid\"",
            Noted("fault-scenario-without-rows"),
        ),
        of(
            "name",
            "name = \"high\"",
            "name = \"base\"",
            Refused("fault-scenario-twice"),
        ),
        of(
            "probability",
            "0.75\n\n[[demand_scenarios]]\nname = \"high\"\nprobability = 0.25",
            "0.5\n\n[[demand_scenarios]]\nname = \"high\"\nprobability = 0.5",
            Cost(-200_000),
        ),
        of(
            "probability",
            "0.25",
            "0.35",
            Refused("fault-probabilities"),
        ),
    ]
}

fn phases() -> Vec<Case> {
    vec![
        plain("phases", "phases = [2020, 2021]", Plan("measures")),
        plain(
            "phases",
            "phases = [2021, 2020]",
            Refused("fault-not-phases"),
        ),
        plain("phases", "phases = [2021]", Refused("fault-year-no-phase")),
    ]
}

/// An approved plan of one measure.
fn approved(places: u32) -> Edit {
    let plan = format!(
        "{{\"schema\": \"tuvak-plan/1\", \"measures\": [{{\"candidate\": \"CE\", \
         \"service\": \"DAY\", \"places\": {places}}}]}}"
    );
    Edit::write("approved.json", &plan)
}

fn change() -> Vec<Case> {
    let table = "[least_change]\nplan = \"approved.json\"\neur_per_change = 10.0";
    vec![
        // CE opens with its four places; the four other measures are four changes.
        within(
            "least_change.eur_per_change",
            table,
            "eur_per_change = 10.0",
            "eur_per_change = 20.0",
            Cost(4_000),
        )
        .given(approved(4)),
        within(
            "least_change.plan",
            table,
            "approved.json",
            "approvd.json",
            Refused("fault-no-such-plan"),
        )
        .given(approved(4)),
        within(
            "least_change.plan",
            table,
            "approved.json",
            "region.toml",
            Refused("fault-not-a-plan"),
        )
        .given(approved(4)),
        // Twice as many places were approved: one change more.
        Case {
            of: format!("{FILE}:least_change.plan"),
            given: vec![Edit::append(FILE, &format!("\n{table}\n")), approved(4)],
            change: approved(8),
            must: Cost(1_000),
        },
    ]
}

fn from_home() -> Vec<Case> {
    vec![
        // Three of b1 need a home with a day service, and one who moves to a1: the four with
        // homes in CB stay there, and go from its own place.
        plain(
            "day_travel_from_home",
            "day_travel_from_home = true",
            Plan("assignments"),
        ),
        plain(
            "day_travel_from_home",
            "day_travel_from_home = true",
            Document("CA"),
        ),
        plain(
            "day_travel_from_home",
            "day_travel_from_home = true",
            Refused("fault-one-home-one-day"),
        )
        .given(Edit::cell("moves", 1, "services", "DAY|HOME|WORK")),
        plain(
            "day_travel_from_home",
            "day_travel_from_home = true",
            Refused("fault-home-without-place"),
        )
        .given(Edit::cell("candidates", 4, "place", "")),
        plain(
            "day_travel_from_home",
            "day_travel_from_home = \"yes\"",
            Refused("fault-not-a-bool-key"),
        ),
    ]
}

/// What no formulation brings together yet.
fn together() -> Vec<Case> {
    let worst = "[equity]\nworst_share = 0.1\neur_per_minute = 100.0";
    let clash = || Refused("fault-switches-clash");
    let with_worst = |name: &str, line: &str| {
        plain(name, line, clash()).given(Edit::append(FILE, &format!("\n{worst}\n")))
    };
    vec![
        with_worst("phases", "phases = [2020, 2021]"),
        within(
            "equity.worst_share",
            SCENARIOS,
            "name = \"base\"\nprobability = 0.75",
            "name = \"base\"\nprobability = 0.75\n\n[equity]\nworst_share = 0.1\neur_per_minute = 100.0",
            clash(),
        ),
        within(
            "equity.worst_share",
            "[least_change]\nplan = \"approved.json\"",
            "plan = \"approved.json\"",
            &format!("plan = \"approved.json\"\n\n{worst}"),
            clash(),
        )
        .given(approved(4)),
        plain("single_source", "single_source = [\"DAY\"]", clash()).given(Edit::text(
            FILE,
            YEAR,
            &format!("{YEAR}day_travel_from_home = true\n"),
        )),
    ]
}
