//! The public plan, built field by field from public facts and protected
//! counts. It is written out in full, so that a new field of the plan does not
//! compile until somebody has decided whether it is public.

use crate::counts::{Counts, municipalities};
use crate::{PUBLIC_SCHEMA, running, words};
use domain::plan::*;
use domain::{Cents, Message, Payer, Region, Service, TerritoryId};

/// The public plan; `notes` come first in its notes.
pub fn plan(plan: &Plan, region: &Region, counts: &Counts, notes: &[Message]) -> Plan {
    let measures: Vec<Measure> = plan
        .measures
        .iter()
        .map(|row| measure(row, counts, region))
        .collect();
    let offers = offers(counts, region);
    let payments = running::total(&measures, &offers);
    let services: Vec<ServiceTotal> = region
        .services
        .iter()
        .map(|service| service_total(service, counts, &measures, &offers))
        .collect();
    let municipalities = municipalities(plan, region)
        .iter()
        .map(|id| municipality(id, plan, region, counts, &payments))
        .collect();
    let costs = costs(&plan.costs, &measures, &offers, counts, region);
    let gap = (plan.gap * 1000.0).ceil() / 1000.0;
    Plan {
        schema: PUBLIC_SCHEMA.to_owned(),
        objective: costs.total(),
        bound: costs.total().share(1.0 - gap),
        gap,
        stop: plan.stop,
        options: plan.options.clone(),
        fingerprint: String::new(),
        engine: plan.engine.clone(),
        region: plan.region.clone(),
        costs,
        payments,
        people_reached: people_reached(&services),
        measures,
        offers,
        assignments: Vec::new(),
        unmet: Vec::new(),
        states: Vec::new(),
        spread: None,
        equity: None,
        change: change(plan, region),
        rejected: plan.rejected.iter().map(rejected).collect(),
        services,
        municipalities,
        wishes: plan.wishes.clone(),
        findings: plan.findings.iter().filter_map(finding).collect(),
        sensitivity: plan.sensitivity.iter().map(sensitivity).collect(),
        more_money: None,
        notes: notes
            .iter()
            .chain(plan.notes.iter().filter(|note| words::is_public(note)))
            .cloned()
            .collect(),
    }
}

/// Minutes depend on who goes where.
const NO_MINUTES: Minutes = Minutes {
    mean: 0.0,
    max: 0.0,
    within_standard: 0.0,
};

fn measure(row: &Measure, counts: &Counts, region: &Region) -> Measure {
    let service = region.service(&row.service);
    let persons = Counts::of(
        &counts.measures,
        &(row.candidate.clone(), row.service.clone()),
    )
    .persons;
    let runs = row.year.is_none_or(|year| year <= region.scenario.year);
    let site = service.filter(|_| runs);
    let site = site.map_or(Cents::ZERO, |service| service.site_per_year);
    let running = site + running::of_measure_places(row, counts, region);
    Measure {
        candidate: row.candidate.clone(),
        service: row.service.clone(),
        name: row.name.clone(),
        host: row.host.clone(),
        owner: row.owner.clone(),
        places: row.places,
        year: row.year,
        persons,
        occupancy: service.map_or(0.0, |service| occupancy(persons, row.places, service)),
        staff: service.map_or(0.0, |service| {
            service.staff_per_place * f64::from(row.places)
        }),
        scheme: row.scheme.clone(),
        capital: row.capital,
        site_capital: row.site_capital,
        eligible: row.eligible,
        running,
        payments: running::payments(row, running, region),
        minutes: NO_MINUTES,
        without: None,
    }
}

/// What changes is public. A price that nobody named outweighs the exact cost of a
/// plan and would tell it.
fn change(plan: &Plan, region: &Region) -> Option<ChangeOutcome> {
    let change = plan.change.clone()?;
    let price = match region.scenario.wants_fewest_changes() {
        true => Cents::ZERO,
        false => change.price,
    };
    Some(ChangeOutcome { price, ..change })
}

fn change_cost(exact: &Costs, region: &Region) -> Cents {
    match region.scenario.wants_fewest_changes() {
        true => Cents::ZERO,
        false => exact.change,
    }
}

/// Published people over capacity, at most 1; 0 for mobile services, whose
/// hours would tell how many people they are for.
fn occupancy(persons: u32, places: u32, service: &Service) -> f64 {
    let capacity = service.persons_of(places);
    if service.is_mobile() || capacity == 0 {
        return 0.0;
    }
    (f64::from(persons) / f64::from(capacity)).min(1.0)
}

fn offers(counts: &Counts, region: &Region) -> Vec<OfferUse> {
    region
        .offers
        .iter()
        .map(|offer| OfferUse {
            site: offer.site.clone(),
            service: offer.service.clone(),
            free_places: 0,
            persons: Counts::of(&counts.offers, &(offer.site.clone(), offer.service.clone())),
            running: running::of_offer(offer, counts, region),
            payer: offer.payer.clone(),
            minutes: NO_MINUTES,
        })
        .collect()
}

