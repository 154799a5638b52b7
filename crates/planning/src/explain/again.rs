//! The counterfactuals of a plan that was read from a file, solved again: what
//! `tuvak verify --deep` holds them against.

use super::{Answer, Explained, Question};
use crate::account::account;
use crate::adapter::{FacilityOf, Problem};
use crate::parallel::in_parallel;
use crate::restrict::leave_the_rest;
use domain::plan::{Assignment, Measure, PlanOptions, Unmet, Without};
use domain::{DemandPoint, Plan, Region, SiteRef};
use siting::instance::{FacilityKind, Opened, Solution};
use siting::solver::{Control, Solver};
use std::collections::BTreeMap;
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
    let mut problem = Problem::of_plan(region, demand, plan);
    let solution = solution(&problem, plan)?;
    problem.price_beyond_own(&solution);
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
        let year = measure.year.unwrap_or(region.scenario.year);
        let phase = problem.phases.iter().position(|of| *of == year)?;
        let level = problem.level(facility, measure.places, phase)?;
        let payment = problem.levels(facility)[level]
            .payments
            .iter()
            .position(|way| {
                region.schemes.get(way.scheme).map(|row| &row.id) == measure.scheme.as_ref()
            })?;
        solution.open[facility] = Some(Opened { level, payment });
    }
    for state in 0..problem.states.len() {
        assign(problem, &mut solution, state, &rows(problem, plan, state)?)?;
    }
    // What is approved and open costs no change.
    for (arc, flow) in problem.instance.arcs.iter().zip(&mut solution.flow) {
        if !problem.is_of_people(arc.demand) && solution.open[arc.facility].is_some() {
            *flow = 1;
        }
    }
    leave_the_rest(&problem.instance, &mut solution)?;
    for site in 0..problem.instance.sites.len() {
        solution.site_payment[site] = site_payment(problem, plan, &solution, site);
    }
    solution
        .faults(&problem.instance)
        .is_empty()
        .then_some(solution)
}

/// Who goes where in a state, and who is left without.
type Rows<'p> = (&'p [Assignment], &'p [Unmet]);

fn rows<'p>(problem: &Problem<'_>, plan: &'p Plan, state: usize) -> Option<Rows<'p>> {
    if state == problem.main {
        return Some((&plan.assignments, &plan.unmet));
    }
    let told = plan.states.get(state)?;
    Some((&told.assignments, &told.unmet))
}

/// Enters who goes where in a state. How many of those in a home are the ones whose day
/// service is reckoned from there is told by the rows of that service.
fn assign(
    problem: &Problem<'_>,
    solution: &mut Solution,
    state: usize,
    (assignments, unmet): &Rows<'_>,
) -> Option<()> {
    let instance = &problem.instance;
    let mut from_home: BTreeMap<usize, u32> = BTreeMap::new();
    let point = |key: &dyn Fn(&DemandPoint) -> bool, from: &Option<SiteRef>| {
        problem
            .points
            .iter()
            .position(|point| point.state == state && point.home == *from && key(&point.of))
    };
    for row in *assignments {
        if row.from.is_some() {
            let key = |of: &DemandPoint| {
                (&of.place, &of.target_group, &of.service)
                    == (&row.place, &row.target_group, &row.service)
            };
            *from_home.entry(point(&key, &row.from)?).or_default() += row.persons;
        }
    }
    for row in unmet.iter().filter(|row| row.from.is_some()) {
        let key = |of: &DemandPoint| {
            (&of.place, &of.target_group, &of.service)
                == (&row.place, &row.target_group, &row.service)
        };
        *from_home.entry(point(&key, &row.from)?).or_default() += row.persons;
    }
    let mut moved: BTreeMap<(usize, usize), u32> = BTreeMap::new();
    for onward in &instance.onward {
        let arc = &instance.arcs[onward.arc];
        let person = &problem.points[arc.demand].of;
        if problem.points[arc.demand].state != state {
            continue;
        }
        if problem.facilities[arc.facility] == FacilityOf::StayingHome {
            let all = instance.arcs.iter().zip(&solution.flow);
            let gone = all.filter(|(other, _)| other.demand == arc.demand);
            let gone: u32 = gone.map(|(_, &persons)| persons).sum();
            solution.flow[onward.arc] = person.persons.checked_sub(gone)?;
            continue;
        }
        let persons = from_home.get(&onward.demand).copied().unwrap_or(0);
        solution.flow[onward.arc] = persons;
        let key = |of: &DemandPoint| {
            (&of.place, &of.target_group, &of.service)
                == (&person.place, &person.target_group, &person.service)
        };
        *moved
            .entry((point(&key, &None)?, arc.facility))
            .or_default() += persons;
    }
    for row in *assignments {
        let key = |of: &DemandPoint| {
            (&of.place, &of.target_group, &of.service, of.hours_per_week)
                == (
                    &row.place,
                    &row.target_group,
                    &row.service,
                    row.hours_per_week,
                )
        };
        let demand = point(&key, &row.from)?;
        let arc = instance.arcs.iter().position(|arc| {
            arc.demand == demand && problem.site(arc.facility).as_ref() == Some(&row.site)
        })?;
        let already = moved.get(&(demand, instance.arcs[arc].facility));
        solution.flow[arc] += row.persons.checked_sub(already.copied().unwrap_or(0))?;
    }
    Some(())
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
    let phase = solution.phases(&problem.instance)[site]?;
    let payments = &problem.instance.sites[site].opening(phase).payments;
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
