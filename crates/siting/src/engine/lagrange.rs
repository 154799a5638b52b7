//! The Lagrangian relaxation: at given prices of serving people and of money,
//! each site decides alone; what that costs in all is a lower bound.
//!
//! With prices `λ` per person served and `μ` per cent drawn,
//!
//! `L(λ, μ) = Σ λ·persons − Σ μ·ceiling + Σ over sites of the cheapest site plan`,
//!
//! where a site plan opens some facilities of the site, each in one level, and
//! fills each as its prices say within the level's window.

use super::fill::{ArcBound, Fill};
use super::problem::{Domain, NONE, Problem};
use super::site;

/// Part of all that is summed that rounding may change: some hundred units in the last place.
const ROUNDING: f64 = 1e-13;

/// Prices.
#[derive(Debug, Clone, Default)]
pub(super) struct Prices {
    /// Per demand: cents a person, at most what leaving somebody without costs.
    pub lambda: Vec<f64>,
    /// Per ceiling, at least 0: what a cent drawn costs besides.
    pub mu: Vec<f64>,
    /// Per market: what is paid for each facility that opens; below 0, what it costs besides.
    pub nu: Vec<f64>,
}

/// What the relaxation chooses for one facility.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Offer {
    /// The best level with its value, if any may open.
    pub level: u32,
    pub value: f64,
}

/// One evaluation, with room to be used again.
pub(super) struct Relaxation<'p, 'a> {
    pub problem: &'p Problem<'a>,
    fills: Vec<Fill>,
    /// Value of each free lane.
    free_value: Vec<f64>,
    /// Per facility and level (flat): value if it opens so.
    pub level_value: Vec<f64>,
    first_level: Vec<usize>,
    /// Per facility: its best level.
    pub best: Vec<Offer>,
    /// Per site: value if something opens (infinite where nothing can).
    pub site_open: Vec<f64>,
    /// Per facility: the level chosen, or [`NONE`].
    pub chosen: Vec<u32>,
    plan: Vec<(u32, u32)>,
    /// What is violated: people of each demand not served, cents beyond each ceiling.
    pub short: Vec<f64>,
    pub over: Vec<f64>,
    /// Per market: facilities by which the least or most is missed; with its sign.
    pub missed: Vec<f64>,
    /// The bound.
    pub bound: f64,
    /// Value of the dearest site that opens though it need not, and of the cheapest that does not.
    pub edge: (f64, f64),
    /// Whether one more, one fewer site may open.
    pub may_grow: bool,
    pub may_shrink: bool,
    pub site_is_chosen: Vec<bool>,
    /// Per site and phase: cost of opening it.
    openings: Vec<Vec<f64>>,
    site_plans: Vec<Vec<(u32, u32)>>,
    order: Vec<u32>,
    lane_is_chosen: Vec<bool>,
}

impl<'p, 'a> Relaxation<'p, 'a> {
    pub fn new(problem: &'p Problem<'a>) -> Self {
        let mut first_level = Vec::with_capacity(problem.facilities.len() + 1);
        let mut levels = 0;
        for facility in &problem.facilities {
            first_level.push(levels);
            levels += facility.levels.len();
        }
        first_level.push(levels);
        let facilities = problem.facilities.len();
        Self {
            problem,
            fills: vec![Fill::default(); problem.lanes.len()],
            free_value: vec![0.0; problem.lanes.len()],
            level_value: vec![0.0; levels],
            first_level,
            best: vec![
                Offer {
                    level: NONE,
                    value: f64::INFINITY
                };
                facilities
            ],
            site_open: vec![f64::INFINITY; problem.sites.len()],
            chosen: vec![NONE; facilities],
            plan: Vec::new(),
            short: vec![0.0; problem.rows.len()],
            over: vec![0.0; problem.ceilings.len()],
            missed: vec![0.0; problem.markets],
            bound: f64::NEG_INFINITY,
            edge: (f64::NEG_INFINITY, f64::INFINITY),
            may_grow: true,
            may_shrink: true,
            site_is_chosen: vec![false; problem.sites.len()],
            openings: problem
                .sites
                .iter()
                .map(|site| vec![0.0; site.openings.len().max(1)])
                .collect(),
            site_plans: vec![Vec::new(); problem.sites.len()],
            order: Vec::new(),
            lane_is_chosen: vec![false; problem.lanes.len()],
        }
    }

