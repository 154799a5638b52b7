//! What opens, when, and how it is paid.

use super::{LARGEST_COST, Model};
use crate::highs::limits::Admissible;
use crate::instance::{FacilityKind, Instance};
use highs::Col;

impl Model {
    pub(super) fn add_openings(&mut self, instance: &Instance, admissible: &Admissible) {
        for (facility, levels) in admissible.levels.iter().enumerate() {
            for level in levels {
                let cost = instance.levels(facility)[level.index].fixed_cost as f64 / self.unit;
                for payment in self.payments.kept(facility, level.index) {
                    let column = self.choice(cost);
                    self.open.insert((facility, level.index, payment), column);
                }
            }
            if levels.is_empty() {
                continue;
            }
            let terms = self.opens(facility, |_| 1.0);
            if admissible.must_open[facility] {
                self.problem.add_row(1.0..=1.0, terms);
            }
        }
    }

    /// Terms over the ways in which a facility opens, by level.
    pub(super) fn opens(&self, facility: usize, factor: impl Fn(usize) -> f64) -> Vec<(Col, f64)> {
        let columns = self.open.range((facility, 0, 0)..(facility + 1, 0, 0));
        columns
            .map(|(&(_, level, _), &column)| (column, factor(level)))
            .filter(|&(_, factor)| factor != 0.0)
            .collect()
    }

    pub(super) fn add_sites(&mut self, instance: &Instance, admissible: &Admissible) {
        for (index, site) in instance.sites.iter().enumerate() {
            let here = &admissible.at_site[index];
            if here.is_empty() {
                continue;
            }
            let phases = admissible.phases(index);
            for &phase in &phases {
                let column = self.choice(site.opening(phase).fixed_cost as f64 / self.unit);
                self.first.insert((index, phase), column);
            }
            let used = |model: &Self, last: usize, factor: f64| -> Vec<(Col, f64)> {
                let columns = model.first.range((index, 0)..=(index, last));
                columns.map(|(_, &column)| (column, factor)).collect()
            };
            let last = phases.last().copied().unwrap_or(0);
            let phase_of = |facility: usize, level: usize| instance.levels(facility)[level].phase;
            for clique in admissible.cliques(index) {
                for &phase in &phases {
                    let by_then = |facility: usize, level: usize| {
                        f64::from(u8::from(phase_of(facility, level) <= phase))
                    };
                    let mut terms = used(self, phase, -1.0);
                    for &facility in &clique {
                        terms.extend(self.opens(facility, |level| by_then(facility, level)));
                    }
                    self.problem.add_row(..=0.0, terms);
                }
            }
            if phases.len() > 1 {
                self.problem.add_row(..=1.0, used(self, last, 1.0));
            }
            // Nobody gains by naming a phase in which nothing opens, unless that is cheaper.
            if phases.len() > 1 || site.opening(last).fixed_cost < 0 {
                for &phase in &phases {
                    let then = |facility: usize, level: usize| {
                        -f64::from(u8::from(phase_of(facility, level) == phase))
                    };
                    let mut terms = vec![(self.first[&(index, phase)], 1.0)];
                    for &facility in here {
                        terms.extend(self.opens(facility, |level| then(facility, level)));
                    }
                    self.problem.add_row(..=0.0, terms);
                }
            }
            if admissible.site_must_open[index] {
                let all = here
                    .iter()
                    .flat_map(|&facility| self.opens(facility, |_| 1.0));
                let all: Vec<_> = all.collect();
                self.problem.add_row(1.0.., all);
            }
            if let Some(most) = site.max_places {
                let mut terms = used(self, last, -f64::from(most));
                for &facility in here {
                    let levels = instance.levels(facility);
                    terms.extend(self.opens(facility, |level| f64::from(levels[level].places)));
                }
                terms.retain(|term| term.1 != 0.0);
                self.problem.add_row(..=0.0, terms);
            }
            for phase in phases {
                self.add_site_payments(instance, index, phase);
            }
        }
    }

    /// The site's own money is paid once, by a scheme that pays something there.
    fn add_site_payments(&mut self, instance: &Instance, site: usize, phase: usize) {
        let payments = &instance.sites[site].opening(phase).payments;
        if payments.is_empty() {
            return;
        }
        let mut all = vec![(self.first[&(site, phase)], -1.0)];
        for (index, payment) in payments.iter().enumerate() {
            let column = self.choice(0.0);
            self.paid.insert((site, phase, index), column);
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

    pub(super) fn add_ceilings(&mut self, instance: &Instance) {
        for (index, ceiling) in instance.ceilings.iter().enumerate() {
            let drawn = |draws: &[(usize, i64)]| {
                let here = draws.iter().filter(|draw| draw.0 == index);
                here.map(|draw| draw.1).sum::<i64>() as f64
            };
            let mut terms = Vec::new();
            for (&(facility, level, payment), &column) in &self.open {
                let level = &instance.levels(facility)[level];
                terms.push((column, drawn(&level.payments[payment].draws)));
            }
            for (&(site, phase, payment), &column) in &self.paid {
                let opening = instance.sites[site].opening(phase);
                terms.push((column, drawn(&opening.payments[payment].draws)));
            }
            terms.retain(|term| term.1 != 0.0);
            let largest = terms.iter().map(|term| term.1.abs()).fold(1.0, f64::max);
            let unit = (largest / LARGEST_COST).log2().ceil().max(0.0).exp2();
            terms.iter_mut().for_each(|term| term.1 /= unit);
            self.problem.add_row(..=ceiling.cents as f64 / unit, terms);
        }
    }
}
