//! People who move into a home and travel to their day service from there ("Day
//! travel from the new home" in `docs/planning-model.md`).

use domain::{Delivery, DemandPoint, PlaceId, Region, ServiceId, TargetGroup};

/// People of one place and group who need a home and, from there, a day service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bundled {
    pub place: PlaceId,
    pub group: TargetGroup,
    pub home: ServiceId,
    pub day: ServiceId,
    pub persons: u32,
}

/// Takes whoever needs both a home and a day service out of the points of a year.
///
/// They are the rows of `bundles.csv`, then the moves of the year, in the order of the
/// files, each no more than what is left of both its services.
pub(super) fn take(region: &Region, year: i32, points: &mut [DemandPoint]) -> Vec<Bundled> {
    let bundles = region.bundles.iter();
    let bundles = bundles.map(|row| (&row.place, &row.target_group, &row.services, row.persons));
    let moves = region.moves.iter();
    let moves = moves.filter(|row| row.year.is_none_or(|of| of == year));
    let moves = moves.map(|row| {
        let group = &row.target_group;
        (&row.destination, group, &row.services, row.persons)
    });
    let mut taken: Vec<Bundled> = Vec::new();
    for (place, group, services, persons) in bundles.chain(moves) {
        let Some((home, day)) = home_and_day(region, services) else {
            continue;
        };
        let at = |service: &ServiceId| {
            let is_it = |point: &DemandPoint| {
                point.place == *place && point.target_group == *group && point.service == *service
            };
            points.iter().position(is_it)
        };
        let (Some(at_home), Some(at_day)) = (at(home), at(day)) else {
            continue;
        };
        let left = points[at_home].persons.min(points[at_day].persons);
        let persons = persons.min(left);
        points[at_home].persons -= persons;
        points[at_day].persons -= persons;
        let is_it = |row: &&mut Bundled| {
            row.place == *place && row.group == *group && row.home == *home && row.day == *day
        };
        match taken.iter_mut().find(is_it) {
            Some(row) => row.persons += persons,
            None => taken.push(Bundled {
                place: place.clone(),
                group: group.clone(),
                home: home.clone(),
                day: day.clone(),
                persons,
            }),
        }
    }
    taken.retain(|row| row.persons > 0);
    taken
}

/// The residential and the day service among services that somebody needs together. A
/// checked package has no more than one of each where it has both.
fn home_and_day<'s>(
    region: &Region,
    services: &'s [ServiceId],
) -> Option<(&'s ServiceId, &'s ServiceId)> {
    let of = |delivery: Delivery| {
        let is = |id: &&ServiceId| {
            region
                .service(id)
                .is_some_and(|row| row.delivery == delivery)
        };
        services.iter().find(is)
    };
    of(Delivery::Residential).zip(of(Delivery::Centre))
}
