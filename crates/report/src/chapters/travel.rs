//! Travel before and after: in the internal edition, since minutes of few people
//! tell where they live.

use crate::chart;
use crate::context::Context;
use crate::model::{Block, Cell, Picture};

pub fn write(c: &Context) -> Vec<Block> {
    if !c.is_internal() {
        return Vec::new();
    }
    let rows = c
        .plan
        .services
        .iter()
        .map(|row| {
            let before = row.minutes_before;
            [
                Cell::from(c.service(&row.service)),
                before.map_or(Cell::Empty, |minutes| Cell::Number(minutes.mean, 0)),
                Cell::Number(row.minutes.mean, 0),
                before.map_or(Cell::Empty, |minutes| Cell::Number(minutes.max, 0)),
                Cell::Number(row.minutes.max, 0),
                before.map_or(Cell::Empty, |minutes| Cell::Share(minutes.within_standard)),
                Cell::Share(row.minutes.within_standard),
            ]
        })
        .collect();
    let table = c.table(
        "travel",
        [
            c.col("service", 34),
            c.optional("mean-before", 11),
            c.optional("mean-after", 11),
            c.optional("longest-before", 11),
            c.optional("longest-after", 11),
            c.optional("near-before", 11),
            c.optional("near-after", 11),
        ],
        rows,
    );
    let mut blocks = vec![
        Block::Chapter(c.get("report-chapter-travel")),
        c.text("report-travel"),
    ];
    if !chart::is_empty(c) {
        blocks.push(Block::Picture(Picture {
            file: chart::FILE.to_owned(),
            caption: c.get("report-chart-travel"),
            alt: chart::alt(c),
        }));
    }
    blocks.push(Block::Table(table));
    blocks
}
