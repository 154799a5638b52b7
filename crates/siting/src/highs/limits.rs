//! What an instance admits at all: the locks, and reductions that cost no optimum.

use super::locks::Locks;
use super::parts::{arcs_by_facility, is_uniform, most_people, transport};
use crate::instance::{Arc, FacilityKind, Instance, Level};
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
    /// Per facility and state: free capacity of what exists, in loads as [`Self::load`] counts them.
    pub capacity: Vec<Vec<f64>>,
    /// Per demand: the most people it may have.
    pub people: Vec<i64>,
    /// Per facility: whether flows to it are whole by themselves ([`transport`]).
    pub transport: Vec<bool>,
    /// Per facility: load units that count as one.
    scale: Vec<i64>,
    /// Per facility: whether everybody is the same load there.
    uniform: Vec<bool>,
    apart: Vec<Vec<usize>>,
}

/// A level that may open.
#[derive(Debug, Clone)]
pub(super) struct LevelLimits {
    /// Index into the facility's levels.
    pub index: usize,
    /// The phase in which it opens.
    pub phase: usize,
    /// By state, in loads as [`Admissible::load`] counts them.
    pub windows: Vec<Limits>,
}

/// Most and least load.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    pub capacity: f64,
    pub least: f64,
}

/// How loads of a facility are counted: people where all are alike, else
/// shares of the heaviest.
struct Scale<'a> {
    unit: i64,
    uniform: bool,
    /// By state: load of all who may come.
    reach: &'a [i64],
}

impl Scale<'_> {
    fn capacity(&self, capacity: i64, state: usize) -> f64 {
        let capacity = capacity.min(self.reach[state]);
        if self.uniform {
            capacity.div_euclid(self.unit) as f64
        } else {
            capacity as f64 / self.unit as f64
        }
    }

    fn least(&self, least: i64) -> f64 {
        let least = least.max(0);
        if self.uniform {
            ((least + self.unit - 1) / self.unit) as f64
        } else {
            least as f64 / self.unit as f64
        }
    }

    /// The windows of a level; `None` where it cannot be filled.
    fn windows(&self, level: &Level) -> Option<Vec<Limits>> {
        let window = |state: usize| {
            let window = level.window(state);
            let filled = window.min_load <= self.reach[state] && window.min_load <= window.capacity;
            filled.then(|| Limits {
                capacity: self.capacity(window.capacity, state),
                least: self.least(window.min_load),
            })
        };
        (0..self.reach.len()).map(window).collect()
    }
}

impl Admissible {
    /// # Errors
    /// [`SolveError::Infeasible`] where a lock asks for what nothing offers.
    pub fn new(instance: &Instance) -> Result<Self, SolveError> {
        let locks = Locks::new(instance)?;
        let people = most_people(instance);
        let by_facility = arcs_by_facility(instance);
        let uniform: Vec<bool> = by_facility.iter().map(|arcs| is_uniform(arcs)).collect();
        let heaviest = |arcs: &Vec<Arc>| arcs.iter().map(|arc| arc.load).max();
        let scale: Vec<i64> = by_facility
            .iter()
            .map(|arcs| heaviest(arcs).unwrap_or(1).max(1))
            .collect();
        let reach = reach(instance, &people);
        let mut levels = vec![Vec::new(); instance.facilities.len()];
        let mut capacity = vec![vec![0.0; instance.states()]; instance.facilities.len()];
        let mut at_site = vec![Vec::new(); instance.sites.len()];
        for (index, facility) in instance.facilities.iter().enumerate() {
            if locks.closed[index] {
                if locks.must_open[index] {
                    return Err(SolveError::Infeasible);
                }
                continue;
            }
            let scale = Scale {
                unit: scale[index],
                uniform: uniform[index],
                reach: &reach[index],
            };
            match &facility.kind {
                FacilityKind::Existing { capacity: free } => {
                    for (state, capacity) in capacity[index].iter_mut().enumerate() {
                        *capacity = scale.capacity(free.get(state).copied().unwrap_or(0), state);
                    }
                }
                FacilityKind::New { site, levels: all } => {
                    let most = instance.sites[*site].max_places;
                    for (level, limits) in all.iter().enumerate() {
                        let chosen = locks.level[index].is_none_or(|chosen| chosen == level);
                        let room = most.is_none_or(|most| limits.places <= most);
                        if let (true, Some(windows)) = (chosen && room, scale.windows(limits)) {
                            levels[index].push(LevelLimits {
                                index: level,
                                phase: limits.phase,
                                windows,
                            });
                        }
                    }
                    if !levels[index].is_empty() {
                        at_site[*site].push(index);
                    } else if locks.must_open[index] {
                        return Err(SolveError::Infeasible);
                    }
                }
            }
        }
        let mut sites = locks.site_must_open.iter().zip(&at_site);
        if sites.any(|(&must, here)| must && here.is_empty()) {
            return Err(SolveError::Infeasible);
        }
        let mut apart = vec![Vec::new(); instance.facilities.len()];
        for &(a, b) in &instance.apart {
            apart[a].push(b);
            apart[b].push(a);
        }
        let mut admissible = Self {
            transport: transport(instance),
            levels,
            must_open: locks.must_open,
            site_must_open: locks.site_must_open,
            at_site,
            arcs: Vec::new(),
            capacity,
            people,
            scale,
            uniform,
            apart,
        };
        admissible.arcs = admissible.useful(instance, &locks.closed);
        Ok(admissible)
    }

