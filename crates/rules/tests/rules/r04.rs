use crate::*;

#[test]
fn a_need_met_only_elsewhere_shows_residence_host_and_payer() {
    let region = two_towns(10.0);
    let mut plan = opening(&region, &[("KB", "HOME", 8)]);
    first(&mut plan).payments = vec![
        paid(Payer::State, 0.0, 10.0),
        paid(Payer::Municipality("MB".into()), 0.0, 10.0),
    ];
    plan.assignments.push(going("A", "HOME", "KB", 3, 10.0));
    let findings = found("R04", &region, &plan);
    assert_eq!(levels(&findings), [Level::Advice]);
    assert_eq!(
        english(&findings),
        [
            "MA municipality: residents get these services elsewhere only: HOME in English (services: 1, needs met: 3). \
         Where: MB municipality. Running paid by: the state and municipalities: MB municipality."
        ]
    );

    first(&mut plan).payments.remove(1);
    assert!(english(&found("R04", &region, &plan))[0].ends_with("paid by: the state."));
    first(&mut plan).payments.clear();
    assert!(english(&found("R04", &region, &plan))[0].ends_with("not stated."));
}

#[test]
fn the_payer_of_an_offer_is_told_too() {
    let region = two_towns(10.0)
        .with_site("X", "B")
        .with_offer("X", "HOME", 4, 0);
    let mut plan = empty_plan(&region);
    plan.assignments.push(Assignment {
        site: SiteRef::Site("X".into()),
        ..going("A", "HOME", "", 3, 10.0)
    });
    let said = english(&found("R04", &region, &plan));
    assert!(
        said[0].ends_with("paid by: municipalities: MB municipality."),
        "{said:?}"
    );
}

#[test]
fn a_service_got_at_home_by_some_is_not_told() {
    let region = two_towns(10.0);
    let mut plan = opening(&region, &[("KA", "HOME", 8), ("KB", "HOME", 8)]);
    plan.assignments.push(going("A", "HOME", "KB", 3, 10.0));
    plan.assignments.push(going("A", "HOME", "KA", 1, 0.0));
    assert!(found("R04", &region, &plan).is_empty());
}

fn wish(region: &mut Region, stance: Stance) {
    region.wishes = vec![Wish {
        territory: "MA".into(),
        service: "HOME".into(),
        stance,
        own_money: None,
        note: String::new(),
        source: String::new(),
        line: 2,
    }];
}

#[test]
fn a_wish_for_a_service_that_few_residents_need_is_told() {
    let mut region = two_towns(10.0);
    wish(&mut region, Stance::Wants);
    let mut plan = empty_plan(&region);
    plan.assignments.push(going("A", "HOME", "KA", 3, 0.0));
    assert_eq!(keys(&found("R04", &region, &plan)), ["finding-r04-wish"]);

    // Half of the smallest size, 8 places, keeps it busy.
    plan.assignments.push(going("A", "HOME", "KA", 1, 0.0));
    assert!(found("R04", &region, &plan).is_empty());
}

#[test]
fn a_wish_that_the_plan_meets_or_that_asks_for_nothing_is_not_told() {
    let mut region = two_towns(10.0);
    wish(&mut region, Stance::Wants);
    assert!(found("R04", &region, &opening(&region, &[("KA", "HOME", 8)])).is_empty());
    wish(&mut region, Stance::Accepts);
    assert!(found("R04", &region, &empty_plan(&region)).is_empty());
}
