//! What opens: whether it may, and every figure of it.

use crate::admit;
use crate::facts::Facts;
use crate::faults::Faults;
use crate::pay::Bill;
use crate::rates;
use crate::states::years;
use crate::trips::{Spread, Trip};
use domain::plan::{Measure, Plan};
use domain::*;
use std::collections::BTreeSet;

/// A measure of the plan with its rows and its recomputed money.
pub struct Built<'a> {
    /// The measure.
    pub row: &'a Measure,
    /// Its candidate.
    pub candidate: &'a Candidate,
    /// Its service.
    pub service: &'a Service,
    /// Building money of the places, cents.
    pub places_capital: i64,
    /// The site's own building money, if this measure bears it.
    pub site_capital: i64,
    /// Eligible part of both.
    pub eligible: i64,
    /// Running money a year.
    pub running: i128,
    /// Who pays.
    pub bill: Bill,
    /// Of it the site's own building money.
    pub site_bill: Bill,
    /// The year in which it opens.
    pub year: i32,
    /// The year in which the first service opens at its candidate.
    pub site_year: i32,
}

impl Built<'_> {
    /// As a fault names it.
    pub fn label(&self) -> String {
        label(self.row)
    }

    /// Whether a trip leads to it.
    pub fn serves(&self, trip: &Trip) -> bool {
        trip.row.service == self.row.service
            && matches!(&trip.row.site, SiteRef::Candidate(id) if *id == self.row.candidate)
    }
}

fn label(row: &Measure) -> String {
    format!("{} {}", row.candidate, row.service)
}

/// Recomputes the measures; those of unknown rows are left out, with a fault.
pub fn read<'a>(facts: &Facts<'a>, plan: &'a Plan, trips: &[Trip<'a>]) -> (Vec<Built<'a>>, Faults) {
    let mut faults = Faults::default();
    let mut built = Vec::new();
    let (mut seen, mut begun) = (BTreeSet::new(), BTreeSet::new());
    for row in &plan.measures {
        let whose = label(row);
        let found = facts
            .candidate(row.candidate.as_str())
            .zip(facts.service(row.service.as_str()));
        let Some((candidate, service)) = found else {
            faults.demand(false, "verify-unknown-measure", &whose);
            continue;
        };
        let years = years(facts.region);
        let told = match row.year {
            Some(year) => years.len() > 1 && years.contains(&year),
            None => years.len() == 1,
        };
        faults.demand(told, "verify-year", &whose);
        faults.demand(
            seen.insert((&row.candidate, &row.service)),
            "verify-row-twice",
            &whose,
        );
        may_open(facts, &mut faults, row, candidate, service);
        let first = begun.insert(&row.candidate);
        let measure = recompute(facts, plan, trips, row, candidate, service, first);
        compare(&mut faults, &measure, trips);
        built.push(measure);
    }
    let row = |one: &Built| {
        let candidate = facts
            .region
            .candidates
            .iter()
            .position(|row| row.id == one.candidate.id);
        let service = facts
            .region
            .services
            .iter()
            .position(|row| row.id == one.service.id);
        (candidate, service)
    };
    faults.demand(
        built.iter().map(row).is_sorted(),
        "verify-order",
        "measures",
    );
    (built, faults)
}

fn may_open<'a>(
    facts: &Facts<'a>,
    faults: &mut Faults,
    row: &Measure,
    candidate: &'a Candidate,
    service: &Service,
) {
    let whose = label(row);
    faults.demand(
        admit::is_named(candidate, service),
        "verify-not-among-services",
        &whose,
    );
    faults.demand(
        !admit::is_refused(facts, candidate, service),
        "verify-refused",
        &whose,
    );
    faults.demand(
        admit::fits(facts, candidate, service, row.places),
        "verify-size",
        &whose,
    );
    let payable = match &row.scheme {
        None => facts.region.schemes.is_empty(),
        Some(id) => facts
            .scheme(id.as_str())
            .is_some_and(|scheme| admit::pays(facts, scheme, &candidate.owner, service)),
    };
    faults.demand(payable, "verify-scheme", &whose);
}

