//! The spreadsheet itself: headings found, the latest period taken.

use super::mapping::{Column, Mapping, same_heading};
use super::package::Package;
use crate::read::number;
use calamine::{Data, Range, Reader, open_workbook_auto};
use domain::{Message, TerritoryId};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Rows among which the headings are looked for.
const HEADING_ROWS: usize = 20;

/// The counts of the latest period.
pub struct Counts {
    /// `2023-05`.
    pub period: String,
    /// Its year.
    pub year: i32,
    columns: Vec<Column>,
    /// Territory, in the order of the spreadsheet; column; count.
    cells: Vec<(TerritoryId, usize, u32)>,
}

impl Counts {
    /// Sums above zero by territory and column, in the order of the spreadsheet.
    pub fn sums(&self) -> impl Iterator<Item = (&TerritoryId, &Column, u32)> {
        let mut order: Vec<(&TerritoryId, usize)> = Vec::new();
        let mut sums: BTreeMap<(&TerritoryId, usize), u32> = BTreeMap::new();
        for (territory, column, count) in self.cells.iter().filter(|cell| cell.2 > 0) {
            let sum = sums.entry((territory, *column)).or_insert_with(|| {
                order.push((territory, *column));
                0
            });
            *sum = sum.saturating_add(*count);
        }
        order
            .into_iter()
            .map(move |key| (key.0, &self.columns[key.1], sums[&key]))
    }
}

/// Reads the counts of the latest year and month.
pub fn read(
    file: &Path,
    mapping: &Mapping,
    package: &Package,
    unmatched: &mut Vec<Message>,
) -> Result<Counts, Vec<Message>> {
    let range = range(file, mapping)?;
    let rows: Vec<&[Data]> = range.rows().collect();
    let is = |cell: &Data, heading: &str| same_heading(&text(cell), heading);
    let head = rows
        .iter()
        .take(HEADING_ROWS)
        .position(|row| row.iter().any(|cell| is(cell, &mapping.territory)))
        .ok_or_else(|| missing(&[&mapping.territory]))?;
    let headings = rows[head];
    let find = |heading: &str| headings.iter().position(|cell| is(cell, heading));
    let lost: Vec<&str> = [mapping.year.as_str(), mapping.month.as_str()]
        .into_iter()
        .filter(|h| find(h).is_none())
        .collect();
    let (Some(year), Some(month), Some(code)) = (
        find(&mapping.year),
        find(&mapping.month),
        find(&mapping.territory),
    ) else {
        return Err(missing(&lost));
    };
    let columns = columns(headings, mapping, &[year, month, code], unmatched)?;

    let first_line = range.start().map_or(0, |start| start.0) as usize + head + 2;
    let mut periods: Vec<(i32, u32, usize)> = Vec::new();
    for (i, row) in rows
        .iter()
        .enumerate()
        .skip(head + 1)
        .filter(|(_, row)| row.iter().any(|cell| *cell != Data::Empty))
    {
        match (text(&row[year]).parse(), text(&row[month]).parse()) {
            (Ok(year), Ok(month)) => periods.push((year, month, i)),
            _ => unmatched.push(
                Message::new("import-row-without-period")
                    .with("line", (first_line + i - head - 1).to_string()),
            ),
        }
    }
    let Some((latest_year, latest_month)) =
        periods.iter().map(|(year, month, _)| (*year, *month)).max()
    else {
        return Err(vec![Message::new("import-nothing-matches")]);
    };
    let mut counts = Counts {
        period: format!("{latest_year}-{latest_month:02}"),
        year: latest_year,
        columns: mapping.columns.clone(),
        cells: Vec::new(),
    };
    let mut strangers = BTreeSet::new();
    for (_, _, i) in periods
        .iter()
        .filter(|(year, month, _)| (*year, *month) == (latest_year, latest_month))
    {
        let row = rows[*i];
        let code = territory_code(&row[code], mapping);
        let Some(territory) = package
            .territories
            .iter()
            .find(|known| known.id.as_str() == code)
        else {
            strangers.insert(code);
            continue;
        };
        for (position, column) in &columns {
            match count(&row[*position]) {
                Some(count) => counts.cells.push((territory.id.clone(), *column, count)),
                None => unmatched.push(
                    Message::new("import-not-a-count")
                        .with("line", (first_line + i - head - 1).to_string())
                        .with("heading", mapping.columns[*column].heading.as_str())
                        .with("value", text(&row[*position])),
                ),
            }
        }
    }
    if !strangers.is_empty() {
        let codes: Vec<String> = strangers.iter().cloned().collect();
        unmatched.push(
            Message::new("import-unknown-codes")
                .with("count", codes.len())
                .with("codes", codes.join(", ")),
        );
    }
    Ok(counts)
}

