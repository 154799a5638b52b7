//! What can be reached within some time, as areas.
//!
//! The roads reached are laid on a grid: each cell gets the least time at which one stands in its middle, coming along a
//! road and walking the rest. The areas are the parts of the grid below each limit, their edges drawn by marching squares.

use super::{Network, antimeridian};
use crate::geo::{self, LatLon, UNIT};
use crate::metric::INF;
use crate::snap::Snap;
use contour::ContourBuilder;
use hierarchy::Ends;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// The area within reach of a point.
#[derive(Clone, Debug, PartialEq)]
pub struct Isochrone {
    /// Seconds.
    pub limit: u32,
    /// Polygons; each an outer ring and the holes in it, closed rings. None crosses the antimeridian.
    pub polygons: Vec<Vec<Vec<LatLon>>>,
}

/// Pace off the roads, km/h: a slow walk.
const OFF_ROAD_KMH: f64 = 4.0;
/// How far off a road somebody is thought to go, metres.
const OFF_ROAD_METRES: f64 = 400.0;
/// Cells along the longer side of the grid.
const CELLS: f64 = 600.0;
/// The least side of a cell, metres.
const LEAST_CELL: f64 = 40.0;
/// Metres between points marked along a road.
const MARK_METRES: f64 = 20.0;

impl Network {
    /// The areas reached from a point within each of some limits in seconds, in their order. An area reaches
    /// at most 400 m off the roads, at a slow walk.
    #[must_use]
    pub fn isochrones(&self, from: &Snap, limits: &[u32]) -> Vec<Isochrone> {
        let longest = limits.iter().copied().max().unwrap_or(0);
        let marks = self.reached(from, longest);
        let areas = Grid::around(&marks).map(|mut grid| {
            for (at, ms) in &marks {
                grid.put(*at, *ms);
            }
            grid.spread();
            grid
        });
        limits
            .iter()
            .map(|&limit| Isochrone {
                limit,
                polygons: areas
                    .as_ref()
                    .map_or_else(Vec::new, |grid| grid.below(limit)),
            })
            .collect()
    }

    /// Points along the roads, with the milliseconds at which one stands there.
    fn reached(&self, from: &Snap, limit: u32) -> Vec<(LatLon, f64)> {
        let out = self.entry(from);
        let mut ends = Ends::default();
        ends.push(self.starts(from).map(|(_, edge, cost)| (edge, cost)));
        let starts = self.hierarchy.times_to_all(&ends);
        let limit = f64::from(limit) * 1000.0;
        let mut marks = vec![(from.foot, f64::from(out.time))];
        let mut put = |edge: u32, time: u32, first_dm: u32| {
            if self.metric.is_ferry(&self.graph, edge) {
                return;
            }
            let begin = f64::from(self.metric.real_ms(time) + out.time);
            let steps = self.metric.steps(&self.graph, edge, first_dm);
            let road = self.graph.edge_road[edge as usize];
            let points = self.graph.points(road >> 1);
            let mut points: Vec<_> = points.map(|at| self.graph.point(at)).collect();
            if road & 1 == 1 {
                points.reverse();
            }
            let mut length = 0.0;
            for step in points.windows(2) {
                let metres = geo::metres(step[0], step[1]);
                let parts = (metres / MARK_METRES).ceil().max(1.0);
                for part in 0..=parts as u32 {
                    let share = f64::from(part) / parts;
                    let Some(ms) = ms_at(&steps, (length + share * metres) * 10.0) else {
                        continue;
                    };
                    if begin + ms <= limit {
                        marks.push((between(step[0], step[1], share), begin + ms));
                    }
                }
                length += metres;
            }
        };
        for candidate in &from.candidates {
            put(candidate.edge, 0, candidate.done_dm);
        }
        for (edge, &time) in (0..).zip(&starts) {
            if time < INF && f64::from(self.metric.real_ms(time)) <= limit {
                put(edge, time, 0);
            }
        }
        marks
    }
}

/// Milliseconds at a length along an edge, decimetres, by [`crate::Metric::steps`]; `None` before the first and behind the last.
fn ms_at(steps: &[(u32, f64)], dm: f64) -> Option<f64> {
    let next = steps.partition_point(|(end, _)| f64::from(*end) < dm);
    let (end, ms) = match steps.get(next) {
        Some((end, ms)) => (f64::from(*end), *ms),
        // The length of a road's points differs from that of its pieces by rounding.
        None => {
            return steps
                .last()
                .filter(|(end, _)| dm < f64::from(*end) + 1.0)
                .map(|(_, ms)| *ms);
        }
    };
    let Some((begin, before)) = next.checked_sub(1).map(|at| steps[at]) else {
        return (dm == end).then_some(ms);
    };
    let begin = f64::from(begin);
    Some(before + (ms - before) * (dm - begin) / (end - begin))
}

fn between(a: geo::Fixed, b: geo::Fixed, share: f64) -> LatLon {
    LatLon {
        lat: (f64::from(a.lat) + share * (f64::from(b.lat) - f64::from(a.lat))) * UNIT,
        lon: (f64::from(a.lon) + share * geo::lon_difference(a.lon, b.lon) as f64) * UNIT,
    }
}

