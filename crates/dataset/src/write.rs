//! A region written as a package that reads back equal.

use crate::datapackage::{datapackage, has_rows};
use crate::read::boundaries;
use crate::schema;
use domain::*;
use serde_json::json;
use std::fmt::Display;
use std::fs;
use std::path::Path;

/// Why a package was not written.
#[derive(Debug, thiserror::Error)]
#[error("failed to write {file}: {why}")]
pub struct WriteError {
    /// The file.
    pub file: String,
    /// The system's reason.
    pub why: String,
}

impl WriteError {
    pub(crate) fn new(file: &str, why: impl Display) -> Self {
        Self {
            file: file.to_owned(),
            why: why.to_string(),
        }
    }

    /// The error in words for people.
    pub fn message(&self) -> Message {
        Message::new("import-cannot-write")
            .with("file", self.file.as_str())
            .with("why", self.why.as_str())
    }
}

/// Writes a region as a package with `datapackage.json`; the folder comes into
/// being if need be. Tables without rows are left out.
///
/// # Errors
///
/// When a file cannot be written, or when the folder holds a table that the
/// region does not have, or lacks its approved plan: what was written would then not read
/// back equal.
pub fn write(region: &Region, dir: &Path) -> Result<(), WriteError> {
    let folder = dir.display().to_string();
    fs::create_dir_all(dir).map_err(|error| WriteError::new(&folder, error))?;
    for table in schema::TABLES
        .iter()
        .filter(|table| !has_rows(region, table.name))
    {
        if dir.join(table.file()).exists() {
            return Err(WriteError::new(
                &table.file(),
                std::io::Error::from(std::io::ErrorKind::AlreadyExists),
            ));
        }
    }
    // The region holds what an approved plan opens, not the plan.
    if let Some(change) = &region.scenario.least_change
        && !dir.join(&change.plan).is_file()
    {
        return Err(WriteError::new(
            &change.plan,
            std::io::Error::from(std::io::ErrorKind::NotFound),
        ));
    }
    for (file, text) in files(region)? {
        fs::write(dir.join(&file), text).map_err(|error| WriteError::new(&file, error))?;
    }
    Ok(())
}

/// The files of a region's package and what they hold.
fn files(region: &Region) -> Result<Vec<(String, String)>, WriteError> {
    let mut files = vec![
        ("datapackage.json".to_owned(), datapackage(region)),
        ("region.toml".to_owned(), region_toml(&region.info)?),
        (
            "scenario.toml".to_owned(),
            toml::to_string(&region.scenario)
                .map_err(|error| WriteError::new("scenario.toml", error))?,
        ),
    ];
    for table in schema::TABLES
        .iter()
        .filter(|table| has_rows(region, table.name))
    {
        files.push((
            table.file(),
            csv_text(table.name, records(region, table.name))?,
        ));
    }
    if !region.boundaries.is_empty() {
        files.push((boundaries::FILE.to_owned(), geojson(&region.boundaries)));
    }
    Ok(files)
}

/// The text of a table.
pub(crate) fn csv_text(table: &str, records: Vec<Vec<String>>) -> Result<String, WriteError> {
    let file = format!("{table}.csv");
    let columns = schema::table(table).map_or(&[][..], |table| table.columns);
    let mut writer = csv::Writer::from_writer(Vec::new());
    let failed = |error: csv::Error| WriteError::new(&file, error);
    writer
        .write_record(columns.iter().map(|column| column.name))
        .map_err(failed)?;
    for record in records {
        writer.write_record(record).map_err(failed)?;
    }
    let bytes = writer
        .into_inner()
        .map_err(|error| WriteError::new(&file, error))?;
    String::from_utf8(bytes).map_err(|error| WriteError::new(&file, error))
}

