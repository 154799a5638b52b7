//! Other plans that are nearly as good.

use super::{Explore, Told};
use crate::plan::PlanError;
use domain::plan::Opening;
use serde::Serialize;
use siting::answers::alternatives::{End, Wanted, alternatives};
use siting::instance::Solution;

/// One of the plans.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Alternative {
    /// The plan; its bound holds for every plan that differs from those before it.
    pub plan: Told,
    /// What the first plan opens and this one does not.
    pub closes: Vec<Opening>,
    /// What this one opens and the first plan does not.
    pub opens: Vec<Opening>,
}

/// Plans that differ, the best first.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Alternatives {
    /// The plans.
    pub plans: Vec<Alternative>,
    /// Why there are no more: `count`, `no_more` (proven), `too_costly` or `stopped`.
    pub end: &'static str,
}

impl Explore<'_> {
    /// The best plans of which each lacks some measures of every one before it.
    ///
    /// # Errors
    /// As [`crate::plan()`]'s.
    pub fn alternatives(&mut self, wanted: Wanted) -> Result<Alternatives, PlanError> {
        let problem = self.problem(self.options.budget)?;
        let (found, end) = self.ask(|ask| alternatives(&problem.instance, wanted, ask))?;
        let Some(best) = found.first() else {
            return Err(self.why_none(&problem));
        };
        let list = |facilities: &[usize], of: &Solution| -> Vec<Opening> {
            let opening = |&at: &usize| {
                crate::explain::opening(&problem, at, of.open.get(at).copied()??.level)
            };
            facilities.iter().filter_map(opening).collect()
        };
        let plan = |row: &siting::answers::alternatives::Alternative| Alternative {
            plan: Told::new(&problem, &row.solution, row.cost.most, row.cost.least),
            closes: list(&row.closes, &best.solution),
            opens: list(&row.opens, &row.solution),
        };
        Ok(Alternatives {
            plans: found.iter().map(plan).collect(),
            end: match end {
                End::Count => "count",
                End::NoMore => "no_more",
                End::TooCostly => "too_costly",
                End::Stopped => "stopped",
            },
        })
    }
}
