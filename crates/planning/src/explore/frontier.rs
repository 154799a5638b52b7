//! Money against what people bear.

use super::{Explore, Told};
use crate::adapter::Problem;
use crate::plan::PlanError;
use domain::Cents;
use serde::Serialize;
use siting::answers::frontier::{self, Hardship, budgets, by_budget, by_weight};

/// A plan of the frontier.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Point {
    /// The budget; absent where minutes are weighted.
    pub budget: Option<Cents>,
    /// How much minutes and people left without count, in percent of what they cost; absent where the
    /// budget is moved.
    pub percent: Option<i64>,
    /// The plan. By weight, its bound holds for the weighted cost and is told as far
    /// below the plan's cost.
    pub plan: Told,
}

/// Money against what people bear, both ways.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Frontier {
    /// By budget, rising.
    pub by_budget: Vec<Point>,
    /// By the weight of minutes and of people left without, rising.
    pub by_weight: Vec<Point>,
    /// Budgets under which no plan respects all conditions.
    pub infeasible: Vec<Cents>,
    /// Budgets and weights without an answer.
    pub unanswered: usize,
}

/// Weights of hardship, in percent.
const PERCENTS: [u32; 5] = [25, 50, 100, 200, 400];

impl Explore<'_> {
    /// Plans for budgets in so many equal steps up to what the plan needs that is best
    /// without one, and plans in which minutes and people left without count from a quarter to four times
    /// as much.
    ///
    /// # Errors
    /// As [`crate::plan()`]'s.
    pub fn frontier(&mut self, steps: usize) -> Result<Frontier, PlanError> {
        let problem = self.with_budget()?;
        let instance = &problem.instance;
        let hardship = hardship(&problem);
        let (by_budget, by_weight) = self.ask(|questions| {
            let budgets = budgets(instance, 0, steps, questions)?;
            let one = by_budget(instance, 0, &budgets, &hardship, questions)?;
            let other = by_weight(instance, &hardship, &PERCENTS, questions)?;
            Ok((one, other))
        })?;
        let found_none = by_budget.points.is_empty() && by_weight.points.is_empty();
        if found_none {
            return Err(self.why_none(&problem));
        }
        let budgeted = by_budget.points.iter().map(|point| Point {
            budget: Some(Cents(point.at)),
            percent: None,
            plan: told(&problem, point),
        });
        let weighted = by_weight.points.iter().map(|point| Point {
            budget: None,
            percent: Some(point.at),
            plan: told(&problem, point),
        });
        Ok(Frontier {
            by_budget: budgeted.collect(),
            by_weight: weighted.collect(),
            infeasible: by_budget.infeasible.iter().copied().map(Cents).collect(),
            unanswered: by_budget.unknown.len() + by_weight.unknown.len(),
        })
    }
}

fn told(problem: &Problem<'_>, point: &frontier::Point) -> Told {
    let cost = point.solution.cost(&problem.instance);
    let open = point.cost - point.bound;
    Told {
        gap: point.gap(),
        ..Told::new(problem, &point.solution, cost, cost - open)
    }
}

/// Minutes in money, and people left without.
fn hardship(problem: &Problem<'_>) -> Hardship {
    let ways = problem.ways.iter();
    let whole = Hardship::whole(&problem.instance);
    Hardship {
        arcs: ways
            .map(|way| (way.cost.travel + way.cost.surcharge).0)
            .collect(),
        ..whole
    }
}
