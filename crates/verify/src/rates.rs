//! Loads, capacities and what one unit costs, in whole cents.

use crate::travel::Way;
use domain::{Candidate, Cents, Delivery, Scenario, Service};

/// Products such as 20 × 1.15 lie a hair beside the whole number that they mean.
const SLACK: f64 = 1e-9;

/// Euro to the nearest cent, half away from zero.
pub fn from_eur(eur: f64) -> i64 {
    (eur * 100.0).round() as i64
}

/// Load of one person: 1, or for mobile services hundredths of an hour a week
/// with the way there and back of each visit.
pub fn load(service: &Service, hours: Option<f64>, way: Way) -> i64 {
    match (service.delivery, hours, service.visit_hours) {
        (Delivery::Mobile, Some(hours), Some(visit)) => {
            let seconds = f64::from(way.seconds);
            (100.0 * hours * (1.0 + 2.0 * seconds / 3600.0 / visit)).round() as i64
        }
        _ => 1,
    }
}

/// Capacity of places (mobile: workers) in the same unit.
pub fn capacity(service: &Service, places: u32) -> i64 {
    match service.delivery {
        Delivery::Mobile => (100.0 * offered(service, places)).round() as i64,
        _ => (offered(service, places) + SLACK).floor() as i64,
    }
}

/// The least load of what newly opens.
pub fn least_load(service: &Service, places: u32) -> i64 {
    let unit = if service.delivery == Delivery::Mobile {
        100.0
    } else {
        1.0
    };
    (unit * service.min_occupancy * offered(service, places) - SLACK).ceil() as i64
}

/// People, or hours a week.
fn offered(service: &Service, places: u32) -> f64 {
    let per_place = match service.delivery {
        Delivery::Mobile => service.hours_per_worker_week.unwrap_or(0.0),
        _ => service.persons_per_place,
    };
    f64::from(places) * per_place
}

/// Building money of the places.
pub fn building(service: &Service, candidate: &Candidate, places: u32) -> i64 {
    (service.capital_per_place.0 as f64 * candidate.capital_factor * f64::from(places)).round()
        as i64
}

/// The constant yearly payment that repays building money.
pub fn yearly(cents: i64, scenario: &Scenario) -> i64 {
    let (r, n) = (scenario.discount_rate, scenario.building_life_years);
    let factor = if r == 0.0 {
        1.0 / n
    } else {
        r / (1.0 - (1.0 + r).powf(-n))
    };
    (cents as f64 * factor).round() as i64
}

/// Running cost of the place that one person uses.
pub fn place(service: &Service, hours: Option<f64>) -> i64 {
    let yearly = service.place_per_year.0 as f64;
    let share = match (service.delivery, hours, service.hours_per_worker_week) {
        (Delivery::Mobile, Some(hours), Some(full)) => yearly * hours / full,
        _ => yearly / service.persons_per_place,
    };
    share.round() as i64
}

/// Travel of one person in a year.
pub fn travel(service: &Service, scenario: &Scenario, hours: Option<f64>, way: Way) -> i64 {
    let hour = match service.delivery {
        Delivery::Centre => scenario.client_eur_per_hour,
        Delivery::Residential => scenario.family_eur_per_hour,
        Delivery::Mobile => scenario.staff_eur_per_hour,
    };
    let trips = match (service.delivery, hours, service.visit_hours) {
        (Delivery::Mobile, Some(hours), Some(visit)) => hours / visit * 52.0,
        _ => service.visits_per_year.unwrap_or(0.0),
    };
    let (seconds, metres) = (f64::from(way.seconds), f64::from(way.metres));
    from_eur(trips * 2.0 * (seconds / 3600.0 * hour + metres / 1000.0 * scenario.eur_per_km))
}

/// Surcharge of one person for minutes beyond the standard.
pub fn surcharge(service: &Service, scenario: &Scenario, way: Way) -> i64 {
    from_eur(scenario.surcharge_eur_per_minute * (way.minutes() - service.standard_min).max(0.0))
}

/// Penalty on the size of a measure.
pub fn size_penalty(service: &Service, scenario: &Scenario, places: u32) -> i64 {
    scenario.size_penalty.as_ref().map_or(0, |penalty| {
        if penalty.services.contains(&service.id) {
            from_eur(
                penalty.eur_per_place_year * f64::from(places.saturating_sub(penalty.above_places)),
            )
        } else {
            0
        }
    })
}

/// A sum that may exceed what cents can hold in a forged plan.
pub fn cents(sum: i128) -> Cents {
    Cents(sum.clamp(i128::from(i64::MIN), i128::from(i64::MAX)) as i64)
}

/// People as a plan counts them.
pub fn persons(sum: u64) -> u32 {
    u32::try_from(sum).unwrap_or(u32::MAX)
}

/// Whether a way is within the limit of a service, and within the cap.
pub fn within_limit(service: &Service, scenario: &Scenario, way: Way) -> bool {
    f64::from(way.seconds) <= 60.0 * limit_min(service, scenario)
}

/// Minutes beyond which nobody gets a service.
pub fn limit_min(service: &Service, scenario: &Scenario) -> f64 {
    let mut limit = service.limit_min;
    if let Some(equity) = &scenario.equity {
        let holds = equity.services.is_empty() || equity.services.contains(&service.id);
        if let (true, Some(cap)) = (holds, equity.cap_min) {
            limit = limit.min(cap);
        }
    }
    limit
}

/// A whole, in billionths.
pub const WHOLE: u64 = 1_000_000_000;

/// So many billionths of an amount, to the nearest cent, half away from zero.
pub fn part(cents: i64, billionths: u64) -> i128 {
    let product = i128::from(cents) * i128::from(billionths);
    let whole = i128::from(WHOLE);
    let (down, rest) = (product / whole, product % whole);
    if 2 * rest.abs() >= whole {
        down + rest.signum()
    } else {
        down
    }
}
