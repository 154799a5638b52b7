//! Minutes of many people in three figures.

use crate::Nearest;
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
        mean: (person_seconds as f64 / persons as f64 / 60.0 * 100.0).round() / 100.0,
        worst: minutes_from_seconds(worst),
    })
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
