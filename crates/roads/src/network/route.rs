//! The way between two points, for maps.

use super::Network;
use crate::geo::{LatLon, UNIT};
use crate::snap::Snap;
use hierarchy::{Cost, Paths};

/// The quickest way between two points.
#[derive(Clone, Debug, PartialEq)]
pub struct Route {
    /// Seconds, rounded, walks between points and roads included where the profile counts them.
    pub seconds: u32,
    /// Metres, rounded.
    pub metres: u32,
    /// The line from the first point's place on the road to the second's.
    pub line: Vec<LatLon>,
    /// Metres of it without pavement, as far as tags tell.
    pub unpaved_metres: u32,
    /// Metres of it on ferries.
    pub ferry_metres: u32,
}

/// Values of `surface` that mean no pavement.
const UNPAVED: [&str; 14] = [
    "unpaved",
    "gravel",
    "fine_gravel",
    "compacted",
    "ground",
    "dirt",
    "earth",
    "sand",
    "mud",
    "grass",
    "pebblestone",
    "rock",
    "woodchips",
    "snow",
];

impl Network {
    /// The quickest way from one point to another, the shortest of several; `None` where there is none.
    #[must_use]
    pub fn route(&self, from: &Snap, to: &Snap) -> Option<Route> {
        let direct = Self::along(from, to);
        let over_turns = self.over_turns(from, to);
        let (cost, edges) = match (direct, over_turns) {
            (Some((edge, cost)), Some((other, _))) if cost <= other => (cost, vec![edge]),
            (_, Some(over_turns)) => over_turns,
            (Some((edge, cost)), None) => (cost, vec![edge]),
            (None, None) => return None,
        };
        let (out, back) = (self.entry(from), self.entry(to));
        let ms = self.metric.real_ms(cost.time) + out.time + back.time;
        let dm = cost.length + out.length + back.length;
        let done = |snap: &Snap, edge: u32| {
            let at = snap.candidates.iter().find(|at| at.edge == edge);
            at.map_or(0, |at| at.done_dm)
        };
        let last = edges.len() - 1;
        let whole = |edge: u32| self.metric.edge_dm[edge as usize];
        let parts: Vec<(u32, u32, u32)> = edges
            .iter()
            .enumerate()
            .map(|(at, &edge)| {
                let edge = self.graph.base_of(edge);
                let first = if at == 0 { done(from, edge) } else { 0 };
                let end = if at == last {
                    done(to, edge)
                } else {
                    whole(edge)
                };
                (edge, first, end)
            })
            .collect();
        let [unpaved_dm, ferry_dm] = self.kinds_of_way(&parts);
        let mut line = vec![from.foot];
        for &(edge, first, end) in &parts {
            self.draw(edge, first, end, &mut line);
        }
        line.push(to.foot);
        line.dedup();
        Some(Route {
            seconds: (ms + 500) / 1000,
            metres: (dm + 5) / 10,
            line,
            unpaved_metres: (unpaved_dm + 5) / 10,
            ferry_metres: (ferry_dm + 5) / 10,
        })
    }

    /// The cost, and the edges from the one where the source stands.
    fn over_turns(&self, from: &Snap, to: &Snap) -> Option<(Cost, Vec<u32>)> {
        let paths = self.paths.get_or_init(|| Paths::new(&self.hierarchy));
        let (sources, targets) = (
            self.sources(std::slice::from_ref(from)),
            self.targets(std::slice::from_ref(to)),
        );
        let arc = |edge: u32, next: u32| {
            let turns = self.graph.turns(edge);
            let costs = turns
                .filter(|&turn| self.graph.turn_to[turn] == next)
                .map(|turn| Cost {
                    time: self.metric.edge_ms[edge as usize]
                        .saturating_add(self.metric.turn_ms[turn]),
                    length: self.metric.edge_dm[edge as usize],
                });
            costs.filter(|cost| cost.is_finite()).min()
        };
        let path = paths.find(&self.hierarchy, (&sources, 0), (&targets, 0), arc)?;
        let first = path.vertices.first()?;
        let starts = self.starts(from).filter(|(_, next, _)| next == first);
        let (_, edge) = starts.map(|(edge, _, cost)| (cost, edge)).min()?;
        let edges = std::iter::once(edge).chain(path.vertices.iter().copied());
        Some((path.cost, edges.collect()))
    }

    /// Decimetres without pavement and on ferries.
    fn kinds_of_way(&self, parts: &[(u32, u32, u32)]) -> [u32; 2] {
        let Ok(description) = self.graph.description() else {
            return [0; 2];
        };
        let mut sums = [0; 2];
        for &(edge, first, end) in parts {
            let mut begun = 0;
            for (piece, _) in self.graph.edge_pieces(edge) {
                let (from, to) = (begun, begun + self.graph.piece_dm[piece]);
                begun = to;
                let inside = to.min(end).saturating_sub(from.max(first));
                let tags = &description.way_kinds[(self.graph.piece_kind[piece] >> 1) as usize];
                let is_ferry = tags.get("route") == Some("ferry");
                let unpaved = match tags.get("surface") {
                    Some(surface) => UNPAVED.contains(&surface),
                    None => {
                        tags.get("highway") == Some("track")
                            && tags.get("tracktype") != Some("grade1")
                    }
                };
                sums[0] += if unpaved && !is_ferry { inside } else { 0 };
                sums[1] += if is_ferry { inside } else { 0 };
            }
        }
        sums
    }

    /// The points of an edge between two lengths along it.
    pub(super) fn draw(&self, edge: u32, first_dm: u32, end_dm: u32, line: &mut Vec<LatLon>) {
        let road = self.graph.edge_road[edge as usize];
        let points = self.graph.points(road >> 1);
        let mut points: Vec<_> = points.map(|at| self.graph.point(at)).collect();
        if road & 1 == 1 {
            points.reverse();
        }
        // The road's length as the graph has it differs from that of its points by rounding.
        let lengths: Vec<f64> = points
            .windows(2)
            .map(|step| crate::geo::metres(step[0], step[1]) * 10.0)
            .collect();
        let sum: f64 = lengths.iter().sum();
        let scale = if sum > 0.0 {
            f64::from(self.metric.edge_dm[edge as usize]) / sum
        } else {
            0.0
        };
        let mut begun = 0.0;
        for (at, point) in points.iter().enumerate() {
            if begun >= f64::from(first_dm) && begun <= f64::from(end_dm) {
                line.push(LatLon {
                    lat: f64::from(point.lat) * UNIT,
                    lon: f64::from(point.lon) * UNIT,
                });
            }
            begun += lengths.get(at).copied().unwrap_or_default() * scale;
        }
    }
}
