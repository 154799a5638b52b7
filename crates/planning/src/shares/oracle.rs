//! What coalitions cost alone: searched once each, side by side, and remembered.

use super::SharesError;
use super::ground::Ground;
use crate::parallel::in_parallel;
use ::shares::{Coalition, Cost, Decided, Separate};
use siting::instance::Instance;
use siting::solver::{Control, Outcome, SolveError, SolveOptions, Solver};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

/// When a search ends.
pub(super) struct Limits {
    pub gap: f64,
    pub work: Option<u64>,
    /// When all searches end: what is not known by then stays within wide bounds.
    pub deadline: Option<Instant>,
}

/// The costs of coalitions of one group.
pub(super) struct Oracle<'a> {
    pub ground: Ground,
    /// Whether everybody's way is decided: then nothing is searched for.
    pub is_decided: bool,
    pub solver: &'a dyn Solver,
    pub limits: &'a Limits,
    known: Mutex<BTreeMap<Coalition, Known>>,
    failed: Mutex<Option<SharesError>>,
    /// Whether time ended a separation.
    hasty: AtomicBool,
}

#[derive(Clone, Copy)]
struct Known {
    cost: Cost,
    is_proven: bool,
}

impl<'a> Oracle<'a> {
    pub fn new(
        ground: Ground,
        is_decided: bool,
        solver: &'a dyn Solver,
        limits: &'a Limits,
    ) -> Self {
        Self {
            ground,
            is_decided,
            solver,
            limits,
            known: Mutex::default(),
            failed: Mutex::default(),
            hasty: AtomicBool::new(false),
        }
    }

    /// Finds the costs of coalitions out, side by side.
    ///
    /// # Errors
    /// [`SharesError::Stopped`] when `watch` says so (it is told how many are known).
    pub fn prepare(
        &self,
        coalitions: &[Coalition],
        threads: usize,
        watch: &mut dyn FnMut(usize) -> Control,
    ) -> Result<(), SharesError> {
        if self.is_decided {
            return Ok(());
        }
        let mut stopped = false;
        in_parallel(
            threads,
            coalitions,
            |&coalition, stop| self.find(coalition, stop),
            &mut |known| {
                let control = watch(known);
                stopped |= control == Control::Stop;
                control
            },
        );
        match stopped {
            true => Err(SharesError::Stopped),
            false => self.check(),
        }
    }

    /// # Errors
    /// What a search came to grief by, if one did.
    pub fn check(&self) -> Result<(), SharesError> {
        let failed = self
            .failed
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        failed.map_or(Ok(()), Err)
    }

    /// Whether time has ended a separation since this was last asked.
    pub fn was_hasty(&self) -> bool {
        self.hasty.swap(false, Ordering::Relaxed)
    }

    /// Of the coalitions whose cost is known the one that gains the most.
    fn best_known(&self, prices: &[f64], decided: &Decided) -> Coalition {
        let known = self.known();
        let gain = |coalition: Coalition, cost: i64| -> f64 {
            let paid: f64 = coalition.players().map(|player| prices[player]).sum();
            paid - cost as f64
        };
        let admitted = known
            .iter()
            .filter(|(coalition, _)| decided.admits(**coalition));
        let gains =
            admitted.map(|(&coalition, known)| (gain(coalition, known.cost.found), coalition));
        let best = gains.max_by(|one, other| one.0.total_cmp(&other.0));
        match best {
            Some((gain, coalition)) if gain > 0.0 || !decided.within.is_empty() => coalition,
            _ => decided.within,
        }
    }

    /// The cost of a coalition.
    pub fn cost(&self, coalition: Coalition) -> Cost {
        if self.is_decided {
            return Cost::exactly(self.ground.decided_cost(coalition));
        }
        let known = self.known().get(&coalition).copied();
        let known = known.or_else(|| self.find(coalition, &AtomicBool::new(false)));
        known.map_or(Cost::default(), |known| known.cost)
    }

    /// How many coalitions are known, and how many of them to no better than wide bounds.
    pub fn counts(&self) -> (usize, usize) {
        let known = self.known();
        let unproven = known.values().filter(|known| !known.is_proven).count();
        (known.len(), unproven)
    }

