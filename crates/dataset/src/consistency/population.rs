//! Age bands of residents.

use crate::check::Draft;
use crate::fault::{At, Fault, Log};

pub fn check(draft: &Draft, log: &mut Log) {
    for row in &draft.region.population {
        if let (Some(from), Some(to)) = (row.age_from, row.age_to)
            && from > to
        {
            let at = At::file("population.csv").line(row.line).column("age_to");
            log.fault(
                Fault::new("ages-backwards", at)
                    .with("from", from)
                    .with("to", to),
            );
        }
    }
}
