//! Who uses sites together, and what each group costs in the plan.

use crate::adapter::{Point, Problem};
use domain::{SiteRef, TerritoryId};
use siting::instance::{FacilityKind, Solution};
use std::collections::BTreeMap;

/// Municipalities and the people of each.
pub(super) struct Municipalities<'r> {
    /// Those in which somebody needs something, in the package's order.
    pub ids: Vec<&'r TerritoryId>,
    /// Per demand: whose people they are, as an index into `ids`.
    pub of_demand: Vec<usize>,
}

impl<'r> Municipalities<'r> {
    pub fn new(problem: &Problem<'r>) -> Self {
        let region = problem.region;
        let places: BTreeMap<_, _> = region
            .places
            .iter()
            .map(|place| (&place.id, region.municipality_of(&place.territory)))
            .collect();
        // A checked package has the place of each demand point.
        let home = |point: &Point| places.get(&point.of.place).copied();
        let homes: Vec<_> = problem.points.iter().map(home).collect();
        let rows = region.territories.iter().map(|row| &row.id);
        let ids: Vec<_> = rows.filter(|id| homes.contains(&Some(id))).collect();
        let index: BTreeMap<_, _> = ids.iter().enumerate().map(|(at, id)| (*id, at)).collect();
        let of = |home: &Option<&TerritoryId>| home.and_then(|id| index.get(id)).copied();
        let mut of_demand: Vec<usize> = homes
            .iter()
            .map(|home| of(home).unwrap_or(ids.len()))
            .collect();
        // Demands that keep books are nobody's.
        of_demand.resize(problem.instance.demands.len(), ids.len());
        Self { ids, of_demand }
    }

    /// The municipalities by group: those whose people use a site together,
    /// directly or through others. Both in order.
    pub fn groups(&self, problem: &Problem<'_>, plan: &Solution) -> Vec<Vec<usize>> {
        let mut group: Vec<usize> = (0..self.ids.len()).collect();
        let mut users: BTreeMap<SiteRef, usize> = BTreeMap::new();
        for (arc, &persons) in problem.instance.arcs.iter().zip(&plan.flow) {
            let one = self.of_demand[arc.demand];
            if persons == 0 || one == self.ids.len() {
                continue;
            }
            let Some(site) = problem.site(arc.facility) else {
                continue;
            };
            let other = *users.entry(site).or_insert(one);
            let (one, other) = (group[one], group[other]);
            for member in &mut group {
                if *member == one.max(other) {
                    *member = one.min(other);
                }
            }
        }
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (at, &first) in group.iter().enumerate() {
            groups.entry(first).or_default().push(at);
        }
        groups.into_values().collect()
    }
}

/// What a municipality's people cost in a solution without what opens for them:
/// the ways that they take, and being left without.
pub(super) fn own_cost(
    problem: &Problem<'_>,
    plan: &Solution,
    is_its: impl Fn(usize) -> bool,
) -> i64 {
    let instance = &problem.instance;
    let served = instance.arcs.iter().zip(&plan.flow);
    let served = served.filter(|(arc, _)| is_its(arc.demand));
    let served: i64 = served
        .map(|(arc, &persons)| i64::from(persons) * arc.cost)
        .sum();
    let left = instance.demands.iter().zip(&plan.unmet).enumerate();
    let left = left.filter(|(demand, _)| is_its(*demand));
    let left: i64 = left
        .map(|(_, (demand, &persons))| i64::from(persons) * demand.unmet_cost.unwrap_or(0))
        .sum();
    served + left
}

/// What is drawn on each ceiling for some people: for the facilities that they use, and their sites.
pub(super) fn draws(
    problem: &Problem<'_>,
    plan: &Solution,
    is_its: impl Fn(usize) -> bool,
) -> Vec<i64> {
    let instance = &problem.instance;
    let used = used(problem, plan, is_its);
    let mut only = plan.clone();
    for (opened, used) in only.open.iter_mut().zip(used) {
        *opened = opened.filter(|_| used);
    }
    only.draws(instance)
}

/// The facilities that some people use.
fn used(problem: &Problem<'_>, plan: &Solution, is_its: impl Fn(usize) -> bool) -> Vec<bool> {
    let instance = &problem.instance;
    let mut used = vec![false; instance.facilities.len()];
    for (arc, &persons) in instance.arcs.iter().zip(&plan.flow) {
        used[arc.facility] |= persons > 0 && is_its(arc.demand);
    }
    used
}

/// What opens for some people in a solution: the facilities that they use, and their sites.
pub(super) fn opening_cost(
    problem: &Problem<'_>,
    plan: &Solution,
    is_its: impl Fn(usize) -> bool,
) -> i64 {
    let instance = &problem.instance;
    let used = used(problem, plan, is_its);
    let phases = plan.phases(instance);
    let mut sites = vec![false; instance.sites.len()];
    let mut cost = 0;
    for (at, facility) in instance.facilities.iter().enumerate() {
        if let (true, Some(opened), FacilityKind::New { site, levels }) =
            (used[at], plan.open[at], &facility.kind)
        {
            cost += levels[opened.level].fixed_cost;
            sites[*site] = true;
        }
    }
    let openings = instance.sites.iter().zip(phases).zip(sites);
    let openings = openings.filter(|(_, used)| *used);
    cost + openings
        .filter_map(|((site, phase), _)| Some(site.opening(phase?).fixed_cost))
        .sum::<i64>()
}
