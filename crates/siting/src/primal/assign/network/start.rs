//! The basis from which a search begins: one made by sending everybody to the
//! cheapest place with room.

use super::super::market::Market;
use super::tree::{FORCED, NONE, OUT};
use super::{Network, Room};

impl Network {
    /// Makes a basis for what is asked now: from the nearer of the two at hand, if one is near.
    pub(super) fn begin(&mut self, market: &Market, supply: &[i64], rooms: &[Room]) {
        let far = |basis: &super::Basis| {
            let changed = basis.rooms.iter().zip(rooms).filter(|(was, is)| was != is);
            let is_usable = basis.is_set && basis.supply == supply;
            if is_usable {
                changed.count()
            } else {
                usize::MAX
            }
        };
        let (mut changes, before) = (far(&self.basis), far(&self.before));
        if before < changes {
            std::mem::swap(&mut self.basis, &mut self.before);
            changes = before;
        }
        self.open.clear();
        let open = (0..rooms.len()).filter(|&at| rooms[at].most > 0);
        self.open.extend(open.map(|at| at as u32));
        let arcs = |&at: &u32| (self.first[at as usize + 1] - self.first[at as usize]) as usize;
        self.arcs_open = self.open.iter().map(arcs).sum();
        if changes == 0 {
            return;
        }
        if changes < usize::MAX && changes * 4 <= self.open.len() {
            self.before.clone_from(&self.basis);
            self.mend(market, rooms);
        } else {
            self.basis.supply.clear();
            self.basis.supply.extend_from_slice(supply);
            self.basis.rooms.copy_from_slice(rooms);
            self.fill(market);
            self.basis.is_set = true;
        }
        self.reprice();
    }

    /// Hangs a facility that serves some people on the root; there is room for more.
    pub(super) fn hang(&mut self, facility: usize, served: i64) {
        let (node, root) = (self.demands + facility, self.basis.tree.root());
        let least = self.basis.rooms[facility].least;
        let (link, flow) = if served < least {
            (FORCED, least - served)
        } else {
            (OUT, served - least)
        };
        self.basis.tree.attach(node, root, link, flow);
    }

    /// The link by which people of a demand are left without.
    pub(super) fn without(&self, demand: usize) -> u32 {
        if self.must[demand] { FORCED } else { OUT }
    }

    /// Sends demand after demand to its cheapest places with room, those first who lose most by waiting.
    ///
    /// A facility that fills up hangs below the demand that fills it; that demand
    /// hangs below the place where its other people go.
    fn fill(&mut self, market: &Market) {
        let root = self.basis.tree.root();
        self.basis.tree.clear();
        let mut served = vec![0i64; self.basis.rooms.len()];
        for demand in self.by_regret(market) {
            let mut rest = self.basis.supply[demand];
            for (arc, to) in market.arcs_of(demand) {
                if rest == 0 {
                    break;
                }
                let room = self.basis.rooms[to].most - served[to];
                if room == 0 {
                    continue;
                }
                let (node, link) = (self.demands + to, self.position(to, demand, arc));
                if room > rest {
                    self.basis.tree.attach(demand, node, link, rest);
                    served[to] += rest;
                    rest = 0;
                } else {
                    self.basis.tree.attach(node, demand, link, room);
                    served[to] += room;
                    rest -= room;
                    let room = self.basis.rooms[to];
                    self.basis.tree.full[to] = room.most > room.least;
                }
            }
            if self.basis.tree.parent[demand] == NONE {
                let link = self.without(demand);
                self.basis.tree.attach(demand, root, link, rest);
            }
        }
        for at in 0..self.open.len() {
            let facility = self.open[at] as usize;
            if self.basis.tree.parent[self.demands + facility] == NONE {
                self.hang(facility, served[facility]);
            }
        }
    }

    /// Demands by what their second choice costs more than their first.
    fn by_regret(&self, market: &Market) -> Vec<usize> {
        let mut demands: Vec<(i64, usize)> = (0..self.demands)
            .map(|demand| {
                let open = market.arcs_of(demand);
                let mut open = open.filter(|&(_, to)| self.basis.rooms[to].most > 0);
                let cost = |(arc, to)| self.cost[self.position(to, demand, arc) as usize];
                let (first, second) = (open.next().map(cost), open.next().map(cost));
                let worst = self.unmet[demand];
                let regret = second.unwrap_or(worst) - first.unwrap_or(worst);
                (-regret, demand)
            })
            .collect();
        demands.sort_unstable();
        demands.into_iter().map(|(_, demand)| demand).collect()
    }

    /// Where an arc stands among the facility's.
    pub(super) fn position(&self, facility: usize, demand: usize, arc: usize) -> u32 {
        let range = self.first[facility] as usize..self.first[facility + 1] as usize;
        let from = &self.from[range.clone()];
        let mut at = range.start + from.partition_point(|&from| from < demand as u32);
        while self.arc[at] != arc as u32 {
            at += 1;
        }
        at as u32
    }
}
