//! From an instance to an outcome: the linear relaxation shows what is
//! promising, a smaller program on that gives a good answer, neighbourhoods of
//! it a better one, and the whole program, started from there, the proof.

use super::exact::exact;
use super::model::{Form, Model};
use super::neighbourhood::{Neighbourhood, restricted, services};
use super::run::{End, Limits, Run, run};
use crate::instance::{Instance, Solution};
use crate::solver::{Control, Outcome, Progress, SolveError, SolveOptions, Stop, relative_gap};
use std::time::{Duration, Instant};

/// Instances with fewer facilities go straight to the whole program.
const SMALL: usize = 60;
/// Branch-and-bound nodes of one smaller program.
const NODES: u64 = 60;
/// Services that are decided anew together.
const TOGETHER: usize = 3;
/// Shares of the time that the smaller programs may take.
const KERNEL_SHARE: f64 = 0.3;
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
    bound: Option<i64>,
    nodes: u64,
    interrupted: bool,
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
    let mut search = Search {
        instance,
        options,
        progress,
        began: Instant::now(),
        best: None,
        bound: None,
        nodes: 0,
        interrupted: false,
    };
    search.offer(Some(Solution::nothing(instance)));
    search.offer(start.cloned());
    if instance.facilities.len() >= SMALL {
        search.kernel()?;
        search.neighbourhoods()?;
    }
    let stop = match search.reason_to_stop() {
        Some(stop) => stop,
        None => search.whole()?,
    };
    search.outcome(stop)
}

impl Search<'_> {
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
        let known = self.best.as_ref().zip(self.bound);
        known.is_some_and(|((best, _), bound)| relative_gap(*best, bound) <= self.options.gap)
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

    /// The program with what the linear relaxation opens at least a little.
    fn kernel(&mut self) -> Result<(), SolveError> {
        let relaxed = Model::new(self.instance, Form::Relaxed)?;
        let limits = Limits {
            relative_gap: 0.0,
            absolute_gap: 0.0,
            deadline: self.deadline(1.0),
            nodes: None,
        };
        let run = self.run(&relaxed, None, limits, Scope::Whole)?;
        if run.end == End::Infeasible {
            return Err(SolveError::Infeasible);
        }
        if run.end != End::Gap {
            return Ok(());
        }
        let Some(columns) = run.columns else {
            return Ok(());
        };
        let promising: Vec<bool> = relaxed
            .openness(self.instance, &columns)
            .into_iter()
            .map(|open| open > 1e-6)
            .collect();
        let kernel = restricted(self.instance, &promising);
        let found = self.smaller(
            &kernel,
            self.best.as_ref().map(|(_, solution)| solution.clone()),
            self.deadline(KERNEL_SHARE),
        )?;
        self.offer(found);
        Ok(())
    }

    /// Decides a few services anew while the others stay, in turn, as long as it helps.
    fn neighbourhoods(&mut self) -> Result<(), SolveError> {
        let services = services(self.instance);
        let count = services.iter().max().map_or(0, |last| last + 1);
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
            let Some((before, solution)) = self.best.clone() else {
                break;
            };
            // The stride changes with each turn so that all meet each other.
            let stride = 1 + step / count % (count - 1);
            let chosen: Vec<usize> = (0..TOGETHER)
                .map(|member| (step + member * stride) % count)
                .collect();
            let free = services
                .iter()
                .map(|service| chosen.contains(service))
                .collect();
            let neighbourhood = Neighbourhood::new(self.instance, &solution, free);
            let inside = neighbourhood.inside(&solution);
            if let Some(found) = self.smaller(&neighbourhood.instance, Some(inside), deadline)? {
                self.offer(Some(neighbourhood.outside(
                    self.instance,
                    &solution,
                    &found,
                )));
            }
            let improved = self.best.as_ref().is_some_and(|(best, _)| *best < before);
            unchanged = if improved { 0 } else { unchanged + 1 };
        }
        Ok(())
    }

    /// An answer of a smaller instance.
    fn smaller(
        &mut self,
        instance: &Instance,
        start: Option<Solution>,
        deadline: Option<Instant>,
    ) -> Result<Option<Solution>, SolveError> {
        let model = match Model::new(instance, Form::Whole) {
            Ok(model) => model,
            Err(SolveError::Infeasible) => return Ok(None),
            Err(error) => return Err(error),
        };
        let limits = Limits {
            relative_gap: self.options.gap / 4.0,
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
                    bound = bound.max(model.bound(seen.bound));
                    if seen.best.is_finite() {
                        let found = (seen.best * model.unit).round() as i64;
                        best = Some(best.map_or(found, |best| best.min(found)));
                    }
                }
                seen_nodes = seen_nodes.max(nodes + seen.nodes);
            }
            let bound = bound.map(|bound| best.map_or(bound, |best| bound.min(best)));
            progress(Progress {
                seconds: began.elapsed().as_secs_f64(),
                best,
                bound,
                nodes: seen_nodes,
            })
        })?;
        if scope == Scope::Whole {
            self.bound = bound.max(model.bound(run.bound));
        }
        self.nodes += run.nodes;
        self.interrupted |= run.end == End::Stopped;
        Ok(run)
    }

    fn outcome(mut self, stop: Stop) -> Result<Outcome, SolveError> {
        let Some((objective, solution)) = self.best.take() else {
            return Err(SolveError::NothingFound);
        };
        let bound = self.bound.unwrap_or(i64::MIN).min(objective);
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
