//! Sites near one another, and those of which one would do.

use crate::{Duplicate, Supply};
use domain::{Region, Service, SiteRef, TravelTimes, minutes_from_seconds};

/// Minutes between two sites for a profile, the shorter of the two directions:
/// from the place at which one stands to the other; between their coordinates
/// where neither stands at a place with a known way.
pub fn minutes_between(
    region: &Region,
    travel: &TravelTimes,
    sites: [&SiteRef; 2],
    profile: &str,
) -> Option<f64> {
    let way = |from: &SiteRef, to: &SiteRef| travel.leg(region.place_of(from)?, to, profile);
    let [one, other] = sites;
    let known = [way(one, other), way(other, one)]
        .into_iter()
        .flatten()
        .min_by_key(|leg| leg.seconds);
    let leg = known
        .or_else(|| travel.fallback(region.position(one)?, region.position(other)?, profile))?;
    Some(minutes_from_seconds(leg.seconds))
}

/// Pairs of sites at most `within_min` minutes from one another, with the
/// minutes, in the order of `sites`.
pub fn neighbours(
    region: &Region,
    travel: &TravelTimes,
    sites: &[SiteRef],
    profile: &str,
    within_min: f64,
) -> Vec<(usize, usize, f64)> {
    let pairs =
        (0..sites.len()).flat_map(|one| (one + 1..sites.len()).map(move |other| (one, other)));
    pairs
        .filter_map(|(one, other)| {
            let minutes = minutes_between(region, travel, [&sites[one], &sites[other]], profile)?;
            (minutes <= within_min).then_some((one, other, minutes))
        })
        .collect()
}

/// Pairs of neighbouring sites of a service of which the larger could serve
/// everybody: those whom both serve today and `need_of_pair`, the need around
/// the two.
pub(crate) fn duplicates(
    region: &Region,
    travel: &TravelTimes,
    service: &Service,
    supply: &[Supply],
    need_of_pair: impl Fn(usize, usize) -> f64,
) -> Vec<Duplicate> {
    let sites: Vec<_> = supply.iter().map(|supply| supply.site.clone()).collect();
    let within_min = region.scenario.rules.duplicate_within_min;
    let near = neighbours(region, travel, &sites, &service.profile, within_min);
    let found = near.into_iter().filter_map(|(one, other, minutes)| {
        let (first, second) = (&supply[one], &supply[other]);
        let taken = first.capacity - first.free + second.capacity - second.free;
        let need = taken + need_of_pair(one, other);
        let larger = first.capacity.max(second.capacity);
        let both_give = first.capacity.min(second.capacity) > 0.0;
        (both_give && need <= larger).then(|| Duplicate {
            sites: [sites[one].clone(), sites[other].clone()],
            minutes,
            need,
            larger,
        })
    });
    found.collect()
}
