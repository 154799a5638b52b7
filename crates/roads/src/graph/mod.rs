//! The road graph: junctions, the roads between them, directed edges and the allowed turns, all in flat arrays.

mod bans;
mod build;
mod chains;
mod class;
mod description;
mod islands;
mod turns;

use std::ops::Range;

use crate::error::Error;
use crate::geo::{Fixed, UNIT};
pub use description::Counts;
pub(crate) use description::Description;

/// Bit of [`RoadGraph::edge_flags`]: points may snap to the edge; it is not on a small island.
pub const EDGE_SNAPPABLE: u8 = 1;
/// A road network for one vehicle, without speeds: those come as a [`crate::Metric`].
///
/// All arrays are public so that they can be stored as they are; after loading, [`RoadGraph::validate`] tells whether they
/// belong together. A *road* is the chain of ways between two junctions; an *edge* is a road in one direction. Edges from
/// [`RoadGraph::base_edges`] on are copies that remember by which roads one came, for turn restrictions over several roads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoadGraph {
    /// Latitude of each junction, 1e-7 degree.
    pub node_lat: Vec<i32>,
    /// Longitude of each junction, 1e-7 degree.
    pub node_lon: Vec<i32>,
    /// Number of the tag set of each junction; 0 = it has none that matters.
    pub node_kind: Vec<u32>,
    /// Road ends that meet at each junction, at most 255.
    pub node_degree: Vec<u8>,
    /// Where the points of each road begin; one more entry than roads.
    pub first_point: Vec<u32>,
    /// Latitudes of the roads' points, both ends included, 1e-7 degree.
    pub point_lat: Vec<i32>,
    /// Longitudes of the roads' points, 1e-7 degree.
    pub point_lon: Vec<i32>,
    /// Where the pieces of each road begin; one more entry than roads. A piece is what one way contributes.
    pub first_piece: Vec<u32>,
    /// `kind << 1 | 1` where the way runs against the road, else `kind << 1`.
    pub piece_kind: Vec<u32>,
    /// Length of each piece, decimetres.
    pub piece_dm: Vec<u32>,
    /// OpenStreetMap id of the way of each piece (the bits of the `i64`).
    pub piece_way: Vec<u64>,
    /// Junction where each edge begins.
    pub edge_tail: Vec<u32>,
    /// Junction where each edge ends.
    pub edge_head: Vec<u32>,
    /// `road << 1 | 1` where the edge runs against its road's points, else `road << 1`.
    pub edge_road: Vec<u32>,
    /// Direction in which each edge leaves its tail, 1/65536 turn clockwise from north.
    pub edge_out: Vec<u16>,
    /// Direction in which each edge arrives at its head, 1/65536 turn clockwise from north.
    pub edge_in: Vec<u16>,
    /// Bits `EDGE_*` of each edge.
    pub edge_flags: Vec<u8>,
    /// The base edge of each copy, ascending.
    pub copy_of: Vec<u32>,
    /// Where the turns of each edge begin; one more entry than edges.
    pub first_turn: Vec<u32>,
    /// The edge that each turn leads to.
    pub turn_to: Vec<u32>,
    /// The vehicle, the tag sets of ways and nodes, and the counts of the import.
    pub text: String,
}

impl RoadGraph {
    /// Number of edges, copies included.
    #[must_use]
    pub fn edges(&self) -> usize {
        self.edge_road.len()
    }

    /// Number of edges that are not copies. They come first.
    #[must_use]
    pub fn base_edges(&self) -> usize {
        self.edge_road.len() - self.copy_of.len()
    }

    /// Number of roads.
    #[must_use]
    pub fn roads(&self) -> usize {
        self.first_point.len().saturating_sub(1)
    }

    /// The copies of a base edge, mostly none.
    #[must_use]
    pub fn copies(&self, edge: u32) -> Range<u32> {
        let start = self.copy_of.partition_point(|base| *base < edge);
        let end = self.copy_of.partition_point(|base| *base <= edge);
        let base = self.base_edges();
        (base + start) as u32..(base + end) as u32
    }

    /// The base edge of an edge: itself unless it is a copy.
    #[must_use]
    pub fn base_of(&self, edge: u32) -> u32 {
        let base = self.base_edges();
        if (edge as usize) < base {
            edge
        } else {
            self.copy_of[edge as usize - base]
        }
    }

