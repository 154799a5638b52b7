//! Demand added up.

use domain::{DemandPoint, Region, ServiceId, TargetGroup, TerritoryId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// People of one municipality and target group who need one service.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SummaryRow {
    /// The service.
    pub service: ServiceId,
    /// Who they are.
    pub target_group: TargetGroup,
    /// Where they live (for those who move: will live).
    pub municipality: TerritoryId,
    /// How many they are.
    pub persons: u32,
    /// Hours a week of all of them together, for a mobile service.
    pub hours_per_week: Option<f64>,
}

/// Adds demand up by service, target group and municipality, in the order of
/// `services.csv`, then by target group, then in the order of `territories.csv`.
pub fn summary(region: &Region, points: &[DemandPoint]) -> Vec<SummaryRow> {
    let mut sums: BTreeMap<_, (u32, Option<f64>)> = BTreeMap::new();
    for point in points {
        let service = region
            .services
            .iter()
            .position(|row| row.id == point.service);
        let municipality = region
            .place(&point.place)
            .map(|place| region.municipality_of(&place.territory));
        let territory =
            municipality.and_then(|id| region.territories.iter().position(|row| row.id == *id));
        let (Some(service), Some(territory)) = (service, territory) else {
            continue;
        };
        let (persons, hours) = sums
            .entry((service, point.target_group.clone(), territory))
            .or_default();
        *persons += point.persons;
        if let Some(each) = point.hours_per_week {
            *hours = Some(hours.unwrap_or(0.0) + each * f64::from(point.persons));
        }
    }
    sums.into_iter()
        .map(
            |((service, target_group, territory), (persons, hours_per_week))| SummaryRow {
                service: region.services[service].id.clone(),
                target_group,
                municipality: region.territories[territory].id.clone(),
                persons,
                hours_per_week,
            },
        )
        .collect()
}
