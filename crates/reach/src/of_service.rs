//! Who reaches one service.

use crate::nearest::nearest;
use crate::neighbours::duplicates;
use crate::supply::need;
use crate::*;
use domain::{Place, SiteRef, TargetGroup, minutes_from_seconds};
use std::collections::BTreeSet;

/// People of one place in need of the service, and how far they have to go.
struct Residents<'a> {
    place: &'a Place,
    points: Vec<&'a DemandPoint>,
    need: f64,
    /// Seconds to each site.
    seconds: Vec<Option<u32>>,
    /// The nearest site and the seconds there.
    nearest: Option<(usize, u32)>,
}

impl Residents<'_> {
    fn persons(&self) -> u32 {
        self.points.iter().map(|point| point.persons).sum()
    }

    fn persons_of(&self, group: &TargetGroup) -> u32 {
        let of_group = self
            .points
            .iter()
            .filter(|point| point.target_group == *group);
        of_group.map(|point| point.persons).sum()
    }

    fn reaches(&self, site: usize, limit_min: f64) -> bool {
        self.seconds[site].is_some_and(|seconds| is_within(seconds, limit_min))
    }
}

fn is_within(seconds: u32, minutes: f64) -> bool {
    f64::from(seconds) <= 60.0 * minutes
}

pub(crate) fn of_service(
    region: &Region,
    travel: &TravelTimes,
    service: &Service,
    points: &[&DemandPoint],
    supply: &[Supply],
) -> ServiceReach {
    let residents = residents(region, travel, service, points, supply);
    let limit_min = service.limit_min;
    let catchment = e2sfca(
        &residents.iter().map(|at| at.need).collect::<Vec<_>>(),
        &supply.iter().map(|supply| supply.free).collect::<Vec<_>>(),
        &residents
            .iter()
            .map(|at| at.seconds.clone())
            .collect::<Vec<_>>(),
        limit_min,
    );
    let access = |persons: &dyn Fn(&Residents) -> u32| {
        access(service, &residents, &catchment.place_ratios, persons)
    };
    let groups: BTreeSet<_> = points.iter().map(|point| &point.target_group).collect();
    let municipality = |at: &Residents| region.municipality_of(&at.place.territory).clone();
    let with_need: BTreeSet<_> = residents.iter().map(municipality).collect();
    let territories = region
        .territories
        .iter()
        .filter(|row| with_need.contains(&row.id));
    ServiceReach {
        service: service.id.clone(),
        all: access(&|at| at.persons()),
        target_groups: groups
            .into_iter()
            .map(|group| TargetGroupReach {
                target_group: group.clone(),
                access: access(&|at| at.persons_of(group)),
            })
            .collect(),
        municipalities: territories
            .map(|row| MunicipalityReach {
                territory: row.id.clone(),
                access: access(&|at| {
                    if municipality(at) == row.id {
                        at.persons()
                    } else {
                        0
                    }
                }),
            })
            .collect(),
        places: residents
            .iter()
            .zip(&catchment.place_ratios)
            .map(|(at, ratio)| PlaceReach {
                place: at.place.id.clone(),
                persons: at.persons(),
                nearest: at.nearest.map(|(site, _)| supply[site].site.clone()),
                minutes: at.nearest.map(|(_, seconds)| minutes_from_seconds(seconds)),
                ratio: four_decimals(*ratio),
            })
            .collect(),
        sites: supply
            .iter()
            .enumerate()
            .map(|(site, supply)| SiteReach {
                site: supply.site.clone(),
                free: supply.free,
                weighted_need: four_decimals(catchment.weighted_need[site]),
                ratio: catchment.site_ratios[site].map(four_decimals),
            })
            .collect(),
        duplicates: duplicates(region, travel, service, supply, |one, other| {
            let near = residents
                .iter()
                .filter(|at| at.reaches(one, limit_min) || at.reaches(other, limit_min));
            near.map(|at| at.need).sum()
        }),
        places_without: residents
            .iter()
            .filter(|at| {
                !at.nearest
                    .is_some_and(|(_, seconds)| is_within(seconds, limit_min))
            })
            .map(|at| at.place.id.clone())
            .collect(),
    }
}

fn residents<'a>(
    region: &'a Region,
    travel: &TravelTimes,
    service: &Service,
    points: &[&'a DemandPoint],
    supply: &[Supply],
) -> Vec<Residents<'a>> {
    let at_place = |place: &'a Place| {
        let points: Vec<_> = points
            .iter()
            .copied()
            .filter(|point| point.place == place.id)
            .collect();
        if points.is_empty() {
            return None;
        }
        let seconds_to =
            |site: &SiteRef| Some(travel.leg(&place.id, site, &service.profile)?.seconds);
        let seconds: Vec<_> = supply
            .iter()
            .map(|supply| seconds_to(&supply.site))
            .collect();
        let ways = seconds
            .iter()
            .enumerate()
            .filter_map(|(site, seconds)| Some((site, (*seconds)?)));
        Some(Residents {
            place,
            need: points.iter().map(|point| need(service, point)).sum(),
            nearest: ways.min_by_key(|(_, seconds)| *seconds),
            points,
            seconds,
        })
    };
    region.places.iter().filter_map(at_place).collect()
}

/// How those whom `persons` counts at each place reach the service.
fn access(
    service: &Service,
    residents: &[Residents],
    ratios: &[f64],
    persons: &dyn Fn(&Residents) -> u32,
) -> Access {
    let all: u32 = residents.iter().map(persons).sum();
    let ways: Vec<_> = residents
        .iter()
        .filter_map(|at| Some((persons(at), at.nearest?.1)))
        .collect();
    let mean = |sum: f64| {
        if all == 0 {
            0.0
        } else {
            four_decimals(sum / f64::from(all))
        }
    };
    let within = |minutes: f64| {
        let near = ways
            .iter()
            .filter(|(_, seconds)| is_within(*seconds, minutes));
        mean(near.map(|(persons, _)| f64::from(*persons)).sum())
    };
    Access {
        persons: all,
        within_standard: within(service.standard_min),
        within_limit: within(service.limit_min),
        ratio: mean(
            residents
                .iter()
                .zip(ratios)
                .map(|(at, ratio)| f64::from(persons(at)) * ratio)
                .sum(),
        ),
        nearest: nearest(ways),
    }
}

fn four_decimals(value: f64) -> f64 {
    (value * 10_000.0).round() / 10_000.0
}