    /// The turns of an edge, as indices into `turn_to`.
    #[must_use]
    pub fn turns(&self, edge: u32) -> Range<usize> {
        let e = edge as usize;
        self.first_turn[e] as usize..self.first_turn[e + 1] as usize
    }

    pub(crate) fn points(&self, road: u32) -> Range<usize> {
        let r = road as usize;
        self.first_point[r] as usize..self.first_point[r + 1] as usize
    }

    pub(crate) fn pieces(&self, road: u32) -> Range<usize> {
        let r = road as usize;
        self.first_piece[r] as usize..self.first_piece[r + 1] as usize
    }

    pub(crate) fn point(&self, index: usize) -> Fixed {
        Fixed {
            lat: self.point_lat[index],
            lon: self.point_lon[index],
        }
    }

    /// That so many points all lie farther than a distance from every road: [`Error::NotCovered`], which says where the
    /// roads lie.
    #[must_use]
    pub fn not_covered(&self, points: usize, metres: f64) -> Error {
        let degrees = |values: &[i32]| {
            let [least, most] = [values.iter().min(), values.iter().max()];
            [least, most].map(|value| f64::from(value.copied().unwrap_or_default()) * UNIT)
        };
        let [south, north] = degrees(&self.point_lat);
        let [west, east] = degrees(&self.point_lon);
        Error::NotCovered {
            points,
            metres,
            south,
            west,
            north,
            east,
        }
    }

    /// Whether the arrays belong together: lengths, offsets and every index in range.
    ///
    /// # Errors
    /// [`Error::BadGraph`] names the first array that does not fit.
    pub fn validate(&self) -> Result<(), Error> {
        let same = |what, ok: bool| {
            if ok {
                Ok(())
            } else {
                Err(Error::BadGraph { what })
            }
        };
        let nodes = self.node_lat.len();
        let edges = self.edges();
        let roads = self.roads();
        same(
            "node arrays differ in length",
            [
                self.node_lon.len(),
                self.node_kind.len(),
                self.node_degree.len(),
            ] == [nodes; 3],
        )?;
        same(
            "point arrays differ in length",
            self.point_lat.len() == self.point_lon.len(),
        )?;
        same(
            "piece arrays differ in length",
            [self.piece_kind.len(), self.piece_way.len()] == [self.piece_dm.len(); 2],
        )?;
        let per_edge = [
            self.edge_tail.len(),
            self.edge_head.len(),
            self.edge_out.len(),
            self.edge_in.len(),
            self.edge_flags.len(),
        ];
        same(
            "edge arrays differ in length",
            per_edge == [edges; 5] && self.copy_of.len() <= edges,
        )?;
        same(
            "offsets of points are not ascending",
            offsets(&self.first_point, roads, self.point_lat.len(), 2),
        )?;
        same(
            "offsets of pieces are not ascending",
            offsets(&self.first_piece, roads, self.piece_dm.len(), 1),
        )?;
        same(
            "offsets of turns are not ascending",
            offsets(&self.first_turn, edges, self.turn_to.len(), 0),
        )?;
        let below = |values: &[u32], limit: usize, shift: u32| {
            values.iter().all(|v| ((v >> shift) as usize) < limit)
        };
        same(
            "an edge has no such junction",
            below(&self.edge_tail, nodes, 0) && below(&self.edge_head, nodes, 0),
        )?;
        same("an edge has no such road", below(&self.edge_road, roads, 1))?;
        same("a turn leads to no edge", below(&self.turn_to, edges, 0))?;
        same(
            "a copy has no such base",
            below(&self.copy_of, self.base_edges(), 0) && self.copy_of.is_sorted(),
        )?;
        let base = &self.edge_road[..self.base_edges()];
        same(
            "edges are not in the order of roads",
            base.windows(2).all(|w| w[0] < w[1]),
        )?;
        let text = self.description()?;
        same(
            "a piece has no such tag set",
            below(&self.piece_kind, text.way_kinds.len(), 1),
        )?;
        same(
            "a junction has no such tag set",
            below(&self.node_kind, text.node_kinds.len(), 0),
        )
    }
}

fn offsets(first: &[u32], count: usize, total: usize, least: u32) -> bool {
    first.len() == count + 1
        && first.first() == Some(&0)
        && first.last().is_some_and(|l| *l as usize == total)
        && first
            .windows(2)
            .all(|w| w[1] >= w[0] && w[1] - w[0] >= least)
}
