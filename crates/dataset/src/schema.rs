//! What a region package is made of, declared once.

mod files;
mod tables;

pub use files::{REGION, SCENARIO};
pub use tables::{CHANGES, POINTS, TABLES};

/// A table of the package: one CSV file.
#[derive(Debug)]
pub struct Table {
    /// The name of the file without `.csv`.
    pub name: &'static str,
    /// Whether a package without it has a fault.
    pub required: bool,
    /// Columns that together tell rows apart; empty where rows may be alike.
    pub key: &'static [&'static str],
    /// What a row is, in English.
    pub en: &'static str,
    /// What a row is, in Latvian.
    pub lv: &'static str,
    /// The columns, in the order in which they are written.
    pub columns: &'static [Column],
}

impl Table {
    /// The name of the file.
    pub fn file(&self) -> String {
        format!("{}.csv", self.name)
    }

    /// The position of a column.
    pub fn position(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|c| c.name == column)
    }
}

/// The table of a name.
pub fn table(name: &str) -> Option<&'static Table> {
    TABLES.iter().find(|table| table.name == name)
}

/// A column of a table, or a key of a TOML file.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// The name; for TOML keys a path such as `travel.detour` or `locks[].must`.
    pub name: &'static str,
    /// What its cells hold.
    pub kind: Kind,
    /// Whether every row must have a value.
    pub required: bool,
    /// Tables to one of whose ids the cells refer.
    pub refers: &'static [&'static str],
    /// The unit, where there is one.
    pub unit: &'static str,
    /// What it means, in English.
    pub en: &'static str,
    /// What it means, in Latvian.
    pub lv: &'static str,
}

impl Column {
    const fn new(name: &'static str, kind: Kind, en: &'static str, lv: &'static str) -> Self {
        Self {
            name,
            kind,
            required: false,
            refers: &[],
            unit: "",
            en,
            lv,
        }
    }

    const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    const fn refers(mut self, tables: &'static [&'static str]) -> Self {
        self.refers = tables;
        self
    }

    const fn unit(mut self, unit: &'static str) -> Self {
        self.unit = unit;
        self
    }
}

/// The words that a column may hold.
pub type Words = fn() -> Vec<&'static str>;

/// What a cell holds.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// An id: text without `|`.
    Id,
    /// Any text.
    Text,
    /// Ids, `|`-separated.
    List,
    /// Whole numbers from 1, `|`-separated.
    Integers,
    /// A whole number within bounds.
    Integer(i64, i64),
    /// A number within bounds.
    Number(f64, f64),
    /// A number above zero.
    Positive,
    /// An amount of euro with at most two decimals, not negative.
    Money,
    /// A day, `YYYY-MM-DD`.
    Date,
    /// `true` or `false`.
    Bool,
    /// One of a few words.
    Code(Words),
    /// Some of a few words, `|`-separated.
    Codes(Words),
    /// `eu`, `state` or the id of a state city or municipality.
    Payer,
    /// TOML only: first and last year.
    Years,
    /// TOML only: years, rising.
    Phases,
    /// TOML only: a part of the day, `HH:MM-HH:MM`.
    Window,
    /// TOML only: south, west, north, east.
    Extent,
    /// TOML only: pairs of ids.
    Pairs,
    /// TOML only: a text in Latvian and English.
    Local,
    /// TOML only: texts in Latvian and English.
    Locals,
}

impl Kind {
    /// Whether the cells are numbers, so that decimal signs matter.
    pub fn is_numeric(self) -> bool {
        matches!(
            self,
            Self::Integer(..) | Self::Number(..) | Self::Positive | Self::Money
        )
    }
}
