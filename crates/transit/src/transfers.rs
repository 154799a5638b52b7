//! Changing vehicles: walking legs and the feed's rules in one.

use crate::geography;
use crate::query::{Options, Walk};
use crate::rules::Rule;
use crate::timetable::{Lists, Stop, Timetable};
use std::collections::BTreeMap;

/// How vehicles are changed.
pub struct Transfers {
    /// Seconds from arriving at a stop until one may be ready there again,
    /// before the boarding slack; `None` where it is forbidden.
    pub same_stop: Vec<Option<i32>>,
    /// The same at other stops.
    pub legs: Lists<(u32, i32)>,
}

impl Transfers {
    pub fn new(timetable: &Timetable, walks: &[Vec<Walk>], options: &Options) -> Transfers {
        let stops = timetable.stops();
        let mut legs: Vec<BTreeMap<u32, u32>> = vec![BTreeMap::new(); stops.len()];
        for (from, list) in walks.iter().enumerate() {
            for walk in list.iter().filter(|walk| walk.to as usize != from) {
                let known = legs[from].entry(walk.to).or_insert(walk.seconds);
                *known = (*known).min(walk.seconds);
            }
        }
        for station in &timetable.stations {
            for &from in station {
                for &to in station.iter().filter(|to| **to != from) {
                    let straight = || straight(stops, from, to, options.pace_m_s);
                    legs[from as usize].entry(to).or_insert_with(straight);
                }
            }
        }
        let mut same_stop = vec![Some(0); stops.len()];
        for (&(from, to), &rule) in &timetable.rules {
            // The boarding slack is part of what the feed calls the transfer time.
            let least = |seconds: u32| seconds.saturating_sub(options.board_slack_s);
            if from == to {
                same_stop[from as usize] = match rule {
                    Rule::Named => Some(0),
                    Rule::AtLeast(seconds) => Some(seconds_i32(least(seconds))),
                    Rule::Forbidden => None,
                };
                continue;
            }
            let legs = &mut legs[from as usize];
            if rule == Rule::Forbidden {
                legs.remove(&to);
                continue;
            }
            let leg = legs
                .entry(to)
                .or_insert_with(|| straight(stops, from, to, options.pace_m_s));
            if let Rule::AtLeast(seconds) = rule {
                *leg = (*leg).max(least(seconds));
            }
        }
        let list = |legs: BTreeMap<u32, u32>| {
            let leg = |(to, seconds)| (to, seconds_i32(seconds));
            legs.into_iter().map(leg).collect()
        };
        Transfers {
            same_stop,
            legs: Lists::new(legs.into_iter().map(list)),
        }
    }
}

fn straight(stops: &[Stop], from: u32, to: u32, pace_m_s: f64) -> u32 {
    let place = |stop: u32| (stops[stop as usize].lat, stops[stop as usize].lon);
    geography::seconds(place(from), place(to), pace_m_s)
}

/// Seconds as the search counts them; more than a week is never walked.
pub fn seconds_i32(seconds: u32) -> i32 {
    seconds.min(7 * crate::clock::DAY) as i32
}
