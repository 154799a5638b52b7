//! Shares add up to no more than the whole.

use crate::check::Draft;
use crate::fault::{At, Fault, Log};

pub fn check(draft: &Draft, log: &mut Log) {
    for row in &draft.region.schemes {
        let sum = row.eu + row.state + row.municipality;
        // Shares such as 0.85 + 0.0375 + 0.1125 are not exact in binary.
        if sum > 1.0 + 1e-9 {
            let at = At::file("schemes.csv").line(row.line).column("eu");
            log.fault(Fault::new("shares-above-one", at).with("sum", sum));
        }
    }
}
