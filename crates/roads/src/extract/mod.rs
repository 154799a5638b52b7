//! From a `.osm.pbf` file to the ways, nodes and restrictions that matter for a profile.
//!
//! Two passes over the file, blobs decoded in parallel and taken in the order of the file, so that the result does not depend
//! on the number of threads: first ways and restrictions, then those nodes that the ways need, by place in a sorted list.

mod ferries;
mod frames;
mod nodes;
mod restriction;
mod ways;

use std::path::Path;

use hierarchy::Progress;
use rayon::prelude::*;

use crate::error::Error;
use crate::geo::{self, Fixed};
use crate::profile::Profile;
use crate::tags::Kinds;
use frames::Frames;
pub(crate) use restriction::{Restriction, Via};
use ways::Keys;

/// A place that the extract does not have.
pub(crate) const MISSING: Fixed = Fixed {
    lat: i32::MAX,
    lon: i32::MAX,
};
const LIMIT: usize = i32::MAX as usize;

/// What of an extract matters for a profile.
#[derive(Debug, Default)]
pub(crate) struct Extract {
    /// Ids of the nodes of all ways, ascending. Nodes go by their place in this list.
    pub node_ids: Vec<i64>,
    pub places: Vec<Fixed>,
    /// Node and number of its tag set, ascending.
    pub obstacles: Vec<(u32, u32)>,
    /// Number 0 has no tags.
    pub node_kinds: Kinds,
    pub way_ids: Vec<i64>,
    pub way_kind: Vec<u32>,
    pub way_kinds: Kinds,
    /// Where the nodes of each way begin; one more entry than ways.
    pub first_ref: Vec<u32>,
    pub refs: Vec<u32>,
    pub restrictions: Vec<Restriction>,
    pub conditional_restrictions: usize,
    ferry_lines: Vec<ferries::Line>,
}

impl Extract {
    pub fn read(path: &Path, profile: &Profile, progress: &Progress) -> Result<Self, Error> {
        let file = path.display().to_string();
        let mut frames = Frames::open(path)?;
        let mut extract = Self {
            first_ref: vec![0],
            ..Self::default()
        };
        let (refs, node_frames) = extract.read_ways(&mut frames, profile, &file, progress)?;
        if extract.way_ids.is_empty() {
            return Err(Error::NoRoads {
                file,
                profile: profile.name().to_owned(),
            });
        }
        extract.number_nodes(refs);
        extract.read_nodes(&mut frames, profile, &node_frames, progress)?;
        extract.time_ferries(profile);
        Ok(extract)
    }

    /// Returns the node ids of all ways, and which blobs may have nodes.
    fn read_ways(
        &mut self,
        frames: &mut Frames,
        profile: &Profile,
        file: &str,
        progress: &Progress,
    ) -> Result<(Vec<i64>, Vec<usize>), Error> {
        let keys = Keys::of_ways(profile);
        let first = if frames.sorted {
            frames.first(|b| b.groups().any(|g| g.ways().len() + g.relations().len() > 0))?
        } else {
            0
        };
        let mut node_frames: Vec<usize> = (0..first).collect();
        let which: Vec<usize> = (first..frames.len()).collect();
        let mut refs = Vec::new();
        // Where ways and nodes are mixed, all blobs may be read twice.
        let again = if frames.sorted { &node_frames } else { &which };
        progress.expect(frames.bytes_of(&which) + frames.bytes_of(again));
        frames.each(
            &which,
            progress,
            |block| ways::read(&keys, block),
            |frame, block| {
                if block.has_nodes {
                    node_frames.push(frame);
                }
                let numbers: Vec<u32> = block
                    .kinds
                    .iter()
                    .map(|line| self.way_kinds.number(line))
                    .collect();
                let mut end = refs.len();
                for (id, kind, count) in block.ways {
                    end += count as usize;
                    self.way_ids.push(id);
                    self.way_kind.push(numbers[kind as usize]);
                    self.first_ref.push(end.min(LIMIT) as u32);
                }
                refs.extend(block.refs);
                self.restrictions.extend(block.restrictions);
                self.ferry_lines.extend(block.ferry_lines);
                self.conditional_restrictions += block.conditional;
            },
        )?;
        if refs.len() >= LIMIT {
            return Err(Error::TooLarge {
                file: file.to_owned(),
                what: "nodes of roads",
            });
        }
        Ok((refs, node_frames))
    }

    fn number_nodes(&mut self, refs: Vec<i64>) {
        let mut ids = refs.clone();
        ids.par_sort_unstable();
        ids.dedup();
        ids.shrink_to_fit();
        self.refs = refs
            .par_iter()
            .map(|id| ids.partition_point(|other| other < id) as u32)
            .collect();
        self.node_ids = ids;
    }

    fn read_nodes(
        &mut self,
        frames: &mut Frames,
        profile: &Profile,
        which: &[usize],
        progress: &Progress,
    ) -> Result<(), Error> {
        let keys = Keys::of_nodes(profile);
        let Self {
            node_ids,
            places,
            obstacles,
            node_kinds,
            ..
        } = self;
        places.resize(node_ids.len(), MISSING);
        node_kinds.number("");
        frames.each(
            which,
            progress,
            |block| nodes::read(&keys, block, node_ids),
            |_, block| {
                for (node, place) in block.places {
                    places[node as usize] = place;
                }
                let numbers: Vec<u32> = block
                    .kinds
                    .iter()
                    .map(|line| node_kinds.number(line))
                    .collect();
                obstacles.extend(
                    block
                        .obstacles
                        .iter()
                        .map(|(node, kind)| (*node, numbers[*kind as usize])),
                );
            },
        )?;
        obstacles.sort_unstable();
        obstacles.dedup_by_key(|(node, _)| *node);
        Ok(())
    }

    fn segment(&self, pair: &[u32]) -> Option<f64> {
        let (a, b) = (self.places[pair[0] as usize], self.places[pair[1] as usize]);
        (a != MISSING && b != MISSING).then(|| geo::metres(a, b))
    }

    /// The nodes of a way.
    pub fn nodes(&self, way: usize) -> &[u32] {
        &self.refs[self.first_ref[way] as usize..self.first_ref[way + 1] as usize]
    }

    /// The place in the list of a node's id.
    pub fn node(&self, id: i64) -> Option<u32> {
        self.node_ids.binary_search(&id).ok().map(|i| i as u32)
    }

    /// The number of a node's tag set, 0 where nothing is on it.
    pub fn node_kind(&self, node: u32) -> u32 {
        self.obstacles
            .binary_search_by_key(&node, |(n, _)| *n)
            .map_or(0, |i| self.obstacles[i].1)
    }
}
