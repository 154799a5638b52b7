//! What the engine must not claim: instances on which it once claimed too much, or never ended.

use siting::engine::Engine;
use siting::formats::instance::from_json;
use siting::instance::*;
use siting::solver::{Control, Outcome, SolveError, SolveOptions, Solver, Stop};
use std::time::Instant;

fn within(instance: &Instance, seconds: f64) -> Result<Outcome, SolveError> {
    let options = SolveOptions {
        gap: 0.0,
        time_limit_s: Some(seconds),
        work_limit: None,
    };
    Engine.solve(instance, &options, None, &mut |_| Control::Continue)
}

/// Numbers that are the same on every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: u64) -> i64 {
        let step = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = step.wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % bound) as i64
    }
}

/// A person and a site each that costs 1 and draws on one of two funds, whose sums are just
/// enough for all together: to find out how they are divided is as hard as it gets.
fn divided_funds(count: usize, must_open: bool) -> Instance {
    let mut dice = Dice(5);
    let amounts: Vec<i64> = (0..count)
        .map(|_| 1_000_000 + dice.below(1_000_000))
        .collect();
    let first: i64 = amounts.iter().step_by(2).sum();
    let second = amounts.iter().sum::<i64>() - first;
    let mut instance = Instance {
        ceilings: vec![Ceiling { cents: first }, Ceiling { cents: second }],
        ..Instance::default()
    };
    for (site, &cents) in amounts.iter().enumerate() {
        let by = |fund: usize| Payment {
            scheme: fund,
            draws: vec![(fund, cents)],
            municipal: 0,
        };
        let level = Level {
            places: 1,
            windows: vec![Window {
                min_load: 0,
                capacity: 1,
            }],
            phase: 0,
            fixed_cost: 1,
            payments: vec![by(0), by(1)],
        };
        let kind = FacilityKind::New {
            site,
            levels: vec![level],
        };
        instance.facilities.push(Facility { kind });
        instance.sites.push(Site::default());
        instance.demands.push(Demand {
            persons: 1,
            unmet_cost: Some(1_000),
            ..Demand::default()
        });
        instance.arcs.push(Arc {
            demand: site,
            facility: site,
            cost: 1,
            load: 1,
        });
        if must_open {
            instance.locks.push(Lock::Site { site, open: true });
        }
    }
    instance
}

#[test]
fn money_that_is_too_hard_to_divide_is_no_proof_that_there_is_no_plan() {
    let count = 40;
    match within(&divided_funds(count, true), 3.0) {
        Ok(outcome) => assert_eq!(outcome.objective, 2 * count as i64),
        Err(SolveError::NothingFound { bound }) => {
            assert!(
                bound.is_some_and(|bound| bound <= 2 * count as i64),
                "{bound:?}"
            );
        }
        Err(error) => panic!("{error:?}"),
    }
}

#[test]
fn money_that_is_too_hard_to_divide_lifts_no_bound() {
    let count = 40;
    let outcome = within(&divided_funds(count, false), 3.0).unwrap();
    assert!(outcome.bound <= 2 * count as i64, "{outcome:?}");
    let is_proven = outcome.bound == outcome.objective;
    assert_eq!(is_proven, outcome.stop == Stop::Gap, "{:?}", outcome.stop);
}

#[test]
fn a_second_ceiling_may_let_fewer_open_than_the_first() {
    // Two of three may open; the two that serve best draw too much together.
    let site = |weight: i64| Level {
        places: 0,
        windows: vec![Window {
            min_load: 0,
            capacity: 9,
        }],
        phase: 0,
        fixed_cost: 0,
        payments: vec![Payment {
            draws: vec![(0, 1), (1, weight)],
            ..Payment::default()
        }],
    };
    let weights = [6, 6, 5];
    let costs = [[1, 9, 9], [9, 1, 9], [9, 9, 8]];
    let mut instance = Instance {
        sites: vec![Site::default(); 3],
        ceilings: vec![Ceiling { cents: 2 }, Ceiling { cents: 10 }],
        ..Instance::default()
    };
    for (at, weight) in weights.into_iter().enumerate() {
        let kind = FacilityKind::New {
            site: at,
            levels: vec![site(weight)],
        };
        instance.facilities.push(Facility { kind });
        instance.demands.push(Demand {
            persons: 1,
            ..Demand::default()
        });
        let arcs = costs[at].into_iter().enumerate();
        instance.arcs.extend(arcs.map(|(facility, cost)| Arc {
            demand: at,
            facility,
            cost,
            load: 1,
        }));
    }
    let outcome = within(&instance, 5.0).unwrap();
    assert_eq!((outcome.objective, outcome.bound), (1 + 9 + 9, 1 + 9 + 9));
}

