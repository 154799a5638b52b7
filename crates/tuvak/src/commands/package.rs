//! A package with its travel times: those of its `travel.csv`, or reckoned on
//! its roads and timetables.

use super::{End, check, travel};
use crate::progress::{self, Gauge};
use crate::say::Voice;
use ::travel::{Cache, Clock, FAR_METRES, Filled, Reckoning};
use dataset::Checked;
use domain::{Message, Region};
use std::path::Path;

/// A sound package, and what its travel times were reckoned from.
pub struct Package {
    /// The region; with travel times where it has roads.
    pub region: Region,
    /// What is said of the travel times, for the plan's notes too.
    pub told: Vec<Message>,
}

/// Reads and checks a package; its faults are told here.
pub fn read(voice: &Voice, dir: &Path) -> Result<Package, End> {
    let (checked, told) = check(voice, dir)?;
    match checked.region {
        Some(region) => {
            for message in &told {
                voice.say(message);
            }
            Ok(Package { region, told })
        }
        None => Err(check::tell_faults(voice, dir, &checked)),
    }
}

/// Checks a package; where it has roads, its travel times are reckoned on them.
pub fn check(voice: &Voice, dir: &Path) -> Result<(Checked, Vec<Message>), End> {
    let mut checked = dataset::check(dir);
    let mut told = Vec::new();
    if let (Some(region), Some(roads)) = (&mut checked.region, &checked.roads) {
        progress::listen();
        let how = Reckoning {
            cache: Cache::of_user(),
            threads: crate::cli::cores(),
            far_metres: FAR_METRES,
        };
        let mut gauge = Gauge::new(voice);
        let filled = ::travel::fill(region, roads, &how, &mut gauge, &mut Clock::default());
        drop(gauge);
        let Filled {
            faults,
            notes,
            told: messages,
        } = filled.map_err(|error| travel::refuse(voice, &error))?;
        if !faults.is_empty() {
            checked.region = None;
        }
        checked.faults.extend(faults);
        checked.notes.extend(notes);
        told = messages;
    }
    Ok((checked, told))
}
