//! Assumptions, and which sites stay when each is halved and doubled.

use crate::context::Context;
use crate::model::{Block, Cell};
use domain::Message;
use domain::plan::{Opening, SensitivityRun};

pub fn write(c: &Context) -> Vec<Block> {
    let heading = Block::Chapter(c.get("report-chapter-assumptions"));
    if c.plan.sensitivity.is_empty() {
        return vec![heading, c.text("report-no-assumptions")];
    }
    let rows = c
        .plan
        .sensitivity
        .iter()
        .map(|row| {
            [
                Cell::from(row.figure.as_str()),
                row.reason.get(c.lang()).into(),
            ]
        })
        .collect();
    let mut blocks = vec![
        heading,
        c.text("report-assumptions"),
        Block::Table(c.table("assumptions", [c.col("figure", 34), c.col("why", 66)], rows)),
    ];
    let runs: Vec<[Cell; 5]> = c
        .plan
        .sensitivity
        .iter()
        .flat_map(|row| row.runs.iter().map(move |run| (row, run)))
        .map(|(row, run)| {
            [
                Cell::from(row.figure.as_str()),
                c.get(if run.factor < 1.0 {
                    "report-halved"
                } else {
                    "report-doubled"
                })
                .into(),
                stays(c, run).into(),
                openings(c, &run.leaves).into(),
                openings(c, &run.enters).into(),
            ]
        })
        .collect();
    if !runs.is_empty() {
        blocks.push(Block::Section(c.get("report-section-sensitivity")));
        blocks.push(c.text("report-sensitivity"));
        blocks.push(Block::Table(c.table(
            "sensitivity",
            [
                c.col("figure", 25),
                c.col("change", 11),
                c.col("stays", 12),
                c.col("leaves", 26),
                c.col("enters", 26),
            ],
            runs,
        )));
    }
    blocks
}

fn stays(c: &Context, run: &SensitivityRun) -> String {
    c.say(
        Message::new("report-stays")
            .with("stays", run.stays.len())
            .with("all", run.stays.len() + run.leaves.len()),
    )
}

/// Measures of the plan by their numbers, others by name.
fn openings(c: &Context, rows: &[Opening]) -> String {
    if rows.is_empty() {
        return "–".to_owned();
    }
    let told: Vec<String> = rows
        .iter()
        .map(|row| {
            c.number_of(row)
                .map_or_else(|| c.opening(row), |number| format!("{number}."))
        })
        .collect();
    told.join(if rows.iter().all(|row| c.number_of(row).is_some()) {
        " "
    } else {
        "; "
    })
}
