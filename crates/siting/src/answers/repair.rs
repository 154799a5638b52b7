//! The cheapest repair of an approved plan when something falls away: first as few
//! people left without as can be, then as few changes, then the least cost.
//!
//! A **change** is a facility that opens, one that no longer does, or one that opens in
//! another level; what fell away is no change, nor is who pays or where people go.
//! Changes are priced in the terms of an [`Instance`]: a level that was not approved
//! costs one; in place of each approved facility stands a demand of one weightless
//! person whom it alone can serve, and who costs one when it does not open.

use super::{Interval, Questions, Reply, levels_mut, unmet};
use crate::instance::{Arc, Demand, FacilityKind, Instance, Lock, Solution};
use crate::solver::{SolveError, relative_gap};

/// So often may the search for the least cost be taken up again to a narrower gap.
const SEARCHES: usize = 3;

/// A mended plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Repair {
    /// The plan.
    pub solution: Solution,
    /// People left without.
    pub unmet: Interval,
    /// Changes besides what fell away; proven least for so many left without, where
    /// these are proven least.
    pub changes: Interval,
    /// What it costs; the lower end holds for plans with as few left without and
    /// as few changes.
    pub cost: Interval,
}

/// How a mending ended.
#[derive(Debug, Clone, PartialEq)]
pub enum Mended {
    /// With a plan.
    Repair(Box<Repair>),
    /// Nothing mends it: no plan respects the other conditions.
    NoPlan,
    /// The limits or the caller ended the search before one was found.
    Unknown,
}

/// Mends an approved plan when these facilities fall away. No cost of the instance may be
/// negative. Locks that ask for one of
/// them, or for a site of which all fall away, fall away too.
///
/// # Errors
/// As the solver fails.
pub fn repair(
    instance: &Instance,
    approved: &Solution,
    fallen: &[usize],
    questions: &mut Questions<'_>,
) -> Result<Mended, SolveError> {
    let left = without(instance, fallen);
    let start = closed(&left, approved, fallen);
    let counted = Counted::new(&left, approved, fallen);
    let shown = start.as_ref().map(|start| counted.dressed(start));
    let first = match questions.ask_to(0.0, &counted.count(), shown.as_ref())? {
        Reply::Found(outcome) => outcome,
        Reply::Infeasible => return Ok(Mended::NoPlan),
        Reply::Unknown => return Ok(Mended::Unknown),
    };
    let known = counted.plain(&first.solution);
    let worst = known.cost(instance);
    // One change, or one more left without, outweighs all that costs can differ.
    let price = worst.max(0).saturating_add(1);
    let priced = counted.priced(price);
    let paid = first.objective.saturating_mul(price);
    let (mut solution, mut dressed, mut least_cost) = (known, first.solution, 0);
    // The gap is one of the cost alone: as it falls, so does what may stay open.
    for _ in 0..SEARCHES {
        let cost = solution.cost(instance);
        let gap = questions.gap() * (cost.max(1) as f64 / paid.saturating_add(cost).max(1) as f64);
        let Reply::Found(outcome) = questions.ask_to(gap, &priced, Some(&dressed))? else {
            break;
        };
        solution = counted.plain(&outcome.solution);
        least_cost = least_cost.max(outcome.bound - paid);
        dressed = outcome.solution;
        if relative_gap(solution.cost(instance), least_cost) <= questions.gap() {
            break;
        }
    }
    let changes = changes(approved, &solution, fallen) as i64;
    let people = unmet(&solution) as i64;
    let bound = first.bound.min(first.objective).max(0);
    let least_unmet = (bound / counted.weight).min(people);
    let least_changes = match least_unmet == people {
        true => (bound - people * counted.weight).clamp(0, changes),
        false => 0,
    };
    let cost = solution.cost(instance);
    Ok(Mended::Repair(Box::new(Repair {
        unmet: Interval {
            least: least_unmet,
            most: people,
        },
        changes: Interval {
            least: least_changes,
            most: changes,
        },
        cost: Interval {
            least: least_cost.min(cost),
            most: cost,
        },
        solution,
    })))
}

/// Facilities, besides those that fell away, that open, close, or open in another level.
pub fn changes(approved: &Solution, other: &Solution, fallen: &[usize]) -> usize {
    let level = |solution: &Solution, at: usize| solution.open[at].map(|opened| opened.level);
    (0..approved.open.len())
        .filter(|at| !fallen.contains(at) && level(approved, *at) != level(other, *at))
        .count()
}

