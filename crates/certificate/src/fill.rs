//! The cheapest way to fill a facility, given what each person is worth.

/// Greatest capacity for which whole demands are packed exactly.
const PACKED: i128 = 100_000;

/// People who may come: cost and load of one, the least and the most who come.
pub(crate) type Item = (i128, i128, i128, i128);

/// Least cost with a load within each window, `None` where it cannot be. Rounded down,
/// unless `whole`: then the least or the most of an item come.
pub(crate) fn fill(
    mut items: Vec<Item>,
    windows: impl Iterator<Item = (i128, i128)>,
    whole: bool,
) -> Vec<Option<i128>> {
    let (mut cost, mut load, mut gain, mut wants) = (0, 0, 0, 0);
    for (each, weight, least, most) in &mut items {
        (cost, load, *most) = (cost + *each * *least, load + *weight * *least, *most - *least);
        if *each < 0 {
            (gain, wants) = (gain + *each * *most, wants + *weight * *most);
        }
    }
    items.retain(|item| item.3 > 0 && (item.0 < 0 || item.1 > 0));
    let mut sorted = false;
    let mut fill = |(least, most): (i128, i128)| {
        let (need, room) = (least - load, most - load);
        if need > room || room < 0 {
            return None;
        } else if (need..=room).contains(&wants) {
            return Some(gain);
        } else if whole && room <= PACKED {
            return pack(&items, need, room as usize);
        } else if !sorted {
            items.sort_by(|a, b| (a.0 * b.1).cmp(&(b.0 * a.1)));
            sorted = true;
        }
        pour(&items, need, room)
    };
    windows.map(|window| Some(fill(window)? + cost)).collect()
}

/// Fractional knapsack over items in the order of their cost for a unit of load.
fn pour(items: &[Item], need: i128, room: i128) -> Option<i128> {
    let (mut sum, mut filled) = (0, 0);
    for &(cost, load, _, most) in items {
        let left = if cost < 0 { room } else { need } - filled;
        if load * most <= left {
            (sum, filled) = (sum + cost * most, filled + load * most);
        } else if left > 0 {
            sum += cost * (left / load) + (cost * (left % load)).div_euclid(load);
            filled += left;
        }
    }
    (filled >= need).then_some(sum)
}

/// 0-1 knapsack: the least cost for each load.
fn pack(items: &[Item], need: i128, room: usize) -> Option<i128> {
    // Nothing comes to half of this.
    let mut costs = vec![i128::MAX / 4 * 3; room + 1];
    costs[0] = 0;
    for &(cost, load, _, most) in items.iter().filter(|item| item.0 < 0 || need > 0) {
        let load = usize::try_from(load * most).unwrap_or(usize::MAX);
        for at in (load..=room).rev() {
            costs[at] = costs[at].min(costs[at - load].saturating_add(cost * most));
        }
    }
    let least = costs[need.max(0) as usize..].iter().min();
    least.copied().filter(|&cost| cost < i128::MAX / 2)
}
