//! Timetables (GTFS) become travel times by public transport.
//!
//! [`Feeds`] reads and checks one or several feeds. [`Feeds::timetable`] takes
//! one service date out of them: a [`Timetable`]. [`travel_times`] answers, for
//! every departure minute of a [`Window`], when each destination is reached at
//! the earliest (RAPTOR), and sums the minutes up as a [`Matrix`] of
//! [`Summary`]. Nothing here knows streets: walking comes in as [`Walk`].
//!
//! `docs/public-transport.md` states the conventions and works an example by
//! hand.

mod calendar;
mod clock;
mod error;
mod feed;
mod feeds;
mod gaps;
mod geography;
mod lines;
mod matrix;
mod note;
mod pattern;
mod query;
mod raptor;
mod rules;
mod source;
mod summary;
mod tables;
mod timetable;
mod transfers;
mod unknown;

pub use error::{Error, Fault, FaultKind};
pub use feeds::Feeds;
pub use jiff::civil::Date;
pub use matrix::{Matrix, travel_times};
pub use note::{Note, NoteKind};
pub use query::{Direct, Options, Query, Walk, Window};
pub use summary::Summary;
pub use timetable::{Stop, Timetable};
