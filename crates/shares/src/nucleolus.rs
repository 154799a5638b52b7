//! The nucleolus: the shares by which the coalition with the most to complain of
//! has as little as possible to complain of, then the second, and so on.
//!
//! The linear programs, one after the other with coalitions added as they are
//! violated, are `coopgame`'s. They are put as a game of savings against being
//! alone, which has the same excesses and smaller numbers.

use crate::coalition::Coalition;
use crate::error::Error;
use crate::game::Game;
use crate::listed;
use crate::separation::{Budget, Ranking, Separate};
use coopgame::game::oracle::Separation;
use coopgame::nucleolus::oracle;
use coopgame::{Domain, ExplicitGame, PlayerSet, SetFunction};

/// The nucleolus of a game in which coalitions cost what was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Nucleolus {
    /// Cents by player, not yet whole.
    pub shares: Vec<f64>,
    /// Whether it is taken among shares by which nobody pays more than alone;
    /// where there are none, it is taken among all (the prenucleolus).
    pub rational: bool,
}

/// The nucleolus, with every coalition looked at.
///
/// # Errors
/// [`Error::TooMany`], [`Error::Programs`].
pub fn nucleolus(game: &Game<'_>) -> Result<Nucleolus, Error> {
    let (explicit, alone) = savings(game, false)?;
    let (domain, rational) = domain(game, &alone);
    let options = coopgame::nucleolus::Options::new(&explicit, domain);
    let found = coopgame::nucleolus::nucleolus_with(&explicit, options)?;
    Ok(Nucleolus {
        shares: shares(&alone, found.allocation()),
        rational,
    })
}

/// The nucleolus with coalitions found by separation, asked for at most so
/// often. It is as exact as the separation and the costs found are.
///
/// # Errors
/// [`Error::Separations`], [`Error::Programs`].
pub fn nucleolus_by(
    game: &Game<'_>,
    separate: &dyn Separate,
    separations: usize,
) -> Result<Nucleolus, Error> {
    let alone: Vec<i64> = game.stand_alone().iter().map(|cost| cost.found).collect();
    let (domain, rational) = domain(game, &alone);
    let separated = Separated {
        game,
        separate,
        alone: &alone,
        budget: Budget::new(separations),
    };
    let tolerance = oracle::default_tolerance(&separated);
    let found = oracle::nucleolus_with(&separated, domain, tolerance);
    separated.budget.check()?;
    Ok(Nucleolus {
        shares: shares(&alone, found?.allocation()),
        rational,
    })
}

/// What coalitions save against each of their players being alone, and what
/// players cost alone.
pub(crate) fn savings(game: &Game<'_>, at_bounds: bool) -> Result<(ExplicitGame, Vec<i64>), Error> {
    let costs = listed::costs(game)?;
    let cost = |coalition: Coalition| {
        let cost = costs[coalition.bits() as usize];
        if at_bounds { cost.bound } else { cost.found }
    };
    let alone: Vec<i64> = (0..game.players())
        .map(|player| cost(Coalition::one(player)))
        .collect();
    let saved = |coalition: Coalition| -> f64 {
        let apart: i64 = coalition.players().map(|player| alone[player]).sum();
        (apart - cost(coalition)) as f64
    };
    let explicit = ExplicitGame::from_fn(game.players(), |set| {
        saved(Coalition::of_bits(u128::from(set.0)))
    })?;
    Ok((explicit, alone))
}

/// Among which shares to look, and whether they are those by which nobody pays
/// more than alone.
fn domain(game: &Game<'_>, alone: &[i64]) -> (Domain, bool) {
    match alone.iter().sum::<i64>() >= game.shared() {
        true => (Domain::Imputation, true),
        false => (Domain::Preimputation, false),
    }
}

fn shares(alone: &[i64], saved: &[f64]) -> Vec<f64> {
    let shares = alone.iter().zip(saved);
    shares.map(|(&alone, saved)| alone as f64 - saved).collect()
}

/// The game of savings, of which coalitions are found by separation.
struct Separated<'a> {
    game: &'a Game<'a>,
    separate: &'a dyn Separate,
    alone: &'a [i64],
    budget: Budget,
}

impl SetFunction for Separated<'_> {
    fn players(&self) -> usize {
        self.game.players()
    }

    fn value(&self, set: &PlayerSet) -> f64 {
        let coalition: Coalition = set.members().collect();
        let apart: i64 = set.members().map(|player| self.alone[player]).sum();
        (apart - self.game.cost(coalition).found) as f64
    }
}

impl Separation for Separated<'_> {
    fn violated(
        &self,
        saved: &[f64],
        bound: f64,
        skip: &dyn Fn(&PlayerSet) -> bool,
        limit: usize,
    ) -> Vec<(PlayerSet, f64)> {
        let prices = shares(self.alone, saved);
        let mut ranking = Ranking::new(self.game, self.separate, &prices, &self.budget);
        // One at a time: each further one costs as many separations as there are players.
        while limit > 0 && ranking.next_gain().is_some_and(|gain| gain > bound) {
            let Some((coalition, gain)) = ranking.next() else {
                break;
            };
            let members: Vec<usize> = coalition.players().collect();
            let set = PlayerSet::from_players(self.game.players(), &members);
            if gain > bound && !skip(&set) {
                return vec![(set, gain)];
            }
        }
        Vec::new()
    }

    fn value_scale(&self) -> f64 {
        coopgame::game::value_scale(self)
    }
}
