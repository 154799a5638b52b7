//! Columns of `territories.csv`, `population.csv` and `wishes.csv`.

use crate::common::*;
use crate::plan_with;
use domain::plan::MunicipalityTotal;
use domain::{Payer, Population, Stance, TerritoryKind};
use jiff::civil::date;

#[test]
fn what_lies_in_a_municipality_is_paid_by_it() {
    let plan = plan_with(|region| {
        region
            .territories
            .push(territory("A_PARISH", TerritoryKind::Parish, Some("A")));
        region.candidates[0].owner = "A_PARISH".into();
    });
    assert_eq!(plan.payments[0].payer, Payer::parse("A"));
}

#[test]
fn only_municipalities_of_the_plan_year_are_told_of() {
    let ids = |valid_to: Option<i16>, kind: TerritoryKind| -> Vec<String> {
        let plan = plan_with(|region| {
            region.territories[2].valid_to = valid_to.map(|year| date(year, 6, 30));
            region.territories[2].kind = kind;
        });
        plan.municipalities
            .iter()
            .map(|row| row.territory.to_string())
            .collect()
    };
    assert_eq!(ids(None, TerritoryKind::Municipality), ["A", "B"]);
    assert_eq!(ids(Some(2020), TerritoryKind::StateCity), ["A", "B"]);
    assert_eq!(ids(Some(2019), TerritoryKind::Municipality), ["A"]);
    assert_eq!(ids(None, TerritoryKind::Parish), ["A"]);
}

/// Year, target group and persons of a row of `population.csv`.
type Counted<'a> = (i32, Option<&'a str>, u32);

/// What the plan tells of municipality A with some rows of `population.csv`.
fn of_a(rows: &[Counted]) -> MunicipalityTotal {
    let row = |&(year, group, persons): &Counted| Population {
        territory: "A".into(),
        year,
        sex: String::new(),
        age_from: None,
        age_to: None,
        target_group: group.map(Into::into),
        persons,
        source: String::new(),
        line: 0,
    };
    let rows = rows.iter().map(row).collect();
    plan_with(|region| region.population = rows).municipalities[0].clone()
}

#[test]
fn residents_of_the_latest_year_count_else_those_of_places() {
    let per_1000 = |rows: &[Counted]| of_a(rows).needs_per_1000;
    assert_eq!(per_1000(&[]), Some(4.0));
    let residents = [(2020, None, 3000), (2019, None, 100)];
    assert_eq!(per_1000(&residents), Some(1.33));
}

#[test]
fn people_of_a_target_group_are_not_residents() {
    let population = |rows: &[Counted]| of_a(rows).population;
    let of_places = population(&[]);
    assert_eq!(population(&[(2021, Some("GRT"), 70)]), of_places);
    let both = [(2020, None, 3000), (2021, Some("GRT"), 70)];
    assert_eq!(population(&both), Some(3000));
}

#[test]
fn wishes_are_met_where_the_service_opens() {
    let outcome = |territory: &str, stance: Stance| {
        let plan = plan_with(|region| {
            let mut row = wish(territory, "DAY", stance);
            row.own_money = Some(eur(250.0));
            region.wishes = vec![row];
        });
        plan.wishes[0].clone()
    };
    let wanted = outcome("A", Stance::Wants);
    assert!(wanted.met);
    assert_eq!(
        (wanted.own_money, wanted.asked),
        (Some(eur(250.0)), eur(4000.0))
    );
    assert!(!outcome("B", Stance::Wants).met);
    assert!(outcome("B", Stance::Accepts).met);
    assert!(
        outcome("A", Stance::Refuses).met,
        "what is refused does not open"
    );
}
