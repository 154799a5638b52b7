//! `tuvak import KIND FILE.xlsx --into DIR`: one of the ministry's open tables.

use super::{End, cause};
use crate::say::{self, Voice};
use dataset::import::{OpenTable, default_mapping, import};
use domain::Message;
use serde_json::json;
use std::path::Path;

/// Imports a workbook, or prints the default mapping.
pub fn run(
    voice: &Voice,
    kind: &str,
    file: Option<&Path>,
    into: Option<&Path>,
    mapping: Option<&Path>,
    show_mapping: bool,
) -> Result<End, End> {
    let table = OpenTable::parse(kind).ok_or(End::Usage)?;
    let (Some(file), Some(into), false) = (file, into, show_mapping) else {
        say::print(default_mapping(table));
        return Ok(End::Done);
    };
    let mapping = mapping
        .map(|file| {
            std::fs::read_to_string(file).map_err(|error| {
                let message = Message::new("cli-cannot-read")
                    .with("file", file.display().to_string())
                    .with("why", cause(voice, &error));
                voice.refuse(&message, End::Faults)
            })
        })
        .transpose()?;
    let say = |messages: &[Message]| -> Vec<String> {
        messages
            .iter()
            .map(|message| voice.texts.say(message))
            .collect()
    };
    let imported = import(table, file, into, mapping.as_deref()).map_err(|faults| {
        for line in say(&faults) {
            voice.text(&line);
        }
        voice.text(&voice.texts.get("cli-import-nothing"));
        voice.object(&json!({ "written": false, "faults": say(&faults) }));
        End::Faults
    })?;
    for line in say(&imported.notes) {
        voice.text(&line);
    }
    if !imported.unmatched.is_empty() {
        voice.text(&voice.texts.get("cli-import-unmatched"));
        for line in say(&imported.unmatched) {
            voice.text(&format!("  – {line}"));
        }
    }
    match &imported.file {
        Some(file) => voice.say(
            &Message::new("cli-import-done")
                .with("rows", imported.rows)
                .with("file", file.as_str()),
        ),
        None => voice.text(&voice.texts.get("cli-import-nothing")),
    }
    voice.object(&json!({
        "written": imported.file.is_some(),
        "file": imported.file,
        "rows": imported.rows,
        "notes": say(&imported.notes),
        "unmatched": say(&imported.unmatched),
    }));
    Ok(End::Done)
}
