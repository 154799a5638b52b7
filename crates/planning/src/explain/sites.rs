//! The plan without a measure, and the plan with a rejected candidate.

use super::one_service::OneService;
use super::{Answer, Explained, NoPlan};
use crate::adapter::Problem;
use domain::Cents;
use domain::plan::{Opening, Without};
use siting::instance::{Instance, Solution};
use std::sync::atomic::AtomicBool;

impl Explained<'_, '_> {
    /// Every other measure is kept in its size; whatever is closed of the
    /// measure's service may open, with the money that the others leave.
    ///
    /// Other services are not decided anew, so that the answer tells what the
    /// measure is worth and which site is the next best for its people.
    pub(super) fn without(&self, facility: usize, stop: &AtomicBool) -> Option<Answer> {
        let service = OneService::of(self.problem, self.solution, facility);
        let Some((unmet_now, cost_now)) = service.as_it_is() else {
            return Some(Answer::NoPlan);
        };
        let Some(without) = service.without(facility) else {
            return Some(Answer::NoPlan);
        };
        let start = without.start(self.solution);
        let outcome = match self.solve(&without.instance, 0.0, start.as_ref(), stop)? {
            Ok(outcome) => outcome,
            Err(NoPlan) => return Some(Answer::NoPlan),
        };
        let others = self.objective - cost_now;
        let openings = without.openings(&outcome.solution);
        let answer = Answer::Without(Without {
            objective: Cents(others + outcome.objective),
            bound: Cents(others + outcome.bound),
            unmet_more: service.unmet(&without, &outcome.solution) - unmet_now,
            instead: openings
                .into_iter()
                .filter(|&(at, _)| self.solution.open[at].is_none())
                .filter_map(|(at, level)| opening(self.problem, at, level))
                .collect(),
        });
        let lifted = without.lifted(
            self.whole(),
            &outcome.solution,
            self.solution,
            Some(facility),
        );
        Some(self.or_better(answer, lifted))
    }

    /// A service opens at the candidate, whichever costs least; its measures
    /// elsewhere stay as they are or close, and other services are kept.
    pub(super) fn forced(&self, candidate: usize, stop: &AtomicBool) -> Option<Answer> {
        let mut least: Option<(i64, Solution)> = None;
        for facility in self.problem.facilities_at(candidate) {
            let Some((more, solution)) = self.forced_facility(facility, stop)? else {
                continue;
            };
            if least.as_ref().is_none_or(|(before, _)| more < *before) {
                least = Some((more, solution));
            }
        }
        Some(match least {
            None => Answer::NoPlan,
            Some((more, solution)) => self.or_better(Answer::Forced(Cents(more)), solution),
        })
    }

    /// What it costs more and the plan with it; `Some(None)` where there is none.
    #[allow(clippy::option_option)]
    fn forced_facility(
        &self,
        facility: usize,
        stop: &AtomicBool,
    ) -> Option<Option<(i64, Solution)>> {
        let service = OneService::of(self.problem, self.solution, facility);
        let (Some((_, cost_now)), Some(forced)) = (service.as_it_is(), service.with(facility))
        else {
            return Some(None);
        };
        let outcome = match self.solve(&forced.instance, 0.0, None, stop)? {
            Ok(outcome) => outcome,
            Err(NoPlan) => return Some(None),
        };
        let lifted = forced.lifted(self.whole(), &outcome.solution, self.solution, None);
        Some(Some((outcome.objective - cost_now, lifted)))
    }

    fn whole(&self) -> &Instance {
        &self.problem.instance
    }

    /// The answer; with the solution that led to it, if that is a plan which
    /// costs less.
    fn or_better(&self, answer: Answer, solution: Solution) -> Answer {
        let whole = self.whole();
        if solution.cost(whole) < self.objective && solution.faults(whole).is_empty() {
            Answer::Better(solution, Box::new(answer))
        } else {
            answer
        }
    }
}

/// A level of a facility in people's words.
pub(crate) fn opening(problem: &Problem<'_>, facility: usize, level: usize) -> Option<Opening> {
    Some(Opening {
        candidate: problem.candidate(facility)?.id.clone(),
        service: problem.service(facility).id.clone(),
        places: problem.sizes[facility][level],
    })
}
