//! The strong model of an instance.

use super::people::people;
use highs::{Col, RowProblem};
use siting::instance::*;

/// A column for each way in which a facility may open, with what it does there.
pub struct Opening<'a> {
    /// The column.
    pub column: Col,
    /// The size.
    pub level: &'a Level,
    /// The way to pay.
    pub payment: &'a Payment,
}

/// The model, its objective in published units.
///
/// Columns: openings by level and way to pay, sites where they matter, people by arc and
/// people left without as shares of their demand (whole people where loads differ).
pub fn model(instance: &Instance, unit: f64) -> RowProblem {
    let mut problem = RowProblem::default();
    let openings = openings(&mut problem, instance, unit);
    let sites = sites(&mut problem, instance, unit, &openings);
    conditions(&mut problem, instance, &openings, &sites);
    people(&mut problem, instance, unit, &openings);
    problem
}

fn openings<'a>(
    problem: &mut RowProblem,
    instance: &'a Instance,
    unit: f64,
) -> Vec<Vec<Opening<'a>>> {
    let mut all = Vec::new();
    for facility in 0..instance.facilities.len() {
        let mut openings = Vec::new();
        for level in instance.levels(facility) {
            for payment in &level.payments {
                let column = problem.add_integer_column(level.fixed_cost as f64 / unit, 0..=1);
                openings.push(Opening {
                    column,
                    level,
                    payment,
                });
            }
        }
        if openings.len() > 1 {
            problem.add_row(..=1, openings.iter().map(|opening| (opening.column, 1.0)));
        }
        all.push(openings);
    }
    all
}

/// Whether a site is used and how its own money is paid.
struct SiteColumns {
    used: Option<Col>,
    payments: Vec<Col>,
}

fn sites(
    problem: &mut RowProblem,
    instance: &Instance,
    unit: f64,
    openings: &[Vec<Opening<'_>>],
) -> Vec<SiteColumns> {
    let at = facilities_by_site(instance);
    let mut all = Vec::new();
    for (index, site) in instance.sites.iter().enumerate() {
        let opening = site.opening(0);
        let locked = |lock: &Lock| matches!(lock, Lock::Site { site, .. } if *site == index);
        let matters = opening.fixed_cost != 0
            || !opening.payments.is_empty()
            || instance.locks.iter().any(locked);
        let used = matters.then(|| {
            let used = problem.add_integer_column(opening.fixed_cost as f64 / unit, 0..=1);
            let mut any = vec![(used, 1.0)];
            for &facility in &at[index] {
                let mut row = vec![(used, 1.0)];
                row.extend(
                    openings[facility]
                        .iter()
                        .map(|opening| (opening.column, -1.0)),
                );
                any.extend_from_slice(&row[1..]);
                problem.add_row(0.., row);
            }
            problem.add_row(..=0, any);
            used
        });
        let payments: Vec<Col> = opening
            .payments
            .iter()
            .map(|_| problem.add_integer_column(0.0, 0..=1))
            .collect();
        if let (Some(used), false) = (used, payments.is_empty()) {
            let mut row = vec![(used, -1.0)];
            row.extend(payments.iter().map(|&column| (column, 1.0)));
            problem.add_row(0..=0, row);
        }
        for (payment, &column) in opening.payments.iter().zip(&payments) {
            let paying = at[index].iter().flat_map(|&facility| &openings[facility]);
            let paying = paying.filter(|opening| opening.payment.scheme == payment.scheme);
            let mut row = vec![(column, 1.0)];
            row.extend(paying.map(|opening| (opening.column, -1.0)));
            problem.add_row(..=0, row);
        }
        if let Some(most) = site.max_places {
            let here = at[index].iter().flat_map(|&facility| &openings[facility]);
            let row: Vec<_> = here
                .map(|opening| (opening.column, f64::from(opening.level.places)))
                .collect();
            problem.add_row(..=f64::from(most), row);
        }
        all.push(SiteColumns { used, payments });
    }
    all
}

fn facilities_by_site(instance: &Instance) -> Vec<Vec<usize>> {
    let mut at = vec![Vec::new(); instance.sites.len()];
    for (facility, row) in instance.facilities.iter().enumerate() {
        if let FacilityKind::New { site, .. } = row.kind {
            at[site].push(facility);
        }
    }
    at
}

fn conditions(
    problem: &mut RowProblem,
    instance: &Instance,
    openings: &[Vec<Opening<'_>>],
    sites: &[SiteColumns],
) {
    for &(one, other) in &instance.apart {
        let both = openings[one].iter().chain(&openings[other]);
        problem.add_row(..=1, both.map(|opening| (opening.column, 1.0)));
    }
    for (index, ceiling) in instance.ceilings.iter().enumerate() {
        // In thousands, so that coefficients are of the size of the others.
        let scale = if ceiling.cents >= 100_000 { 1e5 } else { 1.0 };
        let drawn = |payment: &Payment| {
            let draws = payment.draws.iter().filter(|draw| draw.0 == index);
            draws.map(|draw| draw.1 as f64 / scale).sum::<f64>()
        };
        let levels = openings
            .iter()
            .flatten()
            .map(|opening| (opening.column, drawn(opening.payment)));
        let own = instance
            .sites
            .iter()
            .zip(sites)
            .flat_map(|(site, columns)| {
                let payments = site.opening(0).payments.iter().zip(&columns.payments);
                payments.map(|(payment, &column)| (column, drawn(payment)))
            });
        let row: Vec<_> = levels.chain(own).filter(|term| term.1 != 0.0).collect();
        problem.add_row(..=ceiling.cents as f64 / scale, row);
    }
    for lock in &instance.locks {
        match *lock {
            Lock::Site { site, open } => {
                let open = f64::from(u8::from(open));
                problem.add_row(open..=open, sites[site].used.map(|column| (column, 1.0)));
            }
            Lock::Facility {
                facility,
                level,
                open,
            } => {
                let levels = instance.levels(facility);
                let meant = |opening: &&Opening<'_>| {
                    level.is_none_or(|level| std::ptr::eq(&raw const levels[level], opening.level))
                };
                let row: Vec<_> = openings[facility]
                    .iter()
                    .filter(meant)
                    .map(|opening| (opening.column, 1.0))
                    .collect();
                let open = f64::from(u8::from(open));
                if !row.is_empty() {
                    problem.add_row(open..=open, row);
                }
            }
        }
    }
}
