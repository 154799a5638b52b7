//! The rules that hold between cells and tables, one file per theme. They look
//! at sound rows only, so that one broken cell is told once.

mod coordinates;
mod money;
mod needs;
mod population;
mod region_file;
mod scenario;
mod services;
mod sites;
mod switches;
mod target_groups;
mod territories;
mod travel;
mod validity;

use crate::check::Draft;
use crate::fault::{At, Fault, Log};

/// Tells every rule that the sound rows break.
pub(crate) fn check(draft: &Draft, log: &mut Log) {
    territories::check(draft, log);
    validity::check(draft, log);
    coordinates::check(draft, log);
    population::check(draft, log);
    services::check(draft, log);
    needs::check(draft, log);
    target_groups::check(draft, log);
    sites::check(draft, log);
    money::check(draft, log);
    travel::check(draft, log);
    region_file::check(draft, log);
    scenario::check(draft, log);
    switches::check(draft, log);
}

/// Tells rows that have both or neither of two columns of which they need one.
fn exactly_one(draft: &Draft, table: &str, columns: [&str; 2], log: &mut Log) {
    for (sheet, row) in draft.rows(table) {
        let filled = columns
            .iter()
            .filter(|column| !sheet.is_empty(row, column))
            .count();
        let kind = match filled {
            0 => "neither",
            1 => continue,
            _ => "both",
        };
        let file = sheet.table.file();
        log.fault(
            Fault::new(kind, At::file(&file).line(row.line).column(columns[0]))
                .with("one", columns[0])
                .with("other", columns[1]),
        );
    }
}
