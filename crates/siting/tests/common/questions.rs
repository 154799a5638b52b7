//! Questions that every exact solver answers in one way, whichever it is.

use super::change::*;
use super::enumerate::optimum;
use super::harness::{TO_THE_END, agrees, for_each_seed, objective, solved};
use super::random::dice::Dice;
use super::random::{Size, Variant, random_instance, sized_instance};
use siting::instance::{Instance, Solution};
use siting::solver::{Control, SolveError, SolveOptions, Solver, relative_gap};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Checks seeds of all variants.
fn for_all(seeds: u64, check: impl Fn(Variant, u64) -> Result<(), String>) {
    let count = Variant::ALL.len() as u64;
    for_each_seed(0..seeds * count, |index| {
        let variant = Variant::ALL[(index % count) as usize];
        let seed = index / count;
        let asked = catch_unwind(AssertUnwindSafe(|| check(variant, seed)));
        let asked = asked.unwrap_or_else(|_| Err("it panics".to_owned()));
        asked.map_err(|error| format!("{variant:?} {seed}: {error}"))
    });
}

/// It finds and proves, of tiny instances, what trying everything finds.
pub fn exact(solver: &dyn Solver, seeds: u64) {
    for_all(seeds, |variant, seed| {
        let instance = random_instance(seed, variant);
        agrees(solver, &instance, optimum(&instance))
    });
}

/// What the second of two questions costs.
#[derive(Clone, Copy)]
enum Expected {
    /// No more than the first.
    NoMore,
    /// The same.
    Same,
}

/// Compares the answers to an instance and to another made of it.
fn compare(
    solver: &dyn Solver,
    seeds: u64,
    expected: Expected,
    other: impl Fn(&Instance, &mut Dice) -> Option<(Instance, Instance)>,
) {
    for_all(seeds, |variant, seed| {
        let instance = sized_instance(seed, variant, Size::Small);
        let Some((before, after)) = other(&instance, &mut Dice(seed)) else {
            return Ok(());
        };
        let before = objective(solver, &before)?;
        let after = objective(solver, &after)?;
        // An instance without an answer costs more than any.
        let cost = |objective: Option<i64>| objective.unwrap_or(i64::MAX);
        let holds = match expected {
            Expected::NoMore => cost(after) <= cost(before),
            Expected::Same => after == before,
        };
        holds
            .then_some(())
            .ok_or_else(|| format!("first {before:?}, then {after:?}"))
    });
}

/// More money never costs more.
pub fn more_money(solver: &dyn Solver, seeds: u64) {
    compare(solver, seeds, Expected::NoMore, |instance, dice| {
        Some((instance.clone(), with_more_money(instance, dice)))
    });
}

/// One more candidate never hurts.
pub fn one_more_candidate(solver: &dyn Solver, seeds: u64) {
    compare(solver, seeds, Expected::NoMore, |instance, dice| {
        Some((without_a_candidate(instance, dice)?, instance.clone()))
    });
}

/// A lock never helps.
pub fn a_lock(solver: &dyn Solver, seeds: u64) {
    compare(solver, seeds, Expected::NoMore, |instance, dice| {
        if instance.facilities.is_empty() {
            return None;
        }
        Some((with_a_lock(instance, dice), instance.clone()))
    });
}

/// A condition less never costs more.
pub fn a_condition_less(solver: &dyn Solver, seeds: u64) {
    compare(solver, seeds, Expected::NoMore, |instance, _| {
        Some((instance.clone(), with_fewer_conditions(instance)))
    });
    compare(solver, seeds, Expected::NoMore, |instance, _| {
        Some((instance.clone(), divided(instance)))
    });
}

/// Doubling all costs doubles the answer.
pub fn all_costs_doubled(solver: &dyn Solver, seeds: u64) {
    for_all(seeds, |variant, seed| {
        let instance = sized_instance(seed, variant, Size::Small);
        let once = objective(solver, &instance)?;
        let twice = objective(solver, &doubled(&instance))?;
        (once.map(|once| 2 * once) == twice)
            .then_some(())
            .ok_or_else(|| format!("once {once:?}, twice {twice:?}"))
    });
}

/// The order of things changes nothing.
pub fn another_order(solver: &dyn Solver, seeds: u64) {
    compare(solver, seeds, Expected::Same, |instance, dice| {
        Some((instance.clone(), shuffled(instance, dice)))
    });
}

