//! `scenario.toml`.

use crate::case::Must::{Cost, Finding, Plan};
use crate::case::{Case, Edit, Must};
use crate::supply::{WITHOUT_C1, WITHOUT_CE, without_travel};

const FILE: &str = "scenario.toml";

pub fn cases() -> Vec<Case> {
    [figures(), locks(), funds(), fallback(), of_roads(), rules()]
        .into_iter()
        .flatten()
        .collect()
}

fn key(key: &str, old: &str, new: &str, must: Must) -> Case {
    crate::case::key(FILE, key, old, new, must)
}

fn figures() -> Vec<Case> {
    vec![
        key("year", "year = 2020", "year = 2021", Plan("objective"))
            .given(Edit::Remove("bundles.csv")),
        // a1 has two instead of three people without WORK.
        key("demand_scenario", "\"base\"", "\"high\"", Cost(-800_000)),
        // The factor is 0.0768761443: 1,537.52 + 384.38 + 4,920.07 + 1,230.02 + 2 × 9,225.14 + 153.75.
        key(
            "discount_rate",
            "= 0.05",
            "= 0.045",
            Cost(2_667_602 - 2_784_418),
        ),
        // The factor is 0.0709524573: 1,419.05 + 354.76 + 4,540.96 + 1,135.24 + 2 × 8,514.29 + 141.90.
        key(
            "building_life_years",
            "building_life_years = 20",
            "building_life_years = 25",
            Cost(2_462_049 - 2_784_418),
        ),
        // DAY: 224 minutes × 400 ÷ 60.
        key(
            "client_eur_per_hour",
            "client_eur_per_hour = 6.0",
            "client_eur_per_hour = 7.0",
            Cost(149_333),
        ),
        // HOME: 42 minutes × 208 ÷ 60.
        key(
            "family_eur_per_hour",
            "family_eur_per_hour = 6.0",
            "family_eur_per_hour = 7.0",
            Cost(14_560),
        ),
        // CARE: 6 minutes × 520 ÷ 60.
        key("staff_eur_per_hour", "= 12.0", "= 13.0", Cost(5_200)),
        // 0.01 × (224 km × 400 + 42 km × 208 + 6 km × 520).
        key("eur_per_km", "= 0.10", "= 0.11", Cost(101_456)),
        // Four by 4 minutes, three by 10.
        key("surcharge_eur_per_minute", "= 10.0", "= 11.0", Cost(4_600)),
        // Six places of HOME at CA.
        key("budget_eur", "= 390000.0", "= 407000.0", Cost(-1_058_864)),
        // WORK at CA for the three of a1: 9,429.70 instead of 24,000.
        key(
            "apart",
            "[[\"HOME\", \"WORK\"]]",
            "[]",
            Cost(942_970 - 2_400_000),
        ),
        // Eight places of DAY at CA would cost 1,200, and six of HOME no 600: as where
        // nobody of c1 can reach DAY.
        key(
            "size_penalty.services",
            "services = [\"HOME\"]",
            "services = [\"DAY\"]",
            Cost(WITHOUT_C1 - 60_000),
        ),
        // HOME has four places at two sites.
        key(
            "size_penalty.above_places",
            "above_places = 4",
            "above_places = 3",
            Cost(60_000),
        ),
        key(
            "size_penalty.eur_per_place_year",
            "= 300.0",
            "= 200.0",
            Cost(-20_000),
        )
        .given(Edit::text(FILE, "= 390000.0", "= 407000.0")),
    ]
}

fn locks() -> Vec<Case> {
    let lock = |key_name: &str, given: &str, old: &str, new: &str, must| {
        key(&format!("locks[].{key_name}"), old, new, must)
            .given(Edit::append(FILE, &format!("\n[[locks]]\n{given}\n")))
    };
    let closed = "candidate = \"CE\"\nmust = \"closed\"";
    vec![
        lock("candidate", closed, "\"CE\"", "\"CC\"", Cost(-WITHOUT_CE)),
        lock("must", closed, "\"closed\"", "\"open\"", Cost(-WITHOUT_CE)),
        lock(
            "service",
            "candidate = \"CA\"\nservice = \"WORK\"\nmust = \"closed\"",
            "service = \"WORK\"",
            "service = \"CARE\"",
            // CARE is given up.
            Plan("objective"),
        ),
        lock(
            "places",
            "candidate = \"CA\"\nservice = \"DAY\"\nplaces = 8\nmust = \"open\"",
            "places = 8",
            "places = 4",
            Plan("objective"),
        ),
    ]
}

