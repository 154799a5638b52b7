//! Assignments and payments against references that share nothing with them.

mod common;
mod indivisible;
mod payments;
mod published;
mod transport;
mod whole;
