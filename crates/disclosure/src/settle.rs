//! Which counts of municipalities may stand beside those of facilities.
//!
//! Withholding only the tables that fail the audit would itself tell that they
//! fail, and so nearly what they hold. Therefore
//!
//! * whether municipalities are told at all depends on the facilities' side and
//!   public facts only: on whether a *stand-in* passes, which shares the
//!   facilities' published counts out by population;
//! * a table that fails is replaced by a neighbour that passes (one count a
//!   step of 5 higher or lower), else by the stand-in.
//!
//! So every table that is ever published passes, and is what the counts that
//! truly round to it get: for these alone every small count is open.

use crate::audit::Margins;
use crate::cell::Cell;

/// The rows to publish beside the columns of `margins`, whose own rows are the
/// true ones; `None` if none may be, whatever the true rows are.
///
/// `weights` are the residents of each row, `ceilings` the most that public
/// facts allow it.
pub fn rows(margins: &Margins, weights: &[u32], ceilings: &[u32]) -> Option<Vec<Cell>> {
    let stand_in = nearest(margins, &stand_in(margins, weights, ceilings), ceilings)?;
    Some(nearest(margins, &margins.rows, ceilings).unwrap_or(stand_in))
}

/// Rows that pass beside the columns: these, else the first that differ from
/// them in one count by one step, the largest counts first.
fn nearest(margins: &Margins, rows: &[Cell], ceilings: &[u32]) -> Option<Vec<Cell>> {
    let passes = |rows: &Vec<Cell>| margins.with_rows(rows.clone()).keep_small_cells_open();
    let step = |row: usize, count: Option<u32>| {
        let count = count.filter(|&count| count <= ceilings[row])?;
        let mut stepped = rows.to_vec();
        stepped[row] = Cell::between(0, ceilings[row], count);
        Some(stepped)
    };
    let mut largest_first: Vec<usize> = (0..rows.len()).collect();
    largest_first.sort_by_key(|&row| std::cmp::Reverse(rows[row].published));
    let steps = largest_first.into_iter().flat_map(|row| {
        let printed = rows[row].published;
        [
            step(row, printed.checked_sub(5)),
            step(row, printed.checked_add(5)),
        ]
    });
    std::iter::once(rows.to_vec())
        .chain(steps.flatten())
        .find(passes)
}

/// The columns' published counts, each shared out by weight among the rows
/// that have a way to it.
fn stand_in(margins: &Margins, weights: &[u32], ceilings: &[u32]) -> Vec<Cell> {
    let mut shares = vec![0.0; weights.len()];
    for (at, column) in margins.columns.iter().enumerate() {
        let near = || (0..weights.len()).filter(|&row| margins.ways[row][at]);
        let total: f64 = near().map(|row| f64::from(weights[row])).sum();
        for row in near().filter(|_| total > 0.0) {
            shares[row] += f64::from(column.published) * f64::from(weights[row]) / total;
        }
    }
    (shares.iter().zip(ceilings))
        .map(|(share, &ceiling)| Cell::between(0, ceiling, (share.round() as u32).min(ceiling)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(true_rows: &[u32], columns: &[u32]) -> Option<Vec<u32>> {
        let margins = Margins {
            rows: true_rows.iter().map(|&count| Cell::any(count)).collect(),
            columns: columns.iter().map(|&count| Cell::any(count)).collect(),
            ways: vec![vec![true; columns.len()]; true_rows.len()],
        };
        let rows = rows(
            &margins,
            &vec![1; true_rows.len()],
            &vec![u32::MAX; true_rows.len()],
        )?;
        Some(rows.iter().map(|cell| cell.published).collect())
    }

    #[test]
    fn a_table_that_passes_is_published_as_it_is() {
        assert_eq!(settled(&[2, 3, 14], &[9, 10]), Some(vec![0, 0, 15]));
    }

    #[test]
    fn a_table_that_fails_gives_way_to_a_neighbour() {
        assert_eq!(settled(&[4, 4, 4, 12], &[14, 10]), Some(vec![0, 0, 0, 15]));
    }

    #[test]
    fn whether_municipalities_are_told_does_not_depend_on_them() {
        for columns in [[8, 3], [12, 0], [4, 2], [30, 17]] {
            let told: Vec<bool> = (0..=columns[0] + columns[1])
                .map(|first| settled(&[first, columns[0] + columns[1] - first], &columns).is_some())
                .collect();
            assert!(told.iter().all(|&one| one == told[0]), "{columns:?}");
        }
    }
}
