//! The ministry's open spreadsheets (data.gov.lv) brought into a package.
//!
//! Three tables, keyed by year, month and ATVK code: needed services (*demand*),
//! children with disability (*population*), registered providers (*supply*). A
//! mapping file names their columns. What does not match is listed and left out,
//! never guessed; nothing is written when something essential does not match.
//!
//! * Demand becomes rows of `needs.csv` by territory, population rows of
//!   `population.csv`. Rows of an earlier import of the same data set are
//!   replaced, all others stay.
//! * Supply tells how many providers a municipality has, not where nor with how
//!   many places. So nothing is written: municipalities for which the package
//!   has no offer are named.

mod mapping;
mod package;
mod workbook;

use crate::write::{self, WriteError};
use domain::{Message, Need, NeedArea, Population, ServiceId, TerritoryId};
use mapping::{Column, Mapping};
use package::Package;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use workbook::Counts;

/// One of the ministry's open tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenTable {
    /// Needed services.
    Demand,
    /// Children with disability.
    Population,
    /// Registered providers.
    Supply,
}

impl OpenTable {
    /// The table of a word of the command line.
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "demand" => Some(Self::Demand),
            "population" => Some(Self::Population),
            "supply" => Some(Self::Supply),
            _ => None,
        }
    }
}

/// The mapping that holds where no other is given: a file to copy and change.
pub fn default_mapping(table: OpenTable) -> &'static str {
    match table {
        OpenTable::Demand => include_str!("../mappings/demand.toml"),
        OpenTable::Population => include_str!("../mappings/population.toml"),
        OpenTable::Supply => include_str!("../mappings/supply.toml"),
    }
}

/// What an import did.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    /// The file that was written; none for supply.
    pub file: Option<String>,
    /// Rows written from the spreadsheet.
    pub rows: usize,
    /// What the reader has to know of them.
    pub notes: Vec<Message>,
    /// Headings, codes and cells that did not match and were left out.
    pub unmatched: Vec<Message>,
}

/// Imports a workbook into the package in a folder; `mapping` is the text of a
/// mapping file, or else [`default_mapping`] holds.
///
/// # Errors
///
/// Everything essential that did not match. Nothing has been written then.
pub fn import(
    table: OpenTable,
    workbook: &Path,
    dir: &Path,
    mapping: Option<&str>,
) -> Result<Imported, Vec<Message>> {
    let mapping = Mapping::read(mapping.unwrap_or(default_mapping(table))).map_err(one)?;
    let package = Package::read(dir).map_err(one)?;
    let mut unmatched = Vec::new();
    let counts = workbook::read(workbook, &mapping, &package, &mut unmatched)?;
    let notes = vec![
        Message::new("import-period")
            .with("period", counts.period.as_str())
            .with("dataset", mapping.dataset.as_str()),
    ];
    let mut imported = Imported {
        file: None,
        rows: 0,
        notes,
        unmatched,
    };
    match table {
        OpenTable::Demand => demand(&mapping, &package, &counts, dir, &mut imported)?,
        OpenTable::Population => population(&mapping, &package, &counts, dir, &mut imported)?,
        OpenTable::Supply => supply(&package, &counts, &mut imported)?,
    }
    Ok(imported)
}

fn one(message: Message) -> Vec<Message> {
    vec![message]
}

/// How the source of imported rows begins, by which they are known again.
fn origin(mapping: &Mapping) -> String {
    format!("data.gov.lv: {}", mapping.dataset)
}

fn demand(
    mapping: &Mapping,
    package: &Package,
    counts: &Counts,
    dir: &Path,
    imported: &mut Imported,
) -> Result<(), Vec<Message>> {
    let origin = origin(mapping);
    let mut rows: Vec<Need> = package
        .needs
        .iter()
        .filter(|row| !row.source.starts_with(&origin))
        .cloned()
        .collect();
    let kept = rows.len();
    for (territory, column, persons) in counts.sums() {
        let Some((group, service)) = wanted(column, package, &mut imported.unmatched) else {
            continue;
        };
        rows.push(Need {
            area: NeedArea::Territory(territory.clone()),
            target_group: group.into(),
            service,
            persons,
            hours_per_week: column.hours_per_week,
            year: None,
            scenario: String::new(),
            source: format!("{origin}, {}", counts.period),
            line: 0,
        });
    }
    imported.notes.push(Message::new("import-cumulative"));
    let (before, new) = rows.split_at(kept);
    let counted_twice = |row: &&Need| {
        new.iter().any(|other| {
            other.area == row.area
                && other.service == row.service
                && other.target_group == row.target_group
        })
    };
    let lines: Vec<String> = before
        .iter()
        .filter(counted_twice)
        .map(|row| row.line.to_string())
        .collect();
    if !lines.is_empty() {
        imported.notes.push(
            Message::new("import-beside")
                .with("rows", lines.len())
                .with("lines", lines.join(", ")),
        );
    }
    save(
        dir,
        "needs",
        rows.len() - kept,
        write::needs(&rows),
        imported,
    )
}

