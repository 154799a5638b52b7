//! The transport problem by the primal network simplex method with strongly
//! feasible trees (W. H. Cunningham, "A network simplex method", Mathematical
//! Programming 11, 1976; Ahuja, Magnanti, Orlin, *Network Flows*, 1993, chapter 11).
//!
//! Nodes are the demands, the facilities and a root. Arcs lead from demands to
//! open facilities; from each demand to the root (left without); from each open
//! facility to the root, for people above its minimum. The minimum itself is
//! asked for at the facility. Forced arcs at a prohibitive cost stand in where
//! somebody must be served or a minimum be met: flow on them at the end means that it cannot be.

mod pivot;
mod start;
mod tree;

use super::market::Market;
use pivot::Entering;
use tree::Tree;

/// How many people a facility may and must serve.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Room {
    pub least: i64,
    /// 0: closed.
    pub most: i64,
}

/// A transport problem with its last basis, from which the next search begins.
#[derive(Debug, Clone)]
pub(super) struct Network {
    demands: usize,
    /// Where each facility's arcs begin; one entry more than facilities.
    first: Vec<u32>,
    /// The demand from which each arc comes.
    from: Vec<u32>,
    cost: Vec<i64>,
    /// Index into [`crate::instance::Instance::arcs`].
    arc: Vec<u32>,
    /// Cost of leaving a person of each demand without, or of forcing it.
    unmet: Vec<i64>,
    /// Whether each demand must be served.
    must: Vec<bool>,
    supply: Vec<i64>,
    rooms: Vec<Room>,
    open: Vec<u32>,
    arcs_open: usize,
    tree: Tree,
    /// Whether `tree` is a basis for `supply` and `rooms`.
    warm: bool,
    /// Position in `open` where pricing goes on.
    cursor: usize,
    pub pivots: u64,
}

impl Network {
    /// Arcs sorted by facility; their costs come with [`Network::price`].
    pub fn new(market: &Market) -> Self {
        let (demands, facilities) = (market.demands.len(), market.facilities.len());
        let mut first = vec![0u32; facilities + 1];
        for &to in &market.to {
            first[to as usize + 1] += 1;
        }
        for facility in 0..facilities {
            first[facility + 1] += first[facility];
        }
        let mut next = first.clone();
        let (mut from, mut arc) = (vec![0; market.to.len()], vec![0; market.to.len()]);
        for demand in 0..demands {
            for (index, to) in market.arcs_of(demand) {
                let at = next[to] as usize;
                next[to] += 1;
                from[at] = demand as u32;
                arc[at] = index as u32;
            }
        }
        Self {
            demands,
            first,
            from,
            cost: vec![0; arc.len()],
            arc,
            unmet: vec![0; demands],
            must: vec![false; demands],
            supply: vec![0; demands],
            rooms: vec![Room::default(); facilities],
            open: Vec::new(),
            arcs_open: 0,
            tree: Tree::new(demands, facilities),
            warm: false,
            cursor: 0,
            pivots: 0,
        }
    }

    /// Sets the costs of arcs and of being left without (`None`: must be served).
    pub fn price(&mut self, cost: impl Fn(usize) -> i64, unmet: impl Fn(usize) -> Option<i64>) {
        let mut largest = vec![0i64; self.demands];
        for (at, &arc) in self.arc.iter().enumerate() {
            self.cost[at] = cost(arc as usize);
            let largest = &mut largest[self.from[at] as usize];
            *largest = (*largest).max(self.cost[at].saturating_abs());
        }
        for (demand, largest) in largest.iter_mut().enumerate() {
            let cost = unmet(demand);
            self.must[demand] = cost.is_none();
            self.unmet[demand] = cost.unwrap_or(0);
            *largest = (*largest).max(self.unmet[demand].saturating_abs());
        }
        // A cycle meets each demand at most once, by two arcs.
        let sum = largest
            .iter()
            .fold(0i64, |sum, &one| sum.saturating_add(one));
        self.tree.big = sum.saturating_mul(2).saturating_add(1).min(1 << 60);
        for demand in 0..self.demands {
            if self.must[demand] {
                self.unmet[demand] = self.tree.big;
            }
        }
        if self.warm {
            self.tree.reprice(&self.cost, &self.unmet);
        }
    }

