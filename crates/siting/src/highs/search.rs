//! From an instance to an outcome. The linear relaxation gives a bound and shows
//! what is promising; one service after the other is decided on that; a smaller
//! program on all that is promising, then neighbourhoods of its answer, give a
//! good answer; and the whole program, started from there, the proof.

use super::exact::exact;
use super::floor::floor;
use super::model::{Form, Model};
use super::neighbourhood::{Neighbourhood, choices, is_plain, restricted};
use super::run::{End, Limits, Run, run};
use crate::instance::{Instance, Solution};
use crate::solver::{Control, Outcome, Progress, SolveError, SolveOptions, Stop, relative_gap};
use std::time::{Duration, Instant};

/// Instances with fewer facilities go straight to the whole program.
const SMALL: usize = 60;
/// Branch-and-bound nodes of one smaller program at most.
const NODES: u64 = 60;
/// Relative gaps of smaller programs: for a first answer, for a better one.
const COARSE: f64 = 0.005;
const FINE: f64 = 0.001;
/// Services that are decided anew together.
const TOGETHER: usize = 3;
/// Shares of the time after which the smaller programs end.
const KERNEL_SHARE: f64 = 0.5;
const SMALLER_SHARE: f64 = 0.6;

/// Time for making the last answer exact when the time is over.
const FINISHING: Duration = Duration::from_secs(2);

/// The best answer and the best bound so far, and who is told of them.
struct Search<'a> {
    instance: &'a Instance,
    options: &'a SolveOptions,
    progress: &'a mut dyn FnMut(Progress) -> Control,
    began: Instant,
    best: Option<(i64, Solution)>,
    bound: i64,
    nodes: u64,
    interrupted: bool,
    /// Facilities that the relaxation opens at least a little.
    promising: Vec<bool>,
}

/// Solves the instance.
///
/// # Errors
/// As [`crate::solver::Solver::solve`].
pub(super) fn search(
    instance: &Instance,
    options: &SolveOptions,
    start: Option<&Solution>,
    progress: &mut dyn FnMut(Progress) -> Control,
) -> Result<Outcome, SolveError> {
    let mut search = Search::new(instance, options, start, progress);
    if instance.facilities.len() >= SMALL && is_plain(instance) {
        search.relaxation()?;
        search.kernel()?;
        search.neighbourhoods()?;
    }
    let stop = match search.reason_to_stop() {
        Some(stop) => stop,
        None => search.whole()?,
    };
    search.outcome(stop)
}

/// Solves the program in which only these facilities may open.
///
/// # Errors
/// As [`crate::solver::Solver::solve`].
pub(super) fn kernel(
    instance: &Instance,
    may_open: &[bool],
    options: &SolveOptions,
    start: Option<&Solution>,
    progress: &mut dyn FnMut(Progress) -> Control,
) -> Result<Outcome, SolveError> {
    let kernel = restricted(instance, may_open);
    let mut search = Search::new(&kernel, options, start, progress);
    let stop = search.whole()?;
    search.outcome(stop)
}

impl<'a> Search<'a> {
    fn new(
        instance: &'a Instance,
        options: &'a SolveOptions,
        start: Option<&Solution>,
        progress: &'a mut dyn FnMut(Progress) -> Control,
    ) -> Self {
        let mut search = Self {
            instance,
            options,
            progress,
            began: Instant::now(),
            best: None,
            bound: floor(instance),
            nodes: 0,
            interrupted: false,
            promising: vec![true; instance.facilities.len()],
        };
        search.offer(Some(Solution::nothing(instance)));
        search.offer(start.cloned());
        search
    }

    /// Takes an answer that respects the instance and costs less.
    fn offer(&mut self, solution: Option<Solution>) {
        let Some(solution) = solution.filter(|solution| solution.faults(self.instance).is_empty())
        else {
            return;
        };
        let cost = solution.cost(self.instance);
        let municipal = |solution: &Solution| solution.municipal(self.instance);
        let better = |(best, before): &(i64, Solution)| {
            cost < *best || (cost == *best && municipal(&solution) < municipal(before))
        };
        if self.best.as_ref().is_none_or(better) {
            self.best = Some((cost, solution));
        }
    }

    fn gap_is_reached(&self) -> bool {
        let best = self.best.as_ref();
        best.is_some_and(|(best, _)| relative_gap(*best, self.bound) <= self.options.gap)
    }

    fn reason_to_stop(&self) -> Option<Stop> {
        if self.interrupted {
            Some(Stop::Interrupted)
        } else if self.gap_is_reached() {
            Some(Stop::Gap)
        } else if self
            .deadline(1.0)
            .is_some_and(|deadline| Instant::now() >= deadline)
        {
            Some(Stop::TimeLimit)
        } else {
            None
        }
    }

    /// The moment at which a share of the time is over.
    fn deadline(&self, share: f64) -> Option<Instant> {
        let seconds = self.options.time_limit_s?.max(0.0) * share;
        Some(self.began + Duration::try_from_secs_f64(seconds).ok()?)
    }

