//! Who needs what: people not served today.

use crate::context::Context;
use crate::model::{Block, Cell};
use domain::TargetGroup;
use std::collections::BTreeMap;

pub fn write(c: &Context) -> Vec<Block> {
    let rows = c
        .plan
        .services
        .iter()
        .map(|row| {
            let service = c.region.service(&row.service);
            let delivery =
                service.map(|service| c.get(&format!("report-delivery-{}", service.delivery)));
            [
                Cell::from(c.service(&row.service)),
                delivery.into(),
                row.needed.into(),
                row.within_limit_before.into(),
            ]
        })
        .collect();
    let columns = [
        c.col("service", 46),
        c.col("delivery", 22),
        c.col("needed", 14),
        c.optional("within-before", 18),
    ];
    let mut blocks = vec![
        Block::Chapter(c.get("report-chapter-demand")),
        c.text("report-demand"),
        Block::Table(c.table("demand-services", columns, rows)),
    ];
    if c.is_internal() {
        blocks.push(by_target_group(c));
    }
    let rows = c
        .plan
        .municipalities
        .iter()
        .map(|row| {
            [
                Cell::from(c.territory(&row.territory)),
                row.population.into(),
                row.needs.into(),
                row.needs_per_1000
                    .map_or(Cell::Empty, |rate| Cell::Number(rate, 1)),
            ]
        })
        .collect();
    let columns = [
        c.col("municipality", 46),
        c.col("population", 18),
        c.col("needs", 18),
        c.optional("per-1000", 18),
    ];
    blocks.push(Block::Table(c.table(
        "demand-municipalities",
        columns,
        rows,
    )));
    blocks
}

fn by_target_group(c: &Context) -> Block {
    let mut groups: BTreeMap<&TargetGroup, u32> = BTreeMap::new();
    let served = c
        .plan
        .assignments
        .iter()
        .map(|row| (&row.target_group, row.persons));
    let unmet = c
        .plan
        .unmet
        .iter()
        .map(|row| (&row.target_group, row.persons));
    for (group, persons) in served.chain(unmet) {
        *groups.entry(group).or_default() += persons;
    }
    let rows = groups
        .into_iter()
        .map(|(group, persons)| [Cell::from(group.as_str()), persons.into()])
        .collect();
    Block::Table(c.table(
        "demand-groups",
        [c.col("target-group", 60), c.col("needs", 40)],
        rows,
    ))
}
