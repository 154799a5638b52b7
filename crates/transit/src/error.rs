//! What may be wrong with feeds and questions, and what to do about it.

use jiff::civil::Date;
use std::fmt;

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Error {
    /// The feeds cannot be used; every fault found in one go.
    #[error("{}", lines(.0))]
    Faults(Vec<Fault>),
    /// The date lies outside the dates of a feed, or nothing runs on it.
    #[error(
        "{feed}: nothing runs on {date}; the feed covers {first} to {last}; take {best}, its fullest weekday"
    )]
    NoService {
        /// The feed's name.
        feed: String,
        /// The date asked for.
        date: Date,
        /// The first date with a vehicle.
        first: Date,
        /// The last date with a vehicle.
        last: Date,
        /// The weekday with the most vehicle runs (any day if no weekday has one).
        best: Date,
    },
    /// The feeds have no date in common on which a vehicle runs.
    #[error("the feeds have no weekday in common ({}); take editions of the same season", spans(.0))]
    NoCommonDate(
        /// Name, first and last date of each feed.
        Vec<(String, Date, Date)>,
    ),
    /// The departure window is empty, too long or unreadable.
    #[error(
        "departure window {0}: write it as 07:00-09:00, at most 24 hours, before midnight of the next day"
    )]
    Window(
        /// What was given.
        String,
    ),
    /// A walking leg names a stop that the timetable does not have.
    #[error(
        "{legs} {row} names stop {stop}, but the timetable has {stops} stops; compute walking legs from the stops of this timetable"
    )]
    UnknownStop {
        /// `access`, `egress` or `transfers`.
        legs: &'static str,
        /// Index of the list of legs.
        row: usize,
        /// The stop index named.
        stop: u32,
        /// The number of stops.
        stops: usize,
    },
    /// An option has a value that means nothing.
    #[error("option {0} is out of its range; {1}")]
    Option(
        /// The option's name.
        &'static str,
        /// The remedy.
        &'static str,
    ),
    /// The caller's progress function said stop.
    #[error("stopped on request")]
    Stopped,
    /// The threads asked for could not be started.
    #[error("threads could not be started: {0}; ask for fewer")]
    Threads(
        /// What the system said.
        String,
    ),
}

impl Error {
    /// A stable name, by which texts are found.
    pub fn key(&self) -> &'static str {
        match self {
            Error::Faults(_) => "transit-faults",
            Error::NoService { .. } => "transit-no-service",
            Error::NoCommonDate(_) => "transit-no-common-date",
            Error::Window(_) => "transit-window",
            Error::UnknownStop { .. } => "transit-unknown-stop",
            Error::Option(..) => "transit-option",
            Error::Stopped => "transit-stopped",
            Error::Threads(_) => "transit-threads",
        }
    }
}

/// One fault in a feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The feed's name (its file without the ending).
    pub feed: String,
    /// The file inside the feed, empty if the feed itself is at fault.
    pub file: &'static str,
    /// The line, counted from 1, the header included.
    pub line: Option<u64>,
    /// What is wrong.
    pub kind: FaultKind,
}

/// What is wrong with a feed, with the remedy.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FaultKind {
    /// No feed was given.
    #[error("no feed given; name at least one GTFS zip or folder")]
    NoFeed,
    /// The path cannot be read at all.
    #[error("cannot be read ({0}); check the path and the permissions")]
    Unreadable(
        /// What the system said.
        String,
    ),
    /// Neither a folder nor a zip archive.
    #[error("not a zip archive ({0}); download the feed again")]
    NotAZip(
        /// What the archive reader said.
        String,
    ),
    /// A file that is needed is missing.
    #[error("missing; the feed is not complete, download the whole feed")]
    MissingFile,
    /// A column that is needed is missing.
    #[error("column {0} is missing; the file does not follow GTFS")]
    MissingColumn(
        /// The column's name.
        &'static str,
    ),
    /// A row cannot be read.
    #[error("{column}: {problem}; correct the row")]
    Row {
        /// The column, empty if the whole row is at fault.
        column: String,
        /// What is wrong with it.
        problem: String,
    },
    /// An identifier occurs twice.
    #[error("{column} {id} occurs twice; remove one of them")]
    Twice {
        /// The column.
        column: &'static str,
        /// The identifier.
        id: String,
    },
    /// An identifier that no row of another file has.
    #[error(
        "{column} {id} is not in {target} ({count} rows in all name unknown ones); download the whole feed"
    )]
    Unknown {
        /// The column.
        column: &'static str,
        /// The first unknown identifier.
        id: String,
        /// The file that should have it.
        target: &'static str,
        /// How many rows name one that is unknown.
        count: usize,
    },
    /// A stop that vehicles call at has no place.
    #[error("stop {0} has no coordinates on the globe, nor its station; add stop_lat and stop_lon")]
    NoPlace(
        /// The stop's identifier.
        String,
    ),
    /// No trip of the feed can be used.
    #[error("no trip can be used; the feed has no timetable")]
    NoTrips,
    /// Two feeds keep different clocks.
    #[error(
        "agency_timezone {0} differs from {1} of the first feed; feeds are joined only within one time zone"
    )]
    OtherClock(
        /// This feed's time zone.
        String,
        /// That of the first feed.
        String,
    ),
    /// More faults of the same file, not listed.
    #[error("{0} more rows at fault")]
    More(
        /// How many.
        usize,
    ),
}

impl FaultKind {
    /// A stable name, by which texts are found.
    pub fn key(&self) -> &'static str {
        match self {
            FaultKind::NoFeed => "feed-none",
            FaultKind::Unreadable(_) => "feed-unreadable",
            FaultKind::NotAZip(_) => "feed-not-a-zip",
            FaultKind::MissingFile => "feed-missing-file",
            FaultKind::MissingColumn(_) => "feed-missing-column",
            FaultKind::Row { .. } => "feed-row",
            FaultKind::Twice { .. } => "feed-twice",
            FaultKind::Unknown { .. } => "feed-unknown",
            FaultKind::NoPlace(_) => "feed-no-place",
            FaultKind::NoTrips => "feed-no-trips",
            FaultKind::OtherClock(..) => "feed-other-clock",
            FaultKind::More(_) => "feed-more",
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.feed.is_empty() {
            write!(out, "{}: ", self.feed)?;
        }
        match (self.file, self.line) {
            ("", _) => {}
            (file, Some(line)) => write!(out, "{file}:{line}: ")?,
            (file, None) => write!(out, "{file}: ")?,
        }
        write!(out, "{}", self.kind)
    }
}

fn lines(faults: &[Fault]) -> String {
    let lines: Vec<String> = faults.iter().map(Fault::to_string).collect();
    lines.join("\n")
}

fn spans(spans: &[(String, Date, Date)]) -> String {
    let spans: Vec<String> = spans
        .iter()
        .map(|(feed, first, last)| format!("{feed} {first} to {last}"))
        .collect();
    spans.join(", ")
}