/// The number of threads changes nothing.
pub fn threads(solver: &dyn Solver, seeds: u64) {
    let pools = [1, 2, 4].map(|threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
        pool.unwrap()
    });
    for_all(seeds, |variant, seed| {
        let instance = sized_instance(seed, variant, Size::Small);
        let answer = |pool: &rayon::ThreadPool| pool.install(|| solved(solver, &instance));
        let [one, two, four] = pools.each_ref().map(answer);
        (one == two && one == four)
            .then_some(())
            .ok_or_else(|| format!("on one {one:?}, on two {two:?}, on four {four:?}"))
    });
}

/// A search that ends early keeps a true bound and a true answer.
pub fn an_early_end(solver: &dyn Solver, seeds: u64) {
    let limits = [
        (0.0, Some(1), None),
        (0.0, Some(3), None),
        (0.05, None, None),
        (0.5, None, None),
        (0.0, None, Some(0.0)),
    ];
    for_all(seeds, |variant, seed| {
        let instance = random_instance(seed, variant);
        let least = optimum(&instance);
        for (gap, work_limit, time_limit_s) in limits {
            let options = SolveOptions {
                gap,
                time_limit_s,
                work_limit,
            };
            let limited = work_limit.is_some() || time_limit_s.is_some();
            let outcome = solver.solve(&instance, &options, None, &mut |_| Control::Continue);
            match (outcome, least) {
                (Err(SolveError::Infeasible), None) => {}
                (Err(SolveError::NothingFound { bound }), least)
                    if limited
                        && bound.is_none_or(|bound| least.is_none_or(|least| bound <= least)) => {}
                (Ok(outcome), Some(least)) => {
                    let faults = outcome.solution.faults(&instance);
                    let gap_told = relative_gap(outcome.objective, outcome.bound);
                    if !faults.is_empty()
                        || outcome.objective != outcome.solution.cost(&instance)
                        || outcome.objective < least
                        || outcome.bound > least
                        || (!limited && gap_told > gap)
                    {
                        return Err(format!("{options:?}: {outcome:?}, the best is {least}"));
                    }
                }
                (outcome, least) => {
                    return Err(format!("{options:?}: {outcome:?}, the best is {least:?}"));
                }
            }
        }
        Ok(())
    });
}

/// A start is never made worse, and changes no answer.
pub fn a_start(solver: &dyn Solver, seeds: u64) {
    for_all(seeds, |variant, seed| {
        let instance = sized_instance(seed, variant, Size::Small);
        let Some(best) = solved(solver, &instance)? else {
            return Ok(());
        };
        let nothing = Solution::nothing(&instance);
        let starts = [nothing, best.solution.clone()];
        let feasible = |start: &&Solution| start.faults(&instance).is_empty();
        for start in starts.iter().filter(feasible) {
            let go_on = &mut |_| Control::Continue;
            let outcome = solver.solve(&instance, &TO_THE_END, Some(start), go_on);
            let again = outcome.map_err(|error| error.to_string())?.objective;
            if again != best.objective {
                return Err(format!("{again} from a start, {} without", best.objective));
            }
            let anything = SolveOptions {
                gap: 1.0,
                ..TO_THE_END
            };
            let outcome = solver.solve(&instance, &anything, Some(start), go_on);
            let quick = outcome.map_err(|error| error.to_string())?.objective;
            if quick > start.cost(&instance) {
                return Err(format!("{quick} from a start of {}", start.cost(&instance)));
            }
        }
        Ok(())
    });
}

/// Asks a solver all questions, of so many seeds of each variant: those that
/// are answered by trying everything, those that take two answers.
#[macro_export]
macro_rules! questions {
    ($solver:expr, $seeds:expr, $few:expr) => {
        questions! { @ask $solver;
            it_finds_what_trying_everything_finds: exact($seeds),
            more_money_never_costs_more: more_money($few),
            one_more_candidate_never_hurts: one_more_candidate($few),
            a_lock_never_helps: a_lock($few),
            a_condition_less_never_costs_more: a_condition_less($few),
            doubling_all_costs_doubles_the_answer: all_costs_doubled($few),
            the_order_of_things_changes_nothing: another_order($few),
            the_number_of_threads_changes_nothing: threads($few),
            a_search_that_ends_early_keeps_a_true_bound_and_a_true_answer: an_early_end(2 * $few),
            a_start_is_never_made_worse_and_changes_no_answer: a_start($few),
        }
    };
    (@ask $solver:expr; $($name:ident: $question:ident($seeds:expr),)*) => {$(
        #[test]
        fn $name() {
            questions::$question(&$solver, $seeds);
        }
    )*};
}
