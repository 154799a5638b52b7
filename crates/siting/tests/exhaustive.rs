//! HiGHS finds, of tiny instances of every variant, what trying everything finds.

#![cfg(feature = "highs")]

#[path = "common/enumerate.rs"]
mod enumerate;
#[path = "common/harness.rs"]
mod harness;
#[path = "common/random.rs"]
mod random;

use enumerate::optimum;
use harness::{agrees, for_each_seed};
use random::{Variant, random_instance};
use siting::highs::Highs;
use siting::instance::Solution;

const SEEDS: u64 = 60;

fn highs_is_exact(variant: Variant) {
    for_each_seed(0..SEEDS, |seed| {
        let instance = random_instance(seed, variant);
        agrees(&Highs, &instance, optimum(&instance))
    });
}

macro_rules! variants {
    ($($name:ident: $variant:ident,)*) => {$(
        #[test]
        fn $name() {
            highs_is_exact(Variant::$variant);
        }
    )*};
}

variants! {
    p_median: PMedian,
    uncapacitated: Uncapacitated,
    capacitated: Capacitated,
    single_source: SingleSource,
    modular: Modular,
    several_services_and_their_money: MultiService,
    unequal_loads: Unequal,
    phases: Phased,
    scenarios: Scenarios,
    people_who_are_led_on: Onward,
    existing_capacity: Existing,
    everything_mixed: Everything,
}

#[test]
fn most_random_instances_have_an_answer_that_opens_something() {
    for variant in Variant::ALL {
        let (mut none, mut idle) = (0, 0);
        for seed in 0..200 {
            let instance = random_instance(seed, variant);
            let nothing = Solution::nothing(&instance);
            match optimum(&instance) {
                None => none += 1,
                Some(best) if nothing.faults(&instance).is_empty() => {
                    idle += u64::from(best == nothing.cost(&instance));
                }
                Some(_) => {}
            }
        }
        println!("{variant:?}: {none} have no answer, {idle} open nothing");
        assert!(none < 60 && idle < 80, "{variant:?}: {none}, {idle}");
    }
}
