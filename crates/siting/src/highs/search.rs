//! From an instance to an outcome.

use super::exact::exact;
use super::model::{Form, Model};
use super::run::{End, Limits, Run, run};
use crate::instance::{Instance, Solution};
use crate::solver::{Control, Outcome, Progress, SolveError, SolveOptions, Stop};
use std::time::{Duration, Instant};

/// The best answer and the best bound so far, and who is told of them.
pub(super) struct Search<'a> {
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
    if let Some(start) = start {
        search.offer(start.clone());
    }
    let stop = search.whole()?;
    search.outcome(stop)
}

impl Search<'_> {
    /// Takes an answer that respects the instance and costs less.
    fn offer(&mut self, solution: Solution) {
        if !solution.faults(self.instance).is_empty() {
            return;
        }
        let cost = solution.cost(self.instance);
        if self.best.as_ref().is_none_or(|(best, _)| cost < *best) {
            self.best = Some((cost, solution));
        }
    }

    fn raise_bound(&mut self, bound: Option<i64>) {
        self.bound = self.bound.max(bound);
    }

    fn deadline(&self) -> Option<Instant> {
        let seconds = self.options.time_limit_s?;
        Some(self.began + Duration::try_from_secs_f64(seconds.max(0.0)).ok()?)
    }

    /// The whole program.
    fn whole(&mut self) -> Result<Stop, SolveError> {
        let model = Model::new(self.instance, Form::Whole)?;
        let limits = Limits {
            relative_gap: self.options.gap,
            absolute_gap: (0.5 / model.unit).max(1e-9),
            deadline: self.deadline(),
            nodes: self.options.work_limit,
        };
        let start = self
            .best
            .as_ref()
            .map(|(_, solution)| model.columns(self.instance, solution));
        let run = self.run(&model, start, limits)?;
        self.raise_bound(model.bound(run.bound));
        if let Some(columns) = &run.columns {
            let rough = model.solution(self.instance, columns);
            if let Some(solution) = exact(self.instance, &rough)? {
                self.offer(solution);
            }
        }
        match run.end {
            End::Infeasible if self.best.is_none() => Err(SolveError::Infeasible),
            End::Infeasible => Err(SolveError::Failed(
                "it says that nothing respects all conditions, which is not so".to_owned(),
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
    ) -> Result<Run, SolveError> {
        let (began, before, nodes) = (self.began, self.bound, self.nodes);
        let mut best = self.best.as_ref().map(|(cost, _)| *cost);
        let mut bound = before;
        let mut seen_nodes = nodes;
        let progress = &mut self.progress;
        let run = run(model.problem.clone(), start, limits, &mut |seen| {
            if let Some(seen) = seen {
                bound = bound.max(model.bound(seen.bound));
                if seen.best.is_finite() {
                    let found = (seen.best * model.unit).round() as i64;
                    best = Some(best.map_or(found, |best| best.min(found)));
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
