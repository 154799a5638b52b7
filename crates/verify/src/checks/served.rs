//! Everybody is served or left without, once.

use crate::admit;
use crate::facts::Facts;
use crate::faults::Faults;
use crate::people::Point;
use crate::rates;
use crate::trips::Trip;
use domain::plan::{Plan, Unmet, UnmetReason};
use domain::{Message, Service, SiteRef};
use std::collections::{BTreeMap, BTreeSet};

pub fn check(facts: &Facts, plan: &Plan) -> Faults {
    let mut faults = Faults::default();
    let mut stated: BTreeMap<Point, u64> = BTreeMap::new();
    let mut pairs = BTreeSet::new();
    for row in &plan.assignments {
        let point = Trip::point(row);
        let whose = format!("{} → {}", point.label(), row.site.id());
        faults.demand(pairs.insert((point, &row.site)), "verify-row-twice", &whose);
        *stated.entry(point).or_default() += u64::from(row.persons);
    }
    let mut left = BTreeSet::new();
    for row in &plan.unmet {
        let point = point_of(row);
        faults.demand(left.insert(point), "verify-row-twice", &point.label());
        faults.demand(row.persons > 0, "verify-nobody", &point.label());
        *stated.entry(point).or_default() += u64::from(row.persons);
        if let Some(service) = facts.service(row.service.as_str()) {
            let computed = reason(facts, point, service);
            let word = |reason| {
                if reason == UnmetReason::BeyondLimit {
                    "beyond_limit"
                } else {
                    "not_worthwhile"
                }
            };
            faults.same(
                &point.label(),
                "unmet.reason",
                word(row.reason),
                word(computed),
            );
        }
    }
    let strangers = stated
        .keys()
        .filter(|point| !facts.needs.contains_key(point));
    for point in strangers {
        faults.demand(false, "verify-unknown-point", &point.label());
    }
    for (point, persons) in &facts.needs {
        let stated = stated.get(point).copied().unwrap_or(0);
        if stated != u64::from(*persons) {
            faults.add(
                Message::new("verify-people-lost")
                    .with("whose", point.label())
                    .with("stated", stated)
                    .with("computed", *persons),
            );
        }
    }
    faults
}

fn point_of(row: &Unmet) -> Point<'_> {
    let (place, group) = (row.place.as_str(), row.target_group.as_str());
    Point::new(place, group, row.service.as_str(), row.hours_per_week)
}

/// Whether any site at which the service is given or may open is within the limit.
fn reason(facts: &Facts, point: Point, service: &Service) -> UnmetReason {
    let near = |site: SiteRef| {
        let way = facts
            .travel
            .way(facts, point.place, &site, &service.profile);
        way.is_some_and(|way| rates::within_limit(service, way))
    };
    let region = facts.region;
    let today = region.offers.iter().any(|offer| {
        offer.service == service.id && facts.runs(offer) && near(SiteRef::Site(offer.site.clone()))
    });
    let possible = region.candidates.iter().any(|candidate| {
        admit::least_size(facts, candidate, service).is_some()
            && near(SiteRef::Candidate(candidate.id.clone()))
    });
    if today || possible {
        UnmetReason::NotWorthwhile
    } else {
        UnmetReason::BeyondLimit
    }
}
