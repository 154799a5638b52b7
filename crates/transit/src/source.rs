//! The files of a feed, in a zip archive or a folder, row by row.

use crate::error::{Fault, FaultKind};
use crate::lines::Noted;
use csv::{ByteRecord, ErrorKind, ReaderBuilder, StringRecord, Trim};
use serde::Deserialize;
use std::fs::{self, File};
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use zip::ZipArchive;

/// Rows at fault that are listed for one file; the rest is counted.
const LISTED: usize = 20;

/// An opened feed.
pub struct Source {
    /// The file's or folder's name without its ending.
    pub name: String,
    files: Files,
}

enum Files {
    Zip(ZipArchive<Cursor<Vec<u8>>>),
    Folder(PathBuf),
}

impl Source {
    /// Opens a zip archive or a folder.
    pub fn open(path: &Path) -> Result<Source, Fault> {
        let name = name(path);
        let unreadable = |error: std::io::Error| Fault {
            feed: name.clone(),
            file: "",
            line: None,
            kind: FaultKind::Unreadable(error.to_string()),
        };
        if fs::metadata(path).map_err(unreadable)?.is_dir() {
            let files = Files::Folder(path.to_owned());
            return Ok(Source { name, files });
        }
        let bytes = fs::read(path).map_err(unreadable)?;
        Source::from_bytes(name, bytes)
    }

    /// Opens a zip archive in memory.
    pub fn from_bytes(name: String, bytes: Vec<u8>) -> Result<Source, Fault> {
        match ZipArchive::new(Cursor::new(bytes)) {
            Ok(archive) => Ok(Source {
                name,
                files: Files::Zip(archive),
            }),
            Err(error) => Err(Fault {
                feed: name,
                file: "",
                line: None,
                kind: FaultKind::NotAZip(error.to_string()),
            }),
        }
    }

    /// Reads every row of a file. False if there is no such file.
    ///
    /// Rows are the row types of `gtfs-structures` where they hold what is
    /// needed. All rows at fault are collected; one of them spoils the file, but
    /// the others are still looked at.
    pub fn rows<Row>(
        &mut self,
        file: &'static str,
        columns: &[&'static str],
        faults: &mut Vec<Fault>,
        mut take: impl FnMut(Row, u64) -> Result<(), FaultKind>,
    ) -> bool
    where
        Row: for<'a> Deserialize<'a>,
    {
        let mut list = List::new(&self.name, file, faults);
        let bytes: Box<dyn Read + '_> = match self.files.open(file) {
            Ok(Some(bytes)) => bytes,
            Ok(None) => return false,
            Err(kind) => {
                list.add(None, kind);
                return true;
            }
        };
        let (bytes, mut lines) = Noted::new(bytes);
        let mut reader = ReaderBuilder::new()
            .flexible(true)
            .trim(Trim::All)
            .from_reader(bytes);
        let header = match reader.headers() {
            Ok(header) => header.clone(),
            Err(error) => {
                list.add(Some(1), row_fault(&error, &StringRecord::new()));
                return true;
            }
        };
        let missing = columns
            .iter()
            .filter(|column| !header.iter().any(|name| name == **column));
        let before = list.count;
        for column in missing {
            list.add(Some(1), FaultKind::MissingColumn(column));
        }
        if list.count > before {
            return true;
        }
        let mut bytes = ByteRecord::new();
        loop {
            match reader.read_byte_record(&mut bytes) {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => {
                    list.add(None, row_fault(&error, &header));
                    break;
                }
            }
            let within = bytes.as_slice().iter().filter(|byte| **byte == b'\n');
            let line = lines.of(reader.position().byte(), within.count() as u64);
            // Some publishers end a file with a line of blanks or commas.
            if bytes.iter().all(<[u8]>::is_empty) {
                continue;
            }
            let result = row(&bytes, &header).and_then(|row| take(row, line));
            if let Err(kind) = result {
                list.add(Some(line), kind);
            }
        }
        true
    }
}

