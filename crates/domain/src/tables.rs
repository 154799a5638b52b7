//! The rows of a region package's tables, one type per table. Every row knows
//! its `line` in the file, so that findings can name it, and its `source`.

use crate::*;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;

/// WGS 84 coordinates in degrees.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct LatLon {
    /// Latitude, north positive.
    pub lat: f64,
    /// Longitude, east positive.
    pub lon: f64,
}

macro_rules! code {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$variant_doc])* #[serde(rename = $text)] $variant),+
        }

        impl $name {
            /// Every value, in the order of the documentation.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The word that the package's tables use.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text),+
                }
            }

            /// The value of a table's word.
            pub fn parse(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.as_str() == text)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

code! {
    /// What a territory is.
    TerritoryKind {
        /// A planning region.
        Region = "region",
        /// A city of republican significance (a state city since 2021).
        StateCity = "state_city",
        /// A municipality (novads).
        Municipality = "municipality",
        /// A parish (pagasts).
        Parish = "parish",
        /// A town within a municipality.
        Town = "town",
    }
}

impl TerritoryKind {
    /// Whether the territory has a council of its own.
    pub fn is_municipal(self) -> bool {
        matches!(self, Self::StateCity | Self::Municipality)
    }
}

/// A row of `territories.csv`.
#[derive(Debug, Clone, PartialEq)]
pub struct Territory {
    /// ATVK code.
    pub id: TerritoryId,
    /// Latvian name.
    pub name_lv: String,
    /// English name.
    pub name_en: String,
    /// What it is.
    pub kind: TerritoryKind,
    /// The territory in which it lies.
    pub parent: Option<TerritoryId>,
    /// First day on which it exists.
    pub valid_from: Option<Date>,
    /// Last day on which it exists.
    pub valid_to: Option<Date>,
    /// Who takes over its duties.
    pub successors: Vec<TerritoryId>,
    /// Line in the file.
    pub line: u32,
}

impl Territory {
    /// Whether it exists on at least one day of a year.
    pub fn is_valid_in(&self, year: i32) -> bool {
        self.valid_from
            .is_none_or(|from| i32::from(from.year()) <= year)
            && self.valid_to.is_none_or(|to| i32::from(to.year()) >= year)
    }

    /// The name in a language.
    pub fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::Lv => &self.name_lv,
            Lang::En => &self.name_en,
        }
    }
}

code! {
    /// How far a municipality has joined.
    PartnerStatus {
        /// It has not answered.
        None = "none",
        /// Protocol of intent.
        Intent = "intent",
        /// Cooperation agreement: only these may own EU-funded sites.
        Agreement = "agreement",
        /// It has declined.
        Refused = "refused",
    }
}

/// A row of `partners.csv`.
#[derive(Debug, Clone, PartialEq)]
pub struct Partner {
    /// The municipality.
    pub territory: TerritoryId,
    /// How far it has joined.
    pub status: PartnerStatus,
    /// Since when.
    pub date: Option<Date>,
    /// Source.
    pub source: String,
    /// Line in the file.
    pub line: u32,
}

code! {
    /// What a municipality says of a service on its territory.
    Stance {
        /// It asks for the service.
        Wants = "wants",
        /// It would have it.
        Accepts = "accepts",
        /// It will neither own nor host it.
        Refuses = "refuses",
    }
}

/// A row of `wishes.csv`.
#[derive(Debug, Clone, PartialEq)]
pub struct Wish {
    /// The municipality.
    pub territory: TerritoryId,
    /// The service.
    pub service: ServiceId,
    /// What it says.
    pub stance: Stance,
    /// Its own building money offered for the service.
    pub own_money: Option<Cents>,
    /// Its words.
    pub note: String,
    /// Source.
    pub source: String,
    /// Line in the file.
    pub line: u32,
}

/// A row of `places.csv`.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Id.
    pub id: PlaceId,
    /// Name.
    pub name: String,
    /// The territory in which it lies (the smallest that is given).
    pub territory: TerritoryId,
    /// Coordinates.
    pub at: LatLon,
    /// Residents.
    pub population: Option<u32>,
    /// Source.
    pub source: String,
    /// Line in the file.
    pub line: u32,
}

/// A row of `population.csv`.
#[derive(Debug, Clone, PartialEq)]
pub struct Population {
    /// The territory.
    pub territory: TerritoryId,
    /// Year (1 January).
    pub year: i32,
    /// Sex; empty for both.
    pub sex: String,
    /// First age, inclusive.
    pub age_from: Option<u32>,
    /// Last age, inclusive.
    pub age_to: Option<u32>,
    /// Whom the row counts; absent: all residents. A row with a target group
    /// says nothing of the residents.
    pub target_group: Option<TargetGroup>,
    /// How many they are.
    pub persons: u32,
    /// Source.
    pub source: String,
    /// Line in the file.
    pub line: u32,
}

