//! A folder read as a region package.

use crate::consistency;
use crate::fault::{At, Fault, Log};
use crate::files::{self, Files, REGION_FILE, RoadFiles, SCENARIO_FILE};
use crate::read::sheet::{Row, Sheet, State};
use crate::read::{approved, boundaries, decode, references, rows, sheet, toml_file};
use crate::schema::{self, TABLES};
use domain::{Assumption, LocalText, Region, RegionInfo, Scenario};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// What checking a package tells.
#[derive(Debug)]
pub struct Checked {
    /// The region; only when there are no faults.
    pub region: Option<Region>,
    /// From what its travel times are to be reckoned, where the package has no
    /// `travel.csv` but a road extract: `region.travel` is then still empty.
    pub roads: Option<RoadFiles>,
    /// Everything that is wrong, by file and line.
    pub faults: Vec<Fault>,
    /// What was odd but could be understood in one way only.
    pub notes: Vec<Fault>,
}

/// What a check knows when it turns to the rules between tables.
pub(crate) struct Draft {
    /// The sound rows. Where a TOML file has faults, its values are placeholders.
    pub region: Region,
    /// Where the scenario's keys stand; `None` when it has faults.
    pub scenario: Option<toml_file::Lines>,
    /// Where the keys of `region.toml` stand; `None` when it has faults.
    pub info: Option<toml_file::Lines>,
    /// The tables as they were read.
    pub sheets: BTreeMap<&'static str, Sheet>,
    /// Whether travel times come from a road extract.
    pub has_roads: bool,
}

impl Draft {
    /// The plan year, where the scenario tells it.
    pub fn year(&self) -> Option<i32> {
        self.scenario.as_ref().map(|_| self.region.scenario.year)
    }

    /// Whether every row of the tables is sound, so that what is missing in
    /// them is truly missing.
    pub fn is_whole(&self, tables: &[&str]) -> bool {
        tables.iter().all(|table| {
            self.sheets.get(table).is_none_or(|sheet| {
                sheet.state != State::Broken && sheet.rows.iter().all(|row| row.sound)
            })
        })
    }

    /// The sound rows of a table, as they were read.
    pub fn rows(&self, table: &str) -> impl Iterator<Item = (&Sheet, &Row)> {
        let sheet = self.sheets.get(table);
        sheet.into_iter().flat_map(|sheet| {
            sheet
                .rows
                .iter()
                .filter(|row| row.sound)
                .map(move |row| (sheet, row))
        })
    }
}

/// Reads the region package in a folder and tells all of its faults.
pub fn check(dir: &Path) -> Checked {
    let mut log = Log::default();
    let mut files = files::read(dir, &mut log);
    let region = files.as_mut().and_then(|files| region(files, &mut log));
    let order = |fault: &Fault| (fault.file.clone(), fault.line);
    log.faults.sort_by_key(order);
    log.notes.sort_by_key(order);
    Checked {
        region: region.filter(|_| log.faults.is_empty()),
        roads: files.and_then(|files| files.roads),
        faults: log.faults,
        notes: log.notes,
    }
}

