//! What changes would cost, and making them.

use super::payable::payable;
use super::rules::Change;
use super::search::{Search, State};
use crate::primal::payments::pay;

/// Of so many open facilities the payments are chosen with certainty.
const FEW: usize = 12;

impl Search<'_, '_> {
    /// The levels after changes.
    pub fn after(&self, changes: &[Change]) -> Vec<Option<usize>> {
        let mut levels = self.state.levels.clone();
        for change in changes {
            levels[change.facility] = change.level;
        }
        levels
    }

    /// Whether the rules let changes be that lead to these levels.
    pub fn holds(&self, after: &[Option<usize>], changes: &[Change]) -> bool {
        changes
            .iter()
            .all(|change| self.rules.holds(after, change.facility))
    }

    /// Whether each ceiling by itself would hold after changes.
    pub fn may_fit(&mut self, changes: &[Change]) -> bool {
        let before = changes
            .iter()
            .map(|change| self.state.levels[change.facility]);
        let before: Vec<Option<usize>> = before.collect();
        for change in changes {
            self.purse.set(change.facility, change.level);
        }
        let fits = self.purse.is_affordable();
        for (change, level) in changes.iter().zip(before).rev() {
            self.purse.set(change.facility, level);
        }
        fits
    }

    /// Whether a way is found to pay everything after changes.
    pub fn affordable(&mut self, changes: &[Change]) -> bool {
        if !self.may_fit(changes) {
            return false;
        }
        if self.weights.plain {
            return true;
        }
        let after = self.after(changes);
        if after.iter().flatten().count() <= FEW {
            return pay(self.instance, &after).found().is_some();
        }
        let before = self.state.levels.clone();
        self.draw(&after);
        let paid = payable(self.instance, &self.rules, &self.purse, &after);
        self.draw(&before);
        paid.is_some()
    }

    /// Draws what these levels draw.
    fn draw(&mut self, levels: &[Option<usize>]) {
        for (facility, &level) in levels.iter().enumerate() {
            self.purse.set(facility, level);
        }
    }

    /// What facilities and sites cost more after changes.
    pub fn dearer(
        &self,
        before: &[Option<usize>],
        after: &[Option<usize>],
        changes: &[Change],
    ) -> i64 {
        let mut dearer = 0;
        for (at, change) in changes.iter().enumerate() {
            let site = self.rules.home[change.facility];
            let seen = |earlier: &Change| self.rules.home[earlier.facility] == site;
            if let Some(site) = site.filter(|_| !changes[..at].iter().any(seen)) {
                dearer += self.rules.fixed(after, site);
                dearer -= self.rules.fixed(before, site);
            }
        }
        dearer
    }

    /// By how much changes lower the cost; `None` where they cannot be. Money is not looked at.
    pub fn gain(&mut self, changes: &[Change]) -> Option<i64> {
        let after = self.after(changes);
        if !self.holds(&after, changes) {
            return None;
        }
        let mut gain = -self.dearer(&self.state.levels, &after, changes);
        for group in self.touched(changes) {
            gain += self.state.groups[group] - self.group_cost(group, &after)?;
        }
        Some(gain)
    }

    /// The state after changes; `None` where they cannot be. Money is not looked at.
    pub fn next(&mut self, changes: &[Change]) -> Option<State> {
        let after = self.after(changes);
        if !self.holds(&after, changes) {
            return None;
        }
        let mut state = self.state.clone();
        state.fixed += self.dearer(&self.state.levels, &after, changes);
        state.levels = after;
        let touched = self.touched(changes);
        for &group in &touched {
            self.look(group, &mut state)?;
        }
        self.appraise(touched, Some(&self.state), &mut state);
        Some(state)
    }

    /// Makes changes if they leave nobody without who must be served and was.
    pub fn accept(&mut self, changes: &[Change]) -> bool {
        let serves = self.state.serves();
        let next = self.next(changes);
        let next = next.filter(|next| next.serves() || !serves);
        let accepted = next.is_some();
        if let Some(next) = next {
            self.enter(next);
        }
        accepted
    }

    /// Makes changes that were found to help; whether they did. (What is assigned by search
    /// may come out otherwise the second time.)
    pub fn take(&mut self, changes: &[Change]) -> bool {
        let before = self.state.cost();
        match self.next(changes) {
            Some(next) if next.cost() < before => {
                self.enter(next);
                true
            }
            _ => false,
        }
    }

    /// Goes to another state.
    pub fn enter(&mut self, state: State) {
        self.draw(&state.levels);
        self.state = state;
    }
}
