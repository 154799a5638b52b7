//! Customisable contraction hierarchies with two whole-number costs per arc,
//! and many-to-many travel times by restricted sweeps with many sources each.
//!
//! The graph is a *turn graph*: its vertices are the directed edges of a base
//! graph (roads between junctions), its arcs the turns from one edge to the next.
//! That is how turn costs and forbidden turns are exact.
//!
//! 1. [`nested_dissection`] orders the vertices by cuts of the base graph. It
//!    looks at geometry and topology only.
//! 2. [`Topology::new`] contracts the vertices in that order. Still no costs: the
//!    topology serves every metric.
//! 3. [`Topology::customise`] turns the costs of a metric into a
//!    [`Hierarchy`], in a fraction of a second for a country.
//! 4. [`Hierarchy::times`], [`Hierarchy::matrix`] and [`Paths::find`] answer.
//!
//! Sources: J. Dibbelt, B. Strasser, D. Wagner, "Customizable contraction
//! hierarchies", *ACM Journal of Experimental Algorithmics* 21 (2016) 1.5; V.
//! Buchhold, D. Wagner, T. Zeitz, M. Zündorf, "Customizable contraction
//! hierarchies with turn costs", *ATMOS* 2020; A. Schild, C. Sommer, "On balanced
//! separators in road networks", *SEA* 2015 (inertial flow); D. Delling, A. V.
//! Goldberg, R. F. Werneck, "Faster batched shortest paths in road networks",
//! *ATMOS* 2011 (RPHAST).
//!
//! ```
//! use hierarchy::{Arcs, Cost, Ends, Layout, Topology, nested_dissection};
//!
//! // Three junctions in a row, two two-way roads: edges 0→1, 1→0, 1→2, 2→1.
//! let at = [[0, 0], [0, 10], [0, 20]];
//! let (tail, head) = ([0, 1, 1, 2], [1, 0, 2, 1]);
//! // Turns straight on, and back at the dead ends.
//! let arcs = Arcs::new(vec![0, 1, 2, 3, 4], vec![2, 0, 3, 1]).unwrap();
//! let order = nested_dissection(&Layout { at: &at, tail: &tail, head: &head });
//! let topology = Topology::new(&arcs, &order).unwrap();
//! // Every edge takes 5 s and is 100 m long.
//! let hierarchy = topology.customise(&[Cost { time: 5_000, length: 1_000 }; 4]);
//! // From the start of edge 0 to the start of edge 3: over 0 and 2.
//! let (from, to) = (Ends::single(&[0]), Ends::single(&[3]));
//! assert_eq!(hierarchy.matrix(&from, &to).cost(0, 0), Some(Cost { time: 10_000, length: 2_000 }));
//! ```

mod arcs;
mod cost;
mod customise;
mod ends;
mod matrix;
mod order;
mod path;
mod progress;
mod search;
mod sweep;
mod topology;

pub use arcs::{Arcs, Malformed};
pub use cost::{Cost, INFINITE};
pub use ends::Ends;
pub use matrix::{LANES, Matrix, Times};
pub use order::{Layout, nested_dissection, nested_dissection_watched};
pub use path::{Path, Paths};
pub use progress::Progress;
pub use search::Hierarchy;
pub use topology::Topology;
