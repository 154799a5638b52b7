//! From the text of a cell to its value.

use super::number::{self, Habits, NotANumber};
use crate::fault::{At, Fault};
use crate::schema::{Column, Kind};
use domain::Cents;
use jiff::civil::Date;

/// A cell's value.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Unknown.
    Empty,
    /// Not readable; a fault has been told.
    Broken,
    /// An id, a word or a text.
    Text(String),
    /// Ids or words.
    List(Vec<String>),
    /// Sizes.
    Integers(Vec<u32>),
    /// A whole number.
    Integer(i64),
    /// A number.
    Number(f64),
    /// Money.
    Money(Cents),
    /// A day.
    Date(Date),
    /// Yes or no.
    Bool(bool),
}

/// Most euro that a cell may hold.
const MOST_EUR: f64 = 1e12;

/// The value of a cell that is not empty, and how numbers in it were written.
pub fn parse(
    column: &Column,
    text: &str,
    comma_file: bool,
    at: At<'_>,
) -> Result<(Value, Habits), Box<Fault>> {
    let wrong = |kind: &str| Fault::new(kind, at).with("value", text);
    let value = match column.kind {
        Kind::Id | Kind::Payer => {
            if text.contains('|') || text.contains(char::is_control) {
                return Err(Box::new(wrong("not-one-id")));
            }
            Value::Text(text.to_owned())
        }
        Kind::Text => Value::Text(text.to_owned()),
        Kind::List => Value::List(list(text, at)?),
        Kind::Codes(words) => {
            let entries = list(text, at)?;
            if let Some(entry) = entries
                .iter()
                .find(|entry| !words().contains(&entry.as_str()))
            {
                return Err(Box::new(unknown_word(entry, &words(), at)));
            }
            Value::List(entries)
        }
        Kind::Code(words) => {
            if !words().contains(&text) {
                return Err(Box::new(unknown_word(text, &words(), at)));
            }
            Value::Text(text.to_owned())
        }
        Kind::Integers => {
            let sizes: Option<Vec<u32>> = list(text, at)?
                .iter()
                .map(|entry| {
                    entry
                        .parse()
                        .ok()
                        .filter(|size| (1..=1_000_000).contains(size))
                })
                .collect();
            Value::Integers(sizes.ok_or_else(|| wrong("not-sizes"))?)
        }
        Kind::Bool => match text {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            _ => return Err(Box::new(wrong("not-a-bool"))),
        },
        Kind::Date => Value::Date(date(text).ok_or_else(|| wrong("not-a-date"))?),
        Kind::Integer(..) | Kind::Number(..) | Kind::Positive | Kind::Money => {
            return numeric(column.kind, text, comma_file, at);
        }
        Kind::Years
        | Kind::Phases
        | Kind::Window
        | Kind::Extent
        | Kind::Pairs
        | Kind::Local
        | Kind::Locals => {
            return Err(Box::new(wrong("not-a-text")));
        }
    };
    Ok((value, Habits::default()))
}

/// The fault of a word that is none of the known ones.
pub fn unknown_word(text: &str, words: &[&'static str], at: At<'_>) -> Fault {
    Fault::unknown("unknown-word", at, text, words.iter().copied()).with("words", words.join(", "))
}

/// A day written `YYYY-MM-DD`.
pub fn date(text: &str) -> Option<Date> {
    // `jiff` reads more than the one form that the package has.
    (text.len() == 10).then(|| text.parse().ok()).flatten()
}

fn numeric(
    kind: Kind,
    text: &str,
    comma_file: bool,
    at: At<'_>,
) -> Result<(Value, Habits), Box<Fault>> {
    let wrong = |kind: &str| Box::new(Fault::new(kind, at).with("value", text));
    let fits = |value: f64| in_range(kind, value).is_ok();
    let (plain, habits) =
        number::plain(text, comma_file, fits).map_err(|problem| match problem {
            NotANumber::Malformed => wrong("not-a-number"),
            NotANumber::Ambiguous => wrong("ambiguous-number"),
        })?;
    let value = number::value(&plain).ok_or_else(|| wrong("not-a-number"))?;
    in_range(kind, value).map_err(|range| Box::new(range.fault(text, at)))?;
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let fraction = fraction.trim_end_matches('0');
    let value = match kind {
        Kind::Integer(..) if fraction.is_empty() => {
            Value::Integer(whole.parse().map_err(|_| wrong("not-a-number"))?)
        }
        Kind::Integer(..) => return Err(wrong("not-whole")),
        Kind::Money if fraction.len() <= 2 => {
            let cents = format!("{whole}{fraction:0<2}")
                .parse()
                .map_err(|_| wrong("not-a-number"))?;
            Value::Money(Cents(cents))
        }
        Kind::Money => return Err(wrong("not-cents")),
        _ => Value::Number(value),
    };
    Ok((value, habits))
}

/// The bounds that a number breaks.
pub struct OutOfRange(Kind);

impl OutOfRange {
    pub fn fault(&self, text: &str, at: At<'_>) -> Fault {
        let (kind, min, max) = match self.0 {
            Kind::Integer(min, max) => ("out-of-range", min as f64, max as f64),
            Kind::Number(min, max) => ("out-of-range", min, max),
            Kind::Money => ("out-of-range", 0.0, MOST_EUR),
            _ => ("not-positive", 0.0, 0.0),
        };
        let fault = Fault::new(kind, at).with("value", text);
        match self.0 {
            // Years are not written with a space after the thousands.
            Kind::Integer(min, max) => fault
                .with("min", min.to_string())
                .with("max", max.to_string()),
            _ => fault.with("min", min).with("max", max),
        }
    }
}

/// Whether a number may stand in a column of a kind.
pub fn in_range(kind: Kind, value: f64) -> Result<(), OutOfRange> {
    let fits = match kind {
        Kind::Integer(min, max) => min as f64 <= value && value <= max as f64,
        Kind::Number(min, max) => min <= value && value <= max,
        Kind::Positive => value > 0.0 && value < 1e12,
        Kind::Money => (0.0..=MOST_EUR).contains(&value),
        _ => true,
    };
    if fits { Ok(()) } else { Err(OutOfRange(kind)) }
}

/// The entries of a `|`-separated list: none empty, none twice.
fn list(text: &str, at: At<'_>) -> Result<Vec<String>, Box<Fault>> {
    let entries: Vec<String> = text
        .split('|')
        .map(|entry| entry.trim().to_owned())
        .collect();
    for (i, entry) in entries.iter().enumerate() {
        if entry.is_empty() {
            return Err(Box::new(
                Fault::new("empty-in-list", at).with("value", text),
            ));
        }
        if entries[..i].contains(entry) {
            return Err(Box::new(
                Fault::new("twice-in-list", at).with("value", entry.as_str()),
            ));
        }
    }
    Ok(entries)
}
