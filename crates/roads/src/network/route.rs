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
    /// The line from the first point's place on the road to the second's; between next-door points the straight one.
    pub line: Vec<LatLon>,
    /// Metres of it without pavement, as far as tags tell.
    pub unpaved_metres: u32,
    /// Metres of it on ferries.
    pub ferry_metres: u32,
}

/// A base edge, and the decimetres along it from which and to which a way leads.
type Part = (u32, u32, u32);

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
        let direct = Self::along(from, to).map(|(cost, start, goal)| {
            let part = (start.edge, start.done_dm, goal.done_dm);
            (cost, vec![part])
        });
        let ways = direct.into_iter().chain(self.over_turns(from, to));
        let (cost, parts) = ways.min_by_key(|(cost, _)| *cost)?;
        let (out, back) = (self.entry(from), self.entry(to));
        let ms = self.metric.real_ms(cost.time) + out.time + back.time;
        let dm = cost.length + out.length + back.length;
        let walk = self.next_door(from, to).filter(|walk| walk.time < ms);
        if let Some(walk) = walk {
            return Some(Route {
                seconds: (walk.time + 500) / 1000,
                metres: (walk.length + 5) / 10,
                line: vec![from.at, to.at],
                unpaved_metres: 0,
                ferry_metres: 0,
            });
        }
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

    /// The cost and the edges.
    fn over_turns(&self, from: &Snap, to: &Snap) -> Option<(Cost, Vec<Part>)> {
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
        let (first, last) = (path.vertices.first()?, path.vertices.last()?);
        let starts = self.starts(from).filter(|(_, next, _)| next == first);
        let (start, ..) = starts.min_by_key(|(start, _, cost)| (*cost, start.edge))?;
        let goal_edge = self.graph.base_of(*last);
        let goals = to.candidates.iter().filter(|at| at.edge == goal_edge);
        let goal = goals.min_by_key(|at| (at.done_ms, at.done_dm))?;
        let whole = |edge: u32| self.metric.edge_dm[edge as usize];
        let mut parts = vec![(start.edge, start.done_dm, whole(start.edge))];
        parts.extend(path.vertices.iter().map(|&edge| {
            let edge = self.graph.base_of(edge);
            (edge, 0, whole(edge))
        }));
        if let Some(last) = parts.last_mut() {
            last.2 = goal.done_dm;
        }
        Some((path.cost, parts))
    }

    /// Decimetres without pavement and on ferries.
    fn kinds_of_way(&self, parts: &[Part]) -> [u32; 2] {
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
