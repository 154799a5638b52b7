//! Demand points from `needs.csv` and `moves.csv`.

use crate::largest_remainder;
use domain::{DemandPoint, Message, Need, NeedArea, Place, Region, TargetGroup, TerritoryId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};

/// What people of a region need, and what the reader has to know of it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Demand {
    /// In the order of `places.csv`, then by target group, then in the order
    /// of `services.csv`, then by weekly hours.
    pub points: Vec<DemandPoint>,
    /// Needs spread over places; rows that do not count.
    pub notes: Vec<Message>,
}

/// Counts the needs and moves of the plan year and demand scenario.
///
/// A need given by territory is spread over its places by population with
/// [`largest_remainder`]. Nothing is left out in silence: see
/// [`Demand::notes`].
pub fn demand(region: &Region) -> Demand {
    let scenario = &region.scenario;
    in_state(region, scenario.year, &scenario.demand_scenario)
}

/// Counts the needs and moves of a year under a demand scenario: [`demand`] does
/// so for the plan year and the scenario's `demand_scenario`.
pub fn in_state<'r>(region: &'r Region, year: i32, demand_scenario: &'r str) -> Demand {
    let mut counter = Counter::new(region, year, demand_scenario);
    for need in &region.needs {
        counter.add_need(need);
    }
    for row in &region.moves {
        if let Some(other) = row.year.filter(|&of| of != year) {
            counter.leave_out_year(other, LeftOut::MovesOfYear(other), row.persons);
            continue;
        }
        for service in &row.services {
            let place = counter.place_at.get(row.destination.as_str()).copied();
            counter.add(
                place,
                &row.target_group,
                service.as_str(),
                None,
                row.persons,
            );
        }
    }
    counter.finish()
}

/// Why rows do not count; the order is that of the notes.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum LeftOut {
    NeedsOfYear(i32),
    NeedsOfScenario(String),
    NeedsWithoutPlace(String),
    MovesOfYear(i32),
}

/// Place, target group, service and hours; hours as bits, which rise with
/// non-negative numbers.
type Key = (usize, TargetGroup, usize, Option<u64>);

#[derive(Default)]
struct Tally {
    rows: u32,
    persons: u32,
}

impl Tally {
    fn add(&mut self, persons: u32) {
        self.rows += 1;
        self.persons += persons;
    }
}

struct Counter<'r> {
    region: &'r Region,
    year: i32,
    demand_scenario: &'r str,
    place_at: HashMap<&'r str, usize>,
    service_at: HashMap<&'r str, usize>,
    points: BTreeMap<Key, u32>,
    spread: Tally,
    left_out: BTreeMap<LeftOut, Tally>,
}

impl<'r> Counter<'r> {
    fn new(region: &'r Region, year: i32, demand_scenario: &'r str) -> Self {
        let places = region.places.iter().enumerate();
        let services = region.services.iter().enumerate();
        Self {
            region,
            year,
            demand_scenario,
            place_at: places.map(|(at, row)| (row.id.as_str(), at)).collect(),
            service_at: services.map(|(at, row)| (row.id.as_str(), at)).collect(),
            points: BTreeMap::new(),
            spread: Tally::default(),
            left_out: BTreeMap::new(),
        }
    }

    fn add_need(&mut self, need: &Need) {
        if let Some(other) = need.year.filter(|&of| of != self.year) {
            return self.leave_out_year(other, LeftOut::NeedsOfYear(other), need.persons);
        }
        if !need.scenario.is_empty() && need.scenario != self.demand_scenario {
            let listed = &self.region.scenario.demand_scenarios;
            if !listed.iter().any(|row| row.name == need.scenario) {
                let why = LeftOut::NeedsOfScenario(need.scenario.clone());
                self.leave_out(why, need.persons);
            }
            return;
        }
        match &need.area {
            NeedArea::Place(place) => {
                let place = self.place_at.get(place.as_str()).copied();
                self.add_need_at(place, need, need.persons);
            }
            NeedArea::Territory(territory) => self.spread(need, territory),
        }
    }

    fn spread(&mut self, need: &Need, territory: &TerritoryId) {
        let within =
            |(_, place): &(usize, &Place)| self.region.is_within(&place.territory, territory);
        let (places, weights): (Vec<usize>, Vec<u32>) = self
            .region
            .places
            .iter()
            .enumerate()
            .filter(within)
            .map(|(at, place)| (at, place.population.unwrap_or(0)))
            .unzip();
        let Some(shares) = largest_remainder(need.persons, &weights) else {
            return self.leave_out(
                LeftOut::NeedsWithoutPlace(territory.to_string()),
                need.persons,
            );
        };
        self.spread.add(need.persons);
        for (place, persons) in places.into_iter().zip(shares) {
            self.add_need_at(Some(place), need, persons);
        }
    }

    fn add_need_at(&mut self, place: Option<usize>, need: &Need, persons: u32) {
        self.add(
            place,
            &need.target_group,
            need.service.as_str(),
            need.hours_per_week,
            persons,
        );
    }

    fn add(
        &mut self,
        place: Option<usize>,
        target_group: &TargetGroup,
        service: &str,
        hours: Option<f64>,
        persons: u32,
    ) {
        let service = self.service_at.get(service).copied();
        // A checked package refers to places and services that it has.
        let (Some(place), Some(service)) = (place, service) else {
            return;
        };
        if persons > 0 {
            let key = (
                place,
                target_group.clone(),
                service,
                hours.map(f64::to_bits),
            );
            *self.points.entry(key).or_default() += persons;
        }
    }

    /// Rows of a year of which another state tells are not left out.
    fn leave_out_year(&mut self, year: i32, why: LeftOut, persons: u32) {
        if !self.region.scenario.phases.contains(&year) {
            self.leave_out(why, persons);
        }
    }

    fn leave_out(&mut self, why: LeftOut, persons: u32) {
        self.left_out.entry(why).or_default().add(persons);
    }

    fn finish(self) -> Demand {
        let region = self.region;
        let point = |((place, target_group, service, hours), persons): (Key, u32)| DemandPoint {
            place: region.places[place].id.clone(),
            target_group,
            service: region.services[service].id.clone(),
            hours_per_week: hours.map(f64::from_bits),
            persons,
        };
        let mut notes = Vec::new();
        if self.spread.rows > 0 {
            notes.push(counted("demand-spread", &self.spread));
        }
        notes.extend(self.left_out.iter().map(|(why, tally)| match why {
            LeftOut::NeedsOfYear(year) => {
                counted("demand-needs-of-year", tally).with("year", year.to_string())
            }
            LeftOut::NeedsOfScenario(name) => {
                counted("demand-needs-of-scenario", tally).with("scenario", name.as_str())
            }
            LeftOut::NeedsWithoutPlace(territory) => {
                counted("demand-needs-without-place", tally).with("territory", territory.as_str())
            }
            LeftOut::MovesOfYear(year) => {
                counted("demand-moves-of-year", tally).with("year", year.to_string())
            }
        }));
        Demand {
            points: self.points.into_iter().map(point).collect(),
            notes,
        }
    }
}

fn counted(key: &str, tally: &Tally) -> Message {
    Message::new(key)
        .with("rows", tally.rows)
        .with("persons", tally.persons)
}
