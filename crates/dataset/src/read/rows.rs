//! From rows of values to the domain's types. Only sound rows get here: what
//! a column requires is there and has its kind.

use super::cell::Value;
use super::sheet::{Row, Sheet};
use crate::loose::{Point, RoadChange};
use domain::*;
use jiff::civil::Date;

/// The typed rows of a table, without those that have faults.
pub fn typed<T>(sheet: &Sheet, make: impl Fn(&Cells<'_>) -> T) -> Vec<T> {
    sheet
        .rows
        .iter()
        .filter(|row| row.sound)
        .map(|row| make(&Cells { sheet, row }))
        .collect()
}

/// A sound row, asked by column.
pub struct Cells<'a> {
    sheet: &'a Sheet,
    row: &'a Row,
}

impl Cells<'_> {
    fn value(&self, column: &str) -> &Value {
        let position = self.sheet.table.position(column);
        debug_assert!(
            position.is_some(),
            "{column} is not in the schema of {}",
            self.sheet.table.name
        );
        position.map_or(&Value::Empty, |position| &self.row.values[position])
    }

    fn text(&self, column: &str) -> String {
        match self.value(column) {
            Value::Text(text) => text.clone(),
            _ => String::new(),
        }
    }

    fn text_or(&self, column: &str, other: &str) -> String {
        let text = self.text(column);
        if text.is_empty() {
            self.text(other)
        } else {
            text
        }
    }

    fn id<T: From<String>>(&self, column: &str) -> T {
        self.text(column).into()
    }

    fn id_if_any<T: From<String>>(&self, column: &str) -> Option<T> {
        Some(self.text(column))
            .filter(|text| !text.is_empty())
            .map(T::from)
    }

    fn list<T: From<String>>(&self, column: &str) -> Vec<T> {
        match self.value(column) {
            Value::List(entries) => entries.iter().cloned().map(T::from).collect(),
            _ => Vec::new(),
        }
    }

    fn integer_if_any<T: TryFrom<i64>>(&self, column: &str) -> Option<T> {
        match self.value(column) {
            Value::Integer(number) => T::try_from(*number).ok(),
            _ => None,
        }
    }

    fn integer(&self, column: &str) -> u32 {
        self.integer_if_any(column).unwrap_or_default()
    }

    fn number_if_any(&self, column: &str) -> Option<f64> {
        match self.value(column) {
            Value::Number(number) => Some(*number),
            _ => None,
        }
    }

    fn number(&self, column: &str) -> f64 {
        self.number_if_any(column).unwrap_or_default()
    }

    fn money_if_any(&self, column: &str) -> Option<Cents> {
        match self.value(column) {
            Value::Money(cents) => Some(*cents),
            _ => None,
        }
    }

    fn money(&self, column: &str) -> Cents {
        self.money_if_any(column).unwrap_or_default()
    }

    fn date(&self, column: &str) -> Option<Date> {
        match self.value(column) {
            Value::Date(date) => Some(*date),
            _ => None,
        }
    }

    fn flag(&self, column: &str) -> Option<bool> {
        match self.value(column) {
            Value::Bool(flag) => Some(*flag),
            _ => None,
        }
    }

    fn at(&self) -> Option<LatLon> {
        Some(LatLon {
            lat: self.number_if_any("lat")?,
            lon: self.number_if_any("lon")?,
        })
    }

    /// Coordinates of a table that requires them.
    fn position(&self) -> LatLon {
        LatLon {
            lat: self.number("lat"),
            lon: self.number("lon"),
        }
    }

    /// A word of a code; `first` stands in for what a sound row cannot hold.
    fn code<T>(&self, column: &str, parse: impl Fn(&str) -> Option<T>, first: T) -> T {
        parse(&self.text(column)).unwrap_or(first)
    }

    fn line(&self) -> u32 {
        self.row.line
    }
}

pub fn territory(row: &Cells<'_>) -> Territory {
    Territory {
        id: row.id("id"),
        name_lv: row.text("name_lv"),
        name_en: row.text_or("name_en", "name_lv"),
        kind: row.code("kind", TerritoryKind::parse, TerritoryKind::ALL[0]),
        parent: row.id_if_any("parent"),
        valid_from: row.date("valid_from"),
        valid_to: row.date("valid_to"),
        successors: row.list("successors"),
        line: row.line(),
    }
}

