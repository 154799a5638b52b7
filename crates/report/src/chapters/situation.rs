//! What there is today: services, institutions, general services, obstacles.

use crate::MapKind;
use crate::context::Context;
use crate::map;
use crate::model::{Block, Cell};
use domain::plan::Measure;
use domain::{GeneralServiceKind, ObstacleTo, SiteRef, great_circle_metres};

pub fn write(c: &Context) -> Vec<Block> {
    let mut blocks = vec![
        Block::Chapter(c.get("report-chapter-situation")),
        c.text("report-situation"),
    ];
    if map::shows_today(c) {
        blocks.push(Block::Picture(map::picture(c, MapKind::Today)));
    }
    blocks.extend(offers(c));
    blocks.extend(institutions(c));
    blocks.extend(general_services(c));
    blocks.extend(obstacles(c));
    blocks
}

fn offers(c: &Context) -> Vec<Block> {
    let heading = Block::Section(c.get("report-section-offers"));
    if c.region.offers.is_empty() {
        return vec![heading, c.text("report-no-offers")];
    }
    let rows = c
        .region
        .offers
        .iter()
        .map(|offer| {
            let site = c.region.site(&offer.site);
            [
                Cell::from(c.service(&offer.service)),
                site.map_or(offer.site.as_str(), |row| row.name.as_str())
                    .into(),
                site.map(|row| c.municipality(&row.host)).into(),
                c.places(&offer.service, offer.places),
                c.places(&offer.service, offer.places_taken),
                c.payer(&offer.payer).into(),
                offer.until_year.map(|year| year.to_string()).into(),
            ]
        })
        .collect();
    let table = c
        .table(
            "offers",
            [
                c.col("service", 30),
                c.col("site", 36),
                c.col("municipality", 18),
                c.col("places", 11),
                c.optional("taken", 11),
                c.col("payer", 18),
                c.optional("until", 8),
            ],
            rows,
        )
        .grouped_by(0);
    vec![heading, Block::Table(table)]
}

fn institutions(c: &Context) -> Vec<Block> {
    if c.region.institutions.is_empty() {
        return Vec::new();
    }
    let rows = c
        .region
        .institutions
        .iter()
        .map(|row| {
            [
                Cell::from(row.name.as_str()),
                row.kind.as_str().into(),
                row.residents.into(),
                row.waiting.into(),
                row.planned
                    .map(|plan| c.get(&format!("report-institution-{plan}")))
                    .into(),
            ]
        })
        .collect();
    let table = c.table(
        "institutions",
        [
            c.col("institution", 42),
            c.col("kind", 14),
            c.optional("residents", 14),
            c.optional("waiting", 12),
            c.optional("planned", 18),
        ],
        rows,
    );
    vec![
        Block::Section(c.get("report-section-institutions")),
        Block::Table(table),
    ]
}

/// How far the nearest general service of every kind is from each new site to
/// which people come (a mobile service's base is not one).
fn general_services(c: &Context) -> Vec<Block> {
    let heading = Block::Section(c.get("report-section-general"));
    if c.region.general_services.is_empty() {
        return vec![heading, c.text("report-no-general")];
    }
    let of = |kind| {
        c.region
            .general_services
            .iter()
            .filter(move |row| row.kind == kind)
    };
    let counts = GeneralServiceKind::ALL
        .iter()
        .map(|kind| {
            [
                Cell::from(c.get(&format!("report-general-{kind}"))),
                (of(*kind).count() as u32).into(),
                of(*kind)
                    .map(|row| row.name.as_str())
                    .collect::<Vec<_>>()
                    .join("; ")
                    .into(),
            ]
        })
        .collect();
    let mut blocks = vec![
        heading,
        c.text("report-general"),
        Block::Table(c.table(
            "general",
            [
                c.col("general", 20),
                c.col("number-of", 10),
                c.col("names", 70),
            ],
            counts,
        )),
    ];
    let mut seen: Vec<&str> = Vec::new();
    let mut rows = Vec::new();
    let comes = |measure: &&Measure| {
        let service = c.region.service(&measure.service);
        service.is_none_or(|service| !service.is_mobile())
    };
    for measure in c.plan.measures.iter().filter(comes) {
        if seen.contains(&measure.candidate.as_str()) {
            continue;
        }
        seen.push(measure.candidate.as_str());
        let at = c
            .region
            .position(&SiteRef::Candidate(measure.candidate.clone()));
        let km = |kind| -> Cell {
            let nearest = of(kind)
                .filter_map(|row| Some(great_circle_metres(at?, row.at)))
                .min_by(f64::total_cmp);
            match nearest {
                None => Cell::Empty,
                Some(metres) if metres < 50.0 => Cell::Worded(0.0, c.get("report-same-place")),
                Some(metres) => Cell::Number(metres / 1000.0, 1),
            }
        };
        use GeneralServiceKind::*;
        rows.push([
            measure.name.as_str().into(),
            km(Health),
            km(Education),
            km(Employment),
            km(Transport),
            km(Culture),
            km(Leisure),
        ]);
    }
    if !rows.is_empty() {
        let mut near = c.table(
            "general-near",
            [
                c.col("site", 34),
                c.col("health", 11),
                c.col("education", 11),
                c.col("employment", 11),
                c.col("transport", 11),
                c.col("culture", 11),
                c.col("leisure", 11),
            ],
            rows,
        );
        near.note = Some(c.get("report-note-general-near"));
        blocks.push(Block::Table(near));
    }
    blocks
}

fn obstacles(c: &Context) -> Vec<Block> {
    let heading = Block::Section(c.get("report-section-obstacles"));
    if c.region.obstacles.is_empty() {
        return vec![heading, c.text("report-no-obstacles")];
    }
    let rows = c
        .region
        .obstacles
        .iter()
        .map(|row| {
            let to = match &row.to {
                ObstacleTo::Service(id) => c.service(id).to_owned(),
                ObstacleTo::General(kind) => c.get(&format!("report-general-{kind}")),
            };
            [
                Cell::from(c.territory(&row.territory)),
                to.into(),
                row.target_group.as_ref().map(|group| group.as_str()).into(),
                row.text.get(c.lang()).into(),
                c.get(&format!("report-severity-{}", row.severity)).into(),
            ]
        })
        .collect();
    let columns = [
        c.col("territory", 18),
        c.col("obstacle-to", 18),
        c.optional("target-group", 10),
        c.col("obstacle", 40),
        c.col("severity", 14),
    ];
    vec![heading, Block::Table(c.table("obstacles", columns, rows))]
}
