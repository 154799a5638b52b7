//! Earliest arrival by rounds, minute after minute from the last to the first.
//!
//! RAPTOR: Delling, Pajor, Werneck, *Round-Based Public Transit Routing*
//! (2015). Round k finds the earliest arrival with at most k vehicles. Labels
//! stay from a later minute to an earlier one (rRAPTOR, its section 4.1): who may leave
//! earlier can still do all that was possible later, so a round
//! only looks at stops that became better.

use crate::pattern::{Pattern, Times};
use crate::query::Walk;
use crate::timetable::{Lists, Timetable};
use crate::transfers::{Transfers, seconds_i32};

/// A time never reached.
pub const NEVER: i32 = i32::MAX;

/// What all searches share.
pub struct Network<'a> {
    pub timetable: &'a Timetable,
    pub transfers: Transfers,
    /// For each stop the destinations within walking distance, with the seconds.
    pub egress: Lists<(u32, i32)>,
    pub destinations: usize,
    pub rounds: usize,
    pub slack: i32,
    pub longest: i32,
}

/// When a destination is reached, with how many vehicles.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Arrival {
    pub time: i32,
    pub rides: u8,
}

/// The search from one origin; its memory serves one origin after another.
pub struct Search<'a> {
    network: &'a Network<'a>,
    /// For each round the earliest arrival by vehicle at each stop.
    arrived: Vec<Vec<i32>>,
    /// For each round the earliest time at which a person is ready to board at each stop.
    ready: Vec<Vec<i32>>,
    /// Stops that became better for boarding, in this round and the next.
    marked: Marks,
    next: Marks,
    /// Stops that were reached earlier in this round.
    improved: Marks,
    /// For each pattern the first place at which it may be boarded in this round.
    entry: Vec<u32>,
    queue: Vec<u32>,
    reached: Vec<Arrival>,
}

const NO_ENTRY: u32 = u32::MAX;

