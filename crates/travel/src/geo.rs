//! Isochrones and routes as GeoJSON.

use domain::LatLon;
use roads::{Isochrone, Route};
use serde_json::{Value, json};

/// Whose data the roads are; it belongs on every map made from them.
pub const ATTRIBUTION: &str = "© OpenStreetMap contributors, ODbL 1.0";

/// Areas within reach: for each point and limit a MultiPolygon with the
/// properties `from`, `minutes` and `profile`; the widest first, so that the
/// nearer are drawn upon it.
pub fn areas(points: &[(String, Vec<Isochrone>)], profile: &str) -> Value {
    let mut features = Vec::new();
    for (from, isochrones) in points {
        for isochrone in isochrones.iter().rev() {
            let polygons: Vec<Vec<Vec<[f64; 2]>>> = isochrone
                .polygons
                .iter()
                .map(|rings| rings.iter().map(|ring| coordinates(ring)).collect())
                .collect();
            features.push(json!({
                "type": "Feature",
                "properties": {
                    "from": from,
                    "minutes": isochrone.limit / 60,
                    "profile": profile,
                },
                "geometry": { "type": "MultiPolygon", "coordinates": polygons },
            }));
        }
    }
    collection(features)
}

/// The way between two points as a LineString with what is known of it.
pub fn line(route: &Route, ends: [LatLon; 2], profile: &str) -> Value {
    let [from, to] = ends.map(|at| [rounded(at.lon), rounded(at.lat)]);
    collection(vec![json!({
        "type": "Feature",
        "properties": {
            "profile": profile,
            "from": from,
            "to": to,
            "seconds": route.seconds,
            "metres": route.metres,
            "unpaved_metres": route.unpaved_metres,
            "ferry_metres": route.ferry_metres,
        },
        "geometry": { "type": "LineString", "coordinates": coordinates(&route.line) },
    })])
}

fn collection(features: Vec<Value>) -> Value {
    json!({
        "type": "FeatureCollection",
        "attribution": ATTRIBUTION,
        "features": features,
    })
}

fn coordinates(line: &[roads::LatLon]) -> Vec<[f64; 2]> {
    let each = line.iter();
    each.map(|at| [rounded(at.lon), rounded(at.lat)]).collect()
}

/// Degrees to a centimetre or so.
fn rounded(degrees: f64) -> f64 {
    (degrees * 1e7).round() / 1e7
}
