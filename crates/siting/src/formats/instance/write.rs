//! The canonical form: fixed order of fields, defaults left out, one row a line.

use super::SCHEMA;
use crate::instance::{
    Demand, Facility, FacilityKind, Instance, Level, Lock, Opening, Payment, Site, Window,
};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::ser::Formatter;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::io::{self, BufWriter, Write};

/// The instance in its canonical form.
pub fn to_json(instance: &Instance) -> String {
    let mut text = Vec::new();
    // Writing to memory does not fail.
    let _ = write_json(instance, &mut text);
    String::from_utf8(text).unwrap_or_default()
}

/// Lower-case hexadecimal SHA-256 of the canonical form: two instances have the same
/// if and only if they are equal.
pub fn fingerprint(instance: &Instance) -> String {
    struct Sponge(Sha256);
    impl Write for Sponge {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.update(bytes);
            Ok(bytes.len())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let mut sponge = Sponge(Sha256::new());
    // Nor does writing into a sum.
    let _ = write_json(instance, &mut sponge);
    let mut hex = String::new();
    for byte in sponge.0.finalize() {
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

/// Writes the canonical form.
///
/// # Errors
/// Those of the writer.
pub fn write_json(instance: &Instance, out: impl Write) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(1 << 16, out);
    let mut json = serde_json::Serializer::with_formatter(&mut out, Lines { depth: 0 });
    Whole(instance).serialize(&mut json)?;
    out.write_all(b"\n")?;
    out.flush()
}

/// One line for each field of the whole and each row of its lists.
struct Lines {
    depth: usize,
}

impl Formatter for Lines {
    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.depth += 1;
        out.write_all(b"[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.depth -= 1;
        out.write_all(b"]")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        out.write_all(match (first, self.depth) {
            (true, 2) => b"\n".as_slice(),
            (false, 2) => b",\n",
            (true, _) => b"",
            (false, _) => b",",
        })
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.depth += 1;
        out.write_all(b"{")
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.depth -= 1;
        out.write_all(b"}")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        out.write_all(match (first, self.depth) {
            (true, 1) => b"\n".as_slice(),
            (false, 1) => b",\n",
            (true, _) => b"",
            (false, _) => b",",
        })
    }
}

/// Fields that differ from their default.
macro_rules! fields {
    ($json:expr; $($name:literal: $value:expr, unless $default:expr;)*) => {{
        let mut map = $json.serialize_map(None)?;
        $(if !$default { map.serialize_entry($name, &$value)?; })*
        map.end()
    }};
}

struct Whole<'a>(&'a Instance);
struct Rows<'a, T>(&'a [T]);
struct Row<T>(T);

impl Serialize for Whole<'_> {
    fn serialize<S: Serializer>(&self, json: S) -> Result<S::Ok, S::Error> {
        let Instance {
            demands,
            facilities,
            sites,
            arcs,
            ceilings,
            apart,
            locks,
            onward,
        } = self.0;
        let arcs = List(|| {
            arcs.iter()
                .map(|arc| (arc.demand, arc.facility, arc.cost, arc.load))
        });
        let ceilings_json = List(|| ceilings.iter().map(|ceiling| ceiling.cents));
        let onward_json = List(|| onward.iter().map(|onward| (onward.arc, onward.demand)));
        fields!(json;
            "schema": SCHEMA, unless false;
            "demands": Rows(demands), unless false;
            "sites": Rows(sites), unless false;
            "facilities": Rows(facilities), unless false;
            "ceilings": ceilings_json, unless ceilings.is_empty();
            "apart": apart, unless apart.is_empty();
            "locks": Rows(locks), unless locks.is_empty();
            "arcs": arcs, unless false;
            "onward": onward_json, unless onward.is_empty();
        )
    }
}

/// A list made as it is written.
struct List<F>(F);

impl<I: Iterator<Item: Serialize>, F: Fn() -> I> Serialize for List<F> {
    fn serialize<S: Serializer>(&self, json: S) -> Result<S::Ok, S::Error> {
        json.collect_seq((self.0)())
    }
}

impl<'a, T> Serialize for Rows<'a, T>
where
    Row<&'a T>: Serialize,
{
    fn serialize<S: Serializer>(&self, json: S) -> Result<S::Ok, S::Error> {
        json.collect_seq(self.0.iter().map(Row))
    }
}

impl Serialize for Row<&Demand> {
    fn serialize<S: Serializer>(&self, json: S) -> Result<S::Ok, S::Error> {
        let Demand {
            persons,
            unmet_cost,
            single_source,
            state,
        } = self.0;
        fields!(json;
            "persons": persons, unless false;
            "unmet_cost": unmet_cost, unless unmet_cost.is_none();
            "single_source": single_source, unless !single_source;
            "state": state, unless *state == 0;
        )
    }
}

impl Serialize for Row<&Site> {
    fn serialize<S: Serializer>(&self, json: S) -> Result<S::Ok, S::Error> {
        let Site {
            openings,
            max_places,
        } = self.0;
        fields!(json;
            "openings": Rows(openings), unless openings.is_empty();
            "max_places": max_places, unless max_places.is_none();
        )
    }
}

impl Serialize for Row<&Opening> {
    fn serialize<S: Serializer>(&self, json: S) -> Result<S::Ok, S::Error> {
        let Opening {
            fixed_cost,
            payments,
        } = self.0;
        fields!(json;
            "fixed_cost": fixed_cost, unless *fixed_cost == 0;
            "payments": Rows(payments), unless payments.is_empty();
        )
    }
}

impl Serialize for Row<&Payment> {
    fn serialize<S: Serializer>(&self, json: S) -> Result<S::Ok, S::Error> {
        let Payment {
            scheme,
            draws,
            municipal,
        } = self.0;
        fields!(json;
            "scheme": scheme, unless *scheme == 0;
            "draws": draws, unless draws.is_empty();
            "municipal": municipal, unless *municipal == 0;
        )
    }
}

impl Serialize for Row<&Facility> {
    fn serialize<S: Serializer>(&self, json: S) -> Result<S::Ok, S::Error> {
        match &self.0.kind {
            FacilityKind::Existing { capacity } => {
                fields!(json; "existing": capacity, unless false;)
            }
            FacilityKind::New { site, levels } => fields!(json;
                "site": site, unless false;
                "levels": Rows(levels), unless false;
            ),
        }
    }
}

impl Serialize for Row<&Level> {
    fn serialize<S: Serializer>(&self, json: S) -> Result<S::Ok, S::Error> {
        let Level {
            places,
            windows,
            phase,
            fixed_cost,
            payments,
        } = self.0;
        let one_free = payments == &[Payment::default()];
        fields!(json;
            "places": places, unless *places == 0;
            "windows": Rows(windows), unless windows.is_empty();
            "phase": phase, unless *phase == 0;
            "fixed_cost": fixed_cost, unless *fixed_cost == 0;
            "payments": Rows(payments), unless one_free;
        )
    }
}

impl Serialize for Row<&Window> {
    fn serialize<S: Serializer>(&self, json: S) -> Result<S::Ok, S::Error> {
        (self.0.min_load, self.0.capacity).serialize(json)
    }
}

impl Serialize for Row<&Lock> {
    fn serialize<S: Serializer>(&self, json: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Lock::Site { site, open } => fields!(json;
                "site": site, unless false;
                "open": open, unless false;
            ),
            Lock::Facility {
                facility,
                level,
                open,
            } => fields!(json;
                "facility": facility, unless false;
                "level": level, unless level.is_none();
                "open": open, unless false;
            ),
        }
    }
}
