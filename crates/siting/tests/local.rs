//! Local search over levels, of instances of every variant, against trying everything.

#[path = "common/enumerate.rs"]
mod enumerate;
#[path = "common/random.rs"]
mod random;

use enumerate::optimum;
use random::{Size, Variant, random_instance, sized_instance};
use siting::instance::Instance;
use siting::primal::{Assigner, Guide, Limits, construct, improve, iterate, solution};

const SEEDS: u64 = 60;
const WORK: u64 = 3_000;

/// Whether people are assigned by an exact method, so that costs told are costs.
fn is_exact(instance: &Instance) -> bool {
    let alike = |facility: usize| {
        let mut loads = instance.arcs.iter().filter(|arc| arc.facility == facility);
        let first = loads.next().map(|arc| arc.load);
        loads.all(|arc| Some(arc.load) == first)
    };
    instance.onward.is_empty()
        && !instance.demands.iter().any(|demand| demand.single_source)
        && (0..instance.facilities.len()).all(alike)
}

/// A start and what it is improved to, each checked; `None` where no start is found.
fn searched(instance: &Instance, guide: Option<&Guide>) -> Option<i64> {
    let mut assigner = Assigner::new(instance);
    let start = construct(&mut assigner, guide, &Limits::new(WORK, &|| false))?;
    let before = solution(&mut assigner, &start).expect("a start is possible");
    assert_eq!(before.faults(instance), []);
    let mut levels = start.clone();
    let told = improve(
        &mut assigner,
        &mut levels,
        guide,
        &Limits::new(WORK, &|| false),
    );
    let settled = solution(&mut assigner, &levels).expect("a local optimum is possible");
    assert_eq!(settled.faults(instance), []);
    let mut wandered = levels.clone();
    let limits = Limits::new(WORK, &|| false);
    let last = iterate(&mut assigner, &mut wandered, guide, 7, &limits);
    let after = solution(&mut assigner, &wandered).expect("what is found later is possible");
    assert_eq!(after.faults(instance), []);
    let cost = after.cost(instance);
    if is_exact(instance) {
        assert_eq!(told, Some(settled.cost(instance)));
        assert_eq!(last, Some(cost));
        assert!(settled.cost(instance) <= before.cost(instance));
        assert!(cost <= settled.cost(instance));
    }
    Some(cost)
}

/// How many of the instances that have an answer are answered, and how many optimally.
fn shares(variant: Variant) -> (usize, usize, usize) {
    let (mut all, mut answered, mut optimal) = (0, 0, 0);
    for seed in 0..SEEDS {
        let instance = random_instance(seed, variant);
        let least = optimum(&instance);
        let found = searched(&instance, None);
        if let Some(found) = found {
            assert!(
                least.is_some_and(|least| least <= found),
                "{variant:?} {seed}: {found} of {least:?}"
            );
        }
        all += usize::from(least.is_some());
        answered += usize::from(found.is_some());
        optimal += usize::from(found.is_some() && found == least);
    }
    println!("{variant:?}: {all} have an answer, {answered} are answered, {optimal} optimally");
    (all, answered, optimal)
}

#[test]
fn most_tiny_instances_are_answered_optimally() {
    let (mut all, mut answered, mut optimal) = (0, 0, 0);
    for variant in Variant::ALL {
        let of = shares(variant);
        (all, answered, optimal) = (all + of.0, answered + of.1, optimal + of.2);
    }
    assert!(
        answered * 100 >= all * 97,
        "{answered} of {all} are answered"
    );
    assert!(
        optimal * 100 >= all * 93,
        "{optimal} of {all} are answered optimally"
    );
}

#[test]
fn the_same_seed_and_work_give_the_same_levels() {
    for variant in Variant::ALL {
        for seed in 0..4 {
            let instance = sized_instance(seed, variant, Size::Small);
            let run = || {
                let mut assigner = Assigner::new(&instance);
                let mut levels = construct(&mut assigner, None, &Limits::new(WORK, &|| false))?;
                iterate(
                    &mut assigner,
                    &mut levels,
                    None,
                    seed,
                    &Limits::new(WORK, &|| false),
                )?;
                Some(levels)
            };
            assert_eq!(run(), run(), "{variant:?} {seed}");
        }
    }
}

#[test]
fn what_a_guide_excludes_stays_closed() {
    for seed in 0..SEEDS {
        let instance = random_instance(seed, Variant::Uncapacitated);
        let facilities = instance.facilities.len();
        let guide = Guide {
            values: (0..facilities)
                .map(|at| if at == 0 { f64::INFINITY } else { 0.0 })
                .collect(),
            levels: vec![None; facilities],
        };
        let mut assigner = Assigner::new(&instance);
        if let Some(levels) = construct(&mut assigner, Some(&guide), &Limits::none())
            && instance.locks.is_empty()
        {
            assert_eq!(levels[0], None, "seed {seed}");
        }
    }
}

#[test]
fn levels_that_are_not_possible_are_left_alone() {
    let mut refused = 0;
    for seed in 0..SEEDS {
        let instance = random_instance(seed, Variant::PMedian);
        let mut levels = vec![Some(0); instance.facilities.len()];
        let before = levels.clone();
        let mut assigner = Assigner::new(&instance);
        let limits = Limits::new(0, &|| false);
        if improve(&mut assigner, &mut levels, None, &limits).is_none() {
            refused += 1;
            assert_eq!(levels, before);
        }
    }
    assert!(refused > 0);
}

#[test]
fn a_search_that_is_stopped_still_answers() {
    let instance = sized_instance(3, Variant::MultiService, Size::Small);
    let mut assigner = Assigner::new(&instance);
    let mut levels = construct(&mut assigner, None, &Limits::none()).expect("there is an answer");
    let before = solution(&mut assigner, &levels).map(|found| found.cost(&instance));
    let told = improve(
        &mut assigner,
        &mut levels,
        None,
        &Limits::new(u64::MAX, &|| true),
    );
    assert_eq!(told, before);
}
