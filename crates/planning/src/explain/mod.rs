//! Why the plan is as it is: what it would cost without each measure, what
//! every rejected candidate would cost more, what more money would buy, and
//! which measures stay when assumptions are halved and doubled.
//!
//! Each answer is a plan of its own, solved under a work limit; it comes with
//! a proven bound, so that an answer that is not the best one is never taken
//! for it.

mod again;
mod exchange;
mod one_service;
mod sites;
mod variations;

pub(crate) use again::solution;
pub use again::without_again;
pub(crate) use exchange::exchange;
pub(crate) use sites::opening;
pub(crate) use variations::carried_over;

use crate::adapter::Problem;
use crate::figure::Figure;
use crate::parallel::in_parallel;
use crate::plan::Stage;
use domain::plan::{Explain, MoreMoney, PlanOptions, RejectedReason, SensitivityRun, Without};
use domain::{Cents, Message, Plan};
use siting::instance::{Instance, Solution};
use siting::solver::{Control, Outcome, Progress, SolveError, SolveOptions, Solver};
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

/// Nodes for one answer, where the caller gives no limit.
pub(crate) const WORK_LIMIT: u64 = 50;
/// Assumptions and more money are first searched to no smaller a gap than this;
/// then each service is decided anew as long as that helps.
const FIRST_GAP: f64 = 0.02;
/// Relative gap at which one service counts as decided.
pub(crate) const PART_GAP: f64 = 0.0005;

/// What is explained: the plan's problem, its solution, and how to ask the solver.
pub(crate) struct Explained<'p, 'r> {
    pub problem: &'p Problem<'r>,
    pub solution: &'p Solution,
    pub objective: i64,
    pub options: &'p PlanOptions,
    pub solver: &'p dyn Solver,
    /// When the explanation began.
    pub since: Instant,
}

enum Question {
    /// The plan without a measure (index), which is a facility.
    Without {
        measure: usize,
        facility: usize,
    },
    /// The plan with a rejected candidate (index, row of `candidates.csv`).
    Forced {
        rejected: usize,
        candidate: usize,
    },
    MoreMoney,
    /// The plan with an assumption (index) changed.
    Varied {
        assumption: usize,
        figure: Figure,
        factor: f64,
    },
}

impl Question {
    fn stage(&self) -> Stage {
        match self {
            Self::Without { .. } | Self::Forced { .. } => Stage::Sites,
            Self::MoreMoney => Stage::MoreMoney,
            Self::Varied { .. } => Stage::Assumptions,
        }
    }
}

enum Answer {
    Without(Without),
    Forced(Cents),
    MoreMoney(MoreMoney),
    Varied(SensitivityRun),
    /// The question leads to a solution that costs less than the plan; with
    /// what the answer is if the plan stays.
    Better(Solution, Box<Answer>),
    /// No plan respects the conditions.
    NoPlan,
}

impl Explained<'_, '_> {
    /// Fills in the explanation of a plan, as far as its options ask for one.
    /// What the caller or the time limit leaves unexamined stays absent, and a
    /// note tells how much that is.
    ///
    /// A search that ends at a gap may miss a better plan, and a question about
    /// one site may find it. If the caller `adopts` such a solution, it is
    /// returned and the plan left as it is: the caller makes it the plan and
    /// asks again.
    pub fn explain(
        &self,
        plan: &mut Plan,
        figures: &[Figure],
        adopts: bool,
        threads: usize,
        progress: &mut dyn FnMut(Stage, Progress) -> Control,
    ) -> Option<Solution> {
        let about_sites = self.about_sites(plan);
        let answers = self.ask(&about_sites, plan.bound, threads, progress);
        if let Some(better) = self.cheapest(&answers).filter(|_| adopts) {
            return Some(better);
        }
        let mut unexamined = enter(plan, &about_sites, answers);
        let about_choices = self.about_choices(figures);
        let answers = self.ask(&about_choices, plan.bound, threads, progress);
        unexamined += enter(plan, &about_choices, answers);
        if unexamined > 0 {
            plan.notes
                .push(Message::new("siting-not-examined").with("questions", unexamined));
        }
        None
    }

