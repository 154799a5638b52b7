//! Sites near one another, and those of which one would do.

use crate::{Duplicate, Supply};
use domain::{Region, Service, SiteRef, TravelTimes};

/// Pairs of sites at most `within_min` minutes from one another, with the
/// minutes, in the order of `sites`.
pub fn neighbours(
    travel: &TravelTimes,
    sites: &[SiteRef],
    profile: &str,
    within_min: f64,
) -> Vec<(usize, usize, f64)> {
    let pairs =
        (0..sites.len()).flat_map(|one| (one + 1..sites.len()).map(move |other| (one, other)));
    pairs
        .filter_map(|(one, other)| {
            let minutes = travel.minutes_between([&sites[one], &sites[other]], profile)?;
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
    let near = neighbours(travel, &sites, &service.profile, within_min);
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
