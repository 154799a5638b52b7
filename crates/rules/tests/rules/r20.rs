use crate::*;

/// An institution with 3 admissions a year and 2 people waiting; RESPITE helps families.
fn region_at_risk() -> Region {
    let mut region = two_towns(10.0).with_service(service("RESPITE"));
    region.institutions.push(Institution {
        admissions_per_year: Some(3),
        waiting: Some(2),
        ..institution("I", km_east(5.0))
    });
    region.scenario.rules.prevention_services = vec!["RESPITE".into()];
    region
}

fn helping(region: &Region, service: &str, persons: u32) -> Plan {
    let mut plan = empty_plan(region);
    plan.assignments
        .push(going("A", service, "KA", persons, 0.0));
    plan
}

#[test]
fn a_plan_that_helps_fewer_than_enter_institutions_is_told() {
    let region = region_at_risk();
    let findings = found("R20", &region, &helping(&region, "RESPITE", 4));
    assert_eq!(levels(&findings), [Level::Warning]);
    assert_eq!(
        english(&findings),
        [
            "Support for families before anybody has to leave home (RESPITE in English): in the plan it reaches 4 people, \
             while those admitted to institutions in a year or waiting are 5."
        ]
    );
    assert!(found("R20", &region, &helping(&region, "RESPITE", 5)).is_empty());
    assert_eq!(found("R20", &region, &helping(&region, "HOME", 5)).len(), 1);
}

#[test]
fn a_plan_without_prevention_is_told_even_where_nobody_enters() {
    let mut region = region_at_risk();
    region.institutions.clear();
    assert_eq!(found("R20", &region, &empty_plan(&region)).len(), 1);
    assert!(found("R20", &region, &helping(&region, "RESPITE", 1)).is_empty());
}

#[test]
fn which_services_prevent_is_a_threshold() {
    let mut region = region_at_risk();
    region.scenario.rules.prevention_services.clear();
    assert!(found("R20", &region, &empty_plan(&region)).is_empty());
}