    fn known(&self) -> std::sync::MutexGuard<'_, BTreeMap<Coalition, Known>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn fail(&self, error: SharesError) {
        let mut failed = self.failed.lock().unwrap_or_else(PoisonError::into_inner);
        failed.get_or_insert(error);
    }

    fn find(&self, coalition: Coalition, stop: &AtomicBool) -> Option<Known> {
        let part = self.ground.alone(coalition);
        let start = part.start(&self.ground.plan);
        let wide = |cost: i64| Known {
            cost: Cost {
                bound: bound(&part.instance).min(cost),
                found: cost,
            },
            is_proven: false,
        };
        let without_search = start.as_ref().map(|start| start.cost(&part.instance));
        let mut watch = || match stop.load(Ordering::Relaxed) {
            true => Control::Stop,
            false => Control::Continue,
        };
        let found = match self.solve(&part.instance, start.as_ref(), &mut watch) {
            Some(Ok(outcome)) => Some(Known {
                cost: Cost {
                    bound: outcome.bound.min(outcome.objective),
                    found: outcome.objective,
                },
                is_proven: outcome.stop == siting::solver::Stop::Gap,
            }),
            Some(Err(SolveError::NothingFound { .. })) | None => without_search.map(wide),
            Some(Err(SolveError::Infeasible)) => None,
            Some(Err(SolveError::Failed(why))) => {
                self.fail(SharesError::Failed(why));
                return None;
            }
        };
        match found {
            Some(found) => {
                self.known().insert(coalition, found);
            }
            None => self.fail(SharesError::CannotBeAlone),
        }
        found
    }

    /// `None` where the time is up before it begins.
    fn solve(
        &self,
        instance: &Instance,
        start: Option<&siting::instance::Solution>,
        watch: &mut dyn FnMut() -> Control,
    ) -> Option<Result<Outcome, SolveError>> {
        let left = self
            .limits
            .deadline
            .map(|deadline| deadline.saturating_duration_since(Instant::now()));
        if left.is_some_and(|left| left.is_zero()) {
            return None;
        }
        let options = SolveOptions {
            gap: self.limits.gap,
            time_limit_s: left.map(|left| left.as_secs_f64()),
            work_limit: self.limits.work,
        };
        let mut watch = |_| watch();
        Some(self.solver.solve(instance, &options, start, &mut watch))
    }
}

/// Questions for coalitions that would gain by leaving, with somebody who is told how many there
/// were and may stop it.
pub(super) struct Separations<'a, 'o, 'w> {
    oracle: &'o Oracle<'a>,
    watch: RefCell<&'w mut dyn FnMut(usize) -> Control>,
    asked: Cell<usize>,
    stopped: Cell<bool>,
}

impl<'a, 'o, 'w> Separations<'a, 'o, 'w> {
    pub fn new(oracle: &'o Oracle<'a>, watch: &'w mut dyn FnMut(usize) -> Control) -> Self {
        Self {
            oracle,
            watch: RefCell::new(watch),
            asked: Cell::new(0),
            stopped: Cell::new(false),
        }
    }

    /// # Errors
    /// [`SharesError::Stopped`] when somebody stopped it, and what a search came to grief by.
    pub fn check(&self) -> Result<(), SharesError> {
        match self.stopped.get() {
            true => Err(SharesError::Stopped),
            false => self.oracle.check(),
        }
    }

    fn ask(&self) -> Control {
        let control = match self.stopped.get() {
            true => Control::Stop,
            false => (self.watch.borrow_mut())(self.asked.get()),
        };
        self.stopped.set(control == Control::Stop);
        control
    }
}

impl Separate for Separations<'_, '_, '_> {
    fn separate(&self, prices: &[f64], decided: &Decided) -> Coalition {
        self.asked.set(self.asked.get() + 1);
        match self.ask() {
            Control::Stop => decided.within,
            Control::Continue => self.oracle.separate(prices, decided, &mut || self.ask()),
        }
    }
}

impl Oracle<'_> {
    /// Solves the prize-collecting problem of [`Ground::leaving`].
    fn separate(
        &self,
        prices: &[f64],
        decided: &Decided,
        watch: &mut dyn FnMut() -> Control,
    ) -> Coalition {
        let leaving = self.ground.leaving(prices, decided);
        let outcome = match self.solve(&leaving.instance, None, watch) {
            Some(Ok(outcome)) => outcome,
            Some(Err(SolveError::Failed(why))) => {
                self.fail(SharesError::Failed(why));
                return decided.within;
            }
            Some(Err(_)) | None => {
                self.hasty.store(true, Ordering::Relaxed);
                return self.best_known(prices, decided);
            }
        };
        if outcome.stop == siting::solver::Stop::TimeLimit {
            self.hasty.store(true, Ordering::Relaxed);
        }
        let stays = |player: &usize| match leaving.out[*player] {
            Some(facility) => outcome.solution.open[facility].is_none(),
            None => decided.within.contains(*player),
        };
        (0..self.ground.players).filter(stays).collect()
    }
}

/// A bound that needs no search: everybody goes the cheapest way, or is left
/// without, and nothing costs anything to open.
fn bound(instance: &Instance) -> i64 {
    let mut cheapest: Vec<Option<i64>> = instance
        .demands
        .iter()
        .map(|demand| demand.unmet_cost)
        .collect();
    for arc in &instance.arcs {
        let least = &mut cheapest[arc.demand];
        *least = Some(least.map_or(arc.cost, |least| least.min(arc.cost)));
    }
    let people = instance.demands.iter().zip(cheapest);
    people
        .map(|(demand, cost)| i64::from(demand.persons) * cost.unwrap_or(0))
        .sum()
}