impl Population {
    /// The latest year of rows of one territory and target group, and how many
    /// people they count then. Of that year the rows for both sexes count where
    /// there are any, and of these the rows for every age where there are any.
    pub fn latest<'r>(rows: impl Iterator<Item = &'r Self> + Clone) -> Option<(i32, u32)> {
        let year = rows.clone().map(|row| row.year).max()?;
        let mut rows: Vec<&Self> = rows.filter(|row| row.year == year).collect();
        let both_sexes = |row: &&Self| row.sex.is_empty();
        if rows.iter().any(both_sexes) {
            rows.retain(both_sexes);
        }
        let every_age = |row: &&Self| row.age_from.unwrap_or(0) == 0 && row.age_to.is_none();
        if rows.iter().any(every_age) {
            rows.retain(every_age);
        }
        Some((year, rows.iter().map(|row| row.persons).sum()))
    }
}

code! {
    /// Where a service is given.
    Delivery {
        /// The client comes to a centre.
        Centre = "centre",
        /// The client lives there; family visits.
        Residential = "residential",
        /// Staff travel to the client's home.
        Mobile = "mobile",
    }
}

/// A row of `services.csv`.
#[derive(Debug, Clone, PartialEq)]
pub struct Service {
    /// Id.
    pub id: ServiceId,
    /// Latvian name.
    pub name_lv: String,
    /// English name.
    pub name_en: String,
    /// Who may receive it.
    pub target_groups: Vec<TargetGroup>,
    /// Where it is given.
    pub delivery: Delivery,
    /// How people get there: a profile of `travel.csv`, else of the scenario's speeds.
    pub profile: String,
    /// Round trips a person and year (centre: the client's; residential: the
    /// family's). For a mobile service the visits follow from
    /// `hours_per_week / visit_hours`, and this is absent.
    pub visits_per_year: Option<f64>,
    /// Minutes one way that count as near; beyond them minutes are surcharged.
    pub standard_min: f64,
    /// Minutes one way beyond which nobody is served.
    pub limit_min: f64,
    /// Sizes in which it may open: places, for mobile workers; rising.
    pub sizes: Vec<u32>,
    /// People whom one place serves (a day-centre place may be shared).
    pub persons_per_place: f64,
    /// Mobile: paid hours a worker and week.
    pub hours_per_worker_week: Option<f64>,
    /// Mobile: hours of one visit.
    pub visit_hours: Option<f64>,
    /// Building money a place.
    pub capital_per_place: Cents,
    /// Running cost a site and year.
    pub site_per_year: Cents,
    /// Running cost a used place (mobile: fully used worker) and year.
    pub place_per_year: Cents,
    /// Staff posts a place (mobile: a worker).
    pub staff_per_place: f64,
    /// Least share of what is newly opened that must be used, 0 to 1.
    pub min_occupancy: f64,
    /// Most places at one site, existing ones included.
    pub max_per_site: Option<u32>,
    /// What a person-year without the service costs society.
    pub unmet: Cents,
    /// Source.
    pub source: String,
    /// Line in the file.
    pub line: u32,
}

impl Service {
    /// The name in a language.
    pub fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::Lv => &self.name_lv,
            Lang::En => &self.name_en,
        }
    }

    /// Whether staff travel to the client.
    pub fn is_mobile(&self) -> bool {
        self.delivery == Delivery::Mobile
    }

    /// People whom so many places serve; mobile services have workers instead.
    pub fn persons_of(&self, places: u32) -> u32 {
        // Products such as 20 × 1.15 lie a hair below the whole number that they mean.
        const SLACK: f64 = 1e-9;
        (f64::from(places) * self.persons_per_place + SLACK).floor() as u32
    }
}

/// Who or where a need is given for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NeedArea {
    /// The people live at this place.
    Place(PlaceId),
    /// The people live somewhere in this territory; they are spread over its
    /// places by population.
    Territory(TerritoryId),
}

/// A row of `needs.csv`: people not served today.
#[derive(Debug, Clone, PartialEq)]
pub struct Need {
    /// Where they live.
    pub area: NeedArea,
    /// Who they are.
    pub target_group: TargetGroup,
    /// What they need.
    pub service: ServiceId,
    /// How many they are.
    pub persons: u32,
    /// Mobile: hours a person and week.
    pub hours_per_week: Option<f64>,
    /// The year for which it holds; absent: every year.
    pub year: Option<i32>,
    /// The demand scenario to which it belongs; empty: every one.
    pub scenario: String,
    /// Source.
    pub source: String,
    /// Line in the file.
    pub line: u32,
}

