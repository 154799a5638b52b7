//! The Shapley value: what each player adds, on average over all orders in
//! which they may come.

use crate::coalition::Coalition;
use crate::error::Error;
use crate::game::{Game, Share};
use crate::listed;

/// The Shapley value over all coalitions. With costs known within bounds each
/// share has its exact range: a coalition is either joined by the player or left
/// by it, so both ends are reached.
///
/// # Errors
/// [`Error::TooMany`].
pub fn shapley(game: &Game<'_>) -> Result<Vec<Share>, Error> {
    let costs = listed::costs(game)?;
    let players = game.players();
    // weights[s] = s! (n − s − 1)! ÷ n! = 1 ÷ (n · binomial(n − 1, s))
    let mut weights = vec![0.0; players];
    let mut binomial = 1.0;
    for (size, weight) in weights.iter_mut().enumerate() {
        *weight = 1.0 / (players as f64 * binomial);
        binomial *= (players - 1 - size) as f64 / (size + 1) as f64;
    }
    let mut shares = vec![Share::default(); players];
    for (bits, &before) in costs.iter().enumerate() {
        let coalition = Coalition::of_bits(bits as u128);
        for player in coalition.others(game.everyone()).players() {
            let after = costs[coalition.with(player).bits() as usize];
            let (weight, share) = (weights[coalition.len()], &mut shares[player]);
            share.share += weight * (after.found - before.found) as f64;
            share.low += weight * (after.bound - before.found) as f64;
            share.high += weight * (after.found - before.bound) as f64;
        }
    }
    Ok(shares)
}
