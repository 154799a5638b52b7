//! Who needs what: needs and moves, spread over places in whole persons.

use crate::facts::Facts;
use domain::{NeedArea, Place};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A demand point: the people of one place and group who need one service,
/// with the same weekly hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Point<'a> {
    /// Place.
    pub place: &'a str,
    /// Target group.
    pub group: &'a str,
    /// Service.
    pub service: &'a str,
    /// Bits of the weekly hours: they are compared, never computed with.
    pub hours: Option<u64>,
}

impl<'a> Point<'a> {
    /// The point of a row.
    pub fn new(place: &'a str, group: &'a str, service: &'a str, hours: Option<f64>) -> Self {
        Self {
            place,
            group,
            service,
            hours: hours.map(f64::to_bits),
        }
    }

    /// The weekly hours.
    pub fn hours_per_week(self) -> Option<f64> {
        self.hours.map(f64::from_bits)
    }

    /// As a fault names it.
    pub fn label(self) -> String {
        let hours = self
            .hours_per_week()
            .map_or(String::new(), |hours| format!(" ({hours} h)"));
        format!("{} {} {}{hours}", self.place, self.group, self.service)
    }
}

/// Counts the people of every demand point.
pub fn count<'r>(facts: &Facts<'r>) -> BTreeMap<Point<'r>, u32> {
    let region = facts.region;
    let year = facts.state_year;
    let mut points = BTreeMap::new();
    let mut add = |point, persons: u32| {
        if persons > 0 {
            *points.entry(point).or_default() += persons;
        }
    };
    for need in &region.needs {
        let other_scenario = !need.scenario.is_empty() && need.scenario != facts.demand_scenario;
        if need.year.is_some_and(|row| row != year) || other_scenario {
            continue;
        }
        let point = |place| {
            Point::new(
                place,
                need.target_group.as_str(),
                need.service.as_str(),
                need.hours_per_week,
            )
        };
        match &need.area {
            NeedArea::Place(place) => add(point(place.as_str()), need.persons),
            NeedArea::Territory(territory) => {
                let places: Vec<&Place> = region
                    .places
                    .iter()
                    .filter(|place| facts.around(&place.territory).any(|id| id == territory))
                    .collect();
                for (place, persons) in places.iter().zip(spread(need.persons, &places)) {
                    add(point(place.id.as_str()), persons);
                }
            }
        }
    }
    for row in &region.moves {
        if row.year.is_none_or(|moved| moved == year) {
            for service in &row.services {
                let (place, group) = (row.destination.as_str(), row.target_group.as_str());
                add(
                    Point::new(place, group, service.as_str(), None),
                    row.persons,
                );
            }
        }
    }
    points
}

/// Largest remainder by population, in whole numbers throughout.
fn spread(persons: u32, places: &[&Place]) -> Vec<u32> {
    let weight = |place: &Place| u64::from(place.population.unwrap_or(0));
    let total: u64 = places.iter().map(|place| weight(place)).sum();
    if total == 0 {
        return vec![0; places.len()];
    }
    let quota = |place: &Place| u64::from(persons) * weight(place);
    let mut given: Vec<u32> = places
        .iter()
        .map(|place| u32::try_from(quota(place) / total).unwrap_or(persons))
        .collect();
    let left = persons.saturating_sub(given.iter().sum());
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_by_key(|&at| (Reverse(quota(places[at]) % total), at));
    for at in order.into_iter().take(left as usize) {
        given[at] += 1;
    }
    given
}
