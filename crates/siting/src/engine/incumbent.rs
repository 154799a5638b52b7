//! The best answer so far, and how new ones are made from what the relaxation proposes.

use super::dive::Dived;
use super::problem::NONE;
use crate::instance::{Instance, Solution};
use crate::primal::payments::{Payable, pay};
use crate::primal::{Assigner, Guide, Limits, Uncapacitated};
use crate::primal::{construct, improve, interchange, iterate, search};
use crate::solution::Fault;
use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Of the searches that shake what they have.
const SEED: u64 = 1;

/// Which local search fits the instance.
enum Kind<'a> {
    /// Whoever is open serves all who come: interchange of sites.
    Uncapacitated(Box<Uncapacitated>),
    /// Everything else: moves of openings, people assigned anew. Where people cannot be divided at
    /// will, openings are searched with quick assignments (the second assigner), and only what
    /// comes of it is assigned with care.
    General(Box<Assigner<'a>>, Option<Box<Assigner<'a>>>),
}

/// A quick answer within this share of the best is assigned with care.
const NEARLY: f64 = 0.005;

/// Quick assignments of what cannot be divided, by market, at the root or after a dive, and at a node.
const WHOLE_ROOT: u64 = 300;
const WHOLE_NODE: u64 = 40;

/// How much work goes into a proposal.
#[derive(Debug, Clone, Copy)]
pub(super) enum Pains {
    Root,
    Node,
}

/// What openings cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Offered {
    /// So much, and no assignment costs less.
    Least(i64),
    /// So much with what was found.
    Found(i64),
    /// They are no answer, however people are assigned and money is paid.
    Never,
    /// Nothing was found, which proves nothing.
    Unknown,
}

/// The best answer so far.
pub(super) struct Incumbent<'a> {
    instance: &'a Instance,
    kind: Kind<'a>,
    /// Whether assignments are proven to cost least.
    pub is_transport: bool,
    /// Cost and levels of the best; the solution itself is made when asked for.
    pub best: Option<(i64, Vec<Option<usize>>)>,
    whole: Option<(i64, Solution)>,
    seen: BTreeSet<u64>,
    pub tried: usize,
}

impl<'a> Incumbent<'a> {
    /// `is_transport`: whether all assignments of the instance are transport problems.
    pub fn new(instance: &'a Instance, is_transport: bool) -> Self {
        let kind = match Uncapacitated::of(instance) {
            Some(problem) => Kind::Uncapacitated(Box::new(problem)),
            None => Kind::General(
                Box::new(Assigner::new(instance)),
                (!is_transport).then(|| {
                    let mut quick = Assigner::new(instance);
                    quick.set_rounds(0);
                    Box::new(quick)
                }),
            ),
        };
        Self {
            instance,
            kind,
            is_transport,
            best: None,
            whole: None,
            seen: BTreeSet::new(),
            tried: 0,
        }
    }

    /// Cost of the best; infinite without one.
    pub fn cost(&self) -> f64 {
        self.best
            .as_ref()
            .map_or(f64::INFINITY, |best| best.0 as f64)
    }

    /// Takes a whole answer that is known from elsewhere.
    pub fn take(&mut self, solution: &Solution) {
        if !solution.faults(self.instance).is_empty() {
            return;
        }
        let cost = solution.cost(self.instance);
        if (cost as f64) < self.cost() {
            let levels = solution
                .open
                .iter()
                .map(|open| open.map(|open| open.level))
                .collect();
            self.best = Some((cost, levels));
            self.whole = Some((cost, solution.clone()));
        }
    }

    /// Tries openings as they are.
    pub fn offer(&mut self, levels: &[Option<usize>]) -> Offered {
        self.tried += 1;
        match &mut self.kind {
            Kind::Uncapacitated(problem) => {
                let open = problem.open(levels);
                let Some(cost) = problem.cost(&open) else {
                    return Offered::Never;
                };
                let levels = problem.levels(&open);
                self.keep(cost, levels, None);
                Offered::Least(cost)
            }
            Kind::General(assigner, quick) => {
                let (open, site_payment) = match pay(self.instance, levels) {
                    Payable::By(paid) => paid,
                    Payable::Never => return Offered::Never,
                    Payable::Unknown => return Offered::Unknown,
                };
                if let Some(quick) = quick {
                    assigner.learn_from(quick);
                }
                let Some(assigned) = assigner.whole(levels) else {
                    return match self.is_transport {
                        true => Offered::Never,
                        false => Offered::Unknown,
                    };
                };
                if let Some(quick) = quick {
                    quick.learn_from(assigner);
                }
                let solution = Solution {
                    open,
                    site_payment,
                    flow: assigned.flow,
                    unmet: assigned.unmet,
                };
                let faults = solution.faults(self.instance);
                if !faults.is_empty() {
                    // What is against these is so by the openings alone.
                    let of_openings = |fault: &Fault| {
                        matches!(
                            fault,
                            Fault::MaxPlaces { .. } | Fault::Apart(_) | Fault::Lock(_)
                        )
                    };
                    return match faults.iter().any(of_openings) {
                        true => Offered::Never,
                        false => Offered::Unknown,
                    };
                }
                let cost = solution.cost(self.instance);
                self.keep(cost, levels.to_vec(), Some(solution));
                match self.is_transport {
                    true => Offered::Least(cost),
                    false => Offered::Found(cost),
                }
            }
        }
    }

