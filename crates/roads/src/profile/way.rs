//! What a profile makes of a way's tags. The order of the rules is that of OSRM's car profile.

use std::collections::BTreeSet;

use super::schema::Schema;
use super::{Profile, rules, speed};
use crate::tags::Tags;

/// How a way is travelled; one never changes it without a junction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) enum Mode {
    #[default]
    Road,
    Ferry,
}

/// One direction of a way.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub(crate) struct Lane {
    /// 0 = closed.
    pub kmh: f64,
    /// Usable at the ends of a trip only.
    pub restricted: bool,
}

/// A way as the profile sees it.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub(crate) struct WayPrice {
    pub forward: Lane,
    pub backward: Lane,
    pub mode: Mode,
    /// Trips may begin and end on it.
    pub start: bool,
    pub roundabout: bool,
    /// The side of the road, where a tag says it.
    pub left_hand: Option<bool>,
    /// Waiting at boarding, seconds.
    pub boarding_s: f64,
}

impl WayPrice {
    pub fn is_open(&self) -> bool {
        self.forward.kmh > 0.0 || self.backward.kmh > 0.0
    }
}

/// Keys beyond those that a profile's own tables name.
const FIXED_KEYS: [&str; 8] = [
    "highway",
    "junction",
    "route",
    "duration",
    "interval",
    "bridge",
    "driving_side",
    "ferry",
];

/// Every key that [`price`] looks at under this profile.
pub(super) fn keys(s: &Schema) -> BTreeSet<String> {
    let mut keys: BTreeSet<String> = FIXED_KEYS.iter().map(|k| (*k).to_owned()).collect();
    let mut add = |key: &str, both: bool| {
        keys.insert(key.to_owned());
        if both {
            keys.insert(format!("{key}:forward"));
            keys.insert(format!("{key}:backward"));
        }
    };
    s.speed
        .kmh
        .keys()
        .chain(s.speed.caps.keys())
        .for_each(|k| add(k, false));
    s.oneway
        .keys
        .iter()
        .chain(s.oneway.implied.keys())
        .for_each(|k| add(k, false));
    for rules in [&s.closed.when, &s.closed.unless, &s.closed.unless_allowed] {
        rules.keys().for_each(|k| add(k, false));
    }
    s.access
        .keys
        .iter()
        .chain(&s.speed.maxspeed.keys)
        .for_each(|k| add(k, true));
    s.access.restricted_if.keys().for_each(|k| add(k, true));
    for (measured, names) in rules::sizes(s) {
        if measured.is_some() {
            names.iter().for_each(|k| add(k, true));
        }
    }
    keys
}

impl Profile {
    /// Speeds and access of a way of these tags; all closed where it is none for the profile.
    pub(crate) fn way(&self, tags: &Tags<'_>) -> WayPrice {
        price(self.schema(), tags).unwrap_or_default()
    }
}

fn price(s: &Schema, tags: &Tags<'_>) -> Option<WayPrice> {
    if rules::closed(s, tags) {
        return None;
    }
    let access = rules::access(s, tags);
    let mut restricted = rules::restricted(s, tags, access);
    let mut open = rules::admitted(s, tags, access, restricted);
    if open == [false, false] {
        return None;
    }
    let sailing_kmh = speed::sailing_kmh(s, tags);
    let is_ferry = sailing_kmh.is_some();
    if !is_ferry || s.ferries.oneway {
        let directed = rules::oneway(s, tags);
        open = [open[0] && directed[0], open[1] && directed[1]];
    } else {
        open = [true, true];
    }
    let mut kmh = match sailing_kmh {
        Some(kmh) => [Some(kmh); 2],
        None => speed::class_kmh(s, tags, access, &mut open),
    };
    if kmh == [None, None] {
        return None;
    }
    if !is_ferry || s.ferries.maxspeed {
        speed::heed_limits(s, tags, &mut kmh);
    }
    for kmh in kmh.iter_mut().flatten() {
        *kmh = speed::capped(s, tags, *kmh);
        if !is_ferry {
            *kmh *= s.speed.factor.unwrap_or(1.0);
        }
        *kmh = kmh.min(s.speed.cap_kmh.unwrap_or(f64::MAX));
    }
    let bridge_kmh = tags.get("bridge").and_then(|b| s.speed.bridge_kmh.get(b));
    if is_ferry || bridge_kmh.is_some() {
        kmh = kmh.map(|own| {
            let slow = own.map(|own| own.min(*bridge_kmh.unwrap_or(&f64::MAX)));
            slow.map(|slow| speed::timetable_kmh(tags).unwrap_or(slow))
        });
    }
    rules::restricted_if(s, tags, &mut restricted);
    let lane = |side: usize| Lane {
        kmh: kmh[side].filter(|_| open[side]).unwrap_or(0.0),
        restricted: restricted[side],
    };
    let price = WayPrice {
        forward: lane(0),
        backward: lane(1),
        mode: if is_ferry { Mode::Ferry } else { Mode::Road },
        start: !is_ferry && !rules::no_start(s, tags, access),
        roundabout: matches!(tags.get("junction"), Some("roundabout" | "circular")),
        left_hand: rules::left_hand(tags),
        boarding_s: if is_ferry {
            speed::boarding_s(s, tags)
        } else {
            0.0
        },
    };
    price.is_open().then_some(price)
}
