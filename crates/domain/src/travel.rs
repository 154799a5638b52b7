//! Travel times between places and sites, as the package gives them.

use crate::{LatLon, PlaceId, Region, SiteRef};
use std::collections::HashMap;

/// One way from a place to a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Leg {
    /// Seconds one way.
    pub seconds: u32,
    /// Metres one way.
    pub metres: u32,
}

impl Leg {
    /// Minutes one way, not rounded.
    pub fn minutes(self) -> f64 {
        f64::from(self.seconds) / 60.0
    }
}

/// Minutes with two decimals, as `plan.json` writes them.
pub fn minutes_from_seconds(seconds: u32) -> f64 {
    (f64::from(seconds) / 60.0 * 100.0).round() / 100.0
}

/// Great-circle distance in metres on a sphere of radius 6,371,008.8 m (the
/// mean Earth radius of GRS 80), by the haversine formula.
pub fn great_circle_metres(a: LatLon, b: LatLon) -> f64 {
    let (lat_a, lat_b) = (a.lat.to_radians(), b.lat.to_radians());
    let half_lat = ((lat_b - lat_a) / 2.0).sin();
    let half_lon = ((b.lon - a.lon).to_radians() / 2.0).sin();
    let h = half_lat * half_lat + lat_a.cos() * lat_b.cos() * half_lon * half_lon;
    2.0 * 6_371_008.8 * h.sqrt().min(1.0).asin()
}

/// How far every place is from every site, by profile.
///
/// With travel times (those of `travel.csv`, or reckoned on the package's roads
/// and timetables) a leg is the row whose `from` is the place and whose `to` is
/// the site's (or candidate's) id, else the id of the site's place; a row
/// without a profile holds for every profile. Without any it is the
/// great-circle distance times the scenario's detour factor, at the scenario's
/// speed for the profile.
pub struct TravelTimes<'r> {
    region: &'r Region,
    places: HashMap<&'r str, LatLon>,
    /// Sites and candidates, whose ids never collide: coordinates of their own, and the place.
    sites: HashMap<&'r str, (Option<LatLon>, Option<&'r PlaceId>)>,
    /// From → to → profile → leg.
    table: HashMap<&'r str, HashMap<&'r str, HashMap<&'r str, Option<Leg>>>>,
}

impl<'r> TravelTimes<'r> {
    /// Reads the travel times of a region.
    pub fn new(region: &'r Region) -> Self {
        let mut table: HashMap<_, HashMap<_, HashMap<_, _>>> = HashMap::new();
        for row in &region.travel {
            let leg = row.seconds.map(|seconds| Leg {
                seconds,
                metres: row.metres.unwrap_or(0),
            });
            table
                .entry(row.from.as_str())
                .or_default()
                .entry(row.to.as_str())
                .or_default()
                .insert(row.profile.as_str(), leg);
        }
        let places = region.places.iter();
        let sites = region.sites.iter();
        let sites = sites.map(|row| (row.id.as_str(), (row.at, row.place.as_ref())));
        let candidates = region.candidates.iter();
        let candidates = candidates.map(|row| (row.id.as_str(), (row.at, row.place.as_ref())));
        Self {
            region,
            places: places.map(|row| (row.id.as_str(), row.at)).collect(),
            sites: sites.chain(candidates).collect(),
            table,
        }
    }

    /// Whether the legs come from a travel-time matrix rather than from the
    /// great-circle fallback.
    pub fn is_measured(&self) -> bool {
        !self.table.is_empty()
    }

    /// The way from a place to a site for a profile; `None` where there is no
    /// way.
    pub fn leg(&self, from: &PlaceId, to: &SiteRef, profile: &str) -> Option<Leg> {
        if !self.is_measured() {
            let from = *self.places.get(from.as_str())?;
            return self.fallback(from, self.position(to)?, profile);
        }
        self.way(from.as_str(), to, profile)
    }

    /// The way from a site to another: nothing where it is the same, else from the place
    /// at which it stands (from the site itself where it stands at none).
    pub fn leg_from_site(&self, from: &SiteRef, to: &SiteRef, profile: &str) -> Option<Leg> {
        if from == to {
            return Some(Leg {
                seconds: 0,
                metres: 0,
            });
        }
        if !self.is_measured() {
            return self.fallback(self.position(from)?, self.position(to)?, profile);
        }
        let place = self.place_of(from).map(PlaceId::as_str);
        self.way(place.unwrap_or(from.id()), to, profile)
    }

    /// The way from the place or site of an id.
    fn way(&self, from: &str, to: &SiteRef, profile: &str) -> Option<Leg> {
        let ways = self.table.get(from)?;
        let by_profile = |to: &str| {
            let legs = ways.get(to)?;
            legs.get(profile).or_else(|| legs.get(""))
        };
        let place = self.place_of(to);
        *by_profile(to.id()).or_else(|| by_profile(place?.as_str()))?
    }

    /// As [`Region::place_of`].
    fn place_of(&self, site: &SiteRef) -> Option<&'r PlaceId> {
        self.sites.get(site.id())?.1
    }

    /// As [`Region::position`].
    fn position(&self, site: &SiteRef) -> Option<LatLon> {
        let (at, place) = *self.sites.get(site.id())?;
        at.or_else(|| self.places.get(place?.as_str()).copied())
    }

    /// Minutes between two sites for a profile, the shorter of the two
    /// directions: from the place at which one stands (from the site itself where
    /// it stands at none) to the other; between their coordinates where neither
    /// way is known.
    pub fn minutes_between(&self, sites: [&SiteRef; 2], profile: &str) -> Option<f64> {
        let way = |from: &SiteRef, to: &SiteRef| match self.place_of(from) {
            Some(place) => self.leg(place, to, profile),
            None => self.way(from.id(), to, profile),
        };
        let [one, other] = sites;
        let known = [way(one, other), way(other, one)]
            .into_iter()
            .flatten()
            .min_by_key(|leg| leg.seconds);
        let leg =
            known.or_else(|| self.fallback(self.position(one)?, self.position(other)?, profile))?;
        Some(minutes_from_seconds(leg.seconds))
    }

    /// The way between two coordinates by the great-circle fallback.
    pub fn fallback(&self, from: LatLon, to: LatLon, profile: &str) -> Option<Leg> {
        let travel = &self.region.scenario.travel;
        let speed_kmh = *travel.speed_kmh.get(profile)?;
        let metres = great_circle_metres(from, to) * travel.detour;
        Some(Leg {
            seconds: (metres / 1000.0 / speed_kmh * 3600.0).round() as u32,
            metres: metres.round() as u32,
        })
    }
}
