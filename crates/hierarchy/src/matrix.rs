//! Many-to-many costs.

use crate::cost::{Cost, INFINITE};
use crate::ends::Ends;
use crate::search::Hierarchy;
use crate::sweep::{Label, Scratch, Targets};
use rayon::prelude::*;

/// Sources in a sweep when times alone are asked for: two cache lines a vertex.
pub const LANES: usize = 32;

/// Sources in a sweep with lengths.
const LANES_WITH_LENGTH: usize = 8;

/// Times from sources (rows) to targets (columns).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Times {
    columns: usize,
    times: Vec<u32>,
}

impl Times {
    /// The time from a source to a target; `None` where there is no way.
    pub fn time(&self, row: usize, column: usize) -> Option<u32> {
        let time = self.row(row)[column];
        (time < INFINITE).then_some(time)
    }

    /// A source's times; [`INFINITE`] where there is no way.
    pub fn row(&self, row: usize) -> &[u32] {
        &self.times[row * self.columns..(row + 1) * self.columns]
    }
}

/// Costs from sources (rows) to targets (columns).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix {
    columns: usize,
    costs: Vec<Cost>,
}

impl Matrix {
    /// The cost from a source to a target; `None` where there is no way.
    pub fn cost(&self, row: usize, column: usize) -> Option<Cost> {
        Some(self.row(row)[column]).filter(|cost| cost.is_finite())
    }

    /// A source's costs.
    pub fn row(&self, row: usize) -> &[Cost] {
        &self.costs[row * self.columns..(row + 1) * self.columns]
    }
}

impl Hierarchy {
    /// Times from each source to each target, on all threads of the pool that
    /// it is called in.
    pub fn times(&self, sources: &Ends, targets: &Ends) -> Times {
        let mut times = vec![INFINITE; sources.len() * targets.len()];
        self.times_into(sources, targets, &mut times);
        Times {
            columns: targets.len(),
            times,
        }
    }

    /// The same into a table that is there already, row after row; [`INFINITE`]
    /// where there is no way.
    ///
    /// # Panics
    ///
    /// If the table has not as many cells as there are pairs.
    pub fn times_into(&self, sources: &Ends, targets: &Ends, times: &mut [u32]) {
        self.fill::<u32, _, LANES>(sources, targets, times, |time| time.min(INFINITE));
    }

    /// Times and lengths from each source to each target: of the ways that take
    /// the least time, one that is least long.
    pub fn matrix(&self, sources: &Ends, targets: &Ends) -> Matrix {
        let mut costs = vec![Cost::NONE; sources.len() * targets.len()];
        self.fill::<i64, _, LANES_WITH_LENGTH>(sources, targets, &mut costs, |packed| {
            Cost::unpacked(packed as u64)
        });
        Matrix {
            columns: targets.len(),
            costs,
        }
    }

    /// Times from one source (the first point of `source`) to every vertex;
    /// [`INFINITE`] where there is no way.
    pub fn times_to_all(&self, source: &Ends) -> Vec<u32> {
        let all = Ends::single(&(0..self.vertices() as u32).collect::<Vec<_>>());
        let mut times = vec![INFINITE; source.len() * all.len()];
        self.fill::<u32, _, 1>(source, &all, &mut times, |time| time.min(INFINITE));
        times.truncate(self.vertices());
        times
    }

    fn fill<L: Label, T: Send, const N: usize>(
        &self,
        sources: &Ends,
        targets: &Ends,
        table: &mut [T],
        answer: impl Fn(L) -> T + Sync,
    ) {
        assert_eq!(
            table.len(),
            sources.len() * targets.len(),
            "a cell for each pair"
        );
        if table.is_empty() {
            return;
        }
        let restricted = Targets::<L>::new(self, targets);
        let order = self.neighbours_together(sources);
        let mut rows: Vec<Option<&mut [T]>> = table.chunks_mut(targets.len()).map(Some).collect();
        let batches: Vec<(&[u32], Vec<&mut [T]>)> = order
            .chunks(N)
            .map(|batch| {
                let own = batch
                    .iter()
                    .filter_map(|&source| rows[source as usize].take());
                (batch, own.collect())
            })
            .collect();
        batches.into_par_iter().for_each_init(
            || Scratch::<L, N>::new(self, &restricted),
            |scratch, (batch, mut rows)| {
                scratch.sweep(self, &restricted, sources, batch, |lane, target, label| {
                    rows[lane][target] = answer(label);
                });
            },
        );
    }

    /// Sources in an order in which those of a batch share most of what lies
    /// above them.
    fn neighbours_together(&self, sources: &Ends) -> Vec<u32> {
        let mut order: Vec<(u32, u32)> = (0..sources.len())
            .map(|source| {
                let ranks = sources.of(source).map(|(vertex, _)| self.rank(vertex));
                (ranks.min().unwrap_or_default(), source as u32)
            })
            .collect();
        order.sort_unstable();
        order.into_iter().map(|(_, source)| source).collect()
    }
}
