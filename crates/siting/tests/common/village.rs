//! Instances in a few words.

use siting::instance::*;

/// People, each of whom costs 100.00 a year when left without.
pub fn people(persons: u32) -> Demand {
    Demand {
        persons,
        unmet_cost: Some(10_000),
        ..Demand::default()
    }
}

/// A size at a fixed cost of 1.00 a place and year that draws 5.00 a place on
/// the ceiling, and needs `least` people.
pub fn size(places: u32, least: i64) -> Level {
    let money = 100 * i64::from(places);
    let payment = Payment {
        scheme: 0,
        draws: vec![(0, 5 * money)],
        municipal: 0,
    };
    Level {
        places,
        windows: vec![Window {
            min_load: least,
            capacity: i64::from(places),
        }],
        phase: 0,
        fixed_cost: money,
        payments: vec![payment],
    }
}

/// A service that may open at a site.
pub fn new(site: usize, levels: Vec<Level>) -> Facility {
    Facility {
        kind: FacilityKind::New { site, levels },
    }
}

/// The way of one person, one load unit heavy.
pub fn way(demand: usize, facility: usize, cost: i64) -> Arc {
    Arc {
        demand,
        facility,
        cost,
        load: 1,
    }
}

/// Ten people in one village. One site (site 0) in the village with sizes for 4
/// and 12, one (site 1) far away with a size for 12; a wide ceiling.
pub fn village() -> Instance {
    Instance {
        demands: vec![people(10)],
        facilities: vec![
            new(0, vec![size(4, 0), size(12, 0)]),
            new(1, vec![size(12, 0)]),
        ],
        sites: vec![Site::default(), Site::default()],
        arcs: vec![way(0, 0, 100), way(0, 1, 700)],
        ceilings: vec![Ceiling { cents: 1_000_000 }],
        ..Instance::default()
    }
}
