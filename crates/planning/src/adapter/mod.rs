//! From a region to an [`Instance`] and back: which index means what.
//!
//! This is the only place that knows both the package's words and the engine's.

mod admission;
mod legs;
mod locks;
mod paying;
mod price;

pub use admission::Bar;
pub use paying::CeilingOf;
pub use price::PersonCost;

pub(crate) use admission::are_apart;
pub(crate) use paying::Shares;
pub(crate) use price::{annualised, capital, size_penalty};

use domain::{
    Candidate, CandidateId, Cents, DemandPoint, Leg, Message, Region, Service, ServiceId, SiteRef,
    TravelTimes,
};
use legs::Legs;
use locks::Translated;
use siting::instance::*;

/// What a facility of the instance is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FacilityOf {
    /// A row of `offers.csv`.
    Offer(usize),
    /// A service that may open at a candidate: its row in `candidates.csv`.
    Candidate(usize),
}

/// One possible assignment in people's terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Way {
    /// The way there.
    pub leg: Leg,
    /// What one person costs a year.
    pub cost: PersonCost,
}

/// An instance and what its indices mean.
///
/// Sites of the instance are the rows of `candidates.csv`, demands the demand
/// points, both in their order. Facilities are the offers, then what may open
/// (by candidate, then service). A payment's scheme is a row of `schemes.csv`.
#[derive(Debug, Clone)]
pub struct Problem<'r> {
    /// The region.
    pub region: &'r Region,
    /// The demand.
    pub points: &'r [DemandPoint],
    /// The planning problem.
    pub instance: Instance,
    /// Per facility: what it is.
    pub facilities: Vec<FacilityOf>,
    /// Per facility: its row in `services.csv`.
    pub services: Vec<usize>,
    /// Per facility: the places (mobile: workers) of each level; of an offer its free ones.
    pub sizes: Vec<Vec<u32>>,
    /// Per arc: the way and its cost by part.
    pub ways: Vec<Way>,
    /// Per ceiling: what it limits.
    pub ceilings: Vec<CeilingOf>,
    /// Per lock of the instance: its row in the scenario's locks.
    pub locks: Vec<usize>,
    /// Locks that demand what may not open at all: no plan can respect them.
    pub impossible: Vec<Message>,
    /// Whether legs come from `travel.csv`.
    pub travel_is_measured: bool,
}

impl<'r> Problem<'r> {
    /// Builds the problem of a region, its demand and the ceiling on all building money.
    pub fn new(region: &'r Region, points: &'r [DemandPoint], budget: Option<Cents>) -> Self {
        let travel = TravelTimes::new(region);
        let funds = region.funds_in_force().into_iter().map(CeilingOf::Fund);
        let mut problem = Self {
            region,
            points,
            instance: Instance::default(),
            facilities: Vec::new(),
            services: Vec::new(),
            sizes: Vec::new(),
            ways: Vec::new(),
            ceilings: budget
                .map(CeilingOf::Budget)
                .into_iter()
                .chain(funds)
                .collect(),
            locks: Vec::new(),
            impossible: Vec::new(),
            travel_is_measured: travel.is_measured(),
        };
        let ceiling = |of: &CeilingOf| Ceiling {
            cents: of.cents().0,
        };
        problem.instance.ceilings = problem.ceilings.iter().map(ceiling).collect();
        problem.add_offers();
        for at in 0..region.candidates.len() {
            problem.add_candidate(at);
        }
        problem.add_demand(&travel);
        problem.add_locks();
        problem
    }

