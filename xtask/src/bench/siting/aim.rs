//! What is aimed at.

use super::known::Known;
use super::ran::Ran;
use std::fmt;

/// An aim for one run.
#[derive(Debug, Clone, Copy)]
pub struct Aim {
    /// What is to be reached.
    pub reach: Reach,
    /// Within so many processor seconds, by thread.
    pub seconds: f64,
    /// And so many bytes.
    pub bytes: Option<f64>,
}

/// What a run is to reach.
#[derive(Debug, Clone, Copy)]
pub enum Reach {
    /// The optimum, proven.
    Proof,
    /// A gap that is proven.
    Gap(f64),
    /// An answer no worse than the best known by more than this share.
    NearBest(f64),
}

impl Aim {
    /// The optimum proven within so many seconds.
    pub fn proof(seconds: f64) -> Self {
        Self {
            reach: Reach::Proof,
            seconds,
            bytes: None,
        }
    }

    /// A gap proven within so many seconds.
    pub fn gap(gap: f64, seconds: f64) -> Self {
        Self {
            reach: Reach::Gap(gap),
            seconds,
            bytes: None,
        }
    }

    /// Within so many bytes.
    pub fn bytes(self, bytes: f64) -> Self {
        Self {
            bytes: Some(bytes),
            ..self
        }
    }

    /// Whether a run reaches it.
    pub fn met(&self, ran: &Ran, known: Option<&Known>, threads: usize) -> bool {
        let by_thread = |cpu: f64| cpu / threads as f64 <= self.seconds;
        let reached = match self.reach {
            Reach::Proof => ran.proven() && by_thread(ran.cpu),
            Reach::Gap(gap) => ran.until(gap).is_some_and(by_thread),
            Reach::NearBest(share) => known.is_some_and(|known| {
                ran.objective <= known.value * (1.0 + share) && by_thread(ran.cpu - SLACK)
            }),
        };
        reached && self.bytes.is_none_or(|bytes| ran.bytes <= bytes)
    }
}

/// A run that is stopped by its limit ends a little after it.
const SLACK: f64 = 2.0;

impl fmt::Display for Aim {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.reach {
            Reach::Proof => write!(out, "proven in {} s", self.seconds)?,
            Reach::Gap(gap) => write!(out, "{} % in {} s", 100.0 * gap, self.seconds)?,
            Reach::NearBest(share) => {
                write!(out, "{} % from best in {} s", 100.0 * share, self.seconds)?
            }
        }
        match self.bytes {
            Some(bytes) => write!(out, ", {:.1} GB", bytes / 1e9),
            None => Ok(()),
        }
    }
}
