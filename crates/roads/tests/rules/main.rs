//! One rule a test, on networks small enough to be worked out by hand.

#[path = "../common/mod.rs"]
mod common;

mod access;
mod ferries;
mod nodes;
mod oneways;
mod snapping;
mod speeds;
mod turns;
