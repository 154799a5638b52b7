//! Two real feeds joined: plausible, and the same as trying everything on a
//! reading of the feeds that is not ours. The bus feed holds the early afternoon only.

mod common;
#[path = "common/oracle.rs"]
mod oracle;

use common::{answer, shared};
use gtfs_structures::{Exception, RawGtfs};
use oracle::{Vehicle, VehicleCall};
use std::collections::{HashMap, HashSet};
use std::path::PathBuf;
use transit::{Feeds, Options, Query, Timetable, Walk, Window};

type Place = (f64, f64);

/// From the south and the centre of the city.
const ORIGINS: [Place; 3] = [
    (-30.1157, -51.1739),
    (-30.0277, -51.2287),
    (-30.0612, -51.1502),
];
/// The central market, the university hospital and the airport.
const DESTINATIONS: [Place; 3] = [
    (-30.0273, -51.2278),
    (-30.0385, -51.2066),
    (-29.9897, -51.1754),
];

fn metres(a: Place, b: Place) -> f64 {
    let half = |a: f64, b: f64| ((b - a).to_radians() / 2.0).sin().powi(2);
    let across = a.0.to_radians().cos() * b.0.to_radians().cos();
    let square = half(a.0, b.0) + across * half(a.1, b.1);
    2.0 * 6_371_008.8 * square.sqrt().asin()
}

fn walks(from: &[Place], to: &[Place], farthest_m: f64) -> Vec<Vec<Walk>> {
    let near = |a: &Place| {
        let leg = |(index, b): (usize, &Place)| {
            let metres = metres(*a, *b);
            let seconds = (metres / (4.8 / 3.6)).ceil() as u32;
            (metres <= farthest_m && a != b).then_some(Walk {
                to: index as u32,
                seconds,
            })
        };
        to.iter().enumerate().filter_map(leg).collect()
    };
    from.iter().map(near).collect()
}

/// The vehicles of a Monday, read by `gtfs-structures`, with times spread by distance.
fn vehicles(
    path: &PathBuf,
    feed: &str,
    date: jiff::civil::Date,
    stops: &HashMap<String, usize>,
) -> Vec<Vehicle> {
    let raw = RawGtfs::from_path(path).unwrap();
    let mut services: HashSet<String> = HashSet::new();
    for calendar in raw.calendar.unwrap().unwrap() {
        if calendar.valid_weekday(date) && calendar.start_date <= date && date <= calendar.end_date
        {
            services.insert(calendar.id);
        }
    }
    for change in raw.calendar_dates.map_or(Vec::new(), Result::unwrap) {
        if change.date == date {
            match change.exception_type {
                Exception::Added => services.insert(change.service_id),
                Exception::Deleted => services.remove(&change.service_id),
            };
        }
    }
    let places: HashMap<String, Place> = raw
        .stops
        .unwrap()
        .into_iter()
        .map(|stop| (stop.id, (stop.latitude.unwrap(), stop.longitude.unwrap())))
        .collect();
    let trips = raw.trips.unwrap().into_iter();
    let mut trips: HashMap<String, Vec<_>> = trips
        .filter(|trip| services.contains(&trip.service_id))
        .map(|trip| (trip.id, Vec::new()))
        .collect();
    for row in raw.stop_times.unwrap() {
        if let Some(trip) = trips.get_mut(&row.trip_id) {
            trip.push(row);
        }
    }
    let mut vehicles = Vec::new();
    for mut rows in trips.into_values() {
        rows.sort_by_key(|row| row.stop_sequence);
        let mut along = vec![0.0];
        for pair in rows.windows(2) {
            let step = metres(places[&pair[0].stop_id], places[&pair[1].stop_id]);
            along.push(along.last().unwrap() + step);
        }
        let timed: Vec<usize> = (0..rows.len())
            .filter(|at| rows[*at].arrival_time.is_some())
            .collect();
        let call = |at: usize| {
            let after = timed.partition_point(|timed| *timed < at);
            let (arrival, departure) = match rows[at].arrival_time {
                Some(arrival) => (arrival, rows[at].departure_time.unwrap()),
                None => {
                    let (from, to) = (timed[after - 1], timed[after]);
                    let start = f64::from(rows[from].departure_time.unwrap());
                    let end = f64::from(rows[to].arrival_time.unwrap());
                    let share = (along[at] - along[from]) / (along[to] - along[from]);
                    let time = (start + share * (end - start)).round() as u32;
                    (time, time)
                }
            };
            VehicleCall {
                stop: stops[&format!("{feed}:{}", rows[at].stop_id)],
                arrival: i64::from(arrival),
                departure: i64::from(departure),
                board: true,
                alight: true,
            }
        };
        let calls = (0..rows.len()).map(call).collect();
        vehicles.push(Vehicle {
            calls,
            period: None,
        });
    }
    vehicles
}

