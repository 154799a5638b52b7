//! A part of an instance: some of its people and whatever they may use.

use ::shares::Coalition;
use siting::instance::*;
use std::collections::BTreeMap;

/// A smaller instance, and what its indices are in the whole.
pub(super) struct Part {
    pub instance: Instance,
    pub demands: Vec<usize>,
    facilities: Vec<usize>,
    sites: Vec<usize>,
    arcs: Vec<usize>,
}

impl Part {
    /// The people of some demands, with the facilities within their reach. All
    /// conditions stay, save that nothing must open: who plans alone is not held
    /// to what others have decided.
    pub fn new(whole: &Instance, keep: impl Fn(usize) -> bool) -> Self {
        let mut stays: Vec<bool> = (0..whole.demands.len()).map(&keep).collect();
        for onward in &whole.onward {
            if keep(whole.arcs[onward.arc].demand) {
                stays[onward.demand] = true;
            }
        }
        let demands = kept(stays.len(), |at| stays[at]);
        let arcs = kept(whole.arcs.len(), |at| stays[whole.arcs[at].demand]);
        let mut reached = vec![false; whole.facilities.len()];
        for &arc in &arcs {
            reached[whole.arcs[arc].facility] = true;
        }
        let facilities = kept(reached.len(), |at| reached[at]);
        let mut used = vec![false; whole.sites.len()];
        for &facility in &facilities {
            if let FacilityKind::New { site, .. } = whole.facilities[facility].kind {
                used[site] = true;
            }
        }
        let sites = kept(used.len(), |at| used[at]);
        let mut part = Self {
            instance: Instance::default(),
            demands,
            facilities,
            sites,
            arcs,
        };
        part.instance = part.fill(whole, &keep);
        part
    }

    fn fill(&self, whole: &Instance, keep: &dyn Fn(usize) -> bool) -> Instance {
        let (demand, facility, site) = (
            inverse(&self.demands),
            inverse(&self.facilities),
            inverse(&self.sites),
        );
        let people = |&at: &usize| Demand {
            // Others come only as those who move on come to them.
            persons: if keep(at) {
                whole.demands[at].persons
            } else {
                0
            },
            ..whole.demands[at].clone()
        };
        let place = |&at: &usize| match &whole.facilities[at].kind {
            FacilityKind::Existing { capacity } => FacilityKind::Existing {
                capacity: capacity.clone(),
            },
            FacilityKind::New { site: at, levels } => FacilityKind::New {
                site: site[at],
                levels: levels.clone(),
            },
        };
        let arc = |&at: &usize| Arc {
            demand: demand[&whole.arcs[at].demand],
            facility: facility[&whole.arcs[at].facility],
            ..whole.arcs[at]
        };
        let arcs = inverse(&self.arcs);
        let onward = |onward: &Onward| {
            Some(Onward {
                arc: *arcs.get(&onward.arc)?,
                demand: *demand.get(&onward.demand)?,
            })
        };
        let lock = |lock: &Lock| match *lock {
            Lock::Site { site: at, open } if !open => Some(Lock::Site {
                site: *site.get(&at)?,
                open,
            }),
            Lock::Facility {
                facility: at,
                level,
                open,
            } if !open => Some(Lock::Facility {
                facility: *facility.get(&at)?,
                level,
                open,
            }),
            _ => None,
        };
        let apart =
            |(one, other): &(usize, usize)| Some((*facility.get(one)?, *facility.get(other)?));
        Instance {
            demands: self.demands.iter().map(people).collect(),
            facilities: self
                .facilities
                .iter()
                .map(|at| Facility { kind: place(at) })
                .collect(),
            sites: self
                .sites
                .iter()
                .map(|&at| whole.sites[at].clone())
                .collect(),
            arcs: self.arcs.iter().map(arc).collect(),
            ceilings: whole.ceilings.clone(),
            apart: whole.apart.iter().filter_map(apart).collect(),
            locks: whole.locks.iter().filter_map(lock).collect(),
            onward: whole.onward.iter().filter_map(onward).collect(),
        }
    }

