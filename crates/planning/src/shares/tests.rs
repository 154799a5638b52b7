//! What coalitions cost alone and which would leave, against looking at all of
//! them on small random problems.

use super::ground::Ground;
use super::oracle::{Limits, Oracle, Separations};
use super::part::Part;
use ::shares::{Coalition, Decided, Separate};
use proptest::prelude::*;
use siting::engine::Engine;
use siting::instance::*;
use siting::solver::{Control, SolveOptions, Solver};

const PLAYERS: usize = 4;
const EXACT: Limits = Limits {
    gap: 0.0,
    work: None,
    deadline: None,
};

/// Four players with two demands each of two services; three sites where either
/// may open in two sizes, and one free place or more of the first.
fn instance() -> impl Strategy<Value = Instance> {
    let people = prop::collection::vec(1u32..4, 2 * PLAYERS);
    let ways = prop::collection::vec(prop::option::weighted(0.8, 1i64..400), 2 * PLAYERS * 4);
    let fixed = prop::collection::vec(100i64..900, 12);
    (people, ways, fixed, 0i64..3, 500i64..1500, any::<bool>()).prop_map(
        |(people, ways, fixed, free, ceiling, apart)| {
            let mut instance = Instance {
                sites: vec![site(fixed[0]); 3],
                ceilings: vec![Ceiling { cents: ceiling }],
                ..Instance::default()
            };
            let existing = FacilityKind::Existing {
                capacity: vec![free],
            };
            instance.facilities.push(Facility { kind: existing });
            for service in 0..2 {
                for at in 0..3 {
                    let cost = |size: usize| fixed[(2 * (3 * service + at) + size) % 12];
                    let levels = vec![level(4, 2, cost(0)), level(8, 4, cost(0) + cost(1))];
                    let kind = FacilityKind::New { site: at, levels };
                    instance.facilities.push(Facility { kind });
                }
            }
            if apart {
                instance.apart.push((1, 4));
            }
            for (at, &persons) in people.iter().enumerate() {
                instance.demands.push(Demand {
                    persons,
                    unmet_cost: Some(600),
                    ..Demand::default()
                });
                // The first service at 0–3, the second at 4–6.
                let facilities = if at % 2 == 0 { 0..4 } else { 4..7 };
                for (facility, way) in facilities.zip(&ways[4 * at..]) {
                    if let Some(cost) = *way {
                        instance.arcs.push(Arc {
                            demand: at,
                            facility,
                            cost,
                            load: 1,
                        });
                    }
                }
            }
            instance
        },
    )
}

fn site(cost: i64) -> Site {
    let opening = Opening {
        fixed_cost: cost,
        payments: Vec::new(),
    };
    Site {
        openings: vec![opening],
        max_places: Some(12),
    }
}

fn level(places: u32, min_load: i64, fixed_cost: i64) -> Level {
    let payment = Payment {
        scheme: 0,
        draws: vec![(0, fixed_cost)],
        municipal: 0,
    };
    Level {
        places,
        windows: vec![Window {
            min_load,
            capacity: i64::from(places),
        }],
        phase: 0,
        fixed_cost,
        payments: vec![payment],
    }
}

fn solve(instance: &Instance) -> (Solution, i64) {
    let options = SolveOptions {
        gap: 0.0,
        time_limit_s: None,
        work_limit: None,
    };
    let outcome = Engine
        .solve(instance, &options, None, &mut |_| Control::Continue)
        .unwrap();
    (outcome.solution, outcome.objective)
}

fn players() -> Vec<Option<usize>> {
    (0..2 * PLAYERS).map(|demand| Some(demand / 2)).collect()
}

fn coalitions() -> impl Iterator<Item = Coalition> {
    (1..1u128 << PLAYERS).map(Coalition::of_bits)
}

/// The instance in which all others need nothing.
fn silenced(instance: &Instance, coalition: Coalition) -> Instance {
    let mut silenced = instance.clone();
    for (at, demand) in silenced.demands.iter_mut().enumerate() {
        if !coalition.contains(at / 2) {
            demand.persons = 0;
        }
    }
    silenced
}

/// Prices by player, some below 0, and what is decided of two of them.
fn question() -> impl Strategy<Value = (Vec<f64>, Decided)> {
    let price = (-1500i64..6000).prop_map(|cents| cents as f64);
    let decided = (0usize..3, 0usize..3).prop_map(|(first, second)| {
        let mut decided = Decided::default();
        for (player, is) in [first, second].into_iter().enumerate() {
            match is {
                0 => decided.within = decided.within.with(player),
                1 => decided.without = decided.without.with(player),
                _ => {}
            }
        }
        decided
    });
    (prop::collection::vec(price, PLAYERS), decided)
}

