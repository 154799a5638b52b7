//! One set of sites for several states: what it costs on average and in the worst tenth,
//! what it is worth to have planned for all states (value of the stochastic solution) and
//! what it would be worth to know which one comes (expected value of perfect information);
//! Birge 1982, Birge and Louveaux 2011.
//!
//! Costs of an [`Instance`] that arise in a state bear its weight already; here the
//! weights themselves are needed too.

mod expected;

use super::{Interval, Questions, Reply, levels_mut};
use crate::instance::*;
use crate::solver::SolveError;

/// How the states of an instance go together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct States {
    /// Per state: its weight, at least 1. The costs of an assignment and of somebody left
    /// without are those of the state times its weight over the sum of all.
    pub weights: Vec<u32>,
    /// Per demand: which need it is; the demands of one need differ in their state alone.
    pub needs: Vec<usize>,
}

/// What planning for several states comes to. All in cents a year, on average over the
/// states unless told otherwise.
#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    /// The plan that is best over all states.
    pub solution: Solution,
    /// What it costs.
    pub recourse: Interval,
    /// What that plan costs in each state.
    pub by_state: Vec<i64>,
    /// What it costs in the worst tenth of all that may happen, on average over that tenth.
    pub worst_tenth: i64,
    /// What the sites cost that are best for the expected needs.
    pub of_expected: OfExpected,
    /// What it would cost if the state were known before anything is built; unknown where
    /// a state was not answered.
    pub foreseen: Option<Interval>,
}

/// What comes of planning for the expected needs alone.
#[derive(Debug, Clone, PartialEq)]
pub enum OfExpected {
    /// What that plan's facilities cost once the states come.
    Costs(Interval),
    /// They break a condition in some state.
    Breaks,
    /// No plan respects the conditions with the expected needs.
    NoPlan,
    /// It was not answered.
    Unknown,
}

impl Value {
    /// The value of the stochastic solution.
    pub fn of_stochastic_solution(&self) -> Option<Interval> {
        match self.of_expected {
            OfExpected::Costs(costs) => Some(costs.above(self.recourse)),
            _ => None,
        }
    }

    /// The expected value of perfect information.
    pub fn of_perfect_information(&self) -> Option<Interval> {
        Some(self.recourse.above(self.foreseen?))
    }
}

/// Plans over all states and says what that is worth; `None` where no plan respects the
/// instance or none was found.
///
/// # Errors
/// As the solver fails; [`SolveError::Failed`] where the states do not fit the instance.
pub fn value(
    instance: &Instance,
    states: &States,
    questions: &mut Questions<'_>,
) -> Result<Option<Value>, SolveError> {
    check(instance, states)?;
    let Reply::Found(outcome) = questions.ask(instance, None)? else {
        return Ok(None);
    };
    let mut recourse = Interval::of(&outcome);
    let of_expected = match questions.ask(&expected::expected(instance, states), None)? {
        Reply::Infeasible => OfExpected::NoPlan,
        Reply::Unknown => OfExpected::Unknown,
        Reply::Found(plan) => {
            let fixed = with_facilities_of(instance, &plan.solution);
            match questions.ask(&fixed, None)? {
                Reply::Infeasible => OfExpected::Breaks,
                Reply::Unknown => OfExpected::Unknown,
                Reply::Found(fixed) => OfExpected::Costs(Interval::of(&fixed)),
            }
        }
    };
    let foreseen = foreseen(instance, states, questions)?;
    // Who knows more never pays more.
    if let Some(foreseen) = &foreseen {
        recourse.least = recourse.least.max(foreseen.least).min(recourse.most);
    }
    let by_state = by_state(instance, states, &outcome.solution);
    Ok(Some(Value {
        worst_tenth: worst_tenth(&by_state, &states.weights),
        by_state,
        solution: outcome.solution,
        recourse,
        of_expected,
        foreseen,
    }))
}

fn check(instance: &Instance, states: &States) -> Result<(), SolveError> {
    let why = if states.weights.len() != instance.states() || states.weights.contains(&0) {
        "each state needs a weight of at least 1"
    } else if states.needs.len() != instance.demands.len() {
        "each demand needs its number among the needs"
    } else {
        return Ok(());
    };
    Err(SolveError::Failed(why.to_owned()))
}

