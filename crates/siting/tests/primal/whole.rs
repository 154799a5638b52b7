//! All markets together.

use crate::common::*;
use siting::instance::*;
use siting::primal::Assigner;

fn people(persons: u32, unmet: i64) -> Demand {
    Demand {
        persons,
        unmet_cost: Some(unmet),
        ..Demand::default()
    }
}

fn way(demand: usize, facility: usize, cost: i64) -> Arc {
    Arc {
        demand,
        facility,
        cost,
        load: 1,
    }
}

/// One person who may move into a near home without day services, or into a farther one with them.
fn homes() -> Instance {
    Instance {
        sites: vec![Site::default()],
        facilities: vec![facility(0, 5), facility(0, 5), facility(0, 5)],
        demands: vec![people(1, 900), people(0, 400), people(0, 400)],
        arcs: vec![way(0, 0, 10), way(0, 1, 50), way(2, 2, 30)],
        onward: vec![Onward { arc: 0, demand: 1 }, Onward { arc: 1, demand: 2 }],
        ..Instance::default()
    }
}

#[test]
fn a_home_is_chosen_with_what_is_needed_from_there_on() {
    let instance = homes();
    let mut assigner = Assigner::new(&instance);
    let open = vec![Some(0); 3];
    let whole = assigner.whole(&open).unwrap();
    assert_eq!(whole.cost, 80);
    assert_eq!(whole.flow, [0, 1, 1]);
    // Without day services there, the near home is better.
    let whole = assigner.whole(&[Some(0), Some(0), None]).unwrap();
    assert_eq!(whole.cost, 410);
    assert_eq!(whole.unmet, [0, 1, 0]);
    // Prices of one call are not left behind for the next.
    assert_eq!(assigner.cost(assigner.market_of(0), &open), Some(10));
}

#[test]
fn parts_add_up_to_the_whole() {
    let mut random = Random(11);
    let shape = Shape {
        demands: 30,
        facilities: 12,
        persons: 6,
        capacity: 12,
        minimum: 3,
        cost: 1_000,
        joined: 12,
        must: 0,
        load: 1,
    };
    let mut several = 0;
    for _ in 0..20 {
        let instance = transport(&shape, &mut random);
        let levels = vec![Some(0); 12];
        let whole = Assigner::new(&instance).whole(&levels);
        assert_eq!(
            whole.as_ref().map(|whole| whole.cost),
            successive_paths(&instance, &levels)
        );
        several += usize::from(Assigner::new(&instance).markets() > 1);
    }
    assert!(several > 0);
}
