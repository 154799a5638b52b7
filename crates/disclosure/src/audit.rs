//! What a reader can infer from counts that share their sums.
//!
//! People of municipalities (rows) go to facilities (columns): both sides are
//! published, every cell with the values that it may stand for. What a reader
//! knows together is a transportation polytope with whole bounds. Its matrix
//! is totally unimodular, so the values that a cell can take are all whole
//! numbers between the least and the greatest, and "can this cell be v?" is
//! a question of a feasible flow with lower bounds.

use crate::cell::Cell;
use std::collections::VecDeque;

/// Cells of two sides that count the same people.
#[derive(Debug, Clone, Default)]
pub struct Margins {
    /// One side.
    pub rows: Vec<Cell>,
    /// The other side.
    pub columns: Vec<Cell>,
    /// Whether people of a row may be among those of a column.
    pub ways: Vec<Vec<bool>>,
}

impl Margins {
    /// Whether every cell may still be all that it must be able to be, though
    /// both sides are published. Also false when the two sides contradict
    /// each other.
    pub fn keep_small_cells_open(&self) -> bool {
        let bounds: Vec<(u64, u64)> = self
            .rows
            .iter()
            .chain(&self.columns)
            .map(|cell| (cell.low.into(), cell.high.into()))
            .collect();
        let possible = |index: usize, value: u32| {
            let mut bounds = bounds.clone();
            bounds[index] = (value.into(), value.into());
            self.has_flow(&bounds)
        };
        let mut cells = self.rows.iter().chain(&self.columns).enumerate();
        self.has_flow(&bounds)
            && cells.all(|(index, cell)| {
                cell.open.is_none_or(|(low, high)| {
                    possible(index, low) && (low == high || possible(index, high))
                })
            })
    }

    /// The same with another first side.
    pub fn with_rows(&self, rows: Vec<Cell>) -> Self {
        Self {
            rows,
            ..self.clone()
        }
    }

    fn has_flow(&self, bounds: &[(u64, u64)]) -> bool {
        if bounds.iter().any(|(low, high)| low > high) {
            return false;
        }
        let most: u64 = bounds.iter().map(|(low, _)| low).sum::<u64>() + 1;
        let rows = self.rows.len();
        let cells = bounds.len();
        // Nodes: the cells, then where people come from and go to, then the
        // two ends that force the lower bounds.
        let (from, to, force, forced) = (cells, cells + 1, cells + 2, cells + 3);
        let mut room = vec![vec![0_u64; cells + 4]; cells + 4];
        for (cell, &(low, high)) in bounds.iter().enumerate() {
            let free = (high - low).min(most);
            if cell < rows {
                room[from][cell] = free;
                room[from][forced] += low;
                room[force][cell] = low;
            } else {
                room[cell][to] = free;
                room[cell][forced] = low;
                room[force][to] += low;
            }
        }
        for (row, ways) in self.ways.iter().enumerate() {
            for (column, _) in ways.iter().enumerate().filter(|(_, open)| **open) {
                room[row][rows + column] = most;
            }
        }
        room[to][from] = most;
        max_flow(&mut room, force, forced) == most - 1
    }
}

/// The greatest flow by shortest augmenting paths (Edmonds and Karp 1972).
fn max_flow(room: &mut [Vec<u64>], source: usize, sink: usize) -> u64 {
    let mut total = 0;
    while let Some(path) = shortest_path(room, source, sink) {
        let steps = || path.iter().zip(&path[1..]);
        let amount = steps().map(|(&a, &b)| room[a][b]).min().unwrap_or(0);
        for (&a, &b) in path.iter().zip(&path[1..]) {
            room[a][b] -= amount;
            room[b][a] += amount;
        }
        total += amount;
    }
    total
}

