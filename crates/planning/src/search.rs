//! The search for the plan: plain, with a threshold for the worst off, or for the fewest
//! changes first.

use crate::adapter::Problem;
use crate::condition;
use crate::plan::{PlanError, Stage};
use domain::Cents;
use domain::plan::PlanOptions;
use siting::conflict::conflict;
use siting::instance::{FacilityKind, Instance, Solution};
use siting::solver::{Control, Outcome, Progress, SolveError, SolveOptions, Solver, Stop};
use siting::worst_off;
use std::time::Instant;

/// So often is the gap asked for made smaller, where the price of changes hides it.
const MOST_ROUNDS: u32 = 5;
/// No gap is asked for that is smaller.
const FINEST: f64 = 1e-9;

type Tell<'t> = dyn FnMut(Stage, Progress) -> Control + 't;

/// The best solution of a problem. Where the problem has a price that the search has to
/// find (a threshold of the worst off, what outweighs a change), it is set.
pub(crate) fn search(
    problem: &mut Problem<'_>,
    options: &PlanOptions,
    solver: &dyn Solver,
    progress: &mut Tell<'_>,
) -> Result<Outcome, PlanError> {
    if !problem.impossible.is_empty() {
        return Err(PlanError::Infeasible {
            conditions: problem.impossible.clone(),
        });
    }
    let limits = SolveOptions {
        gap: options.gap,
        time_limit_s: options.time_limit_s,
        work_limit: options.work_limit,
    };
    let mut tell = |far| progress(Stage::Search, far);
    let is_plain = problem.pricing.is_none() && !problem.region.scenario.wants_fewest_changes();
    let outcome = if let Some(pricing) = &problem.pricing {
        worst_off::solve(solver, &pricing.plain, &pricing.worst, &limits, &mut tell)
    } else if problem.region.scenario.wants_fewest_changes() {
        fewest_changes(problem, &limits, solver, &mut tell)
    } else {
        solver.solve(&problem.instance, &limits, None, &mut tell)
    };
    let mut outcome = outcome.map_err(|error| match error {
        SolveError::Infeasible => clash(problem, solver, &mut tell),
        // Elsewhere the bound is of another problem than the plan's.
        SolveError::NothingFound { .. } if !is_plain => PlanError::NothingFound { bound: None },
        other => other.into(),
    })?;
    problem.settle(&mut outcome);
    Ok(outcome)
}

/// First the fewest changes, whatever they cost; then, with a price on each that outweighs
/// all else, the cheapest of such plans.
///
/// A change more costs more than the whole of the first answer, so that no plan with more
/// changes is better than it. The price is in objective and bound; the gap leaves it out.
fn fewest_changes(
    problem: &mut Problem<'_>,
    limits: &SolveOptions,
    solver: &dyn Solver,
    tell: &mut dyn FnMut(Progress) -> Control,
) -> Result<Outcome, SolveError> {
    let began = Instant::now();
    let counting = changes_alone(problem);
    let exact = SolveOptions {
        gap: 0.0,
        ..limits.clone()
    };
    let mut start = solver.solve(&counting, &exact, None, tell)?.solution;
    let whole = Cents(start.cost(&problem.instance));
    problem.price_changes(Cents::from_eur(whole.eur().floor() + 1.0));
    let (mut gap, mut nodes, mut round) = (limits.gap, 0, 1);
    loop {
        let left = |limit: f64| (limit - began.elapsed().as_secs_f64()).max(0.0);
        let options = SolveOptions {
            gap,
            time_limit_s: limits.time_limit_s.map(left),
            work_limit: limits.work_limit.map(|limit| limit.saturating_sub(nodes)),
        };
        let mut outcome = solver.solve(&problem.instance, &options, Some(&start), tell)?;
        nodes += outcome.nodes;
        outcome.nodes = nodes;
        problem.settle(&mut outcome);
        if problem.gap(outcome.objective, outcome.bound) <= limits.gap {
            outcome.stop = Stop::Gap;
            return Ok(outcome);
        }
        if outcome.stop != Stop::Gap {
            return Ok(outcome);
        }
        if round == MOST_ROUNDS {
            outcome.stop = Stop::Exhausted;
            return Ok(outcome);
        }
        let rest = (outcome.objective - problem.set_aside) as f64 / outcome.objective as f64;
        gap = (limits.gap * rest).min(gap / 2.0).max(FINEST);
        start = outcome.solution;
        round += 1;
    }
}

/// The problem in which nothing costs but changes, a cent each; the problem itself is left
/// with changes that cost nothing.
fn changes_alone(problem: &mut Problem<'_>) -> Instance {
    problem.price_changes(Cents(1));
    let mut alone = problem.instance.clone();
    problem.price_changes(Cents::ZERO);
    let free = &problem.instance;
    for arc in &mut alone.arcs {
        arc.cost = 0;
    }
    for demand in &mut alone.demands[..problem.points.len()] {
        demand.unmet_cost = demand.unmet_cost.map(|_| 0);
    }
    for (facility, free) in alone.facilities.iter_mut().zip(&free.facilities) {
        let kinds = (&mut facility.kind, &free.kind);
        if let (FacilityKind::New { levels, .. }, FacilityKind::New { levels: free, .. }) = kinds {
            for (level, free) in levels.iter_mut().zip(free) {
                level.fixed_cost -= free.fixed_cost;
            }
        }
    }
    for opening in alone.sites.iter_mut().flat_map(|site| &mut site.openings) {
        opening.fixed_cost = 0;
    }
    alone
}

/// The conditions that clash, as far as `tell` lets them be looked for.
pub(crate) fn clash(
    problem: &Problem<'_>,
    solver: &dyn Solver,
    tell: &mut dyn FnMut(Progress) -> Control,
) -> PlanError {
    match conflict(&problem.instance, solver, tell) {
        Ok(clash) => PlanError::Infeasible {
            conditions: clash
                .conditions
                .into_iter()
                .map(|condition| condition::message(problem, condition))
                .collect(),
        },
        Err(error) => error.into(),
    }
}

impl Problem<'_> {
    /// Sets what follows from a solution: the threshold beyond which ways of the worst off
    /// cost, what the gap is not measured against; and the outcome's objective accordingly.
    pub(crate) fn settle(&mut self, outcome: &mut Outcome) {
        self.price_beyond_own(&outcome.solution);
        outcome.objective = outcome.solution.cost(&self.instance);
        if self.region.scenario.wants_fewest_changes() {
            self.set_aside = self.cost_of_changes(&outcome.solution).0;
        }
    }

    /// What the changes of a solution cost.
    pub(crate) fn cost_of_changes(&self, solution: &Solution) -> Cents {
        let change = self.changes(solution);
        change.map_or(Cents::ZERO, |change| change.price * change.count() as i64)
    }

    /// The gap: of what the price of changes leaves, where nobody named it.
    pub(crate) fn gap(&self, objective: i64, bound: i64) -> f64 {
        if objective <= bound {
            return 0.0;
        }
        (objective - bound) as f64 / (objective - self.set_aside).max(1) as f64
    }
}
