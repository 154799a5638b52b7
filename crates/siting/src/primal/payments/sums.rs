//! Whether anything fits the ceilings at all: all sums that the groups can draw, layer by
//! layer, without those that another makes superfluous.

use super::choice::{Choice, Choices, Of};
use super::search::{Found, draw};
use std::collections::HashMap;

/// Sums looked at, at most.
const LIMIT: usize = 200_000;
/// What a ceiling counts as drawn once it holds whatever follows.
const HOLDS: i64 = i64::MIN / 4;
/// Sums before a sum that it is compared with; with two ceilings the last one tells all.
const NEAR: usize = 16;
/// Ways to pay a site's own money of which a set fits into a mask.
const MOST_OWN: usize = 64;
/// Weights of ceilings in whole numbers are below this.
const FINEST: f64 = (1 << 20) as f64;
/// Steps towards weights with which nothing fits.
const STEPS: usize = 60;

/// One option of each group within the ceilings, whatever the municipalities pay.
pub(super) fn any(choices: &Choices, cents: &[i64]) -> Found {
    let weights = clashing(choices, cents);
    Sums::new(choices, cents, &weights).run()
}

/// A sum: what is drawn, and which schemes of the site's own money pay one of its facilities.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Sum {
    schemes: u64,
    drawn: Vec<i64>,
}

/// The sum before, by its number in the layer before, and the option chosen.
type Choosing = (u32, u32);
/// Weighted cents so far, and how they came about.
type Step = (i128, u32, u32);

struct Sums<'a> {
    choices: &'a Choices,
    cents: &'a [i64],
    weights: &'a [i128],
    /// Per group and ceiling: what it and all after draw, at least and at most.
    least_after: Vec<Vec<i64>>,
    most_after: Vec<Vec<i64>>,
    /// Per group: weighted cents of it and all after, at least.
    weighed_after: Vec<i128>,
}

impl<'a> Sums<'a> {
    fn new(choices: &'a Choices, cents: &'a [i64], weights: &'a [i128]) -> Self {
        let groups = choices.groups.len();
        let mut sums = Self {
            choices,
            cents,
            weights,
            least_after: vec![vec![0; cents.len()]; groups + 1],
            most_after: vec![vec![0; cents.len()]; groups + 1],
            weighed_after: vec![0; groups + 1],
        };
        for at in (0..groups).rev() {
            let options = &choices.groups[at].options;
            for ceiling in 0..cents.len() {
                let drawn = || options.iter().map(|option| draw(option, ceiling));
                sums.least_after[at][ceiling] =
                    sums.least_after[at + 1][ceiling].saturating_add(drawn().min().unwrap_or(0));
                sums.most_after[at][ceiling] =
                    sums.most_after[at + 1][ceiling].saturating_add(drawn().max().unwrap_or(0));
            }
            let weighed = options.iter().map(|option| weighed(option, weights));
            sums.weighed_after[at] = sums.weighed_after[at + 1] + weighed.min().unwrap_or(0);
        }
        sums
    }

    fn run(&self) -> Found {
        let first = Sum {
            schemes: 0,
            drawn: vec![0; self.cents.len()],
        };
        let Some(first) = self.possible(first, 0, 0) else {
            return Found::Nothing;
        };
        let mut layer = vec![(first, 0i128)];
        let mut steps: Vec<Vec<Choosing>> = Vec::new();
        let mut left = LIMIT;
        for (at, group) in self.choices.groups.iter().enumerate() {
            let begins = self.choices.groups.get(at + 1);
            let ends_site = begins.is_none_or(|next| next.site_begins > group.site_begins);
            let own = self.own(at);
            if own.len() > MOST_OWN {
                return Found::Unknown;
            }
            let mut next: HashMap<Sum, Step> = HashMap::new();
            for (before, (sum, weight)) in layer.iter().enumerate() {
                for (index, option) in group.options.iter().enumerate() {
                    let scheme = bit(own, option.scheme);
                    if matches!(group.of, Of::Site(_)) && sum.schemes & scheme == 0 {
                        continue;
                    }
                    if left == 0 {
                        return Found::Unknown;
                    }
                    left -= 1;
                    let mut sum = sum.clone();
                    sum.schemes = if ends_site { 0 } else { sum.schemes | scheme };
                    for &(ceiling, cents) in &option.draws {
                        sum.drawn[ceiling] = sum.drawn[ceiling].saturating_add(cents);
                    }
                    let weight = weight + weighed(option, self.weights);
                    if let Some(sum) = self.possible(sum, weight, at + 1) {
                        let step = (weight, before as u32, index as u32);
                        let known = next.entry(sum).or_insert(step);
                        *known = (*known).min(step);
                    }
                }
            }
            let (sums, here) = needed(next);
            if sums.is_empty() {
                return Found::Nothing;
            }
            layer = sums;
            steps.push(here);
        }
        let mut chosen = Vec::new();
        let mut at = 0;
        for here in steps.iter().rev() {
            let (before, option) = here[at];
            chosen.push(option as usize);
            at = before as usize;
        }
        chosen.reverse();
        Found::Chosen(chosen)
    }

