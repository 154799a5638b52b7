//! The best assignment of people once it is decided what is open.
//!
//! See `docs/assignment.md`.

mod cheapest;
mod generalised;
mod indivisible;
mod market;
mod memory;
mod network;
mod relaxation;
mod solve;
mod whole;

use crate::instance::{Instance, Lock, Window};
use market::Market;
use memory::Memory;
use network::{Network, Room};

pub use whole::Assignment;

/// Assigns the people of one market after another; keeps what it learned for the next time.
///
/// Costs are taken to be such that their sum over all people stays below 2^59.
#[derive(Debug, Clone)]
pub struct Assigner<'a> {
    instance: &'a Instance,
    markets: Vec<Market>,
    /// Per market: its transport problem, once one was needed.
    networks: Vec<Option<Network>>,
    /// Per market: its transport problem in load units, once one was needed.
    weighted: Vec<Option<Network>>,
    /// Per market: by what costs a load unit are multiplied there.
    fineness: Vec<i64>,
    /// Per facility: where its markets begin in `of_facility`; one entry more.
    first_of_facility: Vec<u32>,
    of_facility: Vec<u32>,
    /// Per demand: its market.
    of_demand: Vec<u32>,
    /// Markets, each after those from which people go on to it.
    order: Vec<u32>,
    /// Existing facilities that a lock closes.
    closed: Vec<bool>,
    /// Per demand: its own people and those whom others bring.
    persons: Vec<u32>,
    /// Per arc: what is added to its cost; empty where nothing is.
    surcharge: Vec<i64>,
    windows: Vec<Option<Window>>,
    choice: Vec<u32>,
    loads: Vec<i64>,
    /// What was found where people cannot be divided at will.
    indivisible: Assigned,
    /// Per market: what was assigned lately, where people cannot be divided at will.
    memories: Vec<Memory>,
    rounds: usize,
}

/// Rounds of search where people cannot be divided at will.
const ROUNDS: usize = 120;

/// The people of one market, assigned.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Assigned {
    /// Cents: served and left without.
    pub cost: i64,
    /// Arc (index into [`Instance::arcs`]) and persons, where there are any; by arc.
    pub flow: Vec<(u32, u32)>,
    /// Demand and persons left without, where there are any; by demand.
    pub unmet: Vec<(u32, u32)>,
    /// Whether no assignment to the same facilities costs less.
    pub exact: bool,
    /// Every demand of the market and what one person more there costs, cents.
    ///
    /// Where people are divisible and count alike at each facility (a transport problem) these and `capacity_prices`
    /// prove the optimum: λ ≤ cost + price of the facility on every arc to an open facility, λ ≤ the cost of being left without, and
    /// Σ λ · persons − Σ price · persons (that fit in, where the price is positive; that must come, where it is negative) is the cost.
    /// Elsewhere they are estimates.
    pub demand_prices: Vec<(u32, i64)>,
    /// Every open facility of the market and what room for one person more (for one load unit more where
    /// loads differ) would save; negative where the minimum binds.
    pub capacity_prices: Vec<(u32, i64)>,
}

impl<'a> Assigner<'a> {
    /// Takes an instance apart into its markets.
    pub fn new(instance: &'a Instance) -> Self {
        let markets = market::markets(instance);
        let mut first_of_facility = vec![0u32; instance.facilities.len() + 1];
        for market in &markets {
            for &facility in &market.facilities {
                first_of_facility[facility as usize + 1] += 1;
            }
        }
        for facility in 0..instance.facilities.len() {
            first_of_facility[facility + 1] += first_of_facility[facility];
        }
        let mut next = first_of_facility.clone();
        let mut of_facility = vec![0; first_of_facility.last().map_or(0, |&last| last as usize)];
        let mut of_demand = vec![0; instance.demands.len()];
        for (index, market) in markets.iter().enumerate() {
            for &facility in &market.facilities {
                of_facility[next[facility as usize] as usize] = index as u32;
                next[facility as usize] += 1;
            }
            for &demand in &market.demands {
                of_demand[demand as usize] = index as u32;
            }
        }
        let mut closed = vec![false; instance.facilities.len()];
        for lock in &instance.locks {
            if let Lock::Facility {
                facility,
                open: false,
                ..
            } = *lock
            {
                closed[facility] = true;
            }
        }
        let persons = instance.demands.iter().map(|demand| demand.persons);
        let fineness = |market: &Market| {
            let dearest = |demand: usize| {
                let arcs = market.arcs_of(demand).last();
                let arc = arcs.map_or(0, |(arc, _)| instance.arcs[arc].cost);
                let unmet = instance.demands[market.demands[demand] as usize].unmet_cost;
                arc.max(unmet.unwrap_or(0))
            };
            relaxation::fineness((0..market.demands.len()).map(dearest))
        };
        Self {
            instance,
            memories: vec![Memory::default(); markets.len()],
            networks: markets.iter().map(|_| None).collect(),
            weighted: markets.iter().map(|_| None).collect(),
            fineness: markets.iter().map(fineness).collect(),
            first_of_facility,
            of_facility,
            order: whole::order(instance, markets.len(), &of_demand),
            of_demand,
            markets,
            closed,
            persons: persons.collect(),
            surcharge: Vec::new(),
            windows: Vec::new(),
            choice: Vec::new(),
            loads: Vec::new(),
            indivisible: Assigned::default(),
            rounds: ROUNDS,
        }
    }

