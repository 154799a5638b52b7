//! Whether a profile's numbers can be worked with.

use super::schema::Schema;

/// Seconds of waiting or turning, at most.
pub(super) const LONGEST_WAIT_S: f64 = 36_000.0;

/// Numbers that no rule could work with.
pub(super) fn check(s: &Schema) -> Result<(), String> {
    let positive = |key: &str, value: Option<f64>| match value {
        Some(v) if !(v.is_finite() && v > 0.0) => {
            Err(format!("{key}: must be greater than 0, is {v}"))
        }
        _ => Ok(()),
    };
    let at_least_zero = |key: &str, v: f64| {
        if v.is_finite() && v >= 0.0 {
            Ok(())
        } else {
            Err(format!("{key}: must not be below 0, is {v}"))
        }
    };
    positive("entry_kmh", s.entry_kmh)?;
    positive("speed.factor", s.speed.factor)?;
    positive("speed.cap_kmh", s.speed.cap_kmh)?;
    positive("speed.maxspeed.factor", s.speed.maxspeed.factor)?;
    positive("turns.bias", s.turns.bias)?;
    positive("turns.bearing_m", s.turns.bearing_m)?;
    at_least_zero("speed.accessible_kmh", s.speed.accessible_kmh)?;
    at_least_zero("ferries.headway_share", s.ferries.headway_share)?;
    for (key, v) in [
        ("ferries.boarding_s", s.ferries.boarding_s),
        ("turns.penalty_s", s.turns.penalty_s),
        ("turns.oncoming_s", s.turns.oncoming_s),
        ("turns.u_turn_s", s.turns.u_turn_s),
    ] {
        at_least_zero(key, v)?;
        if v > LONGEST_WAIT_S {
            return Err(format!("{key}: {v} is more than ten hours"));
        }
    }
    let tables = s
        .speed
        .kmh
        .iter()
        .map(|(k, t)| (format!("speed.kmh.{k}"), t));
    let tables = tables.chain(
        s.speed
            .caps
            .iter()
            .map(|(k, t)| (format!("speed.caps.{k}"), t)),
    );
    let single = [
        ("speed.bridge_kmh", &s.speed.bridge_kmh),
        ("speed.maxspeed.values", &s.speed.maxspeed.values),
        ("speed.maxspeed.defaults", &s.speed.maxspeed.defaults),
        ("ferries.kmh", &s.ferries.kmh),
        ("ferries.class_kmh", &s.ferries.class_kmh),
        ("nodes.barrier_s", &s.nodes.barrier_s),
        ("nodes.delay_s", &s.nodes.delay_s),
    ];
    for (name, table) in tables.chain(single.map(|(k, t)| (k.to_owned(), t))) {
        for (value, number) in table {
            at_least_zero(&format!("{name}.{value}"), *number)?;
        }
    }
    if s.speed.kmh.is_empty() {
        return Err(
            "speed.kmh: missing; it says which ways there are and how fast they are".to_owned(),
        );
    }
    if s.nodes.barriers_open.is_some() && s.nodes.barriers_closed.is_some() {
        return Err("nodes: give barriers_open or barriers_closed, not both".to_owned());
    }
    Ok(())
}
