//! A bound that needs no search.

use super::parts::most_people;
use crate::instance::Instance;

/// What any answer costs at least, cents: everybody where it is cheapest, as if
/// that were open and had room, and whatever earns money opened.
pub(super) fn floor(instance: &Instance) -> i64 {
    let mut least: Vec<Option<i64>> = instance
        .demands
        .iter()
        .map(|demand| demand.unmet_cost)
        .collect();
    for arc in &instance.arcs {
        let least = &mut least[arc.demand];
        *least = Some(least.map_or(arc.cost, |least| least.min(arc.cost)));
    }
    let people = instance.demands.iter().zip(most_people(instance));
    let served = people.zip(least).map(|((demand, most), least)| {
        let least = least.unwrap_or(0);
        // Of those who may be led on, as many come as make it cheaper.
        let persons = if least < 0 {
            most
        } else {
            i64::from(demand.persons)
        };
        least.saturating_mul(persons)
    });
    let facilities = (0..instance.facilities.len()).map(|facility| {
        let levels = instance.levels(facility).iter();
        levels.map(|level| level.fixed_cost).min().unwrap_or(0)
    });
    let sites = instance.sites.iter().map(|site| {
        let openings = site.openings.iter();
        openings
            .map(|opening| opening.fixed_cost)
            .min()
            .unwrap_or(0)
    });
    let fixed = facilities.chain(sites).map(|cost| cost.min(0));
    served.chain(fixed).fold(0, i64::saturating_add)
}
