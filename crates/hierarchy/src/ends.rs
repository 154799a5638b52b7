//! Where ways begin and end.

use crate::Cost;

/// Points, each tied to some vertices at a cost: a source reaches each of its
/// vertices at the cost given, a target is reached from each of its vertices at
/// the cost given. A point without vertices is reached from nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ends {
    first: Vec<u32>,
    vertex: Vec<u32>,
    cost: Vec<Cost>,
}

impl Default for Ends {
    fn default() -> Self {
        Self {
            first: vec![0],
            vertex: Vec::new(),
            cost: Vec::new(),
        }
    }
}

impl Ends {
    /// Points that stand at one vertex each.
    pub fn single(vertices: &[u32]) -> Self {
        let mut ends = Self::default();
        for &vertex in vertices {
            ends.push([(vertex, Cost::ZERO)]);
        }
        ends
    }

    /// Adds a point.
    pub fn push(&mut self, at: impl IntoIterator<Item = (u32, Cost)>) {
        for (vertex, cost) in at {
            self.vertex.push(vertex);
            self.cost.push(cost);
        }
        self.first.push(self.vertex.len() as u32);
    }

    /// How many points there are.
    pub fn len(&self) -> usize {
        self.first.len() - 1
    }

    /// Whether there is no point.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The vertices of a point and their costs.
    pub fn of(&self, point: usize) -> impl Iterator<Item = (u32, Cost)> + Clone {
        let range = self.first[point] as usize..self.first[point + 1] as usize;
        self.vertex[range.clone()]
            .iter()
            .copied()
            .zip(self.cost[range].iter().copied())
    }
}
