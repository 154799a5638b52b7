//! From root to proof.

use super::apart;
use super::bundle::{Limits, climb, first_prices};
use super::certificate::Ledger;
use super::fix::fix;
use super::incumbent::{Incumbent, Offered, Pains};
use super::lagrange::{Prices, Relaxation};
use super::problem::{Domain, MOST_LEVELS, NONE, Problem};
use super::tree::{Effort, Fate, Node, Seen, see};
use crate::instance::{Instance, Solution};
use crate::primal::Guide;
use crate::solver::{Control, Outcome, Progress, SolveError, SolveOptions, Stop};
use rayon::prelude::*;
use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering as Atomic};
use std::time::{Duration, Instant};

/// Nodes that are looked at together, whatever the number of threads.
const TOGETHER: usize = 4;
/// Costs nearer to each other than this share count as equal unless less is asked for.
const PRECISION: f64 = 1e-9;
/// Nodes for the proof of one market.
const MARKET_NODES: u64 = 400;
/// Nodes for one market while the others stay.
const ANEW_NODES: u64 = 60;
/// Rounds of climbing and proposing at the root.
const ROUNDS: usize = 12;

/// Solves an instance; see [`crate::solver::Solver::solve`].
pub(super) fn search(
    instance: &Instance,
    options: &SolveOptions,
    start: Option<&Solution>,
    progress: &mut dyn FnMut(Progress) -> Control,
) -> Result<Outcome, SolveError> {
    searched(instance, options, start, progress, false).0
}

/// The same with a certificate of the bound, for an instance with this fingerprint.
pub(super) fn certified(
    instance: &Instance,
    options: &SolveOptions,
    start: Option<&Solution>,
    progress: &mut dyn FnMut(Progress) -> Control,
    fingerprint: &str,
) -> (Result<Outcome, SolveError>, String) {
    let (outcome, ledger) = searched(instance, options, start, progress, true);
    let bound = match &outcome {
        Ok(outcome) => Some(outcome.bound),
        Err(_) => None,
    };
    let text = ledger
        .unwrap_or_default()
        .write(&Problem::new(instance), fingerprint, bound);
    (outcome, text)
}

fn searched(
    instance: &Instance,
    options: &SolveOptions,
    start: Option<&Solution>,
    progress: &mut dyn FnMut(Progress) -> Control,
    is_certified: bool,
) -> (Result<Outcome, SolveError>, Option<Ledger>) {
    let levels = (0..instance.facilities.len()).map(|facility| instance.levels(facility).len());
    if levels.max().is_some_and(|most| most > MOST_LEVELS) {
        let why = format!("a facility has more than {MOST_LEVELS} levels");
        return (Err(SolveError::Failed(why)), None);
    }
    let began = Instant::now();
    let mut problem = Problem::new(instance);
    let divided = (!problem.is_exact).then(|| {
        let mut divided = instance.clone();
        divided
            .demands
            .iter_mut()
            .for_each(|demand| demand.single_source = false);
        divided
    });
    let mut incumbent = Incumbent::new(instance, divided.as_ref(), problem.is_exact);
    let nothing = Solution::nothing(instance);
    incumbent.take(&nothing);
    if let Some(start) = start {
        incumbent.take(start);
    }
    let limit = options
        .time_limit_s
        .and_then(|s| Duration::try_from_secs_f64(s.max(0.0)).ok());
    let mut search = Search {
        grain: problem.grain,
        worst: problem.worst,
        options,
        incumbent,
        watch: Watch {
            began,
            deadline: limit.map(|limit| began + limit),
            told: began,
            stopped: AtomicBool::new(false),
        },
        progress,
        floor: f64::INFINITY,
        apart: f64::NEG_INFINITY,
        ledger: is_certified.then(Ledger::default),
        nodes: 0,
    };
    let Some(mut domain) = problem.domain() else {
        return (Err(SolveError::Infeasible), search.ledger);
    };
    if is_certified {
        // What a certificate does not know of.
        domain.counts[0].0 = 0;
    }
    let entry = search.ledger.as_mut().map_or(0, Ledger::open);
    let (prices, bound) = search.root(&problem, &mut domain);
    if bound < search.threshold() && !is_certified {
        search.apart(&problem, &prices, &domain);
    }
    problem.compact(&domain);
    let root = Node {
        domain,
        bounds: Vec::new(),
        prices: Arc::new(prices),
        bound,
        depth: 0,
        entry,
    };
    if let Some(ledger) = &mut search.ledger {
        ledger.see(entry, &root.prices, Vec::new());
    }
    let stop = search.tree(&problem, root);
    match stop {
        Ok(stop) => search.outcome(stop),
        Err(error) => (Err(error), search.ledger),
    }
}

