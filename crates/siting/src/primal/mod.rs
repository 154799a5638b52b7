//! Good answers quickly, without proof: local search over what opens.

mod elite;
mod interchange;
mod limits;
mod random;
mod uncapacitated;

pub use elite::search;
pub use interchange::interchange;
pub use limits::Limits;
pub use uncapacitated::Uncapacitated;
