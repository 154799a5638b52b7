//! Identifiers that nobody has.

use crate::error::{Fault, FaultKind};

/// Rows that name an identifier which another file does not have.
pub struct Unknown {
    column: &'static str,
    target: &'static str,
    first: Option<(String, u64)>,
    count: usize,
}

impl Unknown {
    pub fn new(column: &'static str, target: &'static str) -> Unknown {
        Unknown {
            column,
            target,
            first: None,
            count: 0,
        }
    }

    pub fn add(&mut self, id: &str, line: u64) {
        self.first.get_or_insert_with(|| (id.to_owned(), line));
        self.count += 1;
    }

    pub fn fault(self, feed: &str, file: &'static str) -> Option<Fault> {
        let (id, line) = self.first?;
        Some(Fault {
            feed: feed.to_owned(),
            file,
            line: Some(line),
            kind: FaultKind::Unknown {
                column: self.column,
                id,
                target: self.target,
                count: self.count,
            },
        })
    }
}
