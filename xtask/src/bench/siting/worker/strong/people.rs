//! Who goes where: columns by arc, and the rows that hold them to what is open.

use super::model::Opening;
use highs::{Col, RowProblem};
use siting::instance::*;

/// Adds people by arc and those left without, as shares of their demand (whole people where
/// loads differ), and the rows about them.
pub fn people(
    problem: &mut RowProblem,
    instance: &Instance,
    unit: f64,
    openings: &[Vec<Opening<'_>>],
) {
    let facilities = instance.facilities.len();
    let mut people = People {
        instance,
        unit,
        openings,
        plain: plain(instance),
        roomy: roomy(instance),
        loads: vec![Vec::new(); facilities],
    };
    let mut rest = &instance.arcs[..];
    let mut least_load = 0.0;
    for (index, demand) in instance.demands.iter().enumerate() {
        let (arcs, others) = rest.split_at(rest.partition_point(|arc| arc.demand <= index));
        rest = others;
        if demand.persons > 0 {
            people.add(problem, demand, arcs);
            let least = arcs.iter().map(|arc| arc.load).min().unwrap_or(0);
            least_load += f64::from(demand.persons) * least as f64;
        }
    }
    for facility in 0..facilities {
        people.fit(problem, facility);
    }
    let all_served = instance
        .demands
        .iter()
        .all(|demand| demand.unmet_cost.is_none());
    if all_served && people.roomy.contains(&false) {
        let capacity = |opening: &Opening<'_>| opening.level.window(0).capacity as f64;
        let openings = openings.iter().flatten();
        let row: Vec<_> = openings
            .map(|opening| (opening.column, capacity(opening)))
            .collect();
        let there = instance.facilities.iter().map(existing).sum::<i64>() as f64;
        problem.add_row(least_load - there.., row);
    }
}

struct People<'a> {
    instance: &'a Instance,
    unit: f64,
    openings: &'a [Vec<Opening<'a>>],
    /// Per facility: whether each person is as heavy a load as any other, so that shares do.
    plain: Vec<bool>,
    /// Per facility: whether all who may come fit into any of its levels, and nobody need come.
    roomy: Vec<bool>,
    /// Per facility: its load.
    loads: Vec<Vec<(Col, f64)>>,
}

impl People<'_> {
    fn add(&mut self, problem: &mut RowProblem, demand: &Demand, arcs: &[Arc]) {
        let cost = arcs.first().map_or(0, |arc| arc.cost);
        let alike = |arc: &Arc| arc.cost == cost && self.roomy[arc.facility];
        match demand.unmet_cost {
            Some(unmet) if arcs.iter().all(alike) => {
                self.add_covered(problem, f64::from(demand.persons), arcs, cost, unmet);
            }
            _ => self.add_served(problem, demand, arcs),
        }
    }

    /// Served costs the same wherever it is: only whether anything is open matters.
    fn add_covered(
        &self,
        problem: &mut RowProblem,
        persons: f64,
        arcs: &[Arc],
        cost: i64,
        unmet: i64,
    ) {
        let without = problem.add_column(persons * (unmet - cost) as f64 / self.unit, 0..=1);
        let open = arcs.iter().flat_map(|arc| &self.openings[arc.facility]);
        let open = open.map(|opening| (opening.column, 1.0));
        problem.add_row(1.., std::iter::once((without, 1.0)).chain(open));
        // What everybody costs at least.
        problem.add_column(persons * cost as f64 / self.unit, 1..=1);
    }

    fn add_served(&mut self, problem: &mut RowProblem, demand: &Demand, arcs: &[Arc]) {
        let persons = f64::from(demand.persons);
        let whole = !demand.single_source && arcs.iter().any(|arc| !self.plain[arc.facility]);
        let (part, most) = if whole {
            (1.0, persons)
        } else {
            (persons, 1.0)
        };
        let integral = whole || demand.single_source;
        let mut all = Vec::with_capacity(arcs.len() + 1);
        for arc in arcs {
            let cost = part * arc.cost as f64 / self.unit;
            let column = problem.add_column_with_integrality(cost, 0.0..=most, integral);
            all.push((column, 1.0));
            if !self.roomy[arc.facility] {
                self.loads[arc.facility].push((column, part * arc.load as f64));
            }
            if let FacilityKind::New { .. } = self.instance.facilities[arc.facility].kind {
                let open = self.openings[arc.facility].iter();
                let open = open.map(|opening| (opening.column, -most));
                problem.add_row(..=0, std::iter::once((column, 1.0)).chain(open));
            }
        }
        if let Some(unmet) = demand.unmet_cost {
            let cost = part * unmet as f64 / self.unit;
            all.push((problem.add_column(cost, 0.0..=most), 1.0));
        }
        problem.add_row(most..=most, all);
    }

    /// Loads lie within the windows of what is open.
    fn fit(&mut self, problem: &mut RowProblem, facility: usize) {
        let load = std::mem::take(&mut self.loads[facility]);
        let kind = &self.instance.facilities[facility].kind;
        if let FacilityKind::Existing { .. } = kind {
            if !load.is_empty() {
                problem.add_row(
                    ..=existing(&self.instance.facilities[facility]) as f64,
                    load,
                );
            }
            return;
        }
        let openings = &self.openings[facility];
        let against = |of: fn(Window) -> i64| {
            let term = move |opening: &Opening<'_>| -(of(opening.level.window(0)) as f64);
            let windows = openings
                .iter()
                .map(move |opening| (opening.column, term(opening)));
            load.iter().copied().chain(windows)
        };
        if openings
            .iter()
            .any(|opening| opening.level.window(0).min_load > 0)
        {
            problem.add_row(0.., against(|window| window.min_load));
        }
        if !load.is_empty() {
            problem.add_row(..=0, against(|window| window.capacity));
        }
    }
}

/// What is there already.
fn existing(facility: &Facility) -> i64 {
    match &facility.kind {
        FacilityKind::Existing { capacity } => capacity.first().copied().unwrap_or(0),
        FacilityKind::New { .. } => 0,
    }
}

fn plain(instance: &Instance) -> Vec<bool> {
    let mut load: Vec<Option<i64>> = vec![None; instance.facilities.len()];
    let mut plain = vec![true; instance.facilities.len()];
    for arc in &instance.arcs {
        let known = *load[arc.facility].get_or_insert(arc.load);
        plain[arc.facility] &= known == arc.load;
    }
    plain
}

fn roomy(instance: &Instance) -> Vec<bool> {
    let mut most = vec![0; instance.facilities.len()];
    for arc in &instance.arcs {
        most[arc.facility] += arc.load * i64::from(instance.demands[arc.demand].persons);
    }
    let roomy = |(facility, most): (&Facility, i64)| match &facility.kind {
        FacilityKind::Existing { .. } => false,
        FacilityKind::New { levels, .. } => levels.iter().all(|level| {
            let window = level.window(0);
            window.min_load == 0 && window.capacity >= most
        }),
    };
    instance.facilities.iter().zip(most).map(roomy).collect()
}
