//! The best plans that differ from each other.
//!
//! *Different* means: of what opens in an earlier plan at least `differ` facilities (all,
//! where fewer open) do not open in a later one. A plan that only adds to an earlier
//! one, or only changes its sizes, is not a different one. This is exact with the terms
//! of an [`Instance`]: for each earlier plan a ceiling on which each of its facilities
//! draws 1 and which leaves room for all but `differ` of them.

use super::{Interval, Questions, Reply, levels_mut};
use crate::instance::{Ceiling, Instance, Solution};
use crate::solver::SolveError;

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Wanted {
    /// How many plans, the best one among them.
    pub count: usize,
    /// How much more than the best one each may cost, as a share.
    pub within: f64,
    /// How many facilities of each earlier plan must not be in a later one, at least 1.
    pub differ: usize,
}

/// One of the plans.
#[derive(Debug, Clone, PartialEq)]
pub struct Alternative {
    /// The plan.
    pub solution: Solution,
    /// What it costs, and what every plan costs at least that differs from the ones before.
    pub cost: Interval,
    /// Facilities of the best plan that are not in it.
    pub closes: Vec<usize>,
    /// Facilities in it that are not in the best plan.
    pub opens: Vec<usize>,
}

/// Why there are no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// As many as asked for were found.
    Count,
    /// Proven: no other plan differs enough and costs little enough.
    NoMore,
    /// The next one found costs too much; a cheaper one is not ruled out.
    TooCostly,
    /// The limits or the caller ended the search.
    Stopped,
}

/// The best plan, then each time the best one that differs from all before it.
///
/// An empty row means that no plan respects the instance ([`End::NoMore`]) or that none
/// was found ([`End::Stopped`]).
///
/// # Errors
/// As the solver fails.
pub fn alternatives(
    instance: &Instance,
    wanted: Wanted,
    questions: &mut Questions<'_>,
) -> Result<(Vec<Alternative>, End), SolveError> {
    let mut found: Vec<Alternative> = Vec::new();
    let mut narrowed = instance.clone();
    while found.len() < wanted.count {
        if let Some(last) = found.last()
            && !forbid(&mut narrowed, &last.solution, wanted.differ.max(1))
        {
            return Ok((found, End::NoMore));
        }
        let outcome = match questions.ask(&narrowed, None)? {
            Reply::Found(outcome) => outcome,
            Reply::Infeasible => return Ok((found, End::NoMore)),
            Reply::Unknown => return Ok((found, End::Stopped)),
        };
        // What is proven of fewer conditions holds under more.
        let proven = found.last().map_or(i64::MIN, |last| last.cost.least);
        let mut cost = Interval::of(&outcome);
        cost.least = cost.least.max(proven).min(cost.most);
        if let Some(best) = found.first() {
            let most = most(best.cost.most, wanted.within);
            if cost.least > most {
                return Ok((found, End::NoMore));
            }
            if cost.most > most {
                return Ok((found, End::TooCostly));
            }
        }
        let best = found
            .first()
            .map_or(&outcome.solution, |best| &best.solution);
        let closes = only_in(best, &outcome.solution);
        let opens = only_in(&outcome.solution, best);
        found.push(Alternative {
            solution: outcome.solution,
            cost,
            closes,
            opens,
        });
    }
    Ok((found, End::Count))
}

/// Facilities that open in one plan and not in the other.
pub fn only_in(one: &Solution, other: &Solution) -> Vec<usize> {
    let both = one.open.iter().zip(&other.open).enumerate();
    both.filter(|(_, (one, other))| one.is_some() && other.is_none())
        .map(|(facility, _)| facility)
        .collect()
}

/// The most that an alternative may cost.
fn most(best: i64, within: f64) -> i64 {
    best.saturating_add((best.abs() as f64 * within.max(0.0)).floor() as i64)
}

/// Adds the ceiling that rules out whatever does not differ enough from a plan; `false`
/// where nothing opens in the plan, from which nothing can differ.
fn forbid(instance: &mut Instance, plan: &Solution, differ: usize) -> bool {
    let open: Vec<usize> = (0..plan.open.len())
        .filter(|&facility| plan.open[facility].is_some())
        .collect();
    let ceiling = instance.ceilings.len();
    let stay = open.len().saturating_sub(differ);
    instance.ceilings.push(Ceiling { cents: stay as i64 });
    for &facility in &open {
        let levels = levels_mut(instance, facility).iter_mut();
        let payments = levels.flat_map(|level| &mut level.payments);
        payments.for_each(|payment| payment.draws.push((ceiling, 1)));
    }
    !open.is_empty()
}
