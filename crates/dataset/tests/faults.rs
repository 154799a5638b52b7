//! One case for every kind of fault: a sound package, one thing broken, and
//! exactly what is told.

mod package;

use package::{Package, package, shown};
use std::collections::BTreeSet;

/// What is broken, and every fault as `file:line:column: kind`.
type Case = (Package, &'static [&'static str]);

fn files() -> Vec<Case> {
    let p = package;
    vec![
        (
            p().without("services.csv")
                .without("needs.csv")
                .without("moves.csv"),
            &[
                "needs.csv:0:: missing-file",
                "services.csv:0:: missing-file",
            ],
        ),
        (
            p().without("scenario.toml"),
            &["scenario.toml:0:: missing-file"],
        ),
        (
            p().with_file("need.csv", "a"),
            &["need.csv:0:: unknown-file"],
        ),
        (
            p().with_file("road.osm.pbf", "x"),
            &["road.osm.pbf:0:: unknown-file"],
        ),
        (
            p().with_file("buses.gtfs.zip", "x"),
            &["buses.gtfs.zip:0:: feed-without-roads"],
        ),
        (
            p().with_file("wishes.csv", b"\xFF\xFEt\0"),
            &["wishes.csv:0:: utf-16"],
        ),
        (
            p().with_file("partners.csv", b"territory,status\nA,agreement\nB,\xE2x\n"),
            &["partners.csv:3:: not-utf-8"],
        ),
        (
            p().with_file("wishes.csv", ""),
            &["wishes.csv:0:: empty-file"],
        ),
    ]
}

fn cells() -> Vec<Case> {
    let p = package;
    vec![
        (
            p().with_row("funds.csv", "B,,2020"),
            &["funds.csv:4:: ragged"],
        ),
        (
            p().with_row("funds.csv", "B,,2020,5,6"),
            &["funds.csv:4:: ragged"],
        ),
        (
            p().replacing("needs.csv", "persons,", "person,"),
            &[
                "needs.csv:1:person: unknown-column-near",
                "needs.csv:1:persons: missing-column",
            ],
        ),
        (
            p().replacing("wishes.csv", ",note,", ",xyzzy,"),
            &["wishes.csv:1:xyzzy: unknown-column"],
        ),
        (
            p().replacing("wishes.csv", ",note,", ",stance,"),
            &["wishes.csv:1:stance: column-twice"],
        ),
        (
            p().replacing("places.csv", "P1,Kuldīga,", "P1,,"),
            &["places.csv:2:name: empty-cell"],
        ),
        (
            p().with_row("needs.csv", "P1|P2,,GRT,HOME,1,,,,"),
            &["needs.csv:5:place: not-one-id"],
        ),
        (
            p().replacing("services.csv", "centre", "center"),
            &["services.csv:2:delivery: unknown-word-near"],
        ),
        (
            p().replacing("obstacles.csv", ",high,", ",zzz,"),
            &["obstacles.csv:2:severity: unknown-word"],
        ),
        (
            p().replacing("candidates.csv", "|not_accessible", "|not_accesible"),
            &["candidates.csv:3:flags: unknown-word-near"],
        ),
        (
            p().replacing("bundles.csv", "DAC_GRT|HOME", "DAC_GRT||HOME"),
            &["bundles.csv:2:services: empty-in-list"],
        ),
        (
            p().replacing("bundles.csv", "DAC_GRT|HOME", "HOME|HOME"),
            &["bundles.csv:2:services: twice-in-list"],
        ),
        (
            p().replacing("services.csv", "1|2|4", "1|two"),
            &["services.csv:4:sizes: not-sizes"],
        ),
        (
            p().replacing("sites.csv", "true", "jā"),
            &["sites.csv:2:accessible: not-a-bool"],
        ),
        (
            p().replacing("partners.csv", "2016-05-01", "01.05.2016"),
            &["partners.csv:2:date: not-a-date"],
        ),
        (
            p().replacing("needs.csv", "HOME,7", "HOME,seven"),
            &["needs.csv:3:persons: not-a-number"],
        ),
        (
            p().replacing("funds.csv", "1000000", "\"1,234\""),
            &["funds.csv:2:ceiling_eur: ambiguous-number"],
        ),
        (
            p().replacing("needs.csv", "HOME,7", "HOME,7.5"),
            &["needs.csv:3:persons: not-whole"],
        ),
        (
            p().replacing("funds.csv", "1000000", "0.005"),
            &["funds.csv:2:ceiling_eur: not-cents"],
        ),
        (
            p().replacing("needs.csv", "HOME,7", "HOME,-7"),
            &["needs.csv:3:persons: out-of-range"],
        ),
        (
            p().replacing("services.csv", ",0.6,24", ",1.6,24"),
            &["services.csv:2:min_occupancy: out-of-range"],
        ),
        (
            p().replacing("candidates.csv", ",0.8,", ",0,"),
            &["candidates.csv:2:capital_factor: not-positive"],
        ),
        (
            p().replacing("places.csv", "56.9687", "x")
                .replacing("places.csv", "10000", "y")
                .replacing("needs.csv", "HOME,7", "HOME,z"),
            &[
                "needs.csv:3:persons: not-a-number",
                "places.csv:2:lat: not-a-number",
                "places.csv:3:population: not-a-number",
            ],
        ),
    ]
}

