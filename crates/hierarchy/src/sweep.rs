//! Restricted sweeps (RPHAST): from some sources to all targets at once.
//!
//! Once for all sources, the part of the hierarchy above the targets is copied
//! in descending rank. Then some sources at a time, one in each *lane*: upward
//! from the sources, over the few vertices above them; downward over the copy,
//! every arc being read once for all lanes. The lanes of a vertex lie side by
//! side, so that one instruction works on several of them; the widest kind that
//! the processor has is chosen when the program runs.

use crate::cost::{Cost, INFINITE, NO_WAY};
use crate::ends::Ends;
use crate::search::{Half, Hierarchy};
use crate::topology::NOBODY;
use pulp::Arch;

/// What a lane holds: a time alone, or a time and a length.
pub(crate) trait Label: Copy + Ord + Send + Sync + 'static {
    /// No way.
    const NONE: Self;
    fn of(cost: Cost) -> Self;
    fn plus(self, other: Self) -> Self;
}

impl Label for u32 {
    const NONE: Self = INFINITE;

    #[inline(always)]
    fn of(cost: Cost) -> Self {
        cost.time.min(INFINITE)
    }

    #[inline(always)]
    fn plus(self, other: Self) -> Self {
        self.wrapping_add(other)
    }
}

/// A packed cost. Signed, as that is what processors compare; a label is never
/// above [`NO_WAY`] and an arc always below, so sums stay in range.
impl Label for i64 {
    const NONE: Self = NO_WAY as i64;

    #[inline(always)]
    fn of(cost: Cost) -> Self {
        cost.packed() as i64
    }

    #[inline(always)]
    fn plus(self, other: Self) -> Self {
        self.wrapping_add(other)
    }
}

/// The part of a hierarchy above some targets, in descending rank.
pub(crate) struct Targets<L> {
    /// Ranks, falling.
    ranks: Vec<u32>,
    /// Offsets into `arcs`.
    first: Vec<u32>,
    /// Where each arc comes from (a position in `ranks`, before its own) and its cost.
    arcs: Vec<(u32, L)>,
    /// For each target its offsets into `ends`.
    first_end: Vec<u32>,
    /// Positions in `ranks` and what is added there.
    ends: Vec<(u32, L)>,
}

impl<L: Label> Targets<L> {
    pub fn new(hierarchy: &Hierarchy, targets: &Ends) -> Self {
        let vertices = (0..targets.len()).flat_map(|target| targets.of(target));
        let mut ranks = closure(
            hierarchy.down(),
            vertices.map(|(vertex, _)| hierarchy.rank(vertex)),
            &mut vec![NOBODY; hierarchy.vertices()],
        );
        ranks.reverse();
        let mut position = vec![NOBODY; hierarchy.vertices()];
        for (at, &rank) in (0..).zip(&ranks) {
            position[rank as usize] = at;
        }
        let down = hierarchy.down();
        let mut first = Vec::with_capacity(ranks.len() + 1);
        let mut arcs = Vec::new();
        first.push(0);
        for &rank in &ranks {
            arcs.extend(down.of(rank).map(|arc| {
                let from = position[down.other[arc] as usize];
                (from, L::of(down.cost(arc)))
            }));
            first.push(arcs.len() as u32);
        }
        let mut first_end = vec![0];
        let mut ends = Vec::new();
        for target in 0..targets.len() {
            ends.extend(
                targets
                    .of(target)
                    .map(|(vertex, cost)| (position[hierarchy.rank(vertex) as usize], L::of(cost))),
            );
            first_end.push(ends.len() as u32);
        }
        Self {
            ranks,
            first,
            arcs,
            first_end,
            ends,
        }
    }

    /// How many targets there are.
    pub fn len(&self) -> usize {
        self.first_end.len() - 1
    }
}

/// All ranks above the given ones over the arcs of a half, rising. `marks` has
/// one [`NOBODY`] for each rank and is given back so.
fn closure(half: &Half, from: impl Iterator<Item = u32>, marks: &mut [u32]) -> Vec<u32> {
    let mut found = Vec::new();
    let mut reach = |rank: u32, found: &mut Vec<u32>| {
        let mark = &mut marks[rank as usize];
        if *mark == NOBODY {
            *mark = 0;
            found.push(rank);
        }
    };
    for rank in from {
        reach(rank, &mut found);
    }
    let mut at = 0;
    while let Some(&rank) = found.get(at) {
        at += 1;
        for arc in half.of(rank) {
            reach(half.other[arc], &mut found);
        }
    }
    for &rank in &found {
        marks[rank as usize] = NOBODY;
    }
    found.sort_unstable();
    found
}