    /// Finds the cheapest flow; `false` if minima or must-serve demands cannot be met.
    pub fn solve(&mut self, market: &Market, supply: &[i64], rooms: &[Room]) -> bool {
        self.begin(market, supply, rooms);
        while let Some(entering) = self.entering() {
            self.pivots += 1;
            let rooms = &self.rooms;
            self.tree.pivot(entering, |facility| {
                rooms[facility].most - rooms[facility].least
            });
        }
        self.tree.is_feasible(&self.must)
    }

    /// Price of serving one person more of a demand.
    pub fn demand_price(&self, demand: usize) -> i64 {
        self.tree.price[demand]
    }

    /// What one person more in its capacity saves (positive), or one fewer in its minimum (negative).
    pub fn facility_price(&self, facility: usize) -> i64 {
        self.tree.price[self.demands + facility]
    }

    /// Facilities that are open.
    pub fn open(&self) -> &[u32] {
        &self.open
    }

    /// Calls back with each arc (of the instance) that carries people.
    pub fn flows(&self, mut arc: impl FnMut(usize, i64)) {
        for node in 0..self.tree.parent.len() - 1 {
            if self.tree.is_way(node) && self.tree.flow[node] > 0 {
                let link = self.tree.link[node] as usize;
                arc(self.arc[link] as usize, self.tree.flow[node]);
            }
        }
    }

    /// People of a demand who are left without.
    pub fn left(&self, demand: usize) -> i64 {
        if self.tree.parent[demand] == self.tree.root() as u32 {
            self.tree.flow[demand]
        } else {
            0
        }
    }

    /// What the flow costs.
    pub fn total(&self) -> i64 {
        let nodes = 0..self.tree.parent.len() - 1;
        let ways = nodes.filter(|&node| self.tree.is_way(node));
        let served: i64 = ways
            .map(|node| self.tree.flow[node] * self.cost[self.tree.link[node] as usize])
            .sum();
        let left = (0..self.demands).map(|demand| self.left(demand) * self.unmet[demand]);
        served + left.sum::<i64>()
    }

    /// The arc that promises most of a block of arcs; `None` when none promises anything.
    fn entering(&mut self) -> Option<Entering> {
        let block = (self.arcs_open / 8).clamp(32, 1024);
        let places = self.open.len() + 1;
        let (mut best, mut found) = (0i64, None);
        let mut looked_at = 0;
        for _ in 0..places {
            if self.cursor >= places {
                self.cursor = 0;
            }
            looked_at += match self.open.get(self.cursor) {
                Some(&facility) => self.look_at(facility as usize, &mut best, &mut found),
                None => self.look_at_unmet(&mut best, &mut found),
            };
            self.cursor += 1;
            if looked_at >= block && found.is_some() {
                break;
            }
        }
        found
    }

    fn look_at(&self, facility: usize, best: &mut i64, found: &mut Option<Entering>) -> usize {
        let node = self.demands + facility;
        let here = self.tree.price[node];
        let room = self.rooms[facility].most - self.rooms[facility].least;
        let full = self.tree.full[facility];
        let gain = if full { here } else { -here };
        if gain < *best && room > 0 && self.tree.link[node] != tree::OUT {
            *best = gain;
            *found = Some(Entering::occupancy(
                node,
                self.tree.root(),
                full,
                room,
                here,
            ));
        }
        let range = self.first[facility] as usize..self.first[facility + 1] as usize;
        let (from, cost) = (&self.from[range.clone()], &self.cost[range.clone()]);
        let prices = &self.tree.price[..self.demands];
        let (mut least, mut at) = (*best, usize::MAX);
        for (offset, (&demand, &cost)) in from.iter().zip(cost).enumerate() {
            let reduced = cost - prices[demand as usize];
            if reduced + here < least {
                least = reduced + here;
                at = offset;
            }
        }
        if at != usize::MAX {
            *best = least;
            let link = (range.start + at) as u32;
            *found = Some(Entering::way(from[at] as usize, node, link, least));
        }
        from.len()
    }

    fn look_at_unmet(&self, best: &mut i64, found: &mut Option<Entering>) -> usize {
        for demand in 0..self.demands {
            let reduced = self.unmet[demand] - self.tree.price[demand];
            if reduced < *best && !self.must[demand] {
                *best = reduced;
                *found = Some(Entering::way(demand, self.tree.root(), tree::OUT, reduced));
            }
        }
        self.demands
    }
}
