//! The file of a prepared network: a head that names format and version, the arrays one after another, a checksum over all.

use super::{Network, Stored};
use crate::changes::Changes;
use crate::error::Error;
use crate::graph::RoadGraph;
use crate::profile::Profile;
use crate::snap::SnapIndex;
use bytemuck::Pod;
use hierarchy::Hierarchy;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;
use std::sync::OnceLock;
use xxhash_rust::xxh3::Xxh3;

/// Changes with every change of the arrays or of what they mean.
pub(super) const VERSION: &str = "1";

/// Arrays are written as the processor holds them; one of the other kind sees another word here.
const MAGIC: u64 = u64::from_le_bytes(*b"tuvakrds");

impl Network {
    /// Writes the network, for the profile that it was prepared or last priced for; changes of single ways are not kept.
    ///
    /// # Errors
    /// [`Error::Write`].
    pub fn save(&self, file: &Path) -> Result<(), Error> {
        let at = |source| Error::Write {
            file: file.display().to_string(),
            source,
        };
        let mut out = Out {
            to: io::BufWriter::with_capacity(1 << 20, File::create(file).map_err(at)?),
            sum: Xxh3::new(),
        };
        self.write(&mut out).map_err(at)
    }

    fn write(&self, out: &mut Out) -> io::Result<()> {
        out.array(&[MAGIC])?;
        out.array(VERSION.as_bytes())?;
        out.array(self.profile.text().as_bytes())?;
        let graph = &self.graph;
        out.array(&graph.node_lat)?;
        out.array(&graph.node_lon)?;
        out.array(&graph.node_kind)?;
        out.array(&graph.node_degree)?;
        out.array(&graph.first_point)?;
        out.array(&graph.point_lat)?;
        out.array(&graph.point_lon)?;
        out.array(&graph.first_piece)?;
        out.array(&graph.piece_kind)?;
        out.array(&graph.piece_dm)?;
        out.array(&graph.piece_way)?;
        out.array(&graph.edge_tail)?;
        out.array(&graph.edge_head)?;
        out.array(&graph.edge_road)?;
        out.array(&graph.edge_out)?;
        out.array(&graph.edge_in)?;
        out.array(&graph.edge_flags)?;
        out.array(&graph.copy_of)?;
        out.array(&graph.first_turn)?;
        out.array(&graph.turn_to)?;
        out.array(graph.text.as_bytes())?;
        match &self.topology {
            Stored::Whole(whole) => whole
                .1
                .parts()
                .iter()
                .try_for_each(|part| out.array(part))?,
            Stored::Parts(parts) => parts.iter().try_for_each(|part| out.array(part))?,
        }
        for part in self.hierarchy.parts() {
            out.array(part)?;
        }
        let sum = out.sum.digest();
        out.to.write_all(&sum.to_ne_bytes())?;
        out.to.flush()
    }

    /// Reads a prepared network.
    ///
    /// # Errors
    /// [`Error::Read`]; [`Error::NotPrepared`], [`Error::OtherVersion`], [`Error::Damaged`].
    pub fn load(file: &Path) -> Result<Self, Error> {
        let name = || file.display().to_string();
        let read = |source| Error::Read {
            file: name(),
            source,
        };
        let damaged = || Error::Damaged { file: name() };
        let from = File::open(file).map_err(read)?;
        let left = from.metadata().map_err(read)?.len();
        let mut from = In {
            from: io::BufReader::with_capacity(1 << 20, from),
            sum: Xxh3::new(),
            left,
        };
        match from.array::<u64>() {
            Ok(magic) if magic == [MAGIC] => {}
            _ => return Err(Error::NotPrepared { file: name() }),
        }
        let version = from.text().map_err(|_| damaged())?;
        if version != VERSION {
            return Err(Error::OtherVersion {
                file: name(),
                version,
            });
        }
        let (profile, graph, topology, hierarchy) = from.rest().map_err(|_| damaged())?;
        let profile = Profile::from_toml(&profile, &name()).map_err(|_| damaged())?;
        graph.validate().map_err(|_| damaged())?;
        let hierarchy = Hierarchy::from_parts(hierarchy).map_err(|_| damaged())?;
        if hierarchy.vertices() != graph.edges() {
            return Err(damaged());
        }
        let metric = graph.metric(&profile, &Changes::default())?;
        let index = SnapIndex::new(&graph);
        Ok(Self {
            graph,
            profile,
            metric,
            topology: Stored::Parts(topology),
            hierarchy,
            index,
            paths: OnceLock::new(),
        })
    }
}

struct Out {
    to: io::BufWriter<File>,
    sum: Xxh3,
}

impl Out {
    /// The number of bytes, then the bytes.
    fn array<T: Pod>(&mut self, array: &[T]) -> io::Result<()> {
        let bytes: &[u8] = bytemuck::cast_slice(array);
        for part in [&(bytes.len() as u64).to_ne_bytes(), bytes] {
            self.sum.update(part);
            self.to.write_all(part)?;
        }
        Ok(())
    }
}

struct In {
    from: io::BufReader<File>,
    sum: Xxh3,
    /// Bytes of the file that are not read yet: no array is longer.
    left: u64,
}

type Parts = (String, RoadGraph, [Vec<u32>; 6], [Vec<u32>; 9]);

impl In {
    fn rest(&mut self) -> io::Result<Parts> {
        let profile = self.text()?;
        let graph = RoadGraph {
            node_lat: self.array()?,
            node_lon: self.array()?,
            node_kind: self.array()?,
            node_degree: self.array()?,
            first_point: self.array()?,
            point_lat: self.array()?,
            point_lon: self.array()?,
            first_piece: self.array()?,
            piece_kind: self.array()?,
            piece_dm: self.array()?,
            piece_way: self.array()?,
            edge_tail: self.array()?,
            edge_head: self.array()?,
            edge_road: self.array()?,
            edge_out: self.array()?,
            edge_in: self.array()?,
            edge_flags: self.array()?,
            copy_of: self.array()?,
            first_turn: self.array()?,
            turn_to: self.array()?,
            text: self.text()?,
        };
        let (topology, hierarchy) = (self.arrays()?, self.arrays()?);
        let sum = self.sum.digest();
        let mut written = [0; 8];
        self.from.read_exact(&mut written)?;
        if self.left != 8 || sum != u64::from_ne_bytes(written) {
            return Err(io::ErrorKind::InvalidData.into());
        }
        Ok((profile, graph, topology, hierarchy))
    }

    fn array<T: Pod>(&mut self) -> io::Result<Vec<T>> {
        let mut length = [0; 8];
        self.from.read_exact(&mut length)?;
        self.sum.update(&length);
        let length = u64::from_ne_bytes(length);
        self.left = self.left.saturating_sub(8);
        if length > self.left || !length.is_multiple_of(size_of::<T>() as u64) {
            return Err(io::ErrorKind::InvalidData.into());
        }
        self.left -= length;
        let mut array = vec![T::zeroed(); length as usize / size_of::<T>()];
        let bytes: &mut [u8] = bytemuck::cast_slice_mut(&mut array);
        self.from.read_exact(bytes)?;
        self.sum.update(bytes);
        Ok(array)
    }

    fn arrays<const N: usize>(&mut self) -> io::Result<[Vec<u32>; N]> {
        let mut arrays = std::array::from_fn(|_| Vec::new());
        for array in &mut arrays {
            *array = self.array()?;
        }
        Ok(arrays)
    }

    fn text(&mut self) -> io::Result<String> {
        String::from_utf8(self.array()?).map_err(|_| io::ErrorKind::InvalidData.into())
    }
}
