//! Raises the bound of markets apart, and proposes what they would open.

use super::master::{Column, Master};
use super::terms::Terms;
use super::{Apart, anew, rivals};
use crate::engine::incumbent::Pains;
use crate::engine::lagrange::{Prices, Relaxation, cheapest};
use crate::engine::problem::{Domain, NONE, Problem};
use crate::engine::search::{Search, brief, guide};
use crate::instance::{Instance, Solution};
use crate::primal::Guide;
use crate::solver::{Control, SolveError, SolveOptions};
use std::time::Instant;

/// Nodes for the proof of one market while terms are sought, and on the best of them.
const NODES: u64 = 8;
const LAST_NODES: u64 = 400;
const MOST_NODES: u64 = 30_000;
/// Terms tried.
const ROUNDS: usize = 60;
/// Share of the value that may lack proof for terms to be compared.
const TELLING: f64 = 0.01;
/// Share of the time that is left in which terms are sought.
const SHARE: f64 = 0.4;
/// A step ends the search for terms that promises no more than this share of the way to the best
/// answer, even when it is made longer so often.
const WORTHWHILE: f64 = 0.005;
const LONGER: usize = 4;
/// Share of the promised gain with which a step counts as one.
const SERIOUS: f64 = 0.1;
/// Nodes for one market while the others stay.
const ANEW_NODES: u64 = 60;

/// What is known of a market: on which terms, and what came of it.
struct Known {
    instance: Instance,
    prices: Prices,
    solution: Solution,
    objective: f64,
    bound: f64,
    /// Nodes that its proof might take.
    nodes: u64,
}

impl Known {
    /// What is not proven.
    fn rest(&self) -> f64 {
        self.objective - self.bound
    }
}

/// The search for the terms on which markets apart cost most.
struct Ascent<'g, 's, 'x, 'p, 'a> {
    search: &'g mut Search<'s, 'x>,
    apart: &'g Apart<'p, 'a>,
    /// Per term: what a unit of a point is. First what facilities pay when they open, then a
    /// place, then the prices of ceilings.
    scale: Vec<f64>,
    /// Parts are the markets, then the sites.
    master: Master,
    guide: &'g Guide,
    known: Vec<Option<Known>>,
    /// When the best terms are to be settled on.
    until: Option<Instant>,
    /// The bound on the terms evaluated last.
    total: f64,
    /// Whether nothing is possible, on any terms.
    is_infeasible: bool,
    has_failed: bool,
}

