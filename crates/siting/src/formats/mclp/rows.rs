//! Rows of a text file, each as its words.

use super::super::error::{Expected, FormatError, Found};
use super::super::tokens::{parse, quote, whole, without_end};

/// The rows of a file that have words.
#[derive(Clone)]
pub struct Rows<'a> {
    rest: &'a [u8],
    line: usize,
}

impl<'a> Rows<'a> {
    /// The rows of a file.
    pub fn new(file: &'a [u8]) -> Self {
        let rest = without_end(file);
        Self { rest, line: 0 }
    }

    /// The words of the next row; there is at least one.
    pub fn next(&mut self) -> Option<Vec<&'a [u8]>> {
        while !self.rest.is_empty() {
            let end = self.rest.iter().position(|byte| *byte == b'\n');
            let (row, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
            self.rest = rest.get(1..).unwrap_or_default();
            self.line += 1;
            let words = row.split(u8::is_ascii_whitespace);
            let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
            if !words.is_empty() {
                return Some(words);
            }
        }
        None
    }

    /// Refuses a file that is too short for so many rows, before room is made for them.
    pub fn expect(&self, rows: usize) -> Result<(), FormatError> {
        if rows > self.rest.len() {
            return Err(self.missing(Expected::Rows(rows)));
        }
        Ok(())
    }

    /// The fault of a word.
    pub fn fault(&self, expected: Expected, word: &[u8]) -> FormatError {
        FormatError::Line {
            line: self.line,
            expected,
            found: quote(word),
        }
    }

    /// The fault of a row that is not, or not as it should be.
    pub fn missing(&self, expected: Expected) -> FormatError {
        let is_end = self.rest.is_empty();
        FormatError::Line {
            line: self.line.max(1),
            expected,
            found: if is_end { Found::End } else { Found::Else },
        }
    }

    /// A finite number.
    pub fn number(&self, word: &[u8]) -> Result<f64, FormatError> {
        parse(word).ok_or_else(|| self.fault(Expected::Number, word))
    }

    /// A finite number, at least 0.
    pub fn amount(&self, word: &[u8]) -> Result<f64, FormatError> {
        let amount = parse(word).filter(|number| *number >= 0.0);
        amount.ok_or_else(|| self.fault(Expected::Amount, word))
    }

    /// A whole number, at least 0.
    pub fn whole(&self, word: &[u8]) -> Result<u32, FormatError> {
        whole(word).ok_or_else(|| self.fault(Expected::Whole, word))
    }

    /// A node, counted from 1 in the file and from 0 here.
    pub fn node(&self, word: &[u8], nodes: usize) -> Result<u32, FormatError> {
        let node = whole(word).filter(|node| (1..=nodes).contains(&(*node as usize)));
        let node = node.ok_or_else(|| self.fault(Expected::UpTo(nodes as u64), word))?;
        Ok(node - 1)
    }
}