/// What a plan costs in each state: all that is fixed, and what arises there, rounded down.
pub fn by_state(instance: &Instance, states: &States, solution: &Solution) -> Vec<i64> {
    let mut arising = vec![0i128; states.weights.len()];
    for (arc, &persons) in instance.arcs.iter().zip(&solution.flow) {
        let state = instance.demands[arc.demand].state;
        arising[state] += i128::from(arc.cost) * i128::from(persons);
    }
    for (demand, &persons) in instance.demands.iter().zip(&solution.unmet) {
        let cost = demand.unmet_cost.unwrap_or(0);
        arising[demand.state] += i128::from(cost) * i128::from(persons);
    }
    let all: i128 = arising.iter().sum();
    let fixed = i128::from(solution.cost(instance)) - all;
    let sum: i128 = states.weights.iter().copied().map(i128::from).sum();
    let of_state = |(arising, &weight): (&i128, &u32)| {
        (fixed + (arising * sum).div_euclid(i128::from(weight))) as i64
    };
    arising.iter().zip(&states.weights).map(of_state).collect()
}

/// The mean over the worst tenth of all weight (conditional value at risk; Rockafellar
/// and Uryasev 2000), rounded down.
pub fn worst_tenth(costs: &[i64], weights: &[u32]) -> i64 {
    let mut worst: Vec<(i64, u32)> = costs.iter().copied().zip(weights.iter().copied()).collect();
    worst.sort_by_key(|state| std::cmp::Reverse(state.0));
    // In tenths of a unit of weight.
    let tenth: i128 = weights.iter().copied().map(i128::from).sum();
    let (mut left, mut sum) = (tenth, 0i128);
    for (cost, weight) in worst {
        let taken = left.min(10 * i128::from(weight));
        sum += taken * i128::from(cost);
        left -= taken;
    }
    sum.div_euclid(tenth.max(1)) as i64
}

/// The instance in which what opens is decided.
fn with_facilities_of(instance: &Instance, plan: &Solution) -> Instance {
    let mut fixed = instance.clone();
    for (facility, opened) in plan.open.iter().enumerate() {
        if let FacilityKind::New { .. } = instance.facilities[facility].kind {
            fixed.locks.push(Lock::Facility {
                facility,
                level: opened.map(|opened| opened.level),
                open: opened.is_some(),
            });
        }
    }
    fixed
}

/// The mean of what each state costs alone.
fn foreseen(
    instance: &Instance,
    states: &States,
    questions: &mut Questions<'_>,
) -> Result<Option<Interval>, SolveError> {
    let sum: i128 = states.weights.iter().copied().map(i128::from).sum();
    let (mut least, mut most) = (0i128, 0i128);
    for state in 0..states.weights.len() {
        let alone = alone(instance, states, state);
        // Where one state has no plan, no plan has all of them.
        let Reply::Found(outcome) = questions.ask(&alone, None)? else {
            return Ok(None);
        };
        least += i128::from(outcome.bound);
        most += i128::from(outcome.objective);
    }
    Ok(Some(Interval {
        least: least.div_euclid(sum) as i64,
        most: -((-most).div_euclid(sum)) as i64,
    }))
}

/// One state alone; its costs are those of the state times its weight.
fn alone(instance: &Instance, states: &States, state: usize) -> Instance {
    let sum: i64 = states.weights.iter().copied().map(i64::from).sum();
    let weight = i64::from(states.weights[state]);
    let mut alone = instance.clone();
    for facility in 0..alone.facilities.len() {
        if let FacilityKind::Existing { capacity } = &mut alone.facilities[facility].kind {
            *capacity = vec![capacity.get(state).copied().unwrap_or(0)];
        }
        for level in levels_mut(&mut alone, facility) {
            level.windows = vec![level.window(state)];
            level.fixed_cost *= weight;
        }
    }
    let openings = alone.sites.iter_mut().flat_map(|site| &mut site.openings);
    openings.for_each(|opening| opening.fixed_cost *= weight);
    let mut here = vec![None; instance.demands.len()];
    alone.demands = Vec::new();
    for (demand, row) in instance.demands.iter().enumerate() {
        if row.state == state {
            here[demand] = Some(alone.demands.len());
            alone.demands.push(Demand {
                unmet_cost: row.unmet_cost.map(|cost| cost * sum),
                state: 0,
                ..*row
            });
        }
    }
    (alone.arcs, alone.onward) = (Vec::new(), Vec::new());
    for (index, arc) in instance.arcs.iter().enumerate() {
        let Some(demand) = here[arc.demand] else {
            continue;
        };
        if let Some(next) = instance.onward(index).and_then(|next| here[next]) {
            let arc = alone.arcs.len();
            alone.onward.push(Onward { arc, demand: next });
        }
        alone.arcs.push(Arc {
            demand,
            cost: arc.cost * sum,
            ..*arc
        });
    }
    alone
}
