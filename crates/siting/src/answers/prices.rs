//! What more money, or less of it, is worth: finite differences between searches, as
//! intervals, since the least cost of whole plans is no smooth function of money and a
//! search need not end at it.

use super::frontier::with_ceiling;
use super::{Interval, Questions, Reply};
use crate::instance::Instance;
use crate::solver::{Outcome, SolveError};

/// What a step up and a step down of one ceiling does to the least cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Price {
    /// The ceiling as it is.
    pub ceiling: i64,
    /// How much of it the plan draws.
    pub drawn: i64,
    /// The step up.
    pub up: i64,
    /// The step down: the same, but never below nothing.
    pub down: i64,
    /// The least cost as it is.
    pub base: Interval,
    /// With more money; unknown where it was not answered.
    pub more: Option<Interval>,
    /// With less.
    pub less: Less,
}

/// The least cost with less money.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Less {
    /// So much.
    Costs(Interval),
    /// No plan respects all conditions.
    NoPlan,
    /// It was not answered, or there is nothing to take away.
    Unknown,
}

impl Price {
    /// What the step up saves.
    pub fn saved(&self) -> Option<Interval> {
        self.more.map(|more| self.base.above(more))
    }

    /// What the step down costs.
    pub fn lost(&self) -> Option<Interval> {
        match self.less {
            Less::Costs(less) => Some(less.above(self.base)),
            Less::NoPlan | Less::Unknown => None,
        }
    }
}

/// An interval for each unit of a step: the least and the most.
pub fn each(interval: Interval, step: i64) -> (f64, f64) {
    let step = step.max(1) as f64;
    (interval.least as f64 / step, interval.most as f64 / step)
}

/// The price of a ceiling by a step of so much each way; `None` where no plan respects
/// the instance or none was found. What is `known` of the instance as it is, is not
/// searched for again.
///
/// # Errors
/// As the solver fails.
pub fn price(
    instance: &Instance,
    ceiling: usize,
    step: i64,
    known: Option<&Outcome>,
    questions: &mut Questions<'_>,
) -> Result<Option<Price>, SolveError> {
    let outcome = match known {
        Some(known) => known.clone(),
        None => match questions.ask(instance, None)? {
            Reply::Found(outcome) => outcome,
            Reply::Infeasible | Reply::Unknown => return Ok(None),
        },
    };
    let mut base = Interval::of(&outcome);
    let cents = instance.ceilings[ceiling].cents;
    let (up, down) = (step.max(1), step.max(1).min(cents.max(0)));
    let richer = with_ceiling(instance, ceiling, cents.saturating_add(up));
    let mut more = match questions.ask(&richer, Some(&outcome.solution))? {
        Reply::Found(richer) => Some(Interval::of(&richer)),
        Reply::Infeasible | Reply::Unknown => None,
    };
    let poorer = with_ceiling(instance, ceiling, cents - down);
    let mut less = match down {
        0 => Less::Unknown,
        _ => match questions.ask(&poorer, Some(&outcome.solution))? {
            Reply::Found(poorer) => Less::Costs(Interval::of(&poorer)),
            Reply::Infeasible => Less::NoPlan,
            Reply::Unknown => Less::Unknown,
        },
    };
    // More money never costs more: what is known of one holds for the others.
    if let Some(more) = &more {
        base.least = base.least.max(more.least);
    }
    if let Less::Costs(less) = &mut less {
        base.most = base.most.min(less.most);
        less.least = less.least.max(base.least).min(less.most);
    }
    base.least = base.least.min(base.most);
    if let Some(more) = &mut more {
        more.most = more.most.min(base.most);
        more.least = more.least.min(more.most);
    }
    Ok(Some(Price {
        ceiling: cents,
        drawn: outcome.solution.draws(instance)[ceiling],
        up,
        down,
        base,
        more,
        less,
    }))
}
