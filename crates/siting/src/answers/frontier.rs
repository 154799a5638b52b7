//! Money against what people bear: the points at which no plan does better in both.
//!
//! [`by_budget`] moves one ceiling in steps (the ε-constraint method: Haimes, Lasdon,
//! Wismer 1971); it finds points in the hollows of the frontier too. [`by_weight`] counts
//! hardship more or less than it costs; it finds the points on the convex hull alone,
//! but needs no ceiling.

use super::{Questions, Reply, unmet};
use crate::conflict::drawn_at_most;
use crate::instance::{Instance, Solution};
use crate::solver::{SolveError, Stop, relative_gap};

/// A plan of the frontier.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// The ceiling ([`by_budget`]), or the weight in percent ([`by_weight`]).
    pub at: i64,
    /// Drawn on the ceiling ([`by_budget`]), or the cost besides hardship ([`by_weight`]).
    pub money: i64,
    /// All that the plan costs; by weight: hardship counted as often as the weight says.
    pub cost: i64,
    /// No plan at this ceiling or weight costs less.
    pub bound: i64,
    /// What people bear, as [`Hardship`] says.
    pub hardship: i64,
    /// People left without.
    pub unmet: u64,
    /// The plan.
    pub solution: Solution,
    /// Why its search ended.
    pub stop: Stop,
}

impl Point {
    /// `(cost - bound) / cost`.
    pub fn gap(&self) -> f64 {
        relative_gap(self.cost, self.bound)
    }
}

/// The part of each cost that people bear, in the unit of costs: no more than the
/// cost itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hardship {
    /// For one person served, by arc.
    pub arcs: Vec<i64>,
    /// For one person left without, by demand.
    pub unmet: Vec<i64>,
}

impl Hardship {
    /// All costs of assignments and of people left without.
    pub fn whole(instance: &Instance) -> Self {
        let unmet = instance.demands.iter();
        Self {
            arcs: instance.arcs.iter().map(|arc| arc.cost).collect(),
            unmet: unmet.map(|row| row.unmet_cost.unwrap_or(0)).collect(),
        }
    }

    /// What the people of a solution bear.
    pub fn of(&self, solution: &Solution) -> i64 {
        let sum = |persons: &[u32], each: &[i64]| -> i64 {
            let rows = persons.iter().zip(each);
            rows.map(|(&persons, each)| i64::from(persons) * each).sum()
        };
        sum(&solution.flow, &self.arcs) + sum(&solution.unmet, &self.unmet)
    }
}

/// A frontier, by rising money.
#[derive(Debug, Clone, PartialEq)]
pub struct Frontier {
    /// Plans of which no other is as good in money, cost and people left without,
    /// and better in one.
    pub points: Vec<Point>,
    /// Ceilings at which no plan respects all conditions.
    pub infeasible: Vec<i64>,
    /// Ceilings or weights that were not answered.
    pub unknown: Vec<i64>,
}

/// As many ceilings as asked for, in equal steps up to what the plan draws that is best
/// without a ceiling; none where that plan draws nothing.
///
/// # Errors
/// As the solver fails.
pub fn budgets(
    instance: &Instance,
    ceiling: usize,
    steps: usize,
    questions: &mut Questions<'_>,
) -> Result<Vec<i64>, SolveError> {
    let free = with_ceiling(instance, ceiling, drawn_at_most(instance, ceiling));
    let Reply::Found(outcome) = questions.ask(&free, None)? else {
        return Ok(Vec::new());
    };
    let most = outcome.solution.draws(instance)[ceiling].max(0);
    let steps = i64::try_from(steps.max(1)).unwrap_or(i64::MAX);
    let step = |at: i64| (i128::from(most) * i128::from(at) / i128::from(steps)) as i64;
    let mut budgets: Vec<i64> = (0..=steps).map(step).collect();
    budgets.dedup();
    Ok(budgets)
}

/// The best plan under each of these ceilings. Each search starts from the plan of the
/// ceiling below, so cost never rises with money; what is proven under a higher ceiling
/// holds under the lower ones.
///
/// # Errors
/// As the solver fails.
pub fn by_budget(
    instance: &Instance,
    ceiling: usize,
    budgets: &[i64],
    hardship: &Hardship,
    questions: &mut Questions<'_>,
) -> Result<Frontier, SolveError> {
    let mut budgets = budgets.to_vec();
    budgets.sort_unstable();
    budgets.dedup();
    let mut frontier = Frontier::empty();
    for &budget in &budgets {
        let limited = with_ceiling(instance, ceiling, budget);
        let start = frontier.points.last().map(|point| point.solution.clone());
        match questions.ask(&limited, start.as_ref())? {
            Reply::Infeasible => frontier.infeasible.push(budget),
            Reply::Unknown => frontier.unknown.push(budget),
            Reply::Found(outcome) => frontier.points.push(Point {
                at: budget,
                money: outcome.solution.draws(instance)[ceiling],
                cost: outcome.objective,
                bound: outcome.bound,
                hardship: hardship.of(&outcome.solution),
                unmet: unmet(&outcome.solution),
                solution: outcome.solution,
                stop: outcome.stop,
            }),
        }
    }
    let mut above = i64::MIN;
    for point in frontier.points.iter_mut().rev() {
        point.bound = point.bound.max(above).min(point.cost);
        above = point.bound;
    }
    frontier.thin(|point| [point.money, point.cost]);
    Ok(frontier)
}