fn found_as_by_looking_at_all(
    oracle: &Oracle<'_>,
    prices: &[f64],
    decided: &Decided,
) -> Result<(), TestCaseError> {
    let gain = |coalition: Coalition| -> f64 {
        let cost = match coalition.is_empty() {
            true => 0,
            false => oracle.cost(coalition).found,
        };
        coalition
            .players()
            .map(|player| prices[player])
            .sum::<f64>()
            - cost as f64
    };
    let admitted = [Coalition::EMPTY]
        .into_iter()
        .chain(coalitions())
        .filter(|coalition| decided.admits(*coalition));
    let most = admitted.map(gain).fold(f64::NEG_INFINITY, f64::max);
    let mut go_on = |_| Control::Continue;
    let found = Separations::new(oracle, &mut go_on).separate(prices, decided);
    oracle.check().unwrap();
    prop_assert!(decided.admits(found));
    prop_assert_eq!(gain(found), most);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]

    #[test]
    fn a_coalition_alone_costs_what_all_cost_when_others_need_nothing(instance in instance()) {
        let (plan, cost) = solve(&instance);
        let ground = Ground::anew(&instance, &plan, &players(), PLAYERS, vec![None]).unwrap();
        let oracle = Oracle::new(ground, false, &Engine, &EXACT);
        for coalition in coalitions() {
            let (_, alone) = solve(&silenced(&instance, coalition));
            prop_assert_eq!(oracle.cost(coalition).found, alone);
            prop_assert_eq!(oracle.cost(coalition).bound, alone);
        }
        prop_assert_eq!(oracle.cost(Coalition::everyone(PLAYERS)).found, cost);
        prop_assert_eq!(oracle.counts(), (15, 0));
    }

    #[test]
    fn separation_finds_who_gains_the_most_by_leaving(instance in instance(), (prices, decided) in question()) {
        let (plan, _) = solve(&instance);
        let anew = Ground::anew(&instance, &plan, &players(), PLAYERS, vec![None]).unwrap();
        found_as_by_looking_at_all(&Oracle::new(anew, false, &Engine, &EXACT), &prices, &decided)?;
        let as_decided = Ground::decided(&instance, &plan, &players(), PLAYERS);
        found_as_by_looking_at_all(&Oracle::new(as_decided, true, &Engine, &EXACT), &prices, &decided)?;
    }

    #[test]
    fn what_is_decided_costs_what_a_solver_says(instance in instance()) {
        let (plan, cost) = solve(&instance);
        let ground = Ground::decided(&instance, &plan, &players(), PLAYERS);
        for coalition in coalitions() {
            let (_, alone) = solve(&ground.alone(coalition).instance);
            prop_assert_eq!(ground.decided_cost(coalition), alone);
        }
        // The plan is the best one, so its sizes are the cheapest that hold all.
        prop_assert!(ground.decided_cost(Coalition::everyone(PLAYERS)) <= cost);
    }

    #[test]
    fn starts_keep_every_condition_and_bounds_hold_without_a_search(instance in instance()) {
        let (plan, _) = solve(&instance);
        let passed = Limits { gap: 0.0, work: None, deadline: Some(std::time::Instant::now()) };
        let ground = || Ground::anew(&instance, &plan, &players(), PLAYERS, vec![None]).unwrap();
        let (hasty, exact) = (Oracle::new(ground(), false, &Engine, &passed), Oracle::new(ground(), false, &Engine, &EXACT));
        for coalition in coalitions() {
            let start = hasty.ground.alone(coalition).start(&hasty.ground.plan).unwrap();
            prop_assert!(start.faults(&hasty.ground.alone(coalition).instance).is_empty());
            let (wide, known) = (hasty.cost(coalition), exact.cost(coalition));
            prop_assert!(wide.bound <= known.bound && known.found <= wide.found);
        }
        prop_assert_eq!(hasty.counts(), (15, 15));
    }
}

#[test]
fn what_must_open_for_the_region_need_not_for_a_coalition_and_what_may_not_stays_closed() {
    let lock = |facility, open| Lock::Facility {
        facility,
        level: None,
        open,
    };
    let person = Demand {
        persons: 2,
        unmet_cost: Some(900),
        ..Demand::default()
    };
    let new = |at| Facility {
        kind: FacilityKind::New {
            site: at,
            levels: vec![level(4, 2, 100)],
        },
    };
    let instance = Instance {
        demands: vec![person.clone(), person],
        facilities: vec![new(0), new(1)],
        sites: vec![site(0), site(0)],
        arcs: vec![
            Arc {
                demand: 0,
                facility: 0,
                cost: 10,
                load: 1,
            },
            Arc {
                demand: 0,
                facility: 1,
                cost: 1,
                load: 1,
            },
            Arc {
                demand: 1,
                facility: 1,
                cost: 1,
                load: 1,
            },
        ],
        ceilings: vec![Ceiling { cents: 1000 }],
        locks: vec![
            lock(0, true),
            lock(1, false),
            Lock::Site {
                site: 0,
                open: true,
            },
        ],
        ..Instance::default()
    };
    let part = Part::new(&instance, |demand| demand == 0);
    assert_eq!(part.instance.locks, [lock(1, false)]);
    assert_eq!(solve(&part.instance).1, 120);
}