/// When to stop, and when to tell.
struct Watch {
    began: Instant,
    deadline: Option<Instant>,
    told: Instant,
    stopped: AtomicBool,
}

impl Watch {
    fn is_over(&self) -> bool {
        self.stopped.load(Atomic::Relaxed)
            || self
                .deadline
                .is_some_and(|deadline| Instant::now() >= deadline)
    }
}

struct Search<'s, 'a> {
    grain: i64,
    worst: f64,
    options: &'s SolveOptions,
    incumbent: Incumbent<'a>,
    watch: Watch,
    progress: &'s mut dyn FnMut(Progress) -> Control,
    /// The least bound of what was left out as no better.
    floor: f64,
    /// The bound of markets apart.
    apart: f64,
    /// The proof, where it is written down.
    ledger: Option<Ledger>,
    nodes: u64,
}

impl Search<'_, '_> {
    /// The gap that is good enough.
    fn gap(&self) -> f64 {
        match self.options.gap {
            gap if gap > 0.0 => gap,
            _ => PRECISION,
        }
    }

    /// Bounds from here on are no better than the best answer, as far as is asked.
    fn threshold(&self) -> f64 {
        let best = self.incumbent.cost();
        if !best.is_finite() {
            return self.worst;
        }
        // A better answer costs at least a grain less.
        let grain = self.grain as f64;
        let grain = grain - (1e-3 * grain).max(1e-10 * best.abs());
        best - (self.gap() * best.abs()).max(grain)
    }

    fn tell(&mut self, bound: f64) {
        let now = Instant::now();
        if now.duration_since(self.watch.told) < Duration::from_millis(100) {
            return;
        }
        self.watch.told = now;
        let best = self.incumbent.best.as_ref().map(|best| best.0);
        let bound = rounded_up(bound.max(self.apart), self.grain);
        let progress = Progress {
            seconds: now.duration_since(self.watch.began).as_secs_f64(),
            best,
            bound: bound.map(|bound| best.map_or(bound, |best| bound.min(best))),
            nodes: self.nodes,
        };
        if (self.progress)(progress) == Control::Stop {
            self.watch.stopped.store(true, Atomic::Relaxed);
        }
    }

