//! What planners ask beyond one plan, in a region's terms: see `docs/explore.md`.
//!
//! Each answer is a row of plans, of which each has its proven bound; only what
//! comparing them needs is told of each ([`Told`]).

mod alternatives;
mod frontier;
mod prices;
mod repair;
mod scenarios;

pub use alternatives::{Alternative, Alternatives};
pub use frontier::{Frontier, Point};
pub use prices::{MoneyPrice, Prices, Standard, StandardPrice, Step};
pub use repair::Repair;
pub use scenarios::{DemandScenario, InScenario, Scenarios};

use crate::adapter::{CeilingOf, Problem};
use crate::plan::PlanError;
use crate::search::clash;
use domain::plan::{Opening, PlanOptions};
use domain::{Cents, DemandPoint, Message, Region};
use serde::Serialize;
use siting::answers::{Interval, Questions, unmet};
use siting::instance::{Instance, Solution};
use siting::solver::{Control, Progress, SolveOptions, Solver, relative_gap};

/// What is explored, and how to ask the solver. The limits of `options` hold for each
/// question; its budget is the ceiling on all building money.
pub struct Explore<'a> {
    /// The region.
    pub region: &'a Region,
    /// Its demand.
    pub points: &'a [DemandPoint],
    /// Limits and budget.
    pub options: &'a PlanOptions,
    /// Who answers.
    pub solver: &'a dyn Solver,
    /// How many questions were put so far: 0 at first.
    pub asked: usize,
    /// Told how many questions were asked before the one at hand, and how far that has
    /// come; [`Control::Stop`] keeps what is answered.
    pub progress: &'a mut dyn FnMut(usize, Progress) -> Control,
}

/// Money between a proven bound and what a plan costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Range {
    /// Proven: no less.
    pub least: Cents,
    /// No more.
    pub most: Cents,
}

impl From<Interval> for Range {
    fn from(interval: Interval) -> Self {
        Self {
            least: Cents(interval.least),
            most: Cents(interval.most),
        }
    }
}

/// What comparing plans needs of one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Told {
    /// What it costs a year.
    pub cost: Cents,
    /// What no plan that answers the question costs less than.
    pub bound: Cents,
    /// `(cost - bound) / cost`.
    pub gap: f64,
    /// Building money, once.
    pub building: Cents,
    /// Travel and minutes beyond the standard, a year.
    pub travel: Cents,
    /// Mean minutes one way of those served.
    pub minutes: f64,
    /// People left without.
    pub unmet: u64,
    /// What it costs that they are, a year.
    pub unmet_cost: Cents,
    /// What opens.
    pub opens: Vec<Opening>,
}

impl Told {
    fn new(problem: &Problem<'_>, solution: &Solution, cost: i64, bound: i64) -> Self {
        let served = || solution.flow.iter().zip(&problem.ways);
        let persons: u64 = solution.flow.iter().copied().map(u64::from).sum();
        let seconds: u64 = served()
            .map(|(&persons, way)| u64::from(persons) * u64::from(way.leg.seconds))
            .sum();
        let travel = served()
            .map(|(&persons, way)| (way.cost.travel + way.cost.surcharge).0 * i64::from(persons));
        let demands = problem.instance.demands.iter().zip(&solution.unmet);
        let lack = demands.map(|(row, &left)| row.unmet_cost.unwrap_or(0) * i64::from(left));
        Self {
            cost: Cents(cost),
            bound: Cents(bound),
            gap: relative_gap(cost, bound),
            building: building(problem, solution),
            travel: Cents(travel.sum()),
            minutes: match persons {
                0 => 0.0,
                _ => seconds as f64 / persons as f64 / 60.0,
            },
            unmet: unmet(solution),
            unmet_cost: Cents(lack.sum()),
            opens: openings(problem, solution),
        }
    }
}

