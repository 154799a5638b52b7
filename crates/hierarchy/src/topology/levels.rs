//! Which vertices may be worked on at once.

use crate::arcs::offsets;
use crate::topology::NOBODY;
use rayon::prelude::*;
use std::sync::{Mutex, PoisonError};

/// Levels of fewer vertices are done one vertex after another.
const SIDE_BY_SIDE: usize = 64;

/// Ranks by height in the elimination tree. Neither of two vertices of a level
/// lies above the other, so they have no lower vertex in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Levels {
    first: Vec<u32>,
    ranks: Vec<u32>,
}

impl Levels {
    /// From the parent of each rank, which is higher.
    pub fn new(parent: &[u32]) -> Self {
        let mut height = vec![0_u32; parent.len()];
        for (rank, &parent) in parent.iter().enumerate() {
            if parent != NOBODY {
                height[parent as usize] = height[parent as usize].max(height[rank] + 1);
            }
        }
        let count = height.iter().max().map_or(0, |&height| height as usize + 1);
        let mut counts = vec![0; count];
        for &height in &height {
            counts[height as usize] += 1;
        }
        let first = offsets(counts.iter().copied());
        let mut next = first.clone();
        let mut ranks = vec![0; parent.len()];
        for (rank, &height) in (0..).zip(&height) {
            let next = &mut next[height as usize];
            ranks[*next as usize] = rank;
            *next += 1;
        }
        Self { first, ranks }
    }

    /// From the leaves to the roots.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &[u32]> {
        let bounds = self.first.windows(2);
        bounds.map(|of| &self.ranks[of[0] as usize..of[1] as usize])
    }
}

/// Working memory, one for each thread of the pool.
pub(crate) struct Desks<T>(Vec<Mutex<T>>);

impl<T: Send> Desks<T> {
    pub fn new(desk: impl Fn() -> T) -> Self {
        let threads = rayon::current_num_threads().max(1);
        Self((0..=threads).map(|_| Mutex::new(desk())).collect())
    }

    /// Does something with the desk of this thread.
    pub fn with<R>(&self, work: impl FnOnce(&mut T) -> R) -> R {
        let own = rayon::current_thread_index().map_or(0, |thread| thread + 1);
        let desk = &self.0[own.min(self.0.len() - 1)];
        work(&mut desk.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Does something for each vertex of a level, on all threads if they are many.
    pub fn each(&self, level: &[u32], work: impl Fn(&mut T, u32) + Sync) {
        if level.len() < SIDE_BY_SIDE {
            self.with(|desk| level.iter().for_each(|&rank| work(desk, rank)));
        } else {
            let share = level.len().div_ceil(4 * rayon::current_num_threads());
            level.par_chunks(share).for_each(|ranks| {
                self.with(|desk| ranks.iter().for_each(|&rank| work(desk, rank)));
            });
        }
    }
}