    /// Value of a facility's level if it opens so.
    pub fn value_of(&self, facility: usize, level: usize) -> f64 {
        self.level_value[self.first_level[facility] + level]
    }

    /// What opening a site in a phase costs, money included.
    pub fn opening(&self, site: usize, phase: u32) -> f64 {
        self.openings[site][phase as usize]
    }

    /// Evaluates the relaxation over a domain.
    pub fn evaluate(&mut self, prices: &Prices, domain: &Domain, bounds: &[ArcBound]) {
        self.free_lanes(&prices.lambda);
        self.facilities(prices, domain, bounds);
        self.sites(prices, domain);
        self.choose(prices, domain);
        self.violations(prices, domain);
    }

    fn free_lanes(&mut self, lambda: &[f64]) {
        let problem = self.problem;
        let free = &problem.free;
        self.free_value.fill(0.0);
        if free.cost.is_empty() {
            return;
        }
        let leads_on = !free.onward.is_empty();
        for (row, &price) in lambda.iter().enumerate() {
            let most = problem.rows[row].most;
            let arcs = free.first[row]..free.first[row + 1];
            if leads_on {
                for arc in arcs {
                    let onward = free.onward[arc];
                    let on = if onward == NONE {
                        0.0
                    } else {
                        lambda[onward as usize]
                    };
                    let gain = free.cost[arc] - price + on;
                    if gain < 0.0 {
                        self.free_value[free.lane[arc] as usize] += most * gain;
                    }
                }
                continue;
            }
            for arc in arcs {
                let gain = free.cost[arc] - price;
                if gain >= 0.0 {
                    break;
                }
                self.free_value[free.lane[arc] as usize] += most * gain;
            }
        }
    }

    fn facilities(&mut self, prices: &Prices, domain: &Domain, bounds: &[ArcBound]) {
        let problem = self.problem;
        for (index, facility) in problem.facilities.iter().enumerate() {
            let mut best = Offer {
                level: NONE,
                value: f64::INFINITY,
            };
            if domain.may_open(index) {
                for lane in facility.lanes.clone() {
                    if problem.lanes[lane].is_free {
                        continue;
                    }
                    let at = lane - facility.lanes.start;
                    let mask = domain.masks[index];
                    let wants_rest =
                        facility.levels.iter().enumerate().any(|(level, of)| {
                            mask >> (level + 1) & 1 == 1 && of.windows[at].0 > 0.0
                        });
                    let arcs = &problem.lanes[lane].arcs;
                    let from = bounds.partition_point(|bound| (bound.0 as usize) < arcs.start);
                    let to = bounds.partition_point(|bound| (bound.0 as usize) < arcs.end);
                    let open = |level: &usize| mask >> (level + 1) & 1 == 1;
                    let windows = (0..facility.levels.len()).filter(open);
                    let most = windows
                        .map(|level| facility.levels[level].windows[at].1)
                        .fold(0.0, f64::max);
                    self.fills[lane].price(
                        problem,
                        lane,
                        &prices.lambda,
                        &bounds[from..to],
                        wants_rest,
                        most,
                    );
                }
                for (level, of) in facility.levels.iter().enumerate() {
                    let value = if domain.masks[index] >> (level + 1) & 1 == 1 {
                        let mut value = of.fixed + cheapest(&of.payments, &prices.mu).0;
                        if let Some(paid) = prices.nu.get(problem.market[index] as usize) {
                            value -= paid;
                        }
                        for (lane, window) in facility.lanes.clone().zip(&of.windows) {
                            value += if problem.lanes[lane].is_free {
                                self.free_value[lane]
                            } else {
                                self.fills[lane].value(window.0, window.1)
                            };
                        }
                        value
                    } else {
                        f64::INFINITY
                    };
                    self.level_value[self.first_level[index] + level] = value;
                    if value < best.value {
                        best = Offer {
                            level: level as u32,
                            value,
                        };
                    }
                }
            }
            self.best[index] = best;
        }
    }

