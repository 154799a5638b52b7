//! The columns and rows.
//!
//! | column | meaning |
//! |---|---|
//! | `open[facility, level, payment]` | 1 if it opens so |
//! | `first[site, phase]` | 1 if the first of what opens there opens in that phase |
//! | `paid[site, phase, payment]` | 1 if the site's own money is paid so |
//! | `flow[arc]`, `left[demand]` | persons |
//!
//! A demand that stays together has a choice besides for each way it may go, or be left.

use highs::{Col, RowProblem};
use siting::instance::{FacilityKind, Instance, Lock, Opened, Solution};

/// How a facility may open.
#[derive(Clone, Copy)]
struct Way {
    facility: usize,
    level: usize,
    payment: usize,
    column: Col,
}

pub struct Model {
    /// The program, to be minimised.
    pub problem: RowProblem,
    /// Per facility.
    open: Vec<Vec<Way>>,
    /// Per site and phase.
    first: Vec<Vec<Col>>,
    /// Site, phase, payment.
    paid: Vec<(usize, usize, usize, Col)>,
    flow: Vec<Col>,
    left: Vec<Col>,
}

type Row = Vec<(Col, f64)>;

impl Model {
    pub fn new(instance: &Instance) -> Self {
        let mut model = Self {
            problem: RowProblem::default(),
            open: Vec::new(),
            first: Vec::new(),
            paid: Vec::new(),
            flow: Vec::new(),
            left: Vec::new(),
        };
        model.openings(instance);
        for site in 0..instance.sites.len() {
            model.site(instance, site);
        }
        model.people(instance);
        for facility in 0..instance.facilities.len() {
            for state in 0..instance.states() {
                model.loads(instance, facility, state);
            }
        }
        for ceiling in 0..instance.ceilings.len() {
            model.ceiling(instance, ceiling);
        }
        for lock in &instance.locks {
            model.lock(instance, lock);
        }
        model
    }

    fn choice(&mut self, cost: i64) -> Col {
        self.problem.add_integer_column(cost as f64, 0..=1)
    }

    fn openings(&mut self, instance: &Instance) {
        for facility in 0..instance.facilities.len() {
            let mut ways = Vec::new();
            for (at, level) in instance.levels(facility).iter().enumerate() {
                for payment in 0..level.payments.len() {
                    ways.push(Way {
                        facility,
                        level: at,
                        payment,
                        column: self.choice(level.fixed_cost),
                    });
                }
            }
            self.problem.add_row(..=1, ones(&ways));
            self.open.push(ways);
        }
        for &(a, b) in &instance.apart {
            let both = [&self.open[a][..], &self.open[b]].concat();
            self.problem.add_row(..=1, ones(&both));
        }
    }

    fn site(&mut self, instance: &Instance, site: usize) {
        let is_here = |way: &&Way| matches!(instance.facilities[way.facility].kind, FacilityKind::New { site: home, .. } if home == site);
        let here: Vec<Way> = self
            .open
            .iter()
            .flatten()
            .filter(is_here)
            .copied()
            .collect();
        let level = |way: &Way| &instance.levels(way.facility)[way.level];
        if let Some(most) = instance.sites[site].max_places {
            let places = here
                .iter()
                .map(|way| (way.column, f64::from(level(way).places)));
            self.problem.add_row(..=most, places.collect::<Row>());
        }
        let phases = here
            .iter()
            .map(|way| level(way).phase + 1)
            .max()
            .unwrap_or(0);
        let first: Vec<Col> = (0..phases)
            .map(|phase| self.choice(instance.sites[site].opening(phase).fixed_cost))
            .collect();
        let once = first.iter().map(|&column| (column, 1.0));
        self.problem.add_row(..=1, once.collect::<Row>());
        for way in &here {
            let mut row = vec![(way.column, 1.0)];
            row.extend(
                first[..=level(way).phase]
                    .iter()
                    .map(|&first| (first, -1.0)),
            );
            self.problem.add_row(..=0, row);
        }
        for (phase, &column) in first.iter().enumerate() {
            let then = here.iter().filter(|way| level(way).phase == phase);
            let mut row = vec![(column, 1.0)];
            row.extend(then.map(|way| (way.column, -1.0)));
            self.problem.add_row(..=0, row);
            self.own_money(instance, [site, phase], column, &here);
        }
        self.first.push(first);
    }

    /// A site's own money is paid in one way, by a scheme that pays one of its facilities.
    fn own_money(
        &mut self,
        instance: &Instance,
        [site, phase]: [usize; 2],
        first: Col,
        here: &[Way],
    ) {
        let payments = &instance.sites[site].opening(phase).payments;
        if payments.is_empty() {
            return;
        }
        let mut once = vec![(first, -1.0)];
        for (index, payment) in payments.iter().enumerate() {
            let column = self.choice(0);
            once.push((column, 1.0));
            let is_same = |way: &&Way| {
                let level = &instance.levels(way.facility)[way.level];
                level.payments[way.payment].scheme == payment.scheme
            };
            let mut row = vec![(column, 1.0)];
            row.extend(here.iter().filter(is_same).map(|way| (way.column, -1.0)));
            self.problem.add_row(..=0, row);
            self.paid.push((site, phase, index, column));
        }
        self.problem.add_row(0..=0, once);
    }

