//! The bound of one leaf: what its multipliers leave each site to decide.

use crate::Header;
use crate::fill::{Item, Window, fill};
use crate::instance::{Demand, Payment, Problem, Site};
use crate::tree::State;
use std::collections::BTreeMap;

struct Leaf<'a> {
    problem: &'a Problem,
    header: &'a Header,
    state: &'a State,
    /// Price of a person of each demand.
    prices: Vec<i128>,
    /// What counts ask of open sites, of options.
    sites: BTreeMap<usize, i128>,
    options: BTreeMap<(usize, usize), i128>,
}

/// A choice for some of a site's facilities.
#[derive(Clone, Copy)]
struct Plan {
    /// Bits of facilities that stay closed because of it.
    apart: u128,
    /// First phase in which something opens; `usize::MAX` where nothing does.
    phase: usize,
    /// Bits of schemes that pay something.
    schemes: u128,
    places: i128,
    cost: i128,
}

/// Least cost of a leaf, 1/scale of a unit of cost; `None` where nothing is possible.
pub(crate) fn bound(problem: &Problem, header: &Header, state: &State) -> Option<i128> {
    let told = &problem.told;
    let price = |(index, demand): (usize, &Demand)| {
        let most = demand
            .unmet_cost
            .filter(|_| !state.given.contains_key(&index));
        most.map_or(state.lambda[index], |most| {
            state.lambda[index].min(header.scale * most)
        })
    };
    let prices: Vec<i128> = told.demands.iter().enumerate().map(price).collect();
    let (mut sites, mut options) = (BTreeMap::new(), BTreeMap::new());
    let mut total: i128 = told
        .demands
        .iter()
        .zip(&prices)
        .map(|(demand, price)| i128::from(demand.persons) * price)
        .sum();
    total -= told
        .ceilings
        .iter()
        .zip(&state.mu)
        .map(|(most, mu)| most * mu)
        .sum::<i128>();
    for row in &state.rows {
        let toll = row.nu * row.sign;
        total -= toll * row.limit;
        for &site in &row.counted.0 {
            *sites.entry(site).or_default() += toll;
        }
        for &option in &row.counted.1 {
            *options.entry(option).or_default() += toll;
        }
    }
    let leaf = Leaf {
        problem,
        header,
        state,
        prices,
        sites,
        options,
    };
    let (mut gains, mut forced) = (Vec::new(), 0);
    for (site, at) in problem.at.iter().enumerate() {
        let cost = leaf.open(site);
        let opens = |&facility: &usize| state.barred.contains(&(facility, 0));
        if state.sites.contains(&(site, true)) || at.iter().any(opens) {
            total += cost?;
            forced += i128::from(site < problem.built);
        } else if site < problem.built {
            gains.extend(cost.filter(|&cost| cost < 0));
        } else {
            total += cost.map_or(0, |cost| cost.min(0));
        }
    }
    if let Some(kept) = header.kept {
        gains.sort_unstable();
        gains.truncate(usize::try_from(told.ceilings[kept] - forced).ok()?);
    }
    Some(total + gains.iter().sum::<i128>())
}

