//! What an instance admits at all: the locks, and reductions that cost no optimum.

use super::neighbourhood::services;
use crate::instance::{Arc, FacilityKind, Instance, Lock};
use crate::solver::SolveError;

/// What may open, who may go where, and in which numbers.
pub(super) struct Admissible {
    /// Per facility: levels that may open, rising.
    pub levels: Vec<Vec<LevelLimits>>,
    /// Per facility: whether a lock opens it.
    pub must_open: Vec<bool>,
    /// Per site: whether a lock opens it.
    pub site_must_open: Vec<bool>,
    /// Per site: facilities with a level that may open.
    pub at_site: Vec<Vec<usize>>,
    /// Per arc: whether it is of any use.
    pub arcs: Vec<bool>,
    /// Per facility: free capacity of what exists, in loads as [`Self::load`] counts them.
    pub capacity: Vec<f64>,
    /// Per facility: whether flows to it are whole by themselves. So they are
    /// when all facilities that share people with it are indifferent to whom
    /// they serve: what remains with the openings fixed is a transport problem.
    pub transport: Vec<bool>,
    /// Per facility: load units that count as one.
    scale: Vec<i64>,
    /// Per facility: whether everybody is the same load there.
    uniform: Vec<bool>,
    apart: Vec<Vec<usize>>,
}

/// A level that may open; loads as [`Admissible::load`] counts them.
#[derive(Debug, Clone, Copy)]
pub(super) struct LevelLimits {
    pub index: usize,
    pub capacity: f64,
    pub least: f64,
}

impl Admissible {
    /// # Errors
    /// [`SolveError::Infeasible`] where a lock asks for what nothing offers.
    pub fn new(instance: &Instance) -> Result<Self, SolveError> {
        let mut locks = Locks::new(instance)?;
        let loads = arcs_by_facility(instance);
        let uniform: Vec<bool> = loads.iter().map(|arcs| is_uniform(arcs)).collect();
        let scale: Vec<i64> = loads
            .iter()
            .map(|arcs| arcs.iter().map(|arc| arc.load).max().unwrap_or(1).max(1))
            .collect();
        let mut levels = vec![Vec::new(); instance.facilities.len()];
        let mut capacity = vec![0.0; instance.facilities.len()];
        let mut at_site = vec![Vec::new(); instance.sites.len()];
        let mut occupancy = vec![false; instance.facilities.len()];
        for (index, facility) in instance.facilities.iter().enumerate() {
            if locks.closed[index] {
                continue;
            }
            let reach: i64 = loads[index]
                .iter()
                .map(|arc| arc.load * i64::from(instance.demands[arc.demand].persons))
                .sum();
            let most = |capacity: i64| {
                scaled(
                    capacity.min(reach),
                    scale[index],
                    uniform[index],
                    i64::div_euclid,
                )
            };
            match &facility.kind {
                FacilityKind::Existing { capacity: free } => {
                    capacity[index] = most(free.first().copied().unwrap_or(0));
                }
                FacilityKind::New { site, levels: all } => {
                    for (level, limits) in all.iter().enumerate() {
                        let chosen = locks.level[index].is_none_or(|chosen| chosen == level);
                        let room = instance.sites[*site]
                            .max_places
                            .is_none_or(|most| limits.places <= most);
                        if chosen
                            && room
                            && limits.window(0).min_load <= reach
                            && limits.window(0).min_load <= limits.window(0).capacity
                        {
                            let least = scaled(
                                limits.window(0).min_load.max(0),
                                scale[index],
                                uniform[index],
                                |load, unit| (load + unit - 1) / unit,
                            );
                            occupancy[index] |= least > 0.0;
                            levels[index].push(LevelLimits {
                                index: level,
                                capacity: most(limits.window(0).capacity),
                                least,
                            });
                        }
                    }
                    if !levels[index].is_empty() {
                        at_site[*site].push(index);
                    }
                }
            }
            if locks.must_open[index] && levels[index].is_empty() {
                return Err(SolveError::Infeasible);
            }
        }
        if (0..instance.facilities.len())
            .any(|facility| locks.closed[facility] && locks.must_open[facility])
            || (0..instance.sites.len())
                .any(|site| locks.site_must_open[site] && at_site[site].is_empty())
        {
            return Err(SolveError::Infeasible);
        }
        // Going where it costs more than being left without helps only to fill a minimum.
        let useful = |arc: &Arc| {
            let open = !levels[arc.facility].is_empty()
                || capacity[arc.facility] > 0.0
                || (arc.load == 0 && !locks.closed[arc.facility]);
            open && (occupancy[arc.facility]
                || instance.demands[arc.demand]
                    .unmet_cost
                    .is_none_or(|unmet| arc.cost < unmet))
        };
        let arcs: Vec<bool> = instance.arcs.iter().map(useful).collect();
        let mut apart = vec![Vec::new(); instance.facilities.len()];
        for &(a, b) in &instance.apart {
            apart[a].push(b);
            apart[b].push(a);
        }
        Ok(Self {
            transport: transport(instance),
            levels,
            must_open: std::mem::take(&mut locks.must_open),
            site_must_open: std::mem::take(&mut locks.site_must_open),
            at_site,
            arcs,
            capacity,
            scale,
            uniform,
            apart,
        })
    }

