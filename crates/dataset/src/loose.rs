//! Tables that lie in no package: points between which travel times are wanted, and
//! changes of roads. They are read as those of a package are, under any name.

use crate::fault::{At, Fault, Log};
use crate::read::{decode, references, rows, sheet};
use crate::schema::{CHANGES, POINTS, Table};
use domain::LatLon;
use sheet::Sheet;
use std::fs;
use std::path::Path;

/// What reading a table outside a package tells.
#[derive(Debug)]
pub struct Loose<T> {
    /// The rows, in the order of the file; none when there are faults.
    pub rows: Vec<T>,
    /// Everything that is wrong, by line.
    pub faults: Vec<Fault>,
    /// What was odd but could be understood in one way only.
    pub notes: Vec<Fault>,
}

/// A point of a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// Its id; in a file without the column `id` the number of its row, counted
    /// from 1 after the header.
    pub id: String,
    /// Where it lies.
    pub at: LatLon,
    /// Line in the file, counted from 1 with the header.
    pub line: u32,
}

/// A road that is closed or driven at another speed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RoadChange {
    /// The id of the OpenStreetMap way.
    pub way: i64,
    /// Its speed, 0 = closed.
    pub kmh: f64,
}

/// Reads a CSV file with the columns `lat`, `lon` and perhaps `id`, telling all
/// of its faults. Other columns are passed over, with a note: `places.csv` and
/// the like are files of points too.
pub fn read_points(file: &Path) -> Loose<Point> {
    read(file, &POINTS, |name, sheet, log| {
        if sheet.state == sheet::State::Read && sheet.rows.is_empty() && log.faults.is_empty() {
            log.fault(Fault::new("no-points", At::file(name)));
        }
        let named = sheet.rows.iter().any(|row| !sheet.is_empty(row, "id"));
        if named {
            for row in sheet.rows.iter().filter(|row| sheet.is_empty(row, "id")) {
                let at = At::file(name).line(row.line).column("id");
                log.fault(Fault::new("empty-cell", at));
            }
        }
        let mut points = rows::typed(sheet, rows::point);
        if !named {
            for (row, point) in points.iter_mut().enumerate() {
                point.id = (row + 1).to_string();
            }
        }
        points
    })
}

/// Reads a CSV file with the columns `way` and `speed_kmh`, telling all of its
/// faults. Other columns are passed over, with a note.
pub fn read_changes(file: &Path) -> Loose<RoadChange> {
    read(file, &CHANGES, |_, sheet, _| {
        rows::typed(sheet, rows::road_change)
    })
}

fn read<T>(
    file: &Path,
    table: &'static Table,
    make: impl FnOnce(&str, &Sheet, &mut Log) -> Vec<T>,
) -> Loose<T> {
    let mut log = Log::default();
    let name = file.display().to_string();
    let mut rows = Vec::new();
    match fs::read(file) {
        Ok(bytes) => {
            if let Some(text) = decode::decode(&name, &bytes, &mut log) {
                let sheet = sheet(&name, table, text, &mut log);
                rows = make(&name, &sheet, &mut log);
            }
        }
        Err(error) => {
            let fault = Fault::new("unreadable-file", At::file(&name));
            log.fault(fault.with("detail", error.to_string()));
        }
    }
    // The reader knows the table by another name than the user's file.
    for fault in log.faults.iter_mut().chain(&mut log.notes) {
        fault.file.clone_from(&name);
    }
    log.faults.sort_by_key(|fault| fault.line);
    if !log.faults.is_empty() {
        rows.clear();
    }
    Loose {
        rows,
        faults: log.faults,
        notes: log.notes,
    }
}

fn sheet(name: &str, table: &'static Table, text: &str, log: &mut Log) -> Sheet {
    let mut sheet = sheet::read(table, text, log);
    references::check_keys(&mut sheet, log);
    // Columns of others do no harm where all of ours are there.
    if sheet.state == sheet::State::Read {
        let (others, faults): (Vec<Fault>, _) = std::mem::take(&mut log.faults)
            .into_iter()
            .partition(|fault| fault.what.key.starts_with("fault-unknown-column"));
        log.faults = faults;
        if let Some(first) = others.first() {
            let names: Vec<&str> = others.iter().map(|fault| fault.column.as_str()).collect();
            log.note(
                Fault::new("columns-not-read", At::file(name).line(first.line))
                    .with("columns", names.join(", ")),
            );
        }
    }
    sheet
}
