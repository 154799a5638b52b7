//! People who get at least one service: at least and at most.
//!
//! Needs are counted by service, and one person may stand behind several. Only
//! of the people of a bundle, or of a move with several services, is it known.

use crate::facts::Facts;
use crate::faults::Faults;
use crate::rates;
use crate::trips::Trip;
use domain::{Plan, ServiceId};
use std::collections::{BTreeMap, BTreeSet};

pub fn check(facts: &Facts, plan: &Plan, trips: &[Trip]) -> Faults {
    let mut faults = Faults::default();
    let groups: BTreeSet<Group> = facts
        .needs
        .keys()
        .map(|point| (point.place, point.group))
        .collect();
    let (mut least, mut most) = (0, 0);
    for group in groups {
        let (at_least, at_most) = reached(&Met::of(facts, trips, group), &together(facts, group));
        least += at_least;
        most += at_most;
    }
    let stated = plan.people_reached;
    faults.same(
        "people_reached",
        "at_least",
        stated.at_least,
        rates::persons(least),
    );
    faults.same(
        "people_reached",
        "at_most",
        stated.at_most,
        rates::persons(most),
    );
    faults
}

/// Place and target group: others are other people.
type Group<'a> = (&'a str, &'a str);

/// Needs of a group by service, and how many of them are met.
struct Met<'a> {
    needs: BTreeMap<&'a str, u64>,
    served: BTreeMap<&'a str, u64>,
}

impl<'a> Met<'a> {
    fn of(facts: &Facts<'a>, trips: &[Trip<'a>], group: Group) -> Self {
        let mut met = Self {
            needs: BTreeMap::new(),
            served: BTreeMap::new(),
        };
        for (point, persons) in &facts.needs {
            if (point.place, point.group) == group {
                *met.needs.entry(point.service).or_default() += u64::from(*persons);
            }
        }
        for row in trips.iter().map(|trip| trip.row) {
            if (row.place.as_str(), row.target_group.as_str()) == group {
                *met.served.entry(row.service.as_str()).or_default() += u64::from(row.persons);
            }
        }
        met
    }

    fn needs(&self, service: &ServiceId) -> u64 {
        self.needs.get(service.as_str()).copied().unwrap_or(0)
    }

    fn left(&self, service: &ServiceId) -> u64 {
        let served = self.served.get(service.as_str()).copied().unwrap_or(0);
        self.needs(service).saturating_sub(served)
    }
}

/// People known to need several services each.
struct Together<'a> {
    services: &'a [ServiceId],
    persons: u32,
}

fn together<'a>(facts: &Facts<'a>, group: Group) -> Vec<Together<'a>> {
    let region = facts.region;
    let bundles = region
        .bundles
        .iter()
        .filter(|row| (row.place.as_str(), row.target_group.as_str()) == group)
        .map(|row| Together {
            services: &row.services,
            persons: row.persons,
        });
    let moves = region
        .moves
        .iter()
        .filter(|row| (row.destination.as_str(), row.target_group.as_str()) == group)
        .filter(|row| row.year.is_none_or(|year| year == facts.year()) && row.services.len() > 1)
        .map(|row| Together {
            services: &row.services,
            persons: row.persons,
        });
    bundles.chain(moves).collect()
}

fn reached(met: &Met, bundles: &[Together]) -> (u64, u64) {
    let mut alone = met.needs.clone();
    let (mut together, mut certain) = (0, 0);
    for bundle in bundles {
        let least = |count: &dyn Fn(&ServiceId) -> u64| {
            bundle.services.iter().map(count).min().unwrap_or(0)
        };
        let persons = u64::from(bundle.persons).min(least(&|service| met.needs(service)));
        together += persons;
        certain += persons.saturating_sub(least(&|service| met.left(service)));
        for service in bundle.services {
            if let Some(count) = alone.get_mut(service.as_str()) {
                *count = count.saturating_sub(persons);
            }
        }
    }
    let people = together + alone.values().sum::<u64>();
    let most = people.min(met.served.values().sum());
    let of_one_service = met.served.values().copied().max().unwrap_or(0);
    (of_one_service.max(certain).min(most), most)
}
