//! From a solution to the plan: who goes where, what opens, what it costs to
//! the cent, who pays, and who is left without.

mod measures;
mod minutes;
mod reached;
mod rejected;
mod totals;

use crate::adapter::{FacilityOf, Problem, Way};
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
        assignments: account.assignments(),
        unmet: account.unmet(),
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
    point: &'p DemandPoint,
    facility: usize,
    persons: u32,
    /// Of all of them together, in load units.
    load: i64,
    way: Way,
}

struct Account<'p, 'r> {
    problem: &'p Problem<'r>,
    solution: &'p Solution,
    /// By demand point, then facility.
    served: Vec<Served<'p>>,
}

impl<'p, 'r> Account<'p, 'r> {
    fn new(problem: &'p Problem<'r>, solution: &'p Solution) -> Self {
        let arcs = problem.instance.arcs.iter().zip(&problem.ways);
        let served = arcs
            .zip(&solution.flow)
            .filter(|&(_, &persons)| persons > 0)
            .map(|((arc, &way), &persons)| Served {
                point: &problem.points[arc.demand],
                facility: arc.facility,
                persons,
                load: i64::from(persons) * arc.load,
                way,
            })
            .collect();
        Self {
            problem,
            solution,
            served,
        }
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
        }
    }

    fn assignments(&self) -> Vec<Assignment> {
        let assignment = |served: &Served<'_>| Assignment {
            place: served.point.place.clone(),
            target_group: served.point.target_group.clone(),
            service: served.point.service.clone(),
            hours_per_week: served.point.hours_per_week,
            site: self.problem.site(served.facility),
            persons: served.persons,
            minutes: minutes_from_seconds(served.way.leg.seconds),
        };
        self.served.iter().map(assignment).collect()
    }

    fn unmet(&self) -> Vec<Unmet> {
        let mut has_a_way = vec![false; self.problem.points.len()];
        for arc in &self.problem.instance.arcs {
            has_a_way[arc.demand] = true;
        }
        let points = self
            .problem
            .points
            .iter()
            .zip(&self.solution.unmet)
            .zip(has_a_way);
        points
            .filter(|((_, persons), _)| **persons > 0)
            .map(|((point, &persons), has_a_way)| Unmet {
                place: point.place.clone(),
                target_group: point.target_group.clone(),
                service: point.service.clone(),
                hours_per_week: point.hours_per_week,
                persons,
                reason: if has_a_way {
                    UnmetReason::NotWorthwhile
                } else {
                    UnmetReason::BeyondLimit
                },
            })
            .collect()
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
        for (point, &unmet) in self.problem.points.iter().zip(&self.solution.unmet) {
            let group = (point.place.clone(), point.target_group.clone());
            let service = met
                .entry(group)
                .or_default()
                .entry(point.service.clone())
                .or_default();
            service.served += point.persons - unmet;
            service.unmet += unmet;
        }
        reached::people_reached(self.problem.region, &met)
    }
}
