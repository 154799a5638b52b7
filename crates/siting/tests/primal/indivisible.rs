//! Loads that differ, and demands that stay together.

use crate::common::*;
use siting::instance::*;
use siting::primal::Assigner;

/// The least cost by trying everything, demand after demand.
fn by_enumeration(instance: &Instance, demand: usize, flow: &mut Vec<u32>) -> Option<i64> {
    if demand == instance.demands.len() {
        let load = |facility: usize| -> i64 {
            let arcs = instance.arcs.iter().zip(flow.iter());
            let here = arcs.filter(|(arc, _)| arc.facility == facility);
            here.map(|(arc, &persons)| arc.load * i64::from(persons))
                .sum()
        };
        let is_within = |facility: usize| {
            let window = instance.levels(facility)[0].window(0);
            (window.min_load..=window.capacity).contains(&load(facility))
        };
        return (0..instance.facilities.len()).all(is_within).then_some(0);
    }
    let what = &instance.demands[demand];
    let first = flow.len();
    let arcs: Vec<Arc> = instance
        .arcs
        .iter()
        .copied()
        .filter(|arc| arc.demand == demand)
        .collect();
    let mut best: Option<i64> = None;
    for shares in divisions(what.persons, arcs.len() + 1) {
        let ways = shares.iter().filter(|&&share| share > 0).count();
        let left = shares[arcs.len()];
        if (what.single_source && ways > 1) || (what.unmet_cost.is_none() && left > 0) {
            continue;
        }
        flow.extend(&shares[..arcs.len()]);
        let rest = by_enumeration(instance, demand + 1, flow);
        flow.truncate(first);
        let served: i64 = arcs
            .iter()
            .zip(&shares)
            .map(|(arc, &share)| arc.cost * i64::from(share))
            .sum();
        let here = served + i64::from(left) * what.unmet_cost.unwrap_or(0);
        if let Some(rest) = rest
            && best.is_none_or(|best| here + rest < best)
        {
            best = Some(here + rest);
        }
    }
    best
}

/// All ways to divide persons into ordered shares.
fn divisions(persons: u32, shares: usize) -> Vec<Vec<u32>> {
    if shares == 1 {
        return vec![vec![persons]];
    }
    let mut all = Vec::new();
    for first in 0..=persons {
        for mut rest in divisions(persons - first, shares - 1) {
            rest.insert(0, first);
            all.push(rest);
        }
    }
    all
}

/// Solves small instances and compares; returns how many were solved, how many
/// could be, and by how much the sum of costs is above the least.
fn compare(single: bool, seed: u64) -> (usize, usize, f64) {
    let mut random = Random(seed);
    let (mut solved, mut solvable) = (0, 0);
    let (mut sum, mut least_sum) = (0, 0);
    for _ in 0..300 {
        let shape = Shape {
            demands: 5,
            facilities: 3,
            persons: 3,
            capacity: 4,
            minimum: 2,
            cost: 1_000,
            joined: 90,
            must: 10,
            load: 1,
        };
        let mut instance = transport(&shape, &mut random);
        for demand in &mut instance.demands {
            demand.single_source = single;
        }
        if !single {
            for facility in &mut instance.facilities {
                let FacilityKind::New { levels, .. } = &mut facility.kind else {
                    continue;
                };
                levels[0].windows[0].capacity *= 10;
                levels[0].windows[0].min_load *= 10;
            }
            for arc in &mut instance.arcs {
                arc.load = random.within(6, 15);
            }
        }
        let least = by_enumeration(&instance, 0, &mut Vec::new());
        let mut assigner = Assigner::new(&instance);
        let open = vec![Some(0); 3];
        let bounds = (0..assigner.markets()).map(|market| assigner.bound(market, &open));
        let bound: Option<i64> = bounds.collect::<Vec<_>>().into_iter().sum();
        let whole = assigner.whole(&open);
        let solution = whole.as_ref().map(|whole| Solution {
            open: vec![
                Some(Opened {
                    level: 0,
                    payment: 0
                });
                3
            ],
            flow: whole.flow.clone(),
            unmet: whole.unmet.clone(),
            ..Solution::nothing(&instance)
        });
        let Some(least) = least else {
            assert_eq!(whole, None);
            continue;
        };
        solvable += 1;
        let (Some(whole), Some(solution)) = (whole, solution) else {
            continue;
        };
        assert_eq!(solution.faults(&instance), []);
        assert_eq!(solution.cost(&instance), whole.cost);
        assert!(whole.cost >= least && bound.is_some_and(|bound| bound <= least));
        if whole.exact {
            assert_eq!(whole.cost, least);
        }
        solved += 1;
        sum += whole.cost;
        least_sum += least;
    }
    (
        solved,
        solvable,
        (sum - least_sum) as f64 / least_sum as f64,
    )
}

#[test]
fn where_loads_differ_the_assignment_is_nearly_the_cheapest() {
    let (solved, solvable, above) = compare(false, 5);
    println!(
        "{solved} of {solvable} solved, {:.3} % above the least",
        100.0 * above
    );
    assert!(solved * 100 >= solvable * 97);
    assert!(above < 0.01);
}

#[test]
fn demands_that_stay_together_are_nearly_cheapest() {
    let (solved, solvable, above) = compare(true, 6);
    println!(
        "{solved} of {solvable} solved, {:.3} % above the least",
        100.0 * above
    );
    assert!(solved * 100 >= solvable * 97);
    assert!(above < 0.01);
}

/// Facilities that a hidden division of the demands fills to the last unit, and that division as arcs with persons.
fn filled_exactly() -> (Instance, Vec<(u32, u32)>) {
    let mut random = Random(7);
    let (demands, facilities) = (60, 12);
    let mut instance = Instance::default();
    let mut filled = vec![0; facilities];
    let mut hidden = Vec::new();
    for demand in 0..demands {
        let load = 20 + (random.next() % 60) as i64;
        let home = demand % facilities;
        filled[home] += load;
        instance.demands.push(Demand {
            persons: 1,
            single_source: true,
            ..Demand::default()
        });
        for facility in 0..facilities {
            if facility == home {
                hidden.push((instance.arcs.len() as u32, 1));
            }
            instance.arcs.push(Arc {
                demand,
                facility,
                cost: (random.next() % 100) as i64,
                load,
            });
        }
    }
    for capacity in filled {
        instance.facilities.push(Facility {
            kind: FacilityKind::Existing {
                capacity: vec![capacity],
            },
        });
    }
    (instance, hidden)
}

#[test]
fn an_assignment_that_is_remembered_is_found_where_there_is_no_room_to_spare() {
    let (instance, hidden) = filled_exactly();
    let levels = vec![None; instance.facilities.len()];
    let cost: i64 = hidden
        .iter()
        .map(|&(arc, _)| instance.arcs[arc as usize].cost)
        .sum();
    let mut quick = Assigner::new(&instance);
    quick.set_rounds(0);
    assert_eq!(quick.cost(0, &levels), None);
    quick.remember(&levels, &hidden);
    assert!(quick.cost(0, &levels).unwrap() <= cost);
    let mut careful = Assigner::new(&instance);
    careful.learn_from(&quick);
    assert!(careful.cost(0, &levels).unwrap() <= quick.cost(0, &levels).unwrap());
}
