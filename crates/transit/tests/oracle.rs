//! The search against trying everything, on random small timetables.

mod common;
#[path = "common/oracle.rs"]
mod oracle;

use common::{Files, MONDAY, answer};
use oracle::{Vehicle, VehicleCall};
use proptest::prelude::*;
use transit::{Feeds, Matrix, Options, Query, Timetable, Walk, Window};

const STOPS: usize = 6;
const DAY: i64 = 86_400;

/// A trip as drawn: minute of the first departure, and the calls as stop,
/// minutes of riding, minutes of standing, boarding, getting off; perhaps a
/// period in minutes: length, headway, exact.
#[derive(Clone, Debug)]
struct Drawn {
    start: i64,
    calls: Vec<(usize, i64, i64, bool, bool)>,
    period: Option<(i64, i64, bool)>,
}

#[derive(Clone, Debug)]
struct Case {
    trips: Vec<Drawn>,
    /// From, to, minutes; no minutes forbid.
    rules: Vec<(usize, usize, Option<u32>)>,
    transfers: Vec<(usize, usize, u32)>,
    access: Vec<Vec<(usize, u32)>>,
    egress: Vec<Vec<(usize, u32)>>,
    direct: Option<u32>,
    from: u32,
    max_rides: u8,
    longest: u32,
    slack: u32,
}

/// Trips with the same stops and other times, so that some overtake others.
fn line() -> impl Strategy<Value = Vec<Drawn>> {
    let stop = (
        0..STOPS,
        proptest::bool::weighted(0.85),
        proptest::bool::weighted(0.85),
    );
    let start = prop_oneof![4 => 360..480i64, 2 => 1400..1500i64, 2 => 0..60i64];
    let times = prop::collection::vec((0..15i64, 0..3i64), 5);
    let period = proptest::option::weighted(0.15, (1..90i64, 3..30i64, any::<bool>()));
    let trips = prop::collection::vec((start, times, period), 1..5);
    (prop::collection::vec(stop, 2..6), trips).prop_map(|(stops, trips)| {
        let drawn = |(start, times, period): (i64, Vec<(i64, i64)>, _)| Drawn {
            start,
            calls: stops
                .iter()
                .zip(times)
                .map(|(&(stop, board, alight), (ride, stand))| (stop, ride, stand, board, alight))
                .collect(),
            period,
        };
        trips.into_iter().map(drawn).collect()
    })
}

fn case() -> impl Strategy<Value = Case> {
    let walks = || prop::collection::vec(prop::collection::vec((0..STOPS, 0..900u32), 0..3), 1..3);
    (
        prop::collection::vec(line(), 1..7),
        prop::collection::vec(
            (
                0..STOPS,
                0..STOPS,
                proptest::option::weighted(0.7, 0..10u32),
            ),
            0..4,
        ),
        prop::collection::vec((0..STOPS, 0..STOPS, 0..600u32), 0..6),
        (walks(), walks()),
        proptest::option::weighted(0.3, 600..5000u32),
        prop_oneof![Just(6 * 3600u32), Just(7 * 3600), Just(0), Just(23 * 3600)],
        (1..5u8, 1200..9000u32, prop_oneof![Just(0u32), Just(60)]),
    )
        .prop_map(
            |(
                trips,
                rules,
                transfers,
                (access, egress),
                direct,
                from,
                (max_rides, longest, slack),
            )| {
                Case {
                    trips: trips.into_iter().flatten().collect(),
                    rules,
                    transfers,
                    access,
                    egress,
                    direct,
                    from,
                    max_rides,
                    longest,
                    slack,
                }
            },
        )
}

impl Drawn {
    /// Calls with times in seconds, counted from `start` (minutes).
    fn calls(&self) -> Vec<VehicleCall> {
        let mut time = self.start;
        let mut calls = Vec::new();
        for (place, &(stop, ride, stand, board, alight)) in self.calls.iter().enumerate() {
            let arrival = if place == 0 { time } else { time + ride };
            time = arrival + stand;
            calls.push(VehicleCall {
                stop,
                arrival: arrival * 60,
                departure: time * 60,
                board,
                alight,
            });
        }
        calls
    }

