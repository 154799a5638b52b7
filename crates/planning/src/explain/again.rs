//! The counterfactuals of a plan that was read from a file, solved again: what
//! `tuvak verify --deep` holds them against.

use super::{Answer, Explained, Question};
use crate::account::account;
use crate::adapter::Problem;
use crate::parallel::in_parallel;
use domain::plan::{Measure, PlanOptions, Without};
use domain::{DemandPoint, Plan, Region};
use siting::instance::{FacilityKind, Opened, Solution};
use siting::solver::{Control, Solver};
use std::sync::atomic::AtomicBool;
use std::time::Instant;

/// Solves again what the plan would cost without each of its measures, in
/// their order; `None` where no plan exists without it. No time limit holds.
///
/// Returns `None` when the plan is not one of this region (the verifier says why).
pub fn without_again(
    region: &Region,
    demand: &[DemandPoint],
    plan: &Plan,
    threads: usize,
    solver: &dyn Solver,
) -> Option<Vec<Option<Without>>> {
    let problem = Problem::new(region, demand, plan.options.budget);
    let solution = solution(&problem, plan)?;
    let options = PlanOptions {
        time_limit_s: None,
        ..plan.options.clone()
    };
    let explained = Explained {
        problem: &problem,
        solution: &solution,
        objective: solution.cost(&problem.instance),
        options: &options,
        solver,
        since: Instant::now(),
    };
    let questions: Vec<Question> = plan
        .measures
        .iter()
        .enumerate()
        .map(|(at, row)| {
            let facility = facility(&problem, row)?;
            Some(Question::Without {
                measure: at,
                facility,
            })
        })
        .collect::<Option<_>>()?;
    let answer = |question: &Question, stop: &AtomicBool| explained.answer(question, stop);
    let answers = in_parallel(threads, &questions, answer, &mut |_| Control::Continue);
    let without = |answer| match answer {
        Some(Answer::Without(without)) => Some(without),
        Some(Answer::Better(_, answer)) => match *answer {
            Answer::Without(without) => Some(without),
            _ => None,
        },
        _ => None,
    };
    Some(answers.into_iter().map(without).collect())
}

/// The facility of a measure.
fn facility(problem: &Problem<'_>, measure: &Measure) -> Option<usize> {
    (0..problem.facilities.len()).find(|&at| {
        problem.service(at).id == measure.service
            && problem
                .candidate(at)
                .is_some_and(|candidate| candidate.id == measure.candidate)
    })
}

/// The plan as a solution of its problem, if it is one.
pub(crate) fn solution(problem: &Problem<'_>, plan: &Plan) -> Option<Solution> {
    let region = problem.region;
    let mut solution = Solution::nothing(&problem.instance);
    for measure in &plan.measures {
        let facility = facility(problem, measure)?;
        let level = problem.sizes[facility]
            .iter()
            .position(|places| *places == measure.places)?;
        let payment = problem.levels(facility)[level]
            .payments
            .iter()
            .position(|way| {
                region.schemes.get(way.scheme).map(|row| &row.id) == measure.scheme.as_ref()
            })?;
        solution.open[facility] = Some(Opened { level, payment });
    }
    for row in &plan.assignments {
        let point = problem.points.iter().position(|point| {
            point.place == row.place
                && point.target_group == row.target_group
                && point.service == row.service
                && point.hours_per_week == row.hours_per_week
        })?;
        let arc = problem
            .instance
            .arcs
            .iter()
            .position(|arc| arc.demand == point && problem.site(arc.facility) == row.site)?;
        solution.flow[arc] += row.persons;
        solution.unmet[point] = solution.unmet[point].checked_sub(row.persons)?;
    }
    for site in 0..problem.instance.sites.len() {
        solution.site_payment[site] = site_payment(problem, plan, &solution, site);
    }
    solution
        .faults(&problem.instance)
        .is_empty()
        .then_some(solution)
}

/// The way in which a site's own money is paid: a scheme of one of its open
/// facilities with which the plan's payments come out.
fn site_payment(
    problem: &Problem<'_>,
    plan: &Plan,
    solution: &Solution,
    site: usize,
) -> Option<usize> {
    let is_open = |at: &usize| {
        let stands_here = matches!(problem.instance.facilities[*at].kind, FacilityKind::New { site: its, .. } if its == site);
        stands_here && solution.open[*at].is_some()
    };
    let facilities: Vec<usize> = (0..problem.facilities.len()).filter(is_open).collect();
    let first = problem.candidate(*facilities.first()?)?;
    let told = plan.measures.iter().find(|row| row.candidate == first.id)?;
    let paid_by = |scheme: usize| {
        facilities.iter().any(|&at| {
            solution.open[at].is_some_and(|opened| {
                problem.levels(at)[opened.level].payments[opened.payment].scheme == scheme
            })
        })
    };
    let payments = &problem.instance.sites[site].opening(0).payments;
    (0..payments.len()).find(|&way| {
        let mut tried = solution.clone();
        tried.site_payment[site] = Some(way);
        let accounts = account(problem, &tried);
        let comes_out = accounts
            .measures
            .iter()
            .any(|row| row.candidate == told.candidate && row.payments == told.payments);
        paid_by(payments[way].scheme) && comes_out
    })
}