/// Seconds at which one stands in the middle of each cell.
struct Grid {
    south: f64,
    west: f64,
    /// Degrees of latitude and longitude of a cell's sides.
    step: [f64; 2],
    /// Metres of a cell's side.
    side: f64,
    rows: usize,
    columns: usize,
    seconds: Vec<f64>,
    /// Metres off the road on that way.
    off: Vec<f64>,
}

impl Grid {
    /// A grid over some points with room around; `None` where there are none.
    fn around(marks: &[(LatLon, f64)]) -> Option<Self> {
        let first = marks.first()?.0;
        let (mut south, mut north, mut west, mut east) =
            (first.lat, first.lat, first.lon, first.lon);
        for (at, _) in marks {
            // Beyond 180 degrees the map goes on.
            let lon = first.lon + wrapped(at.lon - first.lon);
            (south, north) = (south.min(at.lat), north.max(at.lat));
            (west, east) = (west.min(lon), east.max(lon));
        }
        let (ky, kx) = geo::metres_per_degree((south + north) / 2.0);
        let longer = ((north - south) * ky).max((east - west) * kx);
        let side = ((longer + 4.0 * OFF_ROAD_METRES) / CELLS).max(LEAST_CELL);
        let step = [side / ky, side / kx];
        let room = (OFF_ROAD_METRES / side).ceil() + 2.0;
        let cells = |low: f64, high: f64, step: f64| {
            ((high - low) / step).ceil() as usize + 2 * room as usize
        };
        let (rows, columns) = (cells(south, north, step[0]), cells(west, east, step[1]));
        Some(Self {
            south: south - room * step[0],
            west: west - room * step[1],
            step,
            side,
            rows,
            columns,
            seconds: vec![f64::INFINITY; rows * columns],
            off: vec![0.0; rows * columns],
        })
    }

    /// Somebody stands at a point after so many milliseconds.
    fn put(&mut self, at: LatLon, ms: f64) {
        let row = ((at.lat - self.south) / self.step[0]) as usize;
        let middle = self.west + self.columns as f64 * self.step[1] / 2.0;
        let lon = middle + wrapped(at.lon - middle);
        let column = ((lon - self.west) / self.step[1]) as usize;
        if row < self.rows && column < self.columns {
            let cell = &mut self.seconds[row * self.columns + column];
            *cell = cell.min(ms / 1000.0);
        }
    }

    /// Walks off the roads, from cell to cell.
    fn spread(&mut self) {
        let pace = 3.6 / OFF_ROAD_KMH;
        let mut open: BinaryHeap<Reverse<(u64, usize)>> = BinaryHeap::new();
        // Milliseconds, as whole numbers compare.
        let key = |seconds: f64| (seconds * 1000.0) as u64;
        for (cell, &seconds) in self.seconds.iter().enumerate() {
            if seconds.is_finite() {
                open.push(Reverse((key(seconds), cell)));
            }
        }
        while let Some(Reverse((ms, cell))) = open.pop() {
            let (seconds, off) = (self.seconds[cell], self.off[cell]);
            if ms != key(seconds) {
                continue;
            }
            let (row, column) = (cell / self.columns, cell % self.columns);
            for (down, right) in (0..3).flat_map(|down| (0..3).map(move |right| (down, right))) {
                let (next_row, next_column) = (
                    (row + down).wrapping_sub(1),
                    (column + right).wrapping_sub(1),
                );
                if (down, right) == (1, 1) || next_row >= self.rows || next_column >= self.columns {
                    continue;
                }
                let diagonal = down != 1 && right != 1;
                let metres = self.side
                    * if diagonal {
                        std::f64::consts::SQRT_2
                    } else {
                        1.0
                    };
                let next = next_row * self.columns + next_column;
                let later = seconds + metres * pace;
                if off + metres <= OFF_ROAD_METRES && later < self.seconds[next] {
                    self.seconds[next] = later;
                    self.off[next] = off + metres;
                    open.push(Reverse((key(later), next)));
                }
            }
        }
    }

    /// The cells reached within a limit.
    fn below(&self, limit: u32) -> Vec<Vec<Vec<LatLon>>> {
        let limit = f64::from(limit);
        // Marching squares draw what is above; the far rest is as far outside as the cells next to the area are at
        // most, so that edges are not pulled towards it.
        let values = self
            .seconds
            .iter()
            .map(|&seconds| (limit - seconds).max(-60.0));
        let values: Vec<f64> = values.collect();
        let contours = ContourBuilder::new(self.columns, self.rows, true)
            .x_origin(self.west)
            .y_origin(self.south)
            .x_step(self.step[1])
            .y_step(self.step[0])
            .contours(&values, &[0.0]);
        let Ok(contours) = contours else {
            return Vec::new();
        };
        let ring = |ring: &geo_types::LineString<f64>| -> Vec<LatLon> {
            let at = |at: &geo_types::Coord<f64>| LatLon {
                lat: at.y,
                lon: at.x,
            };
            ring.coords().map(at).collect()
        };
        let polygons = contours.iter().flat_map(|contour| &contour.geometry().0);
        polygons
            .flat_map(|polygon| {
                let holes = polygon.interiors().iter().map(ring);
                let rings = std::iter::once(ring(polygon.exterior())).chain(holes);
                antimeridian::cut(rings.collect())
            })
            .collect()
    }
}

/// Degrees of longitude between −180 and 180.
fn wrapped(degrees: f64) -> f64 {
    (degrees + 180.0).rem_euclid(360.0) - 180.0
}
