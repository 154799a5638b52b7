use crate::*;

fn eligible(region: &Region, candidate: &str, eur: f64) -> Plan {
    let mut plan = opening(region, &[(candidate, "HOME", 8)]);
    first(&mut plan).eligible = Cents::from_eur(eur);
    plan
}

#[test]
fn a_rise_or_fall_of_eligible_cost_is_told_by_municipality() {
    let region = two_towns(10.0);
    let approved = eligible(&region, "KA", 1_000.0);
    let keys_at = |eur| {
        let findings = found_beside("R07", &region, &eligible(&region, "KA", eur), &approved);
        assert!(findings.iter().all(|finding| finding.level == Level::Error));
        findings
            .into_iter()
            .map(|finding| finding.message.key)
            .collect::<Vec<_>>()
    };
    assert_eq!(keys_at(1_000.01), ["finding-r07-rise"]);
    assert_eq!(keys_at(999.99), ["finding-r07-fall"]);
    assert!(keys_at(1_000.0).is_empty());
}

#[test]
fn without_an_approved_plan_nothing_is_told() {
    let region = two_towns(10.0);
    assert!(found("R07", &region, &eligible(&region, "KA", 1_000.0)).is_empty());
}

#[test]
fn the_difference_is_a_threshold() {
    let mut region = two_towns(10.0);
    let (approved, plan) = (
        eligible(&region, "KA", 1_000.0),
        eligible(&region, "KA", 1_100.0),
    );
    region.scenario.rules.cost_deviation_share = 0.1;
    assert!(found_beside("R07", &region, &plan, &approved).is_empty());
    region.scenario.rules.cost_deviation_share = 0.09;
    assert_eq!(found_beside("R07", &region, &plan, &approved).len(), 1);
}

#[test]
fn a_municipality_new_to_the_plan_has_risen_from_nothing() {
    let region = two_towns(10.0);
    let plan = eligible(&region, "KB", 1_000.0);
    let findings = found_beside("R07", &region, &plan, &eligible(&region, "KA", 1_000.0));
    assert_eq!(keys(&findings), ["finding-r07-fall", "finding-r07-rise"]);
}

#[test]
fn a_successor_takes_over_the_approved_cost() {
    let mut region = two_towns(10.0);
    let approved = eligible(&region, "KA", 1_000.0);
    let plan = eligible(&region, "KB", 1_000.0);
    region.territories[0].valid_to = Some("2019-12-31".parse().unwrap());
    region.territories[0].successors = vec!["MB".into()];
    assert!(found_beside("R07", &region, &plan, &approved).is_empty());
}
