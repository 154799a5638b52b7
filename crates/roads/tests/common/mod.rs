//! Extracts by hand: nodes by metres, ways and restrictions by tags, written as real PBF bytes.
#![allow(dead_code)]

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use roads::{
    Changes, Error, LatLon, Metric, Profile, RoadGraph, Snap, SnapIndex, Snapper, dijkstra,
};

type Tags = Vec<(String, String)>;

/// An extract in the making. The place of a node is given in metres east and north of `origin`.
#[derive(Clone)]
pub struct Map {
    pub origin: LatLon,
    pub dense: bool,
    pub features: Vec<String>,
    pub nodes: BTreeMap<i64, (LatLon, Tags)>,
    pub ways: Vec<(i64, Vec<i64>, Tags)>,
    pub relations: Vec<(i64, Vec<Member>, Tags)>,
}

/// Role, kind (0 = node, 1 = way) and id.
pub type Member = (&'static str, u64, i64);

fn tags(text: &str) -> Tags {
    text.split_whitespace()
        .filter_map(|t| t.split_once('='))
        .map(|(k, v)| (k.to_owned(), v.replace('~', " ")))
        .collect()
}

pub fn map() -> Map {
    Map {
        origin: LatLon {
            lat: 57.0,
            lon: 24.0,
        },
        dense: true,
        features: vec!["OsmSchema-V0.6".to_owned(), "DenseNodes".to_owned()],
        nodes: BTreeMap::new(),
        ways: Vec::new(),
        relations: Vec::new(),
    }
}

impl Map {
    pub fn node(self, id: i64, east: f64, north: f64) -> Self {
        self.tagged(id, east, north, "")
    }

    pub fn tagged(mut self, id: i64, east: f64, north: f64, text: &str) -> Self {
        let at = self.at(east, north);
        self.nodes.insert(id, (at, tags(text)));
        self
    }

    pub fn at(&self, east: f64, north: f64) -> LatLon {
        let lat = self.origin.lat + north / meridian(self.origin.lat);
        let lon = self.origin.lon + east / parallel(self.origin.lat);
        LatLon {
            lat,
            lon: if lon > 180.0 { lon - 360.0 } else { lon },
        }
    }

    pub fn way(mut self, id: i64, nodes: &[i64], text: &str) -> Self {
        self.ways.push((id, nodes.to_vec(), tags(text)));
        self
    }

    pub fn relation(mut self, members: &[Member], text: &str) -> Self {
        let id = self.relations.len() as i64 + 1;
        self.relations.push((id, members.to_vec(), tags(text)));
        self
    }

    /// A turn restriction over a node.
    pub fn restriction(self, kind: &str, from: i64, via: i64, to: i64, more: &str) -> Self {
        let members = [("from", 1, from), ("via", 0, via), ("to", 1, to)];
        self.relation(
            &members,
            &format!("type=restriction restriction={kind} {more}"),
        )
    }

    pub fn bytes(&self) -> Vec<u8> {
        let mut header = Vec::new();
        for feature in &self.features {
            field(&mut header, 4, feature.as_bytes());
        }
        let mut out = blob("OSMHeader", &header);
        out.extend(blob("OSMData", &self.block(|b| b.nodes(self))));
        out.extend(blob("OSMData", &self.block(|b| b.ways(self))));
        if !self.relations.is_empty() {
            out.extend(blob("OSMData", &self.block(|b| b.relations(self))));
        }
        out
    }

    fn block(&self, fill: impl Fn(&mut Block) -> Vec<u8>) -> Vec<u8> {
        let mut block = Block {
            strings: vec![String::new()],
        };
        let group = fill(&mut block);
        let mut table = Vec::new();
        for string in &block.strings {
            field(&mut table, 1, string.as_bytes());
        }
        let mut out = Vec::new();
        field(&mut out, 1, &table);
        field(&mut out, 2, &group);
        out
    }

    pub fn file(&self) -> PathBuf {
        file_of(&self.bytes())
    }

    pub fn graph(&self, profile: &str) -> Result<RoadGraph, Error> {
        let path = self.file();
        let graph = RoadGraph::read(&path, &named(profile));
        std::fs::remove_file(path).expect("the file was written just now");
        graph
    }

    pub fn world(&self, profile: &str) -> World {
        World::of(self, &named(profile), &Changes::default())
    }
}

/// A built-in profile, or a text that builds on one.
pub fn named(profile: &str) -> Profile {
    if profile.contains('=') {
        Profile::from_toml(profile, "test.toml")
    } else {
        Profile::builtin(profile)
    }
    .expect("a good profile")
}

pub fn file_of(bytes: &[u8]) -> PathBuf {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let name = format!("{}-{count}.osm.pbf", std::process::id());
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).expect("the temporary directory can be written");
    path
}

