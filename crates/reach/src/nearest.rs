//! Minutes of many people in three figures.

use crate::Nearest;
use crate::round::{four_decimals, two_decimals};
use domain::minutes_from_seconds;

/// Median, mean and worst of `(persons, seconds)`; absent where there is nobody.
pub(crate) fn nearest(mut ways: Vec<(u32, u32)>) -> Option<Nearest> {
    ways.sort_by_key(|(_, seconds)| *seconds);
    let persons: u64 = ways.iter().map(|(persons, _)| u64::from(*persons)).sum();
    let (_, worst) = *ways.iter().rfind(|(persons, _)| *persons > 0)?;
    let mut counted = 0;
    let (_, median) = *ways.iter().find(|(here, _)| {
        counted += u64::from(*here);
        2 * counted >= persons
    })?;
    let person_seconds: u64 = ways
        .iter()
        .map(|(persons, seconds)| u64::from(*persons) * u64::from(*seconds))
        .sum();
    Some(Nearest {
        median: minutes_from_seconds(median),
        mean: two_decimals(person_seconds as f64 / persons as f64 / 60.0),
        worst: minutes_from_seconds(worst),
    })
}

/// Share of `all` people whose way, of `(persons, seconds)`, takes at most so
/// many minutes; 0 where there is nobody.
pub(crate) fn share_within(ways: &[(u32, u32)], all: u32, minutes: f64) -> f64 {
    if all == 0 {
        return 0.0;
    }
    let near = ways
        .iter()
        .filter(|(_, seconds)| is_within(*seconds, minutes));
    let near: u32 = near.map(|(persons, _)| persons).sum();
    four_decimals(f64::from(near) / f64::from(all))
}

pub(crate) fn is_within(seconds: u32, minutes: f64) -> bool {
    f64::from(seconds) <= 60.0 * minutes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_are_weighted_by_people() {
        let minutes = nearest(vec![(1, 3600), (3, 600), (2, 1200)]).unwrap();
        assert_eq!(
            (minutes.median, minutes.mean, minutes.worst),
            (10.0, 21.67, 60.0)
        );
        assert_eq!(nearest(Vec::new()), None);
    }

    #[test]
    fn of_an_even_number_the_median_is_the_nearer_half() {
        let minutes = nearest(vec![(2, 600), (2, 1200)]).unwrap();
        assert_eq!(minutes.median, 10.0);
    }
}
