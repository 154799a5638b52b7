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
                let dm = &mut matrix.dm[part];
                for (row, source) in sources.iter().enumerate() {
                    let mut costs = swept.row(row).to_vec();
                    each_along(source, to, &on_edge, |column, cost| {
                        costs[column] = costs[column].min(cost);
                    });
                    let out = self.entry(source);
                    let cells = row * columns..(row + 1) * columns;
                    let cells = ms[cells.clone()].iter_mut().zip(&mut dm[cells]);
                    for ((ms, dm), (cost, back)) in cells.zip(costs.iter().zip(&entries)) {
                        if cost.is_finite() {
                            *ms = self.whole(cost.time, out, *back);
                            *dm = cost.length + out.length + back.length;
                        }
                    }
                    each_next_door(source, &on_edge, |column| {
                        let at = row * columns + column;
                        if let Some(walk) = self.next_door(source, &to[column])
                            && walk.time < ms[at]
                        {
                            (ms[at], dm[at]) = (walk.time, walk.length);
                        }
                    });
                }
            } else {
                pool.install(|| self.hierarchy.times_into(&ends, &targets, ms));
                for (row, source) in sources.iter().enumerate() {
                    let times = &mut ms[row * columns..(row + 1) * columns];
                    each_along(source, to, &on_edge, |column, cost| {
                        times[column] = times[column].min(cost.time);
                    });
                    let out = self.entry(source);
                    for (time, back) in times.iter_mut().zip(&entries) {
                        *time = if *time < INFINITE {
                            self.whole(*time, out, *back)
                        } else {
                            NO_WAY
                        };
                    }
                    each_next_door(source, &on_edge, |column| {
                        if let Some(walk) = self.next_door(source, &to[column]) {
                            times[column] = times[column].min(walk.time);
                        }
                    });
                }
            }
        }
        Ok(matrix)
    }

    /// Real milliseconds with the walks at both ends.
    fn whole(&self, time: u32, out: Cost, back: Cost) -> u32 {
        self.metric.real_ms(time) + out.time + back.time
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

/// Targets ahead on an edge of the source, which no way over turns need be taken to.
fn each_along(
    source: &Snap,
    to: &[Snap],
    on_edge: &HashMap<u32, Vec<usize>>,
    mut put: impl FnMut(usize, Cost),
) {
    each_next_door(source, on_edge, |column| {
        if let Some((cost, ..)) = Network::along(source, &to[column]) {
            put(column, cost);
        }
    });
}

/// Targets on an edge of the source.
fn each_next_door(source: &Snap, on_edge: &HashMap<u32, Vec<usize>>, mut put: impl FnMut(usize)) {
    let edges = source.candidates.iter().map(|candidate| candidate.edge);
    for &column in edges.filter_map(|edge| on_edge.get(&edge)).flatten() {
        put(column);
    }
}
