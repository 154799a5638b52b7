//! `cargo xtask bench`: what the project's engines reach, measured.

pub mod plan;
pub mod roads;
