//! One market decided anew while all others stay.

use super::{Market, NONE};
use crate::instance::{Arc, Ceiling, FacilityKind, Instance, Lock, Payment, Site, Solution};

/// One market decided anew while all others stay as in a solution; `None` where
/// nothing may open in it.
pub(in crate::engine) fn anew(
    instance: &Instance,
    of: &[usize],
    name: usize,
    solution: &Solution,
) -> Option<Market> {
    let mut market = Market {
        instance: Instance::default(),
        facilities: Vec::new(),
        levels: Vec::new(),
    };
    let mut ceilings: Vec<i64> = instance
        .ceilings
        .iter()
        .map(|ceiling| ceiling.cents)
        .collect();
    let mut sites: Vec<Site> = instance.sites.clone();
    let mut draw = |payment: &Payment| {
        for &(ceiling, cents) in &payment.draws {
            ceilings[ceiling] -= cents;
        }
    };
    let phases = solution.phases(instance);
    let mut used = vec![false; sites.len()];
    for (facility, open) in solution.open.iter().enumerate() {
        let (FacilityKind::New { site, levels }, Some(open)) =
            (&instance.facilities[facility].kind, open)
        else {
            continue;
        };
        if of[facility] != name {
            let level = &levels[open.level];
            draw(&level.payments[open.payment]);
            used[*site] = true;
            if let Some(most) = &mut sites[*site].max_places {
                *most = most.saturating_sub(level.places);
            }
        }
    }
    for (index, site) in sites.iter_mut().enumerate() {
        // Only one opening: with several years a site's cost hangs on all its services.
        if site.openings.len() > 1 {
            return None;
        }
        if used[index]
            && let Some(phase) = phases[index]
        {
            if let Some(payment) = solution.site_payment[index]
                .and_then(|at| instance.sites[index].opening(phase).payments.get(at))
            {
                draw(payment);
            }
            site.openings.clear();
        }
    }
    let mut here = vec![NONE; instance.facilities.len()];
    for facility in (0..of.len()).filter(|&facility| of[facility] == name) {
        here[facility] = market.facilities.len() as u32;
        market
            .levels
            .push((0..instance.levels(facility).len()).collect());
        market.facilities.push(facility);
        market
            .instance
            .facilities
            .push(instance.facilities[facility].clone());
    }
    market.instance.sites = sites;
    market.instance.ceilings = ceilings
        .into_iter()
        .map(|cents| Ceiling {
            cents: cents.max(0),
        })
        .collect();
    let may_open = |&&facility: &&usize| !instance.levels(facility).is_empty();
    market.facilities.iter().find(may_open)?;
    for &(one, other) in &instance.apart {
        for (mine, theirs) in [(one, other), (other, one)] {
            if here[mine] != NONE && here[theirs] == NONE && solution.open[theirs].is_some() {
                market.instance.locks.push(Lock::Facility {
                    facility: here[mine] as usize,
                    level: None,
                    open: false,
                });
            }
        }
        if here[one] != NONE && here[other] != NONE {
            market
                .instance
                .apart
                .push((here[one] as usize, here[other] as usize));
        }
    }
    for lock in &instance.locks {
        match *lock {
            Lock::Facility {
                facility,
                level,
                open,
            } if here[facility] != NONE => {
                market.instance.locks.push(Lock::Facility {
                    facility: here[facility] as usize,
                    level,
                    open,
                });
            }
            Lock::Site { site, open } if !(open && used[site]) => {
                market.instance.locks.push(Lock::Site { site, open })
            }
            _ => {}
        }
    }
    let mut at = usize::MAX;
    for arc in instance
        .arcs
        .iter()
        .filter(|arc| here[arc.facility] != NONE)
    {
        if at != arc.demand {
            market
                .instance
                .demands
                .push(instance.demands[arc.demand].clone());
            at = arc.demand;
        }
        let demand = market.instance.demands.len() - 1;
        market.instance.arcs.push(Arc {
            demand,
            facility: here[arc.facility] as usize,
            ..*arc
        });
    }
    Some(market)
}
