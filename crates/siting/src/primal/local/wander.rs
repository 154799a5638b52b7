//! To a local optimum, and on from there.

use super::rules::Change;
use super::search::Search;
use crate::instance::{Arc, Instance};
use crate::primal::random::Random;

/// Candidates that are forced in, though they are not affordable, in one pass.
const FORCED: usize = 16;
/// Candidates of which one is pressed in at random.
const PRESSED: usize = 40;
/// Share of the cost that may be lost at first.
const LOSS: f64 = 0.01;
/// Sites near a shaken one whose facilities are exchanged after it.
const AROUND: usize = 2;
/// Sites that count as near another.
const NEAR: usize = 8;
/// Ways of a demand that say which sites are near each other.
const SEEN: usize = 8;

impl Search<'_, '_> {
    /// Takes steps of all kinds until none helps.
    pub fn settle(&mut self) {
        self.climb();
        loop {
            let before = self.state.cost();
            for facility in 0..self.state.levels.len() {
                self.exchange_one(facility);
            }
            for site in 0..self.rules.tenants.len() {
                if !self.limits.over() && !self.is_closed(site) {
                    self.replace(site);
                }
            }
            self.force();
            if self.state.cost() >= before || self.limits.over() {
                break;
            }
        }
    }

    /// Exchanges an open facility as long as that helps.
    fn exchange_one(&mut self, facility: usize) {
        let mut ways = self.rules.ways[facility].clone();
        while let Some(level) = ways.pop() {
            let before = self.state.levels[facility];
            if before.is_none() || self.limits.over() {
                return;
            }
            if before != level && self.exchange(&[Change { facility, level }]) {
                self.climb();
            }
        }
    }

    /// Moves a site's facilities elsewhere, or tears them down and builds elsewhere.
    fn replace(&mut self, site: usize) {
        let open = |&&tenant: &&usize| {
            self.state.levels[tenant].is_some() && self.rules.ways[tenant].contains(&None)
        };
        let level = None;
        let tenants = self.rules.tenants[site].iter().filter(open);
        let changes: Vec<Change> = tenants
            .map(|&facility| Change { facility, level })
            .collect();
        if changes.is_empty() || (changes.len() > 1 && self.exchange(&changes)) {
            return;
        }
        let home = self.rules.home.clone();
        self.rebuild(&changes, &|facility| home[facility] == Some(site));
    }

    /// Opens what would bring most if there were money for it, and takes the money from elsewhere.
    fn force(&mut self) {
        let mut candidates = self.candidates(&self.state, 0, &|_| false);
        candidates.sort_by(|a, b| b.rate(b.most).total_cmp(&a.rate(a.most)));
        let mut tried = 0;
        for candidate in candidates {
            if tried >= FORCED || self.limits.over() {
                break;
            }
            let changes = candidate.changes(&[]);
            if !self.affordable(&changes) {
                tried += 1;
                if self.rebuild(&changes, &|_| false) {
                    break;
                }
            }
        }
    }

    /// Shakes, rebuilds and improves until the limits are over. A little is lost now and
    /// then, ever less towards the end (Dueck 1993); the best stays.
    pub fn wander(&mut self, random: &mut Random) {
        let near = near(self.instance, &self.rules.home, self.rules.tenants.len());
        let mut best = self.state.clone();
        let all = self.limits.left();
        while !self.limits.over() {
            self.limits.spend(1);
            let before = self.state.clone();
            let shaken = if random.below(3) == 0 {
                self.press(random)
            } else {
                self.tear_down(&near, random)
            };
            let Some(sites) = shaken else {
                self.enter(before);
                continue;
            };
            self.polish(&sites, &near);
            let left = self.limits.left() as f64 / all as f64;
            let loss = best.cost() as f64 * LOSS * left;
            let worse = self.state.cost() as f64 > best.cost() as f64 + loss;
            if worse || (before.serves() && !self.state.serves()) {
                self.enter(before);
            } else if self.state.cost() < best.cost() {
                best = self.state.clone();
            }
        }
        if best.cost() < self.state.cost() {
            self.enter(best);
        }
    }

    /// Closes most of what is at a few sites near each other, keeps some of it closed, and builds up again.
    fn tear_down(&mut self, near: &[Vec<usize>], random: &mut Random) -> Option<Vec<usize>> {
        let open: Vec<usize> = (0..near.len())
            .filter(|&site| !self.is_closed(site))
            .collect();
        let centre = random.pick(&open)?;
        let mut sites = vec![centre];
        for _ in 0..random.below(4) {
            sites.extend(random.pick(&near[centre]));
        }
        let mut barred = vec![false; self.state.levels.len()];
        for &site in &sites {
            for facility in self.rules.tenants[site].clone() {
                let closable = self.rules.ways[facility].contains(&None);
                if self.state.levels[facility].is_none() || !closable || random.below(4) == 0 {
                    continue;
                }
                let level = None;
                barred[facility] =
                    self.accept(&[Change { facility, level }]) && random.below(2) == 0;
            }
        }
        self.fill(&|facility| barred[facility]);
        Some(sites)
    }

    /// Opens something that cannot be paid, takes the money from what is least worth, and builds up again.
    fn press(&mut self, random: &mut Random) -> Option<Vec<usize>> {
        let mut candidates = self.candidates(&self.state, 0, &|_| false);
        candidates.sort_by(|a, b| b.rate(b.most).total_cmp(&a.rate(a.most)));
        candidates.truncate(PRESSED);
        let picked = random.below(candidates.len().max(1));
        let changes = candidates.get(picked)?.changes(&[]);
        if !self.accept(&changes) || !self.afford(&changes) {
            return None;
        }
        let sites = changes
            .iter()
            .filter_map(|change| self.rules.home[change.facility]);
        Some(sites.take(1).collect())
    }

    /// Fills up, and exchanges what is open at some sites and near them.
    fn polish(&mut self, sites: &[usize], near: &[Vec<usize>]) {
        self.fill(&|_| false);
        self.climb();
        let mut around: Vec<usize> = sites
            .iter()
            .flat_map(|&site| near[site].iter().copied().take(AROUND).chain([site]))
            .collect();
        around.sort_unstable();
        around.dedup();
        for site in around {
            for facility in self.rules.tenants[site].clone() {
                self.exchange_one(facility);
            }
        }
    }
}

/// Per site: others that many of the same people find near.
fn near(instance: &Instance, home: &[Option<usize>], sites: usize) -> Vec<Vec<usize>> {
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for arcs in instance.arcs.chunk_by(|a, b| a.demand == b.demand) {
        let mut ways: Vec<&Arc> = arcs
            .iter()
            .filter(|arc| home[arc.facility].is_some())
            .collect();
        ways.sort_by_key(|arc| arc.cost);
        let seen: Vec<usize> = ways
            .iter()
            .take(SEEN)
            .filter_map(|arc| home[arc.facility])
            .collect();
        for &site in &seen {
            pairs.extend(
                seen.iter()
                    .filter(|&&other| other != site)
                    .map(|&other| (site, other)),
            );
        }
    }
    pairs.sort_unstable();
    let mut counted: Vec<Vec<(usize, usize)>> = vec![Vec::new(); sites];
    for same in pairs.chunk_by(|a, b| a == b) {
        counted[same[0].0].push((same.len(), same[0].1));
    }
    let nearest = |mut others: Vec<(usize, usize)>| {
        others.sort_by_key(|&(count, site)| (std::cmp::Reverse(count), site));
        others
            .into_iter()
            .take(NEAR)
            .map(|(_, site)| site)
            .collect()
    };
    counted.into_iter().map(nearest).collect()
}