/// What a thread works with, batch after batch.
pub(crate) struct Scratch<L, const LANES: usize> {
    arch: Arch,
    /// Position in the upward search by rank.
    slot: Vec<u32>,
    up: Vec<[L; LANES]>,
    down: Vec<[L; LANES]>,
}

impl<L: Label, const LANES: usize> Scratch<L, LANES> {
    pub fn new(hierarchy: &Hierarchy, targets: &Targets<L>) -> Self {
        Self {
            arch: Arch::new(),
            slot: vec![NOBODY; hierarchy.vertices()],
            up: Vec::new(),
            down: vec![[L::NONE; LANES]; targets.ranks.len()],
        }
    }

    /// Ways from at most `LANES` sources (points of `sources`) to all targets:
    /// `put(lane, target, label)`.
    pub fn sweep(
        &mut self,
        hierarchy: &Hierarchy,
        targets: &Targets<L>,
        sources: &Ends,
        batch: &[u32],
        mut put: impl FnMut(usize, usize, L),
    ) {
        let seeds = || batch.iter().flat_map(|&source| sources.of(source as usize));
        let above = closure(
            hierarchy.up(),
            seeds().map(|(vertex, _)| hierarchy.rank(vertex)),
            &mut self.slot,
        );
        for (at, &rank) in (0..).zip(&above) {
            self.slot[rank as usize] = at;
        }
        self.up.clear();
        self.up.resize(above.len(), [L::NONE; LANES]);
        for (lane, &source) in batch.iter().enumerate() {
            for (vertex, cost) in sources.of(source as usize) {
                let slot = self.slot[hierarchy.rank(vertex) as usize] as usize;
                let label = &mut self.up[slot][lane];
                *label = (*label).min(L::of(cost));
            }
        }
        let Self {
            arch,
            slot,
            up,
            down,
        } = self;
        arch.dispatch(|| {
            upward(hierarchy.up(), &above, slot, up);
            downward(targets, &above, up, down);
        });
        for &rank in &above {
            slot[rank as usize] = NOBODY;
        }
        for target in 0..targets.len() {
            let range = targets.first_end[target] as usize..targets.first_end[target + 1] as usize;
            let mut labels = [L::NONE; LANES];
            for &(at, cost) in &targets.ends[range] {
                relax(&mut labels, &down[at as usize], cost);
            }
            for (lane, &label) in labels.iter().enumerate().take(batch.len()) {
                put(lane, target, label);
            }
        }
    }
}

#[inline(always)]
fn relax<L: Label, const LANES: usize>(to: &mut [L; LANES], from: &[L; LANES], cost: L) {
    for (to, from) in to.iter_mut().zip(from) {
        *to = (*to).min(from.plus(cost));
    }
}

#[inline(always)]
fn upward<L: Label, const LANES: usize>(
    half: &Half,
    above: &[u32],
    slot: &[u32],
    labels: &mut [[L; LANES]],
) {
    for (at, &rank) in above.iter().enumerate() {
        let from = labels[at];
        for arc in half.of(rank) {
            let to = slot[half.other[arc] as usize] as usize;
            relax(&mut labels[to], &from, L::of(half.cost(arc)));
        }
    }
}

/// `above` rises and has the labels `up`; the targets' ranks fall.
#[inline(always)]
fn downward<L: Label, const LANES: usize>(
    targets: &Targets<L>,
    above: &[u32],
    up: &[[L; LANES]],
    down: &mut [[L; LANES]],
) {
    let mut left = above.len();
    for (at, (&rank, bounds)) in targets
        .ranks
        .iter()
        .zip(targets.first.windows(2))
        .enumerate()
    {
        while left > 0 && above[left - 1] > rank {
            left -= 1;
        }
        let mut own = if left > 0 && above[left - 1] == rank {
            up[left - 1]
        } else {
            [L::NONE; LANES]
        };
        for &(from, cost) in &targets.arcs[bounds[0] as usize..bounds[1] as usize] {
            relax(&mut own, &down[from as usize], cost);
        }
        down[at] = own;
    }
}