fn region_toml(info: &RegionInfo) -> Result<String, WriteError> {
    #[derive(serde::Serialize)]
    struct File<'a> {
        id: &'a str,
        name_lv: &'a str,
        name_en: &'a str,
        currency: &'a str,
        plan_years: (i32, i32),
        #[serde(skip_serializing_if = "Option::is_none")]
        extent: Option<[f64; 4]>,
        #[serde(skip_serializing_if = "<[_]>::is_empty")]
        about: &'a [LocalText],
        #[serde(skip_serializing_if = "Option::is_none")]
        notice: Option<&'a LocalText>,
        sources: std::collections::BTreeMap<&'a str, &'a str>,
        #[serde(skip_serializing_if = "<[_]>::is_empty")]
        assumptions: &'a [Assumption],
    }
    let file = File {
        id: &info.id,
        name_lv: &info.name_lv,
        name_en: &info.name_en,
        currency: &info.currency,
        plan_years: info.plan_years,
        extent: info.extent,
        about: &info.about,
        notice: info.notice.as_ref(),
        sources: info
            .sources
            .iter()
            .map(|(table, source)| (table.as_str(), source.as_str()))
            .collect(),
        assumptions: &info.assumptions,
    };
    toml::to_string(&file).map_err(|error| WriteError::new("region.toml", error))
}

fn geojson(boundaries: &[Boundary]) -> String {
    let features: Vec<serde_json::Value> = boundaries
        .iter()
        .map(|outline| {
            let polygons: Vec<Vec<Vec<[f64; 2]>>> = outline
                .polygons
                .iter()
                .map(|rings| {
                    rings
                        .iter()
                        .map(|ring| ring.iter().map(|at| [at.lon, at.lat]).collect())
                        .collect()
                })
                .collect();
            json!({
                "type": "Feature",
                "properties": { "id": outline.id },
                "geometry": { "type": "MultiPolygon", "coordinates": polygons },
            })
        })
        .collect();
    // One outline a line, so that differences between versions can be read.
    let lines: Vec<String> = features.iter().map(serde_json::Value::to_string).collect();
    format!(
        "{{\"type\": \"FeatureCollection\", \"features\": [\n{}\n]}}\n",
        lines.join(",\n")
    )
}

fn opt<T: Display>(value: &Option<T>) -> String {
    value.as_ref().map(T::to_string).unwrap_or_default()
}

fn list<T: Display>(values: &[T]) -> String {
    let values: Vec<String> = values.iter().map(T::to_string).collect();
    values.join("|")
}

fn lat(at: &Option<LatLon>) -> String {
    at.map(|at| at.lat.to_string()).unwrap_or_default()
}

fn lon(at: &Option<LatLon>) -> String {
    at.map(|at| at.lon.to_string()).unwrap_or_default()
}

macro_rules! cells {
    ($($cell:expr),+ $(,)?) => { vec![$($cell.to_string()),+] };
}

