//! Who reaches what: how far it is to the nearest offer, who lies within the
//! standard and the limit, how much supply there is for each person in need
//! (E2SFCA and its relatives), how evenly it is spread, which sites duplicate
//! one another, which places have nothing.
//!
//! [`reach`] looks at today's offers, [`reach_after`] also at the measures of a
//! plan. Both only read; the answer is in package order, the same every time.
//!
//! The measures are functions of need, supply and [`Seconds`] and know nothing
//! of regions: [`two_step`], [`e2sfca`], [`modified_two_step`], [`three_step`],
//! [`balanced`], [`coverage`], [`cumulative`], [`cumulative_interval`],
//! [`gravity`] with a [`Decay`] that [`fit`] may find, [`kth_nearest`],
//! [`gini`], [`palma`], [`concentration`], [`theil`]. `docs/reach.md` has their
//! formulas and works examples by hand.

mod answer;
mod coverage;
mod decay;
mod equity;
mod fit;
mod floating_catchment;
mod general;
mod measures;
mod municipal;
mod nearest;
mod neighbours;
mod of_service;
mod opportunities;
mod round;
mod seconds;
mod supply;

pub use answer::*;
pub use coverage::{Coverage, coverage};
pub use decay::{Decay, WEIGHTS, Weights, Zone};
pub use equity::{concentration, gini, palma, theil};
pub use fit::{Fit, FitError, LEAST_PERSONS, LEAST_TIMES, fit, fit_exponential, fit_gaussian};
pub use floating_catchment::{
    FloatingCatchment, balanced, e2sfca, modified_two_step, three_step, two_step,
};
pub use general::{
    GENERAL_LIMIT_MIN, GENERAL_STANDARD_MIN, General, GeneralMunicipality, GeneralPlace,
    GeneralReach, ResidentAccess,
};
pub use neighbours::neighbours;
pub use opportunities::{cumulative, cumulative_interval, gravity, kth_nearest, seconds_to};
pub use seconds::Seconds;
pub use supply::Supply;

use domain::{DemandPoint, Plan, Region, Service, TravelTimes};

/// Who reaches which service today.
///
/// `points` are the people not served yet in the plan year; supply is what
/// they may still take: the free places of the offers in force.
pub fn reach(region: &Region, points: &[DemandPoint]) -> Reach {
    of_services(region, points, None)
}

/// Who reaches which service once the plan is carried out: its measures count
/// as supply beside the offers, and its assignments are the trips to which the
/// decay of gravity is fitted.
pub fn reach_after(region: &Region, points: &[DemandPoint], plan: &Plan) -> Reach {
    of_services(region, points, Some(plan))
}

fn of_services(region: &Region, points: &[DemandPoint], plan: Option<&Plan>) -> Reach {
    let travel = TravelTimes::new(region);
    let of_service = |service: &Service| {
        let points: Vec<_> = points
            .iter()
            .filter(|point| point.service == service.id)
            .collect();
        let mut supply = supply::of_offers(region, service);
        let mut flows = Vec::new();
        if let Some(plan) = plan {
            supply.extend(supply::of_measures(plan, service));
            flows = supply::flows(plan, service);
        }
        of_service::of_service(region, &travel, service, &points, &supply, &flows)
    };
    Reach {
        measured: travel.is_measured(),
        services: region.services.iter().map(of_service).collect(),
        general: general::of_general(region, &travel),
    }
}
