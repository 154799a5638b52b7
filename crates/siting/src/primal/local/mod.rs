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
use crate::instance::{Demand, Instance, Solution};
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
        let rounds = assigner.rounds();
        let mut softened = Assigner::new(&soft);
        softened.set_rounds(rounds);
        softened.learn_from(assigner);
        let cost = search(&soft, must, &mut softened, levels, guide, limits, run);
        assigner.learn_from(&softened);
        cost
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

/// More than any solution costs, as far as numbers go.
fn everything(instance: &Instance) -> i64 {
    let unmet = |demand: &Demand| demand.unmet_cost.unwrap_or(0);
    let mut dearest: Vec<i64> = instance.demands.iter().map(unmet).collect();
    for arc in &instance.arcs {
        dearest[arc.demand] = dearest[arc.demand].max(arc.cost);
    }
    let persons = |demand: usize| match instance.onward.is_empty() {
        true => i128::from(instance.demands[demand].persons),
        false => i128::from(people(instance)),
    };
    let dearest = dearest.iter().enumerate();
    let mut sum: i128 = dearest
        .map(|(demand, &cost)| i128::from(cost) * persons(demand))
        .sum();
    let levels = (0..instance.facilities.len()).map(|facility| instance.levels(facility));
    let fixed = levels.filter_map(|levels| levels.iter().map(|level| level.fixed_cost).max());
    let openings = instance
        .sites
        .iter()
        .filter_map(|site| site.openings.iter().map(|opening| opening.fixed_cost).max());
    sum += fixed
        .chain(openings)
        .map(|cost| i128::from(cost.max(0)))
        .sum::<i128>();
    i64::try_from(sum + 1).unwrap_or(i64::MAX)
}

/// The instance in which everybody may be left without, at a price above all others.
fn softened(instance: &Instance) -> Instance {
    let mut soft = instance.clone();
    let penalty = ((1i64 << 57) / (people(instance) + 1)).min(everything(instance));
    for demand in &mut soft.demands {
        demand.unmet_cost.get_or_insert(penalty);
    }
    soft
}
