//! Writes `.osm.pbf`: a header, then blocks of dense nodes, ways and relations,
//! each a zlib blob, as <https://wiki.openstreetmap.org/wiki/PBF_Format> lays
//! them out. Only what a synthetic extract needs: no metadata of versions and
//! authors. The same elements give the same bytes.

use flate2::{Compression, write::ZlibEncoder};
use std::collections::HashMap;
use std::io::{self, Write};

/// Elements in a block, as the format advises.
const BLOCK: usize = 8_000;

/// Tags in the order of writing.
pub type Tags = Vec<(String, String)>;

/// A node, with coordinates in 1e-7 degrees.
pub struct Node {
    /// Identifier.
    pub id: i64,
    /// Latitude.
    pub lat: i32,
    /// Longitude.
    pub lon: i32,
    /// Tags.
    pub tags: Tags,
}

/// A way along nodes.
pub struct Way {
    /// Identifier.
    pub id: i64,
    /// The nodes' identifiers, from first to last.
    pub nodes: Vec<i64>,
    /// Tags.
    pub tags: Tags,
}

/// What a member of a relation is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A node.
    Node = 0,
    /// A way.
    Way = 1,
}

/// A relation of nodes and ways.
pub struct Relation {
    /// Identifier.
    pub id: i64,
    /// Kind, identifier and role of each member.
    pub members: Vec<(Kind, i64, String)>,
    /// Tags.
    pub tags: Tags,
}

/// A file being written: first all nodes, then all ways, then all relations,
/// each by rising identifier.
pub struct Writer<W: Write> {
    out: W,
}

impl<W: Write> Writer<W> {
    /// Starts a file that covers a box: left, right, top and bottom in 1e-7 degrees.
    pub fn new(mut out: W, edges: [i32; 4]) -> io::Result<Self> {
        let mut covered = Fields::default();
        for (field, edge) in (1..).zip(edges) {
            covered.varint(field, zigzag(i64::from(edge) * 100));
        }
        let mut header = Fields::default();
        header.bytes(1, &covered.0);
        header.bytes(4, b"OsmSchema-V0.6");
        header.bytes(4, b"DenseNodes");
        header.bytes(5, b"Sort.Type_then_ID");
        header.bytes(16, b"tuvak synthetic country");
        blob(&mut out, b"OSMHeader", &header.0)?;
        Ok(Self { out })
    }

    /// Writes nodes.
    pub fn nodes(&mut self, nodes: &[Node]) -> io::Result<()> {
        for block in nodes.chunks(BLOCK) {
            let mut strings = Strings::default();
            let (mut ids, mut lats, mut lons, mut tags) = (
                Packed::default(),
                Packed::default(),
                Packed::default(),
                Packed::default(),
            );
            for node in block {
                ids.delta(node.id);
                lats.delta(i64::from(node.lat));
                lons.delta(i64::from(node.lon));
                for (key, value) in &node.tags {
                    tags.plain(strings.index(key));
                    tags.plain(strings.index(value));
                }
                tags.plain(0);
            }
            let mut dense = Fields::default();
            dense.bytes(1, &ids.bytes);
            dense.bytes(8, &lats.bytes);
            dense.bytes(9, &lons.bytes);
            dense.bytes(10, &tags.bytes);
            let mut group = Fields::default();
            group.bytes(2, &dense.0);
            self.block(&strings, &group)?;
        }
        Ok(())
    }

    /// Writes ways.
    pub fn ways(&mut self, ways: &[Way]) -> io::Result<()> {
        for block in ways.chunks(BLOCK) {
            let mut strings = Strings::default();
            let mut group = Fields::default();
            for way in block {
                let mut fields = strings.tagged(way.id, &way.tags);
                let mut nodes = Packed::default();
                way.nodes.iter().for_each(|&node| nodes.delta(node));
                fields.bytes(8, &nodes.bytes);
                group.bytes(3, &fields.0);
            }
            self.block(&strings, &group)?;
        }
        Ok(())
    }