    fn tree(&mut self, problem: &Problem<'_>, root: Node) -> Result<Stop, SolveError> {
        let mut open = Open::default();
        self.queue(&mut open, root);
        let mut slots: Vec<Relaxation<'_, '_>> = Vec::new();
        loop {
            let least = open
                .heap
                .peek()
                .map_or(f64::INFINITY, |queued: &Queued| queued.node.bound);
            self.tell(least.min(self.floor));
            if open.heap.is_empty() || self.apart >= self.threshold() {
                self.floor = self.floor.min(least);
                return self.ended(Stop::Gap);
            }
            if self.watch.is_over() {
                let stop = if self.watch.stopped.load(Atomic::Relaxed) {
                    Stop::Interrupted
                } else {
                    Stop::TimeLimit
                };
                self.floor = self.floor.min(least);
                return self.ended(stop);
            }
            if self
                .options
                .work_limit
                .is_some_and(|limit| self.nodes >= limit)
            {
                self.floor = self.floor.min(least);
                return self.ended(Stop::WorkLimit);
            }
            let mut batch = Vec::new();
            while batch.len() < TOGETHER
                && let Some(queued) = open.heap.pop()
            {
                if queued.node.bound >= self.threshold() {
                    self.floor = self.floor.min(queued.node.bound);
                } else {
                    batch.push(queued.node);
                }
            }
            while slots.len() < batch.len() {
                slots.push(Relaxation::new(problem));
            }
            let (best, threshold, watch) = (self.incumbent.cost(), self.threshold(), &self.watch);

            let effort = Effort {
                iterations: 60,
                least_gain: 0.1,
                is_certified: self.ledger.is_some(),
            };
            let seen: Vec<(Seen, bool)> = slots
                .par_iter_mut()
                .zip(&batch)
                .map(|(relaxation, node)| {
                    let mut halted = false;
                    let mut halt = |_: f64| {
                        halted |= watch.is_over();
                        halted
                    };
                    let seen = see(relaxation, node, best, threshold, effort, &mut halt);
                    (seen, halted)
                })
                .collect();
            for (node, (seen, halted)) in batch.into_iter().zip(seen) {
                self.nodes += 1;
                self.settle(problem, node, seen, halted, threshold, &mut open);
            }
        }
    }

    fn queue(&mut self, open: &mut Open, node: Node) {
        if node.bound >= self.threshold() {
            self.floor = self.floor.min(node.bound);
            return;
        }
        open.push(node);
    }

    fn settle(
        &mut self,
        problem: &Problem<'_>,
        node: Node,
        seen: Seen,
        halted: bool,
        threshold: f64,
        open: &mut Open,
    ) {
        // What fixing left out costs at least the threshold that it was held to.
        self.floor = self.floor.min(threshold);
        if halted {
            let node = Node {
                bound: seen.bound,
                ..node
            };
            open.push(node);
            return;
        }
        let watch = &self.watch;
        let stop = || watch.is_over();
        for (at, candidate) in seen.candidates.iter().enumerate() {
            if self.nodes < 40 || (self.nodes + at as u64).is_multiple_of(8) {
                self.incumbent.propose(candidate, None, Pains::Node, &stop);
            }
        }
        let Seen {
            bound,
            prices,
            fate,
            fixes,
            ..
        } = seen;
        if let Some(ledger) = &mut self.ledger {
            ledger.see(node.entry, &prices, fixes);
        }
        match fate {
            Fate::Pruned => self.floor = self.floor.min(bound),
            Fate::Empty => {}
            Fate::Decided(levels) => match self.incumbent.offer(&levels) {
                Offered::Least(cost) => self.floor = self.floor.min(cost as f64),
                Offered::Never => {}
                Offered::Found(_) | Offered::Unknown => self.floor = self.floor.min(bound),
            },
            Fate::Unpaid => self.floor = self.floor.min(bound),
            Fate::Assigned(solution) => {
                if solution.faults(problem.instance).is_empty() {
                    self.floor = self.floor.min(solution.cost(problem.instance) as f64);
                    self.incumbent.take(&solution);
                }
            }
            Fate::Split(cut, children) => {
                let entries = match (&mut self.ledger, cut) {
                    (Some(ledger), Some(cut)) => ledger.cut(node.entry, cut),
                    _ => [node.entry; 2],
                };
                for ((domain, bounds), entry) in children.into_iter().zip(entries) {
                    let prices = Arc::clone(&prices);
                    let depth = node.depth + 1;
                    self.queue(
                        open,
                        Node {
                            domain,
                            bounds,
                            prices,
                            bound,
                            depth,
                            entry,
                        },
                    );
                }
            }
        }
    }

