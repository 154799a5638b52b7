//! R16, every resident has a named destination: advice (UN) where an
//! institution that closes has more residents than `moves.csv` gives a
//! destination to.
//!
//! Reads `institutions.planned` and `residents`, `moves.persons`.

use crate::rule::{Case, Found, Rule};
use domain::plan::Level;
use domain::{InstitutionPlan, Message};

pub(crate) const RULE: Rule = Rule {
    id: "R16",
    basis: "Common European Guidelines; CRPD",
    level: Level::Advice,
    look,
};

fn look(case: &Case) -> Vec<Found> {
    let closing = case
        .region
        .institutions
        .iter()
        .filter(|row| row.planned == Some(InstitutionPlan::Closes));
    closing
        .filter_map(|row| {
            let moves: Vec<_> = case
                .region
                .moves
                .iter()
                .filter(|one| one.institution == row.id)
                .collect();
            let leaving: u32 = moves.iter().map(|one| one.persons).sum();
            let residents = row.residents.filter(|residents| *residents > leaving)?;
            let message = Message::new("finding-r16-destination")
                .with("institution", row.name.as_str())
                .with("persons", residents)
                .with("persons-without", residents - leaving);
            let found = Found::new(message).row("institutions.csv", row.line);
            Some(found.rows("moves.csv", moves.iter().map(|one| one.line)))
        })
        .collect()
}
