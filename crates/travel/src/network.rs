//! The prepared road network: made from an extract and kept, or loaded from a file.

use crate::cache::{Cache, Fingerprint};
use crate::error::Error;
use crate::watch::{Clock, Stage, Watch};
use roads::{Changes, Network, Profile};
use std::path::Path;
use std::time::Instant;

/// What a network is made from.
#[derive(Debug, Clone, Copy)]
pub enum Source<'a> {
    /// An extract; the prepared network is kept in the cache.
    Extract(&'a Path),
    /// A network that was prepared before.
    Graph(&'a Path),
}

/// The network for a profile with changes. Without a profile it is the one for
/// which a graph was prepared.
///
/// # Errors
/// Extract, graph, profile or changes are at fault, or somebody asked to stop.
pub fn open(
    source: Source<'_>,
    profile: Option<&Profile>,
    changes: &Changes,
    cache: &Cache,
    threads: usize,
    watch: &mut dyn Watch,
    clock: &mut Clock,
) -> Result<Network, Error> {
    let network = match source {
        Source::Graph(file) => load(file, watch, clock)?,
        Source::Extract(extract) => {
            let profile = match profile {
                Some(profile) => profile,
                None => &Profile::builtin(DEFAULT_PROFILE)?,
            };
            prepared(extract, profile, cache, threads, watch, clock)?
        }
    };
    let profile = match profile {
        Some(profile) => profile.clone(),
        None => network.profile().clone(),
    };
    if profile.hash() == network.profile().hash() && *changes == Changes::default() {
        return Ok(network);
    }
    go_on(watch.at(Stage::Price, 0.0))?;
    Ok(clock.time(Stage::Price, || {
        network.with_metric(&profile, changes, threads)
    })?)
}

/// The profile of an extract unless told otherwise.
pub const DEFAULT_PROFILE: &str = "car-lv";

/// A network of an extract that was kept, else made and kept.
fn prepared(
    extract: &Path,
    profile: &Profile,
    cache: &Cache,
    threads: usize,
    watch: &mut dyn Watch,
    clock: &mut Clock,
) -> Result<Network, Error> {
    let print = clock.time(Stage::Read, || fingerprint(extract))?;
    let made_for = made_for(profile)?;
    let name = format!("{print}-{:016x}-{}.roads", made_for.hash(), roads::VERSION);
    if let Some(file) = cache.file(&name)
        && file.is_file()
    {
        // What cannot be loaded is damaged or of another version: it is made anew.
        if let Ok(network) = load(&file, watch, clock) {
            return Ok(network);
        }
    }
    let network = prepare(extract, &made_for, threads, watch, clock)?;
    cache.keep(&name, |part| {
        network.save(part).map_err(std::io::Error::other)
    });
    Ok(network)
}

/// Profiles that are but other prices of another one's roads. Any other may open
/// roads of its own, so that it gets a network of its own.
const OTHER_PRICES: [(&str, &str); 3] = [
    ("car-lv-winter", "car-lv"),
    ("car-lv-thaw", "car-lv"),
    ("foot-frail", "foot"),
];

/// The profile for which the network is made that serves a profile.
fn made_for(profile: &Profile) -> Result<Profile, Error> {
    for (name, base) in OTHER_PRICES {
        if Profile::builtin(name)?.hash() == profile.hash() {
            return Ok(Profile::builtin(base)?);
        }
    }
    Ok(profile.clone())
}

/// Makes the network of an extract.
///
/// # Errors
/// The extract is at fault, or somebody asked to stop.
pub fn prepare(
    extract: &Path,
    profile: &Profile,
    threads: usize,
    watch: &mut dyn Watch,
    clock: &mut Clock,
) -> Result<Network, Error> {
    let (mut stage, mut begun) = (Stage::Read, Instant::now());
    let prepared = Network::prepare(extract, profile, threads, &mut |now, share| {
        let now = match now {
            roads::Stage::Read => Stage::Read,
            roads::Stage::Order | roads::Stage::Contract => Stage::Prepare,
            roads::Stage::Customise => Stage::Price,
        };
        if now != stage {
            clock.add(stage, begun.elapsed().as_secs_f64());
            (stage, begun) = (now, Instant::now());
        }
        watch.at(now, share)
    });
    clock.add(stage, begun.elapsed().as_secs_f64());
    Ok(prepared?)
}

/// Loads a prepared network.
fn load(file: &Path, watch: &mut dyn Watch, clock: &mut Clock) -> Result<Network, Error> {
    go_on(watch.at(Stage::Load, 0.0))?;
    Ok(clock.time(Stage::Load, || Network::load(file))?)
}

/// What an extract holds, in 32 hexadecimal digits.
pub fn fingerprint(extract: &Path) -> Result<String, Error> {
    Fingerprint::default()
        .file(extract)
        .map(|print| print.hex())
        .map_err(|error| Error::file(extract, error))
}

/// Turns the answer of who looks on into an error where it is no.
pub fn go_on(answer: bool) -> Result<(), Error> {
    if answer { Ok(()) } else { Err(Error::Stopped) }
}
