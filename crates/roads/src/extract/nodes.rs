//! Second pass: the nodes that the ways need.

use std::collections::HashMap;

use osmpbf::PrimitiveBlock;

use super::ways::{Keys, line};
use crate::geo::Fixed;
use crate::tags::Tags;

/// What one block contributes.
#[derive(Default)]
pub(super) struct BlockNodes {
    /// Place in the sorted ids, and coordinates.
    pub places: Vec<(u32, Fixed)>,
    pub kinds: Vec<String>,
    /// Place in the sorted ids, and number in `kinds`.
    pub obstacles: Vec<(u32, u32)>,
}

pub(super) fn read(keys: &Keys<'_>, block: &PrimitiveBlock, wanted: &[i64]) -> BlockNodes {
    let strings = block.raw_stringtable();
    let flags = keys.flags(strings);
    let mut numbers: HashMap<Vec<(u32, u32)>, Option<u32>> = HashMap::new();
    let mut out = BlockNodes::default();
    let mut cursor = Cursor { wanted, at: 0 };
    let mut put = |id, lat, lon, tags: &mut dyn Iterator<Item = (u32, u32)>| {
        if let Some(place) = cursor.find(id) {
            let at = (place, lat, lon);
            add(keys, strings, &flags, &mut numbers, &mut out, at, tags);
        }
    };
    for group in block.groups() {
        for node in group.dense_nodes() {
            let mut tags = node.raw_tags().map(|(k, v)| (k as u32, v as u32));
            put(node.id, node.nano_lat(), node.nano_lon(), &mut tags);
        }
        for node in group.nodes() {
            let mut tags = node.raw_tags();
            put(node.id(), node.nano_lat(), node.nano_lon(), &mut tags);
        }
    }
    out
}

fn add(
    keys: &Keys<'_>,
    strings: &[Vec<u8>],
    flags: &[bool],
    numbers: &mut HashMap<Vec<(u32, u32)>, Option<u32>>,
    out: &mut BlockNodes,
    (place, lat, lon): (u32, i64, i64),
    tags: impl Iterator<Item = (u32, u32)>,
) {
    if lat.unsigned_abs() > 90_000_000_000 || lon.unsigned_abs() > 180_000_000_000 {
        return;
    }
    out.places.push((
        place,
        Fixed {
            lat: (lat / 100) as i32,
            lon: (lon / 100) as i32,
        },
    ));
    let tags = Keys::relevant(flags, tags);
    if tags.is_empty() {
        return;
    }
    let kinds = &mut out.kinds;
    let number = numbers.entry(tags).or_insert_with_key(|tags| {
        let line = line(strings, tags);
        (!keys.profile.node(&Tags::parse(&line)).is_nothing()).then(|| {
            kinds.push(line);
            kinds.len() as u32 - 1
        })
    });
    if let Some(kind) = *number {
        out.obstacles.push((place, kind));
    }
}

/// Finds ascending ids in a sorted list by going along with them; jumps where they do not ascend.
struct Cursor<'w> {
    wanted: &'w [i64],
    at: usize,
}

impl Cursor<'_> {
    fn find(&mut self, id: i64) -> Option<u32> {
        let behind = self.at > 0 && self.wanted[self.at - 1] >= id;
        let far = self.wanted.get(self.at + 16).is_some_and(|w| *w < id);
        if behind || far || self.at == 0 {
            self.at = self.wanted.partition_point(|w| *w < id);
        }
        while self.wanted.get(self.at).is_some_and(|w| *w < id) {
            self.at += 1;
        }
        (self.wanted.get(self.at) == Some(&id)).then_some(self.at as u32)
    }
}
