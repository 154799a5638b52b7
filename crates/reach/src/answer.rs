//! What the crate answers. Minutes are one way with two decimals, shares and
//! ratios have four.

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
}

/// Who reaches one service.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceReach {
    /// The service.
    pub service: ServiceId,
    /// Everybody who needs it.
    pub all: Access,
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
