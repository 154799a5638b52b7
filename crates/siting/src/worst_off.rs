//! What the longest ways cost: a price on the `people` dearest of all assignments (the
//! conditional mean of Ogryczak and Zawadzki 2002, "Conditional median: a parametric
//! solution concept for location problems", Annals of Operations Research 110).
//!
//! The sum of the k largest of some numbers is the least, over thresholds t, of
//! k × t + Σ max(0, number − t). With a fixed threshold this is an [`Instance`] again, so
//! that any [`Solver`] will do: [`solve`] searches for the threshold by branch and bound.

use crate::instance::{Instance, Solution};
use crate::solver::{
    Control, Outcome, Progress, SolveError, SolveOptions, Solver, Stop, relative_gap,
};
use std::time::Instant;

/// Whose ways cost, and how much.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorstOff {
    /// How many people are the worst off: the k of the sum.
    pub people: u64,
    /// Per demand: whether its people are asked at all.
    pub counts: Vec<bool>,
    /// Per arc: what it costs one of the worst off, at least 0.
    pub arcs: Vec<i64>,
    /// Per demand: what being left without costs one of the worst off, at least 0.
    pub unmet: Vec<i64>,
}

impl WorstOff {
    /// People by what their way would cost, dearest first.
    fn dearest(&self, instance: &Instance, solution: &Solution) -> Vec<(i64, u64)> {
        let served = instance.arcs.iter().zip(&self.arcs).zip(&solution.flow);
        let served = served.map(|((arc, &cost), &persons)| (arc.demand, cost, persons));
        let left = self.unmet.iter().zip(&solution.unmet).enumerate();
        let left = left.map(|(demand, (&cost, &persons))| (demand, cost, persons));
        let mut all: Vec<(i64, u64)> = served
            .chain(left)
            .filter(|&(demand, _, persons)| persons > 0 && self.counts[demand])
            .map(|(_, cost, persons)| (cost, u64::from(persons)))
            .collect();
        all.sort_unstable_by_key(|&(cost, _)| std::cmp::Reverse(cost));
        all
    }

    /// What the ways of the worst off cost together.
    pub fn cost(&self, instance: &Instance, solution: &Solution) -> i64 {
        let mut left = self.people;
        let mut sum = 0;
        for (cost, persons) in self.dearest(instance, solution) {
            let these = persons.min(left);
            sum += cost * these as i64;
            left -= these;
        }
        sum
    }

    /// What the way of the least badly off of the worst off costs: the threshold at which
    /// [`WorstOff::cost`] is `people` × threshold + Σ max(0, cost − threshold).
    pub fn threshold(&self, instance: &Instance, solution: &Solution) -> i64 {
        let mut people = 0;
        for (cost, persons) in self.dearest(instance, solution) {
            people += persons;
            if people >= self.people {
                return cost;
            }
        }
        0
    }

    /// The instance in which each person besides costs what their way is dearer than a threshold.
    pub fn beyond(&self, instance: &Instance, threshold: i64) -> Instance {
        let mut priced = instance.clone();
        let counts = &self.counts;
        for (arc, cost) in priced.arcs.iter_mut().zip(&self.arcs) {
            if counts[arc.demand] {
                arc.cost += (cost - threshold).max(0);
            }
        }
        for (at, demand) in priced.demands.iter_mut().enumerate() {
            if let (true, Some(cost)) = (counts[at], &mut demand.unmet_cost) {
                *cost += (self.unmet[at] - threshold).max(0);
            }
        }
        priced
    }

