//! A prepared extract, through the library crates as the program uses them.

use super::measure::{Cost as Spent, cost, peak_bytes};
use hierarchy::{Arcs, Cost, Ends, Hierarchy, INFINITE, Layout, Topology, nested_dissection};
use roads::{Changes, LatLon, Metric, Profile, RoadGraph, Snap, SnapIndex, Snapper};
use std::collections::HashMap;
use std::error::Error;
use std::path::Path;

/// How far from a road a point may lie, in metres: as far as it takes, as for OSRM.
const ANY_DISTANCE: f64 = 1e9;

/// A road graph with all that answers need.
pub struct Network {
    /// The roads.
    pub graph: RoadGraph,
    /// Their prices.
    pub metric: Metric,
    /// The turn graph.
    pub arcs: Arcs,
    /// The order of contraction.
    pub order: Vec<u32>,
    /// The contracted turn graph.
    pub topology: Topology,
    /// The contracted turn graph with prices.
    pub hierarchy: Hierarchy,
    index: SnapIndex,
}

/// What the stages of preparing cost.
pub struct Stages {
    /// Name and cost, in the order of running.
    pub stages: Vec<(&'static str, Spent)>,
    /// The most memory held until the extract was read.
    pub read_peak_bytes: u64,
}

impl Network {
    /// Prepares an extract for a profile.
    pub fn prepare(extract: &Path, profile: &str) -> Result<(Self, Stages), Box<dyn Error>> {
        let profile = Profile::named(profile)?;
        let mut stages = Vec::new();
        let mut stage = |name, spent| stages.push((name, spent));
        let (graph, spent) = cost(|| RoadGraph::read(extract, &profile));
        let graph = graph?;
        stage("read", spent);
        let read_peak_bytes = peak_bytes();
        let (index, spent) = cost(|| SnapIndex::new(&graph));
        stage("index", spent);
        let at: Vec<[i32; 2]> = graph
            .node_lat
            .iter()
            .zip(&graph.node_lon)
            .map(|(&lat, &lon)| [lat, lon])
            .collect();
        let layout = Layout {
            at: &at,
            tail: &graph.edge_tail,
            head: &graph.edge_head,
        };
        let (order, spent) = cost(|| nested_dissection(&layout));
        stage("order", spent);
        let arcs = Arcs::new(graph.first_turn.clone(), graph.turn_to.clone())?;
        let (topology, spent) = cost(|| Topology::new(&arcs, &order));
        let topology = topology?;
        stage("contract", spent);
        let (metric, spent) = cost(|| graph.metric(&profile, &Changes::default()));
        let metric = metric?;
        stage("price", spent);
        let (hierarchy, spent) = cost(|| topology.customise(&costs(&graph, &metric)));
        stage("customise", spent);
        Ok((
            Self {
                graph,
                metric,
                arcs,
                order,
                topology,
                hierarchy,
                index,
            },
            Stages {
                stages,
                read_peak_bytes,
            },
        ))
    }

    /// The same roads under another profile.
    pub fn reprice(&mut self, profile: &str) -> Result<(), Box<dyn Error>> {
        let profile = Profile::named(profile)?;
        self.metric = self.graph.metric(&profile, &Changes::default())?;
        self.hierarchy = self.topology.customise(&costs(&self.graph, &self.metric));
        Ok(())
    }

    /// Where points meet the roads.
    pub fn snap(&self, points: &[LatLon]) -> Result<Vec<Option<Snap>>, Box<dyn Error>> {
        let snapper = Snapper::new(&self.graph, &self.metric, &self.index);
        Ok(snapper.snap_all(points, ANY_DISTANCE)?)
    }