impl Ascent<'_, '_, '_, '_, '_> {
    fn terms(&self, point: &[f64]) -> Terms {
        let count = self.apart.problem.facilities.len();
        let at = |index: usize| point[index] * self.scale[index];
        Terms {
            opening: (0..count).map(at).collect(),
            place: (count..2 * count).map(at).collect(),
            mu: (2 * count..point.len()).map(at).collect(),
        }
    }

    fn point(&self, terms: &Terms) -> Vec<f64> {
        let all = terms.opening.iter().chain(&terms.place).chain(&terms.mu);
        let scaled = |(at, scale): (&f64, &f64)| if *scale > 0.0 { at / scale } else { 0.0 };
        all.zip(&self.scale).map(scaled).collect()
    }

    /// Climbs from a point as long as there is something to gain.
    fn climb(&mut self, mut center: Vec<f64>) -> Vec<f64> {
        let way = |this: &Self, value: f64| {
            (this.search.incumbent.cost() - value).max(1e-9 * value.abs())
        };
        let (step, _) = self.master.step(&center, 1.0);
        let square: f64 = step.iter().map(|step| step * step).sum();
        let mut length = way(self, self.value(&center)) / square.max(1e-12);
        let (mut nulls, mut longer) = (0, 0);
        for _ in 0..ROUNDS {
            let value = self.value(&center);
            let in_time = self.until.is_none_or(|until| Instant::now() < until);
            if !self.goes_on() || !in_time || value >= self.search.threshold() {
                break;
            }
            let (step, promised) = self.master.step(&center, length);
            if promised <= WORTHWHILE * way(self, value) {
                // A short step promises little even where there is much to gain farther off.
                longer += 1;
                length *= 4.0;
                if longer > LONGER {
                    break;
                }
                continue;
            }
            let trial: Vec<f64> = center
                .iter()
                .zip(&step)
                .map(|(at, step)| at + step)
                .collect();
            self.evaluate(&trial, NODES);
            let gain = self.value(&trial) - self.value(&center);
            if gain >= SERIOUS * promised {
                center = trial;
                nulls = 0;
                if gain >= 0.5 * promised {
                    length *= 2.0;
                }
            } else {
                nulls += 1;
                if nulls >= 3 {
                    length *= 0.5;
                    nulls = 1;
                }
            }
        }
        center
    }

    /// Proves the markets on the best terms, always the one of which most is not proven, as long as
    /// that says more than the relaxation does; and seeks better answers meanwhile.
    fn prove(&mut self, center: &[f64], relaxed: f64) {
        self.evaluate(center, LAST_NODES);
        let terms = self.terms(center);
        let mut found = self.search.incumbent.cost();
        let mut rests = true;
        while self.goes_on() && self.search.apart > relaxed {
            if rests {
                self.search.anew(self.apart.problem);
                let watch = &self.search.watch;
                self.search
                    .incumbent
                    .intensify(Some(self.guide), &|| watch.is_over());
                rests = self.search.incumbent.cost() < found;
                found = self.search.incumbent.cost();
                continue;
            }
            let gap = self.search.options.gap / 4.0;
            let open = self
                .known
                .iter()
                .flatten()
                .enumerate()
                .filter(|(_, known)| {
                    known.nodes < MOST_NODES && known.rest() > gap * known.objective.abs()
                });
            let hardest = open.max_by(|a, b| a.1.rest().total_cmp(&b.1.rest()));
            let Some((market, nodes)) = hardest.map(|(market, known)| (market, known.nodes)) else {
                break;
            };
            let before = self.known[market].as_ref().map_or(0.0, |known| known.bound);
            if !self.solve(market, &terms, 4 * nodes) {
                break;
            }
            let after = self.known[market].as_ref().map_or(0.0, |known| known.bound);
            self.total += after - before;
            self.settle();
        }
    }

    /// Keeps the bound of the terms evaluated last, if it is the best: for what fixing left out
    /// no more is known than what it was held to.
    fn settle(&mut self) {
        let bound = (self.total - 1e-9 * self.total.abs()).min(self.search.floor);
        self.search.apart = self.search.apart.max(bound);
    }

    fn goes_on(&mut self) -> bool {
        self.search.tell(self.search.apart);
        !self.has_failed
            && !self.is_infeasible
            && !self.search.watch.is_over()
            && self.search.apart < self.search.threshold()
    }

    /// What the columns known cost at a point: as much as the bound there, or more.
    fn value(&self, point: &[f64]) -> f64 {
        let problem = self.apart.problem;
        let parts = self.apart.markets.len() + problem.sites.len();
        let columns: f64 = (0..parts).map(|part| self.master.least(part, point)).sum();
        self.apart.unreached + columns - self.money(point)
    }

    /// What the ceilings are worth at a point.
    fn money(&self, point: &[f64]) -> f64 {
        let first = 2 * self.apart.problem.facilities.len();
        let ceilings = self.apart.problem.ceilings.iter().zip(first..);
        ceilings
            .map(|(most, at)| most * self.scale[at] * point[at])
            .sum()
    }

    /// Finds the bound at a point, and the columns that are cheapest there.
    fn evaluate(&mut self, point: &[f64], nodes: u64) {
        let problem = self.apart.problem;
        let terms = self.terms(point);
        let mut bound = self.apart.unreached - self.money(point);
        for site in 0..problem.sites.len() {
            let (value, plan) = self.apart.roof(site, &terms);
            bound += value;
            let Some((phase, plan)) = plan else { continue };
            let mut slope = Vec::new();
            for (&facility, &level) in problem.sites[site].facilities.iter().zip(&plan) {
                if level != NONE {
                    self.pays(facility as usize, level as usize, -1.0, &mut slope);
                }
            }
            let mut cost = 0.0;
            if let Some((fixed, payments)) = problem.sites[site].openings.get(phase as usize) {
                cost = *fixed;
                self.draws(payments, &terms.mu, &mut slope);
            }
            self.master
                .add(self.apart.markets.len() + site, Column::new(cost, slope));
        }
        let mut chosen = vec![NONE; problem.facilities.len()];
        for market in 0..self.apart.markets.len() {
            if !self.solve(market, &terms, nodes) {
                return;
            }
            let Some(known) = &self.known[market] else {
                return;
            };
            bound += known.bound;
            let of = &self.apart.markets[market];
            let mut slope = Vec::new();
            for (at, open) in known.solution.open.iter().enumerate() {
                let Some(open) = open else { continue };
                let (facility, level) = (of.facilities[at], of.levels[at][open.level]);
                chosen[facility] = level as u32;
                self.pays(facility, level, 1.0, &mut slope);
                let payments = &problem.facilities[facility].levels[level].payments;
                self.draws(payments, &terms.mu, &mut slope);
            }
            let cost = known.solution.cost(&of.instance) as f64;
            self.master.add(market, Column::new(cost, slope));
        }
        let watch = &self.search.watch;
        let stop = || watch.is_over();
        self.search
            .incumbent
            .propose(&chosen, Some(self.guide), Pains::Node, &stop);
        self.total = bound;
        self.settle();
    }

    /// What a facility pays for its roof, as a slope.
    fn pays(&self, facility: usize, level: usize, sign: f64, slope: &mut Vec<(u32, f64)>) {
        let count = self.apart.problem.facilities.len();
        let places = self.apart.problem.facilities[facility].levels[level].places;
        slope.push((facility as u32, sign * self.scale[facility]));
        let at = count + facility;
        slope.push((at as u32, sign * f64::from(places) * self.scale[at]));
    }

    /// What is drawn by the payment that is cheapest, as a slope.
    fn draws(&self, payments: &[Vec<(u32, f64)>], mu: &[f64], slope: &mut Vec<(u32, f64)>) {
        let first = 2 * self.apart.problem.facilities.len();
        if let Some(payment) = payments.get(cheapest(payments, mu).1) {
            for &(ceiling, cents) in payment {
                let at = first + ceiling as usize;
                slope.push((at as u32, cents * self.scale[at]));
            }
        }
    }

    /// Solves a market on terms, from what is known of it; `known` is none where nothing is
    /// possible, and `false` comes back where it could not be told.
    fn solve(&mut self, market: usize, terms: &Terms, nodes: u64) -> bool {
        let instance = self.apart.on_terms(market, terms);
        let gap = self.search.options.gap / 4.0;
        if let Some(known) = &self.known[market]
            && known.instance == instance
            && (nodes <= known.nodes || known.rest() <= gap * known.objective.abs())
        {
            return true;
        }
        let known = self.known[market].take();
        let left = self.search.watch.deadline.map(|deadline| {
            let left = deadline.saturating_duration_since(Instant::now());
            0.3 * left.as_secs_f64()
        });
        let options = SolveOptions {
            gap,
            time_limit_s: left,
            work_limit: Some(self.search.options.work_limit.unwrap_or(nodes).min(nodes)),
        };
        let (start, prices) = match known {
            Some(known) => (Some(known.solution), Some(known.prices)),
            None => (None, None),
        };
        let search = &mut *self.search;
        let (outcome, prices) = brief(&instance, &options, start.as_ref(), prices, &mut |_| {
            search.tell(search.apart);
            match search.watch.is_over() {
                true => Control::Stop,
                false => Control::Continue,
            }
        });
        match outcome {
            Ok(outcome) => {
                self.known[market] = Some(Known {
                    instance,
                    prices,
                    objective: outcome.objective as f64,
                    bound: outcome.bound as f64,
                    solution: outcome.solution,
                    nodes,
                });
                true
            }
            Err(SolveError::Infeasible) => {
                self.is_infeasible = true;
                true
            }
            Err(_) => {
                self.has_failed = true;
                false
            }
        }
    }
}

