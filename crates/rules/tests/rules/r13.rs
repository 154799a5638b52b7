use crate::*;

#[test]
fn money_for_places_of_an_institution_is_told_unless_safety_asks_for_it() {
    let mut region = two_towns(10.0);
    let plan = opening(&region, &[("KA", "HOME", 8)]);
    assert!(found("R13", &region, &plan).is_empty());

    region.candidates[0].flags = vec![CandidateFlag::InstitutionPlaces];
    assert_eq!(levels(&found("R13", &region, &plan)), [Level::Advice]);
    assert!(
        found("R13", &region, &empty_plan(&region)).is_empty(),
        "nothing opens there"
    );

    region.candidates[0]
        .flags
        .push(CandidateFlag::EmergencySafety);
    assert!(found("R13", &region, &plan).is_empty());
}
