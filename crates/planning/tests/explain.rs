//! Why the plan is as it is, and why there is none.

mod common;

use common::*;
use domain::plan::{Explain, Opening};
use domain::{Assumption, LocalText, LockState, Message, Plan, Region, Stance};
use planning::{PlanError, Stage, plan};
use siting::engine::Engine;
use siting::instance::{Instance, Solution};
use siting::solver::{Control, Outcome, Progress, SolveError, SolveOptions, Solver, Stop};
use std::sync::atomic::{AtomicBool, Ordering};

fn explained(region: &Region) -> Plan {
    try_plan(region, &options(Explain::Full)).expect("a plan")
}

fn opening(candidate: &str, places: u32) -> Opening {
    Opening {
        candidate: candidate.into(),
        service: "DAY".into(),
        places,
    }
}

/// A second candidate, twice as far: everybody there costs 4,900 EUR.
fn with_second_best(region: &mut Region) {
    region.candidates.push(candidate("CB", "B1", "B"));
    region.travel.push(way("A1", "CB", 20, 20));
}

fn assuming(region: &mut Region, figure: &str) {
    region.info.assumptions.push(Assumption {
        figure: figure.into(),
        reason: LocalText::default(),
    });
}

#[test]
fn without_a_measure_the_next_best_opens_or_people_are_left_without() {
    let alone = explained(&region()).measures[0].without.clone().unwrap();
    assert_eq!((alone.objective, alone.unmet_more), (eur(20_000.0), 4));
    assert_eq!(alone.instead, []);
    let plan = explained(&region_with(with_second_best));
    let without = plan.measures[0].without.clone().unwrap();
    assert_eq!(
        (without.objective, without.bound, without.unmet_more),
        (eur(4900.0), eur(4900.0), 0)
    );
    assert_eq!(without.instead, [opening("CB", 4)]);
}

#[test]
fn a_measure_that_a_lock_demands_is_explained_all_the_same() {
    let plan = explained(&region_with(|region| {
        with_second_best(region);
        region.scenario.locks = vec![lock("CA", Some("DAY"), LockState::Open)];
    }));
    assert_eq!(
        plan.measures[0].without.as_ref().unwrap().objective,
        eur(4900.0)
    );
}

#[test]
fn a_rejected_candidate_tells_what_it_would_cost_more() {
    // All four go there instead: 4,900 − 3,300.
    let plan = explained(&region_with(with_second_best));
    assert_eq!(plan.rejected[0].forced_more, Some(eur(1600.0)));
    let refused = explained(&region_with(|region| {
        with_second_best(region);
        region.wishes = vec![wish("B", "DAY", Stance::Refuses)];
    }));
    assert_eq!(refused.rejected[0].forced_more, None);
}

#[test]
fn more_money_tells_what_it_would_buy() {
    let plan = explained(&region_with(|region| {
        region.scenario.budget_eur = Some(3999.0)
    }));
    let more = plan.more_money.unwrap();
    assert_eq!(
        (more.extra, more.objective, more.unmet_fewer),
        (eur(100_000.0), eur(3300.0), 4)
    );
    let rich = explained(&region_with(|region| {
        region.scenario.budget_eur = Some(2_000_000.0)
    }));
    assert_eq!(rich.more_money.unwrap().extra, eur(200_000.0));
    assert_eq!(explained(&region()).more_money, None);
}

#[test]
fn an_assumption_is_halved_and_doubled() {
    // Leaving four without costs 4,000; halved it is 2,000, less than 3,300.
    let plan = explained(&region_with(|region| {
        region.services[0].unmet = eur(1000.0);
        assuming(region, "services.unmet_eur");
    }));
    let [halved, doubled] = &plan.sensitivity[0].runs[..] else {
        panic!("two runs");
    };
    assert_eq!((halved.factor, halved.objective), (0.5, eur(2000.0)));
    assert_eq!(
        (&halved.stays[..], &halved.leaves[..]),
        (&[][..], &[opening("CA", 4)][..])
    );
    assert_eq!((doubled.factor, doubled.objective), (2.0, eur(3300.0)));
    assert_eq!(doubled.stays, [opening("CA", 4)]);
}

