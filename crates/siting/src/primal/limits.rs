//! When a heuristic ends.

use std::cell::Cell;

/// How long a heuristic may go on. Work is counted, not timed, so that the same
/// limits give the same answer on every machine unless `stop` says otherwise.
pub struct Limits<'a> {
    /// Units of work that are left: arcs looked at, or assignments solved, as the heuristic says.
    work: Cell<u64>,
    stop: &'a dyn Fn() -> bool,
}

impl<'a> Limits<'a> {
    /// Ends after so much work, or as soon as `stop` says so.
    pub fn new(work: u64, stop: &'a dyn Fn() -> bool) -> Self {
        let work = Cell::new(work);
        Self { work, stop }
    }

    /// Ends by itself only.
    pub fn none() -> Limits<'static> {
        Limits::new(u64::MAX, &|| false)
    }

    /// Work that is left.
    pub fn left(&self) -> u64 {
        self.work.get()
    }

    /// Counts work that was done.
    pub fn spend(&self, work: u64) {
        self.work.set(self.work.get().saturating_sub(work));
    }

    /// Whether no more may be done.
    pub fn over(&self) -> bool {
        self.work.get() == 0 || (self.stop)()
    }
}
