//! What a [`Solution`] costs, draws and respects, in whole cents and people.

use crate::instance::{
    FacilityKind, Instance, Level, Lock, Opened, Opening, Payment, Solution, Window,
};

/// A condition that a solution breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fault {
    /// A vector has another length than the instance asks for, or an index points nowhere.
    Shape,
    /// The people of a demand do not add up, are left without where nobody may be,
    /// or are divided where they must not.
    People {
        /// Index into [`Instance::demands`].
        demand: usize,
    },
    /// Somebody is served where nothing is open, or more than fit in.
    Capacity {
        /// Index into [`Instance::facilities`].
        facility: usize,
    },
    /// Fewer are served than minimum occupancy asks.
    MinLoad {
        /// Index into [`Instance::facilities`].
        facility: usize,
    },
    /// More places than the site holds.
    MaxPlaces {
        /// Index into [`Instance::sites`].
        site: usize,
    },
    /// The site's own money is not paid by a scheme that pays one of its facilities.
    SitePayment {
        /// Index into [`Instance::sites`].
        site: usize,
    },
    /// Both facilities of a pair are open (index into [`Instance::apart`]).
    Apart(usize),
    /// A ceiling is exceeded (index into [`Instance::ceilings`]).
    Ceiling(usize),
    /// A decision is not respected (index into [`Instance::locks`]).
    Lock(usize),
}

impl Solution {
    /// The solution in which nothing opens and nobody is served.
    pub fn nothing(instance: &Instance) -> Self {
        Self {
            open: vec![None; instance.facilities.len()],
            site_payment: vec![None; instance.sites.len()],
            flow: vec![0; instance.arcs.len()],
            unmet: instance
                .demands
                .iter()
                .map(|demand| demand.persons)
                .collect(),
        }
    }

    /// Cents a year: openings, sites, assignments, people left without.
    pub fn cost(&self, instance: &Instance) -> i64 {
        let levels: i64 = self
            .levels(instance)
            .map(|(_, level, _)| level.fixed_cost)
            .sum();
        let sites: i64 = self
            .openings(instance)
            .map(|(_, opening)| opening.fixed_cost)
            .sum();
        let served: i64 = self
            .flow
            .iter()
            .zip(&instance.arcs)
            .map(|(&persons, arc)| i64::from(persons) * arc.cost)
            .sum();
        let unmet: i64 = self
            .unmet
            .iter()
            .zip(&instance.demands)
            .map(|(&persons, demand)| i64::from(persons) * demand.unmet_cost.unwrap_or(0))
            .sum();
        levels + sites + served + unmet
    }

    /// Cents that fall on the municipalities.
    pub fn municipal(&self, instance: &Instance) -> i64 {
        self.payments(instance)
            .map(|payment| payment.municipal)
            .sum()
    }

    /// Cents drawn on each ceiling.
    pub fn draws(&self, instance: &Instance) -> Vec<i64> {
        let mut drawn = vec![0; instance.ceilings.len()];
        for &(ceiling, cents) in self.payments(instance).flat_map(|payment| &payment.draws) {
            drawn[ceiling] += cents;
        }
        drawn
    }

    /// Load of each facility in a state, in its load units.
    pub fn loads(&self, instance: &Instance, state: usize) -> Vec<i64> {
        let mut loads = vec![0; instance.facilities.len()];
        for (&persons, arc) in self.flow.iter().zip(&instance.arcs) {
            if instance.demands[arc.demand].state == state {
                loads[arc.facility] += i64::from(persons) * arc.load;
            }
        }
        loads
    }

    /// Per site: the phase in which the first of its facilities opens, if any does.
    pub fn phases(&self, instance: &Instance) -> Vec<Option<usize>> {
        let mut phases: Vec<Option<usize>> = vec![None; instance.sites.len()];
        for (site, level, _) in self.levels(instance) {
            let first = phases[site].map_or(level.phase, |phase| phase.min(level.phase));
            phases[site] = Some(first);
        }
        phases
    }

