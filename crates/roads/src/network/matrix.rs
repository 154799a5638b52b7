//! Times and lengths from many points to many points.

use super::{Network, pool};
use crate::error::Error;
use crate::snap::Snap;
use hierarchy::{Cost, INFINITE};
use std::collections::HashMap;

/// Sources between two reports of progress.
const SOURCES: usize = 2048;

/// Times (and lengths) from sources (rows) to targets (columns).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    columns: usize,
    /// Milliseconds; [`NO_WAY`].
    ms: Vec<u32>,
    /// Decimetres; empty where nobody asked.
    dm: Vec<u32>,
}

const NO_WAY: u32 = u32::MAX;

impl Matrix {
    /// Milliseconds from a source to a target; `None` where there is no way.
    #[must_use]
    pub fn milliseconds(&self, row: usize, column: usize) -> Option<u32> {
        let ms = self.ms[row * self.columns + column];
        (ms != NO_WAY).then_some(ms)
    }

    /// Seconds, rounded.
    #[must_use]
    pub fn seconds(&self, row: usize, column: usize) -> Option<u32> {
        let ms = self.milliseconds(row, column)?;
        Some((ms + 500) / 1000)
    }

    fn row(&mut self, row: usize) -> Row<'_> {
        let cells = row * self.columns..(row + 1) * self.columns;
        let dm = if self.dm.is_empty() {
            0..0
        } else {
            cells.clone()
        };
        Row {
            ms: &mut self.ms[cells],
            dm: &mut self.dm[dm],
        }
    }

    /// Metres, rounded; `None` also where lengths were not asked for.
    #[must_use]
    pub fn metres(&self, row: usize, column: usize) -> Option<u32> {
        self.milliseconds(row, column)?;
        let dm = self.dm.get(row * self.columns + column)?;
        Some((dm + 5) / 10)
    }
}

impl Network {
    /// The least time from each source to each target, and with `with_metres` the length of that way (the shortest of
    /// several). Walking between points and roads counts where the profile says how fast. `progress` is told the share
    /// done and answers whether to go on. `threads` 0 means as many as there are processors.
    ///
    /// # Errors
    /// [`Error::Stopped`].
    pub fn matrix(
        &self,
        from: &[Snap],
        to: &[Snap],
        threads: usize,
        with_metres: bool,
        progress: &mut dyn FnMut(f64) -> bool,
    ) -> Result<Matrix, Error> {
        let pool = pool(threads)?;
        let (columns, cells) = (to.len(), from.len() * to.len());
        let mut matrix = Matrix {
            columns,
            ms: vec![NO_WAY; cells],
            dm: vec![0; if with_metres { cells } else { 0 }],
        };
        let targets = self.targets(to);
        let on_edge = on_edge(to);
        let entries: Vec<Cost> = to.iter().map(|snap| self.entry(snap)).collect();
        for first in (0..from.len()).step_by(SOURCES) {
            if !progress(first as f64 / from.len() as f64) {
                return Err(Error::Stopped);
            }
            let sources = &from[first..(first + SOURCES).min(from.len())];
            let ends = self.sources(sources);
            let part = first * columns..(first + sources.len()) * columns;
            let ms = &mut matrix.ms[part.clone()];
            if with_metres {
                let swept = pool.install(|| self.hierarchy.matrix(&ends, &targets));
                let costs = (0..sources.len()).flat_map(|row| swept.row(row));
                let cells = ms.iter_mut().zip(&mut matrix.dm[part]);
                for ((ms, dm), cost) in cells.zip(costs) {
                    (*ms, *dm) = (cost.time, cost.length);
                }
            } else {
                pool.install(|| self.hierarchy.times_into(&ends, &targets, ms));
            }
            for (row, source) in (first..).zip(sources) {
                let mut row = matrix.row(row);
                each_on_edge(source, &on_edge, |column| {
                    if let Some((cost, ..)) = Self::along(source, &to[column]) {
                        row.lower(column, cost);
                    }
                });
                let out = self.entry(source);
                for (column, back) in entries.iter().enumerate() {
                    row.finish(column, |time| self.metric.real_ms(time), [out, *back]);
                }
                each_on_edge(source, &on_edge, |column| {
                    if let Some(walk) = self.next_door(source, &to[column]) {
                        row.lower(column, walk);
                    }
                });
            }
        }
        Ok(matrix)
    }
}

/// A row in the making.
struct Row<'m> {
    ms: &'m mut [u32],
    /// Empty where nobody asked.
    dm: &'m mut [u32],
}

impl Row<'_> {
    /// Takes another way where it is better.
    fn lower(&mut self, column: usize, way: Cost) {
        let length = self.dm.get(column).copied().unwrap_or(0);
        let known = Cost {
            time: self.ms[column],
            length,
        };
        if way < known {
            self.ms[column] = way.time;
            if let Some(dm) = self.dm.get_mut(column) {
                *dm = way.length;
            }
        }
    }

    /// Real milliseconds out of a sum of prices, with the walks at both ends.
    fn finish(&mut self, column: usize, real_ms: impl Fn(u32) -> u32, walks: [Cost; 2]) {
        let ms = &mut self.ms[column];
        if *ms >= INFINITE {
            *ms = NO_WAY;
            return;
        }
        *ms = real_ms(*ms) + walks[0].time + walks[1].time;
        if let Some(dm) = self.dm.get_mut(column) {
            *dm += walks[0].length + walks[1].length;
        }
    }
}

/// Targets by the edges that they stand on.
fn on_edge(to: &[Snap]) -> HashMap<u32, Vec<usize>> {
    let mut on_edge: HashMap<u32, Vec<usize>> = HashMap::new();
    for (column, snap) in to.iter().enumerate() {
        for candidate in &snap.candidates {
            on_edge.entry(candidate.edge).or_default().push(column);
        }
    }
    on_edge
}

/// Targets on an edge of the source.
fn each_on_edge(source: &Snap, on_edge: &HashMap<u32, Vec<usize>>, mut put: impl FnMut(usize)) {
    let edges = source.candidates.iter().map(|candidate| candidate.edge);
    for &column in edges.filter_map(|edge| on_edge.get(&edge)).flatten() {
        put(column);
    }
}
