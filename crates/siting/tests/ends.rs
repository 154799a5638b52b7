//! How a search ends, and that it ends the same way twice.

#[path = "common/region.rs"]
mod region;

use region::Shape;
use siting::engine::Engine;
use siting::instance::Instance;
use siting::solver::{Control, Outcome, Progress, SolveOptions, Solver, Stop, relative_gap};
use std::time::Instant;

const TO_THE_END: SolveOptions = SolveOptions {
    gap: 0.0,
    time_limit_s: None,
    work_limit: None,
};

const KURZEME: Shape = Shape {
    places: 109,
    candidates: 60,
    services: 10,
};

fn small() -> Instance {
    region::region(
        Shape {
            places: 25,
            candidates: 8,
            services: 3,
        },
        3,
        0.4,
    )
}

fn medium() -> Instance {
    let shape = Shape {
        places: 40,
        candidates: 12,
        services: 4,
    };
    region::region(shape, 3, 0.4)
}

fn large() -> Instance {
    region::region(KURZEME, 3, 0.4)
}

fn solve(instance: &Instance, options: &SolveOptions) -> Outcome {
    let outcome = Engine
        .solve(instance, options, None, &mut |_| Control::Continue)
        .unwrap();
    assert_eq!(outcome.solution.faults(instance), []);
    assert_eq!(outcome.solution.cost(instance), outcome.objective);
    assert!(outcome.bound <= outcome.objective);
    outcome
}

#[test]
fn the_gap_asked_for_is_proven() {
    let outcome = solve(
        &small(),
        &SolveOptions {
            gap: 0.01,
            ..TO_THE_END
        },
    );
    assert_eq!(outcome.stop, Stop::Gap);
    assert!(relative_gap(outcome.objective, outcome.bound) <= 0.01);
}

#[test]
fn the_same_search_ends_in_the_same_plan() {
    for (instance, gap) in [(small(), 0.0005), (medium(), 0.003)] {
        let options = SolveOptions {
            gap,
            work_limit: Some(200),
            ..TO_THE_END
        };
        assert_eq!(solve(&instance, &options), solve(&instance, &options));
    }
}

#[test]
fn a_work_limit_ends_the_search_with_a_plan() {
    let outcome = solve(
        &medium(),
        &SolveOptions {
            work_limit: Some(1),
            ..TO_THE_END
        },
    );
    assert_eq!(outcome.stop, Stop::WorkLimit);
}

#[test]
fn a_time_limit_is_kept_and_leaves_a_plan() {
    let began = Instant::now();
    let outcome = solve(
        &large(),
        &SolveOptions {
            time_limit_s: Some(2.0),
            ..TO_THE_END
        },
    );
    assert_eq!(outcome.stop, Stop::TimeLimit);
    assert!(
        began.elapsed().as_secs_f64() < 12.0,
        "{:?}",
        began.elapsed()
    );
}

#[test]
fn whoever_stops_it_keeps_the_best_so_far() {
    let (began, mut last) = (Instant::now(), None);
    let mut stop_soon = |progress: Progress| {
        last = Some(progress);
        if progress.seconds > 1.0 {
            Control::Stop
        } else {
            Control::Continue
        }
    };
    let instance = large();
    let outcome = Engine
        .solve(&instance, &TO_THE_END, None, &mut stop_soon)
        .unwrap();
    assert_eq!(outcome.stop, Stop::Interrupted);
    assert_eq!(outcome.solution.faults(&instance), []);
    assert!(Some(outcome.objective) <= last.unwrap().best);
    assert!(began.elapsed().as_secs() < 120, "{:?}", began.elapsed());
}

#[test]
fn progress_never_goes_back() {
    let mut before: Option<Progress> = None;
    let mut watch = |now: Progress| {
        if let Some(before) = before {
            assert!(now.seconds >= before.seconds && now.nodes >= before.nodes);
            assert!(
                before
                    .best
                    .is_none_or(|best| now.best.is_some_and(|now| now <= best))
            );
            assert!(
                before
                    .bound
                    .is_none_or(|bound| now.bound.is_some_and(|now| now >= bound))
            );
        }
        before = Some(now);
        Control::Continue
    };
    Engine
        .solve(
            &large(),
            &SolveOptions {
                time_limit_s: Some(3.0),
                ..TO_THE_END
            },
            None,
            &mut watch,
        )
        .unwrap();
    assert!(before.is_some());
}

#[test]
fn a_start_is_never_made_worse() {
    let instance = small();
    let good = solve(
        &instance,
        &SolveOptions {
            gap: 0.002,
            ..TO_THE_END
        },
    );
    let quick = SolveOptions {
        gap: 0.5,
        ..TO_THE_END
    };
    let outcome = Engine
        .solve(&instance, &quick, Some(&good.solution), &mut |_| {
            Control::Continue
        })
        .unwrap();
    assert!(outcome.objective <= good.objective);
}