#[test]
fn every_figure_that_can_be_varied_is_varied() {
    for name in planning::Figure::names() {
        let plan = explained(&region_with(|region| assuming(region, &name)));
        assert_eq!(plan.sensitivity[0].runs.len(), 2, "{name}");
    }
}

#[test]
fn an_unknown_figure_is_refused_with_those_that_are_known() {
    let region = region_with(|region| assuming(region, "services.colour"));
    let Err(PlanError::Faulty(message)) = try_plan(&region, &options(Explain::None)) else {
        panic!("it was taken");
    };
    assert_eq!(message.key, "siting-unknown-figure");
    let said = format!("{message:?}");
    assert!(said.contains("services.unmet_eur") && said.contains("scenario.eur_per_km"));
}

fn conditions(change: impl FnOnce(&mut Region)) -> Vec<Message> {
    match try_plan(&region_with(change), &options(Explain::None)) {
        Err(PlanError::Infeasible { conditions }) => conditions,
        other => panic!("{other:?}"),
    }
}

fn keys(change: impl FnOnce(&mut Region)) -> Vec<String> {
    conditions(change)
        .into_iter()
        .map(|message| message.key)
        .collect()
}

#[test]
fn conditions_that_clash_are_named() {
    let must_open =
        |region: &mut Region| region.scenario.locks = vec![lock("CA", None, LockState::Open)];
    assert_eq!(
        keys(|region| {
            must_open(region);
            region.scenario.budget_eur = Some(1000.0);
        }),
        ["siting-clash-lock-open", "siting-clash-budget"]
    );
    assert_eq!(
        keys(|region| {
            must_open(region);
            region.funds = vec![fund("A", 10.0), fund("B", 0.0)];
        }),
        ["siting-clash-lock-open", "siting-clash-fund"]
    );
    assert_eq!(
        keys(|region| {
            must_open(region);
            region.needs[0].persons = 1;
        }),
        ["siting-clash-lock-open", "siting-clash-min-occupancy"]
    );
    assert_eq!(
        keys(|region| {
            must_open(region);
            region
                .scenario
                .locks
                .push(lock("CA", Some("DAY"), LockState::Closed));
        }),
        ["siting-clash-lock-open", "siting-clash-lock-service-closed"]
    );
}

#[test]
fn a_condition_names_the_candidate_with_its_id_in_brackets() {
    let said = conditions(|region| {
        region.candidates[0].name = "The old school".into();
        region.scenario.locks = vec![lock("CA", None, LockState::Open)];
        region.scenario.budget_eur = Some(1000.0);
    });
    let candidate = ("candidate".to_owned(), "The old school (CA)".into());
    assert!(said[0].args.contains(&candidate), "{said:?}");
}

#[test]
fn a_lock_on_what_may_not_open_is_explained_not_dropped() {
    let demand = |service| vec![lock("CA", service, LockState::Open)];
    let day = Some("DAY");
    assert_eq!(
        keys(|region| {
            region.scenario.locks = demand(day);
            region.wishes = vec![wish("A", "DAY", Stance::Refuses)];
        }),
        ["siting-lock-refused"]
    );
    assert_eq!(
        keys(|region| {
            region.scenario.locks = demand(None);
            region.wishes = vec![wish("A", "DAY", Stance::Refuses)];
        }),
        ["siting-lock-nothing-may-open"]
    );
    assert_eq!(
        keys(|region| {
            region.scenario.locks = demand(day);
            region.schemes = vec![scheme("ERDF")];
            region.schemes[0].partners_only = true;
        }),
        ["siting-lock-no-scheme"]
    );
    assert_eq!(
        keys(|region| {
            region.scenario.locks = demand(day);
            region.candidates[0].max_places = Some(1);
        }),
        ["siting-lock-no-size-fits"]
    );
    assert_eq!(
        keys(|region| {
            region.scenario.locks = demand(day);
            region.scenario.locks[0].places = Some(5);
        }),
        ["siting-lock-no-such-size"]
    );
    let closed = region_with(|region| {
        region.scenario.locks = vec![lock("CA", day, LockState::Closed)];
        region.wishes = vec![wish("A", "DAY", Stance::Refuses)];
    });
    assert_eq!(
        unmet(&planned(&closed)),
        4,
        "what may not open is closed anyhow"
    );
}

