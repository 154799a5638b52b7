//! The instance as a mixed-integer program.
//!
//! | variable | meaning |
//! |---|---|
//! | `open[facility, level, payment]` | 1 if it opens so |
//! | `used[site]` | 1 if anything opens there |
//! | `paid[site, payment]` | 1 if the site's own money is paid so |
//! | `flow[arc]` | persons |
//!
//! People left without are what the flows leave: their cost is a constant, and
//! each arc carries what it costs more (or less) than leaving somebody without.

use super::limits::Admissible;
use super::payments::Payments;
use crate::instance::{FacilityKind, Instance, Opened, Solution};
use crate::solver::SolveError;
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
    payments: Payments,
    open: BTreeMap<(usize, usize, usize), Col>,
    used: Vec<Option<Col>>,
    paid: BTreeMap<(usize, usize), Col>,
    flow: Vec<Option<Col>>,
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
            payments: Payments::new(instance),
            open: BTreeMap::new(),
            used: vec![None; instance.sites.len()],
            paid: BTreeMap::new(),
            flow: vec![None; instance.arcs.len()],
        };
        let constant: i64 = instance
            .demands
            .iter()
            .map(|demand| i64::from(demand.persons) * demand.unmet_cost.unwrap_or(0))
            .sum();
        model
            .problem
            .add_column(constant as f64 / model.unit, 1.0..=1.0);
        model.add_openings(instance, &admissible, form);
        model.add_sites(instance, &admissible, form);
        model.add_flows(instance, &admissible, form);
        model.add_ceilings(instance);
        let people: f64 = instance
            .demands
            .iter()
            .map(|demand| f64::from(demand.persons))
            .sum();
        model.slack = DUAL_TOLERANCE
            * (people + (model.open.len() + model.paid.len() + model.used.len()) as f64)
            + MIP_TOLERANCE;
        Ok(model)
    }

    fn add_openings(&mut self, instance: &Instance, admissible: &Admissible, form: Form) {
        for (facility, levels) in admissible.levels.iter().enumerate() {
            let FacilityKind::New { levels: all, .. } = &instance.facilities[facility].kind else {
                continue;
            };
            for level in levels {
                let cost = all[level.index].fixed_cost as f64 / self.unit;
                for payment in self.payments.kept(facility, level.index) {
                    let column =
                        self.problem
                            .add_column_with_integrality(cost, 0..=1, form == Form::Whole);
                    self.open.insert((facility, level.index, payment), column);
                }
            }
            if admissible.must_open[facility] {
                let terms = self.opens(facility, |_| 1.0);
                self.problem.add_row(1.0..=1.0, terms);
            }
        }
    }

    /// Terms over the ways in which a facility opens, by level.
    fn opens(&self, facility: usize, factor: impl Fn(usize) -> f64) -> Vec<(Col, f64)> {
        let columns = self.open.range((facility, 0, 0)..(facility + 1, 0, 0));
        columns
            .map(|(&(_, level, _), &column)| (column, factor(level)))
            .collect()
    }

    fn add_sites(&mut self, instance: &Instance, admissible: &Admissible, form: Form) {
        for (index, site) in instance.sites.iter().enumerate() {
            let here = &admissible.at_site[index];
            if here.is_empty() {
                continue;
            }
            let used = self.problem.add_column_with_integrality(
                site.opening(0).fixed_cost as f64 / self.unit,
                0..=1,
                form == Form::Whole,
            );
            self.used[index] = Some(used);
            for clique in admissible.cliques(index) {
                let mut terms: Vec<_> = clique
                    .iter()
                    .flat_map(|&facility| self.opens(facility, |_| 1.0))
                    .collect();
                terms.push((used, -1.0));
                self.problem.add_row(..=0.0, terms);
            }
            let all: Vec<_> = here
                .iter()
                .flat_map(|&facility| self.opens(facility, |_| 1.0))
                .collect();
            if admissible.site_must_open[index] {
                self.problem.add_row(1.0.., &all);
            }
            if let Some(most) = site.max_places {
                let places = |facility: usize| {
                    self.opens(facility, |level| {
                        match &instance.facilities[facility].kind {
                            FacilityKind::New { levels, .. } => f64::from(levels[level].places),
                            FacilityKind::Existing { .. } => 0.0,
                        }
                    })
                };
                let mut terms: Vec<_> =
                    here.iter().flat_map(|&facility| places(facility)).collect();
                terms.push((used, -f64::from(most)));
                self.problem.add_row(..=0.0, terms);
            }
            self.add_site_payments(instance, index, used, form);
        }
    }

    /// The site's own money is paid once, by a scheme that pays something there.
    fn add_site_payments(&mut self, instance: &Instance, site: usize, used: Col, form: Form) {
        let payments = &instance.sites[site].opening(0).payments;
        if payments.is_empty() {
            return;
        }
        let mut all = vec![(used, -1.0)];
        for (index, payment) in payments.iter().enumerate() {
            let column = self
                .problem
                .add_column_with_integrality(0.0, 0..=1, form == Form::Whole);
            self.paid.insert((site, index), column);
            all.push((column, 1.0));
            let mut terms = vec![(column, 1.0)];
            for (&(facility, level, way), &open) in &self.open {
                if let FacilityKind::New { site: at, levels } = &instance.facilities[facility].kind
                    && *at == site
                    && levels[level].payments[way].scheme == payment.scheme
                {
                    terms.push((open, -1.0));
                }
            }
            self.problem.add_row(..=0.0, terms);
        }
        self.problem.add_row(0.0..=0.0, all);
    }

    fn add_flows(&mut self, instance: &Instance, admissible: &Admissible, form: Form) {
        let mut at_demand = vec![Vec::new(); instance.demands.len()];
        let mut at_facility = vec![Vec::new(); instance.facilities.len()];
        for (index, arc) in instance.arcs.iter().enumerate() {
            if !admissible.arcs[index] {
                continue;
            }
            let demand = &instance.demands[arc.demand];
            let cost = (arc.cost - demand.unmet_cost.unwrap_or(0)) as f64 / self.unit;
            let whole = form == Form::Whole && !admissible.transport[arc.facility];
            let column = self
                .problem
                .add_column_with_integrality(cost, 0..=demand.persons, whole);
            self.flow[index] = Some(column);
            at_demand[arc.demand].push((column, 1.0));
            at_facility[arc.facility].push((column, admissible.load(arc)));
            if matches!(
                instance.facilities[arc.facility].kind,
                FacilityKind::New { .. }
            ) {
                let most = |level| {
                    admissible
                        .most_people(arc, level)
                        .min(f64::from(demand.persons))
                };
                let mut terms = self.opens(arc.facility, |level| -most(level));
                terms.push((column, 1.0));
                self.problem.add_row(..=0.0, terms);
            }
        }
        for (terms, demand) in at_demand.into_iter().zip(&instance.demands) {
            self.problem.add_row(..=demand.persons, terms);
        }
        for (facility, loads) in at_facility.into_iter().enumerate() {
            self.add_loads(instance, admissible, facility, loads);
        }
    }

    fn add_loads(
        &mut self,
        instance: &Instance,
        admissible: &Admissible,
        facility: usize,
        loads: Vec<(Col, f64)>,
    ) {
        if let FacilityKind::Existing { .. } = instance.facilities[facility].kind {
            self.problem
                .add_row(..=admissible.capacity[facility], loads);
            return;
        }
        let level = |index| admissible.level(facility, index);
        let mut terms = self.opens(facility, |index| -level(index).capacity);
        terms.extend(&loads);
        self.problem.add_row(..=0.0, terms);
        if admissible.levels[facility]
            .iter()
            .any(|level| level.least > 0.0)
        {
            let mut terms = self.opens(facility, |index| -level(index).least);
            terms.extend(&loads);
            self.problem.add_row(0.0.., terms);
        }
    }

    fn add_ceilings(&mut self, instance: &Instance) {
        for (index, ceiling) in instance.ceilings.iter().enumerate() {
            let drawn = |draws: &[(usize, i64)]| {
                draws
                    .iter()
                    .filter(|draw| draw.0 == index)
                    .map(|draw| draw.1)
                    .sum::<i64>() as f64
            };
            let mut terms = Vec::new();
            for (&(facility, level, payment), &column) in &self.open {
                if let FacilityKind::New { levels, .. } = &instance.facilities[facility].kind {
                    terms.push((column, drawn(&levels[level].payments[payment].draws)));
                }
            }
            for (&(site, payment), &column) in &self.paid {
                terms.push((
                    column,
                    drawn(&instance.sites[site].opening(0).payments[payment].draws),
                ));
            }
            terms.retain(|term| term.1 != 0.0);
            let largest = terms.iter().map(|term| term.1.abs()).fold(1.0, f64::max);
            let unit = (largest / LARGEST_COST).log2().ceil().max(0.0).exp2();
            terms.iter_mut().for_each(|term| term.1 /= unit);
            self.problem.add_row(..=ceiling.cents as f64 / unit, terms);
        }
    }

    /// The columns' values at a solution.
    pub fn columns(&self, instance: &Instance, solution: &Solution) -> Vec<f64> {
        let solution = self.payments.canonical(instance, solution);
        let mut columns = vec![0.0; self.problem.num_cols()];
        columns[CONSTANT] = 1.0;
        for (&(facility, level, payment), column) in &self.open {
            let chosen = solution.open[facility] == Some(Opened { level, payment });
            columns[column.index()] = f64::from(u8::from(chosen));
        }
        for (column, open) in self.used.iter().zip(solution.sites_open(instance)) {
            if let Some(column) = column {
                columns[column.index()] = f64::from(u8::from(open));
            }
        }
        for (&(site, payment), column) in &self.paid {
            columns[column.index()] =
                f64::from(u8::from(solution.site_payment[site] == Some(payment)));
        }
        for (column, &persons) in self.flow.iter().zip(&solution.flow) {
            if let Some(column) = column {
                columns[column.index()] = f64::from(persons);
            }
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
        let open: Vec<bool> = solution.sites_open(instance).collect();
        for (&(site, payment), column) in &self.paid {
            if columns[column.index()] > 0.5 && open[site] {
                solution.site_payment[site] = Some(payment);
            }
        }
        for (index, column) in self.flow.iter().enumerate() {
            let Some(column) = column else { continue };
            let left = &mut solution.unmet[instance.arcs[index].demand];
            let persons = (columns[column.index()].round().max(0.0) as u32).min(*left);
            solution.flow[index] = persons;
            *left -= persons;
        }
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
    let levels = instance
        .facilities
        .iter()
        .flat_map(|facility| match &facility.kind {
            FacilityKind::New { levels, .. } => levels.as_slice(),
            FacilityKind::Existing { .. } => &[],
        });
    let costs = levels.map(|level| level.fixed_cost);
    let costs = costs.chain(instance.sites.iter().map(|site| site.opening(0).fixed_cost));
    let costs = costs.chain(instance.arcs.iter().map(|arc| arc.cost));
    let costs = costs.chain(
        instance
            .demands
            .iter()
            .filter_map(|demand| demand.unmet_cost),
    );
    let largest = costs.map(i64::abs).max().unwrap_or(0).max(1) as f64;
    (largest / LARGEST_COST).log2().ceil().max(0.0).exp2()
}
