//! How near to the optimum the solver comes on a region of Kurzeme's shape:
//! `cargo run -p siting --example region_gap -- [seconds] [seed] [budget share]`.
//!
//! The region is random but not arbitrary: 109 places of very unequal size, 60
//! candidate sites in the larger ones, ten services in three or four sizes, two
//! of them mobile, two ways to pay, and money for a part of what would pay off.

#[path = "../tests/common/region.rs"]
mod region;

use siting::highs::Highs;
use siting::solver::{Control, SolveOptions, Solver, relative_gap};

const KURZEME: region::Shape = region::Shape {
    places: 109,
    candidates: 60,
    services: 10,
};

fn main() {
    let numbers: Vec<f64> = std::env::args()
        .skip(1)
        .filter_map(|word| word.parse().ok())
        .collect();
    let seconds = numbers.first().copied().unwrap_or(60.0);
    let seed = numbers.get(1).copied().unwrap_or(1.0) as u64;
    let share = numbers.get(2).copied().unwrap_or(0.5);
    let instance = region::region(KURZEME, seed, share);
    println!(
        "{} demands, {} facilities, {} arcs",
        instance.demands.len(),
        instance.facilities.len(),
        instance.arcs.len()
    );
    let options = SolveOptions {
        gap: 1e-4,
        time_limit_s: Some(seconds),
        work_limit: None,
    };
    let mut told = 0.0;
    let outcome = Highs.solve(&instance, &options, None, &mut |progress| {
        if progress.seconds >= told {
            told = progress.seconds + 2.0;
            let eur = |cents: Option<i64>| {
                cents.map_or("–".to_owned(), |cents| (cents / 100).to_string())
            };
            let gap = progress
                .gap()
                .map_or("–".to_owned(), |gap| format!("{:.3} %", 100.0 * gap));
            println!(
                "{:6.1} s  best {:>12}  bound {:>12}  gap {gap}  nodes {}",
                progress.seconds,
                eur(progress.best),
                eur(progress.bound),
                progress.nodes
            );
        }
        Control::Continue
    });
    match outcome {
        Ok(outcome) => {
            let open = outcome.solution.open.iter().flatten().count();
            let unmet: u32 = outcome.solution.unmet.iter().sum();
            let gap = 100.0 * relative_gap(outcome.objective, outcome.bound);
            println!(
                "{:?}: {} EUR, gap {gap:.3} %, {open} open, {unmet} left without, {} nodes",
                outcome.stop,
                outcome.objective / 100,
                outcome.nodes
            );
            println!(
                "drawn {:?} of {:?}",
                outcome.solution.draws(&instance),
                instance.ceilings
            );
        }
        Err(error) => println!("{error}"),
    }
}
