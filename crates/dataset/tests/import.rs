//! Open spreadsheets become rows; what does not match is named.

mod package;

use dataset::import::{OpenTable, default_mapping, import};
use domain::{Arg, Message, NeedArea};
use package::{Folder, Package, package};
use rust_xlsxwriter::Workbook;
use std::path::PathBuf;

const DEMAND: &str = r#"
dataset = "needs-test"
year = "PP gads"
month = "PP mēnesis"
territory = "ATVK kods"
ignored = ["Pilsēta, novads"]
[codes]
"LV0002000" = "B"
[[columns]]
heading = "dienas centrs"
target_group = "GRT"
service = "DAC_GRT"
[[columns]]
heading = "konsultācijas"
[[columns]]
heading = "aprūpe mājās"
target_group = "GRT"
service = "CARE"
"#;

enum Cell {
    Text(&'static str),
    Number(f64),
}
use Cell::{Number as N, Text as T};

fn spreadsheet(folder: &Folder, rows: &[Vec<Cell>]) -> PathBuf {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (r, row) in rows.iter().enumerate() {
        for (c, cell) in row.iter().enumerate() {
            match cell {
                T(text) => sheet.write_string(r as u32, c as u16, *text).unwrap(),
                N(number) => sheet.write_number(r as u32, c as u16, *number).unwrap(),
            };
        }
    }
    let file = folder.path().join("open.xlsx");
    workbook.save(&file).unwrap();
    file
}

fn demand_rows() -> Vec<Vec<Cell>> {
    vec![
        vec![T("Pieprasījuma skaits")],
        vec![
            T("PP gads"),
            T("PP mēnesis"),
            T("ATVK kods"),
            T("Pilsēta, novads"),
            T("dienas  centrs"),
            T("konsultācijas"),
            T("aprūpe mājās"),
            T("jauna sleja"),
        ],
        vec![
            N(2022.0),
            N(12.0),
            T("A"),
            T("A novads"),
            N(90.0),
            N(1.0),
            N(1.0),
            N(1.0),
        ],
        vec![
            N(2023.0),
            N(5.0),
            T("A"),
            T("A novads"),
            N(11.0),
            N(4.0),
            N(2.0),
            N(1.0),
        ],
        vec![
            N(2023.0),
            N(5.0),
            T("LV0002000"),
            T("B novads"),
            N(6.0),
            N(4.0),
            N(0.0),
            N(1.0),
        ],
        vec![
            N(2023.0),
            N(5.0),
            T("LV0099000"),
            T("Cits novads"),
            N(6.0),
            N(4.0),
            N(0.0),
            N(1.0),
        ],
    ]
}

fn keys(messages: &[Message]) -> Vec<&str> {
    messages
        .iter()
        .map(|message| message.key.as_str())
        .collect()
}

fn package_folder(package: &Package) -> Folder {
    package.folder()
}

#[test]
fn the_latest_demand_becomes_needs_by_territory_and_other_rows_stay() {
    let folder = package_folder(&package());
    let other = Folder::new();
    let file = spreadsheet(&other, &demand_rows());
    for round in 0..2 {
        let imported = import(OpenTable::Demand, &file, folder.path(), Some(DEMAND)).unwrap();
        assert_eq!(
            (imported.file.as_deref(), imported.rows),
            (Some("needs.csv"), 2),
            "round {round}"
        );
        assert_eq!(
            keys(&imported.notes),
            ["import-period", "import-cumulative"]
        );
        assert_eq!(
            keys(&imported.unmatched),
            [
                "import-unknown-heading",
                "import-unknown-codes",
                "import-hours"
            ]
        );
        let checked = dataset::check(folder.path());
        assert_eq!(checked.faults, []);
        let needs = checked.region.expect("no faults").needs;
        assert_eq!(needs.len(), 5, "three rows stay, two are the data set's");
        assert_eq!(needs[3].area, NeedArea::Territory("A".into()));
        assert_eq!((needs[3].persons, needs[4].persons), (11, 6));
        assert_eq!(needs[3].source, "data.gov.lv: needs-test, 2023-05");
    }
}

#[test]
fn rows_that_speak_of_the_same_people_are_named() {
    let folder = package().folder();
    let other = Folder::new();
    let file = spreadsheet(&other, &demand_rows());
    let again = DEMAND.replace("needs-test", "another-table");
    import(OpenTable::Demand, &file, folder.path(), Some(DEMAND)).unwrap();
    let imported = import(OpenTable::Demand, &file, folder.path(), Some(&again)).unwrap();
    let beside = imported
        .notes
        .iter()
        .find(|note| note.key == "import-beside")
        .expect("the same people twice");
    assert!(
        beside.args.contains(&("rows".into(), Arg::Number(2.0))),
        "{beside:?}"
    );
}

#[test]
fn a_mobile_service_is_imported_with_the_hours_of_the_mapping() {
    let folder = package_folder(&package());
    let other = Folder::new();
    let file = spreadsheet(&other, &demand_rows());
    let mapping = format!("{DEMAND}hours_per_week = 6.0\n");
    let imported = import(OpenTable::Demand, &file, folder.path(), Some(&mapping)).unwrap();
    assert_eq!(imported.rows, 3);
    let needs = dataset::check(folder.path())
        .region
        .expect("no faults")
        .needs;
    assert!(
        needs
            .iter()
            .any(|need| need.hours_per_week == Some(6.0) && need.persons == 2)
    );
}

#[test]
fn lost_leading_zeros_come_back_only_where_the_mapping_says_so() {
    let numbered = package().replacing("territories.csv", "A,A novads", "0640600,A novads");
    let numbered = [
        "places.csv",
        "needs.csv",
        "sites.csv",
        "candidates.csv",
        "offers.csv",
        "partners.csv",
        "wishes.csv",
        "funds.csv",
        "obstacles.csv",
        "population.csv",
    ]
    .iter()
    .fold(
        numbered.replacing("territories.csv", "A|B", "0640600|B"),
        |package, file| {
            let text = package
                .text(file)
                .replace(",A,", ",0640600,")
                .replace("\nA,", "\n0640600,")
                .replace(",A,", ",0640600,");
            package.with_file(file, text)
        },
    );
    let folder = package_folder(&numbered);
    assert_eq!(dataset::check(folder.path()).faults, []);
    let other = Folder::new();
    let mut rows = demand_rows();
    rows[3][2] = N(640_600.0);
    let file = spreadsheet(&other, &rows);
    let imported = import(OpenTable::Demand, &file, folder.path(), Some(DEMAND)).unwrap();
    assert_eq!(imported.rows, 1, "640600 is not 0640600");
    let codes = imported
        .unmatched
        .iter()
        .find(|message| message.key == "import-unknown-codes")
        .unwrap();
    assert_eq!(codes.args[1].1, Arg::from("640600, LV0099000"));
    let mapping = DEMAND.replace("[codes]", "code_length = 7\n[codes]");
    let imported = import(OpenTable::Demand, &file, folder.path(), Some(&mapping)).unwrap();
    assert_eq!(imported.rows, 2);
}

#[test]
fn nothing_is_written_when_something_essential_is_missing() {
    let folder = package_folder(&package());
    let before = std::fs::read(folder.path().join("needs.csv")).unwrap();
    let other = Folder::new();
    let mut rows = demand_rows();
    rows[1][1] = T("mēnesis");
    let file = spreadsheet(&other, &rows);
    let problems = import(OpenTable::Demand, &file, folder.path(), Some(DEMAND)).unwrap_err();
    assert_eq!(keys(&problems), ["import-heading-missing"]);
    let strangers: Vec<Vec<Cell>> = demand_rows()
        .into_iter()
        .enumerate()
        .filter(|(i, _)| ![3, 4].contains(i))
        .map(|(_, row)| row)
        .collect();
    let file = spreadsheet(&other, &strangers);
    let problems = import(OpenTable::Demand, &file, folder.path(), Some(DEMAND)).unwrap_err();
    assert_eq!(problems.last().unwrap().key, "import-nothing-matches");
    assert_eq!(
        std::fs::read(folder.path().join("needs.csv")).unwrap(),
        before
    );
    let absent = import(
        OpenTable::Demand,
        &folder.path().join("no.xlsx"),
        folder.path(),
        None,
    )
    .unwrap_err();
    assert_eq!(keys(&absent), ["import-unreadable"]);
}

#[test]
fn children_with_disability_become_age_bands_of_population() {
    let folder = package_folder(&package());
    let other = Folder::new();
    let file = spreadsheet(
        &other,
        &[
            vec![
                T("PP gads"),
                T("PP mēnesis"),
                T("ATVK kods"),
                T("Pilsēta, novads"),
                T("total"),
                T("0-6"),
                T("7-9"),
            ],
            vec![
                N(2023.0),
                N(5.0),
                T("A"),
                T("A novads"),
                N(30.0),
                N(12.0),
                T("18"),
            ],
            vec![
                N(2023.0),
                N(5.0),
                T("B"),
                T("B novads"),
                N(7.0),
                N(7.0),
                T("<5"),
            ],
        ],
    );
    let imported = import(OpenTable::Population, &file, folder.path(), None).unwrap();
    assert_eq!(imported.rows, 3);
    let expected = ["import-heading-absent"; 3]
        .into_iter()
        .chain(["import-not-a-count"]);
    assert!(
        keys(&imported.unmatched).into_iter().eq(expected),
        "{:?}",
        imported.unmatched
    );
    let population = dataset::check(folder.path())
        .region
        .expect("no faults")
        .population;
    assert_eq!(
        (
            population[1].age_from,
            population[1].age_to,
            population[1].persons
        ),
        (Some(0), Some(6), 12)
    );
    let groups: Vec<_> = population.iter().map(|row| &row.target_group).collect();
    let children = Some("FT".into());
    assert_eq!(
        groups,
        [&None, &children, &children, &children],
        "children with disability are not the residents"
    );

    let strangers = default_mapping(OpenTable::Population).replace("FT", "XY");
    let problems = import(
        OpenTable::Population,
        &file,
        folder.path(),
        Some(&strangers),
    )
    .unwrap_err();
    assert!(keys(&problems).contains(&"import-group-of-nobody"));
}

#[test]
fn supply_names_municipalities_without_an_offer_and_writes_nothing() {
    let folder = package_folder(&package());
    let other = Folder::new();
    let file = spreadsheet(
        &other,
        &[
            vec![
                T("PP gads"),
                T("PP mēnesis"),
                T("ATVK kods"),
                T("Pilsēta, novads"),
                T("form"),
                T("day care centre"),
            ],
            vec![N(2023.0), N(5.0), T("A"), T("A novads"), T("x"), N(1.0)],
            vec![N(2023.0), N(5.0), T("B"), T("B novads"), T("x"), N(2.0)],
            vec![N(2023.0), N(5.0), T("B"), T("B novads"), T("y"), N(1.0)],
        ],
    );
    let imported = import(OpenTable::Supply, &file, folder.path(), None).unwrap();
    assert_eq!((imported.file, imported.rows), (None, 0));
    assert_eq!(keys(&imported.notes), ["import-period", "import-no-offer"]);
    assert_eq!(
        imported.notes[1].args[2],
        ("count".to_owned(), Arg::from(3_u32))
    );
}

#[test]
fn the_default_mappings_can_be_read() {
    let folder = package_folder(&package());
    for table in [OpenTable::Demand, OpenTable::Population, OpenTable::Supply] {
        let problems = import(
            table,
            &folder.path().join("no.xlsx"),
            folder.path(),
            Some(default_mapping(table)),
        )
        .unwrap_err();
        assert_eq!(
            keys(&problems),
            ["import-unreadable"],
            "the mapping itself is sound"
        );
    }
    let faulty = import(
        OpenTable::Demand,
        &folder.path().join("no.xlsx"),
        folder.path(),
        Some("dataset = "),
    )
    .unwrap_err();
    assert_eq!(keys(&faulty), ["import-mapping-faulty"]);
}