fn region(files: &mut Files, log: &mut Log) -> Option<Region> {
    let mut sheets = BTreeMap::new();
    for table in TABLES {
        let sheet = read_table(table, files, log);
        sheets.insert(table.name, sheet);
    }
    for sheet in sheets.values_mut() {
        references::check_keys(sheet, log);
    }
    references::check_references(&mut sheets, log);

    let (info, info_lines) = read_toml(
        REGION_FILE,
        schema::REGION,
        files,
        log,
        RegionFile::into_info,
    )
    .unzip();
    let (mut scenario, scenario_lines) = read_toml(
        SCENARIO_FILE,
        schema::SCENARIO,
        files,
        log,
        |file: Scenario| file,
    )
    .unzip();
    if let Some((change, lines)) = scenario
        .as_mut()
        .and_then(|scenario| scenario.least_change.as_mut())
        .zip(scenario_lines.as_ref())
    {
        change.approved = approved::read(files, &change.plan, lines, log);
    }
    let outlines = read_boundaries(files, &sheets, log);

    fn typed<T>(
        sheets: &BTreeMap<&'static str, Sheet>,
        table: &str,
        make: impl Fn(&rows::Cells<'_>) -> T,
    ) -> Vec<T> {
        sheets
            .get(table)
            .map(|sheet| rows::typed(sheet, make))
            .unwrap_or_default()
    }
    let region = Region {
        info: info.unwrap_or_else(unknown_info),
        scenario: scenario.unwrap_or_else(unknown_scenario),
        territories: typed(&sheets, "territories", rows::territory),
        partners: typed(&sheets, "partners", rows::partner),
        wishes: typed(&sheets, "wishes", rows::wish),
        places: typed(&sheets, "places", rows::place),
        population: typed(&sheets, "population", rows::population),
        services: typed(&sheets, "services", rows::service),
        needs: typed(&sheets, "needs", rows::need),
        bundles: typed(&sheets, "bundles", rows::bundle),
        moves: typed(&sheets, "moves", rows::moving),
        institutions: typed(&sheets, "institutions", rows::institution),
        sites: typed(&sheets, "sites", rows::site),
        offers: typed(&sheets, "offers", rows::offer),
        candidates: typed(&sheets, "candidates", rows::candidate),
        schemes: typed(&sheets, "schemes", rows::scheme),
        funds: typed(&sheets, "funds", rows::fund),
        obstacles: typed(&sheets, "obstacles", rows::obstacle),
        general_services: typed(&sheets, "general_services", rows::general_service),
        boundaries: outlines,
        travel: typed(&sheets, "travel", rows::travel),
        fingerprint: files.fingerprint(log),
    };
    let draft = Draft {
        region,
        scenario: scenario_lines,
        info: info_lines,
        sheets,
        has_roads: files.roads.is_some(),
    };
    consistency::check(&draft, log);
    Some(draft.region)
}

fn read_table(table: &'static schema::Table, files: &Files, log: &mut Log) -> Sheet {
    let file = table.file();
    let Some(bytes) = files.get(&file) else {
        let already_told = log.faults.iter().any(|fault| fault.file == file);
        if table.required && !already_told {
            log.fault(Fault::new("missing-file", At::file(&file)));
        }
        return Sheet::empty(
            table,
            if table.required || already_told {
                State::Broken
            } else {
                State::Absent
            },
        );
    };
    match decode::decode(&file, bytes, log) {
        Some(text) => sheet::read(table, text, log),
        None => Sheet::empty(table, State::Broken),
    }
}

fn read_toml<T: for<'de> Deserialize<'de>, U>(
    file: &str,
    keys: &[schema::Column],
    files: &Files,
    log: &mut Log,
    make: impl Fn(T) -> U,
) -> Option<(U, toml_file::Lines)> {
    let Some(bytes) = files.get(file) else {
        log.fault(Fault::new("missing-file", At::file(file)));
        return None;
    };
    let text = decode::decode(file, bytes, log)?;
    let lines = toml_file::check(file, text, keys, log)?;
    match toml::from_str(text) {
        Ok(value) => Some((make(value), lines)),
        // The keys have been checked one by one; what is left is a clash between them.
        Err(error) => {
            let line = error
                .span()
                .map_or(0, |span| decode::line_at(text.as_bytes(), span.start));
            log.fault(
                Fault::new("toml-syntax", At::file(file).line(line))
                    .with("detail", error.message()),
            );
            None
        }
    }
}

fn read_boundaries(
    files: &Files,
    sheets: &BTreeMap<&'static str, Sheet>,
    log: &mut Log,
) -> Vec<domain::Boundary> {
    let Some(bytes) = files.get(boundaries::FILE) else {
        return Vec::new();
    };
    let Some(text) = decode::decode(boundaries::FILE, bytes, log) else {
        return Vec::new();
    };
    let territories = sheets
        .get("territories")
        .filter(|sheet| sheet.state == State::Read);
    let known: Option<Vec<&str>> = territories.map(|sheet| sheet.ids().collect());
    boundaries::read(text, known.as_deref(), log)
}

/// `region.toml` as it stands in the file.
#[derive(Deserialize)]
struct RegionFile {
    id: String,
    name_lv: String,
    name_en: String,
    currency: String,
    plan_years: (i32, i32),
    extent: Option<[f64; 4]>,
    #[serde(default)]
    about: Vec<LocalText>,
    notice: Option<LocalText>,
    #[serde(default)]
    sources: BTreeMap<String, String>,
    #[serde(default)]
    assumptions: Vec<Assumption>,
}

impl RegionFile {
    fn into_info(self) -> RegionInfo {
        RegionInfo {
            id: self.id,
            name_lv: self.name_lv,
            name_en: self.name_en,
            currency: self.currency,
            plan_years: self.plan_years,
            extent: self.extent,
            sources: self.sources.into_iter().collect(),
            assumptions: self.assumptions,
            about: self.about,
            notice: self.notice,
        }
    }
}

/// Stands in a [`Draft`] for a `region.toml` with faults.
fn unknown_info() -> RegionInfo {
    RegionInfo {
        id: String::new(),
        name_lv: String::new(),
        name_en: String::new(),
        currency: String::new(),
        plan_years: (0, 0),
        extent: None,
        sources: Vec::new(),
        assumptions: Vec::new(),
        about: Vec::new(),
        notice: None,
    }
}

/// Stands in a [`Draft`] for a `scenario.toml` with faults.
fn unknown_scenario() -> Scenario {
    Scenario {
        year: 0,
        demand_scenario: String::new(),
        discount_rate: 0.0,
        building_life_years: 1.0,
        client_eur_per_hour: 0.0,
        family_eur_per_hour: 0.0,
        staff_eur_per_hour: 0.0,
        eur_per_km: 0.0,
        surcharge_eur_per_minute: 0.0,
        budget_eur: None,
        apart: Vec::new(),
        size_penalty: None,
        locks: Vec::new(),
        funds: Vec::new(),
        travel: Default::default(),
        single_source: Vec::new(),
        equity: None,
        demand_scenarios: Vec::new(),
        phases: Vec::new(),
        least_change: None,
        day_travel_from_home: false,
        rules: Default::default(),
    }
}
