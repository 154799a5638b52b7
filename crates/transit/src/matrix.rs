//! Travel times of all origins and destinations.

use crate::error::Error;
use crate::query::Query;
use crate::raptor::{Network, Search};
use crate::summary::{ENDLESS, Minute, Summary, summary};
use crate::timetable::{Lists, Timetable};
use crate::transfers::{Transfers, seconds_i32};
use rayon::ThreadPoolBuilder;
use rayon::prelude::*;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// A summary for each origin and destination.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix {
    destinations: usize,
    rows: Vec<Vec<Summary>>,
}

impl Matrix {
    /// The number of origins.
    pub fn origins(&self) -> usize {
        self.rows.len()
    }

    /// The number of destinations.
    pub fn destinations(&self) -> usize {
        self.destinations
    }

    /// The summary of a pair; without a connection if there is no such pair.
    pub fn get(&self, origin: usize, destination: usize) -> Summary {
        self.row(origin)
            .get(destination)
            .copied()
            .unwrap_or_default()
    }

    /// The summaries of an origin, by destination.
    pub fn row(&self, origin: usize) -> &[Summary] {
        self.rows.get(origin).map_or(&[], Vec::as_slice)
    }
}

/// Travel times from every origin to every destination over a departure window.
///
/// For each departure minute the earliest arrival is looked for: walk to a stop,
/// ride, change (at most `max_rides` vehicles), walk from a stop; or walk all
/// the way where that is faster. The same answer whatever the number of threads.
///
/// `progress` is told how many origins are done, of how many; if it says false,
/// no further origin is begun.
///
/// # Errors
/// [`Error::Window`], [`Error::Option`], [`Error::UnknownStop`] for a question
/// without meaning; [`Error::Stopped`] if `progress` said so.
pub fn travel_times(
    timetable: &Timetable,
    query: &Query,
    progress: &(dyn Fn(usize, usize) -> bool + Sync),
) -> Result<Matrix, Error> {
    query.check(timetable.stops().len())?;
    let network = network(timetable, query);
    let (origins, done) = (query.access.len(), AtomicUsize::new(0));
    let stopped = AtomicBool::new(!progress(0, origins));
    let pool = ThreadPoolBuilder::new()
        .num_threads(query.options.threads)
        .build()
        .map_err(|error| Error::Threads(error.to_string()))?;
    let rows = pool.install(|| {
        (0..origins)
            .into_par_iter()
            .map_init(
                || Search::new(&network),
                |search, origin| {
                    if stopped.load(Ordering::Relaxed) {
                        return Vec::new();
                    }
                    let row = row(search, query, origin);
                    let done = done.fetch_add(1, Ordering::Relaxed) + 1;
                    if !progress(done, origins) {
                        stopped.store(true, Ordering::Relaxed);
                    }
                    row
                },
            )
            .collect::<Vec<_>>()
    });
    if stopped.into_inner() {
        return Err(Error::Stopped);
    }
    Ok(Matrix {
        destinations: query.egress.len(),
        rows,
    })
}

fn network<'a>(timetable: &'a Timetable, query: &Query) -> Network<'a> {
    let mut egress = vec![Vec::new(); timetable.stops().len()];
    for (destination, walks) in query.egress.iter().enumerate() {
        for walk in walks {
            egress[walk.to as usize].push((destination as u32, seconds_i32(walk.seconds)));
        }
    }
    Network {
        timetable,
        transfers: Transfers::new(timetable, query.transfers, &query.options),
        egress: Lists::new(egress),
        destinations: query.egress.len(),
        rounds: usize::from(query.options.max_rides),
        slack: query.options.board_slack_s as i32,
        longest: query.options.longest_s as i32,
    }
}

/// The summaries of one origin.
fn row(search: &mut Search, query: &Query, origin: usize) -> Vec<Summary> {
    let count = query.window.departures().len();
    let longest = query.options.longest_s;
    let walking: Vec<u32> = (0..query.egress.len())
        .map(|destination| (query.direct)(origin, destination))
        .map(|seconds| {
            seconds
                .filter(|seconds| *seconds <= longest)
                .unwrap_or(ENDLESS)
        })
        .collect();
    let mut pairs: Vec<Pair> = walking.iter().map(|_| Pair::new(count)).collect();
    search.clear();
    for departure in query.window.departures().rev() {
        let reached = search.leave_at(departure as i32, &query.access[origin]);
        for ((pair, arrival), &walking) in pairs.iter_mut().zip(reached).zip(&walking) {
            let riding = (i64::from(arrival.time) - i64::from(departure)).max(0) as u32;
            if riding < walking && riding <= longest {
                pair.ride(riding, arrival.rides, arrival.time);
            } else {
                pair.minutes.push(Minute {
                    seconds: walking,
                    rides: 0,
                });
            }
        }
    }
    let summary = |mut pair: Pair| summary(&mut pair.minutes, pair.departures);
    pairs.into_iter().map(summary).collect()
}

/// The departure minutes of one destination.
struct Pair {
    minutes: Vec<Minute>,
    departures: u16,
    last_arrival: i32,
}

impl Pair {
    fn new(count: usize) -> Pair {
        Pair {
            minutes: Vec::with_capacity(count),
            departures: 0,
            last_arrival: i32::MIN,
        }
    }

    fn ride(&mut self, seconds: u32, rides: u8, arrival: i32) {
        if arrival != self.last_arrival {
            self.last_arrival = arrival;
            self.departures += 1;
        }
        self.minutes.push(Minute { seconds, rides });
    }
}
