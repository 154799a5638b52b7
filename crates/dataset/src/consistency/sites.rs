//! Sites, candidates and what is offered.

use crate::check::Draft;
use crate::fault::{At, Fault, Log};
use std::collections::BTreeMap;

pub fn check(draft: &Draft, log: &mut Log) {
    for table in ["sites", "candidates"] {
        positions(draft, table, log);
    }
    let sites: BTreeMap<&str, u32> = draft
        .region
        .sites
        .iter()
        .map(|row| (row.id.as_str(), row.line))
        .collect();
    for row in &draft.region.candidates {
        if let Some(line) = sites.get(row.id.as_str()) {
            let at = At::file("candidates.csv").line(row.line).column("id");
            log.fault(
                Fault::new("id-of-a-site", at)
                    .with("value", row.id.as_str())
                    .with("first", line.to_string()),
            );
        }
    }
    for row in draft
        .region
        .offers
        .iter()
        .filter(|row| row.places_taken > row.places)
    {
        let at = At::file("offers.csv").line(row.line).column("places_taken");
        log.fault(
            Fault::new("more-taken-than-places", at)
                .with("taken", row.places_taken)
                .with("places", row.places),
        );
    }
}

/// A site stands at a place, or at coordinates of its own, or both.
fn positions(draft: &Draft, table: &str, log: &mut Log) {
    for (sheet, row) in draft.rows(table) {
        let has = |column: &str| !sheet.is_empty(row, column);
        let file = sheet.table.file();
        let at = At::file(&file).line(row.line);
        match (has("lat"), has("lon")) {
            (true, false) => log.fault(Fault::new("half-a-position", at.column("lon"))),
            (false, true) => log.fault(Fault::new("half-a-position", at.column("lat"))),
            (false, false) if !has("place") => {
                log.fault(Fault::new("no-position", at.column("place")))
            }
            _ => {}
        }
    }
}
