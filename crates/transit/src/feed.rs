//! One feed, read and checked, of all its dates.

use crate::calendar::{Added, Calendar, Days};
use crate::error::{Fault, FaultKind};
use crate::gaps::{self, Call};
use crate::note::{Note, NoteKind, Notes};
use crate::rules::{self, Rule};
use crate::source::Source;
use gtfs_structures as gtfs;
use gtfs_structures::{ExactTimes, Exception, PickupDropOffType};
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::HashMap;
use std::ops::Range;

/// More runs than this from one row of `frequencies.txt` is an error of writing.
const MOST_RUNS: u32 = 10_000;

/// A feed.
pub struct Feed {
    pub name: String,
    pub timezone: String,
    pub stops: Vec<FeedStop>,
    pub trips: Vec<Trip>,
    pub calls: Vec<Call>,
    pub calendar: Calendar,
    pub days: Days,
    /// Rules between two stops or stations (indices).
    pub rules: Vec<(u32, u32, Rule)>,
    pub notes: Vec<Note>,
}

/// A row of `stops.txt`.
pub struct FeedStop {
    pub id: String,
    pub name: String,
    /// Latitude and longitude in degrees; the station's if the stop has none.
    pub place: Option<(f64, f64)>,
    pub station: Option<u32>,
}

/// A trip that can be used.
pub struct Trip {
    pub service: u32,
    /// Its calls, in [`Feed::calls`].
    pub calls: Range<usize>,
    /// Its rows of `frequencies.txt`; `None` if it has none.
    pub periods: Option<Vec<Period>>,
}

/// A row of `frequencies.txt`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// Departure of the first vehicle from the first stop, in seconds after midnight.
    pub start: u32,
    /// No vehicle departs from then on.
    pub end: u32,
    /// Seconds between vehicles.
    pub headway: u32,
    /// Whether they keep to these very times.
    pub exact: bool,
}

impl Period {
    /// Vehicles within the period.
    pub fn runs(self) -> u32 {
        (self.end - self.start).div_ceil(self.headway)
    }
}

impl Trip {
    /// Vehicles a day.
    pub fn runs(&self) -> usize {
        let count = |periods: &Vec<Period>| periods.iter().map(|p| p.runs() as usize).sum();
        self.periods.as_ref().map_or(1, count)
    }
}

#[derive(Deserialize)]
struct Agency {
    agency_timezone: String,
}

/// Reads a feed; adds its faults.
pub fn read(mut source: Source, faults: &mut Vec<Fault>) -> Option<Feed> {
    let before = faults.len();
    let mut reading = Reading {
        feed: source.name.clone(),
        faults,
        notes: Notes::default(),
    };
    let timezone = reading.timezone(&mut source);
    let (stops, stop_index) = reading.stops(&mut source);
    let calendar = reading.calendar(&mut source);
    let (mut trips, trip_index) = reading.trips(&mut source, &calendar);
    let rows = reading.stop_times(&mut source, &stop_index, &trip_index);
    reading.frequencies(&mut source, &mut trips, &trip_index);
    let rules = reading.transfers(&mut source, &stop_index);
    if reading.faults.len() > before {
        return None;
    }
    let (trips, calls) = reading.assemble(trips, rows, &stops);
    let mut runs = vec![0; calendar.len()];
    for trip in &trips {
        runs[trip.service as usize] += trip.runs();
    }
    let days = calendar.days(&runs);
    if days.span().is_none() {
        reading.fault("trips.txt", FaultKind::NoTrips);
    }
    if reading.faults.len() > before {
        return None;
    }
    Some(Feed {
        notes: reading.notes.of_feed(&reading.feed),
        name: reading.feed,
        timezone,
        stops,
        trips,
        calls,
        calendar,
        days,
        rules,
    })
}

/// A row of `trips.txt`, before its calls are known.
struct Planned {
    id: String,
    service: Option<u32>,
    periods: Option<Vec<Period>>,
}

type Index = HashMap<String, u32>;

struct Reading<'a> {
    feed: String,
    faults: &'a mut Vec<Fault>,
    notes: Notes,
}

