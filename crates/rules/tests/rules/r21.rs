use crate::*;
use domain::plan::{Minutes, OfferUse};

/// KA is used; a hospital stands so many kilometres (minutes) from it.
fn hospital_at(km: f64) -> (Region, Plan) {
    let mut region = two_towns(10.0);
    region.scenario.rules.general_service_kinds = vec![GeneralServiceKind::Health];
    region.general_services.push(GeneralService {
        id: "H".into(),
        kind: GeneralServiceKind::Health,
        name: "Hospital".into(),
        at: km_east(km),
        source: String::new(),
        line: 2,
    });
    let plan = opening(&region, &[("KA", "HOME", 8)]);
    (region, plan)
}

#[test]
fn a_general_service_out_of_reach_is_told() {
    let (region, plan) = hospital_at(31.0);
    let findings = found("R21", &region, &plan);
    assert_eq!(levels(&findings), [Level::Warning]);
    assert_eq!(
        english(&findings),
        [
            "General services, health care: farther than 30 min by car from: Candidate KA (sites: 1)."
        ]
    );
    let (region, plan) = hospital_at(29.0);
    assert!(found("R21", &region, &plan).is_empty());
}

#[test]
fn minutes_and_kinds_are_thresholds() {
    let (mut region, plan) = hospital_at(29.0);
    region.scenario.rules.general_service_min = 28.0;
    assert_eq!(keys(&found("R21", &region, &plan)), ["finding-r21-far"]);
    region.scenario.rules.general_service_kinds = vec![GeneralServiceKind::Culture];
    assert!(english(&found("R21", &region, &plan))[0].starts_with("General services, culture"));
    region.scenario.rules.general_service_kinds.clear();
    assert!(found("R21", &region, &plan).is_empty());
}

#[test]
fn an_empty_table_says_nothing_of_reach() {
    let (mut region, plan) = hospital_at(31.0);
    region.general_services.clear();
    assert!(found("R21", &region, &plan).is_empty());
}

#[test]
fn mobile_teams_need_no_general_services() {
    let (mut region, plan) = hospital_at(31.0);
    region.services[0].delivery = Delivery::Mobile;
    assert!(found("R21", &region, &plan).is_empty());
}

#[test]
fn a_candidate_that_cannot_be_entered_is_told() {
    let (mut region, plan) = hospital_at(1.0);
    region.candidates[0].flags = vec![CandidateFlag::NotAccessible];
    assert_eq!(keys(&found("R21", &region, &plan)), ["finding-r21-closed"]);
}

#[test]
fn a_site_that_cannot_be_entered_is_told_when_people_go_there() {
    let (region, mut plan) = hospital_at(1.0);
    let mut region = region.with_site("X", "A").with_offer("X", "HOME", 4, 0);
    plan.offers.push(OfferUse {
        site: "X".into(),
        service: "HOME".into(),
        free_places: 4,
        persons: 1,
        running: Cents::ZERO,
        payer: Payer::State,
        minutes: Minutes::default(),
    });
    assert!(found("R21", &region, &plan).is_empty(), "unknown is not no");
    region.sites[0].accessible = Some(false);
    assert_eq!(keys(&found("R21", &region, &plan)), ["finding-r21-closed"]);
    plan.offers[0].persons = 0;
    assert!(found("R21", &region, &plan).is_empty());
}

#[test]
fn a_serious_obstacle_where_a_service_opens_is_told() {
    let (mut region, plan) = hospital_at(1.0);
    let obstacle = |territory: &str, to, severity| Obstacle {
        territory: territory.into(),
        target_group: None,
        to,
        text: LocalText {
            lv: "nav autobusa".into(),
            en: "no bus".into(),
        },
        severity,
        source: String::new(),
        line: 2,
    };
    let to_home = || ObstacleTo::Service("HOME".into());
    let keys_with = |region: &mut Region, obstacle: Obstacle| {
        region.obstacles = vec![obstacle];
        let findings = found("R21", region, &plan);
        findings
            .into_iter()
            .map(|finding| finding.message.key)
            .collect::<Vec<_>>()
    };
    let high = Severity::High;
    assert_eq!(
        keys_with(&mut region, obstacle("MA", to_home(), high)),
        ["finding-r21-obstacle"]
    );
    let transport = ObstacleTo::General(GeneralServiceKind::Transport);
    assert_eq!(
        keys_with(&mut region, obstacle("MA", transport, high)),
        ["finding-r21-obstacle-general"]
    );
    assert!(keys_with(&mut region, obstacle("MB", to_home(), high)).is_empty());
    assert!(keys_with(&mut region, obstacle("MA", to_home(), Severity::Medium)).is_empty());
    let to_other = ObstacleTo::Service("DAY".into());
    assert!(keys_with(&mut region, obstacle("MA", to_other, high)).is_empty());
}
