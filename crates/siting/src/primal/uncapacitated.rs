//! Instances in which whoever opens can serve everybody: p-median, uncapacitated
//! location with fixed costs, maximal covering.

use crate::instance::{Arc, Instance, Solution};

mod admit;
mod rows;

/// A location problem without capacities: for each row the sites that may serve
/// it, cheapest first. Its sites are the facilities of an instance; what exists
/// is open for good. It is exact: a set of open sites costs what the best
/// solution of the instance costs in which just these facilities are open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Uncapacitated {
    rows: rows::Rows,
    sites: Vec<admit::Site>,
    most: Option<usize>,
    huge: i64,
}

impl Uncapacitated {
    /// The view of an instance that qualifies: every level that may be chosen
    /// holds all who may come and needs nobody, facilities depend on each other
    /// in nothing but a number of them that may open. `None` otherwise.
    pub fn of(instance: &Instance) -> Option<Self> {
        if !instance.onward.is_empty() || !instance.apart.is_empty() {
            return None;
        }
        let admitted = admit::admit(instance)?;
        let rows = rows::Rows::of(instance, &admitted.sites)?;
        // A row that must be served and is not outweighs all costs together.
        let huge = i64::MAX / 8 / (rows.len() as i64 + 1);
        let fixed = admitted.sites.iter().map(|site| site.fixed.checked_abs());
        let fixed = fixed.sum::<Option<i64>>()?;
        let dearest = rows.dearest()?.checked_add(fixed)?;
        let view = Self {
            rows,
            sites: admitted.sites,
            most: admitted.most,
            huge,
        };
        (dearest < huge).then_some(view)
    }

    /// Number of sites: the instance's facilities.
    pub fn sites(&self) -> usize {
        self.sites.len()
    }

    /// Number of rows; demands that cannot be told apart share one.
    pub fn rows(&self) -> usize {
        self.rows.len()
    }

    /// Sites that may serve a row, by rising cost.
    pub fn row(&self, row: usize) -> &[u32] {
        &self.rows.sites[self.rows.range(row)]
    }

    /// What serving the row from these sites costs.
    pub fn costs(&self, row: usize) -> &[i64] {
        &self.rows.costs[self.rows.range(row)]
    }

    /// What the row costs when no open site serves it, at least any of its
    /// [costs](Self::costs); `None` where it must be served.
    pub fn unserved(&self, row: usize) -> Option<i64> {
        self.rows.unserved[row]
    }

    /// The same, with a cost above all others where it must be served.
    pub(super) fn penalty(&self, row: usize) -> i64 {
        self.rows.unserved[row].unwrap_or(self.huge)
    }

    /// Cost of a sum in which no penalty is, `None` otherwise.
    pub(super) fn proper(&self, cost: i64) -> Option<i64> {
        (cost < self.huge).then_some(cost)
    }

    /// What opening a site costs.
    pub fn fixed(&self, site: usize) -> i64 {
        self.sites[site].fixed
    }

    /// Whether it is decided that a site is open or closed.
    pub fn decided(&self, site: usize) -> Option<bool> {
        self.sites[site].decided
    }

    /// Whether an open site counts towards [`Uncapacitated::most`]: unless it exists.
    pub fn counts(&self, site: usize) -> bool {
        self.sites[site].opened.is_some()
    }

    /// Most sites that may open, besides those that exist.
    pub fn most(&self) -> Option<usize> {
        self.most
    }

    /// Cost of a set of open sites; `None` where it leaves somebody without who must be served,
    /// opens too many, or is against what is decided.
    pub fn cost(&self, open: &[bool]) -> Option<i64> {
        let open_sites = || (0..self.sites()).filter(|&site| open[site]);
        let count = open_sites().filter(|&site| self.counts(site)).count();
        let against = (0..self.sites()).any(|site| self.decided(site) == Some(!open[site]));
        if against || self.most.is_some_and(|most| count > most) {
            return None;
        }
        let row = |row: usize| {
            let first = self.row(row).iter().position(|&site| open[site as usize]);
            first.map_or(self.penalty(row), |at| self.costs(row)[at])
        };
        let fixed: i64 = open_sites().map(|site| self.fixed(site)).sum();
        self.proper(fixed + (0..self.rows()).map(row).sum::<i64>())
    }

    /// The levels of the instance's facilities that a set of open sites means.
    pub fn levels(&self, open: &[bool]) -> Vec<Option<usize>> {
        let sites = self.sites.iter().zip(open);
        let level =
            |(site, &open): (&admit::Site, &bool)| Some(site.opened.filter(|_| open)?.level);
        sites.map(level).collect()
    }

    /// The open sites that levels of the instance's facilities mean.
    pub fn open(&self, levels: &[Option<usize>]) -> Vec<bool> {
        let exists = |site: usize| self.decided(site) == Some(true) && !self.counts(site);
        (0..self.sites())
            .map(|site| exists(site) || levels[site].is_some())
            .collect()
    }

    /// The whole solution of the instance; `None` where [`Uncapacitated::cost`] is.
    pub fn solution(&self, instance: &Instance, open: &[bool]) -> Option<Solution> {
        self.cost(open)?;
        let mut solution = Solution::nothing(instance);
        for (facility, site) in self.sites.iter().enumerate() {
            let (Some(opened), true) = (site.opened, open[facility]) else {
                continue;
            };
            solution.open[facility] = Some(opened);
            if let Some(payment) = site.payment {
                solution.site_payment[site.home?] = Some(payment);
            }
        }
        let mut begin = 0;
        for arcs in instance.arcs.chunk_by(|a, b| a.demand == b.demand) {
            let demand = &instance.demands[arcs[0].demand];
            let serves = |arc: &Arc| {
                open[arc.facility] && demand.unmet_cost.is_none_or(|unmet| arc.cost <= unmet)
            };
            let serving = (0..arcs.len()).filter(|&at| serves(&arcs[at]));
            if let Some(cheapest) = serving.min_by_key(|&at| arcs[at].cost) {
                solution.flow[begin + cheapest] = demand.persons;
                solution.unmet[arcs[0].demand] = 0;
            }
            begin += arcs.len();
        }
        Some(solution)
    }
}