pub fn partner(row: &Cells<'_>) -> Partner {
    Partner {
        territory: row.id("territory"),
        status: row.code("status", PartnerStatus::parse, PartnerStatus::ALL[0]),
        date: row.date("date"),
        source: row.text("source"),
        line: row.line(),
    }
}

pub fn wish(row: &Cells<'_>) -> Wish {
    Wish {
        territory: row.id("territory"),
        service: row.id("service"),
        stance: row.code("stance", Stance::parse, Stance::ALL[0]),
        own_money: row.money_if_any("own_money_eur"),
        note: row.text("note"),
        source: row.text("source"),
        line: row.line(),
    }
}

pub fn place(row: &Cells<'_>) -> Place {
    Place {
        id: row.id("id"),
        name: row.text("name"),
        territory: row.id("territory"),
        at: row.position(),
        population: row.integer_if_any("population"),
        source: row.text("source"),
        line: row.line(),
    }
}

pub fn population(row: &Cells<'_>) -> Population {
    Population {
        territory: row.id("territory"),
        year: row.integer_if_any("year").unwrap_or_default(),
        sex: row.text("sex"),
        age_from: row.integer_if_any("age_from"),
        age_to: row.integer_if_any("age_to"),
        target_group: row.id_if_any("target_group"),
        persons: row.integer("persons"),
        source: row.text("source"),
        line: row.line(),
    }
}

pub fn service(row: &Cells<'_>) -> Service {
    Service {
        id: row.id("id"),
        name_lv: row.text("name_lv"),
        name_en: row.text_or("name_en", "name_lv"),
        target_groups: row.list("target_groups"),
        delivery: row.code("delivery", Delivery::parse, Delivery::ALL[0]),
        profile: row.text("profile"),
        visits_per_year: row.number_if_any("visits_per_year"),
        standard_min: row.number("standard_min"),
        limit_min: row.number("limit_min"),
        sizes: match row.value("sizes") {
            Value::Integers(sizes) => sizes.clone(),
            _ => Vec::new(),
        },
        persons_per_place: row.number_if_any("persons_per_place").unwrap_or(1.0),
        hours_per_worker_week: row.number_if_any("hours_per_worker_week"),
        visit_hours: row.number_if_any("visit_hours"),
        capital_per_place: row.money("capital_eur_per_place"),
        site_per_year: row.money("site_eur_per_year"),
        place_per_year: row.money("place_eur_per_year"),
        staff_per_place: row.number("staff_per_place"),
        min_occupancy: row.number("min_occupancy"),
        max_per_site: row.integer_if_any("max_per_site"),
        unmet: row.money("unmet_eur"),
        source: row.text("source"),
        line: row.line(),
    }
}

pub fn need(row: &Cells<'_>) -> Need {
    let area = match row.id_if_any("place") {
        Some(place) => NeedArea::Place(place),
        None => NeedArea::Territory(row.id("territory")),
    };
    Need {
        area,
        target_group: row.id("target_group"),
        service: row.id("service"),
        persons: row.integer("persons"),
        hours_per_week: row.number_if_any("hours_per_week"),
        year: row.integer_if_any("year"),
        scenario: row.text("scenario"),
        source: row.text("source"),
        line: row.line(),
    }
}

pub fn bundle(row: &Cells<'_>) -> Bundle {
    Bundle {
        place: row.id("place"),
        target_group: row.id("target_group"),
        services: row.list("services"),
        persons: row.integer("persons"),
        source: row.text("source"),
        line: row.line(),
    }
}

pub fn moving(row: &Cells<'_>) -> Move {
    Move {
        institution: row.id("institution"),
        destination: row.id("destination"),
        target_group: row.id("target_group"),
        services: row.list("services"),
        persons: row.integer("persons"),
        year: row.integer_if_any("year"),
        line: row.line(),
    }
}