impl Reading<'_> {
    fn fault(&mut self, file: &'static str, kind: FaultKind) {
        self.faults.push(Fault {
            feed: self.feed.clone(),
            file,
            line: None,
            kind,
        });
    }

    /// Reads a file that every feed must have.
    fn needed<Row>(
        &mut self,
        source: &mut Source,
        file: &'static str,
        columns: &[&'static str],
        take: impl FnMut(Row, u64) -> Result<(), FaultKind>,
    ) where
        Row: for<'a> Deserialize<'a>,
    {
        if !source.rows(file, columns, self.faults, take) {
            self.fault(file, FaultKind::MissingFile);
        }
    }

    fn timezone(&mut self, source: &mut Source) -> String {
        let mut timezone = String::new();
        self.needed(
            source,
            "agency.txt",
            &["agency_timezone"],
            |row: Agency, _| {
                if timezone.is_empty() {
                    timezone = row.agency_timezone;
                }
                Ok(())
            },
        );
        timezone
    }

    fn stops(&mut self, source: &mut Source) -> (Vec<FeedStop>, Index) {
        let mut stops = Vec::new();
        let mut parents = Vec::new();
        let mut index = Index::new();
        self.needed(source, "stops.txt", &["stop_id"], |row: gtfs::Stop, _| {
            let place = row.latitude.zip(row.longitude);
            if index.insert(row.id.clone(), stops.len() as u32).is_some() {
                return Err(FaultKind::Twice {
                    column: "stop_id",
                    id: row.id,
                });
            }
            stops.push(FeedStop {
                id: row.id,
                name: row.name.unwrap_or_default(),
                place: place.filter(on_globe),
                station: None,
            });
            parents.push(row.parent_station.filter(|id| !id.is_empty()));
            Ok(())
        });
        let mut unknown = Unknown::new("parent_station", "stops.txt");
        for (child, parent) in parents.into_iter().enumerate() {
            let Some(parent) = parent else { continue };
            match index.get(&parent) {
                Some(&station) => {
                    stops[child].station = Some(station);
                    let place = stops[station as usize].place;
                    stops[child].place = stops[child].place.or(place);
                }
                None => unknown.add(&parent, child as u64 + 2),
            }
        }
        self.faults.extend(unknown.fault(&self.feed, "stops.txt"));
        (stops, index)
    }

    fn calendar(&mut self, source: &mut Source) -> Calendar {
        let mut calendar = Calendar::default();
        let notes = &mut self.notes;
        let weeks = source.rows(
            "calendar.txt",
            &["service_id", "start_date", "end_date"],
            self.faults,
            |row: gtfs::Calendar, _| {
                plausible(row.start_date, "start_date")?;
                plausible(row.end_date, "end_date")?;
                match calendar.add_week(&row) {
                    Added::First => {}
                    Added::Again => notes.add(NoteKind::RepeatedService, &row.id),
                    Added::Otherwise => {
                        return Err(FaultKind::Twice {
                            column: "service_id",
                            id: row.id,
                        });
                    }
                }
                Ok(())
            },
        );
        let dates = source.rows(
            "calendar_dates.txt",
            &["service_id", "date", "exception_type"],
            self.faults,
            |row: gtfs::CalendarDate, _| {
                plausible(row.date, "date")?;
                let runs = row.exception_type == Exception::Added;
                calendar.add_exception(&row.service_id, row.date, runs);
                Ok(())
            },
        );
        if !weeks && !dates {
            self.fault("calendar.txt", FaultKind::MissingFile);
        }
        calendar
    }

    fn trips(&mut self, source: &mut Source, calendar: &Calendar) -> (Vec<Planned>, Index) {
        let mut trips = Vec::new();
        let mut index = Index::new();
        self.needed(
            source,
            "trips.txt",
            &["trip_id", "service_id"],
            |row: gtfs::RawTrip, _| {
                if index.insert(row.id.clone(), trips.len() as u32).is_some() {
                    return Err(FaultKind::Twice {
                        column: "trip_id",
                        id: row.id,
                    });
                }
                trips.push(Planned {
                    id: row.id,
                    service: calendar.find(&row.service_id),
                    periods: None,
                });
                Ok(())
            },
        );
        (trips, index)
    }

    fn stop_times(&mut self, source: &mut Source, stops: &Index, trips: &Index) -> Vec<gaps::Row> {
        let mut rows = Vec::new();
        let mut unknown_stops = Unknown::new("stop_id", "stops.txt");
        let mut unknown_trips = Unknown::new("trip_id", "trips.txt");
        let mut notes = std::mem::take(&mut self.notes);
        self.needed(
            source,
            "stop_times.txt",
            &[
                "trip_id",
                "arrival_time",
                "departure_time",
                "stop_id",
                "stop_sequence",
            ],
            |row: gtfs::RawStopTime, line| {
                let (board, board_booked) = served(row.pickup_type, "pickup_type")?;
                let (alight, alight_booked) = served(row.drop_off_type, "drop_off_type")?;
                if row.stop_id.is_empty() {
                    notes.add(NoteKind::AreaStopTime, &row.trip_id);
                    return Ok(());
                }
                if board_booked || alight_booked {
                    notes.add(NoteKind::Booked, &row.trip_id);
                }
                match (trips.get(&row.trip_id), stops.get(&row.stop_id)) {
                    (Some(&trip), Some(&stop)) => rows.push(gaps::Row {
                        trip,
                        sequence: row.stop_sequence,
                        stop,
                        arrival: row.arrival_time,
                        departure: row.departure_time,
                        board,
                        alight,
                    }),
                    (trip, stop) => {
                        if trip.is_none() {
                            unknown_trips.add(&row.trip_id, line);
                        }
                        if stop.is_none() {
                            unknown_stops.add(&row.stop_id, line);
                        }
                    }
                }
                Ok(())
            },
        );
        self.notes = notes;
        // If the file that should have them is missing or damaged, that is the fault to mend.
        for (unknown, target) in [(unknown_stops, stops), (unknown_trips, trips)] {
            if !target.is_empty() {
                self.faults
                    .extend(unknown.fault(&self.feed, "stop_times.txt"));
            }
        }
        rows.sort_by_key(|row| (row.trip, row.sequence));
        rows
    }

    fn frequencies(&mut self, source: &mut Source, trips: &mut [Planned], index: &Index) {
        let mut unknown = Unknown::new("trip_id", "trips.txt");
        let mut notes = std::mem::take(&mut self.notes);
        source.rows(
            "frequencies.txt",
            &["trip_id", "start_time", "end_time", "headway_secs"],
            self.faults,
            |row: gtfs::RawFrequency, line| {
                let Some(&trip) = index.get(&row.trip_id) else {
                    unknown.add(&row.trip_id, line);
                    return Ok(());
                };
                let periods = trips[trip as usize].periods.get_or_insert_default();
                if row.start_time >= row.end_time || row.headway_secs == 0 {
                    notes.add(NoteKind::IdleFrequency, &row.trip_id);
                    return Ok(());
                }
                let period = Period {
                    start: row.start_time,
                    end: row.end_time,
                    headway: row.headway_secs,
                    exact: row.exact_times == Some(ExactTimes::ScheduleBased),
                };
                if period.runs() > MOST_RUNS {
                    return Err(FaultKind::Row {
                        column: "headway_secs".to_owned(),
                        problem: format!("{} vehicles in one period", period.runs()),
                    });
                }
                periods.push(period);
                Ok(())
            },
        );
        self.notes = notes;
        if !index.is_empty() {
            self.faults
                .extend(unknown.fault(&self.feed, "frequencies.txt"));
        }
    }

    fn transfers(&mut self, source: &mut Source, stops: &Index) -> Vec<(u32, u32, Rule)> {
        let mut rules = Vec::new();
        let notes = &mut self.notes;
        source.rows("transfers.txt", &[], self.faults, |row: rules::Row, _| {
            let from = row.from_stop_id.as_deref().unwrap_or_default();
            let to = row.to_stop_id.as_deref().unwrap_or_default();
            match (row.rule(), stops.get(from), stops.get(to)) {
                (None, _, _) => notes.add(NoteKind::TransferOfTrips, from),
                (Some(rule), Some(&from), Some(&to)) => rules.push((from, to, rule)),
                _ => notes.add(NoteKind::TransferOfUnknownStop, from),
            }
            Ok(())
        });
        rules
    }

    /// Gives every trip its calls; leaves out what cannot be used.
    fn assemble(
        &mut self,
        planned: Vec<Planned>,
        rows: Vec<gaps::Row>,
        stops: &[FeedStop],
    ) -> (Vec<Trip>, Vec<Call>) {
        let place = |stop: u32| stops[stop as usize].place;
        let mut trips = Vec::new();
        let mut all = Vec::with_capacity(rows.len());
        let mut rest = rows.as_slice();
        for (number, trip) in planned.into_iter().enumerate() {
            let count = rest.partition_point(|row| row.trip as usize == number);
            let (own, others) = rest.split_at(count);
            rest = others;
            let Some(service) = trip.service else {
                self.notes.add(NoteKind::TripWithoutService, &trip.id);
                continue;
            };
            match gaps::calls(own, place) {
                Ok((calls, interpolated)) => {
                    for _ in 0..interpolated {
                        self.notes.add(NoteKind::Interpolated, &trip.id);
                    }
                    let start = all.len();
                    all.extend(calls);
                    trips.push(Trip {
                        service,
                        calls: start..all.len(),
                        periods: trip.periods,
                    });
                }
                Err(kind) => self.notes.add(kind, &trip.id),
            }
        }
        let mut used: Vec<u32> = all.iter().map(|call| call.stop).collect();
        used.sort_unstable();
        used.dedup();
        for stop in used.into_iter().filter(|stop| place(*stop).is_none()) {
            self.fault(
                "stops.txt",
                FaultKind::NoPlace(stops[stop as usize].id.clone()),
            );
        }
        (trips, all)
    }
}

