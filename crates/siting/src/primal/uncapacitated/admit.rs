//! Which instances have no capacities that matter, and what their facilities then are.

use crate::instance::{FacilityKind, Instance, Level, Lock, Opened, Payment};

/// A facility of the instance without its sizes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Site {
    pub fixed: i64,
    pub decided: Option<bool>,
    /// Its level and payment if it opens; `None` where it exists or never opens.
    pub opened: Option<Opened>,
    /// The site of the instance, and how its own money is paid.
    pub home: Option<usize>,
    pub payment: Option<usize>,
    /// How much the ways of opening it draw on each ceiling, least and most.
    draws: Vec<(i64, i64)>,
}

/// All facilities, and how many may open.
pub(super) struct Admitted {
    pub sites: Vec<Site>,
    pub most: Option<usize>,
}

/// The facilities of an instance that qualifies.
pub(super) fn admit(instance: &Instance) -> Option<Admitted> {
    let reach = reach(instance)?;
    let mut tenants = vec![0usize; instance.sites.len()];
    for facility in &instance.facilities {
        if let FacilityKind::New { site, .. } = facility.kind {
            tenants[site] += 1;
        }
    }
    independent(instance, &tenants)?;
    let decided = decisions(instance, &tenants)?;
    let sites = (0..instance.facilities.len())
        .map(|facility| site(instance, facility, decided[facility], &reach[facility]))
        .collect::<Option<Vec<Site>>>()?;
    let most = most(instance, &sites)?;
    Some(Admitted { sites, most })
}

/// The load of all who may come to each facility, by state.
fn reach(instance: &Instance) -> Option<Vec<Vec<i64>>> {
    let mut reach = vec![vec![0i64; instance.states()]; instance.facilities.len()];
    for arc in &instance.arcs {
        let demand = &instance.demands[arc.demand];
        let load = i64::from(demand.persons).checked_mul(arc.load)?;
        let sum = &mut reach[arc.facility][demand.state];
        *sum = sum.checked_add(load.max(0))?;
    }
    Some(reach)
}

/// Whether facilities that share a site depend on each other in nothing.
fn independent(instance: &Instance, tenants: &[usize]) -> Option<()> {
    let shares_nothing = |(index, site): (usize, &crate::instance::Site)| {
        let free = |opening: &crate::instance::Opening| {
            opening.fixed_cost == 0 && opening.payments.is_empty()
        };
        tenants[index] <= 1 || (site.max_places.is_none() && site.openings.iter().all(free))
    };
    let mut sites = instance.sites.iter().enumerate();
    sites.all(shares_nothing).then_some(())
}

/// What the locks decide; `None` where they contradict each other or bind facilities together.
fn decisions(instance: &Instance, tenants: &[usize]) -> Option<Vec<Option<bool>>> {
    let mut decided = vec![None; instance.facilities.len()];
    let mut decide = |facility: usize, open: bool| {
        let before = decided[facility].replace(open);
        before.is_none_or(|before| before == open).then_some(())
    };
    for lock in &instance.locks {
        match *lock {
            Lock::Facility { facility, open, .. } => decide(facility, open)?,
            Lock::Site { site, open } => {
                if open && tenants[site] != 1 {
                    return None;
                }
                for (facility, tenant) in instance.facilities.iter().enumerate() {
                    if matches!(tenant.kind, FacilityKind::New { site: home, .. } if home == site) {
                        decide(facility, open)?;
                    }
                }
            }
        }
    }
    Some(decided)
}