    /// Leaves of each ceiling that is divided what these players have of it.
    pub fn limit(&mut self, money: &[Option<Vec<i64>>], coalition: Coalition) {
        for (ceiling, shares) in self.instance.ceilings.iter_mut().zip(money) {
            if let Some(shares) = shares {
                ceiling.cents = coalition.players().map(|player| shares[player]).sum();
            }
        }
    }

    /// The cheaper of two plans that need no search: as in a solution of the
    /// whole, each facility in the size that its own people need; and nobody
    /// served. `None` where neither keeps the conditions.
    pub fn start(&self, whole: &Solution) -> Option<Solution> {
        let nothing = Solution::nothing(&self.instance);
        let starts = [self.as_in(whole), nothing].into_iter();
        starts
            .filter(|start| start.faults(&self.instance).is_empty())
            .min_by_key(|start| start.cost(&self.instance))
    }

    /// The solution of the whole as far as it concerns these people; whoever
    /// cannot fill a facility is left without.
    fn as_in(&self, whole: &Solution) -> Solution {
        let instance = &self.instance;
        let mut part = Solution {
            flow: self.arcs.iter().map(|&arc| whole.flow[arc]).collect(),
            ..Solution::nothing(instance)
        };
        let states = 0..instance.states();
        let loads: Vec<Vec<i64>> = states.map(|state| part.loads(instance, state)).collect();
        for (here, &facility) in self.facilities.iter().enumerate() {
            let used = loads.iter().any(|loads| loads[here] > 0);
            part.open[here] = whole.open[facility]
                .filter(|_| used)
                .and_then(|opened| fitting(instance.levels(here), opened, |at| loads[at][here]));
        }
        for (arc, flow) in instance.arcs.iter().zip(&mut part.flow) {
            let exists = instance.levels(arc.facility).is_empty();
            if !exists && part.open[arc.facility].is_none() {
                *flow = 0;
            }
        }
        let people = part.people(instance);
        let mut served = vec![0u64; people.len()];
        for (arc, &flow) in instance.arcs.iter().zip(&part.flow) {
            served[arc.demand] += u64::from(flow);
        }
        let left = people.iter().zip(served);
        part.unmet = left
            .map(|(&all, served)| u32::try_from(all.saturating_sub(served)).unwrap_or(u32::MAX))
            .collect();
        for (here, phase) in part.phases(instance).into_iter().enumerate() {
            let Some(phase) = phase else { continue };
            let payments = &instance.sites[here].opening(phase).payments;
            let pays = |scheme: usize| {
                (0..self.facilities.len()).any(|at| {
                    matches!(instance.facilities[at].kind, FacilityKind::New { site, .. } if site == here)
                        && part.open[at].is_some_and(|opened| {
                            instance.levels(at)[opened.level].payments[opened.payment].scheme == scheme
                        })
                })
            };
            let as_before = whole.site_payment[self.sites[here]].into_iter();
            part.site_payment[here] = as_before.chain(0..payments.len()).find(|&way| {
                payments
                    .get(way)
                    .is_some_and(|payment| pays(payment.scheme))
            });
        }
        part
    }
}

/// The cheapest level of the same phase that holds the loads (by state) and is
/// filled by them, paid by the same scheme.
fn fitting(levels: &[Level], opened: Opened, load: impl Fn(usize) -> i64) -> Option<Opened> {
    let before = levels.get(opened.level)?;
    let scheme = before.payments.get(opened.payment)?.scheme;
    let fits = |level: &Level| {
        level
            .windows
            .iter()
            .enumerate()
            .all(|(state, window)| (window.min_load..=window.capacity).contains(&load(state)))
    };
    let ways = levels
        .iter()
        .enumerate()
        .filter(|(_, level)| level.phase == before.phase && fits(level));
    let ways = ways.filter_map(|(at, level)| {
        let payment = level
            .payments
            .iter()
            .position(|payment| payment.scheme == scheme)?;
        Some((level.fixed_cost, Opened { level: at, payment }))
    });
    ways.min_by_key(|&(cost, _)| cost).map(|(_, opened)| opened)
}

fn kept(all: usize, keep: impl Fn(usize) -> bool) -> Vec<usize> {
    (0..all).filter(|&at| keep(at)).collect()
}

fn inverse(of: &[usize]) -> BTreeMap<usize, usize> {
    of.iter()
        .enumerate()
        .map(|(here, &at)| (at, here))
        .collect()
}