/// Target group and service of a column, where the package has them.
fn wanted<'c>(
    column: &'c Column,
    package: &Package,
    unmatched: &mut Vec<Message>,
) -> Option<(&'c str, ServiceId)> {
    let id = column.service.as_deref()?;
    let group = column.target_group.as_deref().unwrap_or_default();
    let problem = match package.services.iter().find(|row| row.id.as_str() == id) {
        None => Message::new("import-unknown-service").with("service", id),
        Some(row)
            if !row
                .target_groups
                .iter()
                .any(|known| known.as_str() == group) =>
        {
            Message::new("import-unknown-group")
                .with("service", id)
                .with("group", group)
        }
        Some(row) if row.is_mobile() != column.hours_per_week.is_some() => {
            Message::new("import-hours").with("service", id)
        }
        Some(row) => return Some((group, row.id.clone())),
    };
    let problem = problem.with("heading", column.heading.as_str());
    if !unmatched.contains(&problem) {
        unmatched.push(problem);
    }
    None
}

fn population(
    mapping: &Mapping,
    package: &Package,
    counts: &Counts,
    dir: &Path,
    imported: &mut Imported,
) -> Result<(), Vec<Message>> {
    let origin = origin(mapping);
    let mut rows: Vec<Population> = package
        .population
        .iter()
        .filter(|row| !row.source.starts_with(&origin))
        .cloned()
        .collect();
    let kept = rows.len();
    for (territory, column, persons) in counts.sums() {
        let Some([from, to]) = column.ages else {
            continue;
        };
        if !counted(column, package, &mut imported.unmatched) {
            continue;
        }
        let row = Population {
            territory: territory.clone(),
            year: counts.year,
            sex: String::new(),
            age_from: Some(from),
            age_to: Some(to),
            target_group: column.target_group.as_deref().map(Into::into),
            persons,
            source: format!("{origin}, {}", counts.period),
            line: 0,
        };
        if rows[..kept]
            .iter()
            .any(|other| counts_the_same(other, &row))
        {
            imported.unmatched.push(
                Message::new("import-other-source")
                    .with("territory", territory.as_str())
                    .with("heading", column.heading.as_str()),
            );
            continue;
        }
        rows.push(row);
    }
    save(
        dir,
        "population",
        rows.len() - kept,
        write::population(&rows),
        imported,
    )
}

/// Whether some service of the package is given to whom a column counts.
fn counted(column: &Column, package: &Package, unmatched: &mut Vec<Message>) -> bool {
    let Some(group) = column.target_group.as_deref() else {
        return true;
    };
    let is_known = package
        .services
        .iter()
        .flat_map(|row| &row.target_groups)
        .any(|known| known.as_str() == group);
    let problem = Message::new("import-group-of-nobody")
        .with("heading", column.heading.as_str())
        .with("group", group);
    if !is_known && !unmatched.contains(&problem) {
        unmatched.push(problem);
    }
    is_known
}

/// Whether two rows stand for the same people.
fn counts_the_same(one: &Population, other: &Population) -> bool {
    let key = |row: &Population| {
        (
            row.territory.clone(),
            row.year,
            row.sex.clone(),
            (row.age_from, row.age_to),
            row.target_group.clone(),
        )
    };
    key(one) == key(other)
}

/// Names the municipalities for which providers are registered and the package
/// has no offer.
fn supply(package: &Package, counts: &Counts, imported: &mut Imported) -> Result<(), Vec<Message>> {
    let mut providers: BTreeMap<(&TerritoryId, &str), u32> = BTreeMap::new();
    for (territory, column, count) in counts.sums() {
        if let Some(service) = &column.service {
            *providers.entry((territory, service)).or_default() += count;
        }
    }
    if providers.is_empty() {
        return Err(one(Message::new("import-nothing-matches")));
    }
    for ((territory, service), count) in providers {
        if count > 0 && !package.offers(territory, service) {
            imported.notes.push(
                Message::new("import-no-offer")
                    .with("territory", package.name(territory))
                    .with("service", service)
                    .with("count", count),
            );
        }
    }
    Ok(())
}

fn save(
    dir: &Path,
    table: &str,
    rows: usize,
    records: Vec<Vec<String>>,
    imported: &mut Imported,
) -> Result<(), Vec<Message>> {
    if rows == 0 {
        let mut problems = std::mem::take(&mut imported.unmatched);
        problems.push(Message::new("import-nothing-matches"));
        return Err(problems);
    }
    let file = format!("{table}.csv");
    let text = write::csv_text(table, records).map_err(|error| one(error.message()))?;
    fs::write(dir.join(&file), text)
        .map_err(|error| one(WriteError::new(&file, error).message()))?;
    imported.file = Some(file);
    imported.rows = rows;
    Ok(())
}
