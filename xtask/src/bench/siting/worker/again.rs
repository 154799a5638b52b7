//! A planner changes one thing: a site is locked or dragged, and the plan is made
//! anew from the last one.

use super::ours::{Run, solve};
use super::package::Package;
use domain::{LatLon, Lock, LockState};
use planning::adapter::{FacilityOf, Problem};
use serde_json::{Value, json};
use siting::instance::{FacilityKind, Instance, Opened, Solution};
use siting::solver::relative_gap;
use std::collections::HashMap;
use std::error::Error;
use std::path::Path;

/// Changes of each kind.
const EACH: usize = 4;
/// A drag: some kilometres to the north-east.
const DRAG: LatLon = LatLon {
    lat: 0.03,
    lon: 0.05,
};
/// Seconds and gap of the plan that stands before the changes.
const BEFORE: (f64, f64) = (30.0, 0.001);

/// Makes the plan, then changes things one by one, each with so many seconds of processor.
pub fn run(dir: &Path, seconds: f64, gap: f64) -> Result<Value, Box<dyn Error>> {
    let mut package = Package::read(dir)?;
    let before = package.problem();
    let plan = solve(&before.instance, BEFORE.0, BEFORE.1, None)?
        .outcome
        .solution;
    let last = Last::new(&before, &plan);
    let by_size = sites_by_size(&before, &plan);
    let of = |open: bool| -> Vec<usize> {
        let rows = by_size.iter().filter(|row| (row.1 > 0) == open);
        rows.map(|row| row.0).collect()
    };
    let (open, closed) = (of(true), of(false));
    let mut runs = Vec::new();
    for (change, sites) in [("closed", &open), ("opened", &closed), ("dragged", &open)] {
        for &site in spread(sites).iter().take(EACH) {
            let kept = package.region.clone();
            let lock = |must| Lock {
                candidate: kept.candidates[site].id.clone(),
                service: None,
                places: None,
                must,
            };
            match change {
                "closed" => package.region.scenario.locks.push(lock(LockState::Closed)),
                "opened" => package.region.scenario.locks.push(lock(LockState::Open)),
                _ => drag(&mut package, site),
            }
            let said = again(&package, &last, seconds, gap)?;
            runs.push(
                json!({ "change": change, "site": kept.candidates[site].id.as_str(), "run": said }),
            );
            package.region = kept;
        }
    }
    Ok(json!({ "runs": runs }))
}

/// The last plan by what does not change: facilities and ways by their meaning.
struct Last {
    open: HashMap<(FacilityOf, usize), Opened>,
    site_payment: Vec<Option<usize>>,
    flow: HashMap<(usize, FacilityOf, usize), u32>,
}

impl Last {
    fn new(problem: &Problem<'_>, plan: &Solution) -> Self {
        let key = |facility: usize| (problem.facilities[facility], problem.services[facility]);
        let open = plan.open.iter().enumerate();
        let arcs = problem
            .instance
            .arcs
            .iter()
            .zip(&plan.flow)
            .filter(|(_, flow)| **flow > 0);
        Self {
            open: open
                .filter_map(|(facility, opened)| Some((key(facility), (*opened)?)))
                .collect(),
            site_payment: plan.site_payment.clone(),
            flow: arcs
                .map(|(arc, &flow)| {
                    let (of, service) = key(arc.facility);
                    ((arc.demand, of, service), flow)
                })
                .collect(),
        }
    }

    /// What of the plan still holds: facilities that are locked or whose people do not come any
    /// more close, their people are left without.
    fn start(&self, problem: &Problem<'_>) -> Option<Solution> {
        let instance = &problem.instance;
        let mut start = Solution::nothing(instance);
        let key = |facility: usize| (problem.facilities[facility], problem.services[facility]);
        for facility in 0..instance.facilities.len() {
            start.open[facility] = self.open.get(&key(facility)).copied();
        }
        for (at, arc) in instance.arcs.iter().enumerate() {
            let (of, service) = key(arc.facility);
            start.flow[at] = self
                .flow
                .get(&(arc.demand, of, service))
                .copied()
                .unwrap_or(0);
        }
        start.site_payment.clone_from(&self.site_payment);
        for (facility, load) in start.loads(instance, 0).into_iter().enumerate() {
            let opened = start.open[facility];
            let least = opened.map_or(0, |opened| {
                instance.levels(facility)[opened.level].window(0).min_load
            });
            if load < least || is_locked(instance, facility) {
                close(instance, &mut start, facility);
            }
        }
        let served = start.flow.iter().zip(&instance.arcs);
        for (&flow, arc) in served {
            start.unmet[arc.demand] = start.unmet[arc.demand].saturating_sub(flow);
        }
        for (site, open) in start.sites_open(instance).enumerate() {
            if !open {
                start.site_payment[site] = None;
            }
        }
        start.faults(instance).is_empty().then_some(start)
    }
}

fn is_locked(instance: &Instance, facility: usize) -> bool {
    let FacilityKind::New { site, .. } = instance.facilities[facility].kind else {
        return false;
    };
    let closed = siting::instance::Lock::Site { site, open: false };
    instance.locks.contains(&closed)
}

fn close(instance: &Instance, plan: &mut Solution, facility: usize) {
    plan.open[facility] = None;
    for (flow, arc) in plan.flow.iter_mut().zip(&instance.arcs) {
        if arc.facility == facility {
            *flow = 0;
        }
    }
}

fn again(package: &Package, last: &Last, seconds: f64, gap: f64) -> Result<Value, Box<dyn Error>> {
    let problem = package.problem();
    let start = last.start(&problem);
    let Run { outcome, cost, .. } = solve(&problem.instance, seconds, gap, start.as_ref())?;
    Ok(json!({
        "cpu": cost.cpu,
        "wall": cost.wall,
        "gap": relative_gap(outcome.objective, outcome.bound),
        "started": start.map(|start| start.cost(&problem.instance)),
        "objective": outcome.objective,
    }))
}

/// Rows of candidates where something may open, with the people whom the plan serves there; the
/// most first.
fn sites_by_size(problem: &Problem<'_>, plan: &Solution) -> Vec<(usize, i64)> {
    let mut people = vec![None; problem.region.candidates.len()];
    for (facility, of) in problem.facilities.iter().enumerate() {
        if let FacilityOf::Candidate(site) = *of {
            *people[site].get_or_insert(0) += i64::from(plan.open[facility].is_some());
        }
    }
    for (arc, &flow) in problem.instance.arcs.iter().zip(&plan.flow) {
        if let FacilityOf::Candidate(site) = problem.facilities[arc.facility] {
            *people[site].get_or_insert(0) += i64::from(flow);
        }
    }
    let rows = people.into_iter().enumerate();
    let mut rows: Vec<_> = rows
        .filter_map(|(site, people)| Some((site, people?)))
        .collect();
    rows.sort_by_key(|&(site, people)| (-people, site));
    rows
}

/// From the largest to the smallest, evenly.
fn spread(sites: &[usize]) -> Vec<usize> {
    let step = (sites.len() / EACH).max(1);
    sites.iter().copied().step_by(step).collect()
}

fn drag(package: &mut Package, site: usize) {
    let region = &mut package.region;
    let candidate = &region.candidates[site];
    let place = candidate
        .place
        .as_ref()
        .and_then(|id| region.place(id))
        .map(|place| place.at);
    if let Some(at) = candidate.at.or(place) {
        region.candidates[site].at = Some(LatLon {
            lat: at.lat + DRAG.lat,
            lon: at.lon + DRAG.lon,
        });
    }
}
