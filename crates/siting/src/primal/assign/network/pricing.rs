//! Which arc comes into the tree: of every facility the best arc is remembered, and
//! the best of these is taken as long as one of them still promises something.

use super::Network;
use super::pivot::Entering;
use super::tree::{NONE, OUT};

/// Arcs that promised most when they were last looked at.
#[derive(Debug, Clone, Default)]
pub(super) struct Candidates {
    /// Per open facility: position of its best arc, or none.
    best: Vec<u32>,
    /// The demand that would best be left without.
    without: Option<usize>,
    /// The open facility whose arc was taken last.
    taken: Option<usize>,
    next: usize,
}

impl Candidates {
    pub fn forget(&mut self, open: usize) {
        self.best.clear();
        self.best.resize(open, NONE);
        self.without = None;
        self.taken = None;
    }
}

impl Network {
    /// An arc that promises something; `None` when there is none any more.
    pub(super) fn entering(&mut self) -> Option<Entering> {
        if let Some(taken) = self.candidates.taken.take() {
            self.candidates.best[taken] = self.best_arc(self.open[taken] as usize);
        }
        for _ in 0..2.min(self.open.len()) {
            self.candidates.next = (self.candidates.next + 1) % self.open.len();
            let at = self.candidates.next;
            self.candidates.best[at] = self.best_arc(self.open[at] as usize);
        }
        if let Some(entering) = self.best_candidate() {
            return Some(entering);
        }
        for at in 0..self.open.len() {
            self.candidates.best[at] = self.best_arc(self.open[at] as usize);
        }
        self.candidates.without = self.best_without();
        self.best_candidate()
    }

    fn best_candidate(&mut self) -> Option<Entering> {
        let tree = &self.basis.tree;
        let (mut least, mut found) = (0i64, None);
        for (at, &facility) in self.open.iter().enumerate() {
            let facility = facility as usize;
            let node = self.demands + facility;
            let here = tree.price[node];
            let arc = self.candidates.best[at];
            if arc != NONE {
                let demand = self.from[arc as usize] as usize;
                let reduced = self.cost[arc as usize] + here - tree.price[demand];
                if reduced < least {
                    least = reduced;
                    self.candidates.taken = Some(at);
                    found = Some(Entering::way(demand, node, arc, reduced));
                }
            }
            let full = tree.full[facility];
            let gain = if full { here } else { -here };
            let room = self.basis.rooms[facility];
            if gain < least && room.most > room.least && tree.link[node] != OUT {
                least = gain;
                self.candidates.taken = None;
                let room = room.most - room.least;
                found = Some(Entering::occupancy(node, tree.root(), full, room, here));
            }
        }
        if let Some(demand) = self.candidates.without {
            let reduced = self.unmet[demand] - tree.price[demand];
            if reduced < least {
                self.candidates.taken = None;
                found = Some(Entering::way(demand, tree.root(), OUT, reduced));
            }
        }
        found
    }

    /// The arc of a facility with the least reduced cost, if that is below 0.
    fn best_arc(&self, facility: usize) -> u32 {
        let here = self.basis.tree.price[self.demands + facility];
        let range = self.first[facility] as usize..self.first[facility + 1] as usize;
        let prices = &self.basis.tree.price[..self.demands];
        let arcs = self.from[range.clone()]
            .iter()
            .zip(&self.cost[range.clone()]);
        let (mut least, mut best) = (-here, NONE);
        for (offset, (&demand, &cost)) in arcs.enumerate() {
            let reduced = cost - prices[demand as usize];
            if reduced < least {
                least = reduced;
                best = (range.start + offset) as u32;
            }
        }
        best
    }

    /// The demand that would best be left without, if any.
    fn best_without(&self) -> Option<usize> {
        let may = (0..self.demands).filter(|&demand| !self.must[demand]);
        let priced = may.map(|demand| (self.unmet[demand] - self.basis.tree.price[demand], demand));
        let best = priced.min()?;
        (best.0 < 0).then_some(best.1)
    }
}