    /// The cheapest plan of each site in which something opens.
    fn sites(&mut self, prices: &Prices, domain: &Domain) {
        let problem = self.problem;
        for (index, site) in problem.sites.iter().enumerate() {
            let opening = |phase: u32| match site.openings.get(phase as usize) {
                Some((fixed, payments)) => fixed + cheapest(payments, &prices.mu).0,
                None => 0.0,
            };
            let mut value = f64::INFINITY;
            self.site_plans[index].clear();
            let phases = site.openings.len().max(1) as u32;
            for first in 0..phases {
                let cost = opening(first);
                self.openings[index][first as usize] = cost;
                let found = self.site_plan(index, domain, first, phases > 1);
                if found + cost < value {
                    value = found + cost;
                    std::mem::swap(&mut self.plan, &mut self.site_plans[index]);
                }
            }
            self.site_open[index] = value;
        }
    }

    /// The best levels of a site from a phase on, at least one facility open; into `self.plan`.
    fn site_plan(&mut self, index: usize, domain: &Domain, first: u32, by_phase: bool) -> f64 {
        let problem = self.problem;
        let site = &problem.sites[index];
        self.plan.clear();
        let mut value = 0.0;
        let mut cheapest_entry: Option<(f64, u32, u32)> = None;
        for &facility in &site.facilities {
            let at = facility as usize;
            let offer = if by_phase {
                self.best_from(at, first)
            } else {
                self.best[at]
            };
            if offer.level == NONE {
                if !domain.may_close(at) {
                    return f64::INFINITY;
                }
                continue;
            }
            if offer.value < 0.0 || !domain.may_close(at) {
                value += offer.value;
                self.plan.push((facility, offer.level));
            } else if cheapest_entry.is_none_or(|entry| offer.value < entry.0) {
                cheapest_entry = Some((offer.value, facility, offer.level));
            }
        }
        if self.plan.is_empty() {
            let Some((entry, facility, level)) = cheapest_entry else {
                return f64::INFINITY;
            };
            value += entry;
            self.plan.push((facility, level));
        }
        if self.fits(index) {
            return value;
        }
        self.plan.clear();
        self.within_conditions(index, domain, first, by_phase)
    }

    fn best_from(&self, facility: usize, first: u32) -> Offer {
        let mut best = Offer {
            level: NONE,
            value: f64::INFINITY,
        };
        for (level, of) in self.problem.facilities[facility].levels.iter().enumerate() {
            let value = self.value_of(facility, level);
            if of.phase >= first && value < best.value {
                best = Offer {
                    level: level as u32,
                    value,
                };
            }
        }
        best
    }

    /// Whether `self.plan` respects the site's places and what must be apart.
    fn fits(&self, index: usize) -> bool {
        let problem = self.problem;
        let site = &problem.sites[index];
        let is_open = |position: usize| {
            self.plan
                .iter()
                .any(|&(facility, _)| facility == site.facilities[position])
        };
        let places = |&(facility, level): &(u32, u32)| {
            u64::from(problem.facilities[facility as usize].levels[level as usize].places)
        };
        site.max_places
            .is_none_or(|most| self.plan.iter().map(places).sum::<u64>() <= u64::from(most))
            && !site.apart.iter().any(|&(a, b)| is_open(a) && is_open(b))
    }

    /// The same where places or neighbours forbid it; into `self.plan`.
    fn within_conditions(
        &mut self,
        index: usize,
        domain: &Domain,
        first: u32,
        by_phase: bool,
    ) -> f64 {
        let problem = self.problem;
        let site = &problem.sites[index];
        // Per facility: closed (if it may be), and each level, the best first.
        let mut choices: Vec<Vec<site::Choice>> = Vec::new();
        for &facility in &site.facilities {
            let at = facility as usize;
            let mut of: Vec<site::Choice> = Vec::new();
            for (level, prepared) in problem.facilities[at].levels.iter().enumerate() {
                let value = if domain.may_open(at) {
                    self.value_of(at, level)
                } else {
                    f64::INFINITY
                };
                if value.is_finite() && (!by_phase || prepared.phase >= first) {
                    of.push((value, level as u32, u64::from(prepared.places)));
                }
            }
            if domain.may_close(at) {
                of.push((0.0, NONE, 0));
            }
            of.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
            if of.is_empty() {
                return f64::INFINITY;
            }
            choices.push(of);
        }
        let (value, levels) = site::best(site, &choices);
        for (&facility, &level) in site.facilities.iter().zip(&levels) {
            if level != NONE {
                self.plan.push((facility, level));
            }
        }
        value
    }