fn shortest_path(room: &[Vec<u64>], source: usize, sink: usize) -> Option<Vec<usize>> {
    let mut before = vec![None; room.len()];
    let mut queue = VecDeque::from([source]);
    while let Some(node) = queue.pop_front() {
        if node == sink {
            let mut path = vec![sink];
            while let Some(previous) = before[path[path.len() - 1]] {
                path.push(previous);
            }
            path.reverse();
            return Some(path);
        }
        for (next, &free) in room[node].iter().enumerate() {
            if free > 0 && next != source && before[next].is_none() {
                before[next] = Some(node);
                queue.push_back(next);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn margins(rows: &[u32], columns: &[u32]) -> Margins {
        Margins {
            rows: rows.iter().map(|&count| Cell::any(count)).collect(),
            columns: columns.iter().map(|&count| Cell::any(count)).collect(),
            ways: vec![vec![true; columns.len()]; rows.len()],
        }
    }

    #[test]
    fn sums_at_their_extremes_give_small_cells_away() {
        // 8 to 12 people in two cells of at most four: both are four.
        assert!(!margins(&[4, 4], &[8]).keep_small_cells_open());
    }

    #[test]
    fn sums_in_the_middle_leave_small_cells_open() {
        assert!(margins(&[2, 3, 14], &[9, 10]).keep_small_cells_open());
    }

    #[test]
    fn two_small_places_alone_within_reach_of_a_site_are_not_given_away() {
        let mut known = margins(&[4, 4, 20], &[8, 20]);
        assert!(known.keep_small_cells_open());
        // Nobody of the large municipality gets to the first site: its 8 to 12
        // people are the two small ones.
        known.ways[2][0] = false;
        assert!(!known.keep_small_cells_open());
    }

    #[test]
    fn sides_that_contradict_each_other_are_not_published() {
        assert!(!margins(&[20], &[50]).keep_small_cells_open());
    }

    #[test]
    fn nobody_on_either_side_tells_nothing() {
        assert!(margins(&[0, 0], &[0]).keep_small_cells_open());
        assert!(margins(&[], &[]).keep_small_cells_open());
    }

    /// Whether two rows and two columns can hold these counts together.
    fn fits(ways: [bool; 4], rows: [u32; 2], columns: [u32; 2]) -> bool {
        (0..=rows[0].min(columns[0])).any(|first| {
            let flows = [
                first,
                rows[0] - first,
                columns[0] - first,
                (rows[1] + first).wrapping_sub(columns[0]),
            ];
            rows[0] + rows[1] == columns[0] + columns[1]
                && rows[1] + first >= columns[0]
                && flows
                    .iter()
                    .zip(ways)
                    .all(|(&flow, open)| open || flow == 0)
        })
    }

    fn tried(known: &Margins, ways: [bool; 4]) -> bool {
        let cells = [
            known.rows[0],
            known.rows[1],
            known.columns[0],
            known.columns[1],
        ];
        let mut seen: [Vec<u32>; 4] = Default::default();
        let values = |cell: Cell| cell.low..=cell.high;
        for a in values(cells[0]) {
            for b in values(cells[1]) {
                for c in values(cells[2]) {
                    let Some(d) = (a + b)
                        .checked_sub(c)
                        .filter(|d| values(cells[3]).contains(d))
                    else {
                        continue;
                    };
                    if fits(ways, [a, b], [c, d]) {
                        seen.iter_mut()
                            .zip([a, b, c, d])
                            .for_each(|(seen, value)| seen.push(value));
                    }
                }
            }
        }
        !seen[0].is_empty()
            && cells.iter().zip(&seen).all(|(cell, seen)| {
                cell.open
                    .is_none_or(|(low, high)| (low..=high).all(|value| seen.contains(&value)))
            })
    }

    proptest! {
        #[test]
        fn the_audit_agrees_with_trying_every_count(
            flows in [0_u32..8, 0..8, 0..8, 0..8],
            ways in [any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>()],
        ) {
            let [a, b, c, d] = flows;
            let mut known = margins(&[a + b, c + d], &[a + c, b + d]);
            known.ways = vec![vec![ways[0], ways[1]], vec![ways[2], ways[3]]];
            prop_assert_eq!(known.keep_small_cells_open(), tried(&known, ways));
        }
    }
}
