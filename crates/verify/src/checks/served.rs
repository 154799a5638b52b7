//! Everybody is served or left without, once.

use crate::admit;
use crate::facts::Facts;
use crate::faults::Faults;
use crate::people::Point;
use crate::rates;
use crate::trips::{Trip, label, way};
use domain::plan::{Assignment, Unmet, UnmetReason};
use domain::{Message, Service, SiteRef};
use std::collections::{BTreeMap, BTreeSet};

/// Of a state of the plan.
pub fn check(facts: &Facts, assignments: &[Assignment], left_without: &[Unmet]) -> Faults {
    let mut faults = Faults::default();
    let mut stated: BTreeMap<Point, u64> = BTreeMap::new();
    let mut pairs = BTreeSet::new();
    for row in assignments {
        let point = Trip::point(row);
        let is_new = pairs.insert((point, &row.from, &row.site));
        faults.demand(is_new, "verify-row-twice", &label(row));
        *stated.entry(point).or_default() += u64::from(row.persons);
    }
    let mut left = BTreeSet::new();
    for row in left_without {
        let point = point_of(row);
        let is_new = left.insert((point, &row.from));
        faults.demand(is_new, "verify-row-twice", &point.label());
        faults.demand(row.persons > 0, "verify-nobody", &point.label());
        *stated.entry(point).or_default() += u64::from(row.persons);
        if let Some(service) = facts.service(row.service.as_str()) {
            let computed = reason(facts, point, row.from.as_ref(), service);
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
    let mut ways: BTreeMap<Point, u32> = BTreeMap::new();
    let at_all = left.iter().map(|(point, _)| point);
    for point in at_all.chain(pairs.iter().map(|(point, _, _)| point)) {
        *ways.entry(*point).or_default() += 1;
    }
    let whole = &facts.region.scenario.single_source;
    for (point, ways) in ways {
        let is_whole = whole.iter().any(|id| id.as_str() == point.service);
        faults.demand(!is_whole || ways == 1, "verify-divided", &point.label());
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
fn reason(facts: &Facts, point: Point, home: Option<&SiteRef>, service: &Service) -> UnmetReason {
    let near = |site: SiteRef| {
        let way = way(facts, point.place, home, &site, service);
        way.is_some_and(|way| rates::within_limit(service, &facts.region.scenario, way))
    };
    let region = facts.region;
    let today = region.offers.iter().any(|offer| {
        offer.service == service.id && facts.gives(offer) && near(SiteRef::Site(offer.site.clone()))
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
