//! Where people are divisible and count alike.

use crate::common::*;
use proptest::prelude::*;
use siting::instance::*;
use siting::primal::{Assigned, Assigner};

/// People add up, windows are respected, the cost is right and the prices prove it the least.
fn prove(instance: &Instance, levels: &[Option<usize>], assigned: &[Assigned]) {
    let mut served = vec![0i64; instance.facilities.len()];
    let mut people = vec![0i64; instance.demands.len()];
    let (mut demand_price, mut facility_price) =
        (vec![0i64; people.len()], vec![0i64; served.len()]);
    let mut cost = 0;
    for part in assigned {
        assert!(part.exact);
        for &(arc, persons) in &part.flow {
            let arc = instance.arcs[arc as usize];
            served[arc.facility] += i64::from(persons);
            people[arc.demand] += i64::from(persons);
            cost += i64::from(persons) * arc.cost;
        }
        for &(demand, persons) in &part.unmet {
            people[demand as usize] += i64::from(persons);
            cost += i64::from(persons) * instance.demands[demand as usize].unmet_cost.unwrap();
        }
        for &(demand, price) in &part.demand_prices {
            demand_price[demand as usize] = price;
        }
        for &(facility, price) in &part.capacity_prices {
            facility_price[facility as usize] = price;
        }
    }
    assert_eq!(cost, assigned.iter().map(|part| part.cost).sum::<i64>());
    let mut dual = 0i128;
    for (index, demand) in instance.demands.iter().enumerate() {
        assert_eq!(people[index], i64::from(demand.persons), "demand {index}");
        if let Some(unmet) = demand.unmet_cost {
            assert!(demand_price[index] <= unmet);
        }
        dual += i128::from(demand_price[index]) * i128::from(demand.persons);
    }
    for arc in &instance.arcs {
        if let Some(level) = levels[arc.facility] {
            let window = instance.levels(arc.facility)[level].window(0);
            let open = window.capacity >= arc.load;
            assert!(!open || demand_price[arc.demand] <= arc.cost + facility_price[arc.facility]);
        }
    }
    for (index, &served) in served.iter().enumerate() {
        let Some(level) = levels[index] else {
            assert_eq!(served, 0);
            continue;
        };
        let window = instance.levels(index)[level].window(0);
        let load = instance.arcs.iter().find(|arc| arc.facility == index);
        let load = load.map_or(1, |arc| arc.load);
        assert!((window.min_load..=window.capacity).contains(&(served * load)));
        let price = facility_price[index];
        let people: i64 = instance
            .demands
            .iter()
            .map(|demand| i64::from(demand.persons))
            .sum();
        let bound = if price > 0 {
            (window.capacity / load).min(people)
        } else {
            (window.min_load + load - 1) / load
        };
        dual -= i128::from(price) * i128::from(bound);
    }
    assert_eq!(dual, i128::from(cost));
}

fn all(assigner: &mut Assigner, levels: &[Option<usize>]) -> Option<Vec<Assigned>> {
    (0..assigner.markets())
        .map(|market| assigner.assign(market, levels))
        .collect()
}

fn agrees(instance: &Instance, levels: &[Option<usize>], assigner: &mut Assigner) {
    let expected = successive_paths(instance, levels);
    let found = all(assigner, levels);
    let cost = found
        .as_ref()
        .map(|parts| parts.iter().map(|part| part.cost).sum());
    assert_eq!(cost, expected);
    if let Some(found) = found {
        prove(instance, levels, &found);
    }
}

/// One of the two other ways to be open or closed.
fn other_level(level: Option<usize>, random: &mut Random) -> Option<usize> {
    let others: Vec<Option<usize>> = [None, Some(0), Some(1)]
        .into_iter()
        .filter(|&other| other != level)
        .collect();
    others[random.within(0, 2) as usize]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_assignment_is_the_cheapest_and_its_prices_prove_it(
        seed in any::<u64>(),
        (demands, facilities) in (1i64..12, 1i64..8),
        (persons, capacity, minimum) in (1i64..9, 0i64..25, 0i64..12),
        (cost, joined, must, load) in (1i64..500, 30i64..101, 0i64..30, 1i64..4),
    ) {
        let mut random = Random(seed);
        let shape = Shape { demands, facilities, persons, capacity, minimum, cost, joined, must, load };
        let instance = transport(&shape, &mut random);
        let mut assigner = Assigner::new(&instance);
        // One assigner answers all of these: each begins where the last ended.
        let mut levels = vec![Some(0); facilities as usize];
        agrees(&instance, &levels, &mut assigner);
        for _ in 0..6 {
            let one = random.within(0, facilities) as usize;
            levels[one] = other_level(levels[one], &mut random);
            if random.chance(30) {
                let other = random.within(0, facilities) as usize;
                levels[other] = other_level(levels[other], &mut random);
            }
            agrees(&instance, &levels, &mut assigner);
        }
    }
}

