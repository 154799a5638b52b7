//! How the plan was found, in plain words.

use crate::context::Context;
use crate::model::{Block, Cell};
use domain::plan::Stop;
use domain::{Cents, Message, ServiceId};

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
        ("equity", costs.equity),
        ("change", c.without_price(costs.change)),
    ];
    let total = c.without_price(costs.total());
    // Parts that only a switch brings about stand there when they cost something.
    let of_switch = |id: &str| matches!(id, "equity" | "change");
    // The public edition withholds parts: what is left has no sum and no shares.
    let known = parts
        .into_iter()
        .filter(|(id, amount)| (c.is_internal() && !of_switch(id)) || *amount != Cents::ZERO);
    let rows = known
        .map(|(id, amount)| {
            let share = amount.eur() / total.eur().max(0.01);
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
            total.into(),
            Cell::Share(1.0),
        ]);
    }
    let stop = match c.plan.stop {
        Stop::Gap => "report-stop-gap",
        Stop::WorkLimit => "report-stop-work-limit",
        Stop::TimeLimit => "report-stop-time-limit",
        Stop::Interrupted => "report-stop-interrupted",
        Stop::Exhausted => "report-stop-exhausted",
    };
    let bound = Message::new(&c.by_edition("report-method-bound"))
        .with("objective", c.euro(c.without_price(c.plan.objective)))
        .with("bound", c.euro(c.without_price(c.plan.bound)))
        .with("gap", c.number(c.plan.gap * 100.0, 2));
    let scenario = &c.region.scenario;
    vec![
        Block::Chapter(c.get("report-chapter-method")),
        c.text("report-method-cost"),
        Block::Table(table),
        c.text("report-method-conditions"),
        Block::List(conditions(c)),
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

/// What holds in every plan, and what the scenario's switches ask for besides.
fn conditions(c: &Context) -> Vec<String> {
    let scenario = &c.region.scenario;
    let services = |ids: &[ServiceId]| -> String {
        let names: Vec<&str> = ids.iter().map(|id| c.service(id)).collect();
        names.join("; ")
    };
    let mut said: Vec<String> = ["capacity", "occupancy", "limit"]
        .map(|id| c.get(&format!("report-condition-{id}")))
        .into();
    if let Some((equity, cap)) = scenario
        .equity
        .as_ref()
        .and_then(|row| Some((row, row.cap_min?)))
    {
        let key = match equity.services.as_slice() {
            [] => "report-condition-cap",
            _ => "report-condition-cap-services",
        };
        let message = Message::new(key).with("minutes", c.number(cap, 0));
        said.push(c.say(message.with("services", services(&equity.services))));
    }
    if !scenario.single_source.is_empty() {
        let message = Message::new("report-condition-single-source");
        said.push(c.say(message.with("services", services(&scenario.single_source))));
    }
    said.extend(["partners", "funds", "apart"].map(|id| c.get(&format!("report-condition-{id}"))));
    said
}
