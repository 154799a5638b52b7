//! The instance as a mixed-integer program.
//!
//! | variable | meaning |
//! |---|---|
//! | `open[facility, level, payment]` | 1 if it opens so |
//! | `first[site, phase]` | 1 if the first of what opens there opens in that phase |
//! | `paid[site, phase, payment]` | 1 if the site's own money is paid so |
//! | `flow[arc]` | persons; of a demand that is not divided, 1 if all of it goes there |
//!
//! People left without are what the flows leave: their cost is a constant, and
//! each arc carries what it costs more (or less) than leaving somebody without.
//! Of a demand that is not divided although others are led on to it, neither its
//! people nor who is left are known beforehand: it has columns for both.

mod flows;
mod openings;

use super::limits::Admissible;
use super::payments::Payments;
use crate::instance::{FacilityKind, Instance, Opened, Solution};
use crate::solver::SolveError;
use flows::{Flow, Left};
use highs::{Col, RowProblem};
use std::collections::BTreeMap;

/// Which columns are whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// All that must be.
    Whole,
    /// None: the linear relaxation.
    Relaxed,
}

/// The program and what its columns mean.
pub(super) struct Model {
    /// The program, to be minimised.
    pub problem: RowProblem,
    /// Cents in one unit of the objective, a power of two so that dividing is exact.
    pub unit: f64,
    /// How far, in units, a bound that HiGHS proves may lie above the true one.
    pub slack: f64,
    form: Form,
    payments: Payments,
    open: BTreeMap<(usize, usize, usize), Col>,
    first: BTreeMap<(usize, usize), Col>,
    paid: BTreeMap<(usize, usize, usize), Col>,
    flow: Vec<Option<Flow>>,
    /// Of demands that are not divided although others are led on to them.
    left: BTreeMap<usize, Left>,
}

/// HiGHS keeps reduced costs within this of being optimal (its default).
const DUAL_TOLERANCE: f64 = 1e-7;
/// A node is as good as cut off when it is this near (HiGHS's default).
const MIP_TOLERANCE: f64 = 1e-6;
/// The largest cost becomes at most this many units, a size at which HiGHS's
/// absolute tolerances are neither loose nor out of reach.
const LARGEST_COST: f64 = 8192.0;
/// The first column is fixed at 1 and carries the constant.
const CONSTANT: usize = 0;

impl Model {
    /// Builds the program.
    ///
    /// # Errors
    /// [`SolveError::Infeasible`] where a lock asks for what nothing offers.
    pub fn new(instance: &Instance, form: Form) -> Result<Self, SolveError> {
        let admissible = Admissible::new(instance)?;
        let mut model = Self {
            problem: RowProblem::default(),
            unit: unit(instance),
            slack: 0.0,
            form,
            payments: Payments::new(instance),
            open: BTreeMap::new(),
            first: BTreeMap::new(),
            paid: BTreeMap::new(),
            flow: Vec::new(),
            left: BTreeMap::new(),
        };
        let demands = instance.demands.iter();
        let constant: i64 = demands
            .map(|demand| i64::from(demand.persons) * demand.unmet_cost.unwrap_or(0))
            .sum();
        model
            .problem
            .add_column(constant as f64 / model.unit, 1.0..=1.0);
        model.add_openings(instance, &admissible);
        model.add_sites(instance, &admissible);
        model.add_flows(instance, &admissible);
        model.add_ceilings(instance);
        let people: i64 = admissible.people.iter().sum();
        let choices = model.open.len() + model.paid.len() + model.first.len();
        model.slack = DUAL_TOLERANCE * (people as f64 + choices as f64) + MIP_TOLERANCE;
        Ok(model)
    }

    /// A column of zero or one.
    fn choice(&mut self, cost: f64) -> Col {
        let whole = self.form == Form::Whole;
        self.problem.add_column_with_integrality(cost, 0..=1, whole)
    }

    /// The columns' values at a solution.
    pub fn columns(&self, instance: &Instance, solution: &Solution) -> Vec<f64> {
        let solution = self.payments.canonical(instance, solution);
        let phases = solution.phases(instance);
        let mut columns = vec![0.0; self.problem.num_cols()];
        columns[CONSTANT] = 1.0;
        let mut set = |column: Col, value: f64| columns[column.index()] = value;
        let truth = |chosen: bool| f64::from(u8::from(chosen));
        for (&(facility, level, payment), &column) in &self.open {
            let chosen = solution.open[facility] == Some(Opened { level, payment });
            set(column, truth(chosen));
        }
        for (&(site, phase), &column) in &self.first {
            set(column, truth(phases[site] == Some(phase)));
        }
        for (&(site, phase, payment), &column) in &self.paid {
            let now = phases[site] == Some(phase);
            set(
                column,
                truth(now && solution.site_payment[site] == Some(payment)),
            );
        }
        for (flow, &persons) in self.flow.iter().zip(&solution.flow) {
            if let Some(flow) = flow {
                set(flow.column, f64::from(persons) / f64::from(flow.persons));
                if let Some(chosen) = flow.chosen {
                    set(chosen, truth(persons > 0));
                }
            }
        }
        for (&demand, left) in &self.left {
            let persons = solution.unmet[demand];
            set(left.persons, f64::from(persons));
            set(left.chosen, truth(persons > 0));
        }
        columns
    }

