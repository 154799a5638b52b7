//! One change, and what it must bring about.

use crate::common::{Folder, tiny};
use crate::outcome::Outcome;
use dataset::schema::{self, TABLES};
use serde_json::Value;
use std::fs;

/// A change of a package's text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Edit {
    /// A cell: table, row (the first below the header is 1), column, new value.
    Cell(&'static str, usize, &'static str, String),
    /// The first place in a file where a text stands: file, old, new.
    Text(String, String, String),
    /// More text at the end of a file.
    Append(String, String),
    /// No such file.
    Remove(&'static str),
    /// A file with this text.
    Write(String, String),
}

impl Edit {
    pub fn text(file: &str, old: &str, new: &str) -> Self {
        Self::Text(file.to_owned(), old.to_owned(), new.to_owned())
    }

    pub fn append(file: &str, text: &str) -> Self {
        Self::Append(file.to_owned(), text.to_owned())
    }

    pub fn cell(table: &'static str, row: usize, column: &'static str, value: &str) -> Self {
        Self::Cell(table, row, column, value.to_owned())
    }

    pub fn write(file: &str, text: &str) -> Self {
        Self::Write(file.to_owned(), text.to_owned())
    }

    fn make(&self, folder: &Folder) {
        match self {
            Self::Cell(table, row, column, value) => set(folder, table, *row, column, value),
            Self::Text(file, old, new) => {
                folder.replace(file, old, new);
            }
            Self::Append(file, text) => {
                folder.append(file, text);
            }
            Self::Write(file, text) => fs::write(folder.join(file), text).unwrap(),
            Self::Remove(file) => fs::remove_file(folder.join(file)).unwrap(),
        }
    }
}

/// A copy of the tiny region with changes.
pub fn package(edits: &[Edit]) -> Folder {
    let folder = tiny();
    for edit in edits {
        edit.make(&folder);
    }
    folder
}

/// No cell of the tiny region holds a comma. A column that the table leaves out
/// is added.
fn set(folder: &Folder, table: &str, row: usize, column: &str, value: &str) {
    let file = folder.join(&format!("{table}.csv"));
    let text = fs::read_to_string(&file).unwrap();
    let mut rows: Vec<Vec<&str>> = text.lines().map(|line| line.split(',').collect()).collect();
    if !rows[0].contains(&column) {
        rows[0].push(column);
        rows[1..].iter_mut().for_each(|cells| cells.push(""));
    }
    let at = rows[0].iter().position(|name| *name == column).unwrap();
    assert_eq!(rows[row].len(), rows[0].len(), "{table}.csv, row {row}");
    assert_ne!(
        rows[row][at], value,
        "{table}.{column} has the value already"
    );
    rows[row][at] = value;
    let lines: Vec<String> = rows.iter().map(|cells| cells.join(",") + "\n").collect();
    fs::write(file, lines.concat()).unwrap();
}

/// What must change.
#[derive(Debug)]
pub enum Must {
    /// The cost a year, by so many cents.
    Cost(i64),
    /// This part of the plan.
    Plan(&'static str),
    /// What this rule finds.
    Finding(&'static str),
    /// How often this text stands in the document and its layers.
    Document(&'static str),
    /// The package is not accepted, with this fault among others.
    Refused(&'static str),
    /// The package is accepted with this note.
    Noted(&'static str),
}

impl Must {
    /// Why it is not so.
    pub fn fails(&self, before: &Outcome, after: &Outcome) -> Option<String> {
        if !before.faults.is_empty() {
            return Some(format!("before the change: {:?}", before.faults));
        }
        if let Self::Refused(fault) = self {
            let is_told = after.faults.iter().any(|key| key == fault);
            return (!is_told).then(|| format!("no {fault} but {:?}", after.faults));
        }
        if !after.faults.is_empty() {
            return Some(format!("after the change: {:?}", after.faults));
        }
        let same = |what: String| Some(format!("{what} is the same"));
        match self {
            Self::Cost(by) => {
                let is = after.objective() - before.objective();
                (is != *by).then(|| format!("costs {is} cents more, not {by}"))
            }
            Self::Plan(part) => {
                let of = |outcome: &Outcome| outcome.plan.get(part).cloned();
                let (before, after) = (of(before), of(after));
                assert!(before.is_some(), "the plan has no {part}");
                if before == after {
                    same((*part).to_owned())
                } else {
                    None
                }
            }
            Self::Finding(rule) => {
                let of = |outcome: &Outcome| -> Vec<Value> {
                    let all = outcome.plan["findings"].as_array().cloned();
                    let mut all = all.unwrap_or_default();
                    all.retain(|found| found["rule"] == *rule);
                    all
                };
                if of(before) == of(after) {
                    same((*rule).to_owned())
                } else {
                    None
                }
            }
            Self::Document(text) => {
                let count = |outcome: &Outcome| outcome.document.matches(text).count();
                let (before, after) = (count(before), count(after));
                (before == after).then(|| format!("“{text}” stands there {after} times, as before"))
            }
            Self::Noted(note) => {
                let is_told = |outcome: &Outcome| outcome.notes.iter().any(|key| key == note);
                let is_new = is_told(after) && !is_told(before);
                (!is_new).then(|| format!("no {note} but {:?}", after.notes))
            }
            Self::Refused(_) => None,
        }
    }
}

/// A change of one cell or key.
pub struct Case {
    /// What is changed: `file:column` or `file:key`.
    pub of: String,
    /// What both the package before and the one after have in common, beyond
    /// the tiny region.
    pub given: Vec<Edit>,
    pub change: Edit,
    pub must: Must,
}

impl Case {
    pub fn given(mut self, edit: Edit) -> Self {
        self.given.push(edit);
        self
    }
}

/// A cell of a table gets another value.
pub fn cell(
    table: &'static str,
    row: usize,
    column: &'static str,
    value: &str,
    must: Must,
) -> Case {
    Case {
        of: format!("{table}.csv:{column}"),
        given: Vec::new(),
        change: Edit::cell(table, row, column, value),
        must,
    }
}

/// A key of a TOML file gets another value.
pub fn key(file: &str, key: &str, old: &str, new: &str, must: Must) -> Case {
    Case {
        of: format!("{file}:{key}"),
        given: Vec::new(),
        change: Edit::text(file, old, new),
        must,
    }
}

/// Where a row comes from is told of every table that says so.
pub fn sources() -> Vec<Case> {
    let tables = TABLES.iter();
    let with_source = tables.filter(|table| schema::Table::position(table, "source").is_some());
    with_source
        .map(|table| {
            let value = "estimated for this test";
            cell(table.name, 1, "source", value, Must::Document(value))
        })
        .collect()
}
