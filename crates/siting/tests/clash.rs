//! Which conditions clash.

#[path = "common/region.rs"]
mod region;
#[path = "common/village.rs"]
mod village;

use siting::conflict::{Condition, conflict};
use siting::engine::Engine;
use siting::instance::*;
use siting::solver::Control;
use village::{new, size, village};

fn clash(instance: &Instance) -> Vec<Condition> {
    let clash = conflict(instance, &Engine, &mut |_| Control::Continue).unwrap();
    assert!(clash.is_least);
    clash.conditions
}

#[test]
fn nothing_clashes_where_there_is_an_answer() {
    assert_eq!(clash(&village()), []);
}

#[test]
fn a_lock_and_the_ceiling_it_breaks() {
    let mut instance = village();
    instance.ceilings = vec![
        Ceiling { cents: 9_000_000 },
        Ceiling { cents: 0 },
        Ceiling { cents: 100 },
    ];
    let FacilityKind::New { levels, .. } = &mut instance.facilities[0].kind else {
        unreachable!()
    };
    levels[0].payments[0].draws = vec![(0, 2_000), (2, 101)];
    instance.locks = vec![
        Lock::Site {
            site: 1,
            open: false,
        },
        Lock::Facility {
            facility: 0,
            level: Some(0),
            open: true,
        },
    ];
    assert_eq!(
        clash(&instance),
        [Condition::Lock(1), Condition::Ceiling(2)]
    );
}

#[test]
fn two_locks_that_together_cannot_be_filled() {
    let mut instance = village();
    instance.facilities = vec![new(0, vec![size(12, 6)]), new(1, vec![size(12, 6)])];
    instance.locks = vec![
        Lock::Site {
            site: 0,
            open: true,
        },
        Lock::Site {
            site: 1,
            open: true,
        },
    ];
    let both = [
        Condition::Lock(0),
        Condition::Lock(1),
        Condition::MinLoad { facility: 0 },
        Condition::MinLoad { facility: 1 },
    ];
    assert_eq!(clash(&instance), both);
}

#[test]
fn a_site_too_narrow_for_what_must_open_there() {
    let mut instance = village();
    instance.sites[1].max_places = Some(11);
    instance.locks = vec![Lock::Facility {
        facility: 1,
        level: None,
        open: true,
    }];
    assert_eq!(
        clash(&instance),
        [Condition::Lock(0), Condition::MaxPlaces(1)]
    );
}

#[test]
fn a_lock_that_takes_back_another() {
    let mut instance = village();
    instance.locks = vec![
        Lock::Site {
            site: 0,
            open: true,
        },
        Lock::Site {
            site: 0,
            open: false,
        },
    ];
    assert_eq!(clash(&instance), [Condition::Lock(0), Condition::Lock(1)]);
}

#[test]
fn in_a_whole_region_only_what_clashes_is_named() {
    let shape = region::Shape {
        places: 60,
        candidates: 20,
        services: 4,
    };
    let mut instance = region::region(shape, 5, 0.4);
    let (a, b) = instance.apart[3];
    let open = |facility| Lock::Facility {
        facility,
        level: None,
        open: true,
    };
    instance.locks = vec![
        open(b),
        Lock::Site {
            site: 7,
            open: false,
        },
        open(a),
    ];
    for facility in [a, b] {
        let FacilityKind::New { levels, .. } = &mut instance.facilities[facility].kind else {
            unreachable!()
        };
        levels[0].windows[0].min_load = 0;
    }
    assert_eq!(
        clash(&instance),
        [Condition::Lock(0), Condition::Lock(2), Condition::Apart(3)]
    );
}
