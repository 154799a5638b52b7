//! The least cost by trying everything; knows no solver. For tiny instances
//! without negative costs.

use siting::instance::*;
use std::collections::BTreeMap;

/// The least cost of any answer; `None` where there is none.
pub fn optimum(instance: &Instance) -> Option<i64> {
    let mut patterns: Vec<(i64, Pattern)> = patterns(instance)
        .into_iter()
        .filter(|pattern| is_allowed(instance, pattern))
        .map(|pattern| (at_least(instance, &pattern), pattern))
        .collect();
    patterns.sort_unstable();
    let mut best: Option<i64> = None;
    for (least, pattern) in patterns {
        if best.is_some_and(|best| least >= best) {
            break;
        }
        if !is_payable(instance, &pattern) {
            continue;
        }
        let states = 0..instance.states();
        let assigned: Option<i64> = states
            .map(|state| assigned(instance, &pattern, state))
            .sum();
        let cost = assigned.map(|assigned| assigned + fixed(instance, &pattern));
        best = [best, cost].into_iter().flatten().min();
    }
    best
}

/// Per facility: the level that opens.
type Pattern = Vec<Option<usize>>;

fn patterns(instance: &Instance) -> Vec<Pattern> {
    let mut all = vec![Vec::new()];
    for facility in 0..instance.facilities.len() {
        let levels = (0..instance.levels(facility).len()).map(Some);
        let ways: Vec<Option<usize>> = std::iter::once(None).chain(levels).collect();
        let longer = |pattern: &Pattern| {
            let pattern = pattern.clone();
            ways.iter()
                .map(move |&way| pattern.iter().copied().chain([way]).collect())
                .collect::<Vec<Pattern>>()
        };
        all = all.iter().flat_map(longer).collect();
    }
    all
}

/// What opens: facility, site, level.
fn opened<'a>(
    instance: &'a Instance,
    pattern: &'a [Option<usize>],
) -> impl Iterator<Item = (usize, usize, &'a Level)> {
    let facilities = instance.facilities.iter().zip(pattern).enumerate();
    facilities.filter_map(|(index, (facility, level))| match &facility.kind {
        FacilityKind::New { site, levels } => Some((index, *site, &levels[(*level)?])),
        FacilityKind::Existing { .. } => None,
    })
}

/// The phase in which a site opens.
fn phase(instance: &Instance, pattern: &[Option<usize>], at: usize) -> Option<usize> {
    let here = opened(instance, pattern).filter(|&(_, site, _)| site == at);
    here.map(|(_, _, level)| level.phase).min()
}

fn fixed(instance: &Instance, pattern: &[Option<usize>]) -> i64 {
    let levels: i64 = opened(instance, pattern)
        .map(|(_, _, level)| level.fixed_cost)
        .sum();
    let site = |site: usize| {
        let phase = phase(instance, pattern, site)?;
        Some(instance.sites[site].openings.get(phase)?.fixed_cost)
    };
    levels + (0..instance.sites.len()).filter_map(site).sum::<i64>()
}

/// Whether room, neighbours and locks allow it.
fn is_allowed(instance: &Instance, pattern: &[Option<usize>]) -> bool {
    let room = |(index, site): (usize, &Site)| {
        let here = opened(instance, pattern).filter(|&(_, site, _)| site == index);
        let places: u32 = here.map(|(_, _, level)| level.places).sum();
        site.max_places.is_none_or(|most| places <= most)
    };
    let lock = |lock: &Lock| match *lock {
        Lock::Site { site, open } => phase(instance, pattern, site).is_some() == open,
        Lock::Facility {
            facility,
            level,
            open,
        } => match (&instance.facilities[facility].kind, pattern[facility]) {
            (FacilityKind::Existing { .. }, _) => true,
            (_, None) => !open,
            (_, Some(at)) => open && level.is_none_or(|level| level == at),
        },
    };
    let apart = |&(a, b): &(usize, usize)| pattern[a].is_none() || pattern[b].is_none();
    instance.sites.iter().enumerate().all(room)
        && instance.apart.iter().all(apart)
        && instance.locks.iter().all(lock)
}

/// Fixed money, and everybody where it is cheapest, whatever fits in.
fn at_least(instance: &Instance, pattern: &[Option<usize>]) -> i64 {
    let mut least: Vec<Option<i64>> = instance
        .demands
        .iter()
        .map(|demand| demand.unmet_cost)
        .collect();
    for arc in &instance.arcs {
        if pattern[arc.facility].is_some() || instance.levels(arc.facility).is_empty() {
            let least = &mut least[arc.demand];
            *least = Some(least.map_or(arc.cost, |least| least.min(arc.cost)));
        }
    }
    let people = instance.demands.iter().zip(least);
    let cost = people.map(|(demand, least)| i64::from(demand.persons) * least.unwrap_or(0));
    fixed(instance, pattern) + cost.sum::<i64>()
}