    /// Nodes that are left to the smaller programs: half of the work is for the proof.
    fn work_left(&self) -> u64 {
        self.options
            .work_limit
            .map_or(u64::MAX, |limit| (limit / 2).saturating_sub(self.nodes))
    }

    /// Limits for making an answer exact; a little time is left even when there is none.
    fn finishing(&self) -> Limits {
        let soon = Instant::now() + FINISHING;
        Limits {
            relative_gap: self.options.gap / 20.0,
            absolute_gap: 0.0,
            deadline: self.deadline(1.0).map(|deadline| deadline.max(soon)),
            nodes: None,
        }
    }

    /// The linear relaxation: a bound, and how a first answer may look.
    fn relaxation(&mut self) -> Result<(), SolveError> {
        let relaxed = Model::new(self.instance, Form::Relaxed)?;
        let limits = Limits {
            relative_gap: 0.0,
            absolute_gap: 0.0,
            deadline: self.deadline(1.0),
            nodes: None,
        };
        let run = self.run(&relaxed, None, limits, Scope::Whole)?;
        if let Some(columns) = &run.columns {
            let openness = relaxed.openness(self.instance, columns);
            self.promising = openness.into_iter().map(|open| open > 1e-6).collect();
        }
        match (run.end, run.columns) {
            (End::Infeasible, _) => Err(SolveError::Infeasible),
            (End::Gap, Some(columns)) if self.nothing_is_open() => {
                self.one_by_one(&relaxed, &columns)
            }
            _ => Ok(()),
        }
    }

    /// The program with what is promising or open.
    fn kernel(&mut self) -> Result<(), SolveError> {
        if self.reason_to_stop().is_some() || self.work_left() == 0 {
            return Ok(());
        }
        let start = self.best.as_ref().map(|(_, solution)| solution.clone());
        let mut may_open = self.promising.clone();
        if let Some(start) = &start {
            may_open
                .iter_mut()
                .zip(&start.open)
                .for_each(|(may, open)| *may |= open.is_some());
        }
        let found = self.smaller(
            &restricted(self.instance, &may_open),
            start,
            self.options.gap / 4.0,
            self.deadline(KERNEL_SHARE),
        )?;
        self.offer(found);
        Ok(())
    }

    fn nothing_is_open(&self) -> bool {
        self.best
            .as_ref()
            .is_some_and(|(_, solution)| solution.open.iter().all(Option::is_none))
    }

    /// Decides one service after the other, each with the share of the money
    /// that the relaxation gives it and what those before it left over.
    fn one_by_one(&mut self, relaxed: &Model, columns: &[f64]) -> Result<(), SolveError> {
        let choices = choices(self.instance);
        let draws: Vec<Vec<f64>> = (0..self.instance.ceilings.len())
            .map(|ceiling| relaxed.draws(self.instance, columns, ceiling))
            .collect();
        let mut so_far = vec![false; self.instance.facilities.len()];
        for free in choices {
            if self.reason_to_stop().is_some() {
                break;
            }
            let Some((_, before)) = self.best.clone() else {
                break;
            };
            so_far
                .iter_mut()
                .zip(&free)
                .for_each(|(so_far, free)| *so_far |= free);
            let mut neighbourhood = self.neighbourhood(&before, free);
            for (ceiling, draws) in neighbourhood.instance.ceilings.iter_mut().zip(&draws) {
                let all: f64 = draws.iter().sum();
                let mine: f64 = draws
                    .iter()
                    .zip(&so_far)
                    .filter(|(_, so_far)| **so_far)
                    .map(|(draw, _)| draw)
                    .sum();
                if all > 0.0 {
                    ceiling.cents = (ceiling.cents as f64 * (mine / all).min(1.0)).round() as i64;
                }
            }
            self.improve(&neighbourhood, &before, COARSE, self.deadline(KERNEL_SHARE))?;
        }
        Ok(())
    }

    /// Decides a few services anew while the others stay, in turn, as long as it helps.
    fn neighbourhoods(&mut self) -> Result<(), SolveError> {
        let choices = choices(self.instance);
        let count = choices.len();
        if count <= TOGETHER {
            return Ok(());
        }
        let mut unchanged = 0;
        for step in 0.. {
            let deadline = self.deadline(SMALLER_SHARE);
            let late = deadline.is_some_and(|deadline| Instant::now() >= deadline);
            if unchanged >= count
                || late
                || self.work_left() == 0
                || self.reason_to_stop().is_some()
            {
                break;
            }
            let Some((cost, before)) = self.best.clone() else {
                break;
            };
            // The stride changes with each turn so that all meet each other.
            let stride = 1 + step / count % (count - 1);
            let chosen: Vec<usize> = (0..TOGETHER)
                .map(|member| (step + member * stride) % count)
                .collect();
            let free = (0..before.open.len())
                .map(|facility| chosen.iter().any(|&choice| choices[choice][facility]));
            let neighbourhood = self.neighbourhood(&before, free.collect());
            self.improve(&neighbourhood, &before, FINE, deadline)?;
            let improved = self.best.as_ref().is_some_and(|(best, _)| *best < cost);
            unchanged = if improved { 0 } else { unchanged + 1 };
        }
        Ok(())
    }

