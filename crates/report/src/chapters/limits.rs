//! What the reader has to know of the data.

use crate::context::Context;
use crate::model::{Block, Cell};
use domain::{Arg, Message, Territory};

pub fn write(c: &Context) -> Vec<Block> {
    let mut blocks = vec![
        Block::Chapter(c.get("report-chapter-limits")),
        c.text("report-limits"),
    ];
    if !c.is_internal() {
        blocks.push(c.text("report-limits-public"));
    }
    if !c.plan.notes.is_empty() {
        blocks.push(Block::List(
            c.plan
                .notes
                .iter()
                .map(|note| c.say(in_words(c, note.clone())))
                .collect(),
        ));
    }
    if !c.region.info.sources.is_empty() {
        let rows = c
            .region
            .info
            .sources
            .iter()
            .map(|(table, source)| [Cell::from(c.data(table)), source.as_str().into()])
            .collect();
        blocks.push(Block::Section(c.get("report-section-sources")));
        blocks.push(Block::Table(c.table(
            "sources",
            [c.col("data", 24), c.col("source", 76)],
            rows,
        )));
    }
    blocks.extend(super::sources::write(c));
    let ended: Vec<&Territory> = c
        .region
        .territories
        .iter()
        .filter(|row| row.kind.is_municipal() && !row.successors.is_empty())
        .filter(|row| !goes_on(c, row))
        .collect();
    if !ended.is_empty() {
        let rows = ended
            .into_iter()
            .map(|row| {
                let successors: Vec<&str> =
                    row.successors.iter().map(|id| c.territory(id)).collect();
                [
                    Cell::from(row.name(c.lang())),
                    row.valid_to.map(|date| date.to_string()).into(),
                    successors.join("; ").into(),
                ]
            })
            .collect();
        blocks.push(Block::Section(c.get("report-section-successors")));
        blocks.push(c.text("report-successors"));
        let columns = [
            c.col("municipality", 36),
            c.col("valid-to", 20),
            c.col("successors", 44),
        ];
        blocks.push(Block::Table(c.table("successors", columns, rows)));
    }
    blocks.push(Block::Text(
        c.say(
            Message::new("report-made-with")
                .with(
                    "program",
                    format!("{} {}", c.plan.engine.name, c.plan.engine.version),
                )
                .with("solver", c.plan.engine.solver.as_str()),
        ),
    ));
    // The fingerprint of the exact data is withheld from the public edition.
    if let Some(start) = c.plan.fingerprint.get(..16) {
        blocks.push(Block::Text(
            c.say(Message::new("report-fingerprint").with("fingerprint", start)),
        ));
    }
    blocks
}

/// Whether a municipality of the same name took its place: a new code, not an end.
fn goes_on(c: &Context, row: &Territory) -> bool {
    let [successor] = row.successors.as_slice() else {
        return false;
    };
    c.territory(successor) == row.name(c.lang())
}

/// A note with profiles of travel (`bus 40, car 60`) in the reader's words, where
/// they are known.
fn in_words(c: &Context, mut note: Message) -> Message {
    for (name, value) in &mut note.args {
        if let (true, Arg::Text(speeds)) = (name == "speeds", value) {
            let told = speeds.split(", ").map(|one| match one.split_once(' ') {
                Some((profile, speed)) => format!("{} {speed}", c.profile(profile)),
                None => one.to_owned(),
            });
            *speeds = told.collect::<Vec<_>>().join(", ");
        }
    }
    note
}
