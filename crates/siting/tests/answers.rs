//! What is asked beyond one answer, against villages reckoned by hand.

#[path = "common/village.rs"]
mod village;

use siting::answers::alternatives::{End, Wanted, alternatives};
use siting::answers::frontier::{Frontier, Hardship, budgets, by_budget, by_weight};
use siting::answers::prices::{Less, price};
use siting::answers::repair::{Mended, Repair, repair};
use siting::answers::stochastic::{OfExpected, States, Value, value};
use siting::answers::{Interval, Questions};
use siting::conflict::{Condition, conflict};
use siting::engine::Engine;
use siting::instance::*;
use siting::solver::{Control, Progress, SolveOptions, Solver};
use village::{new, people, size, village, way};

const EXACT: SolveOptions = SolveOptions {
    gap: 0.0,
    time_limit_s: None,
    work_limit: None,
};

fn asked<A>(ask: impl FnOnce(&mut Questions<'_>) -> A) -> A {
    let mut go_on = |_: usize, _: Progress| Control::Continue;
    ask(&mut Questions::new(&Engine, &EXACT, &mut go_on))
}

fn exactly(cents: i64) -> Interval {
    Interval {
        least: cents,
        most: cents,
    }
}

fn best(instance: &Instance) -> Solution {
    let outcome = Engine.solve(instance, &EXACT, None, &mut |_| Control::Continue);
    outcome.unwrap().solution
}

/// Three villages of ten, each with a site of its own for 12.
fn three_villages() -> Instance {
    Instance {
        demands: vec![people(10); 3],
        facilities: (0..3).map(|site| new(site, vec![size(12, 0)])).collect(),
        sites: vec![Site::default(); 3],
        arcs: (0..3).map(|at| way(at, at, 100)).collect(),
        ceilings: vec![Ceiling { cents: 0 }],
        ..Instance::default()
    }
}

/// A village of ten that three sites for 12 can serve, each farther than the one before.
fn one_village() -> Instance {
    Instance {
        demands: vec![people(10)],
        facilities: (0..3).map(|site| new(site, vec![size(12, 0)])).collect(),
        sites: vec![Site::default(); 3],
        arcs: (0..3).map(|at| way(0, at, 100 * (at as i64 + 1))).collect(),
        ceilings: vec![Ceiling { cents: 100_000 }],
        ..Instance::default()
    }
}

fn frontier(steps: usize) -> Frontier {
    let instance = three_villages();
    let hardship = Hardship::whole(&instance);
    asked(|questions| {
        let budgets = budgets(&instance, 0, steps, questions).unwrap();
        by_budget(&instance, 0, &budgets, &hardship, questions).unwrap()
    })
}

#[test]
fn each_sixty_euros_serve_one_more_village() {
    let frontier = frontier(3);
    let points: Vec<_> = frontier
        .points
        .iter()
        .map(|point| {
            (
                point.money,
                point.cost,
                point.bound,
                point.hardship,
                point.unmet,
            )
        })
        .collect();
    let by_hand = [
        (0, 300_000, 300_000, 300_000, 30),
        (6_000, 202_200, 202_200, 201_000, 20),
        (12_000, 104_400, 104_400, 102_000, 10),
        (18_000, 6_600, 6_600, 3_000, 0),
    ];
    assert_eq!(points, by_hand);
    assert!(frontier.infeasible.is_empty() && frontier.unknown.is_empty());
}

#[test]
fn budgets_that_buy_nothing_more_are_left_out() {
    let money = |steps| -> Vec<i64> {
        let points = frontier(steps).points;
        points.iter().map(|point| point.money).collect()
    };
    assert_eq!(money(12), money(3));
}

#[test]
fn hardship_that_counts_for_little_is_not_worth_money() {
    let instance = village();
    let hardship = Hardship::whole(&instance);
    let frontier =
        asked(|questions| by_weight(&instance, &hardship, &[0, 1, 2, 100], questions)).unwrap();
    let points: Vec<_> = frontier
        .points
        .iter()
        .map(|point| (point.at, point.money, point.hardship))
        .collect();
    assert_eq!(points, [(0, 0, 100_000), (2, 1_200, 1_000)]);
}

#[test]
fn alternatives_differ_and_cost_little_more() {
    let instance = one_village();
    let wanted = Wanted {
        count: 3,
        within: 0.5,
        differ: 1,
    };
    let (plans, end) = asked(|questions| alternatives(&instance, wanted, questions)).unwrap();
    let told: Vec<_> = plans
        .iter()
        .map(|plan| (plan.cost, plan.closes.clone(), plan.opens.clone()))
        .collect();
    let by_hand = [
        (exactly(2_200), vec![], vec![]),
        (exactly(3_200), vec![0], vec![1]),
    ];
    assert_eq!(told, by_hand);
    assert_eq!(end, End::NoMore);
    for plan in &plans {
        assert!(plan.solution.faults(&instance).is_empty());
    }
}

#[test]
fn nothing_differs_from_a_plan_that_opens_nothing() {
    let wanted = Wanted {
        count: 9,
        within: 100.0,
        differ: 1,
    };
    let (plans, end) = asked(|questions| alternatives(&one_village(), wanted, questions)).unwrap();
    let costs: Vec<i64> = plans.iter().map(|plan| plan.cost.most).collect();
    assert_eq!(costs, [2_200, 3_200, 4_200, 100_000]);
    assert_eq!(end, End::NoMore);
}

#[test]
fn the_last_cent_to_a_larger_size_has_its_price() {
    let mut instance = village();
    instance.ceilings[0].cents = 5_999;
    let price = asked(|questions| price(&instance, 0, 1, None, questions))
        .unwrap()
        .unwrap();
    assert_eq!((price.base, price.drawn), (exactly(60_800), 2_000));
    assert_eq!(price.saved(), Some(exactly(58_600)));
    assert_eq!(price.lost(), Some(exactly(0)));
}

#[test]
fn where_a_lock_needs_all_the_money_there_is_no_plan_with_less() {
    let mut instance = village();
    instance.ceilings[0].cents = 6_000;
    instance.locks = vec![Lock::Site {
        site: 1,
        open: true,
    }];
    let price = asked(|questions| price(&instance, 0, 500, None, questions))
        .unwrap()
        .unwrap();
    assert_eq!(price.less, Less::NoPlan);
}

/// Villages A and B of ten; site 0 serves A, site 1 both (A from afar), site 2 A. The
/// approved plan opens sites 0 and 1.
fn approved(size_of_1: Level) -> (Instance, Solution) {
    let mut instance = Instance {
        demands: vec![people(10), people(10)],
        facilities: vec![
            new(0, vec![size(12, 0)]),
            new(1, vec![size(12, 0), size_of_1]),
            new(2, vec![size(12, 0)]),
        ],
        sites: vec![Site::default(); 3],
        arcs: vec![
            way(0, 0, 100),
            way(0, 1, 900),
            way(0, 2, 300),
            way(1, 1, 100),
        ],
        ceilings: vec![Ceiling { cents: 100_000 }],
        ..Instance::default()
    };
    let level = instance.levels(1).len() - 1;
    instance.locks = vec![Lock::Facility {
        facility: 1,
        level: Some(level),
        open: true,
    }];
    let plan = best(&instance);
    instance.locks.clear();
    assert!(plan.open[0].is_some() && plan.open[2].is_none());
    (instance, plan)
}

fn mended(instance: &Instance, plan: &Solution) -> Repair {
    match asked(|questions| repair(instance, plan, &[0], questions)).unwrap() {
        Mended::Repair(repair) => *repair,
        other => panic!("{other:?}"),
    }
}

#[test]
fn where_nobody_else_has_room_the_cheapest_single_change_is_made() {
    // Site 1 could grow to 24 for 124.00, site 2 opens for 64.00.
    let (instance, plan) = approved(size(12, 1));
    let repair = mended(&instance, &plan);
    assert_eq!(
        (repair.unmet, repair.changes, repair.cost),
        (exactly(0), exactly(1), exactly(6_400))
    );
    assert!(repair.solution.open[0].is_none() && repair.solution.open[2].is_some());
    assert!(repair.solution.faults(&instance).is_empty());
}

#[test]
fn where_others_have_room_nothing_changes_though_it_costs_more() {
    let (instance, plan) = approved(size(24, 0));
    let repair = mended(&instance, &plan);
    assert_eq!(
        (repair.unmet, repair.changes, repair.cost),
        (exactly(0), exactly(0), exactly(12_400))
    );
}

/// Four people or twelve, equally likely, and sizes for 4, 8 and 12.
fn two_states() -> (Instance, States) {
    let mut village = village();
    let sizes = [4, 8, 12].map(|places| {
        let mut size = size(places, 0);
        size.windows = vec![size.windows[0]; 2];
        size
    });
    village.facilities = vec![new(0, sizes.to_vec())];
    village.sites.truncate(1);
    village.demands = [4, 12]
        .into_iter()
        .enumerate()
        .map(|(state, persons)| Demand {
            persons,
            unmet_cost: Some(5_000),
            single_source: false,
            state,
        })
        .collect();
    village.arcs = vec![way(0, 0, 50), way(1, 0, 50)];
    let states = States {
        weights: vec![1, 1],
        needs: vec![0, 0],
    };
    (village, states)
}

fn valued() -> Value {
    let (instance, states) = two_states();
    asked(|questions| value(&instance, &states, questions))
        .unwrap()
        .unwrap()
}

#[test]
fn planning_for_the_mean_leaves_people_without() {
    let value = valued();
    assert_eq!(value.recourse, exactly(2_000));
    assert_eq!(value.of_expected, OfExpected::Costs(exactly(21_400)));
    assert_eq!(value.of_stochastic_solution(), Some(exactly(19_400)));
}

#[test]
fn knowing_the_state_saves_what_is_built_in_vain() {
    let value = valued();
    assert_eq!(value.foreseen, Some(exactly(1_600)));
    assert_eq!(value.of_perfect_information(), Some(exactly(400)));
    assert_eq!(
        (value.by_state, value.worst_tenth),
        (vec![1_600, 2_400], 2_400)
    );
}

#[test]
fn a_ceiling_clashes_with_people_who_must_be_served() {
    let mut instance = village();
    instance.demands[0].unmet_cost = None;
    instance.ceilings[0].cents = 5_999;
    // There is money for the size for four, did it hold everybody.
    let three = [
        Condition::Ceiling(0),
        Condition::Capacity { facility: 0 },
        Condition::Served { demand: 0 },
    ];
    assert_eq!(
        conflict(&instance, &Engine, &mut |_| Control::Continue)
            .unwrap()
            .conditions,
        three
    );
}

#[test]
fn sizes_too_small_clash_with_people_who_must_be_served() {
    let mut instance = village();
    instance.demands[0].unmet_cost = None;
    instance.facilities = vec![new(0, vec![size(4, 0)])];
    instance.arcs.truncate(1);
    let both = [
        Condition::Capacity { facility: 0 },
        Condition::Served { demand: 0 },
    ];
    assert_eq!(
        conflict(&instance, &Engine, &mut |_| Control::Continue)
            .unwrap()
            .conditions,
        both
    );
}

#[test]
fn whoever_must_be_served_and_can_go_nowhere_clashes_alone() {
    let mut instance = village();
    instance.demands.push(Demand {
        unmet_cost: None,
        ..people(1)
    });
    let alone = [Condition::Served { demand: 1 }];
    assert_eq!(
        conflict(&instance, &Engine, &mut |_| Control::Continue)
            .unwrap()
            .conditions,
        alone
    );
}

#[test]
fn what_was_answered_before_a_stop_is_kept() {
    let instance = three_villages();
    let hardship = Hardship::whole(&instance);
    let mut stop = |_: usize, _: Progress| Control::Stop;
    struct Telling;
    impl Solver for Telling {
        fn name(&self) -> String {
            "telling".to_owned()
        }
        fn solve(
            &self,
            instance: &Instance,
            options: &SolveOptions,
            start: Option<&Solution>,
            progress: &mut dyn FnMut(Progress) -> Control,
        ) -> Result<siting::solver::Outcome, siting::solver::SolveError> {
            progress(Progress {
                seconds: 0.0,
                best: None,
                bound: None,
                nodes: 0,
            });
            Engine.solve(instance, options, start, progress)
        }
    }
    let mut questions = Questions::new(&Telling, &EXACT, &mut stop);
    let frontier = by_budget(&instance, 0, &[0, 6_000, 12_000], &hardship, &mut questions).unwrap();
    assert_eq!(frontier.points.len(), 1);
    assert_eq!(frontier.unknown, [6_000, 12_000]);
}
