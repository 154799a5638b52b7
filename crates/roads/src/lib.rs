//! An OpenStreetMap extract becomes a road graph and travel-time matrices.
//!
//! A [`Profile`] says who travels how, a [`RoadGraph`] is what it can use of an extract, a [`Metric`] the prices of its edges
//! and turns, a [`Snap`] the place of a point on it. `docs/road-graph.md` tells how each is made.
//!
//! ```no_run
//! use roads::{Changes, LatLon, Profile, RoadGraph, SnapIndex, Snapper, dijkstra};
//!
//! fn minutes(from: LatLon, to: LatLon) -> Result<Option<f64>, roads::Error> {
//!     let profile = Profile::builtin("car-lv")?;
//!     let graph = RoadGraph::read("latvia.osm.pbf".as_ref(), &profile)?;
//!     let metric = graph.metric(&profile, &Changes::default())?;
//!     let index = SnapIndex::new(&graph);
//!     let snaps = Snapper::new(&graph, &metric, &index).snap_all(&[from, to], 1000.0)?;
//!     let [Some(from), Some(to)] = &snaps[..] else { return Ok(None) };
//!     let trip = dijkstra::trip(&graph, &metric, from, to);
//!     Ok(trip.map(|trip| f64::from(trip.ms) / 60_000.0))
//! }
//! ```

mod changes;
pub mod dijkstra;
mod error;
mod extract;
mod geo;
mod graph;
mod metric;
mod network;
mod profile;
mod snap;
mod tags;

pub use changes::Changes;
pub use dijkstra::Trip;
pub use error::Error;
pub use geo::LatLon;
pub use graph::{Counts, EDGE_SNAPPABLE, RoadGraph};
pub use metric::{INF, Metric, RESTRICTED};
pub use network::{Isochrone, Matrix, Network, REACH_METRES, Route, Stage, VERSION};
pub use profile::Profile;
pub use snap::{Candidate, Snap, SnapIndex, Snapper};
