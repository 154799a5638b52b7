//! The timetable of one service date.

use crate::clock::DAY;
use crate::feed::{Feed, Trip};
use crate::gaps::Call;
use crate::note::Note;
use crate::pattern::{Collector, Headway, Pattern, Times};
use crate::rules::Rule;
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What runs on one service date: with the vehicles that are still under way
/// from the day before, and those of the day after.
pub struct Timetable {
    date: Date,
    stops: Vec<Stop>,
    runs: usize,
    notes: Vec<Note>,
    pub(crate) patterns: Vec<Pattern>,
    /// For each stop the patterns that people may board there, with the place in the pattern.
    pub(crate) boardings: Lists<(u32, u32)>,
    /// For each stop the departures of runs, in order.
    pub(crate) departures: Lists<i32>,
    /// Whether vehicles with a headway can be boarded at a stop.
    pub(crate) frequent: Vec<bool>,
    /// What the feeds say about changing between two stops.
    pub(crate) rules: BTreeMap<(u32, u32), Rule>,
    /// The stops of each station that has several.
    pub(crate) stations: Vec<Vec<u32>>,
}

/// A stop at which vehicles call.
#[derive(Debug, Clone, PartialEq)]
pub struct Stop {
    /// Its identifier in the feed; `feed:identifier` if there are several feeds.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Latitude in degrees.
    pub lat: f64,
    /// Longitude in degrees.
    pub lon: f64,
    /// Number of the station it is a platform of; stops with the same number are one station.
    pub station: Option<u32>,
}

/// Lists of different lengths in one piece of memory.
pub(crate) struct Lists<T> {
    ends: Vec<u32>,
    items: Vec<T>,
}

impl<T> Lists<T> {
    pub fn new(lists: impl IntoIterator<Item = Vec<T>>) -> Lists<T> {
        let mut all = Lists {
            ends: vec![0],
            items: Vec::new(),
        };
        for list in lists {
            all.items.extend(list);
            all.ends.push(all.items.len() as u32);
        }
        all
    }

    pub fn get(&self, index: u32) -> &[T] {
        let ends = &self.ends[index as usize..];
        &self.items[ends[0] as usize..ends[1] as usize]
    }
}

impl Timetable {
    /// The service date.
    pub fn date(&self) -> Date {
        self.date
    }

    /// The stops at which vehicles call; walking legs name them by their index.
    pub fn stops(&self) -> &[Stop] {
        &self.stops
    }

    /// Groups of trips with the same stops that do not overtake one another.
    pub fn pattern_count(&self) -> usize {
        self.patterns.len()
    }

    /// Vehicle runs of the service date itself.
    pub fn run_count(&self) -> usize {
        self.runs
    }

    /// What was left out or assumed.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    pub(crate) fn new(feeds: &[Feed], date: Date, notes: Vec<Note>) -> Timetable {
        let mut collector = Collector::default();
        let mut offset = 0;
        for feed in feeds {
            for trip in &feed.trips {
                add(&mut collector, feed, trip, date, offset);
            }
            offset += feed.stops.len() as u32;
        }
        let mut patterns = collector.patterns();
        let places = compact(&mut patterns, offset as usize);
        let (stops, stations) = stops(feeds, &places);
        let runs = feeds.iter().map(|feed| feed.days.runs(date)).sum();
        let frequent = frequent(&patterns, stops.len());
        Timetable {
            date,
            runs,
            notes,
            boardings: boardings(&patterns, stops.len()),
            departures: departures(&patterns, stops.len()),
            frequent,
            rules: rules(feeds, &places),
            stations,
            stops,
            patterns,
        }
    }
}

/// Adds the vehicles of a trip on the date, the day before and the day after.
fn add(collector: &mut Collector, feed: &Feed, trip: &Trip, date: Date, offset: u32) {
    let calls: Vec<Call> = feed.calls[trip.calls.clone()]
        .iter()
        .map(|call| Call {
            stop: call.stop + offset,
            ..*call
        })
        .collect();
    let end = calls.last().map_or(0, |call| call.arrival);
    let start = calls.first().map_or(0, |call| call.departure);
    for days in -1..=1 {
        let Ok(day) = date.checked_add(i64::from(days).days()) else {
            continue;
        };
        if !feed.calendar.runs(trip.service, day) {
            continue;
        }
        let shift = days * DAY as i32;
        match &trip.periods {
            None if end + shift >= 0 => collector.add_run(&calls, shift),
            None => {}
            Some(periods) => {
                let (exact, inexact): (Vec<_>, Vec<_>) =
                    periods.iter().copied().partition(|period| period.exact);
                for period in exact {
                    for run in 0..period.runs() {
                        let departure = (period.start + run * period.headway) as i32;
                        if end - start + departure + shift >= 0 {
                            collector.add_run(&calls, departure - start + shift);
                        }
                    }
                }
                let headways: Vec<Headway> = inexact
                    .into_iter()
                    .map(|period| Headway::new(period, shift))
                    .filter(|headway| headway.last + end - start >= 0)
                    .collect();
                if !headways.is_empty() {
                    collector.add_headways(&calls, headways);
                }
            }
        }
    }
}

