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
        let cells = from.len() * to.len();
        let mut matrix = Matrix {
            columns: to.len(),
            ms: Vec::with_capacity(cells),
            dm: Vec::with_capacity(if with_metres { cells } else { 0 }),
        };
        let targets = self.targets(to);
        let on_edge = on_edge(to);
        let entries: Vec<Cost> = to.iter().map(|snap| self.entry(snap)).collect();
        for (part, sources) in from.chunks(SOURCES).enumerate() {
            if !progress((part * SOURCES) as f64 / from.len() as f64) {
                return Err(Error::Stopped);
            }
            let ends = self.sources(sources);
            if with_metres {
                let swept = pool.install(|| self.hierarchy.matrix(&ends, &targets));
                for (row, source) in sources.iter().enumerate() {
                    let mut costs = swept.row(row).to_vec();
                    each_along(source, to, &on_edge, |column, cost| {
                        costs[column] = costs[column].min(cost);
                    });
                    let out = self.entry(source);
                    for (cost, back) in costs.iter().zip(&entries) {
                        let whole = cost.is_finite();
                        matrix.ms.push(if whole {
                            self.whole(cost.time, out, *back)
                        } else {
                            NO_WAY
                        });
                        matrix.dm.push(if whole {
                            cost.length + out.length + back.length
                        } else {
                            0
                        });
                    }
                }
            } else {
                let swept = pool.install(|| self.hierarchy.times(&ends, &targets));
                for (row, source) in sources.iter().enumerate() {
                    let first = matrix.ms.len();
                    matrix.ms.extend_from_slice(swept.row(row));
                    let times = &mut matrix.ms[first..];
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
    let edges = source.candidates.iter().map(|candidate| candidate.edge);
    for &column in edges.filter_map(|edge| on_edge.get(&edge)).flatten() {
        if let Some((cost, ..)) = Network::along(source, &to[column]) {
            put(column, cost);
        }
    }
}
