//! How far it is from a place to a site.

use crate::facts::Facts;
use domain::{LatLon, PlaceId, Region, SiteRef};
use std::collections::HashMap;

/// One way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Way {
    /// Seconds.
    pub seconds: u32,
    /// Metres.
    pub metres: u32,
}

impl Way {
    /// Minutes, not rounded.
    pub fn minutes(self) -> f64 {
        f64::from(self.seconds) / 60.0
    }
}

/// The rows of `travel.csv`: (from, to, profile) → the way, if there is one.
pub struct Travel<'r>(HashMap<(&'r str, &'r str, &'r str), Option<Way>>);

impl<'r> Travel<'r> {
    /// Reads the rows.
    pub fn new(region: &'r Region) -> Self {
        let rows = region.travel.iter().map(|row| {
            let way = row.seconds.map(|seconds| Way {
                seconds,
                metres: row.metres.unwrap_or(0),
            });
            (
                (row.from.as_str(), row.to.as_str(), row.profile.as_str()),
                way,
            )
        });
        Self(rows.collect())
    }

    /// The way from a place to a site for a service's profile.
    pub fn way(&self, facts: &Facts, from: &str, to: &SiteRef, profile: &str) -> Option<Way> {
        if self.0.is_empty() {
            let to = coordinates(facts, to)?;
            return beeline(facts, facts.place(from)?.at, to, profile);
        }
        self.row(facts, from, to, profile)
    }

    /// The way from a home to a site: none within one site, else from the home's place.
    pub fn way_from_home(
        &self,
        facts: &Facts,
        home: &SiteRef,
        to: &SiteRef,
        profile: &str,
    ) -> Option<Way> {
        if home == to {
            let (seconds, metres) = (0, 0);
            return Some(Way { seconds, metres });
        }
        if self.0.is_empty() {
            let (from, to) = (coordinates(facts, home)?, coordinates(facts, to)?);
            return beeline(facts, from, to, profile);
        }
        let (_, place) = position(facts, home)?;
        let from = place.map_or(home.id(), PlaceId::as_str);
        self.row(facts, from, to, profile)
    }

    fn row(&self, facts: &Facts, from: &str, to: &SiteRef, profile: &str) -> Option<Way> {
        let (_, place) = position(facts, to)?;
        let row = |to, profile| self.0.get(&(from, to, profile));
        let mut found = row(to.id(), profile).or_else(|| row(to.id(), ""));
        if let Some(place) = place {
            found = found
                .or_else(|| row(place.as_str(), profile))
                .or_else(|| row(place.as_str(), ""));
        }
        *found?
    }
}

fn coordinates(facts: &Facts, site: &SiteRef) -> Option<LatLon> {
    let (own, place) = position(facts, site)?;
    let place = place.and_then(|id| facts.place(id.as_str()));
    own.or(place.map(|row| row.at))
}

fn position<'r>(
    facts: &Facts<'r>,
    site: &SiteRef,
) -> Option<(Option<LatLon>, Option<&'r PlaceId>)> {
    match site {
        SiteRef::Site(id) => facts
            .site(id.as_str())
            .map(|row| (row.at, row.place.as_ref())),
        SiteRef::Candidate(id) => facts
            .candidate(id.as_str())
            .map(|row| (row.at, row.place.as_ref())),
    }
}

/// Great-circle distance (haversine on a sphere of radius 6,371,008.8 m) ×
/// detour ÷ speed.
fn beeline(facts: &Facts, a: LatLon, b: LatLon, profile: &str) -> Option<Way> {
    let fallback = &facts.region.scenario.travel;
    let kmh = fallback.speed_kmh.get(profile)?;
    let (north, east) = ((b.lat - a.lat).to_radians(), (b.lon - a.lon).to_radians());
    let parallels = a.lat.to_radians().cos() * b.lat.to_radians().cos();
    let h = (north / 2.0).sin().powi(2) + parallels * (east / 2.0).sin().powi(2);
    let metres = 2.0 * 6_371_008.8 * h.sqrt().min(1.0).asin() * fallback.detour;
    Some(Way {
        seconds: (metres / 1000.0 / kmh * 3600.0).round() as u32,
        metres: metres.round() as u32,
    })
}
