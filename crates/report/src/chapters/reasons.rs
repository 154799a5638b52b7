//! Why each site, and why not the others.

use crate::Edition;
use crate::context::Context;
use crate::model::{Block, Cell};
use domain::plan::{RejectedReason, Without};

pub fn write(c: &Context) -> Vec<Block> {
    let mut blocks = vec![Block::Chapter(c.get("report-chapter-reasons"))];
    if c.plan.measures.iter().any(|row| row.without.is_some()) {
        blocks.push(c.text("report-reasons"));
        blocks.push(reasons(c));
    } else {
        blocks.push(c.text(match c.edition {
            Edition::Internal => "report-reasons-not-asked",
            Edition::Public => "report-reasons-withheld",
        }));
    }
    blocks.push(Block::Section(c.get("report-section-rejected")));
    if c.plan.rejected.is_empty() {
        blocks.push(c.text("report-no-rejected"));
    } else {
        blocks.push(rejected(c));
    }
    blocks
}

fn reasons(c: &Context) -> Block {
    let rows = c
        .measures()
        .map(|(number, row)| {
            let more = |of: fn(&Without) -> Cell| row.without.as_ref().map_or(Cell::Empty, of);
            [
                Cell::from(number as u32),
                c.service(&row.service).into(),
                row.name.as_str().into(),
                row.without
                    .as_ref()
                    .map(|without| without.objective - c.plan.objective)
                    .into(),
                more(|without| Cell::Number(without.unmet_more as f64, 0)),
                row.without
                    .as_ref()
                    .map(|without| instead(c, without))
                    .into(),
            ]
        })
        .collect();
    Block::Table(c.table(
        "reasons",
        [
            c.col("number", 5),
            c.col("service", 22),
            c.col("site", 20),
            c.optional("without-more", 13),
            c.optional("unmet-more", 10),
            c.col("instead", 30),
        ],
        rows,
    ))
}

fn instead(c: &Context, without: &Without) -> String {
    if without.instead.is_empty() {
        return c.get("report-instead-nothing");
    }
    let openings: Vec<String> = without.instead.iter().map(|row| c.opening(row)).collect();
    openings.join("; ")
}

fn rejected(c: &Context) -> Block {
    let rows = c
        .plan
        .rejected
        .iter()
        .map(|row| {
            let host = c
                .region
                .candidate(&row.candidate)
                .map(|candidate| c.municipality(&candidate.host));
            let reason = match row.reason {
                RejectedReason::Locked => "report-rejected-locked",
                RejectedReason::Refused => "report-rejected-refused",
                RejectedReason::NotPartner => "report-rejected-not-partner",
                RejectedReason::NoSizeFits => "report-rejected-no-size-fits",
                RejectedReason::TooFewPeople => "report-rejected-too-few-people",
                RejectedReason::Costlier => "report-rejected-costlier",
            };
            [
                Cell::from(c.candidate(&row.candidate)),
                host.into(),
                c.get(reason).into(),
                row.forced_more.into(),
            ]
        })
        .collect();
    Block::Table(c.table(
        "rejected",
        [
            c.col("site", 26),
            c.col("host", 20),
            c.col("reason", 38),
            c.optional("forced-more", 16),
        ],
        rows,
    ))
}
