//! Published optima and best known values.

use crate::kurzeme::{Row, table};
use std::path::Path;

/// What is known of an instance.
#[derive(Debug, Clone)]
pub struct Known {
    /// Folder.
    pub family: String,
    /// File, with what tells variants of it apart in brackets.
    pub file: String,
    /// What the problem is.
    pub problem: String,
    /// The value.
    pub value: f64,
    /// Whether nothing better is possible.
    pub is_optimal: bool,
    /// Whether more is better: what is covered.
    pub is_most: bool,
    /// Beyond which no answer lies, where that is known without the optimum.
    pub bound: Option<f64>,
    /// Words of the source besides format and file.
    pub options: Vec<String>,
}

/// The rows that have a value.
pub fn read(data: &Path) -> Result<Vec<Known>, String> {
    let rows = table(&data.join("best-known.csv"))?;
    let mut known: Vec<Known> = rows.iter().filter_map(of_costs).collect();
    let rows = table(&data.join("mclp-optima.csv"))?;
    known.extend(rows.iter().filter_map(of_cover));
    Ok(known)
}

fn of_costs(row: &Row) -> Option<Known> {
    // "optimal" alone or with how it was proven; "optimal/best known" and the like prove nothing.
    let status = row["status"].as_str();
    let is_optimal = status == "optimal" || status.starts_with("optimal (");
    Some(Known {
        family: row["family"].clone(),
        file: row["file"].clone(),
        problem: row["problem"].clone(),
        value: row["value"].parse().ok()?,
        is_optimal,
        is_most: false,
        bound: None,
        options: Vec::new(),
    })
}

fn of_cover(row: &Row) -> Option<Known> {
    Some(Known {
        family: "mclp".to_owned(),
        file: row["file"].clone(),
        problem: "MCLP".to_owned(),
        value: row["objective"].parse().ok()?,
        is_optimal: row["status"] == "Optimal",
        is_most: true,
        bound: row["bound"].parse().ok(),
        options: vec![
            format!("radius={}", row["radius"]),
            format!("p={}", row["p"]),
        ],
    })
}

impl Known {
    /// The file without what tells variants apart.
    pub fn path(&self) -> &str {
        self.file.split(' ').next().unwrap_or_default()
    }

    /// What tells variants apart.
    pub fn variant(&self) -> Option<&str> {
        self.file
            .split_once(" (")
            .map(|(_, variant)| variant.trim_end_matches(')'))
    }
}
