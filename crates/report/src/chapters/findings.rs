//! What the rules say.

use crate::context::Context;
use crate::model::{Block, Cell};
use domain::RowRef;
use domain::plan::{Finding, Level};

pub fn write(c: &Context) -> Vec<Block> {
    let heading = Block::Chapter(c.get("report-chapter-findings"));
    if c.plan.findings.is_empty() {
        return vec![heading, c.text(&c.by_edition("report-no-findings"))];
    }
    let level = |row: &Finding| {
        c.get(match row.level {
            Level::Error => "report-level-error",
            Level::Warning => "report-level-warning",
            Level::Advice => "report-level-advice",
        })
    };
    let all = || c.plan.findings.iter();
    let printed = all()
        .map(|row| {
            [
                Cell::from(row.basis.as_str()),
                level(row).into(),
                c.say(row.message.clone()).into(),
            ]
        })
        .collect();
    let columns = [c.col("basis", 26), c.col("level", 13), c.col("finding", 87)];
    let printed = c.table("findings", columns, printed).grouped_by(0);
    let rows = all()
        .map(|row| {
            [
                Cell::from(row.rule.as_str()),
                level(row).into(),
                c.say(row.message.clone()).into(),
                concerned(c, row).into(),
                row.basis.as_str().into(),
            ]
        })
        .collect();
    let columns = [
        c.col("rule", 8),
        c.col("level", 14),
        c.col("finding", 52),
        c.col("concerned", 40),
        c.col("basis", 26),
    ];
    vec![
        heading,
        c.text(&c.by_edition("report-findings")),
        Block::Print(printed),
        Block::Sheet(c.table("findings", columns, rows)),
    ]
}

/// All that a finding speaks of, by name where the row has one; the sentence
/// names only the first.
fn concerned(c: &Context, finding: &Finding) -> String {
    let told: Vec<String> = finding
        .rows
        .iter()
        .map(|row| name(c, row).unwrap_or_else(|| format!("{}:{}", row.file, row.line)))
        .collect();
    told.join("; ")
}

fn name(c: &Context, row: &RowRef) -> Option<String> {
    let region = c.region;
    let name = match row.file.as_str() {
        "candidates.csv" => {
            &region
                .candidates
                .iter()
                .find(|it| it.line == row.line)?
                .name
        }
        "sites.csv" => &region.sites.iter().find(|it| it.line == row.line)?.name,
        "services.csv" => {
            let service = region.services.iter().find(|it| it.line == row.line)?;
            return Some(c.service(&service.id).to_owned());
        }
        "territories.csv" => {
            let territory = region.territories.iter().find(|it| it.line == row.line)?;
            return Some(territory.name(c.lang()).to_owned());
        }
        _ => return None,
    };
    Some(name.clone())
}
