//! R04, not every municipality needs every service: a need may be met in
//! another municipality; host, payer and residence are three things.
//!
//! Advice only:
//!
//! * a municipality some of whose services are got elsewhere only: what, where,
//!   who pays the running of it;
//! * a municipality that `wants` a service though its own people would not keep
//!   the smallest size busy, and the plan does not open it there.
//!
//! Reads the plan's assignments, `wishes.stance`, `services.sizes` and
//! `min_occupancy`, `offers.payer`.

use crate::names::{self, Named};
use crate::residents::{self, Need};
use crate::rule::{Case, Found, Rule};
use domain::plan::{Assignment, Level};
use domain::{Message, Payer, Service, ServiceId, SiteRef, Stance, Territory, TerritoryId, Wish};
use std::collections::{BTreeMap, BTreeSet};

pub(crate) const RULE: Rule = Rule {
    id: "R04",
    basis: "LM page; KPR amendment 8",
    level: Level::Advice,
    look,
};

fn look(case: &Case) -> Vec<Found> {
    let homes = residents::homes(case.region);
    let mut met: BTreeMap<&TerritoryId, Vec<&Assignment>> = BTreeMap::new();
    for row in &case.plan.assignments {
        if let Some(home) = homes.get(&row.place) {
            met.entry(home).or_default().push(row);
        }
    }
    let municipalities = case.region.territories.iter();
    let elsewhere = municipalities.filter_map(|row| elsewhere(case, row, met.get(&row.id)?));
    let needs = residents::needs(case);
    let wishes = case.region.wishes.iter();
    let needless = wishes.filter_map(|row| {
        let need = needs.get(&(&row.territory, &row.service)).copied();
        needless(case, row, need.unwrap_or_default())
    });
    elsewhere.chain(needless).collect()
}

fn elsewhere(case: &Case, municipality: &Territory, met: &[&Assignment]) -> Option<Found> {
    let is_at_home = |row: &&&Assignment| host(case, &row.site) == Some(&municipality.id);
    let at_home: BTreeSet<_> = met
        .iter()
        .filter(is_at_home)
        .map(|row| &row.service)
        .collect();
    let away: Vec<_> = met
        .iter()
        .filter(|row| !at_home.contains(&row.service))
        .collect();
    if away.is_empty() {
        return None;
    }
    let is_away = |service: &ServiceId| away.iter().any(|row| row.service == *service);
    let services: Vec<_> = case
        .region
        .services
        .iter()
        .filter(|row| is_away(&row.id))
        .collect();
    let hosts: BTreeSet<_> = away
        .iter()
        .filter_map(|row| host(case, &row.site))
        .collect();
    let payers: BTreeSet<_> = away.iter().flat_map(|row| payers(case, row)).collect();
    let paying: BTreeSet<_> = payers
        .iter()
        .filter_map(|payer| match payer {
            Payer::Municipality(id) => Some(case.region.municipality_of(id)),
            Payer::Eu | Payer::State => None,
        })
        .collect();
    let in_order = |ids: &BTreeSet<&TerritoryId>| {
        let rows = case
            .region
            .territories
            .iter()
            .filter(|row| ids.contains(&row.id));
        rows.map(|row| names::territory(case.region, &row.id))
            .collect::<Vec<_>>()
    };
    let message = Message::new("finding-r04-elsewhere")
        .named(
            "municipality",
            names::territory(case.region, &municipality.id),
        )
        .named_all(
            "services",
            services
                .iter()
                .map(|row| names::service(case.region, &row.id)),
        )
        .with("services", services.len())
        .named_all("hosts", in_order(&hosts))
        .named_all("payers", in_order(&paying))
        .with("payers", paying.len())
        .with("funders", funders(&payers))
        .with("persons", away.iter().map(|row| row.persons).sum::<u32>());
    let found = Found::new(message).row("territories.csv", municipality.line);
    Some(found.rows("services.csv", services.iter().map(|row| row.line)))
}

/// The municipality on whose territory a site stands.
fn host<'a>(case: &Case<'a>, site: &SiteRef) -> Option<&'a TerritoryId> {
    let host = match site {
        SiteRef::Site(id) => &case.region.site(id)?.host,
        SiteRef::Candidate(id) => &case.region.candidate(id)?.host,
    };
    Some(case.region.municipality_of(host))
}

/// Who but municipalities pays, as the message files choose by it.
fn funders(payers: &BTreeSet<Payer>) -> &'static str {
    match (payers.contains(&Payer::Eu), payers.contains(&Payer::State)) {
        _ if payers.is_empty() => "unknown",
        (false, false) => "none",
        (true, false) => "eu",
        (false, true) => "state",
        (true, true) => "eu-and-state",
    }
}

/// Who pays the running of what people get.
fn payers(case: &Case, assignment: &Assignment) -> Vec<Payer> {
    match &assignment.site {
        SiteRef::Site(id) => {
            let offers = case.region.offers.iter();
            let same = offers.filter(|row| row.site == *id && row.service == assignment.service);
            same.map(|row| row.payer.clone()).collect()
        }
        SiteRef::Candidate(id) => {
            let measures = case.plan.measures.iter();
            let same =
                measures.filter(|row| row.candidate == *id && row.service == assignment.service);
            let payments = same.flat_map(|row| &row.payments);
            payments
                .filter(|row| row.running.0 > 0)
                .map(|row| row.payer.clone())
                .collect()
        }
    }
}

fn needless(case: &Case, wish: &Wish, need: Need) -> Option<Found> {
    let service = case.region.service(&wish.service)?;
    let smallest = *service.sizes.first()?;
    let opens_there = case.plan.measures.iter().any(|measure| {
        measure.service == wish.service
            && *case.region.municipality_of(&measure.host) == wish.territory
    });
    if wish.stance != Stance::Wants || opens_there || need.amount >= least_need(service, smallest) {
        return None;
    }
    let message = Message::new("finding-r04-wish")
        .named(
            "municipality",
            names::territory(case.region, &wish.territory),
        )
        .named("service", names::service(case.region, &wish.service))
        .with("persons", need.persons)
        .with("places", smallest);
    Some(Found::new(message).row("wishes.csv", wish.line))
}

/// The need that keeps a size busy: people (mobile: hours a week).
fn least_need(service: &Service, places: u32) -> f64 {
    let each = match service.hours_per_worker_week {
        Some(hours) if service.is_mobile() => hours,
        _ => service.persons_per_place,
    };
    service.min_occupancy * f64::from(places) * each
}
