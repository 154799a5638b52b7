//! Who reaches one service.

use crate::measures::{gravity_decay, opportunities, sharing};
use crate::municipal::{by_municipality, equity};
use crate::nearest::{is_within, nearest, share_within};
use crate::neighbours::duplicates;
use crate::round::{four_decimals, mean};
use crate::supply::need;
use crate::*;
use domain::{Place, TargetGroup, TerritoryId, minutes_from_seconds};
use std::collections::BTreeSet;

/// People of one place in need of the service.
struct Residents<'a> {
    place: &'a Place,
    municipality: &'a TerritoryId,
    points: Vec<&'a DemandPoint>,
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

    fn is_within(&self, minutes: f64) -> bool {
        self.nearest.is_some_and(|(_, way)| is_within(way, minutes))
    }
}

pub(crate) fn of_service(
    region: &Region,
    travel: &TravelTimes,
    service: &Service,
    points: &[&DemandPoint],
    supply: &[Supply],
    flows: &[(f64, f64)],
) -> ServiceReach {
    let (residents, seconds) = residents(region, travel, service, points, supply);
    let limit_min = service.limit_min;
    let of_points = |points: &[&DemandPoint]| points.iter().map(|point| need(service, point)).sum();
    let need: Vec<f64> = residents.iter().map(|at| of_points(&at.points)).collect();
    let persons: Vec<f64> = residents.iter().map(|at| f64::from(at.persons())).collect();
    let free: Vec<f64> = supply.iter().map(|supply| supply.free).collect();
    let catchment = e2sfca(&need, &free, &seconds, limit_min);
    let ratios = &catchment.place_ratios;
    let shared = sharing(&need, &free, &seconds, limit_min);
    let to_nearest: Vec<(f64, f64)> = residents
        .iter()
        .filter_map(|at| Some((f64::from(at.persons()), f64::from(at.nearest?.1) / 60.0)))
        .collect();
    let decay = gravity_decay(flows, &to_nearest, service.standard_min);
    let limits = (service.standard_min, limit_min);
    let reached = opportunities(&free, &seconds, limits, &decay.decay);

    let access = |persons: &dyn Fn(&Residents) -> u32| access(service, &residents, ratios, persons);
    let groups: BTreeSet<_> = points.iter().map(|point| &point.target_group).collect();
    let rows: Vec<_> = residents
        .iter()
        .zip(ratios)
        .map(|(at, ratio)| (at.municipality, f64::from(at.persons()), *ratio))
        .collect();
    let municipal = by_municipality(region, &rows);
    ServiceReach {
        service: service.id.clone(),
        all: access(&|at| at.persons()),
        sharing: Sharing::mean(&shared, &persons, &need).rounded(),
        opportunities: Opportunities::mean(&reached, &persons).rounded(),
        equity: equity(region, &municipal, Rank::NeedPerResident),
        target_groups: groups
            .into_iter()
            .map(|group| TargetGroupReach {
                target_group: group.clone(),
                access: access(&|at| at.persons_of(group)),
            })
            .collect(),
        municipalities: municipal
            .iter()
            .map(|row| MunicipalityReach {
                territory: row.territory.clone(),
                access: access(&|at| {
                    if *at.municipality == row.territory {
                        at.persons()
                    } else {
                        0
                    }
                }),
            })
            .collect(),
        places: residents
            .iter()
            .enumerate()
            .map(|(index, at)| PlaceReach {
                place: at.place.id.clone(),
                persons: at.persons(),
                nearest: at.nearest.map(|(site, _)| supply[site].site.clone()),
                minutes: at.nearest.map(|(_, seconds)| minutes_from_seconds(seconds)),
                ratio: four_decimals(ratios[index]),
                sharing: shared[index].rounded(),
                opportunities: reached[index].rounded(),
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
            let reaches = |place: usize, site: usize| {
                seconds
                    .get(place, site)
                    .is_some_and(|way| is_within(way, limit_min))
            };
            let near = (0..need.len()).filter(|at| reaches(*at, one) || reaches(*at, other));
            near.map(|at| need[at]).sum()
        }),
        places_without: residents
            .iter()
            .filter(|at| !at.is_within(limit_min))
            .map(|at| at.place.id.clone())
            .collect(),
        decay,
    }
}

/// The people in need by place, in package order, and their ways to the sites.
fn residents<'a>(
    region: &'a Region,
    travel: &TravelTimes,
    service: &Service,
    points: &[&'a DemandPoint],
    supply: &[Supply],
) -> (Vec<Residents<'a>>, Seconds) {
    let at_place = |place: &'a Place| {
        let here = points.iter().filter(|point| point.place == place.id);
        let points: Vec<_> = here.copied().collect();
        (!points.is_empty()).then_some(Residents {
            place,
            municipality: region.municipality_of(&place.territory),
            points,
            nearest: None,
        })
    };
    let mut residents: Vec<Residents> = region.places.iter().filter_map(at_place).collect();
    let seconds = Seconds::new(residents.len(), supply.len(), |place, site| {
        let way = travel.leg(
            &residents[place].place.id,
            &supply[site].site,
            &service.profile,
        );
        Some(way?.seconds)
    });
    for (place, at) in residents.iter_mut().enumerate() {
        let ways = seconds.of_place(place).enumerate();
        let ways = ways.filter_map(|(site, way)| Some((site, way?)));
        at.nearest = ways.min_by_key(|(_, way)| *way);
    }
    (residents, seconds)
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
    let ratios = residents
        .iter()
        .zip(ratios)
        .map(|(at, ratio)| (f64::from(persons(at)), *ratio));
    Access {
        persons: all,
        within_standard: share_within(&ways, all, service.standard_min),
        within_limit: share_within(&ways, all, service.limit_min),
        ratio: four_decimals(mean(ratios)),
        nearest: nearest(ways),
    }
}
