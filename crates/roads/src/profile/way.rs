//! What a profile makes of a way's tags. The order of the rules is that of OSRM's car profile.

use std::collections::BTreeSet;

use super::schema::{Rules, Schema};
use super::{Profile, measure};
use crate::tags::{Tags, WAY_DM};

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
const FIXED_KEYS: [&str; 9] = [
    "highway",
    "junction",
    "route",
    "duration",
    "interval",
    "bridge",
    "capacity:car",
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
    for (measured, names) in sizes(s) {
        if measured.is_some() {
            names.iter().for_each(|k| add(k, true));
        }
    }
    keys
}

type Size = (Option<f64>, &'static [&'static str]);

fn sizes(s: &Schema) -> [Size; 4] {
    [
        (s.size.height_m, &["maxheight:physical", "maxheight"]),
        (
            s.size.width_m,
            &["maxwidth:physical", "maxwidth", "width", "est_width"],
        ),
        (s.size.length_m, &["maxlength"]),
        (s.size.weight_kg, &["maxweightrating", "maxweight"]),
    ]
}

impl Profile {
    /// Speeds and access of a way of these tags; all closed where it is none for the profile.
    pub(crate) fn way(&self, tags: &Tags<'_>) -> WayPrice {
        price(self.schema(), tags).unwrap_or_default()
    }
}

fn price(s: &Schema, tags: &Tags<'_>) -> Option<WayPrice> {
    if closed(s, tags) {
        return None;
    }
    let access = both_directions(tags, &s.access.keys).map(|v| v.map(|v| resolved(s, v)));
    let mut open = fits(s, tags);
    let highway = tags.get("highway");
    let mut restricted = access.map(|a| {
        a.is_some_and(|a| s.access.restricted.contains(a))
            && highway.is_some_and(|h| s.access.restricted_highways.contains(h))
    });
    for side in 0..2 {
        open[side] &=
            !access[side].is_some_and(|a| s.access.denied.contains(a)) || restricted[side];
        open[side] &=
            !needs_opening(s, tags) || access[side].is_some_and(|a| !s.access.denied.contains(a));
    }
    if open == [false, false] {
        return None;
    }
    let before_oneway = open;
    let directed = oneway(s, tags);
    open = [open[0] && directed[0], open[1] && directed[1]];

    let mut price = WayPrice::default();
    let mut kmh = [None; 2];
    let crossing = tags
        .get("route")
        .and_then(|route| s.ferries.kmh.get(route))
        .filter(|kmh| **kmh > 0.0);
    if let Some(route_kmh) = crossing {
        price.mode = Mode::Ferry;
        let class = tags.get("ferry").and_then(|c| s.ferries.class_kmh.get(c));
        kmh = [Some(*class.unwrap_or(route_kmh)); 2];
        open = if s.ferries.oneway {
            open
        } else {
            before_oneway.map(|_| true)
        };
        price.boarding_s = boarding(s, tags);
    }
    let bridge = tags
        .get("bridge")
        .and_then(|b| s.speed.bridge_kmh.get(b))
        .filter(|kmh| **kmh > 0.0);
    if let Some(bridge_kmh) = bridge
        && tags.get("capacity:car") != Some("0")
    {
        (price.mode, open) = (Mode::Road, [true, true]);
        kmh = [Some(*bridge_kmh); 2];
    }
    restricted_if(s, tags, &mut restricted);
    if kmh[0].is_none() {
        kmh = class_kmh(s, tags, access, &mut open);
    }
    let is_ferry = price.mode == Mode::Ferry;
    if !is_ferry || s.ferries.maxspeed {
        for (side, limit) in both_directions(tags, &s.speed.maxspeed.keys)
            .into_iter()
            .enumerate()
        {
            if let Some(limit) = limit.and_then(|v| limit_kmh(s, v)) {
                kmh[side] = Some(limit * s.speed.maxspeed.factor.unwrap_or(1.0));
            }
        }
    }
    for side in kmh.iter_mut().flatten() {
        *side = capped(s, tags, *side);
        *side *= if is_ferry {
            1.0
        } else {
            s.speed.factor.unwrap_or(1.0)
        };
        *side = side.min(s.speed.cap_kmh.unwrap_or(f64::MAX));
    }
    let timed = is_ferry || bridge.is_some();
    if let Some(fixed) = timed.then(|| timetable_kmh(tags)).flatten() {
        kmh = [Some(fixed); 2];
    }
    let lane = |side: usize| Lane {
        kmh: if open[side] {
            kmh[side].unwrap_or(0.0)
        } else {
            0.0
        },
        restricted: restricted[side],
    };
    (price.forward, price.backward) = (lane(0), lane(1));
    let private_service = highway == Some("service")
        && access[0].is_some_and(|a| s.access.service_no_start.contains(a));
    price.start = !is_ferry && !private_service;
    price.roundabout = matches!(tags.get("junction"), Some("roundabout" | "circular"));
    price.left_hand = match tags.get("driving_side") {
        Some("left") => Some(true),
        Some("right") => Some(false),
        _ => None,
    };
    price.is_open().then_some(price)
}

fn has(rules: &Rules, key: &str, value: &str) -> bool {
    rules.get(key).is_some_and(|values| values.contains(value))
}

fn closed(s: &Schema, tags: &Tags<'_>) -> bool {
    tags.iter().any(|(key, value)| {
        has(&s.closed.when, key, value)
            || (s.closed.unless.contains_key(key) && !has(&s.closed.unless, key, value))
    })
}