/// What opens in a solution.
fn openings(problem: &Problem<'_>, solution: &Solution) -> Vec<Opening> {
    let opened = solution.open.iter().enumerate();
    opened
        .filter_map(|(at, opened)| crate::explain::opening(problem, at, (*opened)?.level))
        .collect()
}

/// All building money of a solution.
fn building(problem: &Problem<'_>, solution: &Solution) -> Cents {
    let measures = crate::account::account(problem, solution).measures;
    measures.iter().map(|row| row.capital).sum()
}

impl<'a> Explore<'a> {
    /// The problem under a budget.
    fn problem(&self, budget: Option<Cents>) -> Result<Problem<'a>, PlanError> {
        self.understands()?;
        let problem = Problem::new(self.region, self.points, budget);
        match problem.impossible.is_empty() {
            true => Ok(problem),
            false => Err(PlanError::Infeasible {
                conditions: problem.impossible,
            }),
        }
    }

    /// Whether the scenario is free of switches that bring several years, prices found by a
    /// search, or needs of nobody into the instance.
    fn understands(&self) -> Result<(), PlanError> {
        let scenario = &self.region.scenario;
        let equity = scenario.equity.as_ref();
        let switches = [
            ("phases", !scenario.phases.is_empty()),
            ("demand_scenarios", !scenario.demand_scenarios.is_empty()),
            ("least_change", scenario.least_change.is_some()),
            ("day_travel_from_home", scenario.day_travel_from_home),
            (
                "equity.worst_share",
                equity.is_some_and(|equity| equity.worst().is_some()),
            ),
        ];
        match switches.into_iter().find(|(_, is_on)| *is_on) {
            None => Ok(()),
            Some((key, _)) => {
                let message = Message::new("explore-switch").with("switch", key);
                Err(PlanError::Faulty(message))
            }
        }
    }

    /// The problem with a ceiling on all building money, which is the first: the budget,
    /// or more than can be spent.
    fn with_budget(&self) -> Result<Problem<'a>, PlanError> {
        let mut problem = self.problem(Some(self.options.budget.unwrap_or(Cents::ZERO)))?;
        if self.options.budget.is_none() {
            let all = most_drawn(&problem.instance);
            problem.instance.ceilings[0].cents = all;
            problem.ceilings[0] = CeilingOf::Budget(Cents(all));
        }
        Ok(problem)
    }

    /// Puts a row of questions.
    fn ask<A>(
        &mut self,
        ask: impl FnOnce(&mut Questions<'_>) -> Result<A, siting::solver::SolveError>,
    ) -> Result<A, PlanError> {
        let limits = SolveOptions {
            gap: self.options.gap,
            time_limit_s: self.options.time_limit_s,
            work_limit: self.options.work_limit,
        };
        let (before, progress) = (self.asked, &mut *self.progress);
        let mut numbered = |number: usize, far| progress(before + number, far);
        let mut questions = Questions::new(self.solver, &limits, &mut numbered);
        let answer = ask(&mut questions);
        self.asked += questions.asked();
        Ok(answer?)
    }

    /// Why there is no plan at all.
    fn why_none(&self, problem: &Problem<'_>) -> PlanError {
        match clash(problem, self.solver, &mut |_| Control::Continue) {
            // There is one, but the limits were too narrow to find it.
            PlanError::Infeasible { conditions } if conditions.is_empty() => {
                PlanError::NothingFound { bound: None }
            }
            error => error,
        }
    }
}

/// What all levels and sites together may draw on the first ceiling.
fn most_drawn(instance: &Instance) -> i64 {
    let levels = (0..instance.facilities.len()).flat_map(|at| instance.levels(at));
    let openings = instance.sites.iter().flat_map(|site| &site.openings);
    let payments = levels
        .flat_map(|level| &level.payments)
        .chain(openings.flat_map(|opening| &opening.payments));
    let draws = payments.flat_map(|payment| &payment.draws);
    draws
        .filter(|draw| draw.0 == 0)
        .map(|draw| draw.1.max(0))
        .sum()
}
