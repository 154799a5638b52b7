//! What an arc costs.

/// A time that stands for "no way". Finite times are below it, so that the sum
/// of two never overflows 32 bits.
pub const INFINITE: u32 = 1 << 30;

/// Two whole numbers; the first counts, the second settles ties. Sums and
/// comparisons go part by part and lexicographically.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cost {
    /// What is minimised (milliseconds on roads), at least 1 on every arc;
    /// [`INFINITE`] or more: no way.
    pub time: u32,
    /// What comes along (decimetres on roads).
    pub length: u32,
}

impl Cost {
    /// Nothing.
    pub const ZERO: Self = Self { time: 0, length: 0 };

    /// No way.
    pub const NONE: Self = Self {
        time: INFINITE,
        length: 0,
    };

    /// Whether there is a way.
    pub fn is_finite(self) -> bool {
        self.time < INFINITE
    }

    /// Both parts in one number that compares and adds as the pair does: the
    /// length never reaches 32 bits on a way (429,496 km in decimetres).
    pub(crate) fn packed(self) -> u64 {
        if self.is_finite() {
            u64::from(self.time) << 32 | u64::from(self.length)
        } else {
            NO_WAY
        }
    }

    pub(crate) fn unpacked(packed: u64) -> Self {
        if packed < NO_WAY {
            Self {
                time: (packed >> 32) as u32,
                length: packed as u32,
            }
        } else {
            Self::NONE
        }
    }
}

/// [`Cost::NONE`] in one number.
pub(crate) const NO_WAY: u64 = (INFINITE as u64) << 32;
