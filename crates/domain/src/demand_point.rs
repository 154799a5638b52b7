//! Needs counted by place × target group × service.

use crate::{PlaceId, ServiceId, TargetGroup};
use serde::{Deserialize, Serialize};

/// People of one place and target group who need one service, whole persons.
/// The `demand` crate makes them from needs and moves.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DemandPoint {
    /// Where they live (will live, for those who move).
    pub place: PlaceId,
    /// Who they are.
    pub target_group: TargetGroup,
    /// What they need.
    pub service: ServiceId,
    /// Mobile: hours a person and week; people with other hours are another point.
    pub hours_per_week: Option<f64>,
    /// How many they are, at least 1.
    pub persons: u32,
}
