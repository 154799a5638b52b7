//! Who needs what, and where they may go.

use super::bundled::{self, Bundled};
use super::legs::{Legs, Whence};
use super::{FacilityOf, Point, Problem, Way, admission, price, weighted};
use domain::{Cents, DemandPoint, Leg, ServiceId, SiteRef, TravelTimes};
use siting::instance::{Arc, Demand, FacilityKind, Onward};
use std::collections::BTreeMap;

/// Per point of people who need a home: from where they travel to their day service, and
/// the point of it where they stay at home.
pub(super) type Homes = BTreeMap<usize, (ServiceId, usize)>;

impl Problem<'_> {
    /// The points of all states; those who travel from a home follow with its arcs.
    pub(super) fn add_points(&mut self) -> Homes {
        let region = self.region;
        let mut homes = Homes::new();
        for (at, state) in self.states.clone().into_iter().enumerate() {
            let mut points = match at == self.main {
                true => self.given.to_vec(),
                false => demand::in_state(region, state.year, &state.demand_scenario).points,
            };
            let bundled = match region.scenario.day_travel_from_home {
                true => bundled::take(region, state.year, &mut points),
                false => Vec::new(),
            };
            let first = self.points.len();
            self.points.extend(points.into_iter().map(|of| Point {
                of,
                state: at,
                home: None,
            }));
            for row in &bundled {
                self.add_bundled(row, first, at, &mut homes);
            }
        }
        self.add_staying_home(&homes);
        homes
    }

    fn add_bundled(&mut self, row: &Bundled, first: usize, state: usize, homes: &mut Homes) {
        let is_day = |point: &Point| {
            let of = &point.of;
            of.place == row.place && of.target_group == row.group && of.service == row.day
        };
        let Some(day) = self.points[first..].iter().position(is_day) else {
            return;
        };
        homes.insert(self.points.len(), (row.day.clone(), first + day));
        self.points.push(Point {
            of: DemandPoint {
                place: row.place.clone(),
                target_group: row.group.clone(),
                service: row.home.clone(),
                hours_per_week: None,
                persons: row.persons,
            },
            state,
            home: None,
        });
    }

    /// Whoever finds no home stays where they live, and goes to the day service from there.
    fn add_staying_home(&mut self, homes: &Homes) {
        let row = |id: &ServiceId| self.region.services.iter().position(|row| row.id == *id);
        let pairs: Vec<(usize, usize)> = homes
            .iter()
            .filter_map(|(&at, (day, _))| Some((row(&self.points[at].of.service)?, row(day)?)))
            .collect();
        let mut residential: Vec<usize> = pairs.iter().map(|&(home, _)| home).collect();
        residential.sort_unstable();
        residential.dedup();
        for (home, day) in pairs {
            let (one, other) = (self.together[home], self.together[day]);
            for least in &mut self.together {
                if *least == one || *least == other {
                    *least = one.min(other);
                }
            }
        }
        for service in residential {
            let people = |state| {
                let of_state = homes.keys().map(|&at| &self.points[at]);
                let of_state = of_state.filter(|point| point.state == state);
                of_state.map(|point| i64::from(point.of.persons)).sum()
            };
            let capacity = (0..self.states.len()).map(people).collect();
            let kind = FacilityKind::Existing { capacity };
            self.add_facility(FacilityOf::StayingHome, service, vec![0], kind);
        }
    }

    pub(super) fn add_demand(&mut self, travel: &TravelTimes<'_>, homes: &Homes) {
        let region = self.region;
        let sites: Vec<Option<SiteRef>> =
            (0..self.facilities.len()).map(|at| self.site(at)).collect();
        let mut legs = Legs::new(travel, sites.iter().cloned());
        // By service, so that a demand point looks at its own alone.
        let mut offering = vec![Vec::new(); region.services.len()];
        for (facility, &service) in self.services.iter().enumerate() {
            offering[service].push(facility);
        }
        let mut demand = 0;
        // Points of those who travel from a home come in as the homes are found.
        while demand < self.points.len() {
            let point = &self.points[demand];
            let services = &region.services;
            let service = services.iter().position(|row| row.id == point.of.service);
            let unmet = service.map_or(Cents::ZERO, |at| services[at].unmet);
            let unmet = weighted(unmet, self.states[point.state].weight);
            self.instance.demands.push(Demand {
                persons: point.of.persons,
                unmet_cost: (!homes.contains_key(&demand)).then_some(unmet.0),
                single_source: region.scenario.single_source.contains(&point.of.service),
                state: point.state,
            });
            let whence = match &point.home {
                Some(home) => Whence::Home(home.clone()),
                None => Whence::Place(point.of.place.clone()),
            };
            let here = demand;
            demand += 1;
            let Some(service) = service else { continue };
            let leg = legs.from(whence, &services[service].profile);
            for &facility in &offering[service] {
                let home = homes.get(&here);
                let Some(site) = &sites[facility] else {
                    if let Some(&(_, stays)) = home {
                        let arc = self.push_arc(here, facility, unmet.0, 1, Way::default());
                        self.instance.onward.push(Onward { arc, demand: stays });
                    }
                    continue;
                };
                let leg = leg(facility).filter(|_| self.is_given(here, facility));
                let arc = leg.and_then(|leg| self.add_arc(here, facility, leg));
                if let (Some(arc), Some((day, _))) = (arc, home) {
                    self.add_home(arc, site, day);
                }
            }
        }
    }

    /// The people whom an arc brings to a home go to their day service from there.
    fn add_home(&mut self, arc: usize, site: &SiteRef, day: &ServiceId) {
        let from = &self.points[self.instance.arcs[arc].demand];
        let demand = self.points.len();
        let point = Point {
            of: DemandPoint {
                service: day.clone(),
                persons: 0,
                ..from.of.clone()
            },
            state: from.state,
            home: Some(site.clone()),
        };
        self.points.push(point);
        self.instance.onward.push(Onward { arc, demand });
    }

    fn is_given(&self, demand: usize, facility: usize) -> bool {
        let year = self.states[self.points[demand].state].year;
        match self.facilities[facility] {
            FacilityOf::Offer(at) => admission::is_given(&self.region.offers[at], year),
            _ => true,
        }
    }

    fn add_arc(&mut self, demand: usize, facility: usize, leg: Leg) -> Option<usize> {
        let (point, service) = (&self.points[demand], self.service(facility));
        let scenario = &self.region.scenario;
        if f64::from(leg.seconds) > 60.0 * scenario.limit_min(service) {
            return None;
        }
        let hours = point.of.hours_per_week;
        let cost = price::person_cost(scenario, service, hours, leg);
        let total = cost.weighted(self.states[point.state].weight).total();
        let load = price::load(service, hours, leg);
        Some(self.push_arc(demand, facility, total.0, load, Way { leg, cost }))
    }

    pub(super) fn push_arc(
        &mut self,
        demand: usize,
        facility: usize,
        cost: i64,
        load: i64,
        way: Way,
    ) -> usize {
        self.ways.push(way);
        self.instance.arcs.push(Arc {
            demand,
            facility,
            cost,
            load,
        });
        self.ways.len() - 1
    }
}

impl Default for Way {
    fn default() -> Self {
        Self {
            leg: Leg {
                seconds: 0,
                metres: 0,
            },
            cost: price::PersonCost::default(),
        }
    }
}