impl Leaf<'_> {
    /// What serving people costs in all states, by window; `None` where it cannot be met.
    fn fills(&self, facility: usize, windows: impl Fn(usize) -> Vec<Window>) -> Vec<Option<i128>> {
        let told = &self.problem.told;
        let mut sums = Vec::new();
        for (state, arcs) in self.problem.served[facility].iter().enumerate() {
            let mut whole = self.header.whole;
            let mut items = Vec::with_capacity(arcs.len());
            for &index in arcs {
                let (demand, _, cost, load) = told.arcs[index];
                let given = self.state.given.get(&demand).copied();
                if self.state.unused.contains(&index) || given.is_some_and(|given| given != index) {
                    continue;
                }
                let onward = self.problem.onward[index].map_or(0, |demand| self.prices[demand]);
                let cost = self.header.scale * cost - self.prices[demand] + onward;
                let persons = i128::from(told.demands[demand].persons);
                let most = self.problem.people[demand];
                whole &= self.problem.is_together(demand) && persons == most;
                items.push(Item {
                    cost,
                    load,
                    least: if given.is_some() { persons } else { 0 },
                    most,
                });
            }
            let found = fill(items, &windows(state), whole);
            sums.resize(found.len(), Some(0));
            for (sum, found) in sums.iter_mut().zip(found) {
                *sum = sum.zip(found).map(|(sum, found)| sum + found);
            }
        }
        sums
    }

    fn drawn(&self, payment: &Payment) -> i128 {
        payment
            .draws
            .iter()
            .map(|&(ceiling, cents)| self.state.mu[ceiling] * cents)
            .sum()
    }

    /// Every level that a facility may take, with every payment.
    fn choices(&self, facility: usize, site: &Site) -> Vec<Plan> {
        let levels = &self.problem.told.facilities[facility].levels;
        let window = |state| {
            levels
                .iter()
                .map(|level| level.windows.get(state).copied().unwrap_or_default())
                .collect()
        };
        let mut choices = Vec::new();
        for ((index, level), fill) in levels.iter().enumerate().zip(self.fills(facility, window)) {
            let option = (facility, index + 1);
            let fill = fill.filter(|_| !self.state.barred.contains(&option));
            let toll = self.options.get(&option).copied().unwrap_or(0);
            choices.extend(level.payments.iter().filter_map(|payment| {
                Some(Plan {
                    apart: self.problem.rivals[facility],
                    phase: level.phase,
                    schemes: 1 << (payment.scheme % 128),
                    places: site.max_places.map_or(0, |_| level.places),
                    cost: fill? + toll + self.header.scale * level.fixed_cost + self.drawn(payment),
                })
            }));
        }
        choices
    }

    /// Least cost of a site where something opens; `None` where nothing may.
    fn open(&self, index: usize) -> Option<i128> {
        if self.state.sites.contains(&(index, false)) {
            return None;
        }
        let site = &self.problem.told.sites[index];
        let mut plans = vec![Plan {
            apart: 0,
            phase: usize::MAX,
            schemes: 0,
            places: 0,
            cost: self.sites.get(&index).copied().unwrap_or(0),
        }];
        for (place, &facility) in self.problem.at[index].iter().enumerate() {
            let choices = self.choices(facility, site);
            let mut next = plans.clone();
            if self.state.barred.contains(&(facility, 0)) {
                next.clear();
            }
            let bit = 1u128.checked_shl(place as u32).unwrap_or(0);
            for plan in plans.iter().filter(|plan| plan.apart & bit == 0) {
                next.extend(choices.iter().map(|choice| Plan {
                    apart: plan.apart | choice.apart,
                    phase: plan.phase.min(choice.phase),
                    schemes: plan.schemes | choice.schemes,
                    places: plan.places + choice.places,
                    cost: plan.cost + choice.cost,
                }));
            }
            next.retain(|plan| site.max_places.is_none_or(|most| plan.places <= most));
            prune(&mut next);
            plans = next;
        }
        let opened = plans.iter().filter(|plan| plan.phase < usize::MAX);
        let costs = opened.filter_map(|plan| {
            let (fixed, payments) = site.opening(plan.phase);
            let pays = |payment: &&Payment| plan.schemes >> (payment.scheme % 128) & 1 == 1;
            let drawn = payments
                .iter()
                .filter(pays)
                .map(|payment| self.drawn(payment))
                .min();
            Some(
                plan.cost
                    + self.header.scale * fixed
                    + drawn.or(payments.is_empty().then_some(0))?,
            )
        });
        costs.min()
    }
}

/// Drops plans that cost no less than another like them with no more places.
fn prune(plans: &mut Vec<Plan>) {
    plans.sort_unstable_by_key(|plan| {
        (plan.apart, plan.phase, plan.schemes, plan.places, plan.cost)
    });
    plans.dedup_by(|later, kept| {
        let alike = |plan: &Plan| (plan.apart, plan.phase, plan.schemes);
        alike(later) == alike(kept) && later.cost >= kept.cost
    });
}
