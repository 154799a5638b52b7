//! What is asked: who walks where, when they leave, how far they would go.

use crate::clock;
use crate::error::Error;
use std::fmt;
use std::str::FromStr;

/// A leg on foot between a point and a stop, or between two stops.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Walk {
    /// Index of the stop at the other end.
    pub to: u32,
    /// Seconds on foot.
    pub seconds: u32,
}

/// Departure minutes: every `step_s` from `from_s`, `until_s` not included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// The first departure, in seconds after midnight.
    pub from_s: u32,
    /// The end, in seconds after midnight; no departure at it.
    pub until_s: u32,
    /// Seconds from one departure to the next.
    pub step_s: u32,
}

impl Window {
    /// The departures, earliest first, in seconds after midnight.
    pub fn departures(self) -> impl ExactSizeIterator<Item = u32> + DoubleEndedIterator {
        let count = (self.until_s.saturating_sub(self.from_s)).div_ceil(self.step_s.max(1));
        (0..count).map(move |index| self.from_s + index * self.step_s)
    }

    /// Refuses windows that are empty, longer than a day or that start after the day.
    pub(crate) fn check(self) -> Result<(), Error> {
        let fits = self.step_s > 0
            && self.from_s < self.until_s
            && self.from_s < clock::DAY
            && self.until_s - self.from_s <= clock::DAY
            && self.departures().len() <= usize::from(u16::MAX);
        if fits {
            Ok(())
        } else {
            Err(Error::Window(self.to_string()))
        }
    }
}

impl FromStr for Window {
    type Err = Error;

    /// Reads `07:00-09:00`, one departure a minute.
    fn from_str(text: &str) -> Result<Window, Error> {
        let fault = || Error::Window(text.to_owned());
        let (from, until) = text.trim().split_once(['-', '–']).ok_or_else(fault)?;
        let window = Window {
            from_s: clock::minutes(from.trim()).ok_or_else(fault)?,
            until_s: clock::minutes(until.trim()).ok_or_else(fault)?,
            step_s: 60,
        };
        window.check().map_err(|_| fault())?;
        Ok(window)
    }
}

impl fmt::Display for Window {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let minute = |s: u32| format!("{:02}:{:02}", s / 3600, s % 3600 / 60);
        write!(out, "{}-{}", minute(self.from_s), minute(self.until_s))
    }
}

/// How people travel.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Options {
    /// Most vehicles ridden on one journey (1 to 16).
    pub max_rides: u8,
    /// Longest journey in seconds; a longer one counts as no connection.
    pub longest_s: u32,
    /// Least seconds between reaching a stop, on foot or by vehicle, and boarding.
    pub board_slack_s: u32,
    /// Metres a second, for transfers that the feed names without a time and
    /// for which no leg on foot is given: along the straight line.
    pub pace_m_s: f64,
    /// Threads; 0 takes all processors. The answer is the same.
    pub threads: usize,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            max_rides: 4,
            longest_s: 2 * 3600,
            board_slack_s: 60,
            pace_m_s: 4.8 / 3.6,
            threads: 0,
        }
    }
}

impl Options {
    pub(crate) fn check(&self) -> Result<(), Error> {
        if !(1..=16).contains(&self.max_rides) {
            return Err(Error::Option("max_rides", "give 1 to 16"));
        }
        if self.longest_s == 0 || self.longest_s > clock::DAY {
            return Err(Error::Option("longest_s", "give 1 second to 24 hours"));
        }
        if self.board_slack_s > 3600 {
            return Err(Error::Option("board_slack_s", "give at most an hour"));
        }
        if !(self.pace_m_s.is_finite() && self.pace_m_s >= 0.1) {
            return Err(Error::Option(
                "pace_m_s",
                "give at least 0.1 metres a second",
            ));
        }
        Ok(())
    }
}

/// Walking time all the way from an origin to a destination (indices), in
/// seconds; `None` if it is too far to walk.
pub type Direct<'a> = dyn Fn(usize, usize) -> Option<u32> + Sync + 'a;

/// From where, to where and when.
pub struct Query<'a> {
    /// For each origin the stops that can be walked to.
    pub access: &'a [Vec<Walk>],
    /// For each destination the stops from which it can be walked to (`to` is the stop).
    pub egress: &'a [Vec<Walk>],
    /// For each stop of the timetable the other stops within walking distance;
    /// empty if vehicles are changed only at a stop or as the feed says.
    pub transfers: &'a [Vec<Walk>],
    /// Walking all the way.
    pub direct: &'a Direct<'a>,
    /// When people leave.
    pub window: Window,
    /// How they travel.
    pub options: Options,
}

impl Query<'_> {
    /// Refuses what cannot be answered on a timetable of so many stops.
    pub(crate) fn check(&self, stops: usize) -> Result<(), Error> {
        self.window.check()?;
        self.options.check()?;
        let legs = [
            ("access", self.access),
            ("egress", self.egress),
            ("transfers", self.transfers),
        ];
        for (name, lists) in legs {
            for (row, walks) in lists.iter().enumerate() {
                let unknown = walks.iter().find(|walk| walk.to as usize >= stops);
                if let Some(walk) = unknown {
                    return Err(Error::UnknownStop {
                        legs: name,
                        row,
                        stop: walk.to,
                        stops,
                    });
                }
            }
        }
        if self.transfers.len() > stops {
            return Err(Error::UnknownStop {
                legs: "transfers",
                row: stops,
                stop: stops as u32,
                stops,
            });
        }
        Ok(())
    }
}