impl Files {
    fn open(&mut self, file: &str) -> Result<Option<Box<dyn Read + '_>>, FaultKind> {
        match self {
            Files::Folder(folder) => {
                let path = folder.join(file);
                if !path.exists() {
                    return Ok(None);
                }
                let opened = File::open(path);
                let opened = opened.map_err(|error| FaultKind::Unreadable(error.to_string()))?;
                Ok(Some(Box::new(opened)))
            }
            Files::Zip(archive) => {
                // Some publishers zip the folder instead of the files.
                let named = |name: &str| {
                    !name.starts_with("__MACOSX") && name.rsplit(['/', '\\']).next() == Some(file)
                };
                let place = archive
                    .file_names()
                    .position(|name| name.is_ok_and(|name| named(&name)));
                let Some(place) = place else {
                    return Ok(None);
                };
                match archive.by_index(place) {
                    Ok(entry) => Ok(Some(Box::new(entry))),
                    Err(error) => Err(FaultKind::NotAZip(error.to_string())),
                }
            }
        }
    }
}

/// Faults of one file, of which the first are listed and the others counted.
struct List<'a> {
    feed: String,
    file: &'static str,
    faults: &'a mut Vec<Fault>,
    count: usize,
}

impl<'a> List<'a> {
    fn new(feed: &str, file: &'static str, faults: &'a mut Vec<Fault>) -> List<'a> {
        List {
            feed: feed.to_owned(),
            file,
            faults,
            count: 0,
        }
    }

    fn add(&mut self, line: Option<u64>, kind: FaultKind) {
        self.count += 1;
        if self.count <= LISTED {
            self.faults.push(Fault {
                feed: self.feed.clone(),
                file: self.file,
                line,
                kind,
            });
        }
    }
}

impl Drop for List<'_> {
    fn drop(&mut self) {
        if self.count > LISTED {
            let more = self.count - LISTED;
            self.count = 0;
            self.add(None, FaultKind::More(more));
        }
    }
}

fn row<Row>(bytes: &ByteRecord, header: &StringRecord) -> Result<Row, FaultKind>
where
    Row: for<'a> Deserialize<'a>,
{
    let text = StringRecord::from_byte_record(bytes.clone()).map_err(|error| FaultKind::Row {
        column: column(header, error.utf8_error().field()),
        problem: "not UTF-8 text".to_owned(),
    })?;
    // The row types multiply hours without looking; no time of a timetable has four digits of hours.
    let long = |field: &str| field.find(':').is_some_and(|hours| hours > 3);
    if let Some(place) = text.iter().position(long) {
        let name = column(header, place);
        if name.ends_with("_time") {
            return Err(FaultKind::Row {
                column: name,
                problem: format!("'{}' is not a time", &text[place]),
            });
        }
    }
    text.deserialize(Some(header))
        .map_err(|error| row_fault(&error, header))
}

fn row_fault(error: &csv::Error, header: &StringRecord) -> FaultKind {
    match error.kind() {
        ErrorKind::Deserialize { err, .. } => FaultKind::Row {
            column: err
                .field()
                .map(|place| column(header, place as usize))
                .unwrap_or_default(),
            problem: err.kind().to_string(),
        },
        ErrorKind::Utf8 { err, .. } => FaultKind::Row {
            column: column(header, err.field()),
            problem: "not UTF-8 text".to_owned(),
        },
        ErrorKind::Io(error) => FaultKind::Unreadable(error.to_string()),
        _ => FaultKind::Row {
            column: String::new(),
            problem: error.to_string(),
        },
    }
}

fn column(header: &StringRecord, place: usize) -> String {
    header.get(place).unwrap_or_default().to_owned()
}

fn name(path: &Path) -> String {
    let name = if path.is_dir() {
        path.file_name()
    } else {
        path.file_stem()
    };
    name.map_or_else(
        || path.display().to_string(),
        |name| name.to_string_lossy().into_owned(),
    )
}
