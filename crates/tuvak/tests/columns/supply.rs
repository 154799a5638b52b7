//! `services.csv`, `sites.csv`, `offers.csv`, `candidates.csv`, `travel.csv`,
//! `obstacles.csv`, `general_services.csv`.

use crate::case::Must::{Cost, Document, Finding, Plan, Refused};
use crate::case::{Case, Edit, cell};

pub fn cases() -> Vec<Case> {
    [
        services(),
        sites(),
        offers(),
        candidates(),
        travel(),
        obstacles(),
        general_services(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Without CE the three of c1 are left without DAY: 8,576.12 more. In a budget
/// without CE there is room for six places of HOME at CA (10,588.64 less)
/// instead of CARE (7,403.51 more).
pub const WITHOUT_CE: i64 = 857_612 - 1_058_864 + 740_351;

/// When nobody of c1 can reach DAY, four places at CA are enough instead of
/// eight, beside CE: 8,576.12 for the three left without, 2,676.11 for what CE
/// costs more than the larger centre at CA, and in the budget there is room for
/// six places of HOME at CA (10,588.64 less).
pub const WITHOUT_C1: i64 = 857_612 + 267_611 - 1_058_864;

/// Distances are great-circle ones.
pub fn without_travel() -> Edit {
    Edit::Remove("travel.csv")
}

fn services() -> Vec<Case> {
    let family_hour = Edit::text(
        "scenario.toml",
        "family_eur_per_hour = 6.0",
        "family_eur_per_hour = 7.0",
    );
    vec![
        cell("services", 1, "id", "OTHER", Refused("fault-unknown-id")),
        cell(
            "services",
            1,
            "name_lv",
            "Cits centrs",
            Document("Cits centrs"),
        ),
        cell(
            "services",
            1,
            "name_en",
            "Another centre",
            Document("Another centre"),
        ),
        cell(
            "services",
            1,
            "target_groups",
            "BFT",
            Refused("fault-not-given"),
        ),
        // A family's hour costs 1 EUR more than a client's: 224 minutes × 400 ÷ 60.
        cell("services", 1, "delivery", "residential", Cost(149_333)).given(family_hour),
        cell("services", 1, "profile", "foot", Plan("objective")).given(without_travel()),
        // Half of 80 × 224.
        cell("services", 1, "visits_per_year", "100", Cost(-896_000)),
        // Seven people are beyond it.
        cell("services", 1, "standard_min", "19", Cost(7_000)),
        // The three of c1 are 30 minutes away.
        cell("services", 1, "limit_min", "29", Cost(WITHOUT_C1)),
        // A ninth place (641.94) saves one of a1 four minutes.
        cell("services", 1, "sizes", "4|9", Cost(64_194 - 32_000)),
        cell("services", 1, "persons_per_place", "2", Plan("objective")),
        // A person's hours are a third instead of a sixth of a worker's.
        cell("services", 4, "hours_per_worker_week", "15", Cost(500_000)),
        // Half the ways.
        cell("services", 4, "visit_hours", "2", Cost(-46_800)),
        // 240.73 − 160.49.
        cell("services", 4, "capital_eur_per_place", "3000", Cost(8_024)),
        cell("services", 1, "site_eur_per_year", "3100", Cost(2 * 10_000)),
        cell("services", 1, "place_eur_per_year", "2001", Cost(13 * 100)),
        cell("services", 1, "staff_per_place", "0.5", Plan("measures")),
        // CE needs four: one of a1 goes there instead of to SA.
        cell("services", 1, "min_occupancy", "1", Cost(8_000)),
        cell("services", 1, "max_per_site", "9", Cost(WITHOUT_CE)),
        cell("services", 3, "unmet_eur", "8001", Cost(5 * 100)),
    ]
}

fn sites() -> Vec<Case> {
    let at_its_place = |case: Case| {
        case.given(without_travel())
            .given(Edit::cell("sites", 1, "lat", ""))
            .given(Edit::cell("sites", 1, "lon", ""))
    };
    vec![
        cell("sites", 1, "id", "SB", Refused("fault-unknown-id")),
        cell("sites", 1, "name", "Cits centrs", Document("Cits centrs")),
        at_its_place(cell("sites", 1, "place", "a2", Plan("objective"))),
        cell("sites", 1, "lat", "57.02", Plan("objective")).given(without_travel()),
        cell("sites", 1, "lon", "22.03", Plan("objective")).given(without_travel()),
        cell("sites", 1, "host", "B", Plan("municipalities")),
        cell(
            "sites",
            1,
            "owner",
            "B",
            Document("\"owner\":\"Bērzu novads\""),
        ),
        cell("sites", 1, "accessible", "false", Finding("R21")),
    ]
}

fn offers() -> Vec<Case> {
    let another_site = Edit::append("sites.csv", "SB,Bērzu nams,b1,,,B,B,true,invented\n");
    let ends_early = Edit::cell("offers", 1, "until_year", "2023");
    vec![
        cell("offers", 1, "site", "SB", Plan("offers"))
            .given(another_site)
            .given(without_travel()),
        cell("offers", 1, "service", "WORK", Plan("offers")),
        // One of a1 goes to CE instead: 7 minutes instead of 6.
        cell("offers", 1, "places", "5", Cost(8_000)),
        cell("offers", 1, "places_taken", "5", Cost(8_000)),
        cell("offers", 1, "payer", "B", Plan("payments")),
        cell("offers", 1, "funded_by", "ESF", Finding("R22")).given(ends_early),
        cell("offers", 1, "until_year", "2023", Finding("R22")),
    ]
}

fn candidates() -> Vec<Case> {
    let full = Edit::cell("services", 1, "max_per_site", "9");
    vec![
        cell("candidates", 1, "id", "CX", Refused("fault-unknown-id")),
        cell(
            "candidates",
            1,
            "name",
            "Cita skola",
            Document("Cita skola"),
        ),
        cell("candidates", 1, "place", "a2", Plan("objective")).given(without_travel()),
        cell("candidates", 5, "lat", "57.02", Plan("objective")).given(without_travel()),
        cell("candidates", 5, "lon", "22.03", Plan("objective")).given(without_travel()),
        cell("candidates", 1, "host", "B", Plan("municipalities")),
        cell("candidates", 2, "owner", "A", Plan("objective")),
        // Alone it may have four places; with the six of SA they would be ten.
        cell("candidates", 5, "expands", "", Cost(-WITHOUT_CE))
            .given(full)
            .given(Edit::cell("candidates", 5, "max_places", "4")),
        cell("candidates", 2, "services", "DAY|CARE", Plan("objective")),
        // 21,000 × 0.0802425872 = 1,685.09.
        cell("candidates", 1, "site_capital_eur", "21000", Cost(8_024)),
        // 24,000 × 0.0802425872 = 1,925.82.
        cell("candidates", 5, "capital_factor", "0.75", Cost(64_194)),
        // HOME and DAY need twelve.
        cell("candidates", 1, "max_places", "11", Plan("objective")),
        cell(
            "candidates",
            2,
            "flags",
            "institution_grounds",
            Finding("R12"),
        ),
        cell(
            "candidates",
            2,
            "flags",
            "institution_places",
            Finding("R13"),
        ),
        cell("candidates", 2, "flags", "not_accessible", Finding("R21")),
        cell(
            "candidates",
            2,
            "flags",
            "institution_places|emergency_safety",
            Finding("R13"),
        )
        .given(Edit::cell("candidates", 2, "flags", "institution_places")),
        cell("candidates", 2, "flags", "single_dwelling", Finding("R09")).given(Edit::append(
            "scenario.toml",
            "\n[rules]\ngroup_home_services = [\"HOME\"]\ndwelling_persons = 3\n",
        )),
    ]
}

fn travel() -> Vec<Case> {
    vec![
        cell("travel", 2, "from", "a2", Refused("fault-duplicate")),
        cell("travel", 2, "to", "CA", Refused("fault-duplicate")),
        // Half a minute more for the two of a1 at SA: 400 × 3 ÷ 60 each.
        cell("travel", 2, "seconds", "390", Cost(4_000)),
        // Half a kilometre more: 400 × 0.05 each.
        cell("travel", 2, "metres", "6500", Cost(4_000)),
        cell(
            "travel",
            2,
            "profile",
            "foot",
            Refused("fault-ways-missing"),
        ),
    ]
}

fn obstacles() -> Vec<Case> {
    let before_day = |case: Case| {
        case.given(Edit::cell("obstacles", 1, "kind", ""))
            .given(Edit::cell("obstacles", 1, "service", "DAY"))
    };
    vec![
        cell("obstacles", 1, "territory", "A", Finding("R21")),
        cell("obstacles", 1, "target_group", "BFT", Document("BFT")).given(Edit::cell(
            "services",
            1,
            "target_groups",
            "GRT|BFT",
        )),
        // CB has HOME and no DAY.
        before_day(cell("obstacles", 1, "service", "HOME", Finding("R21"))),
        cell("obstacles", 1, "kind", "culture", Finding("R21")),
        cell("obstacles", 1, "text_lv", "Nav ceļa", Document("Nav ceļa")),
        cell("obstacles", 1, "text_en", "No road", Document("No road")),
        cell("obstacles", 1, "severity", "low", Finding("R21")),
    ]
}

fn general_services() -> Vec<Case> {
    vec![
        cell(
            "general_services",
            1,
            "id",
            "education_a1",
            Refused("fault-duplicate"),
        ),
        cell("general_services", 1, "kind", "culture", Finding("R21")),
        cell(
            "general_services",
            1,
            "name",
            "Cits doktorāts",
            Document("Cits doktorāts"),
        ),
        cell("general_services", 1, "lat", "57.4", Finding("R21")),
        cell("general_services", 1, "lon", "22.2", Finding("R21")),
    ]
}
