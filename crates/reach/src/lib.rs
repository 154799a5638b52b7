//! Who reaches what: how far it is to the nearest offer, who lies within the
//! standard and the limit, how much supply there is for each person in need
//! (E2SFCA), which sites duplicate one another, which places have nothing.
//!
//! [`reach`] looks at today's offers, [`reach_after`] also at the measures of a
//! plan. Both only read; the answer is in package order, the same every time.
//! `docs/reach.md` works an example by hand.

mod answer;
mod decay;
mod floating_catchment;
mod nearest;
mod neighbours;
mod of_service;
mod supply;

pub use answer::*;
pub use decay::{WEIGHTS, weight};
pub use floating_catchment::{FloatingCatchment, e2sfca};
pub use neighbours::neighbours;
pub use supply::Supply;

use domain::{DemandPoint, Plan, Region, Service, TravelTimes};

/// Who reaches which service today.
///
/// `points` are the people not served yet in the plan year; supply is what
/// they may still take: the free places of the offers in force.
pub fn reach(region: &Region, points: &[DemandPoint]) -> Reach {
    of_services(region, points, |service| supply::of_offers(region, service))
}

/// Who reaches which service once the plan is carried out: its measures count
/// as supply beside the offers.
pub fn reach_after(region: &Region, points: &[DemandPoint], plan: &Plan) -> Reach {
    of_services(region, points, |service| {
        let mut supply = supply::of_offers(region, service);
        supply.extend(supply::of_measures(plan, service));
        supply
    })
}

fn of_services(
    region: &Region,
    points: &[DemandPoint],
    supply: impl Fn(&Service) -> Vec<Supply>,
) -> Reach {
    let travel = TravelTimes::new(region);
    let services = region.services.iter().map(|service| {
        let points: Vec<_> = points
            .iter()
            .filter(|point| point.service == service.id)
            .collect();
        of_service::of_service(region, &travel, service, &points, &supply(service))
    });
    Reach {
        measured: travel.is_measured(),
        services: services.collect(),
    }
}