    /// The bound at the root, with first answers; `domain` loses what is fixed.
    fn root(&mut self, problem: &Problem<'_>, domain: &mut Domain) -> (Prices, f64) {
        let mut relaxation = Relaxation::new(problem);
        let relaxation = &mut relaxation;
        let mut prices = first_prices(relaxation, domain);
        let mut bound = f64::NEG_INFINITY;
        for round in 0..ROUNDS {
            let limits = Limits {
                iterations: 100,
                best: self.incumbent.cost(),
                enough: self.threshold(),
                least_gain: 0.0005,
                stretch: 50,
                wants_people: false,
            };
            let (before, mut halted) = (bound, false);
            let peak = {
                let this = &mut *self;
                climb(relaxation, domain, &[], prices, &limits, &mut |bound| {
                    this.tell(bound);
                    halted |= this.watch.is_over();
                    halted
                })
            };
            bound = peak.bound.max(bound);
            relaxation.evaluate(&peak.prices, domain, &[]);
            prices = peak.prices;
            let watch = &self.watch;
            let stop = || watch.is_over();
            let guide = guide(relaxation);
            self.incumbent
                .propose(&relaxation.chosen, Some(&guide), Pains::Root, &stop);
            let rounded = super::tree::rounded(problem, domain, &peak.openness);
            self.incumbent
                .propose(&rounded, Some(&guide), Pains::Root, &stop);
            let threshold = self.threshold();
            self.floor = self.floor.min(threshold);
            if bound >= threshold || halted {
                break;
            }
            if self.ledger.is_none() {
                fix(relaxation, domain, threshold, &mut Vec::new());
            }
            if domain.is_empty() {
                bound = bound.max(threshold);
                break;
            }
            let way = self.incumbent.cost() - before;
            if round > 0 && (bound - before) < 0.005 * way {
                break;
            }
        }
        if bound < self.threshold() {
            let watch = &self.watch;
            let stop = || watch.is_over();
            relaxation.evaluate(&prices, domain, &[]);
            let guide = guide(relaxation);
            self.incumbent.intensify(Some(&guide), &stop);
            let threshold = self.threshold();
            if bound < threshold && self.ledger.is_none() {
                fix(relaxation, domain, threshold, &mut Vec::new());
                self.floor = self.floor.min(threshold);
                if domain.is_empty() {
                    bound = bound.max(threshold);
                }
            }
        }
        (prices, bound)
    }

    /// Solves each market at the prices of the root: a bound, and openings to propose.
    fn apart(&mut self, problem: &Problem<'_>, prices: &Prices, domain: &Domain) {
        let mut relaxation = Relaxation::new(problem);
        relaxation.evaluate(prices, domain, &[]);
        let Some((markets, money)) = apart::markets(&relaxation, prices, domain) else {
            return;
        };
        let guide = guide(&relaxation);
        let mut bound = -money;
        let mut chosen = vec![NONE; problem.facilities.len()];
        let count = markets.len();
        for (index, market) in markets.iter().enumerate() {
            let now = Instant::now();
            let left = self
                .watch
                .deadline
                .map(|deadline| deadline.saturating_duration_since(now).as_secs_f64());
            let options = SolveOptions {
                gap: self.options.gap / 4.0,
                time_limit_s: left.map(|left| 0.7 * left / (count - index) as f64),
                work_limit: Some(
                    self.options
                        .work_limit
                        .unwrap_or(MARKET_NODES)
                        .min(MARKET_NODES),
                ),
            };
            let known = self.apart;
            let found = {
                let this = &mut *self;
                search(&market.instance, &options, None, &mut |_| {
                    this.tell(known);
                    match this.watch.is_over() {
                        true => Control::Stop,
                        false => Control::Continue,
                    }
                })
            };
            match found {
                Ok(outcome) => {
                    bound += outcome.bound as f64;
                    for (at, open) in outcome.solution.open.iter().enumerate() {
                        if let Some(open) = open {
                            chosen[market.facilities[at]] = market.levels[at][open.level] as u32;
                        }
                    }
                }
                Err(SolveError::Infeasible) => bound = f64::INFINITY,
                Err(_) => return,
            }
        }
        // It holds for what fixing left, and what that left out costs no less than the floor.
        self.apart = (bound - 1e-9 * bound.abs()).min(self.floor);
        let watch = &self.watch;
        let stop = || watch.is_over();
        self.incumbent
            .propose(&chosen, Some(&guide), Pains::Root, &stop);
        self.anew(problem);
    }

