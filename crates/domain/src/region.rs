//! A checked region package.

use crate::*;
use serde::{Deserialize, Serialize};

/// The head of a package (`region.toml`).
#[derive(Debug, Clone, PartialEq)]
pub struct RegionInfo {
    /// A short id, used in file names.
    pub id: String,
    /// The Latvian name.
    pub name_lv: String,
    /// The English name.
    pub name_en: String,
    /// ISO 4217 code; only `EUR` is built.
    pub currency: String,
    /// First and last year of the plan.
    pub plan_years: (i32, i32),
    /// South, west, north, east in degrees: no coordinate may lie outside.
    pub extent: Option<[f64; 4]>,
    /// Where each table comes from: table name → source.
    pub sources: Vec<(String, String)>,
    /// Figures without a source, listed as assumptions in the plan.
    pub assumptions: Vec<Assumption>,
    /// Sentences about the region for the plan's first chapter (economy and
    /// whatever no table holds): Latvian and English.
    pub about: Vec<LocalText>,
    /// What a reader has to know of the data before anything else (an example,
    /// invented, derived): printed on the plan's title page.
    pub notice: Option<LocalText>,
}

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct LocalText {
    /// Latvian.
    pub lv: String,
    /// English.
    pub en: String,
}

impl LocalText {
    /// The text in a language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Lv => &self.lv,
            Lang::En => &self.en,
        }
    }
}

/// A figure that nobody has published, which the planner has to stand for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Assumption {
    /// `services.<column>` (for all services) or `scenario.<key>`; the plan
    /// says which sites stay when the figure is halved and doubled.
    pub figure: String,
    /// Why the figure was chosen.
    pub reason: LocalText,
}

impl Assumption {
    /// The figures that may be assumptions: the engine can halve and double them.
    pub const FIGURES: &[&str] = &[
        "services.visits_per_year",
        "services.standard_min",
        "services.limit_min",
        "services.persons_per_place",
        "services.hours_per_worker_week",
        "services.visit_hours",
        "services.capital_eur_per_place",
        "services.site_eur_per_year",
        "services.place_eur_per_year",
        "services.staff_per_place",
        "services.min_occupancy",
        "services.max_per_site",
        "services.unmet_eur",
        "scenario.discount_rate",
        "scenario.building_life_years",
        "scenario.client_eur_per_hour",
        "scenario.family_eur_per_hour",
        "scenario.staff_eur_per_hour",
        "scenario.eur_per_km",
        "scenario.surcharge_eur_per_minute",
        "scenario.budget_eur",
        "scenario.size_penalty.eur_per_place_year",
        "scenario.travel.detour",
    ];
}

/// A row of a table of the package, as a person would look it up.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RowRef {
    /// The file's name.
    pub file: String,
    /// The line in the file, counted from 1 with the header; 0 for the file.
    pub line: u32,
}

/// A site of either kind: one that exists or one that may be built.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SiteRef {
    /// A row of `sites.csv`.
    Site(SiteId),
    /// A row of `candidates.csv`.
    Candidate(CandidateId),
}

impl SiteRef {
    /// The id as text; ids of sites and candidates never collide.
    pub fn id(&self) -> &str {
        match self {
            Self::Site(id) => id.as_str(),
            Self::Candidate(id) => id.as_str(),
        }
    }
}

/// A region package that has no fault: what every other crate works on.
///
/// Rows stand in the order of their files.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)] // each field is the table of that name
pub struct Region {
    pub info: RegionInfo,
    pub scenario: Scenario,
    pub territories: Vec<Territory>,
    pub partners: Vec<Partner>,
    pub wishes: Vec<Wish>,
    pub places: Vec<Place>,
    pub population: Vec<Population>,
    pub services: Vec<Service>,
    pub needs: Vec<Need>,
    pub bundles: Vec<Bundle>,
    pub moves: Vec<Move>,
    pub institutions: Vec<Institution>,
    pub sites: Vec<Site>,
    pub offers: Vec<Offer>,
    pub candidates: Vec<Candidate>,
    pub schemes: Vec<Scheme>,
    pub funds: Vec<Fund>,
    pub obstacles: Vec<Obstacle>,
    pub general_services: Vec<GeneralService>,
    pub boundaries: Vec<Boundary>,
    pub travel: Vec<TravelRow>,
    /// SHA-256 over the package's files: which data a plan was made from.
    pub fingerprint: String,
}

