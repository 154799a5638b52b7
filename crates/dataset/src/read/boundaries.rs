//! Outlines of territories from `boundaries.geojson`.

use super::decode::line_at;
use super::references::unknown_id;
use crate::fault::{At, Fault, Log};
use domain::{Boundary, LatLon, TerritoryId};
use geojson::{Feature, GeoJson, GeometryValue, PolygonType};

/// The file's name.
pub const FILE: &str = "boundaries.geojson";

/// Reads the outlines. `known` are the ids of territories, where they could be
/// read.
pub fn read(text: &str, known: Option<&[&str]>, log: &mut Log) -> Vec<Boundary> {
    let at = At::file(FILE);
    let features = match text.parse::<GeoJson>() {
        Ok(GeoJson::FeatureCollection(collection)) => collection.features,
        Ok(_) => {
            log.fault(Fault::new("not-features", at));
            return Vec::new();
        }
        Err(error) => {
            let line = serde_json::from_str::<serde::de::IgnoredAny>(text)
                .err()
                .map_or(0, |error| error.line() as u32);
            log.fault(Fault::new("not-geojson", at.line(line)).with("detail", error.to_string()));
            return Vec::new();
        }
    };
    let mut boundaries: Vec<Boundary> = Vec::new();
    for (i, feature) in features.iter().enumerate() {
        let path = format!("features[{i}]");
        match boundary(feature, at.column(&path)) {
            Ok(found) => {
                let at = at.line(line_of(text, found.id.as_str())).column("id");
                if let Some(known) = known.filter(|known| !known.contains(&found.id.as_str())) {
                    log.fault(unknown_id(at, found.id.as_str(), known, "territories.csv"));
                } else if boundaries.iter().any(|other| other.id == found.id) {
                    log.fault(Fault::new("boundary-twice", at).with("value", found.id.as_str()));
                } else {
                    boundaries.push(found);
                }
            }
            Err(fault) => log.fault(*fault),
        }
    }
    boundaries
}

fn boundary(feature: &Feature, at: At<'_>) -> Result<Boundary, Box<Fault>> {
    let id = feature
        .property("id")
        .and_then(|id| id.as_str())
        .filter(|id| !id.is_empty());
    let id = TerritoryId::from(id.ok_or_else(|| Box::new(Fault::new("boundary-without-id", at)))?);
    let polygons = match feature.geometry.as_ref().map(|geometry| &geometry.value) {
        Some(GeometryValue::Polygon { coordinates }) => {
            rings(coordinates).map(|polygon| vec![polygon])
        }
        Some(GeometryValue::MultiPolygon { coordinates }) => {
            coordinates.iter().map(rings).collect()
        }
        _ => None,
    };
    let polygons = polygons
        .ok_or_else(|| Box::new(Fault::new("not-a-polygon", at).with("value", id.as_str())))?;
    Ok(Boundary { id, polygons })
}

/// The rings of a polygon; `None` unless each is closed and lies on Earth.
fn rings(polygon: &PolygonType) -> Option<Vec<Vec<LatLon>>> {
    let ring = |ring: &Vec<geojson::Position>| {
        let points: Option<Vec<LatLon>> = ring.iter().map(point).collect();
        points.filter(|points| points.len() >= 4 && points.first() == points.last())
    };
    let rings: Option<Vec<Vec<LatLon>>> = polygon.iter().map(ring).collect();
    rings.filter(|rings| !rings.is_empty())
}

fn point(position: &geojson::Position) -> Option<LatLon> {
    let [lon, lat, ..] = *position.as_slice() else {
        return None;
    };
    (lat.abs() <= 90.0 && lon.abs() <= 180.0).then_some(LatLon { lat, lon })
}

/// The line on which an id stands in quotes.
fn line_of(text: &str, id: &str) -> u32 {
    text.find(&format!("\"{id}\""))
        .map_or(0, |position| line_at(text.as_bytes(), position))
}
