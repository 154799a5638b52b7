//! The cheapest way to fill a facility, given what each person is worth.

/// Greatest capacity for which whole demands are packed exactly.
const PACKED: i128 = 100_000;

/// Units that may come, of a cost and a load each.
pub(crate) struct Item {
    pub cost: i128,
    pub load: i128,
    pub least: i128,
    pub most: i128,
}

/// Least and most load.
pub(crate) type Window = (i128, i128);

/// Least cost under each window, `None` where it cannot be met. Rounded down, unless
/// `whole`: then each item comes with its least or its most.
pub(crate) fn fill(mut items: Vec<Item>, windows: &[Window], whole: bool) -> Vec<Option<i128>> {
    let cost: i128 = items.iter().map(|item| item.cost * item.least).sum();
    let load: i128 = items.iter().map(|item| item.load * item.least).sum();
    items.retain(|item| item.most > item.least && (item.cost < 0 || item.load > 0));
    for item in &mut items {
        item.most -= item.least;
    }
    let wanted = || items.iter().filter(|item| item.cost < 0);
    let gain: i128 = wanted().map(|item| item.cost * item.most).sum();
    let wants: i128 = wanted().map(|item| item.load * item.most).sum();
    let fits = |&(least, most): &Window| (least..=most).contains(&(load + wants));
    if !windows.iter().all(fits) {
        items.sort_by(|a, b| (a.cost * b.load).cmp(&(b.cost * a.load)));
    }
    let fill = |window: &Window| {
        let (need, room) = (window.0 - load, window.1 - load);
        if fits(window) {
            Some(gain)
        } else if need > room || room < 0 {
            None
        } else if whole && room <= PACKED {
            pack(&items, need, room)
        } else {
            pour(&items, need, room)
        }
    };
    let costs = windows.iter().map(fill);
    costs.map(|found| Some(found? + cost)).collect()
}

/// Fractional knapsack over items in the order of their cost for a unit of load.
fn pour(items: &[Item], need: i128, room: i128) -> Option<i128> {
    let (mut cost, mut load) = (0, 0);
    for item in items {
        let until = if item.cost < 0 { room } else { need };
        let wants = item.load * item.most;
        if load + wants <= until {
            cost += item.cost * item.most;
            load += wants;
        } else if load < until {
            let (units, rest) = ((until - load) / item.load, (until - load) % item.load);
            cost += item.cost * units + (item.cost * rest).div_euclid(item.load);
            load = until;
        }
    }
    (load >= need).then_some(cost)
}

/// 0-1 knapsack: the least cost for each load.
fn pack(items: &[Item], need: i128, room: i128) -> Option<i128> {
    let room = usize::try_from(room).ok()?;
    let mut costs: Vec<Option<i128>> = vec![None; room + 1];
    costs[0] = Some(0);
    for item in items.iter().filter(|item| item.cost < 0 || need > 0) {
        let Ok(load) = usize::try_from(item.load * item.most) else {
            continue;
        };
        for at in (load..=room).rev() {
            let with = costs[at - load].map(|cost| cost + item.cost * item.most);
            costs[at] = [costs[at], with].into_iter().flatten().min();
        }
    }
    let from = usize::try_from(need.max(0)).ok()?;
    costs.get(from..)?.iter().flatten().min().copied()
}
