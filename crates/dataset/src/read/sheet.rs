//! From the text of a CSV file to rows of values.

use super::cell::{self, Value};
use super::number;
use crate::fault::{At, Fault, Log};
use crate::schema::Table;
use std::collections::BTreeMap;

/// A table as it was read.
#[derive(Debug)]
pub struct Sheet {
    /// What it should be.
    pub table: &'static Table,
    /// Whether it was there and readable.
    pub state: State,
    /// Its rows, faulty ones too.
    pub rows: Vec<Row>,
}

/// How far a table could be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// There is no such file.
    Absent,
    /// The file is not readable, or lacks a column that every row needs.
    Broken,
    /// The rows are known; some may have faults.
    Read,
}

/// A row; its values stand in the order of the table's columns.
#[derive(Debug)]
pub struct Row {
    pub line: u32,
    pub values: Vec<Value>,
    /// Whether no fault has been found in it.
    pub sound: bool,
}

impl Sheet {
    /// A table without rows.
    pub fn empty(table: &'static Table, state: State) -> Self {
        Self {
            table,
            state,
            rows: Vec::new(),
        }
    }

    /// The text in a column of a row.
    pub fn text<'r>(&self, row: &'r Row, column: &str) -> Option<&'r str> {
        match row.values.get(self.table.position(column)?)? {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Whether a cell of a row is empty.
    pub fn is_empty(&self, row: &Row, column: &str) -> bool {
        self.table
            .position(column)
            .is_none_or(|position| row.values[position] == Value::Empty)
    }

    /// The ids of the table's rows.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.rows.iter().filter_map(|row| self.text(row, "id"))
    }
}

/// Reads a table, telling every fault.
pub fn read(table: &'static Table, text: &str, log: &mut Log) -> Sheet {
    let file = table.file();
    let at = At::file(&file);
    let separator = separator(table, text);
    if separator == b';' {
        log.note(Fault::new("semicolons", at));
    }
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut records = Vec::new();
    for record in reader.records() {
        match record {
            Ok(record) => records.push(record),
            // The text is UTF-8 and rows may have any length, so this is an I/O fault of memory.
            Err(_) => return Sheet::empty(table, State::Broken),
        }
    }
    let mut records = records.into_iter();
    let Some(header) = records.next() else {
        log.fault(Fault::new("empty-file", at));
        return Sheet::empty(table, State::Broken);
    };
    let records: Vec<_> = records.collect();
    let mut width = header.len();
    while width > 1
        && header.get(width - 1) == Some("")
        && records
            .iter()
            .all(|r| r.get(width - 1).unwrap_or("").is_empty())
    {
        width -= 1;
    }
    let Some(columns) = columns(table, header.iter().take(width), at, log) else {
        return Sheet::empty(table, State::Broken);
    };

    let lines = Lines::of(text);
    let numeric = |column: &usize| table.columns[*column].kind.is_numeric();
    let cells = || records.iter().flat_map(|r| columns.iter().zip(r.iter()));
    let numbers = || {
        cells().filter_map(|(column, cell)| column.as_ref().filter(|c| numeric(c)).map(|_| cell))
    };
    let comma_file =
        numbers().any(number::shows_decimal_comma) && !numbers().any(|cell| cell.contains('.'));

    let mut rows = Vec::new();
    let mut blank = 0;
    let mut oddities: BTreeMap<&str, (u32, usize)> = BTreeMap::new();
    for record in &records {
        let line = record
            .position()
            .map_or(0, |position| lines.at(position.byte() as usize));
        let at = at.line(line);
        if record.iter().all(str::is_empty) {
            blank += 1;
            continue;
        }
        let mut row = Row {
            line,
            values: vec![Value::Empty; table.columns.len()],
            sound: true,
        };
        let surplus = record.iter().skip(width).any(|cell| !cell.is_empty());
        let ragged = record.len() < width || surplus;
        if ragged {
            row.sound = false;
            log.fault(
                Fault::new("ragged", at)
                    .with("cells", record.len())
                    .with("columns", width),
            );
        }
        for (column, text) in columns.iter().zip(record.iter()) {
            let Some(position) = *column else { continue };
            let column = &table.columns[position];
            if text.is_empty() {
                continue;
            }
            match cell::parse(column, text, comma_file, at.column(column.name)) {
                Ok((value, habits)) => {
                    row.values[position] = value;
                    for (odd, kind) in [
                        (habits.comma, "decimal-commas"),
                        (habits.grouped, "grouped-thousands"),
                    ] {
                        if odd {
                            oddities.entry(kind).or_insert((line, 0)).1 += 1;
                        }
                    }
                }
                Err(fault) => {
                    row.values[position] = Value::Broken;
                    row.sound = false;
                    log.fault(*fault);
                }
            }
        }
        if !ragged {
            for (position, column) in table.columns.iter().enumerate() {
                if column.required && row.values[position] == Value::Empty {
                    row.sound = false;
                    log.fault(Fault::new("empty-cell", at.column(column.name)));
                }
            }
        }
        rows.push(row);
    }
    for (kind, (line, count)) in oddities {
        log.note(Fault::new(kind, at.line(line)).with("count", count));
    }
    if blank > 0 {
        log.note(Fault::new("blank-rows", at).with("count", blank as u32));
    }
    Sheet {
        table,
        state: State::Read,
        rows,
    }
}

/// The lines of a text by position. The `csv` crate's own count is of where it
/// went on reading, which with Windows line ends and blank lines is too early.
struct Lines<'a> {
    text: &'a [u8],
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn of(text: &'a str) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        Self {
            text: text.as_bytes(),
            starts: std::iter::once(0).chain(ends.map(|(i, _)| i + 1)).collect(),
        }
    }

    /// The line of the first cell at or after a position.
    fn at(&self, position: usize) -> u32 {
        let rest = self.text.iter().skip(position);
        let position = position
            + rest
                .take_while(|byte| matches!(byte, b'\r' | b'\n'))
                .count();
        self.starts.partition_point(|start| *start <= position) as u32
    }
}

/// Semicolons when the header has more of the table's columns that way.
fn separator(table: &Table, text: &str) -> u8 {
    let header = text.lines().next().unwrap_or_default();
    let known = |separator: char| {
        header
            .split(separator)
            .filter(|name| table.position(name.trim().trim_matches('"')).is_some())
            .count()
    };
    if known(';') > known(',') { b';' } else { b',' }
}

/// The table's column in each column of the file; `None` when one is missing
/// that every row needs.
fn columns<'a>(
    table: &'static Table,
    header: impl Iterator<Item = &'a str>,
    at: At<'_>,
    log: &mut Log,
) -> Option<Vec<Option<usize>>> {
    let at = at.line(1);
    let mut columns: Vec<Option<usize>> = Vec::new();
    for name in header {
        let position = table.position(name);
        if position.is_none() {
            let known = table.columns.iter().map(|column| column.name);
            log.fault(Fault::unknown(
                "unknown-column",
                at.column(name),
                name,
                known,
            ));
        } else if columns.contains(&position) {
            log.fault(Fault::new("column-twice", at.column(name)));
            columns.push(None);
            continue;
        }
        columns.push(position);
    }
    let mut complete = true;
    for (position, column) in table.columns.iter().enumerate() {
        if column.required && !columns.contains(&Some(position)) {
            complete = false;
            log.fault(Fault::new("missing-column", at.column(column.name)));
        }
    }
    complete.then_some(columns)
}
