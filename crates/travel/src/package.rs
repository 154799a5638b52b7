//! The travel times of a region package that has roads instead of a matrix.

use crate::REACH_METRES;
use crate::cache::{Cache, Fingerprint};
use crate::distances::{Distances, Standing};
use crate::error::Error;
use crate::journeys::Journeys;
use crate::kept::{Head, Kept};
use crate::mode::{Mode, TRANSIT};
use crate::network::{Source, fingerprint, open};
use crate::timetable::{OnFoot, Timetable};
use crate::watch::{Clock, Watch};
use crate::ways::Ways;
use dataset::{At, FEED_END, Fault, RoadFiles};
use domain::{LatLon, Message, Region, SiteRef, TravelFallback, TravelRow};
use roads::{Changes, Network};
use std::collections::{BTreeMap, BTreeSet};

/// How the travel times of a package are reckoned.
#[derive(Debug, Clone)]
pub struct Reckoning {
    /// Where networks and matrices are kept.
    pub cache: Cache,
    /// Threads; the answer does not depend on them.
    pub threads: usize,
    /// Metres from a road beyond which a point is noted.
    pub far_metres: f64,
}

/// What reckoning the travel times of a package tells.
#[derive(Debug, Default)]
pub struct Filled {
    /// What is wrong; the region has no travel times then.
    pub faults: Vec<Fault>,
    /// What is odd.
    pub notes: Vec<Fault>,
    /// What the times were reckoned from: for people, and for the plan's notes.
    pub told: Vec<Message>,
}

/// A point of the package.
#[derive(Clone)]
struct Point {
    id: String,
    at: LatLon,
    file: &'static str,
    line: u32,
}

/// Fills `region.travel` with the ways from every place to every site and
/// candidate, for every profile of the services; to the general services by car;
/// and from each site that stands at no place to the others.
///
/// # Errors
/// Extract or timetables are at fault, or somebody asked to stop. Faults of the
/// package's rows are in [`Filled`] instead.
pub fn fill(
    region: &mut Region,
    files: &RoadFiles,
    how: &Reckoning,
    watch: &mut dyn Watch,
    clock: &mut Clock,
) -> Result<Filled, Error> {
    let mut filled = Filled::default();
    let modes = modes(region, files, &mut filled.faults);
    let (from, sites) = (origins(region), destinations(region));
    if !filled.faults.is_empty() {
        return Ok(filled);
    }
    let extract = fingerprint(&files.extract)?;
    let mut rows = Vec::new();
    let mut noted = BTreeSet::new();
    let mut network = None;
    for (mode, profiles) in by_mode(modes) {
        let on_foot = on_foot(&region.scenario.travel);
        let mut to = sites.clone();
        if profiles.iter().any(|profile| profile == CAR) {
            to.extend(general_services(region));
        }
        if to.is_empty() {
            continue;
        }
        let job = Job {
            mode: &mode,
            files,
            extract: &extract,
            on_foot: &on_foot,
            from: &from,
            to: &to,
            how,
        };
        let kept = job.done(&mut network, watch, clock)?;
        for (points, distances) in [(&from, &kept.head.from), (&to, &kept.head.to)] {
            far(points, distances, how.far_metres, &mut noted, &mut filled);
        }
        let profiles_told = profiles.join(", ");
        reaches_nothing(&from, &kept.ways, sites.len(), &profiles_told, &mut filled);
        for profile in &profiles {
            rows.extend(travel_rows(&from, &to, &kept.ways, profile));
        }
        filled.told.push(
            Message::new("travel-told-roads")
                .with("profiles", profiles_told)
                .with("mode", mode.name())
                .with("extract", &extract[..12]),
        );
        filled.told.extend(kept.head.told);
    }
    if filled.faults.is_empty() {
        region.travel = rows;
    }
    Ok(filled)
}