    /// The service of a facility.
    pub fn service(&self, facility: usize) -> &'r Service {
        &self.region.services[self.services[facility]]
    }

    /// The candidate at which a facility may open.
    pub fn candidate(&self, facility: usize) -> Option<&'r Candidate> {
        match self.facilities[facility] {
            FacilityOf::Offer(_) => None,
            FacilityOf::Candidate(at) => Some(&self.region.candidates[at]),
        }
    }

    /// A candidate's name, with its id in brackets; the id where nothing bears it.
    pub(crate) fn candidate_in_words(&self, id: &CandidateId) -> String {
        let candidates = &self.region.candidates;
        match candidates.iter().find(|row| row.id == *id) {
            Some(row) if !row.name.is_empty() => format!("{} ({id})", row.name),
            _ => id.to_string(),
        }
    }

    /// Where a facility is.
    pub fn site(&self, facility: usize) -> SiteRef {
        match self.facilities[facility] {
            FacilityOf::Offer(at) => SiteRef::Site(self.region.offers[at].site.clone()),
            FacilityOf::Candidate(at) => SiteRef::Candidate(self.region.candidates[at].id.clone()),
        }
    }

    /// Facilities that may open at a candidate, by its row.
    pub fn facilities_at(&self, candidate: usize) -> impl Iterator<Item = usize> + '_ {
        let here = FacilityOf::Candidate(candidate);
        (0..self.facilities.len()).filter(move |&at| self.facilities[at] == here)
    }

    /// Why a service may not open at a candidate, by its row; `None` where it may.
    pub fn bar(&self, candidate: usize, service: &ServiceId) -> Option<Bar> {
        let service = self.region.service(service)?;
        admission::admit(self.region, &self.region.candidates[candidate], service).err()
    }

    /// The levels of a facility that may open; none of an offer.
    pub fn levels(&self, facility: usize) -> &[Level] {
        match &self.instance.facilities[facility].kind {
            FacilityKind::Existing { .. } => &[],
            FacilityKind::New { levels, .. } => levels,
        }
    }

    fn add_facility(
        &mut self,
        of: FacilityOf,
        service: usize,
        sizes: Vec<u32>,
        kind: FacilityKind,
    ) {
        self.facilities.push(of);
        self.services.push(service);
        self.sizes.push(sizes);
        self.instance.facilities.push(Facility { kind });
    }

    fn add_offers(&mut self) {
        let region = self.region;
        for (at, offer) in region.offers.iter().enumerate() {
            let Some(service) = region
                .services
                .iter()
                .position(|row| row.id == offer.service)
            else {
                continue;
            };
            let free = if admission::is_given(region, offer) {
                offer.places.saturating_sub(offer.places_taken)
            } else {
                0
            };
            let capacity = vec![price::capacity(&region.services[service], free)];
            self.add_facility(
                FacilityOf::Offer(at),
                service,
                vec![free],
                FacilityKind::Existing { capacity },
            );
        }
    }

    fn add_candidate(&mut self, at: usize) {
        let region = self.region;
        let candidate = &region.candidates[at];
        let first = self.facilities.len();
        let mut schemes: Vec<usize> = Vec::new();
        for (index, service) in region.services.iter().enumerate() {
            let Ok(admitted) = admission::admit(region, candidate, service) else {
                continue;
            };
            let level = |&places: &u32| self.level(candidate, service, places, &admitted.schemes);
            let levels = admitted.sizes.iter().map(level).collect();
            schemes.extend(&admitted.schemes);
            self.add_facility(
                FacilityOf::Candidate(at),
                index,
                admitted.sizes,
                FacilityKind::New { site: at, levels },
            );
        }
        for one in first..self.facilities.len() {
            for other in one + 1..self.facilities.len() {
                if are_apart(region, &self.service(one).id, &self.service(other).id) {
                    self.instance.apart.push((one, other));
                }
            }
        }
        schemes.sort_unstable();
        schemes.dedup();
        let money = candidate.site_capital;
        self.instance.sites.push(Site {
            openings: vec![Opening {
                fixed_cost: annualised(&region.scenario, money).0,
                payments: match money {
                    Cents::ZERO => Vec::new(),
                    _ => self.payments(candidate, money, &schemes),
                },
            }],
            max_places: candidate.max_places,
        });
    }

    fn level(
        &self,
        candidate: &Candidate,
        service: &Service,
        places: u32,
        schemes: &[usize],
    ) -> Level {
        let scenario = &self.region.scenario;
        let money = capital(service, candidate, places);
        let yearly = annualised(scenario, money)
            + service.site_per_year
            + size_penalty(scenario, service, places);
        Level {
            places: if service.is_mobile() { 0 } else { places },
            windows: vec![Window {
                min_load: price::min_load(service, places),
                capacity: price::capacity(service, places),
            }],
            phase: 0,
            fixed_cost: yearly.0,
            payments: self.payments(candidate, money, schemes),
        }
    }

    fn payments(&self, candidate: &Candidate, money: Cents, schemes: &[usize]) -> Vec<Payment> {
        let payment = |&scheme: &usize| {
            let shares = Shares::of(money, self.region.schemes.get(scheme));
            let draw = |of: &CeilingOf| of.draw(self.region, candidate, money, shares).0;
            let draws = self.ceilings.iter().map(draw).enumerate();
            Payment {
                scheme,
                draws: draws.filter(|&(_, cents)| cents != 0).collect(),
                municipal: shares.municipality.0,
            }
        };
        schemes.iter().map(payment).collect()
    }

    fn add_demand(&mut self, travel: &TravelTimes<'_>) {
        let facilities = 0..self.facilities.len();
        let mut legs = Legs::new(travel, facilities.clone().map(|at| self.site(at)));
        // By service, so that a demand point looks at its own alone.
        let mut offering = vec![Vec::new(); self.region.services.len()];
        for facility in facilities.filter(|&at| !self.has_ended(at)) {
            offering[self.services[facility]].push(facility);
        }
        for (demand, point) in self.points.iter().enumerate() {
            let services = &self.region.services;
            let service = services.iter().position(|row| row.id == point.service);
            self.instance.demands.push(Demand {
                persons: point.persons,
                unmet_cost: Some(service.map_or(0, |at| services[at].unmet.0)),
                ..Demand::default()
            });
            let Some(service) = service else { continue };
            let leg = legs.from(&point.place, &services[service].profile);
            for &facility in &offering[service] {
                if let Some(leg) = leg(facility) {
                    self.add_arc(demand, facility, leg);
                }
            }
        }
    }

    fn has_ended(&self, facility: usize) -> bool {
        match self.facilities[facility] {
            FacilityOf::Offer(at) => !admission::is_given(self.region, &self.region.offers[at]),
            FacilityOf::Candidate(_) => false,
        }
    }

    fn add_arc(&mut self, demand: usize, facility: usize, leg: Leg) {
        let (point, service) = (&self.points[demand], self.service(facility));
        if f64::from(leg.seconds) > 60.0 * service.limit_min {
            return;
        }
        let cost = price::person_cost(&self.region.scenario, service, point.hours_per_week, leg);
        self.ways.push(Way { leg, cost });
        self.instance.arcs.push(Arc {
            demand,
            facility,
            cost: cost.total().0,
            load: price::load(service, point.hours_per_week, leg),
        });
    }

    fn add_locks(&mut self) {
        for (at, lock) in self.region.scenario.locks.iter().enumerate() {
            match locks::translate(self, lock) {
                Translated::Lock(lock) => {
                    self.instance.locks.push(lock);
                    self.locks.push(at);
                }
                Translated::Vacuous => {}
                Translated::Impossible(message) => self.impossible.push(message),
            }
        }
    }
}
