//! People who travel to their day service from the home into which they move: no more
//! from a home than move there, and nobody of them forgotten.

use crate::facts::Facts;
use crate::faults::Faults;
use crate::homes::{Bundled, bundled};
use crate::people::Point;
use crate::trips::{Trip, label};
use domain::SiteRef;
use domain::plan::{Assignment, Unmet};
use std::collections::{BTreeMap, BTreeSet};

/// Of a state of the plan. Which of those in a home are the ones who need the day service
/// too is not told: it is asked whether it can be so.
pub fn check(facts: &Facts, assignments: &[Assignment], unmet: &[Unmet]) -> Faults {
    let mut faults = Faults::default();
    let bundled = bundled(facts);
    let mut from: BTreeMap<(Point, &SiteRef), u64> = BTreeMap::new();
    for row in assignments {
        if let Some(home) = &row.from {
            let known = bundled.iter().any(|one| one.day == Trip::point(row));
            faults.demand(known, "verify-from-home", &label(row));
            *from.entry((Trip::point(row), home)).or_default() += u64::from(row.persons);
        }
    }
    for row in unmet {
        if let Some(home) = &row.from {
            let (place, group) = (row.place.as_str(), row.target_group.as_str());
            let point = Point::new(place, group, row.service.as_str(), row.hours_per_week);
            let known = bundled.iter().any(|one| one.day == point);
            faults.demand(known, "verify-from-home", &point.label());
            *from.entry((point, home)).or_default() += u64::from(row.persons);
        }
    }
    let groups: BTreeSet<(&str, &str)> = bundled
        .iter()
        .map(|one| (one.home.place, one.home.group))
        .collect();
    for group in groups {
        let of_group = bundled
            .iter()
            .filter(|one| (one.home.place, one.home.group) == group);
        let of_group: Vec<&Bundled> = of_group.collect();
        of_people(&mut faults, &of_group, &from, assignments, unmet);
    }
    faults
}

/// The people of one place and group.
fn of_people(
    faults: &mut Faults,
    bundled: &[&Bundled],
    from: &BTreeMap<(Point, &SiteRef), u64>,
    assignments: &[Assignment],
    unmet: &[Unmet],
) {
    let homes: BTreeSet<Point> = bundled.iter().map(|one| one.home).collect();
    let days: BTreeSet<Point> = bundled.iter().map(|one| one.day).collect();
    let mut whose = String::new();
    if let Some(one) = bundled.first() {
        whose = format!("{} {}", one.home.place, one.home.group);
    }
    let mut moved: BTreeMap<&SiteRef, u64> = BTreeMap::new();
    for row in assignments {
        if row.from.is_none() && homes.contains(&Trip::point(row)) {
            *moved.entry(&row.site).or_default() += u64::from(row.persons);
        }
    }
    let mut travel: BTreeMap<&SiteRef, u64> = BTreeMap::new();
    for ((_, home), persons) in from.iter().filter(|((day, _), _)| days.contains(day)) {
        *travel.entry(home).or_default() += persons;
    }
    for (home, persons) in travel {
        let most = moved.get(home).copied().unwrap_or(0);
        faults.demand(
            persons <= most,
            "verify-from-home",
            &format!("{whose} ({})", home.id()),
        );
    }
    let mut stay: u64 = 0;
    for day in days {
        let of_day = bundled.iter().filter(|one| one.day == day);
        let need: u64 = of_day.map(|one| u64::from(one.persons)).sum();
        let gone = from.iter().filter(|((of, _), _)| *of == day);
        let gone: u64 = gone.map(|(_, persons)| persons).sum();
        faults.demand(gone <= need, "verify-from-home", &day.label());
        stay += need.saturating_sub(gone);
    }
    let left = unmet.iter().filter(|row| {
        let (place, group) = (row.place.as_str(), row.target_group.as_str());
        homes.contains(&Point::new(
            place,
            group,
            row.service.as_str(),
            row.hours_per_week,
        ))
    });
    let left: u64 = left.map(|row| u64::from(row.persons)).sum();
    faults.demand(stay <= left, "verify-from-home", &whose);
}