    /// The vehicles, as the conventions say.
    fn vehicles(&self) -> Vec<Vehicle> {
        let calls = self.calls();
        let plain = Vehicle {
            calls,
            period: None,
        };
        let Some((length, headway, exact)) = self.period else {
            return vec![plain];
        };
        let count = (length + headway - 1) / headway;
        let (first, headway) = (self.start * 60, headway * 60);
        if exact {
            let offset = first - plain.calls[0].departure;
            let run = |number| plain.shifted(offset + number * headway);
            return (0..count).map(run).collect();
        }
        let period = Some((first, first + (count - 1) * headway, headway));
        vec![Vehicle { period, ..plain }]
    }

    fn write(&self, files: &mut Files, number: usize) {
        let clock = |s: i64| format!("{:02}:{:02}:{:02}", s / 3600, s % 3600 / 60, s % 60);
        files.line("trips.txt", &format!("R,daily,T{number}"));
        for (place, call) in self.calls().iter().enumerate() {
            let line = format!(
                "T{number},{},{},{},{place},{},{}",
                clock(call.arrival),
                clock(call.departure),
                name(call.stop),
                u8::from(!call.board),
                u8::from(!call.alight),
            );
            files.line("stop_times.txt", &line);
        }
        if let Some((length, headway, exact)) = self.period {
            let (start, end) = (self.start * 60, (self.start + length) * 60);
            let line = format!(
                "T{number},{},{},{},{}",
                clock(start),
                clock(end),
                headway * 60,
                u8::from(exact)
            );
            files.line("frequencies.txt", &line);
        }
    }
}

fn name(stop: usize) -> char {
    (b'A' + stop as u8) as char
}

impl Case {
    fn timetable(&self) -> Timetable {
        let mut files = Files::new();
        files.put(
            "frequencies.txt",
            "trip_id,start_time,end_time,headway_secs,exact_times\n",
        );
        files.put(
            "transfers.txt",
            "from_stop_id,to_stop_id,transfer_type,min_transfer_time\n",
        );
        for (number, trip) in self.trips.iter().enumerate() {
            trip.write(&mut files, number);
        }
        for &(from, to, minutes) in &self.rules {
            let (kind, seconds) = match minutes {
                Some(minutes) => (2, (minutes * 60).to_string()),
                None => (3, String::new()),
            };
            let line = format!("{},{},{kind},{seconds}", name(from), name(to));
            files.line("transfers.txt", &line);
        }
        let zips = [("random".to_owned(), files.zip())];
        Feeds::from_bytes(&zips).unwrap().timetable(MONDAY).unwrap()
    }

    fn vehicles(&self) -> Vec<Vehicle> {
        let own = self.trips.iter().flat_map(Drawn::vehicles);
        own.flat_map(|vehicle| [-DAY, 0, DAY].map(|shift| vehicle.shifted(shift)))
            .collect()
    }

    /// The changes that the walking legs and the rules leave.
    fn changes(&self) -> oracle::Changes {
        let mut changes = Vec::new();
        for from in 0..STOPS {
            for to in 0..STOPS {
                let walked = self
                    .transfers
                    .iter()
                    .filter(|leg| (leg.0, leg.1) == (from, to));
                let walked = walked.map(|leg| i64::from(leg.2)).min();
                let walked = if from == to { Some(0) } else { walked };
                let rules = self
                    .rules
                    .iter()
                    .filter(|rule| (rule.0, rule.1) == (from, to));
                let rules: Vec<Option<u32>> = rules.map(|rule| rule.2).collect();
                if rules.contains(&None) {
                    continue;
                }
                let least = rules
                    .into_iter()
                    .flatten()
                    .max()
                    .map(|minutes| (i64::from(minutes * 60) - i64::from(self.slack)).max(0));
                let seconds = match (walked, least) {
                    (Some(walked), Some(least)) => walked.max(least),
                    (Some(seconds), None) | (None, Some(seconds)) => seconds,
                    (None, None) => continue,
                };
                changes.push((from, to, seconds));
            }
        }
        changes
    }

