//! The least set of conditions that clash.

use crate::instance::{Demand, FacilityKind, Instance, Lock, Solution};
use crate::solver::{Control, Progress, SolveError, SolveOptions, Solver};

/// A condition that may be given up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Condition {
    /// Index into [`Instance::locks`].
    Lock(usize),
    /// Index into [`Instance::ceilings`].
    Ceiling(usize),
    /// Minimum occupancy of a facility.
    MinLoad {
        /// Index into [`Instance::facilities`].
        facility: usize,
    },
    /// Most places of a site (index into [`Instance::sites`]).
    MaxPlaces(usize),
    /// Index into [`Instance::apart`].
    Apart(usize),
    /// How much a facility holds. Looked at where somebody must be served.
    Capacity {
        /// Index into [`Instance::facilities`].
        facility: usize,
    },
    /// Nobody of a demand may be left without.
    Served {
        /// Index into [`Instance::demands`].
        demand: usize,
    },
}

/// Conditions that no answer respects together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// The conditions; empty when the instance has an answer.
    pub conditions: Vec<Condition>,
    /// Whether it is known that without any one of them there is an answer.
    pub is_least: bool,
}

/// Conditions that no answer respects together, while without any one of them
/// one does: an irreducible set, found by leaving out one condition after the
/// other for as long as the rest still clashes. Where the solver cannot tell, or `progress`
/// says to stop, conditions stay in the set that might have gone.
///
/// Leaving everything closed is an answer unless a lock opens something or somebody must
/// be served, so a lock or [`Condition::Served`] is always among them; alone where nobody
/// can go anywhere. These are tried last: what else can go, goes.
///
/// # Errors
/// [`SolveError::Failed`] as the solver says; [`SolveError::NothingFound`] where it is not even
/// known that all conditions clash.
pub fn conflict(
    instance: &Instance,
    solver: &dyn Solver,
    progress: &mut dyn FnMut(Progress) -> Control,
) -> Result<Clash, SolveError> {
    let costless = costless(instance);
    let mut kept = conditions(&costless);
    let mut trials = Trials {
        solver,
        progress,
        is_stopped: false,
    };
    let mut is_least = true;
    match trials.feasible(&with(&costless, &kept))? {
        Some(false) => {}
        Some(true) => {
            return Ok(Clash {
                conditions: Vec::new(),
                is_least,
            });
        }
        None => return Err(SolveError::NothingFound { bound: None }),
    }
    // Whole groups first: most conditions have nothing to do with a clash.
    let mut size = kept.len().div_ceil(2).max(1);
    loop {
        let mut first = 0;
        while first < kept.len() {
            let fewer: Vec<Condition> =
                [&kept[..first], &kept[(first + size).min(kept.len())..]].concat();
            match trials.feasible(&with(&costless, &fewer))? {
                Some(false) => kept = fewer,
                Some(true) => first += size,
                None => {
                    is_least &= size > 1 && !trials.is_stopped;
                    first += size;
                }
            }
        }
        if size == 1 {
            kept.sort_unstable();
            return Ok(Clash {
                conditions: kept,
                is_least,
            });
        }
        size = size.div_ceil(2);
    }
}

/// The same conditions at no cost: any answer is as good as another.
fn costless(instance: &Instance) -> Instance {
    let mut costless = instance.clone();
    costless
        .demands
        .iter_mut()
        .for_each(|demand| demand.unmet_cost = demand.unmet_cost.map(|_| 0));
    costless.arcs.iter_mut().for_each(|arc| arc.cost = 0);
    let openings = costless
        .sites
        .iter_mut()
        .flat_map(|site| &mut site.openings);
    openings.for_each(|opening| opening.fixed_cost = 0);
    for facility in &mut costless.facilities {
        if let FacilityKind::New { levels, .. } = &mut facility.kind {
            levels.iter_mut().for_each(|level| level.fixed_cost = 0);
        }
    }
    costless
}

/// All conditions that can have a part in a clash, locks last.
fn conditions(instance: &Instance) -> Vec<Condition> {
    let occupied = |facility: &usize| match &instance.facilities[*facility].kind {
        FacilityKind::New { levels, .. } => levels
            .iter()
            .flat_map(|level| &level.windows)
            .any(|window| window.min_load > 0),
        FacilityKind::Existing { .. } => false,
    };
    let min_loads = (0..instance.facilities.len())
        .filter(occupied)
        .map(|facility| Condition::MinLoad { facility });
    let max_places = (0..instance.sites.len())
        .filter(|&site| instance.sites[site].max_places.is_some())
        .map(Condition::MaxPlaces);
    let must = |demand: &usize| instance.demands[*demand].unmet_cost.is_none();
    let served = (0..instance.demands.len()).filter(must);
    let is_free = served.clone().next().is_none();
    let capacities = (0..instance.facilities.len())
        .filter(|_| !is_free)
        .map(|facility| Condition::Capacity { facility });
    capacities
        .chain(min_loads)
        .chain(max_places)
        .chain((0..instance.apart.len()).map(Condition::Apart))
        .chain((0..instance.ceilings.len()).map(Condition::Ceiling))
        .chain(served.map(|demand| Condition::Served { demand }))
        .chain((0..instance.locks.len()).map(Condition::Lock))
        .collect()
}