/// The instance without what fell away.
fn without(instance: &Instance, fallen: &[usize]) -> Instance {
    let mut left = instance.clone();
    let has_fallen = |site: usize| {
        let stands = |at: &usize| matches!(instance.facilities[*at].kind, FacilityKind::New { site: its, .. } if its == site);
        (0..instance.facilities.len())
            .filter(stands)
            .all(|at| fallen.contains(&at))
    };
    left.locks.retain(|lock| match *lock {
        Lock::Site { site, open } => !(open && has_fallen(site)),
        Lock::Facility { facility, .. } => !fallen.contains(&facility),
    });
    left.locks
        .extend(fallen.iter().map(|&facility| Lock::Facility {
            facility,
            level: None,
            open: false,
        }));
    left
}

/// The approved plan with what fell away shut, where that breaks no condition.
fn closed(left: &Instance, approved: &Solution, fallen: &[usize]) -> Option<Solution> {
    let mut start = approved.clone();
    for (arc, flow) in left.arcs.iter().zip(&mut start.flow) {
        if fallen.contains(&arc.facility) {
            *flow = 0;
        }
    }
    for &facility in fallen {
        start.open[facility] = None;
    }
    start.unmet = start.left(left);
    let open: Vec<bool> = start.sites_open(left).collect();
    for (paid, open) in start.site_payment.iter_mut().zip(open) {
        *paid = paid.filter(|_| open);
    }
    start.faults(left).is_empty().then_some(start)
}

/// The instance with the weightless people who stand for what was approved.
struct Counted<'a> {
    left: &'a Instance,
    /// Approved facilities that did not fall away, with their levels.
    kept: Vec<(usize, usize)>,
    /// How much more one person left without weighs than one change.
    weight: i64,
}

impl<'a> Counted<'a> {
    fn new(left: &'a Instance, approved: &Solution, fallen: &[usize]) -> Self {
        let open = approved.open.iter().enumerate();
        let kept = open
            .filter(|(at, _)| !fallen.contains(at))
            .filter_map(|(at, opened)| Some((at, (*opened)?.level)))
            .collect();
        Self {
            left,
            kept,
            weight: left.facilities.len() as i64 + 1,
        }
    }

    /// People left without and changes alone.
    fn count(&self) -> Instance {
        let mut bare = self.left.clone();
        bare.arcs.iter_mut().for_each(|arc| arc.cost = 0);
        let demands = bare.demands.iter_mut();
        demands.for_each(|demand| demand.unmet_cost = demand.unmet_cost.map(|_| 0));
        let openings = bare.sites.iter_mut().flat_map(|site| &mut site.openings);
        openings.for_each(|opening| opening.fixed_cost = 0);
        for facility in 0..bare.facilities.len() {
            let levels = levels_mut(&mut bare, facility).iter_mut();
            levels.for_each(|level| level.fixed_cost = 0);
        }
        self.with_changes(bare, 1)
    }

    /// All costs, and people left without and changes at a price.
    fn priced(&self, price: i64) -> Instance {
        self.with_changes(self.left.clone(), price)
    }

    fn with_changes(&self, mut instance: Instance, price: i64) -> Instance {
        for demand in &mut instance.demands {
            let weight = price.saturating_mul(self.weight);
            demand.unmet_cost = demand.unmet_cost.map(|cost| cost.saturating_add(weight));
        }
        for facility in 0..instance.facilities.len() {
            let approved = self.kept.iter().find(|kept| kept.0 == facility);
            let levels = levels_mut(&mut instance, facility).iter_mut().enumerate();
            for (at, level) in levels {
                if approved.is_none_or(|approved| approved.1 != at) {
                    level.fixed_cost = level.fixed_cost.saturating_add(price);
                }
            }
        }
        for &(facility, _) in &self.kept {
            let demand = instance.demands.len();
            instance.demands.push(Demand {
                persons: 1,
                unmet_cost: Some(price),
                ..Demand::default()
            });
            instance.arcs.push(Arc {
                demand,
                facility,
                cost: 0,
                load: 0,
            });
        }
        instance
    }

    /// A plan with the weightless people served where they can be.
    fn dressed(&self, plain: &Solution) -> Solution {
        let mut dressed = plain.clone();
        for &(facility, _) in &self.kept {
            let is_open = u32::from(plain.open[facility].is_some());
            dressed.flow.push(is_open);
            dressed.unmet.push(1 - is_open);
        }
        dressed
    }

    /// The plan without the weightless people.
    fn plain(&self, dressed: &Solution) -> Solution {
        let mut plain = dressed.clone();
        plain.flow.truncate(self.left.arcs.len());
        plain.unmet.truncate(self.left.demands.len());
        plain
    }
}
