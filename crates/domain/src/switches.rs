//! Switches of the planning model that most packages leave out (`scenario.toml`).

use crate::plan::Opening;
use crate::{Scenario, Service, ServiceId};
use serde::{Deserialize, Serialize};

/// Who travels farthest: a cap on the way, and a price on the ways of the worst off.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Equity {
    /// Minutes one way that nobody exceeds, however far the service's own limit is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap_min: Option<f64>,
    /// Services to which the cap applies; empty: all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<ServiceId>,
    /// Share of needs (one person, one service) that counts as the worst off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub worst_share: Option<f64>,
    /// EUR a year for each minute one way of the worst off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub eur_per_minute: Option<f64>,
}

impl Equity {
    /// The share of the worst off and the price of their minutes, where both are given.
    pub fn worst(&self) -> Option<(f64, f64)> {
        self.worst_share.zip(self.eur_per_minute)
    }
}

/// What the demand may turn out to be.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemandScenario {
    /// The `scenario` of its rows of `needs.csv`; rows without one count in each.
    pub name: String,
    /// How likely it is; all together 1.
    pub probability: f64,
}

/// As few changes as possible against a plan that is approved.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeastChange {
    /// The approved plan: the name of a `plan.json` in the package's folder.
    pub plan: String,
    /// EUR a year for each change; absent: the fewest changes, and of such plans the cheapest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub eur_per_change: Option<f64>,
    /// What the approved plan opens, read from its file.
    #[serde(skip)]
    pub approved: Vec<Opening>,
}

impl Scenario {
    /// Whether the fewest changes against an approved plan come before all costs: a change
    /// then has a price that stands for no money.
    pub fn wants_fewest_changes(&self) -> bool {
        let change = self.least_change.as_ref();
        change.is_some_and(|change| change.eur_per_change.is_none())
    }

    /// Minutes one way beyond which nobody gets a service: its limit, or the cap
    /// of [`Equity`] where that is less.
    pub fn limit_min(&self, service: &Service) -> f64 {
        let capped =
            |equity: &&Equity| equity.services.is_empty() || equity.services.contains(&service.id);
        let cap = self.equity.as_ref().filter(capped);
        let cap = cap.and_then(|equity| equity.cap_min);
        cap.map_or(service.limit_min, |cap| cap.min(service.limit_min))
    }
}
