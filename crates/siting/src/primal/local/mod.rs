//! Local search over what opens, in which level: for instances with capacities,
//! sizes, several services, ceilings. People are assigned anew, exactly, for each step that is
//! taken; prices of the last assignment say which steps are worth it.
//!
//! See `docs/local-search.md`.

mod candidates;
mod changes;
mod money;
mod moves;
mod payable;
mod rules;
mod search;
mod start;
mod wander;
mod worth;

use super::Assigner;
use super::limits::Limits;
use super::payments::{Purse, pay};
use super::random::Random;
use crate::instance::{Instance, Solution};
use payable::payable;
use rules::Rules;
use search::{Search, people};

/// What a bound tells of the facilities.
#[derive(Debug, Clone, PartialEq)]
pub struct Guide {
    /// Per facility: cents by which the bound rises when it opens (its reduced cost);
    /// infinite where it need not be looked at.
    pub values: Vec<f64>,
    /// Per facility: the level in which the bound opens it.
    pub levels: Vec<Option<usize>>,
}

/// Improves levels until no single change, no exchange of two, and no site torn down and replaced
/// helps. Locks, ceilings and all other conditions hold before and after. Work is
/// counted in assignments of a market (a look over all that may change counts as one). The cost in cents; `None`, with
/// the levels as they were, where they are not possible.
pub fn improve<'a>(
    assigner: &mut Assigner<'a>,
    levels: &mut Vec<Option<usize>>,
    guide: Option<&Guide>,
    limits: &Limits,
) -> Option<i64> {
    with_search(assigner, levels, guide, limits, |search| search.settle())
}

/// Improves levels as [`improve`] does, then goes on as long as the limits let it: tears down
/// a few facilities that are near each other, rebuilds, and keeps what is no worse.
/// The same seed and work give the same levels.
pub fn iterate<'a>(
    assigner: &mut Assigner<'a>,
    levels: &mut Vec<Option<usize>>,
    guide: Option<&Guide>,
    seed: u64,
    limits: &Limits,
) -> Option<i64> {
    with_search(assigner, levels, guide, limits, |search| {
        search.settle();
        let mut random = Random::new(seed);
        search.wander(&mut random);
    })
}

/// Levels to begin with: what locks demand, what the guide opens while it can be paid and helps, then what brings
/// most for its money. `None` where that leaves a condition broken.
pub fn construct(
    assigner: &mut Assigner,
    guide: Option<&Guide>,
    limits: &Limits,
) -> Option<Vec<Option<usize>>> {
    let mut levels = vec![None; assigner.instance().facilities.len()];
    with_search(assigner, &mut levels, guide, limits, |search| {
        search.construct(guide)
    })?;
    Some(levels)
}

/// The whole solution at these levels: everybody assigned, everything paid; `None` where a condition is broken.
pub fn solution(assigner: &mut Assigner, levels: &[Option<usize>]) -> Option<Solution> {
    let whole = assigner.whole(levels)?;
    let instance = assigner.instance();
    let (open, site_payment) = pay(instance, levels).found().or_else(|| {
        let mut purse = Purse::new(instance);
        for (facility, &level) in levels.iter().enumerate() {
            purse.set(facility, level);
        }
        payable(instance, &Rules::new(instance, &|_| true), &purse, levels)
    })?;
    let solution = Solution {
        open,
        site_payment,
        flow: whole.flow,
        unmet: whole.unmet,
    };
    solution
        .faults(assigner.instance())
        .is_empty()
        .then_some(solution)
}

/// Runs a search from levels and takes what it ends with, if that is possible.
fn with_search(
    assigner: &mut Assigner,
    levels: &mut Vec<Option<usize>>,
    guide: Option<&Guide>,
    limits: &Limits,
    run: impl FnOnce(&mut Search),
) -> Option<i64> {
    let instance = assigner.instance();
    let must: Vec<bool> = instance
        .demands
        .iter()
        .map(|demand| demand.unmet_cost.is_none())
        .collect();
    if must.contains(&true) {
        // A penalty in place of the condition lets the search pass through where it is broken.
        let soft = softened(instance);
        let mut assigner = Assigner::new(&soft);
        search(&soft, must, &mut assigner, levels, guide, limits, run)
    } else {
        search(instance, must, assigner, levels, guide, limits, run)
    }
}

fn search<'a>(
    instance: &'a Instance,
    must: Vec<bool>,
    assigner: &mut Assigner<'a>,
    levels: &mut Vec<Option<usize>>,
    guide: Option<&Guide>,
    limits: &Limits,
    run: impl FnOnce(&mut Search),
) -> Option<i64> {
    let wanted = |facility: usize| guide.is_none_or(|guide| guide.values[facility] < f64::INFINITY);
    let rules = Rules::new(instance, &wanted);
    let mut search = Search::new(instance, rules, must, assigner, levels, limits)?;
    run(&mut search);
    if !search.is_possible() {
        return None;
    }
    levels.clone_from(&search.state.levels);
    Some(search.state.cost())
}

/// The instance in which everybody may be left without, at a price above all others.
fn softened(instance: &Instance) -> Instance {
    let mut soft = instance.clone();
    let penalty = (1i64 << 57) / (people(instance) + 1);
    for demand in &mut soft.demands {
        demand.unmet_cost.get_or_insert(penalty);
    }
    soft
}
