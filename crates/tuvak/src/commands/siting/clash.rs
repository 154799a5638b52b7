//! Which conditions of a problem clash, in the instance's terms.

use crate::cli::SitingTask;
use crate::progress::Show;
use crate::say::Voice;
use crate::solver::solver;
use ::siting::conflict::{Condition, conflict};
use ::siting::formats::Stated;
use ::siting::solver::{Control, Progress};
use domain::Message;
use serde_json::{Value, json};
use std::time::Instant;

/// Tells the conditions to people, and gives them as data. The time limit holds once more.
pub fn tell(voice: &Voice, task: &SitingTask, stated: &Stated) -> Vec<Value> {
    let began = Instant::now();
    let mut show = Show::new(voice);
    let mut watch = |_: Progress| {
        let seconds = began.elapsed().as_secs_f64();
        let control =
            show.say(|| Message::new("format-clash-progress").with("seconds", seconds.round()));
        match task.time_limit {
            Some(limit) if seconds >= limit => Control::Stop,
            _ => control,
        }
    };
    let clash = match conflict(&stated.instance, &solver(), &mut watch) {
        Ok(clash) if !clash.conditions.is_empty() => clash,
        _ => return Vec::new(),
    };
    drop(show);
    voice.say(&Message::new(match clash.is_least {
        true => "format-clash",
        false => "format-clash-some",
    }));
    let told = |condition: &Condition| {
        let (kind, list, index) = place(*condition);
        let what = Message::new(&format!("format-condition-{kind}"))
            .with("path", format!("{list}[{index}]"));
        voice.text(&format!("  – {}", voice.texts.say(&what)));
        json!({ "kind": kind, "index": index })
    };
    clash.conditions.iter().map(told).collect()
}

/// The kind of a condition, and where the instance has it.
fn place(condition: Condition) -> (&'static str, &'static str, usize) {
    match condition {
        Condition::Lock(at) => ("lock", "locks", at),
        Condition::Ceiling(at) => ("ceiling", "ceilings", at),
        Condition::MinLoad { facility } => ("min-load", "facilities", facility),
        Condition::MaxPlaces(at) => ("max-places", "sites", at),
        Condition::Apart(at) => ("apart", "apart", at),
        Condition::Capacity { facility } => ("capacity", "facilities", facility),
        Condition::Served { demand } => ("served", "demands", demand),
    }
}
