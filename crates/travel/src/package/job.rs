//! The ways by one mode: reckoned, or taken from what was kept.

use super::Reckoning;
use super::points::Point;
use crate::cache::Fingerprint;
use crate::error::Error;
use crate::journeys::Journeys;
use crate::kept::{Head, Kept};
use crate::mode::Mode;
use crate::network::{Source, open};
use crate::timetable::{OnFoot, Timetable};
use crate::watch::{Clock, Watch};
use crate::ways::Ways;
use dataset::RoadFiles;
use domain::LatLon;
use roads::{Changes, Network};

/// The ways of one mode, to be found or taken from what was kept.
pub struct Job<'a> {
    pub mode: &'a Mode,
    pub files: &'a RoadFiles,
    pub extract: &'a str,
    pub on_foot: &'a OnFoot,
    pub from: &'a [Point],
    pub to: &'a [Point],
    pub how: &'a Reckoning,
}

impl Job<'_> {
    /// The ways: kept ones where nothing on which they depend has changed.
    pub fn done(
        &self,
        network: &mut Option<(String, Network)>,
        watch: &mut dyn Watch,
        clock: &mut Clock,
    ) -> Result<Kept, Error> {
        let name = format!("{}.ways", self.fingerprint()?);
        let (from, to) = (self.from.len(), self.to.len());
        let kept = self.how.cache.file(&name);
        if let Some(kept) = kept.and_then(|file| Kept::read(&file, from, to)) {
            return Ok(kept);
        }
        let found = self.found(network, watch, clock)?;
        self.how
            .cache
            .keep(&name, |part| std::fs::write(part, found.to_bytes()));
        Ok(found)
    }

    /// Everything on which the ways depend.
    fn fingerprint(&self) -> Result<String, Error> {
        let mut print = Fingerprint::default()
            .part(roads::VERSION.as_bytes())
            .part(env!("CARGO_PKG_VERSION").as_bytes())
            .part(self.extract.as_bytes())
            .part(&self.mode.profile().hash().to_le_bytes());
        for points in [self.from, self.to] {
            for point in points {
                print = print
                    .part(&point.at.lat.to_le_bytes())
                    .part(&point.at.lon.to_le_bytes());
            }
            print = print.part(b"");
        }
        if self.mode.is_transit() {
            print = print
                .part(self.on_foot.depart.as_bytes())
                .part(self.on_foot.date.as_deref().unwrap_or_default().as_bytes());
            for feed in &self.files.feeds {
                let with_feed = print.file(feed);
                print = with_feed.map_err(|error| Error::file(feed, error))?;
            }
        }
        Ok(print.hex())
    }

    fn found(
        &self,
        kept: &mut Option<(String, Network)>,
        watch: &mut dyn Watch,
        clock: &mut Clock,
    ) -> Result<Kept, Error> {
        let (profile, how) = (self.mode.profile(), self.how);
        let known = kept.take().filter(|(name, _)| name == profile.name());
        let network = match known {
            Some((_, network)) => network,
            None => {
                let source = Source::Extract(&self.files.extract);
                let (changes, threads) = (Changes::default(), how.threads);
                open(
                    source,
                    Some(profile),
                    &changes,
                    &how.cache,
                    threads,
                    watch,
                    clock,
                )?
            }
        };
        let timetable = match self.mode {
            Mode::Road(_) => None,
            Mode::Transit(_) => Some(Timetable::read(
                &self.files.feeds,
                self.on_foot,
                &network,
                how.threads,
                watch,
                clock,
            )?),
        };
        let at =
            |points: &[Point]| -> Vec<LatLon> { points.iter().map(|point| point.at).collect() };
        let (from, to) = (at(self.from), at(self.to));
        let ends = [from.as_slice(), to.as_slice()];
        let journeys = Journeys::between(
            &network,
            timetable.as_ref(),
            ends,
            how.threads,
            watch,
            clock,
        )?;
        let mut ways = Ways::none(0, to.len());
        for part in journeys.parts() {
            ways.cells.extend(journeys.ways(part, watch, clock)?.cells);
        }
        let [of_from, of_to] = journeys.distances().clone();
        let head = Head {
            from: of_from,
            to: of_to,
            told: timetable.as_ref().map(Timetable::told).unwrap_or_default(),
        };
        *kept = Some((profile.name().to_owned(), network));
        Ok(Kept { ways, head })
    }
}
