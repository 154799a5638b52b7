//! Tiny random instances, solved by trying everything.

#![cfg(feature = "highs")]

use proptest::prelude::*;
use siting::highs::Highs;
use siting::instance::*;
use siting::solution::Fault;
use siting::solver::{Control, SolveError, SolveOptions, Solver};

const TO_THE_END: SolveOptions = SolveOptions {
    gap: 0.0,
    time_limit_s: None,
    work_limit: None,
};

/// The least cost and, at that cost, the least municipal sum; by enumeration.
fn by_enumeration(instance: &Instance) -> Option<i64> {
    let flows = all_flows(instance);
    let mut best: Option<i64> = None;
    for open in all_openings(instance) {
        for site_payment in all_site_payments(instance) {
            let mut solution = Solution {
                open: open.clone(),
                site_payment,
                ..Solution::nothing(instance)
            };
            let only_flow = |fault: &Fault| matches!(fault, Fault::MinLoad { .. });
            if !solution.faults(instance).iter().all(only_flow) {
                continue;
            }
            for (flow, unmet) in &flows {
                solution.flow.clone_from(flow);
                solution.unmet.clone_from(unmet);
                let cost = solution.cost(instance);
                if best.is_none_or(|best| cost < best) && solution.faults(instance).is_empty() {
                    best = Some(cost);
                }
            }
        }
    }
    best
}

fn all_openings(instance: &Instance) -> Vec<Vec<Option<Opened>>> {
    let mut all = vec![Vec::new()];
    for facility in &instance.facilities {
        let mut ways = vec![None];
        if let FacilityKind::New { levels, .. } = &facility.kind {
            for (level, limits) in levels.iter().enumerate() {
                ways.extend(
                    (0..limits.payments.len()).map(|payment| Some(Opened { level, payment })),
                );
            }
        }
        all = product(&all, &ways);
    }
    all
}

fn all_site_payments(instance: &Instance) -> Vec<Vec<Option<usize>>> {
    let mut all = vec![Vec::new()];
    for site in &instance.sites {
        let ways: Vec<Option<usize>> = std::iter::once(None)
            .chain((0..site.opening(0).payments.len()).map(Some))
            .collect();
        all = product(&all, &ways);
    }
    all
}

fn product<T: Clone>(prefixes: &[Vec<T>], ways: &[T]) -> Vec<Vec<T>> {
    prefixes
        .iter()
        .flat_map(|prefix| {
            ways.iter()
                .map(move |way| prefix.iter().cloned().chain([way.clone()]).collect())
        })
        .collect()
}

fn all_flows(instance: &Instance) -> Vec<(Vec<u32>, Vec<u32>)> {
    let left: Vec<u32> = instance
        .demands
        .iter()
        .map(|demand| demand.persons)
        .collect();
    let mut all = vec![(Vec::new(), left)];
    for arc in &instance.arcs {
        let mut longer = Vec::new();
        for (flow, left) in &all {
            for persons in 0..=left[arc.demand] {
                let (mut flow, mut left): (Vec<u32>, Vec<u32>) = (flow.clone(), left.clone());
                flow.push(persons);
                left[arc.demand] -= persons;
                longer.push((flow, left));
            }
        }
        all = longer;
    }
    all
}

fn payment() -> impl Strategy<Value = Payment> {
    (0usize..2, 0i64..60, 0i64..60, 0i64..9).prop_map(|(scheme, a, b, municipal)| Payment {
        scheme,
        draws: vec![(0, a), (1, b)],
        municipal,
    })
}

fn level() -> impl Strategy<Value = Level> {
    (
        1u32..5,
        1i64..5,
        0i64..300,
        prop::collection::vec(payment(), 1..3),
        0i64..4,
    )
        .prop_map(|(places, capacity, fixed_cost, payments, min_load)| Level {
            places,
            windows: vec![Window {
                min_load: min_load.min(capacity),
                capacity,
            }],
            phase: 0,
            fixed_cost,
            payments,
        })
}