    /// The solution at the columns' values, rounded.
    pub fn solution(&self, instance: &Instance, columns: &[f64]) -> Solution {
        let mut solution = Solution::nothing(instance);
        for (&(facility, level, payment), column) in &self.open {
            if columns[column.index()] > 0.5 {
                solution.open[facility] = Some(Opened { level, payment });
            }
        }
        let phases = solution.phases(instance);
        for (&(site, phase, payment), column) in &self.paid {
            if columns[column.index()] > 0.5 && phases[site] == Some(phase) {
                solution.site_payment[site] = Some(payment);
            }
        }
        let mut led_on = vec![false; instance.demands.len()];
        let targets = instance.onward.iter();
        targets.for_each(|onward| led_on[onward.demand] = true);
        let mut left: Vec<u64> = solution.people(instance);
        // Who is led on is known once all others are assigned.
        for turn in [false, true] {
            if turn {
                let people = solution.people(instance);
                let others = left.iter_mut().zip(people).zip(&led_on);
                others
                    .filter(|(_, led_on)| **led_on)
                    .for_each(|((left, people), _)| *left = people);
            }
            for (index, flow) in self.flow.iter().enumerate() {
                let demand = instance.arcs[index].demand;
                let Some(flow) = flow.as_ref().filter(|_| led_on[demand] == turn) else {
                    continue;
                };
                let units = columns[flow.column.index()].round().max(0.0) as u32;
                let most = u32::try_from(left[demand]).unwrap_or(u32::MAX);
                let persons = units.saturating_mul(flow.persons).min(most);
                solution.flow[index] = persons;
                left[demand] -= u64::from(persons);
            }
        }
        solution.unmet = solution.left(instance);
        solution
    }

    /// How far each facility is open, between 0 and 1.
    pub fn openness(&self, instance: &Instance, columns: &[f64]) -> Vec<f64> {
        let mut openness = vec![0.0; instance.facilities.len()];
        for (&(facility, _, _), column) in &self.open {
            openness[facility] += columns[column.index()];
        }
        openness
    }

    /// Cents that each facility draws on a ceiling in a relaxed answer.
    pub fn draws(&self, instance: &Instance, columns: &[f64], ceiling: usize) -> Vec<f64> {
        let mut draws = vec![0.0; instance.facilities.len()];
        for (&(facility, level, payment), column) in &self.open {
            if let FacilityKind::New { levels, .. } = &instance.facilities[facility].kind {
                let drawn = levels[level].payments[payment]
                    .draws
                    .iter()
                    .filter(|draw| draw.0 == ceiling);
                draws[facility] +=
                    columns[column.index()] * drawn.map(|draw| draw.1).sum::<i64>() as f64;
            }
        }
        draws
    }

    /// A proven bound in cents from one in units.
    pub fn bound(&self, units: f64) -> Option<i64> {
        units
            .is_finite()
            .then(|| ((units - self.slack - 1e-12 * units.abs()) * self.unit).ceil() as i64)
    }
}

fn unit(instance: &Instance) -> f64 {
    let levels = (0..instance.facilities.len()).flat_map(|facility| instance.levels(facility));
    let costs = levels.map(|level| level.fixed_cost);
    let openings = instance.sites.iter().flat_map(|site| &site.openings);
    let costs = costs.chain(openings.map(|opening| opening.fixed_cost));
    let together = |demand: usize| match &instance.demands[demand] {
        demand if demand.single_source => i64::from(demand.persons.max(1)),
        _ => 1,
    };
    let arcs = instance.arcs.iter();
    let costs = costs.chain(arcs.map(|arc| arc.cost.saturating_mul(together(arc.demand))));
    let left = instance.demands.iter().enumerate();
    let costs =
        costs.chain(left.filter_map(|(index, demand)| {
            Some(demand.unmet_cost?.saturating_mul(together(index)))
        }));
    let largest = costs.map(i64::saturating_abs).max().unwrap_or(0).max(1) as f64;
    (largest / LARGEST_COST).log2().ceil().max(0.0).exp2()
}