    /// Decides one market after the other anew while the others stay, as long as that helps.
    fn anew(&mut self, problem: &Problem<'_>) {
        let instance = problem.instance;
        let of = apart::rivals(instance);
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
            let Some(market) = apart::anew(instance, &of, names[step % names.len()], &before)
            else {
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
            let found = {
                let this = &mut *self;
                search(&market.instance, &options, None, &mut |_| {
                    this.tell(this.apart);
                    match this.watch.is_over() {
                        true => Control::Stop,
                        false => Control::Continue,
                    }
                })
            };
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

    fn ended(&mut self, stop: Stop) -> Result<Stop, SolveError> {
        self.floor = self.floor.max(self.apart);
        if self.incumbent.best.is_none() {
            return match stop {
                Stop::Gap if self.floor >= self.worst => Err(SolveError::Infeasible),
                _ => Err(self.nothing_found()),
            };
        }
        let reached = self.floor >= self.threshold() || {
            let best = self.incumbent.cost();
            best - self.floor <= self.gap() * best.abs()
        };
        Ok(match stop {
            Stop::Gap if !reached => Stop::Exhausted,
            _ if reached => Stop::Gap,
            other => other,
        })
    }

    fn nothing_found(&self) -> SolveError {
        let bound = Some(self.floor).filter(|floor| floor.is_finite());
        SolveError::NothingFound {
            bound: bound.and_then(|floor| rounded_up(floor, self.grain)),
        }
    }

    fn outcome(mut self, stop: Stop) -> (Result<Outcome, SolveError>, Option<Ledger>) {
        let Some(solution) = self.incumbent.solution() else {
            return (Err(self.nothing_found()), self.ledger);
        };
        let objective = self.incumbent.best.as_ref().map_or(0, |best| best.0);
        let bound = rounded_up(self.floor, self.grain).unwrap_or(i64::MIN);
        let outcome = Outcome {
            solution,
            objective,
            bound: bound.min(objective),
            stop,
            nodes: self.nodes,
        };
        (Ok(outcome), self.ledger)
    }
}

/// A bound in whole cents: costs are multiples of the grain.
fn rounded_up(bound: f64, grain: i64) -> Option<i64> {
    if !bound.is_finite() {
        return (bound > 0.0).then_some(i64::MAX);
    }
    let safe = bound - 1e-11 * bound.abs() - 1e-6;
    let grains = (safe / grain as f64).ceil();
    Some((grains as i64).saturating_mul(grain))
}

fn guide(relaxation: &Relaxation<'_, '_>) -> Guide {
    let values = relaxation.best.iter().map(|offer| offer.value).collect();
    let levels = relaxation
        .best
        .iter()
        .map(|offer| (offer.level != NONE).then_some(offer.level as usize))
        .collect();
    Guide { values, levels }
}

/// Nodes still to be looked at, the least bound first.
#[derive(Default)]
struct Open {
    heap: BinaryHeap<Queued>,
    count: u64,
}

impl Open {
    fn push(&mut self, node: Node) {
        self.count += 1;
        let number = self.count;
        self.heap.push(Queued { node, number });
    }
}

struct Queued {
    node: Node,
    number: u64,
}

impl PartialEq for Queued {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}
impl Eq for Queued {}
impl PartialOrd for Queued {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Queued {
    fn cmp(&self, other: &Self) -> Ordering {
        other
            .node
            .bound
            .total_cmp(&self.node.bound)
            .then(other.number.cmp(&self.number))
    }
}