    /// Which sites open, and the bound.
    fn choose(&mut self, prices: &Prices, domain: &Domain) {
        let problem = self.problem;
        self.chosen.fill(NONE);
        let mut bound = 0.0;
        // What rounding may have lost grows with all that is added and taken away again.
        let mut moved = 0.0;
        for (row, price) in problem.rows.iter().zip(&prices.lambda) {
            let served = row.persons * price;
            bound += served;
            moved += served.abs();
        }
        for (ceiling, (most, price)) in problem.ceilings.iter().zip(&prices.mu).enumerate() {
            if problem
                .kept
                .as_ref()
                .is_none_or(|kept| kept.ceiling != ceiling)
            {
                bound -= most * price;
                moved += most * price;
            }
        }
        for (index, facility) in problem.facilities.iter().enumerate() {
            if facility.site == NONE && domain.may_open(index) {
                bound += self.value_of(index, 0);
                self.chosen[index] = 0;
            }
        }
        for (&paid, &(least, most)) in prices.nu.iter().zip(&domain.counts[1..]) {
            bound += paid * f64::from(if paid > 0.0 { least } else { most });
        }
        bound += self.choose_sites(domain);
        let sites = self.site_open.iter().zip(&self.site_is_chosen);
        let opened = sites.filter(|(_, is_chosen)| **is_chosen);
        moved += opened.map(|(value, _)| value.abs()).sum::<f64>();
        self.bound = match bound.is_finite() {
            true => bound - ROUNDING * moved,
            false => bound,
        };
    }

    /// Opens the sites that gain, as many as may be; returns their value.
    fn choose_sites(&mut self, domain: &Domain) -> f64 {
        let problem = self.problem;
        let (least, most) = (domain.counts[0].0 as usize, domain.counts[0].1 as usize);
        self.site_is_chosen.fill(false);
        self.order.clear();
        let (mut value, mut forced, mut gainful) = (0.0, 0, 0);
        for site in 0..problem.sites.len() {
            if self.is_forced(site, domain) {
                forced += 1;
                value += self.site_open[site];
                self.site_is_chosen[site] = true;
            } else if self.site_open[site].is_finite() {
                self.order.push(site as u32);
                gainful += usize::from(self.site_open[site] < 0.0);
            }
        }
        if forced > most || forced + self.order.len() < least {
            return f64::INFINITY;
        }
        let (least, most) = (least.saturating_sub(forced), most - forced);
        let chosen = gainful.clamp(least, most.max(least)).min(self.order.len());
        let values = &self.site_open;
        let by_value = |a: &u32, b: &u32| {
            values[*a as usize]
                .total_cmp(&values[*b as usize])
                .then(a.cmp(b))
        };
        self.edge = (f64::NEG_INFINITY, f64::INFINITY);
        if chosen < self.order.len() {
            self.order.select_nth_unstable_by(chosen, by_value);
            self.edge.1 = values[self.order[chosen] as usize];
        }
        for &site in &self.order[..chosen] {
            self.edge.0 = self.edge.0.max(values[site as usize]);
            self.site_is_chosen[site as usize] = true;
        }
        self.may_grow = chosen < most;
        self.may_shrink = chosen > least;
        for site in 0..problem.sites.len() {
            if self.site_is_chosen[site] {
                if !self.is_forced(site, domain) {
                    value += self.site_open[site];
                }
                self.open(site);
            }
        }
        value
    }

    pub fn is_forced(&self, site: usize, domain: &Domain) -> bool {
        domain.must_open[site]
            || self.problem.sites[site]
                .facilities
                .iter()
                .any(|&facility| !domain.may_close(facility as usize))
    }

    fn open(&mut self, site: usize) {
        for &(facility, level) in &self.site_plans[site] {
            self.chosen[facility as usize] = level;
        }
    }

