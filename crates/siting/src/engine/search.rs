//! From root to proof.

use super::apart::Apart;
use super::branch::Experience;
use super::bundle::{Limits, climb, first_prices};
use super::certificate::Ledger;
use super::cuts::{Lp, Master};
use super::dive::dive;
use super::fix::fix;
use super::incumbent::{Incumbent, Offered, Pains};
use super::lagrange::{Prices, Relaxation};
use super::problem::{Domain, MOST_LEVELS, NONE, Problem};
use super::tree::{Effort, Fate, Node, Part, Seen, see, see_by_cuts};
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
/// Rounds of climbing and proposing at the root.
const ROUNDS: usize = 12;
/// Numbers that waiting nodes may hold besides their domains.
const ROOM: usize = 15_000_000;
/// Nodes between two dives at first, where people are not divided; then a quarter of all.
const DIVE: u64 = 16;

/// Solves an instance; see [`crate::solver::Solver::solve`].
pub(super) fn search(
    instance: &Instance,
    options: &SolveOptions,
    start: Option<&Solution>,
    progress: &mut dyn FnMut(Progress) -> Control,
) -> Result<Outcome, SolveError> {
    searched(instance, options, start, Kind::Whole, progress).0
}

/// The same with little work for answers, from prices that are known to be good if any are; with
/// the prices of the root.
pub(super) fn brief(
    instance: &Instance,
    options: &SolveOptions,
    start: Option<&Solution>,
    prices: Option<Prices>,
    progress: &mut dyn FnMut(Progress) -> Control,
) -> (Result<Outcome, SolveError>, Prices) {
    let (outcome, _, prices) = searched(instance, options, start, Kind::Brief(prices), progress);
    (outcome, prices)
}

/// The same with a certificate of the bound, for an instance with this fingerprint.
pub(super) fn certified(
    instance: &Instance,
    options: &SolveOptions,
    start: Option<&Solution>,
    progress: &mut dyn FnMut(Progress) -> Control,
    fingerprint: &str,
) -> (Result<Outcome, SolveError>, String) {
    let (outcome, ledger, _) = searched(instance, options, start, Kind::Certified, progress);
    let bound = match &outcome {
        Ok(outcome) => Some(outcome.bound),
        Err(_) => None,
    };
    let text = ledger
        .unwrap_or_default()
        .write(&Problem::new(instance), fingerprint, bound);
    (outcome, text)
}

/// What a search is for.
enum Kind {
    Whole,
    /// A certificate is kept.
    Certified,
    /// One market on one set of terms, with prices known to be good: little work goes into answers.
    Brief(Option<Prices>),
}

fn searched(
    instance: &Instance,
    options: &SolveOptions,
    start: Option<&Solution>,
    kind: Kind,
    progress: &mut dyn FnMut(Progress) -> Control,
) -> (Result<Outcome, SolveError>, Option<Ledger>, Prices) {
    let is_certified = matches!(kind, Kind::Certified);
    let (is_brief, warm) = match kind {
        Kind::Brief(prices) => (true, prices),
        _ => (false, None),
    };
    let levels = (0..instance.facilities.len()).map(|facility| instance.levels(facility).len());
    if levels.max().is_some_and(|most| most > MOST_LEVELS) {
        let why = format!("a facility has more than {MOST_LEVELS} levels");
        return (Err(SolveError::Failed(why)), None, Prices::default());
    }
    let began = Instant::now();
    let mut problem = Problem::new(instance);
    let mut incumbent = Incumbent::new(instance, problem.is_exact);
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
        told: f64::NEG_INFINITY,
        ledger: is_certified.then(Ledger::default),
        is_brief,
        has_markets: !is_certified && Apart::applies(&problem),
        nodes: 0,
        experience: Experience::new(instance.facilities.len()),
        first: None,
        next_dive: 0,
    };
    let Some(mut domain) = problem.domain() else {
        return (
            Err(SolveError::Infeasible),
            search.ledger,
            Prices::default(),
        );
    };
    if is_certified {
        // What a certificate does not know of.
        domain.counts[0].0 = 0;
    }
    let entry = search.ledger.as_mut().map_or(0, Ledger::open);
    let (mut prices, mut bound, mut tells) = (warm, f64::NEG_INFINITY, false);
    let mut openness = Vec::new();
    if search.has_markets {
        let (first, reached, mixture) = search.root(&problem, &mut domain, prices, true);
        if reached < search.threshold() {
            tells = search.apart(&problem, &first, reached, &domain, false);
        }
        (prices, bound, openness) = (Some(first), reached, mixture);
    }
    if bound < search.threshold() && search.apart < search.threshold() {
        let (best, reached, mixture) = search.root(&problem, &mut domain, prices, false);
        if search.has_markets && !tells && reached < search.threshold() {
            search.apart(&problem, &best, reached, &domain, true);
        }
        (prices, bound, openness) = (Some(best), reached.max(bound), mixture);
    }
    let prices = prices.unwrap_or_default();
    let at_root = prices.clone();
    problem.compact(&domain);
    let root = Node {
        domain,
        bounds: Vec::new(),
        prices: Arc::new(prices),
        warmth: None,
        openness,
        lp: None,
        bound,
        depth: 0,
        entry,
    };
    if let Some(ledger) = &mut search.ledger {
        ledger.see(entry, &root.prices, Vec::new());
    }
    let stop = search.tree(&problem, root);
    let (outcome, ledger) = match stop {
        Ok(stop) => search.outcome(stop),
        Err(error) => (Err(error), search.ledger),
    };
    (outcome, ledger, at_root)
}