#[test]
fn many_services_under_one_roof_keep_to_the_time_limit() {
    let mut dice = Dice(1);
    let mut instance = Instance {
        sites: vec![Site {
            openings: vec![Opening {
                fixed_cost: 100,
                payments: Vec::new(),
            }],
            max_places: Some(301),
        }],
        ..Instance::default()
    };
    for at in 0..60 {
        let levels = (1..8i64).map(|size| Level {
            places: (size * 3 + dice.below(3)) as u32,
            windows: vec![Window {
                min_load: 0,
                capacity: size * 3,
            }],
            phase: 0,
            fixed_cost: 10 + size * (50 + dice.below(40)),
            payments: vec![Payment::default()],
        });
        let kind = FacilityKind::New {
            site: 0,
            levels: levels.collect(),
        };
        instance.facilities.push(Facility { kind });
        instance.demands.push(Demand {
            persons: 20,
            unmet_cost: Some(50 + dice.below(49)),
            ..Demand::default()
        });
        instance.arcs.push(Arc {
            demand: at,
            facility: at,
            cost: dice.below(10),
            load: 1,
        });
    }
    let began = Instant::now();
    let outcome = within(&instance, 5.0).unwrap();
    assert!(began.elapsed().as_secs() < 30, "{:?}", began.elapsed());
    assert!(outcome.bound > 0 && outcome.bound <= outcome.objective);
}

#[test]
fn more_people_than_one_number_holds_are_counted() {
    let json = r#"{"schema":"tuvak-siting-instance/1",
        "demands":[{"persons":3000000000,"unmet_cost":1},{"persons":3000000000,"unmet_cost":1}],"sites":[{}],
        "facilities":[{"site":0,"levels":[{"places":1,"windows":[[0,7000000000]],"fixed_cost":5}]}],
        "arcs":[[0,0,0,1],[1,0,0,1]]}"#;
    let outcome = within(&from_json(json.as_bytes()).unwrap(), 5.0).unwrap();
    assert_eq!((outcome.objective, outcome.bound), (5, 5));
}

#[test]
fn more_places_than_one_number_holds_are_counted() {
    let json = r#"{"schema":"tuvak-siting-instance/1",
        "demands":[{"persons":3,"unmet_cost":100},{"persons":3,"unmet_cost":100}],
        "sites":[{"max_places":4294967295}],
        "facilities":[{"site":0,"levels":[{"places":4294967295,"windows":[[0,7]],"fixed_cost":5}]},
            {"site":0,"levels":[{"places":4294967295,"windows":[[0,7]],"fixed_cost":5}]}],
        "arcs":[[0,0,0,1],[1,1,0,1]]}"#;
    let outcome = within(&from_json(json.as_bytes()).unwrap(), 5.0).unwrap();
    assert_eq!((outcome.objective, outcome.bound), (305, 305));
}

#[test]
fn a_search_that_finds_nothing_in_time_tells_its_bound() {
    // Three together into two places of three, with somebody else: not to be found at once.
    let mut instance = divided_funds(40, true);
    for demand in &mut instance.demands {
        demand.unmet_cost = None;
    }
    match within(&instance, 0.0) {
        Err(SolveError::NothingFound { bound }) => assert!(bound.is_some()),
        Ok(outcome) => assert!(outcome.bound <= outcome.objective),
        Err(error) => panic!("{error:?}"),
    }
}

#[test]
fn a_site_that_opens_in_a_phase_of_which_nothing_is_told_costs_nothing() {
    let in_phase = |phase: usize| Level {
        places: 1,
        windows: vec![
            Window {
                min_load: 0,
                capacity: if phase == 0 { 1 } else { 0 },
            },
            Window {
                min_load: 0,
                capacity: 1,
            },
        ],
        phase,
        fixed_cost: 10,
        payments: vec![Payment::default()],
    };
    let instance = Instance {
        demands: vec![Demand {
            persons: 1,
            state: 1,
            ..Demand::default()
        }],
        facilities: vec![Facility {
            kind: FacilityKind::New {
                site: 0,
                levels: vec![in_phase(0), in_phase(1)],
            },
        }],
        sites: vec![Site {
            openings: vec![Opening {
                fixed_cost: 59,
                payments: Vec::new(),
            }],
            max_places: None,
        }],
        arcs: vec![Arc {
            demand: 0,
            facility: 0,
            cost: 1,
            load: 1,
        }],
        ..Instance::default()
    };
    match within(&instance, 0.0) {
        Ok(outcome) => assert!(outcome.bound <= 11, "{outcome:?}"),
        Err(SolveError::NothingFound { bound }) => assert!(bound <= Some(11), "{bound:?}"),
        Err(error) => panic!("{error:?}"),
    }
    let outcome = within(&instance, 5.0).unwrap();
    assert_eq!((outcome.objective, outcome.bound), (11, 11));
}