fn range(file: &Path, mapping: &Mapping) -> Result<Range<Data>, Vec<Message>> {
    let unreadable = |why: String| {
        vec![
            Message::new("import-unreadable")
                .with("file", file.display().to_string())
                .with("why", why),
        ]
    };
    let mut workbook = open_workbook_auto(file).map_err(|error| unreadable(error.to_string()))?;
    let names = workbook.sheet_names();
    let sheet = match &mapping.sheet {
        Some(name) => name.clone(),
        None => names.first().cloned().unwrap_or_default(),
    };
    if !names.contains(&sheet) {
        return Err(vec![
            Message::new("import-no-sheet")
                .with("sheet", sheet)
                .with("sheets", names.join(", ")),
        ]);
    }
    workbook
        .worksheet_range(&sheet)
        .map_err(|error| unreadable(error.to_string()))
}

/// Position in the spreadsheet and in the mapping of each column of counts.
fn columns(
    headings: &[Data],
    mapping: &Mapping,
    keys: &[usize],
    unmatched: &mut Vec<Message>,
) -> Result<Vec<(usize, usize)>, Vec<Message>> {
    let mut found = Vec::new();
    for (position, heading) in headings
        .iter()
        .enumerate()
        .filter(|(position, _)| !keys.contains(position))
    {
        let heading = text(heading);
        if heading.is_empty()
            || mapping
                .ignored
                .iter()
                .any(|known| same_heading(known, &heading))
        {
            continue;
        }
        match mapping
            .columns
            .iter()
            .position(|column| same_heading(&column.heading, &heading))
        {
            Some(column) if found.iter().any(|(_, other)| *other == column) => {
                return Err(vec![
                    Message::new("import-heading-twice").with("heading", heading),
                ]);
            }
            Some(column) => found.push((position, column)),
            None => unmatched.push(Message::new("import-unknown-heading").with("heading", heading)),
        }
    }
    for (i, column) in mapping.columns.iter().enumerate() {
        if !found.iter().any(|(_, other)| *other == i) {
            unmatched.push(
                Message::new("import-heading-absent").with("heading", column.heading.as_str()),
            );
        }
    }
    if found.is_empty() {
        let mut problems = std::mem::take(unmatched);
        problems.push(Message::new("import-nothing-matches"));
        return Err(problems);
    }
    Ok(found)
}

fn missing(headings: &[&str]) -> Vec<Message> {
    headings
        .iter()
        .map(|heading| Message::new("import-heading-missing").with("heading", *heading))
        .collect()
}

/// The package's id for a code: mapped, or as it is; filled with zeros only when
/// the mapping says so and the spreadsheet holds a number.
fn territory_code(cell: &Data, mapping: &Mapping) -> String {
    let code = text(cell);
    let numeric = matches!(cell, Data::Int(_) | Data::Float(_));
    let code = if numeric {
        format!("{code:0>width$}", width = mapping.code_length)
    } else {
        code
    };
    mapping.codes.get(&code).cloned().unwrap_or(code)
}

/// A count of people or providers; an empty cell is none.
fn count(cell: &Data) -> Option<u32> {
    let text = text(cell);
    if text.is_empty() {
        return Some(0);
    }
    let (plain, _) = number::plain(&text, false, |_| true).ok()?;
    plain.parse().ok()
}

/// The text of a cell; whole numbers without decimals.
fn text(cell: &Data) -> String {
    match cell {
        Data::Float(number) if number.fract() == 0.0 && number.abs() < 1e15 => {
            format!("{number:.0}")
        }
        Data::Empty => String::new(),
        other => other.to_string().trim().to_owned(),
    }
}
