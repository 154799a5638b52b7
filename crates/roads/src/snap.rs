//! From a point to the nearest road that the vehicle can use.

use geo_index::rtree::sort::HilbertSort;
use geo_index::rtree::{RTree, RTreeBuilder, RTreeIndex};
use rayon::prelude::*;

use crate::error::Error;
use crate::geo::{self, Fixed, LatLon, UNIT};
use crate::graph::{EDGE_SNAPPABLE, RoadGraph};
use crate::metric::{INF, Metric};

/// A packed R-tree over the roads of one graph, whatever the prices. Long roads are cut into runs of a few segments; so few
/// boxes are packed quickly enough (0.1 s for a country) that the index need not be stored.
#[derive(Debug, Clone)]
pub struct SnapIndex {
    tree: RTree<i32>,
    /// Road and first point of each run.
    runs: Vec<(u32, u32)>,
}

const RUN: usize = 8;

/// Where a point meets the road network.
#[derive(Clone, Debug, PartialEq)]
pub struct Snap {
    /// The nearest road.
    pub road: u32,
    /// How far along the road's points, 0 to 1 by length.
    pub fraction: f64,
    /// Metres between the point and the road.
    pub metres: f64,
    /// The nearest place on the road.
    pub foot: LatLon,
    /// The edges on which one stands there: the two directions of the road, and at a junction those of every road that
    /// meets there. Never empty; ordered by edge.
    pub candidates: Vec<Candidate>,
}

/// A place on an edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// A base edge.
    pub edge: u32,
    /// Milliseconds from the start of the edge to the place.
    pub done_ms: u32,
    /// Decimetres from the start of the edge to the place.
    pub done_dm: u32,
}

/// Snaps points under the prices of a metric: closed roads are passed over.
#[derive(Clone, Copy, Debug)]
pub struct Snapper<'a> {
    graph: &'a RoadGraph,
    metric: &'a Metric,
    index: &'a SnapIndex,
}

/// A segment near a point.
#[derive(Clone, Copy)]
struct Near {
    metres: f64,
    road: u32,
    point: usize,
    share: f64,
}

const FIRST_REACH_M: f64 = 60.0;
/// Places closer together than this are one: the rounding of 1e-7 degree.
const SAME_PLACE_M: f64 = 0.02;

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
            builder.add(clamped(west), low.lat, clamped(east), high.lat);
        }
        Self {
            tree: builder.finish::<HilbertSort>(),
            runs,
        }
    }
}

/// The segments of a run, by their first points.
fn run_points(graph: &RoadGraph, road: u32, first: u32) -> std::ops::Range<usize> {
    let first = first as usize;
    first..(first + RUN).min(graph.points(road).end - 1)
}

fn clamped(lon: i64) -> i32 {
    lon.clamp(i64::from(i32::MIN), i64::from(i32::MAX)) as i32
}

impl<'a> Snapper<'a> {
    /// Snaps to the roads of a graph that are open under a metric.
    #[must_use]
    pub fn new(graph: &'a RoadGraph, metric: &'a Metric, index: &'a SnapIndex) -> Self {
        Self {
            graph,
            metric,
            index,
        }
    }

    /// The nearest usable road within a distance in metres, small islands left out. Of roads that are equally near the first
    /// in the graph is taken.
    #[must_use]
    pub fn snap(&self, at: LatLon, max_metres: f64) -> Option<Snap> {
        if !at.is_valid() || max_metres.is_nan() {
            return None;
        }
        let mut reach = FIRST_REACH_M;
        loop {
            let last = reach >= max_metres;
            let near = self.near(at, reach.min(max_metres));
            if let Some(best) = near.iter().copied().min_by(|a, b| order(a, b)) {
                return Some(self.settle(best, &near));
            }
            if last {
                return None;
            }
            reach *= 4.0;
        }
    }

    /// Snaps many points, in parallel; `None` for each that lies farther than `max_metres` from every usable road.
    ///
    /// # Errors
    /// [`Error::NotCovered`] where that is so for all of them.
    pub fn snap_all(&self, points: &[LatLon], max_metres: f64) -> Result<Vec<Option<Snap>>, Error> {
        let snaps: Vec<_> = points
            .par_iter()
            .map(|at| self.snap(*at, max_metres))
            .collect();
        if !points.is_empty() && snaps.iter().all(Option::is_none) {
            let degrees = |values: &[i32]| {
                let (min, max) = values
                    .iter()
                    .fold((i32::MAX, i32::MIN), |(a, b), v| (a.min(*v), b.max(*v)));
                (f64::from(min) * UNIT, f64::from(max) * UNIT)
            };
            let ((south, north), (west, east)) = (
                degrees(&self.graph.point_lat),
                degrees(&self.graph.point_lon),
            );
            return Err(Error::NotCovered {
                points: points.len(),
                metres: max_metres,
                south,
                west,
                north,
                east,
            });
        }
        Ok(snaps)
    }

