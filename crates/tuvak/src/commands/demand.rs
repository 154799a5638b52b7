//! `tuvak demand DIR`: who needs what where.

use super::{End, read_tables};
use crate::say::Voice;
use crate::table::table;
use serde_json::json;
use std::collections::BTreeMap;
use std::path::Path;

/// Tells the demand by service, target group and municipality.
pub fn run(voice: &Voice, dir: &Path) -> Result<End, End> {
    let region = read_tables(voice, dir)?;
    let demand = demand::demand(&region);
    let rows = demand::summary(&region, &demand.points);
    let lang = voice.texts.lang();
    for note in &demand.notes {
        voice.say(note);
    }
    let columns: Vec<_> = region
        .services
        .iter()
        .flat_map(|service| {
            service
                .target_groups
                .iter()
                .map(move |group| (service, group))
        })
        .filter(|(service, group)| {
            rows.iter()
                .any(|row| row.service == service.id && row.target_group == **group)
        })
        .collect();
    let mut cells: BTreeMap<_, u32> = BTreeMap::new();
    for row in &rows {
        *cells
            .entry((&row.municipality, &row.service, &row.target_group))
            .or_default() += row.persons;
    }
    let mut head = vec![voice.texts.get("cli-column-municipality")];
    head.extend(
        columns
            .iter()
            .map(|(service, group)| format!("{} {group}", service.id)),
    );
    let mut lines: Vec<Vec<String>> = region
        .municipalities()
        .map(|territory| {
            let counts = columns.iter().map(|(service, group)| {
                cells
                    .get(&(&territory.id, &service.id, *group))
                    .map_or_else(|| "–".to_owned(), ToString::to_string)
            });
            std::iter::once(territory.name(lang).to_owned())
                .chain(counts)
                .collect()
        })
        .collect();
    let total = columns.iter().map(|(service, group)| {
        let persons = rows
            .iter()
            .filter(|row| row.service == service.id && row.target_group == **group)
            .map(|row| row.persons);
        persons.sum::<u32>().to_string()
    });
    lines.push(
        std::iter::once(voice.texts.get("cli-total"))
            .chain(total)
            .collect(),
    );
    voice.text(&table(&head, &lines));
    voice.object(&json!({ "demand": rows, "points": demand.points, "notes": demand.notes }));
    Ok(End::Done)
}
