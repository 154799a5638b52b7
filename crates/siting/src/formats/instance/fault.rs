//! What may be wrong with a file, where, and how to mend it.

use std::fmt;

/// A fault of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where: a JSON path such as `$.arcs[3][2]`.
    pub path: String,
    /// What is wrong.
    pub what: What,
}

/// What is wrong at a place of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// The text is no JSON; nothing after it was read. What the parser says.
    Syntax(String),
    /// A field that must be there is not.
    Missing,
    /// A field that the format does not have.
    Unknown,
    /// A field stands there twice.
    Twice,
    /// Another kind of value is expected.
    Kind {
        /// What is expected.
        expected: Kind,
        /// What stands there.
        found: Found,
    },
    /// A whole number is out of its range.
    Range {
        /// The least that may be.
        least: i64,
        /// The most that may be.
        most: i64,
        /// What stands there.
        found: String,
    },
    /// An index points to nothing.
    Index {
        /// The list into which it points.
        list: &'static str,
        /// How many that list has.
        count: usize,
        /// What stands there.
        found: usize,
    },
    /// Rows must rise, and none may stand there twice.
    Order,
    /// A list must have an element.
    Empty,
    /// A facility is either existing or at a site.
    Either,
    /// A pair must be two new facilities of one site.
    NotOfOneSite,
    /// An onward need must be another demand of the same state.
    OnwardDemand,
    /// An onward need must not lead further.
    OnwardTwice,
    /// All that could be paid, drawn or loaded is more than [`super::MOST`].
    Sum,
}

/// What stands where another kind of value is expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// A number, a text (its beginning) or the like, as JSON.
    Text(String),
    /// A list.
    List,
    /// An object.
    Fields,
}

/// Kinds of values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A whole number.
    Whole,
    /// `true` or `false`.
    Truth,
    /// A list in brackets.
    List,
    /// A list of so many whole numbers.
    Row(usize),
    /// Fields in braces.
    Fields,
    /// The name and version of the format.
    Schema,
    /// A text.
    Text(&'static str),
    /// A whole number, at least 1.
    Count,
    /// A number, at least 0.
    Amount,
    /// A list of so many numbers, each at least 0.
    Amounts(usize),
    /// A list of so many lists.
    Rows(usize),
}

impl fmt::Display for Fault {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}: {}", self.path, self.what)
    }
}

impl fmt::Display for What {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax(why) => write!(to, "not JSON ({why}); mend it there first"),
            Self::Missing => to.write_str("the field is missing; add it"),
            Self::Unknown => to.write_str("there is no such field; remove or rename it"),
            Self::Twice => to.write_str("the field stands there twice; keep one"),
            Self::Kind { expected, found } => write!(to, "{found} is not {expected}; write one"),
            Self::Range { least, most, found } => {
                write!(to, "{found} is not within {least} to {most}; correct it")
            }
            Self::Index { list, count, found } => write!(
                to,
                "{found} points to nothing, as {list} has {count}; count from 0"
            ),
            Self::Order => to.write_str("rows must rise and none stand twice; sort them"),
            Self::Empty => to.write_str("nothing in the list; add an element or leave it out"),
            Self::Either => {
                to.write_str("a facility has `existing`, or `site` and `levels`; give one of them")
            }
            Self::NotOfOneSite => {
                to.write_str("not two new facilities of one site; name such or remove the pair")
            }
            Self::OnwardDemand => {
                to.write_str("not another demand of the same state; name such a one")
            }
            Self::OnwardTwice => {
                to.write_str("leads to a demand whose arcs lead on themselves; remove one of both")
            }
            Self::Sum => write!(
                to,
                "adds up to more than {}, which is not exact; use a larger unit",
                super::MOST
            ),
        }
    }
}

impl fmt::Display for Found {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => to.write_str(text),
            Self::List => Kind::List.fmt(to),
            Self::Fields => Kind::Fields.fmt(to),
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole => to.write_str("a whole number"),
            Self::Truth => to.write_str("true or false"),
            Self::List => to.write_str("a list"),
            Self::Row(numbers) => write!(to, "a list of {numbers} whole numbers"),
            Self::Fields => to.write_str("an object"),
            Self::Schema => write!(to, "\"{}\"", super::SCHEMA),
            Self::Text(text) => write!(to, "\"{text}\""),
            Self::Count => to.write_str("a whole number from 1 up"),
            Self::Amount => to.write_str("a number from 0 up"),
            Self::Amounts(numbers) => write!(to, "a list of {numbers} numbers from 0 up"),
            Self::Rows(rows) => write!(to, "a list of {rows} lists"),
        }
    }
}
