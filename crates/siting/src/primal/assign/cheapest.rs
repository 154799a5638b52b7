//! Everybody to the cheapest place that is open: the best there is, if all fit in and minima are met.

use super::market::Market;
use crate::instance::{Instance, Window};

/// What sending everybody to the cheapest place comes to.
pub(super) enum Cheapest {
    /// It respects all windows; cents.
    Fits(i64),
    /// Some window is not respected; it would be this many cents.
    Breaks(i64),
    /// Somebody who must be served has nowhere to go.
    Impossible,
}

/// No arc: left without.
pub(super) const WITHOUT: u32 = u32::MAX;

/// Per demand of the market the arc that costs least, or [`WITHOUT`], goes to `choice`; loads to `loads`.
pub(super) fn send(
    market: &Market,
    instance: &Instance,
    cost: impl Fn(usize) -> i64,
    persons: &[u32],
    windows: &[Option<Window>],
    (choice, loads): (&mut Vec<u32>, &mut Vec<i64>),
) -> Cheapest {
    choice.clear();
    loads.clear();
    loads.resize(windows.len(), 0);
    let mut total = 0;
    for (local, &demand) in market.demands.iter().enumerate() {
        let people = i64::from(persons[demand as usize]);
        let what = &instance.demands[demand as usize];
        let together = if what.single_source { people } else { 1 };
        let open = market.arcs_of(local).find(|&(arc, to)| {
            windows[to].is_some_and(|window| instance.arcs[arc].load * together <= window.capacity)
        });
        let open = open.filter(|&(arc, _)| what.unmet_cost.is_none_or(|unmet| cost(arc) <= unmet));
        match (open, what.unmet_cost) {
            (Some((arc, to)), _) => {
                total += people * cost(arc);
                loads[to] += people * instance.arcs[arc].load;
                choice.push(arc as u32);
            }
            (None, Some(unmet)) => {
                total += people * unmet;
                choice.push(WITHOUT);
            }
            (None, None) if people == 0 => choice.push(WITHOUT),
            (None, None) => return Cheapest::Impossible,
        }
    }
    let fits = |(window, &load): (&Option<Window>, &i64)| {
        window.is_none_or(|window| (window.min_load..=window.capacity).contains(&load))
    };
    if windows.iter().zip(loads.iter()).all(fits) {
        Cheapest::Fits(total)
    } else {
        Cheapest::Breaks(total)
    }
}
