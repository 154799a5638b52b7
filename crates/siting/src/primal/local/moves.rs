//! Steps of the search: single changes, exchanges, and rebuilding what was torn down.

use super::candidates::Candidate;
use super::rules::Change;
use super::search::Search;
use std::cmp::Reverse;

/// Candidates that are assigned before the best of them is taken.
const TRIED: usize = 12;

impl Search<'_, '_> {
    /// Makes the changes that bring most, as long as any are affordable and help.
    pub fn climb(&mut self) {
        while !self.limits.over() {
            let state = self.state.clone();
            let candidates = self.candidates(&state, 0, &|_| false);
            let best = self.complete(&[], 0, candidates);
            if !best.is_some_and(|best| self.take(&best)) {
                break;
            }
        }
    }

    /// Spends what money there is where it brings most, as long as something helps.
    pub fn fill(&mut self, barred: &dyn Fn(usize) -> bool) {
        while !self.limits.over() {
            let mut candidates = self.candidates(&self.state, 0, barred);
            candidates.sort_by(|a, b| {
                let rates = b.rate(b.most).total_cmp(&a.rate(a.most));
                rates.then(b.most.cmp(&a.most))
            });
            let mut best: Option<(f64, i64, Vec<Change>)> = None;
            let mut tried = 0;
            for candidate in candidates {
                let beats = |gain: i64| {
                    let mut best = best.iter();
                    best.all(|best| (candidate.rate(gain), gain) > (best.0, best.1))
                };
                if tried >= TRIED || !beats(candidate.most) {
                    break;
                }
                let changes = candidate.changes(&[]);
                if !self.may_fit(&changes) {
                    continue;
                }
                tried += 1;
                let gain = self.gain(&changes).filter(|&gain| gain > 0 && beats(gain));
                if let Some(gain) = gain
                    && self.affordable(&changes)
                {
                    best = Some((candidate.rate(gain), gain, changes));
                }
            }
            if !best.is_some_and(|(_, _, changes)| self.take(&changes)) {
                break;
            }
        }
    }

    /// What changes bring, where that is more than `least` and they can be and be paid.
    pub fn gain_above(&mut self, changes: &[Change], least: i64) -> Option<i64> {
        let gain = self.gain(changes).filter(|&gain| gain > least)?;
        self.affordable(changes).then_some(gain)
    }

    /// The best affordable changes that begin with some that bring `gain` (which need
    /// not be affordable, nor help by themselves) and go on with a candidate.
    fn complete(
        &mut self,
        base: &[Change],
        gain: i64,
        mut candidates: Vec<Candidate>,
    ) -> Option<Vec<Change>> {
        candidates.sort_by_key(|candidate| Reverse(candidate.most));
        let (mut best, mut most) = (None, 0);
        let mut tried = 0;
        for candidate in candidates {
            if gain + candidate.most <= most || tried >= TRIED {
                break;
            }
            let changes = candidate.changes(base);
            if self.may_fit(&changes) {
                tried += 1;
                if let Some(gain) = self.gain_above(&changes, most) {
                    (best, most) = (Some(changes), gain);
                }
            }
        }
        best
    }

    /// Closes or resizes facilities and does the best that may be done then; whether that helped.
    pub fn exchange(&mut self, base: &[Change]) -> bool {
        let Some(state) = self.next(base) else {
            return false;
        };
        let gain = self.state.cost() - state.cost();
        let barred = |facility: usize| base.iter().any(|change| change.facility == facility);
        let mut candidates = self.candidates(&state, -gain, &barred);
        if base.len() > 1 {
            self.moved(&state, base, -gain, &mut candidates);
        }
        let best = self.complete(base, gain, candidates);
        best.is_some_and(|best| self.take(&best))
    }

    /// Makes changes, whatever they cost, closes what is least worth until they can be
    /// paid, and fills up again; everything stays as it was unless that helped.
    pub fn rebuild(&mut self, changes: &[Change], barred: &dyn Fn(usize) -> bool) -> bool {
        let before = self.state.clone();
        let made = self.accept(changes) && self.afford(changes);
        if made {
            self.fill(barred);
            self.fill(&|_| false);
            self.climb();
        }
        let helped = made && self.state.cost() < before.cost();
        if !helped {
            self.enter(before);
        }
        helped
    }

    /// Takes away what is least worth for its money until the levels can be paid; `kept` stays.
    pub fn afford(&mut self, kept: &[Change]) -> bool {
        while !self.affordable(&[]) {
            let mut reliefs = self.reliefs(kept);
            reliefs.sort_by(|a, b| a.0.total_cmp(&b.0));
            let mut reliefs = reliefs.into_iter();
            if self.limits.over() || !reliefs.any(|(_, change)| self.accept(&[change])) {
                return false;
            }
        }
        true
    }

    /// Changes that draw less, with what they lose at least for each share of the ceilings.
    fn reliefs(&self, kept: &[Change]) -> Vec<(f64, Change)> {
        let levels = &self.state.levels;
        let mut after = levels.clone();
        let mut reliefs = Vec::new();
        for (facility, &before) in levels.iter().enumerate() {
            let Some(site) = self.rules.home[facility] else {
                continue;
            };
            if before.is_none() || kept.iter().any(|change| change.facility == facility) {
                continue;
            }
            let opening = |levels: &[Option<usize>]| {
                self.weights.opening(site, self.rules.phase(levels, site))
            };
            for &level in &self.rules.ways[facility] {
                let change = Change { facility, level };
                after[facility] = level;
                let weight = self.weights.level(facility, level) + opening(&after)
                    - self.weights.level(facility, before)
                    - opening(levels);
                if weight < 0.0 && self.holds(&after, &[change]) {
                    let saved = self.saved(&self.state, change).unwrap_or(i64::MIN / 4);
                    let gain = saved - self.dearer(levels, &after, &[change]);
                    reliefs.push((gain as f64 / weight, change));
                }
            }
            after[facility] = before;
        }
        reliefs
    }
}
