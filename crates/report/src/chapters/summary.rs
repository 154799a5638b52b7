//! A page with what matters most, and a page with the map.

use crate::MapKind;
use crate::context::Context;
use crate::map;
use crate::model::{Block, Cell};
use domain::plan::Level;
use domain::{Cents, Message};

pub fn write(c: &Context) -> Vec<Block> {
    let needed: u32 = c.plan.services.iter().map(|row| row.needed).sum();
    let served: u32 = c
        .plan
        .services
        .iter()
        .map(|row| row.served_existing + row.served_new)
        .sum();
    let unmet: u32 = c.plan.services.iter().map(|row| row.unmet).sum();
    let mut figures = vec![
        (
            c.number(c.sites_opened() as f64, 0),
            c.get("report-figure-sites"),
        ),
        (c.number(served.into(), 0), c.get("report-figure-served")),
    ];
    // None left without, rounded, does not say that there is none.
    if c.is_internal() || unmet > 0 {
        figures.push((c.number(unmet.into(), 0), c.get("report-figure-unmet")));
    }
    figures.extend([
        (c.euro(c.capital()), c.get("report-figure-capital")),
        (
            c.euro(c.plan.measures.iter().map(|row| row.running).sum()),
            c.get("report-figure-running"),
        ),
    ]);
    if let Some(minutes) = c.minutes() {
        let mean = c.number(minutes.mean, 0);
        figures.push((
            c.say(Message::new("report-minutes").with("minutes", mean)),
            c.get("report-figure-minutes"),
        ));
    }
    let mut points = vec![
        c.say(
            Message::new("report-point-measures")
                .with("measures", c.plan.measures.len())
                .with("sites", c.sites_opened())
                .with("candidates", c.region.candidates.len()),
        ),
        c.say(
            Message::new(&c.by_edition("report-point-needs"))
                .with("needed", needed)
                .with("served", served)
                .with("unmet", unmet),
        ),
    ];
    let reached = c.plan.people_reached;
    if reached.at_most > 0 {
        points.push(if reached.at_least == reached.at_most {
            c.say(Message::new("report-point-reached").with("people", reached.at_most))
        } else {
            c.say(
                Message::new("report-point-reached-range")
                    .with("least", reached.at_least)
                    .with("most", reached.at_most),
            )
        });
    }
    if let Some(minutes) = c.minutes() {
        points.push(c.say(
            Message::new("report-point-near").with("share", c.percent(minutes.within_standard)),
        ));
    }
    points.push(
        c.say(
            Message::new(&c.by_edition("report-point-cost"))
                .with("objective", c.euro(c.without_price(c.plan.objective)))
                .with("gap", c.number(c.plan.gap * 100.0, 2)),
        ),
    );
    if let Some(more) = &c.plan.more_money
        && more.objective < c.plan.objective
    {
        points.push(
            c.say(
                Message::new("report-point-more-money")
                    .with("extra", c.euro(more.extra))
                    .with("saving", c.euro(c.plan.objective - more.objective)),
            ),
        );
    }
    let count = |level| {
        c.plan
            .findings
            .iter()
            .filter(|row| row.level == level)
            .count()
    };
    points.push(
        c.say(
            Message::new(&c.by_edition("report-point-findings"))
                .with("errors", count(Level::Error))
                .with("warnings", count(Level::Warning))
                .with("advice", count(Level::Advice))
                .with("findings", c.plan.findings.len()),
        ),
    );
    vec![
        Block::Chapter(c.get("report-chapter-summary")),
        Block::Figures(figures),
        services(c),
        Block::List(points),
        Block::Plate(map::picture(c, MapKind::Proposed)),
    ]
}

fn services(c: &Context) -> Block {
    let all = &c.plan.services;
    let rows = all
        .iter()
        .map(|row| {
            [
                Cell::from(c.service(&row.service)),
                row.needed.into(),
                row.served_existing.into(),
                row.served_new.into(),
                row.unmet.into(),
                c.places(&row.service, row.places_new),
                row.capital.into(),
                row.running.into(),
            ]
        })
        .collect();
    let mut table = c.table(
        "services",
        [
            c.col("service", 32),
            c.col("needed", 8),
            c.optional("served-existing", 9),
            c.col("served-new", 9),
            c.col("unmet", 9),
            c.col("places-new", 11),
            c.col("capital", 11),
            c.col("running", 11),
        ],
        rows,
    );
    table.total = Some(vec![
        c.get("report-total").into(),
        all.iter().map(|row| row.needed).sum::<u32>().into(),
        all.iter()
            .map(|row| row.served_existing)
            .sum::<u32>()
            .into(),
        all.iter().map(|row| row.served_new).sum::<u32>().into(),
        all.iter().map(|row| row.unmet).sum::<u32>().into(),
        all.iter()
            .filter(|row| !c.has_workers(&row.service))
            .map(|row| row.places_new)
            .sum::<u32>()
            .into(),
        all.iter().map(|row| row.capital).sum::<Cents>().into(),
        all.iter().map(|row| row.running).sum::<Cents>().into(),
    ]);
    table.note = Some(c.get("report-note-needs"));
    Block::Table(table)
}