fn site(
    instance: &Instance,
    facility: usize,
    decided: Option<bool>,
    reach: &[i64],
) -> Option<Site> {
    let nothing = Site::default();
    let (home, levels) = match &instance.facilities[facility].kind {
        FacilityKind::Existing { capacity } => {
            let closed = decided == Some(false);
            let ample = |(state, &reach): (usize, &i64)| {
                reach <= capacity.get(state).copied().unwrap_or_default()
            };
            let qualifies = closed || reach.iter().enumerate().all(ample);
            let decided = Some(!closed);
            return qualifies.then_some(Site { decided, ..nothing });
        }
        FacilityKind::New { site, levels } => (*site, levels),
    };
    let never = Site {
        decided: Some(false),
        ..nothing
    };
    if decided == Some(false) {
        return Some(never);
    }
    let locked = |at: usize| {
        instance.locks.iter().all(|lock| match *lock {
            Lock::Facility {
                facility: of,
                level: Some(level),
                ..
            } => of != facility || level == at,
            _ => true,
        })
    };
    let fits = |level: &Level| {
        let most = instance.sites[home].max_places;
        most.is_none_or(|most| level.places <= most)
    };
    let ample = |level: &Level| {
        reach.iter().enumerate().all(|(state, &reach)| {
            let window = level.window(state);
            window.min_load <= 0 && reach <= window.capacity
        })
    };
    let usable = levels
        .iter()
        .enumerate()
        .filter(|&(at, level)| locked(at) && fits(level));
    let mut chosen: Option<(i64, i64, Site)> = None;
    let mut draws: Vec<(i64, i64)> = Vec::new();
    for (at, level) in usable {
        if !ample(level) {
            return None;
        }
        let opening = instance.sites[home].opening(level.phase);
        let fixed = level.fixed_cost.checked_add(opening.fixed_cost)?;
        for (payment, own) in ways(&level.payments, &opening.payments) {
            let money = level.payments[payment].municipal
                + own.map_or(0, |own| opening.payments[own].municipal);
            let paid = [
                Some(&level.payments[payment]),
                own.map(|own| &opening.payments[own]),
            ];
            widen(&mut draws, &drawn(instance, paid));
            if chosen
                .as_ref()
                .is_none_or(|(least, municipal, _)| (fixed, money) < (*least, *municipal))
            {
                let opened = Some(Opened { level: at, payment });
                let site = Site {
                    fixed,
                    decided,
                    opened,
                    home: Some(home),
                    payment: own,
                    draws: Vec::new(),
                };
                chosen = Some((fixed, money, site));
            }
        }
    }
    match chosen {
        Some((_, _, site)) => Some(Site { draws, ..site }),
        None => (decided != Some(true)).then_some(never),
    }
}

/// Ways to pay a level and its site's own money together.
fn ways<'a>(
    level: &'a [Payment],
    own: &'a [Payment],
) -> impl Iterator<Item = (usize, Option<usize>)> + 'a {
    (0..level.len()).flat_map(move |payment| {
        let matching = (0..own.len()).filter(move |&at| own[at].scheme == level[payment].scheme);
        let free = own.is_empty().then_some((payment, None));
        free.into_iter()
            .chain(matching.map(move |at| (payment, Some(at))))
    })
}

fn drawn(instance: &Instance, paid: [Option<&Payment>; 2]) -> Vec<i64> {
    let mut drawn = vec![0; instance.ceilings.len()];
    for &(ceiling, cents) in paid.iter().flatten().flat_map(|payment| &payment.draws) {
        drawn[ceiling] += cents;
    }
    drawn
}

fn widen(ranges: &mut Vec<(i64, i64)>, drawn: &[i64]) {
    if ranges.is_empty() {
        ranges.extend(drawn.iter().map(|&cents| (cents, cents)));
    }
    for (range, &cents) in ranges.iter_mut().zip(drawn) {
        *range = (range.0.min(cents), range.1.max(cents));
    }
}

/// How many facilities the ceilings let open; the outer `None` where they limit more than a number.
fn most(instance: &Instance, sites: &[Site]) -> Option<Option<usize>> {
    let mut most: Option<usize> = None;
    for (index, ceiling) in instance.ceilings.iter().enumerate() {
        let ranges = || sites.iter().filter_map(|site| site.draws.get(index));
        let mut all = 0i64;
        for &(_, high) in ranges() {
            all = all.checked_add(high.max(0))?;
        }
        if all <= ceiling.cents {
            continue;
        }
        let &(each, _) = ranges().next()?;
        if each <= 0 || ranges().any(|&range| range != (each, each)) {
            return None;
        }
        let these = usize::try_from(ceiling.cents / each).ok()?;
        most = Some(most.map_or(these, |most| most.min(these)));
    }
    Some(most)
}
