//! A search that goes on after [`interchange`](super::interchange): good sets
//! are shaken, improved, and linked with each other by a path (Resende and
//! Werneck 2004), as long as the limits let it.

use super::interchange::Substitution;
use super::limits::Limits;
use super::random::Random;
use super::uncapacitated::Uncapacitated;
use std::cmp::Reverse;

/// Sets that are kept.
const ELITE: usize = 8;
/// Of the open sites, at most one in so many is exchanged when a set is shaken.
const SHAKEN: usize = 8;

/// Improves a set of open sites until the limits are over, or until every site
/// is decided. Work is counted in arcs. The cost, as in
/// [`interchange`](super::interchange()); never more than that of a start that is possible.
///
/// # Panics
/// Where `open` does not have one entry for each site.
pub fn search(
    problem: &Uncapacitated,
    open: &mut Vec<bool>,
    seed: u64,
    limits: &Limits,
) -> Option<i64> {
    let mut random = Random::new(seed);
    let mut elite = Elite { sets: Vec::new() };
    let mut first = Substitution::new(problem, open, limits);
    first.descend(limits);
    elite.offer(&first);
    let free: Vec<usize> = (0..problem.sites())
        .filter(|&site| problem.decided(site).is_none())
        .collect();
    while !limits.over() && !free.is_empty() {
        let from = &elite.sets[random.below(elite.sets.len())].1;
        let mut set = Substitution::new(problem, from, limits);
        shake(&mut set, &free, &mut random, limits);
        set.descend(limits);
        let guide = elite.sets[random.below(elite.sets.len())].1.clone();
        elite.offer(&set);
        link(&mut set, &guide, limits);
        set.descend(limits);
        elite.offer(&set);
    }
    let best = Substitution::new(problem, &elite.sets[0].1, limits);
    open.clone_from(&best.open);
    best.proper_cost()
}

/// The best sets so far, best first, each of another cost.
struct Elite {
    sets: Vec<(i64, Vec<bool>)>,
}

impl Elite {
    fn offer(&mut self, set: &Substitution) {
        if let Err(at) = self.sets.binary_search_by_key(&set.cost, |kept| kept.0) {
            self.sets.insert(at, (set.cost, set.open.clone()));
            self.sets.truncate(ELITE);
        }
    }
}

/// Exchanges some sites, whatever it costs.
fn shake(set: &mut Substitution, free: &[usize], random: &mut Random, limits: &Limits) {
    let mut opened: Vec<usize> = free
        .iter()
        .copied()
        .filter(|&site| set.open[site])
        .collect();
    let mut closed: Vec<usize> = free
        .iter()
        .copied()
        .filter(|&site| !set.open[site])
        .collect();
    let times = 1 + random.below(opened.len() / SHAKEN + 2);
    for _ in 0..times.min(opened.len()).min(closed.len()) {
        let drop = random.below(opened.len());
        let add = random.below(closed.len());
        let step = set.exchange(closed[add], opened[drop]);
        set.apply(step, limits);
        std::mem::swap(&mut opened[drop], &mut closed[add]);
    }
}

/// Goes to the best set on the way to another, where each step is the best; neither end counts.
fn link(set: &mut Substitution, guide: &[bool], limits: &Limits) {
    let mut walker = set.clone();
    let (mut steps, mut profits) = (Vec::new(), Vec::new());
    let mut profit = 0;
    while let Some(step) = walker.best(&|site| guide[site], &|site| !guide[site], true) {
        if limits.over() {
            return;
        }
        walker.apply(step, limits);
        profit += step.profit;
        steps.push(step);
        profits.push(profit);
    }
    profits.pop();
    let best = (0..profits.len()).max_by_key(|&at| (profits[at], Reverse(at)));
    for &step in steps.iter().take(best.map_or(0, |at| at + 1)) {
        set.apply(step, limits);
    }
}
