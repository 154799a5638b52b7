//! `needs.csv`, `bundles.csv`, `moves.csv`, `institutions.csv`.

use crate::case::Must::{Cost, Document, Finding, Plan, Refused};
use crate::case::{Case, Edit, cell};

pub fn cases() -> Vec<Case> {
    [needs(), bundles(), moves(), institutions()]
        .into_iter()
        .flatten()
        .collect()
}

/// DAY and HOME are given to another group as well.
fn for_children_too(case: Case) -> Case {
    case.given(Edit::cell("services", 1, "target_groups", "GRT|BFT"))
        .given(Edit::cell("services", 2, "target_groups", "GRT|BFT"))
}

fn needs() -> Vec<Case> {
    vec![
        // No longer left without (9,000); at CA in the place of one of a1, who
        // goes to CE: 2,000 + 80 × 30 + 100 + 80 × 4.
        cell("needs", 3, "place", "c1", Cost(-418_000)),
        cell("needs", 1, "territory", "B", Plan("assignments")),
        for_children_too(cell("needs", 4, "target_group", "BFT", Plan("assignments"))),
        // Two of d1 are left without HOME (16,000) instead of WORK (8,000).
        cell("needs", 9, "service", "HOME", Cost(1_600_000)),
        // Three are enough for WORK at CD: 3 × (1,500 + 240) + 3,209.70 + 1,000
        // instead of two left without.
        cell("needs", 9, "persons", "3", Cost(942_970 - 1_600_000)),
        // Each of two: 500 for the place and 31.20 × 3 for the way.
        cell("needs", 10, "hours_per_week", "6", Cost(118_720)),
        // d1 is 36 minutes from CA: one more left without DAY.
        cell("needs", 12, "year", "2020", Cost(900_000)),
        // Two more left without WORK.
        cell("needs", 13, "scenario", "base", Cost(1_600_000)),
    ]
}

/// Six of b1 get HOME, so that it matters who needs it together with what.
fn bundles() -> Vec<Case> {
    let more_homes =
        |case: Case| case.given(Edit::text("scenario.toml", "= 390000.0", "= 407000.0"));
    let of_one = |case: Case| more_homes(case).given(Edit::cell("bundles", 1, "persons", "1"));
    vec![
        of_one(cell("bundles", 1, "place", "a2", Plan("people_reached"))),
        for_children_too(cell(
            "bundles",
            1,
            "target_group",
            "BFT",
            Refused("fault-bundle-above-needs"),
        )),
        of_one(cell(
            "bundles",
            1,
            "services",
            "DAY|HOME|CARE",
            Plan("people_reached"),
        )),
        more_homes(cell("bundles", 1, "persons", "1", Plan("people_reached"))),
    ]
}

fn moves() -> Vec<Case> {
    let closing = "VSAC_X,Cits centrs,VSAC,56.82,22.35,5,,,closes,invented\n";
    vec![
        cell("moves", 1, "institution", "VSAC_X", Finding("R16"))
            .given(Edit::append("institutions.csv", closing)),
        // HOME: 12 instead of 3 minutes. DAY: three of a2 at CE, one of a1 at CA and
        // two at SA: 39 minutes instead of 38.
        cell("moves", 1, "destination", "a2", Cost(37_440 + 8_000)),
        for_children_too(cell("moves", 1, "target_group", "BFT", Plan("assignments"))),
        // Without HOME for who moves, one of b1 gets the place: 16,000 less and 21
        // minutes more.
        cell("moves", 1, "services", "DAY", Cost(87_360 - 1_600_000)),
        // DAY at CE: 2,000 + 560. HOME for a1 instead of a2, who is left without.
        cell(
            "moves",
            1,
            "persons",
            "2",
            Cost(256_000 + 1_600_000 - 49_920 + 12_480),
        ),
        // HOME for one more of b1 instead, and one fewer at CE.
        cell(
            "moves",
            1,
            "year",
            "2021",
            Cost(87_360 - 1_600_000 - 256_000),
        ),
    ]
}

fn institutions() -> Vec<Case> {
    // WORK opens at CD, 127 m from the institution.
    let at_cd = || Edit::cell("needs", 9, "persons", "3");
    let closes = || Edit::cell("institutions", 1, "planned", "closes");
    let prevents = || {
        Edit::append(
            "scenario.toml",
            "\n[rules]\nprevention_services = [\"CARE\"]\n",
        )
    };
    vec![
        cell(
            "institutions",
            1,
            "id",
            "OTHER",
            Refused("fault-unknown-id"),
        ),
        cell(
            "institutions",
            1,
            "name",
            "Cits centrs",
            Document("Cits centrs"),
        ),
        cell("institutions", 1, "kind", "BSAC", Document("BSAC")),
        cell("institutions", 1, "lat", "56.82", Finding("R12")).given(at_cd()),
        cell("institutions", 1, "lon", "22.32", Finding("R12")).given(at_cd()),
        cell("institutions", 1, "residents", "1", Finding("R16")).given(closes()),
        cell(
            "institutions",
            1,
            "admissions_per_year",
            "11",
            Finding("R20"),
        )
        .given(prevents()),
        cell("institutions", 1, "waiting", "26", Finding("R20")).given(prevents()),
        cell("institutions", 1, "planned", "closes", Finding("R16")),
    ]
}