    fn keep(&mut self, cost: i64, levels: Vec<Option<usize>>, solution: Option<Solution>) {
        if (cost as f64) < self.cost() {
            self.best = Some((cost, levels));
            self.whole = solution.map(|solution| (cost, solution));
        }
    }

    /// Makes a good answer of what the relaxation proposes, and improves it.
    /// Openings proposed before are not tried again.
    pub fn propose(
        &mut self,
        chosen: &[u32],
        guide: Option<&Guide>,
        pains: Pains,
        stop: &dyn Fn() -> bool,
    ) {
        let mut hasher = DefaultHasher::new();
        chosen.hash(&mut hasher);
        if !self.seen.insert(hasher.finish()) {
            return;
        }
        self.tried += 1;
        let levels: Vec<Option<usize>> = chosen
            .iter()
            .zip(&self.instance.facilities)
            .map(|(&level, facility)| match facility.kind {
                crate::instance::FacilityKind::New { .. } if level != NONE => Some(level as usize),
                _ => None,
            })
            .collect();
        // Counted in arcs where nothing can be full, in assignments elsewhere.
        let work = match (&self.kind, pains) {
            (Kind::Uncapacitated(_), _) => 20_000_000,
            (Kind::General(_, Some(quick)), Pains::Root) => WHOLE_ROOT * quick.markets() as u64,
            (Kind::General(_, Some(quick)), Pains::Node) => WHOLE_NODE * quick.markets() as u64,
            (Kind::General(..), Pains::Root) => self.assignments(10_000_000),
            (Kind::General(..), Pains::Node) => self.assignments(1_000_000),
        };
        let limits = Limits::new(work, stop);
        match &mut self.kind {
            Kind::Uncapacitated(problem) => {
                let mut open = problem.open(&levels);
                if let Some(cost) = interchange(problem, &mut open, &limits) {
                    let levels = problem.levels(&open);
                    self.keep(cost, levels, None);
                }
            }
            Kind::General(assigner, quick) => {
                let assigner = quick.as_mut().unwrap_or(assigner);
                let values =
                    guide.map_or_else(|| vec![0.0; levels.len()], |guide| guide.values.clone());
                let guided = Guide { values, levels };
                if let Some(mut levels) = construct(assigner, Some(&guided), &limits) {
                    let cost = improve(assigner, &mut levels, guide, &limits);
                    self.nearly(cost, &levels);
                }
            }
        }
    }

    /// Takes up where a dive ended: improves it and offers it.
    pub fn dived(&mut self, dived: Dived, guide: Option<&Guide>, stop: &dyn Fn() -> bool) {
        let Kind::General(_, Some(quick)) = &mut self.kind else {
            return;
        };
        quick.remember(&dived.levels, &dived.flow);
        self.offer(&dived.levels);
        let Kind::General(_, Some(quick)) = &mut self.kind else {
            return;
        };
        let mut levels = dived.levels;
        let limits = Limits::new(WHOLE_ROOT * quick.markets() as u64, stop);
        let cost = improve(quick, &mut levels, guide, &limits);
        self.nearly(cost, &levels);
    }

    /// Offers openings that a quick assignment found to cost so much, if they may be better than the best.
    fn nearly(&mut self, cost: Option<i64>, levels: &[Option<usize>]) {
        let is_near = |cost: i64| {
            let cost = cost as f64;
            self.is_transport || cost <= self.cost() + NEARLY * cost.abs()
        };
        if cost.is_some_and(is_near) {
            self.offer(levels);
        }
    }

    /// Whether people are not divided somewhere, so that a dive may find what searches do not.
    pub fn is_whole(&self) -> bool {
        matches!(self.kind, Kind::General(_, Some(_)))
    }

    /// Assignments of a market that look at so many arcs.
    fn assignments(&self, arcs: u64) -> u64 {
        let Kind::General(assigner, _) = &self.kind else {
            return arcs;
        };
        let each = self.instance.arcs.len() / assigner.markets().max(1);
        (arcs / each.max(1) as u64).clamp(30, 20_000)
    }

    /// Searches around the best with more work.
    pub fn intensify(&mut self, guide: Option<&Guide>, stop: &dyn Fn() -> bool) {
        let Some((_, levels)) = self.best.clone() else {
            return;
        };
        let work = match &self.kind {
            Kind::Uncapacitated(_) => 20_000_000,
            Kind::General(_, None) => self.assignments(40_000_000),
            Kind::General(_, Some(quick)) => WHOLE_ROOT * quick.markets() as u64,
        };
        let limits = Limits::new(work, stop);
        match &mut self.kind {
            Kind::Uncapacitated(problem) => {
                let mut open = problem.open(&levels);
                if let Some(cost) = search(problem, &mut open, SEED, &limits) {
                    let levels = problem.levels(&open);
                    self.keep(cost, levels, None);
                }
            }
            Kind::General(assigner, quick) => {
                let assigner = quick.as_mut().unwrap_or(assigner);
                let mut levels = levels;
                iterate(assigner, &mut levels, guide, SEED, &limits);
                self.offer(&levels);
            }
        }
    }

    /// The best answer, whole.
    pub fn solution(&mut self) -> Option<Solution> {
        let (cost, levels) = self.best.clone()?;
        if let Some((whole, solution)) = &self.whole
            && *whole == cost
        {
            return Some(solution.clone());
        }
        match &self.kind {
            Kind::Uncapacitated(problem) => problem.solution(self.instance, &problem.open(&levels)),
            Kind::General(..) => None,
        }
    }
}