fn recompute<'a>(
    facts: &Facts<'a>,
    plan: &'a Plan,
    trips: &[Trip<'a>],
    row: &'a Measure,
    candidate: &'a Candidate,
    service: &'a Service,
    first: bool,
) -> Built<'a> {
    let mut measure = Built {
        row,
        candidate,
        service,
        places_capital: rates::building(service, candidate, row.places),
        site_capital: if first { candidate.site_capital.0 } else { 0 },
        eligible: 0,
        running: 0,
        bill: Bill::default(),
        site_bill: Bill::default(),
        year: row.year.unwrap_or(facts.year()),
        site_year: 0,
    };
    let here = plan
        .measures
        .iter()
        .filter(|other| other.candidate == row.candidate);
    let years = here.map(|other| other.year.unwrap_or(facts.year()));
    measure.site_year = years.min().unwrap_or(measure.year);
    let used: i128 = trips
        .iter()
        .filter(|trip| measure.serves(trip))
        .map(Trip::places)
        .sum();
    let site = if facts.is_open(row) {
        service.site_per_year.0
    } else {
        0
    };
    measure.running = i128::from(site) + used;
    // The plan does not name the scheme that pays the site's own money: it is
    // one of those that pay the candidate's services.
    let own = std::iter::once(row);
    let others = plan
        .measures
        .iter()
        .filter(|other| other.candidate == row.candidate);
    let bills: Vec<(i64, Bill, Bill)> = own
        .chain(others)
        .map(|payer| bill(facts, &measure, payer.scheme.as_ref()))
        .collect();
    let fitting = bills
        .iter()
        .find(|(eligible, bill, _)| row.eligible.0 == *eligible && bill.is(&row.payments));
    if let Some((eligible, bill, of_site)) = fitting.or(bills.first()) {
        measure.eligible = *eligible;
        measure.bill = bill.clone();
        measure.site_bill = of_site.clone();
    }
    measure
}

/// Eligible money and who pays, in all and of the site's own money, when a scheme pays that.
fn bill<'a>(
    facts: &Facts<'a>,
    measure: &Built<'a>,
    site_scheme: Option<&SchemeId>,
) -> (i64, Bill, Bill) {
    let scheme = |id: Option<&SchemeId>| id.and_then(|id| facts.scheme(id.as_str()));
    let own = scheme(measure.row.scheme.as_ref());
    let council = facts.council(&measure.candidate.owner);
    let (mut bill, mut of_site) = (Bill::default(), Bill::default());
    let eligible = bill.build(measure.places_capital, own, council)
        + of_site.build(measure.site_capital, scheme(site_scheme), council);
    bill.add(&of_site);
    bill.run(rates::cents(measure.running).0, own, council, facts.year());
    (eligible, bill, of_site)
}

fn compare(faults: &mut Faults, measure: &Built, trips: &[Trip]) {
    let (row, candidate, service) = (measure.row, measure.candidate, measure.service);
    let whose = measure.label();
    faults.same(&whose, "name", row.name.as_str(), candidate.name.as_str());
    faults.same(&whose, "host", row.host.as_str(), candidate.host.as_str());
    faults.same(
        &whose,
        "owner",
        row.owner.as_str(),
        candidate.owner.as_str(),
    );

    let served: Vec<&Trip> = trips.iter().filter(|trip| measure.serves(trip)).collect();
    let spread = Spread::of(served.iter().copied());
    let load: i128 = served.iter().map(|trip| trip.load()).sum();
    let capacity = rates::capacity(service, row.places);
    let occupancy = if capacity == 0 {
        0.0
    } else {
        load as f64 / capacity as f64
    };
    faults.same(&whose, "persons", row.persons, spread.people());
    faults.near(&whose, "occupancy", row.occupancy, occupancy);
    faults.near(
        &whose,
        "staff",
        row.staff,
        service.staff_per_place * f64::from(row.places),
    );
    spread.compare(faults, &whose, "minutes", row.minutes);

    let capital = i128::from(measure.places_capital) + i128::from(measure.site_capital);
    faults.same(&whose, "capital", row.capital, rates::cents(capital));
    faults.same(
        &whose,
        "site_capital",
        row.site_capital,
        Cents(measure.site_capital),
    );
    faults.same(&whose, "eligible", row.eligible, Cents(measure.eligible));
    faults.same(
        &whose,
        "running",
        row.running,
        rates::cents(measure.running),
    );
    measure.bill.compare(faults, &whose, &row.payments);
}
