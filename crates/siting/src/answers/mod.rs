//! What is asked beyond one answer, over any [`Solver`]: how cost falls with money
//! ([`frontier`]), which other plans are nearly as good ([`alternatives`]), what the
//! last euro buys ([`prices`]), how an approved plan is mended ([`repair`]) and what
//! it is worth to plan for several states at once ([`stochastic`]).
//!
//! Each is a row of questions to the solver, and each number bears what is proven of
//! it. See `docs/explore.md`.

pub mod alternatives;
pub mod frontier;
pub mod prices;
pub mod repair;
pub mod stochastic;

use crate::instance::{FacilityKind, Instance, Level, Solution};
use crate::solver::{Control, Outcome, Progress, SolveError, SolveOptions, Solver, relative_gap};

/// A number of cents known to lie between two ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    /// Proven: it is no less.
    pub least: i64,
    /// It is no more.
    pub most: i64,
}

impl Interval {
    /// What the least cost is after a search.
    pub fn of(outcome: &Outcome) -> Self {
        Self {
            least: outcome.bound.min(outcome.objective),
            most: outcome.objective,
        }
    }

    /// This less the other, where it is known not to be negative.
    pub fn above(self, other: Self) -> Self {
        Self {
            least: (self.least - other.most).max(0),
            most: (self.most - other.least).max(0),
        }
    }

    /// What is left open, as a share of the upper end.
    pub fn gap(self) -> f64 {
        relative_gap(self.most, self.least)
    }
}

/// A row of questions to one solver.
///
/// The limits of `options` hold for each question. When `progress`, which is told
/// the number of the question, says [`Control::Stop`], the question at hand ends with
/// what it has and no more are asked: what was answered before is kept.
pub struct Questions<'a> {
    solver: &'a dyn Solver,
    options: &'a SolveOptions,
    progress: &'a mut dyn FnMut(usize, Progress) -> Control,
    asked: usize,
    is_stopped: bool,
}

/// What a solver says to a question.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Reply {
    Found(Outcome),
    Infeasible,
    /// The limits or the caller ended the search before anything was found.
    Unknown,
}

impl<'a> Questions<'a> {
    /// Questions to a solver.
    pub fn new(
        solver: &'a dyn Solver,
        options: &'a SolveOptions,
        progress: &'a mut dyn FnMut(usize, Progress) -> Control,
    ) -> Self {
        Self {
            solver,
            options,
            progress,
            asked: 0,
            is_stopped: false,
        }
    }

    /// Whether the caller said to stop: what was not asked by then has no answer.
    pub fn is_stopped(&self) -> bool {
        self.is_stopped
    }

    /// How many questions were put.
    pub fn asked(&self) -> usize {
        self.asked
    }

    /// The gap that is good enough.
    pub(crate) fn gap(&self) -> f64 {
        self.options.gap
    }

    /// Asks, from a start if it respects the instance.
    pub(crate) fn ask(
        &mut self,
        instance: &Instance,
        start: Option<&Solution>,
    ) -> Result<Reply, SolveError> {
        self.ask_to(self.options.gap, instance, start)
    }

    /// The same to another gap.
    pub(crate) fn ask_to(
        &mut self,
        gap: f64,
        instance: &Instance,
        start: Option<&Solution>,
    ) -> Result<Reply, SolveError> {
        if self.is_stopped {
            return Ok(Reply::Unknown);
        }
        let number = self.asked;
        self.asked += 1;
        let options = SolveOptions {
            gap,
            ..self.options.clone()
        };
        let start = start.filter(|start| start.faults(instance).is_empty());
        let is_stopped = &mut self.is_stopped;
        let progress = &mut self.progress;
        let mut tell = |far| {
            let control = progress(number, far);
            *is_stopped |= control == Control::Stop;
            control
        };
        match self.solver.solve(instance, &options, start, &mut tell) {
            Ok(outcome) => Ok(Reply::Found(outcome)),
            Err(SolveError::Infeasible) => Ok(Reply::Infeasible),
            Err(SolveError::NothingFound { .. }) => Ok(Reply::Unknown),
            Err(error) => Err(error),
        }
    }
}

/// People left without in a solution.
pub fn unmet(solution: &Solution) -> u64 {
    solution
        .unmet
        .iter()
        .map(|&persons| u64::from(persons))
        .sum()
}

/// The levels of a facility, to be changed; none of what exists.
pub(crate) fn levels_mut(instance: &mut Instance, facility: usize) -> &mut [Level] {
    match &mut instance.facilities[facility].kind {
        FacilityKind::Existing { .. } => &mut [],
        FacilityKind::New { levels, .. } => levels,
    }
}