    /// A level that may open.
    pub fn level(&self, facility: usize, index: usize) -> LevelLimits {
        let found = self.levels[facility]
            .iter()
            .find(|level| level.index == index);
        found.copied().unwrap_or(LevelLimits {
            index,
            capacity: 0.0,
            least: 0.0,
        })
    }

    /// The load of one person: people where all are alike, else a share of the heaviest.
    pub fn load(&self, arc: &Arc) -> f64 {
        arc.load as f64 / self.scale[arc.facility] as f64
    }

    /// How many people of an arc a level holds at most.
    pub fn most_people(&self, arc: &Arc, level: usize) -> f64 {
        let capacity = self.level(arc.facility, level).capacity;
        match self.load(arc) {
            0.0 => f64::INFINITY,
            load if self.uniform[arc.facility] => capacity / load,
            load => (capacity / load + 1e-9).floor(),
        }
    }

    /// Sets of facilities at a site of which at most one opens; every facility
    /// that may open there is in one, and every pair that is apart is too.
    pub fn cliques(&self, site: usize) -> Vec<Vec<usize>> {
        let mut cliques: Vec<Vec<usize>> = Vec::new();
        for &facility in &self.at_site[site] {
            let together = |clique: &[usize], other: usize| {
                clique.contains(&facility) && clique.contains(&other)
            };
            let mut partners: Vec<usize> = self.apart[facility]
                .iter()
                .copied()
                .filter(|other| self.at_site[site].contains(other))
                .collect();
            partners.sort_unstable();
            partners.dedup();
            for &partner in &partners {
                if cliques.iter().any(|clique| together(clique, partner)) {
                    continue;
                }
                let mut clique = vec![facility, partner];
                for &other in &partners {
                    if !clique.contains(&other)
                        && clique
                            .iter()
                            .all(|&member| self.apart[member].contains(&other))
                    {
                        clique.push(other);
                    }
                }
                cliques.push(clique);
            }
            if !cliques.iter().any(|clique| clique.contains(&facility)) {
                cliques.push(vec![facility]);
            }
        }
        cliques
    }
}

fn scaled(load: i64, unit: i64, uniform: bool, whole: impl Fn(i64, i64) -> i64) -> f64 {
    if uniform {
        whole(load, unit) as f64
    } else {
        load as f64 / unit as f64
    }
}

fn arcs_by_facility(instance: &Instance) -> Vec<Vec<Arc>> {
    let mut arcs = vec![Vec::new(); instance.facilities.len()];
    for arc in &instance.arcs {
        arcs[arc.facility].push(*arc);
    }
    arcs
}

/// Per facility: whether all facilities that share people with it, directly or
/// through others, are indifferent to whom they serve.
pub(super) fn transport(instance: &Instance) -> Vec<bool> {
    let services = services(instance);
    let mut alike = vec![true; instance.facilities.len()];
    for (arcs, &service) in arcs_by_facility(instance).iter().zip(&services) {
        alike[service] &= is_uniform(arcs);
    }
    services.into_iter().map(|service| alike[service]).collect()
}

fn is_uniform(arcs: &[Arc]) -> bool {
    arcs.windows(2).all(|pair| pair[0].load == pair[1].load)
}

/// What the locks say of each facility and site.
struct Locks {
    closed: Vec<bool>,
    must_open: Vec<bool>,
    level: Vec<Option<usize>>,
    site_must_open: Vec<bool>,
}

impl Locks {
    fn new(instance: &Instance) -> Result<Self, SolveError> {
        let facilities = instance.facilities.len();
        let mut locks = Self {
            closed: vec![false; facilities],
            must_open: vec![false; facilities],
            level: vec![None; facilities],
            site_must_open: vec![false; instance.sites.len()],
        };
        for lock in &instance.locks {
            match *lock {
                Lock::Site { site, open: true } => locks.site_must_open[site] = true,
                Lock::Site {
                    site: locked,
                    open: false,
                } => {
                    for (index, facility) in instance.facilities.iter().enumerate() {
                        locks.closed[index] |= matches!(facility.kind, FacilityKind::New { site, .. } if site == locked);
                    }
                }
                Lock::Facility {
                    facility,
                    open: false,
                    ..
                } => locks.closed[facility] = true,
                Lock::Facility {
                    facility,
                    level,
                    open: true,
                } => locks.open(instance, facility, level)?,
            }
        }
        Ok(locks)
    }

    fn open(
        &mut self,
        instance: &Instance,
        facility: usize,
        level: Option<usize>,
    ) -> Result<(), SolveError> {
        if matches!(
            instance.facilities[facility].kind,
            FacilityKind::Existing { .. }
        ) {
            return Ok(());
        }
        self.must_open[facility] = true;
        match (self.level[facility], level) {
            (Some(one), Some(other)) if one != other => Err(SolveError::Infeasible),
            (before, level) => {
                self.level[facility] = level.or(before);
                Ok(())
            }
        }
    }
}
