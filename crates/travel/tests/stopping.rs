//! Whoever looks on may stop the work at any time.

#[path = "../../roads/tests/common/mod.rs"]
mod fixture;

use fixture::map;
use roads::{Changes, Profile};
use std::path::Path;
use travel::{Cache, Clock, Error, Journeys, Source, Stage, open};

/// Prepares, snaps and reckons; stops at the call of that number. Which stages
/// were told, and how it ended.
fn reckon(extract: &Path, stop_at: usize) -> (Vec<Stage>, Result<(), Error>) {
    let mut told = Vec::new();
    let mut watch = |stage: Stage, _: f64| {
        told.push(stage);
        told.len() <= stop_at
    };
    let clock = &mut Clock::default();
    let profile = Profile::builtin("car-osrm").unwrap();
    let points = [(57.0, 24.0), (57.0, 24.01)].map(|(lat, lon)| domain::LatLon { lat, lon });
    let mut all = || {
        let (source, changes, cache) =
            (Source::Extract(extract), Changes::default(), Cache::none());
        let network = open(
            source,
            Some(&profile),
            &changes,
            &cache,
            1,
            &mut watch,
            clock,
        )?;
        let ends = [points.as_slice(); 2];
        let journeys = Journeys::between(&network, None, ends, 1, &mut watch, clock)?;
        journeys.ways(0..2, &mut watch, clock).map(|_| ())
    };
    let ended = all();
    (told, ended)
}

#[test]
fn work_ends_at_the_first_no() {
    let road = map().node(1, 0.0, 0.0).node(2, 2000.0, 0.0);
    let extract = road.way(10, &[1, 2], "highway=primary").file();
    let (stages, ended) = reckon(&extract, usize::MAX);
    assert!(ended.is_ok(), "{ended:?}");
    for stage in [
        Stage::Read,
        Stage::Prepare,
        Stage::Price,
        Stage::Snap,
        Stage::Matrix,
    ] {
        assert!(stages.contains(&stage), "{stage:?} is not told");
    }
    for stop_at in 0..stages.len() {
        let (told, ended) = reckon(&extract, stop_at);
        assert!(matches!(ended, Err(Error::Stopped)), "{stop_at}: {ended:?}");
        assert_eq!(told, stages[..=stop_at]);
    }
    std::fs::remove_file(extract).unwrap();
}
