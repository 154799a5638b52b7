//! Which facilities and demands have to do with each other.

use crate::instance::{Arc, Instance};

/// Facilities that compete for the same people, directly, through others or
/// through people who are led on: in a region, those of one service. Numbered
/// in the order of their first facility.
pub(super) fn services(instance: &Instance) -> Vec<usize> {
    let facilities = instance.facilities.len();
    let mut groups = Groups::new(facilities + instance.demands.len());
    for arc in &instance.arcs {
        groups.join(arc.facility, facilities + arc.demand);
    }
    for onward in &instance.onward {
        let from = instance.arcs[onward.arc].demand;
        groups.join(facilities + from, facilities + onward.demand);
    }
    let roots: Vec<usize> = (0..facilities).map(|node| groups.root(node)).collect();
    let mut names = roots.clone();
    names.sort_unstable();
    names.dedup();
    roots
        .into_iter()
        .map(|root| names.partition_point(|&name| name < root))
        .collect()
}

/// Nodes that are joined; the least node of a group stands for it.
struct Groups {
    parent: Vec<usize>,
}

impl Groups {
    fn new(nodes: usize) -> Self {
        let parent = (0..nodes).collect();
        Self { parent }
    }

    fn root(&mut self, mut node: usize) -> usize {
        while self.parent[node] != node {
            self.parent[node] = self.parent[self.parent[node]];
            node = self.parent[node];
        }
        node
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.parent[a.max(b)] = a.min(b);
    }
}

/// Per facility: whether flows to it are whole by themselves once it is known
/// what opens. So they are when all facilities of the service are indifferent
/// to whom they serve, everybody decides alone, and nobody is led on: what
/// remains is a transport problem.
pub(super) fn transport(instance: &Instance) -> Vec<bool> {
    let services = services(instance);
    let mut whole = vec![true; instance.facilities.len()];
    for (arcs, &service) in arcs_by_facility(instance).iter().zip(&services) {
        whole[service] &= is_uniform(arcs);
    }
    for arc in &instance.arcs {
        whole[services[arc.facility]] &= !instance.demands[arc.demand].single_source;
    }
    for onward in &instance.onward {
        whole[services[instance.arcs[onward.arc].facility]] = false;
    }
    services.into_iter().map(|service| whole[service]).collect()
}

/// Per demand: how many people it has at most, with those who are led on to it.
pub(super) fn most_people(instance: &Instance) -> Vec<i64> {
    let mut from: Vec<(usize, usize)> = instance
        .onward
        .iter()
        .map(|onward| (onward.demand, instance.arcs[onward.arc].demand))
        .collect();
    from.sort_unstable();
    from.dedup();
    let persons = |demand: usize| i64::from(instance.demands[demand].persons);
    let mut most: Vec<i64> = (0..instance.demands.len()).map(persons).collect();
    for (demand, from) in from {
        most[demand] += persons(from);
    }
    most
}

/// The arcs of each facility.
pub(super) fn arcs_by_facility(instance: &Instance) -> Vec<Vec<Arc>> {
    let mut arcs = vec![Vec::new(); instance.facilities.len()];
    for arc in &instance.arcs {
        arcs[arc.facility].push(*arc);
    }
    arcs
}

/// Whether everybody is the same load.
pub(super) fn is_uniform(arcs: &[Arc]) -> bool {
    arcs.windows(2).all(|pair| pair[0].load == pair[1].load)
}
