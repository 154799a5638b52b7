//! Where a search begins.

use super::Guide;
use super::rules::Change;
use super::search::Search;

impl Search<'_, '_> {
    /// Builds levels up from what is open: what must be, what a guide prefers, what pays off.
    pub fn construct(&mut self, guide: Option<&Guide>) {
        self.open_what_must();
        if let Some(guide) = guide {
            self.follow(guide);
        }
        self.fill(&|_| false);
        self.climb();
        if !self.is_possible() {
            self.settle();
        }
    }

    fn open_what_must(&mut self) {
        for facility in 0..self.rules.ways.len() {
            let ways = &self.rules.ways[facility];
            if self.state.levels[facility].is_none() && !ways.contains(&None) {
                self.open_one_of(&[facility]);
            }
        }
        for site in 0..self.rules.tenants.len() {
            if self.rules.must_open[site] && self.is_closed(site) {
                let tenants = self.rules.tenants[site].clone();
                self.open_one_of(&tenants);
            }
        }
    }

    /// Whether nothing is open at a site.
    pub fn is_closed(&self, site: usize) -> bool {
        let mut tenants = self.rules.tenants[site].iter();
        tenants.all(|&tenant| self.state.levels[tenant].is_none())
    }

    /// Opens the facility, in the level, that seems to bring most, or the next that can be.
    fn open_one_of(&mut self, facilities: &[usize]) {
        let mut ways: Vec<(i64, Change)> = Vec::new();
        for &facility in facilities {
            for &level in self.rules.ways[facility].iter().filter(|way| way.is_some()) {
                let change = Change { facility, level };
                let dearer = self.dearer(&self.state.levels, &self.after(&[change]), &[change]);
                ways.extend(
                    self.saved(&self.state, change)
                        .map(|saved| (saved - dearer, change)),
                );
            }
        }
        ways.sort_by_key(|&(gain, _)| std::cmp::Reverse(gain));
        for (_, change) in ways {
            if self.affordable(&[change]) && self.accept(&[change]) {
                return;
            }
        }
    }

    /// Opens what the guide opens, the most valuable first, where it can be paid and helps.
    fn follow(&mut self, guide: &Guide) {
        let mut order: Vec<usize> = (0..guide.levels.len())
            .filter(|&facility| self.rules.ways[facility].contains(&guide.levels[facility]))
            .filter(|&facility| {
                guide.levels[facility].is_some() && self.state.levels[facility].is_none()
            })
            .collect();
        order.sort_by(|&a, &b| guide.values[a].total_cmp(&guide.values[b]));
        for facility in order {
            if self.limits.over() {
                return;
            }
            let changes = [Change {
                facility,
                level: guide.levels[facility],
            }];
            if self.gain_above(&changes, 0).is_some() {
                self.accept(&changes);
            }
        }
    }

    /// Whether the levels respect every condition.
    pub fn is_possible(&mut self) -> bool {
        if !self.state.serves() || !self.affordable(&[]) {
            return false;
        }
        let levels = &self.state.levels;
        let mut facilities = 0..levels.len();
        facilities.all(|facility| {
            self.rules.ways[facility].contains(&levels[facility])
                && self.rules.holds(levels, facility)
        }) && (0..self.rules.tenants.len())
            .all(|site| !self.rules.must_open[site] || !self.is_closed(site))
    }
}