    fn violations(&mut self, prices: &Prices, domain: &Domain) {
        let problem = self.problem;
        for (short, row) in self.short.iter_mut().zip(&problem.rows) {
            *short = row.persons;
        }
        for (over, most) in self.over.iter_mut().zip(&problem.ceilings) {
            *over = -most;
        }
        for ((missed, paid), &(least, most)) in self
            .missed
            .iter_mut()
            .zip(&prices.nu)
            .zip(&domain.counts[1..])
        {
            *missed = f64::from(if *paid > 0.0 { least } else { most });
            // Between least and most nothing is missed; see below.
            if *paid == 0.0 {
                *missed = f64::NAN;
            }
        }
        let mut opened = vec![0u32; problem.markets];
        self.lane_is_chosen.fill(false);
        let mut site_phase = vec![u32::MAX; problem.sites.len()];
        for (index, facility) in problem.facilities.iter().enumerate() {
            let level = self.chosen[index];
            if level == NONE {
                continue;
            }
            let of = &facility.levels[level as usize];
            if facility.site != NONE {
                if let Some(opened) = opened.get_mut(problem.market[index] as usize) {
                    *opened += 1;
                }
                let phase = &mut site_phase[facility.site as usize];
                *phase = (*phase).min(of.phase);
                if let Some(payment) = of.payments.get(cheapest(&of.payments, &prices.mu).1) {
                    for &(ceiling, cents) in payment {
                        self.over[ceiling as usize] += cents;
                    }
                }
            }
            for (lane, window) in facility.lanes.clone().zip(&of.windows) {
                if problem.lanes[lane].is_free {
                    self.lane_is_chosen[lane] = true;
                    continue;
                }
                let (short, arcs) = (&mut self.short, &problem.arcs);
                self.fills[lane].take(window.0, window.1, |arc, persons| {
                    short[arcs.row[arc as usize] as usize] -= persons;
                    if !arcs.onward.is_empty() && arcs.onward[arc as usize] != NONE {
                        short[arcs.onward[arc as usize] as usize] += persons;
                    }
                });
            }
        }
        for (site, &phase) in problem.sites.iter().zip(&site_phase) {
            if let Some((_, payments)) = site.openings.get(phase as usize)
                && let Some(payment) = payments.get(cheapest(payments, &prices.mu).1)
            {
                for &(ceiling, cents) in payment {
                    self.over[ceiling as usize] += cents;
                }
            }
        }
        for ((missed, opened), &(least, most)) in
            self.missed.iter_mut().zip(opened).zip(&domain.counts[1..])
        {
            *missed = if missed.is_nan() {
                f64::from(least.saturating_sub(opened)) - f64::from(opened.saturating_sub(most))
            } else {
                *missed - f64::from(opened)
            };
        }
        self.free_violations(&prices.lambda);
    }

    fn free_violations(&mut self, lambda: &[f64]) {
        let free = &self.problem.free;
        if free.cost.is_empty() {
            return;
        }
        let leads_on = !free.onward.is_empty();
        for (row, &price) in lambda.iter().enumerate() {
            let most = self.problem.rows[row].most;
            for arc in free.first[row]..free.first[row + 1] {
                let onward = if leads_on { free.onward[arc] } else { NONE };
                let on = if onward == NONE {
                    0.0
                } else {
                    lambda[onward as usize]
                };
                if free.cost[arc] - price + on >= 0.0 {
                    if leads_on {
                        continue;
                    }
                    break;
                }
                if self.lane_is_chosen[free.lane[arc] as usize] {
                    self.short[row] -= most;
                    if onward != NONE {
                        self.short[onward as usize] += most;
                    }
                }
            }
        }
    }

    /// People on the arcs of the chosen facilities' windowed lanes, arc by arc.
    pub fn taken(&mut self, mut tell: impl FnMut(u32, f64)) {
        let problem = self.problem;
        for (index, facility) in problem.facilities.iter().enumerate() {
            if self.chosen[index] == NONE {
                continue;
            }
            let of = &facility.levels[self.chosen[index] as usize];
            for (lane, window) in facility.lanes.clone().zip(&of.windows) {
                if !problem.lanes[lane].is_free {
                    self.fills[lane].take(window.0, window.1, &mut tell);
                }
            }
        }
    }
}

/// The payment that costs least at the prices of money.
pub(super) fn cheapest(payments: &[Vec<(u32, f64)>], mu: &[f64]) -> (f64, usize) {
    let mut best = (0.0, 0);
    for (index, payment) in payments.iter().enumerate() {
        let cost: f64 = payment
            .iter()
            .map(|&(ceiling, cents)| mu[ceiling as usize] * cents)
            .sum();
        if index == 0 || cost < best.0 {
            best = (cost, index);
        }
    }
    best
}
