//! Who goes where: in the internal edition only.

use crate::context::Context;
use crate::model::{Block, Cell};

pub fn write(c: &Context) -> Vec<Block> {
    if !c.is_internal() || c.plan.assignments.is_empty() {
        return Vec::new();
    }
    let rows = c
        .plan
        .assignments
        .iter()
        .map(|row| {
            [
                Cell::from(
                    c.region
                        .place(&row.place)
                        .map_or(row.place.as_str(), |place| place.name.as_str()),
                ),
                c.service(&row.service).into(),
                row.target_group.as_str().into(),
                c.region.site_name(&row.site).into(),
                row.persons.into(),
                row.hours_per_week
                    .map_or(Cell::Empty, |hours| Cell::Number(hours, 1)),
                Cell::Number(row.minutes, 0),
            ]
        })
        .collect();
    let table = c.table(
        "flows",
        [
            c.col("place", 18),
            c.col("service", 27),
            c.col("target-group", 9),
            c.col("site", 23),
            c.col("persons", 8),
            c.optional("hours", 8),
            c.col("minutes", 8),
        ],
        rows,
    );
    vec![
        Block::Chapter(c.get("report-chapter-flows")),
        c.text("report-flows"),
        Block::Table(table),
    ]
}
