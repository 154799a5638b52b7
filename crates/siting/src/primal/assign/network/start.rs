//! The tree from which a search begins: the last one, mended where facilities
//! opened or closed, or one made by sending everybody to the cheapest place with room.

use super::super::market::Market;
use super::pivot::Entering;
use super::tree::{FORCED, NONE, OUT};
use super::{Network, Room};

impl Network {
    pub(super) fn begin(&mut self, market: &Market, supply: &[i64], rooms: &[Room]) {
        let changed = (0..rooms.len()).filter(|&at| self.rooms[at] != rooms[at]);
        let changed: Vec<usize> = changed.collect();
        let is_near = self.warm && self.supply == supply && changed.len() * 4 <= self.open.len();
        if is_near && changed.is_empty() {
            return;
        }
        if is_near {
            for &facility in &changed {
                if self.rooms[facility].most > 0 {
                    self.close(facility);
                }
            }
        }
        self.rooms.copy_from_slice(rooms);
        self.open.clear();
        let open = (0..rooms.len()).filter(|&at| rooms[at].most > 0);
        self.open.extend(open.map(|at| at as u32));
        let arcs = |&at: &u32| (self.first[at as usize + 1] - self.first[at as usize]) as usize;
        self.arcs_open = self.open.iter().map(arcs).sum();
        if is_near {
            for &facility in &changed {
                if rooms[facility].most > 0 {
                    self.hang(facility, 0);
                }
            }
        } else {
            self.supply.clear();
            self.supply.extend_from_slice(supply);
            self.fill(market);
            self.warm = true;
        }
        self.tree.reprice(&self.cost, &self.unmet);
    }

    /// Hangs a facility that serves some people on the root; there is room for more.
    fn hang(&mut self, facility: usize, served: i64) {
        let (node, root) = (self.demands + facility, self.tree.root());
        let least = self.rooms[facility].least;
        if served < least {
            self.tree.attach(node, root, FORCED, least - served);
        } else {
            self.tree.attach(node, root, OUT, served - least);
        }
    }

    /// The link by which people of a demand are left without.
    fn without(&self, demand: usize) -> u32 {
        if self.must[demand] { FORCED } else { OUT }
    }

    /// Leaves those without whom a facility serves, and takes it out of the tree.
    fn close(&mut self, facility: usize) {
        let (node, root) = (self.demands + facility, self.tree.root());
        let served: Vec<usize> = self.tree.children(node).collect();
        for demand in served {
            let flow = self.tree.flow[demand];
            self.tree.detach(demand);
            let link = self.without(demand);
            self.tree.attach(demand, root, link, flow);
        }
        self.tree.reprice(&self.cost, &self.unmet);
        let (above, flow) = (self.tree.parent[node] as usize, self.tree.flow[node]);
        self.tree.detach(node);
        self.tree.full[facility] = false;
        if above == root {
            return;
        }
        if self.tree.parent[above] == root as u32 {
            self.tree.flow[above] += flow;
            return;
        }
        // These people are on an arc outside the tree: they go on along it as far as there
        // is room, and where there is no more the arc takes the place of what stops them.
        let onto = Entering {
            tail: root,
            head: above,
            link: self.without(above),
            room: flow,
            against: true,
            reduced: self.unmet[above] - self.tree.price[above],
        };
        let rooms = &self.rooms;
        self.tree.pivot(onto, |at| rooms[at].most - rooms[at].least);
    }

    /// Sends demand after demand to its cheapest places with room.
    ///
    /// A facility that fills up hangs below the demand that fills it; that demand
    /// hangs below the place where its other people go.
    fn fill(&mut self, market: &Market) {
        let root = self.tree.root();
        self.tree.clear();
        self.cursor = 0;
        let mut served = vec![0i64; self.rooms.len()];
        for demand in 0..self.demands {
            let mut rest = self.supply[demand];
            for (arc, to) in market.arcs_of(demand) {
                if rest == 0 {
                    break;
                }
                let room = self.rooms[to].most - served[to];
                if room == 0 {
                    continue;
                }
                let link = self.position(to, demand, arc);
                if room > rest {
                    self.tree.attach(demand, self.demands + to, link, rest);
                    served[to] += rest;
                    rest = 0;
                } else {
                    self.tree.attach(self.demands + to, demand, link, room);
                    served[to] += room;
                    rest -= room;
                    self.tree.full[to] = self.rooms[to].most > self.rooms[to].least;
                }
            }
            if self.tree.parent[demand] == NONE {
                let link = self.without(demand);
                self.tree.attach(demand, root, link, rest);
            }
        }
        for at in 0..self.open.len() {
            let facility = self.open[at] as usize;
            if self.tree.parent[self.demands + facility] == NONE {
                self.hang(facility, served[facility]);
            }
        }
    }

    /// Where an arc stands among the facility's.
    fn position(&self, facility: usize, demand: usize, arc: usize) -> u32 {
        let range = self.first[facility] as usize..self.first[facility + 1] as usize;
        let from = &self.from[range.clone()];
        let mut at = range.start + from.partition_point(|&from| from < demand as u32);
        while self.arc[at] != arc as u32 {
            at += 1;
        }
        at as u32
    }
}
