//! Totals by service and by municipality.

use super::measures::Built;
use super::{payments, same_rows};
use crate::facts::Facts;
use crate::faults::Faults;
use crate::rates;
use crate::trips::{Spread, Trip};
use domain::plan::{MunicipalityTotal, Plan, ServiceTotal};
use domain::*;

pub fn check(facts: &Facts, plan: &Plan, built: &[Built], trips: &[Trip]) -> Faults {
    let mut faults = Faults::default();
    let services = &facts.region.services;
    same_rows(&mut faults, "services", plan.services.len(), services.len());
    for (row, service) in plan.services.iter().zip(services) {
        of_service(facts, &mut faults, plan, built, trips, row, service);
    }
    let councils: Vec<&Territory> = facts.councils().collect();
    same_rows(
        &mut faults,
        "municipalities",
        plan.municipalities.len(),
        councils.len(),
    );
    for (row, council) in plan.municipalities.iter().zip(councils) {
        of_council(facts, &mut faults, plan, built, trips, row, council);
    }
    faults
}

fn of_service(
    facts: &Facts,
    faults: &mut Faults,
    plan: &Plan,
    built: &[Built],
    trips: &[Trip],
    row: &ServiceTotal,
    service: &Service,
) {
    let whose = service.id.as_str();
    let is_new = |trip: &&Trip| matches!(trip.row.site, SiteRef::Candidate(_));
    let mine = || trips.iter().filter(|trip| trip.row.service == service.id);
    let measures = || built.iter().filter(|one| one.row.service == service.id);
    let needed = facts
        .needs
        .iter()
        .filter(|(point, _)| point.service == whose);
    let unmet = plan.unmet.iter().filter(|row| row.service == service.id);
    let at_offers: i128 = mine().filter(|trip| !is_new(trip)).map(Trip::places).sum();
    let running = at_offers + measures().map(|one| one.running).sum::<i128>();

    faults.same(whose, "service", row.service.as_str(), whose);
    faults.same(
        whose,
        "needed",
        row.needed,
        people(needed.map(|(_, persons)| *persons)),
    );
    let existing = mine().filter(|trip| !is_new(trip));
    faults.same(
        whose,
        "served_existing",
        row.served_existing,
        people(existing.map(persons)),
    );
    faults.same(
        whose,
        "served_new",
        row.served_new,
        people(mine().filter(is_new).map(persons)),
    );
    faults.same(
        whose,
        "unmet",
        row.unmet,
        people(unmet.map(|row| row.persons)),
    );
    faults.same(
        whose,
        "places_new",
        row.places_new,
        people(measures().map(|one| one.row.places)),
    );
    let capital = measures().map(|one| one.bill.capital_of_all()).sum();
    faults.same(whose, "capital", row.capital, rates::cents(capital));
    faults.same(whose, "running", row.running, rates::cents(running));
    Spread::of(mine()).compare(faults, whose, "minutes", row.minutes);

    let before = before(facts, service);
    faults.same(
        whose,
        "within_limit_before",
        row.within_limit_before,
        before.people(),
    );
    faults.same(
        whose,
        "minutes_before",
        row.minutes_before.is_some(),
        before.people() > 0,
    );
    if let Some(minutes) = row.minutes_before {
        before.compare(faults, whose, "minutes_before", minutes);
    }
}

/// The way to the nearest offer of today, of all who have one within the limit.
fn before(facts: &Facts, service: &Service) -> Spread {
    let offers = || {
        let gives = |offer: &&Offer| offer.service == service.id && facts.runs(offer);
        facts.region.offers.iter().filter(gives)
    };
    let mut spread = Spread::default();
    for (point, persons) in facts
        .needs
        .iter()
        .filter(|(point, _)| point.service == service.id.as_str())
    {
        let ways = offers().filter_map(|offer| {
            let site = SiteRef::Site(offer.site.clone());
            facts
                .travel
                .way(facts, point.place, &site, &service.profile)
        });
        let nearest = ways.min_by_key(|way| way.seconds);
        if let Some(way) =
            nearest.filter(|way| rates::within_limit(service, &facts.region.scenario, *way))
        {
            spread.add(*persons, way, service);
        }
    }
    spread
}

