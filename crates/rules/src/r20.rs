//! R20, prevention: the plan has services for people at risk in families, not
//! only for those who leave an institution.
//!
//! Warning where `prevention_services` serve nobody in the plan, or fewer people
//! than institutions admit in a year and have waiting. Nothing is said while the
//! scenario names no prevention service.
//!
//! Reads the plan's assignments, `institutions.admissions_per_year` and `waiting`.

use crate::names::{self, Named};
use crate::rule::{Case, Found, Rule};
use domain::plan::Level;
use domain::{Institution, Message};

pub(crate) const RULE: Rule = Rule {
    id: "R20",
    basis: "EEG checklist; LM",
    level: Level::Warning,
    look,
};

fn look(case: &Case) -> Vec<Found> {
    let prevention = &case.region.scenario.rules.prevention_services;
    let services: Vec<_> = case
        .region
        .services
        .iter()
        .filter(|row| prevention.contains(&row.id))
        .collect();
    if services.is_empty() {
        return Vec::new();
    }
    let assignments = case
        .plan
        .assignments
        .iter()
        .filter(|row| prevention.contains(&row.service));
    let served: u32 = assignments.map(|row| row.persons).sum();
    let entering =
        |row: &Institution| row.admissions_per_year.unwrap_or(0) + row.waiting.unwrap_or(0);
    let institutions: Vec<_> = case
        .region
        .institutions
        .iter()
        .filter(|row| entering(row) > 0)
        .collect();
    let all_entering: u32 = institutions.iter().map(|row| entering(row)).sum();
    if served >= all_entering.max(1) {
        return Vec::new();
    }
    let message = Message::new("finding-r20-prevention")
        .named_all(
            "services",
            services
                .iter()
                .map(|row| names::service(case.region, &row.id)),
        )
        .with("persons", served)
        .with("persons-entering", all_entering);
    let found = Found::new(message).rows("services.csv", services.iter().map(|row| row.line));
    vec![found.rows("institutions.csv", institutions.iter().map(|row| row.line))]
}
