//! To a local optimum, and on from there.

use super::rules::Change;
use super::search::Search;
use crate::instance::{Arc, Instance};
use crate::primal::random::Random;

/// Candidates that are forced in, though they are not affordable, in one pass.
const FORCED: usize = 16;
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

    /// Tears a site down and builds elsewhere.
    fn replace(&mut self, site: usize) -> bool {
        let tenants = self.rules.tenants[site].clone();
        let open = tenants
            .iter()
            .filter(|&&tenant| self.state.levels[tenant].is_some());
        let changes: Vec<Change> = open
            .filter(|&&tenant| self.rules.ways[tenant].contains(&None))
            .map(|&facility| Change {
                facility,
                level: None,
            })
            .collect();
        !changes.is_empty() && self.rebuild(&changes, &|facility| tenants.contains(&facility))
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

    /// Tears down here and there and rebuilds until the limits are over.
    pub fn wander(&mut self, random: &mut Random) {
        let near = near(self.instance, &self.rules.home, self.rules.tenants.len());
        let mut best = self.state.clone();
        while !self.limits.over() {
            self.limits.spend(1);
            let open: Vec<usize> = (0..near.len())
                .filter(|&site| !self.is_closed(site))
                .collect();
            let Some(centre) = random.pick(&open) else {
                break;
            };
            let before = self.state.clone();
            let mut sites = vec![centre];
            for _ in 0..random.below(4) {
                sites.extend(random.pick(&near[centre]));
            }
            let mut barred = Vec::new();
            for &site in &sites {
                for facility in self.rules.tenants[site].clone() {
                    let closable = self.rules.ways[facility].contains(&None);
                    if self.state.levels[facility].is_none() || !closable || random.below(4) == 0 {
                        continue;
                    }
                    let level = None;
                    if self.accept(&[Change { facility, level }]) && random.below(2) == 0 {
                        barred.push(facility);
                    }
                }
            }
            self.fill(&|facility| barred.contains(&facility));
            self.fill(&|_| false);
            self.climb();
            for site in sites {
                for facility in self.rules.tenants[site].clone() {
                    self.exchange_one(facility);
                }
            }
            if self.state.cost() > before.cost() || (before.serves() && !self.state.serves()) {
                self.enter(before);
            } else if self.state.cost() < best.cost() {
                best = self.state.clone();
            }
        }
        if best.cost() < self.state.cost() {
            self.enter(best);
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
