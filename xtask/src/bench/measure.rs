//! What a stage costs: seconds of processor and of clock, and the most memory so far.

use rustix::time::{ClockId, clock_gettime};
use std::sync::OnceLock;
use std::time::Instant;

/// Costs of a stage.
#[derive(Clone, Copy, Default)]
pub struct Cost {
    /// Seconds that all threads together spent on a processor.
    pub cpu: f64,
    /// Seconds by the clock.
    pub wall: f64,
}

impl Cost {
    /// What this process has cost so far; the clock runs from the first asking.
    pub fn now() -> Self {
        static BEGUN: OnceLock<Instant> = OnceLock::new();
        let time = clock_gettime(ClockId::ProcessCPUTime);
        Self {
            cpu: time.tv_sec as f64 + time.tv_nsec as f64 * 1e-9,
            wall: BEGUN.get_or_init(Instant::now).elapsed().as_secs_f64(),
        }
    }

    /// What it has cost since then.
    pub fn since(self, then: Self) -> Self {
        Self {
            cpu: self.cpu - then.cpu,
            wall: self.wall - then.wall,
        }
    }
}

/// Runs a stage and says what it cost.
pub fn cost<T>(stage: impl FnOnce() -> T) -> (T, Cost) {
    let then = Cost::now();
    let made = stage();
    (made, Cost::now().since(then))
}

/// The most memory that this process held at once, in bytes (0 where the system does not say).
pub fn peak_bytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|text| {
        text.trim()
            .trim_end_matches("kB")
            .trim()
            .parse::<u64>()
            .ok()
    })
    .unwrap_or_default()
        * 1024
}
