//! How far long work has come, for somebody on another thread.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::Relaxed};

/// How far long work has come, and the wish of whoever waits for it to stop.
#[derive(Debug, Default)]
pub struct Progress {
    done: AtomicUsize,
    all: AtomicUsize,
    stopped: AtomicBool,
}

impl Progress {
    /// The share of the work that is done, 0 to 1; 0 while nobody knows how much there is.
    pub fn share(&self) -> f64 {
        self.done.load(Relaxed) as f64 / self.all.load(Relaxed).max(1) as f64
    }

    /// Asks the work to end without an answer.
    pub fn stop(&self) {
        self.stopped.store(true, Relaxed);
    }

    /// Whether somebody asked to stop.
    pub fn is_stopped(&self) -> bool {
        self.stopped.load(Relaxed)
    }

    /// Tells how much work there is, in a unit of the work's own.
    pub fn expect(&self, all: usize) {
        self.all.store(all, Relaxed);
    }

    /// Tells that some more of it is done.
    pub fn advance(&self, done: usize) {
        self.done.fetch_add(done, Relaxed);
    }
}
