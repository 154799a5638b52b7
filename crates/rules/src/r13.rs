//! R13, no net investment in institutions: advice (UN) where a measure adds or
//! renovates places of an institution and no reason of the residents' safety is
//! on record.
//!
//! Reads the flags `institution_places` and `emergency_safety` of candidates.

use crate::building;
use crate::rule::{Case, Found, Rule};
use domain::plan::Level;
use domain::{CandidateFlag, Message};

pub(crate) const RULE: Rule = Rule {
    id: "R13",
    basis: "CRPD/C/5 para 8 (as quoted by IDA); EEG checklist",
    level: Level::Advice,
    look,
};

fn look(case: &Case) -> Vec<Found> {
    building::used(case)
        .filter(|row| row.flags.contains(&CandidateFlag::InstitutionPlaces))
        .filter(|row| !row.flags.contains(&CandidateFlag::EmergencySafety))
        .map(|row| {
            let measures = case
                .plan
                .measures
                .iter()
                .filter(|measure| measure.candidate == row.id);
            let money: f64 = measures.map(|measure| measure.capital.eur()).sum();
            let message = Message::new("finding-r13-places")
                .with("site", row.name.as_str())
                .with("money", money);
            Found::new(message).row("candidates.csv", row.line)
        })
        .collect()
}
