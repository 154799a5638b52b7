//! What the scenario's switches brought about: years, what the demand may turn out to
//! be, who travels farthest, what changes against an approved plan.

use crate::context::Context;
use crate::model::{Block, Cell};
use domain::plan::Opening;
use domain::{Message, ServiceId, SiteRef};

pub fn write(c: &Context) -> Vec<Block> {
    let sections = [states, equity, homes, changes];
    let mut blocks: Vec<Block> = sections.iter().flat_map(|section| section(c)).collect();
    if !blocks.is_empty() {
        blocks.insert(0, Block::Chapter(c.get("report-chapter-choices")));
    }
    blocks
}

/// What each year and demand scenario costs: in the internal edition, since it follows from people.
fn states(c: &Context) -> Vec<Block> {
    if c.plan.states.is_empty() {
        return Vec::new();
    }
    let several = |is_one: fn(&Context) -> bool, text: String| (!is_one(c)).then_some(text);
    let rows = c
        .plan
        .states
        .iter()
        .map(|row| {
            let year = |c: &Context| c.region.scenario.phases.len() < 2;
            let scenario = |c: &Context| c.region.scenario.demand_scenarios.is_empty();
            [
                Cell::from(several(year, row.year.to_string())),
                several(scenario, row.demand_scenario.clone()).into(),
                Cell::Share(row.weight as f64 / 1e9),
                row.needed.into(),
                row.left_without.into(),
                Cell::Number(row.minutes.mean, 0),
                row.costs.total().into(),
            ]
        })
        .collect();
    let table = c.table(
        "states",
        [
            c.optional("year", 12),
            c.optional("demand-scenario", 22),
            c.col("weight", 12),
            c.col("needed", 12),
            c.col("unmet", 12),
            c.col("mean", 12),
            c.col("eur-year", 18),
        ],
        rows,
    );
    let mut blocks = vec![
        Block::Section(c.get("report-section-states")),
        c.text("report-states"),
        Block::Table(table),
    ];
    if let Some(spread) = &c.plan.spread {
        let message = Message::new("report-spread")
            .with("expected", c.euro(spread.expected))
            .with("worst", c.euro(spread.worst_tenth));
        blocks.push(Block::Text(c.say(message)));
    }
    blocks
}

fn equity(c: &Context) -> Vec<Block> {
    let Some(told) = &c.plan.equity else {
        return Vec::new();
    };
    let mut points = vec![
        c.say(
            Message::new("report-equity-all")
                .with("mean", c.number(told.mean, 0))
                .with("longest", c.number(told.max, 0)),
        ),
        c.say(Message::new("report-equity-beyond").with("share", c.percent(told.beyond_standard))),
    ];
    if let (Some(needs), Some(mean)) = (told.worst_off, told.worst_mean) {
        points.push(
            c.say(
                Message::new("report-equity-worst")
                    .with("needs", needs)
                    .with("mean", c.number(mean, 0)),
            ),
        );
    }
    vec![
        Block::Section(c.get("report-section-equity")),
        Block::List(points),
    ]
}

/// That some set out from the home into which they move.
fn homes(c: &Context) -> Vec<Block> {
    let moved = c.plan.assignments.iter().filter(|row| row.from.is_some());
    let persons: u32 = moved.map(|row| row.persons).sum();
    if persons == 0 {
        return Vec::new();
    }
    vec![
        Block::Section(c.get("report-section-from-home")),
        Block::Text(c.say(Message::new("report-from-home").with("persons", persons))),
    ]
}

fn changes(c: &Context) -> Vec<Block> {
    let (Some(told), Some(switch)) = (&c.plan.change, &c.region.scenario.least_change) else {
        return Vec::new();
    };
    let key = match switch.eur_per_change {
        Some(_) => "report-changes-priced",
        None => "report-changes-fewest",
    };
    let message = Message::new(key)
        .with("changes", told.count())
        .with("price", c.euro(told.price));
    let mut blocks = vec![
        Block::Section(c.get("report-section-changes")),
        Block::Text(c.say(message)),
    ];
    if told.count() == 0 {
        return blocks;
    }
    let row = |service: &ServiceId, site: &SiteRef, what: &str, places: [Cell; 2]| {
        let [before, after] = places;
        [
            Cell::from(c.service(service)),
            c.region.site_name(site).into(),
            c.get(what).into(),
            before,
            after,
        ]
    };
    let of = |opening: &Opening| SiteRef::Candidate(opening.candidate.clone());
    let opened = told.opened.iter().map(|opening| {
        let places = [Cell::Empty, c.places(&opening.service, opening.places)];
        row(
            &opening.service,
            &of(opening),
            "report-change-opened",
            places,
        )
    });
    let closed = told.closed.iter().map(|opening| {
        let places = [c.places(&opening.service, opening.places), Cell::Empty];
        row(
            &opening.service,
            &of(opening),
            "report-change-closed",
            places,
        )
    });
    let resized = told.resized.iter().map(|change| {
        let site = SiteRef::Candidate(change.candidate.clone());
        let places = [change.before, change.after].map(|places| c.places(&change.service, places));
        row(&change.service, &site, "report-change-resized", places)
    });
    let rows = opened.chain(closed).chain(resized).collect();
    let columns = [
        c.col("service", 30),
        c.col("site", 34),
        c.col("changed", 16),
        c.col("places-before", 10),
        c.col("places-now", 10),
    ];
    blocks.push(Block::Table(c.table("changes", columns, rows)));
    blocks
}