impl<'a> Search<'a> {
    pub fn new(network: &'a Network<'a>) -> Search<'a> {
        let stops = network.timetable.stops().len();
        let labels = || vec![vec![NEVER; stops]; network.rounds + 1];
        Search {
            network,
            arrived: labels(),
            ready: labels(),
            marked: Marks::new(stops),
            next: Marks::new(stops),
            improved: Marks::new(stops),
            entry: vec![NO_ENTRY; network.timetable.patterns.len()],
            queue: Vec::new(),
            reached: vec![Search::unreached(); network.destinations],
        }
    }

    fn unreached() -> Arrival {
        Arrival {
            time: NEVER,
            rides: 0,
        }
    }

    /// Forgets the last origin.
    pub fn clear(&mut self) {
        for labels in self.arrived.iter_mut().chain(&mut self.ready) {
            labels.fill(NEVER);
        }
        self.reached.fill(Search::unreached());
    }

    /// When each destination is reached by vehicle if one leaves at `time` or
    /// later; called with ever earlier times. Arrivals later than the
    /// longest journey allows may be missing or late.
    pub fn leave_at(&mut self, time: i32, access: &[Walk]) -> &[Arrival] {
        let limit = time + self.network.longest;
        for walk in access {
            self.ready_at(0, walk.to, time + seconds_i32(walk.seconds), limit);
        }
        std::mem::swap(&mut self.marked, &mut self.next);
        for round in 1..=self.network.rounds {
            if self.marked.list.is_empty() {
                break;
            }
            self.enter();
            self.ride(round, limit);
            self.marked.clear();
            self.walk(round, limit);
            std::mem::swap(&mut self.marked, &mut self.next);
        }
        self.marked.clear();
        &self.reached
    }

    /// A person may be ready to board at a stop. It is looked at only if a
    /// vehicle leaves that could not be caught before.
    fn ready_at(&mut self, round: usize, stop: u32, time: i32, limit: i32) {
        let timetable = self.network.timetable;
        let slack = self.network.slack;
        let before = self.ready[round][stop as usize];
        if time >= before || time > limit {
            return;
        }
        lower(&mut self.ready[round..], stop, time);
        let departures = timetable.departures.get(stop);
        let from = departures.partition_point(|&departure| departure < time + slack);
        let caught = departures.get(from);
        let new = caught.is_some_and(|&departure| departure < before.saturating_add(slack));
        if new || timetable.frequent[stop as usize] {
            self.next.add(stop);
        }
    }

    /// Queues the patterns that pass a marked stop.
    fn enter(&mut self) {
        for &stop in &self.marked.list {
            for &(pattern, place) in self.network.timetable.boardings.get(stop) {
                let entry = &mut self.entry[pattern as usize];
                if *entry == NO_ENTRY {
                    self.queue.push(pattern);
                }
                *entry = (*entry).min(place);
            }
        }
    }

    /// Rides every queued pattern.
    fn ride(&mut self, round: usize, limit: i32) {
        let network = self.network;
        while let Some(number) = self.queue.pop() {
            let pattern = &network.timetable.patterns[number as usize];
            let entry = std::mem::replace(&mut self.entry[number as usize], NO_ENTRY) as usize;
            match &pattern.times {
                Times::Runs(runs) => {
                    let length = pattern.stops.len();
                    let mut run = runs.count;
                    for place in entry..length {
                        if run < runs.count && pattern.alight[place] {
                            let time = runs.arrivals[run * length + place];
                            self.alight(round, pattern.stops[place], time, limit);
                        }
                        if let Some(time) = self.may_board(round, pattern, place) {
                            run = runs.first_from(place, time, run);
                        }
                    }
                }
                Times::Headways(headways) => {
                    let mut start: Option<i32> = None;
                    for place in entry..pattern.stops.len() {
                        if let Some(start) = start.filter(|_| pattern.alight[place]) {
                            let time = start + headways.arrivals[place];
                            self.alight(round, pattern.stops[place], time, limit);
                        }
                        if let Some(time) = self.may_board(round, pattern, place) {
                            let other = headways.expected(place, time);
                            start = start.into_iter().chain(other).min();
                        }
                    }
                }
            }
        }
    }

    /// From when on people may board at a place of a pattern, if it is worth a look.
    fn may_board(&self, round: usize, pattern: &Pattern, place: usize) -> Option<i32> {
        let stop = pattern.stops[place];
        let may = self.marked.has(stop) && pattern.board[place];
        may.then(|| self.ready[round - 1][stop as usize] + self.network.slack)
    }

    fn alight(&mut self, round: usize, stop: u32, time: i32, limit: i32) {
        if time > limit || time >= self.arrived[round][stop as usize] {
            return;
        }
        lower(&mut self.arrived[round..], stop, time);
        self.improved.add(stop);
    }

    /// Walks from the stops that were reached earlier: to destinations and to
    /// the next vehicle.
    fn walk(&mut self, round: usize, limit: i32) {
        let network = self.network;
        let improved = std::mem::take(&mut self.improved.list);
        for &stop in &improved {
            let time = self.arrived[round][stop as usize];
            for &(destination, seconds) in network.egress.get(stop) {
                let reached = &mut self.reached[destination as usize];
                *reached = (*reached).min(Arrival {
                    time: time + seconds,
                    rides: round as u8,
                });
            }
            if round == network.rounds {
                continue;
            }
            if let Some(seconds) = network.transfers.same_stop[stop as usize] {
                self.ready_at(round, stop, time + seconds, limit);
            }
            for &(to, seconds) in network.transfers.legs.get(stop) {
                self.ready_at(round, to, time + seconds, limit);
            }
        }
        self.improved.list = improved;
        self.improved.clear();
    }
}

/// Lowers a label of a round and of those after it, which may use as many vehicles.
fn lower(rounds: &mut [Vec<i32>], stop: u32, time: i32) {
    for labels in rounds {
        let label = &mut labels[stop as usize];
        if *label <= time {
            break;
        }
        *label = time;
    }
}

/// A set of stops.
struct Marks {
    set: Vec<bool>,
    list: Vec<u32>,
}

impl Marks {
    fn new(stops: usize) -> Marks {
        Marks {
            set: vec![false; stops],
            list: Vec::new(),
        }
    }

    fn has(&self, stop: u32) -> bool {
        self.set[stop as usize]
    }

    fn add(&mut self, stop: u32) {
        if !std::mem::replace(&mut self.set[stop as usize], true) {
            self.list.push(stop);
        }
    }

    fn clear(&mut self) {
        for stop in self.list.drain(..) {
            self.set[stop as usize] = false;
        }
    }
}
