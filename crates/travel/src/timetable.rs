//! Public transport between points: on foot to a stop, by vehicles, on foot
//! from a stop; the median over the departure minutes of a window.

use crate::error::Error;
use crate::network::go_on;
use crate::watch::{Clock, Stage, Watch};
use crate::ways::Ways;
use domain::{LatLon, Message, great_circle_metres};
use roads::{Network, Snap};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;
use transit::{Feeds, Options, Query, Walk, Window};

/// How people walk and when they set out.
#[derive(Debug, Clone)]
pub struct OnFoot {
    /// The departure window, `HH:MM-HH:MM`.
    pub depart: String,
    /// The day, `YYYY-MM-DD`; absent: the timetable's typical weekday.
    pub date: Option<String>,
    /// The longest walk at a stretch, minutes.
    pub walk_minutes: f64,
}

impl OnFoot {
    /// The longest walk at a stretch unless told otherwise, minutes.
    pub const WALK_MINUTES: f64 = 30.0;
    /// The longest walk from stop to stop, seconds.
    const CHANGE_S: u32 = 600;

    fn longest_s(&self) -> u32 {
        (self.walk_minutes * 60.0).round() as u32
    }
}

/// Whether a text is a day, `YYYY-MM-DD`.
pub fn is_day(text: &str) -> bool {
    text.len() == 10 && text.parse::<transit::Date>().is_ok()
}

/// Whether a text is a departure window, `HH:MM-HH:MM`.
pub fn is_window(text: &str) -> bool {
    text.parse::<Window>().is_ok()
}

/// A day of timetables, with the walks to and between its stops.
pub struct Timetable {
    day: transit::Timetable,
    window: Window,
    on_foot: OnFoot,
    stops: Vec<Option<Snap>>,
    changes: Vec<Vec<Walk>>,
    notes: Vec<Message>,
    /// Whether some vehicle has been of use to anybody.
    is_of_use: AtomicBool,
}

impl Timetable {
    /// Reads timetables and walks between their stops.
    ///
    /// # Errors
    /// The feeds have faults, nothing runs on the day, or somebody asked to stop.
    pub fn read(
        feeds: &[PathBuf],
        on_foot: &OnFoot,
        network: &Network,
        threads: usize,
        watch: &mut dyn Watch,
        clock: &mut Clock,
    ) -> Result<Self, Error> {
        go_on(watch.at(Stage::Timetable, 0.0))?;
        let window: Window = on_foot.depart.parse()?;
        let (day, notes) = clock.time(Stage::Timetable, || {
            let feeds = Feeds::read(feeds)?;
            let date = match on_foot.date.as_deref().and_then(|text| text.parse().ok()) {
                Some(date) => date,
                None => feeds.typical_weekday()?,
            };
            let day = feeds.timetable(date)?;
            let notes = day.notes().iter().map(crate::error::note).collect();
            Ok::<_, Error>((day, notes))
        })?;
        let at: Vec<LatLon> = day
            .stops()
            .iter()
            .map(|stop| LatLon {
                lat: stop.lat,
                lon: stop.lon,
            })
            .collect();
        go_on(watch.at(Stage::Walk, 0.0))?;
        let (stops, changes) = clock.time(Stage::Walk, || {
            let stops = network.snap(&crate::journeys::positions(&at));
            let between = walks(network, &stops, &stops, OnFoot::CHANGE_S, threads)?;
            Ok::<_, Error>((stops, between))
        })?;
        Ok(Self {
            day,
            window,
            on_foot: on_foot.clone(),
            stops,
            changes,
            notes,
            is_of_use: AtomicBool::new(false),
        })
    }

    /// The day.
    pub fn date(&self) -> String {
        self.day.date().to_string()
    }

    /// The day and the hours, and what of the timetables was left out or assumed;
    /// after the ways have been reckoned also that no vehicle was of use.
    pub fn told(&self) -> Vec<Message> {
        let day = Message::new("travel-told-timetable")
            .with("date", self.date())
            .with("window", self.window.to_string())
            .with("minutes", self.on_foot.walk_minutes);
        let mut told = vec![day];
        told.extend(self.notes.iter().cloned());
        if !self.is_of_use.load(Ordering::Relaxed) {
            told.push(Message::new("travel-no-vehicle"));
        }
        told
    }

