//! The ways to facilities, each looked up once: many demand points stand at one
//! place, and many facilities at one site.

use domain::{Leg, PlaceId, SiteRef, TravelTimes};
use std::collections::HashMap;
use std::rc::Rc;

/// Travel times as the adapter asks for them.
pub(super) struct Legs<'t, 'r> {
    travel: &'t TravelTimes<'r>,
    /// Every site once.
    sites: Vec<SiteRef>,
    /// Per facility: its row in `sites`, where it stands anywhere.
    site_of: Vec<Option<usize>>,
    /// Whence → profile → the way to each site.
    known: HashMap<Whence, HashMap<&'r str, Ways>>,
}

/// The way to each site.
type Ways = Rc<[Option<Leg>]>;

/// From where people set out.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Whence {
    /// Where they live.
    Place(PlaceId),
    /// The home into which they move.
    Home(SiteRef),
}

impl<'t, 'r> Legs<'t, 'r> {
    /// For facilities that stand at these sites.
    pub fn new(travel: &'t TravelTimes<'r>, at: impl Iterator<Item = Option<SiteRef>>) -> Self {
        let mut rows: HashMap<SiteRef, usize> = HashMap::new();
        let mut sites = Vec::new();
        let mut row = |site| {
            *rows.entry(site).or_insert_with_key(|site| {
                sites.push(site.clone());
                sites.len() - 1
            })
        };
        let site_of = at.map(|site| site.map(&mut row)).collect();
        Self {
            travel,
            sites,
            site_of,
            known: HashMap::new(),
        }
    }

    /// The way to each facility.
    pub fn from(
        &mut self,
        whence: Whence,
        profile: &'r str,
    ) -> impl Fn(usize) -> Option<Leg> + use<'_, 't, 'r> {
        let (travel, sites, site_of) = (self.travel, &self.sites, &self.site_of);
        let from = whence.clone();
        let to = |site| match &from {
            Whence::Place(place) => travel.leg(place, site, profile),
            Whence::Home(home) => travel.leg_from_site(home, site, profile),
        };
        let by_profile = self.known.entry(whence).or_default();
        let ways = by_profile.entry(profile);
        let ways = ways.or_insert_with(|| sites.iter().map(to).collect());
        let ways = Rc::clone(ways);
        move |facility| ways[site_of[facility]?]
    }
}
