//! Who is left without, and why.

use crate::context::Context;
use crate::model::{Block, Cell};
use domain::Message;
use domain::plan::UnmetReason;

pub fn write(c: &Context) -> Vec<Block> {
    let total: u32 = c.plan.services.iter().map(|row| row.unmet).sum();
    let mut blocks = vec![
        Block::Chapter(c.get("report-chapter-unmet")),
        Block::Text(c.say(Message::new(&c.by_edition("report-unmet")).with("needs", total))),
    ];
    if total == 0 {
        return blocks;
    }
    let rows = c
        .plan
        .services
        .iter()
        .filter(|row| row.unmet > 0)
        .map(|row| {
            let share = f64::from(row.unmet) / f64::from(row.needed.max(1));
            [
                Cell::from(c.service(&row.service)),
                row.needed.into(),
                row.unmet.into(),
                Cell::Share(share),
            ]
        })
        .collect();
    let columns = [
        c.col("service", 52),
        c.col("needed", 16),
        c.col("unmet", 16),
        c.col("share", 16),
    ];
    blocks.push(Block::Table(c.table("unmet-services", columns, rows)));
    if c.is_internal() && !c.plan.unmet.is_empty() {
        blocks.push(by_place(c));
        blocks.push(Block::List(vec![
            c.get("report-unmet-beyond-limit"),
            c.get("report-unmet-not-worthwhile"),
        ]));
    }
    blocks
}

fn by_place(c: &Context) -> Block {
    let rows = c
        .plan
        .unmet
        .iter()
        .map(|row| {
            let place = c.region.place(&row.place);
            let reason = match row.reason {
                UnmetReason::BeyondLimit => "report-reason-beyond-limit",
                UnmetReason::NotWorthwhile => "report-reason-not-worthwhile",
            };
            [
                Cell::from(c.whence(&row.place, row.from.as_ref())),
                place.map(|place| c.municipality(&place.territory)).into(),
                c.service(&row.service).into(),
                row.target_group.as_str().into(),
                row.persons.into(),
                c.get(reason).into(),
            ]
        })
        .collect();
    let table = c.table(
        "unmet-places",
        [
            c.col("place", 26),
            c.col("municipality", 26),
            c.col("service", 26),
            c.col("target-group", 12),
            c.col("persons", 10),
            c.col("reason", 26),
        ],
        rows,
    );
    Block::Table(table.grouped_by(2))
}
