//! What can go wrong, and how it is said.

use dataset::Fault;
use domain::Message;
use std::io;
use std::path::Path;

/// Why there are no travel times.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// An extract, a profile, a prepared graph or a table of changes is at fault.
    #[error(transparent)]
    Roads(roads::Error),
    /// Timetables or a question to them are at fault.
    #[error(transparent)]
    Transit(transit::Error),
    /// Rows of files are at fault: all of them.
    #[error("{} faults in files of points or tables; each names its row", .0.len())]
    Faults(Vec<Fault>),
    /// A file cannot be read or written.
    #[error("{file}: {source}")]
    File {
        /// The path as it was given.
        file: String,
        /// What the system says.
        source: io::Error,
    },
    /// Whoever looks on asked to stop.
    #[error("stopped on request")]
    Stopped,
}

impl From<roads::Error> for Error {
    fn from(error: roads::Error) -> Self {
        match error {
            roads::Error::Stopped => Self::Stopped,
            other => Self::Roads(other),
        }
    }
}

impl From<transit::Error> for Error {
    fn from(error: transit::Error) -> Self {
        match error {
            transit::Error::Stopped => Self::Stopped,
            other => Self::Transit(other),
        }
    }
}

impl Error {
    /// A file that cannot be read or written.
    pub fn file(file: &Path, source: io::Error) -> Self {
        Self::File {
            file: file.display().to_string(),
            source,
        }
    }

    /// What is said: a message for each thing that is wrong. `cause` puts into words why the
    /// system refuses a file.
    pub fn messages(&self, cause: &dyn Fn(&io::Error) -> String) -> Vec<Message> {
        match self {
            Self::Roads(error) => vec![of_roads(error, cause)],
            Self::Transit(error) => of_transit(error),
            Self::Faults(faults) => faults.iter().map(|fault| fault.what.clone()).collect(),
            Self::File { file, source } => vec![
                Message::new("travel-file")
                    .with("file", file.as_str())
                    .with("why", cause(source)),
            ],
            Self::Stopped => vec![Message::new("travel-stopped")],
        }
    }
}

fn of_roads(error: &roads::Error, cause: &dyn Fn(&io::Error) -> String) -> Message {
    use roads::Error as E;
    let about = |key: &str, file: &str| Message::new(key).with("file", file);
    match error {
        E::Read { file, source } => about("travel-file", file).with("why", cause(source)),
        E::NotPbf { file } => about("travel-not-pbf", file),
        E::Truncated {
            file,
            offset,
            length,
        } => about("travel-truncated", file)
            .with("offset", offset.to_string())
            .with("length", length.to_string()),
        E::BrokenBlob {
            file,
            blob,
            offset,
            reason,
        } => about("travel-broken-blob", file)
            .with("blob", blob.to_string())
            .with("offset", offset.to_string())
            .with("why", reason.as_str()),
        E::UnsupportedFeature { file, feature } => {
            about("travel-unsupported-feature", file).with("feature", feature.as_str())
        }
        E::NoRoads { file, profile } => {
            about("travel-no-roads", file).with("profile", profile.as_str())
        }
        E::TooLarge { file, what } => about("travel-too-large", file).with("what", *what),
        E::NotCovered {
            points,
            metres,
            south,
            west,
            north,
            east,
        } => {
            let degrees = |value: &f64| format!("{value:.3}");
            Message::new("travel-not-covered")
                .with("points", *points)
                .with("metres", *metres)
                .with("south", degrees(south))
                .with("west", degrees(west))
                .with("north", degrees(north))
                .with("east", degrees(east))
        }
        E::BadProfile { file, reason } => {
            about("travel-bad-profile", file).with("why", reason.as_str())
        }
        E::UnknownProfile { name, known } => Message::new("travel-unknown-profile")
            .with("value", name.as_str())
            .with("known", known.as_str()),
        E::OtherVehicle {
            graph,
            profile,
            vehicle,
        } => Message::new("travel-other-vehicle")
            .with("graph", graph.as_str())
            .with("profile", profile.as_str())
            .with("vehicle", vehicle.as_str()),
        E::ChangedWaysUnknown { file, ways } => {
            let ids: Vec<String> = ways.iter().map(i64::to_string).collect();
            about("travel-changed-ways-unknown", file)
                .with("ways", ids.join(", "))
                .with("count", ways.len())
        }
        E::BadGraph { what } => Message::new("travel-bad-graph").with("what", *what),
        E::Write { file, source } => about("travel-file", file).with("why", cause(source)),
        E::NotPrepared { file } => about("travel-not-prepared", file),
        E::OtherVersion { file, version } => {
            about("travel-other-version", file).with("version", version.as_str())
        }
        E::Damaged { file } => about("travel-damaged", file),
        E::Threads(why) => Message::new("travel-threads").with("why", why.as_str()),
        E::Stopped => Message::new("travel-stopped"),
    }
}

