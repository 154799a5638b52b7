//! Whole persons in proportion to weights.

/// Parts of `total` in proportion to `weights`, by largest remainder; ties go
/// to the first. All zero where every weight is.
pub fn largest_remainder(total: u32, weights: &[u64]) -> Vec<u32> {
    let sum: u64 = weights.iter().sum();
    if sum == 0 {
        return vec![0; weights.len()];
    }
    let exact = |weight: &u64| u64::from(total) * weight;
    let mut parts: Vec<u32> = weights
        .iter()
        .map(|weight| (exact(weight) / sum) as u32)
        .collect();
    let left = total - parts.iter().sum::<u32>();
    let mut by_remainder: Vec<usize> = (0..weights.len()).collect();
    by_remainder.sort_by_key(|&i| std::cmp::Reverse(exact(&weights[i]) % sum));
    for &i in by_remainder.iter().take(left as usize) {
        parts[i] += 1;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::largest_remainder;

    #[test]
    fn nobody_is_lost_or_made_up() {
        for total in 0..50 {
            assert_eq!(
                largest_remainder(total, &[7, 0, 3, 11, 2])
                    .iter()
                    .sum::<u32>(),
                total
            );
        }
    }

    #[test]
    fn ties_go_to_the_first() {
        assert_eq!(largest_remainder(2, &[1, 1, 1]), [1, 1, 0]);
    }

    #[test]
    fn the_largest_remainder_gets_the_next() {
        assert_eq!(largest_remainder(10, &[55, 26, 19]), [5, 3, 2]);
        assert_eq!(largest_remainder(3, &[0, 0]), [0, 0]);
    }
}