/// When to stop, and when to tell.
pub(super) struct Watch {
    pub began: Instant,
    pub deadline: Option<Instant>,
    told: Instant,
    stopped: AtomicBool,
}

impl Watch {
    pub fn is_over(&self) -> bool {
        self.stopped.load(Atomic::Relaxed)
            || self
                .deadline
                .is_some_and(|deadline| Instant::now() >= deadline)
    }
}

pub(super) struct Search<'s, 'a> {
    grain: i64,
    worst: f64,
    pub options: &'s SolveOptions,
    pub incumbent: Incumbent<'a>,
    pub watch: Watch,
    progress: &'s mut dyn FnMut(Progress) -> Control,
    /// The least bound of what was left out as no better.
    pub floor: f64,
    /// The bound of markets apart.
    pub apart: f64,
    /// The best bound told so far.
    told: f64,
    /// The proof, where it is written down.
    ledger: Option<Ledger>,
    /// Whether this is one market on one set of terms: little work goes into answers then.
    is_brief: bool,
    /// Whether markets apart will be looked at, which finds better bounds and answers than the root.
    has_markets: bool,
    nodes: u64,
    /// What branching has gained so far.
    experience: Experience,
    /// The first program by cuts.
    first: Option<Arc<Lp>>,
    /// The number of nodes at which a dive is due.
    next_dive: u64,
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
    pub fn threshold(&self) -> f64 {
        let best = self.incumbent.cost();
        if !best.is_finite() {
            return self.worst;
        }
        // A better answer costs at least a grain less.
        let grain = self.grain as f64;
        let grain = grain - (1e-3 * grain).max(1e-10 * best.abs());
        best - (self.gap() * best.abs()).max(grain)
    }

