//! Layers for a GIS (GeoJSON, RFC 7946: WGS 84, longitude first).

use crate::context::Context;
use domain::{LatLon, PlaceId, ServiceId, SiteRef};
use geojson::{Feature, FeatureCollection, Geometry};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// Seven decimals are a centimetre.
fn position(at: LatLon) -> [f64; 2] {
    [at.lon, at.lat].map(|degrees| (degrees * 1e7).round() / 1e7)
}

fn feature(geometry: Geometry, properties: Value) -> Feature {
    let properties: Map<String, Value> = match properties {
        Value::Object(properties) => properties,
        _ => Map::new(),
    };
    Feature {
        geometry: Some(geometry),
        properties: Some(properties),
        ..Feature::default()
    }
}

/// With the plan's notes: they say what the numbers rest on, and whose the roads are.
fn collection(c: &Context, features: Vec<Feature>) -> String {
    let notes: Vec<String> = c
        .plan
        .notes
        .iter()
        .map(|note| c.say(note.clone()))
        .collect();
    let members = [("notes".to_owned(), json!(notes))];
    FeatureCollection {
        bbox: None,
        features,
        foreign_members: Some(members.into_iter().collect()),
    }
    .to_string()
}

/// Existing offers and measures.
pub fn sites(c: &Context) -> String {
    let mut features = Vec::new();
    for row in &c.region.offers {
        let Some(at) = c.region.position(&SiteRef::Site(row.site.clone())) else {
            continue;
        };
        let site = c.region.site(&row.site);
        features.push(feature(
            Geometry::new_point(position(at)),
            json!({
                "kind": "existing",
                "site": row.site,
                "name": site.map(|site| &site.name),
                "service": row.service,
                "service_name": c.service(&row.service),
                "host": site.map(|site| c.municipality(&site.host)),
                "owner": site.map(|site| c.municipality(&site.owner)),
                "places": row.places,
            }),
        ));
    }
    for (number, row) in c.measures() {
        let Some(at) = c
            .region
            .position(&SiteRef::Candidate(row.candidate.clone()))
        else {
            continue;
        };
        features.push(feature(
            Geometry::new_point(position(at)),
            json!({
                "kind": "new",
                "number": number,
                "site": row.candidate,
                "name": row.name,
                "service": row.service,
                "service_name": c.service(&row.service),
                "host": c.municipality(&row.host),
                "owner": c.municipality(&row.owner),
                "places": row.places,
                "persons": row.persons,
                "capital_eur": row.capital,
            }),
        ));
    }
    collection(c, features)
}

/// Who goes where: a line for each place, site and service.
pub fn flows(c: &Context) -> String {
    type Flow<'p> = (&'p PlaceId, Option<&'p SiteRef>, &'p SiteRef, &'p ServiceId);
    let mut flows: BTreeMap<Flow<'_>, (u32, f64)> = BTreeMap::new();
    for row in &c.plan.assignments {
        let flow = flows
            .entry((&row.place, row.from.as_ref(), &row.site, &row.service))
            .or_default();
        flow.0 += row.persons;
        flow.1 = row.minutes;
    }
    let features = flows
        .into_iter()
        .filter_map(|((place, home, site, service), (persons, minutes))| {
            let from = c.region.place(place)?;
            let at = c.whence_at(place, home)?;
            let to = c.region.position(site)?;
            Some(feature(
                Geometry::new_line_string([position(at), position(to)]),
                json!({
                    "place": place,
                    "place_name": from.name,
                    "home": home.map(SiteRef::id),
                    "site": site.id(),
                    "site_name": c.region.site_name(site),
                    "service": service,
                    "service_name": c.service(service),
                    "persons": persons,
                    "minutes": minutes,
                }),
            ))
        })
        .collect();
    collection(c, features)
}
