//! The same instance, told or tightened otherwise.

#![allow(dead_code, reason = "no test uses all of it")]

use super::random::dice::Dice;
use siting::instance::*;

/// All ceilings raised, each by anything or nothing.
pub fn with_more_money(instance: &Instance, dice: &mut Dice) -> Instance {
    let mut richer = instance.clone();
    let ceilings = richer.ceilings.iter_mut();
    ceilings.for_each(|ceiling| ceiling.cents += [0, 1, 20, 1_000][dice.count(0, 3)]);
    richer
}

/// A decision more.
pub fn with_a_lock(instance: &Instance, dice: &mut Dice) -> Instance {
    let mut locked = instance.clone();
    let open = dice.chance(50);
    locked.locks.push(if dice.chance(50) {
        let site = dice.count(0, instance.sites.len() - 1);
        Lock::Site { site, open }
    } else {
        let facility = dice.count(0, instance.facilities.len() - 1);
        let level = None;
        Lock::Facility {
            facility,
            level,
            open,
        }
    });
    locked
}

/// All costs doubled; money and what municipalities pay stay.
pub fn doubled(instance: &Instance) -> Instance {
    let mut doubled = instance.clone();
    doubled.arcs.iter_mut().for_each(|arc| arc.cost *= 2);
    for demand in &mut doubled.demands {
        demand.unmet_cost = demand.unmet_cost.map(|unmet| 2 * unmet);
    }
    let openings = doubled.sites.iter_mut().flat_map(|site| &mut site.openings);
    openings.for_each(|opening| opening.fixed_cost *= 2);
    levels(&mut doubled).for_each(|level| level.fixed_cost *= 2);
    doubled
}

/// Without any least load, room, or neighbour that must be apart.
pub fn with_fewer_conditions(instance: &Instance) -> Instance {
    let mut free = instance.clone();
    free.apart.clear();
    free.sites
        .iter_mut()
        .for_each(|site| site.max_places = None);
    let windows = levels(&mut free).flat_map(|level| &mut level.windows);
    windows.for_each(|window| window.min_load = 0);
    free
}

/// Everybody may go another way than their neighbours.
pub fn divided(instance: &Instance) -> Instance {
    let mut divided = instance.clone();
    let demands = divided.demands.iter_mut();
    demands.for_each(|demand| demand.single_source = false);
    divided
}

/// Without one of the candidates, one that no lock names; `None` where there is none.
pub fn without_a_candidate(instance: &Instance, dice: &mut Dice) -> Option<Instance> {
    let named = |at: usize| {
        let locks = instance.locks.iter();
        locks
            .clone()
            .any(|lock| matches!(*lock, Lock::Facility { facility, .. } if facility == at))
    };
    let candidates: Vec<usize> = (0..instance.facilities.len())
        .filter(|&at| !instance.levels(at).is_empty() && !named(at))
        .collect();
    let gone = *candidates.get(dice.count(0, candidates.len().max(1) - 1))?;
    let order: Vec<usize> = (0..instance.facilities.len())
        .filter(|&at| at != gone)
        .collect();
    let demands: Vec<usize> = (0..instance.demands.len()).collect();
    let sites: Vec<usize> = (0..instance.sites.len()).collect();
    Some(reordered(instance, &order, &demands, &sites))
}

/// Facilities, demands and sites in any other order, and with them the arcs.
pub fn shuffled(instance: &Instance, dice: &mut Dice) -> Instance {
    let mut order = |count: usize| {
        let mut order: Vec<usize> = (0..count).collect();
        dice.shuffle(&mut order);
        order
    };
    let facilities = order(instance.facilities.len());
    let demands = order(instance.demands.len());
    let sites = order(instance.sites.len());
    let mut other = reordered(instance, &facilities, &demands, &sites);
    dice.shuffle(&mut other.locks);
    dice.shuffle(&mut other.apart);
    other
}

/// These facilities, demands and sites in this order; what names others goes.
fn reordered(
    instance: &Instance,
    facilities: &[usize],
    demands: &[usize],
    sites: &[usize],
) -> Instance {
    let place = |order: &[usize], count: usize| {
        let mut place = vec![None; count];
        let now = order.iter().enumerate();
        now.for_each(|(now, &before)| place[before] = Some(now));
        place
    };
    let facility = place(facilities, instance.facilities.len());
    let demand = place(demands, instance.demands.len());
    let site = place(sites, instance.sites.len());
    let mut arcs: Vec<(Arc, usize)> = instance
        .arcs
        .iter()
        .enumerate()
        .filter_map(|(index, arc)| {
            let arc = Arc {
                demand: demand[arc.demand]?,
                facility: facility[arc.facility]?,
                ..*arc
            };
            Some((arc, index))
        })
        .collect();
    arcs.sort_unstable_by_key(|(arc, _)| (arc.demand, arc.facility));
    let onward = arcs.iter().enumerate().filter_map(|(now, &(_, before))| {
        let demand = demand[instance.onward(before)?]?;
        Some(Onward { arc: now, demand })
    });
    let onward = onward.collect();
    let apart = instance.apart.iter();
    let apart = apart.filter_map(|&(a, b)| Some((facility[a]?, facility[b]?)));
    let locks = instance.locks.iter().filter_map(|lock| {
        Some(match *lock {
            Lock::Site { site: at, open } => Lock::Site {
                site: site[at]?,
                open,
            },
            Lock::Facility {
                facility: at,
                level,
                open,
            } => Lock::Facility {
                facility: facility[at]?,
                level,
                open,
            },
        })
    });
    let kept = facilities.iter().map(|&at| instance.facilities[at].clone());
    let moved = kept.filter_map(|mut facility| {
        if let FacilityKind::New { site: at, .. } = &mut facility.kind {
            *at = site[*at]?;
        }
        Some(facility)
    });
    Instance {
        demands: demands
            .iter()
            .map(|&at| instance.demands[at].clone())
            .collect(),
        facilities: moved.collect(),
        sites: sites.iter().map(|&at| instance.sites[at].clone()).collect(),
        ceilings: instance.ceilings.clone(),
        apart: apart.collect(),
        locks: locks.collect(),
        arcs: arcs.into_iter().map(|(arc, _)| arc).collect(),
        onward,
    }
}

fn levels(instance: &mut Instance) -> impl Iterator<Item = &mut Level> {
    let facilities = instance.facilities.iter_mut();
    facilities.flat_map(|facility| match &mut facility.kind {
        FacilityKind::New { levels, .. } => levels.as_mut_slice(),
        FacilityKind::Existing { .. } => &mut [],
    })
}
