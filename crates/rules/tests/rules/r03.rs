use crate::*;

fn with_people(minutes: f64, unmet: u32) -> (Region, Plan) {
    let region = two_towns(10.0);
    let mut plan = opening(&region, &[("KA", "HOME", 16)]);
    plan.assignments.push(going("A", "HOME", "KA", 8, 0.0));
    plan.assignments.push(going("B", "HOME", "KA", 2, minutes));
    if unmet > 0 {
        plan.unmet.push(plan::Unmet {
            place: "B".into(),
            target_group: "GRT".into(),
            service: "HOME".into(),
            hours_per_week: None,
            persons: unmet,
            reason: plan::UnmetReason::NotWorthwhile,
            from: None,
        });
    }
    (region, plan)
}

#[test]
fn it_is_told_when_too_few_get_a_service_near() {
    let (region, plan) = with_people(30.01, 1);
    let findings = found("R03", &region, &plan);
    assert_eq!(levels(&findings), [Level::Error]);
    assert_eq!(
        english(&findings),
        [
            "HOME in English: 3 of all who need it (11 people) do not get it within 30 minutes; at least 80% should."
        ]
    );
}

#[test]
fn nothing_is_told_when_the_share_is_reached() {
    let (region, plan) = with_people(30.0, 2);
    assert!(found("R03", &region, &plan).is_empty());
}

#[test]
fn the_share_is_a_threshold() {
    let (mut region, plan) = with_people(31.0, 0);
    assert!(found("R03", &region, &plan).is_empty());
    region.scenario.rules.within_standard_share = 0.81;
    assert_eq!(keys(&found("R03", &region, &plan)), ["finding-r03-far"]);
}

/// Two homes with 8 and 16 places, so many kilometres apart, with 6 people each.
fn two_homes(km: f64) -> (Region, Plan) {
    let region = two_towns(km);
    let mut plan = opening(&region, &[("KA", "HOME", 8), ("KB", "HOME", 16)]);
    for measure in &mut plan.measures {
        measure.persons = 6;
    }
    plan.assignments.push(going("A", "HOME", "KA", 6, 0.0));
    plan.assignments.push(going("B", "HOME", "KB", 6, 0.0));
    (region, plan)
}

#[test]
fn two_sites_near_one_another_of_which_one_would_do_are_told() {
    let (region, plan) = two_homes(20.0);
    let findings = found("R03", &region, &plan);
    assert_eq!(levels(&findings), [Level::Error]);
    assert_eq!(
        english(&findings),
        [
            "HOME in English: “Candidate KA” and “Candidate KB” are 20 min apart and together have 12 people; \
         one would do, “Candidate KB” (places: 16)."
        ]
    );
    let lines: Vec<_> = findings[0].rows.iter().map(|row| row.line).collect();
    assert_eq!(lines, [2, 3]);
}

#[test]
fn two_sites_that_are_both_needed_are_not_told() {
    let (region, mut plan) = two_homes(20.0);
    plan.measures[1].persons = 11;
    assert!(found("R03", &region, &plan).is_empty());
}

#[test]
fn nobody_would_have_to_go_beyond_the_limit() {
    let (mut region, plan) = two_homes(20.0);
    region.services[0].limit_min = 19.0;
    assert!(found("R03", &region, &plan).is_empty());
}

#[test]
fn how_near_is_a_threshold() {
    let (mut region, plan) = two_homes(20.0);
    region.scenario.rules.duplicate_within_min = 19.0;
    assert!(found("R03", &region, &plan).is_empty());
}

#[test]
fn two_offers_that_exist_are_only_advice() {
    let region = two_towns(20.0)
        .with_site("X", "A")
        .with_site("Y", "B")
        .with_offer("X", "HOME", 4, 2)
        .with_offer("Y", "HOME", 4, 2);
    assert_eq!(
        levels(&found("R03", &region, &empty_plan(&region))),
        [Level::Advice]
    );
}

#[test]
fn an_offer_that_has_ended_duplicates_nothing() {
    let (region, mut plan) = two_homes(20.0);
    let mut region = region.with_site("X", "A").with_offer("X", "HOME", 8, 2);
    plan.measures.remove(0);
    assert_eq!(
        keys(&found("R03", &region, &plan)),
        ["finding-r03-duplicate"]
    );
    region.offers[0].until_year = Some(2020);
    assert_eq!(
        found("R03", &region, &plan).len(),
        1,
        "it is in force in its last year"
    );
    region.offers[0].until_year = Some(2019);
    assert!(found("R03", &region, &plan).is_empty());
}
