//! `datapackage.json`: what other tools need to read a package (Data Package
//! 2.0 and Table Schema 2.0, <https://datapackage.org>).

use crate::schema::{Column, Kind, TABLES, Table};
use domain::{Region, RegionInfo};
use serde_json::{Map, Value, json};

/// The text of `datapackage.json` for a region: its tables that have rows, each
/// with its Table Schema.
pub fn datapackage(region: &Region) -> String {
    let tables: Vec<&Table> = TABLES
        .iter()
        .filter(|table| has_rows(region, table.name))
        .collect();
    let package = json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": region.info.id.to_lowercase(),
        "title": region.info.name_en,
        "resources": tables.iter().map(|table| resource(table, &tables, &region.info)).collect::<Vec<_>>(),
    });
    format!("{package:#}\n")
}

/// Whether a table is written: one that a package must have, or one with rows.
pub(crate) fn has_rows(region: &Region, table: &str) -> bool {
    match table {
        "territories" | "places" | "services" => true,
        "partners" => !region.partners.is_empty(),
        "wishes" => !region.wishes.is_empty(),
        "population" => !region.population.is_empty(),
        "needs" => !region.needs.is_empty() || region.moves.is_empty(),
        "bundles" => !region.bundles.is_empty(),
        "moves" => !region.moves.is_empty(),
        "institutions" => !region.institutions.is_empty(),
        "sites" => !region.sites.is_empty(),
        "offers" => !region.offers.is_empty(),
        "candidates" => !region.candidates.is_empty(),
        "schemes" => !region.schemes.is_empty(),
        "funds" => !region.funds.is_empty(),
        "obstacles" => !region.obstacles.is_empty(),
        "general_services" => !region.general_services.is_empty(),
        "travel" => !region.travel.is_empty(),
        _ => false,
    }
}

fn resource(table: &Table, written: &[&Table], info: &RegionInfo) -> Value {
    let mut resource = json!({
        "name": table.name,
        "path": table.file(),
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "description": table.en,
    });
    if let Some((_, source)) = info.sources.iter().find(|(name, _)| name == table.name) {
        resource["sources"] = json!([{ "title": source }]);
    }
    resource["schema"] = table_schema(table, written);
    resource
}

fn table_schema(table: &Table, written: &[&Table]) -> Value {
    let mut schema = json!({
        "fields": table.columns.iter().map(field).collect::<Vec<_>>(),
        "missingValues": [""],
    });
    if !table.key.is_empty() {
        let required = |name: &&str| {
            table
                .columns
                .iter()
                .any(|column| column.name == *name && column.required)
        };
        // A primary key has no empty cells; other keys may.
        if table.key.iter().all(required) {
            schema["primaryKey"] = json!(table.key);
        } else {
            schema["uniqueKeys"] = json!([table.key]);
        }
    }
    let foreign: Vec<Value> = table
        .columns
        .iter()
        .filter(|column| matches!(column.kind, Kind::Id))
        .filter_map(|column| match column.refers {
            [other] if written.iter().any(|table| table.name == *other) => {
                Some(json!({ "fields": [column.name], "reference": { "resource": other, "fields": ["id"] } }))
            }
            _ => None,
        })
        .collect();
    if !foreign.is_empty() {
        schema["foreignKeys"] = json!(foreign);
    }
    schema
}

fn field(column: &Column) -> Value {
    let mut field = Map::new();
    field.insert("name".into(), json!(column.name));
    let mut limits = Map::new();
    if column.required {
        limits.insert("required".into(), json!(true));
    }
    let kind = match column.kind {
        Kind::Integer(min, max) => {
            limits.insert("minimum".into(), json!(min));
            limits.insert("maximum".into(), json!(max));
            "integer"
        }
        Kind::Number(min, max) => {
            limits.insert("minimum".into(), json!(min));
            limits.insert("maximum".into(), json!(max));
            "number"
        }
        Kind::Positive => {
            limits.insert("exclusiveMinimum".into(), json!(0));
            "number"
        }
        Kind::Money => {
            limits.insert("minimum".into(), json!(0));
            "number"
        }
        Kind::Code(words) => {
            limits.insert("enum".into(), json!(words()));
            "string"
        }
        Kind::Date => "date",
        Kind::Bool => "boolean",
        Kind::List | Kind::Codes(_) | Kind::Integers => "list",
        _ => "string",
    };
    field.insert("type".into(), json!(kind));
    if kind == "list" {
        field.insert("delimiter".into(), json!("|"));
        let item = if matches!(column.kind, Kind::Integers) {
            "integer"
        } else {
            "string"
        };
        field.insert("itemType".into(), json!(item));
    }
    if kind == "boolean" {
        field.insert("trueValues".into(), json!(["true"]));
        field.insert("falseValues".into(), json!(["false"]));
    }
    field.insert("description".into(), json!(column.en));
    if !column.unit.is_empty() {
        field.insert("unit".into(), json!(column.unit));
    }
    if !limits.is_empty() {
        field.insert("constraints".into(), Value::Object(limits));
    }
    Value::Object(field)
}