/// Whether it can be paid, by trying all ways.
fn is_payable(instance: &Instance, pattern: &[Option<usize>]) -> bool {
    let mut ways = vec![(vec![0; instance.ceilings.len()], Vec::new())];
    let with = |(drawn, schemes): &(Vec<i64>, Vec<(usize, usize)>), site: usize, way: &Payment| {
        let (mut drawn, mut schemes) = (drawn.clone(), schemes.clone());
        way.draws.iter().for_each(|draw| drawn[draw.0] += draw.1);
        schemes.push((site, way.scheme));
        let within = drawn.iter().zip(&instance.ceilings);
        let within = within.into_iter().all(|(drawn, most)| *drawn <= most.cents);
        within.then_some((drawn, schemes))
    };
    for (_, site, level) in opened(instance, pattern) {
        ways = ways
            .iter()
            .flat_map(|before| {
                level
                    .payments
                    .iter()
                    .filter_map(move |way| with(before, site, way))
            })
            .collect();
        ways.sort_unstable();
        ways.dedup();
    }
    for site in 0..instance.sites.len() {
        let opening = phase(instance, pattern, site)
            .and_then(|phase| instance.sites[site].openings.get(phase))
            .filter(|opening| !opening.payments.is_empty());
        let Some(opening) = opening else { continue };
        let shared = |before: &(Vec<i64>, Vec<(usize, usize)>), way: &Payment| {
            before.1.contains(&(site, way.scheme))
        };
        ways = ways
            .iter()
            .flat_map(|before| {
                let payments = opening.payments.iter();
                payments
                    .filter(move |way| shared(before, way))
                    .filter_map(move |way| with(before, site, way))
            })
            .collect();
    }
    !ways.is_empty()
}

/// Loads of the facilities, and people led on to each demand.
type Filled = (Vec<i64>, Vec<u32>);

/// The least cost of assigning everybody of a state: one demand after the
/// other, those who are led on last, keeping the cheapest way to each filling.
fn assigned(instance: &Instance, pattern: &[Option<usize>], state: usize) -> Option<i64> {
    let windows: Vec<Window> = (0..instance.facilities.len())
        .map(|facility| window(instance, pattern, facility, state))
        .collect();
    let led_on = |demand: usize| instance.onward.iter().any(|onward| onward.demand == demand);
    let mut demands: Vec<usize> = (0..instance.demands.len())
        .filter(|&demand| instance.demands[demand].state == state)
        .collect();
    demands.sort_by_key(|&demand| led_on(demand));
    let nothing = (
        vec![0; instance.facilities.len()],
        vec![0; instance.demands.len()],
    );
    let mut cheapest: BTreeMap<Filled, i64> = BTreeMap::from([(nothing, 0)]);
    for demand in demands {
        let arcs: Vec<usize> = (0..instance.arcs.len())
            .filter(|&arc| instance.arcs[arc].demand == demand)
            .collect();
        let mut next = BTreeMap::new();
        for ((loads, mut brought), cost) in cheapest {
            let people = instance.demands[demand].persons + std::mem::take(&mut brought[demand]);
            let mut turn = Turn {
                instance,
                windows: &windows,
                demand,
                arcs: &arcs,
                next: &mut next,
            };
            turn.assign(0, people, people, (loads, brought), cost);
        }
        cheapest = next;
    }
    let filled = |loads: &[i64]| {
        let mut loads = loads.iter().zip(&windows);
        loads.all(|(&load, window)| load >= window.min_load)
    };
    let ends = cheapest.into_iter().filter(|((loads, _), _)| filled(loads));
    ends.map(|(_, cost)| cost).min()
}

fn window(instance: &Instance, pattern: &[Option<usize>], facility: usize, state: usize) -> Window {
    match (&instance.facilities[facility].kind, pattern[facility]) {
        (FacilityKind::Existing { capacity }, _) => {
            let shut = |lock: &Lock| matches!(*lock, Lock::Facility { facility: at, open: false, .. } if at == facility);
            let capacity = capacity.get(state).copied().unwrap_or(0);
            Window {
                min_load: 0,
                capacity: if instance.locks.iter().any(shut) {
                    0
                } else {
                    capacity
                },
            }
        }
        (FacilityKind::New { .. }, None) => Window::default(),
        (FacilityKind::New { levels, .. }, Some(level)) => levels[level]
            .windows
            .get(state)
            .copied()
            .unwrap_or_default(),
    }
}

/// One demand is assigned.
struct Turn<'a> {
    instance: &'a Instance,
    windows: &'a [Window],
    demand: usize,
    arcs: &'a [usize],
    next: &'a mut BTreeMap<Filled, i64>,
}

impl Turn<'_> {
    /// Tries all ways for those who are left, from the arc at `at` on.
    fn assign(&mut self, at: usize, people: u32, left: u32, filled: Filled, cost: i64) {
        let demand = &self.instance.demands[self.demand];
        let Some(&index) = self.arcs.get(at) else {
            let together = !demand.single_source || left == 0 || left == people;
            let unmet = match demand.unmet_cost {
                Some(unmet) => Some(unmet * i64::from(left)),
                None => (left == 0).then_some(0),
            };
            if let (true, Some(unmet)) = (together, unmet) {
                let best = self.next.entry(filled).or_insert(i64::MAX);
                *best = (*best).min(cost + unmet);
            }
            return;
        };
        let arc = &self.instance.arcs[index];
        for persons in 0..=left {
            if demand.single_source && persons > 0 && persons < people {
                continue;
            }
            let mut filled = filled.clone();
            filled.0[arc.facility] += i64::from(persons) * arc.load;
            if filled.0[arc.facility] > self.windows[arc.facility].capacity {
                break;
            }
            let onward = self
                .instance
                .onward
                .iter()
                .find(|onward| onward.arc == index);
            if let Some(onward) = onward {
                filled.1[onward.demand] += persons;
            }
            self.assign(
                at + 1,
                people,
                left - persons,
                filled,
                cost + i64::from(persons) * arc.cost,
            );
        }
    }
}
