//! Markets: what the arcs of one state connect.

use crate::instance::{Arc, FacilityKind, Instance};

/// Demands and facilities of one state that arcs connect, numbered within the market.
#[derive(Debug, Clone)]
pub(super) struct Market {
    pub state: usize,
    /// Index into [`Instance::demands`].
    pub demands: Vec<u32>,
    /// Index into [`Instance::facilities`].
    pub facilities: Vec<u32>,
    /// Where each demand's arcs begin in `arcs` and `to`; one entry more than demands.
    pub first: Vec<u32>,
    /// Index into [`Instance::arcs`], each demand's cheapest first.
    pub arcs: Vec<u32>,
    /// The facility that each arc of `arcs` leads to.
    pub to: Vec<u32>,
    /// Load of a person at each facility, where it is the same for everybody.
    pub loads: Vec<Option<i64>>,
    /// Load of a person of each demand, where it is the same everywhere for all demands; else empty.
    pub weights: Vec<i64>,
    /// Whether some demand goes to one facility as a whole.
    pub single: bool,
}

impl Market {
    /// The arcs of a demand, each with the facility that it leads to; cheapest first.
    pub fn arcs_of(&self, demand: usize) -> impl Iterator<Item = (usize, usize)> + '_ {
        let range = self.first[demand] as usize..self.first[demand + 1] as usize;
        let arcs = self.arcs[range.clone()].iter();
        arcs.zip(&self.to[range])
            .map(|(&arc, &to)| (arc as usize, to as usize))
    }

    /// Whether people can be divided at will and count alike at each facility.
    pub fn is_transport(&self) -> bool {
        !self.single && self.loads.iter().all(Option::is_some)
    }

    /// Sorts each demand's arcs by a cost.
    pub fn sort(&mut self, cost: impl Fn(usize) -> i64) {
        let mut sorted: Vec<(i64, u32, u32)> = Vec::new();
        for demand in 0..self.demands.len() {
            sorted.clear();
            let arcs = self.arcs_of(demand);
            sorted.extend(arcs.map(|(arc, to)| (cost(arc), arc as u32, to as u32)));
            sorted.sort_unstable();
            let first = self.first[demand] as usize;
            for (offset, &(_, arc, to)) in sorted.iter().enumerate() {
                self.arcs[first + offset] = arc;
                self.to[first + offset] = to;
            }
        }
    }
}

/// The markets of an instance, by state and lowest demand.
///
/// A facility that must be used in a state in which nobody can reach it is a market of its own.
pub(super) fn markets(instance: &Instance) -> Vec<Market> {
    let (states, facilities) = (instance.states(), instance.facilities.len());
    let node = |demand: usize, facility: usize| {
        instance.demands.len() + instance.demands[demand].state * facilities + facility
    };
    let mut sets = Sets::new(instance.demands.len() + states * facilities);
    let mut used = vec![false; states * facilities];
    for arc in &instance.arcs {
        let facility = node(arc.demand, arc.facility);
        used[facility - instance.demands.len()] = true;
        sets.join(arc.demand, facility);
    }
    for (facility, what) in instance.facilities.iter().enumerate() {
        let FacilityKind::New { levels, .. } = &what.kind else {
            continue;
        };
        for level in levels {
            for (state, window) in level.windows.iter().enumerate().take(states) {
                used[state * facilities + facility] |= window.min_load > 0;
            }
        }
    }
    let mut markets = Vec::new();
    let mut of_root = vec![u32::MAX; sets.parent.len()];
    let mut local = vec![0u32; sets.parent.len()];
    for (demand, what) in instance.demands.iter().enumerate() {
        let at = number(&mut markets, &mut of_root[sets.root(demand)], what.state);
        markets[at].single |= what.single_source;
        markets[at].demands.push(demand as u32);
    }
    for (index, _) in used.iter().enumerate().filter(|(_, used)| **used) {
        let (state, facility) = (index / facilities, index % facilities);
        let root = sets.root(instance.demands.len() + index);
        let market = number(&mut markets, &mut of_root[root], state);
        local[instance.demands.len() + index] = markets[market].facilities.len() as u32;
        markets[market].facilities.push(facility as u32);
    }
    for market in &mut markets {
        fill(market, instance, |arc| {
            local[node(arc.demand, arc.facility)]
        });
    }
    markets
}

/// The number of the market of a set, which is made when it is first asked for.
fn number(markets: &mut Vec<Market>, of_root: &mut u32, state: usize) -> usize {
    if *of_root == u32::MAX {
        *of_root = markets.len() as u32;
        markets.push(Market {
            state,
            demands: Vec::new(),
            facilities: Vec::new(),
            first: vec![0],
            arcs: Vec::new(),
            to: Vec::new(),
            loads: Vec::new(),
            weights: Vec::new(),
            single: false,
        });
    }
    *of_root as usize
}

fn fill(market: &mut Market, instance: &Instance, local: impl Fn(&Arc) -> u32) {
    let mut loads: Vec<Option<Option<i64>>> = vec![None; market.facilities.len()];
    let mut is_weighted = true;
    for &demand in &market.demands {
        let begin = instance
            .arcs
            .partition_point(|arc| arc.demand < demand as usize);
        let arcs = instance.arcs[begin..].iter();
        let arcs = arcs.take_while(|arc| arc.demand == demand as usize);
        let weight = arcs.clone().next().map_or(1, |arc| arc.load);
        is_weighted &= weight > 0 && arcs.clone().all(|arc| arc.load == weight);
        market.weights.push(weight);
        for (offset, arc) in arcs.enumerate() {
            let to = local(arc);
            market.arcs.push((begin + offset) as u32);
            market.to.push(to);
            let load = &mut loads[to as usize];
            *load = match *load {
                None => Some(Some(arc.load)),
                Some(before) => Some(before.filter(|&before| before == arc.load)),
            };
        }
        market.first.push(market.arcs.len() as u32);
    }
    if !is_weighted {
        market.weights.clear();
    }
    market.loads = loads
        .into_iter()
        .map(|load| load.unwrap_or(Some(1)))
        .collect();
    market.sort(|arc| instance.arcs[arc].cost);
}

/// Disjoint sets.
struct Sets {
    parent: Vec<u32>,
}

impl Sets {
    fn new(len: usize) -> Self {
        Self {
            parent: (0..len as u32).collect(),
        }
    }

    fn root(&mut self, mut at: usize) -> usize {
        while self.parent[at] as usize != at {
            self.parent[at] = self.parent[self.parent[at] as usize];
            at = self.parent[at] as usize;
        }
        at
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.parent[a.max(b)] = a.min(b) as u32;
    }
}