    /// Everything that a way may cost, rising, with 0.
    fn thresholds(&self, instance: &Instance) -> Vec<i64> {
        let arcs = instance.arcs.iter().zip(&self.arcs);
        let arcs = arcs.filter(|(arc, _)| self.counts[arc.demand]);
        let unmet = self.unmet.iter().zip(&self.counts);
        let unmet = unmet.filter(|(_, counts)| **counts);
        let mut all: Vec<i64> = std::iter::once(0)
            .chain(arcs.map(|(_, &cost)| cost))
            .chain(unmet.map(|(&cost, _)| cost))
            .collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

/// Thresholds from one index to another, and a bound on the cost of all solutions whose
/// threshold is one of them.
#[derive(Debug, Clone, Copy)]
struct Interval {
    from: usize,
    to: usize,
    bound: i64,
}

/// Solves an instance whose cost is [`Solution::cost`] and [`WorstOff::cost`] together;
/// objective and bound of the outcome are of both.
///
/// For thresholds between a and b, people × a + Σ max(0, cost − b) is no more than what the
/// worst off cost, which gives the bound; each answer gives a solution, whose own threshold
/// is then tried and parts the interval.
///
/// # Errors
/// As [`Solver::solve`].
pub fn solve(
    solver: &dyn Solver,
    instance: &Instance,
    worst: &WorstOff,
    options: &SolveOptions,
    progress: &mut dyn FnMut(Progress) -> Control,
) -> Result<Outcome, SolveError> {
    let mut search = Search {
        solver,
        instance,
        worst,
        options,
        began: Instant::now(),
        thresholds: worst.thresholds(instance),
        open: Vec::new(),
        best: None,
        nodes: 0,
        ended: None,
    };
    search.run(progress)
}

struct Search<'s> {
    solver: &'s dyn Solver,
    instance: &'s Instance,
    worst: &'s WorstOff,
    options: &'s SolveOptions,
    began: Instant,
    thresholds: Vec<i64>,
    open: Vec<Interval>,
    best: Option<(i64, Solution)>,
    nodes: u64,
    /// Why the search has to end before the gap is reached.
    ended: Option<Stop>,
}

impl Search<'_> {
    fn run(
        &mut self,
        progress: &mut dyn FnMut(Progress) -> Control,
    ) -> Result<Outcome, SolveError> {
        let whole = Interval {
            from: 0,
            to: self.thresholds.len() - 1,
            bound: 0,
        };
        // What was solved at one threshold to a gap keeps a bound below its cost.
        let mut closed = i64::MAX;
        self.open.push(whole);
        while let Some(next) = self.least() {
            let interval = self.open.swap_remove(next);
            let (bound, tried) = match self.examine(interval, progress) {
                Ok(found) => found,
                // An interval is as feasible as the whole: only the first can be infeasible.
                Err(SolveError::NothingFound { .. }) if self.best.is_some() => {
                    self.open.push(interval);
                    self.ended.get_or_insert(Stop::WorkLimit);
                    break;
                }
                Err(error) => return Err(error),
            };
            if interval.from == interval.to {
                closed = closed.min(bound);
            } else {
                self.part(Interval { bound, ..interval }, tried);
            }
            if self.ended.is_some() || self.is_proven(closed) {
                break;
            }
        }
        let bound = self.bound(closed);
        let (objective, solution) = self.best.take().ok_or(SolveError::NothingFound {
            bound: Some(bound).filter(|&bound| bound < i64::MAX),
        })?;
        let is_proven = relative_gap(objective, bound) <= self.options.gap;
        Ok(Outcome {
            solution,
            objective,
            bound: bound.min(objective),
            stop: match self.ended {
                Some(stop) if !is_proven => stop,
                _ => Stop::Gap,
            },
            nodes: self.nodes,
        })
    }

    fn least(&self) -> Option<usize> {
        let bound = |&at: &usize| (self.open[at].bound, self.open[at].from);
        (0..self.open.len()).min_by_key(bound)
    }

    fn bound(&self, closed: i64) -> i64 {
        let open = self.open.iter().map(|interval| interval.bound);
        open.min().unwrap_or(i64::MAX).min(closed)
    }

    fn is_proven(&self, closed: i64) -> bool {
        let best = self.best.as_ref();
        best.is_some_and(|&(best, _)| relative_gap(best, self.bound(closed)) <= self.options.gap)
    }

    /// Bounds an interval, and gives the index of the threshold of what was found.
    fn examine(
        &mut self,
        interval: Interval,
        progress: &mut dyn FnMut(Progress) -> Control,
    ) -> Result<(i64, usize), SolveError> {
        let [low, high] = [interval.from, interval.to].map(|at| self.thresholds[at]);
        let priced = self.worst.beyond(self.instance, high);
        let anyhow = self.worst.people as i64 * low;
        let seconds = self.began.elapsed().as_secs_f64();
        let options = SolveOptions {
            gap: self.options.gap,
            time_limit_s: self
                .options
                .time_limit_s
                .map(|limit| (limit - seconds).max(0.0)),
            work_limit: self
                .options
                .work_limit
                .map(|limit| limit.saturating_sub(self.nodes)),
        };
        let (best, nodes) = (self.best.as_ref().map(|&(best, _)| best), self.nodes);
        let others = self.open.iter().map(|open| open.bound).min();
        let mut far = |far: Progress| {
            progress(Progress {
                seconds: seconds + far.seconds,
                best: best.or(far.best.map(|cost| cost + anyhow)),
                bound: far.bound.map(|bound| {
                    let bound = (bound + anyhow).max(interval.bound);
                    others.map_or(bound, |other| other.min(bound))
                }),
                nodes: nodes + far.nodes,
            })
        };
        let outcome = self.solver.solve(&priced, &options, None, &mut far)?;
        self.nodes += outcome.nodes;
        if outcome.stop != Stop::Gap {
            self.ended = Some(outcome.stop);
        }
        let cost = outcome.solution.cost(self.instance)
            + self.worst.cost(self.instance, &outcome.solution);
        let own = self.worst.threshold(self.instance, &outcome.solution);
        let own = self.thresholds.binary_search(&own).unwrap_or(interval.to);
        if self.best.as_ref().is_none_or(|&(best, _)| cost < best) {
            self.best = Some((cost, outcome.solution));
        }
        Ok(((outcome.bound + anyhow).max(interval.bound), own))
    }

    /// Parts an interval at a threshold within it, which becomes an interval of its own.
    fn part(&mut self, interval: Interval, at: usize) {
        let at = at.clamp(interval.from, interval.to);
        let parts = [
            (interval.from, at.wrapping_sub(1)),
            (at, at),
            (at + 1, interval.to),
        ];
        let parts = parts
            .into_iter()
            .filter(|&(from, to)| from <= to && interval.from <= from && to <= interval.to);
        self.open.extend(parts.map(|(from, to)| Interval {
            from,
            to,
            bound: interval.bound,
        }));
    }
}
