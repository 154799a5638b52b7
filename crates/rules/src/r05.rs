//! R05, only partners get EU money: a municipality that is not a partner cannot
//! own a site that the EU pays; its residents still count in the region's needs.
//!
//! * Error for each measure with EU money whose owner's municipality is no partner.
//! * Advice for each municipality that is no partner and for which no need is
//!   counted, where `partners.csv` is given.
//!
//! Reads the plan's payments, `candidates.owner`, `partners.status` and `date`.

use crate::names::{self, Named};
use crate::residents;
use crate::rule::{Case, Found, Rule};
use domain::plan::{Level, Measure};
use domain::{Message, Payer, Territory};
use std::collections::BTreeSet;

pub(crate) const RULE: Rule = Rule {
    id: "R05",
    basis: "LM page",
    level: Level::Error,
    look,
};

fn look(case: &Case) -> Vec<Found> {
    let owners = case
        .plan
        .measures
        .iter()
        .filter_map(|measure| owner(case, measure));
    owners.chain(uncounted(case)).collect()
}

fn owner(case: &Case, measure: &Measure) -> Option<Found> {
    let eu = measure.payments.iter().filter(|row| row.payer == Payer::Eu);
    let money: f64 = eu.map(|row| row.capital.eur()).sum();
    if money <= 0.0 || case.region.is_partner(&measure.owner) {
        return None;
    }
    let municipality = case.region.municipality_of(&measure.owner);
    let message = Message::new("finding-r05-owner")
        .named("municipality", names::territory(case.region, municipality))
        .named("service", names::service(case.region, &measure.service))
        .with("site", measure.name.as_str())
        .with("money", money);
    let candidate = case
        .region
        .candidate(&measure.candidate)
        .map(|row| row.line);
    let partner = case
        .region
        .partners
        .iter()
        .filter(|row| row.territory == *municipality);
    let found = Found::new(message).rows("candidates.csv", candidate);
    Some(found.rows("partners.csv", partner.map(|row| row.line)))
}

fn uncounted(case: &Case) -> Vec<Found> {
    let counted: BTreeSet<_> = residents::needs(case)
        .into_keys()
        .map(|(home, _)| home)
        .collect();
    let is_forgotten = |row: &&Territory| {
        !case.region.partners.is_empty()
            && !case.region.is_partner(&row.id)
            && !counted.contains(&row.id)
    };
    let forgotten = case.region.municipalities().filter(is_forgotten);
    forgotten
        .map(|row| {
            let name = names::territory(case.region, &row.id);
            let message = Message::new("finding-r05-uncounted").named("municipality", name);
            Found::new(message)
                .at(Level::Advice)
                .row("territories.csv", row.line)
        })
        .collect()
}
