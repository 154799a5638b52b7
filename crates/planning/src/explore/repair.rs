//! The approved plan without one of its sites.

use super::{Explore, Range, Told, openings};
use crate::adapter::Problem;
use crate::plan::PlanError;
use domain::plan::Opening;
use domain::{Message, Plan};
use serde::Serialize;
use siting::answers::alternatives::only_in;
use siting::answers::repair::{Mended, repair};

/// A mended plan.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Repair {
    /// The plan; its bound holds for plans with as few left without and as few changes.
    pub plan: Told,
    /// The approved plan's cost a year.
    pub before: domain::Cents,
    /// What fell away.
    pub lost: Vec<Opening>,
    /// What opens in place of it, or in another size.
    pub opens: Vec<Opening>,
    /// What is given up besides.
    pub closes: Vec<Opening>,
    /// Changes: proven at least.
    pub changes_least: i64,
    /// Changes made.
    pub changes: i64,
    /// People left without: proven at least.
    pub unmet_least: i64,
    /// How much more it costs than the approved plan; less where negative.
    pub more: Range,
}

impl Explore<'_> {
    /// Mends an approved plan of this region when a candidate (or a site of today) falls
    /// away: as few left without as can be, then as few changes, then at the least cost.
    ///
    /// # Errors
    /// [`PlanError::Faulty`] where the plan is not one of this region, or nothing is
    /// known of what falls away.
    pub fn repair(&mut self, plan: &Plan, without: &str) -> Result<Repair, PlanError> {
        self.understands()?;
        let problem = Problem::new(self.region, self.points, plan.options.budget);
        let faulty = |key: &str| PlanError::Faulty(Message::new(key).with("site", without));
        let approved = crate::explain::solution(&problem, plan)
            .ok_or_else(|| faulty("explore-other-region"))?;
        let fallen: Vec<usize> = (0..problem.facilities.len())
            .filter(|&at| problem.site(at).is_some_and(|site| site.id() == without))
            .collect();
        if fallen.is_empty() {
            return Err(faulty("explore-unknown-site"));
        }
        let mended = self.ask(|ask| repair(&problem.instance, &approved, &fallen, ask))?;
        let mended = match mended {
            Mended::Repair(mended) => *mended,
            Mended::NoPlan => {
                return Err(PlanError::Infeasible {
                    conditions: Vec::new(),
                });
            }
            Mended::Unknown => return Err(PlanError::NothingFound { bound: None }),
        };
        let (old, new) = (
            openings(&problem, &approved),
            openings(&problem, &mended.solution),
        );
        let lost = |row: &&Opening| row.candidate.as_str() == without;
        let dropped = only_in(&approved, &mended.solution);
        let closes = dropped.into_iter().filter(|at| !fallen.contains(at));
        let closes =
            closes.filter_map(|at| crate::explain::opening(&problem, at, approved.open[at]?.level));
        let before = approved.cost(&problem.instance);
        let (least, most) = (mended.cost.least - before, mended.cost.most - before);
        Ok(Repair {
            plan: Told::new(
                &problem,
                &mended.solution,
                mended.cost.most,
                mended.cost.least,
            ),
            before: domain::Cents(before),
            lost: old.iter().filter(lost).cloned().collect(),
            opens: new.into_iter().filter(|row| !old.contains(row)).collect(),
            closes: closes.collect(),
            changes_least: mended.changes.least,
            changes: mended.changes.most,
            unmet_least: mended.unmet.least,
            more: siting::answers::Interval { least, most }.into(),
        })
    }
}
