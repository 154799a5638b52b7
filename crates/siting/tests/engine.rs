//! The engine finds, of random instances of every variant, what trying everything
//! finds, and answers as an exact solver must when the same is asked otherwise.

#[path = "common/change.rs"]
mod change;
#[path = "common/enumerate.rs"]
mod enumerate;
#[path = "common/harness.rs"]
mod harness;
#[path = "common/questions.rs"]
#[macro_use]
mod questions;
#[path = "common/random.rs"]
mod random;

use enumerate::optimum;
use random::{Variant, random_instance};
use siting::engine::Engine;
use siting::instance::Solution;

questions!(Engine, 80, 2);

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
        assert!(none < 80 && idle < 80, "{variant:?}: {none}, {idle}");
    }
}
