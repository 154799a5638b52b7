use crate::*;

fn group_home() -> Region {
    let mut region = two_towns(10.0);
    region.scenario.rules.group_home_services = vec!["HOME".into()];
    region
}

#[test]
fn a_building_for_more_than_sixteen_is_told() {
    let region = group_home();
    let findings = found("R09", &region, &opening(&region, &[("KA", "HOME", 17)]));
    assert_eq!(
        (keys(&findings), levels(&findings)),
        (vec!["finding-r09-building"], vec![Level::Warning])
    );
    assert!(found("R09", &region, &opening(&region, &[("KA", "HOME", 16)])).is_empty());
}

#[test]
fn a_single_dwelling_for_more_than_eight_is_told() {
    let mut region = group_home();
    let plan = opening(&region, &[("KA", "HOME", 9)]);
    assert!(found("R09", &region, &plan).is_empty());
    region.candidates[0].flags = vec![CandidateFlag::SingleDwelling];
    assert_eq!(
        keys(&found("R09", &region, &plan)),
        ["finding-r09-dwelling"]
    );
    assert!(found("R09", &region, &opening(&region, &[("KA", "HOME", 8)])).is_empty());
}

#[test]
fn places_that_the_site_has_already_count() {
    let mut region = group_home()
        .with_site("X", "A")
        .with_offer("X", "HOME", 9, 9);
    let plan = opening(&region, &[("KA", "HOME", 8)]);
    assert!(found("R09", &region, &plan).is_empty());
    region.candidates[0].expands = Some("X".into());
    assert_eq!(
        keys(&found("R09", &region, &plan)),
        ["finding-r09-building"]
    );
}

#[test]
fn services_that_are_no_group_homes_may_be_large() {
    let mut region = group_home();
    region.scenario.rules.group_home_services.clear();
    assert!(found("R09", &region, &opening(&region, &[("KA", "HOME", 40)])).is_empty());
}

#[test]
fn both_sizes_are_thresholds() {
    let mut region = group_home();
    region.candidates[0].flags = vec![CandidateFlag::SingleDwelling];
    let plan = opening(&region, &[("KA", "HOME", 6)]);
    region.scenario.rules.dwelling_persons = 5;
    assert_eq!(
        keys(&found("R09", &region, &plan)),
        ["finding-r09-dwelling"]
    );
    region.scenario.rules.building_persons = 5;
    assert_eq!(
        keys(&found("R09", &region, &plan)),
        ["finding-r09-building"]
    );
}
