//! Who may use a way: closures, access tags, measures of the vehicle, one direction.

use super::measure;
use super::schema::{Rules, Schema};
use crate::tags::Tags;

pub(super) type Size = (Option<f64>, &'static [&'static str]);

pub(super) fn sizes(s: &Schema) -> [Size; 4] {
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

fn has(rules: &Rules, key: &str, value: &str) -> bool {
    rules.get(key).is_some_and(|values| values.contains(value))
}

pub(super) fn closed(s: &Schema, tags: &Tags<'_>) -> bool {
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
pub(super) fn both_directions<'t, K: AsRef<str>>(
    tags: &Tags<'t>,
    keys: &[K],
) -> [Option<&'t str>; 2] {
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

pub(super) fn oneway(s: &Schema, tags: &Tags<'_>) -> [bool; 2] {
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

pub(super) fn restricted_if(s: &Schema, tags: &Tags<'_>, restricted: &mut [bool; 2]) {
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

/// What the access tags say, forward and backward.
pub(super) fn access<'t>(s: &Schema, tags: &Tags<'t>) -> [Option<&'t str>; 2] {
    both_directions(tags, &s.access.keys).map(|value| value.map(|value| resolved(s, value)))
}

/// Whether the access tags leave the way to those who end their trip there.
pub(super) fn restricted(s: &Schema, tags: &Tags<'_>, access: [Option<&str>; 2]) -> [bool; 2] {
    let may_be = tags
        .get("highway")
        .is_some_and(|h| s.access.restricted_highways.contains(h));
    access.map(|a| may_be && a.is_some_and(|a| s.access.restricted.contains(a)))
}

/// Which directions access and measures leave open.
pub(super) fn admitted(
    s: &Schema,
    tags: &Tags<'_>,
    access: [Option<&str>; 2],
    restricted: [bool; 2],
) -> [bool; 2] {
    let must_be_opened = needs_opening(s, tags);
    let mut open = fits(s, tags);
    for side in 0..2 {
        let denied = access[side].map(|a| s.access.denied.contains(a));
        open[side] &= restricted[side] || denied != Some(true);
        open[side] &= !must_be_opened || denied == Some(false);
    }
    open
}

/// A service way on which nobody starts.
pub(super) fn no_start(s: &Schema, tags: &Tags<'_>, access: [Option<&str>; 2]) -> bool {
    tags.get("highway") == Some("service")
        && access[0].is_some_and(|a| s.access.service_no_start.contains(a))
}

/// The side of the road, where a tag says it.
pub(super) fn left_hand(tags: &Tags<'_>) -> Option<bool> {
    match tags.get("driving_side")? {
        "left" => Some(true),
        "right" => Some(false),
        _ => None,
    }
}
