//! Years, scenarios, phases, undivided people and people who are led on, on
//! instances small enough to solve by hand.

#[path = "common/harness.rs"]
mod harness;
#[path = "common/village.rs"]
mod village;

use harness::solved;
use siting::engine::Engine;
use siting::instance::*;
use village::{new, people, size, village, way};

fn solve(instance: &Instance) -> Solution {
    solved(&Engine, instance).unwrap().unwrap().solution
}

fn levels(solution: &Solution) -> Vec<Option<usize>> {
    let open = solution.open.iter();
    open.map(|opened| opened.map(|opened| opened.level))
        .collect()
}

/// A size that holds so many in each state, at a cost.
fn holding(capacity: &[i64], phase: usize, fixed_cost: i64) -> Level {
    let window = |&capacity: &i64| Window {
        min_load: 0,
        capacity,
    };
    Level {
        places: 0,
        windows: capacity.iter().map(window).collect(),
        phase,
        fixed_cost,
        payments: vec![Payment::default()],
    }
}

#[test]
fn whoever_must_be_served_is_served_at_any_cost() {
    let mut dear = village();
    dear.arcs = vec![way(0, 0, 10_001), way(0, 1, 20_000)];
    assert_eq!(solve(&dear).unmet, [10]);
    dear.demands[0].unmet_cost = None;
    assert_eq!(solve(&dear).flow, [10, 0]);
    dear.facilities = vec![new(0, vec![size(4, 0)]), new(1, vec![size(5, 0)])];
    assert_eq!(solved(&Engine, &dear).unwrap(), None);
}

#[test]
fn people_who_are_not_divided_go_together_or_not_at_all() {
    let mut tight = village();
    tight.facilities[0] = new(0, vec![size(6, 0)]);
    tight.facilities[1] = new(1, vec![size(9, 0)]);
    assert_eq!(solve(&tight).flow, [6, 4]);
    tight.demands[0].single_source = true;
    assert_eq!(solve(&tight).unmet, [10]);
    tight.facilities[1] = new(1, vec![size(10, 0)]);
    assert_eq!(solve(&tight).flow, [0, 10]);
}

#[test]
fn one_size_serves_every_state_within_its_window_there() {
    // Three people in one state, seven in the other; sizes for four and for eight.
    let instance = Instance {
        demands: vec![
            people(3),
            Demand {
                state: 1,
                ..people(7)
            },
        ],
        facilities: vec![new(
            0,
            vec![holding(&[4, 4], 0, 100), holding(&[8, 8], 0, 300)],
        )],
        sites: vec![Site::default()],
        arcs: vec![way(0, 0, 1), way(1, 0, 1)],
        ..Instance::default()
    };
    let solution = solve(&instance);
    assert_eq!(levels(&solution), [Some(1)]);
    assert_eq!(solution.flow, [3, 7]);
    // What is too empty in one of the states does not open.
    let mut occupied = instance.clone();
    let FacilityKind::New { levels: sizes, .. } = &mut occupied.facilities[0].kind else {
        unreachable!()
    };
    sizes[1].windows[0].min_load = 4;
    let solution = solve(&occupied);
    assert_eq!(levels(&solution), [Some(0)]);
    assert_eq!(solution.flow, [3, 4]);
}

#[test]
fn existing_capacity_may_end_before_the_last_year() {
    let instance = Instance {
        demands: vec![
            people(2),
            Demand {
                state: 1,
                ..people(2)
            },
        ],
        facilities: vec![Facility {
            kind: FacilityKind::Existing {
                capacity: vec![2, 0],
            },
        }],
        arcs: vec![way(0, 0, 1), way(1, 0, 1)],
        ..Instance::default()
    };
    let solution = solve(&instance);
    assert_eq!((solution.flow, solution.unmet), (vec![2, 0], vec![0, 2]));
}

#[test]
fn a_site_is_paid_for_in_the_phase_in_which_it_is_first_used() {
    // Two services: one is needed from the second year on, the other may wait too.
    let opening = |fixed_cost| Opening {
        fixed_cost,
        payments: Vec::new(),
    };
    let early_or_late = |early, late| vec![holding(&[9, 9], 0, early), holding(&[0, 9], 1, late)];
    let later = |persons| Demand {
        state: 1,
        ..people(persons)
    };
    let mut instance = Instance {
        demands: vec![later(5), people(1), later(1)],
        facilities: vec![new(0, early_or_late(50, 40)), new(0, early_or_late(50, 40))],
        sites: vec![Site {
            openings: vec![opening(1_000), opening(300)],
            max_places: None,
        }],
        arcs: vec![way(0, 0, 0), way(1, 1, 0), way(2, 1, 0)],
        ..Instance::default()
    };
    // Leaving one person without for a year costs 100.00, more than the site.
    let solution = solve(&instance);
    assert_eq!(levels(&solution), [Some(1), Some(0)]);
    assert_eq!(solution.cost(&instance), 1_000 + 40 + 50);
    instance.demands[1].unmet_cost = Some(600);
    let solution = solve(&instance);
    assert_eq!(levels(&solution), [Some(1), Some(1)]);
    assert_eq!(solution.cost(&instance), 300 + 40 + 40 + 600);
    // A phase in which nothing opens is not a way to pay less.
    instance.sites[0].openings[0].fixed_cost = 0;
    instance.demands[1].persons = 0;
    let solution = solve(&instance);
    assert_eq!(solution.cost(&instance), 50 + 40);
}

#[test]
fn whoever_is_served_needs_something_else_from_there() {
    // A home near (site 0) with no day centre in reach, one farther with one.
    let homes = [new(0, vec![size(12, 0)]), new(1, vec![size(12, 0)])];
    let day = new(1, vec![size(12, 0)]);
    let mut instance = Instance {
        demands: vec![people(10), people(0), people(0)],
        facilities: homes.into_iter().chain([day]).collect(),
        sites: vec![Site::default(), Site::default()],
        arcs: vec![way(0, 0, 100), way(0, 1, 700), way(2, 2, 50)],
        ceilings: vec![Ceiling { cents: 1_000_000 }],
        ..Instance::default()
    };
    assert_eq!(solve(&instance).flow, [10, 0, 0]);
    instance.onward = vec![Onward { arc: 0, demand: 1 }, Onward { arc: 1, demand: 2 }];
    let solution = solve(&instance);
    assert_eq!(solution.flow, [0, 10, 10]);
    assert_eq!(solution.cost(&instance), 2 * 1_200 + 7_000 + 500);
    // With room for seven by day three would be left without, or kept at home.
    instance.facilities[2] = new(1, vec![size(7, 0)]);
    let solution = solve(&instance);
    assert_eq!(solution.flow[2], 7);
    assert_eq!(solution.unmet.iter().sum::<u32>(), 3);
    // Those who come together by day cannot be seven.
    instance.demands[2].single_source = true;
    let solution = solve(&instance);
    assert_eq!((solution.flow[1], solution.flow[2]), (7, 7));
}
