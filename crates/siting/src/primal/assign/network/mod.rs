//! The transport problem by the primal network simplex method with strongly
//! feasible trees (W. H. Cunningham, "A network simplex method", Mathematical
//! Programming 11, 1976; Ahuja, Magnanti, Orlin, *Network Flows*, 1993, chapter 11).
//!
//! Nodes are the demands, the facilities and a root. Arcs lead from demands to
//! open facilities; from each demand to the root (left without); from each open
//! facility to the root, for people above its minimum. The minimum itself is
//! asked for at the facility. Forced arcs at a prohibitive cost stand in where
//! somebody must be served or a minimum be met: flow on them at the end means that it cannot be.

mod mend;
mod pivot;
mod pricing;
mod start;
mod tree;

use super::market::Market;
use pivot::Entering;
use pricing::Candidates;
use tree::Tree;

/// How many people a facility may and must serve.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Room {
    pub least: i64,
    /// 0: closed.
    pub most: i64,
}

/// A transport problem with its last bases, from the nearer of which the next search begins.
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
    /// Cost of whatever is forced.
    big: i64,
    open: Vec<u32>,
    arcs_open: usize,
    basis: Basis,
    /// The basis from which `basis` came: local search comes back to it.
    before: Basis,
    candidates: Candidates,
}

/// A tree, and what it is a basis for.
#[derive(Debug)]
struct Basis {
    tree: Tree,
    supply: Vec<i64>,
    rooms: Vec<Room>,
    /// Whether there is one.
    is_set: bool,
}

impl Clone for Basis {
    fn clone(&self) -> Self {
        Self {
            tree: self.tree.clone(),
            supply: self.supply.clone(),
            rooms: self.rooms.clone(),
            is_set: self.is_set,
        }
    }

    /// Keeps the memory that is there.
    fn clone_from(&mut self, other: &Self) {
        self.tree.clone_from(&other.tree);
        self.supply.clone_from(&other.supply);
        self.rooms.clone_from(&other.rooms);
        self.is_set = other.is_set;
    }
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
        let basis = Basis {
            tree: Tree::new(demands, facilities),
            supply: vec![0; demands],
            rooms: vec![Room::default(); facilities],
            is_set: false,
        };
        Self {
            demands,
            first,
            from,
            cost: vec![0; arc.len()],
            arc,
            unmet: vec![0; demands],
            must: vec![false; demands],
            big: 1,
            open: Vec::new(),
            arcs_open: 0,
            before: basis.clone(),
            basis,
            candidates: Candidates::default(),
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
        self.big = sum.saturating_mul(2).saturating_add(1).min(1 << 60);
        for demand in 0..self.demands {
            if self.must[demand] {
                self.unmet[demand] = self.big;
            }
        }
        self.before.is_set = false;
        if self.basis.is_set {
            self.reprice();
        }
    }

    /// Finds the cheapest flow; `false` if minima or must-serve demands cannot be met.
    pub fn solve(&mut self, market: &Market, supply: &[i64], rooms: &[Room]) -> bool {
        self.begin(market, supply, rooms);
        self.candidates.forget(self.open.len());
        while let Some(entering) = self.entering() {
            self.pivot(entering);
        }
        self.basis.tree.is_feasible(&self.must)
    }

    fn pivot(&mut self, entering: Entering) {
        let rooms = &self.basis.rooms;
        self.basis.tree.pivot(entering, |facility| {
            rooms[facility].most - rooms[facility].least
        });
    }

    fn reprice(&mut self) {
        self.basis.tree.reprice(&self.cost, &self.unmet, self.big);
    }

    /// Price of serving one person more of a demand.
    pub fn demand_price(&self, demand: usize) -> i64 {
        self.basis.tree.price[demand]
    }

    /// What one person more in its capacity saves (positive), or one fewer in its minimum (negative).
    pub fn facility_price(&self, facility: usize) -> i64 {
        self.basis.tree.price[self.demands + facility]
    }

    /// Facilities that are open.
    pub fn open(&self) -> &[u32] {
        &self.open
    }

    /// Calls back with each arc (of the instance) that carries people.
    pub fn flows(&self, mut arc: impl FnMut(usize, i64)) {
        for node in 0..self.basis.tree.parent.len() - 1 {
            if self.basis.tree.is_way(node) && self.basis.tree.flow[node] > 0 {
                let link = self.basis.tree.link[node] as usize;
                arc(self.arc[link] as usize, self.basis.tree.flow[node]);
            }
        }
    }

    /// People of a demand who are left without.
    pub fn left(&self, demand: usize) -> i64 {
        if self.basis.tree.parent[demand] == self.basis.tree.root() as u32 {
            self.basis.tree.flow[demand]
        } else {
            0
        }
    }

    /// What the flow costs.
    pub fn total(&self) -> i64 {
        let nodes = 0..self.basis.tree.parent.len() - 1;
        let ways = nodes.filter(|&node| self.basis.tree.is_way(node));
        let served: i64 = ways
            .map(|node| self.basis.tree.flow[node] * self.cost[self.basis.tree.link[node] as usize])
            .sum();
        let left = (0..self.demands).map(|demand| self.left(demand) * self.unmet[demand]);
        served + left.sum::<i64>()
    }
}
