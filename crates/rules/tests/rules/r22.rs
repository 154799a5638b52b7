use crate::*;

/// An offer with 3 people, until a year.
fn offer_until(year: Option<i32>) -> (Region, Plan) {
    let mut region = two_towns(10.0)
        .with_site("X", "A")
        .with_offer("X", "HOME", 4, 3);
    region.offers[0].until_year = year;
    region.offers[0].funded_by = "SAM 9.2.2".into();
    let plan = empty_plan(&region);
    (region, plan)
}

#[test]
fn an_offer_that_ends_within_five_years_is_an_error() {
    let (region, plan) = offer_until(Some(2024));
    let findings = found("R22", &region, &plan);
    assert_eq!(levels(&findings), [Level::Error]);
    assert_eq!(
        english(&findings),
        [
            "HOME in English, “Site X”: there is money until 2024 only (SAM 9.2.2); who will pay afterwards is not known. \
         It is relied on by 3 people."
        ]
    );
}

#[test]
fn an_offer_that_goes_on_or_that_nobody_relies_on_is_not_told() {
    for until in [None, Some(2025), Some(2019)] {
        let (region, plan) = offer_until(until);
        assert!(found("R22", &region, &plan).is_empty(), "{until:?}");
    }
    let (mut region, plan) = offer_until(Some(2024));
    region.offers[0].places_taken = 0;
    assert!(found("R22", &region, &plan).is_empty());
}

#[test]
fn the_number_of_years_is_a_threshold() {
    let (mut region, plan) = offer_until(Some(2024));
    region.scenario.rules.sustained_years = 4;
    assert!(found("R22", &region, &plan).is_empty());
}

/// A scheme that pays 85 of 100 EUR of the running of KA until a year.
fn scheme_until(year: Option<i32>) -> (Region, Plan) {
    let mut region = two_towns(10.0);
    region.schemes.push(Scheme {
        id: "ERDF".into(),
        services: Vec::new(),
        partners_only: true,
        eligible_share: 1.0,
        eu: 0.85,
        state: 0.0,
        municipality: 0.15,
        running_until_year: year,
        line: 2,
    });
    let mut plan = opening(&region, &[("KA", "HOME", 8)]);
    let measure = first(&mut plan);
    measure.scheme = Some("ERDF".into());
    measure.running = Cents::from_eur(100.0);
    measure.payments = vec![
        paid(Payer::Eu, 0.0, 85.0),
        paid(Payer::Municipality("MA".into()), 0.0, 15.0),
    ];
    (region, plan)
}

#[test]
fn a_municipality_that_goes_on_alone_is_warned_of_the_amount() {
    let (region, plan) = scheme_until(Some(2022));
    let findings = found("R22", &region, &plan);
    assert_eq!(levels(&findings), [Level::Warning]);
    assert_eq!(
        english(&findings),
        [
            "MA municipality: from 2023 on the municipality alone pays the running, EUR 100 a year (now EUR 15), \
         for at least 3 years. Services: HOME in English."
        ]
    );
}

#[test]
fn a_scheme_that_pays_long_enough_or_nothing_is_not_told() {
    for until in [None, Some(2025)] {
        let (region, plan) = scheme_until(until);
        assert!(found("R22", &region, &plan).is_empty(), "{until:?}");
    }
    let (region, mut plan) = scheme_until(Some(2022));
    first(&mut plan).payments = vec![paid(Payer::Municipality("MA".into()), 0.0, 100.0)];
    assert!(
        found("R22", &region, &plan).is_empty(),
        "the municipality pays it all already"
    );
}

#[test]
fn an_owner_without_a_council_leaves_the_running_unfunded() {
    let (mut region, plan) = scheme_until(Some(2022));
    region.territories[0].kind = TerritoryKind::Region;
    let findings = found("R22", &region, &plan);
    assert_eq!(
        (keys(&findings), levels(&findings)),
        (vec!["finding-r22-unfunded"], vec![Level::Error])
    );
}
