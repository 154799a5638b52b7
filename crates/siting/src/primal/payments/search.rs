//! Depth first over the groups, bounded by a Lagrangian in the ceilings.

use super::choice::{Choice, Choices, Of};
use super::sums;
use crate::instance::Instance;

/// Choices looked at, at most.
const LIMIT: usize = 200_000;
/// Steps towards the prices of ceilings.
const STEPS: usize = 100;

/// What a search for payments comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Found {
    /// An option of each group.
    Chosen(Vec<usize>),
    /// There is none.
    Nothing,
    /// The search ended before it knew.
    Unknown,
}

/// One option per group with the least municipal sum within the ceilings.
pub(super) fn cheapest(instance: &Instance, choices: &Choices) -> Found {
    let cents: Vec<i64> = instance
        .ceilings
        .iter()
        .map(|ceiling| ceiling.cents)
        .collect();
    let free = vec![0.0; cents.len()];
    let search = Search::new(choices, &cents, &free);
    if let Some(chosen) = search.greedily() {
        // Nothing had to be dearer than its cheapest option.
        return Found::Chosen(chosen);
    }
    let prices = prices(choices, &cents);
    match Search::new(choices, &cents, &prices).run() {
        Found::Unknown => sums::any(choices, &cents),
        found => found,
    }
}

struct Search<'a> {
    choices: &'a Choices,
    cents: &'a [i64],
    prices: &'a [f64],
    /// Per group: its options, the cheapest with prices first.
    order: Vec<Vec<usize>>,
    /// Per group: municipal cents with prices, of it and all after, at least.
    least_after: Vec<f64>,
    /// Per group and ceiling: what it and all after draw, at least.
    draws_after: Vec<Vec<i64>>,
}

impl<'a> Search<'a> {
    fn new(choices: &'a Choices, cents: &'a [i64], prices: &'a [f64]) -> Self {
        let groups = choices.groups.len();
        let mut search = Self {
            choices,
            cents,
            prices,
            order: Vec::with_capacity(groups),
            least_after: vec![0.0; groups + 1],
            draws_after: vec![vec![0; cents.len()]; groups + 1],
        };
        for group in &choices.groups {
            let mut order: Vec<usize> = (0..group.options.len()).collect();
            let priced = |&option: &usize| priced(&group.options[option], prices);
            order.sort_by(|a, b| priced(a).total_cmp(&priced(b)).then(a.cmp(b)));
            search.order.push(order);
        }
        for at in (0..groups).rev() {
            let options = &choices.groups[at].options;
            let least = options.iter().map(|option| priced(option, prices));
            let least = least.fold(f64::INFINITY, f64::min);
            search.least_after[at] = search.least_after[at + 1] + least;
            for ceiling in 0..cents.len() {
                let least = options.iter().map(|option| draw(option, ceiling)).min();
                search.draws_after[at][ceiling] =
                    search.draws_after[at + 1][ceiling] + least.unwrap_or(0);
            }
        }
        search
    }

    /// The first option of every group, if that is possible.
    fn greedily(&self) -> Option<Vec<usize>> {
        let mut path = Path::new(self.cents.len());
        for at in 0..self.order.len() {
            let first = self.order[at].first()?;
            if !self.may_follow(&path, at, *first) {
                return None;
            }
            path.push(&self.choices.groups[at].options[*first], *first);
        }
        Some(path.chosen)
    }

    /// Whether an option fits what was chosen before.
    fn may_follow(&self, path: &Path, at: usize, option: usize) -> bool {
        let group = &self.choices.groups[at];
        let option = &group.options[option];
        let fits = (0..self.cents.len()).all(|ceiling| {
            let after = self.draws_after[at + 1][ceiling];
            path.drawn[ceiling] + draw(option, ceiling) + after <= self.cents[ceiling]
        });
        let is_paid = matches!(group.of, Of::Facility(_))
            || (group.site_begins..at).any(|before| {
                let chosen = path.chosen[before];
                self.choices.groups[before].options[chosen].scheme == option.scheme
            });
        fits && is_paid
    }