fn timetable(paths: &[PathBuf]) -> Timetable {
    let feeds = Feeds::read(paths).unwrap();
    let date = feeds.typical_weekday().unwrap();
    feeds.timetable(date).unwrap()
}

#[test]
fn the_search_finds_what_trying_everything_finds() {
    let (Some(bus), Some(rail)) = (shared("poa_eptc.zip"), shared("poa_trensurb.zip")) else {
        return;
    };
    let timetable = timetable(&[bus.clone(), rail.clone()]);
    assert_eq!(timetable.date(), jiff::civil::date(2019, 4, 15), "a Monday");
    let places: Vec<Place> = timetable
        .stops()
        .iter()
        .map(|stop| (stop.lat, stop.lon))
        .collect();
    let access = walks(&ORIGINS, &places, 800.0);
    let egress = walks(&DESTINATIONS, &places, 800.0);
    let transfers = walks(&places, &places, 200.0);
    let query = Query {
        access: &access,
        egress: &egress,
        transfers: &transfers,
        direct: &|from, to| {
            Some((metres(ORIGINS[from], DESTINATIONS[to]) / (4.8 / 3.6)).ceil() as u32)
        },
        window: Window {
            from_s: 13 * 3600,
            until_s: 15 * 3600,
            step_s: 900,
        },
        options: Options {
            max_rides: 3,
            ..Options::default()
        },
    };
    let matrix = answer(&timetable, &query);

    let ids = timetable.stops().iter().enumerate();
    let ids: HashMap<String, usize> = ids.map(|(index, stop)| (stop.id.clone(), index)).collect();
    let mut all = vehicles(&bus, "poa_eptc", timetable.date(), &ids);
    all.extend(vehicles(&rail, "poa_trensurb", timetable.date(), &ids));
    assert_eq!(all.len(), timetable.run_count());
    let useful = |vehicle: &Vehicle| {
        let times = (
            vehicle.calls[0].departure,
            vehicle.calls.last().unwrap().arrival,
        );
        times.0 <= 17 * 3600 && times.1 >= 13 * 3600
    };
    all.retain(useful);
    let mut changes: oracle::Changes = (0..places.len()).map(|stop| (stop, stop, 0)).collect();
    for (from, walks) in transfers.iter().enumerate() {
        changes.extend(
            walks
                .iter()
                .map(|walk| (from, walk.to as usize, i64::from(walk.seconds))),
        );
    }
    for pair in [(0, 0), (0, 2), (1, 1), (1, 2), (2, 0)] {
        let expected = oracle::summary(&all, &changes, places.len(), &query, pair);
        assert_eq!(matrix.get(pair.0, pair.1), expected, "{pair:?}");
    }

    // Plausible: the train from the market to the airport takes a quarter of an hour.
    let to_airport = matrix.get(1, 2);
    let minutes = to_airport.median_s.unwrap() / 60;
    assert!((15..40).contains(&minutes), "{minutes}");
    assert_eq!(to_airport.rides, 1);
    let across = matrix.get(0, 2);
    assert!(across.median_s > to_airport.median_s, "{across:?}");
    assert!(across.rides >= 2, "{across:?}");
}