/// A ceiling of B that replaces the one of `funds.csv` and forbids HOME at CB.
fn funds() -> Vec<Case> {
    let fund = |key_name: &str, old: &str, new: &str| {
        let fund = "\n[[funds]]\npayer = \"B\"\nceiling_eur = 18124.0\n";
        key(&format!("funds[].{key_name}"), old, new, Plan("objective"))
            .given(Edit::append(FILE, fund))
    };
    vec![
        fund("payer", "payer = \"B\"", "payer = \"state\""),
        fund(
            "territory",
            "payer = \"B\"",
            "payer = \"B\"\nterritory = \"A\"",
        ),
        fund("year", "payer = \"B\"", "payer = \"B\"\nyear = 2021"),
        fund("ceiling_eur", "= 18124.0", "= 18125.0"),
    ]
}

fn fallback() -> Vec<Case> {
    let travel = "\n[travel]\ndetour = 1.3\n\n[travel.speed_kmh]\ncar = 60.0\n";
    [
        key(
            "travel.detour",
            "detour = 1.3",
            "detour = 1.4",
            Plan("objective"),
        ),
        key(
            "travel.speed_kmh.*",
            "car = 60.0",
            "car = 55.0",
            Plan("objective"),
        ),
    ]
    .map(|case| {
        case.given(without_travel())
            .given(Edit::append(FILE, travel))
    })
    .into()
}

/// What only roads and timetables heed is told where there are none; what it
/// brings about with them is in `tests/travel`.
fn of_roads() -> Vec<Case> {
    [
        ("travel.date", "date = \"2026-03-10\""),
        ("travel.depart", "depart = \"10:00-12:00\""),
        ("travel.profiles.*", "profiles.car = \"car-osrm\""),
    ]
    .map(|(name, line)| {
        let detour = "detour = 1.3\n";
        let note = Must::Noted("fault-key-of-roads");
        key(name, detour, &format!("{detour}{line}\n"), note)
            .given(without_travel())
            .given(Edit::append(FILE, &format!("\n[travel]\n{detour}")))
    })
    .into()
}

fn rules() -> Vec<Case> {
    let with = |more: &str, name: &str, old: &str, new: &str, rule: &'static str| {
        let given = format!("\n[rules]\n{more}{name} = {old}\n");
        let (old, new) = (format!("{name} = {old}"), format!("{name} = {new}"));
        key(&format!("rules.{name}"), &old, &new, Finding(rule)).given(Edit::append(FILE, &given))
    };
    let homes = "group_home_services = [\"HOME\"]\n";
    vec![
        // CE has to open beside SA, whose twenty places would do; it is 7 minutes away.
        with("", "duplicate_within_min", "30.0", "5.0", "R03")
            .given(Edit::cell("offers", 1, "places", "20"))
            .given(Edit::cell("services", 1, "max_per_site", ""))
            .given(Edit::append(
                FILE,
                "\n[[locks]]\ncandidate = \"CE\"\nmust = \"open\"\n",
            )),
        with("", "within_standard_share", "0.8", "0.1", "R03"),
        with("", "cost_deviation_share", "0.0", "1.0", "R07"),
        with(homes, "dwelling_persons", "8", "3", "R09").given(Edit::cell(
            "candidates",
            2,
            "flags",
            "single_dwelling",
        )),
        with(homes, "building_persons", "16", "3", "R09"),
        with(
            "building_persons = 3\n",
            "group_home_services",
            "[]",
            "[\"HOME\"]",
            "R09",
        ),
        with(
            "family_like_services = [\"HOME\"]\n",
            "children_per_house",
            "8",
            "3",
            "R10",
        ),
        with(
            "children_per_house = 3\n",
            "family_like_services",
            "[]",
            "[\"HOME\"]",
            "R10",
        ),
        with("", "institution_grounds_m", "200.0", "50.0", "R12")
            .given(Edit::cell("needs", 9, "persons", "3")),
        with("", "day_services", "[]", "[\"DAY\"]", "R12"),
        with("", "prevention_services", "[]", "[\"CARE\"]", "R20"),
        with("", "general_service_min", "30.0", "60.0", "R21"),
        with(
            "",
            "general_service_kinds",
            "[\"health\", \"culture\"]",
            "[\"health\"]",
            "R21",
        ),
        with("", "sustained_years", "5", "6", "R22"),
    ]
}
