//! One feed, read and checked, of all its dates.

use crate::calendar::{Calendar, Days};
use crate::error::{Fault, FaultKind};
use crate::gaps::{self, Call};
use crate::note::{Note, NoteKind, Notes};
use crate::rules::Rule;
use crate::source::Source;
use crate::tables::{Planned, Reading};
use std::ops::Range;

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

impl Reading<'_> {
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
