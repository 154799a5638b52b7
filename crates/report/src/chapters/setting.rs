//! The region: its people, its economy where the package tells of it.

use crate::context::Context;
use crate::model::{Block, Cell};
use domain::{Message, PartnerStatus, TerritoryId};

pub fn write(c: &Context) -> Vec<Block> {
    let rows = c
        .region
        .municipalities()
        .map(|row| {
            [
                Cell::from(row.name(c.lang())),
                c.get(&format!(
                    "report-kind-{}",
                    row.kind.as_str().replace('_', "-")
                ))
                .into(),
                population(c, &row.id).into(),
                c.get(&format!("report-partner-{}", partner(c, &row.id)))
                    .into(),
            ]
        })
        .collect();
    let mut table = c.table(
        "setting",
        [
            c.col("municipality", 40),
            c.col("kind", 20),
            c.col("population", 16),
            c.col("partner", 24),
        ],
        rows,
    );
    let total: u32 = c
        .region
        .municipalities()
        .filter_map(|row| population(c, &row.id))
        .sum();
    table.total = Some(vec![
        c.get("report-total").into(),
        Cell::Empty,
        total.into(),
        Cell::Empty,
    ]);
    let mut blocks = vec![
        Block::Chapter(c.get("report-chapter-setting")),
        Block::Text(
            c.say(
                Message::new("report-setting")
                    .with("region", c.region_name())
                    .with("municipalities", c.region.municipalities().count())
                    .with("people", total),
            ),
        ),
    ];
    blocks.extend(
        c.region
            .info
            .about
            .iter()
            .map(|text| Block::Text(text.get(c.lang()).to_owned())),
    );
    blocks.push(Block::Table(table));
    blocks
}

fn population(c: &Context, id: &TerritoryId) -> Option<u32> {
    c.plan
        .municipalities
        .iter()
        .find(|row| row.territory == *id)?
        .population
}

fn partner(c: &Context, id: &TerritoryId) -> PartnerStatus {
    c.region
        .partners
        .iter()
        .find(|row| row.territory == *id)
        .map_or(PartnerStatus::None, |row| row.status)
}