/// The rows of a table, cells in the order of the schema.
fn records(region: &Region, table: &str) -> Vec<Vec<String>> {
    match table {
        "territories" => region
            .territories
            .iter()
            .map(|r| {
                cells![
                    r.id,
                    r.name_lv,
                    r.name_en,
                    r.kind,
                    opt(&r.parent),
                    opt(&r.valid_from),
                    opt(&r.valid_to),
                    list(&r.successors)
                ]
            })
            .collect(),
        "partners" => region
            .partners
            .iter()
            .map(|r| cells![r.territory, r.status, opt(&r.date), r.source])
            .collect(),
        "wishes" => region
            .wishes
            .iter()
            .map(|r| {
                cells![
                    r.territory,
                    r.service,
                    r.stance,
                    opt(&r.own_money),
                    r.note,
                    r.source
                ]
            })
            .collect(),
        "places" => region
            .places
            .iter()
            .map(|r| {
                cells![
                    r.id,
                    r.name,
                    r.territory,
                    r.at.lat,
                    r.at.lon,
                    opt(&r.population),
                    r.source
                ]
            })
            .collect(),
        "population" => population(&region.population),
        "services" => region.services.iter().map(service).collect(),
        "needs" => needs(&region.needs),
        "bundles" => region
            .bundles
            .iter()
            .map(|r| {
                cells![
                    r.place,
                    r.target_group,
                    list(&r.services),
                    r.persons,
                    r.source
                ]
            })
            .collect(),
        "moves" => region
            .moves
            .iter()
            .map(|r| {
                cells![
                    r.institution,
                    r.destination,
                    r.target_group,
                    list(&r.services),
                    r.persons,
                    opt(&r.year)
                ]
            })
            .collect(),
        "institutions" => region
            .institutions
            .iter()
            .map(|r| {
                cells![
                    r.id,
                    r.name,
                    r.kind,
                    r.at.lat,
                    r.at.lon,
                    opt(&r.residents),
                    opt(&r.admissions_per_year),
                    opt(&r.waiting),
                    opt(&r.planned),
                    r.source
                ]
            })
            .collect(),
        "sites" => region
            .sites
            .iter()
            .map(|r| {
                cells![
                    r.id,
                    r.name,
                    opt(&r.place),
                    lat(&r.at),
                    lon(&r.at),
                    r.host,
                    r.owner,
                    opt(&r.accessible),
                    r.source
                ]
            })
            .collect(),
        "offers" => region
            .offers
            .iter()
            .map(|r| {
                cells![
                    r.site,
                    r.service,
                    r.places,
                    r.places_taken,
                    r.payer.as_str(),
                    r.funded_by,
                    opt(&r.until_year),
                    r.source
                ]
            })
            .collect(),
        "candidates" => region
            .candidates
            .iter()
            .map(|r| {
                cells![
                    r.id,
                    r.name,
                    opt(&r.place),
                    lat(&r.at),
                    lon(&r.at),
                    r.host,
                    r.owner,
                    opt(&r.expands),
                    list(&r.services),
                    r.site_capital,
                    r.capital_factor,
                    opt(&r.max_places),
                    list(&r.flags),
                    r.source
                ]
            })
            .collect(),
        "schemes" => region
            .schemes
            .iter()
            .map(|r| {
                cells![
                    r.id,
                    list(&r.services),
                    r.partners_only,
                    r.eligible_share,
                    r.eu,
                    r.state,
                    r.municipality,
                    opt(&r.running_until_year)
                ]
            })
            .collect(),
        "funds" => region
            .funds
            .iter()
            .map(|r| cells![r.payer.as_str(), opt(&r.territory), opt(&r.year), r.ceiling])
            .collect(),
        "obstacles" => region
            .obstacles
            .iter()
            .map(|r| {
                let (service, kind) = match &r.to {
                    ObstacleTo::Service(id) => (id.as_str(), ""),
                    ObstacleTo::General(kind) => ("", kind.as_str()),
                };
                cells![
                    r.territory,
                    opt(&r.target_group),
                    service,
                    kind,
                    r.text.lv,
                    r.text.en,
                    r.severity,
                    r.source
                ]
            })
            .collect(),
        "general_services" => region
            .general_services
            .iter()
            .map(|r| cells![r.id, r.kind, r.name, r.at.lat, r.at.lon, r.source])
            .collect(),
        "travel" => region
            .travel
            .iter()
            .map(|r| cells![r.from, r.to, opt(&r.seconds), opt(&r.metres), r.profile])
            .collect(),
        _ => Vec::new(),
    }
}

fn service(r: &Service) -> Vec<String> {
    cells![
        r.id,
        r.name_lv,
        r.name_en,
        list(&r.target_groups),
        r.delivery,
        r.profile,
        opt(&r.visits_per_year),
        r.standard_min,
        r.limit_min,
        list(&r.sizes),
        r.persons_per_place,
        opt(&r.hours_per_worker_week),
        opt(&r.visit_hours),
        r.capital_per_place,
        r.site_per_year,
        r.place_per_year,
        r.staff_per_place,
        r.min_occupancy,
        opt(&r.max_per_site),
        r.unmet,
        r.source,
    ]
}

/// The rows of `population.csv`.
pub(crate) fn population(rows: &[Population]) -> Vec<Vec<String>> {
    rows.iter()
        .map(|r| {
            cells![
                r.territory,
                r.year,
                r.sex,
                opt(&r.age_from),
                opt(&r.age_to),
                opt(&r.target_group),
                r.persons,
                r.source
            ]
        })
        .collect()
}

/// The rows of `needs.csv`.
pub(crate) fn needs(rows: &[Need]) -> Vec<Vec<String>> {
    rows.iter()
        .map(|r| {
            let (place, territory) = match &r.area {
                NeedArea::Place(id) => (id.as_str(), ""),
                NeedArea::Territory(id) => ("", id.as_str()),
            };
            cells![
                place,
                territory,
                r.target_group,
                r.service,
                r.persons,
                opt(&r.hours_per_week),
                opt(&r.year),
                r.scenario,
                r.source
            ]
        })
        .collect()
}