/// Renumbers the stops of the patterns to those that occur; returns the new
/// number of each old one.
fn compact(patterns: &mut [Pattern], count: usize) -> Vec<Option<u32>> {
    let mut used = vec![false; count];
    for stop in patterns.iter().flat_map(|pattern| &pattern.stops) {
        used[*stop as usize] = true;
    }
    let mut next = 0..;
    let places: Vec<Option<u32>> = used
        .into_iter()
        .map(|used| used.then(|| next.next()).flatten())
        .collect();
    for stop in patterns.iter_mut().flat_map(|pattern| &mut pattern.stops) {
        *stop = places[*stop as usize].unwrap_or(0);
    }
    places
}

/// The stops in their new order, and those of each station that has several.
fn stops(feeds: &[Feed], places: &[Option<u32>]) -> (Vec<Stop>, Vec<Vec<u32>>) {
    let mut stops = Vec::new();
    let mut stations: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
    let mut offset = 0;
    for feed in feeds {
        for (number, stop) in feed.stops.iter().enumerate() {
            let Some(place) = places[offset + number] else {
                continue;
            };
            let station = stop.station.map(|station| offset + station as usize);
            stations
                .entry(station.unwrap_or(offset + number))
                .or_default()
                .push(place);
            let (lat, lon) = stop.place.unwrap_or_default();
            let prefix = (feeds.len() > 1).then_some(feed.name.as_str());
            stops.push(Stop {
                id: prefix.map_or_else(|| stop.id.clone(), |feed| format!("{feed}:{}", stop.id)),
                name: stop.name.clone(),
                lat,
                lon,
                station: None,
            });
        }
        offset += feed.stops.len();
    }
    let stations: Vec<Vec<u32>> = stations
        .into_values()
        .filter(|list| list.len() > 1)
        .collect();
    for (number, list) in stations.iter().enumerate() {
        for stop in list {
            stops[*stop as usize].station = Some(number as u32);
        }
    }
    (stops, stations)
}

fn boardings(patterns: &[Pattern], stops: usize) -> Lists<(u32, u32)> {
    let mut lists = vec![Vec::new(); stops];
    for (number, pattern) in patterns.iter().enumerate() {
        let last = pattern.stops.len() - 1;
        for (place, stop) in pattern.stops[..last].iter().enumerate() {
            if pattern.board[place] {
                lists[*stop as usize].push((number as u32, place as u32));
            }
        }
    }
    Lists::new(lists)
}

fn departures(patterns: &[Pattern], stops: usize) -> Lists<i32> {
    let mut lists = vec![Vec::new(); stops];
    for pattern in patterns {
        let Times::Runs(runs) = &pattern.times else {
            continue;
        };
        let last = pattern.stops.len() - 1;
        for (place, stop) in pattern.stops[..last].iter().enumerate() {
            if pattern.board[place] {
                lists[*stop as usize].extend(&runs.departures[place * runs.count..][..runs.count]);
            }
        }
    }
    for list in &mut lists {
        list.sort_unstable();
        list.dedup();
    }
    Lists::new(lists)
}

fn frequent(patterns: &[Pattern], stops: usize) -> Vec<bool> {
    let mut frequent = vec![false; stops];
    for pattern in patterns {
        if matches!(pattern.times, Times::Headways(_)) {
            for (stop, board) in pattern.stops.iter().zip(&pattern.board) {
                frequent[*stop as usize] |= *board;
            }
        }
    }
    frequent
}

/// The rules between stops. A rule of a station holds for its platforms, unless
/// they have one of their own; of several, the strictest holds.
fn rules(feeds: &[Feed], places: &[Option<u32>]) -> BTreeMap<(u32, u32), Rule> {
    let mut rules: BTreeMap<(u32, u32), (u8, Rule)> = BTreeMap::new();
    let mut offset = 0;
    for feed in feeds {
        let mut platforms: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for (number, stop) in feed.stops.iter().enumerate() {
            if let (Some(station), Some(place)) = (stop.station, places[offset + number]) {
                platforms.entry(station).or_default().push(place);
            }
        }
        let of = |stop: u32| {
            let own = places[offset + stop as usize].map(|place| (place, 1));
            let below = platforms
                .get(&stop)
                .into_iter()
                .flatten()
                .map(|place| (*place, 0));
            own.into_iter().chain(below).collect::<Vec<_>>()
        };
        for &(from, to, rule) in &feed.rules {
            for (from_place, from_own) in of(from) {
                for (to_place, to_own) in of(to) {
                    let rule = (from_own + to_own, rule);
                    let known = rules.entry((from_place, to_place)).or_insert(rule);
                    *known = (*known).max(rule);
                }
            }
        }
        offset += feed.stops.len();
    }
    rules
        .into_iter()
        .map(|(pair, (_, rule))| (pair, rule))
        .collect()
}
