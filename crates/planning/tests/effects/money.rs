//! Columns of `schemes.csv`, `funds.csv` and `partners.csv`.
//!
//! The scheme of the tests pays 80 % of 4,000 EUR: of these 3,200 EUR the EU 85 %
//! (2,720), the state 10 % (320); municipality A pays the other 960.

use crate::common::*;
use crate::{AS_IT_STANDS, NOBODY_SERVED, cost_with, plan_with};
use domain::plan::{Plan, RejectedReason};
use domain::{Cents, Fund, PartnerStatus, Payer, Region, Scheme};
use jiff::civil::date;

fn with_scheme(change: impl FnOnce(&mut Scheme)) -> Plan {
    plan_with(|region| {
        let mut erdf = scheme("ERDF");
        change(&mut erdf);
        region.schemes = vec![erdf];
    })
}

/// Building and running money of the EU, the state and municipality A.
fn paid(plan: &Plan) -> [(f64, f64); 3] {
    ["eu", "state", "A"].map(|payer| {
        let of = plan
            .payments
            .iter()
            .find(|row| row.payer == Payer::parse(payer));
        of.map_or((0.0, 0.0), |row| (row.capital.eur(), row.running.eur()))
    })
}

#[test]
fn without_schemes_the_owner_pays_everything() {
    assert_eq!(
        paid(&plan_with(|_| ())),
        [(0.0, 0.0), (0.0, 0.0), (4000.0, 1300.0)]
    );
}

#[test]
fn a_scheme_shares_the_eligible_part() {
    let plan = with_scheme(|_| ());
    assert_eq!(paid(&plan), [(2720.0, 0.0), (320.0, 0.0), (960.0, 1300.0)]);
    assert_eq!(plan.measures[0].eligible, eur(3200.0));
    assert_eq!(plan.measures[0].scheme, Some("ERDF".into()));
    let all_eligible = with_scheme(|erdf| erdf.eligible_share = 1.0);
    assert_eq!(
        paid(&all_eligible),
        [(3400.0, 0.0), (400.0, 0.0), (200.0, 1300.0)]
    );
    let eu = with_scheme(|erdf| erdf.eu = 0.5);
    assert_eq!(paid(&eu), [(1600.0, 0.0), (320.0, 0.0), (2080.0, 1300.0)]);
    let state = with_scheme(|erdf| erdf.state = 0.0);
    assert_eq!(paid(&state), [(2720.0, 0.0), (0.0, 0.0), (1280.0, 1300.0)]);
}

#[test]
fn what_the_shares_leave_is_the_owners_whatever_its_share_is_called() {
    assert_eq!(
        paid(&with_scheme(|erdf| erdf.municipality = 0.0)),
        paid(&with_scheme(|_| ()))
    );
}

#[test]
fn running_money_is_shared_until_running_until_year() {
    // Of 1,300 are 1,040 eligible: EU 884, state 104, A the other 312.
    let until = |year| paid(&with_scheme(|erdf| erdf.running_until_year = Some(year)));
    assert_eq!(
        until(2020),
        [(2720.0, 884.0), (320.0, 104.0), (960.0, 312.0)]
    );
    assert_eq!(until(2019), [(2720.0, 0.0), (320.0, 0.0), (960.0, 1300.0)]);
}

#[test]
fn a_scheme_pays_the_services_that_it_names() {
    let other = with_scheme(|erdf| erdf.services = vec!["WORK".into()]);
    assert_eq!(other.objective, eur(NOBODY_SERVED));
    assert_eq!(other.rejected[0].reason, RejectedReason::NotPartner);
    let named = with_scheme(|erdf| erdf.services = vec!["DAY".into()]);
    assert_eq!(named.objective, eur(AS_IT_STANDS));
}

#[test]
fn a_partners_scheme_pays_for_partners_only() {
    let with = |status: PartnerStatus, since: Option<i16>, partners_only: bool| {
        plan_with(|region| {
            let mut erdf = scheme("ERDF");
            erdf.partners_only = partners_only;
            region.schemes = vec![erdf];
            let mut row = partner("A");
            row.status = status;
            row.date = since.map(|year| date(year, 6, 1));
            region.partners = vec![row];
        })
    };
    let agreement = PartnerStatus::Agreement;
    assert_eq!(with(agreement, None, true).objective, eur(AS_IT_STANDS));
    assert_eq!(
        with(agreement, Some(2020), true).objective,
        eur(AS_IT_STANDS)
    );
    assert_eq!(
        with(PartnerStatus::Intent, None, false).objective,
        eur(AS_IT_STANDS)
    );
    for plan in [
        with(PartnerStatus::Intent, None, true),
        with(agreement, Some(2021), true),
    ] {
        assert_eq!(plan.objective, eur(NOBODY_SERVED));
        assert_eq!(plan.rejected[0].reason, RejectedReason::NotPartner);
    }
}

#[test]
fn of_two_schemes_the_one_that_spares_municipalities_is_taken() {
    let plan = plan_with(|region| {
        let mut dear = scheme("DEAR");
        dear.eu = 0.1;
        region.schemes = vec![dear, scheme("ERDF")];
    });
    assert_eq!(plan.measures[0].scheme, Some("ERDF".into()));
}

fn with_fund(fund: Fund) -> f64 {
    cost_with(|region: &mut Region| {
        region.schemes = vec![scheme("ERDF")];
        region.funds = vec![fund];
    })
}

#[test]
fn a_fund_limits_what_its_payer_pays() {
    for (payer, share) in [("eu", 2720.0), ("state", 320.0), ("A", 960.0)] {
        assert_eq!(with_fund(fund(payer, share)), AS_IT_STANDS, "{payer}");
        let mut less = fund(payer, share);
        less.ceiling -= Cents(1);
        assert_eq!(with_fund(less), NOBODY_SERVED, "{payer}");
    }
    assert_eq!(with_fund(fund("B", 0.0)), AS_IT_STANDS);
}

#[test]
fn a_fund_holds_for_owners_within_its_territory() {
    let within = |territory: &str| {
        with_fund(Fund {
            territory: Some(territory.into()),
            ..fund("eu", 0.0)
        })
    };
    assert_eq!(within("B"), AS_IT_STANDS);
    assert_eq!(within("A"), NOBODY_SERVED);
    assert_eq!(within("R"), NOBODY_SERVED);
}

#[test]
fn a_fund_holds_in_its_year() {
    let of_year = |year| {
        with_fund(Fund {
            year: Some(year),
            ..fund("eu", 0.0)
        })
    };
    assert_eq!(of_year(2021), AS_IT_STANDS);
    assert_eq!(of_year(2020), NOBODY_SERVED);
}
