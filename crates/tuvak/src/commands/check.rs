//! `tuvak check DIR`: all faults of a package at once.

use super::{End, package};
use crate::say::Voice;
use dataset::{Checked, Fault};
use domain::{Message, Region};
use serde_json::{Value, json};
use std::path::Path;

/// Checks a package and tells its faults and notes.
pub fn run(voice: &Voice, dir: &Path) -> Result<End, End> {
    let (checked, told) = package::check(voice, dir)?;
    let Some(region) = &checked.region else {
        return Err(tell_faults(voice, dir, &checked));
    };
    tell_notes(voice, &checked);
    for message in &told {
        voice.say(message);
    }
    voice.say(&Message::new("cli-package-sound").with("dir", dir.display().to_string()));
    voice.say(&holds(region));
    voice.object(&object(voice, &checked));
    Ok(End::Done)
}

/// Tells why nothing can be done with a package.
pub fn tell_faults(voice: &Voice, dir: &Path, checked: &Checked) -> End {
    for fault in &checked.faults {
        voice.text(&line(voice, fault));
    }
    tell_notes(voice, checked);
    voice.say(
        &Message::new("cli-package-faulty")
            .with("dir", dir.display().to_string())
            .with("faults", checked.faults.len()),
    );
    voice.object(&object(voice, checked));
    End::Faults
}

/// Tells faults of rows outside a package.
pub fn tell_rows(voice: &Voice, faults: &[Fault]) -> End {
    for fault in faults {
        voice.text(&line(voice, fault));
    }
    voice.say(&Message::new("travel-faulty").with("faults", faults.len()));
    voice.object(&json!({ "faults": list(voice, faults) }));
    End::Faults
}

fn tell_notes(voice: &Voice, checked: &Checked) {
    if !checked.notes.is_empty() {
        voice.say(&Message::new("cli-package-notes").with("notes", checked.notes.len()));
        for note in &checked.notes {
            voice.text(&line(voice, note));
        }
    }
}

/// `file:row:column: what; how to mend it`, without the parts that do not apply.
pub fn line(voice: &Voice, fault: &Fault) -> String {
    let line = (fault.line > 0).then(|| fault.line.to_string());
    let place: Vec<&str> = [
        fault.file.as_str(),
        line.as_deref().unwrap_or_default(),
        fault.column.as_str(),
    ]
    .into_iter()
    .filter(|part| !part.is_empty())
    .collect();
    let place = match place.join(":") {
        place if place.is_empty() => place,
        place => format!("{place}: "),
    };
    let what = voice.texts.say(&fault.what);
    match voice.texts.say(&fault.remedy) {
        remedy if remedy.is_empty() => format!("{place}{what}"),
        remedy => format!("{place}{what}; {remedy}"),
    }
}

fn holds(region: &Region) -> Message {
    let points = demand::demand(region).points;
    Message::new("cli-package-holds")
        .with("municipalities", region.municipalities().count())
        .with("places", region.places.len())
        .with("services", region.services.len())
        .with(
            "persons",
            points.iter().map(|point| point.persons).sum::<u32>(),
        )
        .with("year", region.scenario.year.to_string())
        .with("sites", region.sites.len())
        .with("candidates", region.candidates.len())
}

/// Faults as part of the object.
fn list(voice: &Voice, faults: &[Fault]) -> Vec<Value> {
    let of = |fault: &Fault| {
        json!({
            "file": fault.file,
            "row": fault.line,
            "column": fault.column,
            "key": fault.what.key,
            "what": voice.texts.say(&fault.what),
            "remedy": voice.texts.say(&fault.remedy),
        })
    };
    faults.iter().map(of).collect()
}

fn object(voice: &Voice, checked: &Checked) -> Value {
    json!({
        "sound": checked.region.is_some(),
        "fingerprint": checked.region.as_ref().map(|region| &region.fingerprint),
        "faults": list(voice, &checked.faults),
        "notes": list(voice, &checked.notes),
    })
}