fn ids() -> Vec<Case> {
    let p = package;
    vec![
        (
            p().with_row("places.csv", "P1,Cita,A,56.9,21.9,5,"),
            &["places.csv:4:id: duplicate"],
        ),
        (
            p().with_row("offers.csv", "S1,DAC_GRT,3,0,state,,,"),
            &["offers.csv:3:: duplicate"],
        ),
        (
            p().replacing("needs.csv", "GRT,DAC_GRT", "GRT,DAC_X"),
            &["needs.csv:2:service: unknown-id-near"],
        ),
        (
            p().replacing("places.csv", "Saldus,B", "Saldus,QQQ"),
            &["places.csv:3:territory: unknown-id"],
        ),
        (
            p().replacing("candidates.csv", "A,A,S1", "A,A,S9"),
            &["candidates.csv:3:expands: unknown-id"],
        ),
        (
            p().replacing("funds.csv", "A,,2020", "Q,,2020"),
            &["funds.csv:3:payer: unknown-id"],
        ),
        (
            p().without("institutions.csv"),
            &["moves.csv:2:institution: table-needed"],
        ),
        (
            p().replacing("candidates.csv", "C1,", "S1,"),
            &["candidates.csv:2:id: id-of-a-site"],
        ),
    ]
}

fn toml() -> Vec<Case> {
    let p = package;
    let scenario = |line: &str| p().with_row("scenario.toml", line);
    let region = |line: &str| p().with_row("region.toml", line);
    vec![
        (
            p().replacing("scenario.toml", "year = 2020", "year = = 2020"),
            &["scenario.toml:2:: toml-syntax"],
        ),
        (
            p().replacing("scenario.toml", "eur_per_km = 0.2\n", ""),
            &["scenario.toml:0:eur_per_km: missing-key"],
        ),
        (
            scenario("[[locks]]\ncandidate = \"C1\""),
            &["scenario.toml:10:locks[0].must: missing-key"],
        ),
        (scenario("zzz = 1"), &["scenario.toml:10:zzz: unknown-key"]),
        (
            scenario("[rules]\nsustained_year = 5"),
            &["scenario.toml:11:rules.sustained_year: unknown-key-near"],
        ),
        (
            scenario("single_source = true\n[equity]\ncap = 1"),
            &[
                "scenario.toml:10:single_source: not-a-list",
                "scenario.toml:12:equity.cap: unknown-key-near",
            ],
        ),
        (
            scenario("travel = 1"),
            &["scenario.toml:10:travel: not-a-table"],
        ),
        (
            scenario("[travel]\ndate = \"10.3.2026\"\ndepart = \"9:00-7:00\""),
            &[
                "scenario.toml:11:travel.date: not-a-date",
                "scenario.toml:12:travel.depart: not-a-window",
            ],
        ),
        (
            scenario("[travel]\ndepart = \"09:00-07:00\""),
            &["scenario.toml:11:travel.depart: not-a-window"],
        ),
        (
            scenario("locks = [1]"),
            &["scenario.toml:10:locks[0]: not-a-table"],
        ),
        (
            scenario("demand_scenario = 1"),
            &["scenario.toml:10:demand_scenario: not-a-text"],
        ),
        (
            scenario("[rules]\nday_services = 1"),
            &["scenario.toml:11:rules.day_services: not-a-list"],
        ),
        (
            scenario("[rules]\ndwelling_persons = 1.5"),
            &["scenario.toml:11:rules.dwelling_persons: not-a-whole-number-key"],
        ),
        (
            scenario("budget_eur = \"1\""),
            &["scenario.toml:10:budget_eur: not-a-number-key"],
        ),
        (
            scenario("budget_eur = -1"),
            &["scenario.toml:10:budget_eur: out-of-range"],
        ),
        (
            scenario("[travel.speed_kmh]\ncar = 0"),
            &["scenario.toml:11:travel.speed_kmh.car: not-positive"],
        ),
        (
            scenario("apart = [[\"HOME\"]]"),
            &["scenario.toml:10:apart: not-pairs"],
        ),
        (
            p().replacing("region.toml", "[2018, 2020]", "[2020, 2018]"),
            &["region.toml:6:plan_years: not-years"],
        ),
        (
            p().replacing(
                "region.toml",
                "[56.0, 20.8, 57.8, 23.0]",
                "[57.8, 20.8, 56.0, 23.0]",
            ),
            &["region.toml:7:extent: not-an-extent"],
        ),
        (
            region("about = [{ lv = \"x\" }]"),
            &["region.toml:8:about: not-both-languages"],
        ),
        (
            p().replacing("region.toml", "\"tests\"", "\"a/b\""),
            &["region.toml:2:id: not-a-file-name"],
        ),
        (
            p().replacing("region.toml", "\"EUR\"", "\"SEK\""),
            &["region.toml:5:currency: unknown-word"],
        ),
        (
            region("[sources]\nneed = \"x\""),
            &["region.toml:9:sources.need: unknown-table-near"],
        ),
        (
            region("[sources]\nqqq = \"x\""),
            &["region.toml:9:sources.qqq: unknown-table"],
        ),
        (
            region(
                "[[assumptions]]\nfigure = \"services.unmet\"\nreason = { lv = \"x\", en = \"x\" }",
            ),
            &["region.toml:9:assumptions[0].figure: unknown-figure-near"],
        ),
        (
            region("[[assumptions]]\nfigure = \"qqq\"\nreason = { lv = \"x\", en = \"x\" }"),
            &["region.toml:9:assumptions[0].figure: unknown-figure"],
        ),
        (
            scenario("apart = [[\"HOME\", \"DAC_X\"]]"),
            &["scenario.toml:10:apart: unknown-id-near"],
        ),
        (
            scenario("[[funds]]\npayer = \"R\"\nceiling_eur = 5"),
            &["scenario.toml:11:funds[0].payer: not-a-municipality"],
        ),
        (
            scenario("demand_scenario = \"high\""),
            &["scenario.toml:10:demand_scenario: unknown-scenario"],
        ),
        (
            scenario("demand_scenario = \"hihg\"").with_row("needs.csv", "P1,,GRT,HOME,1,,,high,"),
            &["scenario.toml:10:demand_scenario: unknown-scenario-near"],
        ),
        (
            scenario("[[locks]]\ncandidate = \"C1\"\nmust = \"open\"\nplaces = 8"),
            &["scenario.toml:13:locks[0].places: lock-places"],
        ),
        (
            scenario(
                "[[locks]]\ncandidate = \"C1\"\nmust = \"open\"\nservice = \"HOME\"\nplaces = 9",
            ),
            &["scenario.toml:14:locks[0].places: lock-size"],
        ),
        (
            scenario("[[locks]]\ncandidate = \"C2\"\nmust = \"open\"\nservice = \"DAC_GRT\""),
            &["scenario.toml:13:locks[0].service: lock-service"],
        ),
    ]
}

