//! The game: who shares what, and what each coalition would cost alone.

use crate::coalition::{Coalition, MOST_PLAYERS};
use crate::error::Error;

/// What a coalition would cost alone, as far as it is known: a proven lower
/// bound, and what was found (which can be had). Whole cents.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cost {
    /// It costs no less.
    pub bound: i64,
    /// It costs no more.
    pub found: i64,
}

impl Cost {
    /// A cost that is known exactly.
    pub fn exactly(cents: i64) -> Self {
        Self {
            bound: cents,
            found: cents,
        }
    }
}

/// One player's share in cents (not yet whole), and how far it is known.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Share {
    /// The share, when coalitions cost what was found.
    pub share: f64,
    /// It is no less, whatever coalitions cost within their bounds (of a
    /// sample: with 95 % confidence).
    pub low: f64,
    /// It is no more.
    pub high: f64,
}

/// A cost game: players, what they share, and what coalitions would cost alone.
pub struct Game<'a> {
    players: usize,
    shared: i64,
    oracle: Box<dyn Fn(Coalition) -> Cost + 'a>,
}

impl<'a> Game<'a> {
    /// A game in which so many players share so many cents. `oracle` is asked
    /// for the cost of coalitions other than nobody and everyone, the same one
    /// perhaps many times: it is the caller who remembers.
    ///
    /// # Errors
    /// [`Error::Players`].
    pub fn new(
        players: usize,
        shared: i64,
        oracle: impl Fn(Coalition) -> Cost + 'a,
    ) -> Result<Self, Error> {
        match players {
            1..=MOST_PLAYERS => Ok(Self {
                players,
                shared,
                oracle: Box::new(oracle),
            }),
            _ => Err(Error::Players(players)),
        }
    }

    /// How many players.
    pub fn players(&self) -> usize {
        self.players
    }

    /// What they share, cents: the cost of all together.
    pub fn shared(&self) -> i64 {
        self.shared
    }

    /// All players.
    pub fn everyone(&self) -> Coalition {
        Coalition::everyone(self.players)
    }

    /// What a coalition costs: nobody nothing, everyone what is shared.
    pub fn cost(&self, coalition: Coalition) -> Cost {
        if coalition.is_empty() {
            Cost::default()
        } else if coalition == self.everyone() {
            Cost::exactly(self.shared)
        } else {
            (self.oracle)(coalition)
        }
    }

    /// What each player would cost alone.
    pub fn stand_alone(&self) -> Vec<Cost> {
        let alone = |player| self.cost(Coalition::one(player));
        (0..self.players).map(alone).collect()
    }
}
