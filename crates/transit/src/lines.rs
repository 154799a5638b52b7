//! On which line a row stands. The reader of rows counts short where lines end
//! in two characters, and tells an empty line in place of the row behind it.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::io::{Read, Result};
use std::rc::Rc;

/// Places of line ends that were read and not yet passed.
type Ends = Rc<RefCell<VecDeque<u64>>>;

/// A file that notes where its lines end.
pub struct Noted<R> {
    from: R,
    at: u64,
    ends: Ends,
}

/// Tells lines; asked about rows in their order.
pub struct Lines {
    ends: Ends,
    passed: u64,
}

impl<R: Read> Noted<R> {
    /// A file, and who tells its lines.
    pub fn new(from: R) -> (Self, Lines) {
        let ends = Ends::default();
        let lines = Lines {
            ends: Rc::clone(&ends),
            passed: 0,
        };
        (Self { from, at: 0, ends }, lines)
    }
}

impl<R: Read> Read for Noted<R> {
    fn read(&mut self, into: &mut [u8]) -> Result<usize> {
        let count = self.from.read(into)?;
        let ends = (self.at..).zip(&into[..count]);
        let ends = ends.filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at);
        self.ends.borrow_mut().extend(ends);
        self.at += count as u64;
        Ok(count)
    }
}

impl Lines {
    /// The line on which a row begins that has been read up to a byte and holds
    /// so many line ends itself.
    pub fn of(&mut self, end: u64, within: u64) -> u64 {
        let mut ends = self.ends.borrow_mut();
        // The last byte ends the row.
        while ends.front().is_some_and(|&at| at + 1 < end) {
            ends.pop_front();
            self.passed += 1;
        }
        (self.passed + 1).saturating_sub(within)
    }
}