fn service_total(
    service: &Service,
    counts: &Counts,
    measures: &[Measure],
    offers: &[OfferUse],
) -> ServiceTotal {
    let measures: Vec<&Measure> = measures
        .iter()
        .filter(|row| row.service == service.id)
        .collect();
    let offers: Vec<&OfferUse> = offers
        .iter()
        .filter(|row| row.service == service.id)
        .collect();
    let served_existing: u32 = offers.iter().map(|row| row.persons).sum();
    let key = |row: &Measure| (row.candidate.clone(), row.service.clone());
    let middles = measures
        .iter()
        .map(|row| Counts::of(&counts.measures, &key(row)).middle);
    let served_new = 5 * (middles.sum::<f64>() / 5.0).round() as u32;
    let unmet = Counts::of(&counts.unmet, &service.id);
    ServiceTotal {
        service: service.id.clone(),
        needed: served_existing + served_new + unmet,
        served_existing,
        served_new,
        unmet,
        places_new: measures.iter().map(|row| row.places).sum(),
        capital: measures.iter().map(|row| row.capital).sum(),
        running: measures
            .iter()
            .map(|row| row.running)
            .chain(offers.iter().map(|row| row.running))
            .sum(),
        minutes: NO_MINUTES,
        minutes_before: None,
        within_limit_before: 0,
    }
}

fn municipality(
    id: &TerritoryId,
    plan: &Plan,
    region: &Region,
    counts: &Counts,
    payments: &[Payment],
) -> MunicipalityTotal {
    let row = plan.municipalities.iter().find(|row| row.territory == *id);
    let population = row
        .and_then(|row| row.population)
        .filter(|&persons| persons >= crate::cell::LEAST);
    let residents = counts
        .residents
        .as_ref()
        .and_then(|residents| residents.get(id));
    let (served, unmet) = residents.map_or((0, 0), |told| (told.served, told.unmet));
    let needs = served + unmet;
    let payer = Payer::Municipality(id.clone());
    let paid = payments.iter().find(|payment| payment.payer == payer);
    let at_home = |host: &TerritoryId| region.municipality_of(host) == id;
    let is_mobile = |id| region.service(id).is_some_and(Service::is_mobile);
    MunicipalityTotal {
        territory: id.clone(),
        population,
        needs,
        needs_per_1000: population
            .filter(|_| residents.is_some())
            .map(|persons| (f64::from(needs) * 100_000.0 / f64::from(persons)).round() / 100.0),
        served,
        served_at_home: 0,
        unmet,
        served_others: 0,
        places_new: plan
            .measures
            .iter()
            .filter(|row| at_home(&row.host) && !is_mobile(&row.service))
            .map(|row| row.places)
            .sum(),
        capital: paid.map_or(Cents::ZERO, |payment| payment.capital),
        running: paid.map_or(Cents::ZERO, |payment| payment.running),
        minutes: NO_MINUTES,
    }
}

fn costs(
    exact: &Costs,
    measures: &[Measure],
    offers: &[OfferUse],
    counts: &Counts,
    region: &Region,
) -> Costs {
    let of_measures: Cents = measures
        .iter()
        .map(|row| running::of_measure_places(row, counts, region))
        .sum();
    let of_offers: Cents = offers.iter().map(|row| row.running).sum();
    Costs {
        capital: exact.capital,
        sites: exact.sites,
        places: of_measures + of_offers,
        travel: Cents::ZERO,
        surcharge: Cents::ZERO,
        size_penalty: exact.size_penalty,
        equity: Cents::ZERO,
        change: change_cost(exact, region),
        unmet: (region.services.iter())
            .map(|service| service.unmet * i64::from(Counts::of(&counts.unmet, &service.id)))
            .sum(),
    }
}

/// Nobody has the same service twice, so that the largest service alone reaches
/// as many people as it serves; at most everybody has one.
fn people_reached(services: &[ServiceTotal]) -> Range {
    let served = || {
        services
            .iter()
            .map(|row| row.served_existing + row.served_new)
    };
    Range {
        at_least: served().max().unwrap_or(0),
        at_most: served().sum(),
    }
}

/// That fewer people than a least occupancy live near a site bounds their
/// number: the public edition does not tell it from a dearer site.
fn rejected(row: &Rejected) -> Rejected {
    Rejected {
        candidate: row.candidate.clone(),
        reason: match row.reason {
            RejectedReason::TooFewPeople => RejectedReason::Costlier,
            other => other,
        },
        forced_more: None,
    }
}

fn finding(row: &Finding) -> Option<Finding> {
    const TABLES_OF_PEOPLE: [&str; 3] = ["needs.csv", "bundles.csv", "moves.csv"];
    words::is_public(&row.message).then(|| Finding {
        rows: (row.rows.iter())
            .filter(|at| !TABLES_OF_PEOPLE.contains(&at.file.as_str()))
            .cloned()
            .collect(),
        ..row.clone()
    })
}

/// Which sites stay is public; what the other plan costs follows from people.
fn sensitivity(row: &Sensitivity) -> Sensitivity {
    Sensitivity {
        runs: row
            .runs
            .iter()
            .map(|run| SensitivityRun {
                objective: Cents::ZERO,
                bound: Cents::ZERO,
                ..run.clone()
            })
            .collect(),
        ..row.clone()
    }
}
