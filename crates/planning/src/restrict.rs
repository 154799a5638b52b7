//! An instance in which only some facilities and levels are left: what "the
//! other measures stay as they are" means to a solver.

use siting::instance::*;
use std::collections::BTreeMap;

/// What is left of a facility.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Keep {
    /// Nothing.
    Out,
    /// One level, which may open or not.
    May(usize),
    /// One level, which has to open.
    Must(usize),
    /// Everything.
    All,
}

/// A smaller instance over the same demands, sites and ceilings.
pub(crate) struct Restricted {
    pub instance: Instance,
    /// Facility of the whole instance → its index here.
    here: BTreeMap<usize, usize>,
    /// Per facility here: its index and its levels' in the whole instance.
    whole: Vec<(usize, Vec<usize>)>,
    /// Per arc here: its index in the whole instance.
    arcs: Vec<usize>,
}

impl Restricted {
    /// Keeps what `keep` says. `None` where a lock demands what is left out.
    pub fn new(whole: &Instance, keep: impl Fn(usize) -> Keep) -> Option<Self> {
        let mut small = Self {
            instance: Instance {
                demands: whole.demands.clone(),
                sites: whole.sites.clone(),
                ceilings: whole.ceilings.clone(),
                ..Instance::default()
            },
            here: BTreeMap::new(),
            whole: Vec::new(),
            arcs: Vec::new(),
        };
        for facility in 0..whole.facilities.len() {
            small.add_facility(whole, facility, keep(facility));
        }
        for (at, arc) in whole.arcs.iter().enumerate() {
            if let Some(&facility) = small.here.get(&arc.facility) {
                if let Some(demand) = whole.onward(at) {
                    let arc = small.arcs.len();
                    small.instance.onward.push(Onward { arc, demand });
                }
                small.instance.arcs.push(Arc { facility, ..*arc });
                small.arcs.push(at);
            }
        }
        for (one, other) in &whole.apart {
            if let (Some(&one), Some(&other)) = (small.here.get(one), small.here.get(other)) {
                small.instance.apart.push((one, other));
            }
        }
        for lock in &whole.locks {
            if let Some(lock) = small.lock(lock)? {
                small.instance.locks.push(lock);
            }
        }
        Some(small)
    }

    fn add_facility(&mut self, whole: &Instance, facility: usize, keep: Keep) {
        let kind = &whole.facilities[facility].kind;
        let all = match kind {
            FacilityKind::Existing { .. } => 0,
            FacilityKind::New { levels, .. } => levels.len(),
        };
        let kept: Vec<usize> = match keep {
            Keep::Out => return,
            Keep::May(level) | Keep::Must(level) => vec![level],
            Keep::All => (0..all).collect(),
        };
        let here = self.instance.facilities.len();
        let kind = match kind {
            FacilityKind::Existing { capacity } => FacilityKind::Existing {
                capacity: capacity.clone(),
            },
            FacilityKind::New { site, levels } => FacilityKind::New {
                site: *site,
                levels: kept.iter().map(|&level| levels[level].clone()).collect(),
            },
        };
        if let Keep::Must(_) = keep {
            self.instance.locks.push(Lock::Facility {
                facility: here,
                level: Some(0),
                open: true,
            });
        }
        self.here.insert(facility, here);
        self.whole.push((facility, kept));
        self.instance.facilities.push(Facility { kind });
    }

    /// The lock in terms of the smaller instance: `Some(None)` where it is kept
    /// anyhow, `None` where it cannot be.
    #[allow(clippy::option_option)]
    fn lock(&self, lock: &Lock) -> Option<Option<Lock>> {
        let Lock::Facility {
            facility,
            level,
            open,
        } = *lock
        else {
            return Some(Some(lock.clone()));
        };
        let Some(&here) = self.here.get(&facility) else {
            return if open { None } else { Some(None) };
        };
        let level = match level {
            None => None,
            Some(level) => Some(self.whole[here].1.iter().position(|&kept| kept == level)?),
        };
        Some(Some(Lock::Facility {
            facility: here,
            level,
            open,
        }))
    }

    /// A solution of the whole instance as far as it goes here; whoever was
    /// served elsewhere is left without. `None` where that breaks a condition.
    pub fn start(&self, solution: &Solution) -> Option<Solution> {
        let level_here = |(facility, kept): &(usize, Vec<usize>)| {
            let opened = solution.open[*facility]?;
            let level = kept.iter().position(|&level| level == opened.level)?;
            Some(Opened { level, ..opened })
        };
        let open: Vec<Option<Opened>> = self.whole.iter().map(level_here).collect();
        let mut start = Solution {
            site_payment: vec![None; self.instance.sites.len()],
            flow: self.arcs.iter().map(|&arc| solution.flow[arc]).collect(),
            unmet: Vec::new(),
            open,
        };
        leave_the_rest(&self.instance, &mut start)?;
        for (site, phase) in start.phases(&self.instance).into_iter().enumerate() {
            let opening = phase.map(|phase| self.instance.sites[site].opening(phase));
            if opening.is_some_and(|opening| !opening.payments.is_empty()) {
                start.site_payment[site] = solution.site_payment[site];
            }
        }
        start.faults(&self.instance).is_empty().then_some(start)
    }

    /// The solution in terms of the whole instance: what is left out here stays
    /// as in `other`, save that nothing is left of the facility `closed`.
    pub fn lifted(
        &self,
        whole: &Instance,
        solution: &Solution,
        other: &Solution,
        closed: Option<usize>,
    ) -> Solution {
        let mut lifted = other.clone();
        for (at, (facility, kept)) in self.whole.iter().enumerate() {
            lifted.open[*facility] = solution.open[at].map(|opened| Opened {
                level: kept[opened.level],
                ..opened
            });
        }
        for (at, arc) in self.arcs.iter().enumerate() {
            lifted.flow[*arc] = solution.flow[at];
        }
        if let Some(closed) = closed {
            lifted.open[closed] = None;
        }
        for (arc, flow) in whole.arcs.iter().zip(&mut lifted.flow) {
            if Some(arc.facility) == closed {
                *flow = 0;
            }
        }
        // Where more are served than there are, faults tell so.
        if leave_the_rest(whole, &mut lifted).is_none() {
            lifted.unmet = vec![0; whole.demands.len()];
        }
        let sites: Vec<bool> = lifted.sites_open(whole).collect();
        for (site, open) in sites.into_iter().enumerate() {
            let paid = solution.site_payment[site].or(other.site_payment[site]);
            lifted.site_payment[site] = paid.filter(|_| open);
        }
        lifted
    }

    /// The facility of the whole instance to which an arc here leads.
    pub fn facility(&self, arc: usize) -> usize {
        self.whole[self.instance.arcs[arc].facility].0
    }

    /// What opens in a solution: facility → level, by indices of the whole instance.
    pub fn openings(&self, solution: &Solution) -> BTreeMap<usize, usize> {
        let opened = self.whole.iter().zip(&solution.open);
        opened
            .filter_map(|((facility, kept), opened)| Some((*facility, kept[(*opened)?.level])))
            .collect()
    }
}

/// Leaves without whoever is not served; `None` where more are served than there are.
pub(crate) fn leave_the_rest(instance: &Instance, solution: &mut Solution) -> Option<()> {
    let mut left = solution.people(instance);
    for (arc, &persons) in instance.arcs.iter().zip(&solution.flow) {
        left[arc.demand] = left[arc.demand].checked_sub(u64::from(persons))?;
    }
    let unmet = left.into_iter().map(|persons| u32::try_from(persons).ok());
    solution.unmet = unmet.collect::<Option<_>>()?;
    Some(())
}
