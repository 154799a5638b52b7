//! What the crate answers. Minutes are one way with two decimals, shares,
//! ratios and indices have four.

use crate::{Decay, Fit, General};
use domain::{PlaceId, ServiceId, SiteRef, TargetGroup, TerritoryId};
use serde::{Deserialize, Serialize};

/// Who reaches what in a region.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reach {
    /// Whether travel times come from the package rather than from the
    /// great-circle fallback.
    pub measured: bool,
    /// Every service of the catalogue, in package order.
    pub services: Vec<ServiceReach>,
    /// Who reaches which general service.
    pub general: General,
}

/// Who reaches one service.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceReach {
    /// The service.
    pub service: ServiceId,
    /// Everybody who needs it.
    pub all: Access,
    /// How they share the free capacity, by the methods beside E2SFCA.
    pub sharing: Sharing,
    /// What they reach, whoever else does.
    pub opportunities: Opportunities,
    /// The decay of the gravity measure.
    pub decay: GravityDecay,
    /// How evenly the E2SFCA ratio is spread over the municipalities.
    pub equity: Equity,
    /// The same by target group, sorted by id.
    pub target_groups: Vec<TargetGroupReach>,
    /// The same by municipality of residence, in package order.
    pub municipalities: Vec<MunicipalityReach>,
    /// The same by place of residence, in package order.
    pub places: Vec<PlaceReach>,
    /// The sites that give it: offers, then measures.
    pub sites: Vec<SiteReach>,
    /// Pairs of sites of which one would do.
    pub duplicates: Vec<Duplicate>,
    /// Places where somebody needs it and no site lies within the limit.
    pub places_without: Vec<PlaceId>,
}

/// How some people reach a service.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Access {
    /// People who need it.
    pub persons: u32,
    /// Minutes to the nearest site, free or full, of those who have a way to one.
    pub nearest: Option<Nearest>,
    /// Share of the people whose nearest site lies within the standard; 0 where
    /// nobody needs it.
    pub within_standard: f64,
    /// Share of the people whose nearest site lies within the limit.
    pub within_limit: f64,
    /// Free capacity for each unit of need by E2SFCA, mean over the people.
    pub ratio: f64,
}

/// How people share what is free of a service: of a place, or the mean over the
/// people in need.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sharing {
    /// Free capacity for each unit of need by 2SFCA.
    pub two_step: f64,
    /// The same by M2SFCA: what distance takes away is gone.
    pub modified_two_step: f64,
    /// The same by 3SFCA: people choose among the sites that they reach.
    pub three_step: f64,
    /// Level of service by BFCA; it adds up over places, not over people.
    pub balanced: f64,
    /// Share of the need that is met when the nearest are served first until
    /// every site is full.
    pub covered: f64,
}

/// What people reach, whoever else does: of a place, or the mean over people.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opportunities {
    /// Minutes to the second nearest site, free or full, of those who have a
    /// way to two.
    pub second_nearest: Option<f64>,
    /// Free capacity within the limit (general services: how many).
    pub cumulative: f64,
    /// The same, averaged over every minute from the standard to the limit.
    pub cumulative_interval: f64,
    /// The same by gravity, with the decay that is told.
    pub gravity: f64,
}

/// The decay of a gravity measure, and where it comes from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GravityDecay {
    /// The decay.
    pub decay: Decay,
    /// The trips to which it is fitted.
    pub trips: Trips,
    /// The fit; absent where the trips are too few, and a site at the standard
    /// counts half.
    pub fit: Option<Fit>,
}

/// Whose trips a decay is fitted to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trips {
    /// Of those whom the plan gives the service, to where they get it.
    Plan,
    /// Of everybody, to the nearest site.
    Nearest,
}

/// How evenly access is spread over the people of the municipalities.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Equity {
    /// Municipalities that have any of the people.
    pub municipalities: usize,
    /// Access where it is lowest; absent where there are no people.
    pub lowest: Option<f64>,
    /// Access where it is highest.
    pub highest: Option<f64>,
    /// The Gini index: 0 where all have the same.
    pub gini: Option<f64>,
    /// The Palma ratio: the tenth with the best access over the 40 % with the worst.
    pub palma: Option<f64>,
    /// The concentration index by `ranked_by`.
    pub concentration: Option<f64>,
    /// The Theil index: 0 where all have the same.
    pub theil: Option<f64>,
    /// What ranks the municipalities for the concentration index, low to high.
    pub ranked_by: Rank,
}

/// What ranks municipalities.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rank {
    /// People in need for each resident: positive where access follows need.
    NeedPerResident,
    /// Residents: positive where access is concentrated in large municipalities.
    Residents,
}

/// Minutes one way to the nearest site, weighted by people.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nearest {
    /// At least half of the people are this near.
    pub median: f64,
    /// Mean.
    pub mean: f64,
    /// The farthest.
    pub worst: f64,
}

/// How a target group reaches a service.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TargetGroupReach {
    /// The target group.
    pub target_group: TargetGroup,
    /// How it reaches the service.
    pub access: Access,
}

/// How the residents of a municipality reach a service.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MunicipalityReach {
    /// The municipality.
    pub territory: TerritoryId,
    /// How its residents reach the service.
    pub access: Access,
}

/// How the residents of a place reach a service.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlaceReach {
    /// The place.
    pub place: PlaceId,
    /// People who need the service.
    pub persons: u32,
    /// The nearest site; absent where there is no way to any.
    pub nearest: Option<SiteRef>,
    /// Minutes to it.
    pub minutes: Option<f64>,
    /// Free capacity for each unit of need by E2SFCA.
    pub ratio: f64,
    /// How its residents share the free capacity.
    pub sharing: Sharing,
    /// What they reach, whoever else does.
    pub opportunities: Opportunities,
}

/// A site that gives a service.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SiteReach {
    /// The site.
    pub site: SiteRef,
    /// What is free: people (mobile: hours a week).
    pub free: f64,
    /// Need within the limit, weighted by nearness, in the same unit.
    pub weighted_need: f64,
    /// `free / weighted_need`; absent where nobody in need is within the limit.
    pub ratio: Option<f64>,
}

/// Two sites of a service near one another, when the larger could serve all.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Duplicate {
    /// The two sites.
    pub sites: [SiteRef; 2],
    /// Minutes between them.
    pub minutes: f64,
    /// Taken at both, and needed by people within the limit of either: people
    /// (mobile: hours a week).
    pub need: f64,
    /// What the larger could serve, free or taken, in the same unit.
    pub larger: f64,
}