fn needs_opening(s: &Schema, tags: &Tags<'_>) -> bool {
    tags.iter()
        .any(|(key, value)| has(&s.closed.unless_allowed, key, value))
}

/// The first of the keys that speaks about each direction.
fn both_directions<'t, K: AsRef<str>>(tags: &Tags<'t>, keys: &[K]) -> [Option<&'t str>; 2] {
    let mut found = [None; 2];
    for key in keys {
        let key = key.as_ref();
        for (side, suffix) in ["forward", "backward"].into_iter().enumerate() {
            found[side] = found[side]
                .or_else(|| tags.suffixed(key, suffix))
                .or_else(|| tags.get(key));
        }
    }
    found
}

/// Of a list such as `private;destination`, the most permissive.
fn resolved<'v>(s: &Schema, value: &'v str) -> &'v str {
    if !value.contains(';') {
        return value;
    }
    let rank = |v: &&str| {
        if s.access.allowed.contains(*v) {
            3
        } else if s.access.restricted.contains(*v) {
            2
        } else {
            i32::from(s.access.denied.contains(*v))
        }
    };
    // The first of equals, where `max_by_key` would take the last.
    value
        .split(';')
        .map(str::trim)
        .rev()
        .max_by_key(rank)
        .unwrap_or(value)
}

fn fits(s: &Schema, tags: &Tags<'_>) -> [bool; 2] {
    let mut open = [true; 2];
    for (index, (own, keys)) in sizes(s).into_iter().enumerate() {
        let Some(own) = own else { continue };
        for (side, value) in both_directions(tags, keys).into_iter().enumerate() {
            let Some(value) = value else { continue };
            open[side] &= match index {
                0 => measure::height(value).is_none_or(|m| m >= own),
                1 => measure::metres(value).is_none_or(|m| m > own),
                2 => measure::metres(value).is_none_or(|m| m >= own),
                _ => measure::kilograms(value).is_none_or(|kg| kg >= own),
            };
        }
    }
    open
}

fn oneway(s: &Schema, tags: &Tags<'_>) -> [bool; 2] {
    let said = s.oneway.keys.iter().find_map(|k| tags.get(k));
    match said {
        Some("-1") => [false, true],
        Some("yes" | "1" | "true") => [true, false],
        Some("no") => [true, true],
        _ if tags
            .iter()
            .any(|(key, value)| has(&s.oneway.implied, key, value)) =>
        {
            [true, false]
        }
        _ => [true, true],
    }
}

fn boarding(s: &Schema, tags: &Tags<'_>) -> f64 {
    let headway = if s.ferries.headway_share > 0.0 {
        tags.get("interval").and_then(measure::seconds)
    } else {
        None
    };
    headway.map_or(s.ferries.boarding_s, |seconds| {
        seconds * s.ferries.headway_share
    })
}

fn restricted_if(s: &Schema, tags: &Tags<'_>, restricted: &mut [bool; 2]) {
    for (key, values) in &s.access.restricted_if {
        for (side, value) in both_directions(tags, &[key]).into_iter().enumerate() {
            let Some(value) = value else { continue };
            restricted[side] |= if key.ends_with(":lanes") {
                value.split('|').all(|lane| values.contains(lane))
            } else {
                values.contains(value)
            };
        }
    }
}

fn class_kmh(
    s: &Schema,
    tags: &Tags<'_>,
    access: [Option<&str>; 2],
    open: &mut [bool; 2],
) -> [Option<f64>; 2] {
    let listed = s
        .speed
        .kmh
        .iter()
        .find_map(|(key, table)| tags.get(key).and_then(|value| table.get(value)));
    if let Some(kmh) = listed {
        return [Some(*kmh); 2];
    }
    let mut kmh = [None; 2];
    for side in 0..2 {
        match access[side] {
            Some(a) if s.access.allowed.contains(a) || !s.access.denied.contains(a) => {
                kmh[side] = Some(s.speed.accessible_kmh);
            }
            None if access[1 - side].is_some() => open[side] = false,
            _ => {}
        }
    }
    kmh
}

fn limit_kmh(s: &Schema, value: &str) -> Option<f64> {
    let table = &s.speed.maxspeed;
    let limit = measure::kmh(value).or_else(|| {
        let value = value.to_lowercase();
        table
            .values
            .get(&value)
            .or_else(|| {
                let (country, rest) = value.split_once(':')?;
                if country.len() < 2
                    || !country
                        .bytes()
                        .rev()
                        .take(2)
                        .all(|b| b.is_ascii_alphabetic())
                {
                    return None;
                }
                let end = rest
                    .find(|c: char| !c.is_ascii_alphabetic())
                    .unwrap_or(rest.len());
                table.defaults.get(rest.get(..end)?)
            })
            .copied()
    })?;
    (limit > 0.0).then_some(limit)
}

fn capped(s: &Schema, tags: &Tags<'_>, kmh: f64) -> f64 {
    let assumed = tags.get("highway").and_then(|h| s.speed.assume.get(h));
    s.speed.caps.iter().fold(kmh, |kmh, (key, table)| {
        let value = tags
            .get(key)
            .or_else(|| assumed.and_then(|a| a.get(key).map(String::as_str)));
        value
            .and_then(|v| table.get(v))
            .map_or(kmh, |cap| kmh.min(*cap))
    })
}

fn timetable_kmh(tags: &Tags<'_>) -> Option<f64> {
    let seconds = tags.get("duration").and_then(measure::seconds)?;
    let metres = tags.get(WAY_DM)?.parse::<f64>().ok()? / 10.0;
    Some((metres / seconds * 3.6).max(0.001))
}