fn territories() -> Vec<Case> {
    let p = package;
    vec![
        (
            p().replacing("territories.csv", "2018-12-31", "2008-12-31"),
            &["territories.csv:5:valid_to: valid-backwards"],
        ),
        (
            p().replacing("territories.csv", "region,,,,", "region,X,,,")
                .with_row("territories.csv", "X,X,,region,R,,,"),
            &[
                "territories.csv:2:parent: parent-cycle",
                "territories.csv:6:parent: parent-cycle",
            ],
        ),
        (
            p().replacing("wishes.csv", "A,HOME", "R,HOME"),
            &["wishes.csv:2:territory: not-a-municipality"],
        ),
        (
            p().replacing("sites.csv", ",A,A,", ",R,A,"),
            &["sites.csv:2:host: in-no-municipality"],
        ),
        (
            p().replacing("needs.csv", ",B,FT", ",OLD,FT")
                .with_row("places.csv", "P3,Vecā,OLD,56.9,21.9,5,"),
            &[
                "needs.csv:4:territory: not-valid-successors",
                "places.csv:4:territory: not-valid-successors",
            ],
        ),
        (
            p().replacing("territories.csv", ",A|B", ",")
                .with_row("territories.csv", "OLDP,Pagasts,,parish,OLD,,,")
                .replacing("places.csv", "Kuldīga,A", "Kuldīga,OLDP"),
            &["places.csv:2:territory: not-valid"],
        ),
    ]
}

