//! Words of a text file, each with its line.

use super::error::{Expected, FormatError, Found};

/// What ends a file of old systems: nothing but blanks follows it.
const DOS_END: u8 = 0x1a;

/// The words of a file, one after the other.
pub struct Tokens<'a> {
    rest: &'a [u8],
    line: usize,
}

impl<'a> Tokens<'a> {
    /// The words of a file.
    pub fn new(file: &'a [u8]) -> Self {
        Self {
            rest: without_end(file),
            line: 1,
        }
    }

    /// The next word, if there is one.
    pub fn next(&mut self) -> Option<&'a [u8]> {
        let blanks = self
            .rest
            .iter()
            .take_while(|byte| byte.is_ascii_whitespace());
        let (mut skip, mut lines) = (0, 0);
        for byte in blanks {
            skip += 1;
            lines += usize::from(*byte == b'\n');
        }
        self.rest = &self.rest[skip..];
        self.line += lines;
        let end = self.rest.iter().position(u8::is_ascii_whitespace);
        let (word, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = rest;
        (!word.is_empty()).then_some(word)
    }

    /// Leaves out what is left of the line.
    pub fn skip_line(&mut self) {
        let end = self.rest.iter().position(|byte| *byte == b'\n');
        self.rest = &self.rest[end.unwrap_or(self.rest.len())..];
    }

    /// How many words there are still.
    pub fn count_left(&self) -> usize {
        let mut rest = Self { ..*self };
        std::iter::from_fn(|| rest.next()).count()
    }

    /// The fault of a word, or of its absence.
    pub fn fault(&self, expected: Expected, word: Option<&[u8]>) -> FormatError {
        FormatError::Line {
            line: self.line,
            expected,
            found: word.map_or(Found::End, quote),
        }
    }

    /// A finite number.
    pub fn number(&mut self) -> Result<f64, FormatError> {
        let word = self.next();
        let number = word.and_then(parse);
        number.ok_or_else(|| self.fault(Expected::Number, word))
    }

    /// A finite number, at least 0.
    pub fn amount(&mut self) -> Result<f64, FormatError> {
        let word = self.next();
        let number = word.and_then(parse).filter(|number| *number >= 0.0);
        number.ok_or_else(|| self.fault(Expected::Amount, word))
    }

    /// A whole number, at least 0.
    pub fn whole(&mut self) -> Result<u32, FormatError> {
        let word = self.next();
        let number = word.and_then(whole);
        number.ok_or_else(|| self.fault(Expected::Whole, word))
    }

    /// How many of something, at least 1.
    pub fn count(&mut self) -> Result<usize, FormatError> {
        let word = self.next();
        let number = word.and_then(whole).filter(|number| *number > 0);
        let count = number.ok_or_else(|| self.fault(Expected::Count, word))?;
        Ok(count as usize)
    }

    /// Refuses a file that is too short for so many more numbers, before room is made
    /// for them.
    pub fn expect(&mut self, numbers: Option<usize>) -> Result<(), FormatError> {
        // Each takes a digit, and between two is a blank.
        let needed = numbers.and_then(|numbers| numbers.checked_mul(2));
        if needed.is_none_or(|needed| needed > self.rest.len() + 1) {
            let numbers = Expected::Numbers(numbers.unwrap_or(usize::MAX));
            return Err(self.fault(numbers, None));
        }
        Ok(())
    }

    /// So many amounts; the file must have been found long enough.
    pub fn amounts(&mut self, count: usize) -> Result<Vec<f64>, FormatError> {
        (0..count).map(|_| self.amount()).collect()
    }

    /// Refuses whatever is left.
    pub fn end(&mut self) -> Result<(), FormatError> {
        match self.next() {
            None => Ok(()),
            Some(word) => Err(self.fault(Expected::End, Some(word))),
        }
    }
}

/// A file without what ends it on old systems.
pub fn without_end(file: &[u8]) -> &[u8] {
    let is_blank = |byte: &u8| *byte == DOS_END || byte.is_ascii_whitespace();
    let end = file.iter().rposition(|byte| !is_blank(byte));
    &file[..end.map_or(0, |end| end + 1)]
}

/// A word as a finite number.
pub fn parse(word: &[u8]) -> Option<f64> {
    let number: f64 = std::str::from_utf8(word).ok()?.parse().ok()?;
    number.is_finite().then_some(number)
}

/// A word as a whole number, which may have decimals that are 0.
pub fn whole(word: &[u8]) -> Option<u32> {
    let number = parse(word)?;
    let is_whole = number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number);
    is_whole.then_some(number as u32)
}

/// The beginning of a word, so that it can be read whatever is in it.
pub fn quote(word: &[u8]) -> Found {
    let word: String = String::from_utf8_lossy(word).chars().take(40).collect();
    Found::Word(word.escape_debug().to_string())
}
