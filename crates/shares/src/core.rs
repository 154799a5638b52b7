//! The core: shares by which nobody would pay less by leaving with others.

use crate::coalition::Coalition;
use crate::error::Error;
use crate::game::{Cost, Game};
use crate::listed;
use crate::nucleolus::savings;
use crate::separation::{Budget, Ranking, Separate};
use coopgame::{Domain, nucleolus};

/// A coalition that would pay less by leaving.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Objection {
    /// Who would leave.
    pub coalition: Coalition,
    /// What they pay together, cents.
    pub pays: i64,
    /// What they would cost alone.
    pub alone: Cost,
}

impl Objection {
    /// What they would pay less, at least: what was found can be had.
    pub fn gain(&self) -> i64 {
        self.pays - self.alone.found
    }
}

/// The coalition that would gain the most by leaving, if any would gain more
/// than the rounding of shares to whole cents explains (a cent a player). Of
/// those that gain the same the smallest, then the first.
///
/// # Errors
/// [`Error::TooMany`].
pub fn objection(game: &Game<'_>, shares: &[i64]) -> Result<Option<Objection>, Error> {
    let objections = listed::coalitions(game)?.map(|coalition| of(game, shares, coalition));
    let most = objections.max_by(|one, other| {
        let size = other.coalition.len().cmp(&one.coalition.len());
        let ties = size.then(other.coalition.cmp(&one.coalition));
        one.gain().cmp(&other.gain()).then(ties)
    });
    Ok(most.filter(|most| counts(game, most)))
}

/// The same with the coalition found by separation, asked for at most so often.
///
/// # Errors
/// [`Error::Separations`].
pub fn objection_by(
    game: &Game<'_>,
    separate: &dyn Separate,
    shares: &[i64],
    separations: usize,
) -> Result<Option<Objection>, Error> {
    let prices: Vec<f64> = shares.iter().map(|&share| share as f64).collect();
    let budget = Budget::new(separations);
    let mut ranking = Ranking::new(game, separate, &prices, &budget);
    // Neither nobody nor everyone gains: where they come first, nobody objects.
    if ranking.next_gain().is_none_or(|gain| gain <= 0.0) {
        budget.check()?;
        return Ok(None);
    }
    let first = ranking.next();
    budget.check()?;
    let most = first.map(|(coalition, _)| of(game, shares, coalition));
    Ok(most.filter(|most| counts(game, most)))
}

fn of(game: &Game<'_>, shares: &[i64], coalition: Coalition) -> Objection {
    Objection {
        coalition,
        pays: coalition.players().map(|player| shares[player]).sum(),
        alone: game.cost(coalition),
    }
}

fn counts(game: &Game<'_>, objection: &Objection) -> bool {
    objection.gain() > game.players() as i64
}

/// The least ε, cents, for which shares exist by which no coalition pays more
/// than ε above what it would cost alone: the core is empty where it is above
/// 0. With `at_bounds` coalitions cost their bounds instead of what was found,
/// so that the truth lies between the two answers. `None` for one player.
///
/// # Errors
/// [`Error::TooMany`], [`Error::Programs`].
pub fn least_excess(game: &Game<'_>, at_bounds: bool) -> Result<Option<f64>, Error> {
    if game.players() == 1 {
        return Ok(None);
    }
    let (explicit, _) = savings(game, at_bounds)?;
    let least = nucleolus::least_core(&explicit, Domain::Preimputation)?;
    Ok(Some(least.epsilon()))
}
