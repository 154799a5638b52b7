//! Whole cents that add up.

/// Shares in whole cents that add up to `shared`: each is rounded down, and the
/// cents that are left go to those with the largest remainder (ties: to
/// whoever comes first). The shares must add up to about `shared`.
pub fn whole(shared: i64, shares: &[f64]) -> Vec<i64> {
    let mut cents: Vec<i64> = shares.iter().map(|share| share.floor() as i64).collect();
    let mut order: Vec<usize> = (0..shares.len()).collect();
    let remainder = |player: &usize| shares[*player] - shares[*player].floor();
    order.sort_by(|one, other| remainder(other).total_cmp(&remainder(one)));
    let mut left = shared - cents.iter().sum::<i64>();
    // Shares that add up to something else by an error of rounding leave less
    // than nothing, or more than a cent for each.
    let step = left.signum();
    if step < 0 {
        order.reverse();
    }
    for &player in order.iter().cycle() {
        if left == 0 {
            break;
        }
        cents[player] += step;
        left -= step;
    }
    cents
}
