//! A table for people and for spreadsheets.

use crate::table::table;
use domain::Cents;
use domain::plan::Opening;
use planning::explore::{Range, Told};
use texts::Texts;

/// One cell.
pub enum Cell {
    Text(String),
    Eur(Cents),
    /// A number with so many decimals.
    Number(f64, usize),
    Count(i64),
    /// There is no answer.
    None,
}

impl Cell {
    pub fn eur(amount: Option<Cents>) -> Self {
        amount.map_or(Self::None, Self::Eur)
    }

    /// In the reader's language.
    fn said(&self, texts: &Texts) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Eur(amount) => texts.eur(*amount),
            Self::Number(number, decimals) => texts.number(*number, *decimals),
            Self::Count(count) => texts.number(*count as f64, 0),
            Self::None => "–".to_owned(),
        }
    }

    /// As other programs read it.
    fn plain(&self) -> String {
        match self {
            Self::Text(text) if text.contains([',', '"', '\n']) => {
                format!("\"{}\"", text.replace('"', "\"\""))
            }
            Self::Text(text) => text.clone(),
            Self::Eur(amount) => amount.to_string(),
            Self::Number(number, decimals) => format!("{number:.decimals$}"),
            Self::Count(count) => count.to_string(),
            Self::None => String::new(),
        }
    }
}

/// A table.
pub struct Sheet {
    /// Its file, and the key of its heading.
    pub name: &'static str,
    /// Columns: names in CSV, and keys of their headings.
    pub columns: Vec<&'static str>,
    pub rows: Vec<Vec<Cell>>,
}

impl Sheet {
    /// For the terminal, under its heading.
    pub fn said(&self, texts: &Texts) -> String {
        let head: Vec<String> = self
            .columns
            .iter()
            .map(|column| texts.get(&format!("explore-column-{column}")))
            .collect();
        let row = |row: &Vec<Cell>| row.iter().map(|cell| cell.said(texts)).collect();
        let rows: Vec<Vec<String>> = self.rows.iter().map(row).collect();
        let heading = texts.get(&format!("explore-sheet-{}", self.name));
        format!("\n{heading}\n\n{}", table(&head, &rows))
    }

    /// As CSV.
    pub fn csv(&self) -> String {
        let head: Vec<String> = self
            .columns
            .iter()
            .map(|column| column.replace('-', "_"))
            .collect();
        let rows = self.rows.iter().map(|row| {
            let cells: Vec<String> = row.iter().map(Cell::plain).collect();
            cells.join(",")
        });
        let lines: Vec<String> = std::iter::once(head.join(",")).chain(rows).collect();
        format!("{}\n", lines.join("\n"))
    }
}

/// The columns of a plan.
pub const PLAN: [&str; 6] = ["cost", "gap", "building", "minutes", "unmet", "opens"];

/// The cells of a plan, of which `opens` is told besides.
pub fn plan(told: &Told, opens: &[Opening]) -> Vec<Cell> {
    vec![
        Cell::Eur(told.cost),
        Cell::Number(told.gap * 100.0, 3),
        Cell::Eur(told.building),
        Cell::Number(told.minutes, 1),
        Cell::Count(told.unmet as i64),
        Cell::Text(in_words(opens)),
    ]
}

/// Openings in a few words.
pub fn in_words(opens: &[Opening]) -> String {
    let word = |row: &Opening| format!("{} {} {}", row.candidate, row.service, row.places);
    let words: Vec<String> = opens.iter().map(word).collect();
    words.join("; ")
}

/// Both ends of a range.
pub fn ends(range: Option<Range>) -> [Cell; 2] {
    [
        Cell::eur(range.map(|range| range.least)),
        Cell::eur(range.map(|range| range.most)),
    ]
}
