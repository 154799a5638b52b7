//! Why a file is not read.

use super::{Format, instance};
use std::fmt;

/// Why a file is not read.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum FormatError {
    /// An option is not for this format or file.
    #[error("{choice} is not for {}; leave it out", format.name())]
    Unfit {
        /// The option.
        choice: Choice,
        /// The format.
        format: Format,
    },
    /// An option is needed.
    #[error("{choice} is needed, as the file leaves it open")]
    Needed {
        /// The option.
        choice: Choice,
    },
    /// Something else is expected in a line.
    #[error("line {line}: expected {expected}, found {found}")]
    Line {
        /// Counted from 1.
        line: usize,
        /// What is expected.
        expected: Expected,
        /// What stands there.
        found: Found,
    },
    /// Costs or loads are too many digits apart to be added exactly.
    #[error(
        "costs or demands add up to more than {}; use a larger unit",
        instance::MOST
    )]
    Sum,
    /// A demand or capacity has more decimals than can be kept.
    #[error("demands have more than {0} decimals; round them")]
    Decimals(u32),
    /// More possible assignments than memory is given for.
    #[error("more than {0} possible assignments; leave out sites or demands")]
    Arcs(usize),
    /// The faults of a file of JSON; never none.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Faults(Vec<instance::Fault>),
}

/// What stands where something else is expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// A word, its beginning.
    Word(String),
    /// Nothing more.
    End,
    /// A row of another shape.
    Else,
}

/// What a command leaves to choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// `--capacity`
    Capacity,
    /// `--splittable`
    Splittable,
    /// `--radius`
    Radius,
    /// `--p`
    P,
}

/// What may be expected in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// The number of sites, of customers, of nodes or of rows.
    Count,
    /// So many more numbers.
    Numbers(usize),
    /// Whatever is counted, from 1 to this.
    UpTo(u64),
    /// A number.
    Number,
    /// A number that is not negative.
    Amount,
    /// A whole number that is not negative.
    Whole,
    /// A capacity, or the word `capacity`.
    Capacity,
    /// A row of a site (`F`) or of a customer (`C`).
    SiteOrCustomer,
    /// A row of two coordinates and a demand, or of an edge.
    PointOrEdge,
    /// So many rows.
    Rows(usize),
    /// A first row that tells how many follow.
    Header,
    /// The end of the file.
    End,
}

impl fmt::Display for Found {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Word(word) => write!(to, "“{word}”"),
            Self::End => to.write_str("the end of the file"),
            Self::Else => to.write_str("something else"),
        }
    }
}

impl fmt::Display for Choice {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(match self {
            Self::Capacity => "--capacity",
            Self::Splittable => "--splittable",
            Self::Radius => "--radius",
            Self::P => "--p",
        })
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count => to.write_str("how many there are, at least 1"),
            Self::Numbers(count) => write!(to, "{count} more numbers"),
            Self::UpTo(most) => write!(to, "a whole number from 1 to {most}"),
            Self::Number => to.write_str("a number"),
            Self::Amount => to.write_str("a number from 0 up"),
            Self::Whole => to.write_str("a whole number from 0 up"),
            Self::Capacity => to.write_str("a number from 0 up or the word capacity"),
            Self::SiteOrCustomer => to.write_str("F or C, a number, two coordinates and an amount"),
            Self::PointOrEdge => {
                to.write_str("two coordinates and a demand, or two nodes, a length and a demand")
            }
            Self::Rows(count) => write!(to, "{count} more rows"),
            Self::Header => to.write_str("a first row with how many follow"),
            Self::End => to.write_str("the end of the file"),
        }
    }
}
