//! Sets of players.

/// The most players that a game may have.
pub const MOST_PLAYERS: usize = 128;

/// A set of players, each a number from 0 and less than [`MOST_PLAYERS`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Coalition(u128);

impl Coalition {
    /// Nobody.
    pub const EMPTY: Self = Self(0);

    /// The players 0, 1, … of a game with so many.
    pub fn everyone(players: usize) -> Self {
        match players {
            0 => Self::EMPTY,
            _ => Self(u128::MAX >> (MOST_PLAYERS - players.min(MOST_PLAYERS))),
        }
    }

    /// One player alone.
    pub fn one(player: usize) -> Self {
        Self::EMPTY.with(player)
    }

    /// The set with this number in binary: player *i* is in it where bit *i* is 1.
    pub fn of_bits(bits: u128) -> Self {
        Self(bits)
    }

    /// The number of [`Self::of_bits`].
    pub fn bits(self) -> u128 {
        self.0
    }

    /// With one more player.
    #[must_use]
    pub fn with(self, player: usize) -> Self {
        Self(self.0 | 1 << player)
    }

    /// Without a player.
    #[must_use]
    pub fn without(self, player: usize) -> Self {
        Self(self.0 & !(1 << player))
    }

    /// The players of `everyone` who are not in it.
    #[must_use]
    pub fn others(self, everyone: Self) -> Self {
        Self(everyone.0 & !self.0)
    }

    /// Whether a player is in it.
    pub fn contains(self, player: usize) -> bool {
        self.0 >> player & 1 == 1
    }

    /// Whether all its players are in the other one.
    pub fn is_within(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    /// How many players.
    pub fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Whether nobody is in it.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The players, rising.
    pub fn players(self) -> impl Iterator<Item = usize> + Clone {
        (0..MOST_PLAYERS).filter(move |&player| self.contains(player))
    }
}

impl FromIterator<usize> for Coalition {
    fn from_iter<I: IntoIterator<Item = usize>>(players: I) -> Self {
        players.into_iter().fold(Self::EMPTY, Self::with)
    }
}
