//! From a region to an [`Instance`] and back: which index means what.
//!
//! This is the only place that knows both the package's words and the engine's.

mod admission;
mod bundled;
mod changes;
mod demand;
mod legs;
mod locks;
mod openings;
mod paying;
mod price;
mod states;
mod worst_off;

pub use admission::Bar;
pub use paying::CeilingOf;
pub use price::PersonCost;
pub use states::State;

pub(crate) use admission::are_apart;
pub(crate) use paying::Shares;
pub(crate) use price::{annualised, capital, size_penalty};
pub(crate) use states::{WHOLE, weighted};
pub(crate) use worst_off::worst_off;

use domain::{
    Candidate, CandidateId, Cents, DemandPoint, Leg, Message, Plan, Region, Service, ServiceId,
    SiteRef, TravelTimes,
};
use locks::Translated;
use siting::instance::{Ceiling, FacilityKind, Instance, Level, Lock, Solution};
use worst_off::Pricing;

/// What a facility of the instance is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FacilityOf {
    /// A row of `offers.csv`.
    Offer(usize),
    /// A service that may open at a candidate: its row in `candidates.csv`.
    Candidate(usize),
    /// Staying where one lives, without the residential service, but with a way to the day service.
    StayingHome,
}

/// People with one need, and where they are when they set out.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// Who they are; `persons` without those whom a home brings.
    pub of: DemandPoint,
    /// Index into [`Problem::states`].
    pub state: usize,
    /// The home into which they move and from which they set out.
    pub home: Option<SiteRef>,
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
/// Sites of the instance are the rows of `candidates.csv`, in their order. Demands are the
/// points, by state; after them stand demands of nobody, which keep books: what an approved
/// measure that closes costs, and what is paid anyhow. Facilities are the offers, then what
/// may open (by candidate, then service), then staying at home. A payment's scheme is a row of `schemes.csv`.
#[derive(Debug, Clone)]
pub struct Problem<'r> {
    /// The region.
    pub region: &'r Region,
    /// The demand of the main state, as it was given.
    pub given: &'r [DemandPoint],
    /// The years and demand scenarios for which is planned.
    pub states: Vec<State>,
    /// The one of which the plan's tables tell.
    pub main: usize,
    /// Years in which measures may open.
    pub phases: Vec<i32>,
    /// The demand.
    pub points: Vec<Point>,
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
    /// Per service: the least row of those with which it has to be decided together.
    pub together: Vec<usize>,
    /// What the ways of the worst off cost, where they cost anything.
    pub(crate) pricing: Option<Pricing>,
    /// Cents that each change against the approved plan costs, where there is one.
    pub(crate) change_price: Option<Cents>,
    /// Cents of the objective that the gap is not measured against.
    pub(crate) set_aside: i64,
}

impl<'r> Problem<'r> {
    /// Builds the problem of a region, its demand in the plan year and main demand
    /// scenario, and the ceiling on all building money.
    pub fn new(region: &'r Region, given: &'r [DemandPoint], budget: Option<Cents>) -> Self {
        let travel = TravelTimes::new(region);
        let states = states::states(region);
        let scenario = &region.scenario;
        let is_main = |state: &State| {
            state.year == scenario.year && state.demand_scenario == scenario.demand_scenario
        };
        let funds = region.funds_in_force().into_iter().map(CeilingOf::Fund);
        let mut problem = Self {
            region,
            given,
            main: states.iter().position(is_main).unwrap_or(0),
            states,
            phases: states::phases(region),
            points: Vec::new(),
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
            together: (0..region.services.len()).collect(),
            pricing: None,
            change_price: None,
            set_aside: 0,
        };
        let ceiling = |of: &CeilingOf| Ceiling {
            cents: of.cents().0,
        };
        problem.instance.ceilings = problem.ceilings.iter().map(ceiling).collect();
        problem.add_offers();
        for at in 0..region.candidates.len() {
            problem.add_candidate(at);
        }
        let homes = problem.add_points();
        problem.add_demand(&travel, &homes);
        problem.add_locks();
        problem.add_changes();
        problem.add_pricing();
        problem
    }

    /// The problem that a plan of a region answers: where the fewest changes come first, at
    /// the price that the plan names for them.
    pub fn of_plan(region: &'r Region, given: &'r [DemandPoint], plan: &Plan) -> Self {
        let mut problem = Self::new(region, given, plan.options.budget);
        if let Some(change) = &plan.change {
            problem.price_changes(change.price);
        }
        problem
    }

    /// The service of a facility.
    pub fn service(&self, facility: usize) -> &'r Service {
        &self.region.services[self.services[facility]]
    }

    /// The candidate at which a facility may open.
    pub fn candidate(&self, facility: usize) -> Option<&'r Candidate> {
        match self.facilities[facility] {
            FacilityOf::Offer(_) | FacilityOf::StayingHome => None,
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

    /// Where a facility is; nowhere where people stay at home.
    pub fn site(&self, facility: usize) -> Option<SiteRef> {
        match self.facilities[facility] {
            FacilityOf::Offer(at) => Some(SiteRef::Site(self.region.offers[at].site.clone())),
            FacilityOf::Candidate(at) => {
                let id = self.region.candidates[at].id.clone();
                Some(SiteRef::Candidate(id))
            }
            FacilityOf::StayingHome => None,
        }
    }

    /// The level of a facility that opens in a phase with so many places.
    pub fn level(&self, facility: usize, places: u32, phase: usize) -> Option<usize> {
        let levels = self.levels(facility).iter().zip(&self.sizes[facility]);
        let mut same = levels.map(|(level, &size)| size == places && level.phase == phase);
        same.position(|same| same)
    }

    /// The year in which a level opens.
    pub fn year(&self, level: &Level) -> i32 {
        self.phases[level.phase]
    }

    /// Whether a demand is of people, rather than one that keeps books.
    pub fn is_of_people(&self, demand: usize) -> bool {
        demand < self.points.len()
    }

    /// People of each point who are left without what they need.
    pub fn left_without(&self, solution: &Solution) -> Vec<u32> {
        let mut left = solution.unmet[..self.points.len()].to_vec();
        for (arc, persons) in self.instance.arcs.iter().zip(&solution.flow) {
            if self.facilities[arc.facility] == FacilityOf::StayingHome {
                left[arc.demand] += persons;
            }
        }
        left
    }

    /// The part of the objective in costs that last from a phase on, in billionths.
    pub(crate) fn weight_from(&self, phase: usize) -> u64 {
        let later = self.states.iter().filter(|state| state.phase >= phase);
        later.map(|state| state.weight).sum()
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

    fn add_locks(&mut self) {
        for (at, lock) in self.region.scenario.locks.iter().enumerate() {
            match locks::translate(self, lock) {
                Translated::Lock(lock) => {
                    self.instance.locks.push(lock);
                    self.locks.push(at);
                }
                Translated::Size(facility, places) => {
                    self.keep_size(facility, places);
                    self.instance.locks.push(Lock::Facility {
                        facility,
                        level: None,
                        open: true,
                    });
                    self.locks.push(at);
                }
                Translated::Vacuous => {}
                Translated::Impossible(message) => self.impossible.push(message),
            }
        }
    }

    /// Takes every other size of a facility out.
    fn keep_size(&mut self, facility: usize, places: u32) {
        let sizes = &mut self.sizes[facility];
        if let FacilityKind::New { levels, .. } = &mut self.instance.facilities[facility].kind {
            let mut of = sizes.iter();
            levels.retain(|_| of.next() == Some(&places));
        }
        sizes.retain(|&size| size == places);
    }
}
