//! The example's own CSV files: comma-separated, a cell with a comma or a
//! quote stands in quotes, no cell spans lines.

use std::collections::BTreeMap;
use std::ops::Index;
use std::path::Path;

/// A row: `row["column"]` is the cell, empty where there is none.
pub struct Row(BTreeMap<String, String>);

impl Index<&str> for Row {
    type Output = String;

    fn index(&self, column: &str) -> &String {
        static EMPTY: String = String::new();
        self.0.get(column).unwrap_or(&EMPTY)
    }
}

impl Row {
    /// Columns and their cells.
    pub fn cells(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(column, cell)| (column.as_str(), cell.as_str()))
    }

    /// The whole number in a column.
    ///
    /// # Errors
    /// Says which cell is none.
    pub fn number(&self, column: &str) -> Result<u64, String> {
        let cell = &self[column];
        cell.parse()
            .map_err(|_| format!("{column} {cell:?} is not a whole number"))
    }
}

/// The rows of a file.
///
/// # Errors
/// Says which file cannot be read.
pub fn read(path: &Path) -> Result<Vec<Row>, String> {
    let text = std::fs::read_to_string(path)
        .map_err(|error| format!("cannot read {}: {error}", path.display()))?;
    Ok(parse(&text))
}

fn parse(text: &str) -> Vec<Row> {
    let mut lines = text.lines();
    let header = lines.next().map(cells).unwrap_or_default();
    lines
        .map(|line| Row(header.iter().cloned().zip(cells(line)).collect()))
        .collect()
}

fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        match (letter, cells.last_mut()) {
            ('"', Some(cell)) if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            ('"', _) => quoted = !quoted,
            (',', _) if !quoted => cells.push(String::new()),
            (_, Some(cell)) => cell.push(letter),
            (_, None) => {}
        }
    }
    cells
}

/// A line of CSV.
pub fn line(cells: &[&str]) -> String {
    let quoted = cells.iter().map(|cell| {
        if cell.contains([',', '"']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            (*cell).to_owned()
        }
    });
    quoted.collect::<Vec<_>>().join(",") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_as_it_was_written() {
        let written = ["a", "", "b, c", "the \"d\"", "ē"];
        assert_eq!(cells(line(&written).trim_end()), written);
    }

    #[test]
    fn a_number_that_is_none_is_named() {
        let rows = parse("id,persons\nx,two\n");
        assert_eq!(
            rows[0].number("persons").unwrap_err(),
            "persons \"two\" is not a whole number"
        );
    }
}
