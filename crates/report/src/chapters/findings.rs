//! What the rules say.

use crate::context::Context;
use crate::model::{Block, Cell};
use domain::plan::Level;

pub fn write(c: &Context) -> Vec<Block> {
    let heading = Block::Chapter(c.get("report-chapter-findings"));
    if c.plan.findings.is_empty() {
        return vec![heading, c.text("report-no-findings")];
    }
    let rows = c
        .plan
        .findings
        .iter()
        .map(|row| {
            let level = match row.level {
                Level::Error => "report-level-error",
                Level::Warning => "report-level-warning",
                Level::Advice => "report-level-advice",
            };
            [
                Cell::from(row.rule.as_str()),
                c.get(level).into(),
                c.say(row.message.clone()).into(),
                row.basis.as_str().into(),
            ]
        })
        .collect();
    let columns = [
        c.col("rule", 8),
        c.col("level", 14),
        c.col("finding", 52),
        c.col("basis", 26),
    ];
    vec![
        heading,
        c.text("report-findings"),
        Block::Table(c.table("findings", columns, rows)),
    ]
}