/// A graph with its prices, ready to be asked.
pub struct World {
    pub graph: RoadGraph,
    pub metric: Metric,
    pub index: SnapIndex,
    pub nodes: BTreeMap<i64, LatLon>,
}

impl World {
    pub fn of(map: &Map, profile: &Profile, changes: &Changes) -> Self {
        let path = map.file();
        let graph = RoadGraph::read(&path, profile).expect("a good extract");
        std::fs::remove_file(path).expect("the file was written just now");
        graph.validate().expect("a sound graph");
        let metric = graph.metric(profile, changes).expect("prices");
        let index = SnapIndex::new(&graph);
        let nodes = map.nodes.iter().map(|(id, (at, _))| (*id, *at)).collect();
        Self {
            graph,
            metric,
            index,
            nodes,
        }
    }

    pub fn snap(&self, at: LatLon) -> Option<Snap> {
        Snapper::new(&self.graph, &self.metric, &self.index).snap(at, 400.0)
    }

    /// Seconds between two nodes; `None` = no way.
    pub fn seconds(&self, from: i64, to: i64) -> Option<f64> {
        let from = self.snap(self.nodes[&from])?;
        let to = self.snap(self.nodes[&to])?;
        dijkstra::trip(&self.graph, &self.metric, &from, &to).map(|t| f64::from(t.ms) / 1000.0)
    }

    pub fn metres(&self, from: i64, to: i64) -> Option<f64> {
        let (from, to) = (self.snap(self.nodes[&from])?, self.snap(self.nodes[&to])?);
        dijkstra::trip(&self.graph, &self.metric, &from, &to).map(|t| f64::from(t.dm) / 10.0)
    }

    #[track_caller]
    pub fn takes(&self, from: i64, to: i64, seconds: f64) {
        let found = self.seconds(from, to).unwrap_or(f64::NAN);
        assert!(
            (found - seconds).abs() < 0.15 + seconds * 0.001,
            "takes {found} s, should take {seconds} s"
        );
    }

    #[track_caller]
    pub fn no_way(&self, from: i64, to: i64) {
        assert_eq!(self.seconds(from, to), None);
    }
}

/// Seconds for metres at km/h.
pub fn drive(metres: f64, kmh: f64) -> f64 {
    metres * 3.6 / kmh
}

/// A line of nodes 1, 2, 3, … a kilometre apart to the east, each pair joined by its own way 1, 2, … with the tags given.
pub fn line(ways: &[&str]) -> Map {
    let mut map = map().node(1, 0.0, 0.0);
    for (i, tags) in ways.iter().enumerate() {
        let id = i as i64 + 1;
        map = map
            .node(id + 1, 1000.0 * id as f64, 0.0)
            .way(id, &[id, id + 1], tags);
    }
    map
}

const A: f64 = 6_378_137.0;
const E2: f64 = 0.006_694_379_990_14;

fn meridian(lat: f64) -> f64 {
    let w2 = 1.0 - E2 * lat.to_radians().sin().powi(2);
    (A * (1.0 - E2) / (w2 * w2.sqrt())).to_radians()
}

fn parallel(lat: f64) -> f64 {
    let w2 = 1.0 - E2 * lat.to_radians().sin().powi(2);
    (A / w2.sqrt() * lat.to_radians().cos()).to_radians()
}

struct Block {
    strings: Vec<String>,
}

