//! What a euro more, and a step of each standard, is worth.

use super::{Explore, Range, Told};
use crate::adapter::{CeilingOf, Problem};
use crate::plan::PlanError;
use domain::{Cents, Region, Service, ServiceId};
use serde::Serialize;
use siting::answers::Interval;
use siting::answers::prices::{Less, Price, price};
use siting::instance::Solution;
use siting::solver::{Outcome, SolveError, SolveOptions};

/// Minutes by which a standard is moved.
const STEP_MIN: f64 = 5.0;
/// Ceilings are moved by this share, but by no less than [`LEAST_STEP`].
const STEP: f64 = 0.05;
const LEAST_STEP: Cents = Cents(1_000_000);

/// What a ceiling is worth.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MoneyPrice {
    /// The payer whose fund it is; absent for the budget.
    pub payer: Option<String>,
    /// Where the fund holds.
    pub territory: Option<String>,
    /// The ceiling.
    pub ceiling: Cents,
    /// What the plan draws on it.
    pub drawn: Cents,
    /// The step up.
    pub up: Cents,
    /// Saved a year with so much more; absent where it was not answered.
    pub saved: Option<Range>,
    /// The step down.
    pub down: Cents,
    /// Lost a year with so much less; absent where there is no answer.
    pub lost: Option<Range>,
    /// Whether there is no plan with so much less.
    pub no_plan_with_less: bool,
}

/// Which minutes of a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Standard {
    /// `standard_min`: minutes beyond it cost a surcharge.
    Standard,
    /// `limit_min`: nobody goes farther.
    Limit,
}

/// A standard moved by a step.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Step {
    /// The minutes.
    pub minutes: f64,
    /// The best plan found, with its bound.
    pub plan: Told,
    /// How much more (tighter) or less (looser) it costs a year.
    pub difference: Range,
}

/// What a standard is worth.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StandardPrice {
    /// The service.
    pub service: ServiceId,
    /// Which minutes.
    pub standard: Standard,
    /// As they are.
    pub minutes: f64,
    /// Five minutes fewer; absent where that cannot be or was not answered.
    pub tighter: Option<Step>,
    /// Five minutes more.
    pub looser: Option<Step>,
}

/// Prices of money and of standards.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Prices {
    /// The plan as things are.
    pub plan: Told,
    /// Each ceiling.
    pub money: Vec<MoneyPrice>,
    /// Each service's standards.
    pub standards: Vec<StandardPrice>,
    /// Steps without an answer.
    pub unanswered: usize,
}

impl Explore<'_> {
    /// Moves each ceiling by a twentieth (at least 10,000 EUR) and each standard by five
    /// minutes, both ways, all else as it is.
    ///
    /// # Errors
    /// As [`crate::plan()`]'s.
    pub fn prices(&mut self) -> Result<Prices, PlanError> {
        let problem = self.problem(self.options.budget)?;
        let Some(base) = self.solve(&problem, None)? else {
            return Err(self.why_none(&problem));
        };
        let mut prices = Prices {
            plan: Told::new(&problem, &base.solution, base.objective, base.bound),
            money: Vec::new(),
            standards: Vec::new(),
            unanswered: 0,
        };
        for (at, of) in problem.ceilings.iter().enumerate() {
            let step = of.cents().share(STEP).max(LEAST_STEP);
            match self
                .ask(|questions| price(&problem.instance, at, step.0, Some(&base), questions))?
            {
                Some(price) => prices.money.push(money_price(of, &price)),
                None => prices.unanswered += 2,
            }
        }
        for service in &self.region.services {
            for standard in [Standard::Standard, Standard::Limit] {
                let mut step = |by: f64| {
                    self.step(service, standard, by, &base, &problem)
                        .map(|answer| match answer {
                            Some(None) => {
                                prices.unanswered += 1;
                                None
                            }
                            Some(step) => step,
                            None => None,
                        })
                };
                let (tighter, looser) = (step(-STEP_MIN)?, step(STEP_MIN)?);
                prices.standards.push(StandardPrice {
                    service: service.id.clone(),
                    standard,
                    minutes: minutes(service, standard),
                    tighter,
                    looser,
                });
            }
        }
        Ok(prices)
    }

    /// The plan after a step; `None` where it cannot be, `Some(None)` where it was not answered.
    #[allow(clippy::option_option)]
    fn step(
        &mut self,
        service: &Service,
        standard: Standard,
        by: f64,
        base: &Outcome,
        problem: &Problem<'_>,
    ) -> Result<Option<Option<Step>>, PlanError> {
        let Some((region, minutes)) = moved(self.region, service, standard, by) else {
            return Ok(None);
        };
        let moved = Problem::new(&region, self.points, self.options.budget);
        let start = crate::explain::carried_over(problem, &base.solution, &moved);
        let Some(outcome) = self.solve(&moved, start.as_ref())? else {
            return Ok(Some(None));
        };
        let (here, there) = (Interval::of(base), Interval::of(&outcome));
        // A tighter standard never costs less.
        let difference = match by < 0.0 {
            true => there.above(here),
            false => here.above(there),
        };
        Ok(Some(Some(Step {
            minutes,
            plan: Told::new(&moved, &outcome.solution, outcome.objective, outcome.bound),
            difference: difference.into(),
        })))
    }

    /// The best plan of a problem; `None` where there is none or the limits found none.
    fn solve(
        &mut self,
        problem: &Problem<'_>,
        start: Option<&Solution>,
    ) -> Result<Option<Outcome>, PlanError> {
        let limits = SolveOptions {
            gap: self.options.gap,
            time_limit_s: self.options.time_limit_s,
            work_limit: self.options.work_limit,
        };
        let number = self.asked;
        self.asked += 1;
        let mut tell = |far| (self.progress)(number, far);
        match self
            .solver
            .solve(&problem.instance, &limits, start, &mut tell)
        {
            Ok(outcome) => Ok(Some(outcome)),
            Err(SolveError::Infeasible | SolveError::NothingFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }
}

fn minutes(service: &Service, standard: Standard) -> f64 {
    match standard {
        Standard::Standard => service.standard_min,
        Standard::Limit => service.limit_min,
    }
}

/// The region with a standard moved, and its minutes; `None` where that is no standard.
fn moved(region: &Region, service: &Service, standard: Standard, by: f64) -> Option<(Region, f64)> {
    let mut moved = region.clone();
    let row = moved.services.iter_mut().find(|row| row.id == service.id)?;
    match standard {
        Standard::Standard => {
            row.standard_min = (row.standard_min + by).clamp(0.0, row.limit_min);
        }
        Standard::Limit => {
            row.limit_min += by;
            row.standard_min = row.standard_min.min(row.limit_min);
        }
    }
    let minutes = minutes(row, standard);
    let is_moved = minutes != self::minutes(service, standard) && row.limit_min > 0.0;
    is_moved.then_some((moved, minutes))
}

fn money_price(of: &CeilingOf, price: &Price) -> MoneyPrice {
    let (payer, territory) = match of {
        CeilingOf::Budget(_) => (None, None),
        CeilingOf::Fund(fund) => (Some(&fund.payer), fund.territory.as_ref()),
    };
    MoneyPrice {
        payer: payer.map(|payer| payer.as_str().to_owned()),
        territory: territory.map(|territory| territory.as_str().to_owned()),
        ceiling: Cents(price.ceiling),
        drawn: Cents(price.drawn),
        up: Cents(price.up),
        saved: price.saved().map(Into::into),
        down: Cents(price.down),
        lost: price.lost().map(Into::into),
        no_plan_with_less: price.less == Less::NoPlan,
    }
}
