//! HiGHS finds, of random instances of every variant, what trying everything finds; and the
//! engine finds what HiGHS finds where everything cannot be tried.

#[path = "../../siting/tests/common/enumerate.rs"]
mod enumerate;
#[path = "../../siting/tests/common/harness.rs"]
mod harness;
#[path = "../../siting/tests/common/random.rs"]
mod random;

use enumerate::optimum;
use harness::{agrees, for_each_seed, objective};
use oracle::Oracle;
use random::{Size, Variant, random_instance, sized_instance};
use siting::engine::Engine;

/// Seeds of each variant.
const TINY: u64 = 60;
const SMALL: u64 = 4;

#[test]
fn highs_finds_what_trying_everything_finds() {
    for variant in Variant::ALL {
        for_each_seed(0..TINY, |seed| {
            let instance = random_instance(seed, variant);
            agrees(&Oracle, &instance, optimum(&instance))
                .map_err(|error| format!("{variant:?} {seed}: {error}"))
        });
    }
}

#[test]
fn the_engine_finds_what_highs_finds() {
    for variant in Variant::ALL {
        for_each_seed(0..SMALL, |seed| {
            let instance = sized_instance(seed, variant, Size::Small);
            let least = objective(&Oracle, &instance)
                .map_err(|error| format!("{variant:?} {seed}: HiGHS: {error}"))?;
            agrees(&Engine, &instance, least)
                .map_err(|error| format!("{variant:?} {seed}: {error}"))
        });
    }
}