impl Region {
    /// The territory with an id.
    pub fn territory(&self, id: &TerritoryId) -> Option<&Territory> {
        self.territories.iter().find(|row| row.id == *id)
    }

    /// The place with an id.
    pub fn place(&self, id: &PlaceId) -> Option<&Place> {
        self.places.iter().find(|row| row.id == *id)
    }

    /// The service with an id.
    pub fn service(&self, id: &ServiceId) -> Option<&Service> {
        self.services.iter().find(|row| row.id == *id)
    }

    /// The existing site with an id.
    pub fn site(&self, id: &SiteId) -> Option<&Site> {
        self.sites.iter().find(|row| row.id == *id)
    }

    /// The candidate with an id.
    pub fn candidate(&self, id: &CandidateId) -> Option<&Candidate> {
        self.candidates.iter().find(|row| row.id == *id)
    }

    /// The scheme with an id.
    pub fn scheme(&self, id: &SchemeId) -> Option<&Scheme> {
        self.schemes.iter().find(|row| row.id == *id)
    }

    /// The municipality (or state city) that a territory is or lies in; the
    /// territory itself where it has none above it.
    pub fn municipality_of<'a>(&'a self, id: &'a TerritoryId) -> &'a TerritoryId {
        let mut current = id;
        // A checked package has no cycles; the bound guards the loop all the same.
        for _ in 0..self.territories.len() {
            match self.territory(current) {
                Some(row) if row.kind.is_municipal() => return current,
                Some(Territory {
                    parent: Some(parent),
                    ..
                }) => current = parent,
                _ => break,
            }
        }
        id
    }

    /// Whether `inner` is `outer` or lies within it.
    pub fn is_within(&self, inner: &TerritoryId, outer: &TerritoryId) -> bool {
        let mut current = Some(inner);
        for _ in 0..=self.territories.len() {
            match current {
                Some(id) if id == outer => return true,
                Some(id) => current = self.territory(id).and_then(|row| row.parent.as_ref()),
                None => return false,
            }
        }
        false
    }

    /// The municipalities that are valid in the plan year, in file order.
    pub fn municipalities(&self) -> impl Iterator<Item = &Territory> {
        let year = self.scenario.year;
        self.territories
            .iter()
            .filter(move |row| row.kind.is_municipal() && row.is_valid_in(year))
    }

    /// Whether a territory's municipality is a partner in the plan year: its
    /// status is `agreement`, dated no later than that year.
    pub fn is_partner(&self, territory: &TerritoryId) -> bool {
        let municipality = self.municipality_of(territory);
        self.partners.iter().any(|row| {
            row.territory == *municipality
                && row.status == PartnerStatus::Agreement
                && row
                    .date
                    .is_none_or(|date| i32::from(date.year()) <= self.scenario.year)
        })
    }

    /// Whether the municipality of a territory refuses to have or own a service.
    pub fn refuses(&self, territory: &TerritoryId, service: &ServiceId) -> bool {
        let municipality = self.municipality_of(territory);
        self.wishes.iter().any(|row| {
            row.territory == *municipality
                && row.service == *service
                && row.stance == Stance::Refuses
        })
    }

    /// The place at which a site stands, where it is given by one.
    pub fn place_of(&self, site: &SiteRef) -> Option<&PlaceId> {
        match site {
            SiteRef::Site(id) => self.site(id)?.place.as_ref(),
            SiteRef::Candidate(id) => self.candidate(id)?.place.as_ref(),
        }
    }

    /// The coordinates of a site: its own, else its place's.
    pub fn position(&self, site: &SiteRef) -> Option<LatLon> {
        let (at, place) = match site {
            SiteRef::Site(id) => self.site(id).map(|row| (row.at, row.place.as_ref()))?,
            SiteRef::Candidate(id) => self.candidate(id).map(|row| (row.at, row.place.as_ref()))?,
        };
        at.or_else(|| Some(self.place(place?)?.at))
    }

    /// The name of a site of either kind.
    pub fn site_name<'a>(&'a self, site: &'a SiteRef) -> &'a str {
        let name = match site {
            SiteRef::Site(id) => self.site(id).map(|row| row.name.as_str()),
            SiteRef::Candidate(id) => self.candidate(id).map(|row| row.name.as_str()),
        };
        name.unwrap_or(site.id())
    }
}
