//! One file per rule: where it fires, where it does not, what each threshold
//! changes.

#[path = "../../../reach/tests/small/mod.rs"]
mod small;

mod page;
mod r03;
mod r04;
mod r05;
mod r07;
mod r09;
mod r10;
mod r12;
mod r13;
mod r16;
mod r20;
mod r21;
mod r22;

use domain::plan::{Assignment, Finding, Level, Measure, Payment};
use domain::*;
use small::*;
use texts::Texts;

/// What a rule finds, once each finding has been said in both languages.
fn found(rule: &str, region: &Region, plan: &Plan) -> Vec<Finding> {
    said_well(rules::check(region, plan, None), rule)
}

/// What a rule finds beside an approved plan.
fn found_beside(rule: &str, region: &Region, plan: &Plan, approved: &Plan) -> Vec<Finding> {
    said_well(rules::check(region, plan, Some(approved)), rule)
}

fn said_well(findings: Vec<Finding>, rule: &str) -> Vec<Finding> {
    for lang in [Lang::Lv, Lang::En] {
        let texts = Texts::new(lang);
        for finding in &findings {
            let said = texts.say(&finding.message);
            assert!(!said.contains('{') && said != finding.message.key, "{said}");
            assert!(!finding.rows.is_empty(), "{said} names no row");
        }
    }
    findings
        .into_iter()
        .filter(|finding| finding.rule == rule)
        .collect()
}

/// The findings in English.
fn english(findings: &[Finding]) -> Vec<String> {
    let texts = Texts::new(Lang::En);
    findings
        .iter()
        .map(|finding| texts.say(&finding.message))
        .collect()
}

fn keys(findings: &[Finding]) -> Vec<&str> {
    findings
        .iter()
        .map(|finding| finding.message.key.as_str())
        .collect()
}

fn levels(findings: &[Finding]) -> Vec<Level> {
    findings.iter().map(|finding| finding.level).collect()
}

/// A, and B so many kilometres east, each in a municipality of its own name
/// (`MA`, `MB`), with a candidate (`KA`, `KB`), and the service `HOME`.
fn two_towns(km: f64) -> Region {
    region()
        .with_municipality("MA")
        .with_municipality("MB")
        .with_place("A", "MA", 0.0)
        .with_place("B", "MB", km)
        .with_service(service("HOME"))
        .with_candidate("KA", "A")
        .with_candidate("KB", "B")
}

/// A plan that opens services: candidate, service, places.
fn opening(region: &Region, measures: &[(&str, &str, u32)]) -> Plan {
    let mut plan = empty_plan(region);
    plan.measures = measures
        .iter()
        .map(|(candidate, service, places)| measure(region, candidate, service, *places))
        .collect();
    plan
}

/// People of a place who go to a candidate.
fn going(place: &str, service: &str, candidate: &str, persons: u32, minutes: f64) -> Assignment {
    Assignment {
        place: place.into(),
        target_group: "GRT".into(),
        service: service.into(),
        hours_per_week: None,
        site: SiteRef::Candidate(candidate.into()),
        persons,
        minutes,
        from: None,
    }
}

fn paid(payer: Payer, capital_eur: f64, running_eur: f64) -> Payment {
    Payment {
        payer,
        capital: Cents::from_eur(capital_eur),
        running: Cents::from_eur(running_eur),
    }
}

fn institution(id: &str, at: LatLon) -> Institution {
    Institution {
        id: id.into(),
        name: format!("Institution {id}"),
        kind: "VSAC".into(),
        at,
        residents: None,
        admissions_per_year: None,
        waiting: None,
        planned: None,
        source: String::new(),
        line: 2,
    }
}

fn first(plan: &mut Plan) -> &mut Measure {
    &mut plan.measures[0]
}

#[test]
fn an_empty_plan_of_an_empty_region_breaks_no_rule() {
    let region = region();
    assert!(rules::check(&region, &empty_plan(&region), None).is_empty());
}

#[test]
fn every_finding_says_what_it_rests_on() {
    let mut region = two_towns(10.0);
    region.scenario.rules.group_home_services = vec!["HOME".into()];
    let plan = opening(&region, &[("KA", "HOME", 17)]);
    let findings = found("R09", &region, &plan);
    assert_eq!(findings[0].basis, "R09: law 2002; observed projects");
    assert_eq!(
        findings[0].rows,
        [RowRef {
            file: "candidates.csv".into(),
            line: 2
        }]
    );
}
