//! The region: its people, its economy where the package tells of it.

use crate::context::Context;
use crate::model::{Block, Cell};
use domain::{Message, PartnerStatus, Population, TargetGroup, Territory, TerritoryId};
use std::collections::BTreeSet;

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
    if c.is_internal() {
        blocks.extend(target_groups(c));
    }
    blocks
}

/// People of target groups in the latest year of `population.csv`; they are
/// among the residents.
fn target_groups(c: &Context) -> Option<Block> {
    let counted = &c.region.population;
    let groups = counted.iter().filter_map(|row| row.target_group.as_ref());
    let groups: BTreeSet<&TargetGroup> = groups.collect();
    let row = |territory: &Territory, group: &TargetGroup| {
        let rows = counted.iter().filter(|row| {
            row.territory == territory.id && row.target_group.as_ref() == Some(group)
        });
        let (year, persons) = Population::latest(rows)?;
        Some([
            Cell::from(territory.name(c.lang())),
            group.as_str().into(),
            year.to_string().into(),
            persons.into(),
        ])
    };
    let territories = c.region.territories.iter();
    let rows: Vec<_> = territories
        .flat_map(|territory| {
            groups
                .iter()
                .filter_map(|group| row(territory, group))
                .collect::<Vec<_>>()
        })
        .collect();
    let columns = [
        c.col("municipality", 40),
        c.col("target-group", 20),
        c.col("year", 16),
        c.col("persons", 24),
    ];
    (!rows.is_empty()).then(|| Block::Table(c.table("setting-groups", columns, rows)))
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
