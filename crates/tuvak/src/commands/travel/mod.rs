//! `tuvak travel`: travel times on roads and by public transport.

mod isochrone;
mod matrix;
mod prepare;
mod route;
mod tell;

use super::{End, check};
use crate::cli::{Roads, TravelTask};
use crate::progress::{self, Gauge};
use crate::say::Voice;
use ::travel::{Cache, Clock, Error, Mode, Source};
use dataset::{Loose, Point, read_changes, read_points};
use domain::Message;
use roads::{Changes, Network};
use serde_json::{Value, json};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Does what was asked for.
pub fn run(voice: &Voice, task: &TravelTask) -> Result<End, End> {
    progress::listen();
    on_threads(task);
    match task {
        TravelTask::Prepare { roads, out } => prepare::run(voice, roads, out),
        TravelTask::Matrix(task) => matrix::run(voice, task),
        TravelTask::Isochrone {
            roads,
            from,
            minutes,
            out,
        } => isochrone::run(voice, roads, from, minutes, out.as_deref()),
        TravelTask::Route {
            roads,
            from,
            to,
            out,
        } => route::run(voice, roads, [*from, *to], out.as_deref()),
    }
}

/// Lets whatever shares its work out do so on as many threads as were asked for.
fn on_threads(task: &TravelTask) {
    let roads = match task {
        TravelTask::Matrix(task) => &task.roads,
        TravelTask::Prepare { roads, .. }
        | TravelTask::Isochrone { roads, .. }
        | TravelTask::Route { roads, .. } => roads,
    };
    // It fails only where there is a pool already, and a program runs one command.
    let _ = rayon::ThreadPoolBuilder::new()
        .num_threads(roads.threads)
        .build_global();
}

/// Says why there are no travel times.
pub fn refuse(voice: &Voice, error: &Error) -> End {
    if let Error::Faults(faults) = error {
        return check::tell_rows(voice, faults);
    }
    if let Error::File { source, .. } = error
        && source.kind() == ErrorKind::BrokenPipe
    {
        // Whoever reads has read enough.
        return End::Done;
    }
    let said: Vec<String> = error
        .messages(&|error| super::cause(voice, error))
        .iter()
        .map(|message| voice.texts.say(message))
        .collect();
    for line in &said {
        voice.text(line);
    }
    voice.object(&json!({ "error": said.join("\n") }));
    match error {
        Error::Stopped => End::Stopped,
        Error::Roads(roads::Error::UnknownProfile { .. }) => End::Usage,
        _ => End::Faults,
    }
}

/// Reads files of points; all their faults are told at once.
fn points<const N: usize>(voice: &Voice, files: [&Path; N]) -> Result<[Vec<Point>; N], End> {
    rows(voice, files.map(read_points))
}

/// The rows of tables outside a package; all their faults are told at once.
fn rows<T, const N: usize>(voice: &Voice, read: [Loose<T>; N]) -> Result<[Vec<T>; N], End> {
    for note in read.iter().flat_map(|table| &table.notes) {
        voice.text(&check::line(voice, note));
    }
    let faults: Vec<_> = read.iter().flat_map(|table| table.faults.clone()).collect();
    if !faults.is_empty() {
        return Err(check::tell_rows(voice, &faults));
    }
    Ok(read.map(|table| table.rows))
}

/// The network that was asked for.
fn network(
    voice: &Voice,
    roads: &Roads,
    mode: Option<&Mode>,
    gauge: &mut Gauge<'_>,
    clock: &mut Clock,
) -> Result<Network, End> {
    let refuse = |error: Error| refuse(voice, &error);
    let changes = match &roads.changes {
        Some(file) => {
            let [ways] = rows(voice, [read_changes(file)])?;
            let ways = ways.into_iter().map(|row| (row.way, row.kmh));
            Changes::new(&file.display().to_string(), ways)
        }
        None => Changes::default(),
    };
    let source = match (&roads.graph, &roads.osm) {
        (Some(graph), _) => Source::Graph(graph),
        (None, osm) => Source::Extract(osm.as_deref().unwrap_or(Path::new(""))),
    };
    let profile = mode.map(Mode::profile);
    let cache = Cache::of_user();
    ::travel::open(
        source,
        profile,
        &changes,
        &cache,
        roads.threads,
        gauge,
        clock,
    )
    .map_err(refuse)
}

/// The profile that was asked for; none where a graph brings its own.
fn mode(voice: &Voice, roads: &Roads, walk: Option<&str>) -> Result<Option<Mode>, End> {
    let mode = roads.profile.as_deref().map(|name| Mode::named(name, walk));
    let mode = mode.transpose().map_err(|error| refuse(voice, &error))?;
    match &mode {
        Some(Mode::Transit(walk)) if walk.vehicle() != Mode::ON_FOOT => {
            let message = Message::new("travel-walk-on-foot").with("value", walk.name());
            Err(voice.refuse(&message, End::Usage))
        }
        _ => Ok(mode),
    }
}

/// The same for what goes on roads only.
fn road_mode(voice: &Voice, roads: &Roads) -> Result<Option<Mode>, End> {
    let mode = mode(voice, roads, None)?;
    match &mode {
        Some(mode) if mode.is_transit() => {
            let message = Message::new("travel-matrix-only").with("value", mode.name());
            Err(voice.refuse(&message, End::Usage))
        }
        _ => Ok(mode),
    }
}

/// Writes GeoJSON to a file, or to stdout where none or `-` is given.
fn write(voice: &Voice, out: Option<&Path>, content: &Value) -> Result<(), End> {
    match file(out) {
        Some(file) => super::write_file(voice, file, format!("{content}\n").as_bytes()),
        None => match writeln!(std::io::stdout(), "{content}") {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                Err(super::cannot_write(voice, Path::new("-"), &error))
            }
            _ => Ok(()),
        },
    }
}

/// Refuses to write over a file that is read.
fn not_over<'a>(
    voice: &Voice,
    out: Option<&Path>,
    roads: &'a Roads,
    others: impl IntoIterator<Item = &'a Path>,
) -> Result<(), End> {
    let Some(real) = file(out).and_then(|out| out.canonicalize().ok()) else {
        return Ok(());
    };
    let of_roads = [&roads.osm, &roads.graph, &roads.changes];
    let of_roads = of_roads.into_iter().flatten().map(PathBuf::as_path);
    let profile = roads.profile.as_deref().map(Path::new);
    let mut inputs = of_roads.chain(profile).chain(others);
    match inputs.find(|input| input.canonicalize().is_ok_and(|input| input == real)) {
        None => Ok(()),
        Some(input) => {
            let message =
                Message::new("travel-out-is-input").with("file", input.display().to_string());
            Err(voice.refuse(&message, End::Usage))
        }
    }
}

/// The file that is meant; `-` means stdout.
fn file(out: Option<&Path>) -> Option<&Path> {
    out.filter(|file| *file != Path::new("-"))
}

/// Refuses `--json` where stdout already gets what was asked for.
fn one_stdout(voice: &Voice, out: Option<&Path>) -> Result<(), End> {
    if voice.json && file(out).is_none() {
        let message = Message::new("travel-json-needs-out");
        voice.say(&message);
        return Err(End::Usage);
    }
    Ok(())
}
