//! The tables of a feed, one after another.

use crate::calendar::{Added, Calendar};
use crate::error::{Fault, FaultKind};
use crate::feed::{FeedStop, Period};
use crate::gaps;
use crate::note::{NoteKind, Notes};
use crate::rules::{self, Rule};
use crate::source::Source;
use crate::unknown::Unknown;
use gtfs_structures as gtfs;
use gtfs_structures::{ExactTimes, Exception, PickupDropOffType};
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::HashMap;

/// More runs than this from one row of `frequencies.txt` is an error of writing.
const MOST_RUNS: u32 = 10_000;

#[derive(Deserialize)]
struct Agency {
    agency_timezone: String,
}

/// A row of `trips.txt`, before its calls are known.
pub struct Planned {
    pub id: String,
    pub service: Option<u32>,
    pub periods: Option<Vec<Period>>,
}

pub type Index = HashMap<String, u32>;

pub struct Reading<'a> {
    pub feed: String,
    pub faults: &'a mut Vec<Fault>,
    pub notes: Notes,
}

impl Reading<'_> {
    pub fn fault(&mut self, file: &'static str, kind: FaultKind) {
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

    pub fn timezone(&mut self, source: &mut Source) -> String {
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

    pub fn stops(&mut self, source: &mut Source) -> (Vec<FeedStop>, Index) {
        let mut stops = Vec::new();
        let mut parents = Vec::new();
        let mut index = Index::new();
        self.needed(
            source,
            "stops.txt",
            &["stop_id"],
            |row: gtfs::Stop, line| {
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
                parents.push((row.parent_station.filter(|id| !id.is_empty()), line));
                Ok(())
            },
        );
        let mut unknown = Unknown::new("parent_station", "stops.txt");
        for (child, (parent, line)) in parents.into_iter().enumerate() {
            let Some(parent) = parent else { continue };
            match index.get(&parent) {
                Some(&station) => {
                    stops[child].station = Some(station);
                    let place = stops[station as usize].place;
                    stops[child].place = stops[child].place.or(place);
                }
                None => unknown.add(&parent, line),
            }
        }
        self.faults.extend(unknown.fault(&self.feed, "stops.txt"));
        (stops, index)
    }

    pub fn calendar(&mut self, source: &mut Source) -> Calendar {
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

    pub fn trips(&mut self, source: &mut Source, calendar: &Calendar) -> (Vec<Planned>, Index) {
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

    pub fn stop_times(
        &mut self,
        source: &mut Source,
        stops: &Index,
        trips: &Index,
    ) -> Vec<gaps::Row> {
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

    pub fn frequencies(&mut self, source: &mut Source, trips: &mut [Planned], index: &Index) {
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

    pub fn transfers(&mut self, source: &mut Source, stops: &Index) -> Vec<(u32, u32, Rule)> {
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