    /// The instance whose people are assigned.
    pub fn instance(&self) -> &'a Instance {
        self.instance
    }

    /// How many rounds of search there are (120 at first) where people cannot be divided at
    /// will; 0: only what is quick.
    pub fn set_rounds(&mut self, rounds: usize) {
        self.rounds = rounds;
    }

    /// The rounds of search that there are.
    pub fn rounds(&self) -> usize {
        self.rounds
    }

    /// Takes over what another assigner of the same arcs remembers of assignments that it made.
    pub fn learn_from(&mut self, other: &Assigner<'_>) {
        self.memories.clone_from(&other.memories);
    }

    /// Remembers who goes where (arc and persons, by arc) at some levels, to begin from it: nobody, or
    /// fewer than there is room for, may go where it is not known.
    pub fn remember(&mut self, levels: &[Option<usize>], flow: &[(u32, u32)]) {
        for market in 0..self.markets.len() {
            if self.look_up_windows(market, levels).is_none() {
                continue;
            }
            let here = |&&(arc, _): &&(u32, u32)| {
                self.of_demand[self.instance.arcs[arc as usize].demand] as usize == market
            };
            let flow: Vec<(u32, u32)> = flow.iter().filter(here).copied().collect();
            self.memories[market].keep(&self.windows, &flow);
        }
    }

    /// Number of markets: of sets of demands and facilities of one state that arcs connect.
    pub fn markets(&self) -> usize {
        self.markets.len()
    }

    /// The markets in which a facility serves, by state; at most one for each.
    pub fn markets_of(&self, facility: usize) -> &[u32] {
        let first = self.first_of_facility[facility] as usize;
        &self.of_facility[first..self.first_of_facility[facility + 1] as usize]
    }

    /// The market of a demand.
    pub fn market_of(&self, demand: usize) -> usize {
        self.of_demand[demand] as usize
    }

    /// The demands of a market, rising.
    pub fn demands(&self, market: usize) -> &[u32] {
        &self.markets[market].demands
    }

    /// The facilities of a market, rising.
    pub fn facilities(&self, market: usize) -> &[u32] {
        &self.markets[market].facilities
    }

    /// Assigns the people of a market at least cost; `None` where minimum loads
    /// cannot be met, or not everybody who must be served can be.
    ///
    /// `levels` says for each facility in which level it is open; what exists is there
    /// anyway, unless a lock closes it. Only the people of the demands themselves are
    /// assigned; [`Assigner::whole`] also sees to those whom others bring.
    pub fn assign(&mut self, market: usize, levels: &[Option<usize>]) -> Option<Assigned> {
        let found = self.solve(market, levels)?;
        let assigned = self.tell(market, found);
        if !self.markets[market].is_transport() && self.instance.onward.is_empty() {
            self.memories[market].keep(&self.windows, &assigned.flow);
        }
        Some(assigned)
    }

    /// The cost of what [`Assigner::assign`] finds.
    pub fn cost(&mut self, market: usize, levels: &[Option<usize>]) -> Option<i64> {
        let found = self.solve(market, levels)?;
        Some(found.cost)
    }

    /// A lower bound on the cost of every assignment to what is open; the cost itself where
    /// people are divisible. Much quicker than [`Assigner::cost`] where they are not. `None` where it is
    /// certain that there is no assignment.
    pub fn bound(&mut self, market: usize, levels: &[Option<usize>]) -> Option<i64> {
        self.solve_relaxed(market, levels)
    }
}
