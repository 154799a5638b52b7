//! The ways from points to points, some origins at a time.

use crate::distances::{Distances, Standing};
use crate::error::Error;
use crate::network::go_on;
use crate::timetable::{Ends, Timetable};
use crate::watch::{Clock, Stage, Watch};
use crate::ways::Ways;
use domain::LatLon;
use roads::{Network, Snap};
use std::ops::Range;
use transit::Walk;

/// Journeys from origins to destinations: where each stands on the network.
pub struct Journeys<'a> {
    network: &'a Network,
    timetable: Option<&'a Timetable>,
    at_from: Vec<LatLon>,
    at_to: Vec<LatLon>,
    from: Vec<Option<Snap>>,
    to: Vec<Option<Snap>>,
    distances: [Distances; 2],
    egress: Vec<Vec<Walk>>,
    threads: usize,
}

impl<'a> Journeys<'a> {
    /// Finds the roads of the points and, for public transport, the walks from
    /// stops to destinations.
    ///
    /// # Errors
    /// The network covers none of the origins or none of the destinations, or
    /// somebody asked to stop.
    pub fn between(
        network: &'a Network,
        timetable: Option<&'a Timetable>,
        [from, to]: [&[LatLon]; 2],
        threads: usize,
        watch: &mut dyn Watch,
        clock: &mut Clock,
    ) -> Result<Self, Error> {
        go_on(watch.at(Stage::Snap, 0.0))?;
        let (snapped_from, snapped_to, distances) = clock.time(Stage::Snap, || {
            let of = |at: &[LatLon]| network.snap(&positions(at));
            let (of_from, of_to) = (of(from), of(to));
            let distances = [
                distances(network, from, &of_from),
                distances(network, to, &of_to),
            ];
            (of_from, of_to, distances)
        });
        for distances in &distances {
            covered(network, distances)?;
        }
        let egress = match timetable {
            None => Vec::new(),
            Some(timetable) => {
                go_on(watch.at(Stage::Walk, 0.5))?;
                clock.time(Stage::Walk, || {
                    timetable.egress(network, &snapped_to, threads)
                })?
            }
        };
        Ok(Self {
            network,
            timetable,
            at_from: from.to_vec(),
            at_to: to.to_vec(),
            from: snapped_from,
            to: snapped_to,
            distances,
            egress,
            threads,
        })
    }

    /// How far origins and destinations are from the roads.
    pub fn distances(&self) -> &[Distances; 2] {
        &self.distances
    }

    /// Where an origin stands on the network; `None` where no road is near.
    pub fn origin(&self, index: usize) -> Option<&Snap> {
        self.from.get(index)?.as_ref()
    }

    /// Where a destination stands on the network.
    pub fn destination(&self, index: usize) -> Option<&Snap> {
        self.to.get(index)?.as_ref()
    }

    /// The origins, in parts of which each gives some million pairs at most.
    pub fn parts(&self) -> impl Iterator<Item = Range<usize>> + use<> {
        let (all, rows) = (self.from.len(), rows_at_once(self.to.len()));
        (0..all)
            .step_by(rows)
            .map(move |first| first..(first + rows).min(all))
    }

    /// The ways from some of the origins to all destinations.
    ///
    /// # Errors
    /// Somebody asked to stop.
    pub fn ways(
        &self,
        origins: Range<usize>,
        watch: &mut dyn Watch,
        clock: &mut Clock,
    ) -> Result<Ways, Error> {
        let all = self.from.len().max(1) as f64;
        let (begun, part) = (origins.start as f64 / all, origins.len() as f64 / all);
        let watch = &mut |stage: Stage, share: f64| watch.at(stage, begun + share * part);
        go_on(watch(Stage::Matrix, 0.0))?;
        clock.time(Stage::Matrix, || {
            let from = &self.from[origins.clone()];
            match self.timetable {
                None => on_roads(self.network, from, &self.to, self.threads, watch),
                Some(timetable) => {
                    let ends = Ends {
                        from,
                        at_from: &self.at_from[origins.clone()],
                        to: &self.to,
                        at_to: &self.at_to,
                        egress: &self.egress,
                    };
                    timetable.ways(self.network, ends, self.threads, watch)
                }
            }
        })
    }
}

/// Origins of which the ways are reckoned at once: a million pairs or so.
pub(crate) fn rows_at_once(destinations: usize) -> usize {
    ((1 << 20) / destinations.max(1)).clamp(16, 1 << 16)
}

/// Points as the road network takes them.
pub(crate) fn positions(points: &[LatLon]) -> Vec<roads::LatLon> {
    let of = |at: &LatLon| roads::LatLon {
        lat: at.lat,
        lon: at.lon,
    };
    points.iter().map(of).collect()
}

/// An extract in which no point lies is of another country. Where coordinates
/// have changed places that is the fault to tell.
fn covered(network: &Network, distances: &Distances) -> Result<(), Error> {
    let is_elsewhere = |standing: &Standing| standing.metres.is_none() && !standing.swapped;
    if distances.0.is_empty() || !distances.0.iter().all(is_elsewhere) {
        return Ok(());
    }
    let error = network
        .graph()
        .not_covered(distances.0.len(), roads::REACH_METRES);
    Err(Error::from(error))
}

fn distances(network: &Network, at: &[LatLon], snaps: &[Option<Snap>]) -> Distances {
    let exchanged = |at: &LatLon| LatLon {
        lat: at.lon,
        lon: at.lat,
    };
    let without = || at.iter().zip(snaps).filter(|(_, snap)| snap.is_none());
    let others: Vec<LatLon> = without().map(|(at, _)| exchanged(at)).collect();
    let mut others = network.snap(&positions(&others)).into_iter();
    let standings = snaps.iter().map(|snap| match snap {
        Some(snap) => Standing {
            metres: Some(snap.metres as f32),
            swapped: false,
        },
        None => Standing {
            metres: None,
            swapped: others.next().flatten().is_some(),
        },
    });
    Distances(standings.collect())
}

/// The ways on roads; none from or to a point without a road.
pub(crate) fn on_roads(
    network: &Network,
    from: &[Option<Snap>],
    to: &[Option<Snap>],
    threads: usize,
    watch: &mut dyn Watch,
) -> Result<Ways, Error> {
    let with_road = |snaps: &[Option<Snap>]| -> (Vec<usize>, Vec<Snap>) {
        let each = snaps.iter().enumerate();
        each.filter_map(|(at, snap)| Some((at, snap.clone()?)))
            .unzip()
    };
    let ((rows, sources), (columns, targets)) = (with_road(from), with_road(to));
    let mut ways = Ways::none(from.len(), to.len());
    if sources.is_empty() || targets.is_empty() {
        return Ok(ways);
    }
    let progress = &mut |share| watch.at(Stage::Matrix, share);
    let matrix = network.matrix(&sources, &targets, threads, true, progress)?;
    for (i, row) in rows.iter().enumerate() {
        for (j, column) in columns.iter().enumerate() {
            ways.cells[row * ways.width + column] = matrix.seconds(i, j).zip(matrix.metres(i, j));
        }
    }
    Ok(ways)
}