fn coordinates() -> Vec<Case> {
    let p = package;
    let outlines = |from: &str, to: &str| {
        p().with_file("boundaries.geojson", package::OUTLINES.replace(from, to))
    };
    vec![
        (
            p().replacing("places.csv", "56.9687,21.9738", "21.9738,56.9687"),
            &["places.csv:2:lat: swapped"],
        ),
        (
            p().replacing("general_services.csv", "56.97", "59.97"),
            &["general_services.csv:2:lat: outside"],
        ),
        (
            p().with_file("boundaries.geojson", package::OUTLINES)
                .replacing("region.toml", "extent =", "# extent =")
                .replacing("institutions.csv", "57.0,22.0", "57.9,22.0"),
            &["institutions.csv:2:lat: outside"],
        ),
        (
            p().replacing("candidates.csv", "56.67,22.5", "56.67,"),
            &["candidates.csv:2:lon: half-a-position"],
        ),
        (
            p().replacing("candidates.csv", "56.67,22.5", ",22.5"),
            &["candidates.csv:2:lat: half-a-position"],
        ),
        (
            p().replacing("candidates.csv", "56.67,22.5", ","),
            &["candidates.csv:2:place: no-position"],
        ),
        (
            outlines("\"features\"", "features"),
            &["boundaries.geojson:1:: not-geojson"],
        ),
        (
            p().with_file(
                "boundaries.geojson",
                r#"{"type": "Point", "coordinates": [1, 2]}"#,
            ),
            &["boundaries.geojson:0:: not-features"],
        ),
        (
            outlines("\"id\": \"A\"", "\"code\": \"A\""),
            &["boundaries.geojson:0:features[0]: boundary-without-id"],
        ),
        (
            outlines("\"id\": \"B\"", "\"id\": \"A\""),
            &["boundaries.geojson:2:id: boundary-twice"],
        ),
        (
            outlines("\"id\": \"B\"", "\"id\": \"Q\""),
            &["boundaries.geojson:3:id: unknown-id"],
        ),
        (
            outlines(", [21.5, 56.8]]]", "]]"),
            &["boundaries.geojson:0:features[0]: not-a-polygon"],
        ),
    ]
}

