//! `territories.csv`, `partners.csv`, `wishes.csv`, `places.csv`, `population.csv`.

use crate::case::Must::{Cost, Document, Finding, Plan, Refused};
use crate::case::{Case, Edit, cell};

pub fn cases() -> Vec<Case> {
    [territories(), partners(), wishes(), places(), population()]
        .into_iter()
        .flatten()
        .collect()
}

fn territories() -> Vec<Case> {
    vec![
        cell(
            "territories",
            6,
            "id",
            "B_LAKES",
            Refused("fault-unknown-id"),
        ),
        cell(
            "territories",
            2,
            "name_lv",
            "Cits novads",
            Document("Cits novads"),
        ),
        cell("territories", 2, "name_en", "Another", Document("Another")),
        cell(
            "territories",
            5,
            "kind",
            "state_city",
            Document("state city"),
        ),
        cell("territories", 6, "parent", "A", Plan("municipalities")),
        cell(
            "territories",
            2,
            "valid_from",
            "2021-07-01",
            Refused("fault-not-valid"),
        ),
        cell(
            "territories",
            5,
            "valid_to",
            "2019-06-30",
            Refused("fault-not-valid-successors"),
        ),
        cell(
            "territories",
            5,
            "successors",
            "C",
            Document("Ciedru novads"),
        ),
    ]
}

/// With C as a partner, CC opens for the three of c1 (3 minutes instead of 30),
/// CE closes, both of a2 go to SA and all four of a1 to CA: travel 80 × (135 −
/// 224) = −7,120, surcharge −300, CC 2,567.76 + 802.43 + 3,000, CE −4,283.88.
const CC_INSTEAD_OF_CE: i64 = -533_369;

fn partners() -> Vec<Case> {
    vec![
        cell("partners", 4, "territory", "C", Cost(CC_INSTEAD_OF_CE)),
        cell("partners", 3, "status", "agreement", Cost(CC_INSTEAD_OF_CE)),
        cell("partners", 3, "date", "2021-01-01", Cost(-CC_INSTEAD_OF_CE)).given(Edit::cell(
            "partners",
            3,
            "status",
            "agreement",
        )),
    ]
}

fn wishes() -> Vec<Case> {
    vec![
        cell("wishes", 1, "territory", "B", Plan("wishes")),
        cell("wishes", 1, "service", "WORK", Plan("wishes")),
        cell("wishes", 1, "stance", "refuses", Plan("measures")),
        cell("wishes", 3, "service", "CARE", Finding("R04")),
        cell("wishes", 1, "own_money_eur", "31000", Plan("wishes")),
        cell(
            "wishes",
            1,
            "note",
            "As near as can be",
            Document("As near as can be"),
        ),
    ]
}

fn places() -> Vec<Case> {
    vec![
        cell("places", 1, "id", "a9", Refused("fault-unknown-id")),
        cell("places", 1, "name", "Citi Alkšņi", Document("Citi Alkšņi")),
        cell("places", 4, "territory", "A", Plan("municipalities")),
        cell("places", 5, "lat", "57.2512", Document("57.2512")),
        cell("places", 5, "lon", "22.0112", Document("22.0112")),
        // DAY of A: one in a1 and four in a2 instead of three and two. With who
        // moves a1 has two (CA 3, SA 6 minutes), a2 four (CE 8): 41 minutes instead of 38.
        cell("places", 1, "population", "500", Cost(24_000)),
    ]
}

fn population() -> Vec<Case> {
    let also = |row: &str| Edit::append("population.csv", row);
    vec![
        cell("population", 2, "territory", "D", Plan("municipalities")),
        cell("population", 2, "year", "2018", Plan("municipalities")),
        cell("population", 2, "sex", "M", Plan("municipalities"))
            .given(also("A,2020,F,,,2600,invented\n")),
        cell("population", 2, "age_from", "18", Plan("municipalities"))
            .given(also("A,2020,,0,17,900,invented\n")),
        cell("population", 2, "age_to", "64", Plan("municipalities"))
            .given(also("A,2020,,65,,800,invented\n")),
        // Such a row is not of residents: the one of 2019 is the latest.
        cell(
            "population",
            2,
            "target_group",
            "GRT",
            Plan("municipalities"),
        ),
        cell("population", 2, "persons", "4900", Plan("municipalities")),
    ]
}
