//! `tuvak travel prepare`: an extract becomes a network that loads in an instant.

use super::{End, refuse, road_mode, tell};
use crate::cli::Roads;
use crate::commands::cannot_write;
use crate::progress::Gauge;
use crate::say::Voice;
use ::travel::{Clock, Error, Stage};
use domain::Message;
use roads::Profile;
use serde_json::json;
use std::path::Path;

/// Prepares and saves.
pub fn run(voice: &Voice, roads: &Roads, out: &Path) -> Result<End, End> {
    super::not_over(voice, Some(out), roads, None)?;
    let profile = match road_mode(voice, roads)? {
        Some(mode) => mode.profile().clone(),
        None => Profile::builtin(::travel::DEFAULT_PROFILE)
            .map_err(|error| refuse(voice, &Error::from(error)))?,
    };
    if let Some(folder) = out.parent() {
        std::fs::create_dir_all(folder).map_err(|error| cannot_write(voice, out, &error))?;
    }
    let extract = roads.osm.as_deref().unwrap_or(Path::new(""));
    let mut clock = Clock::default();
    let mut gauge = Gauge::new(voice);
    let network = ::travel::prepare(extract, &profile, roads.threads, &mut gauge, &mut clock)
        .map_err(|error| refuse(voice, &error))?;
    clock
        .time(Stage::Write, || network.save(out))
        .map_err(|error| refuse(voice, &Error::from(error)))?;
    drop(gauge);
    let bytes = std::fs::metadata(out).map(|file| file.len()).unwrap_or(0);
    voice.say(
        &Message::new("travel-prepared")
            .with("file", out.display().to_string())
            .with("profile", profile.name())
            .with("mib", bytes as f64 / f64::from(1 << 20)),
    );
    tell::stages(voice, &clock);
    voice.object(&json!({
        "file": out,
        "profile": profile.name(),
        "bytes": bytes,
        "seconds": tell::stages_object(&clock),
    }));
    Ok(End::Done)
}
