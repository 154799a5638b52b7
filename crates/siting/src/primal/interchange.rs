//! Vertex substitution (Teitz and Bart 1968) with the gains of Whitaker (1983)
//! kept as Resende and Werneck (2007) do: what each site would save if it opened
//! (`gain`), what its closing would cost (`loss`), and what a site that opens
//! takes over of those whom one that closes leaves (`extra`).

use super::limits::Limits;
use super::uncapacitated::Uncapacitated;
use std::cmp::Reverse;

/// Improves a set of open sites by opening, closing and exchanging one at a time,
/// the best first, until nothing helps. What is decided holds afterwards, and no
/// more than may are open. Work is counted in arcs. Its cost, `None`
/// where somebody who must be served is still left without.
///
/// # Panics
/// Where `open` does not have one entry for each site.
pub fn interchange(problem: &Uncapacitated, open: &mut Vec<bool>, limits: &Limits) -> Option<i64> {
    let mut substitution = Substitution::new(problem, open, limits);
    substitution.descend(limits);
    let cost = substitution.proper_cost();
    *open = substitution.open;
    cost
}

/// No such place in a row.
const NONE: u32 = u32::MAX;

/// One step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Move {
    pub add: Option<usize>,
    pub drop: Option<usize>,
    /// By how much the cost falls.
    pub profit: i64,
}

/// A set of open sites with the gains of all its neighbours.
#[derive(Clone)]
pub(super) struct Substitution<'a> {
    problem: &'a Uncapacitated,
    pub open: Vec<bool>,
    pub cost: i64,
    /// Open sites that count towards the most.
    count: usize,
    /// Where in its row the cheapest and the second open site of each row stand.
    nearest: Vec<[u32; 2]>,
    gain: Vec<i64>,
    loss: Vec<i64>,
    /// For each closed site: open sites and what is taken over, by site; no zeros.
    extra: Vec<Vec<(u32, i64)>>,
}

impl<'a> Substitution<'a> {
    /// Where what is decided is put right first, and the least costly are closed where there are too many.
    pub fn new(problem: &'a Uncapacitated, start: &[bool], limits: &Limits) -> Self {
        let mut open = start.to_vec();
        for (site, open) in open.iter_mut().enumerate() {
            *open = problem.decided(site).unwrap_or(*open);
        }
        let sites = problem.sites();
        let opened = || (0..sites).filter(|&site| open[site]);
        let mut substitution = Self {
            cost: opened().map(|site| problem.fixed(site)).sum(),
            count: opened().filter(|&site| problem.counts(site)).count(),
            nearest: vec![[NONE; 2]; problem.rows()],
            gain: vec![0; sites],
            loss: vec![0; sites],
            extra: vec![Vec::new(); sites],
            open,
            problem,
        };
        let mut work = 0;
        for row in 0..problem.rows() {
            substitution.nearest[row] = substitution.find(row, 0);
            substitution.cost += substitution.near(row).0;
            work += substitution.account(row, 1);
        }
        limits.spend(work + 1);
        let closable = |substitution: &Self| substitution.best(&|_| false, &|_| true, false);
        while substitution.too_many() {
            let Some(step) = closable(&substitution) else {
                break;
            };
            substitution.apply(step, limits);
        }
        substitution
    }

    fn too_many(&self) -> bool {
        self.problem.most().is_some_and(|most| self.count > most)
    }

    /// The cost of a set that serves whom it must and opens no more than may.
    pub fn proper_cost(&self) -> Option<i64> {
        let cost = self.problem.proper(self.cost)?;
        (!self.too_many()).then_some(cost)
    }

    /// Takes the best step as long as one helps.
    pub fn descend(&mut self, limits: &Limits) {
        while !limits.over() {
            match self.best(&|_| true, &|_| true, true) {
                Some(step) if step.profit > 0 => self.apply(step, limits),
                _ => break,
            }
        }
    }

    /// The most profitable step that opens one of `adds`, closes one of `drops` or, if it
    /// may, `exchange`s them; the first in order among equals.
    pub fn best(
        &self,
        adds: &dyn Fn(usize) -> bool,
        drops: &dyn Fn(usize) -> bool,
        exchange: bool,
    ) -> Option<Move> {
        let problem = self.problem;
        let sites = problem.sites();
        let undecided = |site: usize| problem.decided(site).is_none();
        let relief = |site: usize| problem.fixed(site) - self.loss[site];
        let closable: Vec<bool> = (0..sites)
            .map(|site| self.open[site] && undecided(site) && drops(site))
            .collect();
        let cheapest = (0..sites)
            .filter(|&site| closable[site])
            .max_by_key(|&site| (relief(site), Reverse(site)));
        let mut best: Option<Move> = None;
        let mut offer = |add: Option<usize>, drop: Option<usize>, profit: i64| {
            if best.is_none_or(|best| profit > best.profit) {
                best = Some(Move { add, drop, profit });
            }
        };
        if let Some(drop) = cheapest {
            offer(None, Some(drop), relief(drop));
        }
        let room = problem.most().is_none_or(|most| self.count < most);
        for add in (0..sites).filter(|&site| !self.open[site] && undecided(site) && adds(site)) {
            let profit = self.gain[add] - problem.fixed(add);
            if room {
                offer(Some(add), None, profit);
            }
            let Some(drop) = cheapest.filter(|_| exchange) else {
                continue;
            };
            // What is taken over from the cheapest is found among the others below, if any is.
            offer(Some(add), Some(drop), profit + relief(drop));
            for &(drop, extra) in &self.extra[add] {
                let drop = drop as usize;
                if closable[drop] {
                    offer(Some(add), Some(drop), profit + relief(drop) + extra);
                }
            }
        }
        best
    }

