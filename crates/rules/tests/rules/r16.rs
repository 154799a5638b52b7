use crate::*;

#[test]
fn residents_of_a_closing_institution_without_a_destination_are_told() {
    let mut region = two_towns(10.0);
    region.institutions.push(Institution {
        residents: Some(50),
        planned: Some(InstitutionPlan::Closes),
        ..institution("I", km_east(5.0))
    });
    region.moves.push(Move {
        institution: "I".into(),
        destination: "A".into(),
        target_group: "GRT".into(),
        services: vec!["HOME".into()],
        persons: 49,
        year: None,
        line: 2,
    });
    let plan = empty_plan(&region);
    let findings = found("R16", &region, &plan);
    assert_eq!(levels(&findings), [Level::Advice]);
    assert_eq!(findings[0].rows.len(), 2);

    region.moves[0].persons = 50;
    assert!(found("R16", &region, &plan).is_empty());

    region.moves[0].persons = 1;
    region.institutions[0].planned = Some(InstitutionPlan::Reorganised);
    assert!(found("R16", &region, &plan).is_empty());
}
