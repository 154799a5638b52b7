//! Markets apart: where services meet only in the money and under roofs, terms for
//! both leave one small problem per market, each solved to (near) proof.
//!
//! A facility pays for its roof by its [`Terms`]: so much when it opens, so much a place. With
//! prices `μ` of money besides, every answer costs at least
//!
//! `Σ over markets of its least cost on these terms + Σ over sites of the cheapest roof − Σ μ · ceiling`,
//!
//! where a site's roof is the cheapest of its plans: what opening it costs less what its facilities pay
//! (nothing if nothing opens). So places and what must be apart are kept by the roofs, whole
//! openings by the markets. Terms are raised as prices are, by the bundle method
//! (Lagrangian decomposition: Guignard and Kim 1987).

mod anew;
mod ascent;
mod master;
mod terms;
#[cfg(test)]
mod tests;

pub(super) use super::problem::rivals;
pub(super) use anew::anew;
use terms::Terms;

use super::lagrange::cheapest;
use super::problem::{Domain, NONE, Problem};
use super::site::{self, Choice};
use crate::instance::{
    Arc, Facility, FacilityKind, Instance, Level, Lock, Payment, Site, Solution,
};

/// More than this a level is not made dearer by terms: sums stay exact, and less is no less true.
const MOST_PAID: f64 = 1e15;

/// One market as an instance of its own.
#[derive(Default)]
pub(super) struct Market {
    pub instance: Instance,
    /// Per facility here: its index in the whole.
    pub facilities: Vec<usize>,
    /// Per facility here and level here: the level in the whole.
    pub levels: Vec<Vec<usize>>,
}

/// An instance as markets and roofs.
pub(super) struct Apart<'p, 'a> {
    problem: &'p Problem<'a>,
    domain: &'p Domain,
    /// Their levels without terms.
    markets: Vec<Market>,
    /// What those cost whom no arc reaches.
    unreached: f64,
}

impl<'p, 'a> Apart<'p, 'a> {
    /// Whether there are several markets, and nobody goes from one to another.
    pub fn applies(problem: &Problem<'_>) -> bool {
        problem.markets > 1 && problem.instance.onward.is_empty()
    }

    /// None where it does not apply.
    fn new(problem: &'p Problem<'a>, domain: &'p Domain) -> Option<Self> {
        let instance = problem.instance;
        if !Self::applies(problem) {
            return None;
        }
        let of = rivals(instance);
        let mut names = of.clone();
        names.sort_unstable();
        names.dedup();
        let mut here = vec![NONE; instance.facilities.len()];
        let mut markets: Vec<Market> = Vec::new();
        for &name in &names {
            let mut market = Market::default();
            for facility in (0..of.len()).filter(|&facility| of[facility] == name) {
                here[facility] = market.facilities.len() as u32;
                market.add_facility(instance, facility, domain);
            }
            markets.push(market);
        }
        let mut at = usize::MAX;
        let mut unreached: f64 = instance
            .demands
            .iter()
            .map(|demand| demand.unmet_cost.unwrap_or(0) as f64 * f64::from(demand.persons))
            .sum();
        for arc in &instance.arcs {
            let index = names.partition_point(|&name| name < of[arc.facility]);
            let market = &mut markets[index].instance;
            if at != arc.demand {
                let demand = &instance.demands[arc.demand];
                unreached -= demand.unmet_cost.unwrap_or(0) as f64 * f64::from(demand.persons);
                market.demands.push(demand.clone());
                at = arc.demand;
            }
            market.arcs.push(Arc {
                demand: market.demands.len() - 1,
                facility: here[arc.facility] as usize,
                ..*arc
            });
        }
        markets.retain(|market| !market.instance.arcs.is_empty());
        Some(Self {
            problem,
            domain,
            markets,
            unreached,
        })
    }