    /// What opening one site and closing another would bring.
    pub fn exchange(&self, add: usize, drop: usize) -> Move {
        let taken = self.extra[add].binary_search_by_key(&drop, |entry| entry.0 as usize);
        let extra = taken.map_or(0, |at| self.extra[add][at].1);
        let opened = self.gain[add] - self.problem.fixed(add);
        let closed = self.problem.fixed(drop) - self.loss[drop];
        Move {
            add: Some(add),
            drop: Some(drop),
            profit: opened + closed + extra,
        }
    }

    /// Takes a step.
    pub fn apply(&mut self, step: Move, limits: &Limits) {
        let mut work = 0;
        if let Some(add) = step.add {
            work += self.add(add);
        }
        if let Some(drop) = step.drop {
            work += self.drop(drop);
        }
        self.cost -= step.profit;
        limits.spend(work + self.problem.rows() as u64 + 1);
    }

    fn add(&mut self, add: usize) -> u64 {
        let problem = self.problem;
        let mut work = 0;
        for row in 0..problem.rows() {
            // Whoever is dearer than the second nearest changes nothing.
            let [first, second] = self.nearest[row];
            let sites = problem.row(row);
            let until = sites.len().min(second as usize);
            work += until as u64;
            let Some(at) = sites[..until].iter().position(|&site| site as usize == add) else {
                continue;
            };
            work += self.account(row, -1);
            let at = at as u32;
            self.nearest[row] = if at < first { [at, first] } else { [first, at] };
            work += self.account(row, 1);
        }
        self.open[add] = true;
        self.count += usize::from(problem.counts(add));
        work
    }

    fn drop(&mut self, drop: usize) -> u64 {
        self.open[drop] = false;
        self.count -= usize::from(self.problem.counts(drop));
        let mut work = 0;
        for row in 0..self.problem.rows() {
            let sites = self.problem.row(row);
            let is = |at: u32| {
                sites
                    .get(at as usize)
                    .is_some_and(|&site| site as usize == drop)
            };
            let [first, second] = self.nearest[row];
            if !is(first) && !is(second) {
                continue;
            }
            work += self.account(row, -1);
            let [next, _] = self.find(row, second as usize + 1);
            self.nearest[row] = [if is(first) { second } else { first }, next];
            work += self.account(row, 1);
        }
        work
    }

    /// The first two open sites of a row from a place on.
    fn find(&self, row: usize, from: usize) -> [u32; 2] {
        let sites = self.problem.row(row);
        let open = |&at: &usize| self.open[sites[at] as usize];
        let mut places = (from..sites.len()).filter(open).map(|at| at as u32);
        [places.next().unwrap_or(NONE), places.next().unwrap_or(NONE)]
    }

    /// What the row costs at its nearest and at its second.
    fn near(&self, row: usize) -> (i64, i64) {
        let costs = self.problem.costs(row);
        let penalty = self.problem.penalty(row);
        let [first, second] = self.nearest[row];
        let cost = |at: u32| costs.get(at as usize).copied().unwrap_or(penalty);
        (cost(first), cost(second))
    }

    /// Adds (or takes away) what a row contributes to the gains; the arcs that were looked at.
    fn account(&mut self, row: usize, sign: i64) -> u64 {
        let (nearest, second) = self.near(row);
        let problem = self.problem;
        let sites = problem.row(row);
        let first = sites.get(self.nearest[row][0] as usize).copied();
        if let Some(first) = first {
            self.loss[first as usize] += sign * (second - nearest);
        }
        let ways = sites.iter().zip(problem.costs(row));
        let mut work = 1;
        for (&site, &cost) in ways.take_while(|&(_, &cost)| cost < second) {
            work += 1;
            if Some(site) == first {
                continue;
            }
            let closed = site as usize;
            self.gain[closed] += sign * (nearest - cost).max(0);
            let extra = second - cost.max(nearest);
            if let Some(first) = first.filter(|_| extra > 0) {
                change(&mut self.extra[closed], first, sign * extra);
            }
        }
        work
    }
}

/// Adds to an entry of a list that is sorted and has no zeros.
fn change(list: &mut Vec<(u32, i64)>, site: u32, by: i64) {
    match list.binary_search_by_key(&site, |entry| entry.0) {
        Err(at) => list.insert(at, (site, by)),
        Ok(at) if list[at].1 + by == 0 => {
            list.remove(at);
        }
        Ok(at) => list[at].1 += by,
    }
}