    /// Per site: whether anything opens there.
    pub fn sites_open(&self, instance: &Instance) -> impl Iterator<Item = bool> + use<> {
        let phases = self.phases(instance);
        phases.into_iter().map(|phase| phase.is_some())
    }

    /// People of each demand, with those whom others bring to it.
    pub fn people(&self, instance: &Instance) -> Vec<u64> {
        let persons = instance.demands.iter().map(|demand| demand.persons);
        let mut people: Vec<u64> = persons.map(u64::from).collect();
        for onward in &instance.onward {
            people[onward.demand] += u64::from(self.flow[onward.arc]);
        }
        people
    }

    /// People of each demand whom the flows leave without; [`Self::unmet`] holds
    /// the same in a solution that adds up.
    pub fn left(&self, instance: &Instance) -> Vec<u32> {
        let mut left = self.people(instance);
        for (&persons, arc) in self.flow.iter().zip(&instance.arcs) {
            left[arc.demand] = left[arc.demand].saturating_sub(u64::from(persons));
        }
        let whole = left.into_iter().map(u32::try_from);
        whole.map(|left| left.unwrap_or(u32::MAX)).collect()
    }

    /// The openings of the sites that are used.
    fn openings<'a>(
        &'a self,
        instance: &'a Instance,
    ) -> impl Iterator<Item = (usize, &'a Opening)> {
        let phases = self.phases(instance).into_iter().enumerate();
        phases.filter_map(|(site, phase)| Some((site, instance.sites[site].opening(phase?))))
    }

    /// Every condition that is broken, in the instance's order; none when the
    /// solution respects the instance.
    pub fn faults(&self, instance: &Instance) -> Vec<Fault> {
        if !self.fits(instance) {
            return vec![Fault::Shape];
        }
        let mut faults = self.people_faults(instance);
        faults.extend(self.load_faults(instance));
        faults.extend(self.site_faults(instance));
        let apart = instance.apart.iter().enumerate();
        faults.extend(
            apart
                .filter(|&(_, &(a, b))| self.open[a].is_some() && self.open[b].is_some())
                .map(|(pair, _)| Fault::Apart(pair)),
        );
        let drawn = self.draws(instance);
        let ceilings = instance.ceilings.iter().enumerate();
        faults.extend(
            ceilings
                .filter(|&(index, ceiling)| drawn[index] > ceiling.cents)
                .map(|(index, _)| Fault::Ceiling(index)),
        );
        let locks = instance.locks.iter().enumerate();
        faults.extend(
            locks
                .filter(|(_, lock)| !self.respects(instance, lock))
                .map(|(index, _)| Fault::Lock(index)),
        );
        faults
    }

    fn fits(&self, instance: &Instance) -> bool {
        self.open.len() == instance.facilities.len()
            && self.site_payment.len() == instance.sites.len()
            && self.flow.len() == instance.arcs.len()
            && self.unmet.len() == instance.demands.len()
            && self
                .open
                .iter()
                .zip(&instance.facilities)
                .all(|(opened, facility)| match (opened, &facility.kind) {
                    (None, _) => true,
                    (Some(_), FacilityKind::Existing { .. }) => false,
                    (Some(Opened { level, payment }), FacilityKind::New { levels, .. }) => levels
                        .get(*level)
                        .is_some_and(|level| *payment < level.payments.len()),
                })
    }

    fn people_faults(&self, instance: &Instance) -> Vec<Fault> {
        let mut people: Vec<u64> = self
            .unmet
            .iter()
            .map(|&persons| u64::from(persons))
            .collect();
        let expected = self.people(instance);
        let left = self.unmet.iter().map(|&left| u32::from(left > 0));
        let mut ways: Vec<u32> = left.collect();
        for (&persons, arc) in self.flow.iter().zip(&instance.arcs) {
            people[arc.demand] += u64::from(persons);
            ways[arc.demand] += u32::from(persons > 0);
        }
        let is_faulty = |&demand: &usize| {
            people[demand] != expected[demand]
                || (instance.demands[demand].unmet_cost.is_none() && self.unmet[demand] > 0)
                || (instance.demands[demand].single_source && ways[demand] > 1)
        };
        (0..people.len())
            .filter(is_faulty)
            .map(|demand| Fault::People { demand })
            .collect()
    }

    fn load_faults(&self, instance: &Instance) -> Vec<Fault> {
        let mut served = vec![false; instance.facilities.len()];
        for (&persons, arc) in self.flow.iter().zip(&instance.arcs) {
            served[arc.facility] |= persons > 0;
        }
        let mut faults = Vec::new();
        for state in 0..instance.states() {
            for (facility, load) in self.loads(instance, state).into_iter().enumerate() {
                let (window, open) =
                    match (&instance.facilities[facility].kind, self.open[facility]) {
                        (FacilityKind::Existing { capacity }, _) => {
                            let capacity = capacity.get(state).copied().unwrap_or(0);
                            let min_load = 0;
                            (Window { min_load, capacity }, true)
                        }
                        (FacilityKind::New { .. }, None) => (Window::default(), false),
                        (FacilityKind::New { levels, .. }, Some(opened)) => {
                            (levels[opened.level].window(state), true)
                        }
                    };
                if load > window.capacity || (served[facility] && !open) {
                    faults.push(Fault::Capacity { facility });
                }
                if load < window.min_load {
                    faults.push(Fault::MinLoad { facility });
                }
            }
        }
        faults.dedup();
        faults
    }

    fn site_faults(&self, instance: &Instance) -> Vec<Fault> {
        let mut places = vec![0u64; instance.sites.len()];
        let mut schemes = vec![Vec::new(); instance.sites.len()];
        for (site, level, payment) in self.levels(instance) {
            places[site] += u64::from(level.places);
            schemes[site].push(payment.scheme);
        }
        let phases = self.phases(instance);
        let mut faults = Vec::new();
        for (index, site) in instance.sites.iter().enumerate() {
            if site
                .max_places
                .is_some_and(|most| places[index] > u64::from(most))
            {
                faults.push(Fault::MaxPlaces { site: index });
            }
            let payments = phases[index].map_or(&[][..], |phase| &site.opening(phase).payments);
            let paid = match self.site_payment[index] {
                None => payments.is_empty(),
                Some(payment) => payments
                    .get(payment)
                    .is_some_and(|payment| schemes[index].contains(&payment.scheme)),
            };
            if !paid {
                faults.push(Fault::SitePayment { site: index });
            }
        }
        faults
    }

    fn respects(&self, instance: &Instance, lock: &Lock) -> bool {
        match *lock {
            Lock::Site { site, open } => self.sites_open(instance).nth(site) == Some(open),
            Lock::Facility {
                facility,
                level,
                open,
            } => match (&instance.facilities[facility].kind, open) {
                (FacilityKind::Existing { .. }, true) => true,
                (FacilityKind::Existing { .. }, false) => self
                    .flow
                    .iter()
                    .zip(&instance.arcs)
                    .all(|(&persons, arc)| arc.facility != facility || persons == 0),
                (FacilityKind::New { .. }, false) => self.open[facility].is_none(),
                (FacilityKind::New { .. }, true) => self.open[facility]
                    .is_some_and(|opened| level.is_none_or(|level| level == opened.level)),
            },
        }
    }

    /// What opens: site, level and how it is paid.
    fn levels<'a>(
        &'a self,
        instance: &'a Instance,
    ) -> impl Iterator<Item = (usize, &'a Level, &'a Payment)> {
        instance
            .facilities
            .iter()
            .zip(&self.open)
            .filter_map(|(facility, opened)| match (&facility.kind, opened) {
                (FacilityKind::New { site, levels }, Some(opened)) => {
                    let level = &levels[opened.level];
                    Some((*site, level, &level.payments[opened.payment]))
                }
                _ => None,
            })
    }

    fn payments<'a>(&'a self, instance: &'a Instance) -> impl Iterator<Item = &'a Payment> {
        let sites = self
            .openings(instance)
            .filter_map(|(site, opening)| opening.payments.get(self.site_payment[site]?));
        self.levels(instance)
            .map(|(_, _, payment)| payment)
            .chain(sites)
    }
}