fn of_transit(error: &transit::Error) -> Vec<Message> {
    use transit::Error as E;
    let message = match error {
        E::Faults(faults) => return faults.iter().map(of_feed).collect(),
        E::NoService {
            feed,
            date,
            first,
            last,
            best,
        } => Message::new("travel-no-service")
            .with("feed", feed.as_str())
            .with("date", date.to_string())
            .with("first", first.to_string())
            .with("last", last.to_string())
            .with("best", best.to_string()),
        E::NoCommonDate(spans) => {
            let spans: Vec<String> = spans
                .iter()
                .map(|(feed, first, last)| format!("{feed} {first} – {last}"))
                .collect();
            Message::new("travel-no-common-date").with("spans", spans.join(", "))
        }
        E::Window(window) => Message::new("travel-window").with("value", window.as_str()),
        E::Threads(why) => Message::new("travel-threads").with("why", why.as_str()),
        E::Stopped => Message::new("travel-stopped"),
        // What the command line and this crate never ask for.
        other @ (E::UnknownStop { .. } | E::Option(..)) => {
            Message::new("travel-internal").with("why", other.to_string())
        }
    };
    vec![message]
}

/// `feed/file:line: what is wrong`.
fn of_feed(fault: &transit::Fault) -> Message {
    use transit::FaultKind as K;
    let mut place = fault.feed.clone();
    if !fault.file.is_empty() {
        place = format!("{place}/{}", fault.file);
    }
    if let Some(line) = fault.line {
        place = format!("{place}:{line}");
    }
    let about = |key: &str| Message::new(key).with("place", place.as_str());
    match &fault.kind {
        K::NoFeed => Message::new("travel-feed-none"),
        K::Unreadable(why) => about("travel-feed-unreadable").with("why", why.as_str()),
        K::NotAZip(why) => about("travel-feed-not-a-zip").with("why", why.as_str()),
        K::MissingFile => about("travel-feed-missing-file"),
        K::MissingColumn(column) => about("travel-feed-missing-column").with("column", *column),
        K::Row { column, problem } => {
            let place = match column.as_str() {
                "" => place.clone(),
                column => format!("{place}:{column}"),
            };
            Message::new("travel-feed-row")
                .with("place", place)
                .with("why", problem.trim_end_matches('.'))
        }
        K::Twice { column, id } => about("travel-feed-twice")
            .with("column", *column)
            .with("value", id.as_str()),
        K::Unknown {
            column,
            id,
            target,
            count,
        } => about("travel-feed-unknown")
            .with("column", *column)
            .with("value", id.as_str())
            .with("target", *target)
            .with("count", *count),
        K::NoPlace(stop) => about("travel-feed-no-place").with("value", stop.as_str()),
        K::NoTrips => about("travel-feed-no-trips"),
        K::OtherClock(clock, first) => about("travel-feed-other-clock")
            .with("value", clock.as_str())
            .with("first", first.as_str()),
        K::More(count) => about("travel-feed-more").with("count", *count),
    }
}

/// What was left out of a timetable, or assumed.
pub fn note(note: &transit::Note) -> Message {
    use transit::NoteKind as K;
    let key = match note.kind {
        K::TripTooShort => "travel-note-trip-too-short",
        K::TripWithoutEnds => "travel-note-trip-without-ends",
        K::TripBackwards => "travel-note-trip-backwards",
        K::TripAmbiguous => "travel-note-trip-ambiguous",
        K::TripWithoutService => "travel-note-trip-without-service",
        K::AreaStopTime => "travel-note-area-stop-time",
        K::Interpolated => "travel-note-interpolated",
        K::Booked => "travel-note-booked",
        K::IdleFrequency => "travel-note-idle-frequency",
        K::TransferOfTrips => "travel-note-transfer-of-trips",
        K::TransferOfUnknownStop => "travel-note-transfer-of-unknown-stop",
        K::RepeatedService => "travel-note-repeated-service",
        K::QuietOnDate => "travel-note-quiet-on-date",
    };
    Message::new(key)
        .with("feed", note.feed.as_str())
        .with("count", note.count)
        .with("example", note.example.as_str())
}
