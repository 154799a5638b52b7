//! Why each site, and why not the others.

use crate::Edition;
use crate::context::Context;
use crate::model::{Block, Cell, Table};
use domain::Message;
use domain::plan::{Measure, RejectedReason, Without};
use std::collections::BTreeMap;

pub fn write(c: &Context) -> Vec<Block> {
    let mut blocks = vec![Block::Chapter(c.get("report-chapter-reasons"))];
    let all = c.plan.measures.len();
    let examined = c.plan.measures.iter().filter(|row| row.without.is_some());
    let examined = examined.count();
    if examined > 0 {
        blocks.push(c.text("report-reasons"));
        if examined < all {
            let some = Message::new("report-reasons-some");
            blocks.push(Block::Text(
                c.say(some.with("examined", examined).with("measures", all)),
            ));
        }
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
        blocks.extend(rejected(c));
    }
    blocks
}

/// The measures that were examined, with what the plan would cost without each.
fn reasons(c: &Context) -> Block {
    let examined = c
        .measures()
        .filter_map(|(number, row)| Some((number, row, row.without.as_ref()?)));
    let rows = examined
        .map(|(number, row, without)| {
            [
                Cell::from(number as u32),
                c.service(&row.service).into(),
                row.name.as_str().into(),
                (without.objective - c.plan.objective).into(),
                Cell::Number(without.unmet_more as f64, 0),
                instead(c, row, without).into(),
            ]
        })
        .collect();
    let table = c.table(
        "reasons",
        [
            c.col("number", 5),
            c.col("service", 30),
            c.col("site", 38),
            c.optional("without-more", 13),
            c.optional("unmet-more", 11),
            c.col("instead", 40),
        ],
        rows,
    );
    Block::Table(table.grouped_by(1))
}

/// What would open; the service is named where it is another one.
fn instead(c: &Context, measure: &Measure, without: &Without) -> String {
    if without.instead.is_empty() {
        return c.get("report-instead-nothing");
    }
    let openings: Vec<String> = without
        .instead
        .iter()
        .map(|row| {
            if row.service == measure.service {
                c.opening_of_service(row)
            } else {
                c.opening(row)
            }
        })
        .collect();
    openings.join("; ")
}

/// Candidates at which nothing opens. Where it is not known what each would cost
/// if it had to open, print names them by reason and municipality.
fn rejected(c: &Context) -> Vec<Block> {
    let rows = c
        .plan
        .rejected
        .iter()
        .map(|row| {
            let host = c
                .region
                .candidate(&row.candidate)
                .map(|candidate| c.municipality(&candidate.host));
            [
                c.get(reason(row.reason)).into(),
                Cell::from(c.candidate(&row.candidate)),
                host.into(),
                row.forced_more.into(),
            ]
        })
        .collect();
    let table = c
        .table(
            "rejected",
            [
                c.col("reason", 38),
                c.col("site", 50),
                c.col("host", 26),
                c.optional("forced-more", 24),
            ],
            rows,
        )
        .grouped_by(0);
    if c.plan.rejected.iter().any(|row| row.forced_more.is_some()) {
        return vec![Block::Table(table)];
    }
    vec![Block::Print(by_municipality(c)), Block::Sheet(table)]
}

/// The sites of each reason, a row for a municipality.
fn by_municipality(c: &Context) -> Table {
    let mut reasons: BTreeMap<RejectedReason, BTreeMap<&str, Vec<&str>>> = BTreeMap::new();
    for row in &c.plan.rejected {
        let candidate = c.region.candidate(&row.candidate);
        let host = candidate.map_or("", |candidate| c.municipality(&candidate.host));
        let hosts = reasons.entry(row.reason).or_default();
        let sites = hosts.entry(host).or_default();
        sites.push(c.candidate(&row.candidate));
    }
    let mut rows = Vec::new();
    for (why, hosts) in reasons {
        let told = c.say(
            Message::new("report-rejected-sites")
                .with("reason", c.get(reason(why)))
                .with("sites", hosts.values().map(Vec::len).sum::<usize>()),
        );
        rows.extend(hosts.into_iter().map(|(host, sites)| {
            [
                Cell::from(told.as_str()),
                host.into(),
                sites.join("; ").into(),
            ]
        }));
    }
    let columns = [c.col("reason", 20), c.col("host", 24), c.col("site", 56)];
    c.table("rejected", columns, rows).grouped_by(0)
}

fn reason(reason: RejectedReason) -> &'static str {
    match reason {
        RejectedReason::Locked => "report-rejected-locked",
        RejectedReason::Refused => "report-rejected-refused",
        RejectedReason::NotPartner => "report-rejected-not-partner",
        RejectedReason::NoSizeFits => "report-rejected-no-size-fits",
        RejectedReason::TooFewPeople => "report-rejected-too-few-people",
        RejectedReason::Costlier => "report-rejected-costlier",
    }
}