fn services_and_needs() -> Vec<Case> {
    let p = package;
    vec![
        (
            p().replacing("services.csv", "30,60,8|16", "30,60,16|8"),
            &["services.csv:2:sizes: sizes-not-rising"],
        ),
        (
            p().replacing("services.csv", "45,90", "95,90"),
            &["services.csv:3:standard_min: standard-above-limit"],
        ),
        (
            p().replacing("services.csv", "0.6,24", "0.6,7"),
            &["services.csv:2:max_per_site: no-size-fits"],
        ),
        (
            p().replacing("services.csv", ",36,2,", ",,2,"),
            &["services.csv:4:hours_per_worker_week: delivery-needs"],
        ),
        (
            p().replacing("services.csv", "car,200,", "car,,"),
            &["services.csv:2:visits_per_year: delivery-needs"],
        ),
        (
            p().replacing("services.csv", "car,,30", "car,12,30"),
            &["services.csv:4:visits_per_year: delivery-forbids"],
        ),
        (
            p().replacing("services.csv", "centre,car", "centre,kar"),
            &["services.csv:2:profile: no-speed-near"],
        ),
        (
            p().replacing("services.csv", "centre,car", "centre,bus"),
            &["services.csv:2:profile: no-speed"],
        ),
        (
            p().with_row("needs.csv", ",,GRT,HOME,1,,,,"),
            &["needs.csv:5:place: neither"],
        ),
        (
            p().with_row("needs.csv", "P1,A,GRT,HOME,1,,,,"),
            &["needs.csv:5:place: both"],
        ),
        (
            p().replacing("obstacles.csv", "GRT,DAC_GRT,,", "GRT,,,"),
            &["obstacles.csv:2:service: neither"],
        ),
        (
            p().replacing("needs.csv", "P2,,GRT,HOME", "P2,,FT,HOME"),
            &["needs.csv:3:target_group: not-given"],
        ),
        (
            p().replacing("moves.csv", "GRT", "FT"),
            &["moves.csv:2:target_group: not-given"],
        ),
        (
            p().replacing("obstacles.csv", "A,GRT", "A,GR"),
            &["obstacles.csv:2:target_group: unknown-group-near"],
        ),
        (
            p().replacing("obstacles.csv", "A,GRT", "A,XY"),
            &["obstacles.csv:2:target_group: unknown-group"],
        ),
        (
            p().replacing("needs.csv", "CARE,3,5,", "CARE,3,,"),
            &["needs.csv:4:hours_per_week: hours-needed"],
        ),
        (
            p().replacing("needs.csv", "HOME,7,,", "HOME,7,5,"),
            &["needs.csv:3:hours_per_week: hours-forbidden"],
        ),
        (
            p().with_row("territories.csv", "E,E novads,,municipality,R,,,")
                .with_row("needs.csv", ",E,GRT,HOME,1,,,,"),
            &["needs.csv:5:territory: nobody-lives-there"],
        ),
        (
            p().replacing("bundles.csv", "DAC_GRT|HOME", "HOME"),
            &["bundles.csv:2:services: bundle-of-one"],
        ),
        (
            p().replacing("bundles.csv", "HOME,0", "HOME,2")
                .with_row("needs.csv", "P1,,GRT,HOME,1,,,,"),
            &["bundles.csv:2:persons: bundle-above-needs"],
        ),
        (
            p().replacing("moves.csv", "HOME", "CARE"),
            &["moves.csv:2:services: mobile-move"],
        ),
        (
            p().replacing("moves.csv", "HOME,4", "HOME,121"),
            &["moves.csv:2:persons: more-than-residents"],
        ),
    ]
}

