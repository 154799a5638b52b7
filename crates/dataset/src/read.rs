//! From bytes to typed rows.

pub mod approved;
pub mod boundaries;
pub mod cell;
pub mod decode;
pub mod number;
pub mod references;
pub mod rows;
pub mod sheet;
pub mod toml_file;
