use crate::*;

fn partner(region: &mut Region, territory: &str, status: PartnerStatus) {
    region.partners.push(Partner {
        territory: territory.into(),
        status,
        date: None,
        source: String::new(),
        line: region.partners.len() as u32 + 2,
    });
}

fn paid_by(payer: Payer) -> (Region, Plan) {
    let mut region = two_towns(10.0);
    partner(&mut region, "MB", PartnerStatus::Agreement);
    let mut plan = opening(&region, &[("KA", "HOME", 8)]);
    first(&mut plan).payments = vec![paid(payer, 85_000.0, 0.0)];
    plan.assignments.push(going("A", "HOME", "KA", 8, 0.0));
    (region, plan)
}

#[test]
fn eu_money_for_an_owner_who_is_no_partner_is_an_error() {
    let (region, plan) = paid_by(Payer::Eu);
    let findings = found("R05", &region, &plan);
    assert_eq!(levels(&findings), [Level::Error]);
    assert_eq!(
        english(&findings),
        [
            "“Candidate KA”, HOME in English: the owner (MA municipality) is no partner of the project, \
         yet the plan has EU money, EUR 85,000."
        ]
    );
}

#[test]
fn an_intent_is_no_agreement() {
    let (mut region, plan) = paid_by(Payer::Eu);
    partner(&mut region, "MA", PartnerStatus::Intent);
    assert_eq!(found("R05", &region, &plan)[0].rows.len(), 2);
    region.partners[1].status = PartnerStatus::Agreement;
    assert!(found("R05", &region, &plan).is_empty());
}

#[test]
fn whoever_is_no_partner_may_own_what_others_pay() {
    let (region, plan) = paid_by(Payer::State);
    assert!(found("R05", &region, &plan).is_empty());
}

#[test]
fn the_residents_of_municipalities_that_are_no_partners_count_too() {
    let (region, mut plan) = paid_by(Payer::State);
    plan.assignments.clear();
    let findings = found("R05", &region, &plan);
    assert_eq!(
        (keys(&findings), levels(&findings)),
        (vec!["finding-r05-uncounted"], vec![Level::Advice])
    );
}
