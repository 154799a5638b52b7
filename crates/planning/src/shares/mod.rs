//! How municipalities that use sites together may share what they cost (see
//! `docs/cost-shares.md`).
//!
//! Players are municipalities; what they share is the plan's own cost of their
//! people and of the sites that these use; what a coalition would cost alone is
//! found by a [`Solver`]. The games themselves are the `shares` crate's.

mod answer;
mod ground;
mod groups;
mod oracle;
mod part;
mod split;
#[cfg(test)]
mod tests;

pub use answer::*;

use crate::adapter::{CeilingOf, Problem, annualised};
use crate::explain::solution;
use ::shares::{proportional, whole};
use domain::{Cents, DemandPoint, Payer, Plan, Region, TerritoryId};
use ground::Ground;
use groups::{Municipalities, draws, opening_cost, own_cost};
use oracle::{Limits, Oracle};
use siting::instance::Solution;
use siting::solver::{Control, Solver};
use split::Split;
use std::time::{Duration, Instant};

/// The most municipalities of a group of which every coalition is looked at;
/// of larger ones orders are sampled.
pub const MOST_EXACT: usize = 12;

/// What is asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct SharesOptions {
    /// How being alone is reckoned.
    pub alone: Alone,
    /// The rules; without any all of them (of a group that is sampled all but
    /// the nucleolus, which takes many searches).
    pub rules: Vec<Rule>,
    /// Relative gap at which the cost of a coalition counts as known.
    pub gap: f64,
    /// Branch-and-bound nodes for each coalition, if limited.
    pub work_limit: Option<u64>,
    /// Seconds for all of it, if limited: what is not known by then stays within
    /// wide bounds.
    pub time_limit_s: Option<f64>,
    /// Threads; the answer does not depend on them (unless time runs out).
    pub threads: usize,
    /// Where chance begins, for sampled groups.
    pub seed: u64,
    /// Circles of a sample ([`::shares::Sampling`]), at least 2.
    pub circles: usize,
}

impl Default for SharesOptions {
    fn default() -> Self {
        Self {
            alone: Alone::OwnMoney,
            rules: Vec::new(),
            gap: 0.0005,
            work_limit: Some(50),
            time_limit_s: None,
            threads: 1,
            seed: 0,
            circles: 8,
        }
    }
}

/// Why there are no cost shares.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SharesError {
    /// The plan is not one of this region.
    #[error("the plan is not one of this region; `tuvak verify` says why")]
    OtherRegion,
    /// Some municipalities cannot be served alone, and nobody may be left without.
    #[error("some municipalities cannot be served alone, and nobody may be left without")]
    CannotBeAlone,
    /// Somebody stopped it.
    #[error("stopped")]
    Stopped,
    /// The game has no answer.
    #[error(transparent)]
    Game(#[from] ::shares::Error),
    /// The solver failed.
    #[error("the solver failed: {0}")]
    Failed(String),
}

/// How far the work has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reckoned {
    /// Coalitions known of the group at hand.
    pub known: usize,
    /// Coalitions that it has.
    pub all: usize,
    /// Coalitions that gain by leaving that were asked for, once the others are known.
    pub asked: usize,
    /// The group, from 1.
    pub group: usize,
    /// Groups of several municipalities.
    pub groups: usize,
}

/// Reckons how the municipalities of a plan may share its cost.
///
/// `demand` is the `demand` crate's, of the same package. `progress` is called
/// from time to time on the caller's thread.
///
/// # Errors
/// See [`SharesError`].
pub fn cost_shares(
    region: &Region,
    demand: &[DemandPoint],
    plan: &Plan,
    options: &SharesOptions,
    solver: &dyn Solver,
    progress: &mut dyn FnMut(Reckoned) -> Control,
) -> Result<CostShares, SharesError> {
    let problem = Problem::new(region, demand, plan.options.budget);
    let solution = solution(&problem, plan).ok_or(SharesError::OtherRegion)?;
    let municipalities = Municipalities::new(&problem);
    let all = municipalities.groups(&problem, &solution);
    let within = options.time_limit_s.map(Duration::try_from_secs_f64);
    let reckoning = Reckoning {
        problem: &problem,
        plan,
        solution: &solution,
        municipalities: &municipalities,
        options,
        limits: Limits {
            gap: options.gap,
            work: options.work_limit,
            deadline: within
                .and_then(Result::ok)
                .and_then(|within| Instant::now().checked_add(within)),
        },
        solver,
        groups: all.iter().filter(|group| group.len() > 1).count(),
    };
    let mut groups: Vec<Group> = Vec::new();
    let mut number = 0;
    for members in &all {
        number += usize::from(members.len() > 1);
        groups.push(reckoning.group(members, number, progress)?);
    }
    let objective = solution.cost(&problem.instance);
    let shared: Cents = groups.iter().map(|group| group.cost).sum();
    Ok(CostShares {
        schema: SCHEMA,
        fingerprint: region.fingerprint.clone(),
        objective: Cents(objective),
        alone: options.alone,
        groups,
        rest: Cents(objective) - shared,
    })
}

