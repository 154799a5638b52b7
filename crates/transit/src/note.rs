//! What was left out of a feed, or assumed: nothing is dropped in silence.

use std::fmt;

/// Something of a feed that is not used as it stands, counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The feed's name.
    pub feed: String,
    /// What it is.
    pub kind: NoteKind,
    /// How many there are.
    pub count: usize,
    /// The identifier of the first.
    pub example: String,
}

/// What is left out or assumed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoteKind {
    /// Trips left out: fewer than two stops.
    TripTooShort,
    /// Trips left out: no time at the first or the last stop.
    TripWithoutEnds,
    /// Trips left out: times that run backwards.
    TripBackwards,
    /// Trips left out: two stop times with the same sequence number.
    TripAmbiguous,
    /// Trips left out: their service is in neither calendar file.
    TripWithoutService,
    /// Stop times left out: on demand within an area, not at a stop.
    AreaStopTime,
    /// Stop times without a time, interpolated along the straight lines between stops.
    Interpolated,
    /// Stop times that must be booked by telephone or with the driver; taken as served.
    Booked,
    /// Rows of `calendar.txt` that repeat one of the same service.
    RepeatedService,
    /// Frequency rows left out: no headway, an empty period, or a trip that is not used.
    IdleFrequency,
    /// Transfer rules left out: they hold for certain lines or trips only, or for staying on board.
    TransferOfTrips,
    /// Transfer rules left out: they name a stop that the feed does not have.
    TransferOfUnknownStop,
    /// The feed covers the date, but runs nothing on it.
    QuietOnDate,
}

impl NoteKind {
    /// A stable name, by which texts are found.
    pub fn key(self) -> &'static str {
        match self {
            NoteKind::TripTooShort => "note-trip-too-short",
            NoteKind::TripWithoutEnds => "note-trip-without-ends",
            NoteKind::TripBackwards => "note-trip-backwards",
            NoteKind::TripAmbiguous => "note-trip-ambiguous",
            NoteKind::TripWithoutService => "note-trip-without-service",
            NoteKind::AreaStopTime => "note-area-stop-time",
            NoteKind::Interpolated => "note-interpolated",
            NoteKind::Booked => "note-booked",
            NoteKind::RepeatedService => "note-repeated-service",
            NoteKind::IdleFrequency => "note-idle-frequency",
            NoteKind::TransferOfTrips => "note-transfer-of-trips",
            NoteKind::TransferOfUnknownStop => "note-transfer-of-unknown-stop",
            NoteKind::QuietOnDate => "note-quiet-on-date",
        }
    }
}

impl fmt::Display for Note {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "{}: {} × {} (first: {})",
            self.feed,
            self.kind.key(),
            self.count,
            self.example
        )
    }
}

/// Notes of one feed while it is read: one row for each kind.
#[derive(Default)]
pub(crate) struct Notes(std::collections::BTreeMap<NoteKind, (usize, String)>);

impl Notes {
    /// Counts one more, remembering the first.
    pub fn add(&mut self, kind: NoteKind, example: &str) {
        let row = self
            .0
            .entry(kind)
            .or_insert_with(|| (0, example.to_owned()));
        row.0 += 1;
    }

    /// The rows, in the order of the kinds.
    pub fn of_feed(self, feed: &str) -> Vec<Note> {
        let row = |(kind, (count, example))| Note {
            feed: feed.to_owned(),
            kind,
            count,
            example,
        };
        self.0.into_iter().map(row).collect()
    }
}
