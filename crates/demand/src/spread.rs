//! Whole people spread over places.

/// Shares `persons` out in proportion to `weights`, in whole numbers, by
/// largest remainder (Hamilton's method); equal remainders go to whoever
/// stands first. `None` where all weights are zero.
pub fn largest_remainder(persons: u32, weights: &[u32]) -> Option<Vec<u32>> {
    let total: u64 = weights.iter().map(|&weight| u64::from(weight)).sum();
    if total == 0 {
        return None;
    }
    let product = |index: usize| u64::from(persons) * u64::from(weights[index]);
    let mut shares: Vec<u32> = (0..weights.len())
        .map(|index| (product(index) / total) as u32)
        .collect();
    let left = persons - shares.iter().sum::<u32>();
    let mut by_remainder: Vec<usize> = (0..weights.len()).collect();
    by_remainder.sort_by_key(|&index| std::cmp::Reverse(product(index) % total));
    for &index in by_remainder.iter().take(left as usize) {
        shares[index] += 1;
    }
    Some(shares)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seven_people_over_three_places_by_hand() {
        // Quotas 3.5, 2.1 and 1.4: floors 3, 2, 1; the one left goes to the largest remainder.
        assert_eq!(largest_remainder(7, &[50, 30, 20]), Some(vec![4, 2, 1]));
    }

    #[test]
    fn equal_remainders_go_to_the_first() {
        assert_eq!(largest_remainder(2, &[1, 1, 1]), Some(vec![1, 1, 0]));
    }

    #[test]
    fn nobody_is_lost_or_invented() {
        for persons in 0..40 {
            let shares = largest_remainder(persons, &[7, 0, 3, 11, 1]).unwrap();
            assert_eq!(shares.iter().sum::<u32>(), persons);
            assert_eq!(shares[1], 0);
        }
    }

    #[test]
    fn there_is_no_share_where_nobody_lives() {
        assert_eq!(largest_remainder(3, &[0, 0]), None);
    }
}