    /// Milliseconds from each point to each other, row by row; [`INFINITE`] or more where there is no way.
    pub fn times(&self, from: &[Option<Snap>], to: &[Option<Snap>]) -> Vec<u32> {
        let times = self.hierarchy.times(&self.sources(from), &self.targets(to));
        let mut rows: Vec<u32> = (0..from.len())
            .flat_map(|row| times.row(row))
            .copied()
            .collect();
        for (row, column, cost) in direct(from, to) {
            let cell = &mut rows[row * to.len() + column];
            *cell = (*cell).min(cost.time);
        }
        rows
    }

    /// Milliseconds and decimetres from each point to each other, row by row.
    pub fn costs(&self, from: &[Option<Snap>], to: &[Option<Snap>]) -> Vec<Cost> {
        let matrix = self
            .hierarchy
            .matrix(&self.sources(from), &self.targets(to));
        let mut rows: Vec<Cost> = (0..from.len())
            .flat_map(|row| matrix.row(row))
            .copied()
            .collect();
        for (row, column, cost) in direct(from, to) {
            let cell = &mut rows[row * to.len() + column];
            *cell = (*cell).min(cost);
        }
        rows
    }

    fn sources(&self, from: &[Option<Snap>]) -> Ends {
        let mut ends = Ends::default();
        for snap in from {
            let candidates = snap.iter().flat_map(|snap| &snap.candidates);
            ends.push(candidates.flat_map(|candidate| {
                let edge = candidate.edge as usize;
                let rest = Cost {
                    time: self.metric.edge_ms[edge].saturating_sub(candidate.done_ms),
                    length: self.metric.edge_dm[edge].saturating_sub(candidate.done_dm),
                };
                self.graph.turns(candidate.edge).filter_map(move |turn| {
                    let time = rest.time.saturating_add(self.metric.turn_ms[turn]);
                    (time < INFINITE).then_some((self.graph.turn_to[turn], Cost { time, ..rest }))
                })
            }));
        }
        ends
    }

    fn targets(&self, to: &[Option<Snap>]) -> Ends {
        let mut ends = Ends::default();
        for snap in to {
            let candidates = snap.iter().flat_map(|snap| &snap.candidates);
            ends.push(candidates.flat_map(|candidate| {
                let cost = Cost {
                    time: candidate.done_ms,
                    length: candidate.done_dm,
                };
                let edges =
                    std::iter::once(candidate.edge).chain(self.graph.copies(candidate.edge));
                edges.map(move |edge| (edge, cost))
            }));
        }
        ends
    }
}

/// What each arc of the turn graph costs.
pub fn costs(graph: &RoadGraph, metric: &Metric) -> Vec<Cost> {
    (0..graph.edges() as u32)
        .flat_map(|edge| {
            graph.turns(edge).map(move |turn| Cost {
                time: metric.edge_ms[edge as usize].saturating_add(metric.turn_ms[turn]),
                length: metric.edge_dm[edge as usize],
            })
        })
        .collect()
}

/// Ways along one edge: row, column, cost.
fn direct(from: &[Option<Snap>], to: &[Option<Snap>]) -> Vec<(usize, usize, Cost)> {
    let mut on_edge: HashMap<u32, Vec<(usize, u32, u32)>> = HashMap::new();
    for (column, snap) in to.iter().enumerate() {
        for candidate in snap.iter().flat_map(|snap| &snap.candidates) {
            on_edge.entry(candidate.edge).or_default().push((
                column,
                candidate.done_ms,
                candidate.done_dm,
            ));
        }
    }
    let mut ways = Vec::new();
    for (row, snap) in from.iter().enumerate() {
        for candidate in snap.iter().flat_map(|snap| &snap.candidates) {
            for &(column, ms, dm) in on_edge.get(&candidate.edge).into_iter().flatten() {
                if ms >= candidate.done_ms {
                    let length = dm.saturating_sub(candidate.done_dm);
                    ways.push((
                        row,
                        column,
                        Cost {
                            time: ms - candidate.done_ms,
                            length,
                        },
                    ));
                }
            }
        }
    }
    ways
}
