//! Reading: one element of the long lists at a time.

use super::check::check;
use super::fault::{Fault, Kind, What};
use super::fields::{Faults, Path, shorten};
use super::{SCHEMA, rows};
use crate::instance::Instance;
use serde::Deserializer;
use serde::de::{DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use std::fmt;

/// Reads an instance from JSON.
///
/// # Errors
/// All faults, in the order in which they were found; never none.
pub fn from_json(json: &[u8]) -> Result<Instance, Vec<Fault>> {
    let faults = Faults::default();
    let mut instance = Instance::default();
    let mut parser = serde_json::Deserializer::from_slice(json);
    let whole = Whole {
        instance: &mut instance,
        faults: &faults,
    };
    let end = parser.deserialize_any(whole).and_then(|()| parser.end());
    if let Err(error) = end {
        faults.add(&Path::Root, What::Syntax(error.to_string()));
    }
    // Where an element could not be read, indices point past others.
    if faults.is_empty() {
        check(&instance, &faults);
    }
    let faults = faults.into_inner();
    if faults.is_empty() {
        Ok(instance)
    } else {
        Err(faults)
    }
}

/// Reads the fields of the whole.
struct Whole<'a> {
    instance: &'a mut Instance,
    faults: &'a Faults,
}

impl<'de> Visitor<'de> for Whole<'_> {
    type Value = ();

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<(), A::Error> {
        let Self { instance, faults } = self;
        let mut seen: Vec<String> = Vec::new();
        while let Some(name) = fields.next_key::<String>()? {
            let path = Path::Key(&Path::Root, &name);
            if seen.contains(&name) {
                faults.add(&path, What::Twice);
                fields.next_value::<IgnoredAny>()?;
                continue;
            }
            macro_rules! each {
                ($to:expr, $read:expr) => {{
                    let to = &mut $to;
                    fields.next_value_seed(Each {
                        path,
                        faults,
                        take: |path: &Path<'_>, value: &Value| {
                            to.extend($read(faults, path, value));
                        },
                    })?
                }};
            }
            match name.as_str() {
                "schema" => {
                    let value: Value = fields.next_value()?;
                    if value != SCHEMA {
                        faults.kind(&path, Kind::Schema, &value);
                    }
                }
                "demands" => each!(instance.demands, rows::demand),
                "sites" => each!(instance.sites, rows::site),
                "facilities" => each!(instance.facilities, rows::facility),
                "ceilings" => each!(instance.ceilings, rows::ceiling),
                "apart" => each!(instance.apart, rows::apart),
                "locks" => each!(instance.locks, rows::lock),
                "arcs" => each!(instance.arcs, rows::arc),
                "onward" => each!(instance.onward, rows::onward),
                _ => {
                    faults.add(&Path::Key(&Path::Root, &shorten(&name)), What::Unknown);
                    fields.next_value::<IgnoredAny>()?;
                }
            }
            seen.push(name);
        }
        for name in ["schema", "demands", "sites", "facilities", "arcs"] {
            if !seen.iter().any(|seen| seen == name) {
                faults.add(&Path::Key(&Path::Root, name), What::Missing);
            }
        }
        Ok(())
    }
}

/// Reads a list element by element; another kind of value is a fault that does not
/// end the reading.
struct Each<'a, F> {
    path: Path<'a>,
    faults: &'a Faults,
    take: F,
}

impl<'de, F: FnMut(&Path<'_>, &Value)> DeserializeSeed<'de> for Each<'_, F> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_any(self)
    }
}

impl<F> Each<'_, F> {
    fn other(&self, found: &Value) {
        self.faults.kind(&self.path, Kind::List, found);
    }
}

impl<'de, F: FnMut(&Path<'_>, &Value)> Visitor<'de> for Each<'_, F> {
    type Value = ();

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<(), A::Error> {
        let mut index = 0;
        while let Some(value) = list.next_element::<Value>()? {
            (self.take)(&Path::At(&self.path, index), &value);
            index += 1;
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<(), A::Error> {
        while fields.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        self.other(&Value::Object(serde_json::Map::new()));
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        self.other(&Value::Null);
        Ok(())
    }

    fn visit_bool<E>(self, found: bool) -> Result<(), E> {
        self.other(&found.into());
        Ok(())
    }

    fn visit_i64<E>(self, found: i64) -> Result<(), E> {
        self.other(&found.into());
        Ok(())
    }

    fn visit_u64<E>(self, found: u64) -> Result<(), E> {
        self.other(&found.into());
        Ok(())
    }

    fn visit_f64<E>(self, found: f64) -> Result<(), E> {
        self.other(&found.into());
        Ok(())
    }

    fn visit_str<E>(self, found: &str) -> Result<(), E> {
        self.other(&found.into());
        Ok(())
    }
}
