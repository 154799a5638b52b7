//! What is asked beyond one plan, of `examples/tiny`, whose plan is reckoned by hand in
//! its README.

use demand::demand;
use domain::plan::{Explain, Opening, PlanOptions};
use domain::{Cents, Plan, Region};
use planning::PlanError;
use planning::explore::{DemandScenario, Explore, Step};
use siting::answers::alternatives::Wanted;
use siting::engine::Engine;
use siting::solver::Control;
use std::path::Path;

const BY_HAND: Cents = Cents(23_540_738);

fn tiny() -> Region {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/tiny");
    dataset::check(&dir).region.unwrap()
}

fn options() -> PlanOptions {
    PlanOptions {
        gap: 0.0,
        time_limit_s: None,
        work_limit: None,
        budget: Some(Cents::from_eur(390_000.0)),
        explain: Explain::None,
    }
}

fn explored<A>(ask: impl FnOnce(&mut Explore<'_>) -> A) -> A {
    let region = tiny();
    let points = demand(&region).points;
    let mut progress = |_: usize, _| Control::Continue;
    ask(&mut Explore {
        region: &region,
        points: &points,
        options: &options(),
        solver: &Engine,
        asked: 0,
        progress: &mut progress,
    })
}

fn approved() -> Plan {
    let region = tiny();
    let points = demand(&region).points;
    let mut go_on = |_, _| Control::Continue;
    planning::plan(&region, &points, &[], &options(), 1, &Engine, &mut go_on).unwrap()
}

fn words(opens: &[Opening]) -> Vec<String> {
    let word = |row: &Opening| format!("{} {} {}", row.candidate, row.service, row.places);
    opens.iter().map(word).collect()
}

#[test]
fn more_money_never_costs_more_and_every_plan_keeps_its_budget() {
    let frontier = explored(|explore| explore.frontier(4)).unwrap();
    assert!(frontier.by_budget.len() > 1);
    for pair in frontier.by_budget.windows(2) {
        assert!(pair[0].plan.building < pair[1].plan.building);
        assert!(pair[0].plan.cost >= pair[1].plan.cost);
    }
    for point in &frontier.by_budget {
        assert!(
            point
                .budget
                .is_some_and(|budget| point.plan.building <= budget)
        );
        assert_eq!(point.plan.bound, point.plan.cost);
    }
    // With no budget the plan by hand can only be beaten.
    let last = frontier.by_budget.last().unwrap();
    assert!(last.plan.cost <= BY_HAND);
}

#[test]
fn who_counts_what_people_bear_for_more_lets_them_bear_less() {
    let points = explored(|explore| explore.frontier(1)).unwrap().by_weight;
    assert!(!points.is_empty());
    for pair in points.windows(2) {
        assert!(pair[0].percent < pair[1].percent);
        let borne = |at: usize| pair[at].plan.travel + pair[at].plan.unmet_cost;
        assert!(borne(0) > borne(1));
    }
}

#[test]
fn the_first_alternative_is_the_plan_and_the_others_lack_some_of_it() {
    let wanted = Wanted {
        count: 3,
        within: 0.3,
        differ: 2,
    };
    let alternatives = explored(|explore| explore.alternatives(wanted)).unwrap();
    let [best, others @ ..] = alternatives.plans.as_slice() else {
        panic!("no plan")
    };
    assert_eq!(best.plan.cost, BY_HAND);
    assert!(!others.is_empty());
    for other in others {
        assert!(other.closes.len() >= 2);
        assert!(other.plan.cost >= BY_HAND && other.plan.cost.0 <= BY_HAND.0 * 13 / 10);
    }
}

#[test]
fn a_standard_that_is_tighter_never_saves_and_a_looser_one_never_costs() {
    let prices = explored(|explore| explore.prices()).unwrap();
    assert_eq!(prices.plan.cost, BY_HAND);
    let differs =
        |step: &Option<Step>| step.as_ref().is_some_and(|step| step.difference.most.0 > 0);
    let rows = &prices.standards;
    assert!(rows.iter().any(|row| differs(&row.tighter)));
    for row in rows {
        if let Some(step) = &row.tighter {
            assert_eq!(step.plan.cost.0 - BY_HAND.0, step.difference.most.0);
            assert_eq!(step.minutes, row.minutes - 5.0);
        }
        if let Some(step) = &row.looser {
            assert_eq!(BY_HAND.0 - step.plan.cost.0, step.difference.least.0);
        }
    }
    assert_eq!(prices.unanswered, 0);
    assert_eq!(prices.money.len(), 3);
}

#[test]
fn without_a_site_nothing_opens_there_and_the_number_of_changes_is_proven() {
    let plan = approved();
    let repair = explored(|explore| explore.repair(&plan, "CE")).unwrap();
    assert_eq!(words(&repair.lost), ["CE DAY 4"]);
    assert!(
        repair
            .plan
            .opens
            .iter()
            .all(|row| row.candidate.as_str() != "CE")
    );
    assert_eq!(repair.changes_least, repair.changes);
    assert_eq!(
        repair.changes as usize,
        repair.opens.len() + repair.closes.len()
    );
    assert_eq!(repair.before, BY_HAND);
    assert!(repair.more.least.0 > 0);
}

#[test]
fn a_site_of_which_nothing_is_known_cannot_fall_away() {
    let plan = approved();
    let answer = explored(|explore| explore.repair(&plan, "nowhere"));
    assert!(
        matches!(answer, Err(PlanError::Faulty(message)) if message.key == "explore-unknown-site")
    );
}

fn scenario(name: &str, weight: u32) -> DemandScenario {
    let mut region = tiny();
    region.scenario.demand_scenario = name.to_owned();
    DemandScenario {
        name: name.to_owned(),
        weight,
        points: demand(&region).points,
    }
}

#[test]
fn one_scenario_alone_is_the_plan() {
    let scenarios = explored(|explore| explore.scenarios(&[scenario("base", 3)])).unwrap();
    assert_eq!(scenarios.expected.most, BY_HAND);
    assert_eq!(scenarios.worst_tenth, BY_HAND);
    let knowing = scenarios.value_of_knowing.unwrap();
    assert_eq!((knowing.least, knowing.most), (Cents(0), Cents(0)));
}

#[test]
fn the_expected_cost_is_the_mean_of_the_scenarios() {
    let both = [scenario("base", 3), scenario("high", 1)];
    assert_ne!(both[0].points, both[1].points);
    let told = explored(|explore| explore.scenarios(&both)).unwrap();
    let [base, high] = told.scenarios.as_slice() else {
        panic!("{told:?}")
    };
    let mean = (3 * base.cost.0 + high.cost.0) / 4;
    assert!((told.expected.most.0 - mean).abs() <= 1);
    assert!(base.cost >= BY_HAND);
    assert_eq!(told.worst_tenth, base.cost.max(high.cost));
    assert!(
        told.value_of_planning
            .is_some_and(|value| value.least.0 >= 0)
    );
}