/// A row of `bundles.csv`: people who need several services together. They are
/// among those of `needs.csv`, not in addition.
#[derive(Debug, Clone, PartialEq)]
pub struct Bundle {
    /// Where they live.
    pub place: PlaceId,
    /// Who they are.
    pub target_group: TargetGroup,
    /// What each of them needs.
    pub services: Vec<ServiceId>,
    /// How many they are.
    pub persons: u32,
    /// Source.
    pub source: String,
    /// Line in the file.
    pub line: u32,
}

/// A row of `moves.csv`: people who leave an institution, in addition to
/// `needs.csv`.
#[derive(Debug, Clone, PartialEq)]
pub struct Move {
    /// Where they live now.
    pub institution: InstitutionId,
    /// Where they choose to live.
    pub destination: PlaceId,
    /// Who they are.
    pub target_group: TargetGroup,
    /// What each of them needs there.
    pub services: Vec<ServiceId>,
    /// How many they are.
    pub persons: u32,
    /// The year of the move; absent: the plan year.
    pub year: Option<i32>,
    /// Line in the file.
    pub line: u32,
}

code! {
    /// What is to become of an institution.
    InstitutionPlan {
        /// It stays.
        Stays = "stays",
        /// It is reorganised.
        Reorganised = "reorganised",
        /// It closes.
        Closes = "closes",
    }
}

/// A row of `institutions.csv`.
#[derive(Debug, Clone, PartialEq)]
pub struct Institution {
    /// Id.
    pub id: InstitutionId,
    /// Name.
    pub name: String,
    /// What it is (`VSAC`, `BSAC` …).
    pub kind: String,
    /// Coordinates.
    pub at: LatLon,
    /// Residents.
    pub residents: Option<u32>,
    /// Admissions a year.
    pub admissions_per_year: Option<u32>,
    /// People waiting.
    pub waiting: Option<u32>,
    /// What is to become of it.
    pub planned: Option<InstitutionPlan>,
    /// Source.
    pub source: String,
    /// Line in the file.
    pub line: u32,
}

/// A row of `sites.csv`: a site that exists.
#[derive(Debug, Clone, PartialEq)]
pub struct Site {
    /// Id.
    pub id: SiteId,
    /// Name.
    pub name: String,
    /// The place at which it stands.
    pub place: Option<PlaceId>,
    /// Its own coordinates, where they are better known than the place's.
    pub at: Option<LatLon>,
    /// The territory on which it stands.
    pub host: TerritoryId,
    /// The territory that owns it.
    pub owner: TerritoryId,
    /// Whether people with impaired movement can use it; absent: unknown.
    pub accessible: Option<bool>,
    /// Source.
    pub source: String,
    /// Line in the file.
    pub line: u32,
}

/// A row of `offers.csv`: a service given at an existing site.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// The site.
    pub site: SiteId,
    /// The service.
    pub service: ServiceId,
    /// Places (mobile: workers).
    pub places: u32,
    /// Places already taken.
    pub places_taken: u32,
    /// Who pays its running: `eu`, `state` or a municipality.
    pub payer: Payer,
    /// The programme that funds it (free text; empty: own budget).
    pub funded_by: String,
    /// Last year in which it is given; absent: without end.
    pub until_year: Option<i32>,
    /// Source.
    pub source: String,
    /// Line in the file.
    pub line: u32,
}

/// A row of `candidates.csv`: where something may be built or improved.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// Id.
    pub id: CandidateId,
    /// Name.
    pub name: String,
    /// The place at which it stands.
    pub place: Option<PlaceId>,
    /// Its own coordinates, where they are better known than the place's.
    pub at: Option<LatLon>,
    /// The territory on which it stands.
    pub host: TerritoryId,
    /// The territory that would own it.
    pub owner: TerritoryId,
    /// The existing site that it enlarges.
    pub expands: Option<SiteId>,
    /// Services that may open there; empty: any.
    pub services: Vec<ServiceId>,
    /// Building money once for the site, whatever opens.
    pub site_capital: Cents,
    /// Factor on the services' building money a place.
    pub capital_factor: f64,
    /// Most new places over all services (workers do not count).
    pub max_places: Option<u32>,
    /// Marks such as `institution_grounds`.
    pub flags: Vec<CandidateFlag>,
    /// Source.
    pub source: String,
    /// Line in the file.
    pub line: u32,
}

code! {
    /// A mark on a candidate.
    CandidateFlag {
        /// It stands on the grounds of an institution (rule R12).
        InstitutionGrounds = "institution_grounds",
        /// It adds or renovates places of an institution (rule R13).
        InstitutionPlaces = "institution_places",
        /// Works are needed for the residents' safety, and the reason is on record (rule R13).
        EmergencySafety = "emergency_safety",
        /// The building holds one dwelling only (rule R09).
        SingleDwelling = "single_dwelling",
        /// People with impaired movement cannot use it (rule R21).
        NotAccessible = "not_accessible",
    }
}

