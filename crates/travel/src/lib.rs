//! Travel times of points by any profile, by road or timetable; the files they
//! come in and go to; and the legs of a region package that has roads.
//!
//! * [`open`] makes or loads the road network; [`Mode`] is who travels on it.
//! * [`Journeys`] gives the ways from points to points, some origins at a time.
//! * [`MatrixFile`] writes them as a package's `travel.csv` has them.
//! * [`fill`] reckons the travel times of a package with `roads.osm.pbf`.
//! * [`areas`] and [`line`] are isochrones and routes as GeoJSON.

mod cache;
mod distances;
mod error;
mod geo;
mod journeys;
mod kept;
mod matrix_file;
mod mode;
mod network;
mod package;
mod timetable;
mod watch;
mod ways;

pub use cache::{Cache, Fingerprint};
pub use distances::{Distances, Standing};
pub use error::{Error, note};
pub use geo::{ATTRIBUTION, areas, line};
pub use journeys::Journeys;
pub use matrix_file::{Format, MatrixFile, Way};
pub use mode::{Mode, TRANSIT, TRANSIT_FRAIL};
pub use network::{DEFAULT_PROFILE, Source, open, prepare};
pub use package::{Filled, Reckoning, fill, off_road};
pub use timetable::{OnFoot, Timetable, is_day, is_window};
pub use watch::{Clock, Stage, Watch};
pub use ways::Ways;

/// Metres from a road beyond which a point is named, unless told otherwise.
pub const FAR_METRES: f64 = 300.0;
/// Metres within which a road is looked for at all.
pub use roads::REACH_METRES;