    pub fn tell(&mut self, bound: f64) {
        let now = Instant::now();
        if now.duration_since(self.watch.told) < Duration::from_millis(100) {
            return;
        }
        self.watch.told = now;
        let best = self.incumbent.best.as_ref().map(|best| best.0);
        // A bound once told holds; a new look at the same answers may begin below it.
        self.told = self.told.max(bound).max(self.apart);
        let bound = rounded_up(self.told, self.grain);
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
        let master = Master::new(problem, &root.domain);
        self.queue(&mut open, root);
        let mut slots: Vec<Relaxation<'_, '_>> = Vec::new();
        loop {
            let least = open.least();
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
            if let (Some(relaxation), Some(node)) = (slots.first_mut(), batch.first())
                && self.may_dive()
            {
                self.dive(relaxation, node);
            }
            let (best, threshold, watch) = (self.incumbent.cost(), self.threshold(), &self.watch);
            let experience = &self.experience;

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
                    let seen = match &master {
                        Some(master) => see_by_cuts(
                            relaxation,
                            master,
                            node,
                            [best, threshold],
                            effort.is_certified,
                            experience,
                            &mut halt,
                        ),
                        None => see(
                            relaxation,
                            node,
                            [best, threshold],
                            effort,
                            experience,
                            &mut halt,
                        ),
                    };
                    (seen, halted)
                })
                .collect();
            for (node, (seen, halted)) in batch.into_iter().zip(seen) {
                self.nodes += 1;
                self.settle(problem, node, seen, halted, threshold, &mut open);
            }
        }
    }

    /// Dives from a node, where people are not divided, and takes up what comes of it.
    fn dive(&mut self, relaxation: &mut Relaxation<'_, '_>, node: &Node) {
        if self.is_brief || !self.incumbent.is_whole() || node.bound >= self.threshold() {
            return;
        }
        let (best, threshold) = (self.incumbent.cost(), self.threshold());
        let watch = &self.watch;
        let found = dive(relaxation, node, (best, threshold), &mut |_| {
            watch.is_over()
        });
        if let Some(found) = found {
            relaxation.evaluate(&node.prices, &node.domain, &node.bounds);
            let guide = guide(relaxation);
            self.incumbent
                .dived(found, Some(&guide), &|| watch.is_over());
        }
    }

    /// Whether it is time for another dive: ever more seldom as nodes add up.
    fn may_dive(&mut self) -> bool {
        let is_time = self.nodes >= self.next_dive;
        if is_time {
            self.next_dive = self.nodes + (self.nodes / 4).max(DIVE);
        }
        is_time
    }

    fn queue(&mut self, open: &mut Open, mut node: Node) {
        if node.bound >= self.threshold() {
            self.floor = self.floor.min(node.bound);
            return;
        }
        // Where many wait, they forget how their parent was solved.
        let nodes = open.heap.len();
        if node
            .warmth
            .as_ref()
            .is_some_and(|warmth| nodes * warmth.size() > ROOM)
        {
            node.warmth = None;
        }
        if let Some(lp) = &mut node.lp {
            let first = self.first.get_or_insert_with(|| Arc::clone(lp));
            if nodes * lp.size() > 2 * ROOM {
                *lp = Arc::clone(first);
            }
        }
        open.push(node, self.grain);
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
            open.push(node, self.grain);
            return;
        }
        let watch = &self.watch;
        let stop = || watch.is_over();
        for (at, candidate) in seen.candidates.iter().enumerate() {
            if (self.nodes < 40 && !self.is_brief) || (self.nodes + at as u64).is_multiple_of(8) {
                self.incumbent.propose(candidate, None, Pains::Node, &stop);
            }
        }
        let Seen {
            bound,
            prices,
            fate,
            fixes,
            lessons,
            ..
        } = seen;
        self.experience.learn(&lessons);
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
            Fate::Split(cut, parts) => {
                let entries = match (&mut self.ledger, cut) {
                    (Some(ledger), Some(cut)) => ledger.cut(node.entry, cut),
                    _ => [node.entry; 2],
                };
                for (part, entry) in parts.into_iter().zip(entries) {
                    let Part {
                        domain,
                        bounds,
                        bound,
                        prices,
                        warmth,
                        lp,
                    } = part;
                    self.queue(
                        open,
                        Node {
                            domain,
                            bounds,
                            prices,
                            warmth,
                            lp,
                            openness: Vec::new(),
                            bound,
                            depth: node.depth + 1,
                            entry,
                        },
                    );
                }
            }
        }
    }

    /// The bound at the root, with first answers; `domain` loses what is fixed. A first look
    /// is only to find good prices.
    fn root(
        &mut self,
        problem: &Problem<'_>,
        domain: &mut Domain,
        warm: Option<Prices>,
        is_first_look: bool,
    ) -> (Prices, f64, Vec<f32>) {
        let mut relaxation = Relaxation::new(problem);
        let relaxation = &mut relaxation;
        let pains = if self.is_brief || is_first_look {
            Pains::Node
        } else {
            Pains::Root
        };
        let mut prices = warm.unwrap_or_else(|| first_prices(relaxation, domain));
        let mut bound = f64::NEG_INFINITY;
        let mut openness = Vec::new();
        let rounds = if is_first_look { 1 } else { ROUNDS };
        for round in 0..rounds {
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
                climb(
                    relaxation,
                    domain,
                    &[],
                    prices,
                    None,
                    &limits,
                    &mut |bound| {
                        this.tell(bound);
                        halted |= this.watch.is_over();
                        halted
                    },
                )
            };
            bound = peak.bound.max(bound);
            relaxation.evaluate(&peak.prices, domain, &[]);
            prices = peak.prices;
            let watch = &self.watch;
            let stop = || watch.is_over();
            let guide = guide(relaxation);
            self.incumbent
                .propose(&relaxation.chosen, Some(&guide), pains, &stop);
            let rounded = super::tree::rounded(problem, domain, &peak.openness);
            self.incumbent.propose(&rounded, Some(&guide), pains, &stop);
            openness = peak.openness;
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
        if bound < self.threshold() && !self.is_brief && !is_first_look {
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
        (prices, bound, openness)
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

pub(super) fn guide(relaxation: &Relaxation<'_, '_>) -> Guide {
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
    /// No answer in what is queued costs less: bounds are whole grains here, and so are costs.
    fn least(&self) -> f64 {
        let first = self.heap.peek();
        first.map_or(f64::INFINITY, |queued| queued.bound as f64)
    }

    fn push(&mut self, node: Node, grain: i64) {
        let bound = rounded_up(node.bound, grain).unwrap_or(i64::MIN);
        self.count += 1;
        let number = self.count;
        self.heap.push(Queued {
            node,
            bound,
            number,
        });
    }
}

struct Queued {
    node: Node,
    /// The node's, in whole grains.
    bound: i64,
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
            .bound
            .cmp(&self.bound)
            .then(self.node.depth.cmp(&other.node.depth))
            .then(other.number.cmp(&self.number))
    }
}
