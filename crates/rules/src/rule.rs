//! What a rule is.

use domain::plan::{Finding, Level};
use domain::{Message, Plan, Region, RowRef};

/// What a rule looks at.
pub(crate) struct Case<'a> {
    pub region: &'a Region,
    pub plan: &'a Plan,
    pub approved: Option<&'a Plan>,
}

/// A rule of the plan.
pub struct Rule {
    /// Its number, such as `R09`.
    pub id: &'static str,
    /// What it rests on.
    pub basis: &'static str,
    /// The level at which it speaks: national rule, EU guidance, UN guidance.
    /// A part of it may speak at another one; the rule's file says so.
    pub level: Level,
    pub(crate) look: fn(&Case) -> Vec<Found>,
}

impl Rule {
    pub(crate) fn check(&self, case: &Case) -> Vec<Finding> {
        let finding = |found: Found| Finding {
            rule: self.id.to_owned(),
            level: found.level.unwrap_or(self.level),
            message: found.message,
            basis: format!("{}: {}", self.id, self.basis),
            rows: found.rows,
        };
        (self.look)(case).into_iter().map(finding).collect()
    }
}

/// What a rule has found.
pub(crate) struct Found {
    message: Message,
    level: Option<Level>,
    rows: Vec<RowRef>,
}

impl Found {
    pub fn new(message: Message) -> Self {
        Self {
            message,
            level: None,
            rows: Vec::new(),
        }
    }

    /// Speaks at another level than the rule's.
    pub fn at(mut self, level: Level) -> Self {
        self.level = Some(level);
        self
    }

    /// Names a row of the package.
    pub fn row(mut self, file: &str, line: u32) -> Self {
        self.rows.push(RowRef {
            file: file.to_owned(),
            line,
        });
        self
    }

    /// Names several rows of a file.
    pub fn rows(self, file: &str, lines: impl IntoIterator<Item = u32>) -> Self {
        lines
            .into_iter()
            .fold(self, |found, line| found.row(file, line))
    }
}
