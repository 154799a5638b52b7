//! Running money that follows from the published counts and public prices.

use crate::counts::Counts;
use domain::plan::{Measure, OfferUse, Payment};
use domain::{Cents, Offer, Payer, Region, Scheme, Service};
use std::collections::BTreeMap;

/// Running money of places a year: of published people, or, where hours would
/// tell how many they are (mobile services), of workers fully used.
pub fn of_places(service: &Service, persons: f64, workers: u32) -> Cents {
    if service.is_mobile() {
        service.place_per_year * i64::from(workers)
    } else {
        service
            .place_per_year
            .share(persons / service.persons_per_place)
    }
}

/// Running money of the places of a measure.
pub fn of_measure_places(measure: &Measure, counts: &Counts, region: &Region) -> Cents {
    let key = (measure.candidate.clone(), measure.service.clone());
    let served = Counts::of(&counts.measures, &key);
    region
        .service(&measure.service)
        .map_or(Cents::ZERO, |service| {
            of_places(service, served.middle, measure.places)
        })
}

/// Running money of the places that people take at an offer; nothing for a
/// mobile service, where nobody can tell how many workers are free.
pub fn of_offer(offer: &Offer, counts: &Counts, region: &Region) -> Cents {
    let persons = Counts::of(&counts.offers, &(offer.site.clone(), offer.service.clone()));
    region
        .service(&offer.service)
        .map_or(Cents::ZERO, |service| {
            of_places(service, f64::from(persons), 0)
        })
}

/// Who pays building money (as the plan has it) and `running` of a measure.
pub fn payments(measure: &Measure, running: Cents, region: &Region) -> Vec<Payment> {
    let owner = Payer::Municipality(region.municipality_of(&measure.owner).clone());
    let scheme = measure.scheme.as_ref().and_then(|id| region.scheme(id));
    let shared = scheme.filter(|scheme| {
        scheme
            .running_until_year
            .is_some_and(|last| region.scenario.year <= last)
    });
    let capital = measure
        .payments
        .iter()
        .map(|row| (row.payer.clone(), row.capital, Cents::ZERO));
    sum(capital.chain(
        split(running, shared, owner)
            .into_iter()
            .map(|(payer, part)| (payer, Cents::ZERO, part)),
    ))
}

fn split(running: Cents, scheme: Option<&Scheme>, owner: Payer) -> Vec<(Payer, Cents)> {
    let Some(scheme) = scheme else {
        return vec![(owner, running)];
    };
    let eligible = running.share(scheme.eligible_share);
    let (eu, state) = (eligible.share(scheme.eu), eligible.share(scheme.state));
    vec![
        (Payer::Eu, eu),
        (Payer::State, state),
        (owner, running - eu - state),
    ]
}

/// What every payer pays of all measures and offers.
pub fn total(measures: &[Measure], offers: &[OfferUse]) -> Vec<Payment> {
    let of_measures = measures
        .iter()
        .flat_map(|measure| &measure.payments)
        .map(|row| (row.payer.clone(), row.capital, row.running));
    let of_offers = offers
        .iter()
        .map(|offer| (offer.payer.clone(), Cents::ZERO, offer.running));
    sum(of_measures.chain(of_offers))
}

fn sum(parts: impl Iterator<Item = (Payer, Cents, Cents)>) -> Vec<Payment> {
    let mut by_payer: BTreeMap<Payer, (Cents, Cents)> = BTreeMap::new();
    for (payer, capital, running) in parts {
        let total = by_payer.entry(payer).or_default();
        total.0 += capital;
        total.1 += running;
    }
    by_payer
        .into_iter()
        .filter(|(_, money)| *money != (Cents::ZERO, Cents::ZERO))
        .map(|(payer, (capital, running))| Payment {
            payer,
            capital,
            running,
        })
        .collect()
}