/// Rows that name an identifier which another file does not have.
struct Unknown {
    column: &'static str,
    target: &'static str,
    first: Option<(String, u64)>,
    count: usize,
}

impl Unknown {
    fn new(column: &'static str, target: &'static str) -> Unknown {
        Unknown {
            column,
            target,
            first: None,
            count: 0,
        }
    }

    fn add(&mut self, id: &str, line: u64) {
        self.first.get_or_insert_with(|| (id.to_owned(), line));
        self.count += 1;
    }

    fn fault(self, feed: &str, file: &'static str) -> Option<Fault> {
        let (id, line) = self.first?;
        Some(Fault {
            feed: feed.to_owned(),
            file,
            line: Some(line),
            kind: FaultKind::Unknown {
                column: self.column,
                id,
                target: self.target,
                count: self.count,
            },
        })
    }
}

/// Whether a stop is served in one direction, and whether only by arrangement.
fn served(kind: PickupDropOffType, column: &str) -> Result<(bool, bool), FaultKind> {
    match kind {
        PickupDropOffType::Regular => Ok((true, false)),
        PickupDropOffType::NotAvailable => Ok((false, false)),
        PickupDropOffType::ArrangeByPhone | PickupDropOffType::CoordinateWithDriver => {
            Ok((true, true))
        }
        PickupDropOffType::Unknown(value) => Err(FaultKind::Row {
            column: column.to_owned(),
            problem: format!("{value} is not one of 0, 1, 2, 3"),
        }),
    }
}

fn on_globe((lat, lon): &(f64, f64)) -> bool {
    lat.abs() <= 90.0 && lon.abs() <= 180.0
}

/// Dates far away would make calendars of millions of days.
fn plausible(date: Date, column: &str) -> Result<(), FaultKind> {
    if (1950..2200).contains(&date.year()) {
        return Ok(());
    }
    Err(FaultKind::Row {
        column: column.to_owned(),
        problem: format!("{date} is out of 1950 to 2199"),
    })
}
