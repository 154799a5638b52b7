//! The chapters, one file each, in reading order.

mod assumptions;
mod choices;
mod demand;
mod findings;
mod flows;
mod limits;
mod method;
mod municipalities;
mod proposal;
mod reasons;
mod setting;
mod situation;
mod sources;
mod summary;
mod travel;
mod unmet;
mod wishes;

use crate::Edition;
use crate::context::Context;
use crate::model::{Block, Document};
use domain::Message;

/// The whole document.
pub fn document(c: &Context) -> Document {
    let chapters = [
        summary::write,
        setting::write,
        situation::write,
        demand::write,
        proposal::write,
        reasons::write,
        unmet::write,
        travel::write,
        choices::write,
        municipalities::write,
        wishes::write,
        findings::write,
        assumptions::write,
        method::write,
        limits::write,
        flows::write,
    ];
    let notice = c.region.info.notice.as_ref();
    Document {
        title: c.get("report-title"),
        subtitle: c.region_name().to_owned(),
        line: c.say(
            // A year is not a quantity: as text it keeps its four digits together.
            Message::new("report-title-line")
                .with("year", c.plan.region.year.to_string())
                .with(
                    "edition",
                    c.get(match c.edition {
                        Edition::Internal => "report-edition-internal",
                        Edition::Public => "report-edition-public",
                    }),
                ),
        ),
        notice: notice.map(|text| text.get(c.lang()).to_owned()),
        marks: marks(c),
        blocks: chapters
            .iter()
            .flat_map(|chapter| chapter(c))
            .map(tidy)
            .collect(),
    }
}

fn marks(c: &Context) -> Vec<String> {
    vec![c.get(match c.edition {
        Edition::Internal => "report-mark-restricted",
        Edition::Public => "report-mark-rounded",
    })]
}

fn tidy(block: Block) -> Block {
    match block {
        Block::Table(table) => Block::Table(table.without_empty_columns()),
        Block::Print(table) => Block::Print(table.without_empty_columns()),
        Block::Sheet(table) => Block::Sheet(table.without_empty_columns()),
        other => other,
    }
}
