//! Who reaches health care, schools, work, transport, culture and leisure.
//!
//! General services have a position and no capacity, so that they are counted,
//! not shared; whom they are for are the residents of the places.

use crate::measures::{gravity_decay, opportunities};
use crate::municipal::{by_municipality, equity};
use crate::nearest::{nearest, share_within};
use crate::*;
use domain::{
    GeneralService, GeneralServiceKind, Place, PlaceId, TerritoryId, minutes_from_seconds,
};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

/// Minutes within which general services should be: no table gives a standard
/// for them, so that this is an assumption, told with every answer.
pub const GENERAL_STANDARD_MIN: f64 = 30.0;
/// Minutes within which they count as reachable at all; as
/// [`GENERAL_STANDARD_MIN`], an assumption.
pub const GENERAL_LIMIT_MIN: f64 = 60.0;

/// Who reaches which general service.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct General {
    /// How people travel: `car` where its travel times are known, else as to the
    /// first service that has a profile with known ones.
    pub profile: String,
    /// Whether the ways to all general services are rows of the travel-time
    /// matrix; if not, the others come from great-circle distances.
    pub measured: bool,
    /// [`GENERAL_STANDARD_MIN`].
    pub standard_min: f64,
    /// [`GENERAL_LIMIT_MIN`].
    pub limit_min: f64,
    /// Places whose residents are unknown, and who are not counted.
    pub places_unknown: u32,
    /// Every kind; none where the package has no general service.
    pub kinds: Vec<GeneralReach>,
}

/// Who reaches the general services of one kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GeneralReach {
    /// The kind.
    pub kind: GeneralServiceKind,
    /// How many there are.
    pub services: usize,
    /// All residents.
    pub all: ResidentAccess,
    /// What residents reach: how many services.
    pub opportunities: Opportunities,
    /// The decay of the gravity measure.
    pub decay: GravityDecay,
    /// How evenly the number within the limit is spread over municipalities.
    pub equity: Equity,
    /// The same by municipality, in package order.
    pub municipalities: Vec<GeneralMunicipality>,
    /// The same by place, in package order.
    pub places: Vec<GeneralPlace>,
}

/// How residents reach the nearest general service of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResidentAccess {
    /// How many they are.
    pub residents: u32,
    /// Minutes to the nearest, of those who have a way to one.
    pub nearest: Option<Nearest>,
    /// Share of the residents with one within the standard.
    pub within_standard: f64,
    /// Share of the residents with one within the limit.
    pub within_limit: f64,
}

/// How the residents of a municipality reach general services of a kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GeneralMunicipality {
    /// The municipality.
    pub territory: TerritoryId,
    /// How its residents reach the nearest.
    pub access: ResidentAccess,
    /// How many lie within the limit, mean over residents.
    pub reachable: f64,
}

/// How the residents of a place reach general services of a kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GeneralPlace {
    /// The place.
    pub place: PlaceId,
    /// Minutes to the nearest.
    pub minutes: Option<f64>,
    /// What its residents reach.
    pub opportunities: Opportunities,
}

pub(crate) fn of_general(region: &Region, travel: &TravelTimes) -> General {
    let profile = profile(region);
    let ways = Ways::new(region, travel, &profile);
    let inhabited = |place: &&Place| place.population.is_some();
    let places: Vec<&Place> = region.places.iter().filter(inhabited).collect();
    let of_kind = |kind: &GeneralServiceKind| {
        let services = region.general_services.iter();
        let services: Vec<_> = services.filter(|row| row.kind == *kind).collect();
        of_kind(region, &ways, *kind, &places, &services)
    };
    let kinds = if region.general_services.is_empty() {
        Vec::new()
    } else {
        GeneralServiceKind::ALL.iter().map(of_kind).collect()
    };
    let measured = |row: &GeneralService| ways.known.contains(row.id.as_str());
    General {
        measured: !kinds.is_empty() && region.general_services.iter().all(measured),
        standard_min: GENERAL_STANDARD_MIN,
        limit_min: GENERAL_LIMIT_MIN,
        places_unknown: (region.places.len() - places.len()) as u32,
        kinds,
        profile,
    }
}

