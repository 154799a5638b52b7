//! Patterns: trips with the same stops that never overtake one another, so that
//! the first vehicle that can be caught is also the first to arrive.

use crate::feed::Period;
use crate::gaps::Call;
use std::collections::HashMap;

/// Stops served in one order, and when.
pub struct Pattern {
    /// Indices of the stops.
    pub stops: Vec<u32>,
    /// At which of them people may get on.
    pub board: Vec<bool>,
    /// At which of them people may get off.
    pub alight: Vec<bool>,
    pub times: Times,
}

/// When the vehicles of a pattern are where.
pub enum Times {
    /// At given times.
    Runs(Runs),
    /// Every so often.
    Headways(Headways),
}

/// Vehicles at given times, each no earlier anywhere than the one before.
pub struct Runs {
    pub count: usize,
    /// Run by run: the arrival at each stop.
    pub arrivals: Vec<i32>,
    /// Stop by stop: the departure of each run.
    pub departures: Vec<i32>,
}

/// Vehicles every so often, of one trip.
pub struct Headways {
    /// Seconds from the departure from the first stop to the arrival at each.
    pub arrivals: Vec<i32>,
    /// The same to the departure from each.
    pub departures: Vec<i32>,
    pub periods: Vec<Headway>,
}

/// A period with a headway; times at the first stop.
#[derive(Clone, Copy)]
pub struct Headway {
    pub first: i32,
    pub last: i32,
    pub headway: i32,
}

impl Runs {
    /// The first run that departs from the stop at `place` at or after `time`,
    /// among the first `limit` runs.
    pub fn first_from(&self, place: usize, time: i32, limit: usize) -> usize {
        let column = &self.departures[place * self.count..][..limit];
        column.partition_point(|&departure| departure < time)
    }
}

impl Headways {
    /// When the vehicle that a person at the stop at `place` from `time` on may
    /// expect has left the first stop.
    ///
    /// Before the period people wait for its first vehicle; within it, half a
    /// headway, but not beyond the last vehicle.
    pub fn expected(&self, place: usize, time: i32) -> Option<i32> {
        let time = time - self.departures[place];
        self.periods
            .iter()
            .filter(|period| time <= period.last)
            .map(|period| {
                if time <= period.first {
                    period.first
                } else {
                    (time + period.headway / 2).min(period.last)
                }
            })
            .min()
    }
}

impl Headway {
    /// A period of a feed, moved by so many seconds.
    pub fn new(period: Period, shift: i32) -> Headway {
        let first = period.start as i32 + shift;
        let headway = period.headway as i32;
        Headway {
            first,
            last: first + (period.runs() as i32 - 1) * headway,
            headway,
        }
    }
}

/// Collects vehicles into patterns.
#[derive(Default)]
pub struct Collector {
    index: HashMap<Vec<(u32, bool, bool)>, usize>,
    groups: Vec<Vec<Run>>,
    headways: Vec<Pattern>,
}

/// Arrivals and departures of one vehicle.
struct Run {
    arrivals: Vec<i32>,
    departures: Vec<i32>,
}

impl Collector {
    /// Adds a vehicle: a trip moved by so many seconds.
    pub fn add_run(&mut self, calls: &[Call], shift: i32) {
        let key: Vec<_> = calls
            .iter()
            .map(|call| (call.stop, call.board, call.alight))
            .collect();
        let next = self.groups.len();
        let place = *self.index.entry(key).or_insert(next);
        if place == next {
            self.groups.push(Vec::new());
        }
        self.groups[place].push(Run {
            arrivals: calls.iter().map(|call| call.arrival + shift).collect(),
            departures: calls.iter().map(|call| call.departure + shift).collect(),
        });
    }

    /// Adds a trip that comes every so often.
    pub fn add_headways(&mut self, calls: &[Call], periods: Vec<Headway>) {
        let start = calls[0].departure;
        self.headways.push(Pattern {
            stops: calls.iter().map(|call| call.stop).collect(),
            board: calls.iter().map(|call| call.board).collect(),
            alight: calls.iter().map(|call| call.alight).collect(),
            times: Times::Headways(Headways {
                arrivals: calls.iter().map(|call| call.arrival - start).collect(),
                departures: calls.iter().map(|call| call.departure - start).collect(),
                periods,
            }),
        });
    }

    /// The patterns, in the order in which their stops first came.
    pub fn patterns(self) -> Vec<Pattern> {
        let mut keys: Vec<_> = self.index.into_iter().collect();
        keys.sort_unstable_by_key(|(_, place)| *place);
        let mut patterns = Vec::new();
        for ((key, _), group) in keys.into_iter().zip(self.groups) {
            for runs in without_overtaking(group) {
                patterns.push(Pattern {
                    stops: key.iter().map(|(stop, _, _)| *stop).collect(),
                    board: key.iter().map(|(_, board, _)| *board).collect(),
                    alight: key.iter().map(|(_, _, alight)| *alight).collect(),
                    times: Times::Runs(runs),
                });
            }
        }
        patterns.extend(self.headways);
        patterns
    }
}

/// Splits vehicles into as few queues as one pass gives, none of which overtakes.
fn without_overtaking(mut group: Vec<Run>) -> Vec<Runs> {
    group.sort_by(|a, b| (&a.departures, &a.arrivals).cmp(&(&b.departures, &b.arrivals)));
    let mut queues: Vec<Vec<Run>> = Vec::new();
    for run in group {
        let follows = |queue: &&mut Vec<Run>| queue.last().is_some_and(|last| before(last, &run));
        match queues.iter_mut().find(follows) {
            Some(queue) => queue.push(run),
            None => queues.push(vec![run]),
        }
    }
    queues.iter().map(|queue| columns(queue)).collect()
}

fn before(a: &Run, b: &Run) -> bool {
    let no_later = |a: &[i32], b: &[i32]| a.iter().zip(b).all(|(a, b)| a <= b);
    no_later(&a.departures, &b.departures) && no_later(&a.arrivals, &b.arrivals)
}

fn columns(queue: &[Run]) -> Runs {
    let length = queue.first().map_or(0, |run| run.departures.len());
    let departures =
        (0..length).flat_map(|place| queue.iter().map(move |run| run.departures[place]));
    Runs {
        count: queue.len(),
        arrivals: queue
            .iter()
            .flat_map(|run| run.arrivals.iter().copied())
            .collect(),
        departures: departures.collect(),
    }
}
