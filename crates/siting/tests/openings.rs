//! Where only who opens is at stake, the engine finds what trying every set of sites
//! finds, and a certificate tells why.

#[expect(dead_code, reason = "not every die is cast here")]
#[path = "common/dice.rs"]
mod dice;

use certificate::check;
use dice::Dice;
use siting::engine::Engine;
use siting::formats::instance::to_json;
use siting::instance::*;
use siting::solver::{Control, Outcome, SolveOptions, Solver};

const EXACT: SolveOptions = SolveOptions {
    gap: 0.0,
    time_limit_s: None,
    work_limit: None,
};
const SITES: usize = 14;

#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    /// Serving costs nothing within reach, being left does.
    Covering,
    Median,
    /// Opening costs, and as many as are worth it may.
    FixedCosts,
}

fn instance(kind: Kind, seed: u64) -> (Instance, usize) {
    let mut dice = Dice(seed);
    let demands = dice.count(25, 60);
    let most = match kind {
        Kind::FixedCosts => SITES,
        _ => dice.count(3, 5),
    };
    let mut instance = Instance {
        sites: vec![Site::default(); SITES],
        ceilings: match kind {
            Kind::FixedCosts => Vec::new(),
            _ => vec![Ceiling { cents: most as i64 }],
        },
        ..Instance::default()
    };
    for site in 0..SITES {
        let draws = match kind {
            Kind::FixedCosts => Vec::new(),
            _ => vec![(0, 1)],
        };
        let level = Level {
            places: 0,
            windows: vec![Window {
                min_load: 0,
                capacity: 1_000_000,
            }],
            phase: 0,
            fixed_cost: if kind == Kind::FixedCosts {
                dice.pick(600, 1_500)
            } else {
                0
            },
            payments: vec![Payment {
                draws,
                ..Payment::default()
            }],
        };
        instance.facilities.push(Facility {
            kind: FacilityKind::New {
                site,
                levels: vec![level],
            },
        });
    }
    for demand in 0..demands {
        instance.demands.push(Demand {
            persons: dice.count(1, 20) as u32,
            unmet_cost: (kind == Kind::Covering).then_some(1),
            ..Demand::default()
        });
        for facility in 0..SITES {
            // Distances on no map: the relaxation is loose, and a tree has to prove it.
            let apart = dice.pick(0, 100);
            let cost = if kind == Kind::Covering { 0 } else { apart };
            if kind != Kind::Covering || apart <= 25 {
                instance.arcs.push(Arc {
                    demand,
                    facility,
                    cost,
                    load: 1,
                });
            }
        }
    }
    (instance, most)
}

/// The least cost over all sets of so many sites at most.
fn tried(instance: &Instance, most: usize) -> i64 {
    let cost = |open: u32| -> Option<i64> {
        let is_open = |facility: usize| open >> facility & 1 == 1;
        let fixed: i64 = (0..SITES)
            .filter(|&facility| is_open(facility))
            .map(|facility| instance.levels(facility)[0].fixed_cost)
            .sum();
        let mut best: Vec<Option<i64>> = instance
            .demands
            .iter()
            .map(|demand| demand.unmet_cost)
            .collect();
        for arc in instance.arcs.iter().filter(|arc| is_open(arc.facility)) {
            let best = &mut best[arc.demand];
            *best = Some(best.map_or(arc.cost, |best| best.min(arc.cost)));
        }
        let served = instance.demands.iter().zip(best);
        let served: Option<i64> = served
            .map(|(demand, best)| Some(i64::from(demand.persons) * best?))
            .sum();
        Some(fixed + served?)
    };
    (0..1u32 << SITES)
        .filter(|open| open.count_ones() as usize <= most)
        .filter_map(cost)
        .min()
        .unwrap()
}

fn solved(instance: &Instance) -> Outcome {
    Engine
        .solve(instance, &EXACT, None, &mut |_| Control::Continue)
        .unwrap()
}

#[test]
fn what_opens_costs_what_trying_every_set_costs() {
    let mut nodes = 0;
    for kind in [Kind::Covering, Kind::Median, Kind::FixedCosts] {
        for seed in 0..15 {
            let (instance, most) = instance(kind, seed);
            let outcome = solved(&instance);
            let least = tried(&instance, most);
            assert_eq!(outcome.solution.faults(&instance), [], "{kind:?} {seed}");
            assert_eq!(outcome.objective, least, "{kind:?} {seed}");
            assert_eq!(outcome.bound, least, "{kind:?} {seed}");
            nodes += outcome.nodes;
        }
    }
    assert!(nodes > 100, "only {nodes} nodes: the tree is not tested");
}

#[test]
fn the_checker_proves_what_opens() {
    for kind in [Kind::Covering, Kind::Median, Kind::FixedCosts] {
        for seed in 0..15 {
            let (instance, most) = instance(kind, seed);
            let (outcome, text) =
                Engine.solve_certified(&instance, &EXACT, None, &mut |_| Control::Continue);
            let outcome = outcome.unwrap();
            assert_eq!(outcome.objective, tried(&instance, most), "{kind:?} {seed}");
            let verdict = check(to_json(&instance).as_bytes(), text.as_bytes());
            assert!(verdict.is_ok(), "{kind:?} {seed}: {:?}", verdict.err());
        }
    }
}

#[test]
fn threads_change_nothing_of_what_opens() {
    let on = |threads: usize, instance: &Instance| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
        pool.unwrap().install(|| solved(instance))
    };
    for kind in [Kind::Covering, Kind::Median, Kind::FixedCosts] {
        for seed in 0..6 {
            let (instance, _) = instance(kind, seed);
            let (one, four) = (on(1, &instance), on(4, &instance));
            assert_eq!(
                (one.solution, one.nodes),
                (four.solution, four.nodes),
                "{kind:?} {seed}"
            );
        }
    }
}
