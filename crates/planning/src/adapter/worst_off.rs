//! What the ways of the worst off cost ("The worst off" in `docs/planning-model.md`).

use super::{FacilityOf, Problem};
use domain::{Cents, Leg, Service};
use siting::instance::{Demand, Instance, Solution};
use siting::worst_off::WorstOff;

/// What the ways of the worst off cost.
#[derive(Debug, Clone)]
pub(crate) struct Pricing {
    /// How many are the worst off, and what each way costs one of them.
    pub worst: WorstOff,
    /// The problem in which they cost nothing.
    pub plain: Instance,
    /// What is dearer than this costs in the problem's instance.
    threshold: i64,
    /// The demand of nobody that bears what is paid anyhow.
    anyhow: usize,
}

impl Problem<'_> {
    pub(super) fn add_pricing(&mut self) {
        let equity = self.region.scenario.equity.as_ref();
        let Some((share, eur_per_minute)) = equity.and_then(|equity| equity.worst()) else {
            return;
        };
        let anyhow = self.instance.demands.len();
        self.instance.demands.push(Demand {
            persons: 1,
            unmet_cost: Some(0),
            ..Demand::default()
        });
        let of_leg = |leg: Leg| Cents::from_eur(eur_per_minute * leg.minutes()).0;
        let limit = |service: &Service| {
            let minutes = self.region.scenario.limit_min(service);
            Cents::from_eur(eur_per_minute * minutes).0
        };
        let arc = |(at, way): (usize, &super::Way)| {
            let arc = self.instance.arcs[at];
            if !self.is_of_people(arc.demand) {
                return 0;
            }
            match self.facilities[arc.facility] {
                FacilityOf::StayingHome => limit(self.service(arc.facility)),
                _ => of_leg(way.leg),
            }
        };
        let unmet = |demand: usize| {
            let point = self.points.get(demand)?;
            Some(limit(self.region.service(&point.of.service)?))
        };
        let demands = 0..self.instance.demands.len();
        let worst = WorstOff {
            people: worst_off(share, self.needs()),
            counts: demands.clone().map(|at| self.is_of_people(at)).collect(),
            arcs: self.ways.iter().enumerate().map(arc).collect(),
            unmet: demands.map(|at| unmet(at).unwrap_or(0)).collect(),
        };
        self.pricing = Some(Pricing {
            worst,
            plain: self.instance.clone(),
            threshold: i64::MAX,
            anyhow,
        });
    }

    /// Needs (one person, one service), wherever they are met.
    fn needs(&self) -> u64 {
        self.given
            .iter()
            .map(|point| u64::from(point.persons))
            .sum()
    }

    /// Makes the instance the one in which what is dearer than a threshold costs, which is
    /// exact for solutions of that threshold and never less for any.
    pub(crate) fn price_beyond(&mut self, threshold: i64) {
        let Some(pricing) = &mut self.pricing else {
            return;
        };
        pricing.threshold = threshold;
        let mut instance = pricing.worst.beyond(&pricing.plain, threshold);
        let anyhow = pricing.worst.people as i64 * threshold;
        instance.demands[pricing.anyhow].unmet_cost = Some(anyhow);
        self.instance = instance;
    }

    /// Sets the prices that the search has found for another problem of the same switches.
    pub(crate) fn priced_as(&mut self, other: &Problem<'_>) {
        if let Some(pricing) = &other.pricing {
            self.price_beyond(pricing.threshold);
        }
        if let Some(price) = other.change_price {
            self.price_changes(price);
        }
    }

    /// Prices what is beyond a solution's own threshold, where ways of the worst off cost.
    pub(crate) fn price_beyond_own(&mut self, solution: &Solution) {
        if let Some(pricing) = &self.pricing {
            let threshold = pricing.worst.threshold(&pricing.plain, solution);
            self.price_beyond(threshold);
        }
    }
}

/// How many of the needs are the worst off: a share of them, rounded up, at least one.
pub(crate) fn worst_off(share: f64, needs: u64) -> u64 {
    // Products such as 0.1 × 30 lie a hair above the whole number that they mean.
    const SLACK: f64 = 1e-9;
    ((share * needs as f64 - SLACK).ceil().max(0.0) as u64).clamp(needs.min(1), needs)
}