    /// The sum as it matters to what follows; `None` where nothing can follow it.
    fn possible(&self, mut sum: Sum, weight: i128, next: usize) -> Option<Sum> {
        for (ceiling, drawn) in sum.drawn.iter_mut().enumerate() {
            if drawn.saturating_add(self.least_after[next][ceiling]) > self.cents[ceiling] {
                return None;
            }
            if drawn.saturating_add(self.most_after[next][ceiling]) <= self.cents[ceiling] {
                *drawn = HOLDS;
            }
        }
        let held = self.weights.iter().zip(self.cents);
        let held: i128 = held
            .map(|(weight, &cents)| weight * i128::from(cents))
            .sum();
        (weight + self.weighed_after[next] <= held).then_some(sum)
    }

    /// Options of the own money of a group's site, if it has any.
    fn own(&self, at: usize) -> &[Choice] {
        let begins = self.choices.groups[at].site_begins;
        let mut here = self.choices.groups[at..].iter();
        let own = here.find(|group| group.site_begins != begins || matches!(group.of, Of::Site(_)));
        match own {
            Some(group) if group.site_begins == begins => &group.options,
            _ => &[],
        }
    }
}

/// The first of these options that is of a scheme, as a bit.
fn bit(own: &[Choice], scheme: usize) -> u64 {
    let at = own.iter().position(|option| option.scheme == scheme);
    at.map_or(0, |at| 1 << at)
}

/// Sums that no other makes superfluous, with the steps that led to them.
fn needed(next: HashMap<Sum, Step>) -> (Vec<(Sum, i128)>, Vec<Choosing>) {
    let mut all: Vec<(Sum, Step)> = next.into_iter().collect();
    all.sort_unstable();
    let mut sums: Vec<(Sum, i128)> = Vec::new();
    let mut steps = Vec::new();
    for (sum, (weight, before, option)) in all {
        let near = sums[sums.len().saturating_sub(NEAR)..].iter();
        let is_beaten = near.rev().any(|(other, _)| {
            other.schemes == sum.schemes && other.drawn.iter().zip(&sum.drawn).all(|(a, b)| a <= b)
        });
        if !is_beaten {
            sums.push((sum, weight));
            steps.push((before, option));
        }
    }
    (sums, steps)
}

fn weighed(option: &Choice, weights: &[i128]) -> i128 {
    let draws = option.draws.iter();
    draws
        .map(|&(ceiling, cents)| weights[ceiling] * i128::from(cents))
        .sum()
}

/// Weights of the ceilings with which the least that must be drawn comes nearest to, or
/// beyond, what may be drawn.
fn clashing(choices: &Choices, cents: &[i64]) -> Vec<i128> {
    let scale: Vec<f64> = cents.iter().map(|&cents| cents as f64 + 1.0).collect();
    let mut weights: Vec<f64> = vec![1.0; cents.len()];
    let (mut best, mut best_excess) = (weights.clone(), f64::NEG_INFINITY);
    for step in 0..STEPS {
        // Shares of each ceiling that are drawn beyond it.
        let mut over: Vec<f64> = cents
            .iter()
            .zip(&scale)
            .map(|(&cents, scale)| -(cents as f64) / scale)
            .collect();
        for group in &choices.groups {
            let priced = |option: &Choice| -> f64 {
                let draws = option.draws.iter();
                draws
                    .map(|&(ceiling, cents)| weights[ceiling] * cents as f64 / scale[ceiling])
                    .sum()
            };
            let least = |a: &&Choice, b: &&Choice| priced(a).total_cmp(&priced(b));
            for &(ceiling, cents) in group
                .options
                .iter()
                .min_by(least)
                .map_or(&[][..], |o| &o.draws)
            {
                over[ceiling] += cents as f64 / scale[ceiling];
            }
        }
        let total: f64 = weights.iter().sum();
        let excess: f64 = over.iter().zip(&weights).map(|(o, w)| o * w).sum::<f64>() / total;
        if excess > best_excess {
            best_excess = excess;
            best.clone_from(&weights);
        }
        let norm = over.iter().fold(0.0f64, |norm, over| norm.max(over.abs()));
        if norm == 0.0 {
            break;
        }
        let length = 2.0 / (1.0 + step as f64).sqrt() / norm;
        for (weight, over) in weights.iter_mut().zip(&over) {
            *weight = (*weight + length * over).max(1e-6);
        }
    }
    let by_cent: Vec<f64> = best
        .iter()
        .zip(&scale)
        .map(|(w, scale)| w / scale)
        .collect();
    let largest = by_cent
        .iter()
        .fold(f64::MIN_POSITIVE, |most, &w| most.max(w));
    let whole = |weight: &f64| (weight / largest * FINEST).round() as i128;
    by_cent.iter().map(whole).collect()
}
