//! From a point to the nearest road that the vehicle can use.

mod index;

use rayon::prelude::*;

use crate::error::Error;
use crate::geo::{self, Fixed, LatLon, UNIT};
use crate::graph::{EDGE_SNAPPABLE, RoadGraph};
use crate::metric::{INF, Metric};
pub use index::SnapIndex;

/// Where a point meets the road network.
#[derive(Clone, Debug, PartialEq)]
pub struct Snap {
    /// The point itself.
    pub at: LatLon,
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
    /// Milliseconds from the start of the edge to the place; [`INF`] where a piece before it is closed.
    pub done_ms: u32,
    /// Decimetres from the start of the edge to the place.
    pub done_dm: u32,
    /// Milliseconds from the place to the end of the edge; [`INF`] where a piece behind it is closed.
    pub left_ms: u32,
    /// Decimetres from the place to the end of the edge.
    pub left_dm: u32,
}

impl Candidate {
    /// Time and length to another place of the same edge, ahead of this one; `None` where it is not, or closed in between.
    #[must_use]
    pub fn ahead(&self, other: &Self) -> Option<(u32, u32)> {
        let dm = other.done_dm.checked_sub(self.done_dm)?;
        let ms = if other.done_ms < INF {
            other.done_ms.checked_sub(self.done_ms)?
        } else if self.left_ms < INF {
            self.left_ms.checked_sub(other.left_ms)?
        } else {
            return None;
        };
        (self.edge == other.edge).then_some((ms, dm))
    }
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

const FIRST_REACH_M: f64 = 20.0;
/// Places closer together than this are one: the rounding of 1e-7 degree.
const SAME_PLACE_M: f64 = 0.02;

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
            let near = self.near(at, reach.min(max_metres));
            let usable = near.iter().enumerate().find_map(|(nth, best)| {
                let along = self.metres_along(*best);
                let candidates: Vec<Candidate> = self.candidates(*best, along).collect();
                (!candidates.is_empty()).then(|| self.settle(at, &near[nth..], along, candidates))
            });
            if usable.is_some() {
                return usable;
            }
            if reach >= max_metres {
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
            return Err(self.graph.not_covered(points.len(), max_metres));
        }
        Ok(snaps)
    }

    /// Segments within a distance, the nearest first.
    fn near(&self, at: LatLon, reach: f64) -> Vec<Near> {
        let plane = Plane::around(at);
        let mut found = Vec::new();
        for (road, segments) in self.index.around(self.graph, at, reach) {
            found.extend(segments.filter_map(|point| {
                let ends = [point, point + 1].map(|point| self.graph.point(point));
                let (metres, share) = plane.nearest(ends);
                (metres <= reach).then_some(Near {
                    metres,
                    road,
                    point,
                    share,
                })
            }));
        }
        found.sort_unstable_by(order);
        found.dedup_by_key(|n| n.point);
        found
    }

    fn edges_of(&self, road: u32) -> impl Iterator<Item = u32> + '_ {
        let base = &self.graph.edge_road[..self.graph.base_edges()];
        let first = base.partition_point(|r| r >> 1 < road);
        (first..base.len())
            .take_while(move |e| base[*e] >> 1 == road)
            .map(|e| e as u32)
    }

    /// A place on every edge of its road from which or to which one gets.
    fn candidates(&self, near: Near, metres: f64) -> impl Iterator<Item = Candidate> + '_ {
        let along = (metres * 10.0).round() as u32;
        let edges = self
            .edges_of(near.road)
            .filter(|e| self.graph.edge_flags[*e as usize] & EDGE_SNAPPABLE != 0);
        edges.filter_map(move |edge| {
            let whole = self.metric.edge_dm[edge as usize];
            let backward = self.graph.edge_road[edge as usize] & 1 == 1;
            let done_dm = if backward {
                whole.saturating_sub(along)
            } else {
                along.min(whole)
            };
            let [done_ms, left_ms] = self.metric.at(self.graph, edge, done_dm);
            (done_ms < INF || left_ms < INF).then_some(Candidate {
                edge,
                done_ms,
                done_dm,
                left_ms,
                left_dm: whole - done_dm,
            })
        })
    }

    /// The place of the first segment, so many metres along its road, with every edge on which one stands there.
    fn settle(
        &self,
        at: LatLon,
        near: &[Near],
        along: f64,
        mut candidates: Vec<Candidate>,
    ) -> Snap {
        let best = near[0];
        let foot = self.foot(best);
        let not_farther = near[1..]
            .iter()
            .take_while(|other| other.metres <= best.metres + 2.0 * SAME_PLACE_M);
        let same_place =
            |other: &&Near| geo::metres(self.foot(**other).fixed(), foot.fixed()) <= SAME_PLACE_M;
        for other in not_farther.filter(same_place) {
            candidates.extend(self.candidates(*other, self.metres_along(*other)));
        }
        candidates.sort_by_key(|c| (c.edge, c.done_dm));
        candidates.dedup();
        let whole = self.edges_of(best.road).next();
        let whole = whole.map_or(0.0, |edge| {
            f64::from(self.metric.edge_dm[edge as usize]) / 10.0
        });
        Snap {
            at,
            road: best.road,
            fraction: if whole > 0.0 {
                (along / whole).min(1.0)
            } else {
                0.0
            },
            metres: best.metres,
            foot,
            candidates,
        }
    }

    fn segment(&self, point: usize) -> f64 {
        geo::metres(self.graph.point(point), self.graph.point(point + 1))
    }

    /// Metres from the start of the road to the nearest place of one of its segments.
    fn metres_along(&self, near: Near) -> f64 {
        let before = self.graph.points(near.road).start..near.point;
        before.map(|point| self.segment(point)).sum::<f64>() + near.share * self.segment(near.point)
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

/// A flat map around a point, in metres.
struct Plane {
    at: LatLon,
    from: Fixed,
    per_degree: (f64, f64),
}

impl Plane {
    fn around(at: LatLon) -> Self {
        Self {
            at,
            from: at.fixed(),
            per_degree: geo::metres_per_degree(at.lat),
        }
    }

    /// Metres from the middle to a segment, and the share of the segment before the nearest place.
    fn nearest(&self, ends: [Fixed; 2]) -> (f64, f64) {
        let (ky, kx) = self.per_degree;
        let [a, b] = ends.map(|p| {
            (
                geo::lon_difference(self.from.lon, p.lon) as f64 * UNIT * kx,
                (f64::from(p.lat) - self.at.lat / UNIT) * UNIT * ky,
            )
        });
        let (dx, dy) = (b.0 - a.0, b.1 - a.1);
        let square = dx * dx + dy * dy;
        let share = if square > 0.0 {
            (-(a.0 * dx + a.1 * dy) / square).clamp(0.0, 1.0)
        } else {
            0.0
        };
        let (x, y) = (a.0 + share * dx, a.1 + share * dy);
        ((x * x + y * y).sqrt(), share)
    }
}

fn order(a: &Near, b: &Near) -> std::cmp::Ordering {
    // Millimetres decide, not the noise below them.
    let key = |n: &Near| ((n.metres * 1000.0).round() as u64, n.road, n.point);
    key(a).cmp(&key(b))
}
