//! The instance as its canonical JSON tells it (`docs/siting-instance.md`).

use crate::Header;
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

/// An arc, its index and the demand that it leads on to.
type Way = (Arc, usize, Option<usize>);

/// An instance with what follows from it.
pub(crate) struct Problem {
    pub header: Header,
    pub told: Instance,
    /// How many sites may open at most, if a ceiling is kept.
    pub most: Option<i128>,
    /// Sites that may be built; the others are one for each existing facility.
    pub built: usize,
    /// Per demand: its persons, and with all who may be brought to it.
    pub people: Vec<(i128, i128)>,
    /// Per facility and state.
    pub served: Vec<Vec<Vec<Way>>>,
    /// Per site: facilities.
    pub at: Vec<Vec<usize>>,
    /// Per facility: bits of those at its site that must be apart from it.
    pub rivals: Vec<u128>,
}

/// Reads an instance; `None` where it is none, or too large to be reckoned exactly.
pub(crate) fn read(json: &[u8], header: Header) -> Option<Problem> {
    // Sums of many products of numbers of 16 digits stay within 128 bits.
    let mut numbers = json.split(|byte| !byte.is_ascii_digit());
    numbers.all(|digits| digits.len() <= 16).then_some(())?;
    let mut told: Instance = serde_json::from_slice(json).ok()?;
    let persons = |demand: &Demand| (demand.persons.into(), demand.persons.into());
    let mut people: Vec<(i128, i128)> = told.demands.iter().map(persons).collect();
    let all: i128 = people.iter().map(|people| people.0).sum();
    let states = 1 + told.demands.iter().map(|demand| demand.state).max().unwrap_or(0);
    if all >= 1 << 32 || told.arcs.len() >= 1 << 24 || states > 1 << 12 {
        return None;
    }
    let (built, mut places) = (told.sites.len(), Vec::new());
    let mut at = vec![Vec::new(); built];
    for (index, facility) in told.facilities.iter_mut().enumerate() {
        if facility.site.is_none() {
            // What exists is a level without cost, at a site of its own.
            let windows = facility.existing.iter().map(|&capacity| (0, capacity)).collect();
            facility.levels = vec![Level { windows, ..Level::default() }];
            told.sites.push(Site::default());
            at.push(Vec::new());
        }
        let site = *facility.site.get_or_insert(at.len() - 1);
        places.push((site, at.get(site)?.len()));
        at[site].push(index);
        for level in facility.levels.iter_mut().filter(|level| level.payments.is_empty()) {
            level.payments.push(Payment::default());
        }
    }
    let mut rivals = vec![0; places.len()];
    for &(a, b) in &told.apart {
        let ((site, first), (other, second)) = (*places.get(a)?, *places.get(b)?);
        if site == other && first.max(second) < 128 {
            (rivals[a], rivals[b]) = (rivals[a] | 1 << second, rivals[b] | 1 << first);
        }
    }
    let (mut onward, mut brought) = (vec![None; told.arcs.len()], BTreeSet::new());
    for &(arc, to) in &told.onward {
        onward.get_mut(arc)?.replace(to).is_none().then_some(())?;
        brought.insert((to, told.arcs[arc].0));
    }
    for &(to, from) in &brought {
        brought.range((from, 0)..(from + 1, 0)).next().is_none().then_some(())?;
        let persons = people.get(from)?.0;
        people.get_mut(to)?.1 += persons;
    }
    let mut served = vec![vec![Vec::new(); states]; places.len()];
    for (index, &arc) in told.arcs.iter().enumerate() {
        (arc.3 >= 0).then_some(())?;
        served.get_mut(arc.1)?[told.demands.get(arc.0)?.state].push((arc, index, onward[index]));
    }
    Some(Problem { header, told, most: None, built, people, served, at, rivals })
}

impl Problem {
    /// Whether all people of a demand go one way.
    pub fn is_together(&self, demand: usize) -> bool {
        self.told.demands[demand].single_source || self.people[demand].1 <= 1
    }

    /// Whether it is also known how many they are.
    pub fn is_whole(&self, demand: usize) -> bool {
        self.is_together(demand) && self.people[demand].0 == self.people[demand].1
    }

    /// How many sites may open, where each draws the same on a ceiling, whatever opens there.
    pub fn kept(&self, ceiling: usize) -> Option<i128> {
        let (most, mut each) = (*self.told.ceilings.get(ceiling)?, None);
        for (site, at) in self.told.sites.iter().zip(&self.at).take(self.built) {
            let own = site.openings.iter().any(|opening| !opening.payments.is_empty());
            (at.len() <= 1 && !own).then_some(())?;
            let levels = at.iter().flat_map(|&facility| &self.told.facilities[facility].levels);
            for payment in levels.flat_map(|level| &level.payments) {
                let draws = payment.draws.iter().filter(|draw| draw.0 == ceiling);
                let drawn: i128 = draws.map(|draw| draw.1).sum();
                (drawn > 0 && *each.get_or_insert(drawn) == drawn).then_some(())?;
            }
        }
        Some(most.div_euclid(each?))
    }

    /// A number that divides the cost of every plan.
    pub fn grain(&self) -> i128 {
        let Instance { demands, sites, facilities, arcs, .. } = &self.told;
        let people = |demand| if self.is_whole(demand) { self.people[demand].0 } else { 1 };
        let levels = facilities.iter().flat_map(|facility| &facility.levels);
        let openings = sites.iter().flat_map(|site| &site.openings);
        let fixed = levels.map(|level| level.fixed_cost);
        let costs = fixed.chain(openings.map(|opening| opening.fixed_cost));
        let costs = costs.chain(demands.iter().filter_map(|demand| demand.unmet_cost));
        let mut grain = 0;
        for mut cost in costs.chain(arcs.iter().map(|arc| arc.2 * people(arc.0))) {
            while cost != 0 {
                (grain, cost) = (cost, grain % cost);
            }
        }
        grain.abs().max(1)
    }
}
