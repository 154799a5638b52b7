//! Files of points: what travel times are wanted between.

use crate::fault::{At, Fault, Log};
use crate::read::{decode, references, rows, sheet};
use crate::schema::POINTS;
use domain::LatLon;
use std::fs;
use std::path::Path;

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

/// What reading a file of points tells.
#[derive(Debug, Default)]
pub struct Points {
    /// The points, in the order of the file; none when there are faults.
    pub points: Vec<Point>,
    /// Everything that is wrong, by line.
    pub faults: Vec<Fault>,
    /// What was odd but could be understood in one way only.
    pub notes: Vec<Fault>,
}

/// Reads a CSV file with the columns `lat`, `lon` and perhaps `id`, telling all
/// of its faults. Other columns are passed over, with a note: `places.csv` and
/// the like are files of points too.
pub fn read_points(file: &Path) -> Points {
    let mut log = Log::default();
    let name = file.display().to_string();
    let points = fs::read(file)
        .map_err(|error| {
            let fault = Fault::new("unreadable-file", At::file(&name));
            log.fault(fault.with("detail", error.to_string()));
        })
        .ok()
        .and_then(|bytes| points(&name, &bytes, &mut log))
        .unwrap_or_default();
    log.faults.sort_by_key(|fault| fault.line);
    Points {
        points: if log.faults.is_empty() {
            points
        } else {
            Vec::new()
        },
        faults: log.faults,
        notes: log.notes,
    }
}

fn points(name: &str, bytes: &[u8], log: &mut Log) -> Option<Vec<Point>> {
    let text = decode::decode(name, bytes, log)?;
    let mut sheet = sheet::read(&POINTS, text, log);
    references::check_keys(&mut sheet, log);
    // Columns of others do no harm, unless one of them is a slip for ours.
    if sheet.state == sheet::State::Read {
        let (others, faults) = std::mem::take(&mut log.faults)
            .into_iter()
            .partition(|fault| fault.what.key.starts_with("fault-unknown-column"));
        log.faults = faults;
        let columns: Vec<Fault> = others;
        if let Some(first) = columns.first() {
            let names: Vec<&str> = columns.iter().map(|fault| fault.column.as_str()).collect();
            log.note(
                Fault::new("columns-not-read", At::file(name).line(first.line))
                    .with("columns", names.join(", ")),
            );
        }
        if sheet.rows.is_empty() && log.faults.is_empty() {
            log.fault(Fault::new("no-points", At::file(name)));
        }
    }
    let named = sheet.rows.iter().any(|row| !sheet.is_empty(row, "id"));
    if named {
        for row in sheet.rows.iter().filter(|row| sheet.is_empty(row, "id")) {
            let at = At::file(name).line(row.line).column("id");
            log.fault(Fault::new("empty-cell", at));
        }
    }
    // The reader knows the table by another name than the user's file.
    for fault in log.faults.iter_mut().chain(&mut log.notes) {
        fault.file = name.to_owned();
    }
    let mut points = rows::typed(&sheet, rows::point);
    if !named {
        for (row, point) in points.iter_mut().enumerate() {
            point.id = (row + 1).to_string();
        }
    }
    Some(points)
}
