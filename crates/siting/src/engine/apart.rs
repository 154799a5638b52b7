//! Markets apart: where services meet only in the money and under roofs, prices
//! of both leave one small problem per market, each solved to (near) proof.
//!
//! With prices `μ` of money and shares `σ` of what opening a site costs (for each plan that
//! a site's conditions allow no more in all than that cost), every answer costs at least
//!
//! `Σ over markets of its least cost at these prices − Σ μ · ceiling`,
//!
//! for what a site costs is no less than the shares of those that open there,
//! and what is drawn is within the ceilings. Conditions within a
//! site (places, what must be apart) are left out. Whole openings make this bound
//! stronger than the relaxation of demands, at whose prices it is taken.

use super::lagrange::{Prices, Relaxation};
pub(super) use super::problem::rivals;
use super::problem::{Domain, NONE};
use crate::instance::{
    Arc, Ceiling, Demand, Facility, FacilityKind, Instance, Level, Lock, Payment, Site, Solution,
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
    let roofs: Vec<Roof> = (0..problem.sites.len())
        .map(|site| Roof::new(relaxation, domain, site))
        .collect();
    let of = rivals(instance);
    let mut names = of.clone();
    names.sort_unstable();
    names.dedup();
    let mut here = vec![NONE; instance.facilities.len()];
    let mut markets: Vec<Market> = Vec::new();
    for &name in &names {
        let mut market = Market {
            instance: Instance::default(),
            facilities: Vec::new(),
            levels: Vec::new(),
        };
        for facility in (0..of.len()).filter(|&facility| of[facility] == name) {
            here[facility] = market.facilities.len() as u32;
            let roof = problem.facilities[facility].site;
            let roof = (roof != NONE).then(|| &roofs[roof as usize]);
            market.add_facility(instance, facility, prices, domain, roof);
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
    instance
        .arcs
        .iter()
        .for_each(|arc| reached[arc.demand] = true);
    let unreached = |(demand, reached): (&Demand, bool)| match reached {
        true => 0.0,
        false => demand.unmet_cost.unwrap_or(0) as f64 * f64::from(demand.persons),
    };
    money -= instance
        .demands
        .iter()
        .zip(reached)
        .map(unreached)
        .sum::<f64>();
    Some((markets, money))
}

/// What each facility of a site bears of its opening, by level: for every plan that
/// the site's conditions allow, no more in all than the opening costs.
struct Roof {
    shares: Vec<(usize, Vec<f64>)>,
}

/// Weights with which the two ways to share are mixed.
const MIXES: [f64; 6] = [0.0, 0.2, 0.4, 0.6, 0.8, 1.0];

impl Roof {
    /// Shares by what facilities gain (those that must be apart bear one share each in
    /// full, for only one of them opens), mixed with shares by places of the most that the
    /// site holds, so that the prices at hand are worth most.
    fn new(relaxation: &Relaxation<'_, '_>, domain: &Domain, index: usize) -> Self {
        let problem = relaxation.problem;
        let site = &problem.sites[index];
        let phases = site.openings.len().max(1) as u32;
        let cost = (0..phases)
            .map(|phase| relaxation.opening(index, phase))
            .fold(f64::INFINITY, f64::min);
        let count = site.facilities.len();
        let gains: Vec<f64> = site
            .facilities
            .iter()
            .map(|&facility| match domain.may_open(facility as usize) {
                true => (-relaxation.best[facility as usize].value).max(0.0),
                false => 0.0,
            })
            .collect();
        let by_gain = by_gain(&gains, &site.apart, cost);
        let by_place = |position: usize, level: usize| {
            let of = &problem.facilities[site.facilities[position] as usize].levels[level];
            match site.max_places {
                Some(most) if most > 0 => cost * f64::from(of.places) / f64::from(most),
                _ => 0.0,
            }
        };
        let share = |mix: f64, position: usize, level: usize| {
            (1.0 - mix) * by_gain[position] + mix * by_place(position, level)
        };
        let worth = |mix: f64| -> f64 {
            let best = |position: usize| -> f64 {
                let facility = site.facilities[position] as usize;
                let levels = 0..problem.facilities[facility].levels.len();
                let allowed = levels.filter(|level| domain.masks[facility] >> (level + 1) & 1 == 1);
                let value =
                    |level| relaxation.value_of(facility, level) + share(mix, position, level);
                let best = allowed.map(value).fold(f64::INFINITY, f64::min);
                if domain.may_close(facility) {
                    best.min(0.0)
                } else {
                    best
                }
            };
            (0..count).map(best).sum()
        };
        let mixes: &[f64] = if site.max_places.is_some() {
            &MIXES
        } else {
            &MIXES[..1]
        };
        let mix = mixes
            .iter()
            .copied()
            .max_by(|&a, &b| worth(a).total_cmp(&worth(b)))
            .unwrap_or(0.0);
        let shares = |position: usize| {
            let facility = site.facilities[position] as usize;
            let levels = 0..problem.facilities[facility].levels.len();
            (
                facility,
                levels.map(|level| share(mix, position, level)).collect(),
            )
        };
        Self {
            shares: (0..count).map(shares).collect(),
        }
    }

    fn share(&self, facility: usize, level: usize) -> f64 {
        let own = self.shares.iter().find(|share| share.0 == facility);
        own.map_or(0.0, |share| share.1[level])
    }
}

/// Shares of a cost in proportion to gains, one for each group of which only one opens.
fn by_gain(gains: &[f64], apart: &[(usize, usize)], cost: f64) -> Vec<f64> {
    let are_apart = |a: usize, b: usize| apart.contains(&(a.min(b), a.max(b)));
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut order: Vec<usize> = (0..gains.len()).collect();
    order.sort_by(|&a, &b| gains[b].total_cmp(&gains[a]).then(a.cmp(&b)));
    for position in order {
        let fits = |group: &&mut Vec<usize>| group.iter().all(|&other| are_apart(position, other));
        match groups.iter_mut().find(fits) {
            Some(group) => group.push(position),
            None => groups.push(vec![position]),
        }
    }
    let weight = |group: &[usize]| group.iter().map(|&at| gains[at]).fold(0.0, f64::max);
    let all: f64 = groups.iter().map(|group| weight(group)).sum();
    let mut shares = vec![0.0; gains.len()];
    for group in &groups {
        let share = if all > 0.0 {
            weight(group) / all
        } else {
            1.0 / groups.len() as f64
        };
        for &position in group {
            shares[position] = cost * share;
        }
    }
    shares
}

impl Market {
    fn add_facility(
        &mut self,
        whole: &Instance,
        facility: usize,
        prices: &Prices,
        domain: &Domain,
        roof: Option<&Roof>,
    ) {
        let at = self.facilities.len();
        let mut kept = Vec::new();
        let kind = match &whole.facilities[facility].kind {
            FacilityKind::Existing { capacity } => {
                if !domain.may_open(facility) {
                    self.instance.locks.push(Lock::Facility {
                        facility: at,
                        level: None,
                        open: false,
                    });
                }
                FacilityKind::Existing {
                    capacity: capacity.clone(),
                }
            }
            FacilityKind::New { levels, .. } => {
                let site = self.instance.sites.len();
                self.instance.sites.push(Site::default());
                let mut here = Vec::new();
                for (index, level) in levels.iter().enumerate() {
                    if domain.masks[facility] >> (index + 1) & 1 == 1 {
                        let share = roof.map_or(0.0, |roof| roof.share(facility, index));
                        here.push(priced(level, prices, share));
                        kept.push(index);
                    }
                }
                let must = !domain.may_close(facility);
                if must || here.is_empty() {
                    self.instance.locks.push(Lock::Facility {
                        facility: at,
                        level: None,
                        open: must,
                    });
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
fn priced(level: &Level, prices: &Prices, share: f64) -> Level {
    let cost = |payment: &Payment| -> f64 {
        payment
            .draws
            .iter()
            .map(|&(ceiling, cents)| prices.mu[ceiling] * cents as f64)
            .sum()
    };
    let money = level
        .payments
        .iter()
        .map(cost)
        .fold(f64::INFINITY, f64::min);
    let money = share + if money.is_finite() { money } else { 0.0 };
    Level {
        places: 0,
        phase: 0,
        fixed_cost: level.fixed_cost + money.floor() as i64,
        payments: vec![Payment::default()],
        windows: level.windows.clone(),
    }
}

/// One market decided anew while all others stay as in a solution; `None` where
/// nothing may open in it.
pub(super) fn anew(
    instance: &Instance,
    of: &[usize],
    name: usize,
    solution: &Solution,
) -> Option<Market> {
    let mut market = Market {
        instance: Instance::default(),
        facilities: Vec::new(),
        levels: Vec::new(),
    };
    let mut ceilings: Vec<i64> = instance
        .ceilings
        .iter()
        .map(|ceiling| ceiling.cents)
        .collect();
    let mut sites: Vec<Site> = instance.sites.clone();
    let mut draw = |payment: &Payment| {
        for &(ceiling, cents) in &payment.draws {
            ceilings[ceiling] -= cents;
        }
    };
    let phases = solution.phases(instance);
    let mut used = vec![false; sites.len()];
    for (facility, open) in solution.open.iter().enumerate() {
        let (FacilityKind::New { site, levels }, Some(open)) =
            (&instance.facilities[facility].kind, open)
        else {
            continue;
        };
        if of[facility] != name {
            let level = &levels[open.level];
            draw(&level.payments[open.payment]);
            used[*site] = true;
            if let Some(most) = &mut sites[*site].max_places {
                *most = most.saturating_sub(level.places);
            }
        }
    }
    for (index, site) in sites.iter_mut().enumerate() {
        // Only one opening: with several years a site's cost hangs on all its services.
        if site.openings.len() > 1 {
            return None;
        }
        if used[index]
            && let Some(phase) = phases[index]
        {
            if let Some(payment) = solution.site_payment[index]
                .and_then(|at| instance.sites[index].opening(phase).payments.get(at))
            {
                draw(payment);
            }
            site.openings.clear();
        }
    }
    let mut here = vec![NONE; instance.facilities.len()];
    for facility in (0..of.len()).filter(|&facility| of[facility] == name) {
        here[facility] = market.facilities.len() as u32;
        market
            .levels
            .push((0..instance.levels(facility).len()).collect());
        market.facilities.push(facility);
        market
            .instance
            .facilities
            .push(instance.facilities[facility].clone());
    }
    market.instance.sites = sites;
    market.instance.ceilings = ceilings
        .into_iter()
        .map(|cents| Ceiling {
            cents: cents.max(0),
        })
        .collect();
    let may_open = |&&facility: &&usize| !instance.levels(facility).is_empty();
    market.facilities.iter().find(may_open)?;
    for &(one, other) in &instance.apart {
        for (mine, theirs) in [(one, other), (other, one)] {
            if here[mine] != NONE && here[theirs] == NONE && solution.open[theirs].is_some() {
                market.instance.locks.push(Lock::Facility {
                    facility: here[mine] as usize,
                    level: None,
                    open: false,
                });
            }
        }
        if here[one] != NONE && here[other] != NONE {
            market
                .instance
                .apart
                .push((here[one] as usize, here[other] as usize));
        }
    }
    for lock in &instance.locks {
        match *lock {
            Lock::Facility {
                facility,
                level,
                open,
            } if here[facility] != NONE => {
                market.instance.locks.push(Lock::Facility {
                    facility: here[facility] as usize,
                    level,
                    open,
                });
            }
            Lock::Site { site, open } if !(open && used[site]) => {
                market.instance.locks.push(Lock::Site { site, open })
            }
            _ => {}
        }
    }
    let mut at = usize::MAX;
    for arc in instance
        .arcs
        .iter()
        .filter(|arc| here[arc.facility] != NONE)
    {
        if at != arc.demand {
            market
                .instance
                .demands
                .push(instance.demands[arc.demand].clone());
            at = arc.demand;
        }
        let demand = market.instance.demands.len() - 1;
        market.instance.arcs.push(Arc {
            demand,
            facility: here[arc.facility] as usize,
            ..*arc
        });
    }
    Some(market)
}

impl Market {
    /// The levels of a whole solution with those of this market put in.
    pub fn put_in(&self, levels: &mut [Option<usize>], solution: &Solution) {
        for (at, open) in solution.open.iter().enumerate() {
            levels[self.facilities[at]] = open.map(|open| self.levels[at][open.level]);
        }
    }
}