    /// Per arc: whether it leads where something may be open, and whether taking
    /// it can help: going where it costs more than being left without helps only
    /// to fill a minimum, there or where it leads on to.
    fn useful(&self, instance: &Instance, closed: &[bool]) -> Vec<bool> {
        let occupancy = |facility: usize| {
            let levels = self.levels[facility].iter();
            let mut windows = levels.flat_map(|level| &level.windows);
            windows.any(|window| window.least > 0.0)
        };
        let occupancy: Vec<bool> = (0..instance.facilities.len()).map(occupancy).collect();
        let useful = |(index, arc): (usize, &Arc)| {
            let demand = &instance.demands[arc.demand];
            let open = !closed[arc.facility]
                && (!self.levels[arc.facility].is_empty()
                    || self.capacity[arc.facility][demand.state] > 0.0
                    || (arc.load == 0 && instance.levels(arc.facility).is_empty()));
            let helps = occupancy[arc.facility]
                || instance.onward(index).is_some()
                || demand.unmet_cost.is_none_or(|unmet| arc.cost < unmet);
            open && helps && self.people[arc.demand] > 0
        };
        instance.arcs.iter().enumerate().map(useful).collect()
    }

    /// Limits of a level in a state; nothing fits into one that may not open.
    pub fn window(&self, facility: usize, level: usize, state: usize) -> Limits {
        let mut levels = self.levels[facility].iter();
        let found = levels.find(|limits| limits.index == level);
        found.map_or(
            Limits {
                capacity: 0.0,
                least: 0.0,
            },
            |limits| limits.windows[state],
        )
    }

    /// The load of one person: people where all are alike, else a share of the heaviest.
    pub fn load(&self, arc: &Arc) -> f64 {
        arc.load as f64 / self.scale[arc.facility] as f64
    }

    /// How many people of an arc a level holds at most in a state.
    pub fn most_people(&self, arc: &Arc, level: usize, state: usize) -> f64 {
        let capacity = self.window(arc.facility, level, state).capacity;
        match self.load(arc) {
            0.0 => f64::INFINITY,
            load if self.uniform[arc.facility] => capacity / load,
            load => (capacity / load + 1e-9).floor(),
        }
    }

    /// The phases in which something may open at a site, rising.
    pub fn phases(&self, site: usize) -> Vec<usize> {
        let levels = self.at_site[site]
            .iter()
            .flat_map(|&facility| &self.levels[facility]);
        let mut phases: Vec<usize> = levels.map(|level| level.phase).collect();
        phases.sort_unstable();
        phases.dedup();
        phases
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
                    let apart_from_all = |&member: &usize| self.apart[member].contains(&other);
                    if !clique.contains(&other) && clique.iter().all(apart_from_all) {
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

/// Per facility and state: the load of all who may come.
fn reach(instance: &Instance, people: &[i64]) -> Vec<Vec<i64>> {
    let mut reach = vec![vec![0; instance.states()]; instance.facilities.len()];
    for arc in &instance.arcs {
        let state = instance.demands[arc.demand].state;
        reach[arc.facility][state] += arc.load * people[arc.demand];
    }
    reach
}
