//! R22, sustainability: the running cost after the EU project is funded for
//! each service, with payer, amount and years; unfunded is an error.
//!
//! The money should be named for `sustained_years` after the plan year.
//!
//! * Error where an offer on which people rely ends before that (`until_year`).
//! * Error where a measure's scheme shares the running cost, stops doing so
//!   before that, and the owner is no municipality that would go on.
//! * Warning where a scheme stops before that and the owner's municipality goes
//!   on alone: who, how much, from when.
//!
//! Reads `schemes.running_until_year`, the plan's payments, `offers.until_year`,
//! `funded_by`, `places_taken`.

use crate::building::{is_in_force, people};
use crate::names::{self, Named};
use crate::rule::{Case, Found, Rule};
use domain::plan::{Level, Measure};
use domain::{Cents, Message, Offer, Payer, Region, SiteRef, TerritoryId};
use std::collections::BTreeMap;

pub(crate) const RULE: Rule = Rule {
    id: "R22",
    basis: "Ombudsman letter; Diena",
    level: Level::Error,
    look,
};

fn look(case: &Case) -> Vec<Found> {
    let ending = case
        .region
        .offers
        .iter()
        .filter_map(|offer| ending(case, offer));
    ending.chain(handed_over(case)).collect()
}

/// The last year for which running money should be named.
fn horizon(region: &Region) -> i32 {
    region.scenario.year + region.scenario.rules.sustained_years as i32
}

fn ending(case: &Case, offer: &Offer) -> Option<Found> {
    let until = offer
        .until_year
        .filter(|until| *until < horizon(case.region))?;
    let service = case.region.service(&offer.service)?;
    let uses = case
        .plan
        .offers
        .iter()
        .filter(|row| row.site == offer.site && row.service == offer.service);
    let taken = if service.is_mobile() {
        offer.places_taken
    } else {
        people(service, offer.places_taken)
    };
    let relying = taken + uses.map(|row| row.persons).sum::<u32>();
    if relying == 0 || !is_in_force(case.region, offer) {
        return None;
    }
    let message = Message::new("finding-r22-ending")
        .named("service", names::service(case.region, &service.id))
        .with(
            "site",
            case.region.site_name(&SiteRef::Site(offer.site.clone())),
        )
        .with("year", year(until))
        .with("programme", offer.funded_by.as_str())
        .with(
            "funded",
            if offer.funded_by.is_empty() {
                "no"
            } else {
                "yes"
            },
        )
        .with("persons", relying);
    Some(Found::new(message).row("offers.csv", offer.line))
}

/// Measures of one owner whose scheme stops sharing the running cost in the
/// same year speak together.
fn handed_over(case: &Case) -> Vec<Found> {
    let mut groups: BTreeMap<(&TerritoryId, i32), Vec<&Measure>> = BTreeMap::new();
    for measure in &case.plan.measures {
        if let Some(until) = ends(case, measure) {
            groups
                .entry((case.region.municipality_of(&measure.owner), until))
                .or_default()
                .push(measure);
        }
    }
    let found = groups.into_iter().map(|((owner, until), measures)| {
        let goes_on = case
            .region
            .territory(owner)
            .is_some_and(|row| row.kind.is_municipal());
        let running: Cents = measures.iter().map(|measure| measure.running).sum();
        let paid: Cents = measures
            .iter()
            .map(|measure| paid_by_municipality(measure))
            .sum();
        let key = if goes_on {
            "finding-r22-handed-over"
        } else {
            "finding-r22-unfunded"
        };
        let of_measures = |id| measures.iter().any(|measure| measure.service == id);
        let services = case
            .region
            .services
            .iter()
            .filter(|row| of_measures(row.id.clone()));
        let message = Message::new(key)
            .named("municipality", names::territory(case.region, owner))
            .named_all(
                "services",
                services.map(|row| names::service(case.region, &row.id)),
            )
            .with("year", year(until + 1))
            .with("running", running.eur().round())
            .with("running-now", paid.eur().round())
            .with("years", horizon(case.region) - until);
        let level = if goes_on {
            Level::Warning
        } else {
            Level::Error
        };
        let lines = measures
            .iter()
            .filter_map(|measure| Some(case.region.candidate(&measure.candidate)?.line));
        Found::new(message).at(level).rows("candidates.csv", lines)
    });
    found.collect()
}

/// The year, before the horizon, after which others than the owner's
/// municipality no longer pay their part of the running cost.
fn ends(case: &Case, measure: &Measure) -> Option<i32> {
    let until = case
        .region
        .scheme(measure.scheme.as_ref()?)?
        .running_until_year?;
    let others_pay = paid_by_municipality(measure) < measure.running;
    (others_pay && until < horizon(case.region)).then_some(until)
}

fn paid_by_municipality(measure: &Measure) -> Cents {
    let own = measure
        .payments
        .iter()
        .filter(|row| matches!(row.payer, Payer::Municipality(_)));
    own.map(|row| row.running).sum()
}

/// A year is text: it takes no separator between thousands.
fn year(year: i32) -> String {
    year.to_string()
}
