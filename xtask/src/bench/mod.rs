//! `cargo xtask bench`: what the project's engines reach, measured.

mod format;
pub mod plan;
mod program;
pub mod roads;
pub mod siting;