    /// Asks with stops numbered as in the timetable (`number` gives them).
    fn ask<T>(&self, number: impl Fn(usize) -> Option<u32>, with: impl FnOnce(&Query) -> T) -> T {
        let walks = |list: &Vec<(usize, u32)>| {
            let walk = |&(stop, seconds): &(usize, u32)| {
                Some(Walk {
                    to: number(stop)?,
                    seconds,
                })
            };
            list.iter().filter_map(walk).collect::<Vec<_>>()
        };
        let access: Vec<_> = self.access.iter().map(walks).collect();
        let egress: Vec<_> = self.egress.iter().map(walks).collect();
        let last = (0..STOPS).filter_map(&number).max().unwrap_or(0);
        let mut transfers = vec![Vec::new(); last as usize + 1];
        for &(from, to, seconds) in &self.transfers {
            if let (Some(from), Some(to)) = (number(from), number(to)) {
                transfers[from as usize].push(Walk { to, seconds });
            }
        }
        let window = Window {
            from_s: self.from,
            until_s: self.from + 3600,
            step_s: 240,
        };
        with(&Query {
            access: &access,
            egress: &egress,
            transfers: &transfers,
            direct: &|_, _| self.direct,
            window,
            options: Options {
                max_rides: self.max_rides,
                longest_s: self.longest,
                board_slack_s: self.slack,
                threads: 1,
                ..Options::default()
            },
        })
    }

    fn searched(&self) -> Matrix {
        let timetable = self.timetable();
        let number = |stop: usize| {
            let id = name(stop).to_string();
            let found = timetable.stops().iter().position(|stop| stop.id == id);
            found.map(|place| place as u32)
        };
        self.ask(number, |query| answer(&timetable, query))
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_search_finds_what_trying_everything_finds(case in case()) {
        let matrix = case.searched();
        let (vehicles, changes) = (case.vehicles(), case.changes());
        case.ask(|stop| Some(stop as u32), |query| {
            for origin in 0..matrix.origins() {
                for destination in 0..matrix.destinations() {
                    let pair = (origin, destination);
                    let expected = oracle::summary(&vehicles, &changes, STOPS, query, pair);
                    prop_assert_eq!(matrix.get(origin, destination), expected);
                }
            }
            Ok(())
        })?;
    }

    #[test]
    fn who_leaves_later_never_arrives_earlier(case in case()) {
        let timetable = case.timetable();
        let number = |stop: usize| {
            let id = name(stop).to_string();
            timetable.stops().iter().position(|stop| stop.id == id).map(|place| place as u32)
        };
        case.ask(number, |query| {
            let mut before = 0;
            for departure in query.window.departures() {
                let window = Window { from_s: departure, until_s: departure + 60, step_s: 60 };
                let options = Options { longest_s: 86_400, ..query.options };
                let best = answer(&timetable, &Query { window, options, ..*query }).get(0, 0).best_s;
                // Too long a journey becomes possible later, so only those that are possible are compared.
                if let Some(seconds) = best {
                    prop_assert!(departure + seconds >= before);
                    before = departure + seconds;
                }
            }
            Ok(())
        })?;
    }

    #[test]
    fn more_trips_never_make_it_slower(case in case(), more in line()) {
        let before = case.searched();
        let mut richer = case.clone();
        richer.trips.extend(more);
        let after = richer.searched();
        for origin in 0..before.origins() {
            for destination in 0..before.destinations() {
                let (old, new) = (before.get(origin, destination), after.get(origin, destination));
                let seconds = |time: Option<u32>| time.unwrap_or(u32::MAX);
                prop_assert!(seconds(new.median_s) <= seconds(old.median_s));
                prop_assert!(seconds(new.p90_s) <= seconds(old.p90_s));
                prop_assert!(seconds(new.best_s) <= seconds(old.best_s));
                prop_assert!(new.minutes >= old.minutes);
            }
        }
    }
}
