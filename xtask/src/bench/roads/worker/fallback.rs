//! How well a detour factor and a speed stand for roads: what they would have to
//! be on real extracts, by distance, and how far off the minutes then are.

use serde_json::{Value, json};

/// Great-circle distances of a band, in kilometres: from, up to.
pub const BANDS: [(f64, f64); 3] = [(1.0, 5.0), (5.0, 20.0), (20.0, 60.0)];

/// Pairs that an extract gives to a band of all extracts together, so that a
/// large extract does not outvote the others.
const SHARE: usize = 500;

/// One way by road.
#[derive(Clone, Copy)]
pub struct Trip {
    /// Great-circle metres between its ends.
    pub direct: f64,
    /// Metres by road.
    pub metres: f64,
    /// Seconds by road.
    pub seconds: f64,
}

/// Trips of an extract whose ends lie as far apart as a band says.
pub fn in_band(trips: &[Trip], (from, to): (f64, f64)) -> Vec<Trip> {
    let within = |trip: &&Trip| (from * 1e3..to * 1e3).contains(&trip.direct);
    trips.iter().filter(within).copied().collect()
}

/// An extract's share of a band of all extracts together; empty if it has too few trips.
pub fn share(trips: &[Trip]) -> Vec<Trip> {
    let step = trips.len() / SHARE;
    if step == 0 {
        return Vec::new();
    }
    trips.iter().step_by(step).take(SHARE).copied().collect()
}

/// Medians and quartiles of detour and speed, and how well the medians, or the
/// numbers `other` (detour, km/h), tell the seconds of these same trips.
pub fn fit(trips: &[Trip], other: (f64, f64)) -> Value {
    if trips.is_empty() {
        return Value::Null;
    }
    let detour = quartiles(trips.iter().map(|trip| trip.metres / trip.direct));
    let kmh = quartiles(trips.iter().map(|trip| 3.6 * trip.metres / trip.seconds));
    json!({
        "trips": trips.len(),
        "detour": detour,
        "kmh": kmh,
        "fitted": errors(trips, (detour[1], kmh[1])),
        "other": errors(trips, other),
    })
}

/// Median relative error, and the share of trips whose seconds are told within 20 %.
fn errors(trips: &[Trip], (detour, kmh): (f64, f64)) -> Value {
    let error = |trip: &Trip| (trip.direct * detour / (kmh / 3.6) / trip.seconds - 1.0).abs();
    let close = trips.iter().filter(|trip| error(trip) <= 0.2).count();
    json!({
        "median_error": quartiles(trips.iter().map(error))[1],
        "within_20": close as f64 / trips.len() as f64,
    })
}

fn quartiles(values: impl Iterator<Item = f64>) -> [f64; 3] {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    [1, 2, 3].map(|quarter| values[(values.len() - 1) * quarter / 4])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trip(direct: f64, metres: f64, seconds: f64) -> Trip {
        Trip {
            direct,
            metres,
            seconds,
        }
    }

    #[test]
    fn trips_that_keep_a_detour_and_a_speed_are_told_exactly() {
        let trips: Vec<Trip> = (1..9)
            .map(|km| {
                trip(
                    f64::from(km) * 1e3,
                    f64::from(km) * 1.25e3,
                    f64::from(km) * 75.0,
                )
            })
            .collect();
        let said = fit(&trips, (1.25, 30.0));
        assert_eq!(said["detour"][1], 1.25);
        assert_eq!(said["kmh"][1], 60.0);
        assert_eq!(said["fitted"]["within_20"], 1.0);
        assert_eq!(said["other"]["median_error"], 1.0);
    }

    #[test]
    fn a_band_includes_its_nearer_edge_and_not_its_farther() {
        let trips = [trip(1_000.0, 1.0, 1.0), trip(5_000.0, 1.0, 1.0)];
        assert_eq!(in_band(&trips, BANDS[0]).len(), 1);
        assert_eq!(in_band(&trips, BANDS[1]).len(), 1);
    }

    #[test]
    fn an_extract_with_few_trips_has_no_share() {
        let many = vec![trip(1.0, 1.0, 1.0); SHARE];
        assert_eq!(share(&many).len(), SHARE);
        assert!(share(&many[1..]).is_empty());
    }
}
