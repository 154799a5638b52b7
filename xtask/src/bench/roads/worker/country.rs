//! A synthetic country: the roads of an extract laid out as square tiles, each
//! joined to its neighbours by roads, written as `.osm.pbf`. It has the
//! structure of real streets at a size for which no extract is at hand. The
//! same extract gives the same bytes.

use super::pbf::{Kind, Node, Relation, Way, Writer};
use super::sample::Rng;
use super::tile::Tile;
use std::error::Error;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

/// Empty space between two tiles, in 1e-7 degrees: about a kilometre.
const GAP: i32 = 100_000;
/// Roads across each side that two tiles share.
const CROSSINGS: usize = 8;

/// What was written.
pub struct Written {
    /// Road nodes.
    pub nodes: usize,
    /// Ways.
    pub ways: usize,
    /// Turn restrictions.
    pub restrictions: usize,
    /// Bytes of the file.
    pub bytes: u64,
}

/// Writes the roads of `source` as `side` × `side` tiles to `out`, and beside it
/// seeded points on its streets: `o600.csv` and `d2000.csv`.
pub fn write(source: &Path, out: &Path, side: usize) -> Result<Written, Box<dyn Error>> {
    let tile = Tile::read(source)?;
    let (left, bottom, right, top) = tile.edges();
    let step = (right - left + GAP, top - bottom + GAP);
    let steps = side as i32 - 1;
    let covered = [left, right + step.0 * steps, top + step.1 * steps, bottom];

    let mut nodes = Vec::new();
    let mut ways = Vec::new();
    let mut relations = Vec::new();
    for index in 0..side * side {
        let (column, row) = ((index % side) as i32, (index / side) as i32);
        let base = Base::of(&tile, index);
        nodes.extend(tile.nodes.iter().map(|node| Node {
            id: node.id + base.node,
            lat: node.lat + row * step.1,
            lon: node.lon + column * step.0,
            tags: node.tags.clone(),
        }));
        ways.extend(tile.ways.iter().map(|way| Way {
            id: way.id + base.way,
            nodes: way.nodes.iter().map(|node| node + base.node).collect(),
            tags: way.tags.clone(),
        }));
        relations.extend(tile.restrictions.iter().map(|relation| {
            Relation {
                id: relation.id + base.relation,
                members: (relation.members.iter().cloned())
                    .map(|(kind, id, role)| (kind, id + base.member(kind), role))
                    .collect(),
                tags: relation.tags.clone(),
            }
        }));
    }
    for index in 0..side * side {
        if index % side + 1 < side {
            join(&tile, &mut ways, (index, index + 1), |node| {
                (node.lat, node.lon)
            });
        }
        if index / side + 1 < side {
            join(&tile, &mut ways, (index, index + side), |node| {
                (node.lon, node.lat)
            });
        }
    }

    let mut writer = Writer::new(BufWriter::new(File::create(out)?), covered)?;
    writer.nodes(&nodes)?;
    writer.ways(&ways)?;
    writer.relations(&relations)?;
    writer.finish()?;
    for (name, count) in [("o600", 600), ("d2000", 2_000)] {
        let mut rng = Rng::new(count as u64);
        let mut points = BufWriter::new(File::create(out.with_file_name(format!("{name}.csv")))?);
        writeln!(points, "lon,lat")?;
        for _ in 0..count {
            let street = tile.streets[rng.below(tile.streets.len())];
            let node = &nodes[rng.below(side * side) * tile.nodes.len() + street];
            writeln!(
                points,
                "{},{}",
                f64::from(node.lon) / 1e7,
                f64::from(node.lat) / 1e7
            )?;
        }
        points.flush()?;
    }
    Ok(Written {
        nodes: nodes.len(),
        ways: ways.len(),
        restrictions: relations.len(),
        bytes: out.metadata()?.len(),
    })
}

/// What a tile's copy adds to the identifiers.
struct Base {
    node: i64,
    way: i64,
    relation: i64,
}

impl Base {
    fn of(tile: &Tile, index: usize) -> Self {
        let of = |count: usize| (index * count) as i64;
        Self {
            node: of(tile.nodes.len()),
            way: of(tile.ways.len()),
            relation: of(tile.restrictions.len()),
        }
    }

    fn member(&self, kind: Kind) -> i64 {
        match kind {
            Kind::Node => self.node,
            Kind::Way => self.way,
        }
    }
}