    /// Usable segments within a distance.
    fn near(&self, at: LatLon, reach: f64) -> Vec<Near> {
        let (ky, _) = geo::metres_per_degree(at.lat);
        let high = reach / ky;
        let (_, kx) = geo::metres_per_degree((at.lat.abs() + high).min(89.9));
        let wide = (reach / kx).min(360.0);
        let fixed = |degrees: f64| clamped((degrees / UNIT) as i64);
        let mut found = Vec::new();
        for turn in [0.0, 360.0, -360.0] {
            let lon = at.lon + turn;
            if turn != 0.0 && lon.abs() - wide > 360.0 {
                continue;
            }
            let boxes = [lon - wide, at.lat - high, lon + wide, at.lat + high].map(fixed);
            for item in self
                .index
                .tree
                .search(boxes[0], boxes[1], boxes[2], boxes[3])
            {
                let (road, first) = self.index.runs[item as usize];
                let segments =
                    run_points(self.graph, road, first).map(|point| self.measure(at, road, point));
                let before = found.len();
                found.extend(segments.filter(|near| near.metres <= reach));
                if found.len() > before && !self.is_usable(road) {
                    found.truncate(before);
                }
            }
        }
        found.sort_by(order);
        found.dedup_by_key(|n| n.point);
        found
    }

    fn measure(&self, at: LatLon, road: u32, point: usize) -> Near {
        let graph = self.graph;
        let (ky, kx) = geo::metres_per_degree(at.lat);
        let from = at.fixed();
        let flat = |p: Fixed| {
            (
                geo::lon_difference(from.lon, p.lon) as f64 * UNIT * kx,
                (f64::from(p.lat) - at.lat / UNIT) * UNIT * ky,
            )
        };
        let (a, b) = (flat(graph.point(point)), flat(graph.point(point + 1)));
        let (dx, dy) = (b.0 - a.0, b.1 - a.1);
        let square = dx * dx + dy * dy;
        let share = if square > 0.0 {
            (-(a.0 * dx + a.1 * dy) / square).clamp(0.0, 1.0)
        } else {
            0.0
        };
        let metres = (a.0 + share * dx).hypot(a.1 + share * dy);
        Near {
            metres,
            road,
            point,
            share,
        }
    }

    fn edges_of(&self, road: u32) -> impl Iterator<Item = u32> + '_ {
        let base = &self.graph.edge_road[..self.graph.base_edges()];
        let first = base.partition_point(|r| r >> 1 < road);
        (first..base.len())
            .take_while(move |e| base[*e] >> 1 == road)
            .map(|e| e as u32)
    }

    fn usable_edges(&self, road: u32) -> impl Iterator<Item = u32> + '_ {
        self.edges_of(road).filter(|e| {
            self.graph.edge_flags[*e as usize] & EDGE_SNAPPABLE != 0
                && self.metric.edge_ms[*e as usize] < INF
        })
    }

    fn is_usable(&self, road: u32) -> bool {
        self.usable_edges(road).next().is_some()
    }

    /// The place of the best segment, with every edge on which one stands there.
    fn settle(&self, best: Near, near: &[Near]) -> Snap {
        let foot = self.foot(best);
        let mut candidates = Vec::new();
        for other in near
            .iter()
            .filter(|n| geo::metres(self.foot(**n).fixed(), foot.fixed()) <= SAME_PLACE_M)
        {
            let along = self.length_until(*other);
            for edge in self.usable_edges(other.road) {
                let whole = self.metric.edge_dm[edge as usize];
                let along = if self.graph.edge_road[edge as usize] & 1 == 1 {
                    whole.saturating_sub(along)
                } else {
                    along
                };
                let (done_ms, done_dm) = self.metric.done(self.graph, edge, along);
                candidates.push(Candidate {
                    edge,
                    done_ms,
                    done_dm,
                });
            }
        }
        candidates.sort_by_key(|c| (c.edge, c.done_dm));
        candidates.dedup();
        let whole: f64 = self
            .segments(best.road, self.graph.points(best.road).end - 1)
            .sum();
        let part: f64 = self.segments(best.road, best.point).sum::<f64>()
            + best.share * self.segment(best.point);
        let fraction = if whole > 0.0 { part / whole } else { 0.0 };
        Snap {
            road: best.road,
            fraction,
            metres: best.metres,
            foot,
            candidates,
        }
    }

    fn segment(&self, point: usize) -> f64 {
        geo::metres(self.graph.point(point), self.graph.point(point + 1))
    }

    fn segments(&self, road: u32, until: usize) -> impl Iterator<Item = f64> + '_ {
        (self.graph.points(road).start..until).map(|i| self.segment(i))
    }

    fn length_until(&self, near: Near) -> u32 {
        let metres: f64 = self.segments(near.road, near.point).sum::<f64>()
            + near.share * self.segment(near.point);
        (metres * 10.0).round() as u32
    }

    fn foot(&self, near: Near) -> LatLon {
        let (a, b) = (
            self.graph.point(near.point),
            self.graph.point(near.point + 1),
        );
        let lon = f64::from(a.lon) + near.share * geo::lon_difference(a.lon, b.lon) as f64;
        let lat = f64::from(a.lat) + near.share * (f64::from(b.lat) - f64::from(a.lat));
        let lon = lon * UNIT;
        LatLon {
            lat: lat * UNIT,
            lon: if lon > 180.0 {
                lon - 360.0
            } else if lon < -180.0 {
                lon + 360.0
            } else {
                lon
            },
        }
    }
}

fn order(a: &Near, b: &Near) -> std::cmp::Ordering {
    // Millimetres decide, not the noise below them.
    let key = |n: &Near| ((n.metres * 1000.0).round() as u64, n.road, n.point);
    key(a).cmp(&key(b))
}
