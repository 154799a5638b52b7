//! The package's rows, found by id, and what follows from them at once.

use crate::people::{self, Point};
use crate::travel::Travel;
use domain::plan::Measure;
use domain::*;
use std::collections::{BTreeMap, HashMap};

/// The package as the verifier reads it.
pub struct Facts<'r> {
    /// The rows.
    pub region: &'r Region,
    /// Who needs what, counted by itself.
    pub needs: BTreeMap<Point<'r>, u32>,
    /// How far it is.
    pub travel: Travel<'r>,
    /// The year of the state: of its needs, offers and what is open.
    pub state_year: i32,
    /// The demand scenario of the state.
    pub demand_scenario: &'r str,
    territories: HashMap<&'r str, &'r Territory>,
    places: HashMap<&'r str, &'r Place>,
    services: HashMap<&'r str, &'r Service>,
    sites: HashMap<&'r str, &'r Site>,
    candidates: HashMap<&'r str, &'r Candidate>,
    schemes: HashMap<&'r str, &'r Scheme>,
}

impl<'r> Facts<'r> {
    /// Reads a region in a year under a demand scenario.
    pub fn new(region: &'r Region, state_year: i32, demand_scenario: &'r str) -> Self {
        let mut facts = Self {
            region,
            needs: BTreeMap::new(),
            travel: Travel::new(region),
            state_year,
            demand_scenario,
            territories: by_id(&region.territories, |row| row.id.as_str()),
            places: by_id(&region.places, |row| row.id.as_str()),
            services: by_id(&region.services, |row| row.id.as_str()),
            sites: by_id(&region.sites, |row| row.id.as_str()),
            candidates: by_id(&region.candidates, |row| row.id.as_str()),
            schemes: by_id(&region.schemes, |row| row.id.as_str()),
        };
        facts.needs = people::count(&facts);
        facts
    }

    /// The plan year.
    pub fn year(&self) -> i32 {
        self.region.scenario.year
    }

    /// The place with an id.
    pub fn place(&self, id: &str) -> Option<&'r Place> {
        self.places.get(id).copied()
    }

    /// The service with an id.
    pub fn service(&self, id: &str) -> Option<&'r Service> {
        self.services.get(id).copied()
    }

    /// The existing site with an id.
    pub fn site(&self, id: &str) -> Option<&'r Site> {
        self.sites.get(id).copied()
    }

    /// The candidate with an id.
    pub fn candidate(&self, id: &str) -> Option<&'r Candidate> {
        self.candidates.get(id).copied()
    }

    /// The scheme with an id.
    pub fn scheme(&self, id: &str) -> Option<&'r Scheme> {
        self.schemes.get(id).copied()
    }

    /// A territory and those around it, from the inside outwards.
    pub fn around(&self, id: &'r TerritoryId) -> impl Iterator<Item = &'r TerritoryId> {
        let parent = |id: &&'r TerritoryId| self.territories.get(id.as_str())?.parent.as_ref();
        // A checked package has no cycles; the bound guards the walk all the same.
        std::iter::successors(Some(id), parent).take(self.territories.len() + 1)
    }

    /// The municipality or state city of a territory, else the territory itself.
    pub fn council(&self, id: &'r TerritoryId) -> &'r TerritoryId {
        self.around(id)
            .find(|id| {
                self.territories
                    .get(id.as_str())
                    .is_some_and(|row| is_council(row))
            })
            .unwrap_or(id)
    }

    /// The councils that exist in the plan year.
    pub fn councils(&self) -> impl Iterator<Item = &'r Territory> {
        let year = self.year();
        self.region.territories.iter().filter(move |row| {
            is_council(row)
                && row
                    .valid_from
                    .is_none_or(|from| i32::from(from.year()) <= year)
                && row.valid_to.is_none_or(|to| i32::from(to.year()) >= year)
        })
    }

    /// Whether an offer still runs in the plan year.
    pub fn runs(&self, offer: &Offer) -> bool {
        offer.until_year.is_none_or(|last| self.year() <= last)
    }

    /// Whether an offer still runs in the year of the state.
    pub fn gives(&self, offer: &Offer) -> bool {
        offer.until_year.is_none_or(|last| self.state_year <= last)
    }

    /// Whether a measure is open in the year of the state.
    pub fn is_open(&self, measure: &Measure) -> bool {
        measure.year.is_none_or(|year| year <= self.state_year)
    }

    /// The territory on which a site of either kind stands.
    pub fn host(&self, site: &SiteRef) -> Option<&'r TerritoryId> {
        match site {
            SiteRef::Site(id) => self.site(id.as_str()).map(|row| &row.host),
            SiteRef::Candidate(id) => self.candidate(id.as_str()).map(|row| &row.host),
        }
    }
}

fn is_council(row: &Territory) -> bool {
    matches!(
        row.kind,
        TerritoryKind::StateCity | TerritoryKind::Municipality
    )
}

fn by_id<'r, T>(rows: &'r [T], id: impl Fn(&'r T) -> &'r str) -> HashMap<&'r str, &'r T> {
    rows.iter().map(|row| (id(row), row)).collect()
}
