//! Wishes met and not met.

use crate::context::Context;
use crate::model::{Block, Cell};
use domain::Message;
use domain::Stance;

pub fn write(c: &Context) -> Vec<Block> {
    let heading = Block::Chapter(c.get("report-chapter-wishes"));
    if c.plan.wishes.is_empty() {
        return vec![heading, c.text("report-no-wishes")];
    }
    let wants = || {
        c.plan
            .wishes
            .iter()
            .filter(|row| row.stance == Stance::Wants)
    };
    let text = c.say(
        Message::new("report-wishes")
            .with("wishes", wants().count())
            .with("met", wants().filter(|row| row.met).count()),
    );
    let rows = c
        .plan
        .wishes
        .iter()
        .map(|row| {
            let met = if row.met { "report-yes" } else { "report-no" };
            [
                Cell::from(c.territory(&row.territory)),
                c.service(&row.service).into(),
                c.get(&format!("report-stance-{}", row.stance)).into(),
                c.get(met).into(),
                row.own_money.into(),
                row.asked.into(),
            ]
        })
        .collect();
    let table = c.table(
        "wishes",
        [
            c.col("municipality", 24),
            c.col("service", 28),
            c.col("stance", 12),
            c.col("met", 10),
            c.col("own-money", 13),
            c.col("asked", 13),
        ],
        rows,
    );
    vec![heading, Block::Text(text), Block::Table(table)]
}