    /// Where these facilities are decided anew, among the promising ones and those open before.
    fn neighbourhood(&self, before: &Solution, free: Vec<bool>) -> Neighbourhood {
        let may_open: Vec<bool> = (0..free.len())
            .map(|facility| {
                !free[facility] || self.promising[facility] || before.open[facility].is_some()
            })
            .collect();
        let mut neighbourhood = Neighbourhood::new(self.instance, before, free);
        neighbourhood.instance = restricted(&neighbourhood.instance, &may_open);
        neighbourhood
    }

    /// Offers the best of a neighbourhood.
    fn improve(
        &mut self,
        neighbourhood: &Neighbourhood,
        before: &Solution,
        gap: f64,
        deadline: Option<Instant>,
    ) -> Result<(), SolveError> {
        let inside = neighbourhood.inside(before);
        if let Some(found) = self.smaller(&neighbourhood.instance, Some(inside), gap, deadline)? {
            self.offer(Some(neighbourhood.outside(self.instance, before, &found)));
        }
        Ok(())
    }

    /// An answer of a smaller instance.
    fn smaller(
        &mut self,
        instance: &Instance,
        start: Option<Solution>,
        gap: f64,
        deadline: Option<Instant>,
    ) -> Result<Option<Solution>, SolveError> {
        let model = match Model::new(instance, Form::Whole) {
            Ok(model) => model,
            Err(SolveError::Infeasible) => return Ok(None),
            Err(error) => return Err(error),
        };
        let limits = Limits {
            relative_gap: gap,
            absolute_gap: 0.5 / model.unit,
            deadline,
            nodes: Some(NODES.min(self.work_left().max(1))),
        };
        let start = start.map(|solution| model.columns(instance, &solution));
        let run = self.run(&model, start, limits, Scope::Part)?;
        match run.columns {
            Some(columns) => exact(
                instance,
                &model.solution(instance, &columns),
                self.finishing(),
            ),
            None => Ok(None),
        }
    }

    /// The whole program.
    fn whole(&mut self) -> Result<Stop, SolveError> {
        let model = Model::new(self.instance, Form::Whole)?;
        let limits = Limits {
            relative_gap: self.options.gap,
            absolute_gap: (0.5 / model.unit).max(1e-9),
            deadline: self.deadline(1.0),
            nodes: self
                .options
                .work_limit
                .map(|limit| limit.saturating_sub(self.nodes).max(1)),
        };
        let start = self
            .best
            .as_ref()
            .map(|(_, solution)| model.columns(self.instance, solution));
        let run = self.run(&model, start, limits, Scope::Whole)?;
        if let Some(columns) = &run.columns {
            let found = exact(
                self.instance,
                &model.solution(self.instance, columns),
                self.finishing(),
            )?;
            self.offer(found);
        }
        match run.end {
            End::Infeasible if self.best.is_none() => Err(SolveError::Infeasible),
            End::Infeasible => Err(SolveError::Failed(
                "it finds no answer where there is one".to_owned(),
            )),
            End::Gap => Ok(Stop::Gap),
            End::Nodes => Ok(Stop::WorkLimit),
            End::Time => Ok(Stop::TimeLimit),
            End::Stopped => Ok(Stop::Interrupted),
        }
    }

    fn run(
        &mut self,
        model: &Model,
        start: Option<Vec<f64>>,
        limits: Limits,
        scope: Scope,
    ) -> Result<Run, SolveError> {
        let (began, nodes) = (self.began, self.nodes);
        let mut best = self.best.as_ref().map(|(cost, _)| *cost);
        let mut bound = self.bound;
        let mut seen_nodes = nodes;
        let progress = &mut self.progress;
        let run = run(model.problem.clone(), start, limits, &mut |seen| {
            if let Some(seen) = seen {
                if scope == Scope::Whole {
                    bound = bound.max(model.bound(seen.bound).unwrap_or(bound));
                    if seen.best.is_finite() {
                        let found = (seen.best * model.unit).round() as i64;
                        best = Some(best.map_or(found, |best| best.min(found)));
                    }
                }
                seen_nodes = seen_nodes.max(nodes + seen.nodes);
            }
            let bound = Some(best.map_or(bound, |best| bound.min(best)));
            progress(Progress {
                seconds: began.elapsed().as_secs_f64(),
                best,
                bound,
                nodes: seen_nodes,
            })
        })?;
        if scope == Scope::Whole {
            self.bound = bound.max(model.bound(run.bound).unwrap_or(bound));
        }
        self.nodes += run.nodes;
        self.interrupted |= run.end == End::Stopped;
        Ok(run)
    }

    fn outcome(mut self, stop: Stop) -> Result<Outcome, SolveError> {
        let Some((objective, solution)) = self.best.take() else {
            return Err(SolveError::NothingFound);
        };
        let bound = self.bound.min(objective);
        Ok(Outcome {
            solution,
            objective,
            bound,
            stop,
            nodes: self.nodes,
        })
    }
}

/// Whether a program's bounds and answers are those of the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scope {
    Whole,
    Part,
}
