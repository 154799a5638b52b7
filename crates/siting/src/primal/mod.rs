//! Good answers quickly, without proof: local search over what opens, and the
//! best assignment of people to what is open.

mod assign;
mod elite;
mod interchange;
mod limits;
mod local;
pub mod payments;
mod random;
mod uncapacitated;

pub use assign::{Assigned, Assigner, Assignment};
pub use elite::search;
pub use interchange::interchange;
pub use limits::Limits;
pub use local::{Guide, construct, improve, iterate, solution};
pub use uncapacitated::Uncapacitated;