fn facility() -> impl Strategy<Value = Facility> {
    let existing = (0i64..4).prop_map(|capacity| FacilityKind::Existing {
        capacity: vec![capacity],
    });
    let new = (0usize..2, prop::collection::vec(level(), 1..3))
        .prop_map(|(site, levels)| FacilityKind::New { site, levels });
    prop_oneof![1 => existing, 4 => new].prop_map(|kind| Facility { kind })
}

fn site() -> impl Strategy<Value = Site> {
    (
        0i64..200,
        prop::collection::vec(payment(), 0..2),
        prop::option::of(3u32..8),
    )
        .prop_map(|(fixed_cost, payments, max_places)| Site {
            openings: vec![Opening {
                fixed_cost,
                payments,
            }],
            max_places,
        })
}

fn lock() -> impl Strategy<Value = Lock> {
    prop_oneof![
        (0usize..2, any::<bool>()).prop_map(|(site, open)| Lock::Site { site, open }),
        (0usize..3, prop::option::of(0usize..2), any::<bool>()).prop_map(
            |(facility, level, open)| Lock::Facility {
                facility,
                level,
                open
            }
        ),
    ]
}

fn instance() -> impl Strategy<Value = Instance> {
    let demands = prop::collection::vec(
        (1u32..4, 50i64..400).prop_map(|(persons, unmet_cost)| Demand {
            persons,
            unmet_cost: Some(unmet_cost),
            ..Demand::default()
        }),
        2..=3,
    );
    let arcs = prop::collection::vec(prop::option::weighted(0.75, (0i64..450, 1i64..3)), 9);
    let ceilings = prop::collection::vec((0i64..200).prop_map(|cents| Ceiling { cents }), 2);
    let facilities = prop::collection::vec(facility(), 3);
    (
        demands,
        facilities,
        prop::collection::vec(site(), 2),
        arcs,
        ceilings,
        any::<bool>(),
        prop::collection::vec(lock(), 0..2),
        any::<bool>(),
    )
        .prop_map(
            |(demands, facilities, sites, arcs, ceilings, apart, locks, alike)| {
                let arcs = arcs.into_iter().enumerate().filter_map(|(index, arc)| {
                    let (cost, load) = arc?;
                    let (demand, facility) = (index / 3, index % 3);
                    (demand < demands.len()).then_some(Arc {
                        demand,
                        facility,
                        cost,
                        load: if alike { 1 } else { load },
                    })
                });
                let site_of = |index: usize| match &facilities[index].kind {
                    FacilityKind::New { site, .. } => Some(*site),
                    FacilityKind::Existing { .. } => None,
                };
                let pairs = [(0, 1), (0, 2), (1, 2)]
                    .into_iter()
                    .filter(|&(a, b)| apart && site_of(a).is_some() && site_of(a) == site_of(b));
                Instance {
                    apart: pairs.collect(),
                    arcs: arcs.collect(),
                    demands,
                    facilities,
                    sites,
                    ceilings,
                    locks,
                    onward: Vec::new(),
                }
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn highs_finds_what_enumeration_finds(instance in instance()) {
        let outcome = Highs.solve(&instance, &TO_THE_END, None, &mut |_| Control::Continue);
        match (by_enumeration(&instance), outcome) {
            (None, Err(SolveError::Infeasible)) => {}
            (Some(least), Ok(outcome)) => {
                prop_assert_eq!(outcome.solution.faults(&instance), vec![]);
                prop_assert_eq!(outcome.solution.cost(&instance), outcome.objective);
                prop_assert_eq!(outcome.objective, least);
                prop_assert!(outcome.bound <= least && outcome.bound >= least - 1, "bound {} of {}", outcome.bound, least);
            }
            (least, outcome) => prop_assert!(false, "enumeration {least:?}, HiGHS {outcome:?}"),
        }
    }
}
