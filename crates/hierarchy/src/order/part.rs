//! A part of the base graph with numbers of its own.

use crate::arcs::offsets;

/// All edges between two junctions, in both directions.
#[derive(Debug, Clone, Copy)]
pub(super) struct Connection {
    /// The two junctions.
    pub ends: [u32; 2],
    /// Which connection of the whole it is.
    pub id: u32,
    /// How many vertices of the turn graph it has.
    pub weight: u32,
}

/// Some junctions and the connections between them.
pub(super) struct Part {
    /// Where the junctions lie.
    at: Vec<[i32; 2]>,
    connections: Vec<Connection>,
    /// Connections by junction: `around[first[j]..first[j + 1]]`.
    first: Vec<u32>,
    around: Vec<u32>,
}

impl Part {
    /// `junctions` are numbers of the whole, `connections` too; all of their ends
    /// are among the junctions.
    pub fn new(at: &[[i32; 2]], junctions: Vec<u32>, connections: Vec<Connection>) -> Self {
        let at = junctions.iter().map(|&j| at[j as usize]).collect();
        Self::of(at, connections)
    }

    /// A part whose connections already bear its own numbers.
    fn of(at: Vec<[i32; 2]>, connections: Vec<Connection>) -> Self {
        let mut counts = vec![0; at.len()];
        for end in connections.iter().flat_map(|connection| connection.ends) {
            counts[end as usize] += 1;
        }
        let first = offsets(counts.iter().copied());
        let mut next: Vec<u32> = first.clone();
        let mut around = vec![0; 2 * connections.len()];
        for (number, connection) in (0..).zip(&connections) {
            for end in connection.ends {
                around[next[end as usize] as usize] = number;
                next[end as usize] += 1;
            }
        }
        Self {
            at,
            connections,
            first,
            around,
        }
    }

    pub fn junctions(&self) -> usize {
        self.at.len()
    }

    pub fn connections(&self) -> usize {
        self.connections.len()
    }

    pub fn connection(&self, number: u32) -> &Connection {
        &self.connections[number as usize]
    }

    pub fn at(&self, junction: u32) -> [i32; 2] {
        self.at[junction as usize]
    }

    /// Which connections of the whole it has.
    pub fn ids(&self) -> impl Iterator<Item = u32> {
        self.connections.iter().map(|connection| connection.id)
    }

    /// The connections of a junction, as positions that [`Self::beside`] reads.
    pub fn around(&self, junction: u32) -> std::ops::Range<usize> {
        crate::arcs::range(&self.first, junction)
    }

    /// The connection at a position of [`Self::around`], and the junction on its
    /// other side.
    pub fn beside(&self, junction: u32, position: usize) -> (u32, u32) {
        let number = self.around[position];
        let [one, other] = self.connections[number as usize].ends;
        (number, if one == junction { other } else { one })
    }

    /// The connected components that have a connection; `None` if the part is
    /// connected.
    pub fn components(&self) -> Option<Vec<Part>> {
        let mut component = vec![u32::MAX; self.junctions()];
        let mut count = 0;
        let mut open = Vec::new();
        for start in 0..self.junctions() as u32 {
            if component[start as usize] != u32::MAX || self.around(start).is_empty() {
                continue;
            }
            component[start as usize] = count;
            open.push(start);
            while let Some(junction) = open.pop() {
                for position in self.around(junction) {
                    let (_, other) = self.beside(junction, position);
                    if component[other as usize] == u32::MAX {
                        component[other as usize] = count;
                        open.push(other);
                    }
                }
            }
            count += 1;
        }
        let connected = count == 1 && !component.contains(&u32::MAX);
        (!connected).then(|| self.divide(&component, count as usize).0)
    }

    /// The parts on either side of a cut (`true`: the second), and the
    /// connections that cross it.
    pub fn split(&self, second: &[bool]) -> (Part, Part, Vec<u32>) {
        let side: Vec<u32> = second.iter().map(|&second| u32::from(second)).collect();
        let (mut parts, crossing) = self.divide(&side, 2);
        let other = parts.pop();
        let one = parts.pop();
        let empty = || Part::of(Vec::new(), Vec::new());
        (
            one.unwrap_or_else(empty),
            other.unwrap_or_else(empty),
            crossing,
        )
    }

    /// One part for each value of `side` below `count`, and the connections
    /// between parts.
    fn divide(&self, side: &[u32], count: usize) -> (Vec<Part>, Vec<u32>) {
        let mut at: Vec<Vec<[i32; 2]>> = vec![Vec::new(); count];
        let mut own = vec![0; self.junctions()];
        for (junction, &side) in side.iter().enumerate() {
            if let Some(at) = at.get_mut(side as usize) {
                own[junction] = at.len() as u32;
                at.push(self.at[junction]);
            }
        }
        let mut connections: Vec<Vec<Connection>> = vec![Vec::new(); count];
        let mut crossing = Vec::new();
        for connection in &self.connections {
            let [one, other] = connection.ends.map(|end| end as usize);
            if side[one] == side[other] {
                connections[side[one] as usize].push(Connection {
                    ends: [own[one], own[other]],
                    ..*connection
                });
            } else {
                crossing.push(connection.id);
            }
        }
        let parts = at.into_iter().zip(connections);
        (parts.map(|(at, of)| Self::of(at, of)).collect(), crossing)
    }
}
