//! Numbers of a JSON file whose shape is told by counts in it.

use super::error::FormatError;
use super::instance::fields::{Faults, Path};
use super::instance::{Fault, Kind, What};
use super::tokens::without_end;
use serde_json::{Map, Value};

/// The fields of a file, and the faults found in them so far.
pub struct Document {
    fields: Map<String, Value>,
    faults: Faults,
}

impl Document {
    /// The fields of a file.
    pub fn new(file: &[u8]) -> Result<Self, FormatError> {
        let fields = serde_json::from_slice(without_end(file));
        let fields = fields.map_err(|error| {
            FormatError::Faults(vec![Fault {
                path: "$".to_owned(),
                what: What::Syntax(error.to_string()),
            }])
        })?;
        let faults = Faults::default();
        Ok(Self { fields, faults })
    }

    /// A field; its absence is a fault.
    pub fn field(&self, name: &str) -> Option<&Value> {
        let value = self.fields.get(name);
        if value.is_none() {
            self.faults
                .add(&Path::Key(&Path::Root, name), What::Missing);
        }
        value
    }

    /// How many of something, at least 1; 0 where it is faulty.
    pub fn count(&self, name: &str) -> usize {
        let Some(value) = self.field(name) else {
            return 0;
        };
        let count = value.as_u64().filter(|count| *count > 0);
        let count = count.and_then(|count| usize::try_from(count).ok());
        if count.is_none() {
            self.kind(name, Kind::Count, value);
        }
        count.unwrap_or(0)
    }

    /// A number, at least 0.
    pub fn amount(&self, name: &str) -> f64 {
        let path = Path::Key(&Path::Root, name);
        let value = self.field(name);
        value.map_or(0.0, |value| self.read(&path, value))
    }

    /// So many numbers, each at least 0.
    pub fn amounts(&self, name: &str, count: usize) -> Vec<f64> {
        let path = Path::Key(&Path::Root, name);
        let mut numbers = Vec::new();
        if let Some(value) = self.field(name) {
            self.row(&path, value, count, &mut numbers);
        }
        numbers
    }

    /// So many rows of so many numbers, each at least 0, one after the other.
    pub fn matrix(&self, name: &str, rows: usize, columns: usize) -> Vec<f64> {
        let path = Path::Key(&Path::Root, name);
        let mut numbers = Vec::new();
        let Some(value) = self.field(name) else {
            return numbers;
        };
        match value.as_array().filter(|list| list.len() == rows) {
            None => self.faults.kind(&path, Kind::Rows(rows), value),
            Some(list) => {
                for (at, row) in list.iter().enumerate() {
                    self.row(&Path::At(&path, at), row, columns, &mut numbers);
                }
            }
        }
        numbers
    }

    /// Keeps the fault of a field of another kind.
    pub fn kind(&self, name: &str, expected: Kind, found: &Value) {
        self.faults
            .kind(&Path::Key(&Path::Root, name), expected, found);
    }

    /// Refuses the file if there were faults.
    pub fn end(self) -> Result<(), FormatError> {
        match self.faults.into_inner() {
            faults if faults.is_empty() => Ok(()),
            faults => Err(FormatError::Faults(faults)),
        }
    }

    fn row(&self, path: &Path<'_>, value: &Value, count: usize, to: &mut Vec<f64>) {
        match value.as_array().filter(|list| list.len() == count) {
            None => self.faults.kind(path, Kind::Amounts(count), value),
            Some(list) => {
                let numbers = list.iter().enumerate();
                to.extend(numbers.map(|(at, number)| self.read(&Path::At(path, at), number)));
            }
        }
    }

    fn read(&self, path: &Path<'_>, value: &Value) -> f64 {
        let number = value.as_f64().filter(|number| *number >= 0.0);
        if number.is_none() {
            self.faults.kind(path, Kind::Amount, value);
        }
        number.unwrap_or(0.0)
    }
}
