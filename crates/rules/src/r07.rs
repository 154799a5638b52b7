//! R07, project cost within the plan: the eligible cost of a municipality's
//! measures is that of the approved plan; since 2023 it may rise only by the
//! condition of more own money.
//!
//! Error for each municipality whose eligible cost differs from the approved
//! plan's by more than `cost_deviation_share` of the latter, up or down. Owners
//! of the approved plan that no longer exist are taken for their successor,
//! where there is one only.
//!
//! Reads both plans' measures, `territories.valid_to` and `successors`.

use crate::names::{self, Named};
use crate::rule::{Case, Found, Rule};
use domain::plan::Level;
use domain::{Cents, Message, Plan, Region, TerritoryId};
use std::collections::BTreeMap;

pub(crate) const RULE: Rule = Rule {
    id: "R07",
    basis: "MK 21/2023 (871 p. 11.1)",
    level: Level::Error,
    look,
};

fn look(case: &Case) -> Vec<Found> {
    let Some(approved) = case.approved else {
        return Vec::new();
    };
    let (now, then) = (
        eligible(case.region, case.plan),
        eligible(case.region, approved),
    );
    let owners = case
        .region
        .territories
        .iter()
        .filter(|row| now.contains_key(&row.id) || then.contains_key(&row.id));
    owners
        .filter_map(|row| {
            let [now, then] = [&now, &then].map(|of| of.get(&row.id).copied().unwrap_or_default());
            let change = now - then;
            let allowed = then.share(case.region.scenario.rules.cost_deviation_share);
            let key = match change {
                _ if change.0.abs() <= allowed.0 => return None,
                Cents(..0) => "finding-r07-fall",
                _ => "finding-r07-rise",
            };
            let message = Message::new(key)
                .named("municipality", names::territory(case.region, &row.id))
                .with("money", now.eur())
                .with("eur", then.eur());
            let owns = |owner| heir(case.region, owner) == &row.id;
            let candidates = case.region.candidates.iter().filter(|row| {
                owns(&row.owner)
                    && case
                        .plan
                        .measures
                        .iter()
                        .any(|measure| measure.candidate == row.id)
            });
            let found = Found::new(message).row("territories.csv", row.line);
            Some(found.rows("candidates.csv", candidates.map(|row| row.line)))
        })
        .collect()
}

/// Eligible building money by the owner's municipality.
fn eligible<'a>(region: &'a Region, plan: &'a Plan) -> BTreeMap<&'a TerritoryId, Cents> {
    let mut sums: BTreeMap<_, Cents> = BTreeMap::new();
    for measure in &plan.measures {
        *sums.entry(heir(region, &measure.owner)).or_default() += measure.eligible;
    }
    sums
}

/// The municipality that answers for an owner in the plan year.
fn heir<'a>(region: &'a Region, owner: &'a TerritoryId) -> &'a TerritoryId {
    let mut current = region.municipality_of(owner);
    // A chain of successors is no longer than the table.
    for _ in 0..region.territories.len() {
        match region.territory(current) {
            Some(row) if !row.is_valid_in(region.scenario.year) && row.successors.len() == 1 => {
                current = &row.successors[0];
            }
            _ => break,
        }
    }
    current
}