#[test]
fn the_plan_is_the_same_whatever_the_number_of_threads() {
    let region = region_with(|region| {
        with_second_best(region);
        assuming(region, "services.unmet_eur");
        assuming(region, "scenario.eur_per_km");
    });
    let demand = demand::demand(&region);
    let with = |threads| {
        let go_on = &mut |_, _| Control::Continue;
        let options = options(Explain::Full);
        plan(
            &region,
            &demand.points,
            &demand.notes,
            &options,
            threads,
            &Engine,
            go_on,
        )
        .unwrap()
    };
    assert_eq!(with(1), with(3));
}

#[test]
fn stopped_while_explaining_the_plan_stays_and_tells_what_was_not_examined() {
    let stop = &mut |stage, _| match stage {
        Stage::Search => Control::Continue,
        _ => Control::Stop,
    };
    let region = region_with(|region| {
        for name in planning::Figure::names() {
            assuming(region, &name);
        }
    });
    let patient = PatientWithQuestions::default();
    let demand = demand::demand(&region);
    let options = options(Explain::Full);
    let plan = plan(
        &region,
        &demand.points,
        &demand.notes,
        &options,
        1,
        &patient,
        stop,
    )
    .unwrap();
    assert_eq!(plan.objective, eur(3300.0));
    assert_eq!(plan.notes.last().unwrap().key, "siting-not-examined");
}

/// A solver that finds the plan, and then works on each question until it is stopped.
#[derive(Default)]
struct PatientWithQuestions(AtomicBool);

impl Solver for PatientWithQuestions {
    fn name(&self) -> String {
        "patient".into()
    }

    fn solve(
        &self,
        instance: &Instance,
        options: &SolveOptions,
        start: Option<&Solution>,
        progress: &mut dyn FnMut(Progress) -> Control,
    ) -> Result<Outcome, SolveError> {
        let nothing_new = Progress {
            seconds: 0.0,
            best: None,
            bound: None,
            nodes: 0,
        };
        if self.0.swap(true, Ordering::Relaxed) {
            while progress(nothing_new) == Control::Continue {
                std::thread::yield_now();
            }
        }
        Engine.solve(instance, options, start, progress)
    }
}

/// A solver whose first answer is to do nothing.
#[derive(Default)]
struct LazyAtFirst(AtomicBool);

impl Solver for LazyAtFirst {
    fn name(&self) -> String {
        "lazy".into()
    }

    fn solve(
        &self,
        instance: &Instance,
        options: &SolveOptions,
        start: Option<&Solution>,
        progress: &mut dyn FnMut(Progress) -> Control,
    ) -> Result<Outcome, SolveError> {
        if self.0.swap(true, Ordering::Relaxed) {
            return Engine.solve(instance, options, start, progress);
        }
        let solution = Solution::nothing(instance);
        Ok(Outcome {
            objective: solution.cost(instance),
            solution,
            bound: 0,
            stop: Stop::WorkLimit,
            nodes: 0,
        })
    }
}

#[test]
fn a_better_plan_that_the_explanation_finds_becomes_the_plan() {
    let region = region_with(with_second_best);
    let demand = demand::demand(&region);
    let go_on = &mut |_, _| Control::Continue;
    let options = options(Explain::Sites);
    let plan = plan(
        &region,
        &demand.points,
        &[],
        &options,
        2,
        &LazyAtFirst::default(),
        go_on,
    )
    .unwrap();
    assert_eq!(openings(&plan), ["CA DAY 4"]);
    assert_eq!(plan.objective, eur(3300.0));
    assert_eq!(
        plan.measures[0].without.as_ref().unwrap().objective,
        eur(4900.0)
    );
    assert_eq!(plan.rejected[0].forced_more, Some(eur(1600.0)));
}

#[test]
fn a_better_plan_is_found_without_any_explanation() {
    let region = region_with(with_second_best);
    let demand = demand::demand(&region);
    let go_on = &mut |_, _| Control::Continue;
    let lazy = LazyAtFirst::default();
    let options = options(Explain::None);
    let plan = plan(&region, &demand.points, &[], &options, 1, &lazy, go_on).unwrap();
    assert_eq!(plan.objective, eur(3300.0));
}
