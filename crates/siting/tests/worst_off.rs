//! The search for a threshold of the worst off finds, of random instances of every
//! variant, what trying everything with every threshold finds.

#[path = "common/enumerate.rs"]
mod enumerate;
#[path = "common/harness.rs"]
mod harness;
#[path = "common/random.rs"]
mod random;

use enumerate::optimum;
use harness::{TO_THE_END, for_each_seed};
use random::dice::Dice;
use random::{Variant, random_instance};
use siting::engine::Engine;
use siting::instance::{Instance, Solution};
use siting::solver::{Control, SolveError};
use siting::worst_off::{WorstOff, solve};

fn worst_off(instance: &Instance, seed: u64) -> WorstOff {
    let mut dice = Dice(seed ^ 0x9e37_79b9);
    let people: u64 = instance
        .demands
        .iter()
        .map(|demand| u64::from(demand.persons))
        .sum();
    let mut cost = |_| dice.pick(0, 20) * dice.pick(0, 3);
    WorstOff {
        arcs: (0..instance.arcs.len()).map(&mut cost).collect(),
        unmet: (0..instance.demands.len()).map(&mut cost).collect(),
        people: dice.pick(1, people.max(1) as i64) as u64,
        counts: (0..instance.demands.len())
            .map(|_| dice.chance(80))
            .collect(),
    }
}

/// With every threshold that could be the right one.
fn by_trying(instance: &Instance, worst: &WorstOff) -> Option<i64> {
    let arcs = worst.arcs.iter().chain(&worst.unmet).copied();
    let thresholds = std::iter::once(0).chain(arcs);
    thresholds
        .filter_map(|at| Some(optimum(&worst.beyond(instance, at))? + worst.people as i64 * at))
        .min()
}

#[test]
fn it_finds_what_trying_everything_finds() {
    for variant in Variant::ALL {
        for_each_seed(0..12, |seed| {
            let instance = random_instance(seed, variant);
            let worst = worst_off(&instance, seed);
            let least = by_trying(&instance, &worst);
            let found = solve(&Engine, &instance, &worst, &TO_THE_END, &mut |_| {
                Control::Continue
            });
            match (found, least) {
                (Err(SolveError::Infeasible), None) => Ok(()),
                (Ok(outcome), Some(least)) => {
                    let its =
                        outcome.solution.cost(&instance) + worst.cost(&instance, &outcome.solution);
                    let told = (outcome.objective, outcome.bound, its);
                    match told == (least, least, least) {
                        true => Ok(()),
                        false => Err(format!("{variant:?}: {told:?} instead of {least}")),
                    }
                }
                (found, least) => Err(format!("{variant:?}: {found:?} instead of {least:?}")),
            }
        });
    }
}

#[test]
fn the_sum_of_the_dearest_is_the_least_over_all_thresholds() {
    for variant in Variant::ALL {
        for_each_seed(0..50, |seed| {
            let instance = random_instance(seed, variant);
            let worst = worst_off(&instance, seed);
            let nothing = Solution::nothing(&instance);
            let at = |threshold: i64| {
                let beyond = worst.beyond(&instance, threshold);
                nothing.cost(&beyond) + worst.people as i64 * threshold
            };
            let own = worst.threshold(&instance, &nothing);
            let exact = nothing.cost(&instance) + worst.cost(&instance, &nothing);
            // Whoever may not be left without has no cost of being left without.
            if instance
                .demands
                .iter()
                .any(|demand| demand.unmet_cost.is_none())
            {
                return Ok(());
            }
            match at(own) == exact && (0..70).all(|other| at(other) >= exact) {
                true => Ok(()),
                false => Err(format!("{variant:?}: {} instead of {exact}", at(own))),
            }
        });
    }
}
