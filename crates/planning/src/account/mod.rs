//! From a solution to the plan: who goes where, what opens, what it costs to
//! the cent, who pays, and who is left without.

mod costs;
mod equity;
mod measures;
mod minutes;
mod reached;
mod rejected;
mod states;
mod totals;

use crate::adapter::{FacilityOf, Point, Problem, Way};
use domain::plan::*;
use domain::*;
use reached::{Group, MetBy};
use siting::instance::Solution;
use std::collections::BTreeMap;

/// What a solution means for people and money: every part of [`Plan`] that
/// follows from the solution alone.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)] // each field is the plan's of that name
pub struct Accounts {
    pub costs: Costs,
    pub payments: Vec<Payment>,
    pub measures: Vec<Measure>,
    pub offers: Vec<OfferUse>,
    pub assignments: Vec<Assignment>,
    pub unmet: Vec<Unmet>,
    pub states: Vec<StateOutcome>,
    pub spread: Option<Spread>,
    pub equity: Option<EquityOutcome>,
    pub change: Option<ChangeOutcome>,
    pub rejected: Vec<Rejected>,
    pub services: Vec<ServiceTotal>,
    pub municipalities: Vec<MunicipalityTotal>,
    pub people_reached: Range,
    pub wishes: Vec<WishOutcome>,
}

/// Accounts for a solution of a problem.
pub fn account(problem: &Problem<'_>, solution: &Solution) -> Accounts {
    let account = Account::new(problem, solution);
    let (measures, offers) = (account.measures(), account.offers());
    let payments = totals::payments(&measures, &offers);
    Accounts {
        costs: account.costs(),
        assignments: account.assignments(problem.main),
        unmet: account.unmet(problem.main),
        states: account.states(),
        spread: account.spread(),
        equity: account.equity(),
        change: problem.changes(solution),
        rejected: account.rejected(),
        services: account.services(&measures, &offers),
        municipalities: account.municipalities(&measures, &payments),
        people_reached: account.people_reached(),
        wishes: totals::wishes(problem.region, &measures),
        payments,
        measures,
        offers,
    }
}

/// People of one demand point who go to one facility.
struct Served<'p> {
    point: &'p Point,
    facility: usize,
    persons: u32,
    /// Of all of them together, in load units.
    load: i64,
    way: Way,
}

struct Account<'p, 'r> {
    problem: &'p Problem<'r>,
    solution: &'p Solution,
    /// In every state, by demand point, then facility.
    in_all: Vec<Served<'p>>,
    /// People of each point.
    people: Vec<u32>,
    /// Of them left without.
    left: Vec<u32>,
}

impl<'p, 'r> Account<'p, 'r> {
    fn new(problem: &'p Problem<'r>, solution: &'p Solution) -> Self {
        let arcs = problem.instance.arcs.iter().zip(&problem.ways);
        let is_served = |facility: usize| problem.facilities[facility] != FacilityOf::StayingHome;
        let in_all = arcs
            .zip(&solution.flow)
            .filter(|&((arc, _), &persons)| {
                persons > 0 && problem.is_of_people(arc.demand) && is_served(arc.facility)
            })
            .map(|((arc, &way), &persons)| Served {
                point: &problem.points[arc.demand],
                facility: arc.facility,
                persons,
                load: i64::from(persons) * arc.load,
                way,
            })
            .collect();
        let people = solution.people(&problem.instance).into_iter();
        let people = people.map(|persons| persons as u32);
        Self {
            problem,
            solution,
            in_all,
            people: people.take(problem.points.len()).collect(),
            left: problem.left_without(solution),
        }
    }