/// Per term, what a unit is: openings and all places of a facility weigh alike, and so does what
/// one facility draws of those that open.
fn scale(problem: &Problem<'_>, opened: usize) -> Vec<f64> {
    let mut scale = vec![1.0; problem.facilities.len()];
    for facility in &problem.facilities {
        let places = facility.levels.iter().map(|level| level.places).max();
        scale.push(1.0 / f64::from(places.unwrap_or(0).max(1)));
    }
    for (index, ceiling) in problem.ceilings.iter().enumerate() {
        let is_kept = matches!(&problem.kept, Some(kept) if kept.ceiling == index);
        scale.push(match is_kept {
            true => 0.0,
            false => opened.max(1) as f64 / ceiling.max(1.0),
        });
    }
    scale
}

impl Search<'_, '_> {
    /// Raises the bound of markets apart from the prices of the root, and proposes what
    /// they open. Where little work proves too little of the markets, terms cannot be told
    /// apart: then nothing is done, and `false` comes back, unless this is the last chance.
    pub(in crate::engine) fn apart(
        &mut self,
        problem: &Problem<'_>,
        prices: &Prices,
        relaxed: f64,
        domain: &Domain,
        is_last: bool,
    ) -> bool {
        let Some(apart) = Apart::new(problem, domain) else {
            return false;
        };
        let mut relaxation = Relaxation::new(problem);
        relaxation.evaluate(prices, domain, &[]);
        let guide = guide(&relaxation);
        let opened = relaxation.chosen.iter().filter(|&&level| level != NONE);
        let scale = scale(problem, opened.count());
        let first = Terms::first(&relaxation, prices, domain);
        let first_ceiling = 2 * problem.facilities.len();
        let ceilings = problem.ceilings.iter().zip(first_ceiling..);
        let mut fixed = vec![0.0; first_ceiling];
        fixed.extend(ceilings.map(|(most, at)| -most * scale[at]));
        let mut master = Master::new(apart.markets.len() + problem.sites.len(), fixed);
        for site in 0..problem.sites.len() {
            if !apart.is_forced(site) {
                master.add(apart.markets.len() + site, Column::new(0.0, Vec::new()));
            }
        }
        let until = self.watch.deadline.map(|deadline| {
            let now = Instant::now();
            now + deadline.saturating_duration_since(now).mul_f64(SHARE)
        });
        let mut ascent = Ascent {
            until,
            known: apart.markets.iter().map(|_| None).collect(),
            search: self,
            apart: &apart,
            scale,
            master,
            guide: &guide,
            total: f64::NEG_INFINITY,
            is_infeasible: false,
            has_failed: false,
        };
        let first = ascent.point(&first);
        ascent.evaluate(&first, if is_last { LAST_NODES } else { NODES });
        let rest: f64 = ascent.known.iter().flatten().map(Known::rest).sum();
        let tells = rest <= TELLING * ascent.value(&first).abs();
        if tells && !is_last {
            let center = ascent.climb(first);
            ascent.prove(&center, relaxed);
        }
        if ascent.is_infeasible {
            self.apart = self.floor;
        }
        if is_last {
            self.anew(problem);
        }
        tells
    }