struct Reckoning<'a, 'r> {
    problem: &'a Problem<'r>,
    plan: &'a Plan,
    solution: &'a Solution,
    municipalities: &'a Municipalities<'r>,
    options: &'a SharesOptions,
    limits: Limits,
    solver: &'a dyn Solver,
    groups: usize,
}

impl Reckoning<'_, '_> {
    fn group(
        &self,
        members: &[usize],
        number: usize,
        progress: &mut dyn FnMut(Reckoned) -> Control,
    ) -> Result<Group, SharesError> {
        let of_demand = &self.municipalities.of_demand;
        let player = |&home: &usize| members.iter().position(|&member| member == home);
        let player: Vec<Option<usize>> = of_demand.iter().map(player).collect();
        let is_its = |demand: usize| player[demand].is_some();
        let cost = own_cost(self.problem, self.solution, is_its)
            + opening_cost(self.problem, self.solution, is_its);
        let mut told: Vec<Member> = members.iter().map(|&member| self.member(member)).collect();
        let mut group = Group {
            cost: Cents(cost),
            together: None,
            members: Vec::new(),
            rules: Vec::new(),
            core: None,
            coalitions: 0,
            unproven: 0,
        };
        if let [member] = &mut told[..] {
            member.alone = Span {
                at_least: Cents(cost),
                at_most: Cents(cost),
            };
            group.members = told;
            return Ok(group);
        }
        let instance = &self.problem.instance;
        let is_decided = self.options.alone == Alone::Decided;
        let ground = match self.options.alone {
            Alone::OwnMoney | Alone::AllMoney => {
                let money = self.money(&player, members.len());
                Ground::anew(instance, self.solution, &player, members.len(), money)
            }
            Alone::Decided => Some(Ground::decided(
                instance,
                self.solution,
                &player,
                members.len(),
            )),
        };
        let ground = ground.ok_or(SharesError::CannotBeAlone)?;
        let split = Split {
            oracle: Oracle::new(ground, is_decided, self.solver, &self.limits),
            shared: cost,
            options: self.options,
            members: &told,
        };
        let mut far = Reckoned {
            known: 0,
            all: 0,
            asked: 0,
            group: number,
            groups: self.groups,
        };
        split.prepare(&mut |known, all| {
            (far.known, far.all) = (known, all);
            progress(far)
        })?;
        split.fill(&mut group, &mut |asked| progress(Reckoned { asked, ..far }))?;
        let alone = split.alone();
        for (member, alone) in told.iter_mut().zip(alone) {
            member.alone = alone;
        }
        group.members = told;
        Ok(group)
    }

    /// Whose how much of each ceiling is: what the plan draws for the group, and
    /// of what it leaves the group's part, both by needs. What one municipality
    /// has of its own is not divided: it goes with the sites that it owns.
    fn money(&self, player: &[Option<usize>], players: usize) -> Vec<Option<Vec<i64>>> {
        let instance = &self.problem.instance;
        let mut needs = vec![0.0; players];
        let mut all = 0.0;
        for (demand, player) in instance.demands.iter().zip(player) {
            all += f64::from(demand.persons);
            if let Some(player) = *player {
                needs[player] += f64::from(demand.persons);
            }
        }
        let part = needs.iter().sum::<f64>() / f64::max(all, 1.0);
        let drawn = self.solution.draws(instance);
        let its = draws(self.problem, self.solution, |demand| {
            player[demand].is_some()
        });
        let divided = |(at, ceiling): (usize, &CeilingOf)| {
            let is_own = matches!(ceiling, CeilingOf::Fund(fund) if matches!(fund.payer, Payer::Municipality(_)));
            if is_own || self.options.alone == Alone::AllMoney {
                return None;
            }
            let left = (instance.ceilings[at].cents - drawn[at]).max(0);
            let cents = its[at] + (left as f64 * part).floor() as i64;
            Some(whole(cents, &proportional(cents, &needs)))
        };
        self.problem
            .ceilings
            .iter()
            .enumerate()
            .map(divided)
            .collect()
    }

    fn member(&self, at: usize) -> Member {
        let id: &TerritoryId = self.municipalities.ids[at];
        let is_its = |demand: usize| self.municipalities.of_demand[demand] == at;
        let total = self
            .plan
            .municipalities
            .iter()
            .find(|row| row.territory == *id);
        let people = self.solution.people(&self.problem.instance);
        let left = self.problem.left_without(self.solution);
        let (mut needs, mut served) = (0, 0);
        for (demand, point) in self.problem.points.iter().enumerate() {
            if is_its(demand) && point.state == self.problem.main {
                needs += people[demand] as u32;
                served += (people[demand] as u32).saturating_sub(left[demand]);
            }
        }
        let capital = total.map_or(Cents::ZERO, |row| row.capital);
        Member {
            territory: id.clone(),
            residents: total.and_then(|row| row.population),
            needs,
            served,
            own: Cents(own_cost(self.problem, self.solution, is_its)),
            alone: Span {
                at_least: Cents::ZERO,
                at_most: Cents::ZERO,
            },
            pays_capital: annualised(&self.problem.region.scenario, capital),
            pays_running: total.map_or(Cents::ZERO, |row| row.running),
        }
    }
}
