//! Bounds of random trees on random instances, held against trying everything.

mod common;
#[path = "../../siting/tests/common/enumerate.rs"]
mod enumerate;

use common::Case;
use common::random::dice::Dice;
use common::random::{Variant, random_instance};
use enumerate::optimum;

const SEEDS: u64 = 20;
const STEPS: usize = 600;

/// No tree proves more than the optimum, and a little search for multipliers
/// leaves a mean gap of no more than so much.
fn bounds_hold(variant: Variant, most: f64) {
    let (mut gaps, mut count) = (0.0, 0);
    for seed in 0..SEEDS {
        let case = Case::new(random_instance(seed, variant));
        let best = optimum(&case.instance).map_or(i128::MAX, i128::from);
        let mut dice = Dice(seed ^ 0xb0);
        for depth in [0, 2] {
            let mut tree = case.tree(&mut dice, depth);
            let proven = case.improve(&mut tree, &mut dice, STEPS);
            assert!(
                proven <= best,
                "{variant:?} {seed}: {proven} > {best}\n{}{}",
                case.json,
                tree.text()
            );
            if best != i128::MAX {
                gaps += (best - proven) as f64 / best.max(1) as f64;
                count += 1;
            }
        }
    }
    let mean = gaps / f64::from(count);
    assert!(mean <= most, "{variant:?}: {mean}");
}

macro_rules! variants {
    ($($name:ident: $variant:ident, $closed:literal;)*) => {$(
        #[test]
        fn $name() {
            bounds_hold(Variant::$variant, $closed);
        }
    )*};
}

variants! {
    p_median: PMedian, 0.15;
    uncapacitated: Uncapacitated, 0.06;
    capacitated: Capacitated, 0.2;
    single_source: SingleSource, 0.12;
    modular: Modular, 0.08;
    several_services_and_their_money: MultiService, 0.12;
    unequal_loads: Unequal, 0.08;
    phases: Phased, 0.2;
    scenarios: Scenarios, 0.1;
    people_who_are_led_on: Onward, 0.15;
    existing_capacity: Existing, 0.12;
    everything_mixed: Everything, 0.2;
}
