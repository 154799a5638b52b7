//! Routes drawn pairs of points on extracts, for the fallback's fit.

use super::fallback::{self, BANDS, Trip};
use super::points::draw;
use super::sample::Rng;
use super::stages::{Said, THREADS, prepared};
use osmpbf::{Element, ElementReader};
use roads::{Changes, LatLon, Network, Snap};
use serde_json::{Value, json};
use std::collections::HashSet;
use std::error::Error;

/// Detour and speed by distance on each extract, and on all of them together.
pub fn fit(profile: &str, detour: f64, kmh: f64, extracts: &[&str]) -> Said {
    let mut trips = Vec::new();
    for extract in extracts {
        let network = prepared(extract, profile)?;
        let closed = ferries_closed(extract, &network)?;
        let profile = network.profile().clone();
        let network = network.with_metric(&profile, &closed, THREADS)?;
        let mut rng = Rng::new(11);
        let (from, to) = (
            draw(&network, &mut rng, 400)?,
            draw(&network, &mut rng, 400)?,
        );
        trips.push(routed(&network, &from, &to)?);
    }
    let mut shares = Vec::new();
    let mut bands = Vec::new();
    for band in BANDS {
        let each: Vec<Vec<Trip>> = trips
            .iter()
            .map(|trips| fallback::in_band(trips, band))
            .collect();
        let all: Vec<Trip> = each
            .iter()
            .flat_map(|trips| fallback::share(trips))
            .collect();
        let fits: Vec<Value> = each
            .iter()
            .map(|trips| fallback::fit(trips, (detour, kmh)))
            .collect();
        bands.push(json!({
            "km": [band.0, band.1],
            "extracts": fits,
            "all": fallback::fit(&all, (detour, kmh)),
        }));
        shares.extend(all);
    }
    Ok(json!({ "bands": bands, "all": fallback::fit(&shares, (detour, kmh)) }))
}

/// Trips between all pairs that have a way.
fn routed(network: &Network, from: &[Snap], to: &[Snap]) -> Result<Vec<Trip>, Box<dyn Error>> {
    let matrix = network.matrix(from, to, THREADS, true, &mut |_| true)?;
    let mut trips = Vec::new();
    for (row, from) in from.iter().enumerate() {
        for (column, to) in to.iter().enumerate() {
            if let (Some(ms), Some(metres)) =
                (matrix.milliseconds(row, column), matrix.metres(row, column))
            {
                trips.push(Trip {
                    direct: great_circle_metres(from.foot, to.foot),
                    metres: f64::from(metres),
                    seconds: f64::from(ms) / 1e3,
                });
            }
        }
    }
    Ok(trips)
}

/// Haversine on a sphere of the mean Earth radius of GRS 80, as the product's fallback has it.
fn great_circle_metres(a: LatLon, b: LatLon) -> f64 {
    let (lat_a, lat_b) = (a.lat.to_radians(), b.lat.to_radians());
    let half_lat = ((lat_b - lat_a) / 2.0).sin();
    let half_lon = ((b.lon - a.lon).to_radians() / 2.0).sin();
    let square = half_lat * half_lat + lat_a.cos() * lat_b.cos() * half_lon * half_lon;
    2.0 * 6_371_008.8 * square.sqrt().min(1.0).asin()
}

/// Closes all ferries of a network: beside them no detour factor makes sense.
fn ferries_closed(extract: &str, network: &Network) -> Result<Changes, Box<dyn Error>> {
    let ways: HashSet<u64> = network.graph().piece_way.iter().copied().collect();
    let mut ferries = Vec::new();
    ElementReader::from_path(extract)?.for_each(|element| {
        if let Element::Way(way) = element
            && ways.contains(&(way.id() as u64))
            && way.tags().any(|tag| tag == ("route", "ferry"))
        {
            ferries.push((way.id(), 0.0));
        }
    })?;
    Ok(Changes::new("ferries", ferries))
}
