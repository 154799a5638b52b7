//! Who goes where.

use super::{Form, Model};
use crate::highs::limits::Admissible;
use crate::instance::{Demand, FacilityKind, Instance};
use highs::Col;

/// The column of an arc.
pub(super) struct Flow {
    pub column: Col,
    /// Persons in one unit of the column.
    pub persons: u32,
    /// 1 if anybody goes, where the people of an undivided demand are not known beforehand.
    pub chosen: Option<Col>,
}

/// The columns of those left without.
pub(super) struct Left {
    pub persons: Col,
    /// 1 if anybody is.
    pub chosen: Col,
}

/// How the people of a demand are counted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// One by one.
    Divided,
    /// All of them or none.
    Known,
    /// All of them or none, however many come.
    LedOn,
}

fn way(demand: &Demand, people: i64) -> Way {
    match demand.single_source {
        false => Way::Divided,
        true if people == i64::from(demand.persons) => Way::Known,
        true => Way::LedOn,
    }
}

impl Model {
    pub(super) fn add_flows(&mut self, instance: &Instance, admissible: &Admissible) {
        let states = instance.states();
        let mut at_demand = vec![Vec::new(); instance.demands.len()];
        let mut at_facility = vec![vec![Vec::new(); states]; instance.facilities.len()];
        let mut led_on = vec![Vec::new(); instance.demands.len()];
        for (index, arc) in instance.arcs.iter().enumerate() {
            if !admissible.arcs[index] {
                self.flow.push(None);
                continue;
            }
            let flow = self.add_flow(instance, admissible, index);
            let demand = &instance.demands[arc.demand];
            let load = admissible.load(arc) * f64::from(flow.persons);
            at_facility[arc.facility][demand.state].push((flow.column, load));
            if let Some(onward) = instance.onward(index) {
                led_on[onward].push((flow.column, -f64::from(flow.persons)));
            }
            at_demand[arc.demand].push(index);
            self.flow.push(Some(flow));
        }
        for (demand, arcs) in at_demand.into_iter().enumerate() {
            let way = way(&instance.demands[demand], admissible.people[demand]);
            let most = admissible.people[demand];
            self.add_people(instance, demand, way, most, &arcs, &led_on[demand]);
        }
        for (facility, states) in at_facility.into_iter().enumerate() {
            for (state, loads) in states.into_iter().enumerate() {
                self.add_loads(instance, admissible, (facility, state), loads);
            }
        }
    }

    /// The column of an arc, and that nobody goes where nothing is open.
    fn add_flow(&mut self, instance: &Instance, admissible: &Admissible, index: usize) -> Flow {
        let arc = &instance.arcs[index];
        let demand = &instance.demands[arc.demand];
        let onward = instance.onward(index);
        let left = |demand: &Demand| demand.unmet_cost.unwrap_or(0);
        // Whoever is led on is left without there, unless flows from there say otherwise.
        let led_on = onward.map_or(0, |onward| left(&instance.demands[onward]));
        let cost = (arc.cost - left(demand) + led_on) as f64 / self.unit;
        let people = admissible.people[arc.demand];
        let most_people = |level| {
            let most = admissible.most_people(arc, level, demand.state);
            most.min(people as f64)
        };
        let opens = match instance.facilities[arc.facility].kind {
            FacilityKind::New { .. } => true,
            FacilityKind::Existing { .. } => false,
        };
        let way = way(demand, people);
        let column = match way {
            Way::Known => self.choice(cost * f64::from(demand.persons)),
            Way::Divided | Way::LedOn => {
                let whole = self.form == Form::Whole && !admissible.transport[arc.facility];
                let problem = &mut self.problem;
                problem.add_column_with_integrality(cost, 0.0..=people as f64, whole)
            }
        };
        if opens {
            let most = |level| match way {
                Way::Known => f64::from(u8::from(most_people(level) + 1e-9 >= people as f64)),
                Way::Divided | Way::LedOn => most_people(level),
            };
            let mut terms = self.opens(arc.facility, |level| -most(level));
            terms.push((column, 1.0));
            self.problem.add_row(..=0.0, terms);
        }
        let chosen = (way == Way::LedOn).then(|| {
            let chosen = self.choice(0.0);
            let all = -(people as f64);
            self.problem.add_row(..=0.0, [(column, 1.0), (chosen, all)]);
            chosen
        });
        Flow {
            column,
            persons: if way == Way::Known { demand.persons } else { 1 },
            chosen,
        }
    }

    /// Everybody is served or left without, and together where they must be.
    fn add_people(
        &mut self,
        instance: &Instance,
        demand: usize,
        way: Way,
        most: i64,
        arcs: &[usize],
        led_on: &[(Col, f64)],
    ) {
        if most == 0 {
            return;
        }
        let Demand {
            persons,
            unmet_cost,
            ..
        } = instance.demands[demand];
        let flows = arcs.iter().filter_map(|&arc| self.flow[arc].as_ref());
        let mut terms: Vec<_> = flows.clone().map(|flow| (flow.column, 1.0)).collect();
        terms.extend(led_on);
        let people = if way == Way::Known {
            1.0
        } else {
            f64::from(persons)
        };
        if way == Way::LedOn {
            let mut chosen: Vec<_> = flows.filter_map(|flow| Some((flow.chosen?, 1.0))).collect();
            if unmet_cost.is_some() {
                let left = Left {
                    persons: self.problem.add_column(0.0, 0.0..=most as f64),
                    chosen: self.choice(0.0),
                };
                terms.push((left.persons, 1.0));
                chosen.push((left.chosen, 1.0));
                let all = -(most as f64);
                self.problem
                    .add_row(..=0.0, [(left.persons, 1.0), (left.chosen, all)]);
                self.left.insert(demand, left);
            }
            self.problem.add_row(..=1.0, chosen);
            self.problem.add_row(people..=people, terms);
        } else if unmet_cost.is_some() {
            self.problem.add_row(..=people, terms);
        } else {
            self.problem.add_row(people..=people, terms);
        }
    }

    /// Loads within the windows of what is open.
    fn add_loads(
        &mut self,
        instance: &Instance,
        admissible: &Admissible,
        (facility, state): (usize, usize),
        loads: Vec<(Col, f64)>,
    ) {
        if let FacilityKind::Existing { .. } = instance.facilities[facility].kind {
            let capacity = admissible.capacity[facility][state];
            self.problem.add_row(..=capacity, loads);
            return;
        }
        let window = |level| admissible.window(facility, level, state);
        let least = self.opens(facility, |level| -window(level).least);
        if !loads.is_empty() {
            let mut terms = self.opens(facility, |level| -window(level).capacity);
            terms.extend(&loads);
            self.problem.add_row(..=0.0, terms);
        }
        if !least.is_empty() {
            let mut terms = least;
            terms.extend(loads);
            self.problem.add_row(0.0.., terms);
        }
    }
}
