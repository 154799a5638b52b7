//! A profile as it is written down. Every table is optional; what is absent has no effect.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

/// Value of a tag → a number.
pub(crate) type Numbers = BTreeMap<String, f64>;
/// Key of a tag → its values.
pub(crate) type Rules = BTreeMap<String, BTreeSet<String>>;

/// The whole file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Schema {
    pub name: String,
    pub vehicle: String,
    pub entry_kmh: Option<f64>,
    #[serde(default)]
    pub speed: Speed,
    #[serde(default)]
    pub access: Access,
    #[serde(default)]
    pub oneway: Oneway,
    #[serde(default)]
    pub closed: Closed,
    #[serde(default)]
    pub size: Size,
    #[serde(default)]
    pub ferries: Ferries,
    #[serde(default)]
    pub nodes: Nodes,
    #[serde(default)]
    pub turns: Turns,
}

/// How fast a way is.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Speed {
    /// Key → value → km/h; the first key that a way has decides.
    pub kmh: BTreeMap<String, Numbers>,
    /// km/h of a way whose access tags open it though its class is not listed.
    pub accessible_kmh: f64,
    /// Multiplies every speed but a ferry's.
    pub factor: Option<f64>,
    /// Upper limit of every speed.
    pub cap_kmh: Option<f64>,
    /// Key → value → upper limit in km/h.
    pub caps: BTreeMap<String, Numbers>,
    /// Value of `highway` → key → value taken for granted where the way has no such key.
    pub assume: BTreeMap<String, BTreeMap<String, String>>,
    /// Value of `bridge` → km/h.
    pub bridge_kmh: Numbers,
    pub maxspeed: Maxspeed,
}

/// What a tagged speed limit means.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Maxspeed {
    pub keys: Vec<String>,
    /// Share of the limit that is driven.
    pub factor: Option<f64>,
    /// Lower-case value → limit in km/h (0 = none known).
    pub values: Numbers,
    /// What follows the colon of an unlisted `country:what` → limit in km/h.
    pub defaults: Numbers,
}

/// Who may use a way.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Access {
    /// From the most to the least specific.
    pub keys: Vec<String>,
    pub allowed: BTreeSet<String>,
    pub denied: BTreeSet<String>,
    /// Usable at the ends of a trip only.
    pub restricted: BTreeSet<String>,
    /// Values of `highway` on which `restricted` does not close the way.
    pub restricted_highways: BTreeSet<String>,
    /// Key → values that make a way usable at the ends only; a key in `:lanes` needs the value on every lane.
    pub restricted_if: Rules,
    /// Access values that keep points from snapping to a service way.
    pub service_no_start: BTreeSet<String>,
}

/// Ways of one direction.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Oneway {
    /// The first that is present decides.
    pub keys: Vec<String>,
    /// Key → values that imply one direction unless the tags say `no`.
    pub implied: Rules,
}

/// Ways that nobody uses.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Closed {
    /// Key → values that close a way.
    #[serde(rename = "if")]
    pub when: Rules,
    /// Key → values that leave it open; every other value closes it.
    pub unless: Rules,
    /// Key → values that close a way, except where an access tag opens it.
    pub unless_allowed: Rules,
}

/// Measures of the vehicle, against `maxheight`, `maxwidth`, `maxlength` and `maxweight`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Size {
    pub height_m: Option<f64>,
    pub width_m: Option<f64>,
    pub length_m: Option<f64>,
    pub weight_kg: Option<f64>,
}

/// Ferries and car trains.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Ferries {
    /// Value of `route` → km/h where there is no `duration`.
    pub kmh: Numbers,
    /// Value of `ferry` → km/h where there is no `duration`; comes before `kmh`.
    pub class_kmh: Numbers,
    /// Seconds of waiting at boarding where there is no `interval`.
    pub boarding_s: f64,
    /// Share of `interval` that is waited at boarding; 0 = `interval` is not heeded.
    pub headway_share: f64,
    /// Whether `oneway` is heeded on them.
    pub oneway: bool,
    /// Whether a `duration` on the route relation counts for its ways together.
    pub relation_duration: bool,
    /// Whether `maxspeed` is heeded on them.
    pub maxspeed: bool,
}

/// Barriers and waits at nodes.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Nodes {
    /// Values of `barrier` that one passes; where given, every other one blocks.
    pub barriers_open: Option<BTreeSet<String>>,
    /// Values of `barrier` that block; where given, every other one is passed.
    pub barriers_closed: Option<BTreeSet<String>>,
    /// Value of `barrier` → seconds.
    pub barrier_s: Numbers,
    /// Value of `highway` → seconds.
    pub delay_s: Numbers,
}

/// What turning costs.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Turns {
    /// Names under which restrictions speak of the vehicle; none = they are not heeded.
    pub restrictions: Vec<String>,
    /// Seconds of the sharpest turn.
    pub penalty_s: f64,
    /// How much dearer a turn across the oncoming lane is than one to the near side.
    pub bias: Option<f64>,
    /// Seconds added to a sharp turn across the oncoming lane.
    pub oncoming_s: f64,
    /// Seconds added to a u-turn.
    pub u_turn_s: f64,
    /// Metres along a road at which its direction at a junction is taken.
    pub bearing_m: Option<f64>,
    /// Areas that drive on the left.
    pub left_hand: Vec<Area>,
}

/// A box of latitudes and longitudes in degrees.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Area {
    /// For the reader of the file.
    #[allow(dead_code)]
    pub name: String,
    pub south: f64,
    pub west: f64,
    pub north: f64,
    pub east: f64,
}
