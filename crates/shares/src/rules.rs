//! Rules that people accept without a theory.

use crate::game::Game;

/// Shares of `shared` in proportion to weights (people, uses, stand-alone
/// costs; all 1 for equal shares); equal shares where no weight is positive.
/// Weights below 0 count as 0.
pub fn proportional(shared: i64, weights: &[f64]) -> Vec<f64> {
    let weights: Vec<f64> = weights.iter().map(|weight| weight.max(0.0)).collect();
    let sum: f64 = weights.iter().sum();
    let shared = shared as f64;
    let share = |weight: f64| {
        if sum > 0.0 {
            shared * weight / sum
        } else {
            shared / weights.len() as f64
        }
    };
    weights.iter().map(|&weight| share(weight)).collect()
}

/// Separable costs, remaining benefits: everybody pays what it adds to the
/// others' cost; what is left is shared in proportion to what each still saves
/// against being alone. Coalitions cost what was found.
pub fn remaining_benefits(game: &Game<'_>) -> Vec<f64> {
    let everyone = game.everyone();
    let separable: Vec<i64> = (0..game.players())
        .map(|player| game.shared() - game.cost(everyone.without(player)).found)
        .collect();
    let alone = game.stand_alone();
    let benefits: Vec<f64> = alone
        .iter()
        .zip(&separable)
        .map(|(alone, separable)| (alone.found - separable) as f64)
        .collect();
    let left = game.shared() - separable.iter().sum::<i64>();
    let rest = proportional(left, &benefits);
    let shares = separable.iter().zip(rest);
    shares
        .map(|(&separable, rest)| separable as f64 + rest)
        .collect()
}
