//! A prepared road network: the graph, its hierarchy and the prices of one profile, ready to answer.

mod antimeridian;
mod ends;
mod file;
mod isochrone;
mod matrix;
mod route;

use crate::changes::Changes;
use crate::error::Error;
use crate::geo::LatLon;
use crate::graph::RoadGraph;
use crate::metric::Metric;
use crate::profile::Profile;
use crate::snap::{Snap, SnapIndex, Snapper};
use hierarchy::{
    Arcs, Cost, Hierarchy, Layout, Paths, Progress, Topology, nested_dissection_watched,
};
use std::path::Path;
use std::sync::{OnceLock, mpsc};
use std::time::Duration;

pub use isochrone::Isochrone;
pub use matrix::Matrix;
pub use route::Route;

/// The version of prepared files; those of another version are refused.
pub const VERSION: &str = file::VERSION;

/// Metres within which a road is looked for.
pub const REACH_METRES: f64 = 5000.0;

/// How often somebody who waits is told how far the work has come.
const LOOK: Duration = Duration::from_millis(50);

/// What is being done while a network is prepared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The extract is read and becomes a graph.
    Read,
    /// The order of contraction is found.
    Order,
    /// The graph is contracted.
    Contract,
    /// The prices of the profile are worked in.
    Customise,
}

/// A road graph with the prices of one profile, prepared for many questions.
#[derive(Debug)]
pub struct Network {
    graph: RoadGraph,
    profile: Profile,
    metric: Metric,
    topology: Stored,
    hierarchy: Hierarchy,
    index: SnapIndex,
    paths: OnceLock<Paths>,
}

/// A contracted turn graph, or the arrays of one: it is needed only for new prices, so a file that serves one profile loads
/// without putting it together.
#[derive(Debug)]
enum Stored {
    Whole(Box<(Arcs, Topology)>),
    Parts([Vec<u32>; 6]),
}

impl Network {
    /// Prepares an extract for a profile. `progress` is told the stage and how much of it is done, and answers whether to go
    /// on. `threads` 0 means as many as there are processors; their number changes nothing in the result.
    ///
    /// # Errors
    /// Those of reading and pricing; [`Error::Stopped`].
    pub fn prepare(
        osm: &Path,
        profile: &Profile,
        threads: usize,
        progress: &mut dyn FnMut(Stage, f64) -> bool,
    ) -> Result<Self, Error> {
        let mut at = |stage, share| {
            if progress(stage, share) {
                Ok(())
            } else {
                Err(Error::Stopped)
            }
        };
        let pool = pool(threads)?;
        let graph = watched(&pool, &mut |share| at(Stage::Read, share), |progress| {
            RoadGraph::read_watched(osm, profile, progress)
        })?;
        let order = watched(&pool, &mut |share| at(Stage::Order, share), |progress| {
            order(&graph, progress).ok_or(Error::Stopped)
        })?;
        let arcs = arcs(&graph)?;
        let topology = watched(&pool, &mut |share| at(Stage::Contract, share), |_| {
            Topology::new(&arcs, &order).map_err(damaged)
        })?;
        drop(order);
        let (metric, hierarchy) = watched(&pool, &mut |share| at(Stage::Customise, share), |_| {
            let metric = graph.metric(profile, &Changes::default())?;
            let hierarchy = topology.customise(&costs(&graph, &metric));
            Ok((metric, hierarchy))
        })?;
        let index = SnapIndex::new(&graph);
        Ok(Self {
            graph,
            profile: profile.clone(),
            metric,
            topology: Stored::Whole(Box::new((arcs, topology))),
            hierarchy,
            index,
            paths: OnceLock::new(),
        })
    }

    /// The same roads under other prices: another profile of the same vehicle (a season, a pace), with changes of single
    /// ways (closures, speeds). Nothing is ordered or contracted anew.
    ///
    /// # Errors
    /// Those of [`RoadGraph::metric`].
    pub fn with_metric(
        self,
        profile: &Profile,
        changes: &Changes,
        threads: usize,
    ) -> Result<Self, Error> {
        pool(threads)?.install(|| {
            let whole = match self.topology {
                Stored::Whole(whole) => whole,
                Stored::Parts(parts) => {
                    let arcs = arcs(&self.graph)?;
                    let topology = Topology::from_parts(&arcs, parts).map_err(damaged)?;
                    Box::new((arcs, topology))
                }
            };
            let metric = self.graph.metric(profile, changes)?;
            let hierarchy = whole.1.customise(&costs(&self.graph, &metric));
            Ok(Self {
                profile: profile.clone(),
                metric,
                topology: Stored::Whole(whole),
                hierarchy,
                paths: OnceLock::new(),
                ..self
            })
        })
    }

    /// The profile whose prices the network has.
    #[must_use]
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// The roads.
    #[must_use]
    pub fn graph(&self) -> &RoadGraph {
        &self.graph
    }

