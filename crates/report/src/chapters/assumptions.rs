//! Assumptions, and which sites stay when each is halved and doubled.

use crate::context::Context;
use crate::model::{Block, Cell, Table};
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
                Cell::from(c.figure(&row.figure)),
                row.reason.get(c.lang()).into(),
            ]
        })
        .collect();
    let mut blocks = vec![
        heading,
        c.text("report-assumptions"),
        Block::Table(c.table("assumptions", [c.col("figure", 34), c.col("why", 66)], rows)),
    ];
    if c.plan.sensitivity.iter().any(|row| !row.runs.is_empty()) {
        blocks.push(Block::Section(c.get("report-section-sensitivity")));
        blocks.push(c.text("report-sensitivity"));
        blocks.push(Block::Print(sensitivity(c, PRINTED)));
        blocks.push(Block::Sheet(sensitivity(c, usize::MAX)));
    }
    blocks
}

/// So many measures that enter are named in print.
const PRINTED: usize = 3;

fn sensitivity(c: &Context, named: usize) -> Table {
    let rows = c
        .plan
        .sensitivity
        .iter()
        .flat_map(|row| row.runs.iter().map(move |run| (row, run)))
        .map(|(row, run)| {
            [
                Cell::from(c.figure(&row.figure)),
                c.get(if run.factor < 1.0 {
                    "report-halved"
                } else {
                    "report-doubled"
                })
                .into(),
                stays(c, run).into(),
                numbers(c, &run.leaves).into(),
                openings(c, &run.enters, named).into(),
            ]
        })
        .collect();
    let columns = [
        c.col("figure", 25),
        c.col("change", 10),
        c.col("stays", 12),
        c.col("leaves", 22),
        c.col("enters", 44),
    ];
    c.table("sensitivity", columns, rows).grouped_by(0)
}

fn stays(c: &Context, run: &SensitivityRun) -> String {
    c.say(
        Message::new("report-stays")
            .with("stays", run.stays.len())
            .with("all", run.stays.len() + run.leaves.len()),
    )
}

/// Measures of the plan by their numbers.
fn numbers(c: &Context, rows: &[Opening]) -> String {
    let mut numbers: Vec<usize> = rows.iter().filter_map(|row| c.number_of(row)).collect();
    numbers.sort_unstable();
    let told: Vec<String> = numbers.iter().map(|number| format!("{number}.")).collect();
    if told.is_empty() {
        return "–".to_owned();
    }
    told.join(" ")
}

/// The first `named` by name, and how many more there are.
fn openings(c: &Context, rows: &[Opening], named: usize) -> String {
    if rows.is_empty() {
        return "–".to_owned();
    }
    let mut told: Vec<String> = rows.iter().take(named).map(|row| c.opening(row)).collect();
    if rows.len() > named {
        told.push(c.say(Message::new("report-more").with("more", rows.len() - named)));
    }
    told.join("; ")
}