    /// Writes relations.
    pub fn relations(&mut self, relations: &[Relation]) -> io::Result<()> {
        for block in relations.chunks(BLOCK) {
            let mut strings = Strings::default();
            let mut group = Fields::default();
            for relation in block {
                let mut fields = strings.tagged(relation.id, &relation.tags);
                let (mut roles, mut ids, mut kinds) =
                    (Packed::default(), Packed::default(), Packed::default());
                for (kind, id, role) in &relation.members {
                    roles.plain(strings.index(role));
                    ids.delta(*id);
                    kinds.plain(*kind as u64);
                }
                fields.bytes(8, &roles.bytes);
                fields.bytes(9, &ids.bytes);
                fields.bytes(10, &kinds.bytes);
                group.bytes(4, &fields.0);
            }
            self.block(&strings, &group)?;
        }
        Ok(())
    }

    /// Ends the file.
    pub fn finish(mut self) -> io::Result<()> {
        self.out.flush()
    }

    fn block(&mut self, strings: &Strings, group: &Fields) -> io::Result<()> {
        let mut table = Fields::default();
        // Index 0 ends a dense node's tags, so no string may have it.
        table.bytes(1, b"");
        strings
            .list
            .iter()
            .for_each(|text| table.bytes(1, text.as_bytes()));
        let mut block = Fields::default();
        block.bytes(1, &table.0);
        block.bytes(2, &group.0);
        blob(&mut self.out, b"OSMData", &block.0)
    }
}

fn blob(out: &mut impl Write, kind: &[u8], raw: &[u8]) -> io::Result<()> {
    let mut zlib = ZlibEncoder::new(Vec::new(), Compression::default());
    zlib.write_all(raw)?;
    let mut body = Fields::default();
    body.varint(2, raw.len() as u64);
    body.bytes(3, &zlib.finish()?);
    let mut header = Fields::default();
    header.bytes(1, kind);
    header.varint(3, body.0.len() as u64);
    let length = u32::try_from(header.0.len()).map_err(io::Error::other)?;
    out.write_all(&length.to_be_bytes())?;
    out.write_all(&header.0)?;
    out.write_all(&body.0)
}

/// Strings of a block, numbered from 1 in the order of first use.
#[derive(Default)]
struct Strings {
    list: Vec<String>,
    indices: HashMap<String, u64>,
}

impl Strings {
    fn index(&mut self, text: &str) -> u64 {
        if let Some(&index) = self.indices.get(text) {
            return index;
        }
        self.list.push(text.to_owned());
        let index = self.list.len() as u64;
        self.indices.insert(text.to_owned(), index);
        index
    }

    /// The fields that ways and relations share.
    fn tagged(&mut self, id: i64, tags: &Tags) -> Fields {
        let (mut keys, mut values) = (Packed::default(), Packed::default());
        for (key, value) in tags {
            keys.plain(self.index(key));
            values.plain(self.index(value));
        }
        let mut fields = Fields::default();
        fields.varint(1, id as u64);
        fields.bytes(2, &keys.bytes);
        fields.bytes(3, &values.bytes);
        fields
    }
}

/// A protobuf message: numbered fields.
#[derive(Default)]
struct Fields(Vec<u8>);

impl Fields {
    fn varint(&mut self, field: u64, value: u64) {
        varint(&mut self.0, field << 3);
        varint(&mut self.0, value);
    }

    fn bytes(&mut self, field: u64, bytes: &[u8]) {
        varint(&mut self.0, field << 3 | 2);
        varint(&mut self.0, bytes.len() as u64);
        self.0.extend_from_slice(bytes);
    }
}

/// A packed list of numbers.
#[derive(Default)]
struct Packed {
    bytes: Vec<u8>,
    last: i64,
}

impl Packed {
    fn plain(&mut self, value: u64) {
        varint(&mut self.bytes, value);
    }

    fn delta(&mut self, value: i64) {
        varint(&mut self.bytes, zigzag(value - self.last));
        self.last = value;
    }
}

fn zigzag(value: i64) -> u64 {
    (value << 1 ^ value >> 63) as u64
}

fn varint(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}
