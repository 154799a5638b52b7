//! The Shapley value of many players, from a sample of orders.
//!
//! The players stand in a circle, in random order. Starting at each of some of
//! them, all are counted in, once clockwise and once the other way round
//! (antithetic: who comes early in the one comes late in the other). When every
//! player starts, each stands twice at each position, so that positions are
//! stratified, and the n (n − 1) + 1 sets of neighbours are all that has to be
//! costed for 2 n orders. Circles are independent, so their spread tells how
//! far the mean may be off.

use crate::coalition::Coalition;
use crate::error::Error;
use crate::game::{Game, Share};

/// A sample of orders; the same numbers give the same sample everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sampling {
    /// Where chance begins.
    pub seed: u64,
    /// Circles, at least 2.
    pub circles: usize,
    /// Players of each circle from whom counting starts; as many as there are
    /// players (or more) for all of them.
    pub starts: usize,
}

impl Sampling {
    /// The orders of each circle.
    fn circles(&self, players: usize) -> Vec<Vec<Vec<usize>>> {
        let mut chance = Chance(self.seed);
        let starts = self.starts.clamp(1, players);
        let circle = |_| {
            let mut circle: Vec<usize> = (0..players).collect();
            for last in (1..players).rev() {
                circle.swap(last, chance.below(last + 1));
            }
            let from = |start: usize| {
                let mut order = circle.clone();
                order.rotate_left(start * players / starts);
                let back: Vec<usize> = order.iter().rev().copied().collect();
                [order, back]
            };
            (0..starts).flat_map(from).collect()
        };
        (0..self.circles).map(circle).collect()
    }

    /// The coalitions whose costs the sample asks for, each once, rising: a
    /// caller may find them out beforehand, side by side.
    pub fn coalitions(&self, players: usize) -> Vec<Coalition> {
        let mut coalitions = Vec::new();
        for order in self.circles(players).iter().flatten() {
            let mut coalition = Coalition::EMPTY;
            for &player in &order[..players.saturating_sub(1)] {
                coalition = coalition.with(player);
                coalitions.push(coalition);
            }
        }
        coalitions.sort_unstable();
        coalitions.dedup();
        coalitions
    }
}

/// The Shapley value from a sample, with 95 % confidence intervals (Student's,
/// over circles). The shares add up to what is shared.
///
/// # Errors
/// [`Error::Circles`].
pub fn sample(game: &Game<'_>, sampling: &Sampling) -> Result<Vec<Share>, Error> {
    if sampling.circles < 2 {
        return Err(Error::Circles(sampling.circles));
    }
    let circles = sampling.circles(game.players());
    let means: Vec<Vec<Share>> = circles.iter().map(|orders| mean(game, orders)).collect();
    let of = |part: fn(&Share) -> f64, player: usize| -> (f64, f64) {
        let values: Vec<f64> = means.iter().map(|shares| part(&shares[player])).collect();
        let count = values.len() as f64;
        let mean = values.iter().sum::<f64>() / count;
        let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
        (mean, (squares / (count - 1.0) / count).sqrt())
    };
    let far = student(means.len() - 1);
    let share = |player| {
        let (low, low_error) = of(|share| share.low, player);
        let (high, high_error) = of(|share| share.high, player);
        Share {
            share: of(|share| share.share, player).0,
            low: low - far * low_error,
            high: high + far * high_error,
        }
    };
    Ok((0..game.players()).map(share).collect())
}

/// What each player adds, on average over orders.
fn mean(game: &Game<'_>, orders: &[Vec<usize>]) -> Vec<Share> {
    let mut shares = vec![Share::default(); game.players()];
    let weight = 1.0 / orders.len() as f64;
    for order in orders {
        let mut coalition = Coalition::EMPTY;
        let mut before = game.cost(coalition);
        for &player in order {
            coalition = coalition.with(player);
            let after = game.cost(coalition);
            let share = &mut shares[player];
            share.share += weight * (after.found - before.found) as f64;
            share.low += weight * (after.bound - before.found) as f64;
            share.high += weight * (after.found - before.bound) as f64;
            before = after;
        }
    }
    shares
}

/// The 0.975 quantile of Student's distribution with so many degrees of freedom;
/// between listed ones that of fewer, which is on the safe side.
fn student(freedom: usize) -> f64 {
    const QUANTILES: [(usize, f64); 15] = [
        (1, 12.706),
        (2, 4.303),
        (3, 3.182),
        (4, 2.776),
        (5, 2.571),
        (6, 2.447),
        (7, 2.365),
        (8, 2.306),
        (9, 2.262),
        (10, 2.228),
        (12, 2.179),
        (15, 2.131),
        (20, 2.086),
        (30, 2.042),
        (60, 2.000),
    ];
    let listed = QUANTILES
        .iter()
        .rev()
        .find(|(listed, _)| *listed <= freedom);
    listed.map_or(f64::INFINITY, |(_, quantile)| *quantile)
}

/// SplitMix64 (Steele, Lea, Flood 2014).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ mixed >> 31
    }

    /// A number from 0 and less than `end`; how far it is from even is less than `end` ÷ 2⁶⁴.
    fn below(&mut self, end: usize) -> usize {
        ((u128::from(self.next()) * end as u128) >> 64) as usize
    }
}
