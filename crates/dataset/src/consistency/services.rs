//! A service's standards and sizes fit together.

use crate::check::Draft;
use crate::fault::{At, Fault, Log};

pub fn check(draft: &Draft, log: &mut Log) {
    for (row, (sheet, cells)) in draft.region.services.iter().zip(draft.rows("services")) {
        let at = At::file("services.csv").line(row.line);
        if !row.sizes.is_sorted_by(|a, b| a < b) {
            log.fault(Fault::new("sizes-not-rising", at.column("sizes")));
        }
        if row.standard_min > row.limit_min {
            log.fault(
                Fault::new("standard-above-limit", at.column("standard_min"))
                    .with("standard", row.standard_min)
                    .with("limit", row.limit_min),
            );
        }
        if let (Some(most), Some(first)) = (row.max_per_site, row.sizes.first())
            && most < *first
        {
            log.fault(
                Fault::new("no-size-fits", at.column("max_per_site"))
                    .with("value", most)
                    .with("first", *first),
            );
        }
        let (needed, forbidden): (&[&str], &[&str]) = if row.is_mobile() {
            (
                &["hours_per_worker_week", "visit_hours"],
                &["visits_per_year"],
            )
        } else {
            (
                &["visits_per_year", "persons_per_place"],
                &["hours_per_worker_week", "visit_hours"],
            )
        };
        for column in needed.iter().filter(|column| sheet.is_empty(cells, column)) {
            log.fault(
                Fault::new("delivery-needs", at.column(column))
                    .with("delivery", row.delivery.as_str()),
            );
        }
        for column in forbidden
            .iter()
            .filter(|column| !sheet.is_empty(cells, column))
        {
            log.fault(
                Fault::new("delivery-forbids", at.column(column))
                    .with("delivery", row.delivery.as_str()),
            );
        }
    }
}
