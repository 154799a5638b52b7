//! What is proposed: where, how many places, for how many people, who pays.

use crate::context::Context;
use crate::model::{Block, Cell};
use domain::plan::{Measure, OfferUse};
use domain::{Cents, Message, Payer};

pub fn write(c: &Context) -> Vec<Block> {
    let mut blocks = vec![Block::Chapter(c.get("report-chapter-proposal"))];
    if c.plan.measures.is_empty() {
        blocks.push(c.text("report-no-measures"));
        return blocks;
    }
    blocks.push(Block::Text(
        c.say(
            Message::new("report-proposal")
                .with("measures", c.plan.measures.len())
                .with("sites", c.sites_opened()),
        ),
    ));
    blocks.push(Block::Section(c.get("report-section-measures")));
    blocks.push(measures(c));
    if c.plan.offers.iter().any(is_used) {
        blocks.push(Block::Section(c.get("report-section-offers-used")));
        blocks.push(c.text("report-offers-used"));
        blocks.push(offers(c));
    }
    blocks.push(Block::Section(c.get("report-section-money")));
    blocks.push(c.text("report-money"));
    blocks.push(money(c));
    blocks.push(payers(c));
    blocks
}

fn measures(c: &Context) -> Block {
    let rows = c
        .measures()
        .map(|(number, row)| {
            [
                Cell::from(number as u32),
                c.service(&row.service).into(),
                row.name.as_str().into(),
                c.municipality(&row.host).into(),
                c.places(&row.service, row.places),
                row.year.map(|year| year.to_string()).into(),
                row.persons.into(),
                occupancy(c, row),
                Cell::Number(row.staff, 1),
                Cell::Number(row.minutes.mean, 0),
                Cell::Number(row.minutes.max, 0),
            ]
        })
        .collect();
    let mut table = c
        .table(
            "measures",
            [
                c.col("number", 4),
                c.col("service", 30),
                c.col("site", 44),
                c.col("host", 16),
                c.col("places", 11),
                c.optional("opens", 7),
                c.col("persons", 7),
                c.optional("occupancy", 9),
                c.optional("staff", 7),
                c.optional("mean", 7),
                c.optional("longest", 9),
            ],
            rows,
        )
        .grouped_by(1);
    table.note = Some(c.get(&c.by_edition("report-note-measures")));
    Block::Table(table)
}

/// Of rounded people it would say nothing.
fn occupancy(c: &Context, measure: &Measure) -> Cell {
    if c.is_internal() {
        Cell::Share(measure.occupancy)
    } else {
        Cell::Empty
    }
}

/// Free places are withheld from the public edition; who takes them is not.
fn is_used(row: &OfferUse) -> bool {
    row.free_places > 0 || row.persons > 0
}

fn offers(c: &Context) -> Block {
    let rows = c
        .plan
        .offers
        .iter()
        .filter(|row| is_used(row))
        .map(|row| {
            [
                Cell::from(c.service(&row.service)),
                c.region
                    .site(&row.site)
                    .map_or(row.site.as_str(), |site| site.name.as_str())
                    .into(),
                c.places(&row.service, row.free_places),
                row.persons.into(),
                row.running.into(),
                Cell::Number(row.minutes.mean, 0),
            ]
        })
        .collect();
    let table = c.table(
        "offers-used",
        [
            c.col("service", 30),
            c.col("site", 53),
            c.optional("free", 12),
            c.col("persons", 10),
            c.optional("running", 15),
            c.optional("mean", 10),
        ],
        rows,
    );
    Block::Table(table.grouped_by(0))
}

/// Building and running money that a payer pays of a measure.
fn paid(measure: &Measure, is: fn(&Payer) -> bool) -> (Cents, Cents) {
    let of = || measure.payments.iter().filter(|row| is(&row.payer));
    (
        of().map(|row| row.capital).sum(),
        of().map(|row| row.running).sum(),
    )
}

const IS: [fn(&Payer) -> bool; 3] = [
    |payer| matches!(payer, Payer::Eu),
    |payer| matches!(payer, Payer::State),
    |payer| matches!(payer, Payer::Municipality(_)),
];

fn money(c: &Context) -> Block {
    let rows: Vec<[Cell; 9]> = c
        .measures()
        .map(|(number, row)| {
            let [eu, state, municipality] = IS.map(|is| paid(row, is).0);
            [
                Cell::from(number as u32),
                c.service(&row.service).into(),
                row.name.as_str().into(),
                c.municipality(&row.owner).into(),
                row.capital.into(),
                eu.into(),
                state.into(),
                municipality.into(),
                row.running.into(),
            ]
        })
        .collect();
    let mut table = c
        .table(
            "money",
            [
                c.col("number", 4),
                c.col("service", 30),
                c.col("site", 40),
                c.col("owner", 16),
                c.col("capital", 12),
                c.col("eu", 10),
                c.col("state", 9),
                c.col("own", 11),
                c.col("running", 12),
            ],
            rows,
        )
        .grouped_by(1);
    let sum =
        |of: &dyn Fn(&Measure) -> Cents| Cell::from(c.plan.measures.iter().map(of).sum::<Cents>());
    let [eu, state, municipality] = IS.map(|is| sum(&|row| paid(row, is).0));
    table.total = Some(vec![
        Cell::Empty,
        Cell::Empty,
        c.get("report-total").into(),
        Cell::Empty,
        sum(&|row| row.capital),
        eu,
        state,
        municipality,
        sum(&|row| row.running),
    ]);
    Block::Table(table)
}

fn payers(c: &Context) -> Block {
    let rows = c
        .plan
        .payments
        .iter()
        .map(|row| {
            [
                Cell::from(c.payer(&row.payer)),
                row.capital.into(),
                row.running.into(),
            ]
        })
        .collect();
    let mut table = c.table(
        "payers",
        [
            c.col("payer", 46),
            c.col("capital", 27),
            c.col("running", 27),
        ],
        rows,
    );
    table.total = Some(vec![
        c.get("report-total").into(),
        c.plan
            .payments
            .iter()
            .map(|row| row.capital)
            .sum::<Cents>()
            .into(),
        c.plan
            .payments
            .iter()
            .map(|row| row.running)
            .sum::<Cents>()
            .into(),
    ]);
    Block::Table(table)
}