    /// Decides one market after the other anew while the others stay, as long as that helps.
    fn anew(&mut self, problem: &Problem<'_>) {
        let instance = problem.instance;
        let of = rivals(instance);
        let mut names = of.clone();
        names.sort_unstable();
        names.dedup();
        let mut unchanged = 0;
        for step in 0..4 * names.len() {
            if unchanged >= names.len() || self.watch.is_over() || self.apart >= self.threshold() {
                break;
            }
            let Some(before) = self.incumbent.solution() else {
                return;
            };
            let cost = self.incumbent.cost();
            unchanged += 1;
            let Some(market) = anew(instance, &of, names[step % names.len()], &before) else {
                continue;
            };
            let left = self.watch.deadline.map(|deadline| {
                deadline
                    .saturating_duration_since(Instant::now())
                    .as_secs_f64()
            });
            let options = SolveOptions {
                gap: self.options.gap / 4.0,
                time_limit_s: left.map(|left| left / 4.0),
                work_limit: Some(
                    self.options
                        .work_limit
                        .unwrap_or(ANEW_NODES)
                        .min(ANEW_NODES),
                ),
            };
            let this = &mut *self;
            let (found, _) = brief(&market.instance, &options, None, None, &mut |_| {
                this.tell(this.apart);
                match this.watch.is_over() {
                    true => Control::Stop,
                    false => Control::Continue,
                }
            });
            if let Ok(outcome) = found {
                let mut levels: Vec<Option<usize>> = before
                    .open
                    .iter()
                    .map(|open| open.map(|open| open.level))
                    .collect();
                market.put_in(&mut levels, &outcome.solution);
                self.incumbent.offer(&levels);
                if self.incumbent.cost() < cost {
                    unchanged = 0;
                }
            }
        }
    }
}
