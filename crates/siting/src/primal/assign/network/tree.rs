//! The spanning tree of a basis: from every node a person more could be sent
//! along it to the root (that is what strongly feasible means), so arcs without flow
//! lead up and full ones down, and no sequence of pivots without progress comes back.

/// No node.
pub(super) const NONE: u32 = u32::MAX;
/// Link of a demand left without, or of a facility above its minimum, to the root.
pub(super) const OUT: u32 = u32::MAX - 1;
/// Link to the root at a prohibitive cost: up from a demand that must be served,
/// down to a facility short of its minimum.
pub(super) const FORCED: u32 = u32::MAX - 2;

/// Demands, then facilities, then the root.
#[derive(Debug)]
pub(super) struct Tree {
    pub demands: usize,
    pub parent: Vec<u32>,
    /// The arc between a node and its parent: a position among the network's arcs, [`OUT`] or [`FORCED`].
    pub link: Vec<u32>,
    /// People on that arc.
    pub flow: Vec<i64>,
    /// What sending a person from here to the root costs.
    pub price: Vec<i64>,
    /// Facilities whose arc to the root is full and not in the tree.
    pub full: Vec<bool>,
    pub depth: Vec<u32>,
    child: Vec<u32>,
    next: Vec<u32>,
    previous: Vec<u32>,
}

impl Clone for Tree {
    fn clone(&self) -> Self {
        let mut tree = Self::new(self.demands, self.full.len());
        tree.clone_from(self);
        tree
    }

    /// Keeps the memory that is there.
    fn clone_from(&mut self, other: &Self) {
        self.demands = other.demands;
        self.parent.clone_from(&other.parent);
        self.link.clone_from(&other.link);
        self.flow.clone_from(&other.flow);
        self.price.clone_from(&other.price);
        self.full.clone_from(&other.full);
        self.depth.clone_from(&other.depth);
        self.child.clone_from(&other.child);
        self.next.clone_from(&other.next);
        self.previous.clone_from(&other.previous);
    }
}

impl Tree {
    pub fn new(demands: usize, facilities: usize) -> Self {
        let nodes = demands + facilities + 1;
        Self {
            demands,
            parent: vec![NONE; nodes],
            link: vec![NONE; nodes],
            flow: vec![0; nodes],
            price: vec![0; nodes],
            full: vec![false; facilities],
            depth: vec![0; nodes],
            child: vec![NONE; nodes],
            next: vec![NONE; nodes],
            previous: vec![NONE; nodes],
        }
    }

    pub fn root(&self) -> usize {
        self.parent.len() - 1
    }

    /// Takes everything out.
    pub fn clear(&mut self) {
        self.parent.fill(NONE);
        self.link.fill(NONE);
        self.child.fill(NONE);
        self.next.fill(NONE);
        self.previous.fill(NONE);
        self.full.fill(false);
    }

    /// Whether a node's link is an arc between a demand and a facility.
    pub fn is_way(&self, node: usize) -> bool {
        self.link[node] < FORCED
    }

    /// Whether a node's link leads from it to its parent.
    pub fn is_up(&self, node: usize) -> bool {
        node < self.demands || self.link[node] == OUT
    }

    pub fn children(&self, node: usize) -> impl Iterator<Item = usize> + '_ {
        let mut at = self.child[node];
        std::iter::from_fn(move || {
            let child = at as usize;
            (at != NONE).then(|| {
                at = self.next[child];
                child
            })
        })
    }

    pub fn attach(&mut self, node: usize, parent: usize, link: u32, flow: i64) {
        self.parent[node] = parent as u32;
        self.link[node] = link;
        self.flow[node] = flow;
        let sibling = self.child[parent];
        self.next[node] = sibling;
        self.previous[node] = NONE;
        if sibling != NONE {
            self.previous[sibling as usize] = node as u32;
        }
        self.child[parent] = node as u32;
    }

    pub fn detach(&mut self, node: usize) {
        let (next, previous) = (self.next[node], self.previous[node]);
        if previous == NONE {
            self.child[self.parent[node] as usize] = next;
        } else {
            self.next[previous as usize] = next;
        }
        if next != NONE {
            self.previous[next as usize] = previous;
        }
        self.parent[node] = NONE;
        self.link[node] = NONE;
    }

    /// Whether nobody is forced, and no minimum is short.
    pub fn is_feasible(&self, must: &[bool]) -> bool {
        self.children(self.root()).all(|node| {
            let forced = self.link[node] == FORCED || (node < self.demands && must[node]);
            !forced || self.flow[node] == 0
        })
    }

    /// Calls back for every node below `top` and for it, parents first.
    pub fn walk(&mut self, top: usize, mut visit: impl FnMut(&mut Self, usize)) {
        let mut node = top;
        loop {
            visit(self, node);
            if self.child[node] != NONE {
                node = self.child[node] as usize;
                continue;
            }
            while node != top && self.next[node] == NONE {
                node = self.parent[node] as usize;
            }
            if node == top {
                return;
            }
            node = self.next[node] as usize;
        }
    }

    /// Reckons all prices and depths anew.
    pub fn reprice(&mut self, cost: &[i64], unmet: &[i64], big: i64) {
        let root = self.root();
        self.walk(root, |tree, node| {
            if node == root {
                tree.price[node] = 0;
                tree.depth[node] = 0;
                return;
            }
            let parent = tree.parent[node] as usize;
            tree.depth[node] = tree.depth[parent] + 1;
            let cost = match tree.link[node] {
                OUT if node < tree.demands => unmet[node],
                OUT => 0,
                FORCED => big,
                link => cost[link as usize],
            };
            let cost = if tree.is_up(node) { cost } else { -cost };
            tree.price[node] = tree.price[parent] + cost;
        });
    }
}
