//! How far work has come, and how long each stage took.

use std::time::Instant;

/// A stage of the work on travel times.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Stage {
    /// Reading the extract.
    Read,
    /// Ordering and contracting the graph.
    Prepare,
    /// Pricing the graph by a profile and changes.
    Price,
    /// Loading a prepared graph.
    Load,
    /// Finding the nearest roads.
    Snap,
    /// Reading timetables.
    Timetable,
    /// Walking to and between stops.
    Walk,
    /// Travel times of pairs.
    Matrix,
    /// Areas within reach.
    Isochrones,
    /// Writing.
    Write,
}

impl Stage {
    /// A stable name: the key of its text is `travel-stage-<name>`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Prepare => "prepare",
            Self::Price => "price",
            Self::Load => "load",
            Self::Snap => "snap",
            Self::Timetable => "timetable",
            Self::Walk => "walk",
            Self::Matrix => "matrix",
            Self::Isochrones => "isochrones",
            Self::Write => "write",
        }
    }
}

/// Who looks on while travel times are reckoned: called with the stage and how
/// much of it is done (0 to 1), it says whether to go on.
pub trait Watch {
    /// Told how far a stage has come; `false` asks to stop.
    fn at(&mut self, stage: Stage, share: f64) -> bool;
}

impl<F: FnMut(Stage, f64) -> bool> Watch for F {
    fn at(&mut self, stage: Stage, share: f64) -> bool {
        self(stage, share)
    }
}

/// Seconds of each stage, in the order in which they first came; a stage that
/// comes again adds up.
#[derive(Debug, Clone, Default)]
pub struct Clock(Vec<(Stage, f64)>);

impl Clock {
    /// Runs a stage and adds its seconds.
    pub fn time<T>(&mut self, stage: Stage, work: impl FnOnce() -> T) -> T {
        let begun = Instant::now();
        let done = work();
        self.add(stage, begun.elapsed().as_secs_f64());
        done
    }

    /// Adds seconds to a stage.
    pub fn add(&mut self, stage: Stage, seconds: f64) {
        match self.0.iter_mut().find(|(known, _)| *known == stage) {
            Some((_, sum)) => *sum += seconds,
            None => self.0.push((stage, seconds)),
        }
    }

    /// Stage and seconds.
    pub fn stages(&self) -> &[(Stage, f64)] {
        &self.0
    }
}