    /// The prices.
    #[must_use]
    pub fn metric(&self) -> &Metric {
        &self.metric
    }

    /// The hierarchy that answers.
    #[must_use]
    pub fn hierarchy(&self) -> &Hierarchy {
        &self.hierarchy
    }

    /// Where points meet the roads; `None` for each that lies farther than [`REACH_METRES`] from every road that can be used.
    #[must_use]
    pub fn snap(&self, points: &[LatLon]) -> Vec<Option<Snap>> {
        use rayon::prelude::*;
        let snapper = Snapper::new(&self.graph, &self.metric, &self.index);
        let snap = |at: &LatLon| snapper.snap(*at, REACH_METRES);
        points.par_iter().map(snap).collect()
    }

    /// Milliseconds and decimetres of walking between a point and its road.
    fn entry(&self, snap: &Snap) -> Cost {
        self.walk(snap.metres).unwrap_or(Cost::ZERO)
    }

    /// A walk off the roads; `None` where the profile has none.
    fn walk(&self, metres: f64) -> Option<Cost> {
        self.profile.entry_kmh().map(|_| Cost {
            time: self.profile.entry_ms(metres),
            length: (metres * 10.0).round() as u32,
        })
    }

    /// The straight walk between two points of one road that are nearer to one another than to the road together: nobody
    /// walks to the road and back to reach the house next door.
    fn next_door(&self, from: &Snap, to: &Snap) -> Option<Cost> {
        let metres = crate::geo::metres(from.at.fixed(), to.at.fixed());
        self.walk(metres)
            .filter(|_| metres <= from.metres + to.metres)
    }
}

/// Work in a pool, while this thread tells how far it has come and may ask it to stop.
fn watched<T: Send>(
    pool: &rayon::ThreadPool,
    at: &mut dyn FnMut(f64) -> Result<(), Error>,
    work: impl FnOnce(&Progress) -> Result<T, Error> + Send,
) -> Result<T, Error> {
    let progress = Progress::default();
    std::thread::scope(|scope| {
        let (tell, told) = mpsc::channel();
        let watched = &progress;
        scope.spawn(move || {
            // Whoever waits may have stopped waiting.
            let _ = tell.send(pool.install(|| work(watched)));
        });
        loop {
            if let Err(stopped) = at(progress.share()) {
                progress.stop();
                return Err(stopped);
            }
            match told.recv_timeout(LOOK) {
                Ok(done) => return done,
                Err(mpsc::RecvTimeoutError::Timeout) => {}
                Err(mpsc::RecvTimeoutError::Disconnected) => return Err(Error::Stopped),
            }
        }
    })
}

/// The order of contraction; `None` if somebody asked to stop.
fn order(graph: &RoadGraph, progress: &Progress) -> Option<Vec<u32>> {
    let places = graph.node_lat.iter().zip(&graph.node_lon);
    let places: Vec<[i32; 2]> = places.map(|(&lat, &lon)| [lat, lon]).collect();
    let layout = Layout {
        at: &places,
        tail: &graph.edge_tail,
        head: &graph.edge_head,
    };
    nested_dissection_watched(&layout, progress)
}

fn arcs(graph: &RoadGraph) -> Result<Arcs, Error> {
    Arcs::new(graph.first_turn.clone(), graph.turn_to.clone()).map_err(damaged)
}

/// An edge and the turn after it, for every turn.
fn costs(graph: &RoadGraph, metric: &Metric) -> Vec<Cost> {
    use rayon::prelude::*;
    let mut costs = vec![Cost::NONE; graph.turn_to.len()];
    let mut left = costs.as_mut_slice();
    let mut parts = Vec::new();
    const EDGES: usize = 1 << 14;
    for first in (0..graph.edges()).step_by(EDGES) {
        let last = (first + EDGES).min(graph.edges());
        let turns = graph.first_turn[last] - graph.first_turn[first];
        let (part, rest) = left.split_at_mut(turns as usize);
        parts.push((first..last, part));
        left = rest;
    }
    parts.into_par_iter().for_each(|(edges, part)| {
        let first = graph.first_turn[edges.start];
        for edge in edges {
            let length = metric.edge_dm[edge];
            for turn in graph.turns(edge as u32) {
                let time = metric.edge_ms[edge].saturating_add(metric.turn_ms[turn]);
                part[turn - first as usize] = Cost { time, length };
            }
        }
    });
    costs
}

fn damaged(_: hierarchy::Malformed) -> Error {
    Error::BadGraph {
        what: "its hierarchy does not fit its roads",
    }
}

/// A pool of so many threads; 0: as many as there are processors.
fn pool(threads: usize) -> Result<rayon::ThreadPool, Error> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
    pool.map_err(|error| Error::Threads(error.to_string()))
}