    fn run(&self) -> Found {
        let groups = self.order.len();
        let held: f64 = self
            .prices
            .iter()
            .zip(self.cents)
            .map(|(price, &cents)| price * cents as f64)
            .sum();
        let mut path = Path::new(self.cents.len());
        // Per group on the path: how many of its options were looked at.
        let mut looked_at = vec![0usize; groups + 1];
        let mut best: Option<(i64, Vec<usize>)> = None;
        let mut left = LIMIT;
        loop {
            let at = path.chosen.len();
            if at == groups {
                if best.as_ref().is_none_or(|best| path.municipal < best.0) {
                    best = Some((path.municipal, path.chosen.clone()));
                }
            } else if let Some(&option) = self.order[at].get(looked_at[at])
                && left > 0
            {
                looked_at[at] += 1;
                left -= 1;
                if !self.may_follow(&path, at, option) {
                    continue;
                }
                path.push(&self.choices.groups[at].options[option], option);
                let bound = path.priced(self.prices) + self.least_after[at + 1] - held;
                if best.as_ref().is_none_or(|best| bound < best.0 as f64 - 0.5) {
                    looked_at[at + 1] = 0;
                    continue;
                }
            }
            // Whatever goes on from here is no better, or there is nothing more to look at.
            let Some(option) = path.chosen.last() else {
                return match best {
                    Some((_, chosen)) => Found::Chosen(chosen),
                    None if left > 0 => Found::Nothing,
                    None => Found::Unknown,
                };
            };
            let group = path.chosen.len() - 1;
            let option = &self.choices.groups[group].options[*option];
            path.pop(option);
        }
    }
}

/// What was chosen so far.
struct Path {
    chosen: Vec<usize>,
    drawn: Vec<i64>,
    municipal: i64,
}

impl Path {
    fn new(ceilings: usize) -> Self {
        Self {
            chosen: Vec::new(),
            drawn: vec![0; ceilings],
            municipal: 0,
        }
    }

    fn push(&mut self, option: &Choice, index: usize) {
        self.chosen.push(index);
        self.municipal += option.municipal;
        for &(ceiling, cents) in &option.draws {
            self.drawn[ceiling] += cents;
        }
    }

    fn pop(&mut self, option: &Choice) {
        self.chosen.pop();
        self.municipal -= option.municipal;
        for &(ceiling, cents) in &option.draws {
            self.drawn[ceiling] -= cents;
        }
    }

    fn priced(&self, prices: &[f64]) -> f64 {
        let drawn = self.drawn.iter().zip(prices);
        self.municipal as f64
            + drawn
                .map(|(&cents, price)| cents as f64 * price)
                .sum::<f64>()
    }
}

pub(super) fn draw(option: &Choice, ceiling: usize) -> i64 {
    let at = option.draws.binary_search_by_key(&ceiling, |draw| draw.0);
    at.map_or(0, |at| option.draws[at].1)
}

fn priced(option: &Choice, prices: &[f64]) -> f64 {
    let draws = option.draws.iter();
    let drawn: f64 = draws
        .map(|&(ceiling, cents)| prices[ceiling] * cents as f64)
        .sum();
    option.municipal as f64 + drawn
}

/// Prices of the ceilings (municipal cents a cent) by steps along a subgradient.
fn prices(choices: &Choices, cents: &[i64]) -> Vec<f64> {
    let mut prices = vec![0.0; cents.len()];
    let (mut best, mut best_bound) = (prices.clone(), f64::NEG_INFINITY);
    let mut length = 0.5;
    for step in 0..STEPS {
        let mut over: Vec<f64> = cents.iter().map(|&cents| -(cents as f64)).collect();
        let mut bound = 0.0;
        for group in &choices.groups {
            let by_price =
                |a: &&Choice, b: &&Choice| priced(a, &prices).total_cmp(&priced(b, &prices));
            let Some(option) = group.options.iter().min_by(by_price) else {
                continue;
            };
            bound += option.municipal as f64;
            for &(ceiling, cents) in &option.draws {
                over[ceiling] += cents as f64;
            }
        }
        bound += over
            .iter()
            .zip(&prices)
            .map(|(over, price)| over * price)
            .sum::<f64>();
        if bound > best_bound {
            best_bound = bound;
            best.copy_from_slice(&prices);
        }
        if step % 10 == 9 {
            length *= 0.6;
        }
        let norm = over
            .iter()
            .zip(cents)
            .map(|(over, &cents)| (over / (cents as f64 + 1.0)).abs());
        let norm = norm.fold(0.0, f64::max);
        if norm == 0.0 {
            break;
        }
        for ((price, over), &cents) in prices.iter_mut().zip(&over).zip(cents) {
            *price = (*price + length * over / (cents as f64 + 1.0) / norm).max(0.0);
        }
    }
    best
}
