use crate::*;

#[test]
fn a_house_for_more_than_eight_children_is_an_error() {
    let mut region = two_towns(10.0);
    let plan = opening(&region, &[("KA", "HOME", 9)]);
    assert!(
        found("R10", &region, &plan).is_empty(),
        "the service is not named"
    );

    region.scenario.rules.family_like_services = vec!["HOME".into()];
    assert_eq!(levels(&found("R10", &region, &plan)), [Level::Error]);
    assert!(found("R10", &region, &opening(&region, &[("KA", "HOME", 8)])).is_empty());
}

#[test]
fn the_number_of_children_is_a_threshold() {
    let mut region = two_towns(10.0);
    region.scenario.rules.family_like_services = vec!["HOME".into()];
    region.scenario.rules.children_per_house = 6;
    assert_eq!(
        found("R10", &region, &opening(&region, &[("KA", "HOME", 7)])).len(),
        1
    );
}
