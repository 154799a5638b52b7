//! Makes an answer of HiGHS, true within its tolerances, whole and exact.

use super::model::{Form, Model};
use super::run::{Limits, run};
use crate::instance::{FacilityKind, Instance, Level, Lock, Payment, Site, Solution};
use crate::solver::{Control, SolveError};
use highs::{Col, RowProblem};

/// Nodes after which an assignment or a choice of payments is good enough;
/// both are nearly always found at the root.
const NODES: u64 = 50;

const TO_THE_END: Limits = Limits {
    relative_gap: 0.0,
    absolute_gap: 1e-6,
    deadline: None,
    nodes: Some(NODES),
};

/// The same openings with the cheapest assignment of whole people and, at that
/// cost, the payments that burden the municipalities least. `None` when
/// rounding the openings made them break a condition.
///
/// # Errors
/// [`SolveError::Failed`] when HiGHS fails.
pub(super) fn exact(instance: &Instance, rough: &Solution) -> Result<Option<Solution>, SolveError> {
    let respected = |solution: &Solution| solution.faults(instance).is_empty();
    let candidates = [Some(rough.clone()), assign(instance, rough)?];
    let best = candidates
        .into_iter()
        .flatten()
        .filter(respected)
        .min_by_key(|solution| solution.cost(instance));
    let Some(mut solution) = best else {
        return Ok(None);
    };
    pay(instance, &mut solution)?;
    Ok(Some(solution))
}

/// The cheapest assignment to what is open.
fn assign(instance: &Instance, rough: &Solution) -> Result<Option<Solution>, SolveError> {
    let fixed = only_assignment(instance, rough);
    let model = match Model::new(&fixed, Form::Whole) {
        Ok(model) => model,
        Err(SolveError::Infeasible) => return Ok(None),
        Err(error) => return Err(error),
    };
    // Of a transport problem the simplex method finds a whole optimum.
    let model = if model.flows_are_whole {
        Model::new(&fixed, Form::Relaxed)?
    } else {
        model
    };
    let columns = run(model.problem.clone(), None, TO_THE_END, &mut |_| {
        Control::Continue
    })?
    .columns;
    Ok(columns.map(|columns| Solution {
        open: rough.open.clone(),
        site_payment: rough.site_payment.clone(),
        ..model.solution(&fixed, &columns)
    }))
}

/// The instance in which exactly that is open, at no cost.
fn only_assignment(instance: &Instance, rough: &Solution) -> Instance {
    let mut fixed = Instance {
        sites: vec![Site::default(); instance.sites.len()],
        ceilings: Vec::new(),
        apart: Vec::new(),
        locks: instance
            .locks
            .iter()
            .filter(|lock| matches!(lock, Lock::Facility { .. }))
            .cloned()
            .collect(),
        ..instance.clone()
    };
    fixed
        .locks
        .retain(|lock| matches!(lock, Lock::Facility { open: false, .. }));
    for (facility, opened) in rough.open.iter().enumerate() {
        let FacilityKind::New { levels, .. } = &mut fixed.facilities[facility].kind else {
            continue;
        };
        match opened {
            Some(opened) => {
                let level = Level {
                    fixed_cost: 0,
                    payments: vec![Payment::default()],
                    ..levels[opened.level].clone()
                };
                *levels = vec![level];
                fixed.locks.push(Lock::Facility {
                    facility,
                    level: None,
                    open: true,
                });
            }
            None => fixed.locks.push(Lock::Facility {
                facility,
                level: None,
                open: false,
            }),
        }
    }
    fixed
}

/// Chooses, for what is open, the payments with the least municipal money.
fn pay(instance: &Instance, solution: &mut Solution) -> Result<(), SolveError> {
    let payments = Payable::new(instance, solution);
    if payments.iter().all(|payable| payable.payments.len() < 2) {
        return Ok(());
    }
    let largest = payments
        .iter()
        .flat_map(|payable| payable.payments)
        .map(|payment| payment.municipal.abs())
        .max()
        .unwrap_or(0);
    let unit = (largest.max(1) as f64 / 8192.0)
        .log2()
        .ceil()
        .max(0.0)
        .exp2();
    let mut problem = RowProblem::default();
    let mut columns: Vec<Vec<Col>> = Vec::new();
    for payable in &payments {
        let ways: Vec<Col> = payable
            .payments
            .iter()
            .map(|way| problem.add_integer_column(way.municipal as f64 / unit, 0..=1))
            .collect();
        problem.add_row(1..=1, ways.iter().map(|&column| (column, 1.0)));
        columns.push(ways);
    }
    for (own, ways) in payments
        .iter()
        .zip(&columns)
        .filter(|(payable, _)| payable.facility.is_none())
    {
        for (way, &column) in own.payments.iter().zip(ways) {
            let mut terms = vec![(column, 1.0)];
            for (other, ways) in payments
                .iter()
                .zip(&columns)
                .filter(|(other, _)| other.site == own.site && other.facility.is_some())
            {
                terms.extend(
                    other
                        .payments
                        .iter()
                        .zip(ways)
                        .filter(|(other, _)| other.scheme == way.scheme)
                        .map(|(_, &column)| (column, -1.0)),
                );
            }
            problem.add_row(..=0, terms);
        }
    }
    for (index, ceiling) in instance.ceilings.iter().enumerate() {
        let mut terms = Vec::new();
        for (payable, ways) in payments.iter().zip(&columns) {
            for (way, &column) in payable.payments.iter().zip(ways) {
                let drawn: i64 = way
                    .draws
                    .iter()
                    .filter(|draw| draw.0 == index)
                    .map(|draw| draw.1)
                    .sum();
                terms.push((column, drawn as f64 / 1024.0));
            }
        }
        problem.add_row(..=ceiling.cents as f64 / 1024.0, terms);
    }
    let Some(values) = run(problem, None, TO_THE_END, &mut |_| Control::Continue)?.columns else {
        return Ok(());
    };
    let mut paid = solution.clone();
    for (payable, ways) in payments.iter().zip(&columns) {
        let Some(chosen) = ways.iter().position(|column| values[column.index()] > 0.5) else {
            return Ok(());
        };
        match payable.facility {
            Some(facility) => {
                if let Some(opened) = &mut paid.open[facility] {
                    opened.payment = chosen;
                }
            }
            None => paid.site_payment[payable.site] = Some(chosen),
        }
    }
    if paid.faults(instance).is_empty() && paid.municipal(instance) < solution.municipal(instance) {
        *solution = paid;
    }
    Ok(())
}

/// Something open that is paid: a facility, or (without one) a site's own money.
struct Payable<'a> {
    site: usize,
    facility: Option<usize>,
    payments: &'a [Payment],
}

impl<'a> Payable<'a> {
    fn new(instance: &'a Instance, solution: &Solution) -> Vec<Self> {
        let mut payable = Vec::new();
        for (index, facility) in instance.facilities.iter().enumerate() {
            if let (FacilityKind::New { site, levels }, Some(opened)) =
                (&facility.kind, solution.open[index])
            {
                payable.push(Self {
                    site: *site,
                    facility: Some(index),
                    payments: &levels[opened.level].payments,
                });
            }
        }
        for (site, open) in solution.sites_open(instance).enumerate() {
            if open && !instance.sites[site].payments.is_empty() {
                payable.push(Self {
                    site,
                    facility: None,
                    payments: &instance.sites[site].payments,
                });
            }
        }
        payable
    }
}