    /// A market with its levels on terms.
    fn on_terms(&self, market: usize, terms: &Terms) -> Instance {
        let market = &self.markets[market];
        let mut instance = market.instance.clone();
        for (at, facility) in instance.facilities.iter_mut().enumerate() {
            let whole = market.facilities[at];
            let FacilityKind::New { levels, .. } = &mut facility.kind else {
                continue;
            };
            for (level, &of) in levels.iter_mut().zip(&market.levels[at]) {
                let of = &self.problem.facilities[whole].levels[of];
                let pays = cheapest(&of.payments, &terms.mu).0 + terms.roof(whole, of.places);
                // Rounded down, for the sum is to be a bound.
                level.fixed_cost += pays.min(MOST_PAID).floor() as i64;
            }
        }
        instance
    }

    fn is_forced(&self, site: usize) -> bool {
        let may_close = |&facility: &u32| self.domain.may_close(facility as usize);
        self.domain.must_open[site] || !self.problem.sites[site].facilities.iter().all(may_close)
    }

    /// The cheapest roof of a site on terms, and the levels and the phase with which it opens.
    fn roof(&self, index: usize, terms: &Terms) -> (f64, Option<(u32, Vec<u32>)>) {
        let site = &self.problem.sites[index];
        let phases = site.openings.len().max(1) as u32;
        let mut best = (
            if self.is_forced(index) {
                f64::INFINITY
            } else {
                0.0
            },
            None,
        );
        for phase in 0..phases {
            let opening = match site.openings.get(phase as usize) {
                Some((fixed, payments)) => fixed + cheapest(payments, &terms.mu).0,
                None => 0.0,
            };
            let choices = site.facilities.iter();
            let choices: Vec<Vec<Choice>> = choices
                .map(|&facility| self.choices(facility as usize, phase, terms))
                .collect();
            let (value, plan) = site::best(site, &choices);
            if opening + value < best.0 {
                best = (opening + value, Some((phase, plan)));
            }
        }
        best
    }

    /// What a facility pays for its roof, by level from a phase on: the most first.
    fn choices(&self, facility: usize, phase: u32, terms: &Terms) -> Vec<Choice> {
        let mask = self.domain.masks[facility];
        let levels = self.problem.facilities[facility].levels.iter().enumerate();
        let mut choices: Vec<Choice> = levels
            .filter(|(level, of)| mask >> (level + 1) & 1 == 1 && of.phase >= phase)
            .map(|(level, of)| {
                let pays = terms.roof(facility, of.places);
                (-pays, level as u32, u64::from(of.places))
            })
            .collect();
        if self.domain.may_close(facility) {
            choices.push((0.0, NONE, 0));
        }
        choices.sort_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        choices
    }
}

impl Market {
    fn add_facility(&mut self, whole: &Instance, facility: usize, domain: &Domain) {
        let at = self.facilities.len();
        let mut kept = Vec::new();
        let mut lock = |open: bool| {
            self.instance.locks.push(Lock::Facility {
                facility: at,
                level: None,
                open,
            });
        };
        let kind = match &whole.facilities[facility].kind {
            FacilityKind::Existing { capacity } => {
                if !domain.may_open(facility) {
                    lock(false);
                }
                FacilityKind::Existing {
                    capacity: capacity.clone(),
                }
            }
            FacilityKind::New { levels, .. } => {
                let allowed = |level: &usize| domain.masks[facility] >> (level + 1) & 1 == 1;
                kept.extend((0..levels.len()).filter(allowed));
                let must = !domain.may_close(facility);
                if must || kept.is_empty() {
                    lock(must);
                }
                let unpaid = |&level: &usize| Level {
                    places: 0,
                    phase: 0,
                    fixed_cost: levels[level].fixed_cost,
                    payments: vec![Payment::default()],
                    windows: levels[level].windows.clone(),
                };
                let levels = kept.iter().map(unpaid).collect();
                let site = self.instance.sites.len();
                self.instance.sites.push(Site::default());
                FacilityKind::New { site, levels }
            }
        };
        self.instance.facilities.push(Facility { kind });
        self.facilities.push(facility);
        self.levels.push(kept);
    }

    /// The levels of a whole solution with those of this market put in.
    pub fn put_in(&self, levels: &mut [Option<usize>], solution: &Solution) {
        for (at, open) in solution.open.iter().enumerate() {
            levels[self.facilities[at]] = open.map(|open| self.levels[at][open.level]);
        }
    }
}