fn sites_and_money() -> Vec<Case> {
    let p = package;
    let travel = "from,to,seconds,metres,profile\nP1,P1,0,0,\nP2,P1,2400,45000,\nP1,C1,2400,45000,car\nP2,C1,60,500,car\n";
    vec![
        (
            p().replacing("offers.csv", "10,6", "10,11"),
            &["offers.csv:2:places_taken: more-taken-than-places"],
        ),
        (
            p().replacing("schemes.csv", "0.85,0.0375,0.1125", "0.85,0.0375,0.2"),
            &["schemes.csv:2:eu: shares-above-one"],
        ),
        (
            p().with_file("travel.csv", travel.replace("P2,C1,60,500,car\n", "")),
            &["travel.csv:0:: ways-missing"],
        ),
        (
            p().with_file("travel.csv", travel.replace("P2,C1", "P2,C9")),
            &["travel.csv:5:to: unknown-id"],
        ),
        (
            p().with_file("travel.csv", format!("{travel}P2,C1,,,car\n")),
            &["travel.csv:6:: duplicate"],
        ),
        (
            p().with_file("travel.csv", travel.replace("2400,45000,car", "2400,,car")),
            &["travel.csv:4:metres: metres-missing"],
        ),
        (
            p().with_file(
                "travel.csv",
                travel
                    .replace("0,\n", "0,car\n")
                    .replace("45000,\n", "45000,car\n"),
            )
            .replacing("services.csv", "centre,car", "centre,bus"),
            &["services.csv:2:profile: no-speed"],
        ),
        (
            p().replacing("population.csv", ",0,17,", ",17,0,"),
            &["population.csv:2:age_to: ages-backwards"],
        ),
        (
            p().with_file(
                "population.csv",
                "territory,year,target_group,persons\nA,2020,FT,40\nA,2020,XY,7\nA,2020,,900\n",
            ),
            &["population.csv:3:target_group: unknown-group"],
        ),
        (
            p().with_file(
                "population.csv",
                "territory,year,target_group,persons\nA,2020,GRT,40\nA,2020,GRT,41\n",
            ),
            &["population.csv:3:: duplicate"],
        ),
    ]
}

fn switches() -> Vec<Case> {
    let scenario = |lines: &str| package().with_row("scenario.toml", lines);
    let worst = "[equity]\nworst_share = 0.1\neur_per_minute = 5.0";
    let travel =
        "from,to,seconds,metres\nP1,P1,0,0\nP2,P1,2400,45000\nP1,C1,2400,45000\nP2,C1,60,500\n";
    vec![
        (
            scenario("phases = [2020, 2020]\nday_travel_from_home = 1"),
            &[
                "scenario.toml:10:phases: not-phases",
                "scenario.toml:11:day_travel_from_home: not-a-bool-key",
            ],
        ),
        (
            scenario("phases = [2018, 2019]"),
            &["scenario.toml:10:phases: year-no-phase"],
        ),
        (
            scenario("[equity]\nworst_share = 0.1\nservices = [\"HOME\"]"),
            &[
                "scenario.toml:11:equity.worst_share: needs-another-key",
                "scenario.toml:12:equity.services: needs-another-key",
            ],
        ),
        (
            scenario(
                "[[demand_scenarios]]\nname = \"high\"\nprobability = 0.5\n\
                 [[demand_scenarios]]\nname = \"high\"\nprobability = 0.4",
            ),
            &[
                "scenario.toml:10:demand_scenarios: probabilities",
                "scenario.toml:10:demand_scenarios: main-scenario",
                "scenario.toml:14:demand_scenarios[1].name: scenario-twice",
            ],
        ),
        (
            scenario("[least_change]\nplan = \"approved.json\""),
            &["scenario.toml:11:least_change.plan: no-such-plan"],
        ),
        (
            scenario("[least_change]\nplan = \"region.toml\""),
            &["scenario.toml:11:least_change.plan: not-a-plan"],
        ),
        (
            scenario("day_travel_from_home = true")
                .with_row("services.csv", SECOND_HOME)
                .replacing("bundles.csv", "DAC_GRT|HOME,0", "DAC_GRT|HOME|HOME2,0"),
            &["bundles.csv:2:services: one-home-one-day"],
        ),
        (
            scenario("day_travel_from_home = true").with_file("travel.csv", travel),
            &["candidates.csv:2:place: home-without-place"],
        ),
        (
            scenario(&format!(
                "phases = [2020, 2021]\nday_travel_from_home = true\nsingle_source = [\"HOME\"]\n{worst}"
            )),
            &[
                "scenario.toml:11:day_travel_from_home: switches-clash",
                "scenario.toml:14:equity.worst_share: switches-clash",
            ],
        ),
    ]
}

const SECOND_HOME: &str = "HOME2,Māja,House,GRT,residential,car,12,45,90,8|16,1,,,25000,15000,8000,0.5,0.8,16,20000,catalogue";

