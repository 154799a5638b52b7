//! What `region.toml` says of tables and figures is about things that exist.

use crate::check::Draft;
use crate::fault::{At, Fault, Log};
use crate::schema::TABLES;
use domain::Assumption;

const FILE: &str = "region.toml";

pub fn check(draft: &Draft, log: &mut Log) {
    let Some(lines) = &draft.info else { return };
    let line = |path: &str| lines.get(path).copied().unwrap_or_default();
    let info = &draft.region.info;
    if !info
        .id
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
    {
        let at = At::file(FILE).line(line("id")).column("id");
        log.fault(Fault::new("not-a-file-name", at).with("value", info.id.as_str()));
    }
    for (table, _) in &info.sources {
        let known = || {
            TABLES
                .iter()
                .map(|table| table.name)
                .chain(["boundaries", "scenario"])
        };
        if !known().any(|name| name == table) {
            let path = format!("sources.{table}");
            log.fault(Fault::unknown(
                "unknown-table",
                At::file(FILE).line(line(&path)).column(&path),
                table,
                known(),
            ));
        }
    }
    for (i, assumption) in info.assumptions.iter().enumerate() {
        if !Assumption::FIGURES.contains(&assumption.figure.as_str()) {
            let path = format!("assumptions[{i}].figure");
            let at = At::file(FILE).line(line(&path)).column(&path);
            log.fault(Fault::unknown(
                "unknown-figure",
                at,
                &assumption.figure,
                Assumption::FIGURES.iter().copied(),
            ));
        }
    }
    let (first, last) = info.plan_years;
    if let Some(year) = draft.year().filter(|year| !(first..=last).contains(year)) {
        let at = At::file("scenario.toml").column("year");
        log.note(
            Fault::new("year-outside-plan", at)
                .with("value", year.to_string())
                .with("first", first.to_string())
                .with("last", last.to_string()),
        );
    }
}