impl Block {
    fn string(&mut self, text: &str) -> u64 {
        if let Some(i) = self.strings.iter().position(|s| s == text) {
            return i as u64;
        }
        self.strings.push(text.to_owned());
        self.strings.len() as u64 - 1
    }

    fn tags(&mut self, out: &mut Vec<u8>, tags: &Tags) {
        let mut keys = Vec::new();
        let mut values = Vec::new();
        for (key, value) in tags {
            varint(&mut keys, self.string(key));
            varint(&mut values, self.string(value));
        }
        field(out, 2, &keys);
        field(out, 3, &values);
    }

    fn nodes(&mut self, map: &Map) -> Vec<u8> {
        let mut group = Vec::new();
        let units = |at: &LatLon| ((at.lat * 1e7).round() as i64, (at.lon * 1e7).round() as i64);
        if !map.dense {
            for (id, (at, tags)) in &map.nodes {
                let (lat, lon) = units(at);
                let mut node = Vec::new();
                number(&mut node, 1, zigzag(*id));
                self.tags(&mut node, tags);
                number(&mut node, 8, zigzag(lat));
                number(&mut node, 9, zigzag(lon));
                field(&mut group, 1, &node);
            }
            return group;
        }
        let (mut ids, mut lats, mut lons, mut texts) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut last = (0, 0, 0);
        for (id, (at, tags)) in &map.nodes {
            let (lat, lon) = units(at);
            varint(&mut ids, zigzag(id - last.0));
            varint(&mut lats, zigzag(lat - last.1));
            varint(&mut lons, zigzag(lon - last.2));
            last = (*id, lat, lon);
            for (key, value) in tags {
                varint(&mut texts, self.string(key));
                varint(&mut texts, self.string(value));
            }
            varint(&mut texts, 0);
        }
        let mut dense = Vec::new();
        field(&mut dense, 1, &ids);
        field(&mut dense, 8, &lats);
        field(&mut dense, 9, &lons);
        field(&mut dense, 10, &texts);
        field(&mut group, 2, &dense);
        group
    }

    fn ways(&mut self, map: &Map) -> Vec<u8> {
        let mut group = Vec::new();
        for (id, nodes, tags) in &map.ways {
            let mut way = Vec::new();
            number(&mut way, 1, *id as u64);
            self.tags(&mut way, tags);
            let mut refs = Vec::new();
            let mut last = 0;
            for node in nodes {
                varint(&mut refs, zigzag(node - last));
                last = *node;
            }
            field(&mut way, 8, &refs);
            field(&mut group, 3, &way);
        }
        group
    }

    fn relations(&mut self, map: &Map) -> Vec<u8> {
        let mut group = Vec::new();
        for (id, members, tags) in &map.relations {
            let mut relation = Vec::new();
            number(&mut relation, 1, *id as u64);
            self.tags(&mut relation, tags);
            let (mut roles, mut ids, mut kinds) = (Vec::new(), Vec::new(), Vec::new());
            let mut last = 0;
            for (role, kind, member) in members {
                varint(&mut roles, self.string(role));
                varint(&mut ids, zigzag(member - last));
                varint(&mut kinds, *kind);
                last = *member;
            }
            field(&mut relation, 8, &roles);
            field(&mut relation, 9, &ids);
            field(&mut relation, 10, &kinds);
            field(&mut group, 4, &relation);
        }
        group
    }
}

/// A blob with its length and header, not compressed.
pub fn blob(kind: &str, content: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    field(&mut body, 1, content);
    let mut header = Vec::new();
    field(&mut header, 1, kind.as_bytes());
    number(&mut header, 3, body.len() as u64);
    let mut out = (header.len() as u32).to_be_bytes().to_vec();
    out.extend(header);
    out.extend(body);
    out
}

fn zigzag(value: i64) -> u64 {
    ((value << 1) ^ (value >> 63)) as u64
}

fn varint(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

fn number(out: &mut Vec<u8>, tag: u64, value: u64) {
    varint(out, tag << 3);
    varint(out, value);
}

fn field(out: &mut Vec<u8>, tag: u64, bytes: &[u8]) {
    varint(out, tag << 3 | 2);
    varint(out, bytes.len() as u64);
    out.extend(bytes);
}
