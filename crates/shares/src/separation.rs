//! Coalitions in the order in which they would gain by leaving, without looking
//! at all of them.
//!
//! A caller who can find the coalition that gains the most among those with some
//! players in and some out (a prize-collecting problem) can be asked for the
//! second, the third, …: what is left beside a coalition that was found is cut
//! into parts with more players decided (Murty 1968, Lawler 1972).

use crate::coalition::Coalition;
use crate::error::Error;
use crate::game::Game;
use std::cell::Cell;

/// Players of whom it is decided whether they are in the coalition.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Decided {
    /// They are.
    pub within: Coalition,
    /// They are not.
    pub without: Coalition,
}

impl Decided {
    /// Whether a coalition is as decided.
    pub fn admits(&self, coalition: Coalition) -> bool {
        let leaves_out = coalition.players().all(|at| !self.without.contains(at));
        self.within.is_within(coalition) && leaves_out
    }

    /// Whether of so many players each is decided.
    fn is_complete(&self, players: usize) -> bool {
        self.within.len() + self.without.len() == players
    }
}

/// Whoever can find the coalition that gains the most by leaving.
pub trait Separate {
    /// The coalition with the largest Σ prices − cost among those that are as
    /// decided; nobody and everyone count too. `prices` are cents by player.
    fn separate(&self, prices: &[f64], decided: &Decided) -> Coalition;
}

/// What a coalition would gain by leaving: what it pays less what it costs alone
/// (as found).
pub(crate) fn gain(game: &Game<'_>, prices: &[f64], coalition: Coalition) -> f64 {
    let paid: f64 = coalition.players().map(|player| prices[player]).sum();
    paid - game.cost(coalition).found as f64
}

/// How often coalitions may still be asked for.
pub(crate) struct Budget {
    most: usize,
    spent: Cell<usize>,
}

impl Budget {
    pub fn new(most: usize) -> Self {
        Self {
            most,
            spent: Cell::new(0),
        }
    }

    /// # Errors
    /// [`Error::Separations`] when it is spent.
    pub fn check(&self) -> Result<(), Error> {
        match self.spent.get() > self.most {
            true => Err(Error::Separations(self.most)),
            false => Ok(()),
        }
    }

    fn spend(&self) -> bool {
        self.spent.set(self.spent.get() + 1);
        self.check().is_ok()
    }
}

/// The coalitions of a game by falling gain, those other than nobody and
/// everyone; ends early when the budget is spent.
pub(crate) struct Ranking<'a> {
    pub game: &'a Game<'a>,
    pub separate: &'a dyn Separate,
    pub prices: &'a [f64],
    pub budget: &'a Budget,
    parts: Vec<Part>,
    /// Told, but not yet cut.
    told: Option<Part>,
}

/// A part of all coalitions and the one in it that gains the most.
struct Part {
    decided: Decided,
    best: Coalition,
    gain: f64,
}

impl<'a> Ranking<'a> {
    pub fn new(
        game: &'a Game<'a>,
        separate: &'a dyn Separate,
        prices: &'a [f64],
        budget: &'a Budget,
    ) -> Self {
        let mut ranking = Self {
            game,
            separate,
            prices,
            budget,
            parts: Vec::new(),
            told: None,
        };
        ranking.add(Decided::default());
        ranking
    }

    fn add(&mut self, decided: Decided) {
        let best = if decided.is_complete(self.game.players()) {
            decided.within
        } else if self.budget.spend() {
            self.separate.separate(self.prices, &decided)
        } else {
            return;
        };
        let gain = gain(self.game, self.prices, best);
        self.parts.push(Part {
            decided,
            best,
            gain,
        });
    }

    /// Cuts what is left of a part beside its best coalition: the first of the
    /// undecided players differs, or only the second, …
    fn cut(&mut self) {
        let Some(part) = self.told.take() else {
            return;
        };
        let mut decided = part.decided;
        for player in 0..self.game.players() {
            if decided.within.contains(player) || decided.without.contains(player) {
                continue;
            }
            let mut other = decided;
            if part.best.contains(player) {
                other.without = other.without.with(player);
                decided.within = decided.within.with(player);
            } else {
                other.within = other.within.with(player);
                decided.without = decided.without.with(player);
            }
            self.add(other);
        }
    }

    /// The largest gain of those not yet told, nobody and everyone included.
    pub fn next_gain(&mut self) -> Option<f64> {
        self.cut();
        self.parts
            .iter()
            .map(|part| part.gain)
            .max_by(f64::total_cmp)
    }
}

impl Iterator for Ranking<'_> {
    type Item = (Coalition, f64);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            self.cut();
            if self.budget.check().is_err() {
                return None;
            }
            let order = |at: &usize, other: &usize| {
                let (one, two) = (&self.parts[*at], &self.parts[*other]);
                let ties = two.best.cmp(&one.best);
                one.gain.total_cmp(&two.gain).then(ties)
            };
            let at = (0..self.parts.len()).max_by(order)?;
            let part = self.parts.swap_remove(at);
            let (best, gain) = (part.best, part.gain);
            self.told = Some(part);
            if !best.is_empty() && best != self.game.everyone() {
                return Some((best, gain));
            }
        }
    }
}
