//! The plan with more money, and with an assumption halved or doubled.

use super::sites::opening;
use super::{Answer, Explained, NoPlan};
use crate::adapter::{CeilingOf, FacilityOf, Problem};
use crate::figure::Figure;
use crate::restrict::leave_the_rest;
use domain::plan::{MoreMoney, Opening, SensitivityRun};
use domain::{Cents, Region};
use siting::instance::{Opened, Payment, Solution};
use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::AtomicBool;

/// Each ceiling rises by a tenth, but by no less than this.
const LEAST_RISE: Cents = Cents(10_000_000);
const RISE: f64 = 0.1;

impl Explained<'_, '_> {
    /// Every ceiling rises. The money that this adds is the rise of the budget
    /// or, without one, of all funds together.
    pub(super) fn more_money(&self, stop: &AtomicBool) -> Option<Answer> {
        let rise = |of: &CeilingOf| of.cents().share(RISE).max(LEAST_RISE);
        let mut richer = self.problem.clone();
        for (ceiling, of) in richer
            .instance
            .ceilings
            .iter_mut()
            .zip(&self.problem.ceilings)
        {
            ceiling.cents += rise(of).0;
        }
        let is_budget = |of: &&CeilingOf| matches!(of, CeilingOf::Budget(_));
        let budget = self.problem.ceilings.iter().find(is_budget).map(rise);
        let funds = || self.problem.ceilings.iter().map(rise).sum();
        let solved = self.solve_in_earnest(&richer, Some(self.solution), stop)?;
        Some(match solved {
            Ok(outcome) => Answer::MoreMoney(MoreMoney {
                extra: budget.unwrap_or_else(funds),
                objective: Cents(outcome.objective),
                bound: Cents(outcome.bound),
                unmet_fewer: -self.unmet_more(&outcome.solution),
            }),
            Err(NoPlan) => Answer::NoPlan,
        })
    }

    /// An assumption multiplied by `factor`, everything decided anew.
    pub(super) fn varied(&self, figure: Figure, factor: f64, stop: &AtomicBool) -> Option<Answer> {
        let mut region: Region = self.problem.region.clone();
        region.scenario.budget_eur = self.options.budget.map(Cents::eur);
        let region = figure.varied(&region, factor);
        let budget = region.scenario.budget_eur.map(Cents::from_eur);
        let mut varied = Problem::new(&region, self.problem.given, budget);
        varied.priced_as(self.problem);
        if !varied.impossible.is_empty() {
            return Some(Answer::NoPlan);
        }
        let start = carried_over(self.problem, self.solution, &varied);
        let outcome = match self.solve_in_earnest(&varied, start.as_ref(), stop)? {
            Ok(outcome) => outcome,
            Err(NoPlan) => return Some(Answer::NoPlan),
        };
        let before = openings(self.problem, self.solution);
        let after = openings(&varied, &outcome.solution);
        let (stays, leaves): (Vec<_>, Vec<_>) =
            before.iter().partition(|(key, _)| after.contains_key(key));
        let enters = after.iter().filter(|(key, _)| !before.contains_key(key));
        let list = |rows: Vec<(&Key, &Opening)>| {
            rows.into_iter()
                .map(|(_, opening)| opening.clone())
                .collect()
        };
        Some(Answer::Varied(SensitivityRun {
            factor,
            objective: Cents(outcome.objective),
            bound: Cents(outcome.bound),
            stays: list(stays),
            leaves: list(leaves),
            enters: list(enters.collect()),
        }))
    }
}

/// A facility in any variation of a region: what it is, and its service.
type Key = (FacilityOf, usize);

fn key(problem: &Problem<'_>, facility: usize) -> Key {
    (problem.facilities[facility], problem.services[facility])
}

fn openings(problem: &Problem<'_>, solution: &Solution) -> BTreeMap<Key, Opening> {
    let opened = solution.open.iter().enumerate();
    opened
        .filter_map(|(at, opened)| {
            Some((key(problem, at), opening(problem, at, (*opened)?.level)?))
        })
        .collect()
}

/// The same openings and assignments in a variation of the problem; `None`
/// where they break one of its conditions.
pub(crate) fn carried_over(
    from: &Problem<'_>,
    solution: &Solution,
    to: &Problem<'_>,
) -> Option<Solution> {
    if from.points != to.points {
        return None;
    }
    let index = |problem: &Problem<'_>| -> HashMap<Key, usize> {
        (0..problem.facilities.len())
            .map(|at| (key(problem, at), at))
            .collect()
    };
    let source = index(from);
    let same_scheme =
        |payments: &[Payment], scheme: usize| payments.iter().position(|one| one.scheme == scheme);
    let mut start = Solution::nothing(&to.instance);
    for at in 0..to.facilities.len() {
        let Some(&old) = source.get(&key(to, at)) else {
            continue;
        };
        let Some(opened) = solution.open[old] else {
            continue;
        };
        let places = from.sizes[old][opened.level];
        let scheme = from.levels(old)[opened.level].payments[opened.payment].scheme;
        let phase = from.levels(old)[opened.level].phase;
        let level = to.level(at, places, phase)?;
        let payment = same_scheme(&to.levels(at)[level].payments, scheme)?;
        start.open[at] = Some(Opened { level, payment });
    }
    for (site, phase) in solution.phases(&from.instance).into_iter().enumerate() {
        let (Some(payment), Some(phase)) = (solution.site_payment[site], phase) else {
            continue;
        };
        let payments = |problem: &Problem<'_>| -> Vec<Payment> {
            let opening = problem.instance.sites[site].opening(phase);
            opening.payments.clone()
        };
        let scheme = payments(from)[payment].scheme;
        start.site_payment[site] = same_scheme(&payments(to), scheme);
    }
    let served = from.instance.arcs.iter().zip(&solution.flow);
    let served: HashMap<(usize, Key), u32> = served
        .map(|(arc, &persons)| ((arc.demand, key(from, arc.facility)), persons))
        .collect();
    for (at, arc) in to.instance.arcs.iter().enumerate() {
        let persons = served
            .get(&(arc.demand, key(to, arc.facility)))
            .copied()
            .unwrap_or(0);
        start.flow[at] = persons;
    }
    leave_the_rest(&to.instance, &mut start)?;
    start.faults(&to.instance).is_empty().then_some(start)
}
