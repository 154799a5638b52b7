//! Smaller instances whose answers are answers of the whole.

use super::parts::services;
use crate::instance::{FacilityKind, Instance, Lock, Opened, Solution};

/// The instance in which only these facilities may open.
pub(super) fn restricted(instance: &Instance, may_open: &[bool]) -> Instance {
    let mut restricted = instance.clone();
    let closed = may_open.iter().enumerate().filter(|&(facility, &may)| {
        !may && matches!(instance.facilities[facility].kind, FacilityKind::New { .. })
    });
    restricted
        .locks
        .extend(closed.map(|(facility, _)| Lock::Facility {
            facility,
            level: None,
            open: false,
        }));
    restricted
}

/// Whether services can be decided one after the other: one state, one phase,
/// nobody is led on, and whoever is served no longer can be left without.
pub(super) fn is_plain(instance: &Instance) -> bool {
    let mut levels = (0..instance.facilities.len()).flat_map(|facility| instance.levels(facility));
    let mut demands = instance.demands.iter();
    instance.onward.is_empty()
        && levels.all(|level| level.phase == 0)
        && demands.all(|demand| demand.state == 0 && demand.unmet_cost.is_some())
}

/// Per service in which something may open: which facilities are its own.
pub(super) fn choices(instance: &Instance) -> Vec<Vec<bool>> {
    let services = services(instance);
    let mut decides = vec![false; instance.facilities.len()];
    for arc in &instance.arcs {
        decides[services[arc.facility]] |= matches!(
            instance.facilities[arc.facility].kind,
            FacilityKind::New { .. }
        );
    }
    let mine = |choice: usize| services.iter().map(|&service| service == choice).collect();
    (0..decides.len())
        .filter(|&choice| decides[choice])
        .map(mine)
        .collect()
}

/// The instance in which some facilities are free and everything else stays as
/// in a solution; only people who can go to a free facility are assigned anew.
pub(super) struct Neighbourhood {
    /// The smaller instance.
    pub instance: Instance,
    /// Its arcs in the whole.
    arcs: Vec<usize>,
    free: Vec<bool>,
}

impl Neighbourhood {
    /// `free` holds all facilities of a service, or none.
    pub fn new(whole: &Instance, solution: &Solution, free: Vec<bool>) -> Self {
        let arcs: Vec<usize> = (0..whole.arcs.len())
            .filter(|&arc| free[whole.arcs[arc].facility])
            .collect();
        let mut instance = Instance {
            arcs: arcs.iter().map(|&arc| whole.arcs[arc]).collect(),
            ..whole.clone()
        };
        let mut here = vec![false; whole.demands.len()];
        arcs.iter()
            .for_each(|&arc| here[whole.arcs[arc].demand] = true);
        for (demand, here) in instance.demands.iter_mut().zip(here) {
            if !here {
                demand.unmet_cost = Some(0);
            }
        }
        instance
            .locks
            .retain(|lock| !matches!(lock, Lock::Facility { facility, .. } if !free[*facility]));
        for (facility, opened) in solution
            .open
            .iter()
            .enumerate()
            .filter(|&(facility, _)| !free[facility])
        {
            let FacilityKind::New { levels, .. } = &mut instance.facilities[facility].kind else {
                continue;
            };
            if let Some(opened) = opened {
                *levels = vec![levels[opened.level].clone()];
                let windows = levels[0].windows.iter_mut();
                windows.for_each(|window| window.min_load = 0);
            }
            instance.locks.push(Lock::Facility {
                facility,
                level: None,
                open: opened.is_some(),
            });
        }
        Self {
            instance,
            arcs,
            free,
        }
    }

    /// The solution as one of the neighbourhood.
    pub fn inside(&self, solution: &Solution) -> Solution {
        let mut inside = solution.clone();
        inside.flow = self.arcs.iter().map(|&arc| solution.flow[arc]).collect();
        for (facility, opened) in inside.open.iter_mut().enumerate() {
            if let (false, Some(opened)) = (self.free[facility], opened) {
                opened.level = 0;
            }
        }
        inside.unmet = self.left(&inside.flow);
        inside
    }

    /// A solution of the neighbourhood as one of the whole.
    pub fn outside(&self, whole: &Instance, before: &Solution, inside: &Solution) -> Solution {
        let mut after = before.clone();
        after.site_payment.clone_from(&inside.site_payment);
        for (facility, opened) in inside.open.iter().enumerate() {
            after.open[facility] = match (self.free[facility], opened, before.open[facility]) {
                (true, opened, _) => *opened,
                (false, Some(opened), Some(before)) => Some(Opened {
                    level: before.level,
                    payment: opened.payment,
                }),
                (false, _, before) => before,
            };
        }
        for (&arc, &persons) in self.arcs.iter().zip(&inside.flow) {
            after.flow[arc] = persons;
        }
        after.unmet = whole.demands.iter().map(|demand| demand.persons).collect();
        for (arc, &persons) in whole.arcs.iter().zip(&after.flow) {
            after.unmet[arc.demand] = after.unmet[arc.demand].saturating_sub(persons);
        }
        after
    }

    fn left(&self, flow: &[u32]) -> Vec<u32> {
        let mut left: Vec<u32> = self
            .instance
            .demands
            .iter()
            .map(|demand| demand.persons)
            .collect();
        for (arc, &persons) in self.instance.arcs.iter().zip(flow) {
            left[arc.demand] = left[arc.demand].saturating_sub(persons);
        }
        left
    }
}
