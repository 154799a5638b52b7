//! First pass: the ways that the profile can use, turn restrictions and ferry lines.

use std::collections::{BTreeSet, HashMap};

use osmpbf::{PrimitiveBlock, Relation, Way};

use super::ferries;
use super::restriction::{self, Found, Restriction};
use crate::profile::Profile;
use crate::tags::{self, Tags};

/// Which strings of a block are keys that matter.
pub(super) struct Keys<'p> {
    pub profile: &'p Profile,
    keys: BTreeSet<String>,
}

/// What one block contributes.
#[derive(Default)]
pub(super) struct BlockWays {
    pub kinds: Vec<String>,
    /// Id, number in `kinds`, count of nodes.
    pub ways: Vec<(i64, u32, u32)>,
    pub refs: Vec<i64>,
    pub restrictions: Vec<Restriction>,
    pub conditional: usize,
    pub ferry_lines: Vec<ferries::Line>,
    pub has_nodes: bool,
}

impl<'p> Keys<'p> {
    pub fn of_ways(profile: &'p Profile) -> Self {
        Self {
            profile,
            keys: profile.way_keys(),
        }
    }

    pub fn of_nodes(profile: &'p Profile) -> Self {
        Self {
            profile,
            keys: profile.node_keys(),
        }
    }

    /// Per string of the block's table: whether it is such a key.
    pub fn flags(&self, strings: &[Vec<u8>]) -> Vec<bool> {
        strings
            .iter()
            .map(|s| std::str::from_utf8(s).is_ok_and(|s| self.keys.contains(s)))
            .collect()
    }

    /// The relevant tags out of indices into the table.
    pub fn relevant(flags: &[bool], tags: impl Iterator<Item = (u32, u32)>) -> Vec<(u32, u32)> {
        let mut tags: Vec<_> = tags
            .filter(|(key, _)| flags.get(*key as usize) == Some(&true))
            .collect();
        tags.sort_unstable();
        tags
    }
}

/// Tags as a line, out of indices into the table.
pub(super) fn line(strings: &[Vec<u8>], tags: &[(u32, u32)]) -> String {
    let text = |i: u32| {
        strings
            .get(i as usize)
            .and_then(|s| std::str::from_utf8(s).ok())
    };
    tags::line(
        tags.iter()
            .filter_map(|(k, v)| Some((text(*k)?, text(*v)?))),
    )
}

pub(super) fn read(keys: &Keys<'_>, block: &PrimitiveBlock) -> BlockWays {
    let strings = block.raw_stringtable();
    let flags = keys.flags(strings);
    let mut numbers = HashMap::new();
    let mut out = BlockWays::default();
    for group in block.groups() {
        out.has_nodes |= group.nodes().next().is_some() || group.dense_nodes().next().is_some();
        for way in group.ways() {
            add_way(keys.profile, strings, &flags, &mut numbers, &way, &mut out);
        }
        for relation in group.relations() {
            add_relation(keys.profile, &relation, &mut out);
        }
    }
    out
}

type Numbers = HashMap<Vec<(u32, u32)>, Option<u32>>;

fn add_way(
    profile: &Profile,
    strings: &[Vec<u8>],
    flags: &[bool],
    numbers: &mut Numbers,
    way: &Way<'_>,
    out: &mut BlockWays,
) {
    let tags = Keys::relevant(flags, way.raw_tags());
    if tags.is_empty() || way.raw_refs().len() < 2 {
        return;
    }
    let kinds = &mut out.kinds;
    let number = numbers.entry(tags).or_insert_with_key(|tags| {
        let line = line(strings, tags);
        profile.way(&Tags::parse(&line)).is_open().then(|| {
            kinds.push(line);
            kinds.len() as u32 - 1
        })
    });
    if let Some(kind) = *number {
        let mut id = 0i64;
        let before = out.refs.len();
        for delta in way.raw_refs() {
            id = id.wrapping_add(*delta);
            // A node named twice in a row would be a road of no length on which to turn round.
            if out.refs[before..].last() != Some(&id) {
                out.refs.push(id);
            }
        }
        let count = out.refs.len() - before;
        if count < 2 {
            out.refs.truncate(before);
            return;
        }
        out.ways.push((way.id(), kind, count as u32));
    }
}

fn add_relation(profile: &Profile, relation: &Relation<'_>, out: &mut BlockWays) {
    let schema = profile.schema();
    if schema.ferries.relation_duration {
        out.ferry_lines.extend(ferries::line(relation));
    }
    let vehicles = &schema.turns.restrictions;
    if vehicles.is_empty() {
        return;
    }
    match restriction::read(relation, vehicles) {
        Found::Nothing => {}
        Found::Conditional => out.conditional += 1,
        Found::Restriction(restriction) => out.restrictions.push(restriction),
    }
}
