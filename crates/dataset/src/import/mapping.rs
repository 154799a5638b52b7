//! The mapping file: which heading means what.

use domain::Message;
use serde::Deserialize;
use std::collections::BTreeMap;

/// A mapping file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// The data set's name at data.gov.lv; part of the rows' source.
    pub dataset: String,
    /// The sheet; absent: the first.
    pub sheet: Option<String>,
    /// Heading of the year.
    pub year: String,
    /// Heading of the month.
    pub month: String,
    /// Heading of the ATVK code.
    pub territory: String,
    /// Headings that are known and not used.
    #[serde(default)]
    pub ignored: Vec<String>,
    /// Length to which numeric codes are filled with zeros; 0: not at all.
    #[serde(default)]
    pub code_length: usize,
    /// Code of the table → id of the package.
    #[serde(default)]
    pub codes: BTreeMap<String, String>,
    /// Headings of counts.
    pub columns: Vec<Column>,
}

/// A column of counts.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// The heading.
    pub heading: String,
    /// Demand and supply: the service; absent: the column is not used.
    pub service: Option<String>,
    /// Demand: who needs it. Population: who is counted; absent: all residents.
    pub target_group: Option<String>,
    /// Demand of a mobile service: hours a person and week.
    pub hours_per_week: Option<f64>,
    /// Population: first and last age.
    pub ages: Option<[u32; 2]>,
}

impl Mapping {
    /// Reads a mapping file.
    pub fn read(text: &str) -> Result<Self, Message> {
        let mapping: Self = toml::from_str(text).map_err(|error| {
            let line = error.span().map_or(0, |span| {
                crate::read::decode::line_at(text.as_bytes(), span.start)
            });
            Message::new("import-mapping-faulty")
                .with("line", line.to_string())
                .with("detail", error.message())
        })?;
        let mut headings: Vec<&str> = mapping
            .columns
            .iter()
            .map(|column| column.heading.as_str())
            .collect();
        headings.sort_unstable();
        match headings
            .windows(2)
            .find(|pair| same_heading(pair[0], pair[1]))
        {
            Some(pair) => Err(Message::new("import-heading-twice").with("heading", pair[0])),
            None => Ok(mapping),
        }
    }
}

/// Whether two headings are the same but for spaces and line breaks.
pub fn same_heading(a: &str, b: &str) -> bool {
    a.split_whitespace().eq(b.split_whitespace())
}
