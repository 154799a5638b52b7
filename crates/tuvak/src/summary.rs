//! The ten most telling figures of a plan.

use domain::plan::{Level, UnmetReason};
use domain::{Cents, Message, Payer, Plan, Region};
use std::collections::BTreeSet;

/// The figures as messages, the most important first.
pub fn figures(plan: &Plan, region: &Region) -> Vec<Message> {
    let texts_eur = |amount: Cents| amount.eur().round();
    let sites: BTreeSet<_> = plan
        .measures
        .iter()
        .map(|measure| &measure.candidate)
        .collect();
    let places: u32 = plan
        .measures
        .iter()
        .filter(|measure| {
            region
                .service(&measure.service)
                .is_some_and(|service| !service.is_mobile())
        })
        .map(|measure| measure.places)
        .sum();
    let needed: u32 = plan.services.iter().map(|row| row.needed).sum();
    let existing: u32 = plan.services.iter().map(|row| row.served_existing).sum();
    let new: u32 = plan.services.iter().map(|row| row.served_new).sum();
    let unmet: u32 = plan.unmet.iter().map(|row| row.persons).sum();
    let beyond: u32 = plan
        .unmet
        .iter()
        .filter(|row| row.reason == UnmetReason::BeyondLimit)
        .map(|row| row.persons)
        .sum();
    let capital = |chosen: &dyn Fn(&Payer) -> bool| -> Cents {
        plan.payments
            .iter()
            .filter(|row| chosen(&row.payer))
            .map(|row| row.capital)
            .sum()
    };
    let all = capital(&|_| true);
    let running: Cents = plan.payments.iter().map(|row| row.running).sum();
    let served = f64::from(existing + new).max(1.0);
    let mean = |of: &dyn Fn(&domain::plan::ServiceTotal) -> f64| -> f64 {
        let sum: f64 = plan
            .services
            .iter()
            .map(|row| of(row) * f64::from(row.served_existing + row.served_new))
            .sum();
        sum / served
    };
    let before: Vec<(f64, f64)> = plan
        .services
        .iter()
        .filter_map(|row| Some((row.minutes_before?.mean, f64::from(row.within_limit_before))))
        .collect();
    let weight: f64 = before.iter().map(|(_, persons)| persons).sum();
    let before: f64 = before.iter().map(|(mean, persons)| mean * persons).sum();
    let tenths = |minutes: f64| (minutes * 10.0).round() / 10.0;
    let found = |level| {
        plan.findings
            .iter()
            .filter(|finding| finding.level == level)
            .count()
    };
    // A price of changes that nobody named stands for no money.
    let price = match region.scenario.wants_fewest_changes() {
        true => plan.costs.change,
        false => Cents::ZERO,
    };
    vec![
        Message::new("cli-figure-objective")
            .with("objective", texts_eur(plan.objective - price))
            .with("gap", plan.gap * 100.0),
        Message::new("cli-figure-measures")
            .with("measures", plan.measures.len())
            .with("sites", sites.len())
            .with("places", places),
        Message::new("cli-figure-served")
            .with("served", existing + new)
            .with("needed", needed)
            .with("existing", existing),
        Message::new("cli-figure-reached")
            .with("least", plan.people_reached.at_least)
            .with("most", plan.people_reached.at_most),
        Message::new("cli-figure-capital")
            .with("capital", texts_eur(all))
            .with("eu", texts_eur(capital(&|payer| *payer == Payer::Eu)))
            .with("state", texts_eur(capital(&|payer| *payer == Payer::State)))
            .with(
                "municipal",
                texts_eur(capital(&|payer| matches!(payer, Payer::Municipality(_)))),
            ),
        Message::new("cli-figure-running").with("running", texts_eur(running)),
        match weight {
            0.0 => Message::new("cli-figure-minutes-first"),
            _ => Message::new("cli-figure-minutes").with("before", tenths(before / weight)),
        }
        .with("after", tenths(mean(&|row| row.minutes.mean))),
        Message::new("cli-figure-standard").with(
            "share",
            (mean(&|row| row.minutes.within_standard) * 100.0).round(),
        ),
        Message::new("cli-figure-unmet")
            .with("unmet", unmet)
            .with("beyond", beyond),
        Message::new("cli-figure-findings")
            .with("errors", found(Level::Error))
            .with("warnings", found(Level::Warning))
            .with("advice", found(Level::Advice)),
    ]
}
