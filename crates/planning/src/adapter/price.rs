//! What things cost and how much they load a facility ("Words" and "What it
//! costs" in `docs/planning-model.md`).

use super::weighted;
use domain::{Candidate, Cents, Delivery, Leg, Scenario, Service};

/// Hundredths of an hour in an hour, the load unit of mobile services.
const HUNDREDTHS: f64 = 100.0;
const WEEKS: f64 = 52.0;
/// There and back.
const BOTH_WAYS: f64 = 2.0;

/// Yearly cost of one person at one facility, by part.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PersonCost {
    /// The used place.
    pub place: Cents,
    /// Time and distance.
    pub travel: Cents,
    /// Minutes beyond the standard.
    pub surcharge: Cents,
}

impl PersonCost {
    /// The sum of the parts.
    pub fn total(self) -> Cents {
        self.place + self.travel + self.surcharge
    }

    /// The parts as so many billionths of a state count.
    pub(crate) fn weighted(self, weight: u64) -> Self {
        Self {
            place: weighted(self.place, weight),
            travel: weighted(self.travel, weight),
            surcharge: weighted(self.surcharge, weight),
        }
    }
}

/// People whom `places` serve; mobile: hundredths of an hour that so many
/// workers have in a week.
pub(crate) fn capacity(service: &Service, places: u32) -> i64 {
    if service.is_mobile() {
        (HUNDREDTHS * f64::from(places) * worker_hours(service)).round() as i64
    } else {
        i64::from(service.persons_of(places))
    }
}

/// The least load of `places` that newly open.
pub(crate) fn min_load(service: &Service, places: u32) -> i64 {
    // Products such as 0.7 × 10 lie a hair above the whole number that they mean.
    const SLACK: f64 = 1e-9;
    let places = f64::from(places);
    let least = if service.is_mobile() {
        HUNDREDTHS * service.min_occupancy * places * worker_hours(service)
    } else {
        service.min_occupancy * places * service.persons_per_place
    };
    (least - SLACK).ceil() as i64
}

/// The load of one person: 1, or for a mobile service the weekly hours of care
/// and of the ways.
pub(crate) fn load(service: &Service, hours: Option<f64>, leg: Leg) -> i64 {
    if !service.is_mobile() {
        return 1;
    }
    let ways = BOTH_WAYS * f64::from(leg.seconds) / 3600.0 / visit_hours(service);
    (HUNDREDTHS * hours.unwrap_or(0.0) * (1.0 + ways)).round() as i64
}

/// The yearly cost of one person.
pub(crate) fn person_cost(
    scenario: &Scenario,
    service: &Service,
    hours: Option<f64>,
    leg: Leg,
) -> PersonCost {
    let place = service.place_per_year.0 as f64;
    let hours = hours.unwrap_or(0.0);
    let (place, trips, eur_per_hour) = match service.delivery {
        Delivery::Centre => (
            place / service.persons_per_place,
            service.visits_per_year.unwrap_or(0.0),
            scenario.client_eur_per_hour,
        ),
        Delivery::Residential => (
            place / service.persons_per_place,
            service.visits_per_year.unwrap_or(0.0),
            scenario.family_eur_per_hour,
        ),
        Delivery::Mobile => (
            place * hours / worker_hours(service),
            hours / visit_hours(service) * WEEKS,
            scenario.staff_eur_per_hour,
        ),
    };
    let way = f64::from(leg.seconds) / 3600.0 * eur_per_hour
        + f64::from(leg.metres) / 1000.0 * scenario.eur_per_km;
    let beyond = (f64::from(leg.seconds) / 60.0 - service.standard_min).max(0.0);
    PersonCost {
        place: Cents(place.round() as i64),
        travel: Cents::from_eur(trips * BOTH_WAYS * way),
        surcharge: Cents::from_eur(scenario.surcharge_eur_per_minute * beyond),
    }
}

/// Building money of so many places at a candidate.
pub(crate) fn capital(service: &Service, candidate: &Candidate, places: u32) -> Cents {
    let per_place = service.capital_per_place.0 as f64 * candidate.capital_factor;
    Cents((per_place * f64::from(places)).round() as i64)
}

/// The yearly equivalent of building money.
pub(crate) fn annualised(scenario: &Scenario, money: Cents) -> Cents {
    money.annualised(scenario.discount_rate, scenario.building_life_years)
}

/// The yearly penalty on so many places of a service at one site.
pub(crate) fn size_penalty(scenario: &Scenario, service: &Service, places: u32) -> Cents {
    match &scenario.size_penalty {
        Some(penalty) if penalty.services.contains(&service.id) => {
            let above = places.saturating_sub(penalty.above_places);
            Cents::from_eur(penalty.eur_per_place_year * f64::from(above))
        }
        _ => Cents::ZERO,
    }
}

// A checked package has both figures for each mobile service.
fn worker_hours(service: &Service) -> f64 {
    service.hours_per_worker_week.unwrap_or(1.0)
}

fn visit_hours(service: &Service) -> f64 {
    service.visit_hours.unwrap_or(1.0)
}
