//! The instance as its canonical JSON tells it (`docs/siting-instance.md`).

use serde::Deserialize;
use std::collections::BTreeSet;

macro_rules! tables {
    ($($name:ident { $($field:ident: $type:ty),* })*) => { $(
        #[derive(Deserialize, Default)]
        #[serde(default, deny_unknown_fields)]
        pub(crate) struct $name { $(pub $field: $type),* }
    )* };
}

tables! {
    Instance {
        schema: String, demands: Vec<Demand>, sites: Vec<Site>, facilities: Vec<Facility>,
        ceilings: Vec<i128>, apart: Vec<(usize, usize)>, locks: Vec<Lock>, arcs: Vec<Arc>,
        onward: Vec<(usize, usize)>
    }
    Demand { persons: u32, unmet_cost: Option<i128>, single_source: bool, state: usize }
    Site { openings: Vec<Opening>, max_places: Option<i128> }
    Opening { fixed_cost: i128, payments: Vec<Payment> }
    Payment { scheme: u32, draws: Vec<(usize, i128)>, municipal: i128 }
    Facility { existing: Vec<i128>, site: Option<usize>, levels: Vec<Level> }
    Level {
        places: i128, windows: Vec<(i128, i128)>, phase: usize, fixed_cost: i128,
        payments: Vec<Payment>
    }
    Lock { site: Option<usize>, facility: Option<usize>, level: Option<usize>, open: bool }
}

/// Demand, facility, cost and load of a person.
type Arc = (usize, usize, i128, i128);

/// An instance with what follows from it.
pub(crate) struct Problem {
    pub told: Instance,
    /// Sites that may be built; the others are one for each existing facility.
    pub built: usize,
    /// Per arc: the demand that it leads on to.
    pub onward: Vec<Option<usize>>,
    /// Per demand: its persons and all who may be brought to it.
    pub people: Vec<i128>,
    /// Per facility and state: arcs.
    pub served: Vec<Vec<Vec<usize>>>,
    /// Per site: facilities.
    pub at: Vec<Vec<usize>>,
    /// Per facility: bits of those at its site that must be apart from it.
    pub rivals: Vec<u128>,
}

/// Whether no number is too long for sums of many products to stay within 128 bits.
pub(crate) fn is_short(json: &[u8]) -> bool {
    let mut numbers = json.split(|byte| !byte.is_ascii_digit());
    numbers.all(|digits| digits.len() <= 16)
}

/// Reads an instance; `None` where it is none, or too large to be reckoned exactly.
pub(crate) fn read(json: &[u8]) -> Option<Problem> {
    let mut told: Instance = serde_json::from_slice(json).ok()?;
    let mut people: Vec<i128> = told
        .demands
        .iter()
        .map(|demand| demand.persons.into())
        .collect();
    let is_small = people.iter().sum::<i128>() < 1 << 32 && told.arcs.len() < 1 << 24;
    let states = told
        .demands
        .iter()
        .map(|demand| demand.state)
        .max()
        .unwrap_or(0);
    if !is_small || states >= 1 << 12 || !is_short(json) {
        return None;
    }
    let built = told.sites.len();
    let mut at = vec![Vec::new(); built];
    let mut places = Vec::new();
    for (index, facility) in told.facilities.iter_mut().enumerate() {
        // What exists already: a level without cost, at a site of its own.
        if facility.site.is_none() {
            let windows = facility
                .existing
                .iter()
                .map(|&capacity| (0, capacity))
                .collect();
            facility.levels = vec![Level {
                windows,
                ..Level::default()
            }];
            at.push(Vec::new());
            told.sites.push(Site::default());
        }
        let site = *facility.site.get_or_insert(at.len() - 1);
        places.push((site, at.get(site)?.len()));
        at[site].push(index);
        for level in &mut facility.levels {
            if level.payments.is_empty() {
                level.payments.push(Payment::default());
            }
        }
    }
    if told
        .locks
        .iter()
        .any(|lock| lock.facility >= Some(places.len()))
    {
        return None;
    }
    let mut rivals = vec![0; places.len()];
    for &(a, b) in &told.apart {
        let ((site, a_place), (other, b_place)) = (*places.get(a)?, *places.get(b)?);
        if site == other && a_place.max(b_place) < 128 {
            rivals[a] |= 1 << b_place;
            rivals[b] |= 1 << a_place;
        }
    }
    let mut served = vec![vec![Vec::new(); states + 1]; places.len()];
    for (index, arc) in told.arcs.iter().enumerate() {
        served.get_mut(arc.1)?[told.demands.get(arc.0)?.state].push(index);
    }
    let mut onward = vec![None; told.arcs.len()];
    let mut brought = BTreeSet::new();
    for &(arc, to) in &told.onward {
        if onward.get_mut(arc)?.replace(to).is_some() {
            return None;
        }
        brought.insert((to, told.arcs[arc].0));
    }
    for &(to, from) in &brought {
        if brought.range((from, 0)..(from + 1, 0)).next().is_some() {
            return None;
        }
        *people.get_mut(to)? += i128::from(told.demands[from].persons);
    }
    Some(Problem {
        told,
        built,
        onward,
        people,
        served,
        at,
        rivals,
    })
}

impl Site {
    pub fn opening(&self, phase: usize) -> (i128, &[Payment]) {
        let opening = self.openings.get(phase);
        opening.map_or((0, &[]), |opening| (opening.fixed_cost, &opening.payments))
    }
}

impl Problem {
    /// Whether all people of a demand go one way.
    pub fn is_together(&self, demand: usize) -> bool {
        self.told.demands[demand].single_source || self.people[demand] <= 1
    }

    /// Whether every open site draws exactly 1 on a ceiling, whatever opens there.
    pub fn keeps(&self, ceiling: usize) -> bool {
        let drawn = |payment: &Payment| -> i128 {
            let draws = payment.draws.iter().filter(|draw| draw.0 == ceiling);
            draws.map(|draw| draw.1).sum()
        };
        for (site, at) in self.told.sites.iter().zip(&self.at).take(self.built) {
            for level in at
                .iter()
                .flat_map(|&index| &self.told.facilities[index].levels)
            {
                let own = site.opening(level.phase).1;
                for first in level.payments.iter().map(drawn) {
                    let is_one = |own| first + own == 1 && (first == 0 || at.len() == 1);
                    if !own.iter().map(drawn).all(is_one) || (own.is_empty() && !is_one(0)) {
                        return false;
                    }
                }
            }
        }
        true
    }
}