    fn people(&mut self, instance: &Instance) {
        let persons = |demand: usize| f64::from(instance.demands[demand].persons);
        let mut most: Vec<f64> = (0..instance.demands.len()).map(persons).collect();
        let mut comes = vec![Vec::new(); instance.demands.len()];
        for onward in &instance.onward {
            most[onward.demand] += persons(instance.arcs[onward.arc].demand);
            comes[onward.demand].push(onward.arc);
        }
        for arc in &instance.arcs {
            let all = 0.0..=most[arc.demand];
            self.flow
                .push(self.problem.add_integer_column(arc.cost as f64, all));
        }
        for (index, demand) in instance.demands.iter().enumerate() {
            let (cost, all) = match demand.unmet_cost {
                Some(cost) => (cost as f64, most[index]),
                None => (0.0, 0.0),
            };
            let left = self.problem.add_integer_column(cost, 0.0..=all);
            self.left.push(left);
            let arcs = (0..instance.arcs.len()).filter(|&arc| instance.arcs[arc].demand == index);
            let ways: Vec<Col> = arcs.map(|arc| self.flow[arc]).chain([left]).collect();
            let mut row: Row = ways.iter().map(|&way| (way, 1.0)).collect();
            row.extend(comes[index].iter().map(|&arc| (self.flow[arc], -1.0)));
            self.problem.add_row(persons(index)..=persons(index), row);
            if demand.single_source {
                let mut once = Vec::new();
                for way in ways {
                    let chosen = self.choice(0);
                    self.problem
                        .add_row(..=0, [(way, 1.0), (chosen, -most[index])]);
                    once.push((chosen, 1.0));
                }
                self.problem.add_row(..=1, once);
            }
        }
    }

    /// Capacity and least load of a facility in a state.
    fn loads(&mut self, instance: &Instance, facility: usize, state: usize) {
        let arcs = instance.arcs.iter().zip(&self.flow);
        let here = arcs.filter(|(arc, _)| {
            arc.facility == facility && instance.demands[arc.demand].state == state
        });
        let loads: Row = here.map(|(arc, &flow)| (flow, arc.load as f64)).collect();
        let FacilityKind::Existing { capacity } = &instance.facilities[facility].kind else {
            let [mut most, mut least] = [loads.clone(), loads];
            for way in &self.open[facility] {
                let window = instance.levels(facility)[way.level].window(state);
                most.push((way.column, -(window.capacity as f64)));
                least.push((way.column, -(window.min_load as f64)));
            }
            self.problem.add_row(..=0, most);
            self.problem.add_row(0.., least);
            return;
        };
        let shut = |lock: &Lock| matches!(*lock, Lock::Facility { facility: at, open: false, .. } if at == facility);
        let most = match instance.locks.iter().any(shut) {
            true => 0,
            false => capacity.get(state).copied().unwrap_or(0).max(0),
        };
        self.problem.add_row(..=most as f64, loads);
    }

    fn ceiling(&mut self, instance: &Instance, ceiling: usize) {
        let drawn = |draws: &[(usize, i64)]| -> f64 {
            let here = draws.iter().filter(|draw| draw.0 == ceiling);
            here.map(|draw| draw.1 as f64).sum()
        };
        let mut row = Vec::new();
        for way in self.open.iter().flatten() {
            let level = &instance.levels(way.facility)[way.level];
            row.push((way.column, drawn(&level.payments[way.payment].draws)));
        }
        for &(site, phase, payment, column) in &self.paid {
            let payments = &instance.sites[site].opening(phase).payments;
            row.push((column, drawn(&payments[payment].draws)));
        }
        let most = instance.ceilings[ceiling].cents as f64;
        self.problem.add_row(..=most, row);
    }

    fn lock(&mut self, instance: &Instance, lock: &Lock) {
        let (row, open): (Row, bool) = match *lock {
            Lock::Site { site, open } => (
                self.first[site].iter().map(|&first| (first, 1.0)).collect(),
                open,
            ),
            Lock::Facility { facility, .. } if instance.levels(facility).is_empty() => return,
            Lock::Facility {
                facility,
                level,
                open,
            } => {
                // To be closed is to be closed in every level.
                let is_meant = |way: &&Way| !open || level.is_none_or(|level| level == way.level);
                let ways: Vec<Way> = self.open[facility]
                    .iter()
                    .filter(is_meant)
                    .copied()
                    .collect();
                (ones(&ways), open)
            }
        };
        match open {
            true => self.problem.add_row(1.., row),
            false => self.problem.add_row(..=0, row),
        };
    }

    /// The columns rounded to a solution.
    pub fn solution(&self, instance: &Instance, columns: &[f64]) -> Solution {
        let is_one = |column: Col| columns[column.index()] > 0.5;
        let whole = |column: &Col| columns[column.index()].round().max(0.0) as u32;
        let mut solution = Solution::nothing(instance);
        for way in self.open.iter().flatten().filter(|way| is_one(way.column)) {
            solution.open[way.facility] = Some(Opened {
                level: way.level,
                payment: way.payment,
            });
        }
        for &(site, _, payment, _) in self.paid.iter().filter(|paid| is_one(paid.3)) {
            solution.site_payment[site] = Some(payment);
        }
        solution.flow = self.flow.iter().map(whole).collect();
        solution.unmet = self.left.iter().map(whole).collect();
        solution
    }
}

fn ones(ways: &[Way]) -> Row {
    ways.iter().map(|way| (way.column, 1.0)).collect()
}
