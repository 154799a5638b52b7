//! Seconds and peak memory of each stage, for `--verbose`.

use crate::say::Voice;
use domain::Message;
use serde_json::{Value, json};
use std::time::Instant;

/// A stop-watch over the stages of a command.
pub struct Stages {
    begun: Instant,
    done: Vec<(&'static str, f64)>,
}

impl Stages {
    /// Starts the watch.
    pub fn start() -> Self {
        Self {
            begun: Instant::now(),
            done: Vec::new(),
        }
    }

    /// Ends a stage.
    pub fn end(&mut self, name: &'static str) {
        let before: f64 = self.done.iter().map(|(_, seconds)| seconds).sum();
        self.done
            .push((name, self.begun.elapsed().as_secs_f64() - before));
    }

    /// Tells all stages, if asked for.
    pub fn tell(&self, voice: &Voice) {
        if !voice.verbose {
            return;
        }
        for (name, seconds) in &self.done {
            let stage = voice.texts.get(&format!("cli-stage-{name}"));
            voice.say(
                &Message::new("cli-stage-seconds")
                    .with("stage", stage)
                    .with("seconds", *seconds),
            );
        }
        if let Some(mib) = peak_mib() {
            voice.say(&Message::new("cli-peak-memory").with("mib", mib.round()));
        }
    }

    /// The stages as part of the object.
    pub fn as_json(&self) -> Value {
        let seconds: serde_json::Map<String, Value> = self
            .done
            .iter()
            .map(|(name, seconds)| {
                (
                    (*name).to_owned(),
                    json!((seconds * 1000.0).round() / 1000.0),
                )
            })
            .collect();
        json!({ "seconds": seconds, "peak_mib": peak_mib().map(f64::round) })
    }
}

/// Peak resident memory of this process in MiB, where the system tells it.
fn peak_mib() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kib: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kib / 1024.0)
}
