//! Wishes met and not met.

use crate::context::Context;
use crate::model::{Block, Cell};
use domain::plan::WishOutcome;
use domain::{Message, Stance};

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
            let met = if row.met { "met" } else { "not-met" };
            [
                Cell::from(c.territory(&row.territory)),
                c.service(&row.service).into(),
                c.get(&format!("report-stance-{}", row.stance)).into(),
                c.get(&format!("report-wish-{}-{met}", row.stance)).into(),
                row.own_money.into(),
                row.asked.into(),
                note(c, row).into(),
            ]
        })
        .collect();
    let table = c
        .table(
            "wishes",
            [
                c.col("municipality", 20),
                c.col("service", 38),
                c.col("stance", 10),
                c.col("met", 14),
                c.optional("own-money", 11),
                c.col("asked", 12),
                c.optional("note", 22),
            ],
            rows,
        )
        .grouped_by(0);
    vec![heading, Block::Text(text), Block::Table(table)]
}

/// The municipality's words: in the internal edition, since they may count people.
fn note<'a>(c: &Context<'a>, wish: &WishOutcome) -> Option<&'a str> {
    let mut rows = c.region.wishes.iter();
    let row = rows.find(|row| row.territory == wish.territory && row.service == wish.service)?;
    c.is_internal().then_some(row.note.as_str())
}
