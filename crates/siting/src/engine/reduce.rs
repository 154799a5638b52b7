//! Demands that no plan can tell apart are one: same state, same cost of being
//! left, same arcs at the same costs and loads. Exact: people are only counted.

use crate::instance::{Arc, Instance, Solution};
use std::borrow::Cow;
use std::hash::{DefaultHasher, Hash, Hasher};

/// An instance in which such demands are merged.
pub(super) struct Reduced<'a> {
    instance: Cow<'a, Instance>,
    /// Per demand: the one that stands for it here.
    group: Vec<u32>,
}

impl<'a> Reduced<'a> {
    pub fn new(instance: &'a Instance) -> Self {
        let group = groups(instance);
        let count = group.iter().max().map_or(0, |last| *last as usize + 1);
        if count == instance.demands.len() {
            return Self {
                instance: Cow::Borrowed(instance),
                group,
            };
        }
        let mut demands: Vec<Option<crate::instance::Demand>> = vec![None; count];
        let mut first = vec![usize::MAX; count];
        for (index, demand) in instance.demands.iter().enumerate() {
            let at = group[index] as usize;
            match &mut demands[at] {
                Some(merged) => merged.persons += demand.persons,
                none => {
                    *none = Some(demand.clone());
                    first[at] = index;
                }
            }
        }
        let mut arcs = Vec::new();
        for arc in &instance.arcs {
            let at = group[arc.demand] as usize;
            if first[at] == arc.demand {
                arcs.push(Arc { demand: at, ..*arc });
            }
        }
        let merged = Instance {
            demands: demands.into_iter().flatten().collect(),
            facilities: instance.facilities.clone(),
            sites: instance.sites.clone(),
            arcs,
            ceilings: instance.ceilings.clone(),
            apart: instance.apart.clone(),
            locks: instance.locks.clone(),
            onward: Vec::new(),
        };
        Self {
            instance: Cow::Owned(merged),
            group,
        }
    }

    pub fn instance(&self) -> &Instance {
        &self.instance
    }

    fn is_whole(&self) -> bool {
        matches!(self.instance, Cow::Borrowed(_))
    }

    /// A solution of the whole as one of the smaller instance.
    pub fn inside(&self, whole: &Instance, solution: &Solution) -> Solution {
        if self.is_whole() || solution.flow.len() != whole.arcs.len() {
            return solution.clone();
        }
        let mut flow = vec![0; self.instance.arcs.len()];
        let mut unmet = vec![0; self.instance.demands.len()];
        for (demand, left) in solution.unmet.iter().enumerate() {
            unmet[self.group[demand] as usize] += left;
        }
        let first = first_arcs(&self.instance);
        let starts = first_arcs(whole);
        for demand in 0..whole.demands.len() {
            let at = self.group[demand] as usize;
            for (offset, arc) in (starts[demand]..starts[demand + 1]).enumerate() {
                flow[first[at] + offset] += solution.flow[arc];
            }
        }
        Solution {
            flow,
            unmet,
            ..solution.clone()
        }
    }

    /// A solution of the smaller instance as one of the whole.
    pub fn outside(&self, whole: &Instance, solution: &Solution) -> Solution {
        if self.is_whole() {
            return solution.clone();
        }
        let mut left = solution.flow.clone();
        let mut flow = vec![0; whole.arcs.len()];
        let mut unmet = vec![0; whole.demands.len()];
        let first = first_arcs(&self.instance);
        let starts = first_arcs(whole);
        for (demand, unmet) in unmet.iter_mut().enumerate() {
            let at = self.group[demand] as usize;
            let mut persons = whole.demands[demand].persons;
            for (offset, arc) in (starts[demand]..starts[demand + 1]).enumerate() {
                let taken = left[first[at] + offset].min(persons);
                left[first[at] + offset] -= taken;
                persons -= taken;
                flow[arc] = taken;
            }
            *unmet = persons;
        }
        Solution {
            flow,
            unmet,
            ..solution.clone()
        }
    }
}

/// Per demand: where its arcs begin; one entry more.
fn first_arcs(instance: &Instance) -> Vec<usize> {
    let mut first = vec![0; instance.demands.len() + 1];
    for arc in &instance.arcs {
        first[arc.demand + 1] += 1;
    }
    for demand in 0..instance.demands.len() {
        first[demand + 1] += first[demand];
    }
    first
}

/// Numbers demands so that those that are alike bear one number.
fn groups(instance: &Instance) -> Vec<u32> {
    let alone = (0..instance.demands.len() as u32).collect();
    if !instance.onward.is_empty()
        || !instance
            .arcs
            .is_sorted_by_key(|arc| (arc.demand, arc.facility))
    {
        return alone;
    }
    let first = first_arcs(instance);
    let arcs = |demand: usize| &instance.arcs[first[demand]..first[demand + 1]];
    let mut by_hash: Vec<(u64, u32)> = Vec::new();
    for (index, demand) in instance.demands.iter().enumerate() {
        if demand.single_source {
            continue;
        }
        let mut hasher = DefaultHasher::new();
        (demand.state, demand.unmet_cost).hash(&mut hasher);
        for arc in arcs(index) {
            (arc.facility, arc.cost, arc.load).hash(&mut hasher);
        }
        by_hash.push((hasher.finish(), index as u32));
    }
    by_hash.sort_unstable();
    let mut stands_for: Vec<u32> = alone;
    let alike = |a: usize, b: usize| {
        let (one, other) = (&instance.demands[a], &instance.demands[b]);
        let same =
            |(a, b): (&Arc, &Arc)| (a.facility, a.cost, a.load) == (b.facility, b.cost, b.load);
        (one.state, one.unmet_cost) == (other.state, other.unmet_cost)
            && arcs(a).len() == arcs(b).len()
            && arcs(a).iter().zip(arcs(b)).all(same)
    };
    let persons = |demand: u32| instance.demands[demand as usize].persons;
    // Of those that the last one stands for.
    let mut together = by_hash.first().map_or(0, |first| persons(first.1));
    for pair in by_hash.windows(2) {
        let (before, here) = (stands_for[pair[0].1 as usize], pair[1].1);
        // No more are counted as one than a number of people can tell.
        let sum = together.checked_add(persons(here));
        match sum.filter(|_| pair[0].0 == pair[1].0 && alike(before as usize, here as usize)) {
            Some(sum) => {
                stands_for[here as usize] = before;
                together = sum;
            }
            None => together = persons(here),
        }
    }
    let mut number = vec![u32::MAX; instance.demands.len()];
    let mut count = 0;
    stands_for
        .iter()
        .map(|&of| {
            if number[of as usize] == u32::MAX {
                number[of as usize] = count;
                count += 1;
            }
            number[of as usize]
        })
        .collect()
}
