//! Games small enough to look at every coalition.

use crate::coalition::Coalition;
use crate::error::Error;
use crate::game::{Cost, Game};

/// The most players of whom every coalition is looked at: 65,535 costs.
pub const MOST_LISTED: usize = 16;

/// The costs of all coalitions, by [`Coalition::bits`]; each is asked for once.
///
/// # Errors
/// [`Error::TooMany`].
pub(crate) fn costs(game: &Game<'_>) -> Result<Vec<Cost>, Error> {
    check(game)?;
    let all = 1u128 << game.players();
    Ok((0..all)
        .map(|bits| game.cost(Coalition::of_bits(bits)))
        .collect())
}

/// The coalitions of a game other than nobody and everyone.
///
/// # Errors
/// [`Error::TooMany`].
pub(crate) fn coalitions(game: &Game<'_>) -> Result<impl Iterator<Item = Coalition>, Error> {
    check(game)?;
    let everyone = game.everyone().bits();
    Ok((1..everyone).map(Coalition::of_bits))
}

fn check(game: &Game<'_>) -> Result<(), Error> {
    match game.players() {
        0..=MOST_LISTED => Ok(()),
        players => Err(Error::TooMany {
            players,
            most: MOST_LISTED,
        }),
    }
}
