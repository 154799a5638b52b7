//! Each condition of the model, binding, on instances small enough to solve by hand.

#[path = "common/village.rs"]
mod village;

use siting::engine::Engine;
use siting::instance::*;
use siting::solution::Fault;
use siting::solver::{Control, Outcome, SolveError, SolveOptions, Solver};
use village::{new, people, size, village, way};

const TO_THE_END: SolveOptions = SolveOptions {
    gap: 0.0,
    time_limit_s: None,
    work_limit: None,
};

fn try_solve(instance: &Instance) -> Result<Outcome, SolveError> {
    Engine.solve(instance, &TO_THE_END, None, &mut |_| Control::Continue)
}

fn solve(instance: &Instance) -> Solution {
    let outcome = try_solve(instance).unwrap();
    assert_eq!(outcome.solution.faults(instance), []);
    assert_eq!(outcome.bound.max(outcome.objective - 1), outcome.objective);
    outcome.solution
}

fn levels(solution: &Solution) -> Vec<Option<usize>> {
    solution
        .open
        .iter()
        .map(|opened| opened.map(|opened| opened.level))
        .collect()
}

#[test]
fn without_any_condition_all_go_to_the_near_site() {
    let solution = solve(&village());
    assert_eq!(levels(&solution), [Some(1), None]);
    assert_eq!(solution.flow, [10, 0]);
    assert_eq!(solution.cost(&village()), 1_200 + 10 * 100);
}

#[test]
fn nobody_is_served_beyond_capacity() {
    let mut tight = village();
    tight.facilities[0] = new(0, vec![size(4, 0)]);
    let solution = solve(&tight);
    assert_eq!(solution.flow, [4, 6]);
}

#[test]
fn what_is_too_empty_does_not_open() {
    let mut half_empty = village();
    half_empty.facilities[0] = new(0, vec![size(4, 0), size(12, 11)]);
    assert_eq!(levels(&solve(&half_empty)), [Some(0), Some(0)]);
}

#[test]
fn people_are_drawn_past_the_nearest_place_when_that_lets_another_open() {
    // The near place costs 100 a head, the far one 150 and opens with ten people
    // only; the near one holds six.
    let instance = Instance {
        demands: vec![people(12)],
        facilities: vec![new(0, vec![size(6, 0)]), new(1, vec![size(10, 10)])],
        sites: vec![Site::default(), Site::default()],
        arcs: vec![way(0, 0, 100), way(0, 1, 150)],
        ceilings: vec![Ceiling { cents: 1_000_000 }],
        ..Instance::default()
    };
    assert_eq!(solve(&instance).flow, [2, 10]);
}

#[test]
fn nobody_goes_where_being_left_without_costs_less() {
    let mut dear = village();
    dear.arcs = vec![way(0, 0, 10_001), way(0, 1, 10_000)];
    let solution = solve(&dear);
    assert_eq!(levels(&solution), [None, None]);
    assert_eq!(solution.unmet, [10]);
}

#[test]
fn a_ceiling_on_money_is_kept_to_the_cent() {
    let mut poor = village();
    poor.ceilings[0].cents = 4 * 500 + 12 * 500 - 1;
    poor.facilities[0] = new(0, vec![size(4, 0)]);
    assert_eq!(levels(&solve(&poor)), [None, Some(0)]);
    poor.ceilings[0].cents += 1;
    assert_eq!(levels(&solve(&poor)), [Some(0), Some(0)]);
}

#[test]
fn a_site_holds_only_so_many_places() {
    let mut narrow = village();
    narrow.sites[0].max_places = Some(11);
    assert_eq!(levels(&solve(&narrow)), [Some(0), Some(0)]);
}

#[test]
fn what_must_be_apart_does_not_open_together() {
    let mut both = Instance {
        demands: vec![people(4), people(4)],
        facilities: vec![new(0, vec![size(4, 0)]), new(0, vec![size(4, 0)])],
        sites: vec![Site::default()],
        arcs: vec![way(0, 0, 100), way(1, 1, 50)],
        ceilings: vec![Ceiling { cents: 1_000_000 }],
        ..Instance::default()
    };
    assert_eq!(levels(&solve(&both)), [Some(0), Some(0)]);
    both.apart = vec![(0, 1)];
    assert_eq!(levels(&solve(&both)), [None, Some(0)]);
}

#[test]
fn a_site_is_paid_once_and_by_a_scheme_that_pays_something_there() {
    let mut site = village();
    let own = |scheme, cents| Payment {
        scheme,
        draws: vec![(0, cents)],
        municipal: 0,
    };
    site.sites[0].openings = vec![Opening {
        fixed_cost: 300,
        payments: vec![own(7, 0), own(0, 2_000)],
    }];
    let solution = solve(&site);
    assert_eq!(solution.site_payment, [Some(1), None]);
    assert_eq!(solution.draws(&site), [6_000 + 2_000]);
    assert_eq!(solution.cost(&site), 300 + 1_200 + 1_000);
}