fn of_kind(
    region: &Region,
    ways: &Ways,
    kind: GeneralServiceKind,
    places: &[&Place],
    services: &[&GeneralService],
) -> GeneralReach {
    let seconds = Seconds::new(places.len(), services.len(), |place, service| {
        ways.seconds(places[place], services[service])
    });
    let first = kth_nearest(&seconds, 1);
    let residents = |place: usize| places[place].population.unwrap_or(0);
    let persons: Vec<f64> = (0..places.len())
        .map(|at| f64::from(residents(at)))
        .collect();
    let to_nearest: Vec<(f64, f64)> = persons
        .iter()
        .zip(&first)
        .filter_map(|(persons, way)| Some((*persons, f64::from((*way)?) / 60.0)))
        .collect();
    let decay = gravity_decay(&[], &to_nearest, GENERAL_STANDARD_MIN);
    let one_each = vec![1.0; services.len()];
    let limits = (GENERAL_STANDARD_MIN, GENERAL_LIMIT_MIN);
    let reached = opportunities(&one_each, &seconds, limits, &decay.decay);
    let homes: Vec<&TerritoryId> = places
        .iter()
        .map(|place| region.municipality_of(&place.territory))
        .collect();
    let access = |is_in: &dyn Fn(&TerritoryId) -> bool| {
        let of: Vec<usize> = (0..places.len()).filter(|at| is_in(homes[*at])).collect();
        let all: u32 = of.iter().map(|at| residents(*at)).sum();
        let ways: Vec<_> = of
            .iter()
            .filter_map(|at| Some((residents(*at), first[*at]?)))
            .collect();
        ResidentAccess {
            residents: all,
            within_standard: share_within(&ways, all, GENERAL_STANDARD_MIN),
            within_limit: share_within(&ways, all, GENERAL_LIMIT_MIN),
            nearest: nearest(ways),
        }
    };
    let rows: Vec<_> = (0..places.len())
        .map(|at| (homes[at], persons[at], reached[at].cumulative))
        .collect();
    let municipal = by_municipality(region, &rows);
    GeneralReach {
        kind,
        services: services.len(),
        all: access(&|_| true),
        opportunities: Opportunities::mean(&reached, &persons).rounded(),
        equity: equity(region, &municipal, Rank::Residents),
        municipalities: municipal
            .iter()
            .map(|row| GeneralMunicipality {
                territory: row.territory.clone(),
                access: access(&|home| *home == row.territory),
                reachable: round::four_decimals(row.access),
            })
            .collect(),
        places: (0..places.len())
            .map(|at| GeneralPlace {
                place: places[at].id.clone(),
                minutes: first[at].map(minutes_from_seconds),
                opportunities: reached[at].rounded(),
            })
            .collect(),
        decay,
    }
}

/// How people travel to general services: see [`General::profile`].
fn profile(region: &Region) -> String {
    let in_matrix = |profile: &str| {
        let of = |row: &domain::TravelRow| row.profile.is_empty() || row.profile == profile;
        region.travel.iter().any(of)
    };
    let is_known = |profile: &&str| {
        region.scenario.travel.speed_kmh.contains_key(*profile) || in_matrix(profile)
    };
    let of_services = region.services.iter().map(|row| row.profile.as_str());
    let mut known = std::iter::once("car").chain(of_services).filter(is_known);
    known.next().unwrap_or("car").to_owned()
}

/// Ways to general services: rows of `travel.csv` to their ids where there are
/// any, else great-circle distances.
struct Ways<'r> {
    travel: &'r TravelTimes<'r>,
    profile: &'r str,
    /// General services to which the matrix has rows.
    known: HashSet<&'r str>,
    /// From → to → seconds.
    seconds: HashMap<(&'r str, &'r str), Option<u32>>,
}

impl<'r> Ways<'r> {
    fn new(region: &'r Region, travel: &'r TravelTimes<'r>, profile: &'r str) -> Self {
        let ids: HashSet<&str> = region
            .general_services
            .iter()
            .map(|row| row.id.as_str())
            .collect();
        let (mut known, mut seconds) = (HashSet::new(), HashMap::new());
        // A row for the profile takes the place of one for every profile.
        for of_profile in ["", profile] {
            let rows = region.travel.iter().filter(|row| row.profile == of_profile);
            for row in rows.filter(|row| ids.contains(row.to.as_str())) {
                known.insert(row.to.as_str());
                seconds.insert((row.from.as_str(), row.to.as_str()), row.seconds);
            }
        }
        Self {
            travel,
            profile,
            known,
            seconds,
        }
    }

    fn seconds(&self, place: &Place, service: &GeneralService) -> Option<u32> {
        if self.known.contains(service.id.as_str()) {
            let way = self.seconds.get(&(place.id.as_str(), service.id.as_str()));
            return way.copied().flatten();
        }
        Some(
            self.travel
                .fallback(place.at, service.at, self.profile)?
                .seconds,
        )
    }
}
