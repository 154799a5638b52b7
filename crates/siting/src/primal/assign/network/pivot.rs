//! An arc comes into the tree, and the one that stops it leaves.

use super::tree::{OUT, Tree};

const ENDLESS: i64 = i64::MAX;

/// An arc that comes into the tree, and which way flow on it changes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entering {
    /// From where people are sent along the arc (against it, when `against`).
    pub tail: usize,
    /// To where.
    pub head: usize,
    pub link: u32,
    /// People on it now.
    pub flow: i64,
    /// By how many people its flow may change.
    pub room: i64,
    /// Whether its flow falls.
    pub against: bool,
    /// Its reduced cost.
    pub reduced: i64,
}

impl Entering {
    /// From a demand to a facility, or to the root.
    pub fn way(tail: usize, head: usize, link: u32, reduced: i64) -> Self {
        Self {
            tail,
            head,
            link,
            flow: 0,
            room: ENDLESS,
            against: false,
            reduced,
        }
    }

    /// From a facility to the root, full or empty.
    pub fn occupancy(facility: usize, root: usize, full: bool, room: i64, price: i64) -> Self {
        let (tail, head) = if full {
            (root, facility)
        } else {
            (facility, root)
        };
        Self {
            tail,
            head,
            link: OUT,
            flow: if full { room } else { 0 },
            room,
            against: full,
            reduced: -price,
        }
    }
}

impl Tree {
    /// Sends as many people around the entering arc's cycle as fit, and takes out the arc that stops them.
    ///
    /// Of several such arcs it is the last on the cycle, as seen from its highest
    /// node: then the tree stays strongly feasible.
    pub fn pivot(&mut self, entering: Entering, above_minimum: impl Fn(usize) -> i64) {
        let most = |tree: &Self, node: usize| {
            if node >= tree.demands && tree.link[node] == OUT {
                above_minimum(node - tree.demands)
            } else {
                ENDLESS
            }
        };
        let (mut tail, mut head) = (entering.tail, entering.head);
        let mut moved = entering.room;
        let (mut leaving, mut leaves_at_tail) = (None, false);
        while tail != head {
            if self.depth[tail] >= self.depth[head] {
                let room = if self.is_up(tail) {
                    self.flow[tail]
                } else {
                    most(self, tail).saturating_sub(self.flow[tail])
                };
                // Strictly: of equals on this side the first found is the last on the cycle.
                if room < moved {
                    (moved, leaving, leaves_at_tail) = (room, Some(tail), true);
                }
                tail = self.parent[tail] as usize;
            } else {
                let room = if self.is_up(head) {
                    most(self, head).saturating_sub(self.flow[head])
                } else {
                    self.flow[head]
                };
                if room <= moved && room != ENDLESS {
                    (moved, leaving, leaves_at_tail) = (room, Some(head), false);
                }
                head = self.parent[head] as usize;
            }
        }
        self.send(&entering, tail, moved);
        let Some(leaving) = leaving else {
            if entering.link == OUT && entering.room != ENDLESS {
                let facility = entering.tail.min(entering.head).checked_sub(self.demands);
                if let Some(facility) = facility {
                    self.full[facility] = !entering.against;
                }
            }
            return;
        };
        self.exchange(entering, leaving, leaves_at_tail, moved, &most);
    }

    fn send(&mut self, entering: &Entering, join: usize, people: i64) {
        if people == 0 {
            return;
        }
        let mut node = entering.tail;
        while node != join {
            self.flow[node] += if self.is_up(node) { -people } else { people };
            node = self.parent[node] as usize;
        }
        let mut node = entering.head;
        while node != join {
            self.flow[node] += if self.is_up(node) { people } else { -people };
            node = self.parent[node] as usize;
        }
    }

    fn exchange(
        &mut self,
        entering: Entering,
        leaving: usize,
        at_tail: bool,
        moved: i64,
        most: &impl Fn(&Self, usize) -> i64,
    ) {
        if leaving >= self.demands && self.link[leaving] == OUT {
            let is_full = self.flow[leaving] > 0 && self.flow[leaving] == most(self, leaving);
            self.full[leaving - self.demands] = is_full;
        }
        if entering.link == OUT {
            let facility = entering.tail.min(entering.head).checked_sub(self.demands);
            if let Some(facility) = facility {
                self.full[facility] = false;
            }
        }
        let (below, above) = if at_tail {
            (entering.tail, entering.head)
        } else {
            (entering.head, entering.tail)
        };
        let flow = if entering.against {
            entering.flow - moved
        } else {
            entering.flow + moved
        };
        self.rehang(below, above, entering.link, flow, leaving);
        // The lower end is the arc's own tail or head; its price makes the reduced cost 0.
        let shift = if at_tail != entering.against {
            entering.reduced
        } else {
            -entering.reduced
        };
        self.walk(below, |tree, node| {
            tree.price[node] += shift;
            tree.depth[node] = tree.depth[tree.parent[node] as usize] + 1;
        });
    }

    /// Turns the tree round between `node` and `top`, and hangs it up by `node`.
    fn rehang(&mut self, node: usize, parent: usize, link: u32, flow: i64, top: usize) {
        let mut way = (node, parent, link, flow);
        loop {
            let (node, parent, link, flow) = way;
            let above = (self.parent[node] as usize, self.link[node], self.flow[node]);
            self.detach(node);
            self.attach(node, parent, link, flow);
            if node == top {
                return;
            }
            way = (above.0, node, above.1, above.2);
        }
    }
}
