//! The planning choices of a package (`scenario.toml`).

use crate::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The planning choices. Money is in euro, rates are yearly, times one way.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// The plan year: which needs, territories, partners, offers and funds hold.
    pub year: i32,
    /// Which rows of `needs.csv` with a scenario name count.
    #[serde(default)]
    pub demand_scenario: String,
    /// Real yearly discount rate (0.04 = 4 %).
    pub discount_rate: f64,
    /// Years over which building money is annualised.
    pub building_life_years: f64,
    /// Value of an hour of a client's travel.
    pub client_eur_per_hour: f64,
    /// Value of an hour of a family member's travel.
    pub family_eur_per_hour: f64,
    /// Value of an hour of staff's travel.
    pub staff_eur_per_hour: f64,
    /// Cost of a kilometre travelled.
    pub eur_per_km: f64,
    /// Surcharge a person-year for each minute one way beyond the standard.
    pub surcharge_eur_per_minute: f64,
    /// Ceiling on all building money together; `--budget` replaces it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget_eur: Option<f64>,
    /// Pairs of services that may not share a roof.
    #[serde(default)]
    pub apart: Vec<[ServiceId; 2]>,
    /// Services of which all people of a demand point go to one facility.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub single_source: Vec<ServiceId>,
    /// Years in which measures may open, rising; empty: all in the plan year.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phases: Vec<i32>,
    /// Whether people who move into a home travel to day services from there.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub day_travel_from_home: bool,
    /// What the demand may turn out to be; empty: `demand_scenario` for certain.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub demand_scenarios: Vec<DemandScenario>,
    /// Who travels farthest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub equity: Option<Equity>,
    /// Changes against an approved plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub least_change: Option<LeastChange>,
    /// Penalty on large sites.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size_penalty: Option<SizePenalty>,
    /// What must or must not open.
    #[serde(default)]
    pub locks: Vec<Lock>,
    /// Ceilings that replace the row of `funds.csv` with the same payer,
    /// territory and year, or are added.
    #[serde(default)]
    pub funds: Vec<FundOverride>,
    /// How travel times come about where the package has no `travel.csv`.
    #[serde(default)]
    pub travel: TravelFallback,
    /// Thresholds of the rules.
    #[serde(default)]
    pub rules: RuleThresholds,
}

/// A yearly penalty on each place above a size.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SizePenalty {
    /// Services to which it applies.
    pub services: Vec<ServiceId>,
    /// Places at one site that go without penalty.
    pub above_places: u32,
    /// Euro a year for each place above.
    pub eur_per_place_year: f64,
}

/// What a lock demands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LockState {
    /// Must open.
    Open,
    /// Must not open.
    Closed,
}

/// A decision that the engine has to respect.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lock {
    /// The candidate.
    pub candidate: CandidateId,
    /// The service; absent: at least one service opens there, or none at all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceId>,
    /// Exactly this size (with `must = "open"` and a service); absent: any size.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub places: Option<u32>,
    /// What is demanded.
    pub must: LockState,
}

/// A ceiling given in the scenario instead of in `funds.csv`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FundOverride {
    /// `eu`, `state` or a municipality's id.
    pub payer: Payer,
    /// Absent: the whole region.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub territory: Option<TerritoryId>,
    /// Absent: every year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// The most that it pays.
    pub ceiling_eur: f64,
}

/// How travel times come about where the package has no `travel.csv`: on its
/// roads and timetables, else as great-circle distance × `detour` ÷ speed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TravelFallback {
    /// Road distance over great-circle distance.
    #[serde(default = "default_detour")]
    pub detour: f64,
    /// Kilometres an hour by profile.
    #[serde(default = "default_speeds")]
    pub speed_kmh: BTreeMap<String, f64>,
    /// The day of the timetables, `YYYY-MM-DD`; absent: their typical weekday.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// When people set out by public transport, `HH:MM-HH:MM`; absent: [`Self::DEPART`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub depart: Option<String>,
    /// What a service's profile means on roads and timetables: profile of
    /// `services.csv` → a profile of the road network, or `transit`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub profiles: BTreeMap<String, String>,
}

impl TravelFallback {
    /// When people set out by public transport, unless told otherwise.
    pub const DEPART: &str = "07:00-09:00";
}

fn default_detour() -> f64 {
    1.4
}

fn default_speeds() -> BTreeMap<String, f64> {
    BTreeMap::from([("car".to_owned(), 60.0), ("foot".to_owned(), 4.5)])
}

impl Default for TravelFallback {
    fn default() -> Self {
        Self {
            detour: default_detour(),
            speed_kmh: default_speeds(),
            date: None,
            depart: None,
            profiles: BTreeMap::new(),
        }
    }
}

/// Thresholds of the rules (`rules` crate); each has the default of its source.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RuleThresholds {
    /// R03: two sites of a service nearer than this are looked at as duplicates, minutes.
    pub duplicate_within_min: f64,
    /// R03: share of a service's people who should be within its standard.
    pub within_standard_share: f64,
    /// R07: difference from the approved plan's eligible cost that is told, share.
    pub cost_deviation_share: f64,
    /// R09: people in one dwelling.
    pub dwelling_persons: u32,
    /// R09: people in one building.
    pub building_persons: u32,
    /// R10: children in one family-like house.
    pub children_per_house: u32,
    /// R09: services that are group homes.
    pub group_home_services: Vec<ServiceId>,
    /// R10: services that are family-like care of children.
    pub family_like_services: Vec<ServiceId>,
    /// R12: nearer than this to an institution counts as on its grounds, metres.
    pub institution_grounds_m: f64,
    /// R12: services of work and day occupation, which should not share a building with homes.
    pub day_services: Vec<ServiceId>,
    /// R20: services that help families before anybody has to leave home.
    pub prevention_services: Vec<ServiceId>,
    /// R21: minutes within which each kind of general service should be.
    pub general_service_min: f64,
    /// R21: kinds that are looked for.
    pub general_service_kinds: Vec<GeneralServiceKind>,
    /// R22: years after opening for which running money should be named.
    pub sustained_years: u32,
}

impl Default for RuleThresholds {
    fn default() -> Self {
        Self {
            duplicate_within_min: 30.0,
            within_standard_share: 0.8,
            cost_deviation_share: 0.0,
            dwelling_persons: 8,
            building_persons: 16,
            children_per_house: 8,
            group_home_services: Vec::new(),
            family_like_services: Vec::new(),
            institution_grounds_m: 200.0,
            day_services: Vec::new(),
            prevention_services: Vec::new(),
            general_service_min: 30.0,
            general_service_kinds: GeneralServiceKind::ALL.to_vec(),
            sustained_years: 5,
        }
    }
}

impl Region {
    /// The ceilings that hold in the plan year, or in one of the phases: `funds.csv`
    /// with the scenario's overrides, without rows of other years.
    pub fn funds_in_force(&self) -> Vec<Fund> {
        let mut funds = self.funds.clone();
        for change in &self.scenario.funds {
            let fund = Fund {
                payer: change.payer.clone(),
                territory: change.territory.clone(),
                year: change.year,
                ceiling: Cents::from_eur(change.ceiling_eur),
                line: 0,
            };
            let same = |row: &&mut Fund| {
                row.payer == fund.payer && row.territory == fund.territory && row.year == fund.year
            };
            match funds.iter_mut().find(same) {
                Some(row) => *row = fund,
                None => funds.push(fund),
            }
        }
        let scenario = &self.scenario;
        let holds = |year: i32| year == scenario.year || scenario.phases.contains(&year);
        funds.retain(|row| row.year.is_none_or(holds));
        funds
    }
}
