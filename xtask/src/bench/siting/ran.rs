//! How a run of a solver on an instance ended.

use super::cases::Case;
use crate::bench::program::{Program, number};
use serde_json::Value;

/// A run.
#[derive(Debug, Clone)]
pub struct Ran {
    /// Whether the gap that was asked for is proven.
    pub is_done: bool,
    /// In published units; not a number where there is none.
    pub objective: f64,
    /// In published units; not a number where there is none.
    pub bound: f64,
    /// Relative; not a number where there is none.
    pub gap: f64,
    /// Processor seconds, with reading or making the instance.
    pub cpu: f64,
    /// Most memory held at once.
    pub bytes: f64,
    /// Pairs of demand and facility.
    pub arcs: f64,
    /// The most by which rounding may have changed an answer's objective.
    pub error: f64,
    /// Gaps and the processor seconds until each was proven.
    until: Vec<(f64, f64)>,
    /// Why it has no answer, in a word.
    pub failed: Option<String>,
}

impl Ran {
    /// Runs a stage of the measuring program on a case.
    pub fn of(program: &Program, stage: &str, case: &Case, seconds: f64) -> Self {
        let (seconds, gap) = (seconds * case.threads as f64, case.gap());
        let (seconds, gap) = (seconds.to_string(), gap.to_string());
        let mut args = vec![stage, &seconds, &gap];
        args.extend(case.source.iter().map(String::as_str));
        let threads = if stage == "highs" { 1 } else { case.threads };
        match program.stage(threads, &args) {
            Ok(said) => Self::read(&said),
            Err(why) => {
                eprintln!("{}: {stage}: {why}", case.name);
                // Who asks for more than the machine may give is ended by a signal.
                Self::failed(if why.contains("signal") {
                    "out of memory"
                } else {
                    "failed"
                })
            }
        }
    }

    /// A run that came to nothing.
    pub fn failed(why: &str) -> Self {
        Self {
            failed: Some(why.to_owned()),
            ..Self::read(&Value::Null)
        }
    }

    /// What a run said of itself.
    pub fn read(said: &Value) -> Self {
        let pairs = said["proven"].as_array().map_or(&[][..], Vec::as_slice);
        let pair = |pair: &Value| Some((pair[0].as_f64()?, pair[1].as_f64()?));
        Self {
            is_done: said["status"] == "optimal",
            objective: number(said, "/objective"),
            bound: number(said, "/bound"),
            gap: number(said, "/gap"),
            cpu: number(said, "/cpu"),
            bytes: number(said, "/peak_bytes"),
            arcs: number(said, "/about/arcs"),
            error: said
                .pointer("/about/error")
                .and_then(Value::as_f64)
                .unwrap_or(0.0),
            until: pairs.iter().filter_map(pair).collect(),
            failed: None,
        }
    }

    /// Whether the optimum is proven, as far as the published values' digits tell.
    pub fn proven(&self) -> bool {
        self.is_done && self.gap <= 1e-6
    }

    /// Processor seconds until a gap was proven.
    pub fn until(&self, gap: f64) -> Option<f64> {
        let known = self
            .until
            .iter()
            .find(|pair| pair.0 == gap)
            .map(|pair| pair.1);
        known.or_else(|| (self.gap <= gap).then_some(self.cpu))
    }
}