pub fn institution(row: &Cells<'_>) -> Institution {
    Institution {
        id: row.id("id"),
        name: row.text("name"),
        kind: row.text("kind"),
        at: row.position(),
        residents: row.integer_if_any("residents"),
        admissions_per_year: row.integer_if_any("admissions_per_year"),
        waiting: row.integer_if_any("waiting"),
        planned: InstitutionPlan::parse(&row.text("planned")),
        source: row.text("source"),
        line: row.line(),
    }
}

pub fn site(row: &Cells<'_>) -> Site {
    Site {
        id: row.id("id"),
        name: row.text("name"),
        place: row.id_if_any("place"),
        at: row.at(),
        host: row.id("host"),
        owner: row.id("owner"),
        accessible: row.flag("accessible"),
        source: row.text("source"),
        line: row.line(),
    }
}

pub fn offer(row: &Cells<'_>) -> Offer {
    Offer {
        site: row.id("site"),
        service: row.id("service"),
        places: row.integer("places"),
        places_taken: row.integer("places_taken"),
        payer: Payer::parse(&row.text("payer")),
        funded_by: row.text("funded_by"),
        until_year: row.integer_if_any("until_year"),
        source: row.text("source"),
        line: row.line(),
    }
}

pub fn candidate(row: &Cells<'_>) -> Candidate {
    Candidate {
        id: row.id("id"),
        name: row.text("name"),
        place: row.id_if_any("place"),
        at: row.at(),
        host: row.id("host"),
        owner: row.id("owner"),
        expands: row.id_if_any("expands"),
        services: row.list("services"),
        site_capital: row.money("site_capital_eur"),
        capital_factor: row.number_if_any("capital_factor").unwrap_or(1.0),
        max_places: row.integer_if_any("max_places"),
        flags: row
            .list::<String>("flags")
            .iter()
            .filter_map(|flag| CandidateFlag::parse(flag))
            .collect(),
        source: row.text("source"),
        line: row.line(),
    }
}

pub fn scheme(row: &Cells<'_>) -> Scheme {
    Scheme {
        id: row.id("id"),
        services: row.list("services"),
        partners_only: row.flag("partners_only").unwrap_or_default(),
        eligible_share: row.number("eligible_share"),
        eu: row.number("eu"),
        state: row.number("state"),
        municipality: row.number("municipality"),
        running_until_year: row.integer_if_any("running_until_year"),
        line: row.line(),
    }
}

pub fn fund(row: &Cells<'_>) -> Fund {
    Fund {
        payer: Payer::parse(&row.text("payer")),
        territory: row.id_if_any("territory"),
        year: row.integer_if_any("year"),
        ceiling: row.money("ceiling_eur"),
        line: row.line(),
    }
}

pub fn obstacle(row: &Cells<'_>) -> Obstacle {
    Obstacle {
        territory: row.id("territory"),
        target_group: row.id_if_any("target_group"),
        to: GeneralServiceKind::parse(&row.text("kind")).map_or_else(
            || ObstacleTo::Service(row.id("service")),
            ObstacleTo::General,
        ),
        text: LocalText {
            lv: row.text("text_lv"),
            en: row.text_or("text_en", "text_lv"),
        },
        severity: row.code("severity", Severity::parse, Severity::ALL[0]),
        source: row.text("source"),
        line: row.line(),
    }
}

pub fn general_service(row: &Cells<'_>) -> GeneralService {
    GeneralService {
        id: row.id("id"),
        kind: row.code(
            "kind",
            GeneralServiceKind::parse,
            GeneralServiceKind::ALL[0],
        ),
        name: row.text("name"),
        at: row.position(),
        source: row.text("source"),
        line: row.line(),
    }
}

pub fn travel(row: &Cells<'_>) -> TravelRow {
    TravelRow {
        from: row.text("from"),
        to: row.text("to"),
        seconds: row.integer_if_any("seconds"),
        metres: row.integer_if_any("metres"),
        profile: row.text("profile"),
        line: row.line(),
    }
}

pub fn point(row: &Cells<'_>) -> Point {
    Point {
        id: row.text("id"),
        at: row.position(),
        line: row.line(),
    }
}

pub fn road_change(row: &Cells<'_>) -> RoadChange {
    RoadChange {
        way: row.integer_if_any("way").unwrap_or_default(),
        kmh: row.number("speed_kmh"),
    }
}
