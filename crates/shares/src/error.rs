//! What can go wrong.

use crate::coalition::MOST_PLAYERS;

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// Nobody, or more than a coalition can hold.
    #[error("a game of {0} players; it needs from 1 to {most}", most = MOST_PLAYERS)]
    Players(usize),
    /// More players than all coalitions can be looked at for.
    #[error(
        "a game of {players} players has too many coalitions to look at each (most: {most} players); \
         sample it or have coalitions found by separation"
    )]
    TooMany {
        /// Players of the game.
        players: usize,
        /// Players for which all coalitions are looked at.
        most: usize,
    },
    /// A sample of too few circles has no spread to tell.
    #[error("{0} circles; a sample needs at least 2 to tell how far it may be off")]
    Circles(usize),
    /// Coalitions were asked for more often than allowed.
    #[error("more than {0} separations; allow more, or split the players into smaller groups")]
    Separations(usize),
    /// The linear programs of the nucleolus failed.
    #[error("the linear programs of the nucleolus failed: {0}")]
    Programs(&'static str),
}

impl From<coopgame::Error> for Error {
    fn from(error: coopgame::Error) -> Self {
        // Its own words are not in English.
        Self::Programs(match error {
            coopgame::Error::Lp(_) => "one of them has no solution",
            coopgame::Error::Numerical(_) => "errors of rounding stopped them",
            _ => "they were refused",
        })
    }
}
