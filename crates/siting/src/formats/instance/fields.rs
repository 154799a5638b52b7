//! Reading values and keeping their faults, each with its path.

use super::fault::{Fault, Found, Kind, What};
use serde_json::{Map, Value};
use std::cell::RefCell;
use std::fmt;

/// More than so many faults are not told.
const MOST_FAULTS: usize = 1000;

/// Where in a file; only written out where there is a fault.
#[derive(Clone, Copy)]
pub enum Path<'a> {
    Root,
    Key(&'a Path<'a>, &'a str),
    At(&'a Path<'a>, usize),
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => to.write_str("$"),
            Self::Key(whole, key) => write!(to, "{whole}.{key}"),
            Self::At(whole, index) => write!(to, "{whole}[{index}]"),
        }
    }
}

/// The faults found so far.
#[derive(Default)]
pub struct Faults(RefCell<Vec<Fault>>);

impl Faults {
    /// Keeps a fault.
    pub fn add(&self, path: &Path<'_>, what: What) {
        let mut faults = self.0.borrow_mut();
        if faults.len() < MOST_FAULTS {
            let path = path.to_string();
            faults.push(Fault { path, what });
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.borrow().is_empty()
    }

    /// All of them.
    pub fn into_inner(self) -> Vec<Fault> {
        self.0.into_inner()
    }

    /// Keeps the fault of a value of another kind.
    pub fn kind(&self, path: &Path<'_>, expected: Kind, found: &Value) {
        let found = match found {
            Value::Array(_) => Found::List,
            Value::Object(_) => Found::Fields,
            short => Found::Text(shorten(&short.to_string())),
        };
        self.add(path, What::Kind { expected, found });
    }

    /// A whole number within a range.
    pub fn whole(&self, path: &Path<'_>, value: &Value, [least, most]: [i64; 2]) -> Option<i64> {
        let Value::Number(number) = value else {
            self.kind(path, Kind::Whole, value);
            return None;
        };
        let whole = number.as_i64();
        if whole.is_none() && !number.is_u64() {
            self.kind(path, Kind::Whole, value);
            return None;
        }
        let fits = whole.filter(|number| (least..=most).contains(number));
        if fits.is_none() {
            let found = number.to_string();
            self.add(path, What::Range { least, most, found });
        }
        fits
    }

    /// A list of so many whole numbers, each at least 0.
    pub fn row<const N: usize>(&self, path: &Path<'_>, value: &Value) -> Option<[i64; N]> {
        let numbers = value.as_array().filter(|list| list.len() == N);
        let Some(numbers) = numbers else {
            self.kind(path, Kind::Row(N), value);
            return None;
        };
        let mut row = Some([0; N]);
        for (index, number) in numbers.iter().enumerate() {
            let number = self.whole(&Path::At(path, index), number, [0, super::MOST]);
            row = row.zip(number).map(|(mut row, number)| {
                row[index] = number;
                row
            });
        }
        row
    }

    /// Each element of a list, read; nothing of what is faulty.
    pub fn list<T>(
        &self,
        path: &Path<'_>,
        value: &Value,
        read: impl Fn(&Path<'_>, &Value) -> Option<T>,
    ) -> Vec<T> {
        let Some(elements) = value.as_array() else {
            self.kind(path, Kind::List, value);
            return Vec::new();
        };
        let elements = elements.iter().enumerate();
        elements
            .filter_map(|(index, element)| read(&Path::At(path, index), element))
            .collect()
    }

    /// The fields of an object, of which it may have only those named.
    pub fn fields<'v>(
        &self,
        path: &Path<'_>,
        value: &'v Value,
        names: &[&str],
    ) -> Option<&'v Map<String, Value>> {
        let Some(fields) = value.as_object() else {
            self.kind(path, Kind::Fields, value);
            return None;
        };
        for name in fields.keys() {
            if !names.contains(&name.as_str()) {
                self.add(&Path::Key(path, &shorten(name)), What::Unknown);
            }
        }
        Some(fields)
    }

    /// `true`, `false`, or where there is nothing `default`.
    pub fn truth(
        &self,
        path: &Path<'_>,
        fields: &Map<String, Value>,
        name: &str,
        default: Option<bool>,
    ) -> bool {
        let path = Path::Key(path, name);
        match (fields.get(name), default) {
            (Some(Value::Bool(truth)), _) => return *truth,
            (Some(other), _) => self.kind(&path, Kind::Truth, other),
            (None, None) => self.add(&path, What::Missing),
            (None, Some(_)) => {}
        }
        default.unwrap_or(false)
    }

    /// A whole number from 0, or where there is nothing `default`.
    pub fn number(
        &self,
        path: &Path<'_>,
        fields: &Map<String, Value>,
        name: &str,
        most: i64,
        default: Option<i64>,
    ) -> i64 {
        let path = Path::Key(path, name);
        let number = match (fields.get(name), default) {
            (Some(value), _) => self.whole(&path, value, [0, most]),
            (None, Some(default)) => Some(default),
            (None, None) => {
                self.add(&path, What::Missing);
                None
            }
        };
        number.unwrap_or(0)
    }

    /// A whole number from 0; nothing where there is none or `null`.
    pub fn perhaps(
        &self,
        path: &Path<'_>,
        fields: &Map<String, Value>,
        name: &str,
        most: i64,
    ) -> Option<i64> {
        match fields.get(name) {
            None | Some(Value::Null) => None,
            Some(value) => self.whole(&Path::Key(path, name), value, [0, most]),
        }
    }
}

/// The beginning of a text of any length.
pub fn shorten(text: &str) -> String {
    match text.char_indices().nth(40) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", &text[..end]),
    }
}
