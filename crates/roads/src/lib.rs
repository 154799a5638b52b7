//! An OpenStreetMap extract becomes a road graph and travel-time matrices.

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
pub use network::{Isochrone, Matrix, Network, REACH_METRES, Route, Stage, VERSION};
pub use metric::{INF, Metric, RESTRICTED};
pub use profile::Profile;
pub use snap::{Candidate, Snap, SnapIndex, Snapper};
