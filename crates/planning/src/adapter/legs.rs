//! The ways from places to facilities, each looked up once: many demand points
//! stand at one place, and many facilities at one site.

use domain::{Leg, PlaceId, SiteRef, TravelTimes};
use std::collections::HashMap;

/// Travel times as the adapter asks for them.
pub(super) struct Legs<'t, 'r> {
    travel: &'t TravelTimes<'r>,
    /// Every site once.
    sites: Vec<SiteRef>,
    /// Per facility: its row in `sites`.
    site_of: Vec<usize>,
    /// Place → profile → the way to each site.
    known: HashMap<&'r PlaceId, HashMap<&'r str, Vec<Option<Leg>>>>,
}

impl<'t, 'r> Legs<'t, 'r> {
    /// For facilities that stand at these sites.
    pub fn new(travel: &'t TravelTimes<'r>, at: impl Iterator<Item = SiteRef>) -> Self {
        let mut rows: HashMap<SiteRef, usize> = HashMap::new();
        let mut sites = Vec::new();
        let site_of = at
            .map(|site| {
                *rows.entry(site).or_insert_with_key(|site| {
                    sites.push(site.clone());
                    sites.len() - 1
                })
            })
            .collect();
        Self {
            travel,
            sites,
            site_of,
            known: HashMap::new(),
        }
    }

    /// The way from a place to each site, asked for by facility.
    pub fn from(
        &mut self,
        place: &'r PlaceId,
        profile: &'r str,
    ) -> impl Fn(usize) -> Option<Leg> + use<'_, 't, 'r> {
        let Self {
            travel,
            sites,
            site_of,
            known,
        } = self;
        let to = |site| travel.leg(place, site, profile);
        let ways: &[Option<Leg>] = known
            .entry(place)
            .or_default()
            .entry(profile)
            .or_insert_with(|| sites.iter().map(to).collect());
        move |facility| ways[site_of[facility]]
    }
}