/// What the profile of each service means; faults where it means nothing.
fn modes(region: &Region, files: &RoadFiles, faults: &mut Vec<Fault>) -> BTreeMap<String, String> {
    let mut modes = BTreeMap::new();
    let names = Mode::names();
    for (profile, name) in &region.scenario.travel.profiles {
        if !names.contains(&name.as_str()) {
            let key = format!("travel.profiles.{profile}");
            let at = At::file("scenario.toml").column(&key);
            let fault = Fault::unknown("unknown-road-profile", at, name, names.iter().copied());
            faults.push(fault.with("known", names.join(", ")));
        }
    }
    for service in &region.services {
        if modes.contains_key(&service.profile) {
            continue;
        }
        let at = At::file("services.csv")
            .line(service.line)
            .column("profile");
        let name = meaning(&region.scenario.travel, &service.profile);
        if !names.contains(&name) {
            // A wrong name in the scenario is told there.
            if !region
                .scenario
                .travel
                .profiles
                .contains_key(&service.profile)
            {
                let fault = Fault::new("profile-without-roads", at);
                let fault = fault.with("value", service.profile.as_str());
                faults.push(fault.with("known", names.join(", ")));
            }
            continue;
        }
        if files.feeds.is_empty() && name.starts_with(TRANSIT) {
            let fault = Fault::new("profile-without-feed", at);
            let fault = fault.with("value", service.profile.as_str());
            faults.push(fault.with("end", FEED_END));
        }
        modes.insert(service.profile.clone(), name.to_owned());
    }
    let by_car = meaning(&region.scenario.travel, CAR);
    if !region.general_services.is_empty() && !by_car.starts_with(TRANSIT) {
        modes.entry(CAR.to_owned()).or_insert(by_car.to_owned());
    }
    modes
}

/// The profile by which general services are reached.
const CAR: &str = "car";

/// What a service's profile means where the scenario does not say.
fn meaning<'a>(travel: &'a TravelFallback, profile: &'a str) -> &'a str {
    match (travel.profiles.get(profile), profile) {
        (Some(name), _) => name,
        (None, "car") => "car-lv",
        (None, "bus") => TRANSIT,
        (None, other) => other,
    }
}

/// Profiles of services by what they mean.
fn by_mode(modes: BTreeMap<String, String>) -> Vec<(Mode, Vec<String>)> {
    let mut by_name: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (profile, name) in modes {
        by_name.entry(name).or_default().push(profile);
    }
    let known = by_name.into_iter();
    known
        .filter_map(|(name, profiles)| Some((Mode::builtin(&name)?, profiles)))
        .collect()
}

fn on_foot(travel: &TravelFallback) -> OnFoot {
    let depart = travel.depart.as_deref().unwrap_or(TravelFallback::DEPART);
    OnFoot {
        depart: depart.to_owned(),
        date: travel.date.clone(),
        walk_minutes: OnFoot::WALK_MINUTES,
    }
}

fn origins(region: &Region) -> Vec<Point> {
    let places = region.places.iter().map(|row| Point {
        id: row.id.to_string(),
        at: row.at,
        file: "places.csv",
        line: row.line,
    });
    let mut origins: Vec<Point> = places.collect();
    let known: BTreeSet<&str> = region.places.iter().map(|row| row.id.as_str()).collect();
    let alone = sites(region).into_iter().filter(|(site, point)| {
        region.place_of(site).is_none() && !known.contains(point.id.as_str())
    });
    origins.extend(alone.map(|(_, point)| point));
    origins
}

fn destinations(region: &Region) -> Vec<Point> {
    sites(region).into_iter().map(|(_, point)| point).collect()
}

/// General services, but for those whose id is a place's or site's too.
fn general_services(region: &Region) -> impl Iterator<Item = Point> + '_ {
    let places = region.places.iter().map(|row| row.id.as_str());
    let sites = region.sites.iter().map(|row| row.id.as_str());
    let candidates = region.candidates.iter().map(|row| row.id.as_str());
    let known: BTreeSet<&str> = places.chain(sites).chain(candidates).collect();
    let rows = region.general_services.iter();
    rows.filter(move |row| !known.contains(row.id.as_str()))
        .map(|row| Point {
            id: row.id.to_string(),
            at: row.at,
            file: "general_services.csv",
            line: row.line,
        })
}

