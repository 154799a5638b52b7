//! The elements of the lists.

use super::fault::What;
use super::fields::{Faults, Path};
use super::{MOST, MOST_STATES};
use crate::instance::{
    Arc, Ceiling, Demand, Facility, FacilityKind, Level, Lock, Onward, Opening, Payment, Site,
    Window,
};
use serde_json::Value;

const MOST_PERSONS: i64 = u32::MAX as i64;

/// A demand point.
pub fn demand(faults: &Faults, path: &Path<'_>, value: &Value) -> Option<Demand> {
    let names = ["persons", "unmet_cost", "single_source", "state"];
    let fields = faults.fields(path, value, &names)?;
    let persons = faults.number(path, fields, "persons", MOST_PERSONS, None);
    Some(Demand {
        persons: u32::try_from(persons).unwrap_or_default(),
        unmet_cost: faults.perhaps(path, fields, "unmet_cost", MOST),
        single_source: faults.truth(path, fields, "single_source", Some(false)),
        state: index(faults.number(path, fields, "state", MOST_STATES, Some(0))),
    })
}

/// A site with what opening it costs.
pub fn site(faults: &Faults, path: &Path<'_>, value: &Value) -> Option<Site> {
    let fields = faults.fields(path, value, &["openings", "max_places"])?;
    let max_places = faults.perhaps(path, fields, "max_places", MOST_PERSONS);
    let openings = fields.get("openings").map(|list| {
        let path = Path::Key(path, "openings");
        faults.list(&path, list, |path, value| {
            let fields = faults.fields(path, value, &["fixed_cost", "payments"])?;
            Some(Opening {
                fixed_cost: faults.number(path, fields, "fixed_cost", MOST, Some(0)),
                payments: payments(faults, path, fields).unwrap_or_default(),
            })
        })
    });
    Some(Site {
        openings: openings.unwrap_or_default(),
        max_places: max_places.and_then(|places| u32::try_from(places).ok()),
    })
}

fn payments(
    faults: &Faults,
    path: &Path<'_>,
    fields: &serde_json::Map<String, Value>,
) -> Option<Vec<Payment>> {
    let path = Path::Key(path, "payments");
    let list = fields.get("payments")?;
    Some(faults.list(&path, list, |path, value| {
        let fields = faults.fields(path, value, &["scheme", "draws", "municipal"])?;
        let draws = fields.get("draws").map(|list| {
            faults.list(&Path::Key(path, "draws"), list, |path, value| {
                let [ceiling, cents] = faults.row(path, value)?;
                Some((index(ceiling), cents))
            })
        });
        Some(Payment {
            scheme: index(faults.number(path, fields, "scheme", MOST, Some(0))),
            draws: draws.unwrap_or_default(),
            municipal: faults.number(path, fields, "municipal", MOST, Some(0)),
        })
    }))
}

/// A facility, existing or new.
pub fn facility(faults: &Faults, path: &Path<'_>, value: &Value) -> Option<Facility> {
    let fields = faults.fields(path, value, &["existing", "site", "levels"])?;
    let kind = match (fields.get("existing"), fields.get("site")) {
        (Some(capacity), None) if !fields.contains_key("levels") => {
            let path = Path::Key(path, "existing");
            let read = |path: &Path<'_>, value: &Value| faults.whole(path, value, [0, MOST]);
            FacilityKind::Existing {
                capacity: faults.list(&path, capacity, read),
            }
        }
        (None, Some(_)) => {
            let site = index(faults.number(path, fields, "site", MOST, None));
            let levels = match fields.get("levels") {
                None => {
                    faults.add(&Path::Key(path, "levels"), What::Missing);
                    Vec::new()
                }
                Some(list) => faults.list(&Path::Key(path, "levels"), list, |path, value| {
                    level(faults, path, value)
                }),
            };
            FacilityKind::New { site, levels }
        }
        _ => {
            faults.add(path, What::Either);
            return None;
        }
    };
    Some(Facility { kind })
}

fn level(faults: &Faults, path: &Path<'_>, value: &Value) -> Option<Level> {
    let names = ["places", "windows", "phase", "fixed_cost", "payments"];
    let fields = faults.fields(path, value, &names)?;
    let windows = fields.get("windows").map(|list| {
        faults.list(&Path::Key(path, "windows"), list, |path, value| {
            let [min_load, capacity] = faults.row(path, value)?;
            Some(Window { min_load, capacity })
        })
    });
    let payments = payments(faults, path, fields);
    if payments.as_ref().is_some_and(Vec::is_empty) {
        faults.add(&Path::Key(path, "payments"), What::Empty);
    }
    let places = faults.number(path, fields, "places", MOST_PERSONS, Some(0));
    Some(Level {
        places: u32::try_from(places).unwrap_or_default(),
        windows: windows.unwrap_or_default(),
        phase: index(faults.number(path, fields, "phase", MOST_STATES, Some(0))),
        fixed_cost: faults.number(path, fields, "fixed_cost", MOST, Some(0)),
        payments: payments.unwrap_or_else(|| vec![Payment::default()]),
    })
}

/// A ceiling.
pub fn ceiling(faults: &Faults, path: &Path<'_>, value: &Value) -> Option<Ceiling> {
    let cents = faults.whole(path, value, [0, MOST])?;
    Some(Ceiling { cents })
}

/// A pair that does not both open.
pub fn apart(faults: &Faults, path: &Path<'_>, value: &Value) -> Option<(usize, usize)> {
    let [a, b] = faults.row(path, value)?;
    Some((index(a), index(b)))
}

/// A decision to be respected.
pub fn lock(faults: &Faults, path: &Path<'_>, value: &Value) -> Option<Lock> {
    let fields = faults.fields(path, value, &["site", "facility", "level", "open"])?;
    let open = faults.truth(path, fields, "open", None);
    if fields.contains_key("site") && !fields.contains_key("facility") {
        if fields.contains_key("level") {
            faults.add(&Path::Key(path, "level"), What::Unknown);
        }
        let site = index(faults.number(path, fields, "site", MOST, None));
        return Some(Lock::Site { site, open });
    }
    if fields.contains_key("site") {
        faults.add(&Path::Key(path, "site"), What::Unknown);
    }
    Some(Lock::Facility {
        facility: index(faults.number(path, fields, "facility", MOST, None)),
        level: faults.perhaps(path, fields, "level", MOST).map(index),
        open,
    })
}

/// A possible assignment.
pub fn arc(faults: &Faults, path: &Path<'_>, value: &Value) -> Option<Arc> {
    let [demand, facility, cost, load] = faults.row(path, value)?;
    Some(Arc {
        demand: index(demand),
        facility: index(facility),
        cost,
        load,
    })
}

/// A need that follows from being served.
pub fn onward(faults: &Faults, path: &Path<'_>, value: &Value) -> Option<Onward> {
    let [arc, demand] = faults.row(path, value)?;
    Some(Onward {
        arc: index(arc),
        demand: index(demand),
    })
}

/// An index that was read; one that does not fit points to nothing and is told by
/// [`super::check`].
fn index(number: i64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
