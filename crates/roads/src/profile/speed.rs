//! How fast a way is: class, limit, surface, timetable.

use super::check::LONGEST_WAIT_S;
use super::schema::Schema;
use super::{measure, rules};
use crate::tags::{Tags, WAY_DM};

pub(super) fn boarding_s(s: &Schema, tags: &Tags<'_>) -> f64 {
    let headway = if s.ferries.headway_share > 0.0 {
        tags.get("interval").and_then(measure::seconds)
    } else {
        None
    };
    // Nobody waits longer than a profile may say.
    headway.map_or(s.ferries.boarding_s, |seconds| {
        (seconds * s.ferries.headway_share).min(LONGEST_WAIT_S)
    })
}

pub(super) fn class_kmh(
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

pub(super) fn capped(s: &Schema, tags: &Tags<'_>, kmh: f64) -> f64 {
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

pub(super) fn timetable_kmh(tags: &Tags<'_>) -> Option<f64> {
    let seconds = tags.get("duration").and_then(measure::seconds)?;
    let metres = tags.get(WAY_DM)?.parse::<f64>().ok()? / 10.0;
    Some((metres / seconds * 3.6).max(0.001))
}

/// km/h of a ferry or car train without a timetable; `None` = the way is none.
pub(super) fn sailing_kmh(s: &Schema, tags: &Tags<'_>) -> Option<f64> {
    let route = s
        .ferries
        .kmh
        .get(tags.get("route")?)
        .filter(|kmh| **kmh > 0.0)?;
    let class = tags.get("ferry").and_then(|c| s.ferries.class_kmh.get(c));
    Some(*class.unwrap_or(route))
}

/// Puts the driven share of a tagged limit in the place of the class's speed.
pub(super) fn heed_limits(s: &Schema, tags: &Tags<'_>, kmh: &mut [Option<f64>; 2]) {
    let limits = rules::both_directions(tags, &s.speed.maxspeed.keys);
    for (side, limit) in limits.into_iter().enumerate() {
        if let Some(limit) = limit.and_then(|value| limit_kmh(s, value)) {
            kmh[side] = Some(limit * s.speed.maxspeed.factor.unwrap_or(1.0));
        }
    }
}