fn of_council(
    facts: &Facts,
    faults: &mut Faults,
    plan: &Plan,
    built: &[Built],
    trips: &[Trip],
    row: &MunicipalityTotal,
    council: &Territory,
) {
    let whose = council.id.as_str();
    let lives = |place: &str| {
        facts
            .place(place)
            .is_some_and(|row| *facts.council(&row.territory) == council.id)
    };
    let is_here = |trip: &&Trip| {
        facts
            .host(&trip.row.site)
            .is_some_and(|host| *facts.council(host) == council.id)
    };
    let mine = || trips.iter().filter(|trip| *trip.home == council.id);
    let needs = people(
        facts
            .needs
            .iter()
            .filter(|(point, _)| lives(point.place))
            .map(|(_, persons)| *persons),
    );
    let unmet = plan
        .unmet
        .iter()
        .filter(|row| lives(row.place.as_str()))
        .map(|row| row.persons);
    let others = trips
        .iter()
        .filter(|trip| *trip.home != council.id)
        .filter(is_here);
    let opened = built
        .iter()
        .filter(|one| *facts.council(&one.candidate.host) == council.id);
    // Workers of mobile services are not places.
    let has_places = |one: &&Built| {
        let service = facts.region.service(&one.row.service);
        service.is_some_and(|service| service.delivery != Delivery::Mobile)
    };
    let bill = payments::all(facts, built, trips);
    let payer = Payer::Municipality(council.id.clone());
    let residents = residents(facts, council);

    faults.same(whose, "territory", row.territory.as_str(), whose);
    faults.same(whose, "population", row.population, residents);
    faults.same(whose, "needs", row.needs, needs);
    let rate = residents
        .filter(|count| *count > 0)
        .map(|count| f64::from(needs) * 1000.0 / f64::from(count));
    match (row.needs_per_1000, rate) {
        (Some(stated), Some(computed)) => {
            faults.printed(whose, "needs_per_1000", stated, computed, 2)
        }
        (stated, computed) => faults.same(whose, "needs_per_1000", stated, computed),
    }
    faults.same(whose, "served", row.served, people(mine().map(persons)));
    faults.same(
        whose,
        "served_at_home",
        row.served_at_home,
        people(mine().filter(is_here).map(persons)),
    );
    faults.same(whose, "unmet", row.unmet, people(unmet));
    faults.same(
        whose,
        "served_others",
        row.served_others,
        people(others.map(persons)),
    );
    faults.same(
        whose,
        "places_new",
        row.places_new,
        people(opened.filter(has_places).map(|one| one.row.places)),
    );
    faults.same(
        whose,
        "capital",
        row.capital,
        rates::cents(bill.capital(&payer)),
    );
    faults.same(
        whose,
        "running",
        row.running,
        rates::cents(bill.running(&payer)),
    );
    Spread::of(mine()).compare(faults, whose, "minutes", row.minutes);
}

/// Residents in the latest year of `population.csv` (rows of both sexes and of
/// every age before those of one; rows of a target group are not of
/// residents), else of the council's places.
fn residents(facts: &Facts, council: &Territory) -> Option<u32> {
    let rows = facts
        .region
        .population
        .iter()
        .filter(|row| row.territory == council.id && row.target_group.is_none());
    let Some(latest) = rows.clone().map(|row| row.year).max() else {
        let places = facts.region.places.iter();
        let known: Vec<u32> = places
            .filter(|row| *facts.council(&row.territory) == council.id)
            .filter_map(|row| row.population)
            .collect();
        return (!known.is_empty()).then(|| people(known));
    };
    let mut rows: Vec<&Population> = rows.filter(|row| row.year == latest).collect();
    let both = |row: &&Population| row.sex.is_empty();
    let all_ages = |row: &&Population| row.age_from.unwrap_or(0) == 0 && row.age_to.is_none();
    for whole in [&both as &dyn Fn(&&Population) -> bool, &all_ages] {
        if rows.iter().any(whole) {
            rows.retain(whole);
        }
    }
    Some(people(rows.iter().map(|row| row.persons)))
}

fn persons(trip: &Trip) -> u32 {
    trip.row.persons
}

fn people(counts: impl IntoIterator<Item = u32>) -> u32 {
    rates::persons(counts.into_iter().map(u64::from).sum())
}
