//! Maximum flow by blocking flows (E. A. Dinitz, 1970) on undirected
//! connections with small whole capacities.

use super::part::Part;

/// A flow from several sources to several sinks.
pub(super) struct Flow<'p> {
    part: &'p Part,
    /// For each connection what may still flow from its first end to its second,
    /// and back.
    left: Vec<[u32; 2]>,
    role: Vec<Role>,
    /// Steps from a source in the residual graph.
    level: Vec<u32>,
    /// The next position to try around each junction.
    next: Vec<u32>,
    open: Vec<u32>,
    sources: Vec<u32>,
}

#[derive(Clone, Copy, PartialEq)]
enum Role {
    Between,
    Source,
    Sink,
}

const UNSEEN: u32 = u32::MAX;

impl<'p> Flow<'p> {
    pub fn new(part: &'p Part, sources: &[u32], sinks: &[u32]) -> Self {
        let mut role = vec![Role::Between; part.junctions()];
        for &source in sources {
            role[source as usize] = Role::Source;
        }
        for &sink in sinks {
            role[sink as usize] = Role::Sink;
        }
        let left = (0..part.connections() as u32).map(|number| {
            let weight = part.connection(number).weight;
            [weight, weight]
        });
        Self {
            part,
            left: left.collect(),
            role,
            level: vec![UNSEEN; part.junctions()],
            next: vec![0; part.junctions()],
            open: Vec::new(),
            sources: sources.to_vec(),
        }
    }

    /// The greatest flow, which is the least cut.
    pub fn run(&mut self) -> u32 {
        let mut flow = 0;
        while self.levels() {
            for source in self.sources.clone() {
                while let Some(pushed) = self.augment(source) {
                    flow += pushed;
                }
            }
        }
        flow
    }

    /// What may still flow out of `junction` over a connection.
    fn residual(&self, number: u32, junction: u32) -> u32 {
        let [one, other] = self.left[number as usize];
        if self.part.connection(number).ends[0] == junction {
            one
        } else {
            other
        }
    }

    fn push(&mut self, number: u32, junction: u32, flow: u32) {
        let first = self.part.connection(number).ends[0] == junction;
        let [one, other] = &mut self.left[number as usize];
        if first {
            *one -= flow;
            *other += flow;
        } else {
            *other -= flow;
            *one += flow;
        }
    }

    /// Levels every junction up to the nearest sinks; whether there is one.
    fn levels(&mut self) -> bool {
        self.level.fill(UNSEEN);
        self.open.clear();
        for &source in &self.sources {
            self.level[source as usize] = 0;
            self.next[source as usize] = self.part.around(source).start as u32;
        }
        self.open.extend(&self.sources);
        let (mut at, mut found) = (0, UNSEEN);
        while at < self.open.len() {
            let junction = self.open[at];
            at += 1;
            let level = self.level[junction as usize] + 1;
            if level > found {
                break;
            }
            for position in self.part.around(junction) {
                let (number, other) = self.part.beside(junction, position);
                if self.level[other as usize] == UNSEEN && self.residual(number, junction) > 0 {
                    self.level[other as usize] = level;
                    self.next[other as usize] = self.part.around(other).start as u32;
                    self.open.push(other);
                    if self.role[other as usize] == Role::Sink {
                        found = level;
                    }
                }
            }
        }
        found != UNSEEN
    }

    /// Pushes flow along one more shortest path; how much.
    fn augment(&mut self, source: u32) -> Option<u32> {
        let mut path: Vec<(u32, u32)> = Vec::new();
        let mut junction = source;
        loop {
            if self.role[junction as usize] == Role::Sink {
                let flow = path
                    .iter()
                    .map(|&(number, from)| self.residual(number, from))
                    .min()?;
                for &(number, from) in &path {
                    self.push(number, from, flow);
                }
                return Some(flow);
            }
            let end = self.part.around(junction).end;
            let mut step = None;
            while (self.next[junction as usize] as usize) < end {
                let position = self.next[junction as usize] as usize;
                let (number, other) = self.part.beside(junction, position);
                let ahead = self.level[other as usize] == self.level[junction as usize] + 1;
                if ahead && self.residual(number, junction) > 0 {
                    step = Some((number, other));
                    break;
                }
                self.next[junction as usize] += 1;
            }
            match step {
                Some((number, other)) => {
                    path.push((number, junction));
                    junction = other;
                }
                // A dead end: one step back, and not here again.
                None => {
                    let (_, before) = path.pop()?;
                    self.next[before as usize] += 1;
                    junction = before;
                }
            }
        }
    }

    /// For each junction whether the sources no longer reach it.
    pub fn beyond_sources(&self) -> Vec<bool> {
        let reached = self.reached(&self.sources, |number, from, _| self.residual(number, from));
        reached.into_iter().map(|reached| !reached).collect()
    }

    /// For each junction whether it still reaches a sink.
    pub fn before_sinks(&self) -> Vec<bool> {
        let sinks: Vec<u32> = (0..self.part.junctions() as u32)
            .filter(|&junction| self.role[junction as usize] == Role::Sink)
            .collect();
        self.reached(&sinks, |number, _, to| self.residual(number, to))
    }

    /// Junctions reached from `start` over connections that `open` lets pass
    /// (number, from, to).
    fn reached(&self, start: &[u32], open: impl Fn(u32, u32, u32) -> u32) -> Vec<bool> {
        let mut reached = vec![false; self.part.junctions()];
        for &junction in start {
            reached[junction as usize] = true;
        }
        let mut stack = start.to_vec();
        while let Some(junction) = stack.pop() {
            for position in self.part.around(junction) {
                let (number, other) = self.part.beside(junction, position);
                if !reached[other as usize] && open(number, junction, other) > 0 {
                    reached[other as usize] = true;
                    stack.push(other);
                }
            }
        }
        reached
    }
}