    fn ask(
        &self,
        questions: &[Question],
        bound: Cents,
        threads: usize,
        progress: &mut dyn FnMut(Stage, Progress) -> Control,
    ) -> Vec<Option<Answer>> {
        let far = || Progress {
            seconds: self.since.elapsed().as_secs_f64(),
            best: Some(self.objective),
            bound: Some(bound.0),
            nodes: 0,
        };
        let answer = |question: &Question, stop: &AtomicBool| self.answer(question, stop);
        in_parallel(
            threads,
            questions,
            answer,
            &mut |first| match questions.get(first) {
                None => Control::Continue,
                Some(question) => progress(question.stage(), far()),
            },
        )
    }

    /// The better solution that costs least, of equal ones the first; none when
    /// half of the time for asking is over.
    fn cheapest(&self, answers: &[Option<Answer>]) -> Option<Solution> {
        let asked = self.since.elapsed().as_secs_f64();
        if self.seconds_left().is_some_and(|left| left < asked) {
            return None;
        }
        let better = answers.iter().filter_map(|answer| match answer {
            Some(Answer::Better(solution, _)) => Some(solution),
            _ => None,
        });
        better
            .min_by_key(|solution| solution.cost(&self.problem.instance))
            .cloned()
    }

    /// The explanation as a whole is given the time of the search once more.
    fn seconds_left(&self) -> Option<f64> {
        let limit = self.options.time_limit_s?;
        Some(limit - self.since.elapsed().as_secs_f64())
    }

    fn about_sites(&self, plan: &Plan) -> Vec<Question> {
        let problem = self.problem;
        let mut questions = Vec::new();
        if self.options.explain == Explain::None {
            return questions;
        }
        for (measure, row) in plan.measures.iter().enumerate() {
            let is_it = |&at: &usize| {
                problem.service(at).id == row.service
                    && problem
                        .candidate(at)
                        .is_some_and(|candidate| candidate.id == row.candidate)
            };
            let facility = (0..problem.facilities.len()).find(is_it);
            questions.extend(facility.map(|facility| Question::Without { measure, facility }));
        }
        for (rejected, row) in plan.rejected.iter().enumerate() {
            let candidate = problem
                .region
                .candidates
                .iter()
                .position(|at| at.id == row.candidate);
            if let (Some(candidate), RejectedReason::Costlier) = (candidate, row.reason) {
                questions.push(Question::Forced {
                    rejected,
                    candidate,
                });
            }
        }
        questions
    }

    fn about_choices(&self, figures: &[Figure]) -> Vec<Question> {
        let mut questions = Vec::new();
        if self.options.explain != Explain::Full {
            return questions;
        }
        if !self.problem.ceilings.is_empty() {
            questions.push(Question::MoreMoney);
        }
        for (assumption, &figure) in figures.iter().enumerate() {
            questions.extend([0.5, 2.0].map(|factor| Question::Varied {
                assumption,
                figure,
                factor,
            }));
        }
        questions
    }

    /// The answer; `None` when somebody stopped it or the limits left nothing.
    fn answer(&self, question: &Question, stop: &AtomicBool) -> Option<Answer> {
        match *question {
            Question::Without { facility, .. } => self.without(facility, stop),
            Question::Forced { candidate, .. } => self.forced(candidate, stop),
            Question::MoreMoney => self.more_money(stop),
            Question::Varied { figure, factor, .. } => self.varied(figure, factor, stop),
        }
    }

