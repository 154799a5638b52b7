//! The files of a package's folder: which of them are read, and their fingerprint.

use crate::fault::{At, Fault, Log, nearest};
use crate::read::boundaries;
use crate::schema::{self, TABLES};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

pub(crate) const REGION_FILE: &str = "region.toml";
pub(crate) const SCENARIO_FILE: &str = "scenario.toml";
const TRAVEL_FILE: &str = "travel.csv";

/// The name of a package's road extract.
pub const ROADS_FILE: &str = "roads.osm.pbf";
/// How the name of a package's timetable ends.
pub const FEED_END: &str = ".gtfs.zip";

/// From what the travel times of a package without `travel.csv` are reckoned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoadFiles {
    /// The OpenStreetMap extract.
    pub extract: PathBuf,
    /// Timetables (GTFS), in the order of their names.
    pub feeds: Vec<PathBuf>,
}

/// The files that are read.
#[derive(Debug, Default)]
pub(crate) struct Files {
    dir: PathBuf,
    tables: BTreeMap<String, Vec<u8>>,
    pub roads: Option<RoadFiles>,
}

impl Files {
    /// The bytes of a table or TOML file.
    pub fn get(&self, name: &str) -> Option<&Vec<u8>> {
        self.tables.get(name)
    }

    /// Reads one more file of the folder, which then counts in the fingerprint; `None`
    /// where the name leads out of the folder or to no file.
    pub fn read_also(&mut self, name: &str, log: &mut Log) -> Option<&Vec<u8>> {
        let is_plain = Path::new(name).file_name().is_some_and(|file| file == name);
        let path = self.dir.join(name);
        if !is_plain || !path.is_file() {
            return None;
        }
        if !self.tables.contains_key(name) {
            match fs::read(path) {
                Ok(bytes) => {
                    self.tables.insert(name.to_owned(), bytes);
                }
                Err(error) => log.fault(unreadable(name, &error)),
            }
        }
        self.tables.get(name)
    }

    /// SHA-256 over names, lengths and bytes of the files that are read, in the
    /// order of their names.
    pub fn fingerprint(&self, log: &mut Log) -> String {
        let mut large = BTreeMap::new();
        for path in self
            .roads
            .iter()
            .flat_map(|roads| std::iter::once(&roads.extract).chain(&roads.feeds))
        {
            large.insert(name_of(path), path);
        }
        let mut names: Vec<&str> = self.tables.keys().map(String::as_str).collect();
        names.extend(large.keys().map(String::as_str));
        names.sort_unstable();
        let mut hash = Sha256::new();
        for name in names {
            if let Some(bytes) = self.tables.get(name) {
                hash.update(format!("{name}\0{}\0", bytes.len()));
                hash.update(bytes);
            } else if let Some(path) = large.get(name)
                && let Err(error) = hash_file(&mut hash, name, path)
            {
                log.fault(unreadable(name, &error));
            }
        }
        hash.finalize()
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }
}

/// Adds a file to a fingerprint without holding all of it.
fn hash_file(hash: &mut Sha256, name: &str, path: &Path) -> std::io::Result<()> {
    let mut file = File::open(path)?;
    hash.update(format!("{name}\0{}\0", file.metadata()?.len()));
    let mut block = vec![0; 1 << 20];
    loop {
        match file.read(&mut block)? {
            0 => return Ok(()),
            read => hash.update(&block[..read]),
        }
    }
}

/// Reads the tables of a folder and finds its other files.
pub(crate) fn read(dir: &Path, log: &mut Log) -> Option<Files> {
    let folder = dir.display().to_string();
    let whole = |kind: &str| Fault::new(kind, At::file("")).with("folder", folder.as_str());
    if dir.is_file() {
        log.fault(whole("not-a-folder"));
        return None;
    }
    let entries = match fs::read_dir(dir) {
        Ok(entries) => entries,
        Err(error) => {
            let kind = if error.kind() == std::io::ErrorKind::NotFound {
                "no-folder"
            } else {
                "unreadable-folder"
            };
            log.fault(whole(kind).with("detail", error.to_string()));
            return None;
        }
    };
    let mut known: Vec<String> = TABLES.iter().map(schema::Table::file).collect();
    known.extend([REGION_FILE, SCENARIO_FILE, boundaries::FILE].map(str::to_owned));
    let mut files = Files {
        dir: dir.to_owned(),
        ..Files::default()
    };
    let (mut extract, mut feeds) = (None, Vec::new());
    for entry in entries.flatten().filter(|entry| entry.path().is_file()) {
        let name = entry.file_name().to_string_lossy().into_owned();
        if known.contains(&name) {
            match fs::read(entry.path()) {
                Ok(bytes) => {
                    files.tables.insert(name, bytes);
                }
                Err(error) => log.fault(unreadable(&name, &error)),
            }
        } else if name == ROADS_FILE {
            extract = Some(entry.path());
        } else if name.ends_with(FEED_END) && !name.starts_with('.') {
            feeds.push(entry.path());
        } else {
            other(&name, &known, log);
        }
    }
    feeds.sort();
    files.roads = roads(extract, feeds, files.tables.contains_key(TRAVEL_FILE), log);
    if files.tables.is_empty() && files.roads.is_none() && log.faults.is_empty() {
        log.fault(whole("empty-package"));
        return None;
    }
    Some(files)
}

/// Tells a file that is none of the package's. A name that resembles a table's
/// is a slip; any other file is not ours.
fn other(name: &str, known: &[String], log: &mut Log) {
    let ends = [".csv", ".toml", ".geojson", ".pbf"];
    if name.starts_with('.') || !ends.iter().any(|end| name.ends_with(end)) {
        return;
    }
    let stems = known
        .iter()
        .map(String::as_str)
        .chain([ROADS_FILE])
        .map(|name| name.split('.').next().unwrap_or(name));
    let (stem, _) = name.split_once('.').unwrap_or((name, ""));
    match nearest(stem, stems) {
        Some(near) => log.fault(Fault::new("unknown-file", At::file(name)).with("near", near)),
        None => log.note(Fault::new("file-not-read", At::file(name))),
    }
}

/// A matrix that somebody has put into the package goes before what we would
/// reckon; a timetable is of use only with the roads to walk to its stops.
fn roads(
    extract: Option<PathBuf>,
    feeds: Vec<PathBuf>,
    has_matrix: bool,
    log: &mut Log,
) -> Option<RoadFiles> {
    if has_matrix {
        for path in extract.iter().chain(&feeds) {
            log.note(Fault::new("roads-not-read", At::file(&name_of(path))));
        }
        return None;
    }
    if extract.is_none()
        && let Some(first) = feeds.first()
    {
        log.fault(Fault::new("feed-without-roads", At::file(&name_of(first))));
    }
    extract.map(|extract| RoadFiles { extract, feeds })
}

fn name_of(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

fn unreadable(name: &str, error: &std::io::Error) -> Fault {
    Fault::new("unreadable-file", At::file(name)).with("detail", error.to_string())
}
