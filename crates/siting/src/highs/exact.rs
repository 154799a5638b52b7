//! Makes an answer of HiGHS, true within its tolerances, whole and exact.

use super::model::{Form, Model};
use super::parts::transport;
use super::run::{Limits, run};
use crate::instance::{
    FacilityKind, Instance, Level, Lock, Onward, Opened, Payment, Site, Solution,
};
use crate::primal::payments::pay;
use crate::solver::{Control, SolveError};

/// Nodes after which an assignment is good enough; it is nearly always found at
/// the root.
const NODES: u64 = 50;

/// The same openings with the cheapest assignment of whole people (within
/// `limits`, where they are no transport problem) and, at that cost, the payments that
/// burden the municipalities least. `None` when rounding the openings made them
/// break a condition.
///
/// # Errors
/// [`SolveError::Failed`] when HiGHS fails.
pub(super) fn exact(
    instance: &Instance,
    rough: &Solution,
    limits: Limits,
) -> Result<Option<Solution>, SolveError> {
    let limits = Limits {
        absolute_gap: 1e-6,
        nodes: Some(NODES),
        ..limits
    };
    let mut solution = rough.clone();
    for part in [Part::Transport, Part::Entangled] {
        if let Some(assigned) = assign(instance, &solution, part, limits)? {
            solution = assigned;
        }
    }
    if !solution.faults(instance).is_empty() {
        return Ok(None);
    }
    Ok(Some(paid(instance, solution)))
}

/// People are assigned in two parts that have nobody in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// A transport problem, of which the simplex method finds a whole optimum.
    Transport,
    /// Services where some are a heavier load than others, do not divide, or are led on.
    Entangled,
}

/// The cheapest assignment of a part to what is open; the rest stays.
fn assign(
    instance: &Instance,
    before: &Solution,
    part: Part,
    limits: Limits,
) -> Result<Option<Solution>, SolveError> {
    let transport = transport(instance);
    let here: Vec<bool> = transport
        .iter()
        .map(|&transport| transport == (part == Part::Transport))
        .collect();
    let arcs: Vec<usize> = (0..instance.arcs.len())
        .filter(|&arc| here[instance.arcs[arc].facility])
        .collect();
    if arcs.is_empty() {
        return Ok(None);
    }
    let fixed = only_assignment(instance, before, &here, &arcs);
    let form = if part == Part::Transport {
        Form::Relaxed
    } else {
        Form::Whole
    };
    let model = match Model::new(&fixed, form) {
        Ok(model) => model,
        Err(SolveError::Infeasible) => return Ok(None),
        Err(error) => return Err(error),
    };
    let mut start = Solution::nothing(&fixed);
    for (facility, opened) in before.open.iter().enumerate() {
        start.open[facility] = opened.filter(|_| here[facility]).map(|_| Opened {
            level: 0,
            payment: 0,
        });
    }
    start.flow = arcs.iter().map(|&arc| before.flow[arc]).collect();
    start.unmet.clone_from(&before.unmet);
    let start = (part == Part::Entangled).then(|| model.columns(&fixed, &start));
    let Some(columns) = run(model.problem.clone(), start, limits, &mut |_| {
        Control::Continue
    })?
    .columns
    else {
        return Ok(None);
    };
    let assigned = model.solution(&fixed, &columns);
    let mut after = before.clone();
    for (&arc, &persons) in arcs.iter().zip(&assigned.flow) {
        after.flow[arc] = persons;
    }
    after.unmet = after.left(instance);
    let worse = before.faults(instance).is_empty()
        && (!after.faults(instance).is_empty() || after.cost(instance) > before.cost(instance));
    Ok((!worse).then_some(after))
}

/// The instance in which exactly that is open, at no cost, for a part of the arcs.
fn only_assignment(
    instance: &Instance,
    before: &Solution,
    here: &[bool],
    arcs: &[usize],
) -> Instance {
    let mut fixed = Instance {
        sites: vec![Site::default(); instance.sites.len()],
        ceilings: Vec::new(),
        apart: Vec::new(),
        arcs: arcs.iter().map(|&arc| instance.arcs[arc]).collect(),
        ..instance.clone()
    };
    fixed
        .locks
        .retain(|lock| matches!(lock, Lock::Facility { open: false, .. }));
    let mut reached = vec![false; instance.demands.len()];
    fixed.arcs.iter().for_each(|arc| reached[arc.demand] = true);
    let kept = |onward: &Onward| Some((arcs.binary_search(&onward.arc).ok()?, onward.demand));
    let onward = instance.onward.iter().filter_map(kept);
    fixed.onward = onward.map(|(arc, demand)| Onward { arc, demand }).collect();
    let targets = fixed.onward.iter();
    targets.for_each(|onward| reached[onward.demand] = true);
    for (demand, _) in fixed
        .demands
        .iter_mut()
        .zip(reached)
        .filter(|(_, reached)| !reached)
    {
        demand.unmet_cost = Some(0);
        demand.persons = 0;
    }
    for (facility, opened) in before.open.iter().enumerate() {
        let FacilityKind::New { levels, .. } = &mut fixed.facilities[facility].kind else {
            continue;
        };
        let opened = opened.filter(|_| here[facility]);
        if let Some(opened) = opened {
            *levels = vec![Level {
                fixed_cost: 0,
                payments: vec![Payment::default()],
                ..levels[opened.level].clone()
            }];
        }
        fixed.locks.push(Lock::Facility {
            facility,
            level: None,
            open: opened.is_some(),
        });
    }
    fixed
}

/// Chooses, for what is open, the payments with the least municipal money.
fn paid(instance: &Instance, solution: Solution) -> Solution {
    let levels = solution.open.iter();
    let levels: Vec<Option<usize>> = levels
        .map(|opened| opened.map(|opened| opened.level))
        .collect();
    let Some((open, site_payment)) = pay(instance, &levels) else {
        return solution;
    };
    let paid = Solution {
        open,
        site_payment,
        ..solution.clone()
    };
    if paid.faults(instance).is_empty() && paid.municipal(instance) < solution.municipal(instance) {
        paid
    } else {
        solution
    }
}
