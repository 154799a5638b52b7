//! Who pays how much in all.

use super::measures::Built;
use crate::facts::Facts;
use crate::faults::Faults;
use crate::pay::Bill;
use crate::rates;
use crate::trips::Trip;
use domain::{Offer, Plan, SiteRef};

pub fn check(facts: &Facts, plan: &Plan, built: &[Built], trips: &[Trip]) -> Faults {
    let mut faults = Faults::default();
    all(facts, built, trips).compare(&mut faults, "plan", &plan.payments);
    faults
}

/// The bill of the whole plan: measures and places used at offers.
pub fn all(facts: &Facts, built: &[Built], trips: &[Trip]) -> Bill {
    let mut bill = Bill::default();
    for measure in built {
        bill.add(&measure.bill);
    }
    for offer in &facts.region.offers {
        let used: i128 = trips
            .iter()
            .filter(|trip| goes_to(trip, offer))
            .map(Trip::places)
            .sum();
        if used != 0 {
            bill.run_by(&offer.payer, rates::cents(used).0);
        }
    }
    bill
}

fn goes_to(trip: &Trip, offer: &Offer) -> bool {
    trip.row.service == offer.service
        && matches!(&trip.row.site, SiteRef::Site(id) if *id == offer.site)
}
