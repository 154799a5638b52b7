//! How the plan was found, in plain words.

use crate::context::Context;
use crate::model::{Block, Cell};
use domain::plan::Stop;
use domain::{Cents, Message};

pub fn write(c: &Context) -> Vec<Block> {
    let costs = &c.plan.costs;
    let parts = [
        ("capital", costs.capital),
        ("sites", costs.sites),
        ("places", costs.places),
        ("travel", costs.travel),
        ("surcharge", costs.surcharge),
        ("size-penalty", costs.size_penalty),
        ("unmet", costs.unmet),
    ];
    // The public edition withholds parts: what is left has no sum and no shares.
    let known = parts
        .into_iter()
        .filter(|(_, amount)| c.is_internal() || *amount != Cents::ZERO);
    let rows = known
        .map(|(id, amount)| {
            let share = amount.eur() / costs.total().eur().max(0.01);
            [
                Cell::from(c.get(&format!("report-cost-{id}"))),
                c.get(&format!("report-cost-{id}-is")).into(),
                amount.into(),
                if c.is_internal() {
                    Cell::Share(share)
                } else {
                    Cell::Empty
                },
            ]
        })
        .collect();
    let mut table = c.table(
        "costs",
        [
            c.col("part", 24),
            c.col("what", 46),
            c.col("eur-year", 18),
            c.optional("share", 12),
        ],
        rows,
    );
    if c.is_internal() {
        table.total = Some(vec![
            c.get("report-total").into(),
            Cell::Empty,
            costs.total().into(),
            Cell::Share(1.0),
        ]);
    }
    let stop = match c.plan.stop {
        Stop::Gap => "report-stop-gap",
        Stop::WorkLimit => "report-stop-work-limit",
        Stop::TimeLimit => "report-stop-time-limit",
        Stop::Interrupted => "report-stop-interrupted",
    };
    let bound = Message::new(&c.by_edition("report-method-bound"))
        .with("objective", c.euro(c.plan.objective))
        .with("bound", c.euro(c.plan.bound))
        .with("gap", c.number(c.plan.gap * 100.0, 2));
    let scenario = &c.region.scenario;
    vec![
        Block::Chapter(c.get("report-chapter-method")),
        c.text("report-method-cost"),
        Block::Table(table),
        c.text("report-method-conditions"),
        Block::List(
            [
                "capacity",
                "occupancy",
                "limit",
                "partners",
                "funds",
                "apart",
            ]
            .iter()
            .map(|id| c.get(&format!("report-condition-{id}")))
            .collect(),
        ),
        Block::Text(c.say(bound)),
        c.text(stop),
        Block::Text(
            c.say(
                Message::new("report-method-figures")
                    .with("rate", scenario.discount_rate * 100.0)
                    .with("years", scenario.building_life_years)
                    .with("client", scenario.client_eur_per_hour)
                    .with("family", scenario.family_eur_per_hour)
                    .with("staff", scenario.staff_eur_per_hour)
                    .with("km", scenario.eur_per_km),
            ),
        ),
    ]
}
