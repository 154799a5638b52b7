//! `tuvak reach DIR`: who reaches which service, today or with a plan.

use super::{End, read_package, read_plan};
use crate::say::Voice;
use crate::table::table;
use domain::{Message, Region};
use reach::{Access, Reach};
use serde_json::json;
use std::path::Path;

/// Tells access by service and target group, places with none, and duplicates.
pub fn run(voice: &Voice, dir: &Path, plan: Option<&Path>) -> Result<End, End> {
    let region = read_package(voice, dir)?;
    let plan = plan.map(|file| read_plan(voice, file)).transpose()?;
    let points = demand::demand(&region).points;
    let reach = match &plan {
        Some(plan) => reach::reach_after(&region, &points, plan),
        None => reach::reach(&region, &points),
    };
    if !reach.measured {
        voice.text(&voice.texts.get("cli-fallback"));
    }
    tell(voice, &region, &reach);
    voice.object(&json!(reach));
    Ok(End::Done)
}

fn tell(voice: &Voice, region: &Region, reach: &Reach) {
    let texts = &voice.texts;
    let head: Vec<String> = [
        "service", "group", "persons", "nearest", "worst", "standard", "limit", "ratio",
    ]
    .iter()
    .map(|column| texts.get(&format!("cli-column-{column}")))
    .collect();
    let name = |id| {
        region.service(id).map_or_else(
            || id.to_string(),
            |service| service.name(texts.lang()).to_owned(),
        )
    };
    let mut rows = Vec::new();
    for service in &reach.services {
        for group in &service.target_groups {
            rows.push(row(
                voice,
                name(&service.service),
                group.target_group.to_string(),
                &group.access,
            ));
        }
    }
    voice.text(&table(&head, &rows));
    let with_none = reach
        .services
        .iter()
        .filter(|service| !service.places_without.is_empty());
    let lines: Vec<String> = with_none
        .map(|service| {
            let places: Vec<&str> = service
                .places_without
                .iter()
                .map(|id| {
                    region
                        .place(id)
                        .map_or(id.as_str(), |place| place.name.as_str())
                })
                .collect();
            format!(
                "  {} ({}): {}",
                name(&service.service),
                places.len(),
                places.join(", ")
            )
        })
        .collect();
    list(voice, "cli-places-with-none", &lines);
    let duplicates = reach.services.iter().flat_map(|service| {
        service.duplicates.iter().map(|pair| {
            texts.say(
                &Message::new("cli-duplicate")
                    .with("service", name(&service.service))
                    .with("first", region.site_name(&pair.sites[0]))
                    .with("second", region.site_name(&pair.sites[1]))
                    .with("minutes", pair.minutes)
                    .with("need", pair.need)
                    .with("larger", pair.larger),
            )
        })
    });
    list(voice, "cli-duplicates", &duplicates.collect::<Vec<_>>());
}

fn row(voice: &Voice, service: String, group: String, access: &Access) -> Vec<String> {
    let texts = &voice.texts;
    let minutes =
        |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| texts.number(value, 1));
    vec![
        service,
        group,
        access.persons.to_string(),
        minutes(access.nearest.map(|nearest| nearest.mean)),
        minutes(access.nearest.map(|nearest| nearest.worst)),
        texts.number(access.within_standard * 100.0, 0),
        texts.number(access.within_limit * 100.0, 0),
        texts.number(access.ratio, 3),
    ]
}

fn list(voice: &Voice, heading: &str, lines: &[String]) {
    if !lines.is_empty() {
        voice.text(&format!("\n{}", voice.texts.get(heading)));
        for line in lines {
            voice.text(line);
        }
    }
}