    /// Solves one question's instance.
    fn solve(
        &self,
        instance: &Instance,
        gap: f64,
        start: Option<&Solution>,
        stop: &AtomicBool,
    ) -> Option<Result<Outcome, NoPlan>> {
        let left = self.seconds_left();
        if left.is_some_and(|seconds| seconds <= 0.0) {
            return None;
        }
        let options = SolveOptions {
            gap,
            time_limit_s: left,
            work_limit: Some(self.options.work_limit.unwrap_or(WORK_LIMIT)),
        };
        let mut go_on = |_| match stop.load(Ordering::Relaxed) {
            true => Control::Stop,
            false => Control::Continue,
        };
        let solved = self.solver.solve(instance, &options, start, &mut go_on);
        if stop.load(Ordering::Relaxed) {
            return None;
        }
        match solved {
            Ok(outcome) => Some(Ok(outcome)),
            Err(SolveError::Infeasible) => Some(Err(NoPlan)),
            Err(SolveError::NothingFound { .. } | SolveError::Failed(_)) => None,
        }
    }

    /// The answer to a question in which everything is decided anew. That the
    /// start is within the gap does not end it: each service is decided anew
    /// until nothing improves, and the gap is told.
    fn solve_in_earnest(
        &self,
        problem: &Problem<'_>,
        start: Option<&Solution>,
        stop: &AtomicBool,
    ) -> Option<Result<Outcome, NoPlan>> {
        let gap = self.options.gap.max(FIRST_GAP);
        let mut outcome = match self.solve(&problem.instance, gap, start, stop)? {
            Ok(outcome) => outcome,
            Err(NoPlan) => return Some(Err(NoPlan)),
        };
        let mut solve = |part: &Instance, start: Option<&Solution>| match self
            .solve(part, PART_GAP, start, stop)
        {
            None => ControlFlow::Break(()),
            Some(solved) => ControlFlow::Continue(solved.ok().map(|outcome| outcome.solution)),
        };
        outcome.solution = exchange(problem, outcome.solution, &mut solve);
        outcome.objective = outcome.solution.cost(&problem.instance);
        (!stop.load(Ordering::Relaxed)).then_some(Ok(outcome))
    }

    /// Needs of the main state that a solution leaves unmet more than the plan does.
    fn unmet_more(&self, solution: &Solution) -> i64 {
        let left = |solution: &Solution| -> i64 {
            let left = self.problem.left_without(solution).into_iter().enumerate();
            let main = left.filter(|(at, _)| self.problem.points[*at].state == self.problem.main);
            main.map(|(_, persons)| i64::from(persons)).sum()
        };
        left(solution) - left(self.solution)
    }
}

/// Enters answers into the plan and counts the questions that have none.
fn enter(plan: &mut Plan, questions: &[Question], answers: Vec<Option<Answer>>) -> usize {
    let unexamined = answers.iter().filter(|answer| answer.is_none()).count();
    for (question, answer) in questions.iter().zip(answers) {
        if let Some(answer) = answer {
            enter_one(plan, question, answer);
        }
    }
    unexamined
}

fn enter_one(plan: &mut Plan, question: &Question, answer: Answer) {
    match (question, answer) {
        (Question::Without { measure, .. }, Answer::Without(without)) => {
            plan.measures[*measure].without = Some(without);
        }
        (Question::Forced { rejected, .. }, Answer::Forced(more)) => {
            plan.rejected[*rejected].forced_more = Some(more);
        }
        (Question::MoreMoney, Answer::MoreMoney(more)) => plan.more_money = Some(more),
        (Question::Varied { assumption, .. }, Answer::Varied(run)) => {
            plan.sensitivity[*assumption].runs.push(run);
        }
        (
            Question::Varied {
                assumption, factor, ..
            },
            Answer::NoPlan,
        ) => {
            let figure = plan.sensitivity[*assumption].figure.as_str();
            let note = Message::new("siting-no-plan-when-varied").with("figure", figure);
            plan.notes.push(note.with("factor", *factor));
        }
        (_, Answer::Better(_, answer)) => enter_one(plan, question, *answer),
        // Where no plan has the candidate open, no cost can be told.
        _ => {}
    }
}

/// No plan respects the conditions of a question.
struct NoPlan;
