//! What a profile makes of a node's tags: barriers that block, gates, signals and signs that delay.

use std::collections::BTreeSet;

use super::schema::Schema;
use super::{Profile, measure};
use crate::tags::Tags;

/// A node as the profile sees it.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub(crate) struct Obstacle {
    /// Nobody passes.
    pub blocks: bool,
    /// Milliseconds for those who come along the direction of the way, and against it.
    pub delay_ms: [u32; 2],
    /// Milliseconds for everybody, whatever the way.
    pub gate_ms: u32,
    /// A stop sign for the lesser road only.
    pub minor: bool,
    /// A stop sign that does not say which direction it is for.
    pub undirected_stop: bool,
}

impl Obstacle {
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

pub(super) fn keys(s: &Schema) -> BTreeSet<String> {
    let fixed = [
        "barrier",
        "bollard",
        "kerb",
        "sensory",
        "maxheight",
        "highway",
        "direction",
        "stop",
        "traffic_signals:direction",
    ];
    fixed
        .iter()
        .map(|k| (*k).to_owned())
        .chain(s.access.keys.iter().cloned())
        .collect()
}

impl Profile {
    /// What a node of these tags does to those who pass it.
    pub(crate) fn node(&self, tags: &Tags<'_>) -> Obstacle {
        let s = self.schema();
        let mut found = Obstacle::default();
        let access = s.access.keys.iter().find_map(|k| tags.get(k));
        match (access, tags.get("barrier")) {
            (Some(access), _) => {
                found.blocks = access
                    .split(';')
                    .map(str::trim)
                    .all(|a| s.access.denied.contains(a) && !s.access.restricted.contains(a));
            }
            (None, Some(barrier)) => {
                let gate = s.nodes.barrier_s.get(barrier);
                found.blocks =
                    gate.is_none() && blocks(s, barrier, tags) || too_low(s, barrier, tags);
                found.gate_ms = gate.map_or(0, |seconds| milliseconds(*seconds));
            }
            (None, None) => {}
        }
        if let Some(sign) = tags.get("highway")
            && let Some(seconds) = s.nodes.delay_s.get(sign)
        {
            let own = if sign == "traffic_signals" {
                tags.get("traffic_signals:direction")
            } else {
                None
            };
            let ms = milliseconds(*seconds);
            found.delay_ms = match own.or_else(|| tags.get("direction")) {
                Some("forward") => [ms, 0],
                Some("backward") => [0, ms],
                direction => {
                    found.undirected_stop = sign == "stop" && direction != Some("both");
                    [ms, ms]
                }
            };
            found.minor = sign == "stop" && tags.get("stop") == Some("minor");
            found.undirected_stop &= !found.minor;
        }
        found
    }
}

fn milliseconds(seconds: f64) -> u32 {
    (seconds * 1000.0).round().clamp(0.0, 36_000_000.0) as u32
}

/// A barrier of a kind that stops the vehicle. Sunken bollards, flat kerbs and fences for animals alone do not.
fn blocks(s: &Schema, barrier: &str, tags: &Tags<'_>) -> bool {
    let listed = match (&s.nodes.barriers_open, &s.nodes.barriers_closed) {
        (Some(open), _) => !open.contains(barrier),
        (None, Some(closed)) => closed.contains(barrier),
        (None, None) => false,
    };
    let rising = tags.get("bollard") == Some("rising");
    let flat = matches!(tags.get("kerb"), Some("lowered" | "flush"));
    let crossing = barrier == "kerb" && tags.get("highway") == Some("crossing");
    let audible = barrier == "fence" && matches!(tags.get("sensory"), Some("audible" | "audio"));
    listed && !rising && !flat && !crossing && !audible
}

fn too_low(s: &Schema, barrier: &str, tags: &Tags<'_>) -> bool {
    let height = tags.get("maxheight").and_then(measure::height);
    barrier == "height_restrictor"
        && s.size
            .height_m
            .zip(height)
            .is_some_and(|(own, max)| max < own)
}