    /// Those served in a state.
    fn served_in(&self, state: usize) -> impl Iterator<Item = &Served<'p>> {
        let served = self.in_all.iter();
        served.filter(move |served| served.point.state == state)
    }

    /// Those served in the main state.
    fn served(&self) -> impl Iterator<Item = &Served<'p>> {
        self.served_in(self.problem.main)
    }

    /// The points of a state, with all their people and those left without.
    fn points_in(&self, state: usize) -> impl Iterator<Item = (&'p Point, u32, u32)> {
        let points = self.problem.points.iter().zip(&self.people).zip(&self.left);
        let points = points.map(|((point, &people), &left)| (point, people, left));
        points.filter(move |(point, _, _)| point.state == state)
    }

    /// The territory on which a facility stands.
    fn host(&self, facility: usize) -> &'r TerritoryId {
        let region = self.problem.region;
        match self.problem.facilities[facility] {
            FacilityOf::Candidate(at) => &region.candidates[at].host,
            // A checked package has the site of each offer.
            FacilityOf::Offer(at) => {
                let id = &region.offers[at].site;
                region
                    .sites
                    .iter()
                    .find(|site| site.id == *id)
                    .map_or(&region.territories[0].id, |site| &site.host)
            }
            // Nobody is served there.
            FacilityOf::StayingHome => &region.territories[0].id,
        }
    }

    /// Who goes where in a state; people who need a home together with a day service stand in
    /// one row with those who need the home alone.
    fn assignments(&self, state: usize) -> Vec<Assignment> {
        let mut rows: Vec<Assignment> = Vec::new();
        for served in self.served_in(state) {
            let of = &served.point.of;
            let Some(site) = self.problem.site(served.facility) else {
                continue;
            };
            let same = |row: &&mut Assignment| {
                row.place == of.place
                    && row.target_group == of.target_group
                    && row.service == of.service
                    && row.hours_per_week == of.hours_per_week
                    && row.site == site
                    && row.from == served.point.home
            };
            // Only switches bring two points of the same people about.
            let of_two_points = self.problem.region.scenario.day_travel_from_home;
            if let Some(row) = rows.iter_mut().filter(|_| of_two_points).find(same) {
                row.persons += served.persons;
                continue;
            }
            rows.push(Assignment {
                place: of.place.clone(),
                target_group: of.target_group.clone(),
                service: of.service.clone(),
                hours_per_week: of.hours_per_week,
                site,
                from: served.point.home.clone(),
                persons: served.persons,
                minutes: minutes_from_seconds(served.way.leg.seconds),
            });
        }
        rows
    }

    fn unmet(&self, state: usize) -> Vec<Unmet> {
        let mut has_a_way = vec![false; self.problem.points.len()];
        for arc in &self.problem.instance.arcs {
            let somewhere = self.problem.facilities[arc.facility] != FacilityOf::StayingHome;
            if self.problem.is_of_people(arc.demand) && somewhere {
                has_a_way[arc.demand] = true;
            }
        }
        let mut rows: Vec<Unmet> = Vec::new();
        let points = self.problem.points.iter().zip(&self.left).zip(has_a_way);
        for ((point, &persons), has_a_way) in points {
            if point.state != state || persons == 0 {
                continue;
            }
            let of = &point.of;
            let same = |row: &&mut Unmet| {
                row.place == of.place
                    && row.target_group == of.target_group
                    && row.service == of.service
                    && row.hours_per_week == of.hours_per_week
                    && row.from == point.home
            };
            let of_two_points = self.problem.region.scenario.day_travel_from_home;
            if let Some(row) = rows.iter_mut().filter(|_| of_two_points).find(same) {
                row.persons += persons;
                continue;
            }
            rows.push(Unmet {
                place: of.place.clone(),
                target_group: of.target_group.clone(),
                service: of.service.clone(),
                hours_per_week: of.hours_per_week,
                from: point.home.clone(),
                persons,
                reason: match has_a_way {
                    true => UnmetReason::NotWorthwhile,
                    false => UnmetReason::BeyondLimit,
                },
            });
        }
        rows
    }

    fn rejected(&self) -> Vec<Rejected> {
        let open = self.solution.sites_open(&self.problem.instance);
        let candidates = self.problem.region.candidates.iter().enumerate();
        candidates
            .zip(open)
            .filter(|(_, open)| !open)
            .map(|((at, candidate), _)| Rejected {
                candidate: candidate.id.clone(),
                reason: rejected::reason(self.problem, at),
                forced_more: None,
            })
            .collect()
    }

    fn people_reached(&self) -> Range {
        let mut met: BTreeMap<Group, MetBy> = BTreeMap::new();
        for (point, people, left) in self.points_in(self.problem.main) {
            let of = &point.of;
            let group = (of.place.clone(), of.target_group.clone());
            let service = met.entry(group).or_default();
            let service = service.entry(of.service.clone()).or_default();
            service.served += people - left;
            service.unmet += left;
        }
        reached::people_reached(self.problem.region, &met)
    }
}
