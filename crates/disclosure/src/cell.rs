//! One count of people, and what may be told of it.

/// Counts below this are never told apart.
pub const LEAST: u32 = 5;

/// A count of people as it is published, with everything that a reader can
/// infer from it alone: which values it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// What is printed: 0 for 0 to 4, else the nearest multiple of 5.
    pub published: u32,
    /// The least value that is printed so and that public facts allow.
    pub low: u32,
    /// The greatest value that is printed so and that public facts allow.
    pub high: u32,
    /// The most that public facts alone allow.
    pub ceiling: u32,
    /// Two values that must both stay possible whatever else is published.
    pub open: Option<(u32, u32)>,
}

impl Cell {
    /// A count that public facts bound: at least `floor`, at most `ceiling`
    /// people (the least occupancy and the capacity of what is open). Never
    /// more is printed than `ceiling`.
    pub fn between(floor: u32, ceiling: u32, count: u32) -> Self {
        let (mut published, mut low, mut high) = block(count);
        let last = ceiling / 5 * 5;
        if last > 0 && published >= last {
            (published, low, _) = block(last);
            high = ceiling;
        }
        Self::bounded(published, low.max(floor), high, ceiling)
    }

    /// A count of which nothing is known beforehand.
    pub fn any(count: u32) -> Self {
        Self::between(0, u32::MAX, count)
    }

    /// People who take places at an offer. Every place that they take is one
    /// that nobody has today, so that a nearly full offer would tell how few
    /// its clients of today are. From `roomy` people on (the most that leave
    /// four places for these clients) a count is not told apart any more.
    pub fn beside_clients(roomy: u32, ceiling: u32, count: u32) -> Self {
        let (published, low, high) = block(count);
        let (last, last_low, _) = block(roomy);
        if published < last {
            return Self::bounded(published, low, high, ceiling);
        }
        let open = (
            last_low,
            if last == 0 {
                ceiling.min(LEAST - 1)
            } else {
                last_low
            },
        );
        Self {
            published: last,
            low: last_low,
            high: ceiling,
            ceiling,
            open: Some(open),
        }
    }

    /// The middle of what it may stand for: the best guess that it allows.
    pub fn middle(&self) -> f64 {
        (f64::from(self.low) + f64::from(self.high)) / 2.0
    }

    fn bounded(published: u32, low: u32, high: u32, ceiling: u32) -> Self {
        let high = high.min(ceiling);
        Self {
            published,
            low,
            high,
            ceiling,
            open: (published == 0).then_some((low, high)),
        }
    }
}

/// What is printed for a count, and the first and last count printed so.
pub fn block(count: u32) -> (u32, u32, u32) {
    if count < LEAST {
        return (0, 0, LEAST - 1);
    }
    let nearest = count.saturating_add(2) / 5 * 5;
    (nearest, (nearest - 2).max(LEAST), nearest.saturating_add(2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_count_lies_in_the_block_that_is_printed_for_it() {
        for count in 0..200 {
            let (published, low, high) = block(count);
            assert!(published % 5 == 0 && (low..=high).contains(&count));
            assert!((low..=high).all(|other| block(other) == (published, low, high)));
        }
    }

    #[test]
    fn four_is_not_told_from_none_and_five_is_printed() {
        assert_eq!(block(4), block(0));
        assert_eq!(block(5), (5, 5, 7));
    }

    #[test]
    fn never_more_people_are_printed_than_there_are_places() {
        let full = Cell::between(0, 8, 8);
        assert_eq!((full.published, full.low, full.high), (5, 5, 8));
        assert_eq!(Cell::between(0, 8, 5), full);
        assert_eq!(Cell::between(0, 12, 12).published, 10);
        assert_eq!(Cell::between(3, 4, 4).published, 0);
    }

    #[test]
    fn a_nearly_full_offer_does_not_tell_how_few_clients_it_has_today() {
        // 20 places, one person a place: 16 taken leave four.
        let full = Cell::beside_clients(16, 20, 20);
        assert_eq!((full.published, full.low, full.high), (15, 13, 20));
        assert_eq!(Cell::beside_clients(16, 20, 14), full);
        assert_eq!(Cell::beside_clients(16, 20, 9).published, 10);
    }

    #[test]
    fn a_small_offer_tells_nothing() {
        let cells: Vec<Cell> = (0..=8)
            .map(|count| Cell::beside_clients(4, 8, count))
            .collect();
        assert!(
            cells
                .iter()
                .all(|cell| (cell.published, cell.low, cell.high) == (0, 0, 8))
        );
    }
}
