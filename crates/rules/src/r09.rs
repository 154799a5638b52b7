//! R09, size of group homes: warning where a dwelling would hold more than
//! `dwelling_persons` or a building more than `building_persons`. (The law of
//! 2002 spoke of 4 to 8 in a flat.)
//!
//! Counts what the plan opens at a candidate and what the site that it enlarges
//! has of `group_home_services`. Reads `candidates.expands` and the flag
//! `single_dwelling`, `services.persons_per_place`, `offers.places`.

use crate::building;
use crate::rule::{Case, Found, Rule};
use domain::plan::Level;
use domain::{Candidate, CandidateFlag, Message};

pub(crate) const RULE: Rule = Rule {
    id: "R09",
    basis: "law 2002; observed projects",
    level: Level::Warning,
    look,
};

fn look(case: &Case) -> Vec<Found> {
    let rules = &case.region.scenario.rules;
    let homes = building::used(case)
        .filter(|candidate| building::opens_one_of(case, candidate, &rules.group_home_services));
    let too_large = |candidate: &Candidate| {
        let people = building::people_of(case, candidate, &rules.group_home_services);
        let (key, most) = if people > rules.building_persons {
            ("finding-r09-building", rules.building_persons)
        } else if candidate.flags.contains(&CandidateFlag::SingleDwelling)
            && people > rules.dwelling_persons
        {
            ("finding-r09-dwelling", rules.dwelling_persons)
        } else {
            return None;
        };
        let message = Message::new(key)
            .with("site", candidate.name.as_str())
            .with("places", people)
            .with("threshold", most);
        Some(Found::new(message).row("candidates.csv", candidate.line))
    };
    homes.filter_map(too_large).collect()
}
