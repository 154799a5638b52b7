//! Ids: none twice, none unknown.

use super::cell::Value;
use super::sheet::{Row, Sheet, State};
use crate::fault::{At, Fault, Log, nearest};
use crate::schema::{Column, Kind};
use std::collections::{BTreeMap, HashMap};

/// Tells rows of the same key.
pub fn check_keys(sheet: &mut Sheet, log: &mut Log) {
    let table = sheet.table;
    let positions: Vec<usize> = table
        .key
        .iter()
        .filter_map(|name| table.position(name))
        .collect();
    if positions.is_empty() {
        return;
    }
    let file = table.file();
    let mut first: HashMap<String, u32> = HashMap::new();
    for row in &mut sheet.rows {
        let key: Vec<&Value> = positions
            .iter()
            .map(|position| &row.values[*position])
            .collect();
        if key.contains(&&Value::Broken) || (key.len() == 1 && *key[0] == Value::Empty) {
            continue;
        }
        let key = format!("{key:?}");
        if let Some(line) = first.get(&key) {
            let at = At::file(&file)
                .line(row.line)
                .column(if positions.len() == 1 {
                    table.key[0]
                } else {
                    ""
                });
            let shown: Vec<String> = positions
                .iter()
                .map(|position| shown(&row.values[*position]))
                .collect();
            log.fault(
                Fault::new("duplicate", at)
                    .with("value", shown.join(" + "))
                    .with("first", line.to_string()),
            );
            row.sound = false;
        } else {
            first.insert(key, row.line);
        }
    }
}

fn shown(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Integer(number) => number.to_string(),
        Value::Date(date) => date.to_string(),
        _ => String::from("–"),
    }
}

/// Tells ids that are in none of the tables to which a column refers. A table
/// that could not be read makes no id unknown.
pub fn check_references(sheets: &mut BTreeMap<&'static str, Sheet>, log: &mut Log) {
    let known: BTreeMap<&str, Vec<String>> = sheets
        .iter()
        .map(|(name, sheet)| (*name, sheet.ids().map(str::to_owned).collect()))
        .collect();
    let states: BTreeMap<&str, State> = sheets
        .iter()
        .map(|(name, sheet)| (*name, sheet.state))
        .collect();
    for sheet in sheets.values_mut() {
        let file = sheet.table.file();
        for (position, column) in sheet
            .table
            .columns
            .iter()
            .enumerate()
            .filter(|(_, column)| !column.refers.is_empty())
        {
            let state = |table: &&str| states.get(*table).copied().unwrap_or(State::Absent);
            if column
                .refers
                .iter()
                .any(|table| state(table) == State::Broken)
            {
                continue;
            }
            let absent = column
                .refers
                .iter()
                .all(|table| state(table) == State::Absent);
            let ids: Vec<&str> = column
                .refers
                .iter()
                .filter_map(|table| known.get(table))
                .flatten()
                .map(String::as_str)
                .collect();
            let index: std::collections::HashSet<&str> = ids.iter().copied().collect();
            let tables = files(column);
            let mut told = false;
            for row in &mut sheet.rows {
                let at = At::file(&file).line(row.line).column(column.name);
                let unknown: Vec<String> = referred(row, position, column.kind)
                    .filter(|id| !index.contains(id))
                    .map(str::to_owned)
                    .collect();
                if unknown.is_empty() {
                    continue;
                }
                row.sound = false;
                if absent {
                    if !told {
                        log.fault(Fault::new("table-needed", at).with("table", tables.as_str()));
                        told = true;
                    }
                    continue;
                }
                for id in unknown {
                    log.fault(unknown_id(at, &id, &ids, &tables));
                }
            }
        }
    }
}

/// The fault of an id that none of the tables has.
pub fn unknown_id(at: At<'_>, id: &str, known: &[&str], tables: &str) -> Fault {
    let fault = match nearest(id, known.iter().copied()) {
        Some(near) => Fault::new("unknown-id-near", at).with("near", near),
        None => Fault::new("unknown-id", at),
    };
    fault.with("value", id).with("table", tables)
}

/// The files to which a column refers.
pub fn files(column: &Column) -> String {
    let files: Vec<String> = column
        .refers
        .iter()
        .map(|table| format!("{table}.csv"))
        .collect();
    files.join(", ")
}

fn referred(row: &Row, position: usize, kind: Kind) -> impl Iterator<Item = &str> {
    let entries: &[String] = match &row.values[position] {
        Value::Text(text) => std::slice::from_ref(text),
        Value::List(entries) => entries,
        _ => &[],
    };
    entries
        .iter()
        .map(String::as_str)
        .filter(move |id| match kind {
            Kind::Payer => !matches!(*id, "eu" | "state"),
            _ => true,
        })
}