#[test]
fn existing_capacity_is_free_but_not_without_end() {
    let mut existing = village();
    existing.facilities[1] = Facility {
        kind: FacilityKind::Existing { capacity: vec![7] },
    };
    existing.arcs = vec![way(0, 0, 100), way(0, 1, 110)];
    let solution = solve(&existing);
    assert_eq!(levels(&solution), [Some(0), None]);
    assert_eq!(solution.flow, [4, 6]);
}

#[test]
fn locks_are_respected() {
    let mut locked = village();
    locked.locks = vec![Lock::Site {
        site: 0,
        open: false,
    }];
    assert_eq!(levels(&solve(&locked)), [None, Some(0)]);
    locked.locks = vec![Lock::Site {
        site: 1,
        open: true,
    }];
    assert_eq!(levels(&solve(&locked))[1], Some(0));
    locked.locks = vec![Lock::Facility {
        facility: 0,
        level: Some(0),
        open: true,
    }];
    assert_eq!(levels(&solve(&locked))[0], Some(0));
    locked.locks = vec![Lock::Facility {
        facility: 0,
        level: None,
        open: false,
    }];
    assert_eq!(levels(&solve(&locked))[0], None);
}

#[test]
fn locks_that_clash_are_infeasible() {
    let mut locked = village();
    locked.locks = vec![
        Lock::Site {
            site: 0,
            open: true,
        },
        Lock::Facility {
            facility: 0,
            level: None,
            open: false,
        },
    ];
    assert!(matches!(try_solve(&locked), Err(SolveError::Infeasible)));
    locked.locks = vec![Lock::Facility {
        facility: 0,
        level: Some(1),
        open: true,
    }];
    locked.ceilings[0].cents = 5_999;
    assert!(matches!(try_solve(&locked), Err(SolveError::Infeasible)));
}

#[test]
fn people_with_unequal_loads_stay_whole() {
    // Seven hours: of the heavy people (3 hours, dear to leave) two fit, and one light one.
    let heavy = Demand {
        persons: 3,
        unmet_cost: Some(9_000),
        ..Demand::default()
    };
    let light = Demand {
        persons: 5,
        unmet_cost: Some(1_000),
        ..Demand::default()
    };
    let level = Level {
        places: 0,
        windows: vec![Window {
            min_load: 0,
            capacity: 7,
        }],
        phase: 0,
        fixed_cost: 10,
        payments: vec![Payment::default()],
    };
    let arcs = vec![
        Arc {
            demand: 0,
            facility: 0,
            cost: 0,
            load: 3,
        },
        Arc {
            demand: 1,
            facility: 0,
            cost: 0,
            load: 1,
        },
    ];
    let instance = Instance {
        demands: vec![heavy, light],
        facilities: vec![new(0, vec![level])],
        sites: vec![Site::default()],
        arcs,
        ..Instance::default()
    };
    assert_eq!(solve(&instance).flow, [2, 1]);
}

#[test]
fn among_plans_of_the_same_cost_municipalities_pay_least() {
    let mut paid = village();
    let by = |scheme, drawn, municipal| Payment {
        scheme,
        draws: vec![(0, drawn)],
        municipal,
    };
    let FacilityKind::New { levels, .. } = &mut paid.facilities[0].kind else {
        unreachable!()
    };
    levels[1].payments = vec![by(0, 0, 900), by(1, 800, 100), by(2, 2_000, 0)];
    paid.ceilings[0].cents = 1_000;
    let solution = solve(&paid);
    assert_eq!(
        solution.open[0],
        Some(Opened {
            level: 1,
            payment: 1
        })
    );
    assert_eq!(solution.municipal(&paid), 100);
}

#[test]
fn a_solution_says_every_fault_it_has() {
    let mut instance = village();
    instance.ceilings[0].cents = 100;
    instance.sites[0].max_places = Some(3);
    instance.facilities[0] = new(0, vec![size(4, 4)]);
    instance.locks = vec![Lock::Site {
        site: 0,
        open: false,
    }];
    let mut solution = Solution::nothing(&instance);
    solution.open[0] = Some(Opened {
        level: 0,
        payment: 0,
    });
    solution.flow = vec![2, 3];
    let faults = [
        Fault::People { demand: 0 },
        Fault::MinLoad { facility: 0 },
        Fault::Capacity { facility: 1 },
        Fault::MaxPlaces { site: 0 },
        Fault::Ceiling(0),
        Fault::Lock(0),
    ];
    assert_eq!(solution.faults(&instance), faults);
    solution.unmet.clear();
    assert_eq!(solution.faults(&instance), [Fault::Shape]);
}
