use crate::*;

fn home_and_day_centre() -> Region {
    let mut region = two_towns(10.0).with_service(Service {
        delivery: Delivery::Centre,
        ..service("DAY")
    });
    region.scenario.rules.day_services = vec!["DAY".into()];
    region
}

#[test]
fn a_home_and_a_day_centre_under_one_roof_are_told() {
    let region = home_and_day_centre();
    let plan = opening(&region, &[("KA", "HOME", 8), ("KA", "DAY", 8)]);
    let findings = found("R12", &region, &plan);
    assert_eq!(
        (keys(&findings), levels(&findings)),
        (vec!["finding-r12-one-roof"], vec![Level::Warning])
    );

    let apart = opening(&region, &[("KA", "HOME", 8), ("KB", "DAY", 8)]);
    assert!(found("R12", &region, &apart).is_empty());
}

#[test]
fn other_people_may_use_the_same_building() {
    let mut region = home_and_day_centre();
    region.services[1].target_groups = vec!["BFT".into()];
    let plan = opening(&region, &[("KA", "HOME", 8), ("KA", "DAY", 8)]);
    assert!(found("R12", &region, &plan).is_empty());
}

#[test]
fn what_the_enlarged_site_gives_is_under_the_same_roof() {
    let mut region = home_and_day_centre()
        .with_site("X", "A")
        .with_offer("X", "DAY", 8, 8);
    let plan = opening(&region, &[("KA", "HOME", 8)]);
    assert!(found("R12", &region, &plan).is_empty());
    region.candidates[0].expands = Some("X".into());
    assert_eq!(
        keys(&found("R12", &region, &plan)),
        ["finding-r12-one-roof"]
    );
}

#[test]
fn which_services_are_day_services_is_a_threshold() {
    let mut region = home_and_day_centre();
    region.scenario.rules.day_services.clear();
    let plan = opening(&region, &[("KA", "HOME", 8), ("KA", "DAY", 8)]);
    assert!(found("R12", &region, &plan).is_empty());
}

#[test]
fn the_grounds_of_an_institution_are_told() {
    let mut region = two_towns(10.0);
    let plan = opening(&region, &[("KA", "HOME", 8)]);
    region.candidates[0].flags = vec![CandidateFlag::InstitutionGrounds];
    assert_eq!(keys(&found("R12", &region, &plan)), ["finding-r12-grounds"]);
    region.services[0].delivery = Delivery::Mobile;
    assert!(
        found("R12", &region, &plan).is_empty(),
        "mobile staff may start anywhere"
    );
}

#[test]
fn nearness_to_an_institution_is_a_threshold() {
    let mut region = two_towns(10.0);
    region.institutions.push(institution("I", km_east(0.15)));
    let plan = opening(&region, &[("KA", "HOME", 8)]);
    let findings = found("R12", &region, &plan);
    assert_eq!(
        english(&findings),
        [
            "“Candidate KA” is 150 m from the institution “Institution I”; it should be at least 200 m."
        ]
    );
    region.scenario.rules.institution_grounds_m = 149.0;
    assert!(found("R12", &region, &plan).is_empty());
}
