//! How many people get at least one service.
//!
//! Needs are counted by service, so that one person may stand behind several.
//! Whoever is in a row of `bundles.csv`, or of `moves.csv` with several
//! services, is known to be one person. For one place and target group let
//! `n_s` people need service *s*, `v_s` of them be served and `u_s` be left
//! without; a bundle *b* has `p_b` people (no more than the least `n_s` of its
//! services). Then
//!
//! * there are at most `D = Σ_b p_b + Σ_s max(0, n_s − Σ_{b∋s} p_b)` people;
//! * **at most** `min(D, Σ_s v_s)` are reached;
//! * whoever of a bundle gets nothing is left without each of its services, so
//!   **at least** `max(max_s v_s, Σ_b (p_b − min(p_b, min_{s∈b} u_s)))` are reached
//!   (and no more than at most).
//!
//! People of different places or target groups are different people, so both
//! ends add up over the region.

use domain::plan::Range;
use domain::{PlaceId, Region, ServiceId, TargetGroup};
use std::collections::BTreeMap;

/// Needs of one service at one place in one target group.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Met {
    pub served: u32,
    pub unmet: u32,
}

/// Who they are, by where they live.
pub(super) type Group = (PlaceId, TargetGroup);
/// Needs met and not, by service.
pub(super) type MetBy = BTreeMap<ServiceId, Met>;

struct Together {
    services: Vec<ServiceId>,
    persons: u32,
}

pub(super) fn people_reached(region: &Region, met: &BTreeMap<Group, MetBy>) -> Range {
    let mut together = bundles(region);
    let mut sum = Range::default();
    for (group, services) in met {
        let range = reached(services, &together.remove(group).unwrap_or_default());
        sum.at_least += range.at_least;
        sum.at_most += range.at_most;
    }
    sum
}

fn bundles(region: &Region) -> BTreeMap<Group, Vec<Together>> {
    let year = region.scenario.year;
    let rows = region
        .bundles
        .iter()
        .map(|row| (&row.place, &row.target_group, &row.services, row.persons));
    let moves = region
        .moves
        .iter()
        .filter(|row| row.year.is_none_or(|moved| moved == year) && row.services.len() > 1)
        .map(|row| {
            (
                &row.destination,
                &row.target_group,
                &row.services,
                row.persons,
            )
        });
    let mut by_group: BTreeMap<Group, Vec<Together>> = BTreeMap::new();
    for (place, group, services, persons) in rows.chain(moves) {
        by_group
            .entry((place.clone(), group.clone()))
            .or_default()
            .push(Together {
                services: services.clone(),
                persons,
            });
    }
    by_group
}

fn reached(met: &MetBy, bundles: &[Together]) -> Range {
    let of = |service: &ServiceId| met.get(service).copied().unwrap_or_default();
    let mut bundled: BTreeMap<&ServiceId, u32> = BTreeMap::new();
    let (mut together, mut certain) = (0, 0);
    for bundle in bundles {
        let least = |count: fn(Met) -> u32| {
            bundle
                .services
                .iter()
                .map(|s| count(of(s)))
                .min()
                .unwrap_or(0)
        };
        let persons = bundle.persons.min(least(|met| met.served + met.unmet));
        together += persons;
        certain += persons - persons.min(least(|met| met.unmet));
        for service in &bundle.services {
            *bundled.entry(service).or_default() += persons;
        }
    }
    let alone = |(service, met): (&ServiceId, &Met)| {
        let known = bundled.get(service).copied().unwrap_or(0);
        (met.served + met.unmet).saturating_sub(known)
    };
    let people = together + met.iter().map(alone).sum::<u32>();
    let served = met.values().map(|met| met.served).sum::<u32>();
    let most_of_one = met.values().map(|met| met.served).max().unwrap_or(0);
    let at_most = people.min(served);
    Range {
        at_least: most_of_one.max(certain).min(at_most),
        at_most,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn met(rows: &[(&str, u32, u32)]) -> MetBy {
        rows.iter()
            .map(|&(service, served, unmet)| (ServiceId::from(service), Met { served, unmet }))
            .collect()
    }

    fn together(services: &[&str], persons: u32) -> Together {
        Together {
            services: services.iter().map(|&id| id.into()).collect(),
            persons,
        }
    }

    #[test]
    fn without_bundles_it_is_a_range() {
        // Three get A and four get B: four people if the same, seven if others.
        let range = reached(&met(&[("A", 3, 0), ("B", 4, 1)]), &[]);
        assert_eq!(
            range,
            Range {
                at_least: 4,
                at_most: 7
            }
        );
    }

    #[test]
    fn who_needs_both_is_one_person() {
        // All three who need A also need B; B is needed by five.
        let range = reached(
            &met(&[("A", 3, 0), ("B", 5, 0)]),
            &[together(&["A", "B"], 3)],
        );
        assert_eq!(
            range,
            Range {
                at_least: 5,
                at_most: 5
            }
        );
    }

    #[test]
    fn who_gets_nothing_is_left_without_each_service() {
        // Of two bundles of 4, with one person unmet of each service, at least
        // 3 + 3 are reached although no service has more than 3 served.
        let needs = met(&[("A", 3, 1), ("B", 3, 1), ("C", 3, 1), ("D", 3, 1)]);
        let bundles = [together(&["A", "B"], 4), together(&["C", "D"], 4)];
        assert_eq!(
            reached(&needs, &bundles),
            Range {
                at_least: 6,
                at_most: 8
            }
        );
    }
}