#[test]
fn a_long_walk_through_openings_stays_exact() {
    let mut random = Random(7);
    let shape = Shape {
        demands: 60,
        facilities: 30,
        persons: 20,
        capacity: 60,
        minimum: 15,
        cost: 10_000,
        joined: 70,
        must: 3,
        load: 1,
    };
    let instance = transport(&shape, &mut random);
    let mut assigner = Assigner::new(&instance);
    let mut levels = vec![Some(0); 30];
    for _ in 0..300 {
        let one = random.within(0, 30) as usize;
        levels[one] = other_level(levels[one], &mut random);
        agrees(&instance, &levels, &mut assigner);
    }
}

#[test]
fn a_minimum_draws_those_for_whom_it_costs_least() {
    let person = |persons| Demand {
        persons,
        unmet_cost: Some(1_000),
        ..Demand::default()
    };
    let way = |demand, facility, cost| Arc {
        demand,
        facility,
        cost,
        load: 1,
    };
    let instance = Instance {
        sites: vec![Site::default()],
        facilities: vec![facility(0, 10), facility(3, 5)],
        demands: vec![person(4), person(2)],
        arcs: vec![way(0, 0, 10), way(0, 1, 60), way(1, 0, 20), way(1, 1, 40)],
        ..Instance::default()
    };
    let mut assigner = Assigner::new(&instance);
    let found = assigner.assign(0, &[Some(0), Some(0)]).unwrap();
    // Both of the second demand (20 dearer), and one of the first (50 dearer).
    assert_eq!(found.flow, [(0, 3), (1, 1), (3, 2)]);
    assert_eq!(found.cost, 3 * 10 + 60 + 2 * 40);
    assert_eq!(found.demand_prices, [(0, 10), (1, -10)]);
    assert_eq!(found.capacity_prices, [(0, 0), (1, -50)]);
    let alone = assigner.assign(0, &[None, Some(0)]).unwrap();
    assert_eq!(alone.flow, [(1, 3), (3, 2)]);
    assert_eq!(alone.unmet, [(0, 1)]);
    assert_eq!(
        assigner.assign(0, &[Some(0), None]).unwrap().cost,
        4 * 10 + 2 * 20
    );
}

#[test]
fn what_exists_serves_unless_a_lock_closes_it() {
    let mut instance = Instance {
        facilities: vec![Facility {
            kind: FacilityKind::Existing { capacity: vec![2] },
        }],
        demands: vec![Demand {
            persons: 3,
            unmet_cost: Some(50),
            ..Demand::default()
        }],
        arcs: vec![Arc {
            demand: 0,
            facility: 0,
            cost: 5,
            load: 1,
        }],
        ..Instance::default()
    };
    assert_eq!(Assigner::new(&instance).cost(0, &[None]), Some(2 * 5 + 50));
    instance.locks = vec![Lock::Facility {
        facility: 0,
        level: None,
        open: false,
    }];
    assert_eq!(Assigner::new(&instance).cost(0, &[None]), Some(3 * 50));
}

#[test]
fn nobody_who_must_be_served_is_left() {
    let mut random = Random(3);
    let shape = Shape {
        demands: 5,
        facilities: 2,
        persons: 9,
        capacity: 4,
        minimum: 0,
        cost: 100,
        joined: 100,
        must: 100,
        load: 1,
    };
    let instance = transport(&shape, &mut random);
    assert_eq!(
        Assigner::new(&instance).assign(0, &[Some(0), Some(0)]),
        None
    );
}

#[test]
fn states_are_markets_of_their_own() {
    let window = |capacity| Window {
        min_load: 0,
        capacity,
    };
    let mut there = facility(0, 0);
    if let FacilityKind::New { levels, .. } = &mut there.kind {
        levels[0].windows = vec![window(1), window(2)];
    }
    let in_state = |state| Demand {
        persons: 2,
        unmet_cost: Some(100),
        state,
        ..Demand::default()
    };
    let way = |demand| Arc {
        demand,
        facility: 0,
        cost: 1,
        load: 1,
    };
    let instance = Instance {
        sites: vec![Site::default()],
        facilities: vec![there],
        demands: vec![in_state(0), in_state(1)],
        arcs: vec![way(0), way(1)],
        ..Instance::default()
    };
    let mut assigner = Assigner::new(&instance);
    assert_eq!(assigner.markets_of(0), [0, 1]);
    assert_eq!(assigner.cost(0, &[Some(0)]), Some(101));
    assert_eq!(assigner.cost(1, &[Some(0)]), Some(2));
}