/// Joins two neighbouring copies; `place` says where a node lies along the
/// shared side, and how near to the far neighbour.
fn join(
    tile: &Tile,
    ways: &mut Vec<Way>,
    (from, to): (usize, usize),
    place: fn(&Node) -> (i32, i32),
) {
    let places: Vec<(i32, i32)> = tile
        .streets
        .iter()
        .map(|&street| place(&tile.nodes[street]))
        .collect();
    let low = places.iter().map(|place| place.0).min().unwrap_or_default();
    let high = places.iter().map(|place| place.0).max().unwrap_or_default();
    let band = |along: i32| {
        (i64::from(along - low) * CROSSINGS as i64 / (i64::from(high - low) + 1)) as usize
    };
    let mut ends = [None::<(usize, usize)>; CROSSINGS];
    for (index, &(along, _)) in places.iter().enumerate() {
        let (nearest, farthest) = ends[band(along)].get_or_insert((index, index));
        if places[index].1 > places[*farthest].1 {
            *farthest = index;
        }
        if places[index].1 < places[*nearest].1 {
            *nearest = index;
        }
    }
    for (nearest, farthest) in ends.into_iter().flatten() {
        let node = |copy: usize, index: usize| {
            tile.nodes[tile.streets[index]].id + Base::of(tile, copy).node
        };
        ways.push(Way {
            id: ways.len() as i64 + 1,
            nodes: vec![node(from, farthest), node(to, nearest)],
            tags: vec![("highway".to_owned(), "primary".to_owned())],
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Scratch;

    /// Four nodes in a row, a two-way street, a restriction; identifiers far apart.
    fn source(folder: &Path) -> std::path::PathBuf {
        let path = folder.join("source.osm.pbf");
        let tag = |key: &str, value: &str| (key.to_owned(), value.to_owned());
        let node = |id: i64, lon: i32| Node {
            id,
            lat: 410_000_000,
            lon,
            tags: vec![tag("a", "b")],
        };
        let mut writer = Writer::new(File::create(&path).unwrap(), [0; 4]).unwrap();
        writer
            .nodes(&[
                node(7, 0),
                node(1_000, 10),
                node(2_000_000, 20),
                node(9_000_000_000, 30),
            ])
            .unwrap();
        let way = |id: i64, nodes: &[i64]| Way {
            id,
            nodes: nodes.to_vec(),
            tags: vec![tag("highway", "residential")],
        };
        writer
            .ways(&[
                way(5, &[7, 1_000, 2_000_000]),
                way(6, &[2_000_000, 9_000_000_000]),
            ])
            .unwrap();
        let member = |kind, id, role: &str| (kind, id, role.to_owned());
        writer
            .relations(&[Relation {
                id: 77,
                members: vec![
                    member(Kind::Way, 5, "from"),
                    member(Kind::Node, 2_000_000, "via"),
                    member(Kind::Way, 6, "to"),
                ],
                tags: vec![
                    tag("type", "restriction"),
                    tag("restriction", "no_straight_on"),
                ],
            }])
            .unwrap();
        writer.finish().unwrap();
        path
    }

    #[test]
    fn a_country_has_every_road_and_restriction_of_its_tiles_and_roads_between_them() {
        let folder = Scratch::new("country");
        let out = folder.path().join("country.osm.pbf");
        let written = write(&source(folder.path()), &out, 2).unwrap();
        assert_eq!((written.nodes, written.restrictions), (16, 4));
        // Two ways a tile, and each of the four shared sides is crossed.
        assert!(written.ways >= 8 + 4);
        let country = Tile::read(&out).unwrap();
        assert_eq!(country.streets.len(), 16, "one network");
        let via = |relation: &Relation| relation.members[1].1;
        assert_eq!(
            country.restrictions.iter().map(via).collect::<Vec<_>>(),
            [3, 7, 11, 15]
        );
        assert!(
            country
                .nodes
                .iter()
                .all(|node| node.tags == [("a".to_owned(), "b".to_owned())])
        );
    }

    #[test]
    fn the_same_extract_gives_the_same_bytes() {
        let folder = Scratch::new("bytes");
        let source = source(folder.path());
        let bytes = |name: &str| {
            let out = folder.path().join(name);
            write(&source, &out, 3).unwrap();
            std::fs::read(out).unwrap()
        };
        assert_eq!(bytes("a.osm.pbf"), bytes("b.osm.pbf"));
    }
}
