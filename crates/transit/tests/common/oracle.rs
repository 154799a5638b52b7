//! Earliest arrival by trying everything: every vehicle, every pair of its
//! stops, round after round, afresh for every departure. Shares nothing with the
//! search but the question.
#![allow(dead_code, reason = "each test file uses a part")]

use transit::{Query, Summary};

pub const NEVER: i64 = i64::MAX;

/// A vehicle, or (with a period) a trip that comes every so often.
#[derive(Clone, Debug)]
pub struct Vehicle {
    pub calls: Vec<VehicleCall>,
    /// First and last departure from the first stop, and headway.
    pub period: Option<(i64, i64, i64)>,
}

#[derive(Clone, Copy, Debug)]
pub struct VehicleCall {
    pub stop: usize,
    pub arrival: i64,
    pub departure: i64,
    pub board: bool,
    pub alight: bool,
}

impl Vehicle {
    pub fn shifted(&self, seconds: i64) -> Vehicle {
        let mut vehicle = self.clone();
        match &mut vehicle.period {
            Some((first, last, _)) => {
                *first += seconds;
                *last += seconds;
            }
            None => {
                for call in &mut vehicle.calls {
                    call.arrival += seconds;
                    call.departure += seconds;
                }
            }
        }
        vehicle
    }

    /// The arrival at call `to` of who is at call `from` at `time`.
    fn arrival(&self, from: usize, to: usize, time: i64) -> i64 {
        let (on, off) = (self.calls[from], self.calls[to]);
        if !on.board || !off.alight {
            return NEVER;
        }
        let Some((first, last, headway)) = self.period else {
            return if time <= on.departure {
                off.arrival
            } else {
                NEVER
            };
        };
        let start = self.calls[0].departure;
        let at_first_stop = time - (on.departure - start);
        if at_first_stop > last {
            return NEVER;
        }
        let leaves = if at_first_stop <= first {
            first
        } else {
            (at_first_stop + headway / 2).min(last)
        };
        leaves + off.arrival - start
    }
}

/// How stops are changed: from, to (also the same), seconds before the slack.
pub type Changes = Vec<(usize, usize, i64)>;

/// Arrivals at one destination, by the number of vehicles (from 1), for one departure.
pub fn arrivals(
    vehicles: &[Vehicle],
    changes: &Changes,
    stops: usize,
    query: &Query,
    pair: (usize, usize),
    departure: i64,
) -> Vec<i64> {
    let slack = i64::from(query.options.board_slack_s);
    let mut ready = vec![NEVER; stops];
    for walk in &query.access[pair.0] {
        let time = departure + i64::from(walk.seconds);
        ready[walk.to as usize] = ready[walk.to as usize].min(time);
    }
    let mut reached = Vec::new();
    for _ in 0..query.options.max_rides {
        let mut arrived = vec![NEVER; stops];
        for vehicle in vehicles {
            for from in 0..vehicle.calls.len() {
                let time = ready[vehicle.calls[from].stop];
                if time == NEVER {
                    continue;
                }
                for to in from + 1..vehicle.calls.len() {
                    let at = &mut arrived[vehicle.calls[to].stop];
                    *at = (*at).min(vehicle.arrival(from, to, time + slack));
                }
            }
        }
        let walks = query.egress[pair.1].iter();
        let times =
            walks.map(|walk| arrived[walk.to as usize].saturating_add(i64::from(walk.seconds)));
        reached.push(times.min().unwrap_or(NEVER));
        ready = vec![NEVER; stops];
        for &(from, to, seconds) in changes {
            ready[to] = ready[to].min(arrived[from].saturating_add(seconds));
        }
    }
    reached
}

/// What the summary of a pair must be.
pub fn summary(
    vehicles: &[Vehicle],
    changes: &Changes,
    stops: usize,
    query: &Query,
    pair: (usize, usize),
) -> Summary {
    let longest = i64::from(query.options.longest_s);
    let walking = (query.direct)(pair.0, pair.1).map_or(NEVER, i64::from);
    let walking = if walking <= longest { walking } else { NEVER };
    let mut minutes = Vec::new();
    let mut useful = std::collections::BTreeSet::new();
    for departure in query.window.departures().map(i64::from) {
        let reached = arrivals(vehicles, changes, stops, query, pair, departure);
        let best = reached.iter().copied().min().unwrap_or(NEVER);
        let riding = if best == NEVER {
            NEVER
        } else {
            best - departure
        };
        if riding <= longest && riding < walking {
            let rides = reached.iter().position(|time| *time == best).unwrap() + 1;
            useful.insert(best);
            minutes.push((riding, rides));
        } else {
            minutes.push((walking, 0));
        }
    }
    minutes.sort_unstable();
    let count = minutes.len();
    let at = |place: usize| match minutes[place].0 {
        NEVER => None,
        seconds => Some(seconds as u32),
    };
    let median_s = at((count - 1) / 2);
    Summary {
        median_s,
        p90_s: at(9 * (count - 1) / 10),
        best_s: at(0),
        minutes: minutes.iter().filter(|minute| minute.0 != NEVER).count() as u16,
        departures: useful.len() as u16,
        rides: median_s.map_or(0, |median| {
            let same = minutes
                .iter()
                .filter(|minute| minute.0 == i64::from(median));
            same.map(|minute| minute.1).min().unwrap() as u8
        }),
    }
}
