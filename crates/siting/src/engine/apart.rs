//! Markets apart: where services meet only in the money and under roofs, prices
//! of both leave one small problem per market, each solved to (near) proof.
//!
//! With prices `μ` of money and shares `σ` of what opening a site costs (for each
//! site no more in all than that cost), every answer costs at least
//!
//! `Σ over markets of its least cost at these prices − Σ μ · ceiling`,
//!
//! for what a site costs is no less than the shares of those that open there,
//! and what is drawn is within the ceilings. Conditions within a
//! site (places, what must be apart) are left out. Whole openings make this bound
//! stronger than the relaxation of demands, at whose prices it is taken.

use super::lagrange::{Prices, Relaxation};
use super::problem::{Domain, NONE, rivals};
use crate::instance::{
    Arc, Demand, Facility, FacilityKind, Instance, Level, Lock, Opening, Payment, Site,
};

/// One market at prices, as an instance of its own.
pub(super) struct Market {
    pub instance: Instance,
    /// Per facility here: its index in the whole.
    pub facilities: Vec<usize>,
    /// Per facility here and level here: the level in the whole.
    pub levels: Vec<Vec<usize>>,
}

/// The markets of an instance at the prices last evaluated, and what the money
/// in all is worth; none where there are fewer than two, or where people go from one to another.
pub(super) fn markets(
    relaxation: &Relaxation<'_, '_>,
    prices: &Prices,
    domain: &Domain,
) -> Option<(Vec<Market>, f64)> {
    let problem = relaxation.problem;
    let instance = problem.instance;
    if problem.markets < 2 || !instance.onward.is_empty() {
        return None;
    }
    let shares = shares(relaxation, domain);
    let of = rivals(instance);
    let mut names = of.clone();
    names.sort_unstable();
    names.dedup();
    let mut here = vec![NONE; instance.facilities.len()];
    let mut markets: Vec<Market> = Vec::new();
    for &name in &names {
        let mut market = Market { instance: Instance::default(), facilities: Vec::new(), levels: Vec::new() };
        for facility in (0..of.len()).filter(|&facility| of[facility] == name) {
            here[facility] = market.facilities.len() as u32;
            market.add_facility(instance, facility, prices, domain, shares[facility]);
        }
        markets.push(market);
    }
    let mut at = usize::MAX;
    for arc in &instance.arcs {
        let index = names.partition_point(|&name| name < of[arc.facility]);
        let market = &mut markets[index].instance;
        if at != arc.demand {
            market.demands.push(instance.demands[arc.demand].clone());
            at = arc.demand;
        }
        market.arcs.push(Arc {
            demand: market.demands.len() - 1,
            facility: here[arc.facility] as usize,
            ..*arc
        });
    }
    markets.retain(|market| !market.instance.arcs.is_empty());
    let mut money: f64 = 0.0;
    for (ceiling, price) in problem.ceilings.iter().zip(&prices.mu) {
        money += ceiling * price;
    }
    // Nobody whom no arc reaches is served.
    let mut reached = vec![false; instance.demands.len()];
    instance.arcs.iter().for_each(|arc| reached[arc.demand] = true);
    let unreached = |(demand, reached): (&Demand, bool)| match reached {
        true => 0.0,
        false => demand.unmet_cost.unwrap_or(0) as f64 * f64::from(demand.persons),
    };
    money -= instance.demands.iter().zip(reached).map(unreached).sum::<f64>();
    Some((markets, money))
}

/// Per facility: its share of what opening its site costs, as far as it gains by opening.
fn shares(relaxation: &Relaxation<'_, '_>, domain: &Domain) -> Vec<f64> {
    let problem = relaxation.problem;
    let mut shares = vec![0.0; problem.facilities.len()];
    for (index, site) in problem.sites.iter().enumerate() {
        let phases = site.openings.len().max(1) as u32;
        let cost = (0..phases).map(|phase| relaxation.opening(index, phase)).fold(f64::INFINITY, f64::min);
        let gain = |facility: u32| match domain.may_open(facility as usize) {
            true => (-relaxation.best[facility as usize].value).max(0.0),
            false => 0.0,
        };
        let all: f64 = site.facilities.iter().map(|&facility| gain(facility)).sum();
        let open = site.facilities.iter().filter(|&&facility| domain.may_open(facility as usize)).count();
        for &facility in &site.facilities {
            shares[facility as usize] = if all > 0.0 {
                cost * gain(facility) / all
            } else if domain.may_open(facility as usize) {
                cost / open as f64
            } else {
                0.0
            };
        }
    }
    shares
}

impl Market {
    fn add_facility(&mut self, whole: &Instance, facility: usize, prices: &Prices, domain: &Domain, share: f64) {
        let at = self.facilities.len();
        let mut kept = Vec::new();
        let kind = match &whole.facilities[facility].kind {
            FacilityKind::Existing { capacity } => {
                if !domain.may_open(facility) {
                    self.instance.locks.push(Lock::Facility { facility: at, level: None, open: false });
                }
                FacilityKind::Existing { capacity: capacity.clone() }
            }
            FacilityKind::New { levels, .. } => {
                let site = self.instance.sites.len();
                let fixed_cost = share.floor() as i64;
                self.instance.sites.push(Site {
                    openings: vec![Opening { fixed_cost, payments: Vec::new() }],
                    max_places: None,
                });
                let mut here = Vec::new();
                for (index, level) in levels.iter().enumerate() {
                    if domain.masks[facility] >> (index + 1) & 1 == 1 {
                        here.push(priced(level, prices));
                        kept.push(index);
                    }
                }
                let must = !domain.may_close(facility);
                if must || here.is_empty() {
                    self.instance.locks.push(Lock::Facility { facility: at, level: None, open: must });
                }
                FacilityKind::New { site, levels: here }
            }
        };
        self.instance.facilities.push(Facility { kind });
        self.facilities.push(facility);
        self.levels.push(kept);
    }
}

/// The level with what the money costs that it draws at least, rounded down.
fn priced(level: &Level, prices: &Prices) -> Level {
    let cost = |payment: &Payment| -> f64 {
        payment.draws.iter().map(|&(ceiling, cents)| prices.mu[ceiling] * cents as f64).sum()
    };
    let money = level.payments.iter().map(cost).fold(f64::INFINITY, f64::min);
    let money = if money.is_finite() { money } else { 0.0 };
    Level {
        places: 0,
        phase: 0,
        fixed_cost: level.fixed_cost + money.floor() as i64,
        payments: vec![Payment::default()],
        windows: level.windows.clone(),
    }
}
