//! The bound of one leaf: what its multipliers leave each site to decide.

use crate::fill::fill;
use crate::instance::{Level, Payment, Problem};
use crate::tree::State;
use std::collections::BTreeMap;

/// A choice for some of a site's facilities: bits of those that stay closed because of
/// it, the first phase in which something opens (`usize::MAX`: nothing does), bits of the
/// schemes that pay something, places, cost.
type Plan = (u128, usize, u128, i128, i128);

struct Leaf<'a> {
    problem: &'a Problem,
    state: &'a State,
    /// Price of a person of each demand.
    prices: Vec<i128>,
    /// What counts ask of their members.
    tolls: BTreeMap<(usize, usize), i128>,
}

impl State {
    /// Reckons what sites cost, where it is not known yet. Returns the least cost of the node
    /// as a leaf, 1/scale of a unit of cost; `None` where nothing is possible.
    pub fn bound(&mut self, problem: &Problem) -> Option<i128> {
        let (mut total, mut prices, mut tolls) = (0, Vec::new(), BTreeMap::new());
        for (index, demand) in problem.told.demands.iter().enumerate() {
            let without = demand.unmet_cost.filter(|_| !self.given.contains_key(&index));
            let most = without.map_or(i128::MAX, |cost| problem.header.scale * cost);
            prices.push(most.min(self.lambda[index]));
            total += problem.people[index].0 * prices[index];
        }
        for (most, mu) in problem.told.ceilings.iter().zip(&self.mu) {
            total -= mu * most;
        }
        for ((members, sign, limit), nu) in self.counts.iter().zip(&self.nu) {
            total -= nu * sign * limit;
            for &member in members.iter().filter(|_| *nu != 0) {
                *tolls.entry(member).or_default() += nu * sign;
            }
        }
        let mut values = std::mem::take(&mut self.values);
        let leaf = Leaf { problem, state: self, prices, tolls };
        for (site, value) in values.iter_mut().enumerate().filter(|(_, value)| value.is_none()) {
            *value = Some(leaf.open(site));
        }
        self.values = values;
        let (mut gains, mut forced) = (Vec::new(), 0);
        for (site, at) in problem.at.iter().enumerate() {
            let is_shut = self.sites.contains(&(site, false));
            let cost = self.values[site].flatten().filter(|_| !is_shut);
            let opens = |&facility: &usize| self.barred.contains(&(facility, 0));
            let is_built = site < problem.built;
            if self.sites.contains(&(site, true)) || at.iter().any(opens) {
                (total, forced) = (total + cost?, forced + i128::from(is_built));
            } else if let Some(gain) = cost.filter(|&cost| cost < 0) {
                if is_built { gains.push(gain) } else { total += gain }
            }
        }
        if let Some(most) = problem.most {
            gains.sort_unstable();
            gains.truncate(usize::try_from(most - forced).ok()?);
        }
        Some(total + gains.iter().sum::<i128>())
    }
}

impl Leaf<'_> {
    /// What it costs to serve people in all states, by level; `None` where that cannot be.
    fn fills(&self, facility: usize) -> Vec<Option<i128>> {
        let Problem { told, people, header, .. } = self.problem;
        let levels = &told.facilities[facility].levels;
        let mut sums = vec![Some(0); levels.len()];
        for (state, arcs) in self.problem.served[facility].iter().enumerate() {
            let window = |level: &Level| level.windows.get(state).copied().unwrap_or((0, 0));
            let has_least = levels.iter().any(|level| window(level).0 > 0);
            let (mut whole, mut items) = (header.whole, Vec::new());
            for &((demand, _, cost, load), index, onward) in arcs {
                let onward = onward.map_or(0, |demand| self.prices[demand]);
                let cost = header.scale * cost - self.prices[demand] + onward;
                let whole_flow = (0, people[demand].1);
                let (least, most) = self.state.flows.get(&index).copied().unwrap_or(whole_flow);
                if least > most {
                    return vec![None; levels.len()];
                } else if self.state.given.get(&demand).is_some_and(|&given| given != index)
                    || (cost >= 0 && !has_least && least == 0)
                {
                    continue;
                }
                whole &= self.problem.is_whole(demand);
                items.push((cost, load, least, most));
            }
            for (sum, found) in sums.iter_mut().zip(fill(items, levels.iter().map(window), whole)) {
                *sum = sum.zip(found).map(|(sum, found)| sum + found);
            }
        }
        sums
    }

    fn drawn(&self, payment: &Payment) -> i128 {
        let mu = |ceiling| self.state.mu.get(ceiling).copied().unwrap_or(0);
        payment.draws.iter().map(|&(ceiling, cents)| mu(ceiling) * cents).sum()
    }

    /// Least cost of a site where something opens; `None` where nothing may.
    fn open(&self, index: usize) -> Option<i128> {
        let site = &self.problem.told.sites[index];
        let toll = |member| self.tolls.get(&member).copied().unwrap_or(0);
        let mut plans: Vec<Plan> = vec![(0, usize::MAX, 0, 0, toll((index, 0)))];
        for (place, &facility) in self.problem.at[index].iter().enumerate() {
            let may = |option| !self.state.barred.contains(&(facility, option));
            let mut next = if may(0) { plans.clone() } else { Vec::new() };
            plans.retain(|plan| plan.0.checked_shr(place as u32).unwrap_or(0) & 1 == 0);
            let levels = self.problem.told.facilities[facility].levels.iter();
            for ((option, level), fill) in (1..).zip(levels).zip(self.fills(facility)) {
                let Some(fill) = fill.filter(|_| may(option)) else { continue };
                let fixed = self.problem.header.scale * level.fixed_cost + toll((facility, option));
                for payment in &level.payments {
                    let cost = fill + fixed + self.drawn(payment);
                    next.extend(plans.iter().map(|plan| {
                        (
                            plan.0 | self.problem.rivals[facility],
                            plan.1.min(level.phase),
                            plan.2 | 1 << (payment.scheme % 128),
                            site.max_places.map_or(0, |_| plan.3 + level.places),
                            plan.4 + cost,
                        )
                    }));
                }
            }
            next.retain(|plan| site.max_places.is_none_or(|most| plan.3 <= most));
            next.sort_unstable();
            // Of plans alike, what takes as many places and costs no less is left out.
            let alike = |a: &Plan, b: &Plan| (a.0, a.1, a.2) == (b.0, b.1, b.2);
            next.dedup_by(|later, kept| alike(later, kept) && later.4 >= kept.4);
            plans = next;
        }
        let paid = |plan: &Plan| {
            let opening = site.openings.get(plan.1);
            let (fixed, payments) = opening.map_or((0, &[][..]), |o| (o.fixed_cost, &o.payments));
            let pays = |payment: &&Payment| plan.2 >> (payment.scheme % 128) & 1 == 1;
            let drawn = payments.iter().filter(pays).map(|payment| self.drawn(payment)).min();
            Some(
                plan.4
                    + self.problem.header.scale * fixed
                    + drawn.or(payments.is_empty().then_some(0))?,
            )
        };
        let opens = |plan: &&Plan| plan.1 < usize::MAX;
        plans.iter().filter(opens).filter_map(paid).min()
    }
}