/// The instance with these conditions only.
fn with(instance: &Instance, conditions: &[Condition]) -> Instance {
    let has = |condition: Condition| conditions.contains(&condition);
    let mut relaxed = instance.clone();
    let must = |demand: &Demand| demand.unmet_cost.is_none();
    if instance.demands.iter().any(must) {
        widen(&mut relaxed, |facility| {
            !has(Condition::Capacity { facility })
        });
    }
    for (demand, row) in relaxed.demands.iter_mut().enumerate() {
        if must(row) && !has(Condition::Served { demand }) {
            row.unmet_cost = Some(0);
        }
    }
    for (index, facility) in relaxed.facilities.iter_mut().enumerate() {
        if let FacilityKind::New { levels, .. } = &mut facility.kind
            && !has(Condition::MinLoad { facility: index })
        {
            let windows = levels.iter_mut().flat_map(|level| &mut level.windows);
            windows.for_each(|window| window.min_load = 0);
        }
    }
    for (index, site) in relaxed.sites.iter_mut().enumerate() {
        if !has(Condition::MaxPlaces(index)) {
            site.max_places = None;
        }
    }
    for (index, ceiling) in relaxed.ceilings.iter_mut().enumerate() {
        if !has(Condition::Ceiling(index)) {
            ceiling.cents = drawn_at_most(instance, index);
        }
    }
    relaxed.apart = (0..instance.apart.len())
        .filter(|&pair| has(Condition::Apart(pair)))
        .map(|pair| instance.apart[pair])
        .collect();
    let locks = (0..instance.locks.len()).filter(|&lock| has(Condition::Lock(lock)));
    relaxed.locks = locks.map(|lock| instance.locks[lock].clone()).collect();
    if !relaxed.demands.iter().any(must) {
        close_what_no_lock_opens(&mut relaxed);
    }
    relaxed
}

/// Makes facilities hold everybody.
fn widen(instance: &mut Instance, is_wide: impl Fn(usize) -> bool) {
    let people: i64 = instance
        .demands
        .iter()
        .map(|row| i64::from(row.persons))
        .sum();
    let heaviest = instance.arcs.iter().map(|arc| arc.load).max().unwrap_or(0);
    // Whoever is served may come once more, by what they need onward.
    let all = people.saturating_mul(2).saturating_mul(heaviest.max(1));
    for (index, facility) in instance.facilities.iter_mut().enumerate() {
        match &mut facility.kind {
            _ if !is_wide(index) => {}
            FacilityKind::Existing { capacity } => {
                capacity.iter_mut().for_each(|held| *held = all.max(*held));
            }
            FacilityKind::New { levels, .. } => {
                let windows = levels.iter_mut().flat_map(|level| &mut level.windows);
                windows.for_each(|window| window.capacity = all.max(window.capacity));
            }
        }
    }
}

/// Closing what is not asked for never makes an answer impossible, and leaves
/// little to look at.
fn close_what_no_lock_opens(instance: &mut Instance) {
    let opened_site = |site: usize| instance.locks.contains(&Lock::Site { site, open: true });
    let opened = |index: usize| {
        instance.locks.iter().any(|lock| matches!(lock, Lock::Facility { facility, open: true, .. } if *facility == index))
    };
    let idle: Vec<usize> = (0..instance.facilities.len())
        .filter(|&index| matches!(instance.facilities[index].kind, FacilityKind::New { site, .. } if !opened_site(site) && !opened(index)))
        .collect();
    instance
        .locks
        .extend(idle.into_iter().map(|facility| Lock::Facility {
            facility,
            level: None,
            open: false,
        }));
}

/// More than anything draws on a ceiling.
pub(crate) fn drawn_at_most(instance: &Instance, ceiling: usize) -> i64 {
    let levels = instance
        .facilities
        .iter()
        .flat_map(|facility| match &facility.kind {
            FacilityKind::New { levels, .. } => levels.as_slice(),
            FacilityKind::Existing { .. } => &[],
        });
    let openings = instance.sites.iter().flat_map(|site| &site.openings);
    let payments = levels
        .flat_map(|level| &level.payments)
        .chain(openings.flat_map(|opening| &opening.payments));
    payments
        .flat_map(|payment| &payment.draws)
        .filter(|draw| draw.0 == ceiling)
        .map(|draw| draw.1.max(0))
        .sum()
}

/// Instances that are tried for any answer at all.
struct Trials<'t> {
    solver: &'t dyn Solver,
    progress: &'t mut dyn FnMut(Progress) -> Control,
    is_stopped: bool,
}

impl Trials<'_> {
    /// Whether there is an answer, if that was found out.
    fn feasible(&mut self, instance: &Instance) -> Result<Option<bool>, SolveError> {
        if Solution::nothing(instance).faults(instance).is_empty() {
            return Ok(Some(true));
        }
        if self.is_stopped {
            return Ok(None);
        }
        let any = SolveOptions {
            gap: 1.0,
            time_limit_s: None,
            work_limit: None,
        };
        let (progress, is_stopped) = (&mut self.progress, &mut self.is_stopped);
        let mut watch = |far| {
            let control = progress(far);
            *is_stopped |= control == Control::Stop;
            control
        };
        match self.solver.solve(instance, &any, None, &mut watch) {
            Ok(_) => Ok(Some(true)),
            Err(SolveError::Infeasible) => Ok(Some(false)),
            Err(SolveError::NothingFound { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }
}
