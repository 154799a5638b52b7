//! A basis is mended where facilities opened, closed or changed their size.

use super::super::market::Market;
use super::pivot::Entering;
use super::tree::OUT;
use super::{Network, Room};

impl Network {
    /// Makes the basis one for other rooms.
    pub(super) fn mend(&mut self, market: &Market, rooms: &[Room]) {
        for (facility, &room) in rooms.iter().enumerate() {
            let was = self.basis.rooms[facility];
            if was == room {
                continue;
            }
            if was.most > 0 {
                if room.most > 0 && self.resize(facility, room) {
                    continue;
                }
                self.close(market, facility);
            }
            self.basis.rooms[facility] = room;
            if room.most > 0 {
                self.hang(facility, 0);
            }
        }
    }

    /// Changes the size of a facility that stays open; `false` if too many people are there, or too few.
    fn resize(&mut self, facility: usize, room: Room) -> bool {
        let (node, root) = (self.demands + facility, self.basis.tree.root());
        let was = self.basis.rooms[facility];
        if self.basis.tree.parent[node] == root as u32 {
            let flow = self.basis.tree.flow[node];
            let served = if self.basis.tree.link[node] == OUT {
                was.least + flow
            } else {
                was.least - flow
            };
            if served >= room.most {
                return false;
            }
            self.basis.tree.detach(node);
            self.basis.rooms[facility] = room;
            self.hang(facility, served);
            return true;
        }
        let full = self.basis.tree.full[facility];
        let served = if full { was.most } else { was.least };
        let flow = served - room.least;
        if flow < 0 || served > room.most {
            return false;
        }
        self.basis.rooms[facility] = room;
        self.basis.tree.full[facility] = flow > 0 && served == room.most;
        if flow > 0 && served < room.most {
            // Its arc to the root is neither full nor empty, so it has to come into the tree.
            self.reprice();
            let (tail, head) = if full { (node, root) } else { (root, node) };
            self.pivot(Entering {
                tail,
                head,
                link: OUT,
                flow,
                room: if full { room.most - served } else { flow },
                against: !full,
                reduced: -self.basis.tree.price[node],
            });
        }
        true
    }

    /// Sends those whom a facility serves elsewhere, and takes it out of the tree.
    fn close(&mut self, market: &Market, facility: usize) {
        let (node, root) = (self.demands + facility, self.basis.tree.root());
        let served: Vec<usize> = self.basis.tree.children(node).collect();
        for demand in served {
            self.send_on(market, demand, facility);
        }
        self.reprice();
        let (above, flow) = (
            self.basis.tree.parent[node] as usize,
            self.basis.tree.flow[node],
        );
        self.basis.tree.detach(node);
        self.basis.tree.full[facility] = false;
        if above == root {
            return;
        }
        if self.basis.tree.parent[above] == root as u32 {
            self.basis.tree.flow[above] += flow;
            return;
        }
        // These people are on an arc outside the tree: they go on along it as far as there
        // is room, and where there is no more the arc takes the place of what stops them.
        self.pivot(Entering {
            tail: root,
            head: above,
            link: self.without(above),
            flow,
            room: flow,
            against: true,
            reduced: self.unmet[above] - self.basis.tree.price[above],
        });
    }

    /// Hangs a demand below a place with room right below the root, or leaves it without.
    fn send_on(&mut self, market: &Market, demand: usize, closing: usize) {
        let tree = &self.basis.tree;
        let (root, flow) = (tree.root(), tree.flow[demand]);
        let has_room = |to: usize| {
            let room = self.basis.rooms[to];
            let node = self.demands + to;
            to != closing
                && tree.parent[node] == root as u32
                && tree.link[node] == OUT
                && tree.flow[node] + flow < room.most - room.least
        };
        let place = market.arcs_of(demand).find(|&(_, to)| has_room(to));
        let place = place.map(|(arc, to)| (to, self.position(to, demand, arc)));
        let place = place.filter(|&(_, link)| self.cost[link as usize] <= self.unmet[demand]);
        let without = self.without(demand);
        let tree = &mut self.basis.tree;
        tree.detach(demand);
        match place {
            Some((to, link)) => {
                tree.flow[self.demands + to] += flow;
                tree.attach(demand, self.demands + to, link, flow);
            }
            None => tree.attach(demand, root, without, flow),
        }
    }
}
