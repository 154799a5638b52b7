//! What each municipality gives and gets.

use crate::context::Context;
use crate::model::{Block, Cell};
use domain::Cents;

pub fn write(c: &Context) -> Vec<Block> {
    let all = &c.plan.municipalities;
    let gets = all
        .iter()
        .map(|row| {
            [
                Cell::from(c.territory(&row.territory)),
                row.needs.into(),
                row.served.into(),
                row.served_at_home.into(),
                row.unmet.into(),
                Cell::Number(row.minutes.mean, 0),
                Cell::Share(row.minutes.within_standard),
            ]
        })
        .collect();
    let mut gets = c.table(
        "gets",
        [
            c.col("municipality", 30),
            c.col("needs", 11),
            c.col("served", 11),
            c.optional("at-home", 13),
            c.col("unmet", 11),
            c.optional("mean", 11),
            c.optional("near", 13),
        ],
        gets,
    );
    if c.is_internal() {
        gets.note = Some(c.get("report-note-gets"));
    }
    let gives = all
        .iter()
        .map(|row| {
            [
                Cell::from(c.territory(&row.territory)),
                row.places_new.into(),
                row.served_others.into(),
                row.capital.into(),
                row.running.into(),
            ]
        })
        .collect();
    let mut gives = c.table(
        "gives",
        [
            c.col("municipality", 36),
            c.col("places-new", 14),
            c.optional("served-others", 16),
            c.col("capital", 17),
            c.optional("running", 17),
        ],
        gives,
    );
    gives.total = Some(vec![
        c.get("report-total").into(),
        all.iter().map(|row| row.places_new).sum::<u32>().into(),
        all.iter().map(|row| row.served_others).sum::<u32>().into(),
        all.iter().map(|row| row.capital).sum::<Cents>().into(),
        all.iter().map(|row| row.running).sum::<Cents>().into(),
    ]);
    gives.note = Some(c.get("report-note-gives"));
    vec![
        Block::Chapter(c.get("report-chapter-municipalities")),
        c.text("report-municipalities"),
        Block::Table(gets),
        Block::Table(gives),
    ]
}