fn cases() -> Vec<Case> {
    [
        switches(),
        files(),
        cells(),
        ids(),
        toml(),
        territories(),
        coordinates(),
        services_and_needs(),
        sites_and_money(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[test]
fn each_slip_is_told_once_with_its_place() {
    let mut wrong = Vec::new();
    for (package, expected) in cases() {
        let checked = package.check();
        let faults: Vec<String> = checked.faults.iter().map(shown).collect();
        assert!(checked.region.is_none());
        if faults != expected {
            wrong.push(format!("told {faults:?}, expected {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_folder_that_is_no_package_is_told() {
    let folder = package::Folder::new();
    let told = |path: &std::path::Path| {
        dataset::check(path)
            .faults
            .iter()
            .map(shown)
            .collect::<Vec<_>>()
    };
    assert_eq!(told(folder.path()), [":0:: empty-package"]);
    assert_eq!(told(&folder.path().join("none")), [":0:: no-folder"]);
    std::fs::write(folder.path().join("file"), "x").unwrap();
    assert_eq!(told(&folder.path().join("file")), [":0:: not-a-folder"]);
}

#[test]
fn a_table_that_cannot_be_read_makes_no_other_row_wrong() {
    let package = package()
        .with_file("places.csv", b"id,name\n\xFF")
        .with_file("services.csv", "id\nX\n");
    let files: BTreeSet<String> = package
        .check()
        .faults
        .into_iter()
        .map(|fault| fault.file)
        .collect();
    assert_eq!(
        files,
        BTreeSet::from(["places.csv".to_owned(), "services.csv".to_owned()])
    );
}

#[test]
fn the_suggestion_and_the_successors_are_in_the_remedy() {
    let fault = &package()
        .replacing("needs.csv", "GRT,DAC_GRT", "GRT,DAC_X")
        .check()
        .faults[0];
    assert!(
        fault
            .remedy
            .args
            .contains(&("near".to_owned(), "DAC_GRT".into())),
        "{fault:?}"
    );
    let fault = &package()
        .replacing("needs.csv", ",B,FT", ",OLD,FT")
        .with_row("places.csv", "P3,Vecā,OLD,56.9,21.9,5,")
        .check()
        .faults[0];
    assert!(
        fault
            .remedy
            .args
            .contains(&("successors".to_owned(), "A (A novads), B (B novads)".into())),
        "{fault:?}"
    );
}

#[test]
fn every_fault_that_has_words_is_provoked_by_a_case() {
    let provoked: BTreeSet<String> = cases()
        .iter()
        .flat_map(|(_, expected)| expected.iter())
        .filter_map(|fault| fault.rsplit_once(' ').map(|(_, kind)| kind.to_owned()))
        .chain(NOTES.iter().chain(ELSEWHERE).map(|kind| (*kind).to_owned()))
        .collect();
    for language in ["lv", "en"] {
        let path = format!(
            "{}/../texts/locales/{language}/dataset.ftl",
            env!("CARGO_MANIFEST_DIR")
        );
        let words = std::fs::read_to_string(path).unwrap();
        let said = |prefix: &str| -> BTreeSet<String> {
            let keys = words
                .lines()
                .filter_map(|line| line.strip_prefix(prefix)?.split_once(" ="));
            keys.map(|(key, _)| key.to_owned()).collect()
        };
        assert_eq!(
            said("fault-"),
            provoked,
            "{language}: the left has words, the right is provoked"
        );
        assert_eq!(said("mend-"), provoked);
    }
}

/// Notes, tested in `odd.rs`.
const NOTES: &[&str] = &[
    "approved-gone",
    "blank-rows",
    "byte-order-mark",
    "decimal-commas",
    "file-not-read",
    "grouped-thousands",
    "key-of-roads",
    "population-unknown",
    "roads-not-read",
    "scenario-without-rows",
    "semicolons",
    "windows-line-ends",
    "year-outside-plan",
];

/// Faults of the folder, of files of points (`points.rs`), and of the system's
/// rights, which tests run as root cannot provoke.
const ELSEWHERE: &[&str] = &[
    "columns-not-read",
    "empty-package",
    "no-folder",
    "no-points",
    "not-a-folder",
    "unreadable-file",
    "unreadable-folder",
];
