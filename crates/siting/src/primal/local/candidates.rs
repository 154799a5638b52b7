//! Changes that may help, with the most that each may bring.

use super::rules::Change;
use super::search::{Search, State};

/// Changes that belong together.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    first: Change,
    more: Vec<Change>,
    /// The most by which they lower the cost.
    pub most: i64,
    /// What they draw, as a share of the ceilings that may bind.
    pub weight: f64,
}

impl Candidate {
    /// The changes, after others.
    pub fn changes(&self, base: &[Change]) -> Vec<Change> {
        [base, &[self.first], &self.more].concat()
    }

    /// What a share of the ceilings brings if the changes bring so much; no end where it costs none.
    pub fn rate(&self, gain: i64) -> f64 {
        if self.weight > 1e-12 {
            gain as f64 / self.weight
        } else {
            f64::INFINITY
        }
    }
}

/// A site without one of its facilities.
struct Rest {
    places: u64,
    phase: Option<usize>,
}

/// What a change is of its own, and what it is with the site's opening.
struct Price {
    saved: i64,
    weight: f64,
    phase: Option<usize>,
}

impl Search<'_, '_> {
    /// All that may bring more than `least` at the levels and prices of a state: one facility in
    /// another level, or several of them where a site is closed. Facilities for which
    /// `barred` is true stay.
    pub fn candidates(
        &self,
        state: &State,
        least: i64,
        barred: &dyn Fn(usize) -> bool,
    ) -> Vec<Candidate> {
        self.limits.spend(1);
        let mut found = Vec::new();
        for site in 0..self.rules.tenants.len() {
            let mut best: Vec<(Change, Price)> = Vec::new();
            let before = self.rules.phase(&state.levels, site);
            for &facility in self.rules.tenants[site].iter() {
                if self.rules.ways[facility].len() < 2 || barred(facility) {
                    continue;
                }
                let rest = self.rest(state, site, facility);
                let mut most: Option<(Change, Price)> = None;
                for &level in &self.rules.ways[facility] {
                    let change = Change { facility, level };
                    let Some(price) = self.price(state, site, &rest, change) else {
                        continue;
                    };
                    let opening = self.opening(site, price.phase) - self.opening(site, before);
                    if price.saved - opening > least {
                        let weight = price.weight + self.weights.opening(site, price.phase)
                            - self.weights.opening(site, before);
                        found.push(Candidate {
                            first: change,
                            more: Vec::new(),
                            most: price.saved - opening,
                            weight,
                        });
                    }
                    if price.saved > 0
                        && most
                            .as_ref()
                            .is_none_or(|(_, most)| price.saved > most.saved)
                    {
                        most = Some((change, price));
                    }
                }
                best.extend(most);
            }
            if before.is_none() && best.len() > 1 {
                self.bundles(state, site, best, least, &mut found);
            }
        }
        found
    }

    fn rest(&self, state: &State, site: usize, facility: usize) -> Rest {
        let mut rest = Rest {
            places: 0,
            phase: None,
        };
        for &tenant in &self.rules.tenants[site] {
            if let Some(level) = state.levels[tenant].filter(|_| tenant != facility) {
                let level = &self.instance.levels(tenant)[level];
                rest.places += u64::from(level.places);
                rest.phase = Some(
                    rest.phase
                        .map_or(level.phase, |phase| phase.min(level.phase)),
                );
            }
        }
        rest
    }

    /// What a change saves at most and draws without the site's opening, where it may be.
    fn price(&self, state: &State, site: usize, rest: &Rest, change: Change) -> Option<Price> {
        let Change { facility, level } = change;
        let saved = self.saved(state, change)?;
        let of = |level: Option<usize>| level.map(|level| &self.instance.levels(facility)[level]);
        let (now, before) = (of(level), of(state.levels[facility]));
        let fixed =
            |level: Option<&crate::instance::Level>| level.map_or(0, |level| level.fixed_cost);
        let places = rest.places + now.map_or(0, |now| u64::from(now.places));
        let phase = now.map(|now| rest.phase.map_or(now.phase, |phase| phase.min(now.phase)));
        let weight = self.weights.level(facility, level)
            - self.weights.level(facility, state.levels[facility]);
        let price = Price {
            saved: saved - fixed(now) + fixed(before),
            weight,
            phase: phase.or(rest.phase),
        };
        self.rules
            .admits(
                &state.levels,
                site,
                facility,
                level,
                places,
                price.phase.is_some(),
            )
            .then_some(price)
    }

    fn opening(&self, site: usize, phase: Option<usize>) -> i64 {
        let site = &self.instance.sites[site];
        phase.map_or(0, |phase| site.opening(phase).fixed_cost)
    }

    /// A closed site with the two, three … facilities that bring most for what they draw.
    fn bundles(
        &self,
        state: &State,
        site: usize,
        mut best: Vec<(Change, Price)>,
        least: i64,
        found: &mut Vec<Candidate>,
    ) {
        let rate = |price: &Price| price.saved as f64 / price.weight.max(1e-12);
        best.sort_by(|(_, a), (_, b)| rate(b).total_cmp(&rate(a)));
        let mut levels = state.levels.clone();
        let mut changes: Vec<Change> = Vec::new();
        let (mut saved, mut weight) = (0, 0.0);
        for (change, price) in best {
            levels[change.facility] = change.level;
            if !self.rules.holds(&levels, change.facility) {
                levels[change.facility] = None;
                continue;
            }
            changes.push(change);
            saved += price.saved;
            weight += price.weight;
            let phase = self.rules.phase(&levels, site);
            let most = saved - self.opening(site, phase);
            if changes.len() > 1 && most > least {
                found.push(Candidate {
                    first: changes[0],
                    more: changes[1..].to_vec(),
                    most,
                    weight: weight + self.weights.opening(site, phase),
                });
            }
        }
    }

    /// What was closed, in the same levels at each other site.
    pub fn moved(&self, state: &State, closed: &[Change], least: i64, found: &mut Vec<Candidate>) {
        let home = self.rules.home[closed[0].facility];
        for site in (0..self.rules.tenants.len()).filter(|&site| Some(site) != home) {
            let twin = |change: &Change| {
                let level = self.state.levels[change.facility];
                let mut tenants = self.rules.tenants[site].iter().copied();
                let facility = tenants.find(|&tenant| {
                    self.share_market(tenant, change.facility)
                        && state.levels[tenant].is_none()
                        && self.rules.ways[tenant].contains(&level)
                })?;
                Some(Change { facility, level })
            };
            let changes: Vec<Change> = closed.iter().filter_map(twin).collect();
            let saved = changes.iter().map(|&change| self.saved(state, change));
            let (Some((&first, more)), Some(saved)) =
                (changes.split_first(), saved.sum::<Option<i64>>())
            else {
                continue;
            };
            let mut after = state.levels.clone();
            for change in &changes {
                after[change.facility] = change.level;
            }
            let most = saved - self.dearer(&state.levels, &after, &changes);
            if !more.is_empty() && most > least && self.holds(&after, &changes) {
                found.push(Candidate {
                    first,
                    more: more.to_vec(),
                    most,
                    weight: 0.0,
                });
            }
        }
    }
}
