//! Region packages: read, check, write; and what comes from open spreadsheets.
//!
//! ```no_run
//! let checked = dataset::check("examples/tiny".as_ref());
//! match checked.region {
//!     Some(region) => println!("{} places", region.places.len()),
//!     None => println!("{} faults", checked.faults.len()),
//! }
//! ```
//!
//! * [`schema`] declares every table and column once. The reader, the Table
//!   Schemas of `datapackage.json` and the data dictionary all follow from it.
//! * [`check`] reads a package. It goes on after a fault, so that all of them
//!   are told at once; there is a region only when there is none.
//! * [`write()`] writes a package that reads back equal.
//! * A package with a road extract and no `travel.csv` has its travel times to
//!   be reckoned yet: [`Checked::roads`] says from which files.
//! * [`read_points`] and [`read_changes`] read tables outside a package with the
//!   same reader.
//! * [`import`] brings the ministry's open spreadsheets into a package.

mod check;
mod consistency;
mod datapackage;
mod dictionary;
mod fault;
mod files;
pub mod import;
mod loose;
mod read;
pub mod schema;
mod write;

pub use check::{Checked, check};
pub use datapackage::datapackage;
pub use dictionary::dictionary;
pub use fault::{At, Fault};
pub use files::{FEED_END, ROADS_FILE, RoadFiles};
pub use loose::{Loose, Point, RoadChange, read_changes, read_points};
pub use write::{WriteError, write};