/// A row of `schemes.csv`: how a measure's building and running may be paid.
#[derive(Debug, Clone, PartialEq)]
pub struct Scheme {
    /// Id.
    pub id: SchemeId,
    /// Services that it pays; empty: any.
    pub services: Vec<ServiceId>,
    /// Whether only partners' sites may be paid by it.
    pub partners_only: bool,
    /// Eligible share of the building money, 0 to 1; the rest is the owner's.
    pub eligible_share: f64,
    /// The EU's share of the eligible part.
    pub eu: f64,
    /// The state's share of the eligible part.
    pub state: f64,
    /// The municipality's share of the eligible part; what the three leave is the owner's too.
    pub municipality: f64,
    /// Until this year running cost is shared in the same way; afterwards, or
    /// where absent, it is the owner's.
    pub running_until_year: Option<i32>,
    /// Line in the file.
    pub line: u32,
}

/// Who pays.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Payer {
    /// The EU's funds (`eu`).
    Eu,
    /// The state (`state`).
    State,
    /// A municipality, by its id.
    Municipality(TerritoryId),
}

impl Payer {
    /// The word of the tables: `eu`, `state` or the municipality's id.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Eu => "eu",
            Self::State => "state",
            Self::Municipality(id) => id.as_str(),
        }
    }

    /// The payer of a table's word; a word that is neither `eu` nor `state` is
    /// taken for a municipality's id.
    pub fn parse(text: &str) -> Self {
        match text {
            "eu" => Self::Eu,
            "state" => Self::State,
            id => Self::Municipality(id.into()),
        }
    }
}

impl Serialize for Payer {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Payer {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self::parse(&String::deserialize(deserializer)?))
    }
}

/// A row of `funds.csv`: a ceiling on building money.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Fund {
    /// Who pays.
    pub payer: Payer,
    /// For sites whose owner lies in this territory; absent: the whole region.
    pub territory: Option<TerritoryId>,
    /// In this year; absent: in all.
    pub year: Option<i32>,
    /// The most that it pays.
    pub ceiling: Cents,
    /// Line in the file; 0 when it comes from the scenario.
    pub line: u32,
}

code! {
    /// A kind of general (mainstream) service.
    GeneralServiceKind {
        /// Health care.
        Health = "health",
        /// Education.
        Education = "education",
        /// Employment.
        Employment = "employment",
        /// Transport.
        Transport = "transport",
        /// Culture.
        Culture = "culture",
        /// Leisure.
        Leisure = "leisure",
    }
}

code! {
    /// How much an obstacle hinders.
    Severity {
        /// A nuisance.
        Low = "low",
        /// Some people stay away.
        Medium = "medium",
        /// Most people cannot use the service.
        High = "high",
    }
}

/// What an obstacle stands before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ObstacleTo {
    /// A service of the catalogue.
    Service(ServiceId),
    /// A kind of general service.
    General(GeneralServiceKind),
}

/// A row of `obstacles.csv`.
#[derive(Debug, Clone, PartialEq)]
pub struct Obstacle {
    /// Where.
    pub territory: TerritoryId,
    /// For whom; absent: for all.
    pub target_group: Option<TargetGroup>,
    /// Before what.
    pub to: ObstacleTo,
    /// What it is, in both languages.
    pub text: LocalText,
    /// How much it hinders.
    pub severity: Severity,
    /// Source.
    pub source: String,
    /// Line in the file.
    pub line: u32,
}

/// A row of `general_services.csv`.
#[derive(Debug, Clone, PartialEq)]
pub struct GeneralService {
    /// Id.
    pub id: GeneralServiceId,
    /// Its kind.
    pub kind: GeneralServiceKind,
    /// Name.
    pub name: String,
    /// Coordinates.
    pub at: LatLon,
    /// Source.
    pub source: String,
    /// Line in the file.
    pub line: u32,
}

/// The outline of a territory (`boundaries.geojson`), for maps only.
#[derive(Debug, Clone, PartialEq)]
pub struct Boundary {
    /// The territory.
    pub id: TerritoryId,
    /// Polygons as rings of coordinates; the first ring of each is the outer one.
    pub polygons: Vec<Vec<Vec<LatLon>>>,
}

/// A row of `travel.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TravelRow {
    /// A place's id.
    pub from: String,
    /// A site's, candidate's or place's id.
    pub to: String,
    /// Seconds one way; absent: there is no way.
    pub seconds: Option<u32>,
    /// Metres one way.
    pub metres: Option<u32>,
    /// The profile; empty: every one.
    pub profile: String,
    /// Line in the file.
    pub line: u32,
}