/// Sites and candidates where they stand.
fn sites(region: &Region) -> Vec<(SiteRef, Point)> {
    let sites = region.sites.iter();
    let sites = sites.map(|row| (SiteRef::Site(row.id.clone()), "sites.csv", row.line));
    let candidates = region.candidates.iter().map(|row| {
        let site = SiteRef::Candidate(row.id.clone());
        (site, "candidates.csv", row.line)
    });
    sites
        .chain(candidates)
        .filter_map(|(site, file, line)| {
            let (id, at) = (site.id().to_owned(), region.position(&site)?);
            Some((site, Point { id, at, file, line }))
        })
        .collect()
}

/// The ways of one mode, to be found or taken from what was kept.
struct Job<'a> {
    mode: &'a Mode,
    files: &'a RoadFiles,
    extract: &'a str,
    on_foot: &'a OnFoot,
    from: &'a [Point],
    to: &'a [Point],
    how: &'a Reckoning,
}

impl Job<'_> {
    /// The ways: kept ones where nothing on which they depend has changed.
    fn done(
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

/// Tells points that are far from a road, once each: a fault where there is no
/// road at all, so that nobody plans for people whom no road reaches by mistake.
fn far(
    points: &[Point],
    distances: &Distances,
    metres: f64,
    noted: &mut BTreeSet<(&'static str, u32)>,
    filled: &mut Filled,
) {
    for (at, standing) in distances.far(metres) {
        let point = &points[at];
        if !noted.insert((point.file, point.line)) {
            continue;
        }
        let at = At::file(point.file).line(point.line).column("lat");
        let fault = off_road(at, point.at, standing);
        match standing.metres {
            Some(_) => filled.notes.push(fault),
            None => filled.faults.push(fault),
        }
    }
}

/// What is said of a point that is far from a road or has none.
pub fn off_road(at: At<'_>, point: LatLon, standing: Standing) -> Fault {
    let kind = match standing {
        Standing { swapped: true, .. } => "swapped",
        Standing {
            metres: Some(_), ..
        } => "far-from-road",
        _ => "no-road",
    };
    let metres = standing.metres.map_or(REACH_METRES, f64::from).round();
    Fault::new(kind, at)
        .with("lat", point.lat.to_string())
        .with("lon", point.lon.to_string())
        .with("metres", metres)
}

/// Tells places from which there is no way to any site; those are the first
/// destinations.
fn reaches_nothing(from: &[Point], ways: &Ways, sites: usize, profiles: &str, filled: &mut Filled) {
    let rows = ways.cells.chunks(ways.width.max(1));
    for (point, _) in from
        .iter()
        .zip(rows)
        .filter(|(_, row)| sites > 0 && row.iter().take(sites).all(Option::is_none))
    {
        let at = At::file(point.file).line(point.line);
        filled.notes.push(
            Fault::new("reaches-nothing", at)
                .with("value", point.id.as_str())
                .with("profile", profiles),
        );
    }
}

fn travel_rows<'a>(
    from: &'a [Point],
    to: &'a [Point],
    ways: &'a Ways,
    profile: &'a str,
) -> impl Iterator<Item = TravelRow> + 'a {
    let pairs = (0..from.len()).flat_map(|i| (0..to.len()).map(move |j| (i, j)));
    pairs.map(move |(i, j)| {
        let way = ways.way(i, j);
        TravelRow {
            from: from[i].id.clone(),
            to: to[j].id.clone(),
            seconds: way.seconds,
            metres: way.metres,
            profile: profile.to_owned(),
            line: 0,
        }
    })
}
