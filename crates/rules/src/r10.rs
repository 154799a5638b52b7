//! R10, family-like care of children: error where a house would hold more than
//! `children_per_house`.
//!
//! Counts what the plan opens at a candidate and what the site that it enlarges
//! has of `family_like_services`. Reads `candidates.expands`,
//! `services.persons_per_place`, `offers.places`.

use crate::building;
use crate::rule::{Case, Found, Rule};
use domain::Message;
use domain::plan::Level;

pub(crate) const RULE: Rule = Rule {
    id: "R10",
    basis: "LM children page",
    level: Level::Error,
    look,
};

fn look(case: &Case) -> Vec<Found> {
    let rules = &case.region.scenario.rules;
    let houses = building::used(case)
        .filter(|candidate| building::opens_one_of(case, candidate, &rules.family_like_services));
    houses
        .filter_map(|candidate| {
            let children = building::people_of(case, candidate, &rules.family_like_services);
            if children <= rules.children_per_house {
                return None;
            }
            let message = Message::new("finding-r10-house")
                .with("site", candidate.name.as_str())
                .with("places", children)
                .with("threshold", rules.children_per_house);
            Some(Found::new(message).row("candidates.csv", candidate.line))
        })
        .collect()
}