    /// For each destination the stops from which one can walk to it.
    pub(crate) fn egress(
        &self,
        network: &Network,
        to: &[Option<Snap>],
        threads: usize,
    ) -> Result<Vec<Vec<Walk>>, Error> {
        let longest = self.on_foot.longest_s();
        let from_stops = walks(network, &self.stops, to, longest, threads)?;
        let mut egress = vec![Vec::new(); to.len()];
        for (stop, walks) in from_stops.iter().enumerate() {
            for walk in walks {
                egress[walk.to as usize].push(Walk {
                    to: stop as u32,
                    seconds: walk.seconds,
                });
            }
        }
        Ok(egress)
    }

    /// The ways from some origins to all destinations. The metres are those of
    /// the great circle: a timetable tells none.
    pub(crate) fn ways(
        &self,
        network: &Network,
        ends: Ends<'_>,
        threads: usize,
        watch: &mut dyn Watch,
    ) -> Result<Ways, Error> {
        let longest = self.on_foot.longest_s();
        let access = walks(network, ends.from, &self.stops, longest, threads)?;
        let direct = crate::journeys::on_roads(network, ends.from, ends.to, threads, watch)?;
        let on_foot = |from: usize, to: usize| {
            let seconds = direct.get(from, to).map(|(seconds, _)| seconds);
            seconds.filter(|seconds| *seconds <= longest)
        };
        let query = Query {
            access: &access,
            egress: ends.egress,
            transfers: &self.changes,
            direct: &on_foot,
            window: self.window,
            options: Options {
                threads,
                ..Options::default()
            },
        };
        let found = looked_on(&self.day, &query, watch)?;
        let mut ways = Ways::none(ends.from.len(), ends.to.len());
        for from in 0..ends.from.len() {
            for to in 0..ends.to.len() {
                let summary = found.get(from, to);
                if summary.departures > 0 {
                    self.is_of_use.store(true, Ordering::Relaxed);
                }
                let seconds = summary.median_s;
                let metres = great_circle_metres(ends.at_from[from], ends.at_to[to]);
                ways.cells[from * ways.width + to] =
                    seconds.map(|seconds| (seconds, metres.round() as u32));
            }
        }
        Ok(ways)
    }
}

/// Between which points.
#[derive(Clone, Copy)]
pub(crate) struct Ends<'a> {
    pub from: &'a [Option<Snap>],
    pub at_from: &'a [LatLon],
    pub to: &'a [Option<Snap>],
    pub at_to: &'a [LatLon],
    pub egress: &'a [Vec<Walk>],
}

/// Travel times on another thread, while this one tells how far they are.
fn looked_on(
    day: &transit::Timetable,
    query: &Query<'_>,
    watch: &mut dyn Watch,
) -> Result<transit::Matrix, Error> {
    let (done, stop) = (AtomicUsize::new(0), AtomicBool::new(false));
    let all = query.access.len().max(1);
    let progress = |origins: usize, _: usize| {
        done.fetch_max(origins, Ordering::Relaxed);
        !stop.load(Ordering::Relaxed)
    };
    let found = std::thread::scope(|scope| {
        let (tell, told) = channel();
        let (progress, query) = (&progress, &query);
        scope.spawn(move || {
            // Nobody listens any more only when this thread is no longer waited for.
            let _ = tell.send(transit::travel_times(day, query, progress));
        });
        loop {
            match told.recv_timeout(Duration::from_millis(100)) {
                Ok(found) => return Some(found),
                Err(RecvTimeoutError::Disconnected) => return None,
                Err(RecvTimeoutError::Timeout) => {
                    let share = done.load(Ordering::Relaxed) as f64 / all as f64;
                    if !watch.at(Stage::Matrix, share) {
                        stop.store(true, Ordering::Relaxed);
                    }
                }
            }
        }
    });
    Ok(found.unwrap_or(Err(transit::Error::Stopped))?)
}

/// For each point the others that can be walked to in time, but for itself.
fn walks(
    network: &Network,
    from: &[Option<Snap>],
    to: &[Option<Snap>],
    longest_s: u32,
    threads: usize,
) -> Result<Vec<Vec<Walk>>, Error> {
    let mut all = Vec::with_capacity(from.len());
    for origins in from.chunks(crate::journeys::rows_at_once(to.len())) {
        let ways =
            crate::journeys::on_roads(network, origins, to, threads, &mut |_: Stage, _: f64| true)?;
        for row in ways.cells.chunks(ways.width.max(1)) {
            let reached = row.iter().enumerate().filter_map(|(to, way)| {
                let (seconds, _) = (*way)?;
                (seconds <= longest_s).then_some(Walk {
                    to: to as u32,
                    seconds,
                })
            });
            all.push(reached.collect());
        }
    }
    all.resize(from.len(), Vec::new());
    Ok(all)
}
