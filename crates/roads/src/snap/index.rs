//! The segments of a graph, found by place.

use std::ops::Range;

use geo_index::rtree::sort::HilbertSort;
use geo_index::rtree::{RTree, RTreeBuilder, RTreeIndex};

use crate::geo::{self, LatLon, UNIT};
use crate::graph::RoadGraph;

/// A packed R-tree over the roads of one graph, whatever the prices. Long roads are cut into runs of a few segments; so few
/// boxes are packed quickly enough (0.1 s for a country) that the index need not be stored. Boxes are in 2e-7 degree, as the
/// packing takes differences of whole numbers of 32 bits and the map is wider than those in 1e-7.
#[derive(Debug, Clone)]
pub struct SnapIndex {
    tree: RTree<i32>,
    /// Road and first point of each run.
    runs: Vec<(u32, u32)>,
}

const RUN: usize = 8;

impl SnapIndex {
    /// Indexes all roads.
    #[must_use]
    pub fn new(graph: &RoadGraph) -> Self {
        let mut runs = Vec::new();
        for road in 0..graph.roads() as u32 {
            let points = graph.points(road);
            runs.extend(
                (points.start..points.end - 1)
                    .step_by(RUN)
                    .map(|point| (road, point as u32)),
            );
        }
        let mut builder = RTreeBuilder::<i32>::new(runs.len() as u32);
        for (road, first) in &runs {
            let points = run_points(graph, *road, *first);
            let (mut low, mut high) = (graph.point(points.start), graph.point(points.start));
            // Going on beyond 180 degrees rather than jumping to the other side of the map.
            let mut lon = i64::from(low.lon);
            let (mut west, mut east) = (lon, lon);
            for i in points.start..points.end {
                let (a, b) = (graph.point(i), graph.point(i + 1));
                lon += geo::lon_difference(a.lon, b.lon);
                (west, east) = (west.min(lon), east.max(lon));
                (low.lat, high.lat) = (low.lat.min(b.lat), high.lat.max(b.lat));
            }
            builder.add(
                down(west),
                down(i64::from(low.lat)),
                up(east),
                up(i64::from(high.lat)),
            );
        }
        Self {
            tree: builder.finish::<HilbertSort>(),
            runs,
        }
    }

    /// Roads, and the first points of their segments, that may lie within a distance in metres.
    pub(super) fn around(
        &self,
        graph: &RoadGraph,
        at: LatLon,
        reach: f64,
    ) -> Vec<(u32, Range<usize>)> {
        let (ky, _) = geo::metres_per_degree(at.lat);
        let high = reach / ky;
        let (_, kx) = geo::metres_per_degree((at.lat.abs() + high).min(89.9));
        let wide = (reach / kx).min(360.0);
        let fixed = |degrees: f64| (degrees / UNIT) as i64;
        let mut found = Vec::new();
        // Once more from the other side of the antimeridian, where that is near.
        for turn in [0.0, 360.0, -360.0] {
            let lon = at.lon + turn;
            if turn != 0.0 && lon.abs() - wide > 181.0 {
                continue;
            }
            let [west, south, east, north] =
                [lon - wide, at.lat - high, lon + wide, at.lat + high].map(fixed);
            let items = self
                .tree
                .search(down(west), down(south), up(east), up(north));
            found.extend(items.into_iter().map(|item| {
                let (road, first) = self.runs[item as usize];
                (road, run_points(graph, road, first))
            }));
        }
        found
    }
}

/// The segments of a run, by their first points.
fn run_points(graph: &RoadGraph, road: u32, first: u32) -> Range<usize> {
    let first = first as usize;
    first..(first + RUN).min(graph.points(road).end - 1)
}

/// Half of a coordinate in 1e-7 degree, rounded towards south and west. What lies beyond the map by more than it is wide is
/// never reached, so the ends of the range stand for all of it.
fn down(fixed: i64) -> i32 {
    (fixed.div_euclid(2)).clamp(-WIDEST, WIDEST) as i32
}

/// As [`down`], rounded towards north and east.
fn up(fixed: i64) -> i32 {
    (fixed.div_euclid(2) + 1).clamp(-WIDEST, WIDEST) as i32
}

/// 214 degrees: the difference of two such still has 32 bits.
const WIDEST: i64 = 1_073_741_823;