/// The best plan when hardship counts as often as each of these weights (percent) says.
///
/// # Errors
/// As the solver fails; [`SolveError::Failed`] where hardship is not told for every
/// arc and demand.
pub fn by_weight(
    instance: &Instance,
    hardship: &Hardship,
    percents: &[u32],
    questions: &mut Questions<'_>,
) -> Result<Frontier, SolveError> {
    let fits = hardship.arcs.len() == instance.arcs.len()
        && hardship.unmet.len() == instance.demands.len();
    if !fits {
        let why = "hardship must be told for every arc and every demand";
        return Err(SolveError::Failed(why.to_owned()));
    }
    let mut percents = percents.to_vec();
    percents.sort_unstable();
    percents.dedup();
    let mut frontier = Frontier::empty();
    let mut start: Option<Solution> = None;
    for &percent in &percents {
        let at = i64::from(percent);
        let outcome = match questions.ask(&weighted(instance, hardship, at), start.as_ref())? {
            Reply::Infeasible => {
                frontier.infeasible.push(at);
                continue;
            }
            Reply::Unknown => {
                frontier.unknown.push(at);
                continue;
            }
            Reply::Found(outcome) => outcome,
        };
        let borne = hardship.of(&outcome.solution);
        frontier.points.push(Point {
            at,
            money: outcome.solution.cost(instance) - borne,
            cost: outcome.objective.div_euclid(100),
            bound: outcome.bound.div_euclid(100),
            hardship: borne,
            unmet: unmet(&outcome.solution),
            solution: outcome.solution.clone(),
            stop: outcome.stop,
        });
        start = Some(outcome.solution);
    }
    frontier.thin(|point| [point.money, point.hardship]);
    Ok(frontier)
}

impl Frontier {
    fn empty() -> Self {
        Self {
            points: Vec::new(),
            infeasible: Vec::new(),
            unknown: Vec::new(),
        }
    }

    /// Leaves out what another point dominates, and all but the first of equal ones.
    fn thin(&mut self, aims: impl Fn(&Point) -> [i64; 2]) {
        let worth: Vec<([i64; 2], u64)> = self
            .points
            .iter()
            .map(|point| (aims(point), point.unmet))
            .collect();
        let no_worse = |one: usize, other: usize| {
            let ((a, unmet_a), (b, unmet_b)) = (&worth[one], &worth[other]);
            a[0] <= b[0] && a[1] <= b[1] && unmet_a <= unmet_b
        };
        let is_dominated = |at: usize| {
            (0..worth.len())
                .any(|other| no_worse(other, at) && (worth[other] != worth[at] || other < at))
        };
        let kept: Vec<bool> = (0..worth.len()).map(|at| !is_dominated(at)).collect();
        let mut kept = kept.into_iter();
        self.points.retain(|_| kept.next().unwrap_or(false));
        self.points.sort_by_key(|point| (point.money, point.at));
    }
}

/// The instance under another ceiling.
pub(crate) fn with_ceiling(instance: &Instance, ceiling: usize, cents: i64) -> Instance {
    let mut limited = instance.clone();
    limited.ceilings[ceiling].cents = cents;
    limited
}

/// All costs hundredfold, hardship as often as the percents say.
fn weighted(instance: &Instance, hardship: &Hardship, percent: i64) -> Instance {
    let mut weighted = instance.clone();
    let count = |cost: i64, borne: i64| 100 * (cost - borne) + percent * borne;
    for (arc, &borne) in weighted.arcs.iter_mut().zip(&hardship.arcs) {
        arc.cost = count(arc.cost, borne);
    }
    for (demand, &borne) in weighted.demands.iter_mut().zip(&hardship.unmet) {
        demand.unmet_cost = demand.unmet_cost.map(|cost| count(cost, borne));
    }
    let openings = weighted
        .sites
        .iter_mut()
        .flat_map(|site| &mut site.openings);
    openings.for_each(|opening| opening.fixed_cost *= 100);
    for facility in 0..weighted.facilities.len() {
        let levels = super::levels_mut(&mut weighted, facility).iter_mut();
        levels.for_each(|level| level.fixed_cost *= 100);
    }
    weighted
}
